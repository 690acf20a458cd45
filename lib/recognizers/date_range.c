/* A range is two dates that lend each other what they leave out: the year of "from June to July 2016", the month of
 * "June 20 and 21", the "pm" of "3-4pm". */
#include "recognizers/amount.h"
#include "recognizers/date.h"
#include "recognizers/date_clock.h"
#include "recognizers/date_list.h"
#include "recognizers/date_range_alone.h"
#include "recognizers/date_tense.h"
#include "recognizers/date_words.h"

static void lend_year(const struct partial *from, struct partial *to)
{
    if (!from->has_year || to->has_year || to->grain < CLAIMEX_GRAIN_HALF)
        return;
    to->year = from->year;
    to->has_year = true;
}

static bool is_before(const struct partial *a, const struct partial *b)
{
    struct interval first = partial_interval(a, 1), last = partial_interval(b, 1);
    return !interval_present(first) || !interval_present(last) || calendar_compare(first.begins, last.ends) < 0;
}

/* The day of "20" beside a day that has its month. */
static void lend_month(const struct date_point *from, struct date_point *to)
{
    bool bare = to->partial.grain == CLAIMEX_GRAIN_DAY && to->partial.day && !to->partial.month;
    if (bare && from->partial.month) {
        to->partial.month = from->partial.month;
        if (to->time.grain && !to->partial.day)
            to->time.grain = CLAIMEX_GRAIN_NONE;
    }
}

/* A bare number reads as an hour before its partner is known. */
static void hour_to_day(struct date_point *point, const struct date_point *partner)
{
    bool bare = point->kind == DATE_PARTIAL && point->time.grain == CLAIMEX_GRAIN_HOUR
                && (point->partial.grain == CLAIMEX_GRAIN_NONE || point->partial.grain == CLAIMEX_GRAIN_YEAR);
    if (!bare || partner->time.grain || !partner->partial.month)
        return;
    point->partial.grain = CLAIMEX_GRAIN_DAY;
    point->partial.day = point->time.hour ? point->time.hour : 24; /* "Nov. 20-24" */
    point->time.grain = CLAIMEX_GRAIN_NONE;
}

/* The 3 of "3-4pm" is in the afternoon, the 4:30 of "4:30 to 4:15 pm" is not. */
static bool takes_half(const struct partial *from, const struct partial *to)
{
    return from->hour >= 12 && to->hour < 12
           && (to->hour + 12) * 60 + to->minute
                  <= from->hour * 60 + (from->grain > CLAIMEX_GRAIN_HOUR ? from->minute : 59);
}

/* "3-4pm", "8:15 - 10:45 on Friday": a time takes the day of its partner, and its half of the day. */
static void lend_day(struct date_point *from, struct date_point *to, bool said)
{
    if (!date_range_is_bare_time(to) || !from->time.grain)
        return;
    struct partial time = to->time;
    bool later = !said && takes_half(&from->time, &time);
    *to = *from;
    to->time = time;
    if (later)
        to->time.hour = (uint8_t)(time.hour + 12);
}

/* "3-4pm": the half of the day serves both, unless both say it. */
static void lend_half(const struct partial *from, struct partial *to, bool said)
{
    bool hours = from->grain >= CLAIMEX_GRAIN_HOUR && to->grain >= CLAIMEX_GRAIN_HOUR;
    if (!said && hours && takes_half(from, to))
        to->hour = (uint8_t)(to->hour + 12);
}

/* "from 10-4": without a.m. or p.m. the end of a working day is in the afternoon. */
static void end_after_noon(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct date_words words = { reader, match->whole.start, match->whole.end };
    const struct partial *low = &ends->low.time;
    struct partial *high = &ends->high.time;
    bool hours = low->grain >= CLAIMEX_GRAIN_HOUR && high->grain >= CLAIMEX_GRAIN_HOUR;
    if (hours && low->hour <= 12 && high->hour < low->hour && high->hour < 12 && high->hour > 0
        && !date_has(&words, CLASS_AMPM))
        high->hour = (uint8_t)(high->hour + 12);
}

