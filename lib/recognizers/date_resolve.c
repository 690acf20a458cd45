/* What is left out is filled in from the reference date: the year of "June 20", the month of "last month". */
#include "recognizers/date_resolve.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_ended.h"
#include "recognizers/date_words.h"

/* -------------------------------------------------------------------- tense */

#define TENSE_BEFORE 24 /* words before a date that are asked for its tense */
#define TENSE_BEHIND 12

static bool is_infinitive(const struct date_words *all, uint32_t verb)
{
    return verb > 0 && slice_is(token_slice(all->reader->tokens, verb - 1), "be");
}

/* "announced", also where no lexicon has it. */
static bool ends_in_ed(const struct date_words *all, uint32_t i)
{
    struct slice word = token_slice(all->reader->tokens, i);
    return all->reader->tokens->token.items[i].capital == CLASS_LOWER && word.length > 4
           && memcmp(word.bytes + word.length - 2, "ed", 2) == 0 && word.bytes[word.length - 3] != 'e'; /* "succeed" */
}

/* The "to" of "planned to leave", "is to resume". */
static bool is_plan(const struct date_words *all, uint32_t i)
{
    return i > 0 && date_is(all, i, CLASS_TO)
           && (date_is(all, i - 1, CLASS_EXPECT) || date_is(all, i - 1, CLASS_AIM) || date_is(all, i - 1, CLASS_BE)
               || date_is(all, i - 1, CLASS_AHEAD));
}

/* "are due to end"; but "was due to bad weather" */
static bool is_cause(const struct date_words *all, uint32_t i)
{
    return date_is(all, i, CLASS_PREPOSITION)
           && !(i > 0 && date_is(all, i - 1, CLASS_BE) && !date_is(all, i - 1, CLASS_BEHIND)
                && (token_word_classes(all->reader->tokens, i + 1) & WORD_VERB));
}

/* 1 for a "will", -1 for a verb of the past; 0 for any other word. */
static int tense_of(const struct date_words *all, uint32_t i)
{
    if (date_is(all, i, CLASS_WOULD) && date_is(all, i + 1, CLASS_HAVE))
        return -1; /* "would have been" */
    if (date_is(all, i, CLASS_AHEAD) || date_is(all, i, CLASS_WILL) || is_plan(all, i))
        return is_cause(all, i) ? 0 : 1;
    bool past = date_is(all, i, CLASS_BEHIND) || ends_in_ed(all, i);
    return past && !is_infinitive(all, i) ? -1 : 0;
}

/* "by Friday", "until May": what lasts so long is mostly not over; but "Until Friday, they had not …". */
static bool is_end(const struct date_words *all, uint32_t first)
{
    return first > 1 && amount_relation(all->reader, first - 1, CLASS_LIMIT) == CLAIMEX_LE
           && !date_is(all, first - 1, CLASS_BEHIND); /* "as late as May" */
}

/* "extended loans through June": no verb tells whether that is over. */
static bool is_last(const struct date_words *all, uint32_t first)
{
    return first > 0 && date_is(all, first - 1, CLASS_UNTIL);
}

/* "the vote is on Sunday": what is said to be on a day is mostly still to come. */
static bool is_said_to_be(const struct date_words *all, uint32_t first)
{
    bool opened = first > 0
                  && (date_is(all, first - 1, CLASS_ON) || date_is(all, first - 1, CLASS_AT)
                      || date_is(all, first - 1, CLASS_IN));
    uint32_t verb = first - 1 - opened;
    return first > opened && date_is(all, verb, CLASS_BE) && !date_is(all, verb, CLASS_BEHIND);
}

/* The tense of the clause: that of the nearest verb in front, else of the first one behind. */
static int tense_around(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    int tense = 0;
    if (is_end(&all, first) || is_said_to_be(&all, first))
        return 1;
    if (is_last(&all, first))
        return 0;
    for (uint32_t n = 0; n < TENSE_BEFORE && n < first && !tense; n++) {
        if (date_is(&all, first - 1 - n, CLASS_SEMICOLON))
            break;
        tense = tense_of(&all, first - 1 - n);
    }
    uint32_t last = end + TENSE_BEHIND < all.end ? end + TENSE_BEHIND : all.end;
    for (uint32_t i = end; i < last && !tense && !date_is(&all, i, CLASS_SEMICOLON); i++)
        tense = tense_of(&all, i);
    return tense;
}

