/* English words are several things ("rise", "report", "set"). What one is here follows from its neighbours: a handful
 * of rules, each looking one word to either side, is right most of the time. */
#include "context/words.h"

#include "lexicon/word.h"
#include "lexicon/word_class.h"

#define OPEN (IS(NOUN) | IS_VERBAL | IS(ADJECTIVE) | IS(ADVERB))
#define CLOSED                                                                                                  \
    (IS(DETERMINER) | IS(POSSESSOR) | IS(PRONOUN) | IS(RELATIVE) | IS(THAT) | IS(PREPOSITION) | IS(SUBORDINATE) \
     | IS(BUT) | IS_HELPER | IS(NOT) | IS(ACCORDING))

/* --------------------------------------------------------- all that it can be */

static uint64_t bits_of(unsigned classes)
{
    return (classes & WORD_NOUN ? IS(NOUN) : 0) | (classes & WORD_VERB ? IS(VERB) : 0)
           | (classes & WORD_PAST ? IS(PAST) : 0) | (classes & WORD_GERUND ? IS(GERUND) : 0)
           | (classes & WORD_ADJECTIVE ? IS(ADJECTIVE) : 0) | (classes & WORD_ADVERB ? IS(ADVERB) : 0);
}

/* A word that no lexicon has. */
static struct word unknown_word(const struct tokens *tokens, uint32_t i)
{
    return (struct word){ bits_of(memo_classes(tokens->memo, token_slice(tokens, i))), CLASS_NONE, false };
}

static struct word formless(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    switch (token->shape) {
    case CLASS_LOWER:
        return unknown_word(tokens, i);
    case CLASS_CAPITALISED:
    case CLASS_UPPER:
    case CLASS_MIXED:
        if (token->flags & TOKEN_FIRST)
            return unknown_word(tokens, i);
        return (struct word){ IS(NAME), CLASS_NONE, false };
    case CLASS_CODE:
        return (struct word){ IS(NAME), CLASS_NONE, false };
    case CLASS_HYPHEN:
    case CLASS_DASH:
    case CLASS_MARK:
        return (struct word){ 0, token->shape, false };
    case CLASS_MINUS: /* the first half of " -- " */
        return (struct word){ 0, CLASS_DASH, false };
    default: /* a number that is no claim */
        return (struct word){ IS(ADJECTIVE), CLASS_NUMBER, false };
    }
}

/* The I of "A.F.L.-C.I.O." */
static bool is_initial(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->end - token->start == 1 && token->capital == CLASS_CAPITALISED && i + 1 < tokens->token.count
           && tokens->text[token->end] == '.' && i > 0;
}

/* A capital within a sentence makes a name of all but the small words. */
static struct word possible(const struct grammar *grammar, const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    if (!token->form)
        return formless(tokens, i);
    if (is_initial(tokens, i))
        return (struct word){ IS(NAME), CLASS_NONE, false };
    struct word word = grammar->of_form[token->form];
    if (token->capital == CLASS_UPPER && token->end < tokens->length && tokens->text[token->end] == '&') /* "AT&T" */
        return (struct word){ IS(NAME), CLASS_NONE, false };
    bool capital = token->capital && token->capital != CLASS_LOWER && !(token->flags & TOKEN_FIRST);
    if (capital && !(word.traits & CLOSED) && (word.traits & OPEN))
        word.traits = IS(NAME) | (word.traits & (IS(REPORT_NOUN) | IS(SURVEY)));
    return word;
}

/* ------------------------------------------------------------- what it is here */

struct neighbours {
    uint64_t before, behind;
    uint8_t class_before, class_behind;
    bool in_singular;
    bool behind_date; /* "revenue in 2020 *fell* to" */
    bool agrees;      /* one of this word and the one before ends in s: "sales rise", "the firm reports", but "a January
                         report" */
};

static bool opens_phrase(const struct neighbours *n)
{
    bool adjective = (n->before & IS(ADJECTIVE)) && !(n->before & IS(NOUN));
    return (n->before & (IS(DETERMINER) | IS(POSSESSOR))) || adjective || n->class_before == CLASS_POSSESSIVE
           || n->class_before == CLASS_PER || n->class_before == CLASS_NUMBER || n->class_before == CLASS_HYPHEN;
}

