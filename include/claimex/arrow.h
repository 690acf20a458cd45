/* A batch of claims as a table that pyarrow, polars, DuckDB and others read without a copy: the Arrow C stream
 * interface. There is nothing to link with. */
#ifndef CLAIMEX_ARROW_H
#define CLAIMEX_ARROW_H

#include <stdint.h>

#include "claimex/batch.h"
#include "claimex/export.h"
#include "claimex/status.h"

CLAIMEX_BEGIN_DECLS

/* ------------------------------------------------------------------ structs */

/* As https://arrow.apache.org/docs/format/CDataInterface.html has them, guards and all: whoever comes first defines
 * them. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/* The type of a column. */
struct ArrowSchema {
    const char *format;
    const char *name;
    const char *metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema **children;
    struct ArrowSchema *dictionary;
    void (*release)(struct ArrowSchema *);
    void *private_data;
};

/* The cells of a column. */
struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void **buffers;
    struct ArrowArray **children;
    struct ArrowArray *dictionary;
    void (*release)(struct ArrowArray *);
    void *private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

/* Tables of the same columns, one after the other. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream *, struct ArrowSchema *out);
    int (*get_next)(struct ArrowArrayStream *, struct ArrowArray *out);
    const char *(*get_last_error)(struct ArrowArrayStream *);
    void (*release)(struct ArrowArrayStream *);
    void *private_data;
};

#endif

/* ------------------------------------------------------------------- stream */

/* What the starts and ends of a table count. */
enum claimex_offsets {
    CLAIMEX_BYTES = 0,       /* bytes of UTF-8, as in claimex_span */
    CLAIMEX_CODE_POINTS = 1, /* what a Python str is indexed with */
    CLAIMEX_UTF16 = 2        /* what strings of JavaScript and Java are indexed with */
};

/* Makes *stream a table of the batch, one row a claim; the caller, or whoever it
 * hands it to, calls its `release`. A text that was refused has no rows. The
 * columns, null where the claim has nothing to say:
 *
 *     doc, claim                     int64     index of the text, and of the claim in it (what time, same_as count)
 *     kind                           name      of enum claimex_kind
 *     start, end, text               int64 ×2, string
 *     value, low, high, of, per_amount          double, the nearest to the decimal
 *     value_exact, low_exact, …      string    the decimal itself, as claimex_decimal_text has it
 *     relation                       name
 *     unit, per, timex               string
 *     readings                       list of strings
 *     grain, change, role, stance    name
 *     begins, ends                   string    ISO 8601, as claimex_moment_text has it
 *     modifier, modifier_start, modifier_end    string, int64 ×2; and so for subject, source, cue
 *     sentence_start, sentence_end   int64
 *     quoted, inexact                bool
 *     time, same_as                  int64
 *
 * Columns may be added at the end. Strings are large (64-bit offsets), names are
 * a dictionary of int8. Rows come in tables of some ten thousand, at least one,
 * made when they are asked for; the stream owns what it needs, so that the batch
 * may be freed before. `offsets` is one of enum claimex_offsets and holds for all columns
 * that count places in a text.
 *
 * Fails with NO_MEMORY or BAD_ARGUMENT; stream->release is then NULL. Later the
 * stream itself fails with ENOMEM and a message, and can be asked again. Memory
 * is that of the engine's allocator, which must serve until everything is
 * released. Any thread; the stream and each table belong to one thread at a
 * time, and may be released by another one. */
CLAIMEX_API int32_t claimex_batch_arrow(const claimex_batch *batch, uint32_t offsets, struct ArrowArrayStream *stream,
                                        claimex_error *error);

CLAIMEX_END_DECLS

#endif
