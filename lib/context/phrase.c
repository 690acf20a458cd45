/* A noun phrase of the sentence is more than one item: "of", prepositions and lists join others to it. */
#include "context/phrase.h"

bool phrase_is_joined_at(const struct clause *clause, uint32_t i)
{
    uint8_t class = item_class(clause, i);
    return class == CLASS_OF || (class == CLASS_PREPOSITION && !item_begins(clause, i, CLASS_CLAUSAL))
           || class == CLASS_AND || class == CLASS_FROM || class == CLASS_BETWEEN || class == CLASS_TO
           || class == CLASS_PER || (class == CLASS_ADVERB && item_class(clause, i + 1) == CLASS_FIGURE);
}

bool phrase_is_adjective(const struct clause *clause, uint32_t i)
{
    uint64_t head = item_head(clause, i);
    bool predicate = i > 0 && item_is(clause, i - 1, IS(BE)) && item_is_single(clause, i);
    bool number = clause->words[clause->items[i].end - 1].class == CLASS_NUMBER; /* "cases per | 100,000 | of them" */
    return (head & IS(ADJECTIVE)) && !number && !(head & (IS(NAME) | IS(MANY) | (predicate ? 0 : IS(NOUN))));
}

bool phrase_is_rate(const struct clause *clause, uint32_t i)
{
    return i > 0 && item_class(clause, i - 1) == CLASS_FIGURE && item_claim(clause, i - 1)->per
           && token_reading(clause->tokens, clause->items[i].first, CLASS_A);
}

/* "Revenue in the quarter": a preposition hangs on the noun before it, unless it opens the sentence ("In May sales
 * rose"). */
struct item_range phrase_ending(const struct clause *clause, uint32_t last)
{
    struct item_range range = { last, last };
    bool people = item_is_kind(clause, last, CLAIMEX_AGE); /* "jobs for | under | - | 25s" */
    bool bound = people && last > 1 && item_class(clause, last - 1) == CLASS_HYPHEN
                 && (clause->words[clause->items[last - 2].first].marks & WORD_BOUND);
    range.first -= bound ? 2 : 0;
    for (unsigned steps = 0; (people || item_is_phrase(clause, last)) && steps < 8 && range.first >= 2; steps++) {
        uint8_t class = item_class(clause, range.first - 1);
        bool counted =
            class == CLASS_FIGURE || class == CLASS_WHEN; /* "a flat with two rooms", "wheat for May delivery" */
        bool tied = class == CLASS_HYPHEN && range.first > 3 && item_class(clause, range.first - 2) == CLASS_FIGURE
                    && item_claim(clause, range.first - 2)->kind == CLAIMEX_COUNT
                    && !item_is(clause, range.first, IS(COUNTER))  /* "the half- | point cut" */
                    && !item_reads(clause, range.first - 3, "by"); /* "inflation in the 20 | - | nation bloc" */
        uint32_t k = range.first - (tied ? 2 : counted);
        bool amount =
            k > 0 && item_class(clause, k - 1) == CLASS_OF && k >= 4 && item_class(clause, k - 2) == CLASS_FIGURE;
        k -= amount && phrase_is_joined_at(clause, k - 3) ? 2 : 0; /* "sales of 9 tons of cake" */
        bool pair = k > 2 && item_class(clause, k - 1) == CLASS_AND && item_is(clause, k - 2, IS(DETERMINER))
                    && !item_is_verbal(clause, k - 3);
        if (k < 2 || !phrase_is_joined_at(clause, k - 1) || !item_is_phrase(clause, k - 2)
            || phrase_is_rate(clause, k - 2)
            || (!pair && phrase_is_adjective(clause, k - 2))) /* but "the northern and | southern coasts" */
            break;
        range.first = k - 2;
    }
    return range;
}

static bool is_bare_article(const struct clause *clause, uint32_t i)
{
    return item_begins(clause, i, CLASS_THE) && item_is_single(clause, i);
}

