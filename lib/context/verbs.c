/* English puts the subject before the verb and the figure behind it, so the way from a figure to what it measures is a
 * walk to the left: over objects and prepositions to the verb, over its helpers, over inserted clauses, to a noun. */
#include "context/verbs.h"

static bool ends_clause(const struct clause *clause, uint32_t i)
{
    uint8_t class = item_class(clause, i);
    return class == CLASS_SEMICOLON || class == CLASS_COLON || class == CLASS_SUBORDINATE || class == CLASS_PERIOD
           || item_opens_speech(clause, i);
}

static bool is_link(const struct clause *clause, uint32_t i)
{
    if (item_is_phrase(clause, i)) /* "are | both | selling"; but in "the average | daily | dose" is no link */
        return i > 0 && item_is(clause, i, IS(PRONOUN)) && item_is(clause, i - 1, IS_HELPER);
    bool infinitive = item_class(clause, i) == CLASS_NONE && item_is(clause, i, IS(EXPECT) | IS(AIM) | IS(FAIL));
    return infinitive /* "was | likely to | rise" */ || item_is(clause, i, IS(ADVERB) | IS(NOT) | IS_HELPER)
           || item_class(clause, i) == CLASS_TO || item_is_verbal(clause, i);
}

/* The item before the mark of 'has | " | spent'; i when there is none. */
static uint32_t before_mark(const struct clause *clause, uint32_t i)
{
    bool mark = i > 1 && item_class(clause, i - 1) == CLASS_QUOTE_OPENS && !item_opens_speech(clause, i - 1);
    return i - mark;
}

/* Up to the helpers in front: "has | been | expected | to | grow". */
static void widen(const struct clause *clause, struct verb_group *group)
{
    group->traits = clause->items[group->last].traits;
    for (uint32_t k; (k = before_mark(clause, group->first)) > 0 && is_link(clause, k - 1); group->first = k - 1)
        group->traits |= clause->items[k - 1].traits;
    while (group->first < group->last && clause->items[group->first].class == CLASS_ADVERB)
        group->first++;
}

static uint32_t skip_parenthesis(const struct clause *clause, uint32_t i)
{
    for (uint32_t k = i; k > 0 && i - k < ITEMS_FAR; k--)
        if (item_class(clause, k - 1) == CLASS_OPEN)
            return k - 1;
    return i;
}

static uint32_t skip_quotation(const struct clause *clause, uint32_t i)
{
    for (uint32_t k = i; k > 1 && i - k < ITEMS_FAR; k--)
        if (item_class(clause, k - 1) == CLASS_QUOTE_OPENS)
            return k - 1;
    return i;
}

bool verbs_before(const struct clause *clause, uint32_t i, struct verb_group *group)
{
    for (uint32_t k = i; k > 0 && i - k < ITEMS_FAR; k--) {
        if (item_class(clause, k - 1) == CLASS_CLOSE && k < i)
            k = skip_parenthesis(clause, k - 1) + 1;
        if (item_class(clause, k - 1) == CLASS_QUOTE_CLOSES && k > 1)
            k = skip_quotation(clause, k - 1);
        if (item_is_verbal(clause, k - 1)) {
            *group = (struct verb_group){ k - 1, k - 1, 0 };
            widen(clause, group);
            return true;
        }
        if (ends_clause(clause, k - 1))
            return false;
    }
    return false;
}

/* ------------------------------------------------------------------ subjects */

static const struct item_range nothing = { NO_ITEM, NO_ITEM };

/* "a 25-year-old"; but "workers under 25", "boys aged 8" */
static bool is_person(const struct clause *clause, uint32_t i)
{
    if (!item_is_kind(clause, i, CLAIMEX_AGE))
        return false;
    uint8_t before = i > 0 ? item_class(clause, i - 1) : CLASS_NONE;
    if (i > 1 && before == CLASS_AND && item_class(clause, i - 2) == CLASS_FIGURE && !item_is_led(clause, i))
        return false; /* "women aged 27 and 31" */
    return before != CLASS_ADVERB && before != CLASS_PREPOSITION && before != CLASS_PAST;
}

static bool leads_figure(const struct clause *clause, uint32_t i)
{
    uint8_t class = item_class(clause, i);
    return class == CLASS_PREPOSITION || class == CLASS_OF || class == CLASS_TO || class == CLASS_FROM;
}

