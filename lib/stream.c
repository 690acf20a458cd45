/* A batch as an Arrow stream: tables are made one at a time, when they are asked for, and belong to who asked. */
#include <errno.h>

#include "arrow/schema.h"
#include "base/memory.h"
#include "base/status.h"
#include "rows.h"

struct stream {
    claimex_batch *batch; /* one of its owners */
    struct rows_place place;
    struct units units;
    const char *fault;
};

static int answer(struct stream *stream, bool fine)
{
    stream->fault = fine ? NULL : "out of memory for a table of claims";
    return fine ? 0 : ENOMEM;
}

static int get_schema(struct ArrowArrayStream *arrow, struct ArrowSchema *schema)
{
    struct stream *stream = arrow->private_data;
    return answer(stream, schema_make(schema, &rows_field, &stream->batch->allocator));
}

static int get_next(struct ArrowArrayStream *arrow, struct ArrowArray *array)
{
    struct stream *stream = arrow->private_data;
    return answer(stream, rows_make(array, stream->batch, &stream->place, &stream->units));
}

static const char *get_last_error(struct ArrowArrayStream *arrow)
{
    const struct stream *stream = arrow->private_data;
    return stream->fault;
}

static void release(struct ArrowArrayStream *arrow)
{
    struct stream *stream = arrow->private_data;
    claimex_batch *batch = stream->batch;
    claimex_allocator allocator = batch->allocator;
    units_free(&stream->units, &allocator);
    memory_free(&allocator, stream);
    claimex_batch_free(batch);
    arrow->release = NULL;
}

static int32_t check_arguments(const claimex_batch *batch, uint32_t offsets, claimex_error *error)
{
    if (!batch)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "batch is NULL");
    if (offsets > CLAIMEX_UTF16)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "offsets is not one of enum claimex_offsets");
    return CLAIMEX_OK;
}

int32_t claimex_batch_arrow(const claimex_batch *batch, uint32_t offsets, struct ArrowArrayStream *arrow,
                            claimex_error *error)
{
    static const enum unit units[] = {
        [CLAIMEX_BYTES] = UNIT_BYTE, [CLAIMEX_CODE_POINTS] = UNIT_CODE_POINT, [CLAIMEX_UTF16] = UNIT_UTF16
    };
    if (!arrow)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "stream is NULL");
    *arrow = (struct ArrowArrayStream){ 0 };
    int32_t status = check_arguments(batch, offsets, error);
    if (status)
        return status;
    struct stream *stream = memory_alloc_zero(&batch->allocator, 1, sizeof *stream);
    if (!stream)
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a stream");
    stream->batch = (claimex_batch *)batch; /* what is shared is counted; nothing else of it changes */
    stream->units.unit = units[offsets];
    batch_share(stream->batch);
    *arrow = (struct ArrowArrayStream){ get_schema, get_next, get_last_error, release, stream };
    return CLAIMEX_OK;
}
