/* A noun phrase is a run of determiners, adjectives, nouns and names with what joins them. It is cut at a claim, so
 * that the figure and the thing can be told apart: "the | 20-trillion-dollar | global trade industry". */
#include "context/items.h"

#include "context/quotes.h"

#include <string.h>

#define NOMINAL (IS(NOUN) | IS(NAME) | IS(ADJECTIVE))

struct maker {
    struct clause *clause;
    const struct word *words;
    uint32_t n_tokens;
    bool quoted;
    uint32_t single; /* the token that closes a quotation in single marks; 0 */
};

static bool is_free(const struct maker *maker, uint32_t i)
{
    return i < maker->n_tokens && !maker->words[i].claim;
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
    return word_is_nominal(&maker->words[i]);
}

static bool is_determiner(const struct maker *maker, uint32_t i)
{
    return (maker->words[i].marks & WORD_DETERMINER) != 0;
}

/* "a $5 *secured* loan", "a 90-day *hiring* freeze" */
static bool is_behind_led(const struct maker *maker, uint32_t i)
{
    const struct item *item = &maker->clause->items[maker->clause->n_items - 1];
    if (!maker->words[i - 1].claim || item->class != CLASS_FIGURE || item->outer == item->first)
        return false;
    uint8_t kind = maker->clause->claims[item->claim].kind; /* but "another 17% | voted", "the 40-year-old | told" */
    return kind == CLAIMEX_MONEY || kind == CLAIMEX_MEASURE || kind == CLAIMEX_DURATION;
}

/* "sold | $40 | of | junior secured notes": the verb stands before the figure. */
static bool is_amount_of(const struct maker *maker, uint32_t start)
{
    const struct clause *clause = maker->clause;
    uint32_t n = clause->n_items;
    if (n < 3 || start == 0 || class_of(maker, start - 1) != CLASS_OF || clause->items[n - 2].class != CLASS_FIGURE)
        return false;
    uint8_t before = clause->items[n - 3].class;
    return item_is_verbal(clause, n - 3) || before == CLASS_OF || before == CLASS_PREPOSITION;
}

/* "growing", "used" before a noun, inside a phrase: "a growing share". */
static bool modifies(const struct maker *maker, uint32_t i, uint32_t start)
{
    bool hyphened = class_of(maker, i + 1) == CLASS_HYPHEN || (i > start && class_of(maker, i - 1) == CLASS_HYPHEN);
    bool of = (traits_of(maker, i) & IS(PAST)) && i > 0
              && ((traits_of(maker, i - 1) & IS(PREPOSITION)) || class_of(maker, i - 1) == CLASS_OF);
    bool opening = i == start && i > 0 && (of || is_behind_led(maker, i));
    bool degree = i > start + 1 && (traits_of(maker, i - 1) & IS(ADVERB)); /* "a previously announced plan" */
    uint64_t before = i > start ? traits_of(maker, i - 1 - degree) : 0;    /* "the new used car", but "the boss told" */
    bool figured = ((start > 0 && (traits_of(maker, start - 1) & IS(FIGURE))) || is_amount_of(maker, start))
                   && !(traits_of(maker, i + 1) & IS(NAME));
    bool inside = opening || (before & (IS(DETERMINER) | IS(POSSESSOR)))
                  || ((before & IS(ADJECTIVE)) && (figured || !(before & IS(NOUN)))) /* "9% senior secured notes" */
                  || (i > start && class_of(maker, i - 1) == CLASS_POSSESSIVE);
    bool before_claim = maker->words[i + 1].claim != 0; /* "a proposed 5% tax", "the estimated 500 homes" */
    bool article = inside && (before & IS(DETERMINER)) && token_reading(maker->clause->tokens, i - 1 - degree, CLASS_A);
    bool participle = inside && (traits_of(maker, i) & IS(PAST))
                      && ((before & IS(POSSESSOR)) || token_reading(maker->clause->tokens, i - 1 - degree, CLASS_THE));
    return hyphened || (inside && is_nominal(maker, i + 1)) || (before_claim && (article || participle))
           || (traits_of(maker, i) & IS(NOUN));
}

