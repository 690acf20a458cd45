/* The date of a figure: the nearest one of its clause that is not said of something else. */
#include "context/when.h"

#include "context/figure.h"
#include "context/verbs.h"
#include "lexicon/word_class.h"

/* What sets one figure beside another of an earlier time: "against $4 in May". */
static bool compares(const struct clause *clause, uint32_t i)
{
    return item_class(clause, i) == CLASS_FROM
           || (item_class(clause, i) == CLASS_PREPOSITION && item_begins(clause, i, CLASS_COMPARING));
}

/* How far item `other` is from item i: words count one, verbs and clause ends more. */
static uint32_t distance(const struct clause *clause, uint32_t i, uint32_t other)
{
    uint32_t first = i < other ? i + 1 : other + 1, end = i < other ? other : i, sum = other < i;
    for (uint32_t k = first; k < end; k++) {
        uint8_t class = item_class(clause, k);
        bool other_figure = class == CLASS_FIGURE && other > i;
        bool own = k == i + 1 && class == CLASS_PAST && other <= i + 3; /* "the 3% | recorded | in | 2021" */
        sum += class == CLASS_SEMICOLON || class == CLASS_QUOTE_CLOSES || class == CLASS_QUOTE_OPENS ? 20
               : (item_is_verbal(clause, k) && !own) || other_figure                                 ? 5
               : compares(clause, k)                                                                 ? 8
               : class == CLASS_COMMA || class == CLASS_SUBORDINATE                                  ? 3
                                                                                                     : 1;
    }
    return sum;
}

/* "…, and | in 2011 | they fell": the date opens a clause. */
static bool opens_clause(const struct clause *clause, uint32_t date)
{
    uint32_t before = date - (item_class(clause, date - 1) == CLASS_PREPOSITION), behind = date + 1;
    uint8_t class = before > 0 ? item_class(clause, before - 1) : CLASS_NONE;
    behind += item_class(clause, behind) == CLASS_COMMA;
    bool subject = item_is_phrase(clause, behind) || item_class(clause, behind) == CLASS_PRONOUN;
    return (class == CLASS_AND || class == CLASS_BUT || class == CLASS_COMMA) && subject
           && item_is_verbal(clause, behind + 1);
}

/* "5 million people | will have | diabetes by 2050": behind the verb whose subject figure i is. */
static uint32_t behind_own_verb(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1;
    while (k < i + 6
           && (item_is_phrase(clause, k) || item_class(clause, k) == CLASS_OF
               || item_class(clause, k) == CLASS_PREPOSITION))
        k++;
    if (!item_is_verbal(clause, k))
        return i + 1;
    while (k < i + 12
           && (item_is_verbal(clause, k) || item_class(clause, k) == CLASS_ADVERB || item_class(clause, k) == CLASS_TO))
        k++;
    return k;
}

/* "$5m | that | it | expects to last until 2026", "a loan of $5m | which | must be repaid in 2026" */
static bool opens_relative(const struct clause *clause, uint32_t k)
{
    uint8_t class = item_class(clause, k);
    uint32_t verb = k + 1 + (item_is_phrase(clause, k + 1) || item_class(clause, k + 1) == CLASS_PRONOUN);
    return (class == CLASS_THAT || class == CLASS_RELATIVE) && item_is_verbal(clause, verb);
}

