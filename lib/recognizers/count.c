/* Counts. Any number that nothing else takes is one, so this is where names, codes and idioms are told from figures. */
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static const struct token *token_at(const struct reader *reader, uint32_t i)
{
    return &reader->tokens->token.items[i];
}

static bool is_glued(const struct reader *reader, uint32_t i)
{
    return i < reader->tokens->token.count && !(token_at(reader, i)->flags & TOKEN_GAP_BEFORE);
}

/* "COVID-19", "3/4", "5:2", "1.2.3": marks that make one thing of the number and what is beside it. */
static bool is_tied(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1, behind = candidate->end;
    if (candidate->first > 0 && is_glued(reader, candidate->first)
        && (reader_has(reader, before, CLASS_HYPHEN) || reader_has(reader, before, CLASS_SLASH)
            || reader_has(reader, before, CLASS_COLON) || reader_has(reader, before, CLASS_CODE)
            || reader_has(reader, before, CLASS_HASH) || token_at(reader, before)->capital))
        return true;
    return is_glued(reader, behind)
           && (reader_has(reader, behind, CLASS_SLASH) || reader_has(reader, behind, CLASS_COLON)
               || token_at(reader, behind)->capital || reader_has(reader, behind, CLASS_MARK));
}

static bool is_name(const struct reader *reader, uint32_t i)
{
    uint8_t shape = token_at(reader, i)->shape;
    return shape == CLASS_CAPITALISED || shape == CLASS_UPPER || shape == CLASS_MIXED;
}

static bool is_plain_integer(const struct reader *reader, const struct candidate *candidate)
{
    uint8_t shape = token_at(reader, candidate->end - 1)->shape;
    return shape >= CLASS_TWELVE && shape <= CLASS_FOUR;
}

/* "Boeing 747", "page 5", and without a noun "Gateway 17". */
static bool is_part_of_name(const struct reader *reader, const struct candidate *candidate, bool counts)
{
    if (candidate->first == 0 || !is_plain_integer(reader, candidate))
        return false;
    if (reader_has(reader, candidate->first - 1, CLASS_NUMBERED))
        return true;
    return !counts && is_name(reader, candidate->first - 1);
}

static bool is_worded(const struct reader *reader, const struct candidate *candidate)
{
    uint8_t shape = token_at(reader, candidate->first)->shape;
    return shape == CLASS_WORDED || shape == CLASS_ONE || shape == CLASS_AN;
}

/* "the two", "these three", "of three": a number word that stands for things named before. */
static bool is_pronoun(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1;
    return candidate->first > 0 && is_worded(reader, candidate)
           && (reader_has(reader, before, CLASS_THE) || reader_has(reader, before, CLASS_DETERMINER)
               || reader_has(reader, before, CLASS_POSSESSOR) || reader_has(reader, before, CLASS_OF)
               || reader_has(reader, before, CLASS_ALL));
}

/* "1." and "(2)" at the start of an item, "(3)" of a footnote. */
static bool is_list_mark(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t n = (uint32_t)reader->tokens->token.count;
    bool opened = candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_OPEN);
    bool closed = candidate->end < n && reader_has(reader, candidate->end, CLASS_CLOSE);
    bool first = candidate->first == 0 || (opened && candidate->first == 1);
    bool stopped = candidate->end < n && reader_has(reader, candidate->end, CLASS_PERIOD);
    return is_plain_integer(reader, candidate) && ((first && (stopped || closed)) || (opened && closed));
}

/* "22 Ave Foch", "iPhone 11 Pro": without a noun, a number before a name is part of it. */
static bool is_before_name(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t next = candidate->end;
    return next < reader->tokens->token.count && token_at(reader, next)->capital > CLASS_LOWER
           && !reader_has(reader, next, CLASS_WEEKDAY) && !reader_has(reader, next, CLASS_MONTH);
}

/* "2-1", "16-18": without a noun, a score or an address. */
static bool is_tied_range(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->relation == CLAIMEX_RANGE && reader_has(reader, candidate->first + 1, CLASS_HYPHEN)
           && decimal_compare(candidate->low, decimal_make(1000, 0)) < 0;
}

