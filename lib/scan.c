/* The table of contents of the library: what happens to a text, in the order in which it happens. */
#include "scan.h"

#include <inttypes.h>

#include "base/options.h"
#include "steps.h"
#include "text/utf8.h"
#include "values/calendar.h"

/* ------------------------------------------------------------------ options */

void claimex_scan_options_init(claimex_scan_options *options, size_t size)
{
    claimex_scan_options defaults = CLAIMEX_SCAN_OPTIONS_INIT;
    options_init(options, size, &defaults, sizeof defaults);
}

static bool currency_is_code(const char *code)
{
    bool empty = code[0] == 0;
    for (int i = 0; i < 3 && !empty; i++)
        if (code[i] < 'A' || code[i] > 'Z')
            return false;
    return empty || code[3] == 0;
}

static int32_t check_options(const claimex_scan_options *options, claimex_error *error)
{
    const char *wrong = NULL;
    if (options->kinds >> (CLAIMEX_RANK + 1))
        wrong = "kinds has bits of no kind";
    else if (!currency_is_code(options->default_currency))
        wrong = "default_currency is no ISO 4217 code";
    else if (options->date_order > CLAIMEX_YEAR_FIRST)
        wrong = "date_order is unknown";
    else if (options->weekday_policy > CLAIMEX_ALWAYS_FUTURE)
        wrong = "weekday_policy is unknown";
    else if (options->fiscal_start > 12)
        wrong = "fiscal_start is no month";
    else if (options->utf8_policy > CLAIMEX_UTF8_SKIP)
        wrong = "utf8_policy is unknown";
    else if ((options->reference.flags & CLAIMEX_MOMENT_PRESENT) && !calendar_is_valid(options->reference))
        wrong = "reference is no date of the calendar";
    return wrong ? status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "scan_options.%s", wrong) : CLAIMEX_OK;
}

int32_t scan_options_copy(claimex_scan_options *ours, const claimex_scan_options *theirs, claimex_error *error)
{
    claimex_scan_options_init(ours, sizeof *ours);
    int32_t status = options_read(ours, sizeof *ours, theirs, "scan_options", error);
    return status ? status : check_options(ours, error);
}

/* ------------------------------------------------------------- one document */

/* Bytes start … end are valid UTF-8. */
static bool scan_piece(struct scan *scan, const char *text, uint32_t start, uint32_t end)
{
    claimex_result *result = scan->result;
    struct sentences sentences = { &scan->engine->lexicon, (const unsigned char *)text, start, start, end };
    uint32_t first = (uint32_t)result->claims.count;
    while (!steps_are_over(scan) && sentences.at < end) {
        if (!steps_cut(scan, &sentences) || !steps_spell(scan) || !steps_find_claims(scan) || !steps_find_context(scan))
            return false;
        for (size_t i = 0; scan->explain && i < result->cuts.count; i++)
            explain_sentence(scan->explain, result, &result->cuts.items[i]);
    }
    struct found found = { result->claims.items, first, (uint32_t)result->claims.count };
    return context_finish(&result->context, &result->tokens, &found);
}

static int32_t out_of_memory(claimex_error *error)
{
    return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for the claims of a text");
}

static int32_t refuse_byte(const claimex_result *result, struct slice text, size_t at, claimex_error *error)
{
    uint32_t given = plain_given(&result->characters, (uint32_t)at);
    return status_fail(error, CLAIMEX_INVALID_UTF8, given, "byte %" PRIu32 " (0x%02X) is not UTF-8", given,
                       (unsigned char)text.bytes[at]);
}