/* A date behind figure i is another clause's: "rose 5% after a fall of 4% in May", "5% of it, made in 1903". */
static bool is_beyond(const struct clause *clause, uint32_t i, uint32_t date)
{
    bool parted = false, figure = false, joint = false;
    struct verb_group verb;
    bool object = verbs_before(clause, i, &verb)                         /* "peak at 5, then shrink to 4 in 2040" */
                  && !item_is(clause, verb.last, IS(REPORT) | IS(SHOW)); /* but "said 5 people left in 2040" */
    bool start = item_claim(clause, i)->role == CLAIMEX_ROLE_FROM && item_class(clause, i + 1) == CLASS_COMMA
                 && date == i + 3 && item_begins(clause, i + 2, CLASS_LIMIT);
    uint32_t inner = date - 1 - (item_class(clause, date - 1) == CLASS_PREPOSITION);
    bool enclosed =
        inner > i && item_class(clause, inner) == CLASS_FIGURE && figure_date_in_brackets(clause, inner) == date;
    if (start || enclosed || opens_clause(clause, date) || opens_relative(clause, i + 1))
        return true; /* "capped at $3, up from $2, until 2025" */
    for (uint32_t k = object ? i + 1 : behind_own_verb(clause, i); k < date; k++) {
        uint8_t class = item_class(clause, k);
        bool relative = class == CLASS_RELATIVE && item_class(clause, k - 1) == CLASS_COMMA;
        figure |= class == CLASS_FIGURE;
        joint |= class == CLASS_COMMA || class == CLASS_AND || class == CLASS_BUT;
        if (object && joint && item_is_verbal(clause, k) && class != CLASS_GERUND)
            return true;
        parted |=
            relative || class == CLASS_SEMICOLON || class == CLASS_SUBORDINATE || (k + 1 < date && compares(clause, k))
            || (item_is_verbal(clause, k) && (item_is_phrase(clause, k - 1) || item_class(clause, k - 1) == CLASS_AND));
        if (parted && (figure || relative || item_is_verbal(clause, k)))
            return true;
    }
    return false;
}

/* "Ruiz, | who | joined in 2016 | for | a record fee | , | has | scored 15 goals": does the clause of the date end
 * before figure i, where the verb of the sentence follows? */
static bool is_in_relative(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint32_t end = date + 1;
    while (end < i && end < date + 8 && item_class(clause, end) != CLASS_COMMA && !item_is_verbal(clause, end))
        end++;
    return end + 1 < i && item_class(clause, end) == CLASS_COMMA && item_class(clause, end + 1) != CLASS_GERUND
           && item_is_verbal(clause, end + 1);
}

/* "Founded in 1903, Ford has 5 plants", "Ford, which was founded in 1903, has 5 plants": a date before figure i. */
static bool is_enclosed(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint32_t k = date;
    if (date + 2 >= i || (item_class(clause, date + 1) != CLASS_COMMA && !is_in_relative(clause, date, i)))
        return false;
    while (k > 0 && date - k < 8 && item_class(clause, k - 1) != CLASS_COMMA
           && item_class(clause, k - 1) != CLASS_RELATIVE && item_class(clause, k - 1) != CLASS_COLON)
        k--;
    bool opener = (k == 0 || item_class(clause, k - 1) == CLASS_COLON)
                  && (item_class(clause, k) == CLASS_PAST || item_begins(clause, k, CLASS_ORIGIN));
    bool relative = k > 1 && item_class(clause, k - 1) == CLASS_RELATIVE && item_class(clause, k - 2) == CLASS_COMMA;
    uint32_t in = k + (item_class(clause, k) == CLASS_ADVERB); /* "Ford, | first | listed in 1956, has 5 plants" */
    bool first = item_is_phrase(clause, k) && item_begins(clause, k, CLASS_ORDINAL); /* "| first published | in 1949" */
    bool participle = k > 1 && item_class(clause, k - 1) == CLASS_COMMA && item_is_phrase(clause, k - 2)
                      && (first || item_class(clause, in) == CLASS_PAST)
                      && item_is_verbal(clause, date + 2 + (item_class(clause, date + 2) == CLASS_ADVERB));
    return opener || relative || participle;
}

/* "its lowest since | he | took | office three years ago, | while 57% left", "after he left in 2019, | 5%": the date of
 * a clause that ends before figure i; but "When he left in 2019, 5% did". */
static bool is_of_inner_clause(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint32_t open = date;
    while (open > 0 && date - open < 8 && item_class(clause, open) != CLASS_SUBORDINATE
           && !item_reads(clause, open, "since"))
        open--;
    bool opens = item_class(clause, open) == CLASS_SUBORDINATE || item_reads(clause, open, "since");
    uint8_t subject = item_class(clause, open + 1), behind = item_class(clause, date + 1);
    return opens && open > 0 && open < date && date + 2 < i && (subject == CLASS_PRONOUN || subject == CLASS_PHRASE)
           && item_is_verbal(clause, open + 2) && (behind == CLASS_COMMA || behind == CLASS_SUBORDINATE);
}

