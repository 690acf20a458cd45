/* Rules of holidays: how they are read, and known days of known years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "values/holidays.h"
#include "values/lunar.h"
#include "values/timex.h"

static struct holiday rule(const char *text)
{
    struct holiday holiday;
    memset(&holiday, 0, sizeof holiday);
    if (!holiday_parse(text, strlen(text), &holiday)) {
        fail_msg("not a rule: %s", text);
    }
    return holiday;
}

static void check_interval(struct interval got, const char *begins, int n_days)
{
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    claimex_moment_text(got.begins, text);
    assert_string_equal(text, begins);
    assert_int_equal(calendar_days(got.ends) - calendar_days(got.begins), n_days);
}

static void check(const char *text, const char *expected)
{
    struct holiday holiday = rule(text);
    struct interval found[2];
    int year = (expected[0] - '0') * 1000 + (expected[1] - '0') * 100 + (expected[2] - '0') * 10 + expected[3] - '0';
    assert_int_equal(holiday_in_year(&holiday, year, found), 1);
    check_interval(found[0], expected, 1);
}

static void check_unknown(const char *text, int32_t year)
{
    struct holiday holiday = rule(text);
    struct interval found[2];
    assert_int_equal(holiday_in_year(&holiday, year, found), 0);
}

static void counts_civil_rules(void **state)
{
    (void)state;
    check("12-25", "2017-12-25");
    check("2-29", "2016-02-29");
    check_unknown("2-29", 2017);
    check("11-W4-4", "2019-11-28");
    check("11-W4-4+1", "2019-11-29");
    check("5-W-1-1", "2021-05-31");
    check("5-24<1", "2021-05-24");
    check("5-24<1", "2022-05-23");
    check("11-2>2", "2020-11-03");
    check("11-2>2", "2021-11-02");
    check("12-25-1", "2017-12-24");
    check_unknown("12-25", 10000);
    check_unknown("12-31", 9999);
}

static void counts_from_easter(void **state)
{
    (void)state;
    check("E", "2019-04-21");
    check("E-2", "2019-04-19");
    check("E-47", "2019-03-05");
    check("E+49", "2019-06-09");
    check("O", "2019-04-28");
    check("O-2", "2020-04-17");
    check_unknown("E", 1582);
}

static void counts_hebrew_days(void **state)
{
    (void)state;
    check("H7-1", "2018-09-10");
    check("H7-10", "2023-09-25");
    check("H1-15", "2018-03-31");
    check("H9-25", "2018-12-03");
    check("H9-25", "2024-12-26");
    check("H13-14", "2018-03-01");
    check("H13-14", "2019-03-21");
    check("H13-14", "2024-03-24");
    check("H5-9", "2020-07-30");
    check("H8-30", "2018-11-08");
    check_unknown("H8-30", 2017);
}

/* The months of a year follow each other, and its length is one of the six that exist. */
static void counts_hebrew_years(void **state)
{
    (void)state;
    for (int32_t year = 5000; year < 7000; year++) {
        struct lunar_month tishri = lunar_month(LUNAR_HEBREW, year, 7);
        int weekday = calendar_weekday(tishri.first);
        int length = calendar_days(lunar_month(LUNAR_HEBREW, year + 1, 7).first) - calendar_days(tishri.first);
        bool is_leap = calendar_days(lunar_month(LUNAR_HEBREW, year, 13).first) !=
                       calendar_days(lunar_month(LUNAR_HEBREW, year, 12).first);
        assert_true(weekday != SUNDAY && weekday != WEDNESDAY && weekday != FRIDAY);
        assert_in_range(length, is_leap ? 383 : 353, is_leap ? 385 : 355);
        int days = 0;
        for (int month = 1; month <= (is_leap ? 13 : 12); month++) {
            days += lunar_month(LUNAR_HEBREW, year, month).days;
        }
        assert_int_equal(days, length);
    }
}

static void counts_islamic_days(void **state)
{
    (void)state;
    check("I10-1", "2018-06-15");
    check("I12-10", "2018-08-21");
    check("I1-1", "2018-09-11");
    check("I9-1", "2024-03-11");
    check("I10-1", "1975-10-06");
    check_unknown("I10-1", 1944);
    check_unknown("I10-1", 2060);
    struct holiday fast = rule("I9");
    struct interval found[2];
    assert_int_equal(holiday_in_year(&fast, 2018, found), 1);
    check_interval(found[0], "2018-05-16", 30);
    struct holiday feast = rule("I10-1");
    assert_int_equal(holiday_in_year(&feast, 2000, found), 2);
    check_interval(found[0], "2000-01-08", 1);
    check_interval(found[1], "2000-12-27", 1);
}

static void counts_chinese_days(void **state)
{
    (void)state;
    check("C1-1", "2018-02-16");
    check("C1-1", "2023-01-22");
    check("C1-1-1", "2024-02-09");
    check("C1-15", "2024-02-24");
    check("C4-8", "2020-04-30");
    check("C5-5", "2020-06-25");
    check("C8-15", "2020-10-01");
    check("C8-15", "2023-09-29");
    check("C1-1", "2033-01-31");
    check("C9-9", "2033-10-01");
    check_unknown("C1-1", 1978);
    check_unknown("C1-1", 2101);
}

