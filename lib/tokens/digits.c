/* One reader for every way to write a number in digits, so that tokens, patterns and values never disagree about where
 * a number ends. What groups digits in the text decides what the marks mean: 1,234 · 1.234,56 · 12,34,567 · 1'234. */
#include "tokens/digits.h"

#include <string.h>

#include "lexicon/word.h"
#include "values/decimal.h"

#define MOST_DIGITS 40 /* longer runs are codes */

struct reader {
    const unsigned char *at, *end;
    char digits[MOST_DIGITS + 4]; /* the digits so far, without marks */
    size_t n;
    size_t n_fraction;
    bool grouped, decimal, too_long, listed;
};

static size_t run_of_digits(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    while (at < end && word_is_digit(*at))
        at++;
    return (size_t)(at - p);
}

static void take_digits(struct reader *reader, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (reader->n < MOST_DIGITS)
            reader->digits[reader->n++] = (char)reader->at[i];
        else
            reader->too_long = true;
    }
    reader->at += n;
}

static bool zeros_at(const unsigned char *p, const unsigned char *end)
{
    return end - p >= 3 && p[0] == '0' && p[1] == '0' && p[2] == '0';
}

/* Bytes of the blank at p: a space, one that does not break, a thin one; 0 when there is none. */
static size_t blank_length(const unsigned char *p, const unsigned char *end)
{
    if (p < end && *p == ' ')
        return 1;
    if (end - p >= 2 && p[0] == 0xC2 && p[1] == 0xA0)
        return 2;
    return end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0xAF || p[2] == 0x89) ? 3 : 0;
}

/* Bytes of the mark at p that may group digits: its first byte tells marks apart (a blank that is no plain space counts
 * as one mark). 0 when it is none. */
static size_t mark_length(const unsigned char *p, const unsigned char *end)
{
    if (p >= end)
        return 0;
    if (*p == ',' && end - p > 4 && p[1] == ' ' && zeros_at(p + 2, end))
        return 2; /* "10, 000" */
    if (*p == ',' || *p == '.' || *p == '\'')
        return 1;
    bool apostrophe = end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99;
    return apostrophe ? 3 : blank_length(p, end);
}

/* How many groups of three digits follow, each behind the mark that stands at p; *two: how many groups of two came
 * first (12,34,567). */
static size_t count_groups(const unsigned char *p, const unsigned char *end, size_t *two)
{
    size_t length = mark_length(p, end), threes = 0;
    *two = 0;
    for (const unsigned char *at = p; length && at + length < end && memcmp(at, p, length) == 0;) {
        if (*two + threes > MOST_DIGITS / 2)
            return 0; /* a bound: the next number of a long list looks ahead again */
        size_t run = run_of_digits(at + length, end);
        if (run == 2 && !threes)
            ++*two;
        else if (run == 3)
            threes++;
        else
            return 0;
        at += length + run;
        if (length == 1 && (*p == ',' || *p == '.') && at < end && *at == *p && !(at + 1 < end && word_is_digit(at[1])))
            break; /* "1,234, and" */
        if (mark_length(at, end) == length && *at == ' ' && !(at + 1 < end && word_is_digit(at[1])))
            break;
    }
    return threes && (!*two || *p == ',') ? threes : 0;
}

/* " 833,00": three digits and a decimal comma with two. */
static bool decimal_comma_at(const unsigned char *p, const unsigned char *end)
{
    return run_of_digits(p, end) == 3 && end - p > 5 && p[3] == ',' && run_of_digits(p + 4, end) == 2;
}

/* Do the marks at the reader's place group? One dot does not (1.234 is a decimal), nor does one plain space unless
 * zeros or a decimal comma follow it ("816 000", "5 833,00", but "in 1990 300 people"). */
