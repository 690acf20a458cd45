/* What the marks around a number make of it: a code, a place in a list, a citation. */
#include "recognizers/marks.h"

#include "lexicon/word.h"
#include "recognizers/label.h"
#include "text/lines.h"
#include "values/decimal.h"

/* "COVID-19", "J11.5", "3+4", "(OH)2", "{4", "k_1": what ties a number to the token before it. */
static bool is_tied_before(const struct reader *reader, uint32_t before)
{
    char mark = reader_byte(reader, before);
    return mark == '#' || mark == '_' || mark == '{' || mark == '^' || mark == '\\'
           || reader_has(reader, before, CLASS_CLOSE) || reader_has(reader, before, CLASS_HYPHEN)
           || reader_has(reader, before, CLASS_SLASH) || reader_has(reader, before, CLASS_COLON)
           || reader_has(reader, before, CLASS_CODE) || reader_has(reader, before, CLASS_NUMBER)
           || (before > 0 && reader_has(reader, before, CLASS_PLUS) && reader_is_glued(reader, before))
           || reader_token(reader, before)->capital
           || (reader_has(reader, before, CLASS_PERIOD) && reader_is_glued(reader, before));
}

/* "We sold 300!" */
static bool is_exclaimed(const struct reader *reader, uint32_t mark)
{
    char sign = reader_byte(reader, mark);
    return sign == '!' || sign == '?';
}

/* "3/4", "5:2", "3C27", "3+4", "4}", "3′", "5'-end": what ties it to the token behind. */
static bool is_tied_behind(const struct reader *reader, uint32_t behind)
{
    bool rate =
        reader_has(reader, behind + 1, CLASS_UNIT) || reader_has(reader, behind + 1, CLASS_TIMEUNIT); /* "60/min" */
    bool prime = reader_has(reader, behind, CLASS_APOSTROPHE) /* of a strand, "5'-phosphate" */
                 && (slice_is(token_slice(reader->tokens, behind), "\u2032")
                     || (reader_has(reader, behind + 1, CLASS_HYPHEN) && reader_is_word(reader, behind + 2)));
    return prime || reader_byte(reader, behind) == '}' || (reader_has(reader, behind, CLASS_SLASH) && !rate)
           || reader_has(reader, behind, CLASS_COLON) || reader_has(reader, behind, CLASS_CODE)
           || reader_has(reader, behind, CLASS_NUMBER)                                                 /* Twenty20 */
           || (reader_token(reader, behind)->capital && !reader_has(reader, behind, CLASS_BOUND_AFTER) /* "20ish" */
               && !reader_has(reader, behind, CLASS_COUNTER))                                          /* "3pts" */
           || (reader_has(reader, behind, CLASS_MARK) && !is_exclaimed(reader, behind))
           || (reader_has(reader, behind, CLASS_PLUS) && reader_is_glued(reader, behind + 1)
               && reader_has(reader, behind + 1, CLASS_NUMBER));
}

/* "401(k)" */
static bool has_letter_in_brackets(const struct reader *reader, uint32_t open)
{
    return reader_has(reader, open, CLASS_OPEN) && reader_is_glued(reader, open + 1)
           && reader_has(reader, open + 2, CLASS_CLOSE) && reader_token(reader, open + 1)->capital
           && token_slice(reader->tokens, open + 1).length == 1;
}

/* "4,35": a decimal, or two citations or places. */
static bool is_pair(const struct reader *reader, uint32_t number)
{
    struct slice digits = token_slice(reader->tokens, number);
    return reader_token(reader, number)->shape == CLASS_DECIMAL && memchr(digits.bytes, ',', digits.length);
}

/* "[2,3]", "(4,35-38,44)", "2,2-dimethyl": two numbers without a gap, and no decimal. */
static bool is_pair_of_numbers(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t behind = candidate->end;
    bool bracket = (candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_OPEN))
                   || reader_has(reader, behind, CLASS_CLOSE) || reader_has(reader, behind, CLASS_HYPHEN);
    return bracket && (is_pair(reader, candidate->first) || is_pair(reader, behind - 1));
}

