/* "more than", "or so", "-plus": a modifier stands next to its number, so this looks one token to either side. */
#include "context/relation.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

/* "or more than" is one token, and its "or" no part of the modifier. */
static uint32_t conjunction_length(struct slice words)
{
    const char *p = words.bytes;
    bool has_or = words.length > 3 && (p[0] | 0x20) == 'o' && (p[1] | 0x20) == 'r' && p[2] == ' ';
    bool has_and =
        words.length > 4 && (p[0] | 0x20) == 'a' && (p[1] | 0x20) == 'n' && (p[2] | 0x20) == 'd' && p[3] == ' ';
    uint32_t length = has_or ? 3 : has_and ? 4 : 0;
    while (length && length < words.length && p[length] == ' ')
        length++;
    return length;
}

/* "over 15 years ago", "over four years of growth": more than that; but "growth over four years of 5%". */
static bool is_so_much_time(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_DATE
               ? reader_has(reader, candidate->end - 1, CLASS_AGO)
               : reader_has(reader, candidate->end, CLASS_OF) && !reader_has(reader, candidate->end + 1, CLASS_NUMBER);
}

/* "grew over five years": the time in which it grew, unless something says how long ("for over five years"); "over the
 * weekend"; "climbs 700 m over 9 km". */
static bool is_span(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t bound = candidate->first - 1;
    if (candidate->kind == CLAIMEX_MEASURE && bound > 0 && reader_has(reader, bound, CLASS_OVER))
        return reader_has(reader, bound - 1, CLASS_UNIT);
    if ((candidate->kind != CLAIMEX_DURATION && candidate->kind != CLAIMEX_DATE)
        || !reader_has(reader, bound, CLASS_OVER) || is_so_much_time(reader, candidate))
        return false;
    return candidate->kind == CLAIMEX_DATE || bound == 0
           || !(reader_has(reader, bound - 1, CLASS_LASTING) || reader_has(reader, bound - 1, CLASS_PREPOSITION)
                || reader_has(reader, bound - 1, CLASS_BE) || reader_has(reader, bound - 1, CLASS_COLON));
}

/* "a row over £5m", "fears about a 3% cut", "a film about two boys", "worried about last night": what it deals with;
 * but "a film about 3 m long", "a book about 300 pages long". */
static bool is_matter(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    static const enum class days[] = { CLASS_NEXT, CLASS_DAYSHIFT, CLASS_NONE };
    const char *matter = bound > 0 ? token_text(reader->tokens, bound - 1, CLASS_MATTER) : NULL;
    bool day = candidate->kind == CLAIMEX_DATE && reader_has_any(reader, candidate->first, days);
    if (day && amount_relation(reader, bound, CLASS_BOUND) == CLAIMEX_APPROX)
        return true;
    bool about = matter && slice_is(token_slice(reader->tokens, bound), "about");
    return (matter && matter[0] && (about || reader_has(reader, bound, CLASS_OVER)))
           || (about && candidate->kind == CLAIMEX_COUNT && !reader_has(reader, candidate->noun_end, CLASS_EXTENT));
}

/* "is built around two players": what it turns on; but "is estimated around 50 people" */
static bool is_centre(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_COUNT && bound > 1 && slice_is(token_slice(reader->tokens, bound), "around")
           && reader_has(reader, bound - 2, CLASS_BE) && !reader_has(reader, bound - 1, CLASS_ESTIMATING)
           && (token_word_classes(reader->tokens, bound - 1) & WORD_PAST);
}

/* "near nine gates" is a place; but "near $5", "near 4,000 people". */
static bool is_place(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    if (is_centre(reader, bound, candidate))
        return true;
    return candidate->kind == CLAIMEX_COUNT && slice_is(token_slice(reader->tokens, bound), "near")
           && (!decimal_present(candidate->value) || decimal_compare(candidate->value, decimal_make(1000, 0)) < 0);
}

/* "put under two month arrest", "is under 24-hour guard": no bound of a time that is an attribute */
static bool is_kept(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    uint32_t unit = candidate->end - 1;
    struct slice word = token_slice(reader->tokens, unit);
    return candidate->kind == CLAIMEX_DURATION && slice_is(token_slice(reader->tokens, bound), "under")
           && unit > candidate->first && word.bytes[word.length - 1] != 's' && reader_is_word(reader, unit + 1)
           && !noun_is_closed(reader, unit + 1);
}