/* With SKIP, every run of valid bytes is a piece; without, there is one. */
static int32_t scan_pieces(struct scan *scan, struct slice text, claimex_error *error)
{
    for (size_t start = 0; start < text.length && !steps_are_over(scan);) {
        size_t end = start + utf8_valid_length(text.bytes + start, text.length - start);
        if (end < text.length && scan->options.utf8_policy == CLAIMEX_UTF8_REFUSE)
            return refuse_byte(scan->result, text, end, error);
        if (!scan_piece(scan, text.bytes, (uint32_t)start, (uint32_t)end)
            || matcher_out_of_memory(scan->result->matcher))
            return out_of_memory(error);
        start = end + 1;
    }
    if (matcher_hit_limit(scan->result->matcher))
        scan->result->incomplete |= CLAIMEX_MATCH_LIMIT;
    return CLAIMEX_OK;
}

/* What is found stands in the text as given. */
static void restore_all(claimex_result *result)
{
    bool other = plain_is_other(&result->lines) || plain_is_other(&result->characters);
    for (size_t i = 0; other && i < result->claims.count; i++) {
        plain_restore(&result->lines, &result->claims.items[i]);
        plain_restore(&result->characters, &result->claims.items[i]);
    }
}

/* Sentences end where they do in lines as given; their words are read in mended ones. */
static int32_t scan_text(struct scan *scan, struct slice text, claimex_error *error)
{
    claimex_result *result = scan->result;
    const claimex_allocator *allocator = &scan->engine->allocator;
    if (!plain_characters(&result->characters, allocator, &text))
        return out_of_memory(error);
    struct slice mended = text;
    if (!plain_lines(&result->lines, &scan->engine->lexicon, allocator, &mended))
        return out_of_memory(error);
    result->tokens.text = mended.bytes;
    result->tokens.length = (uint32_t)mended.length;
    int32_t status = scan_pieces(scan, text, error);
    restore_all(result);
    return status;
}

static int32_t check_arguments(const claimex_engine *engine, const claimex_result *result, const char *text,
                               size_t length, claimex_error *error)
{
    if (!engine || !result)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, engine ? "result is NULL" : "engine is NULL");
    if (result->engine != engine)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "the result was made for another engine");
    if (!text && length)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "text is NULL, its length is not 0");
    if (length >= UINT32_MAX)
        return status_fail(error, CLAIMEX_TOO_LARGE, 0, "a text of %zu bytes; the limit is 4 GiB", length);
    return CLAIMEX_OK;
}

int32_t scan_run(const claimex_engine *engine, claimex_result *result, const char *text, size_t length,
                 const claimex_scan_options *options, struct explain *explain, claimex_error *error)
{
    struct scan scan = { .engine = engine, .result = result, .options = CLAIMEX_SCAN_OPTIONS_INIT, .explain = explain };
    if (result && !result_reset(result))
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a result");
    int32_t status = check_arguments(engine, result, text, length, error);
    if (!status)
        status = scan_options_copy(&scan.options, options, error);
    if (!status)
        status = scan_text(&scan, (struct slice){ text ? text : "", length }, error);
    if (status && result)
        result_reset(result);
    else if (!status)
        result_show(result);
    return status;
}

int32_t claimex_scan(const claimex_engine *engine, claimex_result *result, const char *text, size_t length,
                     const claimex_scan_options *options, claimex_error *error)
{
    return scan_run(engine, result, text, length, options, NULL, error);
}

int32_t claimex_explain(const claimex_engine *engine, claimex_result *result, const char *text, size_t length,
                        const claimex_scan_options *options, claimex_writer writer, void *context, claimex_error *error)
{
    struct explain explain = { writer, context, false };
    int32_t status = CLAIMEX_OK;
    if (!writer)
        status = status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "writer is NULL");
    else
        status = scan_run(engine, result, text, length, options, &explain, error);
    if (!status && explain.failed)
        status = status_fail(error, CLAIMEX_WRITE_FAILED, 0, "the writer stopped");
    if (!status
        && (result->incomplete & CLAIMEX_CLAIM_LIMIT)) /* a speaker may stand behind the last sentence explained */
        status = scan_run(engine, result, text, length, options, NULL, error);
    if (status && result)
        result_reset(result);
    return status;
}
