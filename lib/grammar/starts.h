/* Which letters a match of an expanded pattern can begin with. */
#ifndef GRAMMAR_STARTS_H
#define GRAMMAR_STARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "grammar/pattern.h"

struct starts {
    uint64_t letters[PATTERN_AHEAD][4]; /* bits of letters, for each offset from the start; 0 is the end of the string */
    bool may_be_empty;                  /* the pattern can match no letter at all */
};

/* `text` is what an expander wrote and PCRE2 has compiled (which bounds how deep its groups are nested). The sets hold
 * every letter of every match, and more where a look-around would exclude it. */
struct starts starts_of(const char *text);

#endif
