/* Lines of one word become its entry: a form for each spelling that differs, with the readings that it has there. */
#include "lexicon/build_parts.h"

#include <stdlib.h>

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
static uint32_t own_trait_of(unsigned class)
{
    static const uint32_t traits[N_CLASSES] = {
        [CLASS_CARDINAL] = TRAIT_CARDINAL,
        [CLASS_SCALE] = TRAIT_SCALE,
        [CLASS_DOZEN] = TRAIT_DOZEN,
        [CLASS_HALF] = TRAIT_HALF,
        [CLASS_DENOMINATOR] = TRAIT_DENOMINATOR,
        [CLASS_A] = TRAIT_A,
        [CLASS_AND] = TRAIT_AND,
        [CLASS_POINT] = TRAIT_POINT,
        [CLASS_OF] = TRAIT_OF,
        [CLASS_CURRENCY] = TRAIT_UNIT,
        [CLASS_MINOR] = TRAIT_UNIT,
        [CLASS_PERCENT] = TRAIT_UNIT,
        [CLASS_UNIT] = TRAIT_UNIT,
        [CLASS_TIMEUNIT] = TRAIT_TIMEUNIT,
        [CLASS_STARTER] = TRAIT_STARTER,
        [CLASS_ABBREVIATION] = TRAIT_ABBREVIATION,
        [CLASS_ABBREVIATION_AT_END] = TRAIT_ABBREVIATION_AT_END,
        [CLASS_ABBREVIATION_BEFORE_DIGIT] = TRAIT_ABBREVIATION_BEFORE_DIGIT,
        [CLASS_ORDINAL] = TRAIT_ORDINAL,
    };
    return traits[class];
}

static unsigned trait_of(const struct lexicon_reading *reading)
{
    unsigned alphabets = class_alphabets((enum class)reading->class);
    return own_trait_of(reading->class) | (alphabets & CLASS_TRIGGER ? TRAIT_TRIGGER : 0)
           | (alphabets & CLASS_SPEECH ? TRAIT_SPEECH : 0) | (alphabets & CLASS_BOTH ? TRAIT_KNOWN : 0)
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

struct lexicon_entry build_new_entry(uint32_t offset, size_t length)
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
    *entry = build_new_entry(lines->line->key, strlen(lines->key));
    entry->first_form = (uint32_t)build->forms.count;
    size_t n_any = *lines->spelling ? 0 : run_length(lines, n, true);
    for (size_t i = 0; i < n;) {
        size_t length = run_length(lines + i, n - i, true);
        if (!add_form(build, lines + i, length, lines, n_any))
            return false;
        entry->n_forms++;
        i += length;
    }
    entry->one_form = entry->n_forms == 1 && n_any == n;
    return true;
}

bool build_entries(struct build *build, bool *crowded)
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
        *crowded |= n > BUILD_MOST_LINES;
        fine = add_entry(build, ordered.items + i, n < BUILD_MOST_LINES ? n : BUILD_MOST_LINES);
        i += n;
    }
    array_free(&ordered, build->allocator);
    return fine;
}