/* "rose 5% | from | March | to | a rate of 9": where a change began; but "from 2% | in March | to | 9%". */
static bool is_start(const struct clause *clause, uint32_t date, uint32_t i)
{
    return date > 0 && item_class(clause, date - 1) == CLASS_FROM && item_class(clause, date + 1) == CLASS_TO
           && date + 1 < i;
}

/* "the coldest winter since 1985", "for the first time since 2021": the date is of what it is compared with. */
static bool is_compared_with(const struct clause *clause, uint32_t date)
{
    if (date < 2 || !item_reads(clause, date - 1, "since") || !item_is_phrase(clause, date - 2))
        return false;
    const struct item *last = &clause->items[date - 2];
    uint32_t begin = phrase_ending(clause, date - 2).first;
    if (begin > 1 && item_class(clause, begin - 1) == CLASS_PREPOSITION) /* "the best | for any May since" */
        begin -= 2;
    uint32_t first = clause->items[begin].first;
    for (uint32_t t = first; t < last->end; t++)
        if (word_class_is_superlative(token_slice(clause->tokens, t)) || token_has(clause->tokens, t, CLASS_ORDINAL))
            return true;
    return false;
}

/* "rose 5% from a year earlier", "rose to $5 from last year": the date of the old value. */
static bool is_old_date(const struct clause *clause, uint32_t i, uint32_t from)
{
    const claimex_claim *claim = item_claim(clause, i);
    bool comma = false;
    for (uint32_t k = i + 1; k < from; k++)
        if (item_class(clause, k) == CLASS_FIGURE && item_is(clause, k - 1, IS(UP) | IS(DOWN)))
            return true; /* "39%, down 4 points from last month" */
        else if (item_is_verbal(clause, k))
            return false;
        else
            comma |= item_class(clause, k) == CLASS_COMMA;
    return !comma && claim->change && claim->stance == CLAIMEX_STATED; /* but "will rise 5% from May" */
}

/* "$5 a share, a 38% | premium | to | Friday | 's close", "a 5% | discount | to | its price | on | Friday" */
static bool is_of_premium(const struct clause *clause, uint32_t i, uint32_t date)
{
    for (uint32_t k = i + 1; k + 1 < date; k++)
        if (item_is_phrase(clause, k) && (item_class(clause, k + 1) == CLASS_TO || item_reads(clause, k + 1, "over"))
            && token_has(clause->tokens, clause->items[k].end - 1, CLASS_DIFFERENCE))
            return true;
    return false;
}

/* Leftwards from a date over "the same period", "the same quarter of": what is compared is one stretch of two years. */
static uint32_t first_of_period(const struct clause *clause, uint32_t i, uint32_t date)
{
    uint32_t k = date - 1;
    k -= k > i + 1 && (item_class(clause, k) == CLASS_OF || item_reads(clause, k, "in"));
    if (k <= i + 1)
        return date;
    const struct item *item = &clause->items[k];
    uint32_t head = item->end - 1;
    bool stretch =
        token_has(clause->tokens, head, CLASS_TIME_NOUN)
        || (token_has(clause->tokens, head, CLASS_TIMEUNIT) && item->end - item->first > 2); /* "on the year" */
    return token_has(clause->tokens, head, CLASS_SAME) || (stretch && item_is_phrase(clause, k)) ? k : date;
}

/* "5% more than in 2022", "9 tons compared with last year": what the figure is set against. */
static bool is_yardstick(const struct clause *clause, uint32_t i, uint32_t date)
{
    uint32_t period = first_of_period(clause, i, date), k = period - 1;
    if (is_of_premium(clause, i, date))
        return true;
    if (k > i && item_reads(clause, k, "on") && item_claim(clause, date)->grain < CLAIMEX_GRAIN_DAY)
        return true; /* "5% down | on | last year" */
    bool points = item_is_points(clause, i + 1);
    if ((points || figure_is_share(item_claim(clause, i))) && item_begins(clause, k, CLASS_CROSSED)
        && k == i + 1 + points)
        return true; /* "3 | points | above | last year" */
    k -= k > i + 1 && item_class(clause, k) == CLASS_PREPOSITION && !item_begins(clause, k, CLASS_COMPARING);
    if (k <= i || item_is_phrase(clause, k))
        return false;
    if (item_class(clause, k) == CLASS_FROM && period < date && item_claim(clause, i)->role == CLAIMEX_ROLE_FROM)
        return false; /* "to $5m from $4m from the same period of 2023" */
    bool same = period < date || token_has(clause->tokens, clause->items[date].end - 1, CLASS_SAME);
    if (same && item_claim(clause, i)->role == CLAIMEX_ROLE_BY && item_reads(clause, k, "over"))
        return true; /* "rose 5% | over | the same month | a year ago" */
    if (item_class(clause, k) == CLASS_FROM)
        return item_is_phrase(clause, date + 1) || is_old_date(clause, i, k); /* "by 5% from 1990 levels" */
    bool time = item_begins(clause, k, CLASS_LIMIT) || item_begins(clause, k, CLASS_THEN);
    return item_begins(clause, k, CLASS_COMPARED) || (item_begins(clause, k, CLASS_COMPARING) && !time);
}

