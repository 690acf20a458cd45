/* The order of year, month and day is told by their size, else by the option of the caller; the other order is kept
 * as a reading. */
#include "recognizers/date_numbers.h"

struct part {
    int64_t n;
    bool month; /* a month by name */
    bool year;  /* four digits */
};

static bool make(int64_t year, int64_t month, int64_t day, struct partial *partial)
{
    *partial = (struct partial){ .grain = day ? CLAIMEX_GRAIN_DAY : CLAIMEX_GRAIN_MONTH };
    if (month < 1 || month > 12 || day > 31)
        return false;
    partial->month = (uint8_t)month;
    partial->day = (uint8_t)day;
    partial->year = (int32_t)year;
    partial->has_year = year >= 0;
    return partial_is_valid(partial);
}

static int64_t full_year(struct part part)
{
    return part.year ? part.n : part.n + (part.n < 50 ? 2000 : 1900);
}

/* "a/b/year": the month is where it can only be, else where the option says. */
static bool month_and_day(const struct reader *reader, struct part a, struct part b, int64_t year,
                          struct date_point *point)
{
    bool day_first = reader->options->date_order == CLAIMEX_DAY_FIRST;
    struct partial first, last;
    bool has_first = !b.month && make(year, a.n, b.n, &first), has_last = !a.month && make(year, b.n, a.n, &last);
    if (!has_first && !has_last)
        return false;
    bool takes_last = has_last && (day_first || !has_first);
    point->partial = takes_last ? last : first;
    if (has_first && has_last && a.n != b.n)
        point->other_reading = takes_last ? first : last;
    return true;
}

static bool order(const struct reader *reader, const struct part part[3], struct date_point *point)
{
    if (part[0].year || (reader->options->date_order == CLAIMEX_YEAR_FIRST && !part[2].year && !part[1].month))
        return !part[0].month && make(full_year(part[0]), part[1].n, part[2].n, &point->partial);
    return month_and_day(reader, part[0], part[1], full_year(part[2]), point);
}

static bool read_part(const struct date_words *words, uint32_t i, struct part *part)
{
    part->year = date_is(words, i, CLASS_YEAR);
    part->month = date_is(words, i, CLASS_MONTH);
    if (!part->month)
        return date_integer(words, i, &part->n);
    part->n = date_number_of(words, i, CLASS_MONTH);
    return true;
}

static bool is_mark(const struct date_words *words, uint32_t i)
{
    return date_is(words, i, CLASS_HYPHEN) || date_is(words, i, CLASS_SLASH);
}

/* "10.31.1974": one token, because versions look the same. */
static bool read_dotted(const struct date_words *words, uint32_t i, struct date_point *point)
{
    struct slice text = token_slice(words->reader->tokens, i);
    struct part part[3] = { { 0 } };
    size_t at = 0;
    for (int k = 0; k < 3; k++) {
        size_t start = at;
        for (; at < text.length && text.bytes[at] >= '0' && text.bytes[at] <= '9' && at - start < 5; at++)
            part[k].n = part[k].n * 10 + (text.bytes[at] - '0');
        part[k].year = at - start == 4;
        if (at == start || (k < 2 && (at >= text.length || text.bytes[at++] != '.')))
            return false;
    }
    if (at < text.length || part[0].year == part[2].year || part[1].year)
        return false;
    return order(words->reader, part, point);
}

/* "4/2017", "2017-04", "5/4": two parts */
static bool read_two(const struct date_words *words, uint32_t i, const struct part part[2], struct date_point *point)
{
    bool behind_number = is_mark(words, i + 3);
    bool before_letter = reader_is_word(words->reader, i + 3) && reader_is_glued(words->reader, i + 3); /* "1266-5p" */
    if (behind_number || before_letter)
        return false;
    if (part[0].year)
        return !part[1].year && make(part[0].n, part[1].n, 0, &point->partial);
    if (part[1].year)
        return make(part[1].n, part[0].n, 0, &point->partial);
    if (part[0].n == 24 && part[1].n == 7 && words->reader->options->date_order != CLAIMEX_DAY_FIRST)
        return false; /* open 24/7 */
    return !part[0].month && !part[1].month && date_is(words, i + 1, CLASS_SLASH)
           && month_and_day(words->reader, part[0], part[1], -1, point);
}

bool date_numbers_take(const struct date_words *words, uint32_t *i, struct date_point *point)
{
    struct part part[3];
    if (date_is(words, *i, CLASS_CODE))
        return read_dotted(words, *i, point);
    if (!read_part(words, *i, &part[0]) || !is_mark(words, *i + 1) || !read_part(words, *i + 2, &part[1]))
        return false;
    uint8_t weekday = point->partial.weekday;
    bool three = is_mark(words, *i + 3) && read_part(words, *i + 4, &part[2]);
    bool fine = three ? order(words->reader, part, point) : read_two(words, *i, part, point);
    point->partial.weekday = point->partial.grain == CLAIMEX_GRAIN_DAY ? weekday : 0;
    if (fine)
        *i += three ? 4 : 2;
    return fine;
}
