/* A number behind a word may be part of a name or tell one of its sort from others: "Boeing 747", "page 5",
 * "experiments 3 and 4", "Python 3.12". */
#include "recognizers/label.h"

#include "lexicon/word_class.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static bool is_name(const struct reader *reader, uint32_t i)
{
    uint8_t shape = reader_token(reader, i)->shape;
    if ((reader_token(reader, i)->flags & TOKEN_FIRST) && shape == CLASS_CAPITALISED
        && token_word_classes(reader->tokens, i) == WORD_ADVERB) /* "Exactly 12 were found" */
        return false;
    bool known = reader_token(reader, i)->capital > CLASS_LOWER /* "Spider-Man 2", "Series 2", "Half-Life 2" */
                 && (reader_has(reader, i, CLASS_KIN) || reader_has(reader, i, CLASS_LETTERED)
                     || reader_has(reader, i, CLASS_IDIOM));
    return shape == CLASS_CAPITALISED || shape == CLASS_UPPER || shape == CLASS_MIXED || known;
}

/* MAX of "737 MAX 8", which the lexicon has, too. */
static bool is_upper(const struct reader *reader, uint32_t i)
{
    return reader_token(reader, i)->capital == CLASS_UPPER && !reader_has(reader, i, CLASS_RANGING)
           && reader_token(reader, i)->end - reader_token(reader, i)->start > 1;
}

bool label_is_plain_integer(const struct reader *reader, const struct candidate *candidate)
{
    uint8_t shape = reader_token(reader, candidate->end - 1)->shape;
    return shape >= CLASS_TWELVE && shape <= CLASS_FOUR;
}

/* "my old acme 6610", "element 119", "acme 3.6": a word in small letters that is nothing but a noun, or is not known.
 */
static bool is_only_noun(const struct reader *reader, uint32_t i)
{
    return reader_token(reader, i)->shape == CLASS_LOWER && reader_has(reader, i + 1, CLASS_NUMBER)
           && !reader_is_glued(reader, i + 1) && !noun_is_plural(reader, i)
           && token_word_classes(reader->tokens, i) == WORD_NOUN;
}

/* The name of "in Acme 3.12", "Acme 3.12 was" */
static bool has_versions(const struct reader *reader, uint32_t name)
{
    uint8_t shape = reader_token(reader, name)->shape;
    bool first = reader_token(reader, name)->flags & TOKEN_FIRST;
    return (shape == CLASS_CAPITALISED || shape == CLASS_MIXED)
           && (!first || reader_has(reader, name + 2, CLASS_BE) || reader_has(reader, name + 2, CLASS_HAVE));
}

/* "In 2.16, the menu has moved", "so in 2.16 we moved it": where a date would stand */
static bool stands_for_date(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class behind[] = { CLASS_COMMA, CLASS_PRONOUN, CLASS_NONE };
    uint32_t before = candidate->first - 1;
    return candidate->first > 0 && candidate->first <= 2 && reader_has_any(reader, candidate->end, behind)
           && (reader_has(reader, before, CLASS_IN) || (before == 0 && reader_has(reader, before, CLASS_LIMIT)));
}

/* "3.12" behind a name, with no digit to spare */
static bool is_version(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t name = candidate->first - 1;
    if (stands_for_date(reader, candidate))
        return true;
    return (has_versions(reader, name) || is_only_noun(reader, name))
           && decimal_compare(candidate->value, decimal_make(20, 0)) < 0
           && decimal_compare(candidate->value, decimal_make(1, 0)) >= 0
           && !reader_has(reader, candidate->end, CLASS_NUMBER);
}

/* The "p." of "p. 15" and the "of '" of "the class of '98"; but "50p. 15 came". */
static bool is_reference(const struct reader *reader, uint32_t before)
{
    if (before == 0 || !reader_is_glued(reader, before + reader_has(reader, before, CLASS_APOSTROPHE)))
        return false;
    if (reader_has(reader, before, CLASS_APOSTROPHE)) /* not "the '5 or 6' that he meant" */
        return reader_has(reader, before - 1, CLASS_OF)
               || reader_token(reader, before + 1)->end - reader_token(reader, before + 1)->start == 2;
    bool parted = !reader_is_glued(reader, before - 1) || (before > 1 && reader_has(reader, before - 2, CLASS_OPEN));
    return reader_has(reader, before, CLASS_PERIOD) && parted
           && reader_has(reader, before - 1, CLASS_ABBREVIATION_BEFORE_DIGIT);
}

#define MOST_BEFORE_NOUN 2u /* words between an article and its noun */