static bool groups_here(const struct reader *reader, size_t *threes, size_t *twos)
{
    size_t length = mark_length(reader->at, reader->end);
    if (!length || reader->n > 3 || reader->digits[0] == '0')
        return false;
    *threes = count_groups(reader->at, reader->end, twos);
    if (!*threes)
        return false;
    if (*reader->at == '.')
        return *threes > 1 || (reader->end - reader->at > 5 && reader->at[4] == ',' && word_is_digit(reader->at[5]));
    if (*reader->at == ' ')
        return *threes > 1 || zeros_at(reader->at + 1, reader->end) || decimal_comma_at(reader->at + 1, reader->end);
    return true;
}

static unsigned char take_groups(struct reader *reader)
{
    size_t threes, twos;
    if (!groups_here(reader, &threes, &twos))
        return 0;
    unsigned char mark = *reader->at;
    size_t length = mark_length(reader->at, reader->end);
    for (size_t i = 0; i < twos + threes; i++) {
        reader->at += length;
        take_digits(reader, i < twos ? 2 : 3);
    }
    reader->grouped = true;
    return mark;
}

/* "1,2," before p: a list without gaps, in which no comma is a decimal mark. */
static bool is_listed(const unsigned char *start, const unsigned char *p)
{
    return p - start >= 2 && p[-1] == ',' && word_is_digit(p[-2]);
}

/* Is it the raised point of "45·3%"? Not the product of "2·10^5", "2·10(5)", nor the formula of "2·12H2O". */
static bool is_raised_point(const unsigned char *p, const unsigned char *end)
{
    if (end - p < 3 || p[0] != 0xC2 || p[1] != 0xB7)
        return false;
    const unsigned char *after = p + 2 + run_of_digits(p + 2, end);
    bool ten = after - p == 4 && p[2] == '1' && p[3] == '0';
    return after - p <= 5 && !ten && (after == end || !word_is_ascii_letter(*after));
}

/* The decimal mark is a dot; a raised point; a comma where dots or blanks group, or before one or two digits that end
 * the number ("205,68"). */
static void take_decimals(struct reader *reader, unsigned char grouping)
{
    const unsigned char *p = reader->at;
    size_t mark = p < reader->end && is_raised_point(p, reader->end) ? 2 : 1;
    if (p >= reader->end || (mark == 1 && *p != '.' && *p != ',') || *p == grouping)
        return;
    size_t run = run_of_digits(p + mark, reader->end);
    const unsigned char *after = p + mark + run;
    bool more = after + 1 < reader->end && *after == *p && word_is_digit(after[1]);
    if (!run || more || (*p == ',' && !(grouping && grouping != ',') && (run > 2 || reader->grouped || reader->listed)))
        return;
    reader->at += mark;
    take_digits(reader, run);
    reader->n_fraction = run < reader->n ? run : reader->n;
    reader->decimal = true;
}

/* The "(4)" of "4.1816(4)", which says how sure the last digit is: its bytes. Not of "rule 4.2(1)(a)". */
static size_t uncertainty_after(const unsigned char *p, const unsigned char *end)
{
    size_t run = p < end && *p == '(' ? run_of_digits(p + 1, end) : 0;
    if (!run || run > 2 || p + 1 + run >= end || p[1 + run] != ')')
        return 0;
    const unsigned char *after = p + run + 2;
    bool goes_on = after < end && (word_is_alphanumeric(*after) || *after == '(');
    return goes_on ? 0 : run + 2;
}

/* ---------------------------------------------------------------- fractions */

size_t digits_vulgar(const unsigned char *p, const unsigned char *end, int *numerator, int *denominator)
{
    static const signed char values[][2] = { /* U+2150 … U+215E */
        { 1, 7 }, { 1, 9 }, { 1, 10 }, { 1, 3 }, { 2, 3 }, { 1, 5 }, { 2, 5 }, { 3, 5 },
        { 4, 5 }, { 1, 6 }, { 5, 6 }, { 1, 8 }, { 3, 8 }, { 5, 8 }, { 7, 8 },
    };
    if (end - p >= 2 && p[0] == 0xC2 && p[1] >= 0xBC && p[1] <= 0xBE) {
        *numerator = p[1] == 0xBE ? 3 : 1;
        *denominator = p[1] == 0xBD ? 2 : 4;
        return 2;
    }
    if (end - p >= 3 && p[0] == 0xE2 && p[1] == 0x85 && p[2] >= 0x90 && p[2] <= 0x9E) {
        *numerator = values[p[2] - 0x90][0];
        *denominator = values[p[2] - 0x90][1];
        return 3;
    }
    return 0;
}

