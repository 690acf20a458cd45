/* Partial dates: how they are written, what they mean, and how a reference completes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "moments.h"
#include "values/partial.h"
#include "values/timex.h"

#define YEAR(number) .has_year = true, .year = (number)

static void check_interval(struct interval got, const char *begins, const char *ends)
{
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    claimex_moment_text(got.begins, text);
    assert_string_equal(text, begins);
    claimex_moment_text(got.ends, text);
    assert_string_equal(text, ends);
}

static void check_timex(struct partial partial, const char *expected)
{
    char text[TIMEX_TEXT_SIZE];
    size_t length = timex_write(&partial, text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

/* ------------------------------------------------------------------ TIMEX values */

static void writes_dates(void **state)
{
    (void)state;
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_YEAR }, "2017");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_YEAR }, "XXXX");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_MONTH, .month = 6 }, "2017-06");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_MONTH, .month = 6 }, "XXXX-06");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20 }, "2017-06-20");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20 }, "XXXX-06-20");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .month = 2, .day = 29 }, "XXXX-02-29");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .day = 20 }, "XXXX-XX-20");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .weekday = TUESDAY }, "XXXX-WXX-2");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .week = 25, .weekday = TUESDAY }, "XXXX-W25-2");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_DAY, .week = 25, .weekday = TUESDAY },
                "2017-06-20");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20, .weekday = TUESDAY },
                "XXXX-06-20");
}

static void writes_parts_of_years(void **state)
{
    (void)state;
    check_timex((struct partial){ YEAR(1990), .grain = CLAIMEX_GRAIN_DECADE }, "199");
    check_timex((struct partial){ YEAR(1998), .grain = CLAIMEX_GRAIN_DECADE }, "199");
    check_timex((struct partial){ YEAR(1950), .grain = CLAIMEX_GRAIN_CENTURY }, "19");
    check_timex((struct partial){ YEAR(2019), .grain = CLAIMEX_GRAIN_QUARTER, .part = 3 }, "2019-Q3");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_QUARTER, .part = 3 }, "XXXX-Q3");
    check_timex((struct partial){ YEAR(2019), .grain = CLAIMEX_GRAIN_HALF, .part = 1 }, "2019-H1");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_SEASON, .part = SEASON_SUMMER }, "2017-SU");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_SEASON, .part = SEASON_WINTER }, "XXXX-WI");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_WEEK, .week = 5 }, "2017-W05");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_WEEKEND, .week = 25 }, "2017-W25-WE");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_WEEKEND }, "XXXX-WXX-WE");
    check_timex((struct partial){ YEAR(2021), .grain = CLAIMEX_GRAIN_YEAR, .fiscal = true }, "FY2021");
    check_timex((struct partial){ YEAR(2021), .grain = CLAIMEX_GRAIN_QUARTER, .part = 3, .fiscal = true },
                "FY2021-Q3");
}

static void writes_times(void **state)
{
    (void)state;
    struct partial day = { YEAR(2017), .month = 4, .day = 25, .hour = 18, .minute = 56, .second = 3 };
    day.grain = CLAIMEX_GRAIN_HOUR;
    check_timex(day, "2017-04-25T18");
    day.grain = CLAIMEX_GRAIN_MINUTE;
    check_timex(day, "2017-04-25T18:56");
    day.grain = CLAIMEX_GRAIN_SECOND;
    check_timex(day, "2017-04-25T18:56:03");
    day.grain = CLAIMEX_GRAIN_DAYPART;
    day.part = DAYPART_MORNING;
    check_timex(day, "2017-04-25TMO");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAYPART, .weekday = FRIDAY, .part = DAYPART_NIGHT },
                "XXXX-WXX-5TNI");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_MINUTE, .hour = 7, .minute = 5 }, "T07:05");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_HOUR, .month = 11, .day = 3, .hour = 0 }, "XXXX-11-03T00");
}

