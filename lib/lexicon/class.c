/* Names and alphabets of the classes in classes.def. */
#include "lexicon/class.h"

static const struct {
    struct slice name;
    unsigned alphabets;
} classes[N_CLASSES] = {
    { { "NONE", 4 }, CLASS_BOTH },
#define CLASS(name, alphabets) { { #name, sizeof #name - 1 }, alphabets },
#include "lexicon/classes.def"
#undef CLASS
};

_Static_assert(N_CLASSES <= 64 * CLASS_WORDS, "a class_set has no room for more classes");

const char *class_name(enum class class)
{
    return classes[class].name.bytes;
}

unsigned class_alphabets(enum class class)
{
    return classes[class].alphabets;
}

enum class class_from_name(struct slice name)
{
    for (int class = 1; class < N_CLASSES; class++)
        if (name.length == classes[class].name.length && slice_equal(name, classes[class].name))
            return (enum class)class;
    return CLASS_NONE;
}

struct class_set class_set_of_alphabet(enum class_alphabet alphabet)
{
    struct class_set seen = { { 0 } };
    for (int class = 1; class < N_CLASSES; class++)
        if (classes[class].alphabets & alphabet)
            class_set_add(&seen, (enum class)class);
    return seen;
}