static bool usual_denominator(int n)
{
    return n == 2 || n == 3 || n == 4 || n == 5 || n == 6 || n == 8 || n == 10 || n == 16 || n == 32 || n == 64;
}

/* "5/8" at p, nothing but a fraction: a usual denominator, less than one, no third part as in a date. */
static size_t slashed(const unsigned char *p, const unsigned char *end, int *numerator, int *denominator)
{
    size_t above = run_of_digits(p, end);
    if (!above || above > 2 || p + above >= end || p[above] != '/')
        return 0;
    size_t below = run_of_digits(p + above + 1, end);
    if (!below || below > 2 || p[0] == '0')
        return 0;
    const unsigned char *q = p + above + 1, *after = q + below;
    *numerator = above == 1 ? p[0] - '0' : (p[0] - '0') * 10 + p[1] - '0';
    *denominator = below == 1 ? q[0] - '0' : (q[0] - '0') * 10 + q[1] - '0';
    bool longer = after < end && (*after == '/' || (*after == '.' && after + 1 < end && word_is_digit(after[1])));
    return !longer && *numerator < *denominator && usual_denominator(*denominator) ? above + 1 + below : 0;
}

/* The "rds" of "2/3rds", the "th" of "1/8th" */
static size_t fraction_ending(const unsigned char *p, const unsigned char *end)
{
    size_t n = 0;
    while (n < 4 && p + n < end && word_is_ascii_letter(p[n]))
        n++;
    bool part = n > 1 && n < 4 && ((p[0] == 'r' && p[1] == 'd') || (p[0] == 't' && p[1] == 'h'));
    return part && (n == 2 || p[2] == 's') ? n : 0;
}

/* The fraction that belongs to the number before p: "½", " 1/2", "-5/8", " ½". Its bytes, with the gap. */
static size_t fraction_after(const unsigned char *p, const unsigned char *end, int *numerator, int *denominator)
{
    size_t length = digits_vulgar(p, end, numerator, denominator);
    if (length || p >= end || (*p != ' ' && *p != '-'))
        return length;
    length = digits_vulgar(p + 1, end, numerator, denominator);
    if (!length)
        length = slashed(p + 1, end, numerator, denominator);
    return length ? length + 1 : 0;
}

static claimex_decimal quotient(int numerator, int denominator)
{
    return decimal_divide(decimal_make(numerator, 0), decimal_make(denominator, 0));
}

/* ---------------------------------------------------------------- exponents */

static size_t signed_run(const unsigned char *p, const unsigned char *end, int *value)
{
    const unsigned char *at = p;
    bool minus = false;
    if (end - at >= 3 && at[0] == 0xE2 && at[1] == 0x88 && at[2] == 0x92)
        minus = true, at += 3;
    else if (at < end && (*at == '-' || *at == '+'))
        minus = *at++ == '-';
    size_t n = run_of_digits(at, end);
    if (n == 0 || n > 2)
        return 0;
    *value = n == 1 ? at[0] - '0' : (at[0] - '0') * 10 + at[1] - '0';
    *value = minus ? -*value : *value;
    return (size_t)(at - p) + n;
}

