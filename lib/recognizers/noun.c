/* English puts the counted noun behind the number, with adjectives and other nouns between. A plural ends the search:
 * it is the head, unless another plural stands directly behind it. */
#include "recognizers/noun.h"

#include "lexicon/word_class.h"

#define MOST_WORDS 7
#define MOST_OWNER_WORDS 4

/* Small words, which no noun phrase holds behind its number. */
/* The formatter takes the entries for calls. */
/* clang-format off */
#define CLOSED(in)                                                                                                  \
    in(NUMBER) in(A) in(THE) in(AND) in(OR) in(OF) in(TO) in(IN) in(FROM) in(BETWEEN) in(PER) in(DETERMINER)        \
    in(POSSESSOR) in(PRONOUN) in(RELATIVE) in(THAT) in(PREPOSITION) in(SUBORDINATE) in(BUT) in(BE) in(HAVE) in(DO)  \
    in(WILL) in(WOULD) in(CAN) in(MUST) in(NOT) in(BOUND_AFTER) in(CODE) in(PADDED) in(IDIOM) in(SCALE) \
    in(POSSESSIVE) in(DAYSHIFT)
/* clang-format on */

static const struct class_set closed = CLASS_SET(CLOSED);

bool noun_is_closed(const struct reader *reader, uint32_t token)
{
    return token_meets(reader->tokens, token, &closed);
}

bool noun_is_determiner(const struct reader *reader, uint32_t token)
{
    return reader_has(reader, token, CLASS_THE) || reader_has(reader, token, CLASS_DETERMINER)
           || reader_has(reader, token, CLASS_POSSESSOR);
}

/* The s of "737s" and "F-16s". */
static bool is_plural_of_number(const struct reader *reader, uint32_t s)
{
    return s > 1 && reader_is_glued(reader, s) && slice_is(token_slice(reader->tokens, s), "s")
           && reader_has(reader, s - 1, CLASS_NUMBER);
}

struct slice noun_text(const struct reader *reader, uint32_t behind, uint32_t head)
{
    uint32_t first = head;
    if (is_plural_of_number(reader, head))
        first -= 2 + (head > 2 && reader_has(reader, head - 2, CLASS_HYPHEN)); /* "Model 3s", "F-16s" */
    while (first > behind + 1 && head - first < MOST_WORDS && reader_has(reader, first - 1, CLASS_HYPHEN)
           && reader_is_word(reader, first - 2) && !reader_has(reader, first - 2, CLASS_NUMBER))
        first -= 2;
    return reader_text(reader, first, head);
}

/* In small letters, or in the capitals of a headline. */
static bool ends_in(struct slice word, const char *ending)
{
    size_t n = strlen(ending), same = 0;
    while (same < n && word.length > n && (word.bytes[word.length - n + same] | 0x20) == ending[same])
        same++;
    return same == n;
}

/* "SMBs", "lines", "people", "Israelis"; not "gas", "business", "status" or "analysis". */
bool noun_is_plural(const struct reader *reader, uint32_t token)
{
    struct slice word = token_slice(reader->tokens, token);
    if (reader_has(reader, token, CLASS_PLURAL))
        return true;
    if (reader_has(reader, token, CLASS_SINGULAR))
        return false;
    if (word.length > 5 && ends_in(word, "men")) /* seamen; a specimen is in the lexicon */
        return true;
    uint8_t capital = reader->tokens->token.items[token].capital;
    bool named = capital > CLASS_LOWER;
    if (capital == CLASS_MIXED && word.bytes[word.length - 1] == 's' && word.bytes[word.length - 2] <= 'Z')
        return true; /* "PSUs" */
    if (capital == CLASS_UPPER && word.bytes[word.length - 1] == 'S')
        return false;
    return word.length > 2 && ends_in(word, "s") && !ends_in(word, "ss") && !ends_in(word, "us")
           && (named || !ends_in(word, "is"));
}

/* Can the word stand before a noun, or be one? A past participle can ("injured workers"). A plural can, whatever else
 * it is ("26 saves"), but for a few verbs of the lexicon; a phrase of the lexicon ("in order to") cannot. */
