/* The tables of the context: bits for every word of the lexicon, a letter for every class, and the patterns. */
#include "base/memory.h"
#include "base/status.h"
#include "context/attribution.h"
#include "context/words.h"
#include "lexicon/word.h"
#include "lexicon/word_class.h"

_Static_assert(CLASS_QUOTE_CLOSES < 256, "the class of an item is a byte");

/* Classes outside the grammar block that decide alone what a token is. */
static const uint8_t marks[] = {
    CLASS_TO,    CLASS_OF,   CLASS_COMMA, CLASS_PERIOD, CLASS_COLON,      CLASS_SEMICOLON,
    CLASS_SLASH, CLASS_OPEN, CLASS_CLOSE, CLASS_QUOTE,  CLASS_APOSTROPHE, CLASS_POSSESSIVE,
    CLASS_AND,   CLASS_OR,   CLASS_PER,   CLASS_FROM,   CLASS_BETWEEN,    CLASS_MARK,
};

#define DECIDED (IS_CLOSED | IS(ADVERB))

static uint64_t bits_of_word_class(unsigned classes)
{
    static const uint64_t bits[] = { IS(NOUN), IS(VERB), IS(PAST), IS(GERUND), IS(ADJECTIVE), IS(ADVERB) };
    uint64_t product = 0;
    for (unsigned i = 0; i < sizeof bits / sizeof *bits; i++)
        product |= (classes >> i & 1) ? bits[i] : 0;
    return product;
}

static uint64_t bits_of_set(const struct class_set *set)
{
    unsigned word = CLASS_NOUN / 64, shift = CLASS_NOUN % 64, n = CLASS_QUOTE_CLOSES - CLASS_NOUN + 1;
    uint64_t bits = set->bits[word] >> shift;
    if (shift && word + 1 < CLASS_WORDS)
        bits |= set->bits[word + 1] << (64 - shift);
    return n < 64 ? bits & ((UINT64_C(1) << n) - 1) : bits;
}

static bool is_one_word(const char *key)
{
    const unsigned char *start = (const unsigned char *)key;
    size_t length = strlen(key);
    return length && word_length(start, start + length) == length;
}

/* A form of the lexicon. A phrase without a class of grammar is a name of something ("Hong Kong dollars"). */
static struct word word_of_form(const struct lexicon *lexicon, uint32_t form, const char *key)
{
    struct class_set set = lexicon_classes(lexicon, form, 0),
                     initial = lexicon_classes(lexicon, form, LEXICON_PLACE_BESIDE);
    struct word word = { .traits = bits_of_set(&set) | bits_of_set(&initial) };
    word.marks = (uint8_t)((class_set_has(&set, CLASS_BOUND) ? WORD_BOUND : 0) | (strchr(key, ' ') ? WORD_SEVERAL : 0));
    word.traits |= class_set_has(&set, CLASS_PLURAL) ? IS(MANY) : 0;
    for (size_t i = 0; i < sizeof marks && !word.class; i++)
        if (class_set_has(&set, (enum class)marks[i]))
            word.class = marks[i];
    if ((word.traits & DECIDED) || word.class)
        return word;
    bool bound = class_set_has(&set, CLASS_BOUND) || class_set_has(&set, CLASS_BOUND_AFTER);
    unsigned classes = is_one_word(key) ? word_class_of(key, strlen(key)) : 0;
    bool verb = bound && (word.traits & IS(SHOW)); /* "estimated" can be a verb, "surpassed" and "topped" are one */
    if (bound && ((classes & (WORD_PAST | WORD_GERUND)) || classes == WORD_VERB))
        verb = true, word.marks &= (uint8_t)~WORD_BOUND;
    if (bound && !verb && !(word.traits & IS(LEVEL))) /* but "the minimum wage" */
        word.traits |= IS(ADVERB);
    else if ((word.traits & IS(NAME)) && (word.traits & IS(ADJECTIVE))) /* "Chinese", of a nation */
        return word;
    else if (is_one_word(key))
        word.traits |= bits_of_word_class(classes);
    else
        word.traits |= word.traits & (IS(AIM) | IS(FAIL) | IS(EXPECT) | IS_VERBAL) ? 0
                       : word.traits & IS(REPORT)                                  ? IS(VERB)
                                                                                   : IS(NOUN);
    return word;
}

