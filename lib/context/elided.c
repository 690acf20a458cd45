/* What a figure leaves out because one before it says it: the noun of a count, the unit of a change's other end. */
#include "context/elided.h"

#include "recognizers/amount.h"
#include "recognizers/marks.h"
#include "recognizers/noun.h"
#include "lexicon/word_class.h"
#include "values/decimal.h"

#define MOST_BETWEEN 8u       /* tokens between the ends of a change: "from 21 miles a gallon in 2016 to 23" */
#define MOST_BEHIND_COMMA 16u /* "17 years for a first-time buyer to save a deposit, up from 3" */

/* The token before a figure and its "about", or its "an expected", "the initial", "a near-record". */
static uint32_t before_figure(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1;
    if (candidate->first > 4 && reader_has(reader, before - 1, CLASS_HYPHEN) && noun_is_determiner(reader, before - 3))
        return before - 4;
    if (candidate->first > 2 && noun_is_determiner(reader, before - 1) && reader_is_word(reader, before))
        return before - 2;
    if (candidate->first > 3 && noun_is_determiner(reader, before - 2) && reader_is_word(reader, before)
        && (token_word_classes(reader->tokens, before - 1) & WORD_ADVERB)) /* "a provisionally estimated" */
        return before - 3;
    return candidate->first > 1 && reader_has(reader, before, CLASS_BOUND) ? before - 1 : before;
}

/* "up from", one token */
static bool is_compared_from(const struct reader *reader, uint32_t i)
{
    return amount_is_change_word(reader, i) && reader_has(reader, i, CLASS_COMPARING);
}

/* "in 2016", "for May", "last year", "a year earlier" */
static bool is_time(const struct reader *reader, uint32_t i)
{
    if (reader_has(reader, i, CLASS_NEXT))
        return reader_has(reader, i + 1, CLASS_TIMEUNIT);
    if (reader_has(reader, i, CLASS_A))
        return reader_has(reader, i + 1, CLASS_TIMEUNIT) && reader_has(reader, i + 2, CLASS_AGO);
    return (reader_has(reader, i, CLASS_IN) || reader_has(reader, i, CLASS_LASTING))
           && (reader_has(reader, i + 1, CLASS_YEAR) || reader_has(reader, i + 1, CLASS_MONTH));
}

#define MOST_OF_NOUN 4u

/* Behind the "of GDP" of "5% of GDP in 2016", the "per tonne" of "5 euros per tonne in May". */
static uint32_t behind_noun(const struct reader *reader, uint32_t i)
{
    uint32_t start = i;
    i += reader_has(reader, i, CLASS_OF) || reader_has(reader, i, CLASS_PER);
    while (i < start + MOST_OF_NOUN && reader_is_word(reader, i) && !noun_is_closed(reader, i)
           && !reader_has(reader, i, CLASS_NEXT))
        i++;
    return i;
}

/* Nothing but a time between two figures, and behind the second: "$5 million in 2016, 4 million in 2015 and 3 million
 * in 2014", "5% of GDP in 2016 and 4.2 last year". */
static bool is_next_year(const struct reader *reader, const struct candidate *candidate, const struct candidate *before)
{
    static const enum class times[] = {
        CLASS_IN,  CLASS_YEAR,   CLASS_MONTH, CLASS_QUARTER,  CLASS_COMMA,   CLASS_AND,
        CLASS_THE, CLASS_FISCAL, CLASS_NEXT,  CLASS_TIMEUNIT, CLASS_LASTING, CLASS_NONE
    };
    if (!is_time(reader, candidate->end))
        return false;
    uint32_t i = behind_noun(reader, before->end);
    if (!is_time(reader, i))
        return false;
    for (; i < candidate->first; i++)
        if (!reader_has_any(reader, i, times))
            return false;
    return true;
}

#define MOST_TO_NEXT_PART 8u

