/* Ages: durations that somebody has lived. Often only the words around a number tell it for one. */
#include "recognizers/age.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/label.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

#define MOST_OF_SUBJECT 7u /* tokens between "age" and its verb */
#define MOST_YEARS 120
#define LEAST_OF_SOMEBODY 14 /* years of a minister, a teacher */

static bool is_age_of(const struct reader *reader, uint32_t age)
{
    return slice_ends(token_slice(reader->tokens, age), " of");
}

/* "age is", "age of patients is", "age at marriage is", "age limit is"; not "the age gap is" */
static bool is_measured(const struct reader *reader, uint32_t age, uint32_t verb)
{
    return is_age_of(reader, age) || age + 1 == verb || reader_has(reader, age + 1, CLASS_PREPOSITION)
           || slice_is(token_slice(reader->tokens, age + 1), "limit");
}

bool age_is_said(const struct reader *reader, uint32_t first)
{
    uint32_t verb = first - 1;
    if (first < 2)
        return false;
    verb -= reader_has(reader, verb, CLASS_BOUND);
    bool ranges = verb > 0 && reader_has(reader, verb, CLASS_FROM) && reader_has(reader, verb - 1, CLASS_RANGING);
    verb -= ranges;
    if (!ranges && !reader_has(reader, verb, CLASS_BE))
        return false;
    for (uint32_t i = verb; i-- > 0 && verb - i <= MOST_OF_SUBJECT && !reader_has(reader, i, CLASS_NUMBER);)
        if (reader_has(reader, i, CLASS_AGED))
            return is_measured(reader, i, verb);
    return false;
}

/* "men >65 years", "adults (< 30 years)", "children under 5 years": a bound directly behind people. */
bool age_bounds_people(const struct reader *reader, uint32_t first)
{
    uint32_t bound = first - 1;
    if (first < 2 || !reader_has(reader, bound, CLASS_BOUND))
        return false;
    const struct lexicon_reading *side = token_reading(reader->tokens, bound, CLASS_AGE_SIDE);
    uint32_t people = bound - 1 - (bound > 1 && reader_has(reader, bound - 1, CLASS_OPEN));
    bool sign = reader_token(reader, bound)->capital == CLASS_NONE;
    bool years = reader_has(reader, first + 1, CLASS_TIMEUNIT) /* "saw people under 12 hours" */
                 && strcmp(token_text(reader->tokens, first + 1, CLASS_TIMEUNIT), "year") == 0;
    bool lived = years && !reader_has(reader, bound, CLASS_OVER); /* "over 5 years" */
    return (sign || (side && (side->number == 0 || lived)))
           && (reader_has(reader, people, CLASS_PLURAL) || reader_has(reader, people, CLASS_KIN));
}

/* "adults 18 years and older"; "patients 65 years and over", "children 6-12 years": directly behind people. */
bool age_is_of_group(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t people = candidate->first - 1;
    bool older = reader_has(reader, candidate->end, CLASS_AGE_SIDE);
    uint8_t side = amount_relation(reader, candidate->end, CLASS_BOUND_AFTER); /* but "seen by people a week or so" */
    bool behind = candidate->first > 0
                  && (reader_has(reader, people, CLASS_PLURAL) || reader_has(reader, people, CLASS_KIN)
                      || (older && noun_is_plural(reader, people)));
    return behind && (candidate->relation == CLAIMEX_RANGE || side == CLAIMEX_GE || side == CLAIMEX_LE);
}

/* "raised the retirement age | to 67 | from 65", "cut the age limit from 21 | to 18" */
static bool is_object_of_change(const struct reader *reader, uint32_t first)
{
    uint32_t joint = first - 1;
    if (first < 3 || !(reader_has(reader, joint, CLASS_TO) || reader_has(reader, joint, CLASS_FROM)))
        return false;
    joint -= joint > 2 && reader_has(reader, joint - 1, CLASS_NUMBER) ? 2 : 0; /* the other end */
    uint32_t limit = joint > 1 && slice_is(token_slice(reader->tokens, joint - 1), "limit");
    return joint > limit && slice_is(token_slice(reader->tokens, joint - limit - 1), "age")
           && amount_follows_change(reader, joint);
}

