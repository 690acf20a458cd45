/* A table of all forms of all words would be large; endings are regular. So the table has base forms and what is
 * irregular, and a word is looked up as it is, then without its ending. */
#include "lexicon/word_class.h"

#include <string.h>

#include "lexicon/lexicon.h"

struct stem {
    char bytes[LEXICON_LONGEST_WORD]; /* with zeros behind the word */
    size_t length;
};

static unsigned look_up(const struct stem *word)
{
    uint32_t hash = (uint32_t)lexicon_hash(word->bytes, word->length);
    for (uint32_t i = hash & word_class_mask; word_class_slots[i]; i = (i + 1) & word_class_mask)
        if ((word_class_slots[i] ^ hash) >> WORD_CLASS_BITS == 0)
            return word_class_slots[i] & WORD_CLASS_MASK;
    return 0;
}

static bool ends(const struct stem *stem, const char *ending)
{
    size_t length = strlen(ending);
    return stem->length > length + 1 && memcmp(stem->bytes + stem->length - length, ending, length) == 0;
}

/* The word without its last `cut` letters, with another one in their place; 0 for none. */
static unsigned with(const struct stem *stem, size_t cut, char ending)
{
    struct stem word = *stem;
    for (; cut; cut--)
        word.bytes[--word.length] = 0;
    if (ending)
        word.bytes[word.length++] = ending;
    return look_up(&word);
}

/* The classes of the word without its last `cut` letters, "ed", "ing", "er" or "est", when it is `wanted` at all:
 * "hoping", "planned", "carried", and "noted" of "note", not of "not". */
static unsigned base_of(const struct stem *stem, size_t cut, unsigned wanted)
{
    size_t n = stem->length - cut;
    unsigned found = with(stem, cut, 0);
    if (!(found & wanted))
        found = with(stem, cut, 'e');
    if (!(found & wanted) && n > 2 && stem->bytes[n - 1] == stem->bytes[n - 2])
        found = with(stem, cut + 1, 0);
    if (!(found & wanted) && stem->bytes[n - 1] == 'i')
        found = with(stem, cut + 1, 'y');
    return found & wanted ? found : 0;
}

static unsigned of_plural(const struct stem *stem)
{
    unsigned base = with(stem, 1, 0);
    if (!base && ends(stem, "es"))
        base = with(stem, 2, 0);
    if (!base && ends(stem, "ies"))
        base = with(stem, 3, 'y');
    return base & (WORD_VERB | WORD_NOUN);
}

/* Of words that the table has not: "digitised", "trending". */
static unsigned unknown_verb_form(const struct stem *stem)
{
    if (stem->length > 5 && ends(stem, "ed") && !ends(stem, "eed")) /* "rapeseed" */
        return WORD_PAST;
    return stem->length > 6 && ends(stem, "ing") ? WORD_GERUND : 0;
}

static bool may_be_plural(const struct stem *stem)
{
    return ends(stem, "s") && !ends(stem, "ss");
}

static unsigned by_ending(const struct stem *stem)
{
    static const char *const adjectives[] = { "al", "ive", "ic", "ous", "ful", "able", "ible", "less", "ish" };
    if (may_be_plural(stem))
        return WORD_NOUN;
    if (stem->length > 4 && ends(stem, "ly"))
        return WORD_ADVERB;
    if (unknown_verb_form(stem))
        return unknown_verb_form(stem);
    for (size_t i = 0; i < sizeof adjectives / sizeof *adjectives; i++)
        if (stem->length > 5 && ends(stem, adjectives[i]))
            return WORD_ADJECTIVE;
    return WORD_NOUN;
}

/* The table has "expected" as an adjective; as a form of "expect" it is a verb too. */
static unsigned verb_form(const struct stem *stem)
{
    if (ends(stem, "ed") && base_of(stem, 2, WORD_VERB))
        return WORD_PAST;
    return ends(stem, "ing") && base_of(stem, 3, WORD_VERB) ? WORD_GERUND : 0;
}

