/* Counts. Any number that nothing else takes is one, so this is where names, codes and idioms are told from figures. */
#include "lexicon/word_class.h"
#include "recognizers/age.h"
#include "recognizers/amount.h"
#include "recognizers/informal.h"
#include "recognizers/label.h"
#include "recognizers/marks.h"
#include "recognizers/noun.h"
#include "recognizers/score.h"
#include "values/decimal.h"

/* "9,400: homes sold", "2.5 million: visitors": an entry, and no mark of a list. */
static bool heads_entry(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t behind = candidate->end;
    bool large =
        reader_token(reader, behind - 1)->shape == CLASS_GROUPED || reader_has(reader, behind - 1, CLASS_SCALE);
    return candidate->first == 0 && large && reader_has(reader, behind, CLASS_COLON)
           && reader_is_word(reader, behind + 1) && !reader_is_glued(reader, behind + 1);
}

static bool is_worded(const struct reader *reader, const struct candidate *candidate)
{
    uint8_t shape = reader_token(reader, candidate->first)->shape;
    return shape == CLASS_WORDED || shape == CLASS_ONE || shape == CLASS_AN;
}

static bool ends_sentence(const struct reader *reader, uint32_t i)
{
    return i + reader_has(reader, i, CLASS_PERIOD) == reader->tokens->token.count;
}

/* "top", "other", "first", "remaining" */
static bool is_adjective(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_TOP) || reader_has(reader, i, CLASS_OTHER)
           || reader_has(reader, i, CLASS_ORDINAL) || reader_has(reader, i, CLASS_NEXT)
           || (reader_token(reader, i)->capital == CLASS_LOWER
               && (token_word_classes(reader->tokens, i) & WORD_ADJECTIVE));
}

/* The "crew of" of "a crew of four", "teams of two": so many make one; but "the last of three", "dollars of zero". */
static bool is_made_of(const struct reader *reader, uint32_t of)
{
    uint32_t noun = of - 1;
    if (of == 0 || !(reader_token(reader, noun)->capital == CLASS_LOWER || noun == 0)
        || reader_has(reader, noun, CLASS_CURRENCY) || noun_is_closed(reader, noun)
        || !(token_word_classes(reader->tokens, noun) & WORD_NOUN))
        return false;
    uint32_t article = noun - 1 - (noun > 1 && !noun_is_closed(reader, noun - 1));
    return noun_is_plural(reader, noun) || (noun > 0 && reader_has(reader, article, CLASS_A));
}

/* "the two", "the top three", "of three": a number word that stands for things named before. */
static bool is_pronoun(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1;
    bool of_them =
        reader_has(reader, candidate->end, CLASS_OF) && reader_has(reader, candidate->end + 1, CLASS_PRONOUN);
    if (candidate->first == 0 || !is_worded(reader, candidate) || candidate->relation == CLAIMEX_RANGE || of_them
        || reader_has(reader, candidate->end - 1, CLASS_SCALE)) /* "ownership of five million", "the two of us" */
        return false;
    bool another = reader_has(reader, before, CLASS_WHOLE)     /* "another two were hurt" */
                   || reader_has(reader, before, CLASS_BOUND); /* "some two hundred were" */
    if (before > 1 && reader_has(reader, before, CLASS_THE) && reader_has(reader, before - 1, CLASS_OF)
        && reader_has(reader, before - 2, CLASS_NUMBER) && !reader_has(reader, before - 2, CLASS_ONE))
        return false; /* "two of the three" */
    return (noun_is_determiner(reader, before) && !another)
           || (reader_has(reader, before, CLASS_OF) && !is_made_of(reader, before))
           || reader_has(reader, before, CLASS_ALL)
           || (before > 0 && noun_is_determiner(reader, before - 1) && is_adjective(reader, before));
}

/* "from one year to another", "one party or another": any of them. */
static bool is_any_of_them(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    return reader_token(reader, candidate->first)->shape == CLASS_ONE && noun.end + 1 < reader->tokens->token.count
           && (reader_has(reader, noun.end, CLASS_TO) || reader_has(reader, noun.end, CLASS_OR)
               || reader_has(reader, noun.end, CLASS_LIMIT))
           && (reader_number_of(reader, noun.end + 1, CLASS_WHOLE) == 1 /* another */
               || (reader_has(reader, noun.end, CLASS_TO) && reader_has(reader, noun.end + 1, CLASS_THE)
                   && (reader_has(reader, noun.end + 2, CLASS_OTHER) || reader_has(reader, noun.end + 2, CLASS_NEXT))));
}

