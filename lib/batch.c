/* The batch: claims of many texts in one array. Threads that make one each fill an arena of their own, so that none
 * waits for another; only the claims are copied once more, to stand side by side. */
#include "batch.h"

#include "base/memory.h"
#include "base/status.h"

/* ---------------------------------------------------------------- life cycle */

claimex_batch *batch_new(const claimex_allocator *allocator, size_t n_texts, size_t n_arenas)
{
    claimex_batch *batch = memory_alloc_zero(allocator, 1, sizeof *batch);
    if (!batch)
        return NULL;
    batch->allocator = *allocator;
    atomic_init(&batch->owners, 1);
    batch->texts = memory_alloc_zero(allocator, n_texts, sizeof *batch->texts);
    batch->starts = n_texts < SIZE_MAX ? memory_alloc_zero(allocator, n_texts + 1, sizeof *batch->starts) : NULL;
    batch->arenas = memory_alloc_zero(allocator, n_arenas, sizeof *batch->arenas);
    if (!batch->texts || !batch->starts || !batch->arenas) {
        claimex_batch_free(batch);
        return NULL;
    }
    batch->n_texts = n_texts;
    batch->n_arenas = n_arenas;
    for (size_t i = 0; i < n_arenas; i++)
        arena_init(&batch->arenas[i], allocator);
    return batch;
}

bool batch_join(claimex_batch *batch)
{
    for (size_t i = 0; i < batch->n_texts; i++)
        batch->starts[i + 1] = batch->starts[i] + batch->texts[i].n_found;
    batch->n_claims = (size_t)batch->starts[batch->n_texts];
    if (batch->n_claims > SIZE_MAX / sizeof *batch->claims)
        return false;
    batch->claims = memory_alloc(&batch->allocator, batch->n_claims * sizeof *batch->claims);
    for (size_t i = 0; batch->claims && i < batch->n_texts; i++) {
        struct batch_text *text = &batch->texts[i];
        if (text->n_found)
            memcpy(batch->claims + batch->starts[i], text->found, text->n_found * sizeof *text->found);
        text->found = NULL;
    }
    return batch->claims != NULL;
}

void batch_share(claimex_batch *batch)
{
    atomic_fetch_add_explicit(&batch->owners, 1, memory_order_relaxed);
}

void claimex_batch_free(claimex_batch *batch)
{
    if (!batch || atomic_fetch_sub_explicit(&batch->owners, 1, memory_order_acq_rel) > 1)
        return;
    claimex_allocator allocator = batch->allocator;
    for (size_t i = 0; i < batch->n_arenas; i++)
        arena_free(&batch->arenas[i]);
    memory_free(&allocator, batch->arenas);
    memory_free(&allocator, batch->claims);
    memory_free(&allocator, batch->starts);
    memory_free(&allocator, batch->texts);
    memory_free(&allocator, batch);
}

/* ------------------------------------------------------------------- collect */

static bool span_fits(claimex_span span, size_t length)
{
    return span.start <= span.end && span.end <= length;
}

static bool claim_fits(const claimex_claim *claim, const claimex_document *document)
{
    size_t length = document->length, strings = document->strings_length ? document->strings_length : 1;
    return span_fits(claim->at, length) && span_fits(claim->modifier, length) && span_fits(claim->subject, length)
           && span_fits(claim->source, length) && span_fits(claim->cue, length) && span_fits(claim->sentence, length)
           && claim->unit < strings && claim->per < strings && claim->timex < strings && claim->readings < strings;
}

static bool claim_is_named(const claimex_claim *claim)
{
    return claimex_kind_name(claim->kind) && claimex_relation_name(claim->relation)
           && claimex_stance_name(claim->stance);
}