/* The figure with the words before it: "worth | $2 billion", "worth | over | $2 billion". */
static uint32_t before_led_figure(const struct clause *clause, uint32_t figure)
{
    uint32_t k = figure - (item_class(clause, figure - 1) == CLASS_ADVERB);
    return k > 0 && leads_figure(clause, k - 1) ? k - 1 : figure;
}

/* The date with the word before it: "in | May", "the six months | to | 30 June". */
static uint32_t before_led_date(const struct clause *clause, uint32_t date)
{
    bool led =
        date > 0 && leads_figure(clause, date - 1)
        && (item_class(clause, date - 1) != CLASS_TO || (date > 1 && item_class(clause, date - 2) == CLASS_FIGURE));
    return date - led;
}

uint32_t verbs_behind_times(const struct clause *clause, uint32_t k)
{
    for (unsigned steps = 0; k > 0 && steps < 6; steps++) {
        if (item_class(clause, k - 1) == CLASS_WHEN)
            k = before_led_date(clause, k - 1);
        else if (item_class(clause, k - 1) == CLASS_FIGURE
                 && k >= 2 /* "a market worth $2 billion" */ && !is_person(clause, k - 1)
                 && item_class(clause, k - 2) != CLASS_COMMA)
            k = before_led_figure(clause, k - 1);
        else if (k > 2 && item_class(clause, k - 2) == CLASS_FIGURE && item_is_points(clause, k - 1))
            k -= 2; /* "raised rates | a quarter | point" */
        else if (item_is_phrase(clause, k - 1) && k > 2
                 && phrase_is_rate(clause, k - 1)) /* "raised fares | to $5 a head" */
            k -= 2 + leads_figure(clause, k - 3);
        else if (k > 2 && item_class(clause, k - 3) == CLASS_FIGURE && item_claim(clause, k - 3)->per
                 && item_is_phrase(clause, k - 2) && item_begins(clause, k - 1, CLASS_A))
            k--; /* "600 | people | a day | cut" */
        else if (k > 4 && item_is_phrase(clause, k - 1) && item_class(clause, k - 2) == CLASS_PER
                 && item_class(clause, k - 3) == CLASS_FIGURE && item_class(clause, k - 4) == CLASS_OF)
            k -= 4; /* "a fee | of $5 per ton" */
        else if (item_class(clause, k - 1) == CLASS_ADVERB)
            k--;
        else if (item_class(clause, k - 1) == CLASS_CLOSE)
            k = skip_parenthesis(clause, k - 1);
        else if (before_mark(clause, k) < k
                 || (k > 1 && item_class(clause, k - 1) == CLASS_QUOTE_CLOSES && item_is_phrase(clause, k - 2)))
            k--; /* 'The board | " | spent', 'The play "Rain | " | cost' */
        else
            break;
    }
    return k;
}

uint32_t verbs_before_gap(const struct clause *clause, uint32_t k)
{
    static const uint8_t between[] = { CLASS_PHRASE, CLASS_OF, CLASS_AND, CLASS_COMMA, CLASS_BUT, CLASS_SEMICOLON };
    if (k == NO_ITEM || !item_is_phrase(clause, k))
        return NO_ITEM;
    uint32_t noun = k;
    while (k > 0 && memchr(between, item_class(clause, k), sizeof between))
        k--;
    uint64_t head = item_head(clause, noun);
    bool named = k + 2 == noun && (head & (IS(NOUN) | IS(NAME))) && !(head & (IS(ADJECTIVE) | IS(GERUND)));
    if (item_class(clause, k) == CLASS_WHEN && named) /* "fell 4% | in May, | profits | 6%" */
        k -= 1 + leads_figure(clause, k - 1);
    return item_class(clause, k) == CLASS_FIGURE ? k : NO_ITEM;
}

uint32_t verbs_before_level(const struct clause *clause, uint32_t of)
{
    bool phrase = item_class(clause, of) == CLASS_OF && of > 1 && item_is_phrase(clause, of - 1);
    if (!phrase || !(item_head(clause, of - 1) & IS(LEVEL)))
        return NO_ITEM;
    bool since = of > 2 && item_class(clause, of - 2) == CLASS_FIGURE && item_is_led(clause, of - 2)
                 && item_claim(clause, of - 2)->kind == CLAIMEX_DURATION;
    return of - 2 - since; /* "to | a ten-year | low | of | 5%" */
}

