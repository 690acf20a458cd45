/* Phrases hang under their first word, the longest first. */
#include "lexicon/build_parts.h"

#include <stdlib.h>

#include "lexicon/word.h"

size_t build_first_word_length(const char *key)
{
    const unsigned char *start = (const unsigned char *)key, *end = start + strlen(key);
    size_t length = word_length(start, end);
    return length ? length : word_character_length(start, end);
}

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
        *entry = build_new_entry(headed->phrase->key, headed->length);
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
        size_t length = build_first_word_length(key);
        if (length < entry->key_length)
            headed[(*n)++] = (struct headed){ key, length, entry, i };
    }
}

/* Of each word the longest phrase first. */
bool build_phrases(struct build *build)
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
