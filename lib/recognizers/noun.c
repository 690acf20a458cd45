/* English puts the counted noun behind the number, with adjectives and other nouns between. A plural ends the search: it
 * is the head, unless another plural stands directly behind it. */
#include "recognizers/noun.h"

#include "lexicon/word_class.h"

#define MOST_WORDS 7
#define MOST_OWNER_WORDS 4

/* Small words, which no noun phrase holds behind its number. */
#define CLOSED(in)                                                                                                        \
    in(NUMBER) in(A) in(THE) in(AND) in(OR) in(OF) in(TO) in(IN) in(FROM) in(BETWEEN) in(PER) in(DETERMINER)              \
    in(POSSESSOR) in(PRONOUN) in(RELATIVE) in(THAT) in(PREPOSITION) in(SUBORDINATE) in(BUT) in(BE) in(HAVE) in(DO)        \
    in(WILL) in(WOULD) in(CAN) in(MUST) in(NOT) in(BOUND_AFTER) in(CODE) in(PADDED) in(COMPARED) in(IDIOM) in(SCALE)      \
    in(POSSESSIVE)

static const struct class_set closed = CLASS_SET(CLOSED);

bool noun_is_closed(const struct reader *reader, uint32_t token)
{
    struct class_set set = token_classes(reader->tokens, token);
    return class_set_meets(&set, &closed);
}

static bool ends_in(struct slice word, const char *ending)
{
    size_t n = strlen(ending);
    return word.length > n && memcmp(word.bytes + word.length - n, ending, n) == 0;
}

/* "SMBs", "lines", "people", "Israelis"; not "gas", "business", "status" or "analysis". */
bool noun_is_plural(const struct reader *reader, uint32_t token)
{
    struct slice word = token_slice(reader->tokens, token);
    if (reader_has(reader, token, CLASS_PLURAL))
        return true;
    if (reader_has(reader, token, CLASS_SINGULAR))
        return false;
    bool named = reader->tokens->token.items[token].capital > CLASS_LOWER;
    return word.length > 2 && ends_in(word, "s") && !ends_in(word, "ss") && !ends_in(word, "us") && (named || !ends_in(word, "is"));
}

/* Can the word stand before a noun, or be one? A past participle can ("injured workers"). A plural can, whatever else it
 * is ("26 saves"), but for a few verbs of the lexicon; a phrase of the lexicon ("in order to") cannot. */
static bool is_nominal(const struct reader *reader, uint32_t token, unsigned *classes)
{
    if (!reader_is_word(reader, token))
        return false;
    struct class_set set = token_classes(reader->tokens, token);
    struct slice word = token_slice(reader->tokens, token);
    *classes = WORD_ADJECTIVE;
    if (class_set_has(&set, CLASS_OTHER))
        return true;
    if (class_set_meets(&set, &closed) || memchr(word.bytes, ' ', word.length))
        return false;
    *classes = memo_classes(reader->tokens->memo, word);
    if (noun_is_plural(reader, token))
        *classes |= WORD_NOUN;
    return (*classes & (WORD_NOUN | WORD_ADJECTIVE | WORD_PAST | WORD_GERUND)) != 0;
}

