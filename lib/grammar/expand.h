/* From the text of a .pcre file to what PCRE2 compiles; the same at build time and at run time.
 *
 * The language is small, and all else is an error with its line:
 *   (?&CLASS) (?&A|B)      a token of the class; of either class
 *   (?&!CLASS) (?&!A|B)    a token without the class; without both
 *   (?&shape)              a shape, of those that shapes.pcre defines earlier
 *   .                      any token
 *   (?<field> …)           a field of the match; not in a shape
 *   ( … ) (?: … )          a group, without a capture
 *   (?= …) (?! …) (?<= …) (?<! …)
 *   | ^ $ ? {n} {n,m}      a repeat may end in ? (lazy) or + (possessive) and is never unbounded
 */
#ifndef GRAMMAR_EXPAND_H
#define GRAMMAR_EXPAND_H

#include <stddef.h>
#include <stdint.h>

#include "base/array.h"
#include "claimex/status.h"
#include "grammar/alphabet.h"
#include "grammar/pattern.h"

/* From `offset` of the expansion on, the text comes from this line. */
struct expander_mark {
    size_t offset;
    const char *file;
    unsigned line;
};

struct expander {
    const claimex_allocator *allocator;
    const struct alphabet *alphabet;
    const struct pattern_source *shapes;
    size_t n_shapes;
    ARRAY(char) text; /* the expansion, with a NUL after it that is not counted */
    ARRAY(struct expander_mark) marks;
};

/* All that is given must outlive the expander. */
void expander_init(struct expander *expander, const struct alphabet *alphabet, const struct pattern_source *shapes,
                   size_t n_shapes, const claimex_allocator *allocator);
void expander_free(struct expander *expander);

/* Expands into expander->text, in place of what it held. Fails with NO_MEMORY or, for what is wrong in the source,
 * INTERNAL and a message that begins with the place ("money.pcre:12: unknown class CURENCY"). */
int32_t expander_pattern(struct expander *expander, const struct pattern_source *source, claimex_error *error);
int32_t expander_shape(struct expander *expander, size_t shape, claimex_error *error);

/* The line that wrote the byte at `offset` of the expansion, which is not empty. */
const struct expander_mark *expander_place(const struct expander *expander, size_t offset);

#endif
