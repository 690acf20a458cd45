/* What of markup stands inside sentences: emphasis, code spans, links, numbers of references, escapes. */
#ifndef TOKENS_MARKUP_H
#define TOKENS_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

static inline bool markup_is_emphasis(unsigned char c)
{
    return c == '*' || c == '_' || c == '`';
}

/* Can markup_length find a mark that begins so? */
static inline bool markup_begins(unsigned char c)
{
    return markup_is_emphasis(c) || c == '[' || c == ']' || c == '\\' || c == '$';
}

/* The bytes at `at`, of a sentence that ends at `end`, that are read over as if they were not there; 0 when none are.
 * Looks at a bounded number of bytes. */
size_t markup_length(const unsigned char *text, const unsigned char *at, const unsigned char *end);

/* The bytes of "[3]", "[a]", "[citation needed]" at `at`; 0 when there is none. */
size_t markup_reference_length(const unsigned char *at, const unsigned char *end);

#endif
