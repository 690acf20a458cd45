/* The classes that a token can have, and sets of them. */
#ifndef LEXICON_CLASS_H
#define LEXICON_CLASS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum class {
    CLASS_NONE,
#define CLASS(name, alphabets) CLASS_##name,
#include "lexicon/classes.def"
#undef CLASS
    N_CLASSES
};

/* Which alphabet sees a class: the recognizers' (QUANTITY), the context's (GRAMMAR), both, or none (ASKED). A word of a
 * class that is a TRIGGER too can begin a claim in a sentence without digits or signs of currency. COMMON are those of
 * nearly every sentence: that a pattern needs one says nothing. SPEECH are those of which a sentence has one that
 * quotes somebody or names who says something. */
enum class_alphabet {
    CLASS_ASKED = 0,
    CLASS_QUANTITY = 1,
    CLASS_GRAMMAR = 2,
    CLASS_BOTH = 3,
    CLASS_TRIGGER = 4,
    CLASS_COMMON = 8,
    CLASS_SPEECH = 16
};

#define CLASS_WORDS 5 /* 320 classes; those that an item or a token's shape can have are among the first 256 */

struct class_set {
    uint64_t bits[CLASS_WORDS];
};

const char *class_name(enum class class);
unsigned class_alphabets(enum class class); /* enum class_alphabet, combined */
enum class class_from_name(struct slice name); /* CLASS_NONE when there is none */

/* Of a class that is named where it is asked for, this is known when the library is compiled. */
static inline bool class_is_in(enum class class, enum class_alphabet alphabet)
{
    static const unsigned char sees[N_CLASSES] = {
#define CLASS(name, alphabets) [CLASS_##name] = alphabets,
#include "lexicon/classes.def"
#undef CLASS
    };
    return (sees[class] & alphabet) != 0;
}

static inline void class_set_add(struct class_set *set, enum class class)
{
    set->bits[class / 64] |= UINT64_C(1) << (class % 64);
}

static inline bool class_set_has(const struct class_set *set, enum class class)
{
    return (set->bits[class / 64] >> (class % 64)) & 1;
}

static inline bool class_set_equal(const struct class_set *a, const struct class_set *b)
{
    uint64_t differs = 0;
    for (unsigned i = 0; i < CLASS_WORDS; i++)
        differs |= a->bits[i] ^ b->bits[i];
    return differs == 0;
}

/* A constant set, from a list of classes: #define SMALL(in) in(A) in(THE) … CLASS_SET(SMALL) */
#define CLASS_SET(list) \
    { { 0 list(CLASS_BIT_0), 0 list(CLASS_BIT_1), 0 list(CLASS_BIT_2), 0 list(CLASS_BIT_3), 0 list(CLASS_BIT_4) } }
#define CLASS_BIT(word, name) | (CLASS_##name / 64 == word ? UINT64_C(1) << (CLASS_##name % 64) : 0)
#define CLASS_BIT_0(name) CLASS_BIT(0, name)
#define CLASS_BIT_1(name) CLASS_BIT(1, name)
#define CLASS_BIT_2(name) CLASS_BIT(2, name)
#define CLASS_BIT_3(name) CLASS_BIT(3, name)
#define CLASS_BIT_4(name) CLASS_BIT(4, name)

static inline bool class_set_meets(const struct class_set *a, const struct class_set *b)
{
    uint64_t common = 0;
    for (unsigned i = 0; i < CLASS_WORDS; i++)
        common |= a->bits[i] & b->bits[i];
    return common != 0;
}

/* All the classes that an alphabet sees. */
struct class_set class_set_of_alphabet(enum class_alphabet alphabet);

#endif
