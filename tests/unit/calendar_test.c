/* The civil calendar against the system's own over every day of 1583 … 2500, and against itself over its years. */
#define _DEFAULT_SOURCE

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "moments.h"
#include "values/calendar.h"
#include "values/interval.h"

static void check_moment(claimex_moment got, const char *expected)
{
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    size_t length = claimex_moment_text(got, text);
    assert_string_equal(text, expected);
    assert_int_equal(length, strlen(expected));
}

static void check_interval(struct interval got, const char *begins, const char *ends)
{
    check_moment(got.begins, begins);
    check_moment(got.ends, ends);
}

/* ------------------------------------------------------------------ days and weeks */

static void agrees_with_the_system(void **state)
{
    (void)state;
    struct tm first = { .tm_year = 1583 - 1900, .tm_mday = 1 };
    struct tm end = { .tm_year = 2501 - 1900, .tm_mday = 1 };
    time_t stop = timegm(&end);
    int n_days = 0;
    for (time_t at = timegm(&first); at < stop; at += 86400) {
        struct tm day;
        char theirs[32], ours[64];
        assert_non_null(gmtime_r(&at, &day));
        strftime(theirs, sizeof theirs, "%Y-%m-%d %G %V %u", &day);
        claimex_moment mine = calendar_from_days(at / 86400);
        struct calendar_week week = calendar_week(mine);
        snprintf(ours, sizeof ours, "%d-%02d-%02d %d %02d %d", (int)mine.year, mine.month, mine.day, (int)week.year,
                 week.week, calendar_weekday(mine));
        assert_string_equal(ours, theirs);
        assert_int_equal(calendar_days(mine), at / 86400);
        n_days++;
    }
    assert_int_equal(n_days, 335293);
}

static void counts_every_day_of_its_years(void **state)
{
    (void)state;
    int32_t days = calendar_days(calendar_day(CALENDAR_YEAR_MIN, 1, 1));
    int weekday = calendar_weekday(calendar_day(CALENDAR_YEAR_MIN, 1, 1));
    for (int32_t year = CALENDAR_YEAR_MIN; year <= CALENDAR_YEAR_MAX; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= calendar_month_days(year, month); day++) {
                claimex_moment made = calendar_day(year, month, day);
                claimex_moment counted = calendar_from_days(days);
                if (calendar_days(made) != days || counted.year != year || counted.month != month ||
                    counted.day != day || calendar_weekday(made) != weekday) {
                    fail_msg("%d-%d-%d", (int)year, month, day);
                }
                days++;
                weekday = weekday % 7 + 1;
            }
        }
    }
    assert_int_equal(days, calendar_days(calendar_day(CALENDAR_YEAR_MAX, 12, 31)) + 1);
}

static void knows_leap_years_and_months(void **state)
{
    (void)state;
    assert_true(calendar_is_leap(2000));
    assert_true(calendar_is_leap(2016));
    assert_true(calendar_is_leap(0));
    assert_true(calendar_is_leap(-4));
    assert_false(calendar_is_leap(1900));
    assert_false(calendar_is_leap(2017));
    assert_int_equal(calendar_month_days(1900, 2), 28);
    assert_int_equal(calendar_month_days(2000, 2), 29);
    assert_int_equal(calendar_month_days(2017, 4), 30);
    assert_int_equal(calendar_month_days(2017, 13), 0);
    assert_int_equal(calendar_month_days(2017, 0), 0);
}

static void refuses_what_is_no_day(void **state)
{
    (void)state;
    assert_false(calendar_present(calendar_day(2017, 2, 29)));
    assert_false(calendar_present(calendar_day(2017, 0, 1)));
    assert_false(calendar_present(calendar_day(2017, 1, 0)));
    assert_false(calendar_present(calendar_day(10000, 1, 1)));
    assert_false(calendar_present(calendar_day(-10000, 1, 1)));
    assert_false(calendar_present(calendar_at(calendar_day(2017, 1, 1), 24, 0, 0)));
    assert_false(calendar_present(calendar_from_days(INT64_MAX)));
    assert_false(calendar_present(calendar_from_days(INT64_MIN)));
}