/* "2.28 dollars | for wheat, | 1.92 | for corn", "5 tons to Oslo and 3 to Rome": both figures have their "for". */
static bool is_next_part(const struct reader *reader, const struct candidate *candidate, const struct candidate *before)
{
    static const enum class leads[] = { CLASS_LASTING, CLASS_IN, CLASS_TO, CLASS_FROM, CLASS_ON, CLASS_NONE };
    uint32_t link = candidate->first - 1, prepositions = 0;
    bool joined = reader_has(reader, link, CLASS_COMMA) || reader_has(reader, link, CLASS_AND);
    if (!joined || candidate->first - before->end > MOST_TO_NEXT_PART || !reader_has_any(reader, candidate->end, leads))
        return false;
    struct slice lead = token_slice(reader->tokens, candidate->end);
    link -= link > before->end && reader_has(reader, link, CLASS_AND) && reader_has(reader, link - 1, CLASS_COMMA);
    for (uint32_t i = before->end; i < link; i++) {
        if (reader_has_any(reader, i, leads) && !slice_equal(token_slice(reader->tokens, i), lead))
            return false;
        prepositions += slice_equal(token_slice(reader->tokens, i), lead);
        if (!reader_is_word(reader, i) && !reader_has(reader, i, CLASS_A))
            return false;
    }
    return prepositions == 1;
}

#define MOST_TO_NEXT_VERB 12u

/* Nothing but a time and a verb of change between two figures: "5 billion barrels in 1974, rose sharply to 40 billion",
 * "to 5 million, and then fell to 3 million". */
static bool is_next_change(const struct reader *reader, const struct candidate *before, uint32_t own)
{
    static const enum class fillers[] = {
        CLASS_IN,   CLASS_YEAR,     CLASS_MONTH, CLASS_COMMA, CLASS_AND,   CLASS_BUT,
        CLASS_NEXT, CLASS_TIMEUNIT, CLASS_A,     CLASS_AGO,   CLASS_LIMIT, CLASS_NONE
    };
    bool changes = false, joined = false;
    if (own <= before->end || own - before->end > MOST_TO_NEXT_VERB || !reader_has(reader, own, CLASS_TO))
        return false;
    for (uint32_t i = before->end; i < own; i++) {
        bool change = amount_is_change_word(reader, i);
        bool adverb = (token_word_classes(reader->tokens, i) & (WORD_ADVERB | WORD_NOUN)) == WORD_ADVERB;
        if (!change && !adverb && !reader_has_any(reader, i, fillers))
            return false;
        joined |= reader_has(reader, i, CLASS_COMMA) || reader_has(reader, i, CLASS_BUT);
        changes |= change && joined;
    }
    return changes;
}

/* "rose by 2 percent but Norvik fell by 1" */
static bool is_other_change(const struct reader *reader, const struct candidate *before, uint32_t own, uint32_t other)
{
    return before->kind == CLAIMEX_PERCENTAGE && other > 0 && reader_has(reader, own, CLASS_BY)
           && reader_has(reader, other, CLASS_BY) && amount_is_change_word(reader, own - 1)
           && amount_is_change_word(reader, other - 1);
}

/* Are they the two ends of one change? "from 208 pounds to 193", "to 45 kg from 40", "$5.3 billion, up from 4.1
 * billion"; not "rose 5% from 12". */