#define MOST_TO_YARDSTICK 8u /* items: "7% | more than | in | the same month | of | 2023" */

/* "rose 3% | from | April and 5% from a year earlier": the yardstick of the figure before it; but "from 1985's 3%". */
static bool is_other_yardstick(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint32_t figure = date;
    while (figure > 0 && date - figure < MOST_TO_YARDSTICK && !item_is_verbal(clause, figure)
           && item_class(clause, figure) != CLASS_FIGURE)
        figure--;
    uint32_t level = date + 1 + (item_class(clause, date + 1) == CLASS_COMMA);
    bool own =
        item_is_phrase(clause, level) && i > level + 1 && i <= level + 3 && item_class(clause, level + 1) == CLASS_OF;
    if (own || item_reads(clause, level, "when"))
        return false; /* "5% below the | 1986 | level | of | 9 tons", "than in 2015, | when | 9 did" */
    return date > 1 && item_class(clause, figure) == CLASS_FIGURE && is_yardstick(clause, figure, date)
           && item_class(clause, date + 1) != CLASS_POSSESSIVE && date + 1 != i;
}

/* "from 28 | in | 2020 | to | 9", "rose to $4m in | 2025 | from | $3m": the date of the other end of the change; but
 * "jumped 5% | in | May | to | 9". */
static bool is_of_other_end(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint8_t joint = item_class(clause, date + 1), role = item_claim(clause, i)->role;
    if (date < 3)
        return false;
    uint32_t other = date - 1 - (item_class(clause, date - 1) == CLASS_PREPOSITION);
    other -= item_is_phrase(clause, other);
    if (item_class(clause, other) == CLASS_FIGURE && item_claim(clause, other)->role == CLAIMEX_ROLE_TO
        && role == CLAIMEX_ROLE_FROM)
        return true; /* "fell to 9 | in | the week ending July 12, from 11" */
    if (item_class(clause, other) == CLASS_FIGURE && item_claim(clause, other)->role == CLAIMEX_ROLE_FROM)
        return role != CLAIMEX_ROLE_FROM
               && !item_reads(clause, date + 1, "when"); /* "down from 9 | in | 2022 | , and profit rose to 5" */
    bool end = (joint == CLASS_TO && role == CLAIMEX_ROLE_TO) || (joint == CLASS_FROM && role == CLAIMEX_ROLE_FROM);
    uint32_t about = item_class(clause, date + 2) == CLASS_ADVERB;
    if (i != date + 2 + about || !end)
        return false;
    return item_class(clause, other) == CLASS_FIGURE
           && (joint == CLASS_FROM || item_class(clause, other - 1) == CLASS_FROM);
}

/* "the worst since 2002, | when | 120 died" */
static bool is_told_of(const struct clause *clause, uint32_t date, uint32_t i)
{
    return i == date + 3 && item_class(clause, date + 1) == CLASS_COMMA && item_reads(clause, date + 2, "when");
}

/* "figures released in May show" */
static bool is_issued(const struct clause *clause, uint32_t verb)
{
    if (verb == 0 || !item_begins(clause, verb, CLASS_ISSUED) || !item_is_phrase(clause, verb - 1))
        return false;
    uint32_t first = phrase_ending(clause, verb - 1).first;
    return item_is(clause, first, IS(REPORT_NOUN) | IS(SURVEY));
}