static void finds_weeks(void **state)
{
    (void)state;
    assert_int_equal(calendar_year_weeks(2015), 53);
    assert_int_equal(calendar_year_weeks(2016), 52);
    assert_int_equal(calendar_year_weeks(2020), 53);
    check_moment(calendar_week_monday(2021, 1), "2021-01-04");
    check_moment(calendar_week_monday(2020, 53), "2020-12-28");
    check_moment(calendar_week_monday(2021, 53), "");
    check_moment(calendar_week_monday(2021, 0), "");
}

/* ------------------------------------------------------------------ shifting */

static void check_shift(const char *from, enum claimex_grain unit, int64_t n, const char *expected)
{
    check_moment(calendar_shift(moment(from), unit, n), expected);
}

static void shifts(void **state)
{
    (void)state;
    check_shift("2017-01-31", CLAIMEX_GRAIN_MONTH, 1, "2017-02-28");
    check_shift("2016-01-31", CLAIMEX_GRAIN_MONTH, 1, "2016-02-29");
    check_shift("2017-03-31", CLAIMEX_GRAIN_MONTH, -1, "2017-02-28");
    check_shift("2017-01-15", CLAIMEX_GRAIN_MONTH, -1, "2016-12-15");
    check_shift("2017-11-30", CLAIMEX_GRAIN_QUARTER, 1, "2018-02-28");
    check_shift("2016-02-29", CLAIMEX_GRAIN_YEAR, 1, "2017-02-28");
    check_shift("2016-02-29", CLAIMEX_GRAIN_YEAR, -4, "2012-02-29");
    check_shift("2017-12-31", CLAIMEX_GRAIN_DAY, 1, "2018-01-01");
    check_shift("2017-04-25T18:56", CLAIMEX_GRAIN_WEEK, -2, "2017-04-11T18:56");
    check_shift("2017-04-25", CLAIMEX_GRAIN_DECADE, -3, "1987-04-25");
    check_shift("2017-04-25", CLAIMEX_GRAIN_CENTURY, -21, "-0083-04-25");
    check_shift("2017-12-31T23:59:59+02:00", CLAIMEX_GRAIN_SECOND, 1, "2018-01-01T00:00+02:00");
    check_shift("2017-04-25", CLAIMEX_GRAIN_HOUR, -1, "2017-04-24T23:00");
    check_shift("2017-04-25T00:10", CLAIMEX_GRAIN_MINUTE, -11, "2017-04-24T23:59");
}

static void shifts_out_of_the_calendar_into_nothing(void **state)
{
    (void)state;
    for (int unit = CLAIMEX_GRAIN_CENTURY; unit <= CLAIMEX_GRAIN_SECOND; unit++) {
        check_shift("2017-04-25T18:56", (enum claimex_grain)unit, INT64_MAX, "");
        check_shift("2017-04-25T18:56", (enum claimex_grain)unit, INT64_MIN, "");
        check_shift("2017-04-25T18:56", (enum claimex_grain)unit, 1000000000000, "");
        check_shift("2017-04-25T18:56", (enum claimex_grain)unit, -1000000000000, "");
    }
    check_shift("9999-12-31", CLAIMEX_GRAIN_DAY, 1, "");
    check_shift("-9999-01-01", CLAIMEX_GRAIN_DAY, -1, "");
    check_shift("2017-04-25", CLAIMEX_GRAIN_NONE, 1, "");
}

static void compares(void **state)
{
    (void)state;
    assert_int_equal(calendar_compare(moment("2017-04-25"), moment("2017-04-25T00:00")), 0);
    assert_int_equal(calendar_compare(moment("2017-04-25"), moment("2017-04-25T00:00:01")), -1);
    assert_int_equal(calendar_compare(moment("2017-04-25"), moment("-0044-03-15")), 1);
    assert_int_equal(calendar_compare(moment("2017-04-25T12:00+02:00"), moment("2017-04-25T10:00Z")), 0);
    assert_int_equal(calendar_compare(moment("2017-04-25T12:00-05:00"), moment("2017-04-25T13:00+02:00")), 1);
    assert_int_equal(calendar_compare(moment("2017-04-25T12:00-05:00"), moment("2017-04-25T13:00")), -1);
}