static inline bool is_modifier(const struct maker *maker, uint32_t i, uint32_t start)
{
    return (traits_of(maker, i) & (IS(PAST) | IS(GERUND))) && modifies(maker, i, start)
           && !(token_has(maker->clause->tokens, i, CLASS_SAY) && !is_determiner(maker, i - 1)); /* "anonymous said" */
}

/* "an *earlier* study" */
static bool is_adjective_too(const struct maker *maker, uint32_t i)
{
    return (token_word_classes(maker->clause->tokens, i) & WORD_ADJECTIVE) && is_nominal(maker, i + 1);
}

/* "a *highly* valued firm", "its rival's *newly* built plant" */
static bool is_degree(const struct maker *maker, uint32_t i, uint32_t start)
{
    if (i > start && (traits_of(maker, i) & IS(ADVERB)) && is_determiner(maker, i - 1) && is_adjective_too(maker, i))
        return true;
    return i > start && (traits_of(maker, i) & IS(ADVERB))
           && (is_determiner(maker, i - 1) || class_of(maker, i - 1) == CLASS_POSSESSIVE)
           && (traits_of(maker, i + 1) & (IS(ADJECTIVE) | IS(PAST) | IS(GERUND)))
           && (is_nominal(maker, i + 2) || maker->words[i + 2].claim);
}

/* Marks and small words inside a phrase: "US-based", "Alibaba's", "sellers' fees", "R&D", "S&P/ASX". */
static bool is_joint(const struct maker *maker, uint32_t i)
{
    uint8_t class = class_of(maker, i);
    bool words = is_free(maker, i + 1) && traits_of(maker, i + 1);
    if (class == CLASS_HYPHEN || class == CLASS_SLASH)
        return words && !has_gap(maker, i + 1);
    if (class == CLASS_POSSESSIVE) /* "Ford's sales rose, GM's | fell", "the hull's carrying capacity" */
        return is_nominal(maker, i + 1) || maker->words[i + 1].claim
               || ((traits_of(maker, i + 1) & (IS(GERUND) | IS(PAST))) && is_nominal(maker, i + 2))
               || is_degree(maker, i + 1, i)
               || ((traits_of(maker, i + 1) & IS(PAST)) && (traits_of(maker, i + 1) & (IS(UP) | IS(DOWN))));
    if (class == CLASS_APOSTROPHE)
        return !has_gap(maker, i) && is_nominal(maker, i + 1);
    if (class == CLASS_PERIOD) /* "Mr. Obama", "Apple Inc.": no sentence ends here */
        return !has_gap(maker, i) && i + 1 < maker->n_tokens && class_of(maker, i + 1) != CLASS_QUOTE;
    bool ampersand = class == CLASS_AND
                     && maker->clause->tokens->token.items[i].end - maker->clause->tokens->token.items[i].start == 1;
    return ampersand && words;
}

static bool is_joined(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i) & (IS(PREPOSITION) | IS(ADVERB))) && !has_gap(maker, i + 1) && is_free(maker, i + 2)
           && !has_gap(maker, i + 2) && (traits_of(maker, i + 2) & NOMINAL);
}

/* "after-tax", "on-time", "now-defunct": a small word that a hyphen makes part of a phrase. */
static inline bool is_before_hyphen(const struct maker *maker, uint32_t i)
{
    return class_of(maker, i + 1) == CLASS_HYPHEN && is_joined(maker, i); /* the rarer is asked first */
}

/* "sales of new, single-family homes", "a long, dry summer"; but "is new, Ford said" and "new, old and empty homes". */
static bool is_between_adjectives(const struct maker *maker, uint32_t i, uint32_t start)
{
    if (class_of(maker, i) != CLASS_COMMA || i == start || !is_free(maker, i + 1))
        return false;
    uint64_t before = traits_of(maker, i - 1), behind = traits_of(maker, i + 1), noun = IS(NOUN) | IS(NAME);
    bool opened = start + 1 < i || (start > 0 && class_of(maker, start - 1) == CLASS_OF);
    bool hyphened = class_of(maker, i + 2) == CLASS_HYPHEN && is_nominal(maker, i + 3);
    return opened && (before & IS(ADJECTIVE)) && !(before & noun) && (behind & (IS(ADJECTIVE) | IS(NOUN)))
           && (hyphened || (!(behind & noun) && is_nominal(maker, i + 2)));
}

