/* The Arrow stream as a reader sees it, who knows the C data interface and nothing else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "fixture.h"
#include "text.h"

static const char plain_text[] = "Orders rose 40% to more than 12,000 in 2019, she said.";
static const char mixed_text[] = "\xc3\x96l \xf0\x9f\x98\x80: 5% of \xe2\x82\xac"
                                 "3m";

static claimex_batch *batch_of(const char *const *texts, size_t count)
{
    claimex_text list[8];
    claimex_batch *batch = NULL;
    memset(list, 0, sizeof list);
    for (size_t i = 0; i < count; i++) {
        list[i].bytes = texts[i];
        list[i].length = strlen(texts[i]);
    }
    assert_int_equal(claimex_scan_many(engine, list, count, NULL, 2, &batch, NULL), CLAIMEX_OK);
    return batch;
}

/* The stream of a batch, which is gone then. */
static struct ArrowArrayStream stream_of(claimex_batch *batch, uint32_t offsets)
{
    struct ArrowArrayStream stream;
    assert_int_equal(claimex_batch_arrow(batch, offsets, &stream, NULL), CLAIMEX_OK);
    claimex_batch_free(batch);
    return stream;
}

/* -------------------------------------------------------------------- reader */

/* A table with its schema; everything is released by free_table. */
struct table {
    struct ArrowSchema schema;
    struct ArrowArray array;
};

static struct table next_table(struct ArrowArrayStream *stream)
{
    struct table table;
    assert_int_equal(stream->get_schema(stream, &table.schema), 0);
    assert_int_equal(stream->get_next(stream, &table.array), 0);
    return table;
}

static void free_table(struct table *table)
{
    if (table->array.release != NULL) {
        table->array.release(&table->array);
        assert_null(table->array.release);
    }
    table->schema.release(&table->schema);
    assert_null(table->schema.release);
}

static size_t column_at(const struct table *table, const char *name)
{
    for (size_t i = 0; i < (size_t)table->schema.n_children; i++) {
        if (strcmp(table->schema.children[i]->name, name) == 0) {
            return i;
        }
    }
    fail_msg("there is no column %s", name);
    return 0;
}

static bool bit_at(const void *bits, int64_t i)
{
    return (((const unsigned char *)bits)[i / 8] >> (i % 8) & 1) != 0;
}

static void write_string(const struct ArrowArray *array, int64_t row, char *out)
{
    const int64_t *ends = array->buffers[1];
    const int length = (int)(ends[row + 1] - ends[row]);
    sprintf(out, "%.*s", length, (const char *)array->buffers[2] + ends[row]);
}

static void write_list(const struct ArrowArray *array, int64_t row, char *out)
{
    const int64_t *ends = array->buffers[1];
    *out = '\0';
    for (int64_t i = ends[row]; i < ends[row + 1]; i++) {
        write_string(array->children[0], i, out + strlen(out));
        strcat(out, "|");
    }
}

/* The cell as text; "null" where it is null. */
static const char *cell(const struct table *table, const char *name, int64_t row)
{
    static char text[4096];
    const size_t column = column_at(table, name);
    const struct ArrowSchema *schema = table->schema.children[column];
    const struct ArrowArray *array = table->array.children[column];
    assert_int_equal(array->length, table->array.length);
    assert_true(array->null_count == 0 || (schema->flags & ARROW_FLAG_NULLABLE) != 0);
    if (array->null_count != 0 && !bit_at(array->buffers[0], row)) {
        return "null";
    }
    switch (schema->format[0]) {
    case 'l':
        sprintf(text, "%lld", (long long)((const int64_t *)array->buffers[1])[row]);
        break;
    case 'g':
        sprintf(text, "%.17g", ((const double *)array->buffers[1])[row]);
        break;
    case 'b':
        strcpy(text, bit_at(array->buffers[1], row) ? "true" : "false");
        break;
    case 'U':
        write_string(array, row, text);
        break;
    case 'c':
        assert_string_equal(schema->dictionary->format, "U");
        write_string(array->dictionary, ((const int8_t *)array->buffers[1])[row], text);
        break;
    default:
        assert_string_equal(schema->format, "+L");
        write_list(array, row, text);
    }
    return text;
}

static void assert_cells(const struct table *table, int64_t row, const char *const (*cells)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(cell(table, cells[i][0], row), cells[i][1]);
    }
}

#define ASSERT_CELLS(table, row, ...)                                                 \
    do {                                                                              \
        static const char *const cells_[][2] = { __VA_ARGS__ };                       \
        assert_cells(table, row, cells_, sizeof cells_ / sizeof *cells_);             \
    } while (0)

/* --------------------------------------------------------------------- tests */

