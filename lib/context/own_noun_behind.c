/* The noun behind a figure is what it measures: "8 million users", "72% of firms", "a $45 a share bid". */
#include "context/own_noun.h"

#include "context/beside.h"

/* "doubled his money": the verb is the figure. */
bool own_noun_of_multiple(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    bool verb =
        figure->claim->kind == CLAIMEX_MULTIPLE && figure->claim->change
        && !token_has(clause->tokens, clause->items[figure->at].first, CLASS_NUMBER); /* "by *three* times the" */
    return verb && item_is_phrase(clause, k) && item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR))
           && figure_take(figure, phrase_starting(clause, k));
}

/* "Kia | and | Hyundai vehicles", "digital | and | physical sales": one noun for both. */
static uint32_t last_of_pair(const struct clause *clause, uint32_t item)
{
    uint64_t head = item_head(clause, item);
    bool pair = (head & (IS(NAME) | IS(ADJECTIVE))) && item_class(clause, item + 1) == CLASS_AND
                && item_is_phrase(clause, item + 2) && !item_is(clause, item + 2, IS(DETERMINER) | IS(POSSESSOR));
    if (!pair)
        return item;
    uint32_t last = clause->items[item + 2].end - 1;
    return (clause->words[last].traits & (IS(NOUN) | IS(NAME))) == IS(NOUN) ? item + 2 : item;
}

/* "the club | 's | more than | 900 | members"; the item itself when no number stands between owner and owned */
static uint32_t end_of_owned(const struct clause *clause, uint32_t item)
{
    uint32_t k = item + 1;
    if (item_class(clause, k) != CLASS_POSSESSIVE)
        return item;
    k += 1 + (item_class(clause, k + 1) == CLASS_ADVERB);
    return item_class(clause, k) == CLASS_FIGURE && item_is_phrase(clause, k + 1) ? k + 1 : item;
}

/* "small | and | large firms | in | Oslo" */
static struct item_range pair_starting(const struct clause *clause, uint32_t item)
{
    if (end_of_owned(clause, item) > item)
        return (struct item_range){ item, end_of_owned(clause, item) };
    struct item_range range = phrase_starting(clause, item);
    if (range.last == item)
        range.last = phrase_starting(clause, last_of_pair(clause, item)).last;
    else
        range.last = last_of_pair(clause, range.last);
    return range;
}

/* Behind the 5% of "4%, 5% and 6% of sales", behind "5% or $2 million of sales": one whole for all. */
static uint32_t behind_shares(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint32_t last = k;
    if (!figure_is_share(figure->claim) || figure->claim->role) /* "up 9%, or 16% of sales" */
        return k;
    for (uint32_t i = k; i < k + 12 && (item_class(clause, i) == CLASS_COMMA || item_class(clause, i) == CLASS_AND);) {
        bool either = item_begins(clause, i, CLASS_OR);
        i += 1 + (item_class(clause, i + 1) == CLASS_AND);
        i += item_class(clause, i) == CLASS_ADVERB;
        bool figures = item_class(clause, i) == CLASS_FIGURE;
        if (!figures || (!either && item_claim(clause, i)->kind != figure->claim->kind))
            break;
        last = ++i;
    }
    return item_class(clause, last) == CLASS_OF ? last : k;
}

/* Past the conversion in "20 kg (44 lb) of coal". */
static uint32_t behind_conversion(const struct clause *clause, uint32_t k)
{
    bool bracketed = item_class(clause, k) == CLASS_OPEN && item_class(clause, k + 1) == CLASS_FIGURE
                     && item_class(clause, k + 2) == CLASS_CLOSE;
    return bracketed ? k + 3 : k;
}

/* The "in" of "US$4 trillion in sales"; but "to $4 in early trading", "sold for $4 in cash". */
static bool is_in_of_money(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    if (item_reads(clause, figure->before, "for") && item_begins(clause, k + 1, CLASS_TENDER))
        return false;
    bool end = figure->claim->role == CLAIMEX_ROLE_FROM || figure->claim->role == CLAIMEX_ROLE_TO;
    return figure->claim->kind == CLAIMEX_MONEY && !end && item_class(clause, k) == CLASS_PREPOSITION
           && item_reads(clause, k, "in") && !item_is(clause, k + 1, IS(DETERMINER) | IS(NAME))
           && !figure_is_time_unit(clause, k + 1);
}