/* "from 7 p.m. to midnight": the one that ends the day. */
static void end_at_midnight(struct date_range_ends *ends)
{
    struct partial *high = &ends->high.time;
    bool hours = ends->low.time.grain >= CLAIMEX_GRAIN_HOUR && high->grain >= CLAIMEX_GRAIN_HOUR;
    if (hours && high->hour == 0 && high->minute == 0 && ends->low.time.hour > 0)
        high->hour = 24;
}

static bool says_half(const struct reader *reader, struct match_range range)
{
    struct date_words words = { reader, range.start, range.end };
    return date_has(&words, CLASS_AMPM) || date_has(&words, CLASS_DAYPART);
}

/* "9:30 - 11:00 CST": the zone serves both. */
static void lend_zone(const struct partial *from, struct partial *to)
{
    if (!from->has_zone || to->has_zone || to->grain < CLAIMEX_GRAIN_HOUR)
        return;
    to->has_zone = true;
    to->zone_minutes = from->zone_minutes;
    to->daylight = from->daylight;
}

static void share(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    bool said = says_half(reader, match->field[FIELD_low])
                || !says_half(reader, match->field[FIELD_high]); /* "06:30 to 23:45" */
    lend_half(&ends->high.time, &ends->low.time, said);
    lend_zone(&ends->high.time, &ends->low.time);
    hour_to_day(&ends->low, &ends->high);
    hour_to_day(&ends->high, &ends->low);
    lend_month(&ends->low, &ends->high);
    lend_month(&ends->high, &ends->low);
    date_list_share_unit(&ends->high, &ends->low);
    date_list_share_century(&ends->low, &ends->high);
    if (ends->low.partial.grain == CLAIMEX_GRAIN_NONE)
        lend_day(&ends->high, &ends->low, said);
    else
        lend_day(&ends->low, &ends->high, false);
    if (!ends->low.has_outer && ends->low.kind == DATE_PARTIAL && ends->high.has_outer) {
        ends->low.has_outer = true;
        ends->low.outer_unit = ends->high.outer_unit;
        ends->low.outer = ends->high.outer;
    }
    if (!ends->low.has_next)
        lend_year(&ends->high.partial, &ends->low.partial);
    lend_year(&ends->low.partial, &ends->high.partial);
    if (ends->low.partial.has_year && !is_before(&ends->low.partial, &ends->high.partial))
        ends->low.partial.year--;
}

/* "1987-88", "1999/00" */
static bool split_year(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct date_words words = { reader, match->field[FIELD_high].start, match->field[FIELD_high].end };
    int64_t low = 0, high = 0;
    struct date_words first = { reader, match->field[FIELD_low].start, match->field[FIELD_low].end };
    static const enum class openers[] = { CLASS_IN, CLASS_OPEN, CLASS_FROM, CLASS_LIMIT, CLASS_OF, CLASS_NONE };
    bool opened = match->whole.start > 0 && reader_has_any(reader, match->whole.start - 1, openers);
    if (!date_integer(&first, first.first, &low) || !date_integer(&words, words.first, &high)
        || low < (opened ? 1000 : 1500))
        return false;
    ends->low.partial.fiscal = ends->high.partial.fiscal =
        reader_has(reader, match->whole.start, CLASS_FISCAL) || reader_has(reader, match->whole.end - 1, CLASS_FISCAL);
    const struct token *token = &reader->tokens->token.items[words.first];
    if (token->end - token->start == 1 && high == low % 10 + 1) /* "1936-7" */
        high += low / 10 % 10 * 10;
    else if (high == low + 1) /* "2015/2016" */
        high %= 100;
    else if (token->end - token->start != 2)
        return false;
    if ((low + 1) % 100 > high + 20 || (high <= low % 100 && high != (low + 1) % 100))
        return false;
    ends->high.partial.year = (int32_t)(low - low % 100 + high + (high <= low % 100 ? 100 : 0));
    ends->low.partial.year = (int32_t)low;
    ends->low.partial.grain = ends->high.partial.grain = CLAIMEX_GRAIN_YEAR;
    ends->low.partial.has_year = ends->high.partial.has_year = true;
    return true;
}

