/* In quick writing a digit may stand for the word that sounds like it, "go 2 the shop" and "thanks 4 your help", or be
 * part of a picture: "<3" is a heart. */
#include "recognizers/informal.h"

#include "lexicon/word_class.h"
#include "recognizers/noun.h"

/* "3", "333" */
static bool is_all_threes(struct slice digits)
{
    for (size_t i = 0; i < digits.length; i++)
        if (digits.bytes[i] != '3')
            return false;
    return true;
}

/* "we <3 you", "a nice phone <3", "<3 not that"; but "n <3 was too few", "<3 people". */
static bool is_heart(const struct reader *reader, const struct candidate *candidate, bool plural)
{
    uint32_t sign = candidate->first - 1, end = candidate->end;
    if (candidate->first == 0 || end > candidate->first + 1 || !reader_is_glued(reader, candidate->first)
        || !is_all_threes(token_slice(reader->tokens, candidate->first)))
        return false;
    bool last = end == reader->tokens->token.count || reader_token(reader, end)->shape == CLASS_MARK
                || reader_byte(reader, end) == '@'; /* "<3 @maria" */
    bool loving = sign > 0 ? reader_has(reader, sign - 1, CLASS_PRONOUN) : !plural;
    return reader_byte(reader, sign) == '<' && (last || loving);
}

/* "4 my mum", "2 the shop"; but "won 2 the week before", "4 a day". */
static bool governs(const struct reader *reader, uint32_t behind)
{
    bool article = reader_has(reader, behind, CLASS_A) || reader_has(reader, behind, CLASS_THE);
    bool time = reader_has(reader, behind + 1, CLASS_TIMEUNIT) || reader_has(reader, behind + 1, CLASS_NEXT)
                || reader_has(reader, behind + 1, CLASS_SHARED) || reader_has(reader, behind + 2, CLASS_TIMEUNIT);
    return article ? !time : reader_has(reader, behind, CLASS_POSSESSOR) || reader_has(reader, behind, CLASS_PRONOUN);
}

/* "need 2 save", "scared 2 shower", "nice 2 see"; but "buy 2 get 1", "buy 2 save £5", "2 back". */
static bool is_infinitive(const struct reader *reader, uint32_t before, uint32_t verb)
{
    unsigned not_verb = WORD_ADJECTIVE | WORD_ADVERB | WORD_PAST;
    if (!reader_is_word(reader, verb) || noun_is_plural(reader, verb) || reader_has(reader, verb + 1, CLASS_NUMBER)
        || reader_has(reader, verb + 1, CLASS_CURRENCY) || reader_has(reader, verb + 1, CLASS_OF))
        return false;
    unsigned classes = token_word_classes(reader->tokens, verb);
    return (classes & WORD_VERB) && !(classes & not_verb)
           && (token_word_classes(reader->tokens, before) & (WORD_VERB | WORD_ADJECTIVE | WORD_GERUND | WORD_PAST));
}

/* The 2 of "go 2 the shop", the 4 of "thanks 4 your help". */
static bool is_preposition(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1, behind = candidate->end;
    struct slice digits = token_slice(reader->tokens, candidate->first);
    bool to = slice_is(digits, "2");
    if (candidate->first == 0 || behind > candidate->first + 1 || !(to || slice_is(digits, "4"))
        || !reader_is_word(reader, before) || reader_has(reader, before, CLASS_BOUND)
        || (noun_is_closed(reader, before) && !reader_has(reader, before, CLASS_PRONOUN)))
        return false;
    return governs(reader, behind) || (to && is_infinitive(reader, before, behind));
}

bool informal_is_word(const struct reader *reader, const struct candidate *candidate, bool plural)
{
    return is_heart(reader, candidate, plural) || (!plural && is_preposition(reader, candidate));
}