/* "one Friday", "one night last week": some day or other; but "spent one night", "had one night", "in one night", "one
 * night a week". */
static bool is_some_time(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    static const enum class counting[] = { CLASS_LASTING, CLASS_BOUND, CLASS_OTHER, CLASS_IN,
                                           CLASS_OF,      CLASS_HAVE,  CLASS_NONE };
    static const enum class rates[] = { CLASS_PER, CLASS_A, CLASS_OF, CLASS_HYPHEN, CLASS_NONE };
    bool part = noun.head == candidate->end && reader_has(reader, noun.head, CLASS_DAYPART)
                && reader_token(reader, candidate->first)->shape == CLASS_ONE;
    bool counted = candidate->first > 0 && reader_has_any(reader, candidate->first - 1, counting);
    return reader_has(reader, noun.head, CLASS_WEEKDAY)
           || (part && !counted && !reader_has_any(reader, candidate->end + 1, rates));
}

/* "one sees", "one of Ruiz's students": somebody, or a thing named before; but "one or two banks", "one barracks" */
static bool is_somebody(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    if (reader_has(reader, candidate->end, CLASS_OR) || reader_has(reader, candidate->end, CLASS_BOUND_AFTER))
        return false;
    struct slice word = token_slice(reader->tokens, noun.head);
    bool own = reader_has(reader, noun.head, CLASS_PLURAL) && !reader_has(reader, candidate->end, CLASS_OF);
    return word.bytes[word.length - 1] == 's' && !slice_is(word, "series") && noun_is_plural(reader, noun.head) && !own;
}

/* "each one ending in defeat" */
static bool is_each(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first > 0 && reader_token(reader, candidate->first)->shape == CLASS_ONE
           && reader_has(reader, candidate->first - 1, CLASS_EACH);
}

/* "is one of six men": somebody of them */
static bool is_somebody_of_them(const struct reader *reader, const struct candidate *candidate)
{
    return reader_token(reader, candidate->first)->shape == CLASS_ONE && reader_has(reader, candidate->end, CLASS_OF)
           && reader_has(reader, candidate->end + 1, CLASS_NUMBER);
}

static bool is_one(const struct candidate *candidate)
{
    return candidate->value.digits == 1 && candidate->value.exponent == 0;
}

static bool has_bound(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_BOUND);
}

/* "22 Ave Foch", "iPhone 11 Pro": without a noun, a number before a name is part of it; but "8,500 Model 2s". */
static bool is_before_name(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t next = candidate->end;
    bool word = reader_token(reader, next - 1)->shape == CLASS_WORDED
                && reader_token(reader, next - 1)->capital == CLASS_LOWER; /* "won two Grand Prix of Paris awards" */
    if (reader_token(reader, next - 1)->shape == CLASS_GROUPED || word || reader_has(reader, next - 1, CLASS_SCALE)
        || reader_byte(reader, next - 1) == '.' /* ".534 FG" */
        || (has_bound(reader, candidate) && reader_token(reader, next - 1)->shape == CLASS_LONG))
        return false;
    return next < reader->tokens->token.count && reader_token(reader, next)->capital > CLASS_LOWER
           && !reader_has(reader, next, CLASS_WEEKDAY) && !reader_has(reader, next, CLASS_MONTH);
}

/* "2-1", "16-18": without a noun, a score or an address; but "1-2 per 1,000". */
static bool is_tied_range(const struct reader *reader, const struct candidate *candidate)
{
    bool decimals = candidate->low.exponent < 0 && candidate->high.exponent < 0; /* "0.66-0.95" */
    decimals |= marks_interval(reader, candidate);                               /* "serves 4-6", too */
    return candidate->relation == CLAIMEX_RANGE && !decimals && !reader_has(reader, candidate->end, CLASS_PER)
           && (reader_has(reader, candidate->first + 1, CLASS_HYPHEN)
               || (reader_has(reader, candidate->first + 1, CLASS_MINUS)
                   && reader_has(reader, candidate->first, CLASS_NUMBER)))
           && decimal_compare(candidate->low, decimal_make(1000, 0)) < 0;
}

