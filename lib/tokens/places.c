/* The tokenizer looks only to the left; whether a word stands beside a number is known when all tokens are there. */
#include "tokens/places.h"

static bool is_number(const struct token *token)
{
    return token->number != NO_NUMBER;
}

static bool is_slash(const struct tokens *tokens, const struct token *token)
{
    return token->end == token->start + 1 && tokens->text[token->start] == '/';
}

static bool reads(const struct tokens *tokens, const struct token *token, const char *word)
{
    return slice_is((struct slice){ tokens->text + token->start, token->end - token->start }, word);
}

static bool is_per(const struct tokens *tokens, const struct token *token)
{
    return reads(tokens, token, "per");
}

/* "12 may die", but "on may 12", "on 12 may" */
static bool is_modal(const struct tokens *all, size_t i)
{
    const struct token *tokens = all->token.items;
    if (!reads(all, &tokens[i], "may"))
        return false;
    size_t first = i > 0 && is_number(&tokens[i - 1]) ? i - 1 : i;
    return first == 0 || !reads(all, &tokens[first - 1], "on");
}

/* "2nd", "second" */
static bool is_ordinal(const struct token *token)
{
    return token->shape == CLASS_ORDINAL || (token->traits & TRAIT_ORDINAL);
}

/* With their hyphens, as the patterns have it; and "m m m m …" takes no longer for its length. */
#define MOST_SCALES 6

static bool is_scale(const struct token *token)
{
    return ((token->traits & TRAIT_SCALE) || token->shape == CLASS_HYPHEN) && !is_number(token);
}

/* Is the token before i a number, the scale or hyphen behind one, or the slash behind its unit ("5 km/ms") or itself
 * ("$5/hr")? */
static bool is_after_amount(const struct tokens *all, size_t i)
{
    const struct token *tokens = all->token.items;
    if (i > 1 && is_slash(all, &tokens[i - 1]))
        i -= tokens[i - 2].traits & (TRAIT_UNIT | TRAIT_TIMEUNIT) ? 2 : 1;
    else if (i > 1 && is_per(all, &tokens[i - 1])) /* "$5 per hr" */
        i--;
    if (i > 1 && (tokens[i - 1].traits & TRAIT_OF) && is_ordinal(&tokens[i - 2]))
        return true; /* "the second of march" */
    for (int scales = 0; scales < MOST_SCALES && i > 0 && is_scale(&tokens[i - 1]); scales++)
        i--;
    return i > 0 && is_number(&tokens[i - 1]);
}

/* Is the token behind i a number, or the sign of a currency before one ("c. £400m")? */
static bool is_before_amount(const struct tokens *all, size_t i)
{
    const struct token *next = &all->token.items[i + 1];
    size_t left = all->token.count - i - 1;
    if (left > 0 && (is_number(next) || is_ordinal(next)))
        return true;
    return left > 1 && (next->traits & TRAIT_UNIT) && !next->capital && is_number(&next[1])
           && next->end == next[1].start;
}

/* "CAD", "TOP": words that mean a currency or unit only beside a number. */
void places_mark(struct tokens *tokens)
{
    if (!(tokens->traits & TRAIT_BESIDE))
        return;
    for (size_t i = 0; i < tokens->token.count; i++) {
        struct token *token = &tokens->token.items[i];
        if ((token->traits & TRAIT_BESIDE) && (is_before_amount(tokens, i) || is_after_amount(tokens, i))
            && !is_modal(tokens, i))
            token->place |= LEXICON_PLACE_BESIDE;
    }
}