static bool is_nominal(const struct reader *reader, uint32_t token, unsigned *classes)
{
    if (!reader_is_word(reader, token))
        return false;
    struct slice word = token_slice(reader->tokens, token);
    *classes = WORD_ADJECTIVE;
    if (reader_has(reader, token, CLASS_OTHER))
        return true;
    bool phrase = memchr(word.bytes, ' ', word.length) && !reader_has(reader, token, CLASS_PLURAL);
    bool took = reader_has(reader, token, CLASS_PAST); /* "the other two saw declines" */
    if (noun_is_closed(reader, token) || phrase || took)
        return false;
    *classes = token_word_classes(reader->tokens, token);
    bool name = reader_token(reader, token)->capital == CLASS_CAPITALISED
                && !(*classes & (WORD_ADJECTIVE | WORD_ADVERB)); /* "15 Chevy vans" */
    if (name || noun_is_plural(reader, token) || reader_has(reader, token, CLASS_NOUN))
        *classes |= WORD_NOUN;
    return (*classes & (WORD_NOUN | WORD_ADJECTIVE | WORD_PAST | WORD_GERUND)) != 0;
}

/* "a reading below 50 signals a fall": what stands behind the mark is the verb of the reading. */
static bool is_mark_of_value(const struct reader *reader, uint32_t start)
{
    static const enum class values[] = { CLASS_VALUED, CLASS_PACE, CLASS_NONE };
    return start > 2 && reader_has(reader, start - 2, CLASS_AGE_SIDE) && reader_has_any(reader, start - 3, values)
           && !noun_is_plural(reader, start - 3);
}

/* Is a plural the verb of something before? "ten banks expires", "a fleet of ten cars costs", "a family of four needs
 * $9"; not in "a total of ten ships a day". */
static bool is_verb_of_plural(const struct reader *reader, uint32_t start, uint32_t token)
{
    unsigned classes = token_word_classes(reader->tokens, token);
    if (!(classes & WORD_VERB) || (token > start && !(classes & WORD_NOUN)))
        return (classes & WORD_VERB) != 0;
    if (token == start && is_mark_of_value(reader, start))
        return true;
    bool of = start > 1 && reader_has(reader, start - 2, CLASS_OF);
    bool rate = reader_has(reader, token + 2, CLASS_TIMEUNIT);
    bool object = (noun_is_determiner(reader, token + 1) && !rate) || reader_has(reader, token + 1, CLASS_NUMBER)
                  || reader_has(reader, token + 1, CLASS_CURRENCY);
    bool own = token > start && reader_is_word(reader, token + 1)
               && (token_word_classes(reader->tokens, token + 1) & WORD_PAST); /* "of 90 export bills passed" */
    return token > start ? (of && !own) || object : of && object;
}

static struct noun plural_at(const struct reader *reader, uint32_t start, uint32_t token)
{
    unsigned classes;
    while (!reader_has(reader, token, CLASS_TIMES) && is_nominal(reader, token + 1, &classes)
           && noun_is_plural(reader, token + 1) && !is_verb_of_plural(reader, start, token + 1))
        token++;
    return (struct noun){ token, token + 1, true };
}

/* Does an -ing form say what kind of thing the singular behind it is? "one senior banking official", not "one official
 * reading documents". */
static bool is_gerund_of_singular(const struct reader *reader, uint32_t token, unsigned classes)
{
    unsigned behind;
    return (classes & WORD_GERUND) && is_nominal(reader, token + 1, &behind) && (behind & WORD_NOUN)
           && !noun_is_plural(reader, token + 1);
}

static bool is_numeral(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_NUMBER) || reader_has(reader, i, CLASS_ORDINAL);
}

/* The last part of "two so-called experts", "five three-year bonds", "six 18th-century chairs", "three
 * brother-in-laws"; 0 without a hyphen. */
