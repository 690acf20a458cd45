/* The spec runner judges the library, so what it refuses is tested here: an example that is read wrongly would pass. */
#define _POSIX_C_SOURCE 200809L

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "runner_file.h"
#include "runner_options.h"

static const char text[] = "Sales rose 5% to $20 and then $20 more,\nor \"5%\".";
static const struct source source = { text, sizeof text - 1 };

static const struct {
    const char *line;
    const char *why;
} faulty_lines[] = {
    { "", "unknown kind \"\"" },
    { "sum \"5%\"@11", "unknown kind \"sum\"" },
    { "money", "a quotation mark is expected at: " },
    { "money \"$20@17", "a quotation mark is missing" },
    { "money \"$20\"", "an offset is missing: \"slice\"@offset" },
    { "money \"$20\"@ 17", "an offset is missing: \"slice\"@offset" },
    { "money \"\"@17", "the slice is empty" },
    { "money \"$20\"@16", "\"$20\" is not at 16, it is at 17 30" },
    { "money \"$20\"@99", "\"$20\" is not at 99, it is at 17 30" },
    { "money \"$21\"@17", "\"$21\" is not at 17, it is at no place of the text" },
    { "money \"$20\"@17value=20", "a blank is expected at: value=20" },
    { "money \"$20\"@17 value", "unknown field \"value\"" },
    { "money \"$20\"@17 price=20", "unknown field \"price\"" },
    { "money \"$20\"@17 value=", "a field has no value; write none" },
    { "money \"$20\"@17 value=20 value=20", "the field \"value\" stands twice" },
    { "money \"$20\"@17 subject=Sales", "a quotation mark is expected at: Sales" },
    { "money \"$20\"@17 subject=\"Sales\"@1", "\"Sales\" is not at 1, it is at 0" },
    { "money \"$20\"@17 unit=\"US\\q\"", "unknown escape \\q" },
    { "money \"$20\"@17 unit=\"\\u20ac\"",
      "\\u takes four hexadecimal digits up to 007f; write other characters as they are" },
};

static void test_faulty_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty_lines / sizeof *faulty_lines; i++) {
        struct line line;
        char why[300] = "";
        assert_false(line_parse(&line, faulty_lines[i].line, source, why, sizeof why));
        line_clear(&line);
        assert_string_equal(why, faulty_lines[i].why);
    }
}

static void assert_printed(const char *written, const char *printed, uint32_t fields)
{
    struct line line;
    char why[300];
    char *bytes = NULL;
    size_t size = 0;
    assert_true(line_parse(&line, written, source, why, sizeof why));
    FILE *out = open_memstream(&bytes, &size);
    line_print(&line, source, fields, out);
    fclose(out);
    assert_string_equal(bytes, printed);
    free(bytes);
    line_clear(&line);
}

static void test_printed_as_written(void **state)
{
    (void)state;
    const uint32_t all = UINT32_MAX;
    assert_printed("money \"$20\"@17", "money \"$20\"@17\n", all);
    assert_printed("money \"$20\"@17 unit=\"USD\" value=20", "money \"$20\"@17 value=20 unit=USD\n", all);
    assert_printed("count \"5%\"@11 unit=\"a \\\"b\\\"\"", "count \"5%\"@11 unit=\"a \\\"b\\\"\"\n", all);
    assert_printed("money \"more,\\nor \\\"\"@34", "money \"more,\\nor \\\"\"@34\n", all);
    assert_printed("money \"$20\"@17 subject=none stance=stated relation=eq",
                   "money \"$20\"@17 relation=eq subject=none stance=stated\n", all);
    assert_printed("money \"$20\"@17 value=20 subject=\"Sales\"@0", "money \"$20\"@17 value=20\n", line_core_fields());
}

static bool lines_equal(const char *written_a, const char *written_b, uint32_t fields)
{
    struct line a;
    struct line b;
    char why[300];
    assert_true(line_parse(&a, written_a, source, why, sizeof why));
    assert_true(line_parse(&b, written_b, source, why, sizeof why));
    const bool equal = line_equal(&a, &b, fields);
    line_clear(&a);
    line_clear(&b);
    return equal;
}

