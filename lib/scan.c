/* The table of contents of the library: what happens to a text, in the order in which it happens. */
#include "scan.h"

#include "base/status.h"
#include "context/elided.h"
#include "context/overlap.h"
#include "context/rate.h"
#include "context/relation.h"
#include "text/utf8.h"
#include "tokens/number_words.h"
#include "tokens/places.h"
#include "tokens/sentences.h"
#include "tokens/tokenizer.h"
#include "values/calendar.h"

struct scan {
    const claimex_engine *engine;
    claimex_result *result;
    claimex_scan_options options;
    struct explain *explain;
    claimex_moment quarter; /* for the readers: where the quarter begins that was named last */
};

/* ------------------------------------------------------------------ options */

void claimex_scan_options_init(claimex_scan_options *options, size_t size)
{
    claimex_scan_options defaults = CLAIMEX_SCAN_OPTIONS_INIT;
    if (!options)
        return;
    memset(options, 0, size);
    memcpy(options, &defaults, size < sizeof defaults ? size : sizeof defaults);
    if (size >= sizeof options->size)
        options->size = (uint32_t)size;
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
    if (!theirs)
        return CLAIMEX_OK;
    if (theirs->size < sizeof theirs->size)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "scan_options.size is %u; start from the INIT macro", theirs->size);
    memcpy(ours, theirs, theirs->size < sizeof *ours ? theirs->size : sizeof *ours);
    return check_options(ours, error);
}

/* ------------------------------------------------------------- one sentence */

static bool tokenize(struct scan *scan, const struct sentence *sentence)
{
    struct tokens *tokens = &scan->result->tokens;
    if (!tokenizer_run(tokens, sentence->start, sentence->end) || !number_words_join(tokens))
        return false;
    places_mark(tokens);
    return true;
}

static bool spell(struct scan *scan)
{
    claimex_result *result = scan->result;
    size_t n = result->tokens.token.count;
    result->letters.count = 0;
    if (!array_reserve(&result->letters, n + PATTERN_AHEAD, &scan->engine->allocator))
        return false;
    letters_write(&scan->engine->quantity, &result->tokens, result->letters.items);
    memset(result->letters.items + n, 0, PATTERN_AHEAD);
    return true;
}

static bool find_candidates(struct scan *scan, const struct reader *reader)
{
    claimex_result *result = scan->result;
    result->candidates.count = 0;
    return candidates_find(scan->engine->recognizers, result->matcher, result->letters.items, reader, &result->candidates,
                           &scan->engine->allocator);
}

static bool decide(struct scan *scan)
{
    claimex_result *result = scan->result;
    result->order.count = result->owner.count = 0;
    if (!array_reserve(&result->order, result->candidates.count, &scan->engine->allocator)
        || !array_reserve(&result->owner, result->tokens.token.count, &scan->engine->allocator))
        return false;
    overlap_decide(&result->candidates, result->order.items, result->owner.items, result->tokens.token.count);
    return true;
}

static bool is_inexact(const struct candidate *candidate)
{
    return ((candidate->value.flags | candidate->low.flags | candidate->high.flags | candidate->of.flags
             | candidate->per_amount.flags) & CLAIMEX_DECIMAL_INEXACT) != 0;
}

static bool add_claim(struct scan *scan, const struct candidate *candidate, const struct sentence *sentence)
{
    claimex_result *result = scan->result;
    claimex_claim *claim = array_push(&result->claims, &scan->engine->allocator);
    if (!claim)
        return false;
    memset(claim, 0, sizeof *claim);
    claim->value = candidate->value;
    claim->low = candidate->low;
    claim->high = candidate->high;
    claim->of = candidate->of;
    claim->per_amount = candidate->per_amount;
    claim->at = candidate->at;
    claim->modifier = candidate->modifier;
    claim->sentence = (claimex_span){ sentence->start, sentence->end };
    claim->time = claim->same_as = -1;
    claim->flags = is_inexact(candidate) ? CLAIMEX_INEXACT : 0;
    claim->begins = candidate->begins;
    claim->ends = candidate->ends;
    claim->grain = candidate->grain;
    if (candidate->grain == CLAIMEX_GRAIN_QUARTER && !candidate->echoes)
        scan->quarter = candidate->begins;
    claim->kind = candidate->kind;
    claim->relation = candidate->relation;
    struct slice unit = slice_of(candidate->timex), readings = slice_of(candidate->other_dates);
    if (candidate->kind != CLAIMEX_DATE) {
        unit = candidate->unit;
        readings = candidate->readings;
    }
    uint32_t *kept = candidate->kind == CLAIMEX_DATE ? &claim->timex : &claim->unit;
    return result_keep_unit(result, unit, candidate->unit_below, kept) && result_keep(result, candidate->per, &claim->per)
           && result_keep_readings(result, readings, unit, &claim->readings);
}

