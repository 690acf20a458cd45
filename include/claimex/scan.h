/* Text in, claims out: the engine, the result, and the options of both. */
#ifndef CLAIMEX_SCAN_H
#define CLAIMEX_SCAN_H

#include <stddef.h>
#include <stdint.h>

#include "claimex/claim.h"
#include "claimex/export.h"
#include "claimex/memory.h"
#include "claimex/status.h"

CLAIMEX_BEGIN_DECLS

/* ------------------------------------------------------------------- engine */

/* The words and compiled patterns of one language. Immutable: any number of
 * threads may use one engine at the same time. */
typedef struct claimex_engine claimex_engine;

/* Set in claimex_engine_options.flags. */
#define CLAIMEX_ENGINE_NO_JIT 1u /* interpret the patterns: about ten times slower, no executable memory */

/* Start from CLAIMEX_ENGINE_OPTIONS_INIT (or the function of that name, for
 * callers that cannot use a macro), then change what you need. Fields are only
 * ever added at the end; `size` tells the library which ones you know. */
typedef struct claimex_engine_options {
    uint32_t size;                      /* sizeof(claimex_engine_options) */
    uint32_t flags;                     /* CLAIMEX_ENGINE_* */
    const char *language;               /* BCP 47, NUL-terminated; NULL is "en", the only one so far, and "en-GB" the same */
    const claimex_allocator *allocator; /* NULL is malloc, realloc and free; copied */
    const char *extra_words;            /* lexicon lines as in lib/lexicon/en/ (word TAB classes [TAB conditions]);
                                           they take the place of the built-in entry of the same word; copied */
    size_t extra_words_length;          /* in bytes */
} claimex_engine_options;

/* The defaults, to begin with. */
#define CLAIMEX_ENGINE_OPTIONS_INIT { sizeof(claimex_engine_options), 0, NULL, NULL, NULL, 0 }

/* The same as a function: writes `size` bytes at `options`, the sizeof of the
 * struct that the caller knows. NULL is let be. Any thread. */
CLAIMEX_API void claimex_engine_options_init(claimex_engine_options *options, size_t size);

/* Makes an engine and stores it in *engine, which the caller frees with
 * claimex_engine_free. `options` may be NULL. Takes some ten milliseconds:
 * make one engine and keep it. Fails with NO_MEMORY, BAD_ARGUMENT,
 * UNKNOWN_LANGUAGE or BAD_LEXICON; *engine is then NULL. Where the system
 * refuses JIT the engine interprets and works. Any thread. */
CLAIMEX_API int32_t claimex_engine_new(const claimex_engine_options *options, claimex_engine **engine,
                                       claimex_error *error);

/* Frees the engine; NULL is allowed. All results made from it must be freed
 * before. Any thread, as long as no other one uses the engine. */
CLAIMEX_API void claimex_engine_free(claimex_engine *engine);

/* 1 when the patterns run as machine code, 0 when they are interpreted or the
 * engine is NULL. Any thread. */
CLAIMEX_API int claimex_engine_has_jit(const claimex_engine *engine);

/* ------------------------------------------------------------------- result */

/* The claims of one text, and the memory to find them in. Reusable: each scan
 * replaces what it held and allocates only what it lacks. One thread at a time;
 * while none scans or frees it, several may read it. */
typedef struct claimex_result claimex_result;

/* Makes an empty result for scans with `engine`, which must outlive it, and
 * stores it in *result; the caller frees it with claimex_result_free. Fails
 * with NO_MEMORY or BAD_ARGUMENT; *result is then NULL. Any thread. */
CLAIMEX_API int32_t claimex_result_new(const claimex_engine *engine, claimex_result **result, claimex_error *error);

/* Frees the result with all its claims and strings; NULL is allowed. Any thread,
 * as long as no other one uses the result. */
CLAIMEX_API void claimex_result_free(claimex_result *result);

/* The claims, sorted by at.start, not overlapping; *count is their number, and
 * `count` may be NULL. NULL when there are none. They belong to the result and
 * live until its next scan. Any thread, as long as none scans into the result. */
CLAIMEX_API const claimex_claim *claimex_result_claims(const claimex_result *result, size_t *count);

/* The string at an offset that a claim of this result holds. NUL-terminated
 * UTF-8; "" for 0 and for an offset beyond the strings. Belongs to the result
 * and lives until its next scan. Any thread, as long as none scans into the
 * result. */
CLAIMEX_API const char *claimex_result_string(const claimex_result *result, uint32_t offset);

/* The whole string block, for bindings that read many; *length is its size in
 * bytes, and `length` may be NULL. Offset 0 holds the empty string. Belongs to
 * the result and lives until its next scan. Any thread, as long as none scans
 * into the result. */
CLAIMEX_API const char *claimex_result_strings(const claimex_result *result, size_t *length);

/* What claimex_result_incomplete returns, combined with |. */
#define CLAIMEX_MATCH_LIMIT 1u /* a pattern gave up at one place of the text; claims there may be missing */
#define CLAIMEX_CLAIM_LIMIT 2u /* scan_options.max_claims was reached; later claims are missing */

/* 0 when everything was searched, else the limits that were hit. Any thread, as
 * long as none scans into the result. */
CLAIMEX_API uint32_t claimex_result_incomplete(const claimex_result *result);

/* All that a result holds, for bindings to whom every call is dear. */
typedef struct claimex_view {
    const claimex_claim *claims; /* as claimex_result_claims returns them */
    size_t n_claims;             /* how many there are */
    const char *strings;         /* as claimex_result_strings returns them */
    size_t strings_length;       /* in bytes */
    uint32_t incomplete;         /* as claimex_result_incomplete says */
    uint32_t reserved;           /* 0 */
} claimex_view;

