/* The order in which the context of a sentence is found, and what passes from one sentence to another: quotations. */
#include "context/context.h"

#include <string.h>

#include "context/change.h"
#include "context/quotes.h"
#include "context/respectively.h"
#include "context/restatement.h"
#include "context/stance.h"
#include "context/subject.h"
#include "context/table.h"
#include "context/transcript.h"
#include "context/when.h"
#include "tokens/tokenizer.h"

void context_free(struct context *context)
{
    array_free(&context->parsed, context->allocator);
    array_free(&context->words, context->allocator);
    array_free(&context->lists, context->allocator);
    array_free(&context->items, context->allocator);
    array_free(&context->item_of, context->allocator);
    array_free(&context->letters, context->allocator);
    array_free(&context->finds, context->allocator);
    array_free(&context->spoken, context->allocator);
    array_free(&context->pending, context->allocator);
    array_free(&context->shares, context->allocator);
}

void context_reset(struct context *context)
{
    context->spoken.count = context->pending.count = 0;
    context->n_cells = context->n_turns = context->n_lines = 0;
    context->quoted = false;
}

/* ----------------------------------------------------------------- quotations */

#define LONGEST_FIRST_BORDER 16u /* bytes */

/* Where the border before the first sentence begins: "| | 2017 |" */
static uint32_t text_before(uint32_t start)
{
    return start > LONGEST_FIRST_BORDER ? start - LONGEST_FIRST_BORDER : 0;
}

bool context_enter(struct context *context, const char *text, size_t length, const struct sentence *sentence,
                   bool speaks)
{
    struct spoken *before = context->spoken.count ? &context->spoken.items[context->spoken.count - 1] : NULL;
    if (before && quotes_part(text, before->end, sentence->start)) {
        before->paragraph_ends = 1;
        context->quoted = false;
    }
    struct border border = table_border(text, before ? before->end : text_before(sentence->start), sentence->start);
    context->n_cells += border.cells && !border.lines;
    bool opens = context->quoted;
    bool begins = !opens && quotes_begin(text, sentence);
    bool follows = before && !opens && quotes_end(text, before->start, before->end);
    bool at_head = begins && (!before || before->paragraph_ends); /* which the next paragraph may go on with */
    context->quoted = quotes_behind(text, sentence, opens);
    if (context->quoted && !opens && !at_head)
        context->quoted = quotes_close(text, length, sentence->end);
    struct spoken *spoken = array_push(&context->spoken, context->allocator);
    if (spoken)
        *spoken = (struct spoken){ .start = sentence->start,
                                   .end = sentence->end,
                                   .opens_quoted = opens,
                                   .ends_quoted = context->quoted,
                                   .known = !speaks,
                                   .begins_quoted = begins,
                                   .follows_quote = follows,
                                   .border = border };
    bool line = border.lines || !before, labelled = spoken && line && (sentence->holds & SENTENCE_COLON);
    context->n_lines += line;
    context->n_turns += labelled && transcript_is_turn(text, spoken);
    return spoken != NULL;
}

/* -------------------------------------------------------------- one sentence */

bool context_reserve(struct context *context, size_t n_sentences, size_t n_tokens, size_t n_claims)
{
    context->parsed.count = context->words.count = context->items.count = context->item_of.count = 0;
    return array_reserve(&context->parsed, n_sentences, context->allocator)
           && array_reserve(&context->words, n_tokens + WORDS_AROUND * n_sentences, context->allocator)
           && array_reserve(&context->lists, 2 * n_tokens, context->allocator)
           && array_reserve(&context->items, n_tokens, context->allocator)
           && array_reserve(&context->item_of, n_claims, context->allocator)
           && array_reserve(&context->letters, n_tokens + PATTERN_AHEAD, context->allocator)
           && array_reserve(&context->finds, n_tokens, context->allocator);
}

/* Nothing is asked of a date but whether it is quoted and who names it. */
static bool are_dates_alone(const struct spoken *spoken, const struct sentence_claims *claims)
{
    bool dates = spoken->known && !spoken->opens_quoted;
    for (uint32_t i = 0; i < claims->count && dates; i++)
        dates = claims->items[i].kind == CLAIMEX_DATE;
    return dates;
}

