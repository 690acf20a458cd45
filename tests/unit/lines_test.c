/* Lines and paragraphs, at either end of a text, too. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/lines.h"

/* What is asked of the "12" in a text. */
static void check(const char *text, bool begins, bool ends, size_t next)
{
    size_t start = (size_t)(strstr(text, "12") - text), end = start + 2, length = strlen(text);
    assert_int_equal(lines_begin_paragraph(text, start), begins);
    assert_int_equal(lines_end_paragraph(text, length, end), ends);
    assert_int_equal(lines_next(text, length, end), next);
}

static void paragraphs_are_parted_by_empty_lines(void **state)
{
    (void)state;
    check("One.\n\n12\n\nTwo.", true, true, 9);
    check("One.\r\n \t\r\n  12 \r\n\t\r\nTwo.", true, true, 17);
    check("One.\n12\nTwo.", false, false, 8);
    check("One.\n\n12 ships\n\n", true, false, 0);
    check("One 12\n\n", false, true, 7);
}

static void a_text_and_its_pages_begin_and_end_them(void **state)
{
    (void)state;
    check("12", true, true, 0);
    check("  12\n", true, true, 5);
    check("\n12\n ", true, true, 4);
    check("One.\f12\fTwo.", true, true, 0);
    check("One.\f\n12\n\fTwo.", true, true, 9);
}

static void what_is_empty(void **state)
{
    (void)state;
    assert_true(lines_is_empty("", 0, 0));
    assert_true(lines_is_empty("a\n \t\r\nb", 7, 2));
    assert_true(lines_is_empty("a\n  ", 4, 2));
    assert_false(lines_is_empty("a\n  b", 5, 2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs_are_parted_by_empty_lines),
        cmocka_unit_test(a_text_and_its_pages_begin_and_end_them),
        cmocka_unit_test(what_is_empty),
    };
    return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