static bool is_other_end(const struct reader *reader, const struct candidate *candidate, const struct candidate *before)
{
    if (!before || !before->first || candidate->first - before->end > MOST_BEHIND_COMMA)
        return false;
    if (candidate->first - before->end > MOST_BETWEEN
        && !(is_compared_from(reader, candidate->first - 1) && reader_has(reader, candidate->first - 2, CLASS_COMMA)))
        return false;
    uint32_t own = before_figure(reader, candidate), other = before_figure(reader, before);
    if (before->end == own && reader_has(reader, own, CLASS_FROM) && amount_is_change_word(reader, other))
        return false;                                               /* "down 40% from 1,200": the size of the change */
    uint32_t article = own > 0 && reader_has(reader, own, CLASS_A); /* "against a 4 million loss" */
    if (reader_has(reader, own - article, CLASS_COMPARING))         /* "$5 million, against 4 million" */
        return true;
    if (is_next_year(reader, candidate, before) || is_next_part(reader, candidate, before)
        || is_other_change(reader, before, own, other) || is_next_change(reader, before, own))
        return true;
    if (reader_has(reader, own, CLASS_FROM) && before->end == own && before->first > 0
        && slice_is(token_slice(reader->tokens, before->first - 1),
                    "up to")) /* "was up to $5 million from 4 million" */
        return true;
    if (reader_has(reader, own, CLASS_TO)) { /* "rose 3 billion francs to 33 billion", "rose by 3", too */
        uint32_t change = other - (other > 0 && reader_has(reader, other, CLASS_BY));
        return reader_has(reader, other, CLASS_FROM) || is_compared_from(reader, other)
               || (amount_is_change_word(reader, change) && before->end == own && before->kind != CLAIMEX_PERCENTAGE);
    }
    return reader_has(reader, own, CLASS_FROM)
           && (amount_follows_change(reader, own) || reader_has(reader, other, CLASS_TO));
}

/* Is the one no more than a hundred times the other? "$5 billion, up from 12" says too little. */
static bool are_alike(const struct candidate *a, const struct candidate *b)
{
    claimex_decimal x = decimal_present(a->value) ? a->value : a->high,
                    y = decimal_present(b->value) ? b->value : b->high;
    x = x.digits < 0 ? decimal_negate(x) : x;
    y = y.digits < 0 ? decimal_negate(y) : y;
    return decimal_compare(x, decimal_shift(y, 2)) <= 0 && decimal_compare(y, decimal_shift(x, 2)) <= 0;
}

/* Has it one to share? */
static bool has_unit(const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_MONEY || candidate->kind == CLAIMEX_PERCENTAGE
           || candidate->kind == CLAIMEX_MEASURE || candidate->kind == CLAIMEX_DURATION
           || candidate->kind == CLAIMEX_AGE;
}

/* The "14-day" of "the 14-day rate rose from 71" */
static bool says_which(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_DURATION && reader_has(reader, candidate->first + 1, CLASS_HYPHEN);
}

/* "43 cents a share, up from 38": what is written in cents has become dollars; so does this. */
static void share_minor(const struct reader *reader, struct candidate *candidate, const struct candidate *before)
{
    if (reader_token(reader, candidate->first)->shape == CLASS_DECIMAL
        && reader_token(reader, before->first)->shape != CLASS_DECIMAL) /* "rose 5 cents to 2.40" */
        return;
    const char *minor = token_text(reader->tokens, before->end - 1, CLASS_MINOR);
    const char *colon = minor ? strchr(minor, ':') : NULL;
    if (minor && before->kind == CLAIMEX_MONEY)
        amount_shift(candidate, colon ? '0' - colon[1] : -2);
}

/* "hit $13 million, up 2% on last year's | 12 million" */
static bool is_of_other_time(const struct reader *reader, const struct candidate *candidate,
                             const struct candidate *before)
{
    static const enum class times[] = { CLASS_TIMEUNIT, CLASS_MONTH, CLASS_QUARTER, CLASS_YEAR, CLASS_NONE };
    uint32_t first = candidate->first;
    bool amount = before && (before->kind == CLAIMEX_MONEY || before->kind == CLAIMEX_MEASURE);
    return amount && first > 2 && first - before->end <= MOST_BEHIND_COMMA
           && reader_has(reader, first - 1, CLASS_POSSESSIVE) && reader_has_any(reader, first - 2, times)
           && decimal_compare(candidate->value, decimal_make(1000, 0)) >= 0;
}

/* "a loss of $13 million in 2019 after a profit of 154 million" */
static bool is_of_money(const struct reader *reader, const struct candidate *candidate, const struct candidate *before)
{
    uint32_t of = candidate->first > 0 ? before_figure(reader, candidate) : 0;
    return before && before->kind == CLAIMEX_MONEY && of > 0 && reader_has(reader, of, CLASS_OF)
           && reader_has(reader, of - 1, CLASS_PAYING) && decimal_compare(candidate->value, decimal_make(1000, 0)) >= 0;
}

