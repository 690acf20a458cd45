/* The nearest verb says on which side of now a date lies; how near its next and its last time are weighs, too. */
#include "recognizers/date_tense.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/date_ended.h"
#include "recognizers/date_words.h"

#define TENSE_BEFORE 24 /* words before a date that are asked for its tense */
#define TENSE_BEHIND 12

static bool is_infinitive(const struct date_words *all, uint32_t verb)
{
    return verb > 0 && slice_is(token_slice(all->reader->tokens, verb - 1), "be");
}

/* "announced", also where no lexicon has it. */
static bool ends_in_ed(const struct date_words *all, uint32_t i)
{
    struct slice word = token_slice(all->reader->tokens, i);
    return all->reader->tokens->token.items[i].capital == CLASS_LOWER && word.length > 4 && slice_ends(word, "ed")
           && word.bytes[word.length - 3] != 'e'; /* "succeed" */
}

/* The "to" of "planned to leave", "is to resume". */
static bool is_plan(const struct date_words *all, uint32_t i)
{
    return i > 0 && date_is(all, i, CLASS_TO)
           && (date_is(all, i - 1, CLASS_EXPECT) || date_is(all, i - 1, CLASS_AIM) || date_is(all, i - 1, CLASS_BE)
               || date_is(all, i - 1, CLASS_AHEAD));
}

/* "are due to end"; but "was due to bad weather" */
static bool is_cause(const struct date_words *all, uint32_t i)
{
    return date_is(all, i, CLASS_PREPOSITION)
           && !(i > 0 && date_is(all, i - 1, CLASS_BE) && !date_is(all, i - 1, CLASS_BEHIND)
                && (token_word_classes(all->reader->tokens, i + 1) & WORD_VERB));
}

/* A verb that is written alike in both tenses (BEHIND=1) is past behind what acts: "the storm | hit | 12 towns"; but
 * "will hit", "a rate cut in June". */
static bool is_past_form(const struct date_words *all, uint32_t i)
{
    static const enum class leads[] = { CLASS_WILL,      CLASS_WOULD, CLASS_CAN, CLASS_MUST, CLASS_DO,
                                        CLASS_TO,        CLASS_BE,    CLASS_A,   CLASS_THE,  CLASS_NOT,
                                        CLASS_POSSESSOR, CLASS_AHEAD, CLASS_AND, CLASS_OR,   CLASS_NONE };
    static const enum class nouns[] = { CLASS_IN, CLASS_OF, CLASS_PREPOSITION, CLASS_LIMIT, CLASS_ON, CLASS_NONE };
    if (date_number_of(all, i, CLASS_BEHIND) != 1)
        return true;
    uint32_t lead = i > 1 && date_is(all, i - 1, CLASS_ADVERB) ? i - 2 : i - 1;
    return i > 0 && i + 1 < all->end && !date_is_any(all, lead, leads) && !date_is_any(all, i + 1, nouns);
}

/* 1 for a "will", -1 for a verb of the past; 0 for any other word. */
static int tense_of(const struct date_words *all, uint32_t i)
{
    if (date_is(all, i, CLASS_WOULD) && date_is(all, i + 1, CLASS_HAVE))
        return -1; /* "would have been" */
    if (date_is(all, i, CLASS_AHEAD) || date_is(all, i, CLASS_WILL) || is_plan(all, i))
        return is_cause(all, i) ? 0 : 1;
    bool told =
        date_is(all, i, CLASS_BEHIND) && !date_is(all, i, CLASS_LIMIT) && is_past_form(all, i); /* but "since" */
    bool past = told || ends_in_ed(all, i);
    return past && !is_infinitive(all, i) ? -1 : 0;
}

/* "| By | March we were", "And | by | March": does its preposition open the sentence? */
static bool opens_sentence(const struct date_words *all, uint32_t preposition)
{
    static const enum class openers[] = { CLASS_QUOTE, CLASS_AND, CLASS_BUT, CLASS_NONE };
    return preposition == 0 || (preposition == 1 && date_is_any(all, 0, openers))
           || (preposition == 2 && date_is(all, 0, CLASS_QUOTE) && date_is_any(all, 1, openers));
}

