/* What stands beside a word, and what follows from it alone. */
#include "context/neighbours.h"

#include <string.h>

bool neighbours_open_phrase(const struct neighbours *n)
{
    bool adjective = (n->before & IS(ADJECTIVE)) && !(n->before & IS(NOUN));
    return (n->before & (IS(DETERMINER) | IS(POSSESSOR))) || adjective || n->class_before == CLASS_POSSESSIVE
           || n->class_before == CLASS_PER || n->class_before == CLASS_NUMBER || n->class_before == CLASS_HYPHEN;
}

bool neighbours_go_on_as_verb(const struct neighbours *n)
{
    bool small = n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || n->class_behind == CLASS_NUMBER;
    return small
           || (n->behind
               & (IS(DETERMINER) | IS(POSSESSOR) | IS(PREPOSITION) | IS(PRONOUN) | IS(THAT) | IS(ADVERB) | IS(FIGURE)
                  | IS(WHEN) | IS(SUBORDINATE)));
}

bool neighbours_end_as_verb(const struct neighbours *n)
{
    return n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_AND;
}

bool neighbours_agree(const struct neighbours *n)
{
    return word_ends_in_s(n->tokens, n->at_before) || word_ends_in_s(n->tokens, n->at) || (n->before & IS(MANY));
}

bool neighbours_are_of_change(const struct neighbours *n)
{
    return (n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM) && (n->words[n->at + 2].traits & IS(FIGURE));
}

bool neighbours_end_ratio(const struct neighbours *n, uint32_t i)
{
    return i > 0 && n->words[i].claim && token_has(n->tokens, i, CLASS_NUMBER) && token_has(n->tokens, i - 1, CLASS_IN);
}

bool neighbours_are_of_period(const struct neighbours *n)
{
    return n->at_before > 0 && n->at_before < n->at && n->words[n->at_before - 1].class == CLASS_HYPHEN
           && token_reading(n->tokens, n->at_before, CLASS_TIMEUNIT);
}

bool neighbours_are_of_turned_thing(const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at;
    while (k > 0 && n->at - k < 6
           && ((words[k - 1].traits & (IS(NOUN) | IS(ADJECTIVE))) || words[k - 1].class == CLASS_HYPHEN)
           && !words[k - 1].claim)
        k--;
    return k > 1 && k < n->at && (words[k - 1].traits & IS(POSSESSOR)) && (n->behind & IS(PREPOSITION))
           && (words[k - 2].traits & (IS(UP) | IS(DOWN))) && (words[k - 2].traits & IS_VERBAL);
}

#define LONGEST_OBJECT 12u /* words: "raising total number of positive cases in Oslo to 42" */

/* Of an object, or of what hangs on it: behind "increases", which may be a noun, not so much is. */
static bool is_of_object(const struct neighbours *n, uint32_t i, uint64_t traits)
{
    const struct word *word = &n->words[i];
    if (word->marks & WORD_NOMINAL)
        return true;
    bool hangs = word->class == CLASS_OF || (word->marks & WORD_DETERMINER)
                 || ((word->traits & IS(PREPOSITION)) && !slice_is(token_slice(n->tokens, i), "by"));
    return hangs && (traits & IS(GERUND));
}

bool neighbours_turn_object(const struct neighbours *n, uint64_t traits)
{
    const struct word *words = n->words;
    uint32_t k = n->at + 1, longest = traits & IS(GERUND) ? LONGEST_OBJECT : 5;
    if (!(traits & (IS(UP) | IS(DOWN))))
        return false;
    while (k < n->at + longest && is_of_object(n, k, traits))
        k++;
    bool amount = k > n->at + 1 && ((words[k + 1].traits & IS(FIGURE)) || (words[k + 1].marks & WORD_BOUND));
    return amount && (words[k].class == CLASS_TO || slice_is(token_slice(n->tokens, k), "by"));
}

/* "likely to", "failed to": what follows is an infinitive. */
static bool opens_infinitive(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    return (words[i].traits & (IS(EXPECT) | IS(AIM) | IS(FAIL))) && slice_ends(token_slice(tokens, i), " to");
}

#define MOST_ADVERBS 6u

/* Where the adverbs, negations and dates before it begin. */
static uint32_t first_adverb(const struct word *words, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && i - k < MOST_ADVERBS && (words[k - 1].traits & (IS(ADVERB) | IS(NOT) | IS(WHEN)))
           && !(words[k - 1].traits & IS_CLOSED & ~IS(NOT)) && !(k > 1 && words[k - 2].class == CLASS_HYPHEN))
        k--;
    return k > 0 ? k : i;
}

struct neighbours neighbours_of(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    uint32_t first = first_adverb(words, i);
    struct neighbours n = {
        .tokens = tokens,
        .words = words,
        .at = i,
        .at_before = i,
        .behind = words[i + 1].traits,
        .class_behind = words[i + 1].class,
        .behind_date = i > 0 && (words[i - 1].traits & IS(WHEN)),
    };
    if (first > 0) {
        n.at_before = first - 1;
        n.before = words[first - 1].traits;
        n.class_before = opens_infinitive(tokens, words, first - 1) ? CLASS_TO : words[first - 1].class;
    }
    return n;
}
