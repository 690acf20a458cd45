/* The same code makes the built-in tables (at build time, in make_tables.c) and those of a caller's extra words. */
#include "lexicon/build.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/status.h"
#include "lexicon/word.h"

static int32_t no_memory(claimex_error *error)
{
    return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory while reading words");
}

/* A NUL-terminated copy, followed by the zeros that lexicon_hash reads; 0 when out of memory. */
static uint32_t keep(struct build *build, const char *bytes, size_t length)
{
    if (!array_reserve(&build->pool, length + 9, build->allocator))
        return 0;
    uint32_t offset = (uint32_t)build->pool.count;
    memcpy(build->pool.items + offset, bytes, length);
    memset(build->pool.items + offset + length, 0, 9);
    build->pool.count += length + 1;
    return offset;
}

int32_t build_init(struct build *build, const claimex_allocator *allocator, claimex_error *error)
{
    memset(build, 0, sizeof *build);
    build->allocator = allocator;
    char *empty = array_push(&build->pool, allocator);
    if (!empty)
        return no_memory(error);
    *empty = 0;
    return CLAIMEX_OK;
}

void build_free(struct build *build)
{
    array_free(&build->lines, build->allocator);
    array_free(&build->pool, build->allocator);
    array_free(&build->entries, build->allocator);
    array_free(&build->forms, build->allocator);
    array_free(&build->readings, build->allocator);
    array_free(&build->phrases, build->allocator);
    array_free(&build->slots, build->allocator);
    array_free(&build->steps, build->allocator);
}

/* ------------------------------------------------------------------- lines */

/* Cuts `rest` at the first `mark` and returns what was before it. */
static struct slice cut(struct slice *rest, char mark)
{
    struct slice head = *rest;
    const char *at = rest->length ? memchr(rest->bytes, mark, rest->length) : NULL;
    if (at) {
        head.length = (size_t)(at - rest->bytes);
        rest->bytes = at + 1;
        rest->length -= head.length + 1;
    } else {
        rest->bytes += rest->length;
        rest->length = 0;
    }
    return head;
}

static unsigned condition_from_name(struct slice name)
{
    static const struct {
        const char *name;
        unsigned condition;
    } names[] = {
        { "glued", LEXICON_GLUED },     { "free", LEXICON_FREE },
        { "cased", LEXICON_CASED },     { "beside_amount", LEXICON_BESIDE_AMOUNT },
        { "initial", LEXICON_INITIAL },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(name, names[i].name))
            return names[i].condition;
    return 0;
}

static int32_t integer_of(struct slice text)
{
    int32_t number = 0;
    size_t i = text.length > 0 && text.bytes[0] == '-';
    if (text.length > 9)
        return 0;
    for (size_t at = i; at < text.length; at++) {
        if (text.bytes[at] < '0' || text.bytes[at] > '9')
            return 0;
        number = number * 10 + (text.bytes[at] - '0');
    }
    return i ? -number : number;
}

/* Why the line is wrong, or NULL; the build's memory may run out on the way (*memory is then false). */
static const char *take_line(struct build *build, struct slice line, bool *memory)
{
    struct slice rest = line, word = cut(&rest, '\t'), items = cut(&rest, '\t');
    unsigned conditions = 0;
    while (rest.length) {
        unsigned condition = condition_from_name(cut(&rest, ' '));
        if (!condition)
            return "unknown condition (glued, free, cased, beside_amount, initial)";
        conditions |= condition;
    }
    if (!word.length || word.length >= LEXICON_LONGEST_WORD)
        return "the word is empty or too long";
    if (!items.length)
        return "no class after the word and a tab";
    uint32_t spelling = conditions & LEXICON_CASED ? keep(build, word.bytes, word.length) : 0;
    uint32_t key = keep(build, word.bytes, word.length);
    *memory = key && (spelling || !(conditions & LEXICON_CASED));
    for (size_t i = 0; *memory && i < word.length; i++)
        build->pool.items[key + i] = ascii_lower(word.bytes[i]);
    while (*memory && items.length) {
        struct slice value = cut(&items, ' '), name = cut(&value, '=');
        enum class class = class_from_name(name);
        if (!class)
            return "unknown class";
        uint32_t text = value.length ? keep(build, value.bytes, value.length) : 0;
        struct build_line *new_line = array_push(&build->lines, build->allocator);
        *memory = new_line && (text || !value.length);
        if (*memory)
            *new_line =
                (struct build_line){ key, spelling, { text, integer_of(value), (uint8_t)class, (uint8_t)conditions } };
    }
    return NULL;
}