/* "half its sales" */
static bool is_half_of(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    return figure->claim->kind == CLAIMEX_RATIO && item_is_phrase(clause, k)
           && item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR)) && !figure_is_time_unit(clause, k);
}

/* "500 firms, half of which" */
static bool take_before_which(const struct figure *figure)
{
    return beside_part(figure)
           || (figure->before != NO_ITEM && figure->before > 0 && figure_opens_aside(figure->clause, figure->before)
               && figure_take(figure, (struct item_range){ figure->before - 1, figure->before - 1 }));
}

/* "half of the 200 firms", "half of the 13-nation fair", "half of the 2m tonnes of tin" */
static bool take_behind_number(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint32_t whole = k + 1 + (item_class(clause, k + 1) == CLASS_HYPHEN || item_class(clause, k + 1) == CLASS_OF);
    return item_class(clause, k) == CLASS_FIGURE && item_is_phrase(clause, whole)
           && figure_take(figure, pair_starting(clause, whole));
}

/* "35% | of | 15-year-olds", "a third of | over | - | 65s": an age that names those who have it. */
static bool take_group(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint32_t the = item_begins(clause, k, CLASS_THE) && item_is_single(clause, k), bound = k + the;
    uint32_t age = bound;
    if (bound < clause->n_items && (clause->words[clause->items[bound].first].marks & WORD_BOUND))
        age += 1 + (item_class(clause, bound + 1) == CLASS_HYPHEN);
    if (!item_is_kind(clause, age, CLAIMEX_AGE) || !phrase_is_plural(clause, clause->items[age].end - 1))
        return false;
    figure->claim->subject = items_span(clause, k, age);
    return true;
}

/* The "of" of "5 tons | , | or | 25% | , | of | the crop", which both figures have; `k` itself when there is none. */
static uint32_t behind_restatement(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    if (item_class(clause, k) != CLASS_COMMA)
        return k;
    uint32_t before = figure->before, other = k + 2 + (item_class(clause, k + 2) == CLASS_ADVERB);
    if (item_begins(clause, k + 1, CLASS_OR) && item_class(clause, other) == CLASS_FIGURE
        && item_class(clause, other + 1) == CLASS_COMMA && item_class(clause, other + 2) == CLASS_OF)
        return other + 2;
    bool second = before != NO_ITEM && item_begins(clause, before, CLASS_OR) && item_class(clause, k + 1) == CLASS_OF;
    return k + second;
}

/* The whole behind an "of"; but what is spent of it, "on rent", is no part: "spend | 40% | of | their income | on". */
static bool take_whole(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    struct item_range range = pair_starting(clause, k);
    bool spent = figure->before != NO_ITEM && item_is_verbal(clause, figure->before)
                 && item_begins(clause, figure->before, CLASS_PRICING);
    for (uint32_t i = range.last; spent && i > k; i--)
        if (item_reads(clause, i, "on"))
            range.last = i - 1;
    return figure_take(figure, range);
}

/* "72% of firms", "17 of his friends", "$2m worth of goods". */
bool own_noun_behind_of(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = behind_shares(figure, behind_conversion(clause, figure->at + 1));
    k = behind_restatement(figure, k);
    k += item_class(clause, k) == CLASS_APOSTROPHE && item_reads(clause, k + 1, "worth"); /* "5 dollars' worth of" */
    k += item_reads(clause, k, "worth") || item_class(clause, k) == CLASS_CLOSE;
    bool near = figure->at > 0 && item_reads(clause, figure->at - 1, "within"); /* "within | 5 miles | of Oslo" */
    bool of = item_class(clause, k) == CLASS_OF && !near;
    bool those = of && item_reads(clause, k + 1, "those") && item_is_single(clause, k + 1);
    if (those && item_class(clause, k + 2) == CLASS_PAST) {
        figure->claim->subject = items_span(clause, k + 1, k + 2); /* "of | those | surveyed" */
        return true;
    }
    bool ratio = figure->claim->kind == CLAIMEX_RATIO; /* "two in five | under | - | 35s" */
    if ((of || ratio) && take_group(figure, k + of))
        return true;
    if ((of || is_in_of_money(figure, k)) && item_is_phrase(clause, k + 1))
        return take_whole(figure, k + 1);
    if (of && item_class(clause, k + 1) == CLASS_WHEN && item_is_led(clause, k + 1) && item_is_phrase(clause, k + 2))
        return figure_take(figure, pair_starting(clause, k + 2)); /* "3% | of | the 1940 | population" */
    if (is_half_of(figure, k))
        return figure_take(figure, phrase_starting(clause, k));
    if (of && item_class(clause, k + 1) == CLASS_RELATIVE)
        return take_before_which(figure);
    if (of && item_reads(clause, k + 1, "them"))
        return beside_part(figure);
    return of && take_behind_number(figure, k + 1);
}

