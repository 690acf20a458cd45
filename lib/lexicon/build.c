/* The same code makes the built-in tables (at build time, in make_tables.c) and those of a caller's extra words. */
#include "lexicon/build.h"

#include "base/status.h"
#include "lexicon/build_parts.h"

int32_t build_no_memory(claimex_error *error)
{
    return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory while reading words");
}

int32_t build_init(struct build *build, const claimex_allocator *allocator, claimex_error *error)
{
    memset(build, 0, sizeof *build);
    build->allocator = allocator;
    char *empty = array_push(&build->pool, allocator);
    if (!empty)
        return build_no_memory(error);
    *empty = 0;
    return CLAIMEX_OK;
}

void build_free(struct build *build)
{
    array_free(&build->lines, build->allocator);
    array_free(&build->pool, build->allocator);
    array_free(&build->entries, build->allocator);
    array_free(&build->forms, build->allocator);
    array_free(&build->readings, build->allocator);
    array_free(&build->phrases, build->allocator);
    array_free(&build->slots, build->allocator);
    array_free(&build->steps, build->allocator);
}

int32_t build_finish(struct build *build, struct lexicon_tables *tables, claimex_error *error)
{
    bool crowded = false, clash = false;
    if (!build_entries(build, &crowded) || !build_phrases(build) || !build_slots(build, &clash))
        return build_no_memory(error);
    if (crowded)
        return status_fail(error, CLAIMEX_BAD_LEXICON, 0, "a word has more than %u lines", (unsigned)BUILD_MOST_LINES);
    if (clash)
        return status_fail(error, CLAIMEX_BAD_LEXICON, 0, "words that are too alike in their hashes");
    *tables = (struct lexicon_tables){
        .pool = build->pool.items,
        .entries = build->entries.items,
        .forms = build->forms.items,
        .readings = build->readings.items,
        .phrases = build->phrases.items,
        .slots = build->slots.items,
        .steps = build->steps.items,
        .slot_mask = (uint32_t)build->slots.count - 1,
        .step_shift = build->step_shift,
        .n_entries = (uint32_t)build->entries.count,
        .n_forms = (uint32_t)build->forms.count,
        .n_readings = (uint32_t)build->readings.count,
        .n_phrases = (uint32_t)build->phrases.count,
        .pool_length = (uint32_t)build->pool.count,
    };
    return CLAIMEX_OK;
}