/* "the retaining ring" */
static bool is_behind_article(const struct reader *reader, uint32_t noun)
{
    for (uint32_t back = 1; back <= MOST_BEFORE_NOUN + 1 && back <= noun; back++) {
        if (reader_has(reader, noun - back, CLASS_THE))
            return true;
        if (reader_token(reader, noun - back)->capital != CLASS_LOWER || noun_is_plural(reader, noun - back)
            || noun_is_closed(reader, noun - back))
            return false;
    }
    return false;
}

/* Can a word that is a noun be nothing else here? "in claim 3", not "floods claim 3" */
static bool is_surely_noun(const struct reader *reader, uint32_t i)
{
    unsigned classes = token_word_classes(reader->tokens, i);
    bool governed = is_behind_article(reader, i)
                    || (i > 0 && !reader_has(reader, i - 1, CLASS_TO)
                        && (reader_has(reader, i - 1, CLASS_PREPOSITION) || reader_has(reader, i - 1, CLASS_THE)
                            || reader_has(reader, i - 1, CLASS_OF) || reader_has(reader, i - 1, CLASS_IN)
                            || reader_has(reader, i - 1, CLASS_ACCORDING)));
    return classes == WORD_NOUN || (governed && (classes & WORD_NOUN));
}

static bool is_small(const struct reader *reader, uint32_t number)
{
    uint8_t shape = reader_token(reader, number)->shape;
    return shape == CLASS_TWELVE || shape == CLASS_DAY;
}

/* Does a list of small numbers go on? "3 and 4", "3, 5 and 7" */
static bool lists_on(const struct reader *reader, uint32_t behind)
{
    bool joined = reader_has(reader, behind, CLASS_AND) || reader_has(reader, behind, CLASS_OR)
                  || reader_has(reader, behind, CLASS_COMMA);
    return joined && behind + 1 < reader->tokens->token.count && is_small(reader, behind + 1);
}

/* "in experiment 3", "phases 5 and 7": a small number directly behind a noun tells one from others; behind a plural,
 * where a list does. */
static bool is_label(const struct reader *reader, uint32_t noun)
{
    const struct token *token = reader_token(reader, noun);
    if (!is_small(reader, noun + 1) || reader_has(reader, noun + 2, CLASS_BOUND_AFTER)
        || reader_is_glued(reader, noun + 1)
        || !(token->shape == CLASS_LOWER
             || (token->capital == CLASS_LOWER
                 && (reader_has(reader, noun, CLASS_LETTERED) || reader_has(reader, noun, CLASS_CONTEST)
                     || reader_has(reader, noun - 1, CLASS_ACCORDING))))
        || token->end < token->start + 4)
        return false;
    return noun_is_plural(reader, noun) ? lists_on(reader, noun + 2) : is_surely_noun(reader, noun);
}

static bool is_led(const struct reader *reader, uint32_t noun)
{
    static const enum class leading[] = { CLASS_PREPOSITION, CLASS_IN, CLASS_OF, CLASS_ON, CLASS_NONE };
    return noun > 0 && reader_has_any(reader, noun - 1, leading);
}

/* Both numbers of "on days two and three" */
static bool is_listed_time(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t first = candidate->first, end = candidate->end;
    bool second = first > 3 && reader_has(reader, first - 1, CLASS_AND) && reader_has(reader, first - 2, CLASS_NUMBER);
    bool goes_on = reader_has(reader, end, CLASS_AND) && reader_has(reader, end + 1, CLASS_NUMBER);
    uint32_t unit = first - (second ? 3 : 1);
    return (second || goes_on) && reader_token(reader, first)->shape == CLASS_WORDED
           && reader_has(reader, unit, CLASS_TIMEUNIT) && noun_is_plural(reader, unit) && is_led(reader, unit);
}

/* "in engine two", "on day three": in words only behind a noun that has no article. */
static bool is_worded_label(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t noun = candidate->first - 1;
    const struct token *token = reader_token(reader, noun);
    if (candidate->first < 2 || candidate->end != candidate->first + 1
        || reader_token(reader, candidate->first)->shape != CLASS_WORDED || token->capital != CLASS_LOWER
        || noun_is_plural(reader, noun) || noun_is_closed(reader, noun) || reader_has(reader, candidate->end, CLASS_TO)
        || !(token->shape == CLASS_LOWER || reader_has(reader, noun, CLASS_TIMEUNIT)))
        return false;
    if (reader_has(reader, candidate->end, CLASS_BE)) /* "in hospital two were treated" */
        return false;
    return is_led(reader, noun)
           && (token_word_classes(reader->tokens, noun) & (WORD_NOUN | WORD_ADJECTIVE)) == WORD_NOUN;
}

