/* Making an engine: everything that is worked out once and then only read. */
#include "engine.h"

#include "base/memory.h"
#include "base/options.h"
#include "base/status.h"
#include "lexicon/built_in.h"
#include "recognizers/recognizer.h"

void claimex_engine_options_init(claimex_engine_options *options, size_t size)
{
    claimex_engine_options defaults = CLAIMEX_ENGINE_OPTIONS_INIT;
    options_init(options, size, &defaults, sizeof defaults);
}

static int32_t check_options(const claimex_engine_options *ours, claimex_error *error)
{
    if (ours->flags & ~CLAIMEX_ENGINE_NO_JIT)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "engine_options.flags has unknown bits");
    if (!ours->extra_words && ours->extra_words_length)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "engine_options.extra_words is NULL, its length is not 0");
    const claimex_allocator *allocator = ours->allocator;
    if (allocator && (!allocator->alloc || !allocator->realloc || !allocator->free))
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "engine_options.allocator lacks a function");
    return CLAIMEX_OK;
}

static int32_t check_language(const char *language, claimex_error *error)
{
    if (!language || strcmp(language, "en") == 0 || strncmp(language, "en-", 3) == 0)
        return CLAIMEX_OK;
    return status_fail(error, CLAIMEX_UNKNOWN_LANGUAGE, 0, "no words for language \"%.20s\"; there is: en", language);
}

static int32_t load_words(claimex_engine *engine, const claimex_engine_options *options, claimex_error *error)
{
    if (!options->extra_words_length) {
        lexicon_init(&engine->lexicon, &lexicon_built_in, NULL);
        return CLAIMEX_OK;
    }
    struct slice lines = { options->extra_words, options->extra_words_length };
    int32_t status = build_init(&engine->extra, &engine->allocator, error);
    if (!status)
        status = build_add(&engine->extra, "extra_words", lines, error);
    if (!status)
        status = build_finish(&engine->extra, &engine->extra_tables, error);
    lexicon_init(&engine->lexicon, &lexicon_built_in, status ? NULL : &engine->extra_tables);
    return status;
}

static int32_t fill(claimex_engine *engine, const claimex_engine_options *options, claimex_error *error)
{
    int32_t status = load_words(engine, options, error);
    if (!status)
        status = letters_init(&engine->quantity, &engine->lexicon, CLASS_QUANTITY, &engine->allocator, error);
    if (!status)
        status = pattern_set_new(recognizer_patterns, recognizer_n_patterns, recognizer_shapes, recognizer_n_shapes,
                                 &engine->quantity.alphabet, !(options->flags & CLAIMEX_ENGINE_NO_JIT),
                                 &engine->allocator, &engine->recognizers, error);
    if (!status)
        status = grammar_init(&engine->grammar, &engine->lexicon, !(options->flags & CLAIMEX_ENGINE_NO_JIT),
                              &engine->allocator, error);
    return status;
}

int32_t claimex_engine_new(const claimex_engine_options *options, claimex_engine **engine, claimex_error *error)
{
    claimex_engine_options ours = CLAIMEX_ENGINE_OPTIONS_INIT;
    if (!engine)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "engine is NULL");
    *engine = NULL;
    int32_t status = options_read(&ours, sizeof ours, options, "engine_options", error);
    if (!status)
        status = check_options(&ours, error);
    if (!status)
        status = check_language(ours.language, error);
    if (status)
        return status;
    const claimex_allocator *allocator = ours.allocator ? ours.allocator : &memory_default;
    claimex_engine *made = memory_alloc_zero(allocator, 1, sizeof *made);
    if (!made)
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for an engine");
    made->allocator = *allocator;
    made->extra.allocator = &made->allocator;
    status = fill(made, &ours, error);
    if (status)
        claimex_engine_free(made);
    else
        *engine = made;
    return status;
}

void claimex_engine_free(claimex_engine *engine)
{
    if (!engine)
        return;
    claimex_allocator allocator = engine->allocator;
    pattern_set_free(engine->recognizers);
    grammar_free(&engine->grammar, &engine->allocator);
    letters_free(&engine->quantity, &engine->allocator);
    build_free(&engine->extra);
    memory_free(&allocator, engine);
}

int claimex_engine_has_jit(const claimex_engine *engine)
{
    return engine && pattern_set_has_jit(engine->recognizers);
}
