/* The library's own steps, up to one of them. To time a new one, add a row. */
#include "stages.h"

#include "base/memory.h"
#include "steps.h"
#include "text/utf8.h"
#include "tokens/sentences.h"

struct stages {
    claimex_result *result;
    struct scan scan;
};

static struct sentences start(const struct stages *stages, const struct text *text)
{
    return (struct sentences){ &stages->scan.engine->lexicon, (const unsigned char *)text->bytes, 0, 0, (uint32_t)text->length };
}

static bool run_nothing(struct stages *stages, const struct text *text)
{
    (void)stages;
    (void)text;
    return true;
}

static bool run_sentences(struct stages *stages, const struct text *text)
{
    struct sentences sentences = start(stages, text);
    struct sentence sentence;
    while (sentences_next(&sentences, &sentence)) {}
    return true;
}

static bool run_steps(struct stages *stages, const struct text *text, bool (*const *steps)(struct scan *scan), size_t n)
{
    struct sentences sentences = start(stages, text);
    if (!result_reset(stages->result)) {
        return false;
    }
    while (sentences.at < sentences.end) {
        if (!steps_cut(&stages->scan, &sentences)) {
            return false;
        }
        for (size_t i = 0; i < n; i++) {
            if (!steps[i](&stages->scan)) {
                return false;
            }
        }
    }
    return true;
}

static bool (*const steps[])(struct scan *scan) = { steps_spell, steps_find_claims, steps_find_context };

static bool run_tokens(struct stages *stages, const struct text *text)
{
    return run_steps(stages, text, steps, 0);
}

static bool run_letters(struct stages *stages, const struct text *text)
{
    return run_steps(stages, text, steps, 1);
}

static bool run_claims(struct stages *stages, const struct text *text)
{
    return run_steps(stages, text, steps, 2);
}

static bool run_context(struct stages *stages, const struct text *text)
{
    return run_steps(stages, text, steps, 3);
}

static const struct {
    const char *name;
    bool (*run)(struct stages *stages, const struct text *text);
} rows[] = {
    { "validate", run_nothing },   { "+ sentences", run_sentences }, { "+ tokens", run_tokens },
    { "+ letters", run_letters },  { "+ claims", run_claims },       { "+ context", run_context },
};
const size_t n_stages = sizeof rows / sizeof *rows;

const char *stage_name(size_t stage)
{
    return rows[stage].name;
}

bool stages_run(struct stages *stages, const struct text *text, size_t last)
{
    stages->result->tokens.text = text->bytes;
    stages->result->tokens.length = (uint32_t)text->length;
    return utf8_valid_length(text->bytes, text->length) == text->length && rows[last].run(stages, text);
}

struct stages *stages_new(const claimex_engine *engine)
{
    struct stages *stages = memory_alloc_zero(&memory_default, 1, sizeof *stages);
    if (stages == NULL) {
        return NULL;
    }
    if (claimex_result_new(engine, &stages->result, NULL) != CLAIMEX_OK) {
        stages_free(stages);
        return NULL;
    }
    stages->scan = (struct scan){ .engine = engine, .result = stages->result, .options = CLAIMEX_SCAN_OPTIONS_INIT };
    return stages;
}

void stages_free(struct stages *stages)
{
    if (stages != NULL) {
        claimex_result_free(stages->result);
        memory_free(&memory_default, stages);
    }
}