static uint32_t last_of_compound(const struct reader *reader, uint32_t i)
{
    uint32_t last = 0, start = i;
    bool number = is_numeral(reader, i) && !reader_is_word(reader, i);
    if ((!number && !reader_is_word(reader, i)) || (number && !reader_is_word(reader, i + 2)))
        return 0;
    while (i < start + MOST_WORDS && reader_has(reader, i + 1, CLASS_HYPHEN)
           && (reader_is_word(reader, i + 2) || is_numeral(reader, i + 2)))
        i = last = i + 2;
    return last;
}

/* The adverb of "22 newly built homes", "three largely state-owned firms". */
static bool is_adverb_of_adjective(const struct reader *reader, uint32_t token)
{
    unsigned behind;
    if (!reader_is_word(reader, token) || noun_is_closed(reader, token)
        || !(token_word_classes(reader->tokens, token) & WORD_ADVERB))
        return false;
    return is_nominal(reader, token + 1, &behind) ? (behind & (WORD_PAST | WORD_ADJECTIVE | WORD_GERUND)) != 0
                                                  : last_of_compound(reader, token + 1) > 0;
}

/* "one employee wants", "one cut", "one egg back"; but "one car park": without its "s" a verb hardly follows a
 * singular. */
static bool is_verb_of_singular(const struct reader *reader, uint32_t token, unsigned classes)
{
    return (classes & (WORD_PAST | WORD_ADVERB)) || ((classes & WORD_VERB) && noun_is_plural(reader, token));
}

/* "one making a fuss", "one led by women": what it does or what was done to it; but "one meeting", "one cut by Ford".
 */
static bool is_clause_of_singular(const struct reader *reader, uint32_t start)
{
    unsigned classes;
    if (!is_nominal(reader, start, &classes))
        return false;
    return ((classes & WORD_GERUND) && noun_is_determiner(reader, start + 1))
           || ((classes & (WORD_PAST | WORD_VERB)) == WORD_PAST && reader_has(reader, start + 1, CLASS_BY));
}

/* "one still works fine", but "one sports car": does the word that `classes` are of tell a verb before it? */
static bool is_verb_before(const struct reader *reader, uint32_t token, unsigned classes)
{
    return (classes & (WORD_ADJECTIVE | WORD_ADVERB)) && reader_token(reader, token)->capital == CLASS_LOWER
           && noun_is_plural(reader, token) && (token_word_classes(reader->tokens, token) & WORD_VERB);
}

/* Behind the "U.S." of "40 U.S. workers"; `i` itself when none stands there. */
static uint32_t behind_initials(const struct reader *reader, uint32_t i)
{
    uint32_t end = i, letters = 0;
    while (end < i + MOST_WORDS && reader_is_word(reader, end) && reader_has(reader, end + 1, CLASS_PERIOD)
           && reader_is_glued(reader, end + 1)
           && reader_token(reader, end)->end == reader_token(reader, end)->start + 1) {
        letters++;
        end += 2;
    }
    return letters > 1 ? end : i;
}

/* The last of a run of nouns and adjectives that is a noun; a verb may follow it, unless what is before may be an
 * adjective or a name ("one particular demand", "one Ford share"). */
static struct noun singular_in(const struct reader *reader, uint32_t start)
{
    struct noun noun = { NO_NOUN, start, false };
    unsigned classes, behind, before = WORD_ADJECTIVE;
    start = behind_initials(reader, start); /* "one U.S. official" */
    if (is_clause_of_singular(reader, start))
        return noun;
    for (uint32_t i = start; i < start + MOST_WORDS && is_nominal(reader, i, &classes); i++) {
        bool hyphen = reader_has(reader, i + 1, CLASS_HYPHEN) && reader_is_word(reader, i + 2);
        if (hyphen && is_nominal(reader, i + 3, &classes)) { /* "one London-based broker" */
            before = WORD_ADJECTIVE;
            i += 2;
            continue;
        }
        if ((before & WORD_ADJECTIVE) && is_gerund_of_singular(reader, i, classes))
            continue;
        if (noun.head != NO_NOUN && (classes & WORD_GERUND) && is_nominal(reader, i + 1, &behind))
            break;
        if (noun.head != NO_NOUN && noun.head + 1 == i && is_verb_before(reader, noun.head, classes))
            break;
        if (noun.head != NO_NOUN && reader_has(reader, i, CLASS_WEEKDAY)) /* "one trader Friday" */
            break;
        if ((classes & WORD_NOUN) && ((before & WORD_ADJECTIVE) || !is_verb_of_singular(reader, i, classes)))
            noun = (struct noun){ i, i + 1, false };
        else if (noun.head != NO_NOUN)
            break;
        bool name = reader->tokens->token.items[i].capital > CLASS_LOWER;
        before = name ? WORD_ADJECTIVE : classes;
        i += hyphen;
    }
    return noun;
}