/* "life expectancy rose from 72 to 79", "the average age of buyers fell to 51" */
static bool has_changed(const struct reader *reader, uint32_t first)
{
    uint32_t age = amount_what_changed(reader, first, CLASS_AGED);
    if (age == NO_TOKEN)
        return is_object_of_change(reader, first);
    return is_age_of(reader, age) || noun_is_closed(reader, age + 1) || amount_is_change_word(reader, age + 1);
}

#define MOST_OF_TIME 5u /* tokens between "died" and its age: "died at home on Monday at 77" */

/* "At 16 he left", "and by 19, she was", "At 84, Ruth Salas sold"; not "it closed at 45, he said" */
static bool is_before_person(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class joints[] = { CLASS_COMMA, CLASS_SEMICOLON, CLASS_DASH, CLASS_AND,
                                         CLASS_BUT,   CLASS_QUOTE,     CLASS_NONE };
    bool comma = reader_has(reader, candidate->end, CLASS_COMMA);
    uint32_t behind = candidate->end + comma;
    if (candidate->first > 1 && !reader_has_any(reader, candidate->first - 2, joints))
        return false;
    bool name = comma && candidate->first == 1 && reader_is_word(reader, behind)
                && reader_token(reader, behind)->shape == CLASS_CAPITALISED;
    return name || reader_has(reader, behind, CLASS_PERSON);
}

enum reaching { AGE_DIRECTLY, AGE_BEHIND_AT, AGE_EITHER, AGE_OF_PERSON };

/* "turned" has its age directly behind it, "died" behind an "at", "died at" either way: "died at home at 77"; and
 * "moved" behind an "at" when it says who: "she moved to Oslo at 19". */
static bool is_reaching(const struct reader *reader, uint32_t verb, enum reaching how)
{
    const struct lexicon_reading *reading = token_reading(reader->tokens, verb, CLASS_REACHING);
    return reading && (reading->number == (int32_t)how || reading->number == AGE_EITHER);
}

/* Nothing is counted: "is 43.", "was 43 and" */
static bool stands_alone(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class ends[] = { CLASS_PERIOD, CLASS_COMMA,     CLASS_AND, CLASS_BUT,
                                       CLASS_TO,     CLASS_SEMICOLON, CLASS_NONE };
    return candidate->end == reader->tokens->token.count || reader_has_any(reader, candidate->end, ends);
}

/* "*she* moved to Oslo | at | 19 | and"; but "it moved to a house at 19 Elm Road", "they moved at 40 km/h" */
static bool is_reached_by_person(const struct reader *reader, uint32_t verb, const struct candidate *candidate)
{
    return is_reaching(reader, verb, AGE_OF_PERSON) && verb > 0 && reader_has(reader, verb - 1, CLASS_PERSON)
           && stands_alone(reader, candidate);
}

/* The same, and "died on Monday at 77" */
static bool is_reached_at(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t at = candidate->first - 1;
    if (candidate->first == 0 || reader_token(reader, candidate->first)->shape == CLASS_TWELVE)
        return false;
    bool before = reader_has(reader, at, CLASS_LIMIT) && at > 0; /* "die before 50" */
    if (before && is_reaching(reader, at - 1, AGE_BEHIND_AT)
        && !word_class_is_superlative(token_slice(reader->tokens, at - 1)))
        return !reader_has(reader, candidate->end, CLASS_TIMEUNIT)
               && noun_counted(reader, candidate->end, false).head == NO_NOUN;
    if (!reader_has(reader, at, CLASS_AT))
        return reader_has(reader, at, CLASS_BY) && is_before_person(reader, candidate);
    for (uint32_t back = 1; back <= MOST_OF_TIME && back <= at; back++) {
        if (reader_has(reader, at - back, CLASS_COMMA) || reader_has(reader, at - back, CLASS_NUMBER))
            break;
        bool thing = back < at && slice_is(token_slice(reader->tokens, at - back - 1), "its"); /* "its debut at 40" */
        if ((is_reaching(reader, at - back, AGE_BEHIND_AT) && !thing)
            || is_reached_by_person(reader, at - back, candidate))
            return true;
    }
    return is_before_person(reader, candidate);
}

/* The verb of "he is now 75", "who was only 17", "she is about 30" */
static uint32_t verb_before(const struct reader *reader, uint32_t first)
{
    static const enum class adverbs[] = { CLASS_NOW, CLASS_AT_AGE, CLASS_BOUND, CLASS_NONE };
    uint32_t verb = first - 1;
    return first > 1 && reader_token(reader, first)->shape != CLASS_ONE && reader_has_any(reader, verb, adverbs)
               ? verb - 1
               : verb;
}