/* "by Friday", "until May": what lasts so long is mostly not over; but "Until Friday, they had not …". */
static bool is_end(const struct date_words *all, uint32_t first)
{
    return first > 0 && amount_relation(all->reader, first - 1, CLASS_LIMIT) == CLAIMEX_LE
           && !date_is(all, first - 1, CLASS_BEHIND); /* "as late as May" */
}

/* "extended loans through June": no verb tells whether that is over. */
static bool is_last(const struct date_words *all, uint32_t first)
{
    return first > 0 && date_is(all, first - 1, CLASS_UNTIL);
}

/* "the vote is on Sunday": what is said to be on a day is mostly still to come. */
static bool is_said_to_be(const struct date_words *all, uint32_t first)
{
    bool opened = first > 0
                  && (date_is(all, first - 1, CLASS_ON) || date_is(all, first - 1, CLASS_AT)
                      || date_is(all, first - 1, CLASS_IN));
    uint32_t verb = first - 1 - opened;
    return first > opened && date_is(all, verb, CLASS_BE) && !date_is(all, verb, CLASS_BEHIND);
}

/* "From Monday, fares rise": what begins with a day that is named alone. */
static bool is_beginning(const struct date_words *all, uint32_t first, uint32_t end)
{
    return first > 0 && opens_sentence(all, first - 1) && date_is(all, first - 1, CLASS_FROM)
           && !date_is(all, end, CLASS_TO);
}

/* That of the first verb behind. */
static int tense_behind(const struct date_words *all, uint32_t end)
{
    uint32_t last = end + TENSE_BEHIND < all->end ? end + TENSE_BEHIND : all->end;
    int tense = 0;
    for (uint32_t i = end; i < last && !tense && !date_is(all, i, CLASS_SEMICOLON); i++)
        tense = tense_of(all, i);
    return tense;
}

/* The tense of the clause: that of the nearest verb in front, else of the first one behind. */
static int tense_around(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    int tense = 0;
    bool ends = is_end(&all, first);
    if ((ends && !opens_sentence(&all, first - 1)) || is_said_to_be(&all, first))
        return 1;
    if (is_last(&all, first))
        return 0;
    for (uint32_t n = 0; n < TENSE_BEFORE && n < first && !tense; n++) {
        if (date_is(&all, first - 1 - n, CLASS_SEMICOLON))
            break;
        tense = tense_of(&all, first - 1 - n);
    }
    tense = tense ? tense : tense_behind(&all, end);
    return !tense && (ends || is_beginning(&all, first, end)) ? 1 : tense;
}

#define MOST_OF_APPOINTMENT 32u /* tokens */

/* "Thursday, 9 a.m.": words that are nothing but a date are an appointment. */
static bool is_appointment(const struct reader *reader, uint32_t first, uint32_t end)
{
    static const enum class around[] = { CLASS_IN,    CLASS_ON,      CLASS_AT,       CLASS_LIMIT,
                                         CLASS_THE,   CLASS_FROM,    CLASS_PERIOD,   CLASS_UNTIL,
                                         CLASS_BOUND, CLASS_LASTING, CLASS_DAYSHIFT, CLASS_NONE };
    struct date_words all = date_words_all(reader);
    if (all.end > MOST_OF_APPOINTMENT)
        return false;
    for (uint32_t i = 0; i < all.end; i++) {
        bool inside = i >= first && i < end;
        if (!inside && !date_is_any(&all, i, around))
            return false;
    }
    return true;
}

bool date_lies_ahead(const struct reader *reader, uint32_t first, uint32_t end)
{
    return tense_around(reader, first, end) > 0 || is_appointment(reader, first, end);
}

bool date_lies_behind(const struct reader *reader, uint32_t first, uint32_t end)
{
    return tense_around(reader, first, end) < 0;
}