/* The -1 of "3.1 km s -1": a power, not a number. */
static bool is_power(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t minus = candidate->first - !reader_has(reader, candidate->first, CLASS_MINUS);
    int64_t power = candidate->value.digits;
    return candidate->first > 1 && reader_has(reader, minus, CLASS_MINUS) && reader_is_word(reader, minus - 1)
           && power >= -3 && power <= 3 && candidate->value.exponent == 0
           && token_slice(reader->tokens, minus - 1).length <= 3
           && reader_token(reader, minus - 1)->capital == CLASS_LOWER && !noun_is_closed(reader, minus - 1);
}

/* "a .38", "his old .22", "a .22 rifle" */
static bool is_calibre(const struct reader *reader, const struct candidate *candidate)
{
    struct slice digits = token_slice(reader->tokens, candidate->first);
    uint32_t before = candidate->first - 1;
    if (digits.length != 3 || digits.bytes[0] != '.' || candidate->first == 0)
        return false;
    before -= before > 0 && is_adjective(reader, before);
    return reader_has(reader, before, CLASS_A) || noun_is_determiner(reader, before);
}

/* "0 = none, 1 = one day": what the number stands for follows. */
static bool is_legend(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->end < reader->tokens->token.count && reader_byte(reader, candidate->end) == '=';
}

/* "a 4×4": a name of its sort, and no size in any unit */
static bool is_crossed(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t end = candidate->end, before = candidate->first - 1;
    bool behind = reader_has(reader, end, CLASS_CROSS) && reader_is_glued(reader, end);
    bool ahead = candidate->first > 0 && reader_has(reader, before, CLASS_CROSS) && reader_is_glued(reader, before + 1);
    return (behind || ahead) && label_is_plain_integer(reader, candidate);
}

/* A number without a noun is a figure when nothing says that it is something else. */
static bool stands_alone(const struct reader *reader, const struct candidate *candidate)
{
    if (is_crossed(reader, candidate) || is_before_name(reader, candidate) || is_tied_range(reader, candidate)
        || is_power(reader, candidate) || is_calibre(reader, candidate) || score_holds(reader, candidate)
        || is_legend(reader, candidate))
        return false;
    uint8_t shape = reader_token(reader, candidate->first)->shape;
    bool answer = candidate->first == 0 && ends_sentence(reader, candidate->end);       /* "One." */
    bool rate = reader_has(reader, candidate->end, CLASS_PER) && candidate->first == 0; /* "One per household" */
    bool scaled = reader_has(reader, candidate->first + 1, CLASS_SCALE);                /* "one million left" */
    bool article = shape == CLASS_AN && !scaled;                                        /* not "a million" */
    return (shape != CLASS_ONE || scaled || answer || rate) && !article && !is_pronoun(reader, candidate)
           && !marks_list(reader, candidate) && !marks_page(reader, candidate)
           && !(candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_SLASH));
}

/* "2018 sales": numbers of these years are written with a comma when they count ("2,018 sales"), but for 2000. */
static bool is_year(const struct reader *reader, const struct candidate *candidate)
{
    int64_t value = 0;
    if (reader_has(reader, noun_behind_list(reader, candidate->end),
                   CLASS_ERA)) /* "30,000 BC": no date can be so far */
        return true;
    return reader_token(reader, candidate->first)->shape == CLASS_YEAR && candidate->end == candidate->first + 1
           && decimal_to_integer(candidate->value, &value) && value >= 1950 && value <= 2050 && value != 2000;
}

/* "a 10k race" */
static bool is_race(const struct reader *reader, uint32_t k)
{
    return slice_is(token_slice(reader->tokens, k), "k") && reader_is_glued(reader, k)
           && (reader_has(reader, k + 1, CLASS_EVENT) || reader_has(reader, k + 1, CLASS_DISCIPLINE));
}

