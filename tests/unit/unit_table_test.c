/* What units are to one another. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "values/unit.h"

static int64_t count_in(const char *unit, const char *smaller)
{
    return unit_count_in(slice_of(unit), slice_of(smaller));
}

static void units_of_a_family_make_one_another(void **state)
{
    (void)state;
    assert_int_equal(count_in("hour", "minute"), 60);
    assert_int_equal(count_in("century", "month"), 1200);
    assert_int_equal(count_in("[mi_i]", "[ft_i]"), 5280);
    assert_int_equal(count_in("cm", "um"), 10000);
    assert_int_equal(count_in("deg", "''"), 3600);
}

static void others_do_not(void **state)
{
    (void)state;
    assert_int_equal(count_in("minute", "hour"), 0);
    assert_int_equal(count_in("hour", "hour"), 0);
    assert_int_equal(count_in("month", "day"), 0);
    assert_int_equal(count_in("week", "minute"), 0);
    assert_int_equal(count_in("kg", "m"), 0);
    assert_int_equal(count_in("barrel", "m"), 0);
}

static void time_has_codes_and_powers(void **state)
{
    (void)state;
    assert_true(slice_is(unit_code(slice_of("hour")), "h"));
    assert_true(slice_is(unit_code(slice_of("fortnight")), "fortnight"));
    assert_true(unit_has_powers(slice_of("s")));
    assert_true(unit_has_powers(slice_of("km")));
    assert_false(unit_has_powers(slice_of("kg")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(units_of_a_family_make_one_another),
        cmocka_unit_test(others_do_not),
        cmocka_unit_test(time_has_codes_and_powers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