/* "a January report", "June trade fair": the month only names, and no verb tells its side. */
static bool is_name_of_noun(const struct reader *reader, uint32_t end, const struct date_point *point)
{
    static const enum class links[] = {
        CLASS_PREPOSITION, CLASS_IN,     CLASS_ON,    CLASS_AT,     CLASS_TO,      CLASS_FROM,       CLASS_AND,
        CLASS_OR,          CLASS_OF,     CLASS_BE,    CLASS_HAVE,   CLASS_DO,      CLASS_WILL,       CLASS_WOULD,
        CLASS_CAN,         CLASS_MUST,   CLASS_LIMIT, CLASS_UNTIL,  CLASS_NEXT,    CLASS_THAT,       CLASS_RELATIVE,
        CLASS_SUBORDINATE, CLASS_BUT,    CLASS_NOT,   CLASS_ADVERB, CLASS_PRONOUN, CLASS_DETERMINER, CLASS_A,
        CLASS_THE,         CLASS_BEHIND, CLASS_NONE,
    };
    struct date_words all = date_words_all(reader);
    if (point->partial.grain != CLAIMEX_GRAIN_MONTH || end >= all.end
        || reader->tokens->token.items[end].capital != CLASS_LOWER || ends_in_ed(&all, end)
        || (token_word_classes(reader->tokens, end) & (WORD_ADVERB | WORD_NOUN)) == WORD_ADVERB)
        return false;
    return !date_is_any(&all, end, links);
}

/* How many days away on one side; negative when that is not known. */
static int64_t days_away(const struct date_point *point, claimex_moment reference, enum direction direction)
{
    struct partial partial = point->partial;
    struct interval there = { .grain = CLAIMEX_GRAIN_NONE };
    if (point->kind == DATE_HOLIDAY)
        (void)holiday_resolve(&point->holiday, reference, direction, &there);
    else if (partial_resolve(&partial, reference, direction, 1))
        there = partial_interval(&partial, 1);
    int64_t days = (int64_t)calendar_days(there.begins) - calendar_days(reference);
    return !interval_present(there) ? -1 : days < 0 ? -days : days;
}

static bool comes_once_a_year(const struct date_point *point)
{
    const struct partial *partial = &point->partial;
    return point->kind == DATE_HOLIDAY || ((partial->month || partial->part) && partial->grain < CLAIMEX_GRAIN_DAYPART);
}

/* What comes round once a year may be much nearer on the side that the verb does not name: in January, an offer that
 * "expired on Jan. 14" or "is open until Feb. 10". */
static enum direction weigh(const struct date_point *point, claimex_moment reference, int tense, bool will)
{
    enum direction told = tense > 0 ? DIRECTION_FUTURE : DIRECTION_PAST;
    if (point->partial.has_year || !comes_once_a_year(point) || (point->kind == DATE_HOLIDAY && tense > 0))
        return told;
    int64_t back = days_away(point, reference, DIRECTION_PAST), ahead = days_away(point, reference, DIRECTION_FUTURE);
    if (back < 0 || ahead < 0)
        return told;
    if (tense > 0)
        return !will && back * 6 < ahead ? DIRECTION_PAST : DIRECTION_FUTURE;
    int weight = tense == 0 ? 3 : point->partial.grain <= CLAIMEX_GRAIN_MONTH && point->kind != DATE_HOLIDAY ? 10 : 6;
    return ahead * weight < back ? DIRECTION_FUTURE : DIRECTION_PAST;
}

static bool is_before_end(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    return is_end(&all, first);
}

/* The "to" of "had promised | to | open in June" */
static bool had_planned(const struct date_words *all, uint32_t to)
{
    return to > 1 && (date_is(all, to - 1, CLASS_EXPECT) || date_is(all, to - 1, CLASS_AIM))
           && date_is(all, to - 2, CLASS_HAVE) && date_is(all, to - 2, CLASS_BEHIND);
}

/* "fell in June", but not "agreed to meet in June", where an infinitive stands between the verb and the date */
static bool fell_in(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    for (uint32_t n = 1; n <= TENSE_BEFORE && n <= first; n++) {
        int tense = tense_of(&all, first - n);
        if (tense || (date_is(&all, first - n, CLASS_TO) && reader_is_word(reader, first - n + 1)))
            return tense < 0 || had_planned(&all, first - n);
    }
    return false;
}

