/* How a call says what went wrong. */
#ifndef CLAIMEX_STATUS_H
#define CLAIMEX_STATUS_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/export.h"

CLAIMEX_BEGIN_DECLS

/* Every call that can fail returns one of these as int32_t: zero, or a negative
 * number. New ones are added at the end; none is ever renumbered. */
enum claimex_status {
    CLAIMEX_OK = 0,                /* done */
    CLAIMEX_NO_MEMORY = -1,        /* the allocator returned NULL; everything was given back */
    CLAIMEX_BAD_ARGUMENT = -2,     /* a NULL pointer, an option out of its range, a struct size of zero */
    CLAIMEX_TOO_LARGE = -3,        /* the text is 4 GiB or longer */
    CLAIMEX_INVALID_UTF8 = -4,     /* error.offset is the first bad byte */
    CLAIMEX_UNKNOWN_LANGUAGE = -5, /* no words for engine_options.language */
    CLAIMEX_BAD_LEXICON = -6,      /* engine_options.extra_words cannot be read; error.offset is where */
    CLAIMEX_WRITE_FAILED = -7,     /* the caller's writer did not return 0 */
    CLAIMEX_INTERNAL = -8          /* a defect of the library; the message helps to report it */
};

/* What went wrong and where. Every call that takes a `claimex_error *` accepts
 * NULL; otherwise it fills the struct when it fails and leaves it alone when it
 * succeeds. The struct belongs to the caller and holds no pointers. */
typedef struct claimex_error {
    int32_t status;    /* enum claimex_status, the value that the call returned */
    uint32_t reserved; /* 0 */
    uint64_t offset;   /* in bytes, into the text or the option that is at fault */
    char message[176]; /* one English sentence, NUL-terminated, no newline */
} claimex_error;

/* The name of a status, "CLAIMEX_INVALID_UTF8"; of an unknown number, "unknown
 * status". The string is static. Any thread. */
CLAIMEX_API const char *claimex_status_name(int32_t status);

CLAIMEX_END_DECLS

#endif