uint32_t verbs_before_insertion(const struct clause *clause, uint32_t comma)
{
    for (uint32_t k = comma; k > 1 && comma - k < 16; k--) {
        if (item_class(clause, k - 1) != CLASS_COMMA)
            continue;
        uint32_t in = k;
        while (in < comma && item_class(clause, in) == CLASS_ADVERB)
            in++;
        uint8_t class = item_class(clause, in);
        bool turned = in > k && item_is(clause, k, IS(UP) | IS(DOWN)); /* "Shares, down 5% this year, | fell" */
        bool figure = class == CLASS_FIGURE
                      && (in + 1 + phrase_is_rate(clause, in + 1) == comma || turned
                          || (item_class(clause, in + 1) == CLASS_OF && in + 3 == comma
                              && item_class(clause, comma + 1) != CLASS_GERUND) /* ", now 60% of GDP, | is" */
                          || item_class(clause, in + 1) == CLASS_PREPOSITION
                          || item_begins(clause, in + 1, CLASS_EXTENT)); /* "The bridge, | 60m | high, | took" */
        bool inserted =
            in == comma /* "Output, | meanwhile, | was" */
            || figure /* "Maddon, 66, | has", "Output, 3 tons in 1990, | has" */ || class == CLASS_RELATIVE
            || (class == CLASS_PRONOUN && item_class(clause, in + 1) == CLASS_REPORT) /* ", she said in May," */
            || class == CLASS_ACCORDING /* "The town, according to her, | has" */
            || item_begins(clause, k, CLASS_OR) || class == CLASS_PHRASE || class == CLASS_PREPOSITION
            || (class == CLASS_FROM && item_is_phrase(clause, in + 1)) /* "Ruiz, | from | Leeds, | won" */
            || item_is(clause, in, IS(PAST) | IS(GERUND));             /* "The house, | once | valued at $5, | is" */
        uint32_t end = verbs_behind_times(clause, k - 1);              /* "Imports in the year, oil excluded, | fell" */
        bool counter = end > 1 && item_class(clause, end - 2) == CLASS_FIGURE && item_is(clause, end - 1, IS(COUNTER));
        return inserted && end > 0 && item_is_phrase(clause, end - 1) && !counter ? end - 1 : NO_ITEM;
    }
    return NO_ITEM;
}

bool verbs_may_be_reduced(const struct clause *clause, uint32_t verb)
{
    uint32_t head = clause->items[verb - 1].end - 1;
    bool name = (clause->words[head].traits & IS(NAME)) || (head == 0 && !phrase_is_plural(clause, head));
    return !item_is(clause, verb, IS(REPORT) | IS(SHOW)) || !(name || item_begins(clause, verb, CLASS_SAY));
}

/* "*plans* | to | cut | jobs"; but "had | *plans* | to cut", "calls for | *Ford* | to cut": those are no subjects. */
static bool is_infinitive_of_noun(const struct clause *clause, uint32_t verb)
{
    if (verb < 2 || item_class(clause, verb - 1) != CLASS_TO || !item_is_verbal(clause, verb)
        || !item_is_phrase(clause, verb - 2))
        return false;
    uint32_t first = phrase_ending(clause, verb - 2).first;
    first -= first > 0 && item_class(clause, first - 1) == CLASS_FIGURE; /* "asked | 20 | pupils | to watch" */
    uint8_t before = first > 0 ? item_class(clause, first - 1) : CLASS_NONE;
    bool says = item_is(clause, first - 1, IS(REPORT) | IS(SHOW)) && !item_begins(clause, first - 1, CLASS_HEARER);
    bool object = first > 0 && (item_is_phrase(clause, first - 1) || (item_is_verbal(clause, first - 1) && !says));
    return !object && before != CLASS_PREPOSITION && before != CLASS_OF && before != CLASS_FROM && before != CLASS_TO;
}

/* "cars sold in China", "people claiming benefits", "people who claim benefits" from the item behind the participle or
 * verb: the noun phrase before it; NO_ITEM when the clause is none of these. */