/* Does a phrase go on over a word that is no part of every one? */
static bool goes_on(const struct maker *maker, uint32_t i, uint32_t start)
{
    bool after_hyphen = i > start && class_of(maker, i - 1) == CLASS_HYPHEN;
    return is_modifier(maker, i, start) || (after_hyphen && traits_of(maker, i)) || (i > start && is_joint(maker, i))
           || is_before_hyphen(maker, i) || is_degree(maker, i, start) || is_between_adjectives(maker, i, start);
}

/* "notes *due* 1992": like a preposition. */
static inline bool is_due(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i + 1) & IS(WHEN)) && is_free(maker, i) && !(traits_of(maker, i) & IS_VERBAL)
           && token_has(maker->clause->tokens, i, CLASS_AHEAD);
}

/* "the week *ended* May 3" */
static inline bool is_ended(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i) & (IS(PAST) | IS(GERUND))) && (traits_of(maker, i + 1) & IS(WHEN)) && i > 0
           && ((traits_of(maker, i - 1) & IS(WHEN)) || token_has(maker->clause->tokens, i - 1, CLASS_TIMEUNIT))
           && token_has(maker->clause->tokens, i, CLASS_ENDED);
}

static uint64_t traits_between(const struct maker *maker, uint32_t first, uint32_t end)
{
    uint64_t traits = traits_of(maker, first);
    for (uint32_t i = first + 1; i < end; i++)
        traits |= traits_of(maker, i);
    return traits;
}

/* "a house | *Jones* said was worth $5", "a car | *police* said had": a clause about the noun before, without a "that".
 */
static inline bool begins_contact_clause(const struct maker *maker, uint32_t i, uint32_t start)
{
    uint32_t k = i + 1;
    if (i == start || !(traits_of(maker, i) & (IS(NAME) | IS(MANY)))
        || (traits_of(maker, i - 1) & (IS(NOUN) | IS(NAME))) != IS(NOUN))
        return false;
    while (k < i + 4 && (traits_of(maker, k) & IS(NAME)))
        k++;
    return (traits_of(maker, k) & IS(REPORT)) && (traits_of(maker, k + 1) & (IS(BE) | IS(HAVE) | IS_MODAL));
}

#define FARTHEST_FRONTED 10u /* tokens: "In the first three months of" */

/* "Over the same *period* | spending tripled": what opens a sentence and says when ends with its unit. */
static bool ends_fronted_time(const struct maker *maker, uint32_t start, uint32_t end)
{
    if (end < 3 || !(traits_of(maker, 0) & IS(PREPOSITION)) || !(traits_of(maker, end) & (IS(NOUN) | IS(NAME))))
        return false;
    bool unit = token_has(maker->clause->tokens, end - 1, CLASS_TIMEUNIT)
                || token_has(maker->clause->tokens, end - 1, CLASS_TIME_NOUN);
    if (start > 1 && start < FARTHEST_FRONTED && end == start + 2 && class_of(maker, start - 1) == CLASS_OF)
        return unit
               && word_ends_in_s(maker->clause->tokens, end); /* "In the first half of | the *year* | sales fell" */
    return unit && start == 1
           && (slice_is(token_slice(maker->clause->tokens, end - 2), "same")
               || token_has(maker->clause->tokens, end - 2, CLASS_SINGULAR));
}

struct phrase {
    uint64_t traits;
    uint32_t end;
    bool headless; /* determiners and no more */
};

static struct phrase phrase_at(const struct maker *maker, uint32_t start)
{
    struct phrase phrase = { 0, start, true };
    for (; is_determiner(maker, phrase.end); phrase.end++)
        phrase.traits |= traits_of(maker, phrase.end);
    uint32_t head = phrase.end;
    for (; ((maker->words[phrase.end].marks & WORD_NOMINAL)
            || (is_free(maker, phrase.end) && goes_on(maker, phrase.end, start)))
           && !ends_fronted_time(maker, start, phrase.end) && !begins_contact_clause(maker, phrase.end, start);
         phrase.end++)
        phrase.traits |= traits_of(maker, phrase.end);
    while (phrase.end > start
           && (class_of(maker, phrase.end - 1) == CLASS_HYPHEN || class_of(maker, phrase.end - 1) == CLASS_SLASH))
        phrase.end--;
    if (phrase.end > start + 1 && is_due(maker, phrase.end - 1))
        phrase.traits = traits_between(maker, start, --phrase.end);
    phrase.headless = phrase.end == head;
    return phrase;
}