int32_t build_add(struct build *build, const char *name, struct slice text, claimex_error *error)
{
    const char *start = text.bytes;
    for (unsigned number = 1; text.length; number++) {
        uint64_t offset = (uint64_t)(text.bytes - start);
        struct slice line = cut(&text, '\n');
        bool memory = true;
        line.length -= line.length && line.bytes[line.length - 1] == '\r';
        if (!line.length || line.bytes[0] == '#')
            continue;
        const char *wrong = take_line(build, line, &memory);
        if (!memory)
            return no_memory(error);
        if (wrong)
            return status_fail(error, CLAIMEX_BAD_LEXICON, offset, "%s:%u: %s", name, number, wrong);
    }
    return CLAIMEX_OK;
}

/* ------------------------------------------------------------------ tables */

/* Lines in the order of their words; pointers into the pool, which no longer grows. */
struct ordered {
    const char *key, *spelling;
    const struct build_line *line;
};

static int compare(const void *a, const void *b)
{
    const struct ordered *left = a, *right = b;
    int order = strcmp(left->key, right->key);
    if (!order)
        order = strcmp(left->spelling, right->spelling);
    if (!order)
        order = (left->line > right->line) - (left->line < right->line);
    return order;
}

/* The trait that stands for one class. */
static unsigned own_trait_of(unsigned class)
{
    switch (class) {
    case CLASS_CARDINAL:
        return TRAIT_CARDINAL;
    case CLASS_SCALE:
        return TRAIT_SCALE;
    case CLASS_DOZEN:
        return TRAIT_DOZEN;
    case CLASS_HALF:
        return TRAIT_HALF;
    case CLASS_DENOMINATOR:
        return TRAIT_DENOMINATOR;
    case CLASS_A:
        return TRAIT_A;
    case CLASS_AND:
        return TRAIT_AND;
    case CLASS_POINT:
        return TRAIT_POINT;
    case CLASS_OF:
        return TRAIT_OF;
    case CLASS_CURRENCY:
    case CLASS_MINOR:
    case CLASS_PERCENT:
    case CLASS_UNIT:
        return TRAIT_UNIT;
    case CLASS_TIMEUNIT:
        return TRAIT_TIMEUNIT;
    case CLASS_STARTER:
        return TRAIT_STARTER;
    case CLASS_ABBREVIATION:
        return TRAIT_ABBREVIATION;
    case CLASS_ABBREVIATION_AT_END:
        return TRAIT_ABBREVIATION_AT_END;
    case CLASS_ABBREVIATION_BEFORE_DIGIT:
        return TRAIT_ABBREVIATION_BEFORE_DIGIT;
    case CLASS_ORDINAL:
        return TRAIT_ORDINAL;
    default:
        return 0;
    }
}

static unsigned trait_of(const struct lexicon_reading *reading)
{
    unsigned alphabets = class_alphabets((enum class)reading->class);
    return own_trait_of(reading->class) | (alphabets & CLASS_TRIGGER ? TRAIT_TRIGGER : 0)
           | (alphabets & CLASS_SPEECH ? TRAIT_SPEECH : 0)
           | (reading->conditions & LEXICON_BESIDE_AMOUNT ? TRAIT_BESIDE : 0);
}

static bool add_reading(struct build *build, struct lexicon_form *form, struct lexicon_reading reading)
{
    struct lexicon_reading *new_reading = array_push(&build->readings, build->allocator);
    if (!new_reading)
        return false;
    reading.conditions &= (uint8_t)~LEXICON_CASED;
    *new_reading = reading;
    form->n_readings++;
    form->conditions |= reading.conditions;
    class_set_add(&form->classes, (enum class)reading.class);
    form->traits |= trait_of(&reading);
    return true;
}

/* One form from the lines of its spelling, and for a spelling of its own those for any spelling too. */
static bool add_form(struct build *build, const struct ordered *lines, size_t n, const struct ordered *any,
                     size_t n_any)
{
    struct lexicon_form *form = array_push(&build->forms, build->allocator);
    if (!form)
        return false;
    *form = (struct lexicon_form){ lines->line->spelling, (uint32_t)build->readings.count, 0, 0, 0, { { 0 } } };
    for (size_t i = 0; i < n; i++)
        if (!add_reading(build, form, lines[i].line->reading))
            return false;
    for (size_t i = 0; i < n_any && lines != any; i++)
        if (!add_reading(build, form, any[i].line->reading))
            return false;
    return true;
}