/* "climbed past 3%": elsewhere "past" is a time ("the past 3 years"). */
static bool passes(const struct reader *reader, struct candidate *candidate)
{
    uint32_t first = candidate->first;
    bool time =
        candidate->kind == CLAIMEX_DATE || candidate->kind == CLAIMEX_DURATION || candidate->kind == CLAIMEX_AGE;
    if (time || first < 2 || !(reader_has(reader, first - 2, CLASS_UP) || reader_has(reader, first - 2, CLASS_SHIFT))
        || !slice_is(token_slice(reader->tokens, first - 1), "past"))
        return false;
    const struct token *past = &reader->tokens->token.items[first - 1];
    candidate->relation = CLAIMEX_GT;
    candidate->modifier = (claimex_span){ past->start, past->end };
    return true;
}

/* "more than halved": less than half is left. */
static void turn_halving(const struct reader *reader, struct candidate *candidate)
{
    bool part = candidate->kind == CLAIMEX_MULTIPLE && reader_has(reader, candidate->first, CLASS_MULTIPLE)
                && candidate->value.exponent < 0;
    if (part && candidate->relation == CLAIMEX_GT)
        candidate->relation = CLAIMEX_LT;
}

/* "more than a year ago", "at least a year earlier": before that, or by then. */
static void turn_distance(const struct reader *reader, struct candidate *candidate)
{
    static const uint8_t turned[] = {
        [CLAIMEX_EQ] = CLAIMEX_EQ, [CLAIMEX_APPROX] = CLAIMEX_APPROX, [CLAIMEX_GT] = CLAIMEX_LT,
        [CLAIMEX_GE] = CLAIMEX_LE, [CLAIMEX_LT] = CLAIMEX_GT,         [CLAIMEX_LE] = CLAIMEX_GE,
    };
    const struct lexicon_reading *ago =
        candidate->kind == CLAIMEX_DATE ? token_reading(reader->tokens, candidate->end - 1, CLASS_AGO) : NULL;
    if (ago && ago->number < 0)
        candidate->relation = turned[candidate->relation];
}

/* What a gauge can stand at; "moved up to 1/4 point" is as far as it moved. */
static bool is_level(const struct candidate *candidate)
{
    return candidate->kind != CLAIMEX_DATE && !(candidate->kind == CLAIMEX_COUNT && candidate->unit.length);
}

#define LONGEST_PUSHED 6u /* words: "the price of light crude" */

/* "pushed the price *up to* $90"; but "pushed up to $90 million", "pushed the cart up to 40 metres" */
static bool is_pushed(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    uint32_t k = bound;
    while (k > 0 && bound - k < LONGEST_PUSHED && reader_is_word(reader, k - 1)
           && !reader_has(reader, k - 1, CLASS_PUSHING)
           && (!reader_has(reader, k - 1, CLASS_PREPOSITION) || reader_has(reader, k - 1, CLASS_OF)))
        k--;
    return k > 0 && k < bound && reader_has(reader, k - 1, CLASS_PUSHING) && candidate->kind != CLAIMEX_MEASURE
           && slice_is(token_slice(reader->tokens, bound), "up to");
}

/* "edged up to 5", "was up to 5 from 4": a direction and where it led, no limit; but "takes up to 5 days". */
static bool is_reached(const struct reader *reader, uint32_t bound, uint32_t end)
{
    bool from = reader_has(reader, end, CLASS_FROM)
                && (reader_has(reader, end + 1, CLASS_NUMBER) || reader_has(reader, end + 1, CLASS_CURRENCY));
    if (from && slice_is(token_slice(reader->tokens, bound), "up to"))
        return true;
    return bound > 0 && reader_has(reader, bound - 1, CLASS_SHIFT) && !reader_has(reader, bound - 1, CLASS_PUSHING)
           && !reader_has(reader, end, CLASS_EXTENT) && !reader_has(reader, bound - 1, CLASS_LASTING)
           && slice_is(token_slice(reader->tokens, bound), "up to");
}

/* "lower than last year", "above the prior week", "14% fewer than a year ago" compare figures; "less than a year ago"
 * is a date. */