static inline struct item *add(struct maker *maker, uint32_t first, uint32_t end, uint8_t class, uint64_t traits)
{
    struct item *item = &maker->clause->items[maker->clause->n_items++];
    *item = (struct item){ traits, first, end, first, -1, class, maker->quoted, 0 };
    maker->clause->traits |= traits;
    return item;
}

static inline uint32_t add_single(struct maker *maker, uint32_t i)
{
    const struct word *word = &maker->words[i];
    add(maker, i, i + 1, word->alone, word->traits)->verbal = (word->marks & WORD_VERBAL) != 0;
    return i + 1;
}

static uint32_t add_claim(struct maker *maker, uint32_t i)
{
    uint32_t claim = maker->words[i].claim, end = i;
    while (maker->words[end].claim == claim)
        end++;
    bool date = maker->clause->claims[claim - 1].kind == CLAIMEX_DATE;
    struct item *item = add(maker, i, end, date ? CLASS_WHEN : CLASS_FIGURE, date ? IS(WHEN) : IS(FIGURE));
    item->claim = (int32_t)claim - 1;
    maker->clause->item_of[claim - 1] = maker->clause->n_items - 1;
    maker->clause->traits |= traits_between(maker, i, end);
    return end;
}

static bool has_class(const struct maker *maker, uint32_t i, enum class class)
{
    return token_has(maker->clause->tokens, i, class);
}

/* "a seasonally adjusted | $5", "a mere | 5%", "the nearly | $5", "the past | five years": the token of the figure
 * behind such words; i when there is none. */
static uint32_t figure_behind(const struct maker *maker, uint32_t i)
{
    uint32_t k = i + 1;
    if (!is_determiner(maker, i))
        return i;
    if (maker->words[k + 1].claim && is_free(maker, k) && token_has(maker->clause->tokens, k, CLASS_NEXT))
        return k + 1;
    bool article = token_reading(maker->clause->tokens, i, CLASS_A) != NULL;
    while (k < i + 4
           && (article ? (traits_of(maker, k) & (IS(ADVERB) | IS(PAST) | IS(ADJECTIVE)))
                             || class_of(maker, k) == CLASS_HYPHEN
                       : maker->words[k].marks & WORD_BOUND))
        k++;
    return k > i + 1 && maker->words[k].claim ? k : i;
}

/* "the highest bid was $40 and | *the lowest* | $12": a noun before is that of both. */
static bool is_other_extreme(const struct maker *maker, uint32_t i, uint32_t end)
{
    return i > 1 && end == i + 2 && class_of(maker, i - 1) == CLASS_AND && has_class(maker, i, CLASS_THE)
           && (maker->clause->traits & (IS(BE) | IS_VERBAL))
           && word_class_is_superlative(token_slice(maker->clause->tokens, i + 1));
}

/* "*a report* | last year"; but "a record 1986", "$8 | a barrel last August" */
static bool is_dated_thing(const struct maker *maker, uint32_t i)
{
    bool rate = i > 0 && maker->words[i - 1].claim;
    return has_class(maker, i, CLASS_A) && !rate
           && (traits_of(maker, i + 1) & (IS(NOUN) | IS(ADJECTIVE) | IS(LEVEL))) == IS(NOUN);
}

