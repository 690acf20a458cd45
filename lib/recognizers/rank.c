/* Ranks: an ordinal counts only where it orders things by size or merit, not "for the first time". */
#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static claimex_decimal ordinal_value(const struct reader *reader, uint32_t token)
{
    const struct lexicon_reading *reading = token_reading(reader->tokens, token, CLASS_ORDINAL);
    return reading ? decimal_make(reading->number, 0) : reader_number(reader, token);
}

static void set_unit(const struct reader *reader, uint32_t from, struct candidate *candidate)
{
    struct noun noun = noun_find(reader, from, true);
    if (noun.head != NO_NOUN)
        candidate->unit = token_slice(reader->tokens, noun.head);
}

/* "Chanel No. 5", "platform no. 9", "Number 10": the number of one thing among many, not its rank. "World No. 1" is
 * one. */
static bool is_name(const struct reader *reader, uint32_t mark)
{
    const struct token *token = &reader->tokens->token.items[mark];
    if (mark == 0)
        return false;
    struct slice word = token_slice(reader->tokens, mark - 1);
    if (reader_has(reader, mark - 1, CLASS_NUMBERED)
        || (token->capital == CLASS_CAPITALISED && token->end - token->start > 3))
        return true;
    bool capital = token[-1].capital == CLASS_CAPITALISED || token[-1].capital == CLASS_MIXED;
    return capital && !(token_word_classes(reader->tokens, mark - 1) & WORD_ADJECTIVE) && !slice_is(word, "World")
           && !reader_has(reader, mark - 1, CLASS_STARTER) && !reader_has(reader, mark - 1, CLASS_RANKED);
}

/* "No. 10 said": the house in Downing Street; but "world No. 10 said". */
static bool is_house(const struct reader *reader, const struct match *match)
{
    uint32_t mark = match->whole.start;
    bool opens = mark == 0 || !reader->tokens->token.items[mark - 1].capital;
    return opens && reader_has(reader, match->whole.end, CLASS_REPORT)
           && slice_is(token_slice(reader->tokens, match->field[FIELD_amount].start), "10");
}

/* "No. 1"; where that is a name, a veto. */
static bool read_mark(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    candidate->value = amount_value(reader, match->field[FIELD_amount]);
    if (is_name(reader, match->whole.start) || is_house(reader, match))
        candidate->kind = KIND_NONE;
    return decimal_present(candidate->value);
}

bool rank_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range noun = match->field[FIELD_noun];
    if (amount_given(match->field[FIELD_code]))
        return read_mark(reader, match, candidate);
    if (amount_given(noun) && !word_class_is_superlative(token_slice(reader->tokens, noun.start)))
        return false;
    candidate->value = ordinal_value(reader, match->field[FIELD_amount].start);
    if (amount_given(noun) && reader_has(reader, candidate->end, CLASS_HYPHEN)
        && reader_is_word(reader, candidate->end + 1)) { /* "second best-paid" */
        candidate->end += 2;
        candidate->at.end = reader_token(reader, candidate->end - 1)->end;
    }
    if (amount_given(noun))
        set_unit(reader, candidate->end, candidate);
    return decimal_present(candidate->value);
}