static void test_cells(void **state)
{
    (void)state;
    static const char *const texts[] = { "nothing", plain_text };
    struct ArrowArrayStream stream = stream_of(batch_of(texts, 2), CLAIMEX_BYTES);
    struct table table = next_table(&stream);
    assert_string_equal(table.schema.format, "+s");
    assert_int_equal(table.array.length, 3);
    ASSERT_CELLS(&table, 0, { "doc", "1" }, { "claim", "0" }, { "kind", "percentage" }, { "start", "12" },
                 { "end", "15" }, { "text", "40%" }, { "value", "40" }, { "value_exact", "40" }, { "low", "null" },
                 { "low_exact", "null" }, { "unit", "%" }, { "relation", "eq" }, { "change", "up" }, { "role", "by" },
                 { "stance", "stated" }, { "subject", "Orders" }, { "subject_start", "0" }, { "subject_end", "6" },
                 { "source", "she" }, { "cue", "said" }, { "modifier", "null" }, { "modifier_start", "null" },
                 { "sentence_start", "0" }, { "quoted", "false" }, { "inexact", "false" }, { "time", "2" },
                 { "same_as", "null" }, { "grain", "null" }, { "readings", "null" }, { "begins", "null" });
    ASSERT_CELLS(&table, 1, { "claim", "1" }, { "value", "12000" }, { "relation", "gt" }, { "modifier", "more than" },
                 { "role", "to" });
    ASSERT_CELLS(&table, 2, { "kind", "date" }, { "value", "null" }, { "timex", "2019" }, { "grain", "year" },
                 { "begins", "2019-01-01" }, { "ends", "2020-01-01" }, { "role", "null" });
    free_table(&table);
    stream.release(&stream);
    assert_null(stream.release);
}

static void test_lists_and_rates(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "It costs about 50 kr a day.",
        "Eight in 10 of them, and 12 deaths per 100,000 people.",
    };
    struct ArrowArrayStream stream = stream_of(batch_of(texts, 2), CLAIMEX_BYTES);
    struct table table = next_table(&stream);
    ASSERT_CELLS(&table, 0, { "kind", "money" }, { "per", "day" });
    assert_non_null(strchr(cell(&table, "readings", 0), '|'));
    ASSERT_CELLS(&table, 1, { "kind", "ratio" }, { "of", "10" }, { "of_exact", "10" }, { "readings", "null" });
    ASSERT_CELLS(&table, 2, { "per_amount", "100000" }, { "per_amount_exact", "100000" });
    free_table(&table);
    stream.release(&stream);
}

static void test_offsets(void **state)
{
    (void)state;
    static const char *const texts[] = { mixed_text, plain_text };
    static const char *const starts[][2] = { { "10", "16" }, { "6", "12" }, { "7", "13" } };
    for (uint32_t offsets = CLAIMEX_BYTES; offsets <= CLAIMEX_UTF16; offsets++) {
        struct ArrowArrayStream stream = stream_of(batch_of(texts, 2), offsets);
        struct table table = next_table(&stream);
        assert_string_equal(cell(&table, "start", 0), starts[offsets][0]);
        assert_string_equal(cell(&table, "start", 1), starts[offsets][1]);
        ASSERT_CELLS(&table, 1, { "text", "\xe2\x82\xac" "3m" });
        ASSERT_CELLS(&table, 2, { "start", "12" }, { "end", "15" });
        free_table(&table);
        stream.release(&stream);
    }
}

static void test_no_rows(void **state)
{
    (void)state;
    static const char *const texts[] = { "nothing", "\xff" };
    for (size_t count = 0; count <= 2; count++) {
        struct ArrowArrayStream stream = stream_of(batch_of(texts, count), CLAIMEX_CODE_POINTS);
        struct table table = next_table(&stream);
        assert_int_equal(table.array.length, 0);
        assert_true(table.schema.n_children > 40);
        assert_int_equal(table.array.n_children, table.schema.n_children);
        assert_int_equal(table.array.children[column_at(&table, "kind")]->dictionary->length, CLAIMEX_RANK + 1);
        free_table(&table);
        for (int again = 0; again < 2; again++) {
            table = next_table(&stream);
            assert_null(table.array.release);
            free_table(&table);
        }
        stream.release(&stream);
    }
}

