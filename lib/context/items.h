/* A sentence cut into noun phrases, claims and single words: what the rest of the context looks at. */
#ifndef CONTEXT_ITEMS_H
#define CONTEXT_ITEMS_H

#include <string.h>

#include "context/words.h"

struct item {
    uint64_t traits; /* of a noun phrase, those of all its words */
    uint32_t first;  /* tokens, half-open */
    uint32_t end;
    uint32_t outer; /* the first token with the words before a figure: "the" of "the 20-trillion-dollar industry" */
    int32_t claim;  /* index into the claims of the sentence; -1 */
    uint8_t class;  /* its letter in patterns */
    uint8_t quoted; /* within quotation marks */
    uint8_t verbal; /* a verb, finite or not, helpers too */
};

#define NO_ITEM UINT32_MAX

struct clause {
    const struct tokens *tokens;
    const struct word *words; /* one a token, and one without traits behind them */
    struct item *items;
    uint32_t n_items;
    uint64_t traits;         /* of all its words: what no word is need not be looked for */
    claimex_claim *claims;   /* of this sentence */
    uint32_t *item_of;       /* by claim: its item, or NO_ITEM */
    const uint32_t *counted; /* by claim: the token behind the noun that was found behind its number; 0 */
    uint32_t n_claims;
    bool has_dates;    /* among the claims */
    bool opens_quoted; /* the sentence begins within quotation marks */
    bool ends_quoted;
};

/* Fills clause->items, which has room for one item a token, and clause->item_of, for one a claim. */
void items_make(struct clause *clause);

/* "closed | two months | after the flood": when, and not how long; but "it took two months before". */
bool item_is_distance(const struct clause *clause, uint32_t i);

/* "lies | 35 km | south-east | of Oslo", "sank | 40 miles | off | the coast": does what stands behind the figure say
 * where, and not what is so long? */
bool item_is_place(const struct clause *clause, uint32_t figure, uint32_t behind);

/* How far any rule looks, in items: no prose needs more, and it keeps the whole linear. */
#define ITEMS_FAR 48u

static inline bool item_is(const struct clause *clause, uint32_t i, uint64_t traits)
{
    return i < clause->n_items && (clause->items[i].traits & traits) != 0;
}

static inline uint8_t item_class(const struct clause *clause, uint32_t i)
{
    return i < clause->n_items ? clause->items[i].class : CLASS_NONE;
}

static inline bool item_is_phrase(const struct clause *clause, uint32_t i)
{
    return item_class(clause, i) == CLASS_PHRASE;
}

static inline bool item_is_verbal(const struct clause *clause, uint32_t i)
{
    return i < clause->n_items && clause->items[i].verbal;
}

/* "£12m (2022: £10m; 2021: £9m, 2020: £8m)": is the date that of the figure behind it alone? */
static inline bool item_heads_figure(const struct clause *clause, uint32_t date)
{
    uint8_t before = date > 0 ? item_class(clause, date - 1) : CLASS_NONE;
    bool parted = before == CLASS_OPEN || before == CLASS_SEMICOLON || before == CLASS_COMMA;
    return parted && item_class(clause, date) == CLASS_WHEN && item_class(clause, date + 1) == CLASS_COLON
           && item_class(clause, date + 2) == CLASS_FIGURE;
}

/* The claim that a figure or date is. */
static inline claimex_claim *item_claim(const struct clause *clause, uint32_t i)
{
    return &clause->claims[clause->items[i].claim];
}

static inline bool item_is_kind(const struct clause *clause, uint32_t i, int kind)
{
    return item_class(clause, i) == CLASS_FIGURE && item_claim(clause, i)->kind == kind;
}

/* The traits of its last word, the head of a noun phrase. */
static inline uint64_t item_head(const struct clause *clause, uint32_t i)
{
    return clause->words[clause->items[i].end - 1].traits;
}

/* Do words before a figure belong to it? "*a* 5% rise" */
static inline bool item_is_led(const struct clause *clause, uint32_t i)
{
    return clause->items[i].outer < clause->items[i].first;
}

static inline bool item_is_single(const struct clause *clause, uint32_t i)
{
    return clause->items[i].end - clause->items[i].first == 1;
}

/* Has its first word the class in the lexicon? */
static inline bool item_begins(const struct clause *clause, uint32_t i, enum class class)
{
    return i < clause->n_items && token_has(clause->tokens, clause->items[i].first, class);
}

static inline bool item_reads(const struct clause *clause, uint32_t i, const char *word)
{
    if (i >= clause->n_items)
        return false;
    struct slice text = token_slice(clause->tokens, clause->items[i].first);
    if (text.length != strlen(word))
        return false;
    for (size_t k = 0; k < text.length; k++)
        if ((text.bytes[k] | 0x20) != word[k])
            return false;
    return true;
}

/* Does a quotation open that is a clause of its own? 'said: | " | It', but 'has | " | spent' */
static inline bool item_opens_speech(const struct clause *clause, uint32_t i)
{
    if (item_class(clause, i) != CLASS_QUOTE_OPENS)
        return false;
    uint8_t before = i > 0 ? item_class(clause, i - 1) : CLASS_NONE;
    return !(item_is_phrase(clause, i - 1) || before == CLASS_OF || before == CLASS_PREPOSITION || before == CLASS_TO
             || (item_is_verbal(clause, i - 1) && before != CLASS_REPORT && before != CLASS_SHOW));
}

/* What the lexicon gives its first word as the value of the class; 0 when it has not the class or no value. */
static inline int32_t item_number(const struct clause *clause, uint32_t i, enum class class)
{
    return i < clause->n_items ? token_number_of(clause->tokens, clause->items[i].first, class) : 0;
}

/* "points", of an index or of rates */
static inline bool item_is_points(const struct clause *clause, uint32_t i)
{
    return item_number(clause, i, CLASS_COUNTER) == 1;
}

/* The item before a figure, but for "about" and "last week's"; NO_ITEM for none. */
static inline uint32_t item_before_figure(const struct clause *clause, uint32_t i)
{
    uint32_t k = i;
    k -= 2 * (k > 1 && item_class(clause, k - 1) == CLASS_POSSESSIVE && item_class(clause, k - 2) == CLASS_WHEN);
    while (k > 0 && i - k < 4 && item_class(clause, k - 1) == CLASS_ADVERB
           && !item_is(clause, k - 1, IS(UP) | IS(DOWN)))
        k--;
    return k > 0 ? k - 1 : NO_ITEM;
}

/* Behind it there is nothing but adverbs up to item i. */
static inline uint32_t item_behind_adverbs(const struct clause *clause, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && item_class(clause, k - 1) == CLASS_ADVERB)
        k--;
    return k;
}

/* "Ford's first-quarter loss", "its loss" */
static inline bool item_is_owned(const struct clause *clause, uint32_t i)
{
    uint32_t first = clause->items[i].outer;
    for (uint32_t t = first; t < clause->items[i].end; t++)
        if (clause->words[t].class == CLASS_POSSESSIVE)
            return true;
    return (clause->words[first].traits & IS(POSSESSOR)) != 0;
}

/* The bytes of items first … last, from the outer start of the first. */
static inline claimex_span items_span(const struct clause *clause, uint32_t first, uint32_t last)
{
    const struct token *tokens = clause->tokens->token.items;
    return (claimex_span){ tokens[clause->items[first].outer].start, tokens[clause->items[last].end - 1].end };
}

#endif