#define MOST_OF_APPOINTMENT 32u /* tokens */

/* "Thursday, 9 a.m.": words that are nothing but a date are an appointment. */
static bool is_appointment(const struct reader *reader, uint32_t first, uint32_t end)
{
    static const enum class around[] = { CLASS_IN,    CLASS_ON,      CLASS_AT,       CLASS_LIMIT,
                                         CLASS_THE,   CLASS_FROM,    CLASS_PERIOD,   CLASS_UNTIL,
                                         CLASS_BOUND, CLASS_LASTING, CLASS_DAYSHIFT, CLASS_NONE };
    struct date_words all = date_words_all(reader);
    if (all.end > MOST_OF_APPOINTMENT)
        return false;
    for (uint32_t i = 0; i < all.end; i++) {
        bool inside = i >= first && i < end;
        if (!inside && !date_is_any(&all, i, around))
            return false;
    }
    return true;
}

bool date_lies_ahead(const struct reader *reader, uint32_t first, uint32_t end)
{
    return tense_around(reader, first, end) > 0 || is_appointment(reader, first, end);
}

bool date_lies_behind(const struct reader *reader, uint32_t first, uint32_t end)
{
    return tense_around(reader, first, end) < 0;
}

/* "a January report", "June trade fair": the month only names, and no verb tells its side. */
static bool is_name_of_noun(const struct reader *reader, uint32_t end, const struct date_point *point)
{
    static const enum class links[] = {
        CLASS_PREPOSITION, CLASS_IN,     CLASS_ON,    CLASS_AT,     CLASS_TO,      CLASS_FROM,       CLASS_AND,
        CLASS_OR,          CLASS_OF,     CLASS_BE,    CLASS_HAVE,   CLASS_DO,      CLASS_WILL,       CLASS_WOULD,
        CLASS_CAN,         CLASS_MUST,   CLASS_LIMIT, CLASS_UNTIL,  CLASS_NEXT,    CLASS_THAT,       CLASS_RELATIVE,
        CLASS_SUBORDINATE, CLASS_BUT,    CLASS_NOT,   CLASS_ADVERB, CLASS_PRONOUN, CLASS_DETERMINER, CLASS_A,
        CLASS_THE,         CLASS_BEHIND, CLASS_NONE,
    };
    struct date_words all = date_words_all(reader);
    if (point->partial.grain != CLAIMEX_GRAIN_MONTH || end >= all.end
        || reader->tokens->token.items[end].capital != CLASS_LOWER || ends_in_ed(&all, end)
        || (token_word_classes(reader->tokens, end) & (WORD_ADVERB | WORD_NOUN)) == WORD_ADVERB)
        return false;
    return !date_is_any(&all, end, links);
}

/* How many days away on one side; negative when that is not known. */
static int64_t days_away(const struct date_point *point, claimex_moment reference, enum direction direction)
{
    struct partial partial = point->partial;
    struct interval there = { .grain = CLAIMEX_GRAIN_NONE };
    if (point->kind == DATE_HOLIDAY)
        (void)holiday_resolve(&point->holiday, reference, direction, &there);
    else if (partial_resolve(&partial, reference, direction, 1))
        there = partial_interval(&partial, 1);
    int64_t days = (int64_t)calendar_days(there.begins) - calendar_days(reference);
    return !interval_present(there) ? -1 : days < 0 ? -days : days;
}

static bool comes_once_a_year(const struct date_point *point)
{
    const struct partial *partial = &point->partial;
    return point->kind == DATE_HOLIDAY || ((partial->month || partial->part) && partial->grain < CLAIMEX_GRAIN_DAYPART);
}

