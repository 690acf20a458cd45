/* Scans whatever libFuzzer makes up and stops at the first broken promise of the public headers. The first four bytes
 * are options, the rest is the text. `sh tests/fuzz/run.sh` builds and runs it; to run one input again:
 *
 *     build-fuzz/tests/fuzz/scan_fuzz FILE
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claimex.h"
#include "invariants.h"

#define N_OPTION_BYTES 4

struct text {
    const char *bytes;
    size_t length;
};

struct scanner {
    claimex_engine *engine;
    claimex_result *result;
};

/* Machine code and interpreted patterns must find the same, and so must a result that held other claims before. */
static struct scanner compiled, interpreted, again;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void stop(const char *promise, size_t claim)
{
    fprintf(stderr, "claim %zu breaks a promise: %s\n", claim, promise);
    abort();
}

static void check(bool kept, const char *promise)
{
    if (!kept) {
        stop(promise, 0);
    }
}

static struct scanner new_scanner(uint32_t flags)
{
    claimex_engine_options options = CLAIMEX_ENGINE_OPTIONS_INIT;
    struct scanner scanner = { NULL, NULL };

    options.flags = flags;
    check(claimex_engine_new(&options, &scanner.engine, NULL) == CLAIMEX_OK, "an engine is made");
    check(claimex_result_new(scanner.engine, &scanner.result, NULL) == CLAIMEX_OK, "a result is made");
    return scanner;
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    compiled = new_scanner(0);
    interpreted = new_scanner(CLAIMEX_ENGINE_NO_JIT);
    again.engine = compiled.engine;
    check(claimex_result_new(again.engine, &again.result, NULL) == CLAIMEX_OK, "a result is made");
    return 0;
}

/* All zeros are the default options. */
static claimex_scan_options options_of(const uint8_t *bytes)
{
    static const char *const currencies[] = { "", "AUD", "CNY", "EUR" };
    static const char *const days[] = { "2017-04-25",          "2020-02-29T23:59:59", "1999-12-31", "0001-01-01",
                                        "9999-12-31T23:59:59", "-9999-01-01",         "-9995-06-01" };
    claimex_scan_options options = CLAIMEX_SCAN_OPTIONS_INIT;

    options.kinds = bytes[0] | (bytes[1] & 3u) << 8;
    options.date_order = (bytes[1] >> 2) % 3;
    options.weekday_policy = (bytes[1] >> 5) % 3;
    options.fiscal_start = (bytes[2] & 15) % 13;
    strcpy(options.default_currency, currencies[bytes[2] >> 4 & 3]);
    options.max_claims = bytes[3] & 7;
    unsigned day_wanted = bytes[3] >> 3 & 7;
    if (day_wanted) {
        const char *day = days[day_wanted - 1];
        check(claimex_moment_parse(day, strlen(day), &options.reference) == 1, "a day is read");
    }
    return options;
}

/* ---------------------------------------------------------------- promises */

static void scan(const struct scanner *scanner, struct text text, const claimex_scan_options *options)
{
    claimex_error error = { 0 };

    if (claimex_scan(scanner->engine, scanner->result, text.bytes, text.length, options, &error) != CLAIMEX_OK) {
        fprintf(stderr, "%s: %s\n", claimex_status_name(error.status), error.message);
        abort();
    }
}

static void check_same(const claimex_result *a, const claimex_result *b, const char *promise)
{
    size_t n_a, n_b, length_a, length_b;
    const claimex_claim *claims_a = claimex_result_claims(a, &n_a), *claims_b = claimex_result_claims(b, &n_b);
    const char *strings_a = claimex_result_strings(a, &length_a), *strings_b = claimex_result_strings(b, &length_b);

    check(n_a == n_b && length_a == length_b, promise);
    for (size_t i = 0; i < n_a; i++) {
        if (memcmp(&claims_a[i], &claims_b[i], sizeof *claims_a) != 0) {
            stop(promise, i);
        }
    }
    check(memcmp(strings_a, strings_b, length_a) == 0, promise);
}

static void check_limits(const claimex_result *result, const claimex_scan_options *options)
{
    const uint32_t incomplete = claimex_result_incomplete(result);
    size_t n;

    claimex_result_claims(result, &n);
    check(incomplete <= (CLAIMEX_MATCH_LIMIT | CLAIMEX_CLAIM_LIMIT), "no limit is unknown");
    check(options->max_claims == 0 || n <= options->max_claims, "there are no more claims than asked for");
    check(!(incomplete & CLAIMEX_CLAIM_LIMIT) || n == options->max_claims, "the limit was reached when it is said");
}

static void check_kinds(const claimex_result *result, uint32_t kinds)
{
    size_t n;
    const claimex_claim *claims = claimex_result_claims(result, &n);

    for (size_t i = 0; i < n; i++) {
        if (kinds != 0 && !(kinds & CLAIMEX_KIND(claims[i].kind))) {
            stop("only kinds that were asked for", i);
        }
    }
}