/* "Ruiz", "the clerk"; not "there", "the temperature", "her weight", "the number of eggs" */
static bool may_be_somebody(const struct reader *reader, uint32_t i)
{
    static const enum class people[] = { CLASS_PERSON, CLASS_KIN, CLASS_NONE };
    static const enum class others[] = { CLASS_PRONOUN, CLASS_VALUED, CLASS_NONE };
    bool common = reader_is_word(reader, i) && reader_token(reader, i)->capital == CLASS_LOWER;
    bool thing = common && (noun_is_plural(reader, i) || reader_has(reader, i - 1, CLASS_POSSESSOR));
    return reader_has_any(reader, i, people) || !(thing || reader_has_any(reader, i, others));
}

/* "Ruiz was 23 when she left" */
static bool is_when(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t verb = verb_before(reader, candidate->first);
    return candidate->first > 1 && label_is_plain_integer(reader, candidate) && reader_has(reader, verb, CLASS_BE)
           && may_be_somebody(reader, verb - 1) && reader_has(reader, candidate->end + 1, CLASS_PERSON)
           && slice_is(token_slice(reader->tokens, candidate->end), "when");
}

#define MOST_TO_SUPERLATIVE 3u /* tokens: "oldest surviving voter" */

/* "the *oldest* voter was | 104", "and the youngest | 18" */
static bool is_of_oldest(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t verb = verb_before(reader, candidate->first);
    if (candidate->first < 2 || verb == 0 || !stands_alone(reader, candidate)
        || !label_is_plain_integer(reader, candidate))
        return false;
    uint32_t last = reader_has(reader, verb, CLASS_BE) ? verb - 1 : candidate->first - 1;
    for (uint32_t i = last; i > 0 && last - i < MOST_TO_SUPERLATIVE; i--)
        if (is_reaching(reader, i, AGE_BEHIND_AT) && word_class_is_superlative(token_slice(reader->tokens, i)))
            return last < verb || i == last;
    return false;
}

/* "she was 87", "I'm 35", "died at 91", "turned 80"; but not "she was 3 for 4", "he was 3-under", "died at 10 Downing
 * Street" */
static bool is_of_person(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t verb = candidate->first - 1, end = candidate->end;
    bool named = reader_is_word(reader, end) && reader_token(reader, end)->capital > CLASS_LOWER;
    if (candidate->first > 0 && is_reaching(reader, verb, AGE_DIRECTLY))
        return !named;
    if (!named && is_reached_at(reader, candidate))
        return true;
    verb = verb_before(reader, candidate->first);
    bool person = candidate->first > 1 && reader_has(reader, verb - 1, CLASS_PERSON); /* "he's 67" */
    return candidate->first > 0 && (person || reader_has(reader, verb, CLASS_PERSON))
           && (reader_has(reader, verb, CLASS_BE) || reader_has(reader, verb, CLASS_POSSESSIVE))
           && (!reader_has(reader, end, CLASS_PREPOSITION) || reader_has(reader, end, CLASS_AT))
           && !reader_has(reader, end, CLASS_OF) && !reader_has(reader, end, CLASS_IN)
           && !reader_has(reader, end, CLASS_OUT_OF) && !reader_has(reader, end, CLASS_HYPHEN);
}

#define LONGEST_ASIDE 6u /* tokens: ", a farmer from Leeds," */

/* The token before an insertion that the comma at `i` closes: "Smith, from Leeds | , | is"; `i` itself where none is.
 */
static uint32_t before_insertion(const struct reader *reader, uint32_t i)
{
    if (!reader_has(reader, i, CLASS_COMMA))
        return i;
    for (uint32_t k = i; k > 1 && i - k < LONGEST_ASIDE; k--)
        if (reader_has(reader, k - 1, CLASS_COMMA))
            return k - 2;
    return i;
}

/* "Anna Smith", "the suspect"; a single name that opens its sentence may be any word. */
static bool is_somebody(const struct reader *reader, uint32_t i, bool inserted)
{
    static const enum class leads[] = { CLASS_THE, CLASS_A, CLASS_POSSESSOR, CLASS_NONE };
    if (!reader_is_word(reader, i))
        return false;
    if (reader_has(reader, i, CLASS_KIN))
        return i > 0 && reader_has_any(reader, i - 1, leads);
    bool named = reader_token(reader, i)->capital == CLASS_CAPITALISED;
    bool several = i > 0 && reader_is_word(reader, i - 1) && reader_token(reader, i - 1)->capital == CLASS_CAPITALISED
                   && !noun_is_closed(reader, i - 1);
    return named && !noun_is_plural(reader, i) && (several || inserted);
}