static uint32_t before_reduced_clause(const struct clause *clause, uint32_t first)
{
    uint32_t verb = first - (first > 1 && item_class(clause, first - 1) == CLASS_FIGURE); /* "on | a 5-mile | line" */
    bool joined = verb > 0 && phrase_is_joined_at(clause, verb - 1) && item_class(clause, verb - 1) != CLASS_AND;
    verb -= joined;
    while (verb > 0 && first - verb < 4
           && (item_class(clause, verb - 1) == CLASS_FIGURE || item_class(clause, verb - 1) == CLASS_ADVERB))
        verb--;
    if (verb < 2)
        return NO_ITEM;
    verb--;
    bool gives = !joined && item_begins(clause, verb, CLASS_GIVING); /* "patients | given | the drug" */
    bool past = (joined || gives) && item_is(clause, verb, IS(PAST)) && verbs_may_be_reduced(clause, verb);
    if ((past || item_is(clause, verb, IS(GERUND))) && item_is_phrase(clause, verb - 1))
        return verb - 1;
    if (is_infinitive_of_noun(clause, verb))
        return verb - 2;
    bool says = item_is(clause, verb, IS(REPORT) | IS(SHOW)) && !item_is(clause, verb - 1, IS(BE));
    while (verb > 2 && first - verb < 6 && item_is(clause, verb - 1, IS_HELPER | IS(NOT) | IS(ADVERB)))
        verb--; /* "homes that have been put on the market" */
    uint8_t class = item_class(clause, verb - 1);
    bool relative = (class == CLASS_RELATIVE || class == CLASS_THAT) && item_is_verbal(clause, verb)
                    && !says;                                           /* but "firms which say | prices rose" */
    uint32_t end = relative ? verbs_behind_times(clause, verb - 1) : 0; /* "boats older than 5 years | that sank" */
    return end > 0 && item_is_phrase(clause, end - 1) ? end - 1 : NO_ITEM;
}

/* "sold two | to | a group | and | the third | was leased": the verb shows that not both are meant. */
static struct item_range by_number(const struct clause *clause, struct item_range range)
{
    uint32_t k = range.last;
    while (k > range.first && item_class(clause, k - 1) != CLASS_AND)
        k--;
    bool governed =
        range.first > 0
        && (item_class(clause, range.first - 1) == CLASS_TO || item_class(clause, range.first - 1) == CLASS_PREPOSITION
            || item_is_verbal(clause, range.first - 1));
    bool one =
        item_begins(clause, range.last + 1, CLASS_SINGULAR) && item_is(clause, k, IS(DETERMINER) | IS(POSSESSOR));
    return governed && one && k > range.first ? (struct item_range){ k, range.last } : range;
}

static struct item_range subject_ending(const struct clause *clause, uint32_t last)
{
    struct item_range range = by_number(clause, phrase_list_ending(clause, last));
    for (unsigned steps = 0; item_is_phrase(clause, range.first) && steps < 3; steps++) {
        uint32_t at = before_reduced_clause(clause, range.first);
        if (at == NO_ITEM)
            break;
        range.first = phrase_ending(clause, at).first;
    }
    return range;
}

/* "revenues – counted in euros – | rose" */
static uint32_t before_dashes(const struct clause *clause, uint32_t dash)
{
    for (uint32_t k = dash; k > 1 && dash - k < 16; k--)
        if (item_class(clause, k - 1) == CLASS_DASH && k < dash)
            return item_is_phrase(clause, k - 2) ? k - 2 : NO_ITEM;
    return NO_ITEM;
}

static bool is_subject_class(uint8_t class)
{
    return class == CLASS_PHRASE || class == CLASS_PRONOUN;
}

/* Is the noun phrase before item `at` a name that only says who the one before it is? No "which" is about that. */
static bool is_name_beside(const struct clause *clause, uint32_t at)
{
    return at > 2 && item_reads(clause, at + 1, "which") && item_is_phrase(clause, at - 1)
           && item_class(clause, at - 2) == CLASS_COMMA && item_is_phrase(clause, at - 3)
           && (item_head(clause, at - 1) & IS(NAME)) && !(item_head(clause, at - 3) & IS(NAME));
}

static bool is_plural(const struct clause *clause, uint32_t item)
{
    return phrase_is_plural(clause, clause->items[item].end - 1);
}

/* "lost money on | *a fence* | that lasted": what no comma parts from a noun that is new says which one it is. */
static bool says_which(const struct clause *clause, uint32_t last, uint32_t verb)
{
    return last + 2 == verb && token_reading(clause->tokens, clause->items[last].outer, CLASS_A);
}