static bool is_digits(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_NUMBER) || reader_has(reader, i, CLASS_PADDED);
}

#define MOST_IN_RECORD 64u /* tokens */

/* "Oslo,45000,12": a name, and commas that have no gap behind them. */
static bool is_record(const struct reader *reader)
{
    uint32_t n = (uint32_t)reader->tokens->token.count, commas = 0;
    bool named = n < MOST_IN_RECORD && (reader_is_word(reader, 0) || reader_has(reader, 0, CLASS_QUOTE));
    for (uint32_t i = 1; named && i + 1 < n; i++) {
        bool comma = reader_has(reader, i, CLASS_COMMA), first = comma && !commas;
        if (comma && (!reader_is_glued(reader, i + 1) || (first && is_digits(reader, i - 1))))
            return false;
        commas += comma;
    }
    return commas > 1;
}

/* Does a number stand on the other side of a comma without gaps? "0,1,1,0", "2,6,10-trimethyl", "00:01:12,500" */
static bool is_in_tight_list(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first, behind = candidate->end;
    bool tight = (first > 1 && reader_has(reader, first - 1, CLASS_COMMA) && is_digits(reader, first - 2)
                  && reader_is_glued(reader, first) && reader_is_glued(reader, first - 1))
                 || (reader_has(reader, behind, CLASS_COMMA) && is_digits(reader, behind + 1)
                     && reader_is_glued(reader, behind) && reader_is_glued(reader, behind + 1));
    return tight && !is_record(reader);
}

bool marks_tie(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first, behind = candidate->end;
    return is_pair_of_numbers(reader, candidate) || is_in_tight_list(reader, candidate)
           || (first > 0 && reader_is_glued(reader, first) && is_tied_before(reader, first - 1))
           || (reader_is_glued(reader, behind)
               && (is_tied_behind(reader, behind) || has_letter_in_brackets(reader, behind)));
}

#define MOST_BRACKETED 16 /* tokens that a bracket is taken to hold */

/* Is a bracket open before token i? */
static bool is_bracketed(const struct reader *reader, uint32_t i)
{
    for (uint32_t back = 1; back <= MOST_BRACKETED && back <= i; back++) {
        if (reader_has(reader, i - back, CLASS_CLOSE))
            return false;
        if (reader_has(reader, i - back, CLASS_OPEN))
            return true;
    }
    return false;
}

/* "[6, 7]" */
static bool is_citation(const struct reader *reader, const struct candidate *candidate)
{
    bool opened = candidate->first > 0 && reader_byte(reader, candidate->first - 1) == '[';
    return opened || (candidate->end < reader->tokens->token.count && reader_byte(reader, candidate->end) == ']');
}

bool marks_interval(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1;
    if (candidate->first == 0)
        return false;
    if (reader_has(reader, before, CLASS_OPEN))
        return before > 0 && reader_has(reader, before - 1, CLASS_PERCENT)
               && reader_has(reader, candidate->end, CLASS_CLOSE);
    before -= reader_has(reader, before, CLASS_COMMA) || reader_has(reader, before, CLASS_COLON)
              || reader_has(reader, before, CLASS_OF) || reader_byte(reader, before) == '=';
    return reader_has(reader, before, CLASS_RANGING);
}

/* "What I like: 1. the price": the list begins within the sentence, which seems to end behind its mark. */
static bool opens_list(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_COLON)
           && reader_token(reader, candidate->first)->shape == CLASS_TWELVE
           && decimal_compare(candidate->value, decimal_make(1, 0)) == 0;
}

/* "3 the lens is dark", "what I like: 1 it is light": an item without a stop. */
static bool opens_item(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class phrase[] = { CLASS_A, CLASS_THE, CLASS_POSSESSOR, CLASS_PRONOUN, CLASS_NONE };
    return (candidate->first == 0 || opens_list(reader, candidate))
           && reader_token(reader, candidate->first)->shape == CLASS_TWELVE
           && reader_has_any(reader, candidate->end, phrase)
           && !reader_has(reader, candidate->end + 1, CLASS_TIMEUNIT); /* "3 a day" */
}

