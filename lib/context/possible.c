/* A lexicon and its table of endings say what a word can be, whatever stands around it; its capital says the rest. */
#include "context/possible.h"

/* ------------------------------------------------------------ what follows from its traits */

static uint8_t class_of_closed(uint64_t traits)
{
    static const struct {
        uint64_t traits;
        uint8_t class;
    } order[] = {
        { IS(ACCORDING), CLASS_ACCORDING },
        { IS(BE), CLASS_BE },
        { IS(HAVE), CLASS_HAVE },
        { IS(DO), CLASS_DO },
        { IS(WILL), CLASS_WILL },
        { IS(WOULD), CLASS_WOULD },
        { IS(CAN), CLASS_CAN },
        { IS(MUST), CLASS_MUST },
        { IS(NOT), CLASS_NOT },
        { IS(RELATIVE), CLASS_RELATIVE },
        { IS(THAT), CLASS_THAT },
        { IS(PRONOUN), CLASS_PRONOUN },
        { IS(BUT), CLASS_BUT },
        { IS(PREPOSITION), CLASS_PREPOSITION },
        { IS(SUBORDINATE), CLASS_SUBORDINATE },
    };
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        if (traits & order[i].traits)
            return order[i].class;
    return CLASS_NONE;
}

static uint8_t class_of_open(uint64_t traits)
{
    if (traits & IS(CITING))
        return CLASS_CITING;
    if (!(traits & IS_VERBAL))
        return traits & IS(ADVERB) ? CLASS_ADVERB : CLASS_NONE;
    if (traits & (IS(REPORT) | IS(SHOW)))
        return traits & IS(REPORT) ? CLASS_REPORT : CLASS_SHOW;
    return traits & IS(GERUND) ? CLASS_GERUND : traits & IS(PAST) ? CLASS_PAST : CLASS_VERB;
}

static uint8_t class_alone(const struct word *word)
{
    if (word->class)
        return word->class == CLASS_OR ? CLASS_AND : word->class;
    uint8_t closed = word->traits & IS_CLOSED ? class_of_closed(word->traits) : CLASS_NONE;
    return closed ? closed : class_of_open(word->traits);
}

static bool is_determiner(uint64_t traits)
{
    return (traits & (IS(DETERMINER) | IS(POSSESSOR))) != 0 && !(traits & IS(THAT));
}

/* Only its neighbours can say what a word is that can be a verb and something else; nothing changes an adjective. */
static bool is_unsure(uint64_t traits)
{
    uint64_t open = traits & IS_OPEN;
    return open && open != IS(ADJECTIVE) && !(traits & (IS_CLOSED | IS(NAME) | IS(FIGURE) | IS(WHEN)));
}

static bool is_verb(uint8_t class)
{
    return class == CLASS_VERB || class == CLASS_PAST || class == CLASS_GERUND || class == CLASS_REPORT
           || class == CLASS_SHOW || class == CLASS_CITING;
}

void word_settle(struct word *word)
{
    bool opens = (word->traits & (IS(PAST) | IS(GERUND) | IS(PREPOSITION))) || word->class == CLASS_QUOTE
                 || word->class == CLASS_APOSTROPHE;
    bool leans = word->class == CLASS_POSSESSIVE || word->class == CLASS_NUMBER || (word->marks & WORD_BOUND)
                 || ((word->traits & IS(WOULD)) && (word->traits & IS(HAVE)))
                 || ((word->traits & IS(PRONOUN)) && (word->traits & IS(ADVERB)));
    word->marks =
        (uint8_t)((word->marks & (WORD_BOUND | WORD_SEVERAL)) | (is_determiner(word->traits) ? WORD_DETERMINER : 0)
                  | (word_is_nominal(word) || word->class == CLASS_NUMBER ? WORD_NOMINAL : 0)
                  | (is_unsure(word->traits) ? WORD_UNSURE : 0) | (leans ? WORD_LEANING : 0));
    word->alone = class_alone(word);
    word->marks |=
        (uint8_t)((is_verb(word->alone) || (word->traits & IS_HELPER) ? WORD_VERBAL : 0) | (opens ? WORD_OPENING : 0));
}

/* ---------------------------------------------------------------------- all that it can be */

/* The I of "A.F.L.-C.I.O." */
static bool is_initial(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->end - token->start == 1 && token->capital == CLASS_CAPITALISED && i + 1 < tokens->token.count
           && tokens->text[token->end] == '.' && i > 0;
}

/* "AT&T" */
static bool is_before_ampersand(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->capital == CLASS_UPPER && token->end < tokens->length && tokens->text[token->end] == '&';
}

/* The A of "Category A", which is no article. */
static bool is_of_lettered(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->end - token->start == 1 && i > 0 && tokens->text[token->start] == 'A'
           && (token_has(tokens, i - 1, CLASS_LETTERED) || token_has(tokens, i - 1, CLASS_NUMBERED));
}

/* A word of the lexicon with a capital: within a sentence that makes a name of all but the small words. */
static struct word capital_word(const struct grammar *grammar, const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    struct word word = *grammar_word(grammar, token);
    if (is_initial(tokens, i) || is_before_ampersand(tokens, i) || is_of_lettered(tokens, i))
        return grammar->of[CLASS_CAPITALISED];
    bool short_form = token->capital != CLASS_CAPITALISED && (word.traits & IS_OPEN) == IS(ADVERB); /* "YoY", "YOY" */
    if (!(token->flags & TOKEN_FIRST) && !(word.traits & IS_CLOSED) && (word.traits & IS_OPEN) && !short_form) {
        uint64_t nation = (word.traits & IS(NAME)) ? word.traits & IS(ADJECTIVE) : 0; /* "Chinese" exports */
        word.traits = IS(NAME) | (word.traits & (IS(REPORT_NOUN) | IS(SURVEY))) | nation;
        word_settle(&word);
    }
    return word;
}

/* A word that no lexicon has, but for names. The first one in a sentence has a capital whatever it is. */
static bool is_unknown(const struct token *token)
{
    unsigned last = token->flags & TOKEN_FIRST ? CLASS_MIXED : CLASS_LOWER;
    return token->shape >= CLASS_LOWER && token->shape <= last;
}

/* A table has most words. The others are listed first, without a jump, as no two texts have them in the same places. */
void possible_find(const struct grammar *grammar, const struct tokens *tokens, struct word *words, uint32_t *lists)
{
    uint32_t *capital = lists, *unknown = lists + tokens->token.count, n_capital = 0, n_unknown = 0;
    for (uint32_t i = 0; i < tokens->token.count; i++) {
        const struct token *token = &tokens->token.items[i];
        words[i] = *grammar_word(grammar, token);
        capital[n_capital] = unknown[n_unknown] = i;
        n_capital += (token->form != 0) & (token->capital > CLASS_LOWER);
        n_unknown += is_unknown(token);
    }
    for (uint32_t k = 0; k < n_capital; k++)
        words[capital[k]] = capital_word(grammar, tokens, capital[k]);
    for (uint32_t k = 0; k < n_unknown; k++)
        words[unknown[k]] = grammar->of_classes[token_word_classes(tokens, unknown[k])];
}