size_t digits_raised(const unsigned char *p, const unsigned char *end, int *digit)
{
    *digit = 0;
    if (end - p >= 2 && p[0] == 0xC2) {
        *digit = p[1] == 0xB9 ? 1 : p[1] - 0xB0; /* ¹ stands apart from ² and ³ */
        return p[1] == 0xB2 || p[1] == 0xB3 || p[1] == 0xB9 ? 2 : 0;
    }
    if (end - p < 3 || p[0] != 0xE2 || p[1] != 0x81 || !(p[2] == 0xB0 || (p[2] >= 0xB4 && p[2] <= 0xB9)))
        return 0;
    *digit = p[2] - 0xB0;
    return 3;
}

/* "⁶", "⁻³", "¹²" */
static size_t raised_power(const unsigned char *p, const unsigned char *end, int *exponent)
{
    bool minus = end - p >= 3 && p[0] == 0xE2 && p[1] == 0x81 && p[2] == 0xBB;
    size_t length = minus ? 3 : 0, n, digits = 0;
    int digit, value = 0;
    for (; (n = digits_raised(p + length, end, &digit)) > 0 && digits < 3; digits++) {
        value = value * 10 + digit;
        length += n;
    }
    *exponent = minus ? -value : value;
    return digits == 1 || digits == 2 ? length : 0;
}

/* The power that stands behind a 10: "^6", "⁶", "-5", "(6)", "(-4)"; its bytes, 0 when there is none. */
static size_t power_after(const unsigned char *p, const unsigned char *end, int *exponent)
{
    size_t raised = raised_power(p, end, exponent);
    if (raised)
        return raised;
    size_t mark = p < end && (*p == '^' || *p == '(') ? 1 : 0;
    if (!mark && p < end && word_is_digit(*p))
        return 0;
    size_t n = signed_run(p + mark, end, exponent);
    bool closed = n && p + mark + n < end && p[mark + n] == ')';
    return !n || (mark && *p == '(' && !closed) ? 0 : mark + n + (mark && *p == '(');
}

/* Bytes of the sign of multiplication at p, with the blank behind it. */
static size_t times_at(const unsigned char *p, const unsigned char *end)
{
    size_t times = p < end && ((*p | 0x20) == 'x' || *p == '*')     ? 1
                   : end - p >= 2 && p[0] == 0xC3 && p[1] == 0x97 ? 2
                                                                   : 0;
    return times ? times + blank_length(p + times, end) : 0;
}

/* "e10", "e-3", "x10^6", "× 10^-5", "X 10(-5)" behind a number: its bytes and the power; 0 when there is none. */
static size_t exponent_after(const unsigned char *p, const unsigned char *end, bool decimal, int *exponent)
{
    const unsigned char *at = p;
    bool named = !decimal && end - at > 1 && *at == 'E' && word_is_digit(at[1]); /* a 7E7 */
    if (at < end && (*at | 0x20) == 'e' && !named) {
        size_t n = signed_run(at + 1, end, exponent);
        bool ends = n && (at + 1 + n == end || !word_is_alphanumeric(at[1 + n]));
        return ends ? 1 + n : 0;
    }
    at += blank_length(at, end);
    size_t times = times_at(at, end);
    at += times;
    if (!times || end - at < 4 || at[0] != '1' || at[1] != '0' || word_is_digit(at[2]))
        return 0;
    at += 2;
    size_t n = power_after(at, end, exponent);
    return n ? (size_t)(at - p) + n : 0;
}

/* The "(6)" of "10(6) cells", the "^6" of "10^6", the "⁶" of "10⁶": a power of ten alone. */
static size_t own_power(const struct reader *reader, struct digits *result)
{
    const unsigned char *p = reader->at;
    bool ten = reader->n == 2 && !reader->decimal && reader->digits[0] == '1' && reader->digits[1] == '0';
    int exponent = 0;
    bool marked = p < reader->end && (*p == '(' || *p == '^');
    size_t n = 0;
    if (ten)
        n = marked ? power_after(p, reader->end, &exponent) : raised_power(p, reader->end, &exponent);
    if (n)
        result->value = decimal_make(1, exponent);
    return n;
}

/* ------------------------------------------------------------------- shapes */

