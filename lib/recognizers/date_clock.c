/* "6:56pm", "18:56:30", "9 a.m. EST", "330 p.m.", "seven thirty p.m.", "three o'clock", "15h30", "noon": one reader for
 * all, so that a range of times and a day with its time never disagree. */
#include "recognizers/date_clock.h"

#define LOCAL_TIME 9999 /* a zone of the lexicon: that of the place */

bool date_clock_set(struct partial *time, int64_t hour, int64_t minute, int64_t second)
{
    if (hour > 23 || minute > 59 || second > 59)
        return false;
    time->hour = (uint8_t)hour;
    time->minute = (uint8_t)(minute < 0 ? 0 : minute);
    time->second = (uint8_t)(second < 0 ? 0 : second);
    time->grain = second >= 0 ? CLAIMEX_GRAIN_SECOND : minute >= 0 ? CLAIMEX_GRAIN_MINUTE : CLAIMEX_GRAIN_HOUR;
    return true;
}

/* ":56" behind token i; -1 when there is none. */
static int64_t behind_colon(const struct date_words *words, uint32_t i)
{
    int64_t n;
    return date_is(words, i + 1, CLASS_COLON) && date_integer(words, i + 2, &n) && n < 60 ? n : -1;
}

static bool is_two_digits(const struct date_words *words, uint32_t i)
{
    const struct token *token = &words->reader->tokens->token.items[i];
    return token->end - token->start == 2;
}

/* "2.30": a decimal before "pm" */
static bool split_decimal(const struct date_words *words, uint32_t i, int64_t *hour, int64_t *minute)
{
    struct slice text = token_slice(words->reader->tokens, i);
    const char *dot = memchr(text.bytes, '.', text.length);
    size_t whole = dot ? (size_t)(dot - text.bytes) : 0;
    if (!dot || text.length - whole != 3 || whole > 2)
        return false;
    *minute = (dot[1] - '0') * 10 + (dot[2] - '0');
    *hour = date_floor(words, i);
    return true;
}

/* The hour and minute that stand in digits or words before "pm" or "o'clock" at *next. */
static bool read_before_mark(const struct date_words *words, uint32_t i, int64_t *hour, int64_t *minute, uint32_t *next)
{
    *next = i + 1;
    *minute = -1;
    if (date_is(words, i, CLASS_DECIMAL))
        return split_decimal(words, i, hour, minute);
    if (!date_integer(words, i, hour))
        return false;
    if (*hour >= 100 && *hour < 2400) {
        *minute = *hour % 100;
        *hour /= 100;
    } else if (date_is(words, i, CLASS_WORDED) || date_is(words, i, CLASS_ONE)) {
        uint32_t at = i + 1 + date_is(words, i + 1, CLASS_HYPHEN);
        if (date_is(words, at, CLASS_WORDED) && date_integer(words, at, minute))
            *next = at + 1;
    }
    return true;
}

void date_clock_take_zone(const struct date_words *words, uint32_t *next, struct partial *time)
{
    uint32_t at = *next + date_is(words, *next, CLASS_OPEN);
    if (!date_is(words, at, CLASS_ZONE))
        return;
    int zone = date_number_of(words, at, CLASS_ZONE);
    time->has_zone = zone != LOCAL_TIME;
    time->zone_minutes = (int16_t)(time->has_zone ? zone : 0);
    time->daylight = date_is(words, at, CLASS_DAYLIGHT);
    *next = at + 1 + (at > *next);
}

/* 12 a.m. is midnight, 12 p.m. noon. */
static bool take_half_of_day(const struct date_words *words, uint32_t *next, int64_t *hour)
{
    if (!date_is(words, *next, CLASS_AMPM))
        return true;
    if (*hour > 12)
        return ++*next, true; /* "18:56 pm" */
    *hour = *hour % 12 + date_number_of(words, *next, CLASS_AMPM);
    ++*next;
    return true;
}

static bool is_hours(const struct date_words *words, uint32_t i)
{
    return date_is(words, i, CLASS_TIMEUNIT) && strcmp(date_text(words, i, CLASS_TIMEUNIT), "hour") == 0;
}

