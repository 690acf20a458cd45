/* A sentence is cut into tokens and spelt in letters; what is found in it competes, and the winners become claims. */
#include "steps.h"

#include "context/elided.h"
#include "context/overlap.h"
#include "context/rate.h"
#include "context/relation.h"
#include "tokens/headline.h"
#include "tokens/number_words.h"
#include "tokens/places.h"
#include "tokens/tokenizer.h"

/* ------------------------------------------------- tokens of some sentences */

/* The tokens of one of the sentences. */
static struct tokens tokens_of(const struct scan *scan, const struct cut *cut)
{
    struct tokens tokens = scan->result->tokens;
    tokens.token.items += cut->first_token;
    tokens.token.count = tokens.token.capacity = cut->n_tokens;
    return tokens;
}

/* Cuts one sentence; nothing of it is kept when none of its words and numbers can begin a claim. */
static bool tokenize(struct scan *scan, struct cut *cut)
{
    struct tokens *all = &scan->result->tokens;
    if (!array_reserve(&all->token, cut->at.end - cut->at.start, all->allocator))
        return false;
    struct tokens tokens = *all;
    tokens.token.items += all->token.count;
    tokens.token.capacity -= all->token.count;
    bool fine = tokenizer_run(&tokens, cut->at.start, cut->at.end);
    memcpy(&all->numbers, &tokens.numbers, sizeof all->numbers);
    cut->passed = !(tokens.traits & TRAIT_TRIGGER);
    cut->speaks = (tokens.traits & TRAIT_SPEECH) != 0;
    if (cut->passed || !fine)
        return fine;
    fine = number_words_join(&tokens);
    places_mark(&tokens);
    headline_mark(&tokens);
    cut->first_token = (uint32_t)all->token.count;
    cut->n_tokens = (uint32_t)tokens.token.count;
    all->token.count += tokens.token.count;
    memcpy(&all->numbers, &tokens.numbers, sizeof all->numbers);
    return fine;
}

static bool spell(struct scan *scan, struct cut *cut)
{
    claimex_result *result = scan->result;
    struct tokens tokens = tokens_of(scan, cut);
    if (!array_reserve(&result->letters, cut->n_tokens + PATTERN_AHEAD, &scan->engine->allocator))
        return false;
    cut->first_letter = (uint32_t)result->letters.count;
    uint8_t *letters = result->letters.items + cut->first_letter;
    letters_write(&scan->engine->quantity, &tokens, letters);
    memset(letters + cut->n_tokens, 0, PATTERN_AHEAD);
    result->letters.count += cut->n_tokens + PATTERN_AHEAD;
    return true;
}

/* ----------------------------------------------------- claims of one sentence */

/* Who takes which tokens. */
static bool decide(struct scan *scan, const struct cut *cut)
{
    claimex_result *result = scan->result;
    result->order.count = result->owner.count = 0;
    if (!array_reserve(&result->order, result->candidates.count, &scan->engine->allocator)
        || !array_reserve(&result->owner, cut->n_tokens, &scan->engine->allocator))
        return false;
    overlap_decide(&result->candidates, result->order.items, result->owner.items, cut->n_tokens);
    return true;
}

/* Any number that nothing else takes is a count, or none at all: most numbers need not be read as one. */
static bool find_candidates(struct scan *scan, const struct cut *cut, const struct reader *reader)
{
    claimex_result *result = scan->result;
    result->candidates.count = 0;
    if (!candidates_find(&result->finder, reader, &result->candidates) || !decide(scan, cut))
        return false;
    size_t first = result->candidates.count;
    if (!candidates_find_rest(&result->finder, reader, result->owner.items, &result->candidates))
        return false;
    overlap_add(&result->candidates, first, result->owner.items);
    return true;
}

static bool is_inexact(const struct candidate *candidate)
{
    return ((candidate->value.flags | candidate->low.flags | candidate->high.flags | candidate->of.flags
             | candidate->per_amount.flags)
            & CLAIMEX_DECIMAL_INEXACT)
           != 0;
}

static bool keep_date(claimex_result *result, const struct candidate *candidate, claimex_claim *claim)
{
    struct slice timex = slice_of(candidate->timex);
    return result_keep(result, timex, &claim->timex)
           && result_keep_readings(result, slice_of(candidate->other_dates), timex, slice_of(""), &claim->readings);
}

static bool keep_unit(claimex_result *result, const struct candidate *candidate, claimex_claim *claim)
{
    struct slice below = slice_of(candidate->unit_below);
    if (!result_keep_unit(result, candidate->unit, below, &claim->unit)
        || !result_keep(result, candidate->per, &claim->per))
        return false;
    if (below.length)
        return result_keep_readings(result, candidate->readings, candidate->unit, below, &claim->readings);
    return result_keep_readings_once(result, candidate->readings, candidate->unit, &claim->readings);
}