void context_parse(struct context *context, uint32_t sentence, const struct tokens *tokens,
                   const struct sentence_claims *claims)
{
    if (are_dates_alone(&context->spoken.items[sentence], claims))
        return;
    struct parsed *parsed = &context->parsed.items[context->parsed.count++];
    struct word *words = context->words.items + context->words.count + 1;
    *parsed = (struct parsed){ .sentence = sentence,
                               .tokens = *tokens,
                               .clause = { .tokens = &parsed->tokens,
                                           .words = words,
                                           .items = context->items.items + context->items.count,
                                           .item_of = context->item_of.items + context->item_of.count,
                                           .claims = claims->items,
                                           .counted = claims->counted,
                                           .n_claims = claims->count,
                                           .opens_quoted = context->spoken.items[sentence].opens_quoted } };
    for (uint32_t i = 0; i < claims->count; i++)
        parsed->clause.has_dates |= claims->items[i].kind == CLAIMEX_DATE;
    words_classify(context->grammar, tokens, claims, words, context->lists.items);
    items_make(&parsed->clause);
    context->words.count += tokens->token.count + WORDS_AROUND;
    context->items.count += parsed->clause.n_items;
    context->item_of.count += claims->count;
}

/* A quotation that goes on behind the sentence is that of whoever speaks at its end. */
static void keep_speaker(struct spoken *spoken, const struct clause *clause, const struct attributions *found)
{
    const struct attribution *speaker = attribution_of_quotation(found), *last = NULL;
    if (spoken->follows_quote && found->count && found->items[0].first == 0 && !found->items[0].states)
        speaker = &found->items[0]; /* but '"It cost $5." | Ma said she would stay' */
    if (found->count)
        last = attribution_of(clause, found, clause->n_items - 1);
    if (!speaker && clause->ends_quoted && !clause->opens_quoted)
        speaker = last;
    spoken->known = 1;
    if (speaker)
        spoken->source = speaker->source, spoken->cue = speaker->cue;
    if (last)
        spoken->says = last->source, spoken->leads = last->cue;
}

/* "Ma said it cost 90 yuan ($14)": the writer converts, not the speaker. */
static bool is_conversion(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    uint8_t before = i > 0 ? item_class(clause, i - 1) : CLASS_NONE;
    return claim->kind == CLAIMEX_MONEY && claim->same_as >= 0 && (before == CLASS_OPEN || before == CLASS_SEMICOLON);
}

/* Who states each claim. */
static void find_speakers(struct context *context, struct parsed *parsed)
{
    struct clause *clause = &parsed->clause;
    struct attributions found;
    if (context->spoken.items[parsed->sentence].known)
        return;
    attribution_find(context->grammar, context->matcher, clause, context->letters.items, context->finds.items, &found);
    keep_speaker(&context->spoken.items[parsed->sentence], clause, &found);
    for (uint32_t c = 0; c < clause->n_claims && found.count; c++) {
        const struct attribution *attribution =
            clause->item_of[c] == NO_ITEM ? NULL : attribution_of(clause, &found, clause->item_of[c]);
        if (attribution)
            clause->claims[c].source = attribution->source, clause->claims[c].cue = attribution->cue;
    }
}

static void find_context(struct clause *clause)
{
    for (uint32_t c = 0; c < clause->n_claims; c++) {
        claimex_claim *claim = &clause->claims[c];
        uint32_t i = clause->item_of[c];
        if (i == NO_ITEM)
            continue;
        claim->flags |= clause->items[i].quoted ? CLAIMEX_QUOTED : 0;
        if (claim->kind == CLAIMEX_DATE)
            continue;
        change_find(clause, i);
        subject_find(clause, i);
        stance_find(clause, i);
        claim->same_as = restatement_find(clause, i);
        claim->time = when_find(clause, i);
        respectively_share(clause, i);
        if (is_conversion(clause, i))
            claim->source = claim->cue = (claimex_span){ 0, 0 };
    }
}