static size_t run_length(const struct ordered *lines, size_t n, bool by_spelling)
{
    size_t i = 1;
    while (i < n && strcmp(lines[i].key, lines->key) == 0
           && (!by_spelling || strcmp(lines[i].spelling, lines->spelling) == 0))
        i++;
    return i;
}

static struct lexicon_entry new_entry(uint32_t offset, size_t length)
{
    struct lexicon_entry entry;
    memset(&entry, 0, sizeof entry);
    entry.key = offset;
    entry.key_length = (uint8_t)length;
    return entry;
}

/* One entry from all the lines of its word. Lines for any spelling come first (their spelling is ""). */
static bool add_entry(struct build *build, const struct ordered *lines, size_t n)
{
    struct lexicon_entry *entry = array_push(&build->entries, build->allocator);
    if (!entry)
        return false;
    *entry = new_entry(lines->line->key, strlen(lines->key));
    entry->first_form = (uint32_t)build->forms.count;
    size_t n_any = *lines->spelling ? 0 : run_length(lines, n, true);
    for (size_t i = 0; i < n;) {
        size_t length = run_length(lines + i, n - i, true);
        if (!add_form(build, lines + i, length, lines, n_any))
            return false;
        build->entries.items[build->entries.count - 1].n_forms++;
        i += length;
    }
    entry->one_form = entry->n_forms == 1 && n_any == n;
    return true;
}

static size_t first_word_length(const char *key)
{
    const unsigned char *start = (const unsigned char *)key, *end = start + strlen(key);
    size_t length = word_length(start, end);
    return length ? length : word_character_length(start, end);
}

/* ----------------------------------------------------------------- phrases */

struct headed {
    const char *word; /* the first of a phrase */
    size_t length;
    const struct lexicon_entry *phrase;
    uint32_t entry; /* its index */
};

static int compare_words(const char *a, size_t a_length, const char *b, size_t b_length)
{
    int order = memcmp(a, b, a_length < b_length ? a_length : b_length);
    return order ? order : (a_length > b_length) - (a_length < b_length);
}

static int compare_headed(const void *a, const void *b)
{
    const struct headed *left = a, *right = b;
    int order = compare_words(left->word, left->length, right->word, right->length);
    if (order)
        return order;
    if (left->phrase->key_length != right->phrase->key_length)
        return left->phrase->key_length > right->phrase->key_length ? -1 : 1;
    return (left->phrase->key > right->phrase->key) - (left->phrase->key < right->phrase->key);
}

/* The entry of a word, of those that the lines made, which are in the order of their keys; NULL when there is none. */
static struct lexicon_entry *entry_of(struct build *build, size_t n_entries, const char *word, size_t length)
{
    size_t from = 0, to = n_entries;
    while (from < to) {
        struct lexicon_entry *entry = &build->entries.items[(from + to) / 2];
        int order = compare_words(build->pool.items + entry->key, entry->key_length, word, length);
        if (order == 0)
            return entry;
        if (order < 0)
            from = (from + to) / 2 + 1;
        else
            to = (from + to) / 2;
    }
    return NULL;
}

static void add_phrase(struct build *build, const struct headed *headed)
{
    const char *rest = headed->word + headed->length;
    uint32_t offset = (uint32_t)(rest - build->pool.items);
    build->phrases.items[build->phrases.count++] =
        (struct lexicon_phrase){ offset, headed->entry, filter_letters(rest + (*rest == ' ')), *rest == ' ' };
}

/* Hangs phrases under their first word, which has an entry without forms when no line has that word alone. */
static void add_phrases(struct build *build, const struct headed *headed, size_t n, size_t n_entries)
{
    struct lexicon_entry *entry = entry_of(build, n_entries, headed->word, headed->length);
    if (!entry) {
        entry = &build->entries.items[build->entries.count++];
        *entry = new_entry(headed->phrase->key, headed->length);
    }
    entry->first_phrase = (uint32_t)build->phrases.count;
    entry->n_phrases = (uint32_t)n;
    for (size_t i = 0; i < n; i++)
        add_phrase(build, &headed[i]);
}

static size_t same_head(const struct headed *headed, size_t n)
{
    size_t i = 1;
    while (i < n && compare_words(headed[i].word, headed[i].length, headed->word, headed->length) == 0)
        i++;
    return i;
}