static void check_texts(const claimex_result *result)
{
    size_t n;
    const claimex_claim *claims = claimex_result_claims(result, &n);

    for (size_t i = 0; i < n; i++) {
        char decimal[CLAIMEX_DECIMAL_TEXT_SIZE], moment[CLAIMEX_MOMENT_TEXT_SIZE];
        check(claimex_decimal_text(claims[i].value, decimal) == strlen(decimal), "a decimal is as long as it says");
        check(claimex_moment_text(claims[i].begins, moment) == strlen(moment), "a moment is as long as it says");
    }
}

static void check_places(const claimex_result *result, struct text text)
{
    size_t n;
    const claimex_claim *claims = claimex_result_claims(result, &n);
    claimex_position last = { 1, 1, 0, 0 };

    for (size_t i = 0; i < n && i < 4; i++) {
        claimex_position position;
        check(claimex_locate(text.bytes, text.length, claims[i].at.start, &position, NULL) == CLAIMEX_OK,
              "a claim can be located");
        check(position.line >= last.line && position.code_point >= last.code_point && position.utf16 >= last.utf16
                  && position.code_point <= claims[i].at.start && position.utf16 >= position.code_point,
              "places go forward");
        last = position;
    }
}

/* ------------------------------------------------------------------- texts */

static void fuzz_valid(struct text text, const claimex_scan_options *options)
{
    size_t index;

    const char *broken = invariants_broken(compiled.result, text.bytes, text.length, &index);
    if (broken != NULL) {
        stop(broken, index);
    }
    check_limits(compiled.result, options);
    check_kinds(compiled.result, options->kinds);
    check_texts(compiled.result);
    check_places(compiled.result, text);
    scan(&again, text, options);
    check_same(compiled.result, again.result, "a text gives the same claims twice");
}

/* Slower, so not for every input. */
static void fuzz_interpreted(struct text text, const claimex_scan_options *options)
{
    scan(&interpreted, text, options);
    if (!((claimex_result_incomplete(compiled.result) | claimex_result_incomplete(interpreted.result))
          & CLAIMEX_MATCH_LIMIT)) {
        check_same(compiled.result, interpreted.result, "interpreted patterns find the same");
    }
}

static uint64_t first_bad_byte(struct text text, const claimex_scan_options *options)
{
    claimex_error error = { 0 };
    const int32_t status = claimex_scan(compiled.engine, compiled.result, text.bytes, text.length, options, &error);
    size_t n;

    if (status == CLAIMEX_OK) {
        return text.length;
    }
    check(status == CLAIMEX_INVALID_UTF8 && error.status == status, "only bad bytes are refused");
    check(error.offset < text.length, "the bad byte is one of the text");
    check(claimex_result_claims(compiled.result, &n) == NULL && n == 0, "a refused text has no claims");
    return error.offset;
}

/* Bad bytes are skipped: every claim is valid UTF-8 all the same, and lies where it says. */
static void fuzz_invalid(struct text text, claimex_scan_options options)
{
    size_t n;
    uint32_t end = 0;

    options.utf8_policy = CLAIMEX_UTF8_SKIP;
    scan(&compiled, text, &options);
    const claimex_claim *claims = claimex_result_claims(compiled.result, &n);
    for (size_t i = 0; i < n; i++) {
        const claimex_span at = claims[i].at;
        if (at.start < end || at.start >= at.end || at.end > text.length) {
            stop("claims are sorted spans of the text", i);
        }
        scan(&again, (struct text){ text.bytes + at.start, at.end - at.start }, NULL);
        end = at.end;
    }
    check_limits(compiled.result, &options);
}

static int count_bytes(void *context, const char *bytes, size_t length)
{
    check(length == 0 || bytes != NULL, "the writer gets bytes");
    *(size_t *)context += length;
    return 0;
}

static void fuzz_explain(struct text text, const claimex_scan_options *options)
{
    size_t n_bytes = 0;

    check(claimex_explain(again.engine, again.result, text.bytes, text.length, options, count_bytes, &n_bytes, NULL)
              == CLAIMEX_OK,
          "what can be scanned can be explained");
    check_same(compiled.result, again.result, "explaining finds the same claims");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < N_OPTION_BYTES) {
        return 0;
    }
    const claimex_scan_options options = options_of(data);
    const struct text text = { (const char *)data + N_OPTION_BYTES, size - N_OPTION_BYTES };
    const uint64_t bad = first_bad_byte(text, &options);
    if (bad < text.length) {
        fuzz_invalid(text, options);
        return 0;
    }
    fuzz_valid(text, &options);
    if (data[3] >> 6 == 1) {
        fuzz_interpreted(text, &options);
    } else if (data[3] >> 6 == 2) {
        fuzz_explain(text, &options);
    }
    return 0;
}