static void writes_years_before_our_era(void **state)
{
    (void)state;
    check_timex((struct partial){ YEAR(-43), .grain = CLAIMEX_GRAIN_YEAR }, "BC0044");
    check_timex((struct partial){ YEAR(0), .grain = CLAIMEX_GRAIN_YEAR }, "BC0001");
    check_timex((struct partial){ YEAR(-43), .grain = CLAIMEX_GRAIN_DAY, .month = 3, .day = 15 }, "BC0044-03-15");
    check_timex(partial_century(5, true), "BC04");
    check_timex(partial_century(1, true), "BC00");
}

static void writes_centuries(void **state)
{
    (void)state;
    struct partial first = partial_century(1, false);
    struct partial nineteenth = partial_century(19, false);
    struct partial fifth = partial_century(5, true);
    check_timex(nineteenth, "18");
    check_interval(partial_interval(&nineteenth, 0), "1800-01-01", "1900-01-01");
    check_timex(first, "00");
    check_interval(partial_interval(&first, 0), "0001-01-01", "0100-01-01");
    check_interval(partial_interval(&fifth, 0), "-0498-01-01", "-0398-01-01");
    check_interval(partial_interval(&(struct partial){ .grain = CLAIMEX_GRAIN_CENTURY }, 0), "", "");
}

static void writes_ranges(void **state)
{
    (void)state;
    char text[TIMEX_TEXT_SIZE];
    struct partial first = { YEAR(2010), .grain = CLAIMEX_GRAIN_YEAR };
    struct partial last = { YEAR(2014), .grain = CLAIMEX_GRAIN_YEAR };
    assert_int_equal(timex_write_range(&first, &last, text), 9);
    assert_string_equal(text, "2010/2014");
    last.year = 10000;
    assert_int_equal(timex_write_range(&first, &last, text), 0);
    assert_string_equal(text, "");
}

static void check_length(enum claimex_grain unit, int64_t n, const char *expected)
{
    char text[TIMEX_TEXT_SIZE];
    size_t length = timex_write_shift(unit, n, text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

static void writes_lengths_and_shifts(void **state)
{
    (void)state;
    check_length(CLAIMEX_GRAIN_YEAR, -3, "-P3Y");
    check_length(CLAIMEX_GRAIN_YEAR, 0, "P0Y");
    check_length(CLAIMEX_GRAIN_MONTH, 1, "P1M");
    check_length(CLAIMEX_GRAIN_WEEK, 2, "P2W");
    check_length(CLAIMEX_GRAIN_WEEKEND, 1, "P1WE");
    check_length(CLAIMEX_GRAIN_DAY, 10, "P10D");
    check_length(CLAIMEX_GRAIN_QUARTER, -1, "-P1Q");
    check_length(CLAIMEX_GRAIN_HALF, 1, "P6M");
    check_length(CLAIMEX_GRAIN_DECADE, 2, "P2DE");
    check_length(CLAIMEX_GRAIN_CENTURY, 1, "P1CE");
    check_length(CLAIMEX_GRAIN_HOUR, -3, "-PT3H");
    check_length(CLAIMEX_GRAIN_MINUTE, 45, "PT45M");
    check_length(CLAIMEX_GRAIN_SECOND, 1537228672809129301, "PT1537228672809129301S");
    check_length(CLAIMEX_GRAIN_SECOND, INT64_MIN, "");
    check_length(CLAIMEX_GRAIN_HALF, INT64_MAX / 2, "");
    check_length(CLAIMEX_GRAIN_SEASON, 1, "");
    check_length(CLAIMEX_GRAIN_NONE, 1, "");
}

static void refuses_impossible_fields(void **state)
{
    (void)state;
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_NONE }, "");
    check_timex((struct partial){ YEAR(10000), .grain = CLAIMEX_GRAIN_YEAR }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_MONTH, .month = 13 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .month = 4, .day = 31 }, "");
    check_timex((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_DAY, .month = 2, .day = 29 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .day = 32 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_WEEK, .week = 54 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .weekday = 8 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_QUARTER, .part = 5 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_HALF, .part = 3 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_DAYPART, .part = 7 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_HOUR, .hour = 24 }, "T24");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_HOUR, .hour = 25 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_MINUTE, .hour = 24, .minute = 1 }, "");
    check_timex((struct partial){ .grain = CLAIMEX_GRAIN_MINUTE, .minute = 60 }, "");
}