/* The 4 and the 6 of "Figures 3, 4 and 6", the 3.6 of "Acme 3.5 and 3.6". */
static bool is_further_number_of_name(const struct reader *reader, uint32_t first)
{
    bool version = reader_has(reader, first, CLASS_DECIMAL);
    uint32_t i = first;
    for (int members = 0; members < 8 && i > 1; members++) {
        uint32_t before = i - 1;
        while (before > 0 && before + 2 > i - 1
               && (reader_has(reader, before, CLASS_COMMA) || reader_has(reader, before, CLASS_AND)
                   || reader_has(reader, before, CLASS_OR) || reader_has(reader, before, CLASS_TO)))
            before--;
        if (before == i - 1 || !reader_has(reader, before, version ? CLASS_DECIMAL : CLASS_NUMBER) || before == 0)
            return false; /* "in zone 1 and 2.5 in zone 2" */
        if (reader_has(reader, before - 1, CLASS_NUMBERED)
            || reader_has(reader, before - 1, CLASS_TIMEUNIT) /* "weeks 4 and 8" */
            || is_label(reader, before - 1) || (version && has_versions(reader, before - 1)))
            return true;
        i = before;
    }
    return false;
}

/* "x 1", "K 2": what is measured, by a letter. */
static bool is_letter(const struct reader *reader, uint32_t i)
{
    const struct token *token = reader_token(reader, i);
    char letter = reader->tokens->text[token->start];
    bool symbol = letter == 'A' && !(token->flags & TOKEN_FIRST); /* no article */
    return token->end == token->start + 1 && (symbol || ((letter | 0x20) > 'a' && (letter | 0x20) <= 'z'));
}

/* The initials of "N.Y. 10087" */
static bool is_initials(const struct reader *reader, uint32_t stop)
{
    return stop > 0 && reader_has(reader, stop, CLASS_PERIOD) && reader_is_glued(reader, stop)
           && reader_token(reader, stop - 1)->capital > CLASS_LOWER
           && token_slice(reader->tokens, stop - 1).length == 1;
}

/* "the 400 block of Elm Street" */
static bool is_block_of_street(const struct reader *reader, const struct candidate *candidate)
{
    return reader_has(reader, candidate->first - 1, CLASS_THE) && reader_has(reader, candidate->end + 1, CLASS_OF)
           && slice_is(token_slice(reader->tokens, candidate->end), "block");
}

/* "the 6610 has", "my 8290": who counts thousands says of what; but "of the 4500", "the 4500 who", "another 4500". */
static bool is_called(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class counting[] = { CLASS_WHOLE, CLASS_BOUND, CLASS_ALL, CLASS_NONE }; /* another, some */
    uint32_t before = candidate->first - 1, end = candidate->end;
    return reader_token(reader, candidate->first)->shape == CLASS_FOUR && end == candidate->first + 1
           && noun_is_determiner(reader, before) && !reader_has_any(reader, before, counting)
           && !reader_has(reader, end, CLASS_OF) && !reader_has(reader, end, CLASS_RELATIVE)
           && !reader_has(reader, end, CLASS_THAT) && !(before > 0 && reader_has(reader, before - 1, CLASS_OF));
}

/* "group 11 metals", "the class 4 acid"; but "in the control group 11 patients", "in each group 11 patients" */
static bool is_of_group(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class openers[] = { CLASS_THE, CLASS_A,   CLASS_PREPOSITION, CLASS_OF,
                                          CLASS_IN,  CLASS_AND, CLASS_OR,          CLASS_NONE };
    uint32_t group = candidate->first - 1;
    if (!is_small(reader, candidate->first) || !reader_has(reader, group, CLASS_LETTERED)
        || reader_token(reader, group)->capital != CLASS_LOWER || reader_is_glued(reader, candidate->first)
        || candidate->end != candidate->first + 1)
        return false;
    return group == 0 || (reader_has_any(reader, group - 1, openers) && !reader_has(reader, group - 1, CLASS_OUT_OF));
}

/* "rule 10(2)", which has no noun, is no power of ten. */
static bool is_part_of_rule(const struct reader *reader, const struct candidate *candidate)
{
    struct slice text = token_slice(reader->tokens, candidate->first);
    return candidate->end == candidate->first + 1 && text.length > 3 && memcmp(text.bytes, "10(", 3) == 0;
}

/* The x of "1920 x 1080" */
static bool is_cross(const struct reader *reader, uint32_t i)
{
    return i > 0 && reader_has(reader, i, CLASS_CROSS) && reader_has(reader, i - 1, CLASS_NUMBER);
}

/* The week of "week 4"; but "12 men last year and this year 14" */
static bool is_numbered_time(const struct reader *reader, uint32_t unit)
{
    return reader_has(reader, unit, CLASS_TIMEUNIT) && !reader_is_glued(reader, unit + 1)
           && !(unit > 0 && reader_has(reader, unit - 1, CLASS_NEXT));
}