/* "birds from Hook Island, which | is": the verb shows that not the birds are meant. */
static bool is_of_nearest(const struct clause *clause, struct item_range range, uint32_t verb)
{
    bool singular = item_begins(clause, verb, CLASS_SINGULAR);
    return singular && range.first < range.last && is_plural(clause, range.first) && !is_plural(clause, range.last);
}

uint32_t verbs_behind_other_clause(const struct clause *clause, struct item_range range)
{
    uint32_t k = range.first;
    k -= k > 1 && (item_class(clause, k - 1) == CLASS_PREPOSITION || item_class(clause, k - 1) == CLASS_FROM);
    k -= k > 1 && item_class(clause, k - 1) == CLASS_FIGURE;
    bool verb = k > 0 && item_is_verbal(clause, k - 1) && !item_is(clause, k - 1, IS(REPORT) | IS(SHOW) | IS(EXPECT));
    for (uint32_t i = range.last; verb && i > range.first; i--)
        if (item_class(clause, i - 1) == CLASS_AND)
            return i;
    return range.first;
}

/* "Prices were flat, | the bank said in May, | and rose": the comma before the words that only say who says so; NO_ITEM
 * when there are none. */
static uint32_t before_saying(const struct clause *clause, uint32_t comma)
{
    uint32_t k = verbs_behind_times(clause, comma);
    bool said = k > 1 && item_class(clause, k - 1) == CLASS_REPORT && is_subject_class(item_class(clause, k - 2));
    return said && k > 2 && item_class(clause, k - 3) == CLASS_COMMA ? k - 3 : NO_ITEM;
}

/* "a boat, | priced at $5", "two men, | aged 34 and 51": does the participle hang on the phrase at its comma? */
static bool hangs_on_phrase(const struct clause *clause, uint32_t k)
{
    return (item_class(clause, k) == CLASS_PAST && item_reads(clause, k + 1, "at"))
           || item_begins(clause, k, CLASS_HANGING);
}

/* The subject of a verb behind a comma, or the place of the verb that has the same one. */
static struct item_range subject_before_comma(const struct clause *clause, uint32_t k, uint32_t *earlier)
{
    uint32_t at = verbs_before_insertion(clause, k - 1);
    struct verb_group other;
    struct item_range near = phrase_ending(clause, k - 2);
    bool inner =
        near.first > 0
        && (item_class(clause, near.first - 1) == CLASS_OF || item_class(clause, near.first - 1) == CLASS_PREPOSITION);
    if (item_reads(clause, k, "aged") && inner && verbs_before(clause, near.first, &other)) {
        *earlier = k - 1; /* "The singer died on Friday of cancer, aged 58" */
        return nothing;
    }
    if (hangs_on_phrase(clause, k) && item_is_phrase(clause, k - 2))
        return (struct item_range){ k - 2, k - 2 };
    bool place = at != NO_ITEM && at > 0 && item_class(clause, at - 1) == CLASS_PREPOSITION
                 && (item_reads(clause, at - 1, "in") || item_reads(clause, at - 1, "at"));
    if (place && item_class(clause, k) == CLASS_GERUND && verbs_before(clause, at, &other)) {
        *earlier = at; /* "It rose | in | Oslo, on Friday, | breaking a record" */
        return nothing;
    }
    if (at != NO_ITEM)
        return phrase_ending(clause, at);
    bool first = !verbs_before(clause, k - 1, &other) || item_class(clause, other.last + 1) == CLASS_THAT;
    if (item_is_phrase(clause, k - 2) && first)
        return subject_ending(clause, k - 2); /* "The quake, | measuring 6.4, …", "said that the quake, | measuring" */
    *earlier = k - 1;
    return nothing;
}

static bool is_singular_verb(const struct clause *clause, uint32_t k)
{
    return item_begins(clause, k, CLASS_SINGULAR)
           || (item_class(clause, k) == CLASS_VERB && word_ends_in_s(clause->tokens, clause->items[k].first));
}

/* "memory and *a battery* that lasts": one of them is meant. */
static uint32_t behind_last_and(const struct clause *clause, struct item_range range)
{
    for (uint32_t i = range.last; i > range.first; i--)
        if (item_class(clause, i - 1) == CLASS_AND
            && (item_is_led(clause, i) || item_is(clause, i, IS(DETERMINER) | IS(POSSESSOR))))
            return i;
    return range.first;
}