/* What went up or down: "a 5% rise in sales", "a 5% gain for the index", "sold 9 cars last year, a 5% rise", "against a
 * 5% rise". */
static bool take_what_turned(const struct figure *figure, uint32_t turn)
{
    const struct clause *clause = figure->clause;
    if ((item_reads(clause, turn + 1, "in") || item_reads(clause, turn + 1, "for")) && item_is_phrase(clause, turn + 2)
        && !figure_is_time_unit(clause, turn + 2))
        return figure_take(figure, phrase_starting(clause, turn + 2));
    return (figure_opens_aside(clause, figure->before) && beside_compared(figure, figure->before))
           || beside_against(figure);
}

/* "a 5 cent | per | share *dividend*", "a $7 | - | a-share *bid*", "the $9 | - | per-month *fee*", "a $7 | a share
 * *bid*" */
static bool of_rate(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    bool led = item_is_led(clause, figure->at);
    bool base = item_is_phrase(clause, k) && (item_begins(clause, k, CLASS_A) || item_begins(clause, k, CLASS_PER));
    bool chained = base && figure_is_tied(figure, k - 1);
    k += !base;
    if (!figure->claim->per || !item_is_phrase(clause, k) || (!base && item_class(clause, k - 1) != CLASS_PER))
        return false;
    const struct item *phrase = &clause->items[k];
    uint32_t first = phrase->first + 1 + base + chained; /* behind "share", "a share", "a-share" */
    uint64_t head = item_head(clause, k);
    if ((!chained && !led) || first >= phrase->end || !(head & IS(NOUN)) || (head & (IS(LEVEL) | IS(COUNTER))))
        return false;
    if ((head & (IS(UP) | IS(DOWN))) && take_what_turned(figure, k)) /* "a $2 | a barrel *rise* | in | prices" */
        return true;
    const struct token *tokens = clause->tokens->token.items;
    figure->claim->subject = (claimex_span){ tokens[first].start, tokens[phrase->end - 1].end };
    return true;
}

/* "a five-year, | $50m | deal", "two-, four- and | six-seat | cars": the noun behind the last of them. */
static uint32_t behind_attributes(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    const claimex_claim *last = NULL;
    bool attribute = item_is_led(clause, figure->at) || figure_is_tied(figure, k);
    for (; attribute && k < figure->at + 8; k++) {
        uint8_t class = item_class(clause, k);
        last = class == CLASS_FIGURE ? item_claim(clause, k) : last;
        if (class != CLASS_FIGURE && class != CLASS_COMMA && class != CLASS_AND && class != CLASS_HYPHEN
            && class != CLASS_DASH)
            break;
    }
    bool noun = last && item_is_phrase(clause, k) && !item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR));
    bool glued = noun && figure_is_tied(figure, k - 1);
    return glued || (noun && item_class(clause, k - 1) == CLASS_FIGURE && last->kind != CLAIMEX_COUNT) ? k : figure->at;
}

/* What attributes stand before: with the number when that is a part of its name ("a 90 kW | four-cylinder"), without
 * the noun that the number counts ("a three-day, 12-team | event"). */
static bool take_attributed(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint32_t first = clause->items[k].first;
    bool single = clause->items[k].end - first == 1;
    bool numbered = item_class(clause, k - 1) == CLASS_HYPHEN && item_class(clause, k - 2) == CLASS_FIGURE
                    && item_claim(clause, k - 2)->kind == CLAIMEX_COUNT;
    if (!figure_take(figure, numbered && single ? (struct item_range){ k, k } : phrase_starting(clause, k)))
        return false;
    if (numbered && !single && clause->words[first + 1].class != CLASS_HYPHEN)
        figure->claim->subject.start = clause->tokens->token.items[first + 1].start;
    return true;
}