/* "2003b" in a list of writings; "300 mill workers", "12 Mill Road"; 3M, the company; "2M urea"; 51Cr, which is
 * chromium. */
static bool is_scaled_otherwise(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t scale = candidate->end - 1;
    if (scale == candidate->first || !reader_has(reader, scale, CLASS_SCALE))
        return false;
    struct slice word = token_slice(reader->tokens, scale);
    bool alone = candidate->first == 0 && ends_sentence(reader, candidate->end);
    struct slice digits = token_slice(reader->tokens, candidate->first);
    uint8_t behind =
        reader_is_word(reader, candidate->end) ? reader_token(reader, candidate->end)->capital : CLASS_NONE;
    bool company = slice_is(word, "M") && !alone && scale == candidate->first + 1 && reader_is_glued(reader, scale)
                   && slice_is(digits, "3");
    int32_t name = reader_number_of(reader, scale, CLASS_CALLED); /* "a 401k" saves, "51Cr" is chromium */
    bool called = name && decimal_compare(reader_number(reader, candidate->first), decimal_make(name, 0)) == 0;
    bool screen = slice_is(word, "K") && digits.length == 1 && behind /* "4K video", "a 4K set lights up" */
                  && noun_counted(reader, candidate->end, false).head != candidate->end;
    bool house = slice_is(word, "B") && behind == CLASS_CAPITALISED; /* "221B Baker Street" */
    bool letter = word.length == 1                                   /* "the three B's" */
                  && (is_worded(reader, candidate) || reader_has(reader, candidate->end, CLASS_POSSESSIVE));
    bool molar =
        slice_is(word, "M") && (reader_has(reader, candidate->end, CLASS_SOLUTE) || amount_is_tiny(reader, scale - 1));
    return called || letter || molar || screen
           || ((company || house) && noun_counted(reader, candidate->end, false).head == NO_NOUN)
           || (slice_is(word, "b") && reader_token(reader, scale - 1)->shape == CLASS_YEAR)
           || is_race(reader, candidate->end - 1) || (slice_is(word, "mill") && behind)
           || (slice_is(word, "Mill") && behind > CLASS_LOWER);
}

/* The "layered" of "two-layered": what so many layers have; not the "led" of "two-led" */
static bool is_having(const struct reader *reader, uint32_t i)
{
    struct slice word = token_slice(reader->tokens, i);
    return reader_is_word(reader, i) && word.length > 4 && slice_ends(word, "ed")
           && reader_token(reader, i)->capital == CLASS_LOWER && !(token_word_classes(reader->tokens, i) & WORD_NOUN);
}

/* "twenty-first", "two-dimensional", "2-methylpropane", "4-(n-butyl)", "2p orbitals": what no number counts. */
static bool is_of_order(const struct reader *reader, uint32_t i)
{
    if (reader_is_glued(reader, i) && reader_has(reader, i, CLASS_UNCOUNTED))
        return true;
    if (!reader_has(reader, i, CLASS_HYPHEN) || i + 1 >= reader->tokens->token.count)
        return false;
    uint8_t shape = reader_token(reader, i - 1)->shape;
    bool place = (shape == CLASS_TWELVE || shape == CLASS_DAY)
                 && (reader_has(reader, i + 1, CLASS_OPEN)
                     || (reader_has(reader, i + 2, CLASS_HYPHEN) && reader_has(reader, i + 3, CLASS_NUMBER))
                     || word_class_is_substance(token_slice(reader->tokens, i + 1)));
    if (place)
        return true;
    bool joined = reader_has(reader, i + 2, CLASS_HYPHEN) && noun_is_closed(reader, i + 1)
                  && !reader_has(reader, i + 1, CLASS_BOUND_AFTER); /* "two-for-one" */
    return joined || reader_has(reader, i + 1, CLASS_ORDINAL) || reader_has(reader, i + 1, CLASS_UNCOUNTED)
           || is_having(reader, i + 1);
}

/* Behind the list of "2- and 3-D"; what stands behind a comma is of its own: "p = 0.03, two-sided". */
static uint32_t behind_tied_list(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_COMMA) ? i : noun_behind_list(reader, i);
}