static bool compares_with_date(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class amounts[] = { CLASS_NUMBER, CLASS_SCALE, CLASS_PERCENT,  CLASS_TIMES,
                                          CLASS_UNIT,   CLASS_MINOR, CLASS_CURRENCY, CLASS_NONE };
    uint32_t first = candidate->first;
    uint8_t bound = amount_relation(reader, first - 1, CLASS_BOUND);
    bool side = bound == CLAIMEX_GT || bound == CLAIMEX_LT;
    bool figure = first > 1 && reader_has_any(reader, first - 2, amounts); /* "four times more than a year earlier" */
    return candidate->kind == CLAIMEX_DATE && side
           && (figure
               || !(reader_has(reader, first, CLASS_NUMBER) || reader_has(reader, first, CLASS_A)
                    || reader_has(reader, first, CLASS_CLOCK)));
}

/* "twice as many as 40", "three times more than $5", "twice as many as ten years before": compared with it, and no
 * bound; but "doubled more than $5", "won twice more than a year ago". */
static bool is_multiplied(const struct reader *reader, uint32_t bound, const struct candidate *candidate)
{
    bool twice =
        bound > 0 && reader_has(reader, bound - 1, CLASS_MULTIPLE) && reader_has(reader, bound - 1, CLASS_COUNTER);
    bool times = bound > 1 && reader_has(reader, bound - 1, CLASS_TIMES) && reader_has(reader, bound - 2, CLASS_NUMBER);
    uint8_t relation = amount_relation(reader, bound, CLASS_BOUND);
    bool than = relation == CLAIMEX_GT || relation == CLAIMEX_LT;
    return (twice || times) && reader_has(reader, bound, CLASS_COMPARED) && !(than && candidate->kind == CLAIMEX_DATE);
}

#define MOST_IN_TAG 12u

/* The end of "<b>" and "</span>", no ">". */
static bool is_end_of_tag(const struct reader *reader, uint32_t i)
{
    if (!slice_is(token_slice(reader->tokens, i), ">"))
        return false;
    for (uint32_t k = i; k > 0 && i - k < MOST_IN_TAG && !slice_is(token_slice(reader->tokens, k - 1), ">"); k--)
        if (slice_is(token_slice(reader->tokens, k - 1), "<"))
            return !(reader_token(reader, k)->flags & TOKEN_GAP_BEFORE)
                   && (reader_token(reader, k)->capital || reader_has(reader, k, CLASS_SLASH));
    return false;
}

/* "more than | a | 50% share"; but "over a 2-year period", "under a $5 plan" */
static bool is_behind_article(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t article = candidate->first - 1;
    return article > 0 && reader_has(reader, article, CLASS_A) && reader_has(reader, article - 1, CLASS_BOUND)
           && !reader_has(reader, article - 1, CLASS_PREPOSITION);
}

/* "about $5", "more than half", "$5 or more than half" */
static bool before(const struct reader *reader, struct candidate *candidate)
{
    bool group = candidate->kind == CLAIMEX_AGE && candidate->first > 1
                 && reader_has(reader, candidate->first - 1, CLASS_HYPHEN); /* "the over-65s" */
    uint32_t bound = candidate->first - 1 - group;
    bound -= is_behind_article(reader, candidate);
    if (!reader_has(reader, bound, CLASS_BOUND))
        return false;
    bool joined = bound > 0 && reader_has(reader, bound - 1, CLASS_HYPHEN); /* "a five-under 67", "the run-up to May" */
    if (joined || is_kept(reader, bound, candidate) || is_matter(reader, bound, candidate)
        || is_place(reader, bound, candidate) || is_span(reader, candidate) || compares_with_date(reader, candidate)
        || is_multiplied(reader, bound, candidate) || (is_level(candidate) && is_pushed(reader, bound, candidate))
        || (is_level(candidate) && is_reached(reader, candidate->first - 1, candidate->end))
        || is_end_of_tag(reader, candidate->first - 1) || !amount_set_relation(reader, bound, CLASS_BOUND, candidate))
        return false;
    candidate->modifier.start += conjunction_length(token_slice(reader->tokens, bound));
    return true;
}

/* Does the "or over" at a token belong to the figure behind it? "5% or over $6", "$7 and over-65s $5" */
static bool bounds_next(const struct reader *reader, uint32_t token)
{
    if (reader_has(reader, token + 1, CLASS_HYPHEN))
        return reader_has(reader, token + 2, CLASS_NUMBER) || reader_has(reader, token + 2, CLASS_DECADE);
    return reader_has(reader, token, CLASS_BOUND) && token + 1 < reader->tokens->token.count
           && (reader_has(reader, token + 1, CLASS_NUMBER) || reader_has(reader, token + 1, CLASS_CURRENCY));
}