/* "rose to 2.9 times earnings from 2.4 times": of the same thing. */
static bool is_other_multiple(const struct reader *reader, const struct candidate *candidate,
                              const struct candidate *before)
{
    return candidate->kind == CLAIMEX_COUNT && slice_is(candidate->unit, "times")
           && reader_has(reader, candidate->end, CLASS_TIMES) && before && before->kind == CLAIMEX_MULTIPLE
           && is_other_end(reader, candidate, before);
}

bool elided_unit(const struct reader *reader, struct candidate *candidate, const struct candidate *before)
{
    if (is_other_multiple(reader, candidate, before)) {
        candidate->kind = CLAIMEX_MULTIPLE;
        candidate->unit = (struct slice){ NULL, 0 };
        candidate->end++; /* the word is inside, as it is in the other's span */
        candidate->at.end = reader_token(reader, candidate->end - 1)->end;
        return true;
    }
    if (candidate->kind != CLAIMEX_COUNT || candidate->unit.length
        || !(is_other_end(reader, candidate, before) || is_of_money(reader, candidate, before)
             || is_of_other_time(reader, candidate, before))
        || !has_unit(before) || says_which(reader, before))
        return false;
    struct candidate shared = *candidate;
    share_minor(reader, &shared, before);
    if (!candidate_has_number(&shared) || !are_alike(&shared, before))
        return false;
    *candidate = shared;
    candidate->kind = before->kind;
    candidate->unit = before->unit;
    memcpy(candidate->unit_below, before->unit_below, sizeof candidate->unit_below);
    candidate->readings = before->readings;
    return true;
}

bool elided_length(const struct reader *reader, struct candidate *candidate, const struct candidate *length)
{
    uint32_t first = candidate->first;
    if (!length || candidate->kind != CLAIMEX_COUNT || candidate->unit.length || first < 3
        || !reader_has(reader, first - 1, CLASS_NEXT) || !reader_has(reader, first - 2, CLASS_THE)
        || !reader_has(reader, first - 3, CLASS_PREPOSITION)) /* but "sold his last 40", "saw the last 3" */
        return false;
    candidate->kind = CLAIMEX_DURATION;
    candidate->unit = length->unit;
    return true;
}

/* A scale word stands behind the other end alone, and what it gives this one is of the same size: "from 9 to 11
 * million", but "from 500 to 2 million". */
void elided_scale(const struct reader *reader, const struct candidate *candidate, struct candidate *before)
{
    if (!before || before->kind != candidate->kind || before->end + 1 != candidate->first
        || !reader_has(reader, before->end, CLASS_TO) || !candidate_has_number(before)
        || !candidate_has_number(candidate) || !is_other_end(reader, candidate, before))
        return;
    struct match_range own = { before->first, before->end }, other = { candidate->first, candidate->end };
    int scale = amount_scale(reader, other);
    claimex_decimal shared = decimal_shift(before->value, scale);
    bool falls = before->first > 1 && reader_has(reader, before->first - 2, CLASS_DOWN);
    if (scale && !amount_scale(reader, own) && decimal_compare(shared, decimal_shift(candidate->value, 1)) < 0
        && (falls || decimal_compare(shared, candidate->value) < 0))
        amount_shift(before, scale);
}

void elided_rate(const struct reader *reader, struct candidate *candidate, struct candidate *before)
{
    if (!before || before->kind != candidate->kind || !has_unit(candidate)
        || !candidate->per.length == !before->per.length || !slice_equal(candidate->unit, before->unit)
        || !is_other_end(reader, candidate, before) || !are_alike(candidate, before)
        || (before->first > 0 && reader_has(reader, before->first - 1, CLASS_BY))) /* "by 2p to 18p in the pound" */
        return;
    const struct candidate *from = candidate->per.length ? candidate : before;
    struct candidate *to = candidate->per.length ? before : candidate;
    to->per = from->per;
    to->per_amount = from->per_amount;
}