/* "fell in the second quarter", "at the end of June"; but not "raised its outlook for the first quarter" */
static bool happened_in(const struct reader *reader, uint32_t first, const struct date_point *point)
{
    struct date_words all = { reader, 0, first };
    return first > 0
           && (date_is(&all, first - 1, CLASS_IN) || (point->has_boundary && date_is(&all, first - 1, CLASS_AT)));
}

#define MOST_BEFORE_TOLD 24u /* tokens */

/* "Fourth-quarter sales | fell", "Revenue for the third quarter | was": the first verb of the sentence stands behind,
 * and is past, whoever "said" so; but "raised its outlook for the third quarter". */
static bool is_told_behind(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = date_words_all(reader);
    for (uint32_t i = 0; i < first; i++)
        if (i == MOST_BEFORE_TOLD || (tense_of(&all, i) && !date_is(&all, i, CLASS_SAY)))
            return false;
    return tense_behind(&all, end) < 0;
}

/* "fell 2% | after a third-quarter | decline" */
static bool is_told_after(const struct reader *reader, uint32_t first, uint32_t end)
{
    struct date_words all = { reader, 0, first };
    uint32_t after = first - 1;
    after -= first > 1 && (date_is(&all, after, CLASS_A) || date_is(&all, after, CLASS_THE));
    return first > 1 && date_side_of(&all, after) > 0 && date_lies_behind(reader, first, end);
}

/* "will meet on February 14": no other verb between, and no "by" or "until" */
static bool will_be_on(const struct reader *reader, uint32_t first)
{
    struct date_words all = { reader, 0, first };
    uint32_t i = first;
    while (i > 0 && first - i < TENSE_BEFORE && !tense_of(&all, i - 1))
        i--;
    return i > 0 && date_is(&all, i - 1, CLASS_WILL) && !is_end(&all, first) && !is_last(&all, first);
}

/* "the mill in early May laid off" */
static bool is_past_verb(const struct reader *reader, uint32_t i)
{
    struct date_words all = date_words_all(reader);
    return i < all.end && tense_of(&all, i) < 0;
}

#define MOST_OF_CLOSE 6u /* tokens: "that ended on Saturday, " */

/* "fell in the quarter | to June", "the year | ended in June": the last day of what is over; but "extended for 60 days
 * until June". */
static bool closes_past(const struct reader *reader, uint32_t first)
{
    for (uint32_t end = first; end > 1 && first - end < MOST_OF_CLOSE; end--) {
        uint32_t unit = end - 1, day = reader_has(reader, unit, CLASS_TIMEUNIT) ? date_ended_at(reader, end) : 0;
        if (day < first)
            continue;
        bool until = reader_has(reader, end, CLASS_UNTIL) && !reader_has(reader, end, CLASS_TO);
        if ((until && !reader_has(reader, unit, CLASS_SINGLE))
            || (unit > 1 && reader_has(reader, unit - 2, CLASS_FROM)))
            return false;
        return slice_is(token_slice(reader->tokens, end), "ended") || !date_lies_ahead(reader, end, end + 1);
    }
    return false;
}

/* "may be cut | in June", "could start in June": no verb between, and no "could have". */
static bool may_be_in(const struct reader *reader, uint32_t first)
{
    static const enum class openers[] = { CLASS_IN, CLASS_ON, CLASS_FROM, CLASS_LIMIT, CLASS_AT, CLASS_NONE };
    struct date_words all = { reader, 0, first };
    uint32_t i = first;
    while (i > 0 && first - i < TENSE_BEFORE && !tense_of(&all, i - 1) && !date_is(&all, i - 1, CLASS_CAN))
        i--;
    return i > 0 && date_is_any(&all, first - 1, openers) && date_is(&all, i - 1, CLASS_CAN)
           && date_is(&all, i - 1, CLASS_POSSIBLE) && !date_is(&all, i, CLASS_HAVE);
}

/* "up 5% since | June", "as recently as | May": such a limit lies behind, whatever the sentence tells of. */
static bool is_behind_limit(const struct reader *reader, uint32_t first)
{
    return first > 0 && reader_has(reader, first - 1, CLASS_LIMIT) && reader_has(reader, first - 1, CLASS_BEHIND);
}

#define MOST_OF_AMOUNT 6u /* tokens: "about 2.6 million euros a" */