/* Before a claim: a bare "the", "its current", "a record" or "China's" is no thing. */
static bool is_unfinished(const struct maker *maker, uint32_t i, const struct phrase *phrase)
{
    uint32_t end = phrase->end;
    uint8_t last = class_of(maker, end - 1);
    bool date = (traits_of(maker, end) & IS(WHEN)) != 0; /* "the current $5", but "the surplus today" */
    if (is_other_extreme(maker, i, end) || (date && end == i + 2 && is_dated_thing(maker, i)))
        return false;
    bool near = end == i + 4 && class_of(maker, i + 2) == CLASS_HYPHEN && has_class(maker, i, CLASS_A)
                && (traits_of(maker, end - 1) & IS(LEVEL)); /* "a near-record $5" */
    bool singular = end == i + 2
                    && (has_class(maker, i, CLASS_A) /* "a record $5", "its current 5" */
                        || (((traits_of(maker, i) & IS(POSSESSOR)) || (!date && has_class(maker, i, CLASS_THE)))
                            && (traits_of(maker, i + 1) & (IS(ADJECTIVE) | IS(LEVEL)))));
    bool former = end == i + 3 && !date && (has_class(maker, i, CLASS_THE) || (traits_of(maker, i) & IS(POSSESSOR)))
                  && (traits_of(maker, i + 1) & IS(ADJECTIVE))
                  && (traits_of(maker, i + 2) & IS(LEVEL)); /* "the previous record 5" */
    return singular || near || former || phrase->headless || last == CLASS_POSSESSIVE || last == CLASS_HYPHEN
           || !(traits_of(maker, end - 1) & (IS(NOUN) | IS(NAME)));
}

/* Words that are part of the claim's outer span. */
static uint32_t add_led_claim(struct maker *maker, uint32_t i, uint32_t claim)
{
    uint64_t traits = traits_between(maker, i, claim);
    uint32_t end = add_claim(maker, claim);
    struct item *item = &maker->clause->items[maker->clause->n_items - 1];
    item->outer = i;
    maker->clause->traits |= traits;
    item->traits |= traits & (IS(POSSIBLE) | IS(EXPECT) | IS(AIM) | IS(UP) | IS(DOWN));
    return end;
}

/* "This | doubles | *our* reach": what stands before the figure is no part of the phrase behind it. */
static bool begins_anew(const struct maker *maker, uint32_t i)
{
    return (traits_of(maker, i) & IS(POSSESSOR)) || has_class(maker, i, CLASS_THE);
}

static uint32_t add_phrase(struct maker *maker, uint32_t i)
{
    if (i > 0 && is_due(maker, i))
        return add(maker, i, i + 1, CLASS_PREPOSITION, IS(PREPOSITION))->end;
    uint32_t figure = figure_behind(maker, i);
    if (figure > i)
        return add_led_claim(maker, i, figure);
    struct phrase phrase = phrase_at(maker, i);
    if (maker->words[phrase.end].claim && is_unfinished(maker, i, &phrase))
        return add_led_claim(maker, i, phrase.end);
    struct item *item = add(maker, i, phrase.end, CLASS_PHRASE, phrase.traits | (phrase.headless ? IS(PRONOUN) : 0));
    item->verbal = (phrase.traits & IS_HELPER) != 0;
    size_t n_before = (size_t)(item - maker->clause->items);
    n_before -= n_before > 1 && item[-1].class == CLASS_HYPHEN; /* "the 5 | - | year plan" */
    const struct item *led = n_before ? &maker->clause->items[n_before - 1] : item;
    bool fronted =
        led->class == CLASS_WHEN && n_before == 2 && led[-1].class == CLASS_PREPOSITION
        && token_has(maker->clause->tokens, led->end - 1, CLASS_TIMEUNIT); /* "In the June quarter | sales" */
    if ((led->class == CLASS_FIGURE || led->class == CLASS_WHEN) && led->outer < led->first && !begins_anew(maker, i)
        && !fronted)
        item->outer = led->outer; /* behind "the" and a figure */
    return phrase.end;
}

/* ------------------------------------------------------------ single words */

static bool quote_at(struct maker *maker, uint32_t i)
{
    const struct token *token = maker->clause->tokens->token.items;
    struct quote mark = { maker->clause->tokens->text, token[i].start, token[i].end, token[maker->n_tokens - 1].end };
    return quotes_open(&mark, maker->quoted);
}

static uint32_t add_quote(struct maker *maker, uint32_t i)
{
    bool opens = quote_at(maker, i);
    maker->quoted = false;
    add(maker, i, i + 1, opens ? CLASS_QUOTE_OPENS : CLASS_QUOTE_CLOSES, traits_of(maker, i));
    maker->quoted = opens || maker->single > i;
    return i + 1;
}

#define LONGEST_SINGLE 96u /* tokens */

