/* Who states a figure: "Ma said", "according to a survey". */
#ifndef CONTEXT_ATTRIBUTION_H
#define CONTEXT_ATTRIBUTION_H

#include "context/items.h"

struct attribution {
    claimex_span source;
    claimex_span cue;
    uint32_t first; /* items of source and cue together, half-open */
    uint32_t end;
    uint32_t from;  /* the item where its reach before begins */
    uint32_t limit; /* the item where its reach behind ends */
    uint8_t reach;  /* enum reach */
    uint8_t quotes; /* it stands beside a quotation, so that it covers all of it */
    uint8_t weak;   /* a pronoun, or "according to": the one just before it speaks */
    uint8_t states; /* what is said begins right behind it */
    uint8_t faint;  /* "in a poll", "Ma expects": any other speaks rather */
};

enum reach { REACH_BEHIND = 1, REACH_BEFORE = 2, REACH_ALL = 3 };

#define MOST_ATTRIBUTIONS 16u /* of a sentence */

struct attributions {
    struct attribution items[MOST_ATTRIBUTIONS];
    uint32_t count;
};

/* Finds those of a sentence. `letters` has room for one byte an item and PATTERN_AHEAD more, `finds` for one value an
 * item. */
void attribution_find(const struct grammar *grammar, struct matcher *matcher, const struct clause *clause,
                      uint8_t *letters, uint64_t *finds, struct attributions *found);

/* The one that covers item i; NULL when none does. */
const struct attribution *attribution_of(const struct clause *clause, const struct attributions *found, uint32_t i);

/* The one that speaks for a quotation that goes on in the next sentence, or began in the one before; NULL for none. */
const struct attribution *attribution_of_quotation(const struct attributions *found);

extern const struct pattern_source attribution_patterns[];
extern const size_t attribution_n_patterns;
extern const struct pattern_source attribution_shapes[];
extern const size_t attribution_n_shapes;
extern const uint8_t attribution_file_of[]; /* by pattern */

#endif