/* The "nation" of "13-nation". */
static struct noun hyphenated(const struct reader *reader, uint32_t i)
{
    struct noun none = { NO_NOUN, i, false };
    bool word = reader_has(reader, i, CLASS_HYPHEN) && i + 1 < reader->tokens->token.count
                && reader_token(reader, i + 1)->capital && !noun_is_closed(reader, i + 1);
    bool strong = word && slice_is(token_slice(reader->tokens, i + 1), "strong");
    return word && !strong ? (struct noun){ i + 1, i + 2, false } : none;
}

static bool is_lower_bound(const struct reader *reader, uint32_t token)
{
    uint8_t bound = amount_relation(reader, token, CLASS_BOUND);
    return bound == CLAIMEX_GT || bound == CLAIMEX_GE;
}

static bool is_upper_bound(const struct reader *reader, uint32_t token)
{
    uint8_t bound = amount_relation(reader, token, CLASS_BOUND);
    return bound == CLAIMEX_LT || bound == CLAIMEX_LE;
}

/* "more than 30 and under 50", in either order: one range. */
static bool read_bounds(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range first = match->field[FIELD_low], second = match->field[FIELD_high];
    uint32_t before = match->whole.start - 1, between = match->field[FIELD_code].start;
    if (is_lower_bound(reader, before) && is_upper_bound(reader, between))
        return amount_range(reader, first, second, candidate);
    return is_upper_bound(reader, before) && is_lower_bound(reader, between)
           && amount_range(reader, second, first, candidate);
}

/* The 2018 of "from 3,331 on 30 June 2018 to 3,667": a year is no end of a range whose other end is none. */
static bool is_lone_year(const struct reader *reader, const struct match *match)
{
    struct match_range low = match->field[FIELD_low], high = match->field[FIELD_high];
    return low.end == low.start + 1 && reader_token(reader, low.start)->shape == CLASS_YEAR
           && reader_token(reader, high.start)->shape != CLASS_YEAR
           && decimal_compare(amount_value(reader, low), decimal_make(1900, 0)) >= 0;
}

/* "a quarter point", "three-quarter point" */
static bool read_part(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    bool above = amount_given(match->field[FIELD_amount]);
    candidate->value = amount_part(reader, match->field[FIELD_denominator].start,
                                   above ? amount_value(reader, match->field[FIELD_amount]) : decimal_make(1, 0));
    return decimal_present(candidate->value);
}

/* "95% CI 0.8, 1.3": two numbers about a comma are the ends of an interval. */
static void take_interval(const struct reader *reader, struct candidate *candidate)
{
    static const enum class goes_on[] = { CLASS_UNIT,  CLASS_TIMEUNIT, CLASS_PERCENT, CLASS_SCALE, CLASS_CURRENCY,
                                          CLASS_MINOR, CLASS_AND,      CLASS_OR,      CLASS_NONE };
    uint32_t minus = candidate->end + 1, number = minus + reader_has(reader, minus, CLASS_MINUS);
    if (candidate->relation == CLAIMEX_RANGE || !reader_has(reader, candidate->end, CLASS_COMMA)
        || !reader_has(reader, number, CLASS_NUMBER) || !marks_interval(reader, candidate))
        return;
    uint32_t next = number + 1 + reader_has(reader, number + 1, CLASS_COMMA);
    bool listed = next > number + 1 && reader_has(reader, next + reader_has(reader, next, CLASS_MINUS), CLASS_NUMBER);
    claimex_decimal high = amount_value(reader, (struct match_range){ minus, number + 1 });
    if (listed || reader_has_any(reader, number + 1, goes_on) || decimal_compare(candidate->value, high) >= 0)
        return;
    candidate->low = candidate->value;
    candidate->high = high;
    candidate->value = (claimex_decimal){ 0, 0, 0 };
    candidate->relation = CLAIMEX_RANGE;
    amount_end_at(reader, number + 1, candidate);
}

