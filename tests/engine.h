/* The engine of every test program. CLAIMEX_TEST_NO_JIT in the environment makes it interpret its patterns, so that
 * the whole suite can be run again that way. */
#ifndef TESTS_ENGINE_H
#define TESTS_ENGINE_H

#include <stdio.h>
#include <stdlib.h>

#include "claimex.h"

static inline claimex_engine_options test_engine_options(void)
{
    claimex_engine_options options = CLAIMEX_ENGINE_OPTIONS_INIT;
    if (getenv("CLAIMEX_TEST_NO_JIT") != NULL) {
        options.flags |= CLAIMEX_ENGINE_NO_JIT;
    }
    return options;
}

/* NULL, with the reason on stderr, when there is no engine. */
static inline claimex_engine *test_engine_new(void)
{
    const claimex_engine_options options = test_engine_options();
    claimex_engine *engine = NULL;
    claimex_error error;
    if (claimex_engine_new(&options, &engine, &error) != CLAIMEX_OK) {
        fprintf(stderr, "claimex_engine_new: %s: %s\n", claimex_status_name(error.status), error.message);
        return NULL;
    }
    return engine;
}

#endif
