/* The group fixture of test programs that scan: one engine, one result. */
#ifndef TESTS_FIXTURE_H
#define TESTS_FIXTURE_H

#include "engine.h"

static claimex_engine *engine;
static claimex_result *result;

static int start(void **state)
{
    (void)state;
    engine = test_engine_new();
    return engine != NULL && claimex_result_new(engine, &result, NULL) == CLAIMEX_OK ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    claimex_result_free(result);
    claimex_engine_free(engine);
    return 0;
}

#endif