/* Links count the claims of the whole text. */
static void shift_links(const struct clause *clause, int32_t first)
{
    for (uint32_t i = 0; i < clause->n_claims; i++) {
        clause->claims[i].time += clause->claims[i].time >= 0 ? first : 0;
        clause->claims[i].same_as += clause->claims[i].same_as >= 0 ? first : 0;
    }
}

static bool keep_pending(struct context *context, const struct parsed *parsed, uint32_t first)
{
    for (uint32_t i = 0; i < parsed->clause.n_claims; i++) {
        if (!(parsed->clause.claims[i].flags & CLAIMEX_QUOTED) || parsed->clause.claims[i].source.end)
            continue;
        struct pending *pending = array_push(&context->pending, context->allocator);
        if (!pending)
            return false;
        *pending = (struct pending){ first + i, parsed->sentence };
    }
    return true;
}

/* A step is taken for all sentences before the next one: its code is large, and stays at hand so. */
bool context_find(struct context *context, const claimex_claim *claims)
{
    bool fine = true;
    for (size_t i = 0; i < context->parsed.count; i++)
        find_speakers(context, &context->parsed.items[i]);
    for (size_t i = 0; i < context->parsed.count; i++) {
        struct parsed *parsed = &context->parsed.items[i];
        uint32_t first = (uint32_t)(parsed->clause.claims - claims);
        find_context(&parsed->clause);
        shift_links(&parsed->clause, (int32_t)first);
        bool carries_on = parsed->clause.opens_quoted || parsed->clause.ends_quoted
                          || item_class(&parsed->clause, 0) == CLASS_QUOTE_OPENS;
        fine = fine && (!carries_on || keep_pending(context, parsed, first));
    }
    return fine;
}

/* ------------------------------------------------------------ other sentences */

/* For the speaker of a quotation that one sentence holds. Each step says whether the search is over. */
struct search {
    struct context *context;
    struct tokens *tokens; /* for the sentences that are looked at */
    uint32_t sentence;
    uint32_t first; /* of its paragraph, or of as many sentences as are looked at */
    claimex_span source, cue;
    bool failed;
};

static bool look_for_speaker(struct context *context, struct tokens *tokens, uint32_t sentence)
{
    struct spoken *spoken = &context->spoken.items[sentence];
    if (spoken->known)
        return true;
    tokens->numbers.count = 0;
    if (!tokenizer_run(tokens, spoken->start, spoken->end) || !context_reserve(context, 1, tokens->token.count, 0))
        return false;
    context_parse(context, sentence, tokens, &(struct sentence_claims){ NULL, NULL, 0 });
    find_speakers(context, &context->parsed.items[0]);
    return true;
}

#define MOST_SENTENCES 8u /* of a quotation, on either side of a claim */

static const struct spoken *spoken_at(const struct search *search, uint32_t k)
{
    return &search->context->spoken.items[k];
}

/* Is there a sentence behind it in its paragraph, not too far away? */
static bool goes_on(const struct search *search, uint32_t k)
{
    return k + 1 < search->context->spoken.count && k - search->sentence < MOST_SENTENCES
           && !spoken_at(search, k)->paragraph_ends;
}

/* Sentence k, which names a speaker, or there is no memory. */
static bool is_speaker(struct search *search, uint32_t k)
{
    search->failed = !look_for_speaker(search->context, search->tokens, k);
    search->source = spoken_at(search, k)->source;
    search->cue = spoken_at(search, k)->cue;
    return search->failed || search->source.end;
}

/* The same for the sentence before a quotation: Ma said that she would stay. | "It cost $5." */
static bool is_leader(struct search *search, uint32_t k)
{
    if (is_speaker(search, k))
        return true;
    search->source = spoken_at(search, k)->says;
    search->cue = spoken_at(search, k)->leads;
    return search->source.end != 0;
}

/* "Why did it cost $5?" | Ma said. */
static bool find_asker(struct search *search)
{
    uint32_t k = search->sentence;
    return goes_on(search, k) && spoken_at(search, k + 1)->follows_quote && !spoken_at(search, k + 1)->begins_quoted
           && is_speaker(search, k + 1);
}