/* The page of "a 12 page document": a singular before another noun, as if a hyphen stood there. */
static struct noun compound_at(const struct reader *reader, uint32_t start)
{
    unsigned first, second;
    struct noun none = { NO_NOUN, start, false };
    bool both = is_nominal(reader, start, &first) && is_nominal(reader, start + 1, &second);
    bool today = reader_has(reader, start, CLASS_DAYSHIFT); /* "was 72 yesterday morning" */
    bool lower = both && !today && reader->tokens->token.items[start].capital == CLASS_LOWER;
    bool article = start > 1 && reader_has(reader, start - 2, CLASS_A); /* "a six nation working group" */
    unsigned goes_on = WORD_NOUN | WORD_GERUND | (article ? WORD_ADJECTIVE : 0);
    bool nouns = lower && (first & WORD_NOUN) && !(first & WORD_PAST) && (second & goes_on) && !(second & WORD_PAST);
    return nouns ? (struct noun){ start, start + 1, false } : none;
}

/* "1,000 Class A shares", "40 type B cells": a word that a capital letter follows. */
static bool is_lettered(const struct reader *reader, uint32_t i)
{
    if (!reader_is_word(reader, i) || !reader_is_word(reader, i + 1) || token_slice(reader->tokens, i + 1).length != 1
        || reader_token(reader, i + 1)->capital <= CLASS_LOWER)
        return false;
    return reader_has(reader, i, CLASS_NUMBERED) || reader_has(reader, i, CLASS_LETTERED);
}

/* The Champions of "two Champions League titles", the Jacobs of "9,000 Jacobs common shares" */
static bool is_plural_in_name(const struct reader *reader, uint32_t i)
{
    unsigned classes, verbal = WORD_VERB | WORD_PAST | WORD_GERUND | WORD_ADVERB;
    if (!reader_is_word(reader, i) || !reader_is_word(reader, i + 1)
        || reader_token(reader, i)->capital != CLASS_CAPITALISED || !noun_is_plural(reader, i)
        || !is_nominal(reader, i + 1, &classes))
        return false;
    if (reader_token(reader, i + 1)->capital == CLASS_LOWER)
        return !(classes & verbal) && reader_is_word(reader, i + 2) && noun_is_plural(reader, i + 2)
               && !noun_is_closed(reader, i + 2);
    return reader_token(reader, i + 1)->capital == CLASS_CAPITALISED && !reader_has(reader, i + 1, CLASS_WEEKDAY)
           && !reader_has(reader, i + 1, CLASS_MONTH);
}

/* Behind a mark of quotation before or behind a word: '500 new "affordable" homes'; not behind a number. */
static uint32_t behind_quote(const struct reader *reader, uint32_t i)
{
    bool opens = !reader_is_glued(reader, i) && reader_is_glued(reader, i + 1);
    bool closes =
        i > 0 && reader_is_glued(reader, i) && reader_is_word(reader, i - 1) && !reader_is_glued(reader, i + 1);
    bool quote = reader_has(reader, i, CLASS_QUOTE) && reader_is_word(reader, i + 1);
    return quote && (opens || closes) && !noun_is_closed(reader, i + 1) ? i + 1 : i;
}

/* "and" or "but" */
static bool joins_adjectives(const struct reader *reader, uint32_t i)
{
    return reader_has(reader, i, CLASS_AND)
           || (i < reader->tokens->token.count && slice_is(token_slice(reader->tokens, i), "but"));
}

