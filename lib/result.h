/* What a result holds: its claims and strings, and the working memory of a scan, kept for the next one. */
#ifndef RESULT_H
#define RESULT_H

#include "context/context.h"
#include "engine.h"
#include "recognizers/candidates.h"
#include "tokens/plain.h"

/* A sentence that is cut into tokens. */
struct cut {
    struct sentence at;
    uint32_t first_token, n_tokens;
    uint32_t first_number;
    uint32_t first_letter;
    uint32_t first_claim, n_claims;
    uint32_t spoken; /* index in the context */
    bool passed;     /* over: nothing in it can be a claim */
    bool speaks;     /* it has a word or mark of SPEECH */
};

struct claimex_result {
    const claimex_engine *engine;
    ARRAY(claimex_claim) claims;
    ARRAY(uint32_t)
    counted; /* by claim: the token of its sentence behind the noun that was found behind the number; 0 */
    ARRAY(char) strings;
    struct { /* what result_keep_readings_once has kept last */
        const char *readings, *first;
        uint32_t offset;
    } last;
    uint32_t incomplete; /* CLAIMEX_*_LIMIT */
    claimex_view view;   /* of the above, once it is complete */

    struct memo memo;
    struct plain characters, lines; /* what is scanned in place of the text as given */

    /* some sentences, each a part of the tokens and letters */
    ARRAY(struct cut) cuts;
    struct tokens tokens;
    ARRAY(uint8_t) letters;

    /* one sentence */
    struct candidates_finder finder;
    struct candidates candidates;
    ARRAY(uint32_t) order; /* of the candidates, as they compete; then of the winners, as they stand */
    ARRAY(uint32_t) owner; /* of the tokens */
    struct matcher *matcher;
    struct context context;
};

/* Where a byte of the scanned text stands in the one given. */
uint32_t result_given(const claimex_result *result, uint32_t at);
uint32_t result_given_end(const claimex_result *result, uint32_t at); /* of what ends before it */

/* Empties it and makes the string block's first byte. False when out of memory. */
bool result_reset(claimex_result *result);

/* Brings the view up to date. */
void result_show(claimex_result *result);

/* Copies a string into the block; *offset is 0 for an empty one. False when out of memory. */
bool result_keep(claimex_result *result, struct slice text, uint32_t *offset);

/* The same of two strings with a slash between; the second may be empty. */
bool result_keep_unit(claimex_result *result, struct slice above, struct slice below, uint32_t *offset);

/* The parts of "USD|AUD" one by one, each as a unit over `below`, `first` before all others, and an empty string behind
 * them. */
bool result_keep_readings(claimex_result *result, struct slice readings, struct slice first, struct slice below,
                          uint32_t *offset);

/* The same over nothing, of what stays where it is, in the lexicon or the text: those that were kept last are not kept
 * twice. */
bool result_keep_readings_once(claimex_result *result, struct slice readings, struct slice first, uint32_t *offset);

#endif
