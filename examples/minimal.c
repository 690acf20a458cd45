/* The whole life cycle in one page: an engine, a result, a text, its claims. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include <claimex.h>

static void print_claim(const char *text, const claimex_result *result, const claimex_claim *claim)
{
    char value[CLAIMEX_DECIMAL_TEXT_SIZE];
    claimex_decimal_text(claim->value, value);
    printf("%" PRIu32 "-%" PRIu32 " %s \"%.*s\" %s %s %s\n", claim->at.start, claim->at.end,
           claimex_kind_name(claim->kind), (int)(claim->at.end - claim->at.start), text + claim->at.start,
           claimex_relation_name(claim->relation), value, claimex_result_string(result, claim->unit));
}

static void print_claims(const char *text, const claimex_result *result)
{
    size_t count;
    const claimex_claim *claims = claimex_result_claims(result, &count);
    for (size_t i = 0; i < count; i++) {
        print_claim(text, result, &claims[i]);
    }
}

int main(void)
{
    const char *text = "Northwind lifted its profit by 12.5% to more than $3.2 billion.";
    claimex_engine *engine = NULL; /* one for the program: threads share it */
    claimex_result *result = NULL; /* one for each thread: every scan reuses it */
    claimex_error error;

    int32_t status = claimex_engine_new(NULL, &engine, &error);
    if (status == CLAIMEX_OK) {
        status = claimex_result_new(engine, &result, &error);
    }
    if (status == CLAIMEX_OK) {
        status = claimex_scan(engine, result, text, strlen(text), NULL, &error);
    }
    if (status == CLAIMEX_OK) {
        print_claims(text, result);
    } else {
        fprintf(stderr, "%s: %s\n", claimex_status_name(status), error.message);
    }
    claimex_result_free(result);
    claimex_engine_free(engine);
    return status == CLAIMEX_OK ? 0 : 1;
}
