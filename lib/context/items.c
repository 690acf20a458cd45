/* A noun phrase is a run of determiners, adjectives, nouns and names with what joins them. It is cut at a claim, so
 * that the figure and the thing can be told apart: "the | 20-trillion-dollar | global trade industry". */
#include "context/items.h"

#include <string.h>

#define NOMINAL (IS(NOUN) | IS(NAME) | IS(ADJECTIVE))
#define VERBAL IS_VERBAL

struct maker {
    struct clause *clause;
    const uint32_t *claimed;
    const struct word *words; /* of no traits and no class where a claim is, and behind the last one */
    uint32_t n_tokens;
    bool quoted;
};

static bool is_free(const struct maker *maker, uint32_t i)
{
    return i < maker->n_tokens && !maker->claimed[i];
}

static uint64_t traits_of(const struct maker *maker, uint32_t i)
{
    return maker->words[i].traits;
}

static uint8_t class_of(const struct maker *maker, uint32_t i)
{
    return maker->words[i].class;
}

static bool has_gap(const struct maker *maker, uint32_t i)
{
    return (maker->clause->tokens->token.items[i].flags & TOKEN_GAP_BEFORE) != 0;
}

static bool is_nominal(const struct maker *maker, uint32_t i)
{
    uint64_t traits = traits_of(maker, i);
    return (traits & NOMINAL) && !(traits & (IS_HELPER | IS(PREPOSITION) | IS(SUBORDINATE) | IS(PRONOUN) | IS(NOT)));
}

static bool is_determiner(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i) & (IS(DETERMINER) | IS(POSSESSOR))) != 0 && !(traits_of(maker, i) & IS(THAT));
}

/* "growing", "used" before a noun, inside a phrase: "a growing share". */
static bool is_modifier(const struct maker *maker, uint32_t i, uint32_t start)
{
    if (!(traits_of(maker, i) & (IS(PAST) | IS(GERUND))))
        return false;
    bool hyphened = class_of(maker, i + 1) == CLASS_HYPHEN || (i > start && class_of(maker, i - 1) == CLASS_HYPHEN);
    bool behind_of = i == start && i > 0 && (traits_of(maker, i) & IS(PAST))
                     && ((traits_of(maker, i - 1) & IS(PREPOSITION)) || class_of(maker, i - 1) == CLASS_OF);
    uint64_t before = i > start ? traits_of(maker, i - 1) : 0; /* "the new used car", but "the boss told" */
    bool inside =
        behind_of || (before & (IS(DETERMINER) | IS(POSSESSOR))) || ((before & IS(ADJECTIVE)) && !(before & IS(NOUN)));
    bool before_claim = i + 1 < maker->n_tokens && maker->claimed[i + 1]; /* "a proposed 5% tax" */
    bool article = (before & IS(DETERMINER)) && token_reading(maker->clause->tokens, i - 1, CLASS_A);
    return hyphened || (inside && is_nominal(maker, i + 1)) || (before_claim && article)
           || (traits_of(maker, i) & IS(NOUN));
}

/* Marks and small words inside a phrase: "US-based", "Alibaba's", "sellers' fees", "R&D", "S&P/ASX". */
static bool is_joint(const struct maker *maker, uint32_t i)
{
    uint8_t class = class_of(maker, i);
    bool words = is_free(maker, i + 1) && traits_of(maker, i + 1);
    if (class == CLASS_HYPHEN || class == CLASS_SLASH)
        return words && !has_gap(maker, i + 1);
    if (class == CLASS_POSSESSIVE)
        return is_nominal(maker, i + 1) || maker->claimed[i + 1 < maker->n_tokens ? i + 1 : i];
    if (class == CLASS_APOSTROPHE)
        return !has_gap(maker, i) && is_nominal(maker, i + 1);
    if (class == CLASS_PERIOD) /* "Mr. Obama", "Apple Inc.": no sentence ends here */
        return !has_gap(maker, i) && i + 1 < maker->n_tokens && class_of(maker, i + 1) != CLASS_QUOTE;
    bool ampersand = class == CLASS_AND
                     && maker->clause->tokens->token.items[i].end - maker->clause->tokens->token.items[i].start == 1;
    return ampersand && words;
}

/* "after-tax", "on-time": a small word that a hyphen makes part of a phrase. */
static bool is_before_hyphen(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i) & IS(PREPOSITION)) && class_of(maker, i + 1) == CLASS_HYPHEN && !has_gap(maker, i + 1)
           && is_free(maker, i + 2) && !has_gap(maker, i + 2) && (traits_of(maker, i + 2) & NOMINAL);
}

