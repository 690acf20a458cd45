/* Summer time against the system's own, which reads its rule from a text and so needs no table of zones. */
#define _DEFAULT_SOURCE

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "values/calendar.h"
#include "values/daylight.h"

/* Every hour of the years but those that a change repeats or leaves out. */
static void check_years(int first, int end, const char *rule)
{
    int n_summer = 0, n_winter = 0;
    assert_int_equal(setenv("TZ", rule, 1), 0);
    tzset();
    struct tm start = { .tm_year = first - 1900, .tm_mday = 1, .tm_isdst = -1 };
    struct tm stop = { .tm_year = end - 1900, .tm_mday = 1, .tm_isdst = -1 };
    for (time_t at = mktime(&start), last = mktime(&stop); at < last; at += 3600) {
        struct tm there;
        assert_non_null(localtime_r(&at, &there));
        if (there.tm_hour == 1)
            continue;
        claimex_moment day = calendar_day(there.tm_year + 1900, there.tm_mon + 1, there.tm_mday);
        bool summer = daylight_us(calendar_at(day, there.tm_hour, there.tm_min, there.tm_sec));
        assert_int_equal(summer, there.tm_isdst > 0);
        n_summer += summer;
        n_winter += !summer;
    }
    assert_true(n_summer > 3000 * (end - first) && n_winter > 2500 * (end - first));
}

static void agrees_with_the_system(void **state)
{
    (void)state;
    check_years(1971, 1974, "EST5EDT,M4.5.0,M10.5.0"); /* the system's rules begin in 1970 */
    check_years(1976, 1987, "EST5EDT,M4.5.0,M10.5.0");
    check_years(1987, 2007, "EST5EDT,M4.1.0,M10.5.0");
    check_years(2007, 2040, "EST5EDT,M3.2.0,M11.1.0");
}

static void knows_nothing_before_its_rules(void **state)
{
    (void)state;
    assert_false(daylight_us(calendar_at(calendar_day(1966, 7, 1), 12, 0, 0)));
}

static void wants_a_time(void **state)
{
    (void)state;
    assert_false(daylight_us(calendar_day(2024, 7, 1)));
    assert_false(daylight_us((claimex_moment){ 0 }));
}

static void does_not_mind_a_zone(void **state)
{
    (void)state;
    claimex_moment noon = calendar_at(calendar_day(2024, 7, 1), 12, 0, 0);
    noon.zone_minutes = -300;
    noon.flags |= CLAIMEX_MOMENT_ZONE;
    assert_true(daylight_us(noon));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_system),
        cmocka_unit_test(knows_nothing_before_its_rules),
        cmocka_unit_test(wants_a_time),
        cmocka_unit_test(does_not_mind_a_zone),
    };
    return cmocka_run_group_tests_name("daylight", tests, NULL, NULL);
}
