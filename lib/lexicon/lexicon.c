/* Looking up words and phrases in the tables. Called for every word of a text, so it touches one hash slot for a word
 * that is not there. */
#include "lexicon/lexicon.h"

#include "base/ascii.h"
#include "lexicon/word.h"

static void add_phrases(struct lexicon *lexicon, const struct lexicon_tables *tables, const struct lexicon_entry *entry)
{
    uint64_t head = filter_letters(tables->pool + entry->key);
    for (uint32_t i = entry->first_phrase; i < entry->first_phrase + entry->n_phrases; i++) {
        uint64_t second = filter_letters(tables->pool + tables->phrases[i].rest + tables->phrases[i].blank);
        filter_add(&lexicon->pairs, filter_pair(head, second));
    }
}

static void add_heads(struct lexicon *lexicon, const struct lexicon_tables *tables)
{
    for (uint32_t i = 0; i <= tables->slot_mask; i++)
        if (tables->slots[i].heads)
            add_phrases(lexicon, tables, &tables->entries[tables->slots[i].entry - 1]);
}

uint32_t lexicon_n_forms(const struct lexicon *lexicon)
{
    return 1 + lexicon->layers[1]->n_forms + (lexicon->layers[0] ? lexicon->layers[0]->n_forms : 0);
}

static bool is_long_key(const struct lexicon_tables *tables, const struct lexicon_entry *entry,
                        const struct lexicon_key *key)
{
    const char *rest = tables->pool + entry->key + LEXICON_HEAD;
    return entry->key_length == key->length && memcmp(rest, key->bytes + LEXICON_HEAD, key->length - LEXICON_HEAD) == 0;
}

/* The slot of a word; NULL when the tables have it not. */
static inline const struct lexicon_slot *find_slot(const struct lexicon_tables *tables, const struct lexicon_key *key)
{
    const struct lexicon_slot *slot = lexicon_slot_of(tables, key->hash);
    if (memcmp(slot->head, key->bytes, LEXICON_HEAD) != 0 || !slot->entry)
        return NULL;
    return key->length <= LEXICON_HEAD || is_long_key(tables, &tables->entries[slot->entry - 1], key) ? slot : NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\r';
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Does a word go on at a byte? A no-break space or a dash ends one, as a plain one does. */
static bool goes_on(struct slice text, size_t at)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes, *p = bytes + at, *end = bytes + text.length;
    return p < end && (*p < 0x80 ? is_word_byte(text.bytes[at]) : word_is_high_letter(p, end));
}

/* A blank of a phrase stands for one hyphen, or for up to eight blanks. The number of bytes, 0 when there is no gap. */
static size_t gap_length(struct slice text, size_t at)
{
    size_t end = at;
    if (end < text.length && text.bytes[end] == '-')
        return 1;
    while (end < text.length && end < at + 8 && is_blank(text.bytes[end]))
        end++;
    return end - at;
}

/* The bytes of `text` from `at` that the phrase's rest covers; 0 when it does not. */
static size_t rest_length(const char *rest, struct slice text, size_t at)
{
    size_t end = at;
    for (; *rest; rest++) {
        size_t step = 1;
        if (*rest == ' ')
            step = gap_length(text, end);
        else if (end >= text.length)
            return 0;
        else if (*rest == '\'' && text.length - end >= 3 && memcmp(text.bytes + end, "\xE2\x80\x99", 3) == 0)
            step = 3;
        else if (ascii_lower(text.bytes[end]) != *rest)
            return 0;
        if (step == 0)
            return 0;
        end += step;
    }
    bool inside = goes_on(text, end) && is_word_byte(text.bytes[end - 1]);
    return inside && (unsigned char)text.bytes[end - 1] < 0x80 && !(text.bytes[end] >= '0' && text.bytes[end] <= '9')
               ? 0
               : end - at;
}