/* ------------------------------------------------------------------ completing a date */

static const char *const TUESDAY_IN_APRIL = "2017-04-25";

static void check_resolved(struct partial partial, const char *reference, enum direction direction,
                           const char *begins, const char *ends)
{
    struct partial before = partial;
    bool found = partial_resolve(&partial, moment(reference), direction, 0);
    assert_int_equal(found, *begins != '\0');
    if (found) {
        check_interval(partial_interval(&partial, 0), begins, ends);
    } else {
        assert_memory_equal(&partial, &before, sizeof partial);
    }
}

static void resolves_weekdays(void **state)
{
    (void)state;
    struct partial tuesday = { .grain = CLAIMEX_GRAIN_DAY, .weekday = TUESDAY };
    struct partial friday = { .grain = CLAIMEX_GRAIN_DAY, .weekday = FRIDAY };
    check_resolved(tuesday, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-25", "2017-04-26");
    check_resolved(tuesday, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-04-25", "2017-04-26");
    check_resolved(tuesday, TUESDAY_IN_APRIL, DIRECTION_NEAREST, "2017-04-25", "2017-04-26");
    check_resolved(tuesday, TUESDAY_IN_APRIL, DIRECTION_BEFORE, "2017-04-18", "2017-04-19");
    check_resolved(tuesday, TUESDAY_IN_APRIL, DIRECTION_AFTER, "2017-05-02", "2017-05-03");
    check_resolved(friday, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-21", "2017-04-22");
    check_resolved(friday, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-04-28", "2017-04-29");
    check_resolved(friday, TUESDAY_IN_APRIL, DIRECTION_AFTER, "2017-04-28", "2017-04-29");
    check_resolved(friday, TUESDAY_IN_APRIL, DIRECTION_NEAREST, "2017-04-28", "2017-04-29");
    check_resolved(friday, "2017-04-23", DIRECTION_NEAREST, "2017-04-21", "2017-04-22");
    check_resolved(friday, "2017-04-23", DIRECTION_SAME, "2017-04-21", "2017-04-22");
}

static void resolves_months(void **state)
{
    (void)state;
    struct partial april = { .grain = CLAIMEX_GRAIN_MONTH, .month = 4 };
    struct partial june = { .grain = CLAIMEX_GRAIN_MONTH, .month = 6 };
    check_resolved(april, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-01", "2017-05-01");
    check_resolved(april, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-04-01", "2017-05-01");
    check_resolved(april, TUESDAY_IN_APRIL, DIRECTION_BEFORE, "2016-04-01", "2016-05-01");
    check_resolved(april, TUESDAY_IN_APRIL, DIRECTION_AFTER, "2018-04-01", "2018-05-01");
    check_resolved(june, TUESDAY_IN_APRIL, DIRECTION_PAST, "2016-06-01", "2016-07-01");
    check_resolved(june, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-06-01", "2017-07-01");
    check_resolved(june, TUESDAY_IN_APRIL, DIRECTION_SAME, "2017-06-01", "2017-07-01");
    check_resolved(june, TUESDAY_IN_APRIL, DIRECTION_NEAREST, "2017-06-01", "2017-07-01");
}

static void resolves_days(void **state)
{
    (void)state;
    struct partial june_20 = { .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20 };
    struct partial leap_day = { .grain = CLAIMEX_GRAIN_DAY, .month = 2, .day = 29 };
    struct partial the_31st = { .grain = CLAIMEX_GRAIN_DAY, .day = 31 };
    check_resolved(june_20, TUESDAY_IN_APRIL, DIRECTION_PAST, "2016-06-20", "2016-06-21");
    check_resolved(june_20, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-06-20", "2017-06-21");
    check_resolved(leap_day, TUESDAY_IN_APRIL, DIRECTION_PAST, "2016-02-29", "2016-03-01");
    check_resolved(leap_day, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2020-02-29", "2020-03-01");
    check_resolved(leap_day, "1896-03-01", DIRECTION_AFTER, "1904-02-29", "1904-03-01");
    check_resolved(leap_day, TUESDAY_IN_APRIL, DIRECTION_SAME, "", "");
    check_resolved(the_31st, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-03-31", "2017-04-01");
    check_resolved(the_31st, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-05-31", "2017-06-01");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .day = 20 }, "2017-05-05", DIRECTION_NEAREST,
                   "2017-04-20", "2017-04-21");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_DAY, .day = 20 }, "2017-05-06", DIRECTION_NEAREST,
                   "2017-05-20", "2017-05-21");
}

static void heeds_the_weekday_of_a_day(void **state)
{
    (void)state;
    struct partial date = { .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20, .weekday = TUESDAY };
    check_resolved(date, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-06-20", "2017-06-21");
    date.weekday = MONDAY;
    check_resolved(date, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2016-06-20", "2016-06-21");
    date.weekday = SUNDAY;
    check_resolved(date, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-06-20", "2017-06-21");
}

static void resolves_parts_of_years(void **state)
{
    (void)state;
    struct partial third = { .grain = CLAIMEX_GRAIN_QUARTER, .part = 3 };
    struct partial winter = { .grain = CLAIMEX_GRAIN_SEASON, .part = SEASON_WINTER };
    struct partial week_53 = { .grain = CLAIMEX_GRAIN_WEEK, .week = 53 };
    check_resolved(third, "2017-10-20", DIRECTION_PAST, "2017-07-01", "2017-10-01");
    check_resolved(third, TUESDAY_IN_APRIL, DIRECTION_PAST, "2016-07-01", "2016-10-01");
    check_resolved(winter, "2018-01-10", DIRECTION_PAST, "2017-12-01", "2018-03-01");
    check_resolved(winter, "2018-01-10", DIRECTION_FUTURE, "2017-12-01", "2018-03-01");
    check_resolved(winter, "2018-01-10", DIRECTION_SAME, "2017-12-01", "2018-03-01");
    check_resolved(winter, "2018-01-10", DIRECTION_AFTER, "2018-12-01", "2019-03-01");
    check_resolved(winter, "2018-06-10", DIRECTION_SAME, "2018-12-01", "2019-03-01");
    check_resolved(week_53, TUESDAY_IN_APRIL, DIRECTION_PAST, "2015-12-28", "2016-01-04");
    check_resolved(week_53, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2020-12-28", "2021-01-04");
    check_resolved(week_53, "2016-01-02", DIRECTION_FUTURE, "2015-12-28", "2016-01-04");
}

static void resolves_weekends_and_times(void **state)
{
    (void)state;
    struct partial weekend = { .grain = CLAIMEX_GRAIN_WEEKEND };
    struct partial evening = { .grain = CLAIMEX_GRAIN_HOUR, .hour = 18 };
    struct partial friday_night = { .grain = CLAIMEX_GRAIN_DAYPART, .weekday = FRIDAY, .part = DAYPART_NIGHT };
    check_resolved(weekend, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-22", "2017-04-24");
    check_resolved(weekend, TUESDAY_IN_APRIL, DIRECTION_SAME, "2017-04-29", "2017-05-01");
    check_resolved(evening, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-25T18:00", "2017-04-25T19:00");
    check_resolved(evening, TUESDAY_IN_APRIL, DIRECTION_FUTURE, "2017-04-25T18:00", "2017-04-25T19:00");
    check_resolved(evening, "2017-04-25T12:00", DIRECTION_PAST, "2017-04-24T18:00", "2017-04-24T19:00");
    check_resolved(evening, "2017-04-25T22:00", DIRECTION_FUTURE, "2017-04-26T18:00", "2017-04-26T19:00");
    check_resolved(friday_night, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-21T18:00", "2017-04-22T00:00");
    evening.has_zone = true;
    evening.zone_minutes = -300;
    check_resolved(evening, TUESDAY_IN_APRIL, DIRECTION_PAST, "2017-04-25T18:00-05:00", "2017-04-25T19:00-05:00");
}

static void keeps_what_is_complete(void **state)
{
    (void)state;
    struct partial day = { YEAR(2003), .grain = CLAIMEX_GRAIN_DAY, .month = 6, .day = 20 };
    check_resolved(day, TUESDAY_IN_APRIL, DIRECTION_PAST, "2003-06-20", "2003-06-21");
    assert_true(partial_resolve(&day, (claimex_moment){ 0 }, DIRECTION_PAST, 0));
}

static void guesses_nothing(void **state)
{
    (void)state;
    struct partial tuesday = { .grain = CLAIMEX_GRAIN_DAY, .weekday = TUESDAY };
    assert_false(partial_resolve(&tuesday, (claimex_moment){ 0 }, DIRECTION_PAST, 0));
    check_interval(partial_interval(&tuesday, 0), "", "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_YEAR }, TUESDAY_IN_APRIL, DIRECTION_PAST, "", "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_MONTH }, TUESDAY_IN_APRIL, DIRECTION_PAST, "", "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_DAY }, TUESDAY_IN_APRIL, DIRECTION_PAST, "", "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_QUARTER }, TUESDAY_IN_APRIL, DIRECTION_PAST, "", "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_WEEK }, TUESDAY_IN_APRIL, DIRECTION_PAST, "", "");
    check_resolved((struct partial){ YEAR(2017), .grain = CLAIMEX_GRAIN_MONTH }, TUESDAY_IN_APRIL, DIRECTION_PAST, "",
                   "");
    check_resolved((struct partial){ .grain = CLAIMEX_GRAIN_QUARTER, .part = 3, .fiscal = true }, TUESDAY_IN_APRIL,
                   DIRECTION_PAST, "", "");
}

static void resolves_fiscal_quarters(void **state)
{
    (void)state;
    struct partial third = { .grain = CLAIMEX_GRAIN_QUARTER, .part = 3, .fiscal = true };
    assert_true(partial_resolve(&third, moment("2020-11-10"), DIRECTION_PAST, 10));
    check_timex(third, "FY2020-Q3");
    check_interval(partial_interval(&third, 10), "2020-04-01", "2020-07-01");
    third.has_year = false;
    assert_true(partial_resolve(&third, moment("2020-11-10"), DIRECTION_FUTURE, 10));
    check_interval(partial_interval(&third, 10), "2021-04-01", "2021-07-01");
}

/* Each date stands on the side that was asked for, and no other of its kind lies between it and the reference. */
static void finds_the_nearest_one_on_its_side(void **state)
{
    (void)state;
    for (int64_t days = 17000; days < 17000 + 3 * 366; days++) {
        claimex_moment reference = calendar_from_days(days);
        for (int weekday = MONDAY; weekday <= SUNDAY; weekday++) {
            struct partial past = { .grain = CLAIMEX_GRAIN_DAY, .weekday = (uint8_t)weekday };
            struct partial future = past, before = past, after = past;
            assert_true(partial_resolve(&past, reference, DIRECTION_PAST, 0));
            assert_true(partial_resolve(&future, reference, DIRECTION_FUTURE, 0));
            assert_true(partial_resolve(&before, reference, DIRECTION_BEFORE, 0));
            assert_true(partial_resolve(&after, reference, DIRECTION_AFTER, 0));
            assert_in_range(days - calendar_days(partial_day(&past)), 0, 6);
            assert_in_range(calendar_days(partial_day(&future)) - days, 0, 6);
            assert_in_range(days - calendar_days(partial_day(&before)), 1, 7);
            assert_in_range(calendar_days(partial_day(&after)) - days, 1, 7);
            assert_int_equal(calendar_weekday(partial_day(&after)), weekday);
        }
    }
}

/* ------------------------------------------------------------------ units and shifts */

static void check_unit(enum claimex_grain unit, const char *reference, int64_t n, const char *timex)
{
    check_timex(partial_unit(unit, moment(reference), n), timex);
}

static void finds_units_around_the_reference(void **state)
{
    (void)state;
    check_unit(CLAIMEX_GRAIN_YEAR, TUESDAY_IN_APRIL, -1, "2016");
    check_unit(CLAIMEX_GRAIN_MONTH, "2017-03-31", -1, "2017-02");
    check_unit(CLAIMEX_GRAIN_MONTH, "2017-12-31", 1, "2018-01");
    check_unit(CLAIMEX_GRAIN_WEEK, "2017-01-01", 0, "2016-W52");
    check_unit(CLAIMEX_GRAIN_WEEK, "2017-01-01", 1, "2017-W01");
    check_unit(CLAIMEX_GRAIN_WEEKEND, TUESDAY_IN_APRIL, -1, "2017-W16-WE");
    check_unit(CLAIMEX_GRAIN_QUARTER, TUESDAY_IN_APRIL, -1, "2017-Q1");
    check_unit(CLAIMEX_GRAIN_QUARTER, "2017-02-01", -1, "2016-Q4");
    check_unit(CLAIMEX_GRAIN_HALF, "2017-02-01", 1, "2017-H2");
    check_unit(CLAIMEX_GRAIN_SEASON, "2018-01-15", 0, "2017-WI");
    check_unit(CLAIMEX_GRAIN_SEASON, "2018-01-15", 1, "2018-SP");
    check_unit(CLAIMEX_GRAIN_DECADE, TUESDAY_IN_APRIL, -1, "200");
    check_unit(CLAIMEX_GRAIN_CENTURY, TUESDAY_IN_APRIL, 0, "20");
    check_unit(CLAIMEX_GRAIN_DAY, TUESDAY_IN_APRIL, 1, "2017-04-26");
    check_unit(CLAIMEX_GRAIN_HOUR, "2017-04-25T23:56", 1, "2017-04-26T00");
    check_unit(CLAIMEX_GRAIN_HOUR, TUESDAY_IN_APRIL, 1, "");
    check_unit(CLAIMEX_GRAIN_DAYPART, TUESDAY_IN_APRIL, 1, "");
    check_timex(partial_unit(CLAIMEX_GRAIN_YEAR, (claimex_moment){ 0 }, 0), "");
}

static void finds_fiscal_units(void **state)
{
    (void)state;
    claimex_moment october = moment("2020-10-01");
    claimex_moment september = moment("2020-09-30");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, october, 0, 10), "FY2021");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, september, 0, 10), "FY2020");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, september, -1, 10), "FY2019");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_QUARTER, september, 0, 10), "FY2020-Q4");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_QUARTER, october, 0, 4), "FY2021-Q3");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, october, 0, 1), "FY2020");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, october, 0, 0), "");
    check_timex(partial_fiscal_unit(CLAIMEX_GRAIN_MONTH, october, 0, 10), "");
}

