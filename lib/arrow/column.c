/* A column is the private data of its array. The array can be released at any time, half filled too, so that a table
 * that ran out of memory takes one call to clear away. */
#include "arrow/column.h"

#include "base/array.h"
#include "text/utf8.h"

struct column {
    claimex_allocator allocator;
    enum field_type type;
    int64_t length;
    int64_t nulls;
    ARRAY(uint8_t) valid; /* a bit a cell */
    ARRAY(uint8_t) data;  /* the cells; of a text its bytes */
    ARRAY(int64_t) ends;  /* of texts and lists: 0, then where each one ends */
    const void *buffers[3];
    size_t n_parts;
    struct ArrowArray *parts;
    struct ArrowArray **pointers; /* to them */
    struct ArrowArray dictionary;
};

/* ---------------------------------------------------------------- life cycle */

static void release(struct ArrowArray *array)
{
    struct column *column = array->private_data;
    claimex_allocator allocator = column->allocator;
    for (size_t i = 0; i < column->n_parts; i++)
        if (column->parts[i].release)
            column->parts[i].release(&column->parts[i]);
    if (column->dictionary.release)
        column->dictionary.release(&column->dictionary);
    array_free(&column->valid, &allocator);
    array_free(&column->data, &allocator);
    array_free(&column->ends, &allocator);
    memory_free(&allocator, column->parts);
    memory_free(&allocator, column->pointers);
    memory_free(&allocator, column);
    array->release = NULL;
}

static bool make_parts(struct column *column, const struct field *field)
{
    if (!field->n_parts)
        return true;
    column->parts = memory_alloc_zero(&column->allocator, field->n_parts, sizeof *column->parts);
    column->pointers = memory_alloc_zero(&column->allocator, field->n_parts, sizeof *column->pointers);
    if (!column->parts || !column->pointers)
        return false;
    column->n_parts = field->n_parts;
    for (size_t i = 0; i < field->n_parts; i++) {
        column->pointers[i] = &column->parts[i];
        if (!column_make(&column->parts[i], &field->parts[i], &column->allocator))
            return false;
    }
    return true;
}

static bool make_dictionary(struct column *column, const char *(*name_of)(uint8_t))
{
    if (!column_make(&column->dictionary, &field_dictionary, &column->allocator))
        return false;
    for (uint8_t i = 0; name_of(i); i++)
        if (!column_add_text(column->dictionary.private_data, slice_of(name_of(i))))
            return false;
    return true;
}

static bool has_ends(enum field_type type)
{
    return type == FIELD_TEXT || type == FIELD_TEXTS;
}

static bool end_here(struct column *column, size_t end)
{
    int64_t *place = array_push(&column->ends, &column->allocator);
    if (place)
        *place = (int64_t)end;
    return place != NULL;
}

bool column_make(struct ArrowArray *array, const struct field *field, const claimex_allocator *allocator)
{
    *array = (struct ArrowArray){ 0 };
    struct column *column = memory_alloc_zero(allocator, 1, sizeof *column);
    if (!column)
        return false;
    column->allocator = *allocator;
    column->type = field->type;
    array->private_data = column;
    array->release = release;
    bool fine = make_parts(column, field) && (field->type != FIELD_NAME || make_dictionary(column, field->name_of))
                && (!has_ends(field->type) || end_here(column, 0));
    if (!fine)
        release(array);
    return fine;
}

/* Readers want a buffer even where there are no cells. */
static const void *bytes_of(const struct column *column)
{
    return column->data.items ? (const void *)column->data.items : (const void *)column->buffers;
}

void column_finish(struct ArrowArray *array)
{
    struct column *column = array->private_data;
    for (size_t i = 0; i < column->n_parts; i++)
        column_finish(&column->parts[i]);
    if (column->dictionary.release)
        column_finish(&column->dictionary);
    column->buffers[0] = column->nulls ? column->valid.items : NULL;
    column->buffers[1] = has_ends(column->type) ? (const void *)column->ends.items : bytes_of(column);
    column->buffers[2] = bytes_of(column);
    array->length = column->length;
    array->null_count = column->nulls;
    array->n_buffers = column->type == FIELD_ROW ? 1 : column->type == FIELD_TEXT ? 3 : 2;
    array->buffers = column->buffers;
    array->n_children = (int64_t)column->n_parts;
    array->children = column->pointers;
    array->dictionary = column->dictionary.release ? &column->dictionary : NULL;
}

struct column *column_part(const struct ArrowArray *array, size_t i)
{
    const struct column *column = array->private_data;
    return column->parts[i].private_data;
}

/* --------------------------------------------------------------------- cells */

static bool add_bit(struct column *column, uint8_t *bytes, bool bit)
{
    bytes[column->length / 8] |= (uint8_t)(bit << (column->length % 8));
    return true;
}

/* Counts a cell, last of all. */
static bool count(struct column *column, bool valid)
{
    if (column->length % 8 == 0) {
        uint8_t *byte = array_push(&column->valid, &column->allocator);
        if (!byte)
            return false;
        *byte = 0;
    }
    add_bit(column, column->valid.items, valid);
    column->length++;
    column->nulls += !valid;
    return true;
}

static bool add_bytes(struct column *column, const void *bytes, size_t length)
{
    if (!array_reserve(&column->data, length, &column->allocator))
        return false;
    if (length)
        memcpy(column->data.items + column->data.count, bytes, length);
    column->data.count += length;
    return true;
}

static bool add_flag(struct column *column, bool value)
{
    uint8_t none = 0;
    return (column->length % 8 || add_bytes(column, &none, 1)) && add_bit(column, column->data.items, value);
}

bool column_add_null(struct column *column)
{
    static const char zero[8];
    bool fine = true;
    if (column->type == FIELD_FLAG)
        fine = add_flag(column, false);
    else if (has_ends(column->type))
        fine = end_here(column, (size_t)column->ends.items[column->length]);
    else
        fine = add_bytes(column, zero, column->type == FIELD_NAME ? 1 : 8);
    return fine && count(column, false);
}

bool column_add_int(struct column *column, int64_t value)
{
    return add_bytes(column, &value, sizeof value) && count(column, true);
}

bool column_add_real(struct column *column, double value)
{
    return add_bytes(column, &value, sizeof value) && count(column, true);
}

bool column_add_flag(struct column *column, bool value)
{
    return add_flag(column, value) && count(column, true);
}

bool column_add_text(struct column *column, struct slice text)
{
    if (utf8_valid_length(text.bytes, text.length) < text.length)
        return column_add_null(column);
    return add_bytes(column, text.bytes, text.length) && end_here(column, column->data.count) && count(column, true);
}

bool column_add_name(struct column *column, uint8_t value)
{
    const struct column *names = column->dictionary.private_data;
    if (value >= names->length)
        return column_add_null(column);
    return add_bytes(column, &value, sizeof value) && count(column, true);
}

bool column_add_item(struct column *column, struct slice text)
{
    return column_add_text(column->parts->private_data, text);
}

bool column_add_list(struct column *column)
{
    const struct column *items = column->parts->private_data;
    return end_here(column, (size_t)items->length) && count(column, true);
}

void column_add_row(struct ArrowArray *array)
{
    struct column *column = array->private_data;
    column->length++;
}