/* "Year 9 pupils" */
static bool is_of_school_year(const struct reader *reader, uint32_t year)
{
    return reader_has(reader, year, CLASS_YEAR_WORD) && reader_token(reader, year)->capital > CLASS_LOWER
           && is_small(reader, year + 1) && reader_token(reader, year + 1)->capital == 0;
}

#define MOST_TO_FIRST 16u /* tokens */

/* "France had 12 cases, Spain | 40 | and Italy nine": what the verb before tells of the name, too. */
static bool is_of_verb_before(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class ends[] = { CLASS_PERIOD, CLASS_COMMA, CLASS_AND, CLASS_SEMICOLON, CLASS_IN, CLASS_NONE };
    uint32_t n = (uint32_t)reader->tokens->token.count, name = candidate->first - 1, joint = name - 1;
    bool ends_there = candidate->end == n || reader_has_any(reader, candidate->end, ends);
    if (name < 5 || !ends_there || reader_token(reader, name)->capital != CLASS_CAPITALISED
        || !(reader_has(reader, joint, CLASS_AND) || reader_has(reader, joint, CLASS_COMMA)))
        return false;
    for (uint32_t k = joint - 1; k > 1 && joint - k < MOST_TO_FIRST; k--) {
        bool named = reader_token(reader, k - 1)->capital == CLASS_CAPITALISED;
        if (!reader_has(reader, k, CLASS_NUMBER) || named)
            continue;
        bool verb =
            reader_has(reader, k - 1, CLASS_HAVE)
            || (reader_is_word(reader, k - 1) && (token_word_classes(reader->tokens, k - 1) & (WORD_PAST | WORD_VERB)));
        return verb && reader_token(reader, k - 2)->capital == CLASS_CAPITALISED && reader_is_word(reader, k + 1);
    }
    return false;
}

/* "six-figure salaries", "a six figure sum": how many digits a figure has that is not told; but "six figure skaters" */
static bool is_size_of_figure(const struct reader *reader, const struct candidate *candidate)
{
    bool hyphen = reader_has(reader, candidate->end, CLASS_HYPHEN);
    bool led = hyphen || (candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_A));
    uint32_t figure = candidate->end + hyphen;
    return led && reader_has(reader, figure, CLASS_DIGITS) && reader_has(reader, figure, CLASS_NUMBERED);
}

/* "Boeing 747", "page 5", and without a noun "Gateway 17". */
bool label_holds(const struct reader *reader, const struct candidate *candidate, bool counts)
{
    uint32_t before = candidate->first - 1;
    bool older = reader_has(reader, candidate->end, CLASS_BOUND_AFTER)
                 && reader_has(reader, candidate->end, CLASS_AGE_SIDE); /* "Students 18 and older" */
    if (is_size_of_figure(reader, candidate))
        return true;
    if (candidate->first == 0 || older)
        return false;
    if ((!counts && (is_worded_label(reader, candidate) || is_listed_time(reader, candidate)))
        || is_block_of_street(reader, candidate))
        return true;
    if (counts && (is_of_group(reader, candidate) || is_of_school_year(reader, before)))
        return true;
    if (reader_has(reader, before, CLASS_RANK_MARK) || (!counts && is_reference(reader, before)))
        return true;
    if (!counts && reader_token(reader, candidate->first)->shape == CLASS_LONG) /* "Grant 1140773" */
        return is_initials(reader, before)
               || (is_name(reader, before) && !(reader_token(reader, before)->flags & TOKEN_FIRST));
    if (!label_is_plain_integer(reader, candidate) && !is_part_of_rule(reader, candidate)) /* "Python 3.12" */
        return !counts && reader_token(reader, candidate->end - 1)->shape == CLASS_DECIMAL
               && (is_version(reader, candidate) || is_further_number_of_name(reader, candidate->first));
    uint8_t shape = reader_token(reader, candidate->first)->shape; /* "HP 3000 computers", but "BT 3,000 jobs" */
    bool model = (shape == CLASS_FOUR || shape == CLASS_YEAR) && reader_token(reader, before)->shape == CLASS_UPPER;
    bool often = reader_has(reader, candidate->end, CLASS_TIMES); /* "sent the code 24 times" */
    if ((reader_has(reader, before, CLASS_NUMBERED) && !often)
        || (model && !(reader_token(reader, before)->flags & TOKEN_FIRST)))
        return true;
    return !counts && !is_of_verb_before(reader, candidate)
           && (is_name(reader, before) || is_upper(reader, before) || is_called(reader, candidate)
               || is_only_noun(reader, before) || (is_letter(reader, before) && !is_cross(reader, before))
               || is_label(reader, before) || is_numbered_time(reader, before)
               || is_further_number_of_name(reader, candidate->first));
}