/* "33 Wendy's restaurants", "seven Beatles' songs": whose they are, before a plural. */
static bool is_owner(const struct reader *reader, uint32_t i)
{
    unsigned classes;
    bool name = reader_is_word(reader, i) && reader_token(reader, i)->capital > CLASS_LOWER;
    bool mark = reader_has(reader, i + 1, CLASS_POSSESSIVE)
                || (reader_has(reader, i + 1, CLASS_APOSTROPHE) && reader_is_glued(reader, i + 1)
                    && noun_is_plural(reader, i) && !reader_is_glued(reader, i + 2));
    return name && mark && is_nominal(reader, i + 2, &classes)
           && (noun_is_plural(reader, i + 2) || (is_nominal(reader, i + 3, &classes) && noun_is_plural(reader, i + 3)));
}

/* What stands before a noun, from token i on: the token behind it, or `i` when it is the noun or none. */
static uint32_t behind_modifier(const struct reader *reader, uint32_t i)
{
    unsigned classes;
    if (behind_quote(reader, i) > i)
        return i + 1;
    uint32_t last = last_of_compound(reader, i);
    if (last && noun_is_plural(reader, last))
        return last; /* "12 by-elections" */
    if (last && noun_is_plural(reader, i) && noun_is_closed(reader, i + 2))
        return i; /* "two brothers-in-law" */
    if (last)     /* "three middle-sized and large firms" */
        return last + 1 + (reader_has(reader, last + 1, CLASS_AND) && reader_is_word(reader, last + 2));
    if (reader_has(reader, i, CLASS_ORDINAL)
        && reader_has(reader, i + 1, CLASS_TIMEUNIT)) /* "six 19th century mills" */
        return i + 2;
    if (reader_has(reader, i, CLASS_DECADE) && reader_is_word(reader, i + 1)) /* "six 1960s mills" */
        return i + 1;
    if (reader_has(reader, i, CLASS_NUMBERED) && reader_has(reader, i + 1, CLASS_NUMBER)) /* "40 Boeing 737 jets" */
        return i + 2;
    if (reader_has(reader, i, CLASS_CODE) && reader_is_word(reader, i + 1)) /* "12 A320 planes" */
        return i + 1;
    if (is_lettered(reader, i)) /* "Class A and Class B shares" */
        return i + 2 + (reader_has(reader, i + 2, CLASS_AND) && reader_is_word(reader, i + 3));
    uint32_t initials = behind_initials(reader, i);
    if (initials > i)
        return initials;
    if (is_owner(reader, i))
        return i + 2;
    if (is_adverb_of_adjective(reader, i) || is_plural_in_name(reader, i))
        return i + 1;
    if (!is_nominal(reader, i, &classes) || noun_is_plural(reader, i))
        return i;
    if (reader_has(reader, i + 1, CLASS_NUMBER) && reader_has(reader, i, CLASS_TOP))
        return i + 2;                                                     /* "three top 20 singles" */
    if (joins_adjectives(reader, i + 1) && reader_is_word(reader, i + 2)) /* "digital and physical sales" */
        return i + 2;
    bool adjective = (classes & WORD_ADJECTIVE) && !(classes & WORD_NOUN);
    return adjective && reader_has(reader, i + 1, CLASS_COMMA) ? i + 2 : i + 1;
}

/* "Net 3.2m *Sales* 32.9m": no noun of the figure before, but the name of the next one. */
static bool opens_row(const struct reader *reader, uint32_t start, uint32_t noun)
{
    uint32_t next = noun + 1 + reader_has(reader, noun + 1, CLASS_CURRENCY);
    return reader_token(reader, start)->capital == CLASS_CAPITALISED && reader_has(reader, next, CLASS_NUMBER)
           && reader_is_word(reader, start);
}