/* A view of the result. It stays where it is as long as the result lives, and
 * each scan fills it anew. Belongs to the result; NULL when that is. Any thread,
 * as long as none scans into the result. */
CLAIMEX_API const claimex_view *claimex_result_view(const claimex_result *result);

/* --------------------------------------------------------------------- scan */

/* How a date of three numbers is read where only the order can tell. */
enum claimex_date_order {
    CLAIMEX_MONTH_FIRST = 0, /* 5/4/2017 is 4 May */
    CLAIMEX_DAY_FIRST = 1,   /* 5/4/2017 is 5 April */
    CLAIMEX_YEAR_FIRST = 2   /* 05/04/17 is 17 April 2005 */
};

/* How a weekday or month that stands alone is resolved. */
enum claimex_weekday_policy {
    CLAIMEX_NEAREST_IN_TENSE = 0, /* a bare "Tuesday" or "May": the last one in a report, the next one after "will" */
    CLAIMEX_ALWAYS_PAST = 1,      /* the last one, the reference day included */
    CLAIMEX_ALWAYS_FUTURE = 2     /* the next one, the reference day included */
};

/* What becomes of a text that is not UTF-8. */
enum claimex_utf8_policy {
    CLAIMEX_UTF8_REFUSE = 0, /* INVALID_UTF8 with the offset of the first bad byte */
    CLAIMEX_UTF8_SKIP = 1    /* bad bytes part words and are part of no claim; offsets stay true */
};

/* Set in claimex_scan_options.kinds: bit CLAIMEX_KIND(CLAIMEX_MONEY) asks for
 * money; 0 asks for all kinds. A kind that is not asked for is not looked for at
 * all, and gives no context to the others: without dates no claim has a time, and
 * a subject may take in words that would have been a date. */
#define CLAIMEX_KIND(kind) (1u << (kind))

/* What may differ from text to text. Start from CLAIMEX_SCAN_OPTIONS_INIT or the
 * function of that name, then change what you need. Fields are only ever added
 * at the end; `size` tells the library which ones you know. */
typedef struct claimex_scan_options {
    uint32_t size;            /* sizeof(claimex_scan_options) */
    uint32_t kinds;           /* CLAIMEX_KIND bits; 0 is all */
    claimex_moment reference; /* the day on which the text was written; absent: nothing is guessed */
    uint32_t max_claims;      /* how many claims are enough; 0 is no limit */
    char default_currency[4]; /* ISO 4217 code of a bare "$", NUL-terminated; "" is USD, as is what "$" never means */
    uint8_t date_order;       /* enum claimex_date_order */
    uint8_t weekday_policy;   /* enum claimex_weekday_policy */
    uint8_t fiscal_start;     /* month in which a fiscal year starts, 1 … 12; 0: a fiscal year is not resolved */
    uint8_t utf8_policy;      /* enum claimex_utf8_policy */
} claimex_scan_options;

/* The defaults, to begin with. */
#define CLAIMEX_SCAN_OPTIONS_INIT \
    { sizeof(claimex_scan_options), 0, { 0, 0, 0, 0, 0, 0, 0, 0 }, 0, { 0, 0, 0, 0 }, 0, 0, 0, 0 }

/* The same as a function: writes `size` bytes at `options`, the sizeof of the
 * struct that the caller knows. NULL is let be. Any thread. */
CLAIMEX_API void claimex_scan_options_init(claimex_scan_options *options, size_t size);

/* Finds the claims of `length` bytes of UTF-8 at `text` and puts them into
 * `result`, in place of what it held. `text` need not end in NUL, may hold NUL
 * bytes, is not kept, and may be NULL when `length` is 0. `options` may be NULL.
 * What only typesetting or HTML put there (words broken at the ends of lines,
 * soft hyphens, ligatures, "&pound;") is read as what it stands for: spans are
 * those of `text`, strings are without it. The time is linear in the length, the
 * memory too where there is such a thing. Fails with INVALID_UTF8, TOO_LARGE,
 * NO_MEMORY or BAD_ARGUMENT; the result is then empty and can be used again.
 * Any thread, as long as no other one uses the same result. */
CLAIMEX_API int32_t claimex_scan(const claimex_engine *engine, claimex_result *result, const char *text, size_t length,
                                 const claimex_scan_options *options, claimex_error *error);

/* ------------------------------------------------------------------ explain */

/* Takes `length` bytes of output, which are not NUL-terminated and last as long
 * as the call; returns 0 to go on, anything else to stop. `context` is what was
 * given to claimex_explain. It is called by the thread that called that. */
typedef int (*claimex_writer)(void *context, const char *bytes, size_t length);

/* Scans as claimex_scan does, and writes what the library saw as text: a line
 * for each token with its classes and letters, and a line for each candidate
 * with its fate (a claim; lost to a longer one; a veto). The answer to "why is
 * my number missing?". The wording is for people and may change. Fails as
 * claimex_scan does, with BAD_ARGUMENT when there is no writer, and with
 * WRITE_FAILED when the writer stops it. Any thread, as claimex_scan. */
CLAIMEX_API int32_t claimex_explain(const claimex_engine *engine, claimex_result *result, const char *text,
                                    size_t length, const claimex_scan_options *options, claimex_writer writer,
                                    void *context, claimex_error *error);

CLAIMEX_END_DECLS

#endif