/* The winners in the order of the text: the owner of each token, once. */
static bool add_claims(struct scan *scan, const struct reader *reader, const struct sentence *sentence)
{
    claimex_result *result = scan->result;
    const struct candidate *before = NULL, *counted = NULL; /* the figure before, and the count */
    uint32_t behind_rate = 0; /* "12 deaths per 100,000 people": the base is no claim of its own */
    for (uint32_t t = 0; t < result->tokens.token.count; t++) {
        uint32_t owner = result->owner.items[t];
        struct candidate *candidate = owner ? &result->candidates.items[owner - 1] : NULL;
        if (!candidate || candidate->first != t || candidate->kind == KIND_NONE)
            continue;
        if (t < behind_rate) {
            candidate->fate = FATE_RATE;
            continue;
        }
        relation_find(reader, candidate);
        if (!elided_unit(reader, candidate, before))
            elided_noun(candidate, counted);
        uint32_t behind = rate_find(reader, candidate);
        behind_rate = behind > candidate->end ? behind : behind_rate;
        counted = candidate->kind == CLAIMEX_COUNT ? candidate : counted;
        before = candidate->kind == CLAIMEX_DATE ? before : candidate;
        if (scan->options.kinds && !(scan->options.kinds & CLAIMEX_KIND(candidate->kind))) {
            candidate->fate = FATE_UNWANTED;
            continue;
        }
        if (scan->options.max_claims && result->claims.count == scan->options.max_claims) {
            result->incomplete |= CLAIMEX_CLAIM_LIMIT;
            return true;
        }
        if (!add_claim(scan, candidate, sentence))
            return false;
    }
    return true;
}

/* What the claims of the sentence from `first` on measure, who states them, and so on. */
static bool find_context(struct scan *scan, uint32_t first)
{
    claimex_result *result = scan->result;
    uint32_t n = (uint32_t)result->claims.count;
    return first == n || context_sentence(&result->context, &result->tokens, result->claims.items, first, n);
}

static bool scan_sentence(struct scan *scan, const struct sentence *sentence)
{
    struct reader reader = { &scan->result->tokens, &scan->options, scan->quarter };
    uint32_t first = (uint32_t)scan->result->claims.count;
    bool passed = !gate_passes(&scan->engine->gate, &scan->engine->lexicon, scan->result->tokens.text, sentence->start,
                               sentence->end);
    bool fine = passed
                || (tokenize(scan, sentence) && spell(scan) && find_candidates(scan, &reader) && decide(scan)
                    && add_claims(scan, &reader, sentence) && find_context(scan, first));
    if (fine && scan->explain)
        explain_sentence(scan->explain, scan->result, sentence, passed);
    return fine;
}

/* ------------------------------------------------------------- one document */

static bool is_stopped(const struct scan *scan)
{
    return (scan->result->incomplete & CLAIMEX_CLAIM_LIMIT) || (scan->explain && scan->explain->failed);
}

/* Bytes start … end are valid UTF-8. */
static bool scan_piece(struct scan *scan, const char *text, uint32_t start, uint32_t end)
{
    struct sentences sentences = { &scan->engine->lexicon, (const unsigned char *)text, start, start, end };
    struct sentence sentence;
    while (!is_stopped(scan) && sentences_next(&sentences, &sentence))
        if (!context_enter(&scan->result->context, text, &sentence) || !scan_sentence(scan, &sentence))
            return false;
    return context_finish(&scan->result->context, &scan->result->tokens, scan->result->claims.items);
}

/* With SKIP, every run of valid bytes is a piece; without, there is one. */
static int32_t scan_text(struct scan *scan, const char *text, size_t length, claimex_error *error)
{
    scan->result->tokens.text = text;
    scan->result->tokens.length = (uint32_t)length;
    for (size_t start = 0; start < length && !is_stopped(scan);) {
        size_t end = start + utf8_valid_length(text + start, length - start);
        if (end < length && scan->options.utf8_policy == CLAIMEX_UTF8_REFUSE)
            return status_fail(error, CLAIMEX_INVALID_UTF8, end, "byte %zu (0x%02X) is not UTF-8", end,
                               (unsigned char)text[end]);
        if (!scan_piece(scan, text, (uint32_t)start, (uint32_t)end) || matcher_out_of_memory(scan->result->matcher))
            return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for the claims of a text");
        start = end + 1;
    }
    if (matcher_hit_limit(scan->result->matcher))
        scan->result->incomplete |= CLAIMEX_MATCH_LIMIT;
    return CLAIMEX_OK;
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
    struct scan scan = { engine, result, CLAIMEX_SCAN_OPTIONS_INIT, explain, { 0, 0, 0, 0, 0, 0, 0, 0 } };
    if (result && !result_reset(result))
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for a result");
    int32_t status = check_arguments(engine, result, text, length, error);
    if (!status)
        status = scan_options_copy(&scan.options, options, error);
    if (!status)
        status = scan_text(&scan, text, length, error);
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
    if (status && result)
        result_reset(result);
    return status;
}