/* The form whose spelling the text has, else the one for any spelling; 0 when the entry has neither. */
static uint32_t form_of(const struct lexicon_tables *tables, const struct lexicon_entry *entry, struct slice text)
{
    uint32_t any = 0;
    for (uint32_t i = entry->first_form; i < entry->first_form + entry->n_forms; i++) {
        uint32_t spelling = tables->forms[i].spelling;
        if (!spelling)
            any = i + 1;
        else if (slice_is(text, tables->pool + spelling))
            return i + 1;
    }
    return any;
}

static struct lexicon_found found(const struct lexicon_tables *tables, uint32_t form, size_t length)
{
    struct lexicon_found none = { 0, 0, 0 };
    return form ? (struct lexicon_found){ form, (uint32_t)length, tables->forms[form - 1].traits } : none;
}

/* As filter_letters has them; none where the text ends. */
static uint64_t letters_at(struct slice text, size_t at)
{
    char bytes[9] = { 0 };
    const unsigned char *p = (const unsigned char *)text.bytes + at;
    size_t left = at < text.length ? text.length - at : 0;
    struct word_run run = word_run_at(p, p + left);
    if (run.length)
        return run.head[0];
    if (word_apostrophe_length(p, p + left))
        return '\'';
    memcpy(bytes, p, left < 8 ? left : 8);
    return filter_letters(bytes);
}

static struct lexicon_found find_phrase(const struct lexicon_tables *tables, const struct lexicon_entry *entry,
                                        struct slice text, size_t word_length)
{
    size_t gap = gap_length(text, word_length);
    uint64_t second[2] = { letters_at(text, word_length), gap ? letters_at(text, word_length + gap) : 0 };
    for (uint32_t i = entry->first_phrase; i < entry->first_phrase + entry->n_phrases; i++) {
        const struct lexicon_phrase *phrase = &tables->phrases[i];
        if (phrase->second != second[phrase->blank])
            continue;
        size_t more = rest_length(tables->pool + phrase->rest, text, word_length);
        struct slice whole = { text.bytes, word_length + more };
        uint32_t form = more ? form_of(tables, &tables->entries[phrase->entry], whole) : 0;
        if (form)
            return found(tables, form, whole.length);
    }
    return found(tables, 0, 0);
}

static inline struct lexicon_found find_in(const struct lexicon_tables *tables, const struct lexicon_key *key,
                                           struct slice text, size_t word_length)
{
    const struct lexicon_slot *slot = find_slot(tables, key);
    if (!slot)
        return found(tables, 0, 0);
    const struct lexicon_entry *entry = &tables->entries[slot->entry - 1];
    if (slot->heads && word_length < text.length) {
        struct lexicon_found phrase = find_phrase(tables, entry, text, word_length);
        if (phrase.form)
            return phrase;
    }
    if (!slot->cased)
        return (struct lexicon_found){ slot->form, slot->form ? (uint32_t)word_length : 0, slot->traits };
    return found(tables, form_of(tables, entry, (struct slice){ text.bytes, word_length }), word_length);
}

/* The caller's words too; the built-in one stands where none of them is as long. */
static struct lexicon_found find_extra(const struct lexicon *lexicon, const struct lexicon_key *key, struct slice text,
                                       size_t word_length, struct lexicon_found best)
{
    struct lexicon_found extra = find_in(lexicon->layers[0], key, text, word_length);
    extra.form += extra.form ? lexicon->first_id[0] - 1 : 0;
    return extra.form && extra.length >= best.length ? extra : best;
}

struct lexicon_found lexicon_find(const struct lexicon *lexicon, const struct lexicon_key *key, struct slice text,
                                  size_t word_length)
{
    struct lexicon_found best = find_in(lexicon->layers[1], key, text, word_length);
    return lexicon->layers[0] ? find_extra(lexicon, key, text, word_length, best) : best;
}

bool lexicon_heads(const struct lexicon *lexicon, const struct lexicon_key *key)
{
    for (int layer = 0; layer < 2; layer++) {
        const struct lexicon_slot *slot = lexicon->layers[layer] ? find_slot(lexicon->layers[layer], key) : NULL;
        if (slot && slot->heads)
            return true;
    }
    return false;
}