static void looks_up_tables(void **state)
{
    (void)state;
    check("TABLE:diwali", "2018-11-07");
    check("TABLE:diwali", "2023-11-12");
    check("TABLE:holi", "2019-03-21");
    check("TABLE:ganesh_chaturthi", "2019-09-02");
    check_unknown("TABLE:diwali", 2000);
    check_unknown("TABLE:diwali", 2036);
    check_unknown("TABLE:holi", 2023);
}

static void gives_a_length(void **state)
{
    (void)state;
    struct holiday holiday = rule("H9-25-1/8");
    struct interval found[2];
    assert_int_equal(holiday_in_year(&holiday, 2018, found), 1);
    check_interval(found[0], "2018-12-02", 8);
}

static void refuses_what_is_no_rule(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",        "12",      "12-",      "12-32",     "2-30",    "13-1",    "0-1",    "1-0",         "12-25x",
        "12-25 ",  "11-W",    "11-W4",    "11-W4-",    "11-W4-8", "11-W6-1", "11-W0-1", "11-W--1",    "E2",
        "E-",      "E-0",     "E-367",    "E+1+1",     "E/",      "E/0",     "E/8-2",  "H14-1",       "H7",
        "H7-31",   "I13",     "I9-",      "I9-31",     "C13-1",   "C1",      "TABLE:", "TABLE:nobody", "TABLE:diwali2",
        "TABLE",   "5-24<",   "5-24<0",   "5-24<8",    "5-24<1>1", "e",      "12-0025", "99999999999-1",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct holiday holiday;
        if (holiday_parse(texts[i], strlen(texts[i]), &holiday)) {
            fail_msg("read as a rule: %s", texts[i]);
        }
    }
}

static void check_resolved(const char *text, const char *reference, enum direction direction, const char *expected)
{
    struct holiday holiday = rule(text);
    struct interval found;
    claimex_moment seen_from;
    memset(&seen_from, 0, sizeof seen_from);
    assert_true(claimex_moment_parse(reference, strlen(reference), &seen_from));
    bool resolved = holiday_resolve(&holiday, seen_from, direction, &found);
    assert_int_equal(resolved, *expected != '\0');
    if (resolved) {
        check_interval(found, expected, holiday.length);
    }
}

static void resolves_against_a_reference(void **state)
{
    (void)state;
    check_resolved("12-25", "2017-04-25", DIRECTION_PAST, "2016-12-25");
    check_resolved("12-25", "2017-04-25", DIRECTION_FUTURE, "2017-12-25");
    check_resolved("12-25", "2017-04-25", DIRECTION_SAME, "2017-12-25");
    check_resolved("12-25", "2017-04-25", DIRECTION_NEAREST, "2016-12-25");
    check_resolved("12-25", "2017-12-25", DIRECTION_PAST, "2017-12-25");
    check_resolved("12-25", "2017-12-25", DIRECTION_BEFORE, "2016-12-25");
    check_resolved("12-25", "2017-12-25", DIRECTION_FUTURE, "2017-12-25");
    check_resolved("12-25", "2017-12-25", DIRECTION_AFTER, "2018-12-25");
    check_resolved("E", "2017-04-25", DIRECTION_PAST, "2017-04-16");
    check_resolved("E", "2017-04-25", DIRECTION_AFTER, "2018-04-01");
    check_resolved("I10-1", "2000-06-01", DIRECTION_PAST, "2000-01-08");
    check_resolved("I10-1", "2000-06-01", DIRECTION_FUTURE, "2000-12-27");
    check_resolved("I10-1", "2001-06-01", DIRECTION_PAST, "2000-12-27");
    check_resolved("H9-25/8", "2025-01-01", DIRECTION_FUTURE, "2024-12-26");
    check_resolved("H9-25/8", "2025-01-01", DIRECTION_AFTER, "2025-12-15");
}

/* Where the day of one year is not known, that of another year is no answer. */
static void does_not_take_another_year(void **state)
{
    (void)state;
    check_resolved("TABLE:holi", "2023-06-01", DIRECTION_PAST, "");
    check_resolved("TABLE:holi", "2022-06-01", DIRECTION_FUTURE, "");
    check_resolved("TABLE:diwali", "2037-01-01", DIRECTION_PAST, "");
    check_resolved("TABLE:diwali", "2001-01-01", DIRECTION_FUTURE, "2001-11-14");
    check_resolved("TABLE:diwali", "2001-01-01", DIRECTION_NEAREST, "");
    check_resolved("C1-1", "1970-01-01", DIRECTION_FUTURE, "");
}

static void tells_what_timex_knows(void **state)
{
    (void)state;
    char text[TIMEX_TEXT_SIZE];
    struct holiday christmas = rule("12-25");
    struct holiday easter = rule("E");
    struct partial day = holiday_partial(&christmas);
    timex_write(&day, text);
    assert_string_equal(text, "XXXX-12-25");
    day = holiday_partial(&easter);
    timex_write(&day, text);
    assert_string_equal(text, "XXXX-XX-XX");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_civil_rules),
        cmocka_unit_test(counts_from_easter),
        cmocka_unit_test(counts_hebrew_days),
        cmocka_unit_test(counts_hebrew_years),
        cmocka_unit_test(counts_islamic_days),
        cmocka_unit_test(counts_chinese_days),
        cmocka_unit_test(looks_up_tables),
        cmocka_unit_test(gives_a_length),
        cmocka_unit_test(refuses_what_is_no_rule),
        cmocka_unit_test(resolves_against_a_reference),
        cmocka_unit_test(does_not_take_another_year),
        cmocka_unit_test(tells_what_timex_knows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
