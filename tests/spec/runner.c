/* spec_runner FILE.md…: scans the text of every example and compares the claims. Each example is one test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fixture.h"
#include "invariants.h"
#include "runner_file.h"

/* What the tests of one run share; cmocka hands each test its example only. */
struct actual {
    struct line *lines;
    size_t count;
};

static struct actual actual_claims(struct source source)
{
    struct actual actual = { 0 };
    const claimex_claim *claims = claimex_result_claims(result, &actual.count);
    actual.lines = calloc(actual.count + 1, sizeof *actual.lines);
    for (size_t i = 0; i < actual.count; i++) {
        line_from_claim(&actual.lines[i], result, &claims[i], source);
    }
    return actual;
}

static void free_actual(struct actual *actual)
{
    for (size_t i = 0; i < actual->count; i++) {
        line_clear(&actual->lines[i]);
    }
    free(actual->lines);
}

/* The fields that an expectation at the same place names, so that the claim is printed with them. */
static uint32_t named_at(const struct example *example, uint32_t start_byte)
{
    for (size_t i = 0; i < example->n_expected; i++) {
        if (example->expected[i].at.start == start_byte) {
            return example->expected[i].named;
        }
    }
    return 0;
}

static void print_first_difference(const struct example *example, const struct actual *actual, size_t index)
{
    fprintf(stderr, "%s\n    claim %zu differs\n    expected: ", example->name, index);
    const struct line *expected = index < example->n_expected ? &example->expected[index] : NULL;
    const struct line *got = index < actual->count ? &actual->lines[index] : NULL;
    const uint32_t fields = example->fields | (expected == NULL ? 0 : expected->named);
    if (expected == NULL) {
        fputs("no more claims\n", stderr);
    } else {
        line_print(expected, example->source, fields, stderr);
    }
    fputs("    got:      ", stderr);
    if (got == NULL) {
        fputs("no more claims\n", stderr);
    } else {
        line_print(got, example->source, fields, stderr);
    }
    if (expected != NULL && got != NULL) {
        line_print_difference(expected, got, fields, stderr);
    }
}

static void print_actual(const struct example *example, const struct actual *actual)
{
    fputs("all claims found:\n```claims\n", stderr);
    for (size_t i = 0; i < actual->count; i++) {
        const uint32_t named = named_at(example, actual->lines[i].at.start);
        line_print(&actual->lines[i], example->source, example->fields | named, stderr);
    }
    fputs("```\n", stderr);
}

/* The index of the first claim that is not as expected; the number of claims when all are. */
static size_t first_difference(const struct example *example, const struct actual *actual)
{
    size_t i = 0;
    while (i < example->n_expected && i < actual->count
           && line_equal(&example->expected[i], &actual->lines[i], example->fields | example->expected[i].named)) {
        i++;
    }
    return i;
}

static void scan_example(const struct example *example)
{
    claimex_error error = { 0 };
    const struct source source = example->source;
    if (claimex_scan(engine, result, source.text, source.length, &example->options, &error) != CLAIMEX_OK) {
        fail_msg("%s: %s at %llu", claimex_status_name(error.status), error.message, (unsigned long long)error.offset);
    }
    assert_int_equal(claimex_result_incomplete(result), 0);
    size_t index;
    const char *broken = invariants_broken(result, source.text, source.length, &index);
    if (broken != NULL) {
        fail_msg("claim %zu breaks a promise: %s", index, broken);
    }
}

static void test_example(void **state)
{
    const struct example *example = *state;
    scan_example(example);
    struct actual actual = actual_claims(example->source);
    const size_t index = first_difference(example, &actual);
    const bool equal = index == example->n_expected && index == actual.count;
    if (!equal) {
        print_first_difference(example, &actual, index);
        print_actual(example, &actual);
    }
    free_actual(&actual);
    assert_true(equal);
}

static int run(const struct spec *spec)
{
    struct CMUnitTest *tests = calloc(spec->n_examples, sizeof *tests);
    for (size_t i = 0; i < spec->n_examples; i++) {
        tests[i] = (struct CMUnitTest){ spec->examples[i].name, test_example, NULL, NULL, &spec->examples[i] };
    }
    const int failures = _cmocka_run_group_tests("spec", tests, spec->n_examples, start, stop);
    free(tests);
    return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    struct spec spec = { 0 };
    bool good = true;
    if (argc < 2) {
        fprintf(stderr, "usage: %s FILE.md…\n", argv[0]);
        return EXIT_FAILURE;
    }
    for (int i = 1; i < argc; i++) {
        good = spec_add_file(&spec, argv[i]) && good;
    }
    const int status = good ? run(&spec) : EXIT_FAILURE;
    spec_free(&spec);
    return status;
}