/* The hour of "tonight from 7", but not of "tonight from 2", nor where it is said. */
static bool is_of_afternoon(const struct partial *part, const struct partial *clock)
{
    bool small = part->part == DAYPART_NIGHT && clock->hour < 5;
    return part->grain == CLAIMEX_GRAIN_DAYPART && part->part > DAYPART_MIDDAY && clock->hour < 12 && !small;
}

/* "tomorrow from 7 to 8" */
static bool put_on_day(const struct date_point *day, struct date_point *time)
{
    struct partial clock = time->time;
    if (!date_range_is_bare_time(time) || day->kind == DATE_SET)
        return false;
    *time = *day;
    if (is_of_afternoon(&day->time, &clock))
        clock.hour = (uint8_t)(clock.hour + 12);
    time->time = clock;
    return true;
}

/* "from 2pm for two hours": the end is as far away as it lasts. */
static bool read_length(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct match_range low = match->field[FIELD_low], amount = match->field[FIELD_amount];
    struct date_words all = date_words_all(reader);
    const char *unit = date_text(&all, match->field[FIELD_unit].start, CLASS_TIMEUNIT);
    int per_unit = strcmp(unit, "hour") == 0 ? 60 : strcmp(unit, "minute") == 0 ? 1 : 0;
    int64_t minutes;
    if (!per_unit || !slice_is(token_slice(reader->tokens, amount.start - 1), "for")
        || !date_integer_times(&all, amount.start, per_unit, &minutes) || minutes < 1 || minutes >= 24 * 60
        || !date_point_read(reader, low.start, low.end, &ends->low) || !date_range_is_bare_time(&ends->low))
        return false;
    ends->high = ends->low;
    return date_clock_move(&ends->high.time, (int)minutes);
}

/* The year of "44 BC" and "AD 79", or of a number beside one. */
static bool read_year_of_era(const struct reader *reader, struct match_range range, int era, struct date_point *point)
{
    struct date_words words = { reader, range.start, range.end };
    uint32_t number = range.start + date_is(&words, range.start, CLASS_ERA);
    int64_t year;
    if (!date_integer(&words, number, &year) || year < 1)
        return false;
    point->partial.year = (int32_t)(era < 0 ? 1 - year : year);
    point->partial.has_year = true;
    point->partial.grain = CLAIMEX_GRAIN_YEAR;
    return partial_is_valid(&point->partial);
}

static int era_of(const struct reader *reader, struct match_range range)
{
    struct date_words words = { reader, range.start, range.end };
    int first = date_number_of(&words, range.start, CLASS_ERA);
    return first ? first : date_number_of(&words, range.end - 1, CLASS_ERA);
}

/* "300-250 BC", "27 BC-AD 14" */
static bool read_eras(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    int first = era_of(reader, low), last = era_of(reader, high);
    return read_year_of_era(reader, low, first ? first : last, &ends->low)
           && read_year_of_era(reader, high, last ? last : first, &ends->high);
}

/* "the October-December quarter of 2020": the year, or "last year", of both */
static bool read_year_of(const struct reader *reader, struct match_range of, struct date_range_ends *ends)
{
    struct date_point year;
    if (!amount_given(of))
        return true;
    if (!date_point_read(reader, of.start, of.end, &year))
        return false;
    ends->high.partial.has_year = year.partial.has_year;
    ends->high.partial.year = year.partial.year;
    ends->high.has_outer = year.kind == DATE_UNIT;
    ends->high.outer_unit = year.unit;
    ends->high.outer = (int)year.n;
    return year.partial.grain == CLAIMEX_GRAIN_YEAR || (year.kind == DATE_UNIT && year.unit == CLAIMEX_GRAIN_YEAR);
}