struct noun noun_find(const struct reader *reader, uint32_t start, bool singular)
{
    unsigned classes;
    struct noun none = { NO_NOUN, start, false };
    uint32_t i = start += is_adverb_of_adjective(reader, start);
    bool adjective = start > 1 && reader_has(reader, start - 1, CLASS_ONE)
                     && reader_has(reader, start - 2, CLASS_A); /* "a one point rise" */
    if (singular && !adjective)
        return singular_in(reader, start);
    for (int words = 0; words < MOST_WORDS; words++) {
        uint32_t next = behind_modifier(reader, i);
        if (next == i)
            break;
        i = next;
    }
    if (is_nominal(reader, i, &classes) && noun_is_plural(reader, i))
        return opens_row(reader, start, i) || (i == start && is_verb_of_plural(reader, start, i))
                   ? none
                   : plural_at(reader, start, i);
    return compound_at(reader, start);
}

/* The hyphen of "four-, five- and six-cylinder". */
static bool is_suspended(const struct reader *reader, uint32_t i)
{
    return (reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_DASH))
           && !(reader->tokens->token.items[i].flags & TOKEN_GAP_BEFORE);
}

uint32_t noun_behind_list(const struct reader *reader, uint32_t i)
{
    for (int members = 0; members < 8; members++) {
        uint32_t next = i + is_suspended(reader, i);
        uint32_t first = next;
        while (next < first + 2
               && (reader_has(reader, next, CLASS_COMMA) || reader_has(reader, next, CLASS_AND)
                   || reader_has(reader, next, CLASS_OR) || reader_has(reader, next, CLASS_TO)))
            next++;
        if (next == first || !reader_has(reader, next, CLASS_NUMBER) || reader_has(reader, next, CLASS_YEAR))
            break;
        i = next + 1;
        while (reader_has(reader, i, CLASS_SCALE))
            i++;
    }
    return i;
}

/* Behind the owner in "Italy's lakes", "the firm's plants". */
static uint32_t behind_owner(const struct reader *reader, uint32_t start)
{
    for (uint32_t i = start; i < start + MOST_OWNER_WORDS && reader_is_word(reader, i); i++)
        if (reader_has(reader, i + 1, CLASS_POSSESSIVE))
            return i + 2;
    return start;
}

/* Where the noun may begin in the whole that some are counted of: "two of the 45 homes", "15 of Italy's lakes"; 0 when
 * the words are no such whole. */
static uint32_t in_the_whole(const struct reader *reader, uint32_t i)
{
    bool named = noun_is_determiner(reader, i);
    uint32_t behind = behind_owner(reader, i + named);
    if (!named && behind == i && !reader_has(reader, i, CLASS_NUMBER)) /* "226 of 450 seats" */
        return 0;
    bool next = reader_has(reader, behind, CLASS_NEXT) && reader_has(reader, behind + 1, CLASS_NUMBER);
    behind += next; /* "the last six" */
    while (reader_has(reader, behind, CLASS_NUMBER) || reader_has(reader, behind, CLASS_SCALE))
        behind++;
    return behind;
}

/* "three gold and two silver medals", "12 male, 9 female and 3 other lions": the noun behind the last kind. */
static struct noun noun_of_kinds(const struct reader *reader, uint32_t i)
{
    struct noun none = { NO_NOUN, i, false };
    for (int kinds = 0; kinds < 4; kinds++) {
        uint32_t next = i + 1;
        next += reader_has(reader, next, CLASS_COMMA);
        next += reader_has(reader, next, CLASS_AND) || reader_has(reader, next, CLASS_OR);
        bool kind = reader_is_word(reader, i) && !noun_is_closed(reader, i)
                    && reader->tokens->token.items[i].capital == CLASS_LOWER
                    && (token_word_classes(reader->tokens, i) & WORD_ADJECTIVE);
        if (!kind || next == i + 1 || !reader_has(reader, next, CLASS_NUMBER) || reader_has(reader, next, CLASS_YEAR))
            return none;
        i = next + 1;
        struct noun noun = noun_find(reader, i, false);
        if (noun.head != NO_NOUN)
            return noun.plural && noun.head > i ? noun : none;
    }
    return none;
}