/* "a *highly* valued firm" */
static bool is_degree(const struct maker *maker, uint32_t i, uint32_t start)
{
    return i > start && (traits_of(maker, i) & IS(ADVERB)) && is_determiner(maker, i - 1)
           && (traits_of(maker, i + 1) & (IS(ADJECTIVE) | IS(PAST) | IS(GERUND))) && is_nominal(maker, i + 2);
}

/* The token behind the phrase that begins at `start`. */
static uint32_t end_of_phrase(const struct maker *maker, uint32_t start)
{
    uint32_t i = start;
    while (i < maker->n_tokens && is_determiner(maker, i))
        i++;
    for (; is_free(maker, i); i++) {
        bool number = class_of(maker, i) == CLASS_NUMBER;
        bool after_hyphen = i > start && class_of(maker, i - 1) == CLASS_HYPHEN;
        if (!number && !is_nominal(maker, i) && !is_modifier(maker, i, start) && !(after_hyphen && traits_of(maker, i))
            && !(i > start && is_joint(maker, i)) && !is_before_hyphen(maker, i) && !is_degree(maker, i, start))
            break;
    }
    while (i > start && (class_of(maker, i - 1) == CLASS_HYPHEN || class_of(maker, i - 1) == CLASS_SLASH))
        i--;
    return i;
}

static bool has_head(const struct maker *maker, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++)
        if (!is_determiner(maker, i))
            return true;
    return false;
}

static struct item *add(struct maker *maker, uint32_t first, uint32_t end, uint8_t class)
{
    struct item *item = &maker->clause->items[maker->clause->n_items++];
    *item = (struct item){ 0, first, end, first, -1, class, maker->quoted };
    for (uint32_t i = first; i < end; i++)
        item->traits |= maker->clause->words[i].traits;
    return item;
}

static uint32_t add_claim(struct maker *maker, uint32_t i)
{
    uint32_t claim = maker->claimed[i], end = i;
    while (end < maker->n_tokens && maker->claimed[end] == claim)
        end++;
    bool date = maker->clause->claims[claim - 1].kind == CLAIMEX_DATE;
    struct item *item = add(maker, i, end, date ? CLASS_WHEN : CLASS_FIGURE);
    item->traits = date ? IS(WHEN) : IS(FIGURE);
    item->claim = (int32_t)claim - 1;
    return end;
}

static bool item_text_is(const struct maker *maker, uint32_t i, const char *word)
{
    struct slice text = token_slice(maker->clause->tokens, i);
    return text.length == strlen(word) && memcmp(text.bytes, word, text.length) == 0;
}

/* "a seasonally adjusted | $5", "a mere | 5%": the token of the figure behind such words; i when there is none. */
static uint32_t figure_behind(const struct maker *maker, uint32_t i)
{
    uint32_t k = i + 1;
    if (!token_reading(maker->clause->tokens, i, CLASS_A))
        return i;
    while (k < i + 4
           && (traits_of(maker, k) & (IS(ADVERB) | IS(PAST) | IS(ADJECTIVE)) || class_of(maker, k) == CLASS_HYPHEN))
        k++;
    return k > i + 1 && k < maker->n_tokens && maker->claimed[k] ? k : i;
}

/* Behind "the" and a figure; a bare "the", "its current" or "China's" before a claim is part of the claim's outer span.
 */
static uint32_t add_phrase(struct maker *maker, uint32_t i)
{
    uint32_t figure = figure_behind(maker, i), end = figure > i ? figure : end_of_phrase(maker, i);
    bool before_claim = end < maker->n_tokens && maker->claimed[end];
    uint8_t last = end > i ? class_of(maker, end - 1) : CLASS_NONE;
    bool singular = end == i + 2
                    && (item_text_is(maker, i, "a") || item_text_is(maker, i, "an") /* "a record $5", "its current 5" */
                        || ((traits_of(maker, i) & IS(POSSESSOR)) && (traits_of(maker, i + 1) & IS(ADJECTIVE))));
    bool unfinished = figure > i || singular || !has_head(maker, i, end) || last == CLASS_POSSESSIVE
                      || last == CLASS_HYPHEN || !(traits_of(maker, end - 1) & (IS(NOUN) | IS(NAME)));
    if (before_claim && unfinished) {
        uint64_t traits = 0;
        for (uint32_t k = i; k < end; k++)
            traits |= traits_of(maker, k);
        uint32_t behind = add_claim(maker, end);
        maker->clause->items[maker->clause->n_items - 1].outer = i;
        maker->clause->items[maker->clause->n_items - 1].traits |=
            traits & (IS(POSSIBLE) | IS(EXPECT) | IS(AIM) | IS(UP) | IS(DOWN));
        return behind;
    }
    struct item *item = add(maker, i, end, CLASS_PHRASE);
    if (!has_head(maker, i, end))
        item->traits |= IS(PRONOUN);
    if (item > maker->clause->items && (item[-1].class == CLASS_FIGURE || item[-1].class == CLASS_WHEN)
        && item[-1].outer < item[-1].first)
        item->outer = item[-1].outer;
    return end;
}

