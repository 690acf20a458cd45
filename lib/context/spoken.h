/* What is kept of every sentence of a text. */
#ifndef CONTEXT_SPOKEN_H
#define CONTEXT_SPOKEN_H

#include <claimex/claim.h>

#include <stdint.h>

/* What stands between a sentence and the one before: line ends, and borders of cells behind the last of them. */
struct border {
    uint8_t lines;
    uint8_t cells;
};

/* A sentence with its part of a quotation. */
struct spoken {
    uint32_t start, end;  /* bytes */
    uint8_t opens_quoted; /* it begins within quotation marks */
    uint8_t ends_quoted;
    uint8_t known; /* its attribution has been looked for, or there can be none */
    uint8_t paragraph_ends;
    uint8_t begins_quoted;    /* its first character opens a quotation */
    uint8_t follows_quote;    /* the sentence before ends with a mark: "Why?" | Ma said. */
    struct border border;     /* before it */
    claimex_span source, cue; /* of the quotation in it; empty when nobody is named */
    claimex_span says, leads; /* source and cue of what follows it: Ma said no. | "It cost $5." */
};

/* The claims of a result from `first` on. */
struct found {
    claimex_claim *claims;
    uint32_t first;
    uint32_t count; /* of all */
};

/* The claims in a sentence, once all are found, and the column of the cell that it may be. */
struct share {
    uint32_t claim, n_claims;
    uint16_t column;
};

#endif