static void finds_weekdays_of_months(void **state)
{
    (void)state;
    check_moment(calendar_nth_weekday(2019, 11, THURSDAY, 4), "2019-11-28");
    check_moment(calendar_nth_weekday(2018, 11, THURSDAY, 4), "2018-11-22");
    check_moment(calendar_nth_weekday(2021, 5, MONDAY, -1), "2021-05-31");
    check_moment(calendar_nth_weekday(2022, 5, MONDAY, -1), "2022-05-30");
    check_moment(calendar_nth_weekday(2021, 5, MONDAY, 5), "2021-05-31");
    check_moment(calendar_nth_weekday(2021, 5, FRIDAY, 5), "");
    check_moment(calendar_nth_weekday(2021, 5, MONDAY, 1), "2021-05-03");
    check_moment(calendar_nth_weekday(2021, 2, SUNDAY, -4), "2021-02-07");
    check_moment(calendar_nth_weekday(2021, 2, SUNDAY, -5), "");
    check_moment(calendar_nth_weekday(2021, 13, SUNDAY, 1), "");
}

static void finds_easter(void **state)
{
    (void)state;
    static const char *const western[] = {
        "1583-04-10", "1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2016-03-27", "2019-04-21", "2024-03-31", "2038-04-25", "2049-04-18", "2285-03-22",
    };
    static const char *const orthodox[] = { "1900-04-22", "2016-05-01", "2018-04-08", "2020-04-19", "2024-05-05" };
    for (size_t i = 0; i < sizeof western / sizeof *western; i++) {
        check_moment(calendar_easter(moment(western[i]).year), western[i]);
    }
    for (size_t i = 0; i < sizeof orthodox / sizeof *orthodox; i++) {
        check_moment(calendar_orthodox_easter(moment(orthodox[i]).year), orthodox[i]);
    }
    for (int32_t year = 1583; year <= CALENDAR_YEAR_MAX; year++) {
        claimex_moment day = calendar_easter(year);
        assert_int_equal(calendar_weekday(day), SUNDAY);
        assert_true(day.month == 3 ? day.day >= 22 : day.month == 4 && day.day <= 25);
        assert_int_equal(calendar_weekday(calendar_orthodox_easter(year)), SUNDAY);
    }
    check_moment(calendar_easter(1582), "");
}

/* ------------------------------------------------------------------ text */

static void writes_and_reads_moments(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "2017-04-25",       "2017-04-25T18:56",          "2017-04-25T18:56:30", "2017-04-25T18:56:30+02:00",
        "2017-04-25T00:00", "2017-04-25T18:56-03:30",    "2017-04-25T18:56Z",   "0000-02-29",
        "-0043-03-15",      "-9999-01-01T23:59:59-23:59", "9999-12-31",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        check_moment(moment(texts[i]), texts[i]);
    }
    check_moment(moment("2017-04-25T18:56:00+00:00"), "2017-04-25T18:56Z");
    check_moment(moment("2017-04-25T18:56:30.9626841"), "2017-04-25T18:56:30");
    check_moment(moment("2017-04-25T18:56:30.5Z"), "2017-04-25T18:56:30Z");
}

static void refuses_what_is_no_moment(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",                  "-",                   "2017",                 "2017-04",           "2017-4-25",
        "2017-04-31",        "2017-02-29",          "2017-13-01",           "2017-00-01",        "2017-04-25 ",
        " 2017-04-25",       "2017-04-25T",         "2017-04-25T18",        "2017-04-25T24:00",  "2017-04-25T18:60",
        "2017-04-25T18:56:", "2017-04-25T18:56:60", "2017-04-25T18:56+2",   "2017-04-25+02:00",  "2017-04-25T18:56z",
        "+2017-04-25",       "20170425",            "2017-04-25T18:56+0200", "12017-04-25",      "-0000-01-01",
        "2017-04-25T18:56+24:00", "2017-04-25T18:56:30ZZ", "2017-04-25T18:56:30.",
    };
    claimex_moment untouched = calendar_day(1, 1, 1);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (claimex_moment_parse(texts[i], strlen(texts[i]), &untouched)) {
            fail_msg("read as a moment: %s", texts[i]);
        }
    }
    check_moment(untouched, "0001-01-01");
}