static struct lexicon_key key_of_character(char c)
{
    struct lexicon_key key = { { c }, 1, 0 };
    key.hash = lexicon_hash(key.bytes, 1);
    return key;
}

/* Looks up the punctuation once and for all. */
static void find_marks(struct lexicon *lexicon)
{
    memset(lexicon->marks, 0, sizeof lexicon->marks);
    for (int c = '!'; c < 127; c++) {
        char text = (char)c;
        struct lexicon_key key = key_of_character(text);
        bool phrases = lexicon_heads(lexicon, &key);
        if (!is_word_byte(text) && !phrases)
            lexicon->marks[c] = lexicon_find(lexicon, &key, (struct slice){ &text, 1 }, 1);
        if (!phrases)
            lexicon->marks[c].length = 1;
    }
}

void lexicon_init(struct lexicon *lexicon, const struct lexicon_tables *built_in, const struct lexicon_tables *extra)
{
    memset(&lexicon->pairs, 0, sizeof lexicon->pairs);
    add_heads(lexicon, built_in);
    if (extra)
        add_heads(lexicon, extra);
    lexicon->layers[0] = extra;
    lexicon->layers[1] = built_in;
    lexicon->first_id[1] = 1;
    lexicon->first_id[0] = 1 + built_in->n_forms;
    find_marks(lexicon);
}

static const struct lexicon_tables *layer_of(const struct lexicon *lexicon, uint32_t form, uint32_t *index)
{
    int layer = lexicon->layers[0] && form >= lexicon->first_id[0] ? 0 : 1;
    *index = form - lexicon->first_id[layer];
    return lexicon->layers[layer];
}

static bool holds(const struct lexicon_reading *reading, unsigned place)
{
    unsigned conditions = reading->conditions;
    return !((conditions & LEXICON_GLUED) && !(place & LEXICON_PLACE_GLUED))
           && !((conditions & LEXICON_FREE) && (place & LEXICON_PLACE_GLUED))
           && !((conditions & LEXICON_BESIDE_AMOUNT) && !(place & LEXICON_PLACE_BESIDE))
           && !((conditions & LEXICON_INITIAL) && !(place & LEXICON_PLACE_INITIAL));
}

bool lexicon_is_conditional(const struct lexicon *lexicon, uint32_t form)
{
    uint32_t index;
    const struct lexicon_tables *tables = layer_of(lexicon, form, &index);
    return tables->forms[index].conditions != 0;
}

struct class_set lexicon_classes(const struct lexicon *lexicon, uint32_t form, unsigned place)
{
    struct class_set set = { { 0 } };
    uint32_t index;
    const struct lexicon_tables *tables = layer_of(lexicon, form, &index);
    const struct lexicon_reading *reading = tables->readings + tables->forms[index].first_reading;
    if (!tables->forms[index].conditions)
        return tables->forms[index].classes;
    for (unsigned i = 0; i < tables->forms[index].n_readings; i++)
        if (holds(&reading[i], place))
            class_set_add(&set, (enum class)reading[i].class);
    return set;
}

const struct lexicon_reading *lexicon_find_reading(const struct lexicon *lexicon, uint32_t form, unsigned place,
                                                   enum class class)
{
    uint32_t index;
    const struct lexicon_tables *tables = layer_of(lexicon, form, &index);
    const struct lexicon_reading *reading = tables->readings + tables->forms[index].first_reading;
    for (unsigned i = 0; i < tables->forms[index].n_readings; i++)
        if (reading[i].class == class && holds(&reading[i], place))
            return &reading[i];
    return NULL;
}

const char *lexicon_text(const struct lexicon *lexicon, uint32_t form, uint32_t text)
{
    uint32_t index;
    return layer_of(lexicon, form, &index)->pool + text;
}