/* Every month belongs to the fiscal year and quarter whose interval holds it. */
static void agrees_with_itself_on_fiscal_years(void **state)
{
    (void)state;
    for (int start = 1; start <= 12; start++) {
        for (int month = 1; month <= 12; month++) {
            claimex_moment day = calendar_day(2020, month, 28);
            struct partial year = partial_fiscal_unit(CLAIMEX_GRAIN_YEAR, day, 0, start);
            struct partial quarter = partial_fiscal_unit(CLAIMEX_GRAIN_QUARTER, day, 0, start);
            struct interval of_year = partial_interval(&year, start);
            struct interval of_quarter = partial_interval(&quarter, start);
            assert_int_equal(year.year, quarter.year);
            assert_true(calendar_compare(of_year.begins, day) <= 0 && calendar_compare(day, of_year.ends) < 0);
            assert_true(calendar_compare(of_quarter.begins, day) <= 0 && calendar_compare(day, of_quarter.ends) < 0);
        }
    }
}

static void check_shift(enum claimex_grain unit, const char *reference, int64_t n, const char *timex,
                        const char *begins, const char *ends)
{
    struct partial partial;
    struct interval interval;
    assert_int_equal(partial_shift(unit, moment(reference), n, &partial, &interval), *timex != '\0');
    check_timex(partial, timex);
    check_interval(interval, begins, ends);
}