static const char *fault_of(const claimex_document *document)
{
    if ((!document->text && document->length) || (!document->claims && document->n_claims)
        || (!document->strings && document->strings_length))
        return "a pointer is NULL, its length is not 0";
    if (document->strings_length && document->strings[document->strings_length - 1])
        return "the strings do not end in NUL";
    for (size_t i = 0; i < document->n_claims; i++)
        if (!claim_fits(&document->claims[i], document))
            return "a claim has a span outside the text, or a string outside the strings";
        else if (!claim_is_named(&document->claims[i]))
            return "a claim has an unknown kind, relation or stance";
    return NULL;
}

static bool keep_slice(struct arena *arena, const char *bytes, size_t length, struct slice *kept)
{
    char *copy = arena_alloc(arena, length);
    if (!copy)
        return false;
    if (length)
        memcpy(copy, bytes, length);
    *kept = (struct slice){ copy, length };
    return true;
}

static bool keep_document(claimex_batch *batch, size_t index, const claimex_document *document)
{
    struct batch_text *text = &batch->texts[index];
    text->incomplete = document->incomplete;
    if (!document->n_claims)
        return true;
    text->found = document->claims;
    text->n_found = document->n_claims;
    return keep_slice(batch->arenas, document->text, document->length, &text->bytes)
           && keep_slice(batch->arenas, document->strings, document->strings_length, &text->strings);
}

int32_t claimex_batch_collect(const claimex_document *documents, size_t count, const claimex_allocator *allocator,
                              claimex_batch **batch, claimex_error *error)
{
    if (!batch)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "batch is NULL");
    *batch = NULL;
    if (!documents && count)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "documents is NULL, their count is not 0");
    if (allocator && (!allocator->alloc || !allocator->realloc || !allocator->free))
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "the allocator lacks a function");
    for (size_t i = 0; i < count; i++) {
        const char *fault = fault_of(&documents[i]);
        if (fault)
            return status_fail(error, CLAIMEX_BAD_ARGUMENT, i, "document %zu: %s", i, fault);
    }
    claimex_batch *made = batch_new(allocator ? allocator : &memory_default, count, 1);
    bool fine = made != NULL;
    for (size_t i = 0; fine && i < count; i++)
        fine = keep_document(made, i, &documents[i]);
    if (!fine || !batch_join(made)) {
        claimex_batch_free(made);
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a batch");
    }
    *batch = made;
    return CLAIMEX_OK;
}

/* ------------------------------------------------------------------- reading */

static const struct batch_text *text_at(const claimex_batch *batch, size_t text)
{
    return batch && text < batch->n_texts ? &batch->texts[text] : NULL;
}

const claimex_claim *claimex_batch_claims(const claimex_batch *batch, size_t *count)
{
    size_t n = batch ? batch->n_claims : 0;
    if (count)
        *count = n;
    return n ? batch->claims : NULL;
}

const uint64_t *claimex_batch_starts(const claimex_batch *batch, size_t *count)
{
    if (count)
        *count = batch ? batch->n_texts : 0;
    return batch ? batch->starts : NULL;
}

const char *claimex_batch_string(const claimex_batch *batch, size_t text, uint32_t offset)
{
    const struct batch_text *at = text_at(batch, text);
    return at && offset < at->strings.length ? at->strings.bytes + offset : "";
}

const char *claimex_batch_strings(const claimex_batch *batch, size_t text, size_t *length)
{
    const struct batch_text *at = text_at(batch, text);
    size_t n = at ? at->strings.length : 0;
    if (length)
        *length = n;
    return n ? at->strings.bytes : "";
}

uint32_t claimex_batch_incomplete(const claimex_batch *batch, size_t text)
{
    const struct batch_text *at = text_at(batch, text);
    return at ? at->incomplete : 0;
}

int32_t claimex_batch_error(const claimex_batch *batch, size_t text, claimex_error *error)
{
    const struct batch_text *at = text_at(batch, text);
    if (!at)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0,
                           batch ? "there is no such text in the batch" : "batch is NULL");
    if (!at->error)
        return CLAIMEX_OK;
    if (error)
        *error = *at->error;
    return at->error->status;
}