/* What comes round once a year may be much nearer on the side that the verb does not name: in January, an offer that
 * "expired on Jan. 14" or "is open until Feb. 10". */
static enum direction weigh(const struct date_point *point, claimex_moment reference, int tense, bool will)
{
    enum direction told = tense > 0 ? DIRECTION_FUTURE : DIRECTION_PAST;
    if (point->partial.has_year || !comes_once_a_year(point) || (point->kind == DATE_HOLIDAY && tense > 0))
        return told;
    int64_t back = days_away(point, reference, DIRECTION_PAST), ahead = days_away(point, reference, DIRECTION_FUTURE);
    if (back < 0 || ahead < 0)
        return told;
    if (tense > 0)
        return !will && back * 6 < ahead ? DIRECTION_PAST : DIRECTION_FUTURE;
    int weight = tense == 0 ? 3 : point->partial.grain <= CLAIMEX_GRAIN_MONTH && point->kind != DATE_HOLIDAY ? 10 : 6;
    return ahead * weight < back ? DIRECTION_FUTURE : DIRECTION_PAST;
}

static bool is_before_end(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    return is_end(&all, first);
}

/* "fell in June", but not "agreed to meet in June", where an infinitive stands between the verb and the date */
static bool fell_in(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    for (uint32_t n = 1; n <= TENSE_BEFORE && n <= first; n++) {
        int tense = tense_of(&all, first - n);
        if (tense || (date_is(&all, first - n, CLASS_TO) && reader_is_word(reader, first - n + 1)))
            return tense < 0;
    }
    return false;
}

/* "fell in the second quarter", "at the end of June"; but not "raised its outlook for the first quarter" */
static bool happened_in(const struct reader *reader, uint32_t first, const struct date_point *point)
{
    struct date_words all = { reader, 0, first };
    return first > 0
           && (date_is(&all, first - 1, CLASS_IN) || (point->has_boundary && date_is(&all, first - 1, CLASS_AT)));
}

#define MOST_BEFORE_TOLD 24u /* tokens */

/* "Fourth-quarter sales | fell", "Revenue for the third quarter | was": the first verb of the sentence stands behind,
 * and is past; but "raised its outlook for the third quarter". */
static bool is_told_behind(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = { reader, 0, first };
    for (uint32_t i = 0; i < first; i++)
        if (i == MOST_BEFORE_TOLD || tense_of(&all, i))
            return false;
    return date_lies_behind(reader, first, end);
}

/* "will meet on February 14": no other verb between, and no "by" or "until" */
static bool will_be_on(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    uint32_t i = first;
    while (i > 0 && first - i < TENSE_BEFORE && !tense_of(&all, i - 1))
        i--;
    return i > 0 && date_is(&all, i - 1, CLASS_WILL) && !is_end(&all, first) && !is_last(&all, first);
}

/* "the mill in early May laid off" */
static bool is_past_verb(const struct reader *reader, uint32_t i)
{
    struct date_words all = date_words_all(reader);
    return i < all.end && tense_of(&all, i) < 0;
}

#define MOST_OF_CLOSE 6u /* tokens: "that ended on Saturday, " */

/* "fell in the quarter | to June", "the year | ended in June": the last day of what is over; but "extended for 60 days
 * until June". */
static bool closes_past(const struct reader *reader, uint32_t first)
{
    for (uint32_t end = first; end > 1 && first - end < MOST_OF_CLOSE; end--) {
        uint32_t unit = end - 1, day = reader_has(reader, unit, CLASS_TIMEUNIT) ? date_ended_at(reader, end) : 0;
        if (day < first)
            continue;
        bool until = reader_has(reader, end, CLASS_UNTIL) && !reader_has(reader, end, CLASS_TO);
        if ((until && !reader_has(reader, unit, CLASS_SINGLE))
            || (unit > 1 && reader_has(reader, unit - 2, CLASS_FROM)))
            return false;
        return slice_is(token_slice(reader->tokens, end), "ended") || !date_lies_ahead(reader, end, end + 1);
    }
    return false;
}