static void writes_nothing_for_what_is_no_moment(void **state)
{
    (void)state;
    claimex_moment wild;
    memset(&wild, 0xff, sizeof wild);
    check_moment(wild, "");
    wild = calendar_day(2017, 4, 25);
    wild.hour = 24;
    check_moment(wild, "");
    wild = calendar_day(2017, 4, 25);
    wild.zone_minutes = -24 * 60;
    check_moment(wild, "");
    wild = calendar_day(2017, 4, 25);
    wild.flags = 0;
    check_moment(wild, "");
}

/* ------------------------------------------------------------------ intervals */

static void check_unit(enum claimex_grain grain, const char *inside, const char *begins, const char *ends)
{
    struct interval unit = interval_of(grain, moment(inside));
    check_interval(unit, begins, ends);
    assert_int_equal(unit.grain, grain);
}

static void finds_units_of_the_calendar(void **state)
{
    (void)state;
    const char *const day = "2017-04-25T18:56:30";
    check_unit(CLAIMEX_GRAIN_CENTURY, day, "2000-01-01", "2100-01-01");
    check_unit(CLAIMEX_GRAIN_DECADE, day, "2010-01-01", "2020-01-01");
    check_unit(CLAIMEX_GRAIN_YEAR, day, "2017-01-01", "2018-01-01");
    check_unit(CLAIMEX_GRAIN_HALF, day, "2017-01-01", "2017-07-01");
    check_unit(CLAIMEX_GRAIN_HALF, "2017-07-01", "2017-07-01", "2018-01-01");
    check_unit(CLAIMEX_GRAIN_QUARTER, day, "2017-04-01", "2017-07-01");
    check_unit(CLAIMEX_GRAIN_QUARTER, "2017-12-31", "2017-10-01", "2018-01-01");
    check_unit(CLAIMEX_GRAIN_MONTH, day, "2017-04-01", "2017-05-01");
    check_unit(CLAIMEX_GRAIN_WEEK, day, "2017-04-24", "2017-05-01");
    check_unit(CLAIMEX_GRAIN_WEEK, "2017-01-01", "2016-12-26", "2017-01-02");
    check_unit(CLAIMEX_GRAIN_WEEKEND, day, "2017-04-29", "2017-05-01");
    check_unit(CLAIMEX_GRAIN_WEEKEND, "2017-04-30", "2017-04-29", "2017-05-01");
    check_unit(CLAIMEX_GRAIN_DAY, day, "2017-04-25", "2017-04-26");
    check_unit(CLAIMEX_GRAIN_HOUR, day, "2017-04-25T18:00", "2017-04-25T19:00");
    check_unit(CLAIMEX_GRAIN_MINUTE, day, "2017-04-25T18:56", "2017-04-25T18:57");
    check_unit(CLAIMEX_GRAIN_SECOND, day, "2017-04-25T18:56:30", "2017-04-25T18:56:31");
    check_unit(CLAIMEX_GRAIN_MINUTE, "2017-12-31T23:59-05:00", "2017-12-31T23:59-05:00", "2018-01-01T00:00-05:00");
    check_interval(interval_of(CLAIMEX_GRAIN_DAYPART, moment(day)), "", "");
    check_interval(interval_of(CLAIMEX_GRAIN_YEAR, moment("9999-06-01")), "", "");
}

static void finds_seasons(void **state)
{
    (void)state;
    check_unit(CLAIMEX_GRAIN_SEASON, "2017-03-01", "2017-03-01", "2017-06-01");
    check_unit(CLAIMEX_GRAIN_SEASON, "2017-05-31", "2017-03-01", "2017-06-01");
    check_unit(CLAIMEX_GRAIN_SEASON, "2017-12-01", "2017-12-01", "2018-03-01");
    check_unit(CLAIMEX_GRAIN_SEASON, "2018-02-28", "2017-12-01", "2018-03-01");
    check_interval(interval_season(2017, SEASON_SUMMER), "2017-06-01", "2017-09-01");
    check_interval(interval_season(2017, SEASON_WINTER), "2017-12-01", "2018-03-01");
}

