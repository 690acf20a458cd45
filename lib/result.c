/* The result: who owns the claims of a scan. */
#include "result.h"

#include "base/memory.h"
#include "base/status.h"

static const claimex_allocator *allocator_of(const claimex_result *result)
{
    return &result->engine->allocator;
}

int32_t claimex_result_new(const claimex_engine *engine, claimex_result **result, claimex_error *error)
{
    if (!result)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "result is NULL");
    *result = NULL;
    if (!engine)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "engine is NULL");
    claimex_result *made = memory_alloc_zero(&engine->allocator, 1, sizeof *made);
    if (!made)
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a result");
    made->engine = engine;
    made->tokens.allocator = &engine->allocator;
    made->tokens.lexicon = &engine->lexicon;
    made->tokens.memo = &made->memo;
    made->context.allocator = &engine->allocator;
    made->context.grammar = &engine->grammar;
    int32_t status = matcher_new(&engine->allocator, &made->matcher, error);
    made->context.matcher = made->matcher;
    made->finder.patterns = engine->recognizers;
    made->finder.matcher = made->matcher;
    made->finder.allocator = &engine->allocator;
    if (!status && !result_reset(made))
        status = status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a result");
    if (status)
        claimex_result_free(made);
    else
        *result = made;
    return status;
}

void claimex_result_free(claimex_result *result)
{
    if (!result)
        return;
    const claimex_allocator *allocator = allocator_of(result);
    array_free(&result->claims, allocator);
    array_free(&result->counted, allocator);
    array_free(&result->strings, allocator);
    array_free(&result->cuts, allocator);
    array_free(&result->tokens.token, allocator);
    array_free(&result->tokens.numbers, allocator);
    array_free(&result->letters, allocator);
    array_free(&result->finder.places, allocator);
    array_free(&result->candidates, allocator);
    array_free(&result->order, allocator);
    array_free(&result->owner, allocator);
    plain_free(&result->characters, allocator);
    plain_free(&result->lines, allocator);
    matcher_free(result->matcher);
    context_free(&result->context);
    memory_free(allocator, result);
}

uint32_t result_given(const claimex_result *result, uint32_t at)
{
    return plain_given(&result->characters, plain_given(&result->lines, at));
}

uint32_t result_given_end(const claimex_result *result, uint32_t at)
{
    return plain_given_end(&result->characters, plain_given_end(&result->lines, at));
}

bool result_reset(claimex_result *result)
{
    result->claims.count = result->counted.count = result->strings.count = 0;
    result->last.readings = NULL;
    result->incomplete = 0;
    matcher_reset(result->matcher);
    context_reset(&result->context);
    char *empty = array_push(&result->strings, allocator_of(result));
    if (empty)
        *empty = 0;
    result_show(result);
    return empty != NULL;
}

void result_show(claimex_result *result)
{
    size_t n = result->claims.count;
    result->view = (claimex_view){
        .claims = n ? result->claims.items : NULL,
        .n_claims = n,
        .strings = result->strings.items,
        .strings_length = result->strings.count,
        .incomplete = result->incomplete,
    };
}

bool result_keep(claimex_result *result, struct slice text, uint32_t *offset)
{
    *offset = 0;
    if (!text.length)
        return true;
    if (!array_reserve(&result->strings, text.length + 1, allocator_of(result)))
        return false;
    *offset = (uint32_t)result->strings.count;
    memcpy(result->strings.items + *offset, text.bytes, text.length);
    result->strings.items[*offset + text.length] = 0;
    result->strings.count += text.length + 1;
    return true;
}

bool result_keep_unit(claimex_result *result, struct slice above, struct slice below, uint32_t *offset)
{
    uint32_t unused;
    if (!result_keep(result, above, offset) || !below.length)
        return *offset || !above.length;
    result->strings.items[result->strings.count - 1] = '/'; /* in place of the NUL */
    return result_keep(result, below, &unused);
}

static struct slice next_reading(struct slice *rest)
{
    struct slice head = *rest;
    const char *bar = memchr(rest->bytes, '|', rest->length);
    head.length = bar ? (size_t)(bar - rest->bytes) : rest->length;
    size_t skip = head.length + (bar != NULL);
    *rest = (struct slice){ rest->bytes + skip, rest->length - skip };
    return head;
}

bool result_keep_readings(claimex_result *result, struct slice readings, struct slice first, struct slice below,
                          uint32_t *offset)
{
    *offset = 0;
    if (!readings.length)
        return true;
    if (!result_keep_unit(result, first, below, offset))
        return false;
    for (uint32_t unused; readings.length;) {
        struct slice reading = next_reading(&readings);
        if (!slice_equal(reading, first) && !result_keep_unit(result, reading, below, &unused))
            return false;
    }
    char *end = array_push(&result->strings, allocator_of(result));
    if (end)
        *end = 0;
    return end != NULL;
}

bool result_keep_readings_once(claimex_result *result, struct slice readings, struct slice first, uint32_t *offset)
{
    bool again = readings.length && readings.bytes == result->last.readings && first.bytes == result->last.first;
    *offset = result->last.offset;
    if (again)
        return true;
    if (!result_keep_readings(result, readings, first, slice_of(""), offset))
        return false;
    if (readings.length) {
        result->last.readings = readings.bytes;
        result->last.first = first.bytes;
        result->last.offset = *offset;
    }
    return true;
}

const claimex_claim *claimex_result_claims(const claimex_result *result, size_t *count)
{
    size_t n = result ? result->claims.count : 0;
    if (count)
        *count = n;
    return n ? result->claims.items : NULL;
}

const char *claimex_result_string(const claimex_result *result, uint32_t offset)
{
    return result && offset < result->strings.count ? result->strings.items + offset : "";
}

const char *claimex_result_strings(const claimex_result *result, size_t *length)
{
    if (length)
        *length = result ? result->strings.count : 0;
    return result ? result->strings.items : "";
}

uint32_t claimex_result_incomplete(const claimex_result *result)
{
    return result ? result->incomplete : 0;
}

const claimex_view *claimex_result_view(const claimex_result *result)
{
    return result ? &result->view : NULL;
}
