/* The words of a sentence: first all that each can be, with claims in the place of their tokens, then what it is. */
#include "context/possible.h"
#include "context/words.h"

static struct word claim_word(const struct grammar *grammar, const struct token *token, const claimex_claim *claim)
{
    if (claim->kind == CLAIMEX_DATE)
        return (struct word){ .traits = IS(WHEN) };
    uint64_t turn = grammar_word(grammar, token)->traits & (IS(UP) | IS(DOWN));
    return (struct word){ .traits = IS(FIGURE) | turn, .class = CLASS_NUMBER };
}

/* "26 *saves*", "25 *underperforming* stores": what the count has found is a noun, whatever else it can be; but "one
 * *told* me". */
static void mark_counted(const struct tokens *tokens, struct word *word, uint32_t i, bool last)
{
    uint64_t nominal = word->traits & (IS(NOUN) | IS(ADJECTIVE));
    if (word->marks & WORD_SEVERAL)
        return;
    if (last && ((word->traits & IS(NOUN)) || word_ends_in_s(tokens, i)))
        word_decide(word, (word->traits & ~IS_OPEN) | IS(NOUN));
    else if (!last && (word->traits & IS_VERBAL))
        word_decide(word, (word->traits & ~IS_OPEN) | (nominal ? nominal : IS(ADJECTIVE)));
}

static bool is_one(const claimex_claim *claim)
{
    return claim->value.digits == 1 && claim->value.exponent == 0;
}

static void mark_claims(const struct grammar *grammar, const struct tokens *tokens,
                        const struct sentence_claims *claims, struct word *words)
{
    const struct token *token = tokens->token.items;
    uint32_t i = 0, n = (uint32_t)tokens->token.count;
    for (uint32_t c = 0; c < claims->count; c++) {
        const claimex_claim *claim = &claims->items[c];
        uint32_t counted = claims->counted[c];
        while (i < n && token[i].start < claim->at.start)
            i++;
        for (; i < n && token[i].start < claim->at.end; i++) { /* "80 m.p.h|." ends within its token */
            words[i] = claim_word(grammar, &token[i], claim);
            words[i].claim = c + 1;
        }
        for (uint32_t k = i; k < counted; k++)
            mark_counted(tokens, &words[k], k, k + 1 == counted);
        if (counted > i)
            words[counted - 1].counted = !is_one(claim);
    }
}

/* "they'd sold": had; but "they'd sell" */
static uint64_t had_or_would(const struct word *word)
{
    const struct word *next = word + 1;
    next += (next->traits & (IS(ADVERB) | IS(NOT))) != 0 && !(next->traits & IS_VERBAL);
    return (next->traits & (IS(PAST) | IS(VERB))) == IS(PAST) ? IS(HAVE) : IS(WOULD);
}

/* "sales *there* fell", "unemployment there is": a place; not "he says there is", "so there are" */
static uint64_t there_or_it(const struct word *word)
{
    bool noun = (word[-1].traits & (IS(NOUN) | IS_VERBAL)) == IS(NOUN);
    bool verb = (word[1].traits & IS_VERBAL) && !(word[1].traits & IS_HELPER);
    return noun || (verb && (word[-1].traits & IS(NOUN))) ? IS(ADVERB) : IS(PRONOUN);
}

/* "it's": is. The 500 of "S&P 500" is part of a name; "about" before a figure is no preposition. */
static void lean(struct word *word)
{
    uint64_t before = word[-1].traits, traits = word->traits;
    if (word->class == CLASS_POSSESSIVE && (before & (IS(PRONOUN) | IS(THAT) | IS(RELATIVE) | IS(SUBORDINATE))))
        traits = IS(BE);
    else if (word->class == CLASS_NUMBER && ((before & IS(NAME)) || word[-1].class == CLASS_HYPHEN))
        traits = IS(NAME);
    else if ((traits & IS(WOULD)) && (traits & IS(HAVE)))
        traits = had_or_would(word);
    else if ((traits & IS(PRONOUN)) && (traits & IS(ADVERB)))
        traits = there_or_it(word);
    else if ((word->marks & WORD_BOUND) && word[1].claim)
        traits = IS(ADVERB);
    else
        return;
    *word = (struct word){ .traits = traits, .marks = word->marks & (WORD_BOUND | WORD_SEVERAL) };
    word_settle(word);
}

/* Only a modal word before it can make another of a noun. */
static bool is_decided(const struct word *word)
{
    return ((word->traits & IS_OPEN) == IS(NOUN)) & !(word[-1].traits & (IS_MODAL | IS(ADVERB) | IS(NOT)));
}

void words_classify(const struct grammar *grammar, const struct tokens *tokens, const struct sentence_claims *claims,
                    struct word *words, uint32_t *lists)
{
    uint32_t n = (uint32_t)tokens->token.count, n_leaning = 0, n_unsure = 0;
    uint32_t *leaning = lists, *unsure = lists + n;
    possible_find(grammar, tokens, words, lists);
    words[-1] = words[n] = words[n + 1] = (struct word){ .traits = 0 };
    mark_claims(grammar, tokens, claims, words);
    for (uint32_t i = 0; i < n; i++) {
        leaning[n_leaning] = i;
        n_leaning += (words[i].marks & WORD_LEANING) != 0;
    }
    for (uint32_t k = 0; k < n_leaning; k++)
        lean(&words[leaning[k]]);
    for (uint32_t i = 0; i < n; i++) {
        unsure[n_unsure] = i;
        n_unsure += ((words[i].marks & WORD_UNSURE) != 0) & !is_decided(&words[i]);
    }
    for (uint32_t k = 0; k < n_unsure; k++)
        if (!is_decided(&words[unsure[k]]))
            words_resolve(tokens, words, unsure[k]);
}