/* "Anna Smith is 43.", "Ruiz, from Leeds, is 43", "the suspect was 43 and" */
static bool is_what_somebody_is(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t verb = candidate->first > 1 ? verb_before(reader, candidate->first) : 0;
    if (verb == 0 || !reader_has(reader, verb, CLASS_BE) || !stands_alone(reader, candidate)
        || !label_is_plain_integer(reader, candidate)
        || decimal_compare(candidate->value, decimal_make(LEAST_OF_SOMEBODY, 0)) < 0)
        return false;
    uint32_t who = before_insertion(reader, verb - 1);
    return may_be_somebody(reader, who) && is_somebody(reader, who, who < verb - 1);
}

/* "Ruiz, then 38, had" */
static bool is_then(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t then = candidate->first - 1;
    return candidate->first > 2 && reader_has(reader, then, CLASS_AT_AGE) && reader_has(reader, then - 1, CLASS_COMMA)
           && reader_has(reader, candidate->end, CLASS_COMMA) && reader_token(reader, then - 2)->capital > CLASS_LOWER;
}

/* "adults 16 or older", "unless they are 12 and younger", "must be 18 or over", "women 65 and over", "viewers younger
 * than 30" */
static bool is_of_older(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t before = candidate->first - 1, end = candidate->end;
    bool compared = reader_has(reader, before, CLASS_AGE_SIDE) && reader_has(reader, before, CLASS_COMPARED);
    bool older =
        reader_has(reader, end, CLASS_AGE_SIDE) || (candidate->first > 0 && reader_has(reader, before, CLASS_PLURAL));
    older |= candidate->first > 1 && slice_is(token_slice(reader->tokens, before), "be")
             && (reader_has(reader, before - 1, CLASS_TO) || reader_has(reader, before - 1, CLASS_MUST));
    return (older && reader_has(reader, end, CLASS_BOUND_AFTER)) || (candidate->first > 0 && compared);
}

/* "The minister, 58, resigned", "a teacher, 31, who": a number alone between two commas behind a singular that is
 * nothing with a value or a number of its own. */
static bool is_beside_person(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class things[] = { CLASS_VALUED,      CLASS_PACE,   CLASS_LEVEL, CLASS_NUMBERED,
                                         CLASS_REPORT_NOUN, CLASS_SURVEY, CLASS_NONE };
    static const enum class articles[] = { CLASS_THE, CLASS_A, CLASS_NONE };
    uint32_t first = candidate->first, end = candidate->end, noun = first - 2;
    if (first < 3 || !reader_has(reader, first - 1, CLASS_COMMA) || !reader_has(reader, end, CLASS_COMMA)
        || !label_is_plain_integer(reader, candidate) || !reader_is_word(reader, noun)
        || decimal_compare(candidate->value, decimal_make(LEAST_OF_SOMEBODY, 0)) < 0)
        return false;
    bool led = reader_has_any(reader, noun - 1, articles) || (noun > 1 && reader_has_any(reader, noun - 2, articles));
    bool verb =
        reader_has(reader, end + 1, CLASS_PERSON)
        || (reader_is_word(reader, end + 1) && (token_word_classes(reader->tokens, end + 1) & (WORD_VERB | WORD_PAST))
            && !(token_word_classes(reader->tokens, end + 1) & WORD_NOUN));
    return led && verb && reader_token(reader, noun)->capital == CLASS_LOWER && !noun_is_plural(reader, noun)
           && !reader_has_any(reader, noun, things);
}

/* "14 were under 18", "one in eight is over 65", "half of them (are) under 30", "those killed were under 30" */
static bool is_of_those(const struct reader *reader, const struct candidate *candidate)
{
    static const enum class many[] = { CLASS_NUMBER, CLASS_PERCENT, CLASS_PLURAL, CLASS_HARMING, CLASS_NONE };
    uint32_t side = candidate->first - 1, be = side - 1;
    if (candidate->first < 3 || !token_number_of(reader->tokens, side, CLASS_AGE_SIDE))
        return false;
    if (slice_is(token_slice(reader->tokens, be), "them")) /* "nine of | them under | 18" */
        return reader_has(reader, be - 1, CLASS_OF);
    if (!reader_has(reader, be, CLASS_BE))
        return false;
    return reader_has_any(reader, be - 1, many) || slice_is(token_slice(reader->tokens, be - 1), "them");
}

