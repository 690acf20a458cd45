/* The same code makes the built-in tables (at build time, in make_tables.c) and those of a caller's extra words. */
#include "lexicon/build.h"

#include <stdlib.h>

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
    static const struct { const char *name; unsigned condition; } names[] = {
        { "glued", LEXICON_GLUED }, { "free", LEXICON_FREE }, { "cased", LEXICON_CASED },
        { "beside_amount", LEXICON_BESIDE_AMOUNT }, { "initial", LEXICON_INITIAL },
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

static char lower_ascii(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
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
        build->pool.items[key + i] = lower_ascii(word.bytes[i]);
    while (*memory && items.length) {
        struct slice value = cut(&items, ' '), name = cut(&value, '=');
        enum class class = class_from_name(name);
        if (!class)
            return "unknown class";
        uint32_t text = value.length ? keep(build, value.bytes, value.length) : 0;
        struct build_line *new_line = array_push(&build->lines, build->allocator);
        *memory = new_line && (text || !value.length);
        if (*memory)
            *new_line = (struct build_line){ key, spelling,
                                             { text, integer_of(value), (uint8_t)class, (uint8_t)conditions } };
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

static unsigned trait_of(unsigned class)
{
    switch (class) {
    case CLASS_CARDINAL: return TRAIT_CARDINAL;
    case CLASS_SCALE: return TRAIT_SCALE;
    case CLASS_DOZEN: return TRAIT_DOZEN;
    case CLASS_HALF: return TRAIT_HALF;
    case CLASS_DENOMINATOR: return TRAIT_DENOMINATOR;
    case CLASS_A: return TRAIT_A;
    case CLASS_AND: return TRAIT_AND;
    case CLASS_POINT: return TRAIT_POINT;
    case CLASS_OF: return TRAIT_OF;
    case CLASS_CURRENCY: return TRAIT_UNIT;
    case CLASS_MINOR: return TRAIT_UNIT;
    case CLASS_PERCENT: return TRAIT_UNIT;
    case CLASS_UNIT: return TRAIT_UNIT;
    case CLASS_TIMEUNIT: return TRAIT_TIMEUNIT;
    case CLASS_STARTER: return TRAIT_STARTER;
    case CLASS_ABBREVIATION: return TRAIT_ABBREVIATION;
    case CLASS_ABBREVIATION_AT_END: return TRAIT_ABBREVIATION_AT_END;
    case CLASS_ABBREVIATION_BEFORE_DIGIT: return TRAIT_ABBREVIATION_BEFORE_DIGIT;
    default: return 0;
    }
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
    form->traits |= (uint16_t)(trait_of(reading.class) | (reading.conditions & LEXICON_BESIDE_AMOUNT ? TRAIT_BESIDE : 0));
    return true;
}

/* One form from the lines of its spelling, and for a spelling of its own those for any spelling too. */
static bool add_form(struct build *build, const struct ordered *lines, size_t n, const struct ordered *any, size_t n_any)
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

static struct lexicon_entry new_entry(const char *key, uint32_t offset, size_t length)
{
    struct lexicon_entry entry;
    memset(&entry, 0, sizeof entry);
    memcpy(entry.head, key, length < sizeof entry.head ? length : sizeof entry.head);
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
    *entry = new_entry(lines->key, lines->line->key, strlen(lines->key));
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
    entry->traits = entry->one_form ? build->forms.items[entry->first_form].traits : 0;
    return true;
}

static size_t first_word_length(const char *key)
{
    const unsigned char *start = (const unsigned char *)key, *end = start + strlen(key);
    size_t length = word_length(start, end);
    return length ? length : word_character_length(start, end);
}

static bool is_phrase(const struct build *build, const struct lexicon_entry *entry)
{
    return first_word_length(build->pool.items + entry->key) < entry->key_length;
}

static uint32_t *slot_entry(struct build *build, const char *key, size_t length, uint32_t hash)
{
    uint32_t mask = (uint32_t)build->slots.count - 1, i = hash & mask;
    for (; build->slots.items[i].entry; i = (i + 1) & mask) {
        const struct lexicon_entry *entry = &build->entries.items[build->slots.items[i].entry - 1];
        if (entry->key_length == length && memcmp(build->pool.items + entry->key, key, length) == 0)
            break;
    }
    build->slots.items[i].hash = hash;
    return &build->slots.items[i].entry;
}

static uint32_t hash_of(const char *bytes, size_t length)
{
    struct lexicon_key key = { { 0 }, length, 0 };
    memcpy(key.bytes, bytes, length);
    return lexicon_hash(key.bytes, length);
}

static uint32_t *slot_of_word(struct build *build, uint32_t key, size_t length)
{
    char *word = build->pool.items + key;
    return slot_entry(build, word, length, hash_of(word, length));
}

/* The entry of a phrase's first word, made without forms when no line has that word alone; 0 when out of memory. */
static uint32_t head_of_phrase(struct build *build, const struct lexicon_entry *phrase)
{
    char word[LEXICON_LONGEST_WORD];
    size_t length = first_word_length(build->pool.items + phrase->key);
    memcpy(word, build->pool.items + phrase->key, length);
    uint32_t key = keep(build, word, length);
    struct lexicon_entry *entry = key ? array_push(&build->entries, build->allocator) : NULL;
    if (!entry)
        return 0;
    uint32_t *slot = slot_of_word(build, key, length);
    if (*slot) {
        build->entries.count--;
        return *slot;
    }
    *entry = new_entry(word, key, length);
    return *slot = (uint32_t)build->entries.count;
}

static bool make_slots(struct build *build)
{
    size_t n = 16;
    while (n < build->entries.count * 4)
        n *= 2;
    if (!array_reserve(&build->slots, n, build->allocator))
        return false;
    build->slots.count = n;
    memset(build->slots.items, 0, n * sizeof *build->slots.items);
    for (size_t i = 0; i < build->entries.count; i++)
        if (!is_phrase(build, &build->entries.items[i]))
            *slot_of_word(build, build->entries.items[i].key, build->entries.items[i].key_length) = (uint32_t)i + 1;
    return true;
}

struct headed {
    uint32_t head; /* entry of the first word, plus 1 */
    uint32_t entry;
    uint32_t rest;
    uint32_t length;
};

static int compare_headed(const void *a, const void *b)
{
    const struct headed *left = a, *right = b;
    if (left->head != right->head)
        return left->head < right->head ? -1 : 1;
    if (left->length != right->length)
        return left->length > right->length ? -1 : 1;
    return (left->rest > right->rest) - (left->rest < right->rest);
}

/* Hangs every phrase under its first word, the longest first. */
static bool make_phrases(struct build *build)
{
    ARRAY(struct headed) headed = { 0 };
    bool fine = true;
    size_t n_entries = build->entries.count;
    for (size_t i = 0; fine && i < n_entries; i++) {
        struct lexicon_entry phrase = build->entries.items[i];
        if (!is_phrase(build, &phrase))
            continue;
        uint32_t head = head_of_phrase(build, &phrase);
        struct headed *item = head ? array_push(&headed, build->allocator) : NULL;
        size_t skip = item ? first_word_length(build->pool.items + phrase.key) : 0;
        if (item)
            *item = (struct headed){ head, (uint32_t)i, phrase.key + (uint32_t)skip, phrase.key_length };
        fine = item != NULL;
    }
    fine = fine && array_reserve(&build->phrases, headed.count, build->allocator);
    if (fine && headed.count)
        qsort(headed.items, headed.count, sizeof *headed.items, compare_headed);
    for (size_t i = 0; fine && i < headed.count; i++) {
        struct lexicon_entry *head = &build->entries.items[headed.items[i].head - 1];
        if (!head->n_phrases++)
            head->first_phrase = (uint32_t)i;
        const char *rest = build->pool.items + headed.items[i].rest;
        char second = rest[*rest == ' '];
        build->phrases.items[build->phrases.count++] =
            (struct lexicon_phrase){ headed.items[i].rest, headed.items[i].entry, second, *rest == ' ' };
    }
    array_free(&headed, build->allocator);
    return fine;
}

static bool make_entries(struct build *build)
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
        fine = add_entry(build, ordered.items + i, n);
        i += n;
    }
    array_free(&ordered, build->allocator);
    return fine;
}

int32_t build_finish(struct build *build, struct lexicon_tables *tables, claimex_error *error)
{
    if (!make_entries(build) || !make_slots(build) || !make_phrases(build))
        return no_memory(error);
    *tables = (struct lexicon_tables){
        .pool = build->pool.items, .entries = build->entries.items, .forms = build->forms.items,
        .readings = build->readings.items, .phrases = build->phrases.items, .slots = build->slots.items,
        .slot_mask = (uint32_t)build->slots.count - 1, .n_entries = (uint32_t)build->entries.count,
        .n_forms = (uint32_t)build->forms.count, .n_readings = (uint32_t)build->readings.count,
        .n_phrases = (uint32_t)build->phrases.count, .pool_length = (uint32_t)build->pool.count,
    };
    return CLAIMEX_OK;
}