static void test_compared(void **state)
{
    (void)state;
    const uint32_t core = line_core_fields();
    const char *money = "money \"$20\"@17 value=20";
    assert_true(lines_equal(money, "money \"$20\"@17 value=\"20\" relation=eq per=none", core));
    assert_false(lines_equal(money, "money \"$20\"@30 value=20", core));
    assert_false(lines_equal(money, "money \"$2\"@17 value=20", core));
    assert_false(lines_equal(money, "count \"$20\"@17 value=20", core));
    assert_false(lines_equal(money, "money \"$20\"@17", core));
    assert_false(lines_equal(money, "money \"$20\"@17 value=20 inexact=true", core));
    assert_true(lines_equal(money, "money \"$20\"@17 value=20 subject=\"Sales\"@0", core));
    assert_false(lines_equal(money, "money \"$20\"@17 value=20 subject=\"Sales\"@0", UINT32_MAX));
}

#define TITLE "## Title\n"
#define TEXT "```text\n5%\n```\n"
#define CLAIMS "```claims\npercentage \"5%\"@0 value=5\n```\n"

static const char *const faulty_files[] = {
    "",
    "# Only prose\n",
    TITLE,
    TITLE "## Other title\n" TEXT CLAIMS,
    TITLE TEXT CLAIMS "## Title without example\n",
    TEXT CLAIMS,
    TITLE TEXT,
    TITLE CLAIMS,
    TITLE TEXT TEXT CLAIMS,
    TITLE TEXT CLAIMS CLAIMS,
    TITLE TEXT "```claim\n```\n",
    TITLE "```text\n5%\n",
    TITLE TEXT "```claims\n",
    TITLE TEXT "```claims\npercentage \"5%\"@1 value=5\n```\n",
    TITLE TEXT "```claims\n\n```\n",
    TITLE "Options: kinds=sums\n" TEXT CLAIMS,
    TITLE "Options: kind=money\n" TEXT CLAIMS,
    TITLE "Options: reference_date=2020-13-15\n" TEXT CLAIMS,
    TITLE TEXT "Options: kinds=money\n" CLAIMS,
    "Fields: subjects\n" TITLE TEXT CLAIMS,
};

static bool add_contents(struct spec *spec, const char *contents)
{
    char path[] = "spec_XXXXXX";
    const int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, contents, strlen(contents)), strlen(contents));
    close(file);
    const bool good = spec_add_file(spec, path);
    unlink(path);
    return good;
}

static void test_faulty_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof faulty_files / sizeof *faulty_files; i++) {
        struct spec spec = { 0 };
        if (add_contents(&spec, faulty_files[i])) {
            fail_msg("accepted: %s", faulty_files[i]);
        }
        spec_free(&spec);
    }
    struct spec spec = { 0 };
    assert_false(spec_add_file(&spec, "no/such/file.md"));
    spec_free(&spec);
}

static void test_good_file(void **state)
{
    (void)state;
    struct spec spec = { 0 };
    assert_true(add_contents(&spec, "# Prose\n\nFields: subject\n\n" TITLE "\nWhy.\n\nOptions: kinds=money,date\n\n"
                                    "````text\n```\na\n\n````\n\nand\n\n```claims\n```\n\n" TEXT CLAIMS));
    assert_int_equal(spec.n_examples, 2);
    assert_non_null(strstr(spec.examples[0].name, ":11 Title"));
    assert_int_equal(spec.examples[0].source.length, strlen("```\na\n"));
    assert_memory_equal(spec.examples[0].source.text, "```\na\n", strlen("```\na\n"));
    assert_int_equal(spec.examples[0].n_expected, 0);
    assert_int_equal(spec.examples[0].options.kinds, CLAIMEX_KIND(CLAIMEX_MONEY) | CLAIMEX_KIND(CLAIMEX_DATE));
    assert_int_equal(spec.examples[0].fields, line_core_fields() | UINT32_C(1) << line_field("subject", 7));
    assert_int_equal(spec.examples[1].source.length, 2);
    assert_int_equal(spec.examples[1].n_expected, 1);
    spec_free(&spec);
}

static void test_options(void **state)
{
    (void)state;
    static const char written[] = " reference_date=2020-01-15  date_order=day_first weekday_policy=always_future"
                                  " default_currency=AUD fiscal_start=10";
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;
    char why[300];
    assert_true(options_parse(&options, written, sizeof written - 1, why, sizeof why));
    assert_int_equal(options.reference.year, 2020);
    assert_int_equal(options.reference.day, 15);
    assert_int_equal(options.date_order, CLAIMEX_DAY_FIRST);
    assert_int_equal(options.weekday_policy, CLAIMEX_ALWAYS_FUTURE);
    assert_string_equal(options.default_currency, "AUD");
    assert_int_equal(options.fiscal_start, 10);
    assert_int_equal(options.kinds, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_faulty_lines), cmocka_unit_test(test_printed_as_written), cmocka_unit_test(test_compared),
        cmocka_unit_test(test_faulty_files), cmocka_unit_test(test_good_file),          cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