/* What can only follow a verb: "sales *rose* by", "data *show* that". */
static bool goes_on_like_verb(const struct neighbours *n)
{
    bool small = n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || n->class_behind == CLASS_NUMBER;
    return small
           || (n->behind
               & (IS(DETERMINER) | IS(POSSESSOR) | IS(PREPOSITION) | IS(PRONOUN) | IS(THAT) | IS(ADVERB) | IS(FIGURE)
                  | IS(WHEN) | IS(SUBORDINATE)));
}

static uint64_t keep(uint64_t traits, uint64_t part)
{
    return (traits & part) ? (traits & ~OPEN) | (traits & part) : traits;
}

/* "…, the paper *reports*." "The poll *shows* Trump …" */
static bool is_saying(uint64_t traits, const struct neighbours *n)
{
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_QUOTE
                || n->class_behind == CLASS_COLON;
    return (traits & (IS(REPORT) | IS(SHOW)))
           && ((ends && ((n->before & IS(NAME)) || !(traits & IS(REPORT_NOUN)))) || (n->behind & IS(NAME)));
}

/* Behind a noun or name. */
static uint64_t behind_noun(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE);
    if ((traits & IS(NOUN)) && (traits & (IS(UP) | IS(DOWN))) && n->class_behind == CLASS_OF)
        return keep(traits, IS(NOUN)); /* "an overall *cut* of $5" */
    if (traits & IS(PAST))
        return keep(traits, IS(PAST));
    if ((traits & IS(GERUND)) && (traits & (IS(UP) | IS(DOWN))) && (n->behind & (IS(FIGURE) | IS(ADVERB))))
        return keep(traits, IS(GERUND)); /* "with prices *rising* 5%" */
    if ((traits & IS(GERUND)) && (traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(THAT)))
        return keep(traits, IS(GERUND)); /* "figures *showing* that" */
    if (!(traits & IS(VERB)))
        return traits;
    if (!n->agrees && n->in_singular)
        return (traits & ~OPEN) | IS(NOUN); /* "an ad buy" */
    if (!(traits & nominal))
        return keep(traits, IS(VERB));
    bool object =
        n->behind & (IS(THAT) | IS(DETERMINER) | IS(POSSESSOR) | IS(FIGURE)); /* "figures from the port *show* that" */
    bool noun = n->class_behind == CLASS_OF
                || ((traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(PREPOSITION))); /* "loan *notes* for" */
    bool verb = (n->agrees || object) && !noun && (goes_on_like_verb(n) || is_saying(traits, n));
    return keep(traits, verb ? IS(VERB) : nominal);
}