/* ------------------------------------------------------------ single words */

static bool quote_at(struct maker *maker, uint32_t i)
{
    struct slice mark = token_slice(maker->clause->tokens, i);
    unsigned char last = (unsigned char)mark.bytes[mark.length - 1];
    if (mark.length == 3)
        return last == 0x9C || last == 0x98; /* opens */
    if (mark.length == 2 && (unsigned char)mark.bytes[0] == 0xC2)
        return last == 0xAB;
    bool before = i == 0 || has_gap(maker, i), behind = i + 1 >= maker->n_tokens || has_gap(maker, i + 1);
    return mark.length > 1 || before == behind ? !maker->quoted : before;
}

static uint32_t add_quote(struct maker *maker, uint32_t i)
{
    bool opens = quote_at(maker, i);
    maker->quoted = false;
    add(maker, i, i + 1, opens ? CLASS_QUOTE_OPENS : CLASS_QUOTE_CLOSES);
    maker->quoted = opens;
    return i + 1;
}

static uint8_t class_of_word(uint64_t traits)
{
    static const struct {
        uint64_t traits;
        uint8_t class;
    } order[] = {
        { IS(ACCORDING), CLASS_ACCORDING },
        { IS(BE), CLASS_BE },
        { IS(HAVE), CLASS_HAVE },
        { IS(DO), CLASS_DO },
        { IS(WILL), CLASS_WILL },
        { IS(WOULD), CLASS_WOULD },
        { IS(CAN), CLASS_CAN },
        { IS(MUST), CLASS_MUST },
        { IS(NOT), CLASS_NOT },
        { IS(RELATIVE), CLASS_RELATIVE },
        { IS(THAT), CLASS_THAT },
        { IS(PRONOUN), CLASS_PRONOUN },
        { IS(BUT), CLASS_BUT },
        { IS(PREPOSITION), CLASS_PREPOSITION },
        { IS(SUBORDINATE), CLASS_SUBORDINATE },
    };
    static const struct {
        uint64_t traits;
        uint8_t class;
    } open[] = {
        { IS(CITING), CLASS_CITING }, { IS(REPORT), CLASS_REPORT }, { IS(SHOW), CLASS_SHOW },
        { IS(GERUND), CLASS_GERUND }, { IS(PAST), CLASS_PAST },     { IS(VERB), CLASS_VERB },
    };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (traits & order[i].traits)
            return order[i].class;
    for (size_t i = 0; (traits & (VERBAL | IS(CITING))) && i < sizeof open / sizeof *open; i++)
        if (traits & open[i].traits)
            return open[i].class;
    return traits & IS(ADVERB) ? CLASS_ADVERB : CLASS_NONE;
}

static uint32_t add_word(struct maker *maker, uint32_t i)
{
    const struct word *word = &maker->clause->words[i];
    bool joins = word->class == CLASS_AND || word->class == CLASS_OR;
    uint8_t class = word->class && !joins ? word->class : class_of_word(word->traits);
    if (word->class == CLASS_QUOTE)
        return add_quote(maker, i);
    add(maker, i, i + 1, joins ? CLASS_AND : class);
    return i + 1;
}

static void copy_unclaimed(const struct word *words, const uint32_t *claimed, uint32_t n, struct word *unclaimed)
{
    for (uint32_t i = 0; i < n; i++)
        unclaimed[i] = claimed[i] ? (struct word){ 0, CLASS_NONE, false } : words[i];
    unclaimed[n] = (struct word){ 0, CLASS_NONE, false };
}

void items_make(struct clause *clause, const uint32_t *claimed, struct word *unclaimed)
{
    struct maker maker = { clause, claimed, unclaimed, (uint32_t)clause->tokens->token.count, clause->opens_quoted };
    copy_unclaimed(clause->words, claimed, maker.n_tokens, unclaimed);
    clause->n_items = 0;
    for (uint32_t i = 0; i < maker.n_tokens;) {
        bool phrase = is_determiner(&maker, i) || is_nominal(&maker, i) || class_of(&maker, i) == CLASS_NUMBER
                      || is_modifier(&maker, i, i) || is_before_hyphen(&maker, i);
        i = claimed[i] ? add_claim(&maker, i) : phrase ? add_phrase(&maker, i) : add_word(&maker, i);
    }
    clause->ends_quoted = maker.quoted;
}