bool date_is_of_start(const struct reader *reader, uint32_t first)
{
    static const enum class amounts[] = { CLASS_NUMBER, CLASS_SCALE, CLASS_PERCENT,  CLASS_CURRENCY, CLASS_MINOR,
                                          CLASS_UNIT,   CLASS_BOUND, CLASS_TIMEUNIT, CLASS_A,        CLASS_NONE };
    static const enum class starts[] = { CLASS_FROM, CLASS_COMPARING, CLASS_NONE };
    struct date_words all = { reader, 0, first };
    uint32_t in = first - 1;
    in -= first > 1 && date_is(&all, in, CLASS_THE);
    if (first < 3 || !(date_is(&all, in, CLASS_IN) || date_is(&all, in, CLASS_LASTING)))
        return false;
    uint32_t i = in;
    while (i > 0 && in - i < MOST_OF_AMOUNT && date_is_any(&all, i - 1, amounts))
        i--;
    return i > 0 && i < in && date_is_any(&all, i - 1, starts);
}

#define MOST_TO_LEVEL 3u /* tokens: "depressed levels", "half-point cut" */

/* "a rebound from | January | 's levels", "after | May | 's 5% slump"; but "will resign after | Monday | 's vote" */
static bool is_of_old_level(const struct reader *reader, uint32_t first, uint32_t end)
{
    static const enum class levels[] = { CLASS_NUMBER, CLASS_HALF, CLASS_PACE, CLASS_LEVEL, CLASS_NONE };
    struct date_words all = date_words_all(reader);
    if (first == 0 || !date_is(&all, end, CLASS_POSSESSIVE)
        || !(date_is(&all, first - 1, CLASS_FROM) || date_side_of(&all, first - 1) > 0))
        return false;
    for (uint32_t i = end + 1; i <= end + MOST_TO_LEVEL && i < all.end; i++)
        if (date_is_any(&all, i, levels) || amount_is_change_word(reader, i))
            return true;
    return false;
}

enum direction date_direction(const struct reader *reader, uint32_t first, uint32_t end, const struct date_point *point)
{
    if (point->partial.has_year || !calendar_present(reader->options->reference))
        return DIRECTION_PAST; /* nothing to look for */
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_PAST)
        return DIRECTION_PAST;
    if (reader->options->weekday_policy == CLAIMEX_ALWAYS_FUTURE)
        return DIRECTION_FUTURE;
    if (closes_past(reader, first) || is_behind_limit(reader, first) || date_is_of_start(reader, first)
        || is_of_old_level(reader, first, end))
        return DIRECTION_PAST;
    bool appointment = is_appointment(reader, first, end);
    bool near = point->partial.grain == CLAIMEX_GRAIN_QUARTER || point->partial.grain == CLAIMEX_GRAIN_WEEK;
    uint32_t start = first - (first > 0 && reader_has(reader, first - 1, CLASS_THE)); /* "in the June quarter" */
    bool told = point->partial.grain == CLAIMEX_GRAIN_QUARTER
                && (is_told_behind(reader, first, end) || is_told_after(reader, first, end));
    if (!appointment && told)
        return DIRECTION_PAST;
    bool perhaps = may_be_in(reader, first);
    if (!appointment && near
        && (perhaps || !(happened_in(reader, start, point) && date_lies_behind(reader, first, end))))
        return DIRECTION_NEAREST;
    bool opens = first == 1 && date_lies_behind(reader, first, end); /* "In July | sales fell 4%" */
    if (point->partial.grain == CLAIMEX_GRAIN_MONTH && happened_in(reader, first, point)
        && (fell_in(reader, first) || is_past_verb(reader, end) || opens))
        return DIRECTION_PAST;
    int tense = appointment                           ? 1
                : is_name_of_noun(reader, end, point) ? 0
                : perhaps                             ? 1
                                                      : tense_around(reader, first, end);
    bool done =
        !perhaps && tense > 0 && comes_once_a_year(point) && is_before_end(reader, first) && fell_in(reader, first);
    return weigh(point, reader->options->reference, done ? 0 : tense /* "was complete by March 20" */,
                 will_be_on(reader, first));
}
