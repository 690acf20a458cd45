/* A piece of text that somebody else owns. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *bytes;
    size_t length;
};

/* Of a literal. */
#define SLICE(literal)               \
    {                                \
        literal, sizeof(literal) - 1 \
    }

static inline struct slice slice_of(const char *text)
{
    return (struct slice){ text, strlen(text) };
}

static inline bool slice_equal(struct slice a, struct slice b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

static inline bool slice_is(struct slice slice, const char *text)
{
    return slice_equal(slice, slice_of(text));
}

/* Does it end so, with something before that? */
static inline bool slice_ends(struct slice slice, const char *ending)
{
    size_t length = strlen(ending);
    return slice.length > length && memcmp(slice.bytes + slice.length - length, ending, length) == 0;
}

/* One of several, with NULL behind the last? */
static inline bool slice_is_any(struct slice slice, const char *const *texts)
{
    while (*texts && !slice_is(slice, *texts))
        texts++;
    return *texts != NULL;
}

#endif