/* "The staff is 62% | female." */
static bool is_predicate(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    return figure->claim->kind == CLAIMEX_PERCENTAGE && !item_is_led(clause, figure->at) && figure->before != NO_ITEM
           && item_is(clause, figure->before, IS(BE)) && item_is_single(clause, k)
           && (item_head(clause, k) & IS(ADJECTIVE));
}

/* "the $3 billion | analysts | (had |) expected.": who expected so much. */
static bool is_expecting(const struct clause *clause, uint32_t k)
{
    bool had = item_is(clause, k + 1, IS(HAVE));
    uint8_t behind = item_class(clause, k + 2);
    return item_is(clause, k + 1 + had, IS(EXPECT)) && item_is_verbal(clause, k + 1 + had)
           && (had || behind == CLASS_PERIOD || behind == CLASS_COMMA || behind == CLASS_AND || behind == CLASS_BUT);
}

/* "Net $3m | Sales | $32m", "Battery: 18 hrs | Weight | : 1 kg": the name of the next figure. */
static bool opens_row(const struct clause *clause, uint32_t k)
{
    const struct token *first = clause->tokens->token.items + clause->items[k].first;
    bool named = item_class(clause, k + 1) == CLASS_COLON
                 || (item_class(clause, k + 1) == CLASS_FIGURE && !item_is_led(clause, k + 1));
    return first->capital == CLASS_CAPITALISED && named;
}

/* "$31 US" */
static bool is_sign_behind(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    return figure->claim->kind == CLAIMEX_MONEY && item_reads(clause, k, "us") && item_is_single(clause, k);
}

/* "a 3,000-strong | local force" */
static bool is_strength(const struct figure *figure, uint32_t k)
{
    return figure_is_tied(figure, k - 1) && item_reads(figure->clause, k, "strong");
}

/* "20 pounds | lighter", "an hour | later" */
static bool is_compared(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    bool more = item_begins(clause, k, CLASS_COMPARED) || item_begins(clause, k, CLASS_THEN);
    return more && item_is_single(clause, k) && figure->claim->kind != CLAIMEX_COUNT && !figure_is_tied(figure, k - 1)
           && (item_head(clause, k) & (IS(ADJECTIVE) | IS(ADVERB)));
}

/* "33 (6) | kg/m2", "8 (1) | %": the unit of the figure. */
static bool is_unit_behind_spread(const struct clause *clause, uint32_t k)
{
    uint32_t first = clause->items[k].first;
    return k > 0 && item_class(clause, k - 1) == CLASS_CLOSE
           && (token_reading(clause->tokens, first, CLASS_UNIT) || token_reading(clause->tokens, first, CLASS_PERCENT));
}

/* "Prices are 8 times | earnings": what the other is so many times of; but "8 times | more jobs". */
static bool is_multiplied(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    return figure->claim->kind == CLAIMEX_MULTIPLE && !item_begins(clause, k, CLASS_COMPARED)
           && (item_reads(clause, figure->before, "at")
               || token_has(clause->tokens, clause->items[figure->at].end - 1, CLASS_TIMES));
}

/* A noun phrase that stands behind the figure and is nothing that it measures. */
static bool is_none_of_its_own(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    bool limit = item_is_single(clause, k) && item_begins(clause, k, CLASS_LIMIT); /* "$8 | beginning | in June" */
    bool since = figure->claim->kind == CLAIMEX_DURATION && (item_head(clause, k) & IS(LEVEL))
                 && phrase_is_plural(clause, clause->items[k].end - 1); /* "four-year | highs" */
    return limit || since || is_multiplied(figure, k) || is_compared(figure, k) || is_sign_behind(figure, k)
           || is_predicate(figure, k) || figure_is_bare_age(figure) || opens_row(clause, k) || is_expecting(clause, k)
           || figure_is_time_unit(clause, k) || figure_is_counter(clause, k) || is_unit_behind_spread(clause, k)
           || (figure->claim->kind == CLAIMEX_COUNT && !figure->claim->unit && !is_strength(figure, k))
           || figure_is_before_verb(figure, k) || item_is_place(clause, figure->at, k)
           || (item_class(clause, k + 1) == CLASS_OF && item_begins(clause, k, CLASS_NET));
}