static bool add_claim(struct scan *scan, const struct candidate *candidate, const struct cut *cut)
{
    claimex_result *result = scan->result;
    uint32_t *counted = array_push(&result->counted, &scan->engine->allocator);
    claimex_claim *claim = counted ? array_push(&result->claims, &scan->engine->allocator) : NULL;
    if (!claim)
        return false;
    *counted = candidate->noun_end > candidate->end ? candidate->noun_end : 0;
    memset(claim, 0, sizeof *claim);
    claim->value = candidate->value;
    claim->low = candidate->low;
    claim->high = candidate->high;
    claim->of = candidate->of;
    claim->per_amount = candidate->per_amount;
    claim->at = candidate->at;
    claim->modifier = candidate->modifier;
    claim->sentence = (claimex_span){ cut->at.start, cut->at.end };
    claim->time = claim->same_as = -1;
    claim->flags = is_inexact(candidate) ? CLAIMEX_INEXACT : 0;
    claim->begins = candidate->begins;
    claim->ends = candidate->ends;
    claim->grain = candidate->grain;
    if (candidate->grain == CLAIMEX_GRAIN_QUARTER && !candidate->echoes)
        scan->quarter = candidate->begins;
    claim->kind = candidate->kind;
    claim->relation = candidate->relation;
    return candidate->kind == CLAIMEX_DATE ? keep_date(result, candidate, claim) : keep_unit(result, candidate, claim);
}

/* What the next figure of a sentence may take from those before it. */
struct run {
    struct candidate *before, *amount, *counted; /* the last figure, that is no share, that is a count */
    struct candidate *ruling;   /* the last count of a noun that no preposition governs, or the first */
    struct candidate *length;   /* the last duration */
    uint32_t rate, behind_rate; /* "12 deaths per 100,000 people": the base is no claim of its own */
};

/* What the words beside it and the figures before it say of the candidate, and it of the one before. */
static void complete(struct scan *scan, const struct reader *reader, struct run *run, struct candidate *candidate)
{
    relation_find(reader, candidate);
    date_anchor_resolve(&scan->named, candidate);
    if (!elided_unit(reader, candidate, run->before) && !elided_unit(reader, candidate, run->amount)
        && !elided_length(reader, candidate, run->length))
        elided_noun(reader, candidate, elided_is_of_ruling(reader, candidate) ? run->ruling : run->counted);
    uint32_t behind = rate_find(reader, candidate);
    if (behind > candidate->end) {
        run->rate = candidate->noun_end > candidate->end ? candidate->noun_end : candidate->end;
        run->behind_rate = behind;
    }
    if (run->before && rate_take_fronted(reader, run->before, candidate))
        run->before->fate = FATE_RATE;
    elided_currency(reader, candidate, run->amount);
    elided_scale(reader, candidate, run->before);
    elided_rate(reader, candidate, run->before);
    elided_list_rate(reader, candidate, scan->result->candidates.items, scan->result->order.items,
                     scan->result->order.count);
    elided_level(reader, candidate, run->before);
}

static void remember(const struct reader *reader, struct run *run, struct candidate *candidate)
{
    if (candidate->kind == CLAIMEX_DATE)
        return;
    run->before = candidate;
    run->amount = candidate->kind == CLAIMEX_PERCENTAGE ? run->amount : candidate;
    run->counted = candidate->kind == CLAIMEX_COUNT && !elided_is_part(reader, candidate) ? candidate : run->counted;
    bool counts = candidate->kind == CLAIMEX_COUNT && candidate->unit.length;
    if (counts && (!run->ruling || !elided_is_governed(reader, candidate)))
        run->ruling = candidate;
    run->length = candidate->kind == CLAIMEX_DURATION ? candidate : run->length;
}

/* The winner that begins at the token; NULL when none does. */
static struct candidate *winner_at(claimex_result *result, uint32_t token)
{
    uint32_t owner = result->owner.items[token];
    struct candidate *candidate = owner ? &result->candidates.items[owner - 1] : NULL;
    return candidate && candidate->first == token && candidate->kind != KIND_NONE ? candidate : NULL;
}

static bool is_wanted(const struct scan *scan, const struct candidate *candidate)
{
    return !scan->options.kinds || (scan->options.kinds & CLAIMEX_KIND(candidate->kind));
}