static uint64_t here(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST);
    if (n->behind_date && (traits & IS(PAST)) && goes_on_like_verb(n))
        return keep(traits, IS(PAST));
    if ((n->before & IS_MODAL) && (traits & OPEN) == IS(NOUN) && goes_on_like_verb(n))
        return (traits & ~OPEN) | IS(VERB); /* "will *burden* the" */
    if (n->class_before == CLASS_TO || (n->before & (IS_MODAL | IS(DO))))
        return (traits & IS(VERB)) ? keep(traits, IS(VERB)) : traits;
    if ((n->before & (IS(PREPOSITION) | IS(SUBORDINATE))) && (traits & IS(GERUND)) && (traits & (IS(UP) | IS(DOWN)))
        && goes_on_like_verb(n))
        return keep(traits, IS(GERUND)); /* "after *falling* by 5%" */
    bool object = n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR));
    if ((traits & IS(GERUND))
        && ((object && (!opens_phrase(n) || n->class_before == CLASS_NUMBER)) || (n->before & IS_VERBAL & ~IS(GERUND))))
        return keep(traits, IS(GERUND)); /* "spending $5", "keeps running" */
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || (n->behind & IS(PREPOSITION));
    bool goes_on = ends || (n->behind & (IS(FIGURE) | IS(ADVERB)));
    if (n->class_before == CLASS_NUMBER && (traits & IS(PAST)) && goes_on && !(traits & (IS(UP) | IS(DOWN))))
        return keep(traits, IS(PAST)); /* "the 128 GB found in it", "5% left.", "a flat of 85 sq m cost $5" */
    if (opens_phrase(n) && n->class_before != CLASS_NUMBER && !(traits & (nominal | IS(ADVERB))))
        return (traits & ~OPEN) | IS(NOUN); /* "the hunt", whatever the table says */
    bool ends_phrase = (n->behind & IS(PREPOSITION)) || n->class_behind == CLASS_OF || n->class_behind == CLASS_PERIOD;
    if (opens_phrase(n) && (traits & OPEN) == IS(GERUND) && ends_phrase && !(n->before & IS(POSSESSOR)))
        return (traits & ~OPEN) | IS(NOUN); /* "a *grounding* for two months" */
    if (opens_phrase(n))
        return keep(traits, (traits & IS(NOUN)) ? IS(NOUN) | IS(ADJECTIVE) : nominal);
    if (n->before & (IS(BE) | IS(HAVE)))
        return keep(traits,
                    (traits & (IS(PAST) | IS(GERUND))) ? IS(PAST) | IS(GERUND) : IS(NOUN) | IS(ADJECTIVE) | IS(ADVERB));
    if (n->before & (IS(PRONOUN) | IS(RELATIVE)))
        return keep(traits, IS(VERB) | IS(PAST));
    if ((n->before & (IS(PREPOSITION) | IS(ACCORDING))) || n->class_before == CLASS_OF || n->class_before == CLASS_FROM)
        return keep(traits, nominal);
    if (n->before & (IS(NOUN) | IS(NAME)))
        return behind_noun(traits, n);
    if (n->before & IS(ADVERB))
        return keep(traits, IS(PAST) | IS(VERB));
    if (n->class_before == CLASS_COMMA && (traits & IS(REPORT)) && (n->behind & IS(THAT)))
        return keep(traits, IS_VERBAL); /* "Ma, the founder, *notes* that" */
    if (n->class_before == CLASS_COMMA && (traits & IS(GERUND)) && n->class_behind == CLASS_FROM)
        return keep(traits, IS(GERUND)); /* "…, *ranging* from $5" */
    if (n->class_before == CLASS_COMMA && (traits & IS(GERUND)) && (traits & (IS(UP) | IS(DOWN)))
        && (goes_on_like_verb(n) || (n->behind & IS(NAME))))
        return keep(traits, IS(GERUND)); /* "…, *dropping* to $5" */
    if (n->class_before == CLASS_COMMA || n->class_before == CLASS_AND || n->class_before == CLASS_QUOTE
        || n->class_before == CLASS_CLOSE || n->class_before == CLASS_DASH)
        return keep(traits, (traits & IS(PAST))                            ? IS(PAST)
                            : goes_on_like_verb(n) && !(traits & IS(NOUN)) ? IS(VERB)
                                                                           : nominal);
    return keep(traits, nominal);
}

static bool ends_in_s(const struct tokens *tokens, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    return (word.bytes[word.length - 1] | 0x20) == 's';
}

/* "points out": a phrase of the lexicon is what it says. */
static bool is_several_words(const struct tokens *tokens, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    return tokens->token.items[i].form && memchr(word.bytes, ' ', word.length) != NULL;
}

/* "likely to", "failed to": what follows is an infinitive. */
static bool opens_infinitive(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    return (words[i].traits & (IS(EXPECT) | IS(AIM) | IS(FAIL))) && word.length > 3
           && memcmp(word.bytes + word.length - 3, " to", 3) == 0;
}

/* Only a modal word before it can make another of a noun, and nothing of an adjective. */
static bool is_decided(uint64_t traits, uint64_t before)
{
    uint64_t open = traits & OPEN;
    return !open || open == IS(ADJECTIVE) || (open == IS(NOUN) && !(before & (IS_MODAL | IS(ADVERB) | IS(NOT))))
           || (traits & (CLOSED | IS(NAME) | IS(FIGURE) | IS(WHEN))) != 0;
}

/* Behind "a" or "an" and its nouns no plain verb can follow: "a Post-ABC News *poll*". */
static bool is_in_singular(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    uint32_t k = i;
    while (k > 0 && i - k < 8
           && ((words[k - 1].traits & (IS(NAME) | IS(NOUN) | IS(ADJECTIVE) | IS(FIGURE)))
               || words[k - 1].class == CLASS_HYPHEN))
        k--;
    return k > 0 && k < i && token_reading(tokens, k - 1, CLASS_A) && !ends_in_s(tokens, i);
}