/* The subject of a verb behind "which" or "that". */
static struct item_range subject_before_relative(const struct clause *clause, uint32_t k)
{
    uint32_t at = k - 1;
    at -= at > 0 && item_class(clause, at - 1) == CLASS_QUOTE_CLOSES; /* 'the "Port Fund," which' */
    at -= at > 0 && (item_class(clause, at - 1) == CLASS_COMMA || item_class(clause, at - 1) == CLASS_DASH);
    at -= at > 0 && item_class(clause, at - 1) == CLASS_PREPOSITION;
    at -= at > 2 && item_class(clause, at - 1) == CLASS_FIGURE && item_class(clause, at - 2) == CLASS_COMMA ? 2 : 0;
    if (item_class(clause, k - 1) == CLASS_RELATIVE && is_name_beside(clause, at))
        at -= 2;                         /* "a deal for the boss, Ann Ruiz, | which" */
    at = verbs_behind_times(clause, at); /* "sales for | the quarter | that ended in June | were" */
    if (at == 0 || !item_is_phrase(clause, at - 1))
        return nothing;
    struct item_range range = phrase_ending(clause, at - 1);
    range.first = is_singular_verb(clause, k) ? behind_last_and(clause, range) : range.first;
    bool nearest = is_of_nearest(clause, range, k) || says_which(clause, at - 1, k);
    return nearest ? (struct item_range){ at - 1, at - 1 } : range;
}

/* "is *lucky*", "classed as old or *frail*": an adjective alone, which is no subject. */
static bool is_predicate(const struct clause *clause, uint32_t i)
{
    bool alone = i > 0 && clause->items[i].class == CLASS_PHRASE && clause->items[i].end - clause->items[i].outer == 1;
    uint8_t before = alone ? item_class(clause, i - 1) : CLASS_NONE;
    return alone && phrase_is_adjective(clause, i)
           && (item_is_verbal(clause, i - 1) || before == CLASS_ADVERB || before == CLASS_AND || before == CLASS_BUT);
}

/* "prices of homes | ranging from", "boys with asthma | aged 8": what is of it or has it, and no more. */
static struct item_range phrase_of(const struct clause *clause, uint32_t last)
{
    struct item_range range = { last, last };
    while (range.first > 1 && last - range.first < 6 && item_is_phrase(clause, range.first - 2)
           && (item_class(clause, range.first - 1) == CLASS_OF || item_reads(clause, range.first - 1, "with")))
        range.first -= 2;
    return range;
}

/* The item behind the verb that shares its subject with the one at item k; NO_ITEM when no other does. */
static uint32_t before_shared(const struct clause *clause, uint32_t k)
{
    static const uint8_t joints[] = { CLASS_AND, CLASS_BUT, CLASS_PREPOSITION, CLASS_TO, CLASS_FROM };
    if (memchr(joints, item_class(clause, k - 1), sizeof joints)) {
        uint32_t saying = k > 1 && item_class(clause, k - 2) == CLASS_COMMA ? before_saying(clause, k - 2) : NO_ITEM;
        return saying == NO_ITEM ? k - 1 : saying;
    }
    if (item_is_verbal(clause, k - 1)) /* "lost 5% to end at" */
        return k;
    if (item_class(clause, k) == CLASS_TO && k > 2 && item_reads(clause, k - 2, "in") && item_is_verbal(clause, k - 3))
        return k - 2;                                     /* "agreed | in | principle | to sell" */
    return is_predicate(clause, k - 1) ? k - 1 : NO_ITEM; /* "is | lucky | to have", "classed as | frail | has" */
}

#define LONGEST_TAG 10u /* items: "the head of the bank said on Friday" */

/* '"Sales," | he | said | , | " | rose 5%': the item before the words that say who speaks, where a quotation goes on;
 * NO_ITEM. */
static uint32_t before_tag(const struct clause *clause, uint32_t quote)
{
    bool says = false;
    if (quote < 4 || item_class(clause, quote - 1) != CLASS_COMMA)
        return NO_ITEM;
    for (uint32_t k = quote - 1; k > 1 && quote - k < LONGEST_TAG; k--) {
        says |= item_class(clause, k - 1) == CLASS_REPORT;
        if (item_class(clause, k - 1) == CLASS_QUOTE_CLOSES)
            return says ? k - 2 - (k > 2 && item_class(clause, k - 2) == CLASS_COMMA) : NO_ITEM;
    }
    return NO_ITEM;
}