static bool read_amount(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (amount_given(match->field[FIELD_denominator]))
        return read_part(reader, match, candidate);
    if (amount_given(match->field[FIELD_code]))
        return read_bounds(reader, match, candidate);
    bool range = amount_given(match->field[FIELD_low]);
    bool year = range && is_lone_year(reader, match);
    bool name = range && reader_has(reader, match->field[FIELD_low].end, CLASS_HYPHEN) /* "7-Eleven" */
                && reader_token(reader, match->field[FIELD_low].start)->capital == 0
                && reader_token(reader, match->field[FIELD_high].start)->capital > CLASS_LOWER;
    if (year || name || amount_is_change(reader, match) || !amount_read(reader, match, candidate))
        return false;
    if (amount_given(match->field[FIELD_sign]))
        candidate->value = decimal_negate(candidate->value);
    take_interval(reader, candidate);
    return true;
}

/* "the album One Night Stand": words in capitals within a sentence. */
static bool is_title(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t next = candidate->end;
    return candidate->end == candidate->first + 1 && reader_is_word(reader, next + 1)
           && reader_token(reader, next)->capital == CLASS_CAPITALISED
           && reader_token(reader, next + 1)->capital == CLASS_CAPITALISED;
}

/* "Formula One", "the Big Three"; with a noun, too, "the Group of Seven countries" and "the Six Nations". */
static bool is_worded_name(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    uint32_t first = candidate->first;
    if (first == 0 || !is_worded(reader, candidate) || reader_token(reader, first)->capital <= CLASS_LOWER)
        return false;
    if (reader_has(reader, candidate->end, CLASS_HYPHEN) && reader_is_word(reader, candidate->end + 1)
        && reader_token(reader, candidate->end + 1)->capital > CLASS_LOWER) /* "the Four-Kings team" */
        return true;
    if (noun.head == NO_NOUN)
        return (reader_token(reader, first - 1)->capital > CLASS_LOWER
                && !(reader_token(reader, first - 1)->flags & TOKEN_FIRST))
               || reader_has(reader, first - 1, CLASS_POSSESSIVE); /* "Ocean's Eleven" */
    if (reader_token(reader, first - 1)->capital > CLASS_LOWER)    /* "Air Force One landed", but no headline */
        return !(reader_token(reader, first - 1)->flags & TOKEN_FIRST)
               && reader_token(reader, candidate->end)->capital == CLASS_LOWER;
    bool of = reader_has(reader, first - 1, CLASS_OF), the = reader_has(reader, first - 1, CLASS_THE);
    return reader_token(reader, first - 1)->capital == CLASS_LOWER
           && (of || is_title(reader, candidate)
               || (the && reader_token(reader, candidate->end)->capital > CLASS_LOWER));
}

/* "1/4 point", "0.5 share": what is less than one has a singular behind it. */
static struct noun part_of_noun(const struct reader *reader, const struct candidate *candidate)
{
    struct noun none = { NO_NOUN, candidate->end, false };
    bool part = candidate->value.digits > 0 && decimal_compare(candidate->value, decimal_make(1, 0)) < 0;
    bool word = part && candidate->end < reader->tokens->token.count
                && reader_token(reader, candidate->end)->capital == CLASS_LOWER;
    return word ? noun_counted(reader, candidate->end, true) : none;
}

/* "the 4.5 million analysts had expected": those who expected so many, not so many of them. */
static bool is_expecting(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    uint32_t first = candidate->first - has_bound(reader, candidate);
    return noun.head != NO_NOUN && first > 1 && reader_has(reader, first - 1, CLASS_THE)
           && !reader_has(reader, first - 2, CLASS_COMMA) /* "On Sunday, the 300 guests had expected rain" */
           && reader_has(reader, noun.end, CLASS_HAVE) && reader_has(reader, noun.end + 1, CLASS_EXPECT);
}

static struct noun find_noun(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t behind = marks_behind_number(reader, candidate);
    if (behind != candidate->end)
        return noun_counted(reader, behind, is_one(candidate));
    if (heads_entry(reader, candidate))
        return noun_counted(reader, candidate->end + 1, false);
    struct noun noun = hyphenated(reader, behind_tied_list(reader, candidate->end));
    if (noun.head == NO_NOUN)
        noun = noun_counted(reader, candidate->end, is_one(candidate));
    if (noun.head != NO_NOUN && noun_behind_list(reader, candidate->end) != candidate->end
        && (reader_has(reader, noun.head, CLASS_MINOR) || reader_has(reader, noun.head, CLASS_CURRENCY)))
        noun.head = NO_NOUN; /* "2 to 51, or 3 to 5 cents" */
    return noun.head == NO_NOUN ? part_of_noun(reader, candidate) : noun;
}