/* Where the noun may begin: "$17bn: | planned spending", "a 2-mile (3 km) | walk", "a 5% January | rise". */
static uint32_t behind_marks(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    k += figure_is_tied(figure, k) || (figure->at == 0 && item_class(clause, k) == CLASS_COLON);
    k = behind_conversion(clause, k);
    return k
           + ((figure_is_tied(figure, k) && k > figure->at + 1)
              || (item_class(clause, k) == CLASS_WHEN && item_is_phrase(clause, k + 1)));
}

/* From the noun at item k on: "a 3-point | lead", "80% | of every pound", "a 78%-owned | unit" without their first
 * word. */
static bool take_from(const struct figure *figure, uint32_t k, struct item_range range)
{
    const struct clause *clause = figure->clause;
    uint32_t first = clause->items[k].first;
    bool of_every = token_has(clause->tokens, first, CLASS_OUT_OF);
    if (of_every && figure->claim->per) /* "40p | in every pound" */
        return false;
    if (item_class(clause, k + 1) == CLASS_OF)
        range = phrase_starting(clause, k);
    figure->claim->subject = items_span(clause, range.first, range.last);
    bool owned = figure->claim->kind == CLAIMEX_PERCENTAGE && (clause->words[first].traits & IS(PAST));
    bool size = figure_is_tied(figure, k - 1) || figure->claim->kind == CLAIMEX_MEASURE;
    bool extent = is_strength(figure, k) /* "100-foot-long", "two-metre | high wave" */
                  || (size && token_has(clause->tokens, first, CLASS_EXTENT));
    bool plus = token_has(clause->tokens, first, CLASS_PLUS); /* "500+ | homes" */
    bool other = of_every || owned || extent || plus || (clause->words[first].traits & IS(COUNTER));
    first += other && clause->items[k].end - first > 1;
    figure->claim->subject.start = clause->tokens->token.items[first].start;
    return true;
}

/* "grew at a 4% | annual rate", "its fall by 50% | hurt importers": no noun that the change measures */
static bool is_behind_change(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    uint32_t at = figure->at;
    if (at == 0 || figure->claim->kind != CLAIMEX_PERCENTAGE)
        return false;
    uint32_t last = clause->items[item].end - 1;
    bool named = last > clause->items[item].first && (clause->words[last - 1].traits & (IS(NOUN) | IS(NAME)));
    bool led = item_is_led(clause, at) && token_reading(clause->tokens, clause->items[at].outer, CLASS_A);
    bool pace = led && item_reads(clause, at - 1, "at") && token_has(clause->tokens, last, CLASS_PACE) && !named;
    bool by = figure->claim->role == CLAIMEX_ROLE_BY && item_reads(clause, at - 1, "by") && !item_is_led(clause, at);
    return pace || by;
}

/* The thing itself: "8 million users", "a 10 percent tax", "the 20-trillion-dollar industry". */
bool own_noun_behind(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = behind_marks(figure), shared = behind_attributes(figure);
    if (of_rate(figure, k) || (shared > figure->at && take_attributed(figure, shared)))
        return true;
    if (!item_is_phrase(clause, k) || item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR))
        || is_none_of_its_own(figure, k) || is_behind_change(figure, k))
        return false;
    struct item_range range = { k, figure->claim->kind == CLAIMEX_COUNT ? last_of_pair(clause, k) : k };
    if (figure->claim->kind == CLAIMEX_RATIO && k == figure->at + 1) /* "one in five | pupils | in | England" */
        range = phrase_starting(clause, k);
    if (!(item_head(clause, range.last) & (IS(NOUN) | IS(NAME))))
        return false;
    if (phrase_is_turn(clause, k) && figure->claim->role == CLAIMEX_ROLE_BY && take_what_turned(figure, k))
        return true;
    bool pace = item_is_single(clause, k) && item_begins(clause, k, CLASS_PACE);
    if (pace && beside_against(figure)) /* "grew 3%, compared with a 2% | rate | in May" */
        return true;
    return take_from(figure, k, range);
}