/* What stands before the verb group whose first item is k, or the verb before that when this one shares its subject. */
static struct item_range subject_at(const struct clause *clause, uint32_t k, uint32_t *earlier)
{
    uint32_t verb = k;
    *earlier = NO_ITEM;
    k = verbs_behind_times(clause, k);
    k -= k > 1 && item_class(clause, k) == CLASS_FIGURE && item_begins(clause, k - 1, CLASS_HANGING)
         && item_is_phrase(clause, k - 2); /* "boys | aged 8" */
    if (k == 0)
        return nothing;
    uint8_t class = item_class(clause, k - 1);
    if (class == CLASS_COMMA && k > 1)
        return subject_before_comma(clause, k, earlier);
    if (class == CLASS_QUOTE_OPENS) {
        uint32_t at = before_tag(clause, k - 1);
        return at == NO_ITEM || !item_is_phrase(clause, at) ? nothing : subject_ending(clause, at);
    }
    if (class == CLASS_DASH) {
        uint32_t at = before_dashes(clause, k - 1);
        return at == NO_ITEM ? nothing : phrase_ending(clause, at);
    }
    if (class == CLASS_RELATIVE || class == CLASS_THAT)
        return subject_before_relative(clause, k);
    *earlier = before_shared(clause, k);
    if (*earlier != NO_ITEM || (!is_subject_class(class) && !is_person(clause, k - 1)))
        return nothing;
    if (k == verb && item_begins(clause, k, CLASS_HANGING))
        return phrase_of(clause, k - 1);
    struct item_range range = phrase_list_ending(clause, k - 1);
    if (item_class(clause, k) == CLASS_TO && range.first > 0 && item_is_verbal(clause, range.first - 1))
        return range; /* "a rule that forces | farmers | to pay" */
    range = subject_ending(clause, k - 1);
    range.first = item_class(clause, k) == CLASS_TO ? range.first : verbs_behind_other_clause(clause, range);
    return range;
}

static bool verb_left_of(const struct clause *clause, uint32_t i, struct verb_group *group)
{
    if (i == NO_ITEM || !verbs_before(clause, i, group))
        return false;
    if (item_class(clause, i) == CLASS_COMMA) /* "used the time to rest, dropping 5%": no infinitive */
        while (group->first > 0 && i - group->first < ITEMS_FAR && item_class(clause, group->first) == CLASS_TO)
            if (!verbs_before(clause, group->first, group))
                return false;
    return true;
}

/* "The price | the company | paid | was", "the amount | he | owed | fell": all of it is the subject of the second of
 * two verbs that touch. */
static struct item_range with_contact_clause(const struct clause *clause, const struct verb_group *verb,
                                             struct item_range range)
{
    uint32_t k = verb->first + 1;
    while (k <= verb->last
           && (item_is(clause, k - 1, IS_HELPER) || !item_is_verbal(clause, k - 1)
               || !item_is(clause, k, IS(BE) | IS(HAVE) | IS_MODAL | IS(PAST))))
        k++;
    if (k > verb->last || range.first == NO_ITEM || range.first == 0 || range.last + 1 != verb->first
        || !item_is_phrase(clause, range.first - 1))
        return range;
    uint32_t first = phrase_ending(clause, range.first - 1).first;
    if (item_class(clause, verb->first) == CLASS_REPORT) /* "a house | Jones | said | was" */
        return (struct item_range){ first, range.first - 1 };
    bool object = first > 0 && item_is_verbal(clause, first - 1); /* "A bid to buy | the firm | he | owned | was" */
    return object ? range : (struct item_range){ first, k - 1 };
}

struct item_range verbs_subject(const struct clause *clause, const struct verb_group *group)
{
    struct verb_group verb = *group;
    for (unsigned steps = 0; steps < 5; steps++) {
        uint32_t earlier;
        struct item_range range = subject_at(clause, verb.first, &earlier);
        if (range.first != NO_ITEM || !verb_left_of(clause, earlier, &verb))
            return with_contact_clause(clause, &verb, range);
    }
    return nothing;
}