/* The 2 of "two ways: 1. by hand and 2. by horse": behind a mark, and the sentence goes on. */
static bool goes_on_behind_mark(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class marks[] = { CLASS_COLON, CLASS_SEMICOLON, CLASS_COMMA, CLASS_DASH, CLASS_AND, CLASS_NONE };
    return candidate->first > 0 && reader_has_any(reader, candidate->first - 1, marks)
           && reader_is_glued(reader, candidate->end) && reader_is_word(reader, candidate->end + 1);
}

/* "## 3. Results", "# 3" */
static bool is_of_heading(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t n = (uint32_t)reader->tokens->token.count;
    for (uint32_t i = 0; i < candidate->first; i++)
        if (reader_byte(reader, i) != '#')
            return false;
    return candidate->first > 0 && candidate->end + reader_has(reader, n - 1, CLASS_PERIOD) == n;
}

/* The 7 above "00:00:12,500 --> 00:00:14,000": of a subtitle. */
static bool is_above_time(const struct tokens *tokens, uint32_t end)
{
    size_t line = lines_next(tokens->text, tokens->length, end);
    const unsigned char *next = (const unsigned char *)tokens->text + line;
    return line && tokens->length - line > 2 && word_is_digit(next[0]) && word_is_digit(next[1]) && next[2] == ':';
}

bool marks_page(const struct reader *reader, const struct candidate *candidate)
{
    const struct tokens *tokens = reader->tokens;
    uint32_t n = (uint32_t)tokens->token.count, around = candidate->first;
    if (candidate->end + around != n || around > 1 || !label_is_plain_integer(reader, candidate))
        return is_of_heading(reader, candidate);
    bool dashed = around == 0 || (reader_has(reader, 0, CLASS_DASH) && reader_has(reader, n - 1, CLASS_DASH));
    uint32_t start = reader_token(reader, 0)->start, end = reader_token(reader, n - 1)->end;
    bool whole = start == 0 && end == tokens->length; /* of the text */
    return dashed && !whole && lines_begin_paragraph(tokens->text, start)
           && (lines_end_paragraph(tokens->text, tokens->length, end) || is_above_time(tokens, end));
}

bool marks_list(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t n = (uint32_t)reader->tokens->token.count;
    bool opened = candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_OPEN);
    bool closed = candidate->end < n && reader_has(reader, candidate->end, CLASS_CLOSE);
    bool first = candidate->first == 0 || (opened && candidate->first == 1) || opens_list(reader, candidate);
    bool stopped = candidate->end < n && reader_has(reader, candidate->end, CLASS_PERIOD);
    bool unopened = closed && !is_bracketed(reader, candidate->first);
    bool sign = reader_has(reader, candidate->first, CLASS_MINUS)
                || reader_has(reader, candidate->first, CLASS_PLUS); /* "29% (-1)" */
    bool interval = candidate->relation == CLAIMEX_RANGE && marks_interval(reader, candidate);
    stopped &= first || goes_on_behind_mark(reader, candidate);
    return label_is_plain_integer(reader, candidate) && !interval
           && (stopped || unopened || opens_item(reader, candidate) || (opened && closed && !sign)
               || is_citation(reader, candidate));
}

static bool is_number_in_brackets(const struct reader *reader, uint32_t open, claimex_decimal value)
{
    return reader_has(reader, open, CLASS_OPEN) && reader_has(reader, open + 1, CLASS_NUMBER)
           && reader_has(reader, open + 2, CLASS_CLOSE) && decimal_present(value)
           && decimal_compare(reader_number(reader, open + 1), value) == 0;
}

uint32_t marks_behind_number(const struct reader *reader, const struct candidate *candidate)
{
    bool again = is_number_in_brackets(reader, candidate->end, candidate->value);
    return candidate->end + (again ? 3 : 0);
}

bool marks_restate(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first;
    return first > 1 && is_number_in_brackets(reader, first - 1, candidate->value)
           && reader_has(reader, first - 2, CLASS_NUMBER)
           && decimal_compare(reader_number(reader, first - 2), candidate->value) == 0;
}
