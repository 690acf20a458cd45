/* What each column of the Arrow table holds: a claim is written cell by cell, in the order of the fields below. */
#include "rows.h"

#include "arrow/column.h"

#define MOST_ROWS 16384
#define MOST_BYTES ((size_t)16 * 1024 * 1024) /* of the slices of the texts, which claims may share */

/* ------------------------------------------------------------------- columns */

static const struct field reading = { "item", FIELD_TEXT, false, NULL, 0, NULL };

#define ALWAYS(name, type) { name, type, false, NULL, 0, NULL }
#define MAYBE(name, type) { name, type, true, NULL, 0, NULL }
#define NAME(name, nullable, name_of) { name, FIELD_NAME, nullable, NULL, 0, name_of }
#define SPAN(name) MAYBE(name, FIELD_TEXT), MAYBE(name "_start", FIELD_INT), MAYBE(name "_end", FIELD_INT)

static const struct field columns[] = {
    ALWAYS("doc", FIELD_INT),
    ALWAYS("claim", FIELD_INT),
    NAME("kind", false, claimex_kind_name),
    ALWAYS("start", FIELD_INT),
    ALWAYS("end", FIELD_INT),
    MAYBE("text", FIELD_TEXT),
    MAYBE("value", FIELD_REAL),
    MAYBE("low", FIELD_REAL),
    MAYBE("high", FIELD_REAL),
    MAYBE("of", FIELD_REAL),
    MAYBE("per_amount", FIELD_REAL),
    MAYBE("value_exact", FIELD_TEXT),
    MAYBE("low_exact", FIELD_TEXT),
    MAYBE("high_exact", FIELD_TEXT),
    MAYBE("of_exact", FIELD_TEXT),
    MAYBE("per_amount_exact", FIELD_TEXT),
    NAME("relation", false, claimex_relation_name),
    MAYBE("unit", FIELD_TEXT),
    MAYBE("per", FIELD_TEXT),
    MAYBE("timex", FIELD_TEXT),
    { "readings", FIELD_TEXTS, true, &reading, 1, NULL },
    NAME("grain", true, claimex_grain_name),
    NAME("change", true, claimex_change_name),
    NAME("role", true, claimex_role_name),
    NAME("stance", false, claimex_stance_name),
    MAYBE("begins", FIELD_TEXT),
    MAYBE("ends", FIELD_TEXT),
    SPAN("modifier"),
    SPAN("subject"),
    SPAN("source"),
    SPAN("cue"),
    MAYBE("sentence_start", FIELD_INT),
    MAYBE("sentence_end", FIELD_INT),
    ALWAYS("quoted", FIELD_FLAG),
    ALWAYS("inexact", FIELD_FLAG),
    MAYBE("time", FIELD_INT),
    MAYBE("same_as", FIELD_INT),
};

const struct field rows_field = { "", FIELD_ROW, false, columns, sizeof columns / sizeof *columns, NULL };

/* --------------------------------------------------------------------- cells */

struct rows {
    struct ArrowArray *array;
    size_t next; /* the column of the next cell */
    const struct batch_text *text;
    struct units *units;
    size_t n_bytes;
};

static struct column *next_column(struct rows *rows)
{
    return column_part(rows->array, rows->next++);
}

static bool add_int(struct rows *rows, bool present, uint64_t value)
{
    struct column *column = next_column(rows);
    return present ? column_add_int(column, (int64_t)value) : column_add_null(column);
}

/* An index; -1 for none. */
static bool add_link(struct rows *rows, int32_t index)
{
    return add_int(rows, index >= 0, (uint64_t)index);
}

/* A value of an enum in which 0 may be "none". */
static bool add_name(struct rows *rows, bool present, uint8_t value)
{
    struct column *column = next_column(rows);
    return present ? column_add_name(column, value) : column_add_null(column);
}

static bool add_written(struct rows *rows, const char *text, size_t length)
{
    struct column *column = next_column(rows);
    return length ? column_add_text(column, (struct slice){ text, length }) : column_add_null(column);
}

static bool add_real(struct rows *rows, claimex_decimal number)
{
    struct column *column = next_column(rows);
    bool present = (number.flags & CLAIMEX_DECIMAL_PRESENT) != 0;
    return present ? column_add_real(column, claimex_decimal_double(number)) : column_add_null(column);
}

static bool add_exact(struct rows *rows, claimex_decimal number)
{
    char text[CLAIMEX_DECIMAL_TEXT_SIZE];
    return add_written(rows, text, claimex_decimal_text(number, text));
}

static bool add_moment(struct rows *rows, claimex_moment moment)
{
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    return add_written(rows, text, claimex_moment_text(moment, text));
}

static struct slice string_at(const struct rows *rows, size_t offset)
{
    struct slice strings = rows->text->strings;
    return offset < strings.length ? slice_of(strings.bytes + offset) : (struct slice){ "", 0 };
}