static void shifts_from_the_reference(void **state)
{
    (void)state;
    const char *const timed = "2017-04-25T18:56:30";
    check_shift(CLAIMEX_GRAIN_YEAR, timed, -3, "2014", "2014-04-25", "2015-04-25");
    check_shift(CLAIMEX_GRAIN_MONTH, timed, -6, "2016-10", "2016-10-25", "2016-11-25");
    check_shift(CLAIMEX_GRAIN_WEEK, timed, 2, "2017-W19", "2017-05-09", "2017-05-16");
    check_shift(CLAIMEX_GRAIN_DAY, timed, -10, "2017-04-15", "2017-04-15", "2017-04-16");
    check_shift(CLAIMEX_GRAIN_WEEKEND, timed, -2, "2017-W15-WE", "2017-04-15", "2017-04-17");
    check_shift(CLAIMEX_GRAIN_HOUR, timed, -3, "2017-04-25T15:56", "2017-04-25T15:56", "2017-04-25T15:57");
    check_shift(CLAIMEX_GRAIN_MINUTE, timed, 5, "2017-04-25T19:01:30", "2017-04-25T19:01:30", "2017-04-25T19:01:31");
    check_shift(CLAIMEX_GRAIN_SECOND, timed, 30, "2017-04-25T18:57:00", "2017-04-25T18:57", "2017-04-25T18:57:01");
    check_shift(CLAIMEX_GRAIN_HOUR, TUESDAY_IN_APRIL, -3, "", "", "");
    check_shift(CLAIMEX_GRAIN_YEAR, timed, INT64_MIN, "", "", "");
    check_shift(CLAIMEX_GRAIN_YEAR, timed, 8000, "", "", "");
}