/* Within one quotation of several sentences: before this one, then behind it. */
static bool find_in_quotation(struct search *search)
{
    uint32_t sentence = search->sentence;
    for (uint32_t k = sentence; k > 0 && sentence - k < MOST_SENTENCES && spoken_at(search, k)->opens_quoted; k--)
        if (is_speaker(search, k - 1))
            return true;
    for (uint32_t k = sentence; goes_on(search, k) && spoken_at(search, k)->ends_quoted; k++)
        if (is_speaker(search, k + 1))
            return true;
    return false;
}

/* Within the paragraph: the nearest before, then behind. */
static bool find_in_paragraph(struct search *search)
{
    for (uint32_t k = search->sentence; k > search->first; k--)
        if (is_speaker(search, k - 1))
            return true;
    for (uint32_t k = search->sentence; goes_on(search, k); k++)
        if (is_speaker(search, k + 1))
            return true;
    return false;
}

/* Whoever led to the quotation; nobody when it does not begin here. */
static bool find_leader(struct search *search)
{
    uint32_t opening = search->sentence;
    while (opening > search->first && spoken_at(search, opening)->opens_quoted)
        opening--;
    return !spoken_at(search, opening)->begins_quoted || (opening > 0 && is_leader(search, opening - 1));
}

/* A quotation that opens a paragraph may be that of the paragraph before. */
static void find_in_paragraph_before(struct search *search)
{
    uint32_t k = search->first;
    if (!spoken_at(search, k)->begins_quoted)
        return;
    for (uint32_t steps = 0; k > 0 && steps < MOST_SENTENCES; steps++) {
        bool parted = steps > 0 && spoken_at(search, k - 1)->paragraph_ends && !spoken_at(search, k)->begins_quoted;
        if (parted || is_speaker(search, --k))
            return;
    }
}

static void find_speaker(struct search *search)
{
    uint32_t sentence = search->sentence;
    search->first = sentence;
    while (search->first > 0 && sentence - search->first < MOST_SENTENCES
           && !spoken_at(search, search->first - 1)->paragraph_ends)
        search->first--;
    if (!find_asker(search) && !find_in_quotation(search) && !find_in_paragraph(search) && !find_leader(search))
        find_in_paragraph_before(search);
}

/* Whose the claims are: both are in the order of the text. */
static bool share_out(struct context *context, const struct found *found)
{
    uint32_t claim = found->first;
    context->shares.count = 0;
    if (!array_reserve(&context->shares, context->spoken.count, context->allocator))
        return false;
    for (size_t k = 0; k < context->spoken.count; k++) {
        struct share share = { claim, 0, 0 };
        while (claim < found->count && found->claims[claim].at.start < context->spoken.items[k].end)
            claim++;
        share.n_claims = claim - share.claim;
        context->shares.items[context->shares.count++] = share;
    }
    return true;
}

/* What the layout of the text says of claims. */
static bool find_layout(struct context *context, const char *text, const struct found *found)
{
    const struct spoken *sentences = context->spoken.items;
    uint32_t count = (uint32_t)context->spoken.count;
    if (context->n_turns >= TRANSCRIPT_FEWEST_TURNS && found->count > found->first
        && context->n_turns * TRANSCRIPT_LINES_FOR_A_TURN >= context->n_lines)
        transcript_find_speakers(text, sentences, count, found);
    if (!context->n_cells || found->count == found->first)
        return true;
    if (!share_out(context, found))
        return false;
    table_find_heads(text, sentences, context->shares.items, count, found->claims);
    return true;
}

static bool find_speakers_elsewhere(struct context *context, struct tokens *tokens, claimex_claim *claims)
{
    for (size_t i = 0; i < context->pending.count; i++) {
        struct search search = { .context = context, .tokens = tokens, .sentence = context->pending.items[i].sentence };
        find_speaker(&search);
        if (search.failed)
            return false;
        claimex_claim *claim = &claims[context->pending.items[i].claim];
        claim->source = search.source;
        claim->cue = search.cue;
    }
    return true;
}

bool context_finish(struct context *context, struct tokens *tokens, const struct found *found)
{
    bool fine = find_speakers_elsewhere(context, tokens, found->claims) && find_layout(context, tokens->text, found);
    context_reset(context);
    return fine;
}
