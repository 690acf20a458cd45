/* Names and alphabets of the classes in classes.def. */
#include "lexicon/class.h"

static const struct {
    const char *name;
    unsigned alphabets;
} classes[N_CLASSES] = {
    { "NONE", CLASS_BOTH },
#define CLASS(name, alphabets) { #name, alphabets },
#include "lexicon/classes.def"
#undef CLASS
};

_Static_assert(N_CLASSES <= 64 * CLASS_WORDS, "a class_set has no room for more classes");

const char *class_name(enum class class)
{
    return classes[class].name;
}

unsigned class_alphabets(enum class class)
{
    return classes[class].alphabets;
}

enum class class_from_name(struct slice name)
{
    for (int class = 1; class < N_CLASSES; class++)
        if (slice_is(name, classes[class].name))
            return (enum class)class;
    return CLASS_NONE;
}

struct class_set class_set_seen_by(const struct class_set *set, enum class_alphabet alphabet)
{
    struct class_set seen = { { 0 } };
    for (int class = 1; class < N_CLASSES; class++)
        if (class_set_has(set, (enum class)class) && (classes[class].alphabets & alphabet))
            class_set_add(&seen, (enum class)class);
    return seen;
}