enum direction date_direction(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    if (point->partial.has_year || !calendar_present(reader->options->reference))
        return DIRECTION_PAST; /* nothing to look for */
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_PAST)
        return DIRECTION_PAST;
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_FUTURE)
        return DIRECTION_FUTURE;
    if (closes_past(reader, first))
        return DIRECTION_PAST;
    bool appointment = is_appointment(reader, first, end);
    bool near = point->partial.grain == CLAIMEX_GRAIN_QUARTER || point->partial.grain == CLAIMEX_GRAIN_WEEK;
    uint32_t start = first - (first > 0 && reader_has(reader, first - 1, CLASS_THE)); /* "in the June quarter" */
    bool told = point->partial.grain == CLAIMEX_GRAIN_QUARTER && is_told_behind(reader, first, end);
    if (!appointment && told)
        return DIRECTION_PAST;
    if (!appointment && near && !(happened_in(reader, start, point) && date_lies_behind(reader, first, end)))
        return DIRECTION_NEAREST;
    bool opens = first == 1 && date_lies_behind(reader, first, end); /* "In July | sales fell 4%" */
    if (point->partial.grain == CLAIMEX_GRAIN_MONTH && happened_in(reader, first, point)
        && (fell_in(reader, first) || is_past_verb(reader, end) || opens))
        return DIRECTION_PAST;
    int tense = appointment ? 1 : is_name_of_noun(reader, end, point) ? 0 : tense_around(reader, first, end);
    bool done = tense > 0 && comes_once_a_year(point) && is_before_end(reader, first) && fell_in(reader, first);
    return weigh(point, reader->options->reference, done ? 0 : tense /* "was complete by March 20" */,
                 will_be_on(reader, first));
}

/* ----------------------------------------------------------------- partials */

static enum direction direction_of_next(int next)
{
    return next < 0 ? DIRECTION_BEFORE : next > 0 ? DIRECTION_AFTER : DIRECTION_SAME;
}

/* The next of "next Friday, May 12" is said of the Friday. */
static enum direction side_of_next(const struct date_point *point)
{
    bool day = point->partial.weekday && point->partial.month && point->partial.day;
    return !day ? direction_of_next(point->next) : point->next < 0 ? DIRECTION_PAST : DIRECTION_FUTURE;
}

static void merge_time(struct partial *partial, const struct partial *time)
{
    if (time->grain == CLAIMEX_GRAIN_NONE)
        return;
    partial->grain = time->grain;
    partial->part = time->part;
    partial->hour = time->hour;
    partial->minute = time->minute;
    partial->second = time->second;
    partial->has_zone = time->has_zone;
    partial->zone_minutes = time->zone_minutes;
    partial->daylight = time->daylight;
}

static struct partial partial_of_day(claimex_moment day)
{
    return (struct partial){
        .grain = CLAIMEX_GRAIN_DAY, .year = day.year, .has_year = true, .month = day.month, .day = day.day
    };
}

static bool has_reference(const struct reader *reader)
{
    return calendar_present(reader->options->reference);
}

/* "June last year", "Monday of next week": the outer unit gives what the inner one lacks. */
static void apply_outer(const struct reader *reader, const struct date_point *point, struct partial *partial)
{
    claimex_moment reference = reader->options->reference;
    if (!point->has_outer || !has_reference(reader))
        return;
    if (point->outer_unit == CLAIMEX_GRAIN_WEEK && partial->weekday) {
        claimex_moment there = calendar_shift(reference, CLAIMEX_GRAIN_WEEK, point->outer);
        claimex_moment day =
            calendar_shift(calendar_date(there), CLAIMEX_GRAIN_DAY, partial->weekday - calendar_weekday(there));
        partial->year = day.year;
        partial->month = day.month;
        partial->day = day.day;
        partial->has_year = true;
    } else if (point->outer_unit == CLAIMEX_GRAIN_MONTH && partial->day) {
        claimex_moment there = calendar_shift(reference, CLAIMEX_GRAIN_MONTH, point->outer);
        partial->year = there.year;
        partial->month = there.month;
        partial->has_year = true;
    } else if (point->outer_unit == CLAIMEX_GRAIN_YEAR) {
        struct partial year = partial->fiscal ? partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer,
                                                                    reader->options->fiscal_start)
                                              : partial_unit(CLAIMEX_GRAIN_YEAR, reference, point->outer);
        partial->year = year.year;
        partial->has_year = year.has_year;
    }
}