static void resolve(const struct tokens *tokens, struct word *words, uint32_t n_words, uint32_t i)
{
    struct neighbours n = { .class_before = CLASS_NONE, .class_behind = CLASS_NONE };
    uint64_t traits = words[i].traits;
    uint32_t before = i;
    if (is_several_words(tokens, i)) {
        if ((traits & IS(REPORT)) && i > 0 && (words[i - 1].traits & IS(POSSESSOR)))
            words[i].traits = IS(NOUN); /* "his calls for" */
        return;
    }
    while (before > 0 && i - before < 6 && (words[before - 1].traits & (IS(ADVERB) | IS(NOT) | IS(WHEN)))
           && !(words[before - 1].traits & CLOSED & ~IS(NOT))
           && !(before > 1 && words[before - 2].class == CLASS_HYPHEN))
        before--;
    n.behind_date = i > 0 && (words[i - 1].traits & IS(WHEN));
    if (before == 0)
        before = i;
    if (before > 0)
        n.before = words[before - 1].traits, n.class_before = words[before - 1].class,
        n.agrees = ends_in_s(tokens, before - 1) || ends_in_s(tokens, i) || (words[before - 1].traits & IS(MANY)) != 0,
        n.in_singular = is_in_singular(tokens, words, i), n.agrees = n.agrees && !n.in_singular;
    if (before > 0 && opens_infinitive(tokens, words, before - 1))
        n.class_before = CLASS_TO;
    if (i + 1 < n_words)
        n.behind = words[i + 1].traits, n.class_behind = words[i + 1].class;
    if ((traits & (IS(REPORT) | IS(SHOW))) && (traits & IS(PAST)) && !(n.before & (IS(DETERMINER) | IS(POSSESSOR))))
        traits &= ~(IS(ADJECTIVE) | IS(NOUN));
    bool opens =
        i == 0 && (traits & OPEN) == IS(VERB) && ends_in_s(tokens, i); /* "Exports fell": no verb without its noun */
    bool name = i == 0 && (traits & OPEN) == IS(ADVERB) && !tokens->token.items[i].form
                && (n.behind & (IS(REPORT) | IS(SHOW))); /* "Kelly said" */
    words[i].traits = opens || name ? (traits & ~OPEN) | IS(NOUN) : here(traits, &n);
}

static struct word claim_word(const struct grammar *grammar, const struct token *token, const claimex_claim *claim)
{
    if (claim->kind == CLAIMEX_DATE)
        return (struct word){ IS(WHEN), CLASS_NONE, false };
    uint64_t turn = token->form ? grammar->of_form[token->form].traits & (IS(UP) | IS(DOWN)) : 0;
    return (struct word){ IS(FIGURE) | turn, CLASS_NUMBER, false };
}

/* "it's": is. The 500 of "S&P 500" is part of a name; "about" before a figure is no preposition. */
static struct word in_context(const struct tokens *tokens, const struct word *words, const uint32_t *claimed,
                              uint32_t i)
{
    struct word word = words[i];
    uint64_t before = i > 0 ? words[i - 1].traits : 0;
    if (word.class == CLASS_POSSESSIVE && (before & (IS(PRONOUN) | IS(THAT) | IS(RELATIVE) | IS(SUBORDINATE))))
        return (struct word){ IS(BE), CLASS_NONE, false };
    if (word.class == CLASS_NUMBER && ((before & IS(NAME)) || (i > 0 && words[i - 1].class == CLASS_HYPHEN)))
        return (struct word){ IS(NAME), CLASS_NONE, false };
    if (word.bound && i + 1 < tokens->token.count && claimed[i + 1])
        return (struct word){ IS(ADVERB), CLASS_NONE, true };
    return word;
}

void words_classify(const struct grammar *grammar, const struct tokens *tokens, const uint32_t *claimed,
                    const claimex_claim *claims, struct word *words)
{
    uint32_t n = (uint32_t)tokens->token.count;
    for (uint32_t i = 0; i < n; i++) {
        const struct token *token = &tokens->token.items[i];
        if (claimed[i]) {
            words[i] = claim_word(grammar, token, &claims[claimed[i] - 1]);
            continue;
        }
        bool plain = token->form && token->capital == CLASS_LOWER;
        words[i] = plain ? grammar->of_form[token->form] : possible(grammar, tokens, i);
        if (words[i].class || words[i].bound)
            words[i] = in_context(tokens, words, claimed, i);
    }
    for (uint32_t i = 0; i < n; i++)
        if (!is_decided(words[i].traits, i > 0 ? words[i - 1].traits : 0))
            resolve(tokens, words, n, i);
}
