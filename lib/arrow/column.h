/* Columns that grow cell by cell, in the form of the Arrow C data interface from the first one on. */
#ifndef ARROW_COLUMN_H
#define ARROW_COLUMN_H

#include "arrow/field.h"
#include "base/slice.h"
#include "claimex/arrow.h"
#include "claimex/memory.h"

struct column;

/* An empty column in *array, which says by its `release` how it is freed. False when out of memory; there is then
 * nothing to free, and `release` is NULL. */
bool column_make(struct ArrowArray *array, const struct field *field, const claimex_allocator *allocator);

/* Makes the array fit to be read; cells are added no more. */
void column_finish(struct ArrowArray *array);

/* Part i of a row or list. */
struct column *column_part(const struct ArrowArray *array, size_t i);

/* One cell more. False when out of memory; the column can then only be released. */
bool column_add_null(struct column *column);
bool column_add_int(struct column *column, int64_t value);
bool column_add_real(struct column *column, double value);
bool column_add_flag(struct column *column, bool value);
bool column_add_text(struct column *column, struct slice text); /* bytes that are not UTF-8 become a null */
bool column_add_name(struct column *column, uint8_t value);
bool column_add_item(struct column *column, struct slice text); /* to the list that column_add_list ends */
bool column_add_list(struct column *column);

/* Counts a row, whose cells were added to the parts. */
void column_add_row(struct ArrowArray *array);

#endif