static enum class shape_of_integer(const struct reader *reader, int64_t value)
{
    if (reader->n > 4)
        return CLASS_LONG;
    if (value >= 1000)
        return value < 2200 ? CLASS_YEAR : CLASS_FOUR;
    if (value >= 100)
        return CLASS_HUNDREDS;
    if (value >= 60)
        return CLASS_TENS;
    if (value > 31 || value == 0)
        return CLASS_MINUTE;
    return value > 12 ? CLASS_DAY : CLASS_TWELVE;
}

static enum class shape_of(const struct reader *reader, claimex_decimal value)
{
    int64_t integer = 0;
    if (reader->too_long)
        return CLASS_CODE;
    if (reader->decimal)
        return CLASS_DECIMAL;
    if (reader->digits[0] == '0' && reader->n > 1)
        return reader->n == 2 ? CLASS_PADDED : CLASS_CODE;
    if (reader->grouped)
        return CLASS_GROUPED;
    decimal_to_integer(value, &integer);
    return shape_of_integer(reader, integer);
}

/* "1.2.3": digits and dots that are no number. */
static size_t version_length(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    int dots = 0;
    for (;;) {
        at += run_of_digits(at, end);
        if (end - at < 2 || *at != '.' || !word_is_digit(at[1]))
            break;
        at++;
        dots++;
    }
    return dots >= 2 ? (size_t)(at - p) : 0;
}

/* May a fraction belong to the number? "2½", "11-5/8"; "$5.87¼", "3.02-1/2 dlrs", where two decimals are cents. */
static bool may_have_fraction(const struct reader *reader, enum class shape)
{
    bool cents = reader->n_fraction == 2 && reader->at < reader->end && *reader->at != ' ';
    return shape != CLASS_CODE && (!reader->decimal || cents);
}

struct digits digits_read(const unsigned char *start, const unsigned char *p, const unsigned char *end)
{
    struct reader reader = { .at = p, .end = end, .listed = is_listed(start, p) };
    struct digits result = { 0 };
    int above, below;
    size_t fraction = digits_vulgar(p, end, &above, &below);
    if (!fraction && (fraction = slashed(p, end, &above, &below)))
        fraction += fraction_ending(p + fraction, end);
    if (fraction)
        return (struct digits){ fraction, quotient(above, below), CLASS_FRACTION, 0 };
    take_digits(&reader, run_of_digits(p, end));
    unsigned char grouping = reader.n && !reader.too_long ? take_groups(&reader) : 0;
    size_t version = reader.grouped ? 0 : version_length(p, end);
    if (version)
        return (struct digits){ version, result.value, CLASS_CODE, 0 };
    take_decimals(&reader, grouping);
    reader.at += reader.decimal ? uncertainty_after(reader.at, end) : 0;
    result.value = decimal_from_digits(reader.digits, reader.n, reader.n_fraction);
    result.shape = shape_of(&reader, result.value);
    fraction = may_have_fraction(&reader, result.shape) ? fraction_after(reader.at, end, &above, &below) : 0;
    if (fraction) { /* of the last digit */
        claimex_decimal part = decimal_shift(quotient(above, below), -(int)reader.n_fraction);
        result.value = decimal_add(result.value, part);
        result.shape = reader.decimal ? CLASS_DECIMAL : CLASS_FRACTION;
    }
    bool powered = !fraction && result.shape != CLASS_CODE;
    int exponent = 0;
    size_t power = powered ? exponent_after(reader.at, end, reader.decimal, &exponent) : 0;
    result.exponent = power ? exponent : 0; /* not of "2 x 10(5 people)" */
    result.value = decimal_shift(result.value, result.exponent);
    power = powered && !power ? own_power(&reader, &result) : power;
    result.shape = power ? CLASS_DECIMAL : result.shape;
    result.length = (size_t)(reader.at - p) + fraction + power;
    if (result.shape == CLASS_CODE)
        result.value.flags = 0;
    return result;
}
