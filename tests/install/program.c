/* A program in C, built with what was installed. */
#include <stdio.h>
#include <string.h>

#include <claimex.h>

int main(void)
{
    const char *text = "Orders rose 40% to $5.";
    claimex_engine *engine = NULL;
    claimex_result *result = NULL;
    size_t count = 0;
    if (claimex_engine_new(NULL, &engine, NULL) == CLAIMEX_OK
        && claimex_result_new(engine, &result, NULL) == CLAIMEX_OK) {
        claimex_scan(engine, result, text, strlen(text), NULL, NULL);
    }
    const claimex_claim *claims = claimex_result_claims(result, &count);
    for (size_t i = 0; i < count; i++) {
        printf("%s ", claimex_kind_name(claims[i].kind));
    }
    printf("%d\n", strcmp(claimex_version(), CLAIMEX_VERSION));
    claimex_result_free(result);
    claimex_engine_free(engine);
    return 0;
}