/* More rows than one table holds, in texts that end inside of one. */
static void test_many_tables(void **state)
{
    (void)state;
    enum { N = 3, EACH = 17000 };
    static char long_text[EACH * 8];
    for (int i = 0; i < EACH; i++) {
        memcpy(long_text + (size_t)i * 8, i == 0 ? "\xc3\xa9 5%.\n\n" : "  5%.\n\n\n", 8);
    }
    const claimex_text texts[N] = { { .bytes = long_text, .length = sizeof long_text },
                                    { .bytes = long_text, .length = sizeof long_text },
                                    { .bytes = long_text, .length = 80 } };
    claimex_batch *batch = NULL;
    assert_int_equal(claimex_scan_many(engine, texts, N, NULL, 0, &batch, NULL), CLAIMEX_OK);
    struct ArrowArrayStream stream = stream_of(batch, CLAIMEX_CODE_POINTS);
    int64_t rows = 0;
    size_t n_tables = 0;
    for (;; n_tables++) {
        struct table table = next_table(&stream);
        const bool last = table.array.release == NULL;
        for (int64_t i = 0; !last && i < table.array.length; i += 997) {
            const int64_t claim = (rows + i) % EACH;
            char start_text[24];
            sprintf(start_text, "%lld", (long long)(claim * 8 + 2 - (claim > 0)));
            assert_string_equal(cell(&table, "start", i), start_text);
        }
        rows += last ? 0 : table.array.length;
        free_table(&table);
        if (last) {
            break;
        }
    }
    assert_int_equal(rows, 2 * EACH + 10);
    assert_true(n_tables > 2);
    stream.release(&stream);
}

/* A reader may take columns out of a table and release the rest, in any order. */
static void test_columns_can_be_taken(void **state)
{
    (void)state;
    static const char *const texts[] = { plain_text };
    struct ArrowArrayStream stream = stream_of(batch_of(texts, 1), CLAIMEX_BYTES);
    struct table table = next_table(&stream);
    stream.release(&stream);
    const size_t at = column_at(&table, "kind");
    const struct ArrowArray taken = *table.array.children[at];
    const struct ArrowSchema schema = *table.schema.children[at];
    table.array.children[at]->release = NULL;
    table.schema.children[at]->release = NULL;
    free_table(&table);
    struct ArrowArray array = taken;
    struct ArrowSchema type = schema;
    assert_string_equal(type.name, "kind");
    assert_int_equal(((const int8_t *)array.buffers[1])[2], CLAIMEX_DATE);
    assert_int_equal(array.dictionary->length, CLAIMEX_RANK + 1);
    array.release(&array);
    type.release(&type);
}

/* Claims that a program made itself cannot make a table that is not Arrow: names that are none, spans that cut a
 * character, readings without an end. */
static void test_odd_claims(void **state)
{
    (void)state;
    claimex_claim claim;
    memset(&claim, 0, sizeof claim);
    claim.at = (claimex_span){ 1, 3 };
    claim.role = claim.change = claim.grain = 200;
    claim.time = claim.same_as = -1;
    claim.readings = 1;
    const claimex_document document = {
        .text = mixed_text,
        .length = sizeof mixed_text - 1,
        .claims = &claim,
        .n_claims = 1,
        .strings = "\0ab",
        .strings_length = 4,
    };
    claimex_batch *batch = NULL;
    assert_int_equal(claimex_batch_collect(&document, 1, NULL, &batch, NULL), CLAIMEX_OK);
    struct ArrowArrayStream stream = stream_of(batch, CLAIMEX_CODE_POINTS);
    struct table table = next_table(&stream);
    ASSERT_CELLS(&table, 0, { "text", "null" }, { "role", "null" }, { "grain", "null" }, { "readings", "ab|" });
    free_table(&table);
    stream.release(&stream);
}

static void test_refused(void **state)
{
    (void)state;
    static const char *const texts[] = { plain_text };
    claimex_batch *batch = batch_of(texts, 1);
    claimex_error error;
    struct ArrowArrayStream stream;
    assert_int_equal(claimex_batch_arrow(batch, 0, NULL, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(claimex_batch_arrow(NULL, 0, &stream, &error), CLAIMEX_BAD_ARGUMENT);
    assert_null(stream.release);
    assert_int_equal(claimex_batch_arrow(batch, CLAIMEX_UTF16 + 1, &stream, &error), CLAIMEX_BAD_ARGUMENT);
    assert_int_equal(error.status, CLAIMEX_BAD_ARGUMENT);
    claimex_batch_free(batch);
}

/* Streams of one batch are apart. */
static void test_a_new_stream_each_time(void **state)
{
    (void)state;
    static const char *const texts[] = { rich_text };
    claimex_batch *batch = batch_of(texts, 1);
    struct ArrowArrayStream first;
    assert_int_equal(claimex_batch_arrow(batch, 0, &first, NULL), CLAIMEX_OK);
    struct ArrowArrayStream second = stream_of(batch, 0);
    struct table table = next_table(&first);
    const int64_t rows = table.array.length;
    free_table(&table);
    first.release(&first);
    table = next_table(&second);
    assert_int_equal(table.array.length, rows);
    assert_null(second.get_last_error(&second));
    free_table(&table);
    second.release(&second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_lists_and_rates),
        cmocka_unit_test(test_offsets),
        cmocka_unit_test(test_no_rows),
        cmocka_unit_test(test_many_tables),
        cmocka_unit_test(test_columns_can_be_taken),
        cmocka_unit_test(test_odd_claims),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_a_new_stream_each_time),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