/* Said on a Tuesday, "next Friday" is that of the next week, since the nearer one is "this Friday"; "last Monday" is
 * eight days ago, since the nearer one is "yesterday". "The Friday after next" is a week further. */
static void turn_week(const struct reader *reader, int next, struct partial *found)
{
    claimex_moment now = calendar_date(reader->options->reference), day = partial_day(found);
    int64_t days = (int64_t)calendar_days(day) - calendar_days(now);
    bool same_week = calendar_week(now).week == calendar_week(day).week && calendar_weekday(now) < SATURDAY;
    int64_t weeks = next > 0 ? next - 1 : next < 0 ? next + 1 : 0;
    weeks += next == 1 && same_week;
    weeks -= next == -1 && same_week && days >= -2;
    if (!weeks)
        return;
    struct partial turned = partial_of_day(calendar_shift(day, CLAIMEX_GRAIN_DAY, weeks * 7));
    found->year = turned.year;
    found->month = turned.month;
    found->day = turned.day;
    found->week = 0;
}

static bool resolve_partial(const struct reader *reader, const struct date_point *point, enum direction direction,
                            struct date_value *value)
{
    struct partial said = point->partial;
    apply_outer(reader, point, &said);
    merge_time(&said, &point->time);
    if (!partial_is_valid(&said))
        return false;
    value->partial = said;
    bool known = !point->every && (said.has_year || has_reference(reader))
                 && partial_resolve(&value->partial, reader->options->reference,
                                    point->has_next ? side_of_next(point) : direction, reader->options->fiscal_start);
    if (known && point->has_next && !point->near && said.weekday && !said.month && !said.day)
        turn_week(reader, point->next, &value->partial);
    if (known)
        value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    bool told = point->ahead || point->has_next
                || said.grain == CLAIMEX_GRAIN_WEEKEND /* "the weekend" is one, as "the week" is */
                || (said.grain == CLAIMEX_GRAIN_SEASON && point->definite);
    if (point->every && said.grain == CLAIMEX_GRAIN_WEEKEND) /* "at weekends" is "every weekend" */
        timex_write_shift(CLAIMEX_GRAIN_WEEKEND, 1, value->timex);
    else
        timex_write(known && told ? &value->partial : &said, value->timex);
    value->grain = (enum claimex_grain)said.grain;
    return true;
}

/* -------------------------------------------------------------------- shifts */

/* "the past decade", "over the next decade": ten years up to now or from now, not those of a calendar. */
static bool resolve_running(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    claimex_moment now = calendar_date(reader->options->reference);
    int years = point->unit == CLAIMEX_GRAIN_CENTURY ? 100 : 10;
    claimex_moment there = calendar_shift(now, CLAIMEX_GRAIN_YEAR, point->n < 0 ? -years : years);
    value->grain = point->unit;
    value->interval =
        point->n < 0 ? interval_between(point->unit, there, now) : interval_between(point->unit, now, there);
    return timex_write_shift(CLAIMEX_GRAIN_YEAR, years, value->timex) > 0;
}

/* "this coming weekend", said on a weekday */
static bool is_this_weekend(const struct reader *reader, const struct date_point *point)
{
    return point->unit == CLAIMEX_GRAIN_WEEKEND && point->near && point->n == 1 && has_reference(reader)
           && calendar_weekday(reader->options->reference) < SATURDAY;
}

