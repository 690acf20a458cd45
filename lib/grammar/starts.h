/* Which letters a match of an expanded pattern can begin with. */
#ifndef GRAMMAR_STARTS_H
#define GRAMMAR_STARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "grammar/pattern.h"

struct letter_set {
    uint64_t bits[4]; /* letter 0 is the end of the string */
};

#define STARTS_PLACES 640 /* of letters in one pattern; the last one stands for all further ones */

struct places {
    uint64_t bits[STARTS_PLACES / 64];
};

/* A place in the pattern where a letter stands. */
struct starts_place {
    struct letter_set letters;
    struct places next;                /* that can follow */
    struct letter_set following;       /* their letters, or any where the match can end here */
    bool ends;
    bool looks_behind;                 /* as the first of a match, it has one of these letters before it */
    struct letter_set before;
};

/* The sets hold every letter of every match, and more where a look-around would exclude it. */
struct starts {
    bool may_be_empty;                               /* the pattern can match no letter at all */
    struct letter_set first;                         /* of the matches that do not look behind */
    bool looks_behind;                               /* every match does; else what is ahead is that of the others */
    struct letter_set ahead[PATTERN_AHEAD - 1][256]; /* by the first letter: the second, the third */
    struct letter_set second[256];                   /* by the second letter, whatever the first: the third */
    struct letter_set alone;                         /* the first of those that may have no second */
    struct letter_set before, behind; /* of the matches that look behind: the letter there, and their first */
    struct letter_set first_needed, last_needed; /* every match has one of these in it or behind it, in this order */
    struct letter_set holds;                     /* up to there it has no others than these */
    unsigned n_places;
    struct starts_place places[STARTS_PLACES]; /* used while the pattern is read */
};

/* `text` is what an expander wrote and PCRE2 has compiled (which bounds how deep its groups are nested). `common` are
 * the letters that say nothing when they are needed. */
void starts_of(const char *text, const struct letter_set *common, struct starts *starts);

#endif