/* "two to three years ago", "between 26,000 and 20,000 years ago": the further one is the earlier */
static bool read_distances(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    struct date_words all = date_words_all(reader);
    int64_t n;
    if (!date_integer(&all, low.start, &n) || !date_point_read(reader, high.start, high.end, &ends->high)
        || ends->high.kind != DATE_DISTANCE || ends->high.n == -n)
        return false;
    ends->low = ends->high;
    struct date_point *other = ends->high.n < -n ? &ends->high : &ends->low;
    other->n = -n;
    return true;
}

static bool read_ends(const struct reader *reader, const struct match *match, struct date_range_ends *ends)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    memset(ends, 0, sizeof *ends);
    if (amount_given(match->field[FIELD_amount]))
        return read_length(reader, match, ends);
    if (date_range_names_era(reader, match))
        return read_eras(reader, match, ends);
    struct date_words words = { reader, high.start, high.end };
    bool split = high.end - high.start == 1 && !date_is(&words, high.start, CLASS_DECADE)
                 && (!date_is(&words, high.start, CLASS_YEAR) || reader_has(reader, low.end, CLASS_SLASH));
    if (low.end - low.start == 1 && split) {
        struct date_words first = { reader, low.start, low.end };
        int64_t n;
        if (date_is(&first, low.start, CLASS_YEAR) && date_integer(&words, high.start, &n))
            return split_year(reader, match, ends);
    }
    struct match_range day = match->field[FIELD_day];
    if (amount_given(day)) {
        struct date_point point;
        if (!date_point_read(reader, day.start, day.end, &point)
            || !date_point_read(reader, low.start, low.end, &ends->low)
            || !date_point_read(reader, high.start, high.end, &ends->high))
            return false;
        return put_on_day(&point, &ends->low) && put_on_day(&point, &ends->high);
    }
    if (date_has(&words, CLASS_AGO))
        return read_distances(reader, match, ends);
    return date_point_read(reader, low.start, low.end, &ends->low)
           && date_point_read(reader, high.start, high.end, &ends->high)
           && read_year_of(reader, match->field[FIELD_of], ends);
}

static void shift_days(struct date_value *value, int days)
{
    claimex_moment day = calendar_shift(partial_day(&value->partial), CLAIMEX_GRAIN_DAY, days);
    if (!calendar_present(day))
        return;
    value->partial.year = day.year;
    value->partial.month = day.month;
    value->partial.day = day.day;
    value->interval =
        interval_between(value->interval.grain, calendar_shift(value->interval.begins, CLAIMEX_GRAIN_DAY, days),
                         calendar_shift(value->interval.ends, CLAIMEX_GRAIN_DAY, days));
}

/* "from 10 p.m. to 2 a.m. on Tuesday" ends on Wednesday. */
static void end_next_day(struct date_range_ends *ends)
{
    const struct date_point *low = &ends->low;
    struct date_point *high = &ends->high;
    bool over = low->time.grain >= CLAIMEX_GRAIN_HOUR && high->time.grain >= CLAIMEX_GRAIN_HOUR
                && high->time.hour < low->time.hour;
    if (over && high->kind == DATE_UNIT && low->kind == DATE_UNIT && high->n == low->n)
        high->n++;
    else if (over && high->partial.weekday && !high->partial.month && high->partial.weekday == low->partial.weekday)
        high->partial.weekday = (uint8_t)(high->partial.weekday % 7 + 1);
}

static bool is_same_day(const struct date_value *low, const struct date_value *high)
{
    return calendar_days(low->interval.begins) == calendar_days(high->interval.begins);
}

/* "from Friday to Monday", "on 3 May from 10 p.m. to 2 a.m.": the end that comes out too early is the next one. */
static void put_in_order(const struct date_range_ends *ends, struct date_value *low, struct date_value *high)
{
    if (!interval_present(low->interval) || !interval_present(high->interval)
        || calendar_compare(low->interval.begins, high->interval.begins) <= 0)
        return;
    if (is_same_day(low, high) && ends->high.partial.month) {
        shift_days(high, 1);
        struct partial said = high->partial;
        said.has_year = ends->high.partial.has_year;
        (void)timex_write(&said, high->timex);
        return;
    }
    if (ends->high.partial.weekday && !ends->high.partial.month)
        shift_days(high, 7);
    else if (!ends->low.partial.has_year && ends->low.partial.month) {
        low->partial.year--;
        low->interval = partial_interval(&low->partial, 0);
    }
}