static bool resolve_unit(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    claimex_moment reference = reader->options->reference;
    if (point->past && point->unit <= CLAIMEX_GRAIN_DECADE)
        return resolve_running(reader, point, value);
    bool fiscal = point->partial.fiscal;
    int64_t n = point->n - is_this_weekend(reader, point);
    value->partial = !has_reference(reader) ? (struct partial){ 0 }
                     : fiscal ? partial_fiscal_unit(point->unit, reference, n, reader->options->fiscal_start)
                              : partial_unit(point->unit, reference, n);
    value->grain = point->time.grain ? (enum claimex_grain)point->time.grain : point->unit;
    if (value->partial.grain == CLAIMEX_GRAIN_NONE) {
        timex_write_shift(point->unit, point->n, value->timex);
        return true;
    }
    merge_time(&value->partial, &point->time);
    value->interval = partial_interval(&value->partial, reader->options->fiscal_start);
    return timex_write(&value->partial, value->timex) > 0;
}

/* "in three days at 5pm" */
static void add_time(const struct date_point *point, struct date_value *value)
{
    if (point->time.grain && value->partial.grain == CLAIMEX_GRAIN_DAY) {
        merge_time(&value->partial, &point->time);
        value->interval = partial_interval(&value->partial, 0);
        value->grain = (enum claimex_grain)value->partial.grain;
    }
    timex_write(&value->partial, value->timex);
}

/* "a week ago Tuesday": counted from the Tuesday before now */
static claimex_moment start_of_distance(const struct reader *reader, const struct date_point *point)
{
    claimex_moment now = calendar_date(reader->options->reference);
    int weekday = point->partial.weekday;
    return weekday ? calendar_shift(now, CLAIMEX_GRAIN_DAY, -((calendar_weekday(now) - weekday + 7) % 7)) : now;
}

static bool resolve_distance(const struct reader *reader, const struct date_point *point, struct date_value *value)
{
    enum claimex_grain unit = point->unit;
    bool several = unit == CLAIMEX_GRAIN_WEEK || unit == CLAIMEX_GRAIN_DECADE || unit == CLAIMEX_GRAIN_CENTURY;
    int in_one = 1;
    if (several) /* "two weeks ago" was a day */
        unit = date_smaller_unit(unit, &in_one);
    int64_t n = point->n * in_one;
    enum claimex_grain at_unit = point->partial.weekday ? CLAIMEX_GRAIN_DAY : point->at_unit;
    value->grain = at_unit ? at_unit : unit;
    if (has_reference(reader) && at_unit) {
        value->partial = partial_unit(at_unit, calendar_shift(start_of_distance(reader, point), unit, n), 0);
        value->interval = partial_interval(&value->partial, 0);
        return timex_write(&value->partial, value->timex) > 0;
    }
    if (has_reference(reader) && partial_shift(unit, reader->options->reference, n, &value->partial, &value->interval))
        add_time(point, value);
    else
        timex_write_shift(point->unit, point->n, value->timex);
    return value->timex[0] != 0;
}

/* ------------------------------------------------------------------ holidays */

static bool find_holiday(const struct reader *reader, const struct date_point *point, enum direction direction,
                         struct interval *found)
{
    struct interval of_year[2];
    struct partial year = point->partial;
    apply_outer(reader, point, &year);
    if (year.has_year) {
        bool known = holiday_in_year(&point->holiday, year.year, of_year) > 0;
        if (known)
            *found = of_year[0];
        return known;
    }
    return has_reference(reader)
           && holiday_resolve(&point->holiday, reader->options->reference,
                              point->has_next ? direction_of_next(point->next) : direction, found);
}

static bool resolve_holiday(const struct reader *reader, const struct date_point *point, enum direction direction,
                            struct date_value *value)
{
    struct partial said = holiday_partial(&point->holiday);
    bool known = find_holiday(reader, point, direction, &value->interval);
    value->partial = known ? partial_of_day(value->interval.begins) : said;
    bool year_said = point->ahead || point->partial.has_year || point->has_outer || point->has_next || !said.month;
    merge_time(&said, &point->time);
    merge_time(&value->partial, &point->time);
    if (known && point->time.grain)
        value->interval = partial_interval(&value->partial, 0);
    value->grain = (enum claimex_grain)said.grain;
    return timex_write(known && year_said ? &value->partial : &said, value->timex) > 0;
}