/* ------------------------------------------------------------------ hostile */

/* Whatever bytes a partial date holds, what is written fits, and what is resolved is a proper interval. */
static void survives_any_fields(void **state)
{
    (void)state;
    srand(4);
    for (int i = 0; i < 200000; i++) {
        struct partial partial = {
            .year = rand() % 3 == 0 ? rand() - RAND_MAX / 2 : rand() % 4000 - 1000,
            .zone_minutes = (int16_t)(rand() % 4000 - 2000),
            .grain = (uint8_t)(rand() % 17), .part = (uint8_t)(rand() % 9),
            .month = (uint8_t)(rand() % 14), .day = (uint8_t)(rand() % 34),
            .week = (uint8_t)(rand() % 56), .weekday = (uint8_t)(rand() % 9),
            .hour = (uint8_t)(rand() % 26), .minute = (uint8_t)(rand() % 62), .second = (uint8_t)(rand() % 62),
            .has_year = rand() % 2, .has_zone = rand() % 2, .fiscal = rand() % 4 == 0,
        };
        claimex_moment reference = calendar_from_days(rand() % 8000000 - 4500000);
        char text[TIMEX_TEXT_SIZE];
        assert_true(timex_write_range(&partial, &partial, text) < sizeof text);
        if (partial_resolve(&partial, reference, (enum direction)(rand() % 6), rand() % 14)) {
            struct interval interval = partial_interval(&partial, 1);
            assert_true(calendar_compare(interval.begins, interval.ends) < 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_dates),
        cmocka_unit_test(writes_parts_of_years),
        cmocka_unit_test(writes_times),
        cmocka_unit_test(writes_years_before_our_era),
        cmocka_unit_test(writes_centuries),
        cmocka_unit_test(writes_ranges),
        cmocka_unit_test(writes_lengths_and_shifts),
        cmocka_unit_test(refuses_impossible_fields),
        cmocka_unit_test(resolves_weekdays),
        cmocka_unit_test(resolves_months),
        cmocka_unit_test(resolves_days),
        cmocka_unit_test(heeds_the_weekday_of_a_day),
        cmocka_unit_test(resolves_parts_of_years),
        cmocka_unit_test(resolves_weekends_and_times),
        cmocka_unit_test(keeps_what_is_complete),
        cmocka_unit_test(guesses_nothing),
        cmocka_unit_test(resolves_fiscal_quarters),
        cmocka_unit_test(finds_the_nearest_one_on_its_side),
        cmocka_unit_test(finds_units_around_the_reference),
        cmocka_unit_test(finds_fiscal_units),
        cmocka_unit_test(agrees_with_itself_on_fiscal_years),
        cmocka_unit_test(shifts_from_the_reference),
        cmocka_unit_test(survives_any_fields),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