/* Nothing but a comma or an "and" between two counts, one of them with decimals: two averages. */
static bool are_averages(const struct reader *reader, const struct candidate *before, const struct candidate *next)
{
    static const enum class joints[] = { CLASS_COMMA, CLASS_AND, CLASS_NONE };
    if (before->kind != CLAIMEX_COUNT || next->kind != CLAIMEX_COUNT || before->per.length || !before->noun_end
        || (before->value.exponent >= 0 && next->value.exponent >= 0))
        return false;
    uint32_t i = before->noun_end;
    while (i < next->first && reader_has_any(reader, i, joints))
        i++;
    return i == next->first && i > before->noun_end;
}

void elided_list_rate(const struct reader *reader, const struct candidate *candidate, struct candidate *candidates,
                      const uint32_t *order, size_t n)
{
    const struct candidate *next = candidate;
    while (next->per.length && n > 0 && are_averages(reader, &candidates[order[n - 1]], next)) {
        struct candidate *before = &candidates[order[--n]];
        before->per = next->per;
        before->per_amount = next->per_amount;
        next = before;
    }
}

void elided_level(const struct reader *reader, const struct candidate *candidate, struct candidate *before)
{
    if (!before || before->kind != CLAIMEX_COUNT || before->unit.length || !slice_is(candidate->unit, "points")
        || candidate->first < 1 || !amount_is_change_word(reader, candidate->first - 1))
        return;
    if (before->end + reader_has(reader, before->end, CLASS_COMMA) == candidate->first - 1
        && decimal_present(before->value) && decimal_compare(before->value, decimal_make(1000, 0)) >= 0)
        before->unit = candidate->unit;
}

static bool is_in_minor(const struct reader *reader, const struct candidate *candidate)
{
    return reader_has(reader, candidate->end - 1, CLASS_MINOR);
}

void elided_currency(const struct reader *reader, struct candidate *candidate, struct candidate *before)
{
    if (!before || candidate->kind != CLAIMEX_MONEY || before->kind != CLAIMEX_MONEY
        || is_in_minor(reader, candidate) == is_in_minor(reader, before))
        return;
    struct candidate *minor = is_in_minor(reader, candidate) ? candidate : before;
    const struct candidate *whole = minor == candidate ? before : candidate;
    if (slice_equal(minor->unit, whole->unit) || !amount_has_reading(minor->readings, whole->unit))
        return;
    minor->unit = whole->unit;
    minor->readings = whole->readings;
}

/* "the 15 dead" are named by what they are; not "the 15 left". */
static bool is_named_by_adjective(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t end = candidate->end;
    return candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_THE) && reader_is_word(reader, end)
           && !reader_has(reader, end, CLASS_PREPOSITION)
           && (token_word_classes(reader->tokens, end) & (WORD_ADJECTIVE | WORD_PAST)) == WORD_ADJECTIVE;
}

/* "a crew of four"; larger figures have their noun elsewhere: "12 jobs, a loss of 400", "people in a nation of three
 * million" */
static bool makes_up_other(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first;
    if (first < 2 || !reader_has(reader, first - 1, CLASS_OF))
        return false;
    return (candidate->end == first + 1 && reader_token(reader, first)->shape == CLASS_WORDED)
           || (reader_has(reader, first - 2, CLASS_NUMBERED) /* "on 8 GPUs with a batch size of 32" */
               && !reader_has(reader, first - 2, CLASS_PACE));
}

