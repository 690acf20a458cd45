/* The second shared library: what it uses of claimex does not show in what it offers. */
#include "plugin.h"

#include <string.h>

#include <claimex.h>

static int count(claimex_engine *engine, const char *text)
{
    claimex_result *result = NULL;
    size_t n = 0;
    int32_t status = claimex_result_new(engine, &result, NULL);
    if (status == CLAIMEX_OK) {
        status = claimex_scan(engine, result, text, strlen(text), NULL, NULL);
    }
    claimex_result_claims(result, &n);
    claimex_result_free(result);
    return status == CLAIMEX_OK ? (int)n : -1;
}

int plugin_count(const char *text)
{
    claimex_engine *engine = NULL;
    int n = claimex_engine_new(NULL, &engine, NULL) == CLAIMEX_OK ? count(engine, text) : -1;
    claimex_engine_free(engine);
    return n;
}