/* A form of a word that the table has; 0 when it is none. */
static unsigned inflected(const struct stem *stem)
{
    if (may_be_plural(stem))
        return of_plural(stem);
    unsigned verb = verb_form(stem);
    if (verb)
        return verb;
    if ((ends(stem, "er")
         && (base_of(stem, 2, WORD_ADJECTIVE | WORD_VERB) & (WORD_ADJECTIVE | WORD_VERB)) == WORD_ADJECTIVE)
        || (ends(stem, "est") && base_of(stem, 3, WORD_ADJECTIVE)))
        return WORD_ADJECTIVE;
    return 0;
}

static unsigned by_table(const struct stem *stem)
{
    unsigned classes = look_up(stem);
    if (classes == WORD_ADVERB && ends(stem, "est")) /* the table has "fastest" only as an adverb */
        classes |= base_of(stem, 3, WORD_ADJECTIVE) & WORD_ADJECTIVE;
    return classes ? classes | verb_form(stem) : inflected(stem);
}

/* False when the word is too short or too long. */
static bool make_stem(const char *word, size_t length, struct stem *stem)
{
    *stem = (struct stem){ { 0 }, length };
    if (length < 2 || length >= LEXICON_LONGEST_WORD - 2)
        return false;
    memcpy(stem->bytes, word, length);
    return true;
}

bool word_class_knows(const char *word, size_t length)
{
    struct stem stem;
    return make_stem(word, length, &stem) && by_table(&stem);
}

unsigned word_class_of(const char *word, size_t length)
{
    struct stem stem;
    if (!make_stem(word, length, &stem))
        return WORD_NOUN;
    unsigned classes = by_table(&stem);
    return classes ? classes : by_ending(&stem);
}

/* Its letters as small ones; nothing of a word that is too long. */
static struct stem in_small_letters(struct slice word)
{
    struct stem stem = { { 0 }, word.length < LEXICON_LONGEST_WORD ? word.length : 0 };
    for (size_t i = 0; i < stem.length; i++)
        stem.bytes[i] = (char)(word.bytes[i] | 0x20);
    return stem;
}

/* What a name of chemistry is made of; "magazine" and "candidate" only end as one. */
static bool has_root_of_substance(const struct stem *stem)
{
    static const char *const roots[] = {
        "acet", "amin",  "azol", "benz",  "brom", "but",  "carb",  "chlor", "estr", "eth", "fluor", "gluc", "hept",
        "hex",  "hydr",  "imin", "indol", "iod",  "naph", "nitr",  "oct",   "oxo",  "oxy", "pent",  "phen", "phos",
        "prop", "purin", "pyr",  "quin",  "ster", "sulf", "sulph", "thi",   "tolu", "ura", "yl",
    };
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
        if (strstr(stem->bytes, roots[i]))
            return true;
    return false;
}

bool word_class_is_substance(struct slice word)
{
    static const char *const endings[] = {
        "ane", "ene", "yne", "ine", "one", "ide", "ose", "ol", "ate", "ic", "cil", "al", "an", "in", "id", "ase",
    };
    struct stem stem = in_small_letters(word);
    if (stem.length < 5 || ends(&stem, "yl"))
        return stem.length >= 5;
    if (ends(&stem, "oxy")) /* "2-deoxy-D-glucose" */
        return !look_up(&stem);
    bool ending = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        ending |= ends(&stem, endings[i]);
    return stem.length >= 8 && ending && !look_up(&stem) && has_root_of_substance(&stem);
}

bool word_class_is_superlative(struct slice word)
{
    static const char *const irregular[] = { "most", "least", "best", "worst", "furthest", "farthest", NULL };
    static const char *const others[] = { "forest", "guest", "honest", "modest", NULL }; /* of no "for", "mod" */
    struct stem stem = in_small_letters(word);
    if (stem.length < 4)
        return false;
    struct slice lower = { stem.bytes, stem.length };
    return slice_is_any(lower, irregular)
           || (ends(&stem, "est") && base_of(&stem, 3, WORD_ADJECTIVE) && !slice_is_any(lower, others));
}