bool age_names_group(const struct reader *reader, const struct candidate *candidate)
{
    uint32_t age = noun_behind_odd(reader, candidate->end);
    bool bounded = age > candidate->end || (candidate->relation != CLAIMEX_EQ && candidate->relation != CLAIMEX_APPROX);
    return bounded && reader_is_word(reader, age + 1) && slice_is(token_slice(reader->tokens, age), "age")
           && !noun_is_plural(reader, age + 1);
}

bool age_of_count(const struct reader *reader, struct candidate *candidate)
{
    claimex_decimal most = candidate->relation == CLAIMEX_RANGE ? candidate->high : candidate->value;
    if (!decimal_present(most) || decimal_compare(most, decimal_make(MOST_YEARS, 0)) >= 0
        || !(is_of_older(reader, candidate) || is_of_those(reader, candidate) || is_beside_person(reader, candidate)
             || age_names_group(reader, candidate) || age_is_said(reader, candidate->first)
             || has_changed(reader, candidate->first) || is_of_person(reader, candidate) || is_when(reader, candidate)
             || is_of_oldest(reader, candidate) || is_what_somebody_is(reader, candidate)
             || is_then(reader, candidate)))
        return false;
    candidate->kind = CLAIMEX_AGE;
    candidate->unit = slice_of("year");
    return true;
}

/* "people over 65", "anyone under 5"; not "people, about 65", "women over 20 times", and "those below 60" may be
 * marks */
static bool is_on_side(const struct reader *reader, const struct match *match)
{
    uint32_t bound = match->field[FIELD_code].start, next = match->whole.end;
    const struct lexicon_reading *side = token_reading(reader->tokens, bound, CLASS_AGE_SIDE);
    if (!side)
        return false;
    struct noun noun = noun_find(reader, next, false);
    bool anyone = reader_has(reader, bound - 1, CLASS_PRONOUN); /* "anyone over 65 pays" */
    bool verb = (noun.head != next || anyone) && reader_is_word(reader, next)
                && (token_word_classes(reader->tokens, next) & WORD_VERB); /* "people over 65 pay taxes" */
    bool those = reader_has(reader, bound - 1, CLASS_DETERMINER);
    return !(noun.plural && !verb) && (side->number || !those);
}

/* "boys aged 4 and 7 died", "aged 4 and 7, and two girls"; but "boys aged 4 and 7 girls" */
static bool is_next_count(const struct reader *reader, const struct match *match)
{
    static const enum class joints[] = { CLASS_AND, CLASS_COMMA, CLASS_NONE };
    return reader_has_any(reader, match->whole.start, joints) && reader_is_word(reader, match->whole.end)
           && !reader_has(reader, match->whole.end, CLASS_AND)
           && noun_counted(reader, match->whole.end, false).head != NO_NOUN;
}

/* "took under 5s" */
static bool is_seconds(const struct reader *reader, const struct match *match)
{
    uint32_t bound = match->field[FIELD_amount].start - 1;
    return reader_has(reader, bound, CLASS_BOUND) && bound > 0 && amount_takes_time(reader, bound - 1);
}

bool age_read(const struct reader *reader, const struct match *match, struct candidate *candidate)
{
    struct match_range unit = match->field[FIELD_unit];
    if (is_next_count(reader, match))
        return false;
    if (amount_given(match->field[FIELD_code]) && !is_on_side(reader, match))
        return false;
    if (amount_given(match->field[FIELD_low]) && amount_changes_from(reader, match->field[FIELD_low].start))
        return false; /* "raised the voting age from 16 to 18" */
    if (!amount_given(unit) && reader_has(reader, match->whole.end - 1, CLASS_TIMEUNIT)
        && (!slice_is(token_slice(reader->tokens, match->whole.end - 1), "s") || is_seconds(reader, match)))
        return false;
    candidate->unit = slice_of(amount_given(unit) ? token_text(reader->tokens, unit.start, CLASS_TIMEUNIT) : "year");
    return amount_read(reader, match, candidate);
}