/* "a charge of +1", "among the top 20", "(n = 20)", "95% CI 50-70", "a crew of four": a number that has no noun. */
static bool is_nameless(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first;
    bool of_row = first > 2 && reader_has(reader, first - 1, CLASS_IN)
                  && reader_has(reader, first - 3, CLASS_ORDINAL); /* "their eighth win in nine" */
    return reader_has(reader, first, CLASS_PLUS) || reader_has(reader, first, CLASS_MINUS) || of_row
           || makes_up_other(reader, candidate)
           || (candidate->relation == CLAIMEX_RANGE && marks_interval(reader, candidate))
           || (first > 0 && (reader_has(reader, first - 1, CLASS_TOP) || reader_byte(reader, first - 1) == '='));
}

/* "after 12 deaths the number of cases stands at 741"; but "sold at 7 shops in Oslo and at 9 in Bergen" */
static bool is_at_mark(const struct reader *reader, const struct candidate *candidate, const struct candidate *before)
{
    return candidate->first > 0 && before->first > 0 && reader_has(reader, candidate->first - 1, CLASS_AT)
           && !reader_has(reader, before->first - 1, CLASS_AT) && !slice_is(before->unit, "points");
}

#define MOST_TO_OTHER 24u /* tokens */

/* "founded by 14 men, it won its first | title | in 1903 and | four | more": another noun was named since. */
static bool is_behind_other(const struct reader *reader, const struct candidate *candidate,
                            const struct candidate *before)
{
    if (!reader_is_word(reader, candidate->end) || !slice_is(token_slice(reader->tokens, candidate->end), "more"))
        return false;
    for (uint32_t i = before->end; i < candidate->first && i < before->end + MOST_TO_OTHER; i++)
        if (reader_has(reader, i, CLASS_ORDINAL) && reader_is_word(reader, i + 1))
            return true;
    return false;
}

bool elided_is_governed(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class governors[] = { CLASS_PREPOSITION, CLASS_IN,   CLASS_OF, CLASS_TO,
                                            CLASS_AT,          CLASS_FROM, CLASS_ON, CLASS_NONE };
    uint32_t first = candidate->first - (candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_BOUND));
    first -= first > 1 && noun_is_determiner(reader, first - 1); /* "in | the | 400-member house" */
    return first > 0 && reader_has_any(reader, first - 1, governors);
}

bool elided_is_part(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_INCLUDING);
}

bool elided_is_of_ruling(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first;
    bool harmed = first > 0 && reader_has(reader, first - 1, CLASS_HARMING);
    bool parted =
        first > 0 && (reader_has(reader, first - 1, CLASS_COMMA) || reader_has(reader, first - 1, CLASS_DASH));
    bool since = first > 1 && is_compared_from(reader, first - 1) && reader_has(reader, first - 2, CLASS_COMMA);
    return harmed || since || (parted && reader_has(reader, candidate->end, CLASS_COMPARED));
}

/* Only a whole number takes the noun of another one: an index at 16,369.03 does not count the shares before it, but the
 * points. */
void elided_noun(const struct reader *reader, struct candidate *candidate, const struct candidate *before)
{
    if (!before || before->kind != CLAIMEX_COUNT || candidate->kind != CLAIMEX_COUNT || candidate->unit.length
        || reader_has(reader, before->first, CLASS_MULTIPLE)) /* "twice a week" */
        return;
    bool one = before->relation != CLAIMEX_RANGE && decimal_compare(before->value, decimal_make(1, 0)) == 0;
    if (one && decimal_compare(candidate->value, before->value) != 0) /* "one source says 3009": a singular for many */
        return;
    bool whole = candidate->value.exponent >= 0 && candidate->low.exponent >= 0;
    bool level = decimal_compare(candidate->value, decimal_make(1000, 0)) >= 0;
    bool adjective = reader_has(reader, before->end, CLASS_HYPHEN); /* "7.8-magnitude" */
    if (is_behind_other(reader, candidate, before))
        return;
    if (!adjective && (whole || (level && slice_is(before->unit, "points")))
        && !is_named_by_adjective(reader, candidate) && !is_nameless(reader, candidate)
        && !is_at_mark(reader, candidate, before)
        && !(candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_A))) /* "four birdies for a 65" */
        candidate->unit = before->unit;
}