static bool is_part_of_year(const struct date_point *point)
{
    return point->kind == DATE_PARTIAL && point->partial.month && !point->partial.has_year && !point->has_next
           && !point->has_outer;
}

/* "is open from 1 April to 31 October", said in May: the time that has begun and is not over. */
static bool resolve_around(const struct reader *reader, const struct date_range_ends *ends, struct date_value *low,
                           struct date_value *high)
{
    if (!is_part_of_year(&ends->low) || !is_part_of_year(&ends->high)
        || !date_resolve(reader, &ends->low, DIRECTION_PAST, low)
        || !date_resolve(reader, &ends->high, DIRECTION_FUTURE, high) || !interval_present(low->interval)
        || !interval_present(high->interval))
        return false;
    claimex_moment year = calendar_shift(low->interval.begins, CLAIMEX_GRAIN_YEAR, 1);
    return calendar_compare(high->interval.ends, year) < 0;
}

static void write_timex(const struct date_value *low, const struct date_value *high, struct date_value *out)
{
    size_t n = strlen(low->timex), m = strlen(high->timex);
    if (n + m + 2 > sizeof out->timex)
        return;
    memcpy(out->timex, low->timex, n);
    out->timex[n] = '/';
    memcpy(out->timex + n + 1, high->timex, m + 1);
}

/* "from June and July" */
static bool is_list(const struct reader *reader, const struct match *match)
{
    struct match_range day = match->field[FIELD_day];
    uint32_t link = match->field[FIELD_low].end;
    return !amount_given(day) && reader_has(reader, match->whole.start, CLASS_FROM)
           && reader_has(reader, link, CLASS_AND) && !reader_has(reader, link, CLASS_TO);
}

static bool is_doubted(const struct reader *reader, uint32_t end)
{
    return reader_has(reader, end, CLASS_MARK) && slice_is(token_slice(reader->tokens, end), "?");
}

/* "(1152?–1204)", "(1602–1664?)": nobody knows it exactly. */
static void take_doubt(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    uint32_t end = match->whole.end;
    bool last = is_doubted(reader, end) && reader_has(reader, end + 1, CLASS_CLOSE);
    if (last)
        candidate->at.end = reader->tokens->token.items[candidate->end++].end;
    if (last || is_doubted(reader, match->field[FIELD_low].end))
        candidate->relation = CLAIMEX_APPROX;
}

bool date_range_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct date_range_ends ends;
    struct date_value low, high, range = { { 0 }, { 0 }, { { 0 }, { 0 }, 0 }, CLAIMEX_GRAIN_NONE };
    if (is_list(reader, match) || !read_ends(reader, match, &ends))
        return false;
    end_after_noon(reader, match, &ends);
    end_at_midnight(&ends);
    share(reader, match, &ends);
    struct match_range day = match->field[FIELD_day];
    if (amount_given(day) && date_is_every(reader, day.start, day.end)) /* "every Tuesday | from 6 to 8pm" */
        ends.low.every = ends.high.every = true;
    if (!date_range_stands(reader, match, &ends))
        return false;
    end_next_day(&ends);
    enum direction direction = date_direction(reader, match->whole.start, match->whole.end, &ends.high);
    if (!resolve_around(reader, &ends, &low, &high)
        && (!date_resolve(reader, &ends.low, direction, &low) || !date_resolve(reader, &ends.high, direction, &high)))
        return false;
    put_in_order(&ends, &low, &high);
    if (ends.low.has_next && !ends.low.partial.has_year && interval_present(high.interval))
        (void)timex_write(&high.partial, high.timex); /* "from next Monday to Friday" */
    write_timex(&low, &high, &range);
    range.interval = interval_join(low.interval, high.interval);
    range.grain = low.grain > high.grain ? low.grain : high.grain;
    date_write(reader, &range, candidate);
    take_doubt(reader, match, candidate);
    return true;
}