/* The currency of the whole: "90 million of the 1.2 billion shekels", "40 million of the $90 million"; 0 when it is
 * none. */
static uint32_t currency_of_whole(const struct reader *reader, uint32_t of, bool *scaled)
{
    uint32_t i = of + 1 + noun_is_determiner(reader, of + 1), sign = i;
    i += reader_has(reader, sign, CLASS_SYMBOL);
    *scaled = false;
    if (!reader_has(reader, of, CLASS_OF) || !reader_has(reader, i, CLASS_NUMBER))
        return 0;
    for (i++; reader_has(reader, i, CLASS_SCALE); i++)
        *scaled = true;
    if (reader_has(reader, sign, CLASS_SYMBOL))
        return noun_find(reader, i, false).head == NO_NOUN && *scaled ? sign : 0;
    bool money = reader_has(reader, i, CLASS_CURRENCY) && (*scaled || !reader_has(reader, i, CLASS_UNIT));
    return money && !noun_find(reader, i + 1, false).plural ? i : 0; /* not "five of the 10 dollar notes" */
}

/* An amount of a sum is money, too; but "3 of the 12 million dollars" may be 3 or 3 million. */
static bool is_part_of_sum(const struct reader *reader, struct candidate *candidate)
{
    bool scaled, own = reader_has(reader, candidate->end - 1, CLASS_SCALE);
    uint32_t currency = currency_of_whole(reader, candidate->end, &scaled);
    if (!currency || (scaled && !own))
        return false;
    candidate->kind = CLAIMEX_MONEY;
    amount_set_currency(reader, slice_of(token_text(reader->tokens, currency, CLASS_CURRENCY)), candidate);
    return true;
}

/* "the 7-Up", "its 10-K filing", "(5-HT)", "(3-D)" */
static bool is_brand(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t hyphen = candidate->end, before = candidate->first - 1;
    if (candidate->first == 0 || !reader_has(reader, hyphen, CLASS_HYPHEN) || hyphen + 1 >= reader->tokens->token.count
        || is_worded(reader, candidate))
        return false;
    uint8_t capital = reader_token(reader, hyphen + 1)->capital;
    bool aside = reader_has(reader, before, CLASS_OPEN) || reader_has(reader, before, CLASS_COMMA);
    bool letters = capital == CLASS_UPPER || token_slice(reader->tokens, hyphen + 1).length == 1;
    return capital > CLASS_LOWER && (reader_token(reader, before)->capital == CLASS_LOWER || (aside && letters));
}

/* "405 Williams Avenue": the plural is part of a name that goes on; but "405 Democrats on Tuesday". */
static bool is_house(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    uint32_t next = noun.head + 1;
    return noun.head == candidate->end && label_is_plain_integer(reader, candidate)
           && !reader_has(reader, noun.head, CLASS_PLURAL)
           && reader_token(reader, noun.head)->shape == CLASS_CAPITALISED && reader_is_word(reader, next)
           && reader_token(reader, next)->capital > CLASS_LOWER && candidate->first > 0
           && (reader_has(reader, candidate->first - 1, CLASS_AT)
               || reader_has(reader, candidate->first - 1, CLASS_PREPOSITION)
               || reader_has(reader, candidate->first - 1, CLASS_COMMA))
           && reader_token(reader, candidate->first)->capital == 0 && !reader_has(reader, next, CLASS_WEEKDAY)
           && !reader_has(reader, next, CLASS_MONTH);
}

/* "three happy years", "4 or 5 or 6 hours": a length of time, whatever is said of it; but "15 warmest years", "26 leap
 * seconds", "two Venusian days", "until 78, four years longer". */