static void collect_headed(const struct build *build, struct headed *headed, size_t *n)
{
    for (uint32_t i = 0; i < build->entries.count; i++) {
        const struct lexicon_entry *entry = &build->entries.items[i];
        const char *key = build->pool.items + entry->key;
        size_t length = first_word_length(key);
        if (length < entry->key_length)
            headed[(*n)++] = (struct headed){ key, length, entry, i };
    }
}

/* Of each word the longest phrase first. */
static bool make_phrases(struct build *build)
{
    ARRAY(struct headed) headed = { 0 };
    size_t n_entries = build->entries.count;
    bool fine = array_reserve(&build->entries, n_entries, build->allocator)
                && array_reserve(&build->phrases, n_entries, build->allocator)
                && array_reserve(&headed, n_entries, build->allocator);
    if (fine)
        collect_headed(build, headed.items, &headed.count);
    if (fine && headed.count)
        qsort(headed.items, headed.count, sizeof *headed.items, compare_headed);
    for (size_t i = 0, n; fine && i < headed.count; i += n) {
        n = same_head(headed.items + i, headed.count - i);
        add_phrases(build, headed.items + i, n, n_entries);
    }
    array_free(&headed, build->allocator);
    return fine;
}

/* ------------------------------------------------------------------- slots */

/* Words whose hashes have the same upper bits take steps together; the most such words choose first. */
struct placed {
    uint64_t hash;
    uint32_t entry;
};

#define FEWEST_STEP_BITS 11
#define WORDS_A_STEP 8u /* on average: of many more together, one always meets another word */

static uint32_t shift_for(size_t n_words)
{
    uint32_t bits = FEWEST_STEP_BITS;
    while (n_words >> bits >= WORDS_A_STEP)
        bits++;
    return 64 - bits;
}

static int compare_placed(const void *a, const void *b)
{
    const struct placed *left = a, *right = b;
    return (left->hash > right->hash) - (left->hash < right->hash);
}

static size_t same_step(const struct placed *words, size_t n, uint32_t shift)
{
    size_t i = 1;
    while (i < n && words[i].hash >> shift == words->hash >> shift)
        i++;
    return i;
}

static uint32_t *slot_entry(struct build *build, uint64_t hash, uint32_t step)
{
    return &build->slots.items[lexicon_slot_at(hash, step, (uint32_t)build->slots.count - 1)].entry;
}

/* False when there is no step that leads all the words to free slots. */
static bool choose_step(struct build *build, const struct placed *words, size_t n)
{
    for (uint32_t step = 0; step <= UINT16_MAX; step++) {
        size_t i = 0;
        for (; i < n && *slot_entry(build, words[i].hash, step) == 0; i++)
            *slot_entry(build, words[i].hash, step) = words[i].entry;
        if (i == n) {
            build->steps.items[words->hash >> build->step_shift] = (uint16_t)step;
            return true;
        }
        while (i > 0)
            *slot_entry(build, words[--i].hash, step) = 0;
    }
    return false;
}

static bool choose_steps(struct build *build, const struct placed *words, size_t n)
{
    size_t most = 0;
    for (size_t i = 0, run; i < n; i += run) {
        run = same_step(words + i, n - i, build->step_shift);
        most = run > most ? run : most;
    }
    for (; most > 0; most--)
        for (size_t i = 0, run; i < n; i += run) {
            run = same_step(words + i, n - i, build->step_shift);
            if (run == most && !choose_step(build, words + i, run))
                return false;
        }
    return true;
}

/* The form of a word in lower case, as its key is, plus 1; 0 when it has none. The one for any spelling comes first. */
static uint32_t lower_form(const struct build *build, const struct lexicon_entry *entry)
{
    const char *pool = build->pool.items;
    uint32_t form = 0;
    for (uint32_t i = entry->first_form; i < entry->first_form + entry->n_forms; i++) {
        uint32_t spelling = build->forms.items[i].spelling;
        form = !spelling || strcmp(pool + spelling, pool + entry->key) == 0 ? i + 1 : form;
    }
    return form;
}

static void fill_slot(const struct build *build, struct lexicon_slot *slot)
{
    const struct lexicon_entry *entry = &build->entries.items[slot->entry - 1];
    size_t length = entry->key_length < LEXICON_HEAD ? entry->key_length : LEXICON_HEAD;
    memcpy(slot->head, build->pool.items + entry->key, length);
    slot->form = lower_form(build, entry);
    slot->traits = slot->form ? build->forms.items[slot->form - 1].traits : 0;
    slot->heads = entry->n_phrases > 0;
    slot->cased = entry->n_forms > 0 && !entry->one_form;
}