/* "a report | last year | put", "the study | in | May | found": the item behind the date goes on as its verb. */
static bool dates_report(const struct clause *clause, uint32_t k, uint32_t date)
{
    return k > 0 && item_is_phrase(clause, k - 1) && (item_head(clause, k - 1) & (IS(REPORT_NOUN) | IS(SURVEY)))
           && item_is_verbal(clause, date + 1) && item_is(clause, date + 1, IS(REPORT) | IS(SHOW));
}

/* "said on Friday that 5% left", "a 2019 study": when it was said, not when it was so. */
static bool is_date_of_saying(const struct clause *clause, uint32_t date)
{
    if (item_is(clause, date + 1, IS(SURVEY)) && item_is_led(clause, date + 1))
        return true;
    uint32_t k = date - (date > 1 && item_class(clause, date - 1) == CLASS_PREPOSITION);
    k -= k > 1 && item_is_phrase(clause, k - 1) && item_begins(clause, k - 2, CLASS_HEARER);
    if (dates_report(clause, k, date))
        return true;
    bool told = k > 2 && item_is_phrase(clause, k - 1) && (item_head(clause, k - 1) & IS(REPORT_NOUN))
                && item_reads(clause, k - 2, "in"); /* "said | in | a statement | last month" */
    k -= told ? 2 : 0;
    bool day = told || item_claim(clause, date)->grain >= CLAIMEX_GRAIN_DAY;
    return k > 0 && (is_issued(clause, k - 1) || (day && item_class(clause, k - 1) == CLASS_REPORT));
}

/* "costs $9, triple the 3 dollars | of | last March", "above | the 4% | level | of | 1986": the date of that figure. */
static bool is_of_figure(const struct clause *clause, uint32_t date)
{
    uint32_t k = date > 2 && item_class(clause, date - 1) == CLASS_OF ? date - 2 : NO_ITEM;
    k -= k != NO_ITEM && item_is(clause, k, IS(COUNTER));
    return item_class(clause, k) == CLASS_FIGURE && item_is_led(clause, k)
           && (item_claim(clause, k)->kind
                   != CLAIMEX_DURATION /* "the seven weeks of 2019"; but "the last six months of" */
               || token_has(clause->tokens, clause->items[k].first - 1, CLASS_THE));
}

/* "a 1967 Norvik", "above 2019 | levels", "above the 1991-2020 | average": the date of that thing alone. */
static bool is_of_one_thing(const struct clause *clause, uint32_t date, uint32_t i)
{
    if (i + 2 + item_is(clause, i + 1, IS(COUNTER)) < date && is_of_figure(clause, date))
        return true;
    if (i < date && date > 2 && item_class(clause, date - 1) == CLASS_OF && item_is_phrase(clause, date - 2)
        && item_begins(clause, date - 2, CLASS_THE)
        && token_has(clause->tokens, clause->items[date - 2].end - 1, CLASS_PACE))
        return true; /* "triple | the level | of | a year ago" */
    if (i < date && item_class(clause, date + 1) == CLASS_POSSESSIVE && item_class(clause, date + 2) == CLASS_FIGURE)
        return true; /* "rose to $5m, beating | last year | 's | $4m" */
    bool its = i == date + 3 && item_claim(clause, i)->role != CLAIMEX_ROLE_TO; /* "the year-ago | level | of | 7" */
    bool level = date > 0 && item_begins(clause, date - 1, CLASS_CROSSED);
    if (item_is_phrase(clause, date + 1) && !its
        && (item_begins(clause, date + 1, CLASS_PACE) || (level && (item_head(clause, date + 1) & IS(LEVEL)))))
        return true;
    bool of = date > i + 2 && item_class(clause, date - 1) == CLASS_OF && item_is_led(clause, date)
              && item_is_phrase(clause, date + 1); /* "cost 9 lives, 3% | of | the 1940 | population" */
    if (of)
        return true;
    return !its && item_is_led(clause, date) && item_is_phrase(clause, date + 1)
           && token_reading(clause->tokens, clause->items[date].outer, CLASS_A);
}