static bool is_length(const struct reader *reader, const struct candidate *candidate, struct noun noun)
{
    uint32_t behind = noun_behind_list(reader, candidate->end);
    if (behind != candidate->end && reader_has(reader, candidate->end, CLASS_COMMA))
        return false;
    for (uint32_t i = behind; i < noun.head; i++)
        if (reader_token(reader, i)->capital != CLASS_LOWER
            || (token_word_classes(reader->tokens, i) & (WORD_ADJECTIVE | WORD_NOUN)) != WORD_ADJECTIVE
            || word_class_is_superlative(token_slice(reader->tokens, i)))
            return false;
    return noun.plural && reader_has(reader, noun.head, CLASS_TIMEUNIT);
}

static void make_duration(const struct reader *reader, struct noun noun, struct candidate *candidate)
{
    candidate->kind = CLAIMEX_DURATION;
    candidate->unit = slice_of(token_text(reader->tokens, noun.head, CLASS_TIMEUNIT));
    if (noun_behind_list(reader, candidate->end) != candidate->end)
        return;
    candidate->end = noun.head + 1;
    candidate->at.end = reader_token(reader, noun.head)->end;
}

/* "pH 7.5", "a pH of 7.5", "the pH was about 7.5", "the pH rose from 6 to 7.5": a scale whose unit is its name. */
static bool is_of_scale(const struct reader *reader, struct candidate *candidate)
{
    static const enum class links[] = { CLASS_OF, CLASS_BE, CLASS_BOUND, CLASS_NONE };
    uint32_t behind = candidate->first;
    while (behind > 1 && candidate->first - behind < 2 && reader_has_any(reader, behind - 1, links))
        behind--;
    const char *unit = behind > 0 ? token_text(reader->tokens, behind - 1, CLASS_STATISTIC) : NULL;
    uint32_t changed = unit ? NO_TOKEN : amount_what_changed(reader, candidate->first, CLASS_STATISTIC);
    if (changed != NO_TOKEN)
        unit = token_text(reader->tokens, changed, CLASS_STATISTIC);
    if (!unit || !*unit)
        return false;
    candidate->kind = CLAIMEX_MEASURE;
    candidate->unit = slice_of(unit);
    return true;
}

/* "the rate per 100,000 people is 20": what a rate is for is no figure, wherever the figure stands. */
static bool is_base_of_rate(const struct reader *reader, const struct candidate *candidate)
{
    return candidate->first > 0 && reader_has(reader, candidate->first - 1, CLASS_PER)
           && slice_is(token_slice(reader->tokens, candidate->first - 1), "per");
}

bool count_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    if (!read_amount(reader, match, candidate) || is_base_of_rate(reader, candidate)
        || (!heads_entry(reader, candidate) && marks_tie(reader, candidate)) || is_scaled_otherwise(reader, candidate)
        || is_of_order(reader, candidate->end) || is_of_order(reader, behind_tied_list(reader, candidate->end))
        || is_brand(reader, candidate) || marks_restate(reader, candidate))
        return false;
    if (is_part_of_sum(reader, candidate) || is_of_scale(reader, candidate))
        return true;
    struct noun noun = find_noun(reader, candidate);
    if (is_expecting(reader, candidate, noun))
        return true;
    bool rifle = noun.head == candidate->end && !noun.plural && !reader_has(reader, noun.head, CLASS_POINT)
                 && !reader_has(reader, noun.head, CLASS_SHARED) && is_calibre(reader, candidate);
    if (is_worded_name(reader, candidate, noun) || is_house(reader, candidate, noun) || rifle)
        return false;
    if (noun.head != NO_NOUN && is_one(candidate)
        && (is_somebody(reader, candidate, noun) || is_some_time(reader, candidate, noun)
            || is_any_of_them(reader, candidate, noun) || is_each(reader, candidate)
            || is_somebody_of_them(reader, candidate)))
        return false;
    if (is_year(reader, candidate) || label_holds(reader, candidate, noun.head != NO_NOUN)
        || informal_is_word(reader, candidate, noun.plural))
        return false;
    if (noun.head == NO_NOUN || age_names_group(reader, candidate))
        return age_of_count(reader, candidate) || stands_alone(reader, candidate);
    if (is_length(reader, candidate, noun)) {
        make_duration(reader, noun, candidate);
        return true;
    }
    candidate->unit = noun_text(reader, marks_behind_number(reader, candidate), noun.head);
    candidate->noun_end = noun.end;
    return true;
}