/* A number without a noun is a figure when nothing says that it is something else. */
static bool stands_alone(const struct reader *reader, const struct candidate *candidate)
{
    if (is_before_name(reader, candidate) || is_tied_range(reader, candidate))
        return false;
    uint8_t shape = token_at(reader, candidate->first)->shape;
    return shape != CLASS_ONE && shape != CLASS_AN && !is_pronoun(reader, candidate)
           && !is_list_mark(reader, candidate)
           && !(candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_SLASH));
}

/* "2018 sales": numbers of these years are written with a comma when they count ("2,018 sales"), but for 2000. */
static bool is_year(const struct reader *reader, const struct candidate *candidate)
{
    int64_t value = 0;
    return token_at(reader, candidate->first)->shape == CLASS_YEAR && candidate->end == candidate->first + 1
           && decimal_to_integer(candidate->value, &value) && value >= 1950 && value <= 2050 && value != 2000;
}

static bool is_one(const struct candidate *candidate)
{
    return candidate->value.digits == 1 && candidate->value.exponent == 0;
}

/* The "nation" of "13-nation". */
static struct noun hyphenated(const struct reader *reader, uint32_t i)
{
    struct noun none = { NO_NOUN, i, false };
    bool word = reader_has(reader, i, CLASS_HYPHEN) && i + 1 < reader->tokens->token.count
                && token_at(reader, i + 1)->capital;
    bool strong = word && slice_is(token_slice(reader->tokens, i + 1), "strong");
    return word && !strong ? (struct noun){ i + 1, i + 2, false } : none;
}

static bool is_lower_bound(const struct reader *reader, uint32_t token)
{
    const char *bound = token_text(reader->tokens, token, CLASS_BOUND);
    return bound && bound[0] == 'g'; /* gt, ge */
}

static bool is_upper_bound(const struct reader *reader, uint32_t token)
{
    const char *bound = token_text(reader->tokens, token, CLASS_BOUND);
    return bound && bound[0] == 'l'; /* lt, le */
}

/* "more than 30 and under 50", in either order: one range. */
static bool read_bounds(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range first = match->field[FIELD_low], second = match->field[FIELD_high];
    uint32_t before = match->whole.start - 1, between = match->field[FIELD_code].start;
    if (is_lower_bound(reader, before) && is_upper_bound(reader, between))
        return amount_range(reader, first, second, candidate);
    return is_upper_bound(reader, before) && is_lower_bound(reader, between) && amount_range(reader, second, first, candidate);
}

/* The 2018 of "from 3,331 on 30 June 2018 to 3,667": a year is no end of a range whose other end is none. */
static bool is_lone_year(const struct reader *reader, const struct match *match)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    return low.end == low.start + 1 && token_at(reader, low.start)->shape == CLASS_YEAR
           && token_at(reader, high.start)->shape != CLASS_YEAR
           && decimal_compare(amount_value(reader, low), decimal_make(1900, 0)) >= 0;
}

static bool read_amount(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (amount_given(match->field[FIELD_code]))
        return read_bounds(reader, match, candidate);
    bool year = amount_given(match->field[FIELD_low]) && is_lone_year(reader, match);
    return !year && !amount_is_change(reader, match) && amount_read(reader, match, candidate);
}

bool count_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (!read_amount(reader, match, candidate) || is_tied(reader, candidate))
        return false;
    struct noun noun = hyphenated(reader, candidate->end);
    if (noun.head == NO_NOUN)
        noun = noun_counted(reader, candidate->end, is_one(candidate));
    if (is_year(reader, candidate) || is_part_of_name(reader, candidate, noun.head != NO_NOUN))
        return false;
    if (noun.head == NO_NOUN)
        return stands_alone(reader, candidate);
    candidate->unit = token_slice(reader->tokens, noun.head);
    candidate->noun_end = noun.end;
    return true;
}
