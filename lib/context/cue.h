/* Where words of saying stand for an attribution: what each pattern asks for, and says, besides its letters. */
#ifndef CONTEXT_CUE_H
#define CONTEXT_CUE_H

#include "context/attribution.h"
#include "context/attribution_patterns.h"

enum cue_trait {
    MAY_BE_PASSIVE = 1,
    OF_ALL = 2,     /* all of the sentence is said, on either side */
    OF_QUOTE = 4,   /* a quotation follows */
    OF_ACTOR = 8,   /* whoever does something first says it */
    OF_OBJECT = 16, /* "quoted Ma as saying" */
    SAYS_ON = 32,   /* ", adding that": whoever spoke last */
    WEAK = 64,      /* see struct attribution */
    FAINT = 128,
    OF_FIGURE = 256 /* the figure before the speaker is all that is said */
};

/* What a pattern has found in a sentence. */
struct finding {
    const struct clause *clause;
    const struct attributions *earlier; /* what the sentence has before it */
    const struct match *match;
};

struct cue_rule {
    bool (*holds)(const struct finding *finding);
    unsigned traits;    /* enum cue_trait, combined */
    const char *behind; /* a match stands behind this word */
};

extern const struct cue_rule cue_rules[PATTERNS_MOST]; /* by pattern */

/* What costs less to ask than whether the pattern matches at item i. */
bool cue_may_stand_at(const struct cue_rule *rule, const struct clause *clause, uint32_t i);

bool cue_holds(const struct cue_rule *rule, const struct finding *finding);

#endif
