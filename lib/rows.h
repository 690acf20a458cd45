/* Claims as rows of a table. */
#ifndef ROWS_H
#define ROWS_H

#include "arrow/field.h"
#include "batch.h"
#include "claimex/arrow.h"
#include "text/units.h"

/* The columns, in their order. */
extern const struct field rows_field;

/* The next claim of a batch to be written. */
struct rows_place {
    size_t text;
    uint64_t claim; /* in the array of all */
    bool begun;     /* there was a table; a batch without claims has one without rows */
};

/* Makes in *array the table of the next rows and moves *place behind them; there are none left when array->release is
 * NULL. False when out of memory; *place is then as it was. */
bool rows_make(struct ArrowArray *array, const claimex_batch *batch, struct rows_place *place, struct units *units);

#endif
