/* "Oil Falls 3% to $70 a Barrel", "OIL FALLS 3%": where all words have capitals, a capital makes no name. What can only
 * be a noun may be one, and keeps its own. A sentence with its stop is none, unless all of it is in capitals. */
#include "tokens/headline.h"

#include "lexicon/word_class.h"

#define LONGEST_SMALL 4u   /* letters of words that headlines write small */
#define FEWEST_CAPITALS 2u /* behind the first word */

static bool is_capital(const struct token *token)
{
    return token->capital > CLASS_LOWER;
}

static bool is_small_word(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->capital != CLASS_LOWER || token->end - token->start <= LONGEST_SMALL
           || token_has(tokens, i, CLASS_PREPOSITION);
}

static bool ends_in_stop(const struct tokens *tokens)
{
    const struct token *last = &tokens->token.items[tokens->token.count - 1];
    return tokens->text[last->end - 1] == '.';
}

/* The formatter takes the entries for calls. */
/* clang-format off */
#define SMALL(in) in(PREPOSITION) in(TO) in(A) in(THE) in(BE) in(WILL)
/* clang-format on */

static const struct class_set small = CLASS_SET(SMALL);

/* "to", "of"; "Falls", "Hired" */
static bool is_of_sentence(const struct tokens *tokens, uint32_t i)
{
    if (token_meets(tokens, i, &small))
        return true;
    struct slice word = token_slice(tokens, i);
    unsigned classes = is_capital(&tokens->token.items[i]) ? token_word_classes(tokens, i) : 0;
    return (classes & WORD_PAST) || ((classes & WORD_VERB) && (word.bytes[word.length - 1] | 0x20) == 's');
}

/* "OIL", "A"; what is no word */
static bool is_loud(const struct token *token)
{
    return !token->capital || token->capital == CLASS_UPPER
           || (token->capital == CLASS_CAPITALISED && token->end == token->start + 1);
}

/* The rows of tables, which have nearly as many numbers as words, are none; nor are addresses. */
static bool is_headline(const struct tokens *tokens)
{
    uint32_t capitals = 0, numbers = 0;
    bool sentence = false, stops = tokens->token.count > 0 && ends_in_stop(tokens);
    for (uint32_t i = 0; i < tokens->token.count; i++) {
        if (!is_small_word(tokens, i) || (stops && !is_loud(&tokens->token.items[i])))
            return false;
        capitals += i > 0 && is_capital(&tokens->token.items[i]);
        numbers += tokens->token.items[i].number != NO_NUMBER;
        sentence |= i > 0 && is_of_sentence(tokens, i);
    }
    return sentence && capitals >= FEWEST_CAPITALS && capitals >= 2 * numbers;
}

/* The "JOBS" of "FIRM CUTS 300 JOBS", and "LESS THAN", which the lexicon has. */
static bool is_loud_word(const struct tokens *tokens, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    bool plural = word.length > LONGEST_SMALL - 1 && word.bytes[word.length - 1] == 'S';
    return tokens->token.items[i].capital == CLASS_UPPER && (plural || !tokens->token.items[i].shape);
}

/* The "FIVE" of "FIVE BANKS"; not of "CHANNEL FIVE". */
static bool is_loud_number(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    return token->number != NO_NUMBER && token->capital == CLASS_UPPER && i + 1 < tokens->token.count
           && token[1].capital;
}

static bool is_more_than_noun(const struct tokens *tokens, uint32_t i)
{
    unsigned classes = token_word_classes(tokens, i);
    return (classes & (WORD_VERB | WORD_PAST | WORD_GERUND | WORD_ADJECTIVE | WORD_ADVERB)) != 0;
}

void headline_mark(struct tokens *tokens)
{
    if (!is_headline(tokens))
        return;
    for (uint32_t i = 0; i < tokens->token.count; i++) {
        struct token *token = &tokens->token.items[i];
        if (is_loud_number(tokens, i))
            token->capital = CLASS_LOWER;
        if (!is_capital(token) || token->number != NO_NUMBER || token_has(tokens, i, CLASS_MONTH)
            || token_has(tokens, i, CLASS_WEEKDAY) || !(is_more_than_noun(tokens, i) || is_loud_word(tokens, i)))
            continue;
        token->capital = CLASS_LOWER;
        token->shape = token->shape ? CLASS_LOWER : token->shape;
    }
}