static bool is_stop(uint8_t class)
{
    return class == CLASS_COMMA || class == CLASS_PERIOD || class == CLASS_MARK;
}

/* "'It cost $5,' said Ma.", "a 'big five' firm": the mark that closes what the one at token i opens; i when it is an
 * apostrophe. One behind a comma or a full stop is surer than "the workers' pay". */
static uint32_t end_of_single(const struct maker *maker, uint32_t i)
{
    uint32_t end = i, n = maker->n_tokens;
    if (maker->quoted || i + 1 >= n || has_gap(maker, i + 1) || (i > 0 && !has_gap(maker, i)))
        return i;
    for (uint32_t k = i + 2; k < n && k < i + LONGEST_SINGLE; k++) {
        bool closes = class_of(maker, k) == CLASS_APOSTROPHE && !has_gap(maker, k)
                      && (k + 1 >= n || has_gap(maker, k + 1) || is_stop(class_of(maker, k + 1)));
        if (closes && is_stop(class_of(maker, k - 1)))
            return k;
        end = closes && end == i ? k : end;
    }
    return end;
}

static uint32_t add_apostrophe(struct maker *maker, uint32_t i)
{
    bool closes = maker->single == i && i > 0;
    uint32_t end = closes ? i : end_of_single(maker, i);
    bool speech = (closes || end > i) && is_stop(class_of(maker, end - 1)); /* else a title, or so-called */
    uint8_t class = !speech ? maker->words[i].alone : closes ? CLASS_QUOTE_CLOSES : CLASS_QUOTE_OPENS;
    maker->quoted &= !closes;
    add(maker, i, i + 1, class, traits_of(maker, i));
    maker->single = end > i ? end : closes ? 0 : maker->single;
    maker->quoted |= end > i;
    return i + 1;
}

static uint32_t add_other(struct maker *maker, uint32_t i)
{
    uint8_t class = class_of(maker, i);
    if (class == CLASS_QUOTE)
        return add_quote(maker, i);
    if (class == CLASS_APOSTROPHE)
        return add_apostrophe(maker, i);
    if (is_ended(maker, i))
        return add(maker, i, i + 1, CLASS_PREPOSITION, IS(PREPOSITION))->end;
    return is_modifier(maker, i, i) || is_before_hyphen(maker, i) ? add_phrase(maker, i) : add_single(maker, i);
}

void items_make(struct clause *clause)
{
    struct maker maker = { clause, clause->words, (uint32_t)clause->tokens->token.count, clause->opens_quoted, 0 };
    clause->n_items = 0;
    clause->traits = 0;
    for (uint32_t i = 0; i < clause->n_claims; i++)
        clause->item_of[i] = NO_ITEM;
    for (uint32_t i = 0; i < maker.n_tokens;) {
        uint8_t marks = clause->words[i].marks;
        if (clause->words[i].claim)
            i = add_claim(&maker, i);
        else if (marks & (WORD_DETERMINER | WORD_NOMINAL))
            i = add_phrase(&maker, i);
        else
            i = marks & WORD_OPENING ? add_other(&maker, i) : add_single(&maker, i);
    }
    clause->ends_quoted = maker.quoted;
}

/* ----------------------------------------------------- figures of a when, a where */

bool item_is_distance(const struct clause *clause, uint32_t i)
{
    uint32_t before = item_before_figure(clause, i);
    return item_claim(clause, i)->kind == CLAIMEX_DURATION && item_class(clause, i + 1) == CLASS_PREPOSITION
           && item_begins(clause, i + 1, CLASS_THEN)
           && (before == NO_ITEM || !(item_is(clause, before, IS(BE)) || item_begins(clause, before, CLASS_LASTING)));
}

bool item_is_place(const struct clause *clause, uint32_t figure, uint32_t behind)
{
    if (item_claim(clause, figure)->kind != CLAIMEX_MEASURE)
        return false;
    if (item_reads(clause, behind, "off"))
        return item_is_phrase(clause, behind + 1);
    return item_begins(clause, behind, CLASS_COMPASS)
           && (item_is_single(clause, behind) || item_class(clause, behind + 1) == CLASS_OF
               || item_class(clause, behind + 1) == CLASS_FROM);
}