/* Is a plural the verb of something before? "ten banks expires", "a fleet of ten cars costs", "a family of four needs $9". */
static bool is_verb_of_plural(const struct reader *reader, uint32_t start, uint32_t token)
{
    static const enum class objects[] = { CLASS_CURRENCY, CLASS_NUMBER, CLASS_THE, CLASS_DETERMINER, CLASS_POSSESSOR, CLASS_NONE };
    unsigned classes = memo_classes(reader->tokens->memo, token_slice(reader->tokens, token));
    if (!(classes & WORD_VERB) || (token > start && !(classes & WORD_NOUN)))
        return (classes & WORD_VERB) != 0;
    bool of = start > 1 && reader_has(reader, start - 2, CLASS_OF), object = false;
    for (const enum class *class = objects; *class; class++)
        object |= reader_has(reader, token + 1, *class);
    return token > start ? of || object : of && object;
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

/* The adverb of "22 newly built homes". */
static bool is_adverb_of_adjective(const struct reader *reader, uint32_t token)
{
    unsigned behind;
    return reader_is_word(reader, token) && !noun_is_closed(reader, token)
           && (memo_classes(reader->tokens->memo, token_slice(reader->tokens, token)) & WORD_ADVERB)
           && is_nominal(reader, token + 1, &behind) && (behind & (WORD_PAST | WORD_ADJECTIVE));
}

/* "one employee wants", "one cut", "one egg back"; but "one car park": without its "s" a verb hardly follows a singular. */
static bool is_verb_of_singular(const struct reader *reader, uint32_t token, unsigned classes)
{
    return (classes & (WORD_PAST | WORD_ADVERB)) || ((classes & WORD_VERB) && noun_is_plural(reader, token));
}

/* The last of a run of nouns and adjectives that is a noun; a verb may follow it, unless what is before may be an adjective
 * or a name ("one particular demand", "one Ford share"). */
static struct noun singular_in(const struct reader *reader, uint32_t start)
{
    struct noun noun = { NO_NOUN, start, false };
    unsigned classes, behind, before = WORD_ADJECTIVE;
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
    bool lower = both && reader->tokens->token.items[start].capital == CLASS_LOWER;
    bool nouns = lower && (first & WORD_NOUN) && !(first & WORD_PAST) && (second & (WORD_NOUN | WORD_GERUND)) && !(second & WORD_PAST);
    return nouns ? (struct noun){ start, start + 1, false } : none;
}

struct noun noun_find(const struct reader *reader, uint32_t start, bool singular)
{
    unsigned classes;
    struct noun none = { NO_NOUN, start, false };
    uint32_t i = start += is_adverb_of_adjective(reader, start);
    if (singular)
        return singular_in(reader, start);
    for (int words = 0; words < MOST_WORDS && is_nominal(reader, i, &classes); words++, i++) {
        bool hyphen = reader_has(reader, i + 1, CLASS_HYPHEN) && reader_is_word(reader, i + 2);
        if (noun_is_plural(reader, i) && !hyphen)
            return i == start && is_verb_of_plural(reader, start, i) ? none : plural_at(reader, start, i);
        if (hyphen || (reader_has(reader, i + 1, CLASS_AND) && reader_is_word(reader, i + 2))) /* "digital and physical sales" */
            i++;
        else if (reader_has(reader, i + 1, CLASS_COMMA) && (classes & WORD_ADJECTIVE) && !(classes & WORD_NOUN))
            i++;
    }
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
        while (next < first + 2 && (reader_has(reader, next, CLASS_COMMA) || reader_has(reader, next, CLASS_AND)
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

/* Where the noun may begin in the whole that some are counted of: "two of the 45 homes", "15 of Italy's lakes"; 0 when the
 * words are no such whole. */
static uint32_t in_the_whole(const struct reader *reader, uint32_t i)
{
    bool named = reader_has(reader, i, CLASS_THE) || reader_has(reader, i, CLASS_DETERMINER)
                 || reader_has(reader, i, CLASS_POSSESSOR);
    uint32_t behind = behind_owner(reader, i + named);
    if (!named && behind == i)
        return 0;
    while (reader_has(reader, behind, CLASS_NUMBER) || reader_has(reader, behind, CLASS_SCALE))
        behind++;
    return behind;
}

struct noun noun_counted(const struct reader *reader, uint32_t behind, bool singular)
{
    uint32_t list = noun_behind_list(reader, behind), i = list;
    i += reader_has(reader, i, CLASS_HYPHEN) && reader_has(reader, i + 1, CLASS_BOUND_AFTER); /* "80-odd homes" */
    if (reader_has(reader, i, CLASS_BOUND_AFTER))
        i++;
    if (reader_has(reader, i, CLASS_NUMBER) && reader_has(reader, i + 1, CLASS_UNIT))
        i += 2; /* "eight million 250ml bottles" */
    if (reader_has(reader, i, CLASS_CURRENCY) && reader_has(reader, i + 1, CLASS_NUMBER))
        i += 2; /* "five $100 notes" */
    uint32_t whole = reader_has(reader, i, CLASS_OF) ? in_the_whole(reader, i + 1) : i;
    return whole > i ? noun_find(reader, whole, false) : noun_find(reader, i, singular && list == behind);
}
