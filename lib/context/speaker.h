/* Who says it. */
#ifndef CONTEXT_SPEAKER_H
#define CONTEXT_SPEAKER_H

#include "context/cue.h"

/* The items of the speaker: what the pattern has found, else the subject of the verb. False when there is none. */
bool speaker_find(const struct clause *clause, const struct cue_rule *rule, const struct match *match,
                  struct match_range *source);

/* Their bytes, without what stands before a name. */
claimex_span speaker_span(const struct clause *clause, struct match_range source);

#endif