struct item_range phrase_starting(const struct clause *clause, uint32_t first)
{
    struct item_range range = { first, first };
    for (unsigned steps = 0; steps < 3; steps++) {
        uint8_t class = item_class(clause, range.last + 1);
        bool joins = class == CLASS_OF || (class == CLASS_PREPOSITION && item_reads(clause, range.last + 1, "on"))
                     || (class == CLASS_PREPOSITION && item_reads(clause, range.last + 1, "in"));
        if (!joins || !item_is_phrase(clause, range.last + 2) || is_bare_article(clause, range.last + 2)
            || (class != CLASS_OF
                && phrase_is_adjective(clause, range.last + 2))) /* "in | little | more than an hour" */
            break;
        if (class != CLASS_OF && token_has(clause->tokens, clause->items[range.last + 2].end - 1, CLASS_TIMEUNIT))
            break; /* "in minutes" */
        range.last += 2;
    }
    return range;
}

static bool has_and(const struct clause *clause, struct item_range range)
{
    for (uint32_t i = range.first; i < range.last; i++)
        if (item_class(clause, i) == CLASS_AND)
            return true;
    return false;
}

/* "Sales at restaurants, | bars and shops": a list goes on to the left; but "In Oslo, | bars and shops". */
static uint32_t start_of_list(const struct clause *clause, struct item_range range)
{
    for (unsigned steps = 0; steps < 6 && range.first > 1 && has_and(clause, range); steps++) {
        if (item_class(clause, range.first - 1) != CLASS_COMMA || !item_is_phrase(clause, range.first - 2))
            break;
        uint32_t first = phrase_ending(clause, range.first - 2).first;
        uint8_t before = first > 0 ? item_class(clause, first - 1) : CLASS_COMMA;
        if (before != CLASS_COMMA && before != CLASS_SUBORDINATE && before != CLASS_THAT && before != CLASS_ADVERB
            && !item_is_verbal(clause, first - 1))
            break; /* but "cut | fares, tolls and taxes" */
        range.first = first;
    }
    return range.first;
}

/* The last but one of "leaks, | late births, and | deaths"; item `last` when no third stands before them. */
static uint32_t before_last_of_list(const struct clause *clause, uint32_t last)
{
    bool comma = last > 3 && item_is_phrase(clause, last) && item_class(clause, last - 1) == CLASS_AND
                 && item_class(clause, last - 2) == CLASS_COMMA && item_is_phrase(clause, last - 3);
    uint32_t first = comma ? phrase_ending(clause, last - 3).first : last;
    bool third = first > 1 && item_class(clause, first - 1) == CLASS_COMMA && item_is_phrase(clause, first - 2);
    return third ? first : last;
}

struct item_range phrase_list_ending(const struct clause *clause, uint32_t last)
{
    struct item_range range = phrase_ending(clause, last);
    range.first = before_last_of_list(clause, range.first);
    range.first = start_of_list(clause, range);
    return range;
}

bool phrase_is_plural(const struct clause *clause, uint32_t token)
{
    struct slice word = token_slice(clause->tokens, token);
    return (clause->words[token].traits & IS(MANY)) || word.bytes[word.length - 1] == 's';
}

bool phrase_is_turn(const struct clause *clause, uint32_t item)
{
    const struct item *phrase = &clause->items[item];
    if (phrase->end - phrase->first > 1 && token_number_of(clause->tokens, phrase->end - 1, CLASS_UP) == 1)
        return false;
    for (uint32_t t = phrase->first; t + 1 < phrase->end; t++)
        if (clause->words[t].traits & (IS(NOUN) | IS(NAME)) && !(clause->words[t].traits & IS(ADJECTIVE))
            && !token_reading(clause->tokens, t, CLASS_TIMEUNIT))
            return false;
    return (clause->words[phrase->end - 1].traits & (IS(UP) | IS(DOWN))) != 0;
}