/* "the year | ended | March 31", "the year | to | March": the day on which a period closes, that has its own claim. */
static bool closes_period(const struct clause *clause, uint32_t date)
{
    uint32_t k = date;
    k -= k > 1 && item_class(clause, k - 1) == CLASS_PREPOSITION && item_begins(clause, k - 2, CLASS_ENDED);
    bool ended = k > 1 && item_begins(clause, k - 1, CLASS_ENDED);
    bool to = k > 1 && item_class(clause, k - 1) == CLASS_TO;
    if (!ended && !to)
        return false;
    k -= 2;
    k -= ended && k > 0 && (item_class(clause, k) == CLASS_RELATIVE || item_begins(clause, k, CLASS_THAT));
    if (item_class(clause, k) != CLASS_WHEN || (to && k > 0 && item_class(clause, k - 1) == CLASS_FROM))
        return false;
    const claimex_claim *period = item_claim(clause, k);
    return period->kind == CLAIMEX_DATE && period->grain >= CLAIMEX_GRAIN_YEAR && period->grain <= CLAIMEX_GRAIN_WEEK;
}

/* "every two years" says how often, not when. */
static bool is_when(const claimex_claim *claim)
{
    return claim->kind == CLAIMEX_DATE && claim->grain != CLAIMEX_GRAIN_NONE;
}

/* "$5m of notes | due | 2032", "maturing | in | May": when it will be paid. */
static bool is_due_date(const struct clause *clause, uint32_t date)
{
    uint32_t k = date;
    k -= k > 1 && item_class(clause, k - 1) == CLASS_PREPOSITION && !item_begins(clause, k - 1, CLASS_DUE);
    return k > 1 && item_begins(clause, k - 1, CLASS_DUE) && !item_is(clause, k - 2, IS(BE));
}

/* "tripled in 2010 | and | is | now | worth | $3" */
static bool is_past_by_now(const struct clause *clause, uint32_t date, uint32_t i)
{
    bool parted = false;
    for (uint32_t k = date + 1; k < i; k++) {
        uint8_t class = item_class(clause, k);
        parted |= class == CLASS_AND || class == CLASS_BUT || class == CLASS_COMMA;
        if (parted && class == CLASS_ADVERB && item_begins(clause, k, CLASS_NOW))
            return true;
    }
    return false;
}

/* The "in March" of "5% in May and | 6% | growth | in | March": it is nearer than any date before the figure. */
static bool has_own_date(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1 + item_is_phrase(clause, i + 1);
    return (item_reads(clause, k, "in") || item_reads(clause, k, "for") || item_reads(clause, k, "by"))
           && item_class(clause, k + 1) == CLASS_WHEN && is_when(item_claim(clause, k + 1))
           && !is_yardstick(clause, i, k + 1);
}

/* "…, | but | just | 221 | were | built in 2023": a clause of its own, in which figure i is what something happens to.
 */
static bool opens_own_clause(const struct clause *clause, uint32_t i)
{
    uint32_t k = item_behind_adverbs(clause, i), behind = i + 1 + item_is_phrase(clause, i + 1);
    return k > 0 && item_class(clause, k - 1) == CLASS_BUT && item_is_verbal(clause, behind);
}

/* "The fee, | currently | 5%, will fall to 4% next year": no date that is told. */
static bool is_of_now(const struct clause *clause, uint32_t i)
{
    return i > 1 && item_class(clause, i - 1) == CLASS_ADVERB && item_begins(clause, i - 1, CLASS_NOW)
           && figure_opens_aside(clause, i - 2);
}

/* A verb of the present: "has", "employs"; but "be" and "having" have no tense. */
static bool is_present(const struct clause *clause, uint32_t i)
{
    if (item_is(clause, i, IS(BE) | IS(HAVE)))
        return !item_begins(clause, i, CLASS_BEHIND) && !item_reads(clause, i, "be") && !item_reads(clause, i, "having")
               && !(i > 0 && item_class(clause, i - 1) == CLASS_TO);
    uint8_t before = i > 0 ? item_class(clause, i - 1) : CLASS_NONE;
    bool behind_subject = before == CLASS_AND || before == CLASS_PRONOUN || before == CLASS_RELATIVE;
    return item_class(clause, i) == CLASS_VERB && item_is_single(clause, i) && behind_subject
           && word_ends_in_s(clause->tokens, clause->items[i].first);
}