/* The winners, listed in the order of the text. A later one may say something of an earlier. */
static bool complete_all(struct scan *scan, const struct cut *cut, const struct reader *reader)
{
    claimex_result *result = scan->result;
    struct run run = { .rate = 0 };
    result->order.count = 0;
    if (!array_reserve(&result->order, result->candidates.count, &scan->engine->allocator))
        return false;
    for (uint32_t t = 0; t < cut->n_tokens; t++) {
        struct candidate *candidate = winner_at(result, t);
        if (!candidate)
            continue;
        if (t >= run.rate && t < run.behind_rate) {
            candidate->fate = FATE_RATE;
            continue;
        }
        complete(scan, reader, &run, candidate);
        remember(reader, &run, candidate);
        result->order.items[result->order.count++] = result->owner.items[t] - 1;
    }
    return true;
}

static bool add_claims(struct scan *scan, const struct cut *cut)
{
    claimex_result *result = scan->result;
    for (size_t i = 0; i < result->order.count; i++) {
        struct candidate *candidate = &result->candidates.items[result->order.items[i]];
        if (candidate->fate == FATE_RATE)
            continue;
        if (!is_wanted(scan, candidate)) {
            candidate->fate = FATE_UNWANTED;
            continue;
        }
        if (scan->options.max_claims && result->claims.count == scan->options.max_claims) {
            result->incomplete |= CLAIMEX_CLAIM_LIMIT;
            return true;
        }
        if (!add_claim(scan, candidate, cut))
            return false;
    }
    return true;
}

static bool find_claims(struct scan *scan, struct cut *cut)
{
    claimex_result *result = scan->result;
    struct tokens tokens = tokens_of(scan, cut);
    struct reader reader = { &tokens, &scan->options, scan->quarter, result->letters.items + cut->first_letter,
                             scan->engine->quantity.alphabet.sets };
    cut->first_claim = (uint32_t)result->claims.count;
    bool fine = steps_are_over(scan)
                || (find_candidates(scan, cut, &reader) && complete_all(scan, cut, &reader) && add_claims(scan, cut));
    cut->n_claims = (uint32_t)result->claims.count - cut->first_claim;
    return fine;
}

static bool parse(struct scan *scan, struct cut *cut)
{
    claimex_result *result = scan->result;
    struct tokens tokens = tokens_of(scan, cut);
    if (cut->n_claims == 0) /* perhaps there are no arrays yet */
        return true;
    struct sentence_claims claims = { result->claims.items + cut->first_claim, result->counted.items + cut->first_claim,
                                      cut->n_claims };
    context_parse(&result->context, cut->spoken, &tokens, &claims);
    return true;
}

/* ------------------------------------------------------------ some sentences */

bool steps_are_over(const struct scan *scan)
{
    return (scan->result->incomplete & CLAIMEX_CLAIM_LIMIT) || (scan->explain && scan->explain->failed);
}

#define MOST_CUTS 64u
#define ENOUGH_TOKENS 1024u

static void clear(claimex_result *result)
{
    result->cuts.count = result->letters.count = result->tokens.token.count = result->tokens.numbers.count = 0;
}

static bool cut_sentence(struct scan *scan, const struct sentence *sentence)
{
    claimex_result *result = scan->result;
    struct cut cut = { .at = *sentence, .spoken = (uint32_t)result->context.spoken.count };
    if (!tokenize(scan, &cut)
        || !context_enter(&result->context, result->tokens.text, result->tokens.length, sentence, cut.speaks))
        return false;
    if (!cut.passed || scan->explain)
        result->cuts.items[result->cuts.count++] = cut;
    return true;
}

bool steps_cut(struct scan *scan, struct sentences *sentences)
{
    claimex_result *result = scan->result;
    size_t most = scan->explain ? 1 : MOST_CUTS;
    struct sentence sentence;
    clear(result);
    if (!array_reserve(&result->cuts, most, &scan->engine->allocator))
        return false;
    while (result->cuts.count < most && result->tokens.token.count < ENOUGH_TOKENS
           && sentences_next(sentences, &sentence))
        if (plain_sentence(&result->lines, &sentence) && !cut_sentence(scan, &sentence))
            return false;
    return true;
}

static bool each(struct scan *scan, bool (*step)(struct scan *scan, struct cut *cut))
{
    struct cut *cuts = scan->result->cuts.items;
    for (size_t i = 0; i < scan->result->cuts.count; i++)
        if (!cuts[i].passed && !step(scan, &cuts[i]))
            return false;
    return true;
}

bool steps_spell(struct scan *scan)
{
    return each(scan, spell);
}

bool steps_find_claims(struct scan *scan)
{
    return each(scan, find_claims);
}

/* What the claims measure, who states them, and so on. */
bool steps_find_context(struct scan *scan)
{
    claimex_result *result = scan->result;
    size_t n_claims = 0;
    for (size_t i = 0; i < result->cuts.count; i++)
        n_claims += result->cuts.items[i].n_claims;
    return context_reserve(&result->context, result->cuts.count, result->tokens.token.count, n_claims)
           && each(scan, parse) && context_find(&result->context, result->claims.items);
}
