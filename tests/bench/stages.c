/* A stage takes what the one before it left in the result. To time a new stage, add a function and a row. */
#include "stages.h"

#include <string.h>

#include "base/memory.h"
#include "context/overlap.h"
#include "result.h"
#include "text/utf8.h"
#include "tokens/gate.h"
#include "tokens/number_words.h"
#include "tokens/places.h"
#include "tokens/sentences.h"
#include "tokens/tokenizer.h"

struct stages {
    const claimex_engine *engine;
    claimex_result *result;
    claimex_scan_options options;
};

static bool take_gate(struct stages *stages, const struct sentence *sentence)
{
    const claimex_engine *engine = stages->engine;
    return gate_passes(&engine->gate, &engine->lexicon, stages->result->tokens.text, sentence->start, sentence->end);
}

static bool take_tokens(struct stages *stages, const struct sentence *sentence)
{
    struct tokens *tokens = &stages->result->tokens;
    return tokenizer_run(tokens, sentence->start, sentence->end);
}

static bool take_number_words(struct stages *stages, const struct sentence *sentence)
{
    (void)sentence;
    return number_words_join(&stages->result->tokens);
}

static bool take_letters(struct stages *stages, const struct sentence *sentence)
{
    (void)sentence;
    claimex_result *result = stages->result;
    const size_t n = result->tokens.token.count;
    result->letters.count = 0;
    if (!array_reserve(&result->letters, n + PATTERN_AHEAD, &stages->engine->allocator)) {
        return false;
    }
    places_mark(&result->tokens);
    letters_write(&stages->engine->quantity, &result->tokens, result->letters.items);
    memset(result->letters.items + n, 0, PATTERN_AHEAD);
    return true;
}

static bool take_candidates(struct stages *stages, const struct sentence *sentence)
{
    (void)sentence;
    claimex_result *result = stages->result;
    const struct reader reader = { .tokens = &result->tokens, .options = &stages->options };
    result->candidates.count = 0;
    return candidates_find(stages->engine->recognizers, result->matcher, result->letters.items, &reader,
                           &result->candidates, &stages->engine->allocator);
}

static bool take_overlap(struct stages *stages, const struct sentence *sentence)
{
    (void)sentence;
    claimex_result *result = stages->result;
    const claimex_allocator *allocator = &stages->engine->allocator;
    result->order.count = result->owner.count = 0;
    if (!array_reserve(&result->order, result->candidates.count, allocator)
        || !array_reserve(&result->owner, result->tokens.token.count, allocator)) {
        return false;
    }
    overlap_decide(&result->candidates, result->order.items, result->owner.items, result->tokens.token.count);
    return true;
}

const char *const stage_names[] = {
    "validate", "+ sentences", "+ gate", "+ tokens", "+ number words", "+ letters", "+ candidates", "+ overlap",
};
const size_t n_stages = sizeof stage_names / sizeof *stage_names;

/* The stages that see one sentence after the other, each as long as the one before says to go on; the two before them
 * see the text. */
static bool (*const of_sentence[])(struct stages *stages, const struct sentence *sentence) = {
    take_gate, take_tokens, take_number_words, take_letters, take_candidates, take_overlap,
};

_Static_assert(sizeof of_sentence / sizeof *of_sentence + 2 == sizeof stage_names / sizeof *stage_names,
               "each stage has a name");

static void run_sentences(struct stages *stages, const struct text *text, size_t n_of_sentence)
{
    const unsigned char *bytes = (const unsigned char *)text->bytes;
    struct sentences sentences = { &stages->engine->lexicon, bytes, 0, 0, (uint32_t)text->length };
    struct sentence sentence;
    while (sentences_next(&sentences, &sentence)) {
        for (size_t i = 0; i < n_of_sentence && of_sentence[i](stages, &sentence); i++) {}
    }
}

bool stages_run(struct stages *stages, const struct text *text, size_t last)
{
    stages->result->tokens.text = text->bytes;
    stages->result->tokens.length = (uint32_t)text->length;
    if (utf8_valid_length(text->bytes, text->length) < text->length) {
        return false;
    }
    if (last > 0) {
        run_sentences(stages, text, last - 1);
    }
    return true;
}

struct stages *stages_new(const claimex_engine *engine)
{
    struct stages *stages = memory_alloc_zero(&memory_default, 1, sizeof *stages);
    if (stages == NULL) {
        return NULL;
    }
    stages->engine = engine;
    claimex_scan_options_init(&stages->options, sizeof stages->options);
    if (claimex_result_new(engine, &stages->result, NULL) != CLAIMEX_OK) {
        stages_free(stages);
        return NULL;
    }
    return stages;
}

void stages_free(struct stages *stages)
{
    if (stages != NULL) {
        claimex_result_free(stages->result);
        memory_free(&memory_default, stages);
    }
}
