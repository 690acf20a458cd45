/* A slot for each word, such that one look tells whether the tables have it. */
#include "lexicon/build_parts.h"

#include <stdlib.h>

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
        if (build_first_word_length(key) >= entry->key_length)
            words[(*n)++] = (struct placed){ hash_of(key, entry->key_length), i + 1 };
    }
}

/* False when out of memory. More room helps words that clash, unless their hashes are the same. */
bool build_slots(struct build *build, bool *clash)
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