static void set_plus(const struct reader *reader, uint32_t i, struct candidate *candidate)
{
    const struct token *plus = &reader->tokens->token.items[i];
    candidate->relation = CLAIMEX_GE;
    candidate->modifier = (claimex_span){ plus->start, plus->end };
}

/* Where a phrase ends. */
static bool is_end(const struct reader *reader, uint32_t i)
{
    static const enum class ends[] = { CLASS_PERIOD, CLASS_COMMA, CLASS_SEMICOLON, CLASS_CLOSE, CLASS_NONE };
    return i >= reader->tokens->token.count || reader_has_any(reader, i, ends);
}

/* Does a word of so few letters say how exact the number before it is? "20-odd", "20ish", "at $20 tops."; not "20 odd
 * boxes", "20 plus 5". */
static bool short_word_bounds(const struct reader *reader, uint32_t word, const struct candidate *candidate)
{
    static const enum class goes_on[] = { CLASS_BE,   CLASS_HAVE,        CLASS_WILL, CLASS_CAN,
                                          CLASS_MUST, CLASS_PREPOSITION, CLASS_NONE };
    if (candidate->kind == CLAIMEX_AGE && reader_has_any(reader, word + 1, goes_on)) /* "men aged 65 plus are" */
        return true;
    return reader_has(reader, word - 1, CLASS_HYPHEN) || reader_is_glued(reader, word) || is_end(reader, word + 1)
           || reader_has(reader, word + 1, CLASS_AND);
}

/* "2010 and later"; not "joined in 2010 and later left", "$5 and earlier $7" */
static bool time_bounds(const struct reader *reader, uint32_t word, const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_DATE
           && (is_end(reader, word + 1) || reader_has(reader, word + 1, CLASS_BE)
               || reader_has(reader, word + 1, CLASS_HAVE) || noun_counted(reader, word + 1, false).plural);
}

/* "5% or more", "$100-plus", "100+" */
static bool behind(const struct reader *reader, struct candidate *candidate)
{
    uint32_t n = (uint32_t)reader->tokens->token.count, next = candidate->end;
    bool sum = next + 1 < n
               && (reader_has(reader, next + 1, CLASS_NUMBER)    /* "3+4", "3 + 4" */
                   || reader_has(reader, next + 1, CLASS_PADDED) /* "11:27+02:00" */
                   || reader_has(reader, next + 1, CLASS_CODE));
    if (next < n && !sum && reader_has(reader, next, CLASS_PLUS)
        && !(reader->tokens->token.items[next].flags & TOKEN_GAP_BEFORE)) {
        set_plus(reader, next, candidate);
        return true;
    }
    bool hyphen = next < n && reader_has(reader, next, CLASS_HYPHEN);
    bool comma = next < n && reader_has(reader, next, CLASS_COMMA) && is_end(reader, next + 2); /* "5, give or take." */
    uint32_t word = next + (hyphen || comma);
    bool is_short = word < n && reader_token(reader, word)->end - reader_token(reader, word)->start <= 4;
    if (word >= n || (is_short && !short_word_bounds(reader, word, candidate)) || bounds_next(reader, word)
        || (reader_has(reader, word, CLASS_THEN) && !time_bounds(reader, word, candidate)))
        return false;
    return amount_set_relation(reader, word, CLASS_BOUND_AFTER, candidate);
}

/* "30-odd percent", "100-plus million", "20 or so years", "30+ hours" */
static bool within(const struct reader *reader, struct candidate *candidate)
{
    for (uint32_t i = candidate->first + 1; i + 1 < candidate->end; i++)
        if (reader_has(reader, i, CLASS_PLUS) && reader_has(reader, i - 1, CLASS_NUMBER)
            && candidate->kind != CLAIMEX_DATE) { /* but "23:59:15+01:00" */
            set_plus(reader, i, candidate);
            return true;
        } else if (amount_set_relation(reader, i, CLASS_BOUND_AFTER, candidate))
            return true;
    return false;
}

void relation_find(const struct reader *reader, struct candidate *candidate)
{
    if (candidate->relation == CLAIMEX_RANGE)
        return;
    bool found = before(reader, candidate) || passes(reader, candidate);
    turn_halving(reader, candidate);
    if (found)
        turn_distance(reader, candidate);
    if (found && candidate->relation != CLAIMEX_APPROX)
        return;
    claimex_span modifier = candidate->modifier;
    bool also = behind(reader, candidate) || within(reader, candidate); /* "about five hundred or less" */
    if (also && found && candidate->relation == CLAIMEX_APPROX)
        candidate->modifier = modifier;
}