static bool with_colon(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t hour, minute = behind_colon(words, *i), second;
    if (minute < 0 || !is_two_digits(words, *i + 2) || !date_integer(words, *i, &hour))
        return false;
    uint32_t next = *i + 3;
    second = behind_colon(words, next - 1);
    next += second >= 0 ? 2 : 0;
    if (is_hours(words, next) && !(*i > 0 && reader_has(words->reader, *i - 1, CLASS_LASTING)))
        next++; /* "at 19:45 hrs", but "took 2:30 hours" */
    take_half_of_day(words, &next, &hour);
    if (!date_clock_set(time, hour % 24, minute, second))
        return false;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

/* "at 3 15" and no more */
static bool with_gap(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t hour, minute;
    if (*i != 1 || words->reader->tokens->token.count != 3 || !reader_has(words->reader, 0, CLASS_AT) || words->end != 3
        || !date_integer(words, 1, &hour) || !date_integer(words, 2, &minute) || !is_two_digits(words, 2)
        || !date_clock_set(time, hour, minute, -1))
        return false;
    *i = 2;
    return true;
}

/* "noon", "12 noon", "12 o'clock midnight", "noon ET" */
static bool with_name(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t twelve = 12;
    uint32_t name = *i;
    if (!date_is(words, name, CLASS_CLOCK)) {
        name += 1 + date_is(words, name + 1, CLASS_OCLOCK);
        if (!date_integer(words, *i, &twelve))
            return false;
    }
    if (twelve != 12 || !date_is(words, name, CLASS_CLOCK)
        || !date_clock_set(time, date_number_of(words, name, CLASS_CLOCK), 0, -1))
        return false;
    uint32_t next = name + 1;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

/* "8h PST", the 16h of "Friday at 16h" */
static bool with_h_and_zone(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t hour;
    uint32_t next = *i + 2;
    bool zone = date_is(words, next + date_is(words, next, CLASS_OPEN), CLASS_ZONE);
    bool at = next == words->end && date_is(words, *i - 1, CLASS_AT);
    if (next > words->end || !slice_is(token_slice(words->reader->tokens, *i + 1), "h") || !(zone || at)
        || !date_integer(words, *i, &hour) || !date_clock_set(time, hour, -1, -1))
        return false;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

/* "15h30" */
static bool with_h(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t hour, minute;
    if (!reader_is_glued(words->reader, *i + 1) || !reader_is_glued(words->reader, *i + 2) || *i + 2 >= words->end
        || !is_two_digits(words, *i + 2) || !slice_is(token_slice(words->reader->tokens, *i + 1), "h")
        || !date_integer(words, *i, &hour) || !date_integer(words, *i + 2, &minute)
        || !date_clock_set(time, hour, minute, -1))
        return false;
    uint32_t next = *i + 3;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

/* "730 in the evening"; the 1030 of "at 1030" and no more */
static bool is_closed(const struct date_words *words, uint32_t i, int n)
{
    bool year = n >= 1900 && n < 2100 && !reader_has(words->reader, i - 1, CLASS_AT);
    return i > 0
           && ((i == 1 && words->reader->tokens->token.count == 2 && !year && !reader_has(words->reader, 0, CLASS_IN))
               || (reader_has(words->reader, i - 1, CLASS_AT) && reader_has(words->reader, i + 1, CLASS_IN)));
}

/* "at 0930", "by 0600 hours": no number but of a clock has a nought before it. */
static bool is_padded(const struct date_words *words, uint32_t i, struct slice text)
{
    static const enum class before[] = { CLASS_AT, CLASS_LIMIT, CLASS_UNTIL, CLASS_FROM, CLASS_BOUND, CLASS_NONE };
    return text.length == 4 && text.bytes[0] == '0' && i > 0 && reader_has_any(words->reader, i - 1, before);
}

/* "0342 GMT", "2130 hours" */
static bool with_four_digits(const struct date_words *words, uint32_t *i, struct partial *time)
{
    struct slice text = token_slice(words->reader->tokens, *i);
    uint32_t next = *i + 1 + date_is(words, *i + 1, CLASS_TIMEUNIT);
    int n = 0;
    for (size_t k = 0; k < text.length && k < 5; k++) {
        if (text.bytes[k] < '0' || text.bytes[k] > '9')
            return false;
        n = n * 10 + text.bytes[k] - '0';
    }
    bool hours = is_hours(words, *i + 1);
    bool zone = next == *i + 1 && date_is(words, next + date_is(words, next, CLASS_OPEN), CLASS_ZONE);
    bool closed = (text.length >= 3 && next == *i + 1 && is_closed(words, *i, n)) || is_padded(words, *i, text);
    if ((text.length != 4 || !(hours || zone)) && !closed)
        return false;
    if (!date_clock_set(time, n / 100, n % 100, -1))
        return false;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

/* "16p", "735p": pence; but "7p" and "7:35p" are hours. */
static bool are_pence(const struct date_words *words, uint32_t mark, int64_t hour, int64_t minute)
{
    const struct token *token = &words->reader->tokens->token.items[mark];
    return mark < words->end && token->end == token->start + 1 && (hour > 12 || minute >= 0);
}

bool date_clock_take(const struct date_words *words, uint32_t *i, struct partial *time)
{
    int64_t hour, minute;
    uint32_t next;
    if (with_name(words, i, time) || with_colon(words, i, time) || with_h(words, i, time)
        || with_h_and_zone(words, i, time) || with_gap(words, i, time) || with_four_digits(words, i, time))
        return true;
    if (!read_before_mark(words, *i, &hour, &minute, &next))
        return false;
    bool oclock = date_is(words, next, CLASS_OCLOCK);
    next += oclock;
    if ((!oclock && !date_is(words, next, CLASS_AMPM)) || are_pence(words, next, hour, minute))
        return false;
    take_half_of_day(words, &next, &hour);
    if (!date_clock_set(time, hour, minute, -1))
        return false;
    date_clock_take_zone(words, &next, time);
    *i = next - 1;
    return true;
}

bool date_clock_decimal(const struct date_words *words, uint32_t i, struct partial *time)
{
    int64_t hour, minute;
    return split_decimal(words, i, &hour, &minute) && date_clock_set(time, hour, minute, -1);
}

bool date_clock_move(struct partial *time, int minutes)
{
    int there = time->hour * 60 + time->minute + minutes;
    there += there < 0 ? 24 * 60 : 0; /* "five to midnight" */
    return there >= 0 && there < 24 * 60 && date_clock_set(time, there / 60, there % 60, -1);
}

/* "02", "0200": hours and minutes; -1 for other digits. */
static int read_offset(struct slice text)
{
    int n = 0;
    if (text.length != 2 && text.length != 4)
        return -1;
    for (size_t k = 0; k < text.length; k++) {
        if (text.bytes[k] < '0' || text.bytes[k] > '9')
            return -1;
        n = n * 10 + text.bytes[k] - '0';
    }
    return text.length == 2 ? n * 60 : n / 100 * 60 + n % 100;
}

/* The 58 of "58.120" and "58,120"; -1 for other digits. */
static int whole_seconds(struct slice text)
{
    const char *digits = text.bytes;
    bool fraction = text.length > 3 && (digits[2] == '.' || digits[2] == ',');
    return fraction && digits[0] >= '0' && digits[0] < '6' && digits[1] >= '0' && digits[1] <= '9'
               ? (digits[0] - '0') * 10 + digits[1] - '0'
               : -1;
}

/* The ":58.120Z" of "23:59:58.120Z": the token behind it, or `end`. Parts of a second are not kept. */
static uint32_t take_fraction(const struct date_words *all, uint32_t end, struct partial *time)
{
    if (time->grain != CLAIMEX_GRAIN_MINUTE || time->has_zone || !date_is(all, end, CLASS_COLON) || end + 1 >= all->end
        || !reader_is_glued(all->reader, end) || !reader_is_glued(all->reader, end + 1))
        return end;
    int seconds = whole_seconds(token_slice(all->reader->tokens, end + 1));
    if (seconds < 0)
        return end;
    uint32_t next = end + 2;
    time->second = (uint8_t)seconds;
    time->grain = CLAIMEX_GRAIN_SECOND;
    date_clock_take_zone(all, &next, time);
    return next;
}

/* The "+02:00" of "14:00:00+02:00". */
static uint32_t take_offset(const struct date_words *all, uint32_t end, struct partial *time)
{
    bool plus = date_is(all, end, CLASS_PLUS), minus = date_is(all, end, CLASS_HYPHEN);
    bool sure = plus || time->grain == CLAIMEX_GRAIN_SECOND; /* "14:00-15" is a range */
    if (time->grain < CLAIMEX_GRAIN_MINUTE || time->has_zone || !(plus || minus) || !sure || end + 1 >= all->end
        || !reader_is_glued(all->reader, end) || !reader_is_glued(all->reader, end + 1))
        return end;
    int minutes = read_offset(token_slice(all->reader->tokens, end + 1));
    int64_t more = behind_colon(all, end + 1);
    if (minutes < 0 || minutes > 14 * 60)
        return end;
    time->has_zone = true;
    time->zone_minutes = (int16_t)((plus ? 1 : -1) * (minutes + (more > 0 ? (int)more : 0)));
    return end + (more >= 0 ? 4 : 2);
}

uint32_t date_clock_take_rest(const struct reader *reader, uint32_t end, struct partial *time)
{
    struct date_words all = date_words_all(reader);
    return take_offset(&all, take_fraction(&all, end, time), time);
}