static void fill_layer(struct grammar *grammar, const struct lexicon *lexicon, unsigned layer)
{
    const struct lexicon_tables *tables = lexicon->layers[layer];
    for (uint32_t e = 0; tables && e < tables->n_entries; e++) {
        const struct lexicon_entry *entry = &tables->entries[e];
        for (uint32_t f = 0; f < entry->n_forms; f++) {
            uint32_t form = lexicon->first_id[layer] + entry->first_form + f;
            struct word *word = &grammar->of[N_CLASSES + form];
            *word = word_of_form(lexicon, form, tables->pool + entry->key);
            word_settle(word);
        }
    }
}

static struct word word_of_shape(enum class shape)
{
    switch (shape) {
    case CLASS_LOWER:
    case CLASS_CAPITALISED:
    case CLASS_UPPER:
    case CLASS_MIXED:
    case CLASS_CODE:
        return (struct word){ .traits = IS(NAME) };
    case CLASS_HYPHEN:
    case CLASS_DASH:
    case CLASS_MARK:
        return (struct word){ .class = (uint8_t)shape };
    case CLASS_MINUS: /* the first half of " -- " */
        return (struct word){ .class = CLASS_DASH };
    default: /* a number that is no claim */
        return (struct word){ .traits = IS(ADJECTIVE), .class = CLASS_NUMBER };
    }
}

/* Words that the lexicon has not. */
static void fill_others(struct grammar *grammar)
{
    for (int shape = 0; shape < N_CLASSES; shape++) {
        grammar->of[shape] = word_of_shape((enum class)shape);
        word_settle(&grammar->of[shape]);
    }
    for (unsigned classes = 0; classes <= WORD_CLASS_MASK; classes++) {
        grammar->of_classes[classes] = (struct word){ .traits = bits_of_word_class(classes) };
        word_settle(&grammar->of_classes[classes]);
    }
}

static bool make_letters(struct grammar *grammar)
{
    alphabet_init(&grammar->alphabet, CLASS_GRAMMAR);
    for (int each = 1; each < N_CLASSES; each++) {
        struct class_set set = { { 0 } };
        if (!(class_alphabets((enum class)each) & CLASS_GRAMMAR))
            continue;
        class_set_add(&set, (enum class)each);
        grammar->letter[each] = alphabet_letter(&grammar->alphabet, &set);
        if (!grammar->letter[each])
            return false;
    }
    struct class_set none = { { 0 } };
    return (grammar->letter[CLASS_NONE] = alphabet_letter(&grammar->alphabet, &none)) != 0;
}

int32_t grammar_init(struct grammar *grammar, const struct lexicon *lexicon, bool jit,
                     const claimex_allocator *allocator, claimex_error *error)
{
    uint32_t n = lexicon_n_forms(lexicon);
    grammar->of = memory_alloc_zero(allocator, N_CLASSES + n, sizeof *grammar->of);
    if (!grammar->of)
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for the grammar of %u words", n);
    fill_layer(grammar, lexicon, 0);
    fill_layer(grammar, lexicon, 1);
    fill_others(grammar);
    if (!make_letters(grammar))
        return status_fail(error, CLAIMEX_INTERNAL, 0, "more classes of grammar than letters");
    return pattern_set_new(attribution_patterns, attribution_n_patterns, attribution_shapes, attribution_n_shapes,
                           &grammar->alphabet, jit, allocator, &grammar->attribution, error);
}

void grammar_free(struct grammar *grammar, const claimex_allocator *allocator)
{
    memory_free(allocator, grammar->of);
    pattern_set_free(grammar->attribution);
}