static bool add_string(struct rows *rows, uint32_t offset)
{
    struct slice string = string_at(rows, offset);
    return add_written(rows, string.bytes, string.length);
}

static bool add_readings(struct rows *rows, uint32_t offset)
{
    struct column *column = next_column(rows);
    struct slice string = string_at(rows, offset);
    if (!string.length)
        return column_add_null(column);
    for (size_t at = offset; string.length; string = string_at(rows, at)) {
        if (!column_add_item(column, string))
            return false;
        at += string.length + 1;
    }
    return column_add_list(column);
}

static bool add_text(struct rows *rows, claimex_span span)
{
    size_t length = span.end - span.start;
    rows->n_bytes += length;
    return add_written(rows, rows->text->bytes.bytes + span.start, length);
}

static bool add_ends(struct rows *rows, claimex_span span)
{
    bool present = span.start < span.end;
    return add_int(rows, present, units_at(rows->units, span.start))
           && add_int(rows, present, units_at(rows->units, span.end));
}

static bool add_span(struct rows *rows, claimex_span span)
{
    return add_text(rows, span) && add_ends(rows, span);
}

/* ---------------------------------------------------------------------- rows */

static bool add_numbers(struct rows *rows, const claimex_claim *claim)
{
    return add_real(rows, claim->value) && add_real(rows, claim->low) && add_real(rows, claim->high)
           && add_real(rows, claim->of) && add_real(rows, claim->per_amount) && add_exact(rows, claim->value)
           && add_exact(rows, claim->low) && add_exact(rows, claim->high) && add_exact(rows, claim->of)
           && add_exact(rows, claim->per_amount);
}

static bool add_words(struct rows *rows, const claimex_claim *claim)
{
    return add_name(rows, true, claim->relation) && add_string(rows, claim->unit) && add_string(rows, claim->per)
           && add_string(rows, claim->timex) && add_readings(rows, claim->readings)
           && add_name(rows, claim->grain != CLAIMEX_GRAIN_NONE, claim->grain)
           && add_name(rows, claim->change != CLAIMEX_CHANGE_NONE, claim->change)
           && add_name(rows, claim->role != CLAIMEX_ROLE_NONE, claim->role) && add_name(rows, true, claim->stance)
           && add_moment(rows, claim->begins) && add_moment(rows, claim->ends);
}

static bool add_context(struct rows *rows, const claimex_claim *claim)
{
    return add_span(rows, claim->modifier) && add_span(rows, claim->subject) && add_span(rows, claim->source)
           && add_span(rows, claim->cue) && add_ends(rows, claim->sentence)
           && column_add_flag(next_column(rows), (claim->flags & CLAIMEX_QUOTED) != 0)
           && column_add_flag(next_column(rows), (claim->flags & CLAIMEX_INEXACT) != 0) && add_link(rows, claim->time)
           && add_link(rows, claim->same_as);
}

static bool add_row(struct rows *rows, size_t text, uint64_t index, const claimex_claim *claim)
{
    rows->next = 0;
    bool fine = add_int(rows, true, text) && add_int(rows, true, index) && add_name(rows, true, claim->kind)
                && add_int(rows, true, units_at(rows->units, claim->at.start))
                && add_int(rows, true, units_at(rows->units, claim->at.end)) && add_text(rows, claim->at)
                && add_numbers(rows, claim) && add_words(rows, claim) && add_context(rows, claim);
    if (fine)
        column_add_row(rows->array);
    return fine;
}

/* Rows of the text at *place, as long as the table may grow. */
static bool add_rows(struct rows *rows, const claimex_batch *batch, struct rows_place *place, size_t *n_rows)
{
    uint64_t first = batch->starts[place->text], end = batch->starts[place->text + 1];
    rows->text = &batch->texts[place->text];
    if (!units_read(rows->units, rows->text->bytes, &batch->allocator))
        return false;
    while (place->claim < end && *n_rows < MOST_ROWS && rows->n_bytes < MOST_BYTES) {
        if (!add_row(rows, place->text, place->claim - first, &batch->claims[place->claim]))
            return false;
        place->claim++;
        ++*n_rows;
    }
    place->text += place->claim == end;
    return true;
}

bool rows_make(struct ArrowArray *array, const claimex_batch *batch, struct rows_place *place, struct units *units)
{
    struct rows_place at = *place;
    struct rows rows = { .array = array, .units = units };
    size_t n_rows = 0;
    *array = (struct ArrowArray){ 0 };
    if (at.begun && at.claim == batch->n_claims)
        return true;
    bool fine = column_make(array, &rows_field, &batch->allocator);
    while (fine && at.claim < batch->n_claims && n_rows < MOST_ROWS && rows.n_bytes < MOST_BYTES)
        fine = add_rows(&rows, batch, &at, &n_rows);
    if (!fine && array->release)
        array->release(array);
    if (!fine)
        return false;
    column_finish(array);
    at.begun = true;
    *place = at;
    return true;
}