/* "have | since | recovered", "has | now | fallen" */
static bool is_within_verb(const struct clause *clause, uint32_t i)
{
    return (item_class(clause, i) == CLASS_ADVERB || item_reads(clause, i, "since"))
           && item_is(clause, i - 1, IS(BE) | IS(HAVE));
}

#define LONGEST_PAST 6u /* items between a verb and its date: "was founded by two bankers from Oslo in" */

/* "was leased in 1999 and | has | 300 beds": a verb of the past has the date, and figure i one of the present; "was |
 * born | in 1940 and | wrote | 12 novels", too, is of another time. */
static bool is_of_other_tense(const struct clause *clause, uint32_t date, uint32_t i)
{
    uint32_t k = date, verb = i;
    while (k > 0 && date - k < LONGEST_PAST && item_class(clause, k - 1) != CLASS_COMMA
           && !item_is_verbal(clause, k - 1))
        k--;
    if (k < 2 || item_class(clause, k - 1) != CLASS_PAST || item_reads(clause, k - 2, "be")
        || is_present(clause, k - 2))
        return false;
    while (verb > date && !item_is_verbal(clause, verb - 1))
        verb--;
    while (verb > date + 1 && (item_is_verbal(clause, verb - 1) || is_within_verb(clause, verb - 1)))
        verb--;
    return verb > date && (is_present(clause, verb) || item_begins(clause, k - 1, CLASS_ORIGIN));
}

/* A date that is no figure's: of a report, of a loan's end, the last day of a period. */
static bool is_of_no_figure(const struct clause *clause, uint32_t date)
{
    return is_date_of_saying(clause, date) || closes_period(clause, date) || is_due_date(clause, date);
}

/* The date of another figure, before or behind it. */
static bool is_of_other_figure(const struct clause *clause, uint32_t date, uint32_t i)
{
    if (item_heads_figure(clause, date) && date + 2 != i)
        return true;
    return date > i
               ? is_yardstick(clause, i, date)
               : is_start(clause, date, i) || is_other_yardstick(clause, date, i) || is_of_other_end(clause, date, i);
}

/* "Ruiz, 54, joined the bank in 1995": how old somebody is now; but "Ruiz, 54, died on Monday". */
static bool is_age_by_now(const struct clause *clause, uint32_t date, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    return claim->kind == CLAIMEX_AGE && !claim->role && item_class(clause, i + 1) == CLASS_COMMA && i > 0
           && item_class(clause, i - 1) == CLASS_COMMA && item_claim(clause, date)->grain < CLAIMEX_GRAIN_WEEK;
}

/* The date of another clause than that of figure i. */
static bool is_of_other_clause(const struct clause *clause, uint32_t date, uint32_t i)
{
    if (is_age_by_now(clause, date, i))
        return true;
    return date > i ? is_beyond(clause, i, date)
                    : is_enclosed(clause, date, i) || is_of_inner_clause(clause, date, i)
                          || is_past_by_now(clause, date, i) || is_of_other_tense(clause, date, i);
}

static bool is_of_other(const struct clause *clause, uint32_t date, uint32_t i)
{
    return (is_compared_with(clause, date) && !is_told_of(clause, date, i)) || is_of_no_figure(clause, date)
           || is_of_one_thing(clause, date, i) || is_of_other_figure(clause, date, i)
           || is_of_other_clause(clause, date, i);
}

int32_t when_find(const struct clause *clause, uint32_t i)
{
    if (!clause->has_dates || is_of_now(clause, i))
        return -1;
    uint32_t best = 30, own = (uint32_t)clause->items[i].claim;
    bool behind = has_own_date(clause, i);
    uint32_t apart = opens_own_clause(clause, i) ? 10 : 0;
    int32_t date = -1;
    for (uint32_t c = own > ITEMS_FAR ? own - ITEMS_FAR : 0; c < clause->n_claims && c <= own + ITEMS_FAR; c++) {
        uint32_t k = clause->item_of[c];
        bool near = is_when(&clause->claims[c]) && k < i + ITEMS_FAR && k + ITEMS_FAR >= i && !(behind && k < i);
        uint32_t far = near ? distance(clause, i, k) + (k < i ? apart : 0) : best;
        if (far < best && !is_of_other(clause, k, i))
            best = far, date = (int32_t)c;
    }
    return date;
}