static void counts_years_before_our_era(void **state)
{
    (void)state;
    check_unit(CLAIMEX_GRAIN_CENTURY, "0001-01-01", "0001-01-01", "0100-01-01");
    check_unit(CLAIMEX_GRAIN_CENTURY, "0000-12-31", "-0098-01-01", "0001-01-01");
    check_unit(CLAIMEX_GRAIN_DECADE, "-0043-03-15", "-0048-01-01", "-0038-01-01");
    check_unit(CLAIMEX_GRAIN_DECADE, "0009-06-01", "0001-01-01", "0010-01-01");
    check_unit(CLAIMEX_GRAIN_DECADE, "0000-06-01", "-0008-01-01", "0001-01-01");
}

static void finds_parts(void **state)
{
    (void)state;
    check_interval(interval_half(2019, 2), "2019-07-01", "2020-01-01");
    check_interval(interval_half(2019, 3), "", "");
    check_interval(interval_quarter(2019, 3), "2019-07-01", "2019-10-01");
    check_interval(interval_quarter(2019, 0), "", "");
    check_interval(interval_daypart(moment("2017-04-25"), DAYPART_MORNING), "2017-04-25T00:00", "2017-04-25T12:00");
    check_interval(interval_daypart(moment("2017-04-25"), DAYPART_NIGHT), "2017-04-25T18:00", "2017-04-26T00:00");
    check_interval(interval_from(CLAIMEX_GRAIN_YEAR, moment("2014-05-03"), 1), "2014-05-03", "2015-05-03");
}

static void finds_fiscal_years(void **state)
{
    (void)state;
    check_interval(interval_fiscal_year(2021, 10), "2020-10-01", "2021-10-01");
    check_interval(interval_fiscal_year(2021, 1), "2021-01-01", "2022-01-01");
    check_interval(interval_fiscal_year(2021, 0), "", "");
    check_interval(interval_fiscal_year(2021, 13), "", "");
    check_interval(interval_fiscal_year(INT32_MIN, 10), "", "");
    check_interval(interval_fiscal_part(2021, CLAIMEX_GRAIN_QUARTER, 3, 4), "2020-10-01", "2021-01-01");
    check_interval(interval_fiscal_part(2021, CLAIMEX_GRAIN_HALF, 2, 10), "2021-04-01", "2021-10-01");
    check_interval(interval_fiscal_part(2021, CLAIMEX_GRAIN_MONTH, 1, 10), "", "");
}

static void joins_intervals(void **state)
{
    (void)state;
    struct interval year = interval_of(CLAIMEX_GRAIN_YEAR, moment("2010-01-01"));
    struct interval month = interval_of(CLAIMEX_GRAIN_MONTH, moment("2014-03-01"));
    check_interval(interval_join(year, month), "2010-01-01", "2014-04-01");
    assert_int_equal(interval_join(year, month).grain, CLAIMEX_GRAIN_MONTH);
    check_interval(interval_join(month, year), "", "");
    check_interval(interval_join(year, (struct interval){ .grain = CLAIMEX_GRAIN_NONE }), "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_system),
        cmocka_unit_test(counts_every_day_of_its_years),
        cmocka_unit_test(knows_leap_years_and_months),
        cmocka_unit_test(refuses_what_is_no_day),
        cmocka_unit_test(finds_weeks),
        cmocka_unit_test(shifts),
        cmocka_unit_test(shifts_out_of_the_calendar_into_nothing),
        cmocka_unit_test(compares),
        cmocka_unit_test(finds_weekdays_of_months),
        cmocka_unit_test(finds_easter),
        cmocka_unit_test(writes_and_reads_moments),
        cmocka_unit_test(refuses_what_is_no_moment),
        cmocka_unit_test(writes_nothing_for_what_is_no_moment),
        cmocka_unit_test(finds_units_of_the_calendar),
        cmocka_unit_test(finds_seasons),
        cmocka_unit_test(counts_years_before_our_era),
        cmocka_unit_test(finds_parts),
        cmocka_unit_test(finds_fiscal_years),
        cmocka_unit_test(joins_intervals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