static bool reserve_slots(struct build *build, size_t n)
{
    size_t n_steps = (size_t)1 << (64 - build->step_shift);
    build->slots.count = build->steps.count = 0;
    if (!array_reserve(&build->slots, n, build->allocator) || !array_reserve(&build->steps, n_steps, build->allocator))
        return false;
    build->slots.count = n;
    build->steps.count = n_steps;
    memset(build->slots.items, 0, n * sizeof *build->slots.items);
    memset(build->steps.items, 0, n_steps * sizeof *build->steps.items);
    return true;
}

static uint64_t hash_of(const char *bytes, size_t length)
{
    struct lexicon_key key = { { 0 }, length, 0 };
    memcpy(key.bytes, bytes, length);
    return lexicon_hash(key.bytes, length);
}

static void collect_words(const struct build *build, struct placed *words, size_t *n)
{
    for (uint32_t i = 0; i < build->entries.count; i++) {
        const struct lexicon_entry *entry = &build->entries.items[i];
        const char *key = build->pool.items + entry->key;
        if (first_word_length(key) >= entry->key_length)
            words[(*n)++] = (struct placed){ hash_of(key, entry->key_length), i + 1 };
    }
}

/* False when out of memory. More room helps words that clash, unless their hashes are the same. */
static bool make_slots(struct build *build, bool *clash)
{
    ARRAY(struct placed) words = { 0 };
    size_t n = 16, doublings = 3;
    bool fine = array_reserve(&words, build->entries.count, build->allocator);
    if (fine)
        collect_words(build, words.items, &words.count);
    if (fine && words.count)
        qsort(words.items, words.count, sizeof *words.items, compare_placed);
    while (n * 7 < words.count * 8)
        n *= 2;
    build->step_shift = shift_for(words.count);
    fine = fine && reserve_slots(build, n);
    while (fine && (*clash = !choose_steps(build, words.items, words.count)) && doublings--)
        fine = reserve_slots(build, n *= 2);
    for (size_t i = 0; fine && !*clash && i < n; i++)
        if (build->slots.items[i].entry)
            fill_slot(build, &build->slots.items[i]);
    array_free(&words, build->allocator);
    return fine;
}

#define MOST_LINES UINT16_MAX /* of one word, as n_forms and n_readings count them */

static bool make_entries(struct build *build, bool *crowded)
{
    ARRAY(struct ordered) ordered = { 0 };
    bool fine = array_reserve(&ordered, build->lines.count, build->allocator);
    for (size_t i = 0; fine && i < build->lines.count; i++) {
        const struct build_line *line = &build->lines.items[i];
        const char *pool = build->pool.items;
        ordered.items[ordered.count++] = (struct ordered){ pool + line->key, pool + line->spelling, line };
    }
    if (fine && ordered.count)
        qsort(ordered.items, ordered.count, sizeof *ordered.items, compare);
    for (size_t i = 0; fine && i < ordered.count;) {
        size_t n = run_length(ordered.items + i, ordered.count - i, false);
        *crowded |= n > MOST_LINES;
        fine = add_entry(build, ordered.items + i, n < MOST_LINES ? n : MOST_LINES);
        i += n;
    }
    array_free(&ordered, build->allocator);
    return fine;
}

int32_t build_finish(struct build *build, struct lexicon_tables *tables, claimex_error *error)
{
    bool crowded = false, clash = false;
    if (!make_entries(build, &crowded) || !make_phrases(build) || !make_slots(build, &clash))
        return no_memory(error);
    if (crowded)
        return status_fail(error, CLAIMEX_BAD_LEXICON, 0, "a word has more than %u lines", (unsigned)MOST_LINES);
    if (clash)
        return status_fail(error, CLAIMEX_BAD_LEXICON, 0, "words that are too alike in their hashes");
    *tables = (struct lexicon_tables){
        .pool = build->pool.items,
        .entries = build->entries.items,
        .forms = build->forms.items,
        .readings = build->readings.items,
        .phrases = build->phrases.items,
        .slots = build->slots.items,
        .steps = build->steps.items,
        .slot_mask = (uint32_t)build->slots.count - 1,
        .step_shift = build->step_shift,
        .n_entries = (uint32_t)build->entries.count,
        .n_forms = (uint32_t)build->forms.count,
        .n_readings = (uint32_t)build->readings.count,
        .n_phrases = (uint32_t)build->phrases.count,
        .pool_length = (uint32_t)build->pool.count,
    };
    return CLAIMEX_OK;
}