/* ---------------------------------------------------------------------- all */

static bool resolve_set(const struct date_point *point, struct date_value *value)
{
    value->grain = CLAIMEX_GRAIN_NONE;
    if (point->set)
        memcpy(value->timex, point->set, strlen(point->set) + 1);
    else
        timex_write_shift(point->unit, point->n, value->timex);
    return value->timex[0] != 0;
}

static bool resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
                    struct date_value *value)
{
    memset(value, 0, sizeof *value);
    switch (point->kind) {
    case DATE_UNIT:
        return resolve_unit(reader, point, value);
    case DATE_DISTANCE:
        return resolve_distance(reader, point, value);
    case DATE_HOLIDAY:
        return resolve_holiday(reader, point, direction, value);
    case DATE_SET:
        return resolve_set(point, value);
    default:
        return resolve_partial(reader, point, direction, value);
    }
}

/* The first or last third, in whole months of a year and days of a month or week. "Late" and
 * "early" do not say where they end. */
static void take_edge(const struct date_point *point, struct date_value *value)
{
    static const struct {
        uint8_t grain, unit, first, last;
    } thirds[] = {
        { CLAIMEX_GRAIN_YEAR, CLAIMEX_GRAIN_MONTH, 3, 8 },
        { CLAIMEX_GRAIN_MONTH, CLAIMEX_GRAIN_DAY, 10, 20 },
        { CLAIMEX_GRAIN_WEEK, CLAIMEX_GRAIN_DAY, 3, 4 },
    };
    struct interval *interval = &value->interval;
    bool known = interval_present(*interval) && point->edge && point->has_boundary;
    for (size_t i = 0; i < sizeof thirds / sizeof *thirds && known; i++) {
        if (thirds[i].grain != value->grain)
            continue;
        enum claimex_grain unit = (enum claimex_grain)thirds[i].unit;
        claimex_moment first = calendar_shift(interval->begins, unit, thirds[i].first);
        claimex_moment last = calendar_shift(interval->begins, unit, thirds[i].last);
        if (point->edge != DATE_START)
            interval->begins = point->edge == DATE_END ? last : first;
        if (point->edge != DATE_END)
            interval->ends = point->edge == DATE_START ? first : last;
    }
}

/* "the second half of the 19th century", "the first half of June" */
static void take_slice(const struct date_point *point, struct date_value *value)
{
    struct interval *interval = &value->interval;
    int years = value->grain == CLAIMEX_GRAIN_CENTURY ? 100 : value->grain == CLAIMEX_GRAIN_DECADE ? 10 : 0;
    bool month = value->grain == CLAIMEX_GRAIN_MONTH && point->slices == 2;
    if (!point->slices || !interval_present(*interval) || !(years || month))
        return;
    enum claimex_grain unit = years ? CLAIMEX_GRAIN_MONTH : CLAIMEX_GRAIN_DAY;
    int n = years ? years * 12 / point->slices : 15;
    claimex_moment begins = calendar_shift(interval->begins, unit, n * (point->slice - 1));
    if (point->slice < point->slices)
        interval->ends = calendar_shift(begins, unit, n);
    interval->begins = begins;
}

/* "Year to date" ends with today; but of another year, "year-to-date 2030", nobody knows the day. */
static void end_today(claimex_moment reference, struct interval *interval)
{
    claimex_moment ends = calendar_shift(calendar_date(reference), CLAIMEX_GRAIN_DAY, 1);
    if (calendar_present(ends) && calendar_compare(interval->begins, ends) < 0
        && calendar_compare(ends, interval->ends) < 0)
        interval->ends = ends;
}

bool date_resolve(const struct reader *reader, const struct date_point *point, enum direction direction,
                  struct date_value *value)
{
    if (!resolve(reader, point, direction, value))
        return false;
    take_edge(point, value);
    take_slice(point, value);
    if (point->to_date && interval_present(value->interval))
        end_today(reader->options->reference, &value->interval);
    return true;
}
