/* How fast a text is scanned, whole and stage by stage, beside a PCRE2 JIT scan for \d[\d,.]* over the same bytes: the
 * ratio of the two is what can be compared between machines. All run interleaved, ten times; the best counts.
 * CLAIMEX_BENCH_FILE names the text; without it one is made, always the same. */
#define _POSIX_C_SOURCE 200809L
#define PCRE2_CODE_UNIT_WIDTH 8

#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "claimex.h"
#include "stages.h"
#include "text.h"

#define N_ROUNDS 10
#define DOCUMENT 4096

struct reference {
    pcre2_code *code;
    pcre2_match_data *match;
};

struct bench {
    struct text text;
    struct reference reference;
    struct stages *stages;
    claimex_engine *engine;
    claimex_result *result;
    size_t n_claims;
};

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ------------------------------------------------------------ what is timed */

static bool run_reference(struct bench *bench, size_t unused)
{
    (void)unused;
    PCRE2_SPTR bytes = (PCRE2_SPTR)bench->text.bytes;
    size_t at = 0;
    while (pcre2_jit_match(bench->reference.code, bytes, bench->text.length, at, 0, bench->reference.match, NULL) > 0) {
        at = pcre2_get_ovector_pointer(bench->reference.match)[1];
    }
    return at > 0;
}

static bool scan(struct bench *bench, const char *bytes, size_t length)
{
    size_t count;
    if (claimex_scan(bench->engine, bench->result, bytes, length, NULL, NULL) != CLAIMEX_OK) {
        return false;
    }
    claimex_result_claims(bench->result, &count);
    bench->n_claims += count;
    return true;
}

static bool run_scan(struct bench *bench, size_t unused)
{
    (void)unused;
    bench->n_claims = 0;
    return scan(bench, bench->text.bytes, bench->text.length);
}

/* The same bytes as documents of 4 KB, each cut at a line end where there is one. */
static bool run_documents(struct bench *bench, size_t unused)
{
    (void)unused;
    const char *at = bench->text.bytes;
    const char *end = at + bench->text.length;
    while (at < end) {
        const size_t length = text_document_length(at, (size_t)(end - at), DOCUMENT);
        if (!scan(bench, at, length)) {
            return false;
        }
        at += length;
    }
    return true;
}

static bool run_stages(struct bench *bench, size_t last)
{
    return stages_run(bench->stages, &bench->text, last);
}

struct run {
    const char *name;
    bool (*run)(struct bench *bench, size_t argument);
    size_t argument;
    double best; /* seconds */
};

/* ------------------------------------------------------------------- report */

static bool time_all(struct bench *bench, struct run *runs, size_t n_runs)
{
    for (size_t round = 0; round < N_ROUNDS; round++) {
        for (size_t i = 0; i < n_runs; i++) {
            const double start = seconds();
            if (!runs[i].run(bench, runs[i].argument)) {
                fprintf(stderr, "%s failed\n", runs[i].name);
                return false;
            }
            const double taken = seconds() - start;
            if (round == 0 || taken < runs[i].best) {
                runs[i].best = taken;
            }
        }
    }
    return true;
}

static void report_run(const struct bench *bench, const struct run *run, double reference)
{
    const double megabytes = (double)bench->text.length / 1e6;
    printf("%-32s %10.1f MB/s %9.2f ms   ratio %.4f\n", run->name, megabytes / run->best, run->best * 1e3,
           reference / run->best);
}

/* Stages run one after the other up to one of them: what it adds is its own time. */
static void report(const struct bench *bench, const struct run *runs, size_t n_runs)
{
    printf("%.1f MB, %zu claims, best of %d\n", (double)bench->text.length / 1e6, bench->n_claims, N_ROUNDS);
    for (size_t i = 0; i < n_runs; i++) {
        report_run(bench, &runs[i], runs[0].best);
        if (runs[i].run == run_stages && runs[i].argument > 0) {
            printf("%-32s %30.2f ms\n", "    of which its own", (runs[i].best - runs[i - 1].best) * 1e3);
        }
    }
}

/* -------------------------------------------------------------------- begin */

static bool open_reference(struct reference *reference)
{
    int error;
    PCRE2_SIZE at;
    reference->code = pcre2_compile((PCRE2_SPTR) "\\d[\\d,.]*", PCRE2_ZERO_TERMINATED, 0, &error, &at, NULL);
    reference->match = pcre2_match_data_create(1, NULL);
    return reference->code != NULL && reference->match != NULL
           && pcre2_jit_compile(reference->code, PCRE2_JIT_COMPLETE) == 0;
}

static bool open_bench(struct bench *bench)
{
    return text_open(&bench->text, getenv("CLAIMEX_BENCH_FILE")) && open_reference(&bench->reference)
           && claimex_engine_new(NULL, &bench->engine, NULL) == CLAIMEX_OK
           && claimex_result_new(bench->engine, &bench->result, NULL) == CLAIMEX_OK
           && (bench->stages = stages_new(bench->engine)) != NULL;
}

static void close_bench(struct bench *bench)
{
    stages_free(bench->stages);
    claimex_result_free(bench->result);
    claimex_engine_free(bench->engine);
    pcre2_match_data_free(bench->reference.match);
    pcre2_code_free(bench->reference.code);
    text_close(&bench->text);
}

static bool run_all(struct bench *bench)
{
    struct run runs[3 + 16] = { { "PCRE2 \\d[\\d,.]*", run_reference, 0, 0 } };
    size_t n_runs = 1;
    for (size_t i = 0; i < n_stages; i++) {
        runs[n_runs++] = (struct run){ stage_name(i), run_stages, i, 0 };
    }
    runs[n_runs++] = (struct run){ "scan of 4 KB documents", run_documents, 0, 0 };
    runs[n_runs++] = (struct run){ "scan", run_scan, 0, 0 };
    if (!time_all(bench, runs, n_runs)) {
        return false;
    }
    report(bench, runs, n_runs);
    return true;
}

int main(void)
{
    struct bench bench = { 0 };
    const bool opened = open_bench(&bench);
    if (!opened) {
        fputs("the text cannot be read, or there is no JIT\n", stderr);
    }
    const bool ran = opened && run_all(&bench);
    close_bench(&bench);
    return ran ? EXIT_SUCCESS : EXIT_FAILURE;
}