/* "Boeing 737s", "new F-16s", "Airbus A320s": many of one model. */
static struct noun models_at(const struct reader *reader, uint32_t i)
{
    struct noun none = { NO_NOUN, i, false };
    unsigned classes;
    for (int words = 0; words < 2 && is_nominal(reader, i, &classes) && reader_token(reader, i)->capital == CLASS_LOWER
                        && !noun_is_plural(reader, i);
         words++)
        i++;
    for (uint32_t end = i + MOST_OWNER_WORDS; i < end && i < reader->tokens->token.count; i++) {
        const struct token *token = reader_token(reader, i);
        uint32_t number = i + 1 + reader_has(reader, i + 1, CLASS_HYPHEN);
        bool name = reader_is_word(reader, i) && token->capital > CLASS_LOWER;
        if (token->shape == CLASS_CODE && reader->tokens->text[token->end - 1] == 's'
            && reader->tokens->text[token->start] >= 'A' && reader->tokens->text[token->start] <= 'Z')
            return (struct noun){ i, i + 1, true };
        if (name && is_plural_of_number(reader, number + 1))
            return (struct noun){ number + 1, number + 2, true };
        if (!name)
            break;
    }
    return none;
}

#define MOST_OF_SHARE 12u /* tokens in brackets */

/* Behind the share in brackets of "35 (61%) patients", "35 (61%, 95% CI 50-70) patients". */
static uint32_t behind_share(const struct reader *reader, uint32_t i)
{
    if (!reader_has(reader, i, CLASS_OPEN) || !reader_has(reader, i + 1, CLASS_NUMBER)
        || !reader_has(reader, i + 2, CLASS_PERCENT))
        return i;
    for (uint32_t end = i + 3; end < i + MOST_OF_SHARE && !reader_has(reader, end, CLASS_OPEN); end++)
        if (reader_has(reader, end, CLASS_CLOSE))
            return end + 1;
    return i;
}

/* "5,000, three | times | the average": a multiple behind a figure, no list; but "two, three times a day" */
static bool is_multiple_behind(const struct reader *reader, struct noun noun)
{
    static const enum class yardsticks[] = { CLASS_COMPARED, CLASS_THE, CLASS_POSSESSOR, CLASS_VALUED, CLASS_NONE };
    return noun.head != NO_NOUN && reader_has(reader, noun.head, CLASS_TIMES)
           && (reader_has_any(reader, noun.end, yardsticks) || reader_has(reader, noun.end + 1, CLASS_VALUED));
}

uint32_t noun_behind_odd(const struct reader *reader, uint32_t i)
{
    uint32_t odd = i + (reader_has(reader, i, CLASS_HYPHEN) && reader_has(reader, i + 1, CLASS_BOUND_AFTER));
    bool plus = reader_has(reader, i, CLASS_PLUS) && reader_is_glued(reader, i) && !reader_is_glued(reader, i + 1);
    return odd + (plus || reader_has(reader, odd, CLASS_BOUND_AFTER));
}

struct noun noun_counted(const struct reader *reader, uint32_t behind, bool singular)
{
    uint32_t list = noun_behind_list(reader, behind), i = noun_behind_odd(reader, list);
    if (reader_has(reader, i, CLASS_NUMBER)
        && (reader_has(reader, i + 1, CLASS_UNIT) || reader_has(reader, i + 1, CLASS_TIMEUNIT)
            || reader_has(reader, i + 1, CLASS_CURRENCY) || reader_has(reader, i + 1, CLASS_PERCENT)))
        i += 2; /* "eight million 250ml bottles", "four three year bonds", "50 20 dollar notes" */
    if (reader_has(reader, i, CLASS_CURRENCY) && reader_has(reader, i + 1, CLASS_NUMBER))
        i += 2; /* "five $100 notes" */
    i = behind_share(reader, i);
    uint32_t whole = reader_has(reader, i, CLASS_OF) ? in_the_whole(reader, i + 1) : i;
    if (whole > i)
        return noun_find(reader, whole, false);
    struct noun noun = noun_find(reader, i, singular && list == behind);
    if (list > behind && is_multiple_behind(reader, noun))
        return (struct noun){ NO_NOUN, behind, false };
    if (noun.head == NO_NOUN)
        noun = noun_of_kinds(reader, i);
    return noun.head == NO_NOUN ? models_at(reader, i) : noun;
}
