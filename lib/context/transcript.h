/* Who speaks in a transcript: "RUIZ: We grew by 5%." */
#ifndef CONTEXT_TRANSCRIPT_H
#define CONTEXT_TRANSCRIPT_H

#include <stdbool.h>

#include "context/spoken.h"

#define TRANSCRIPT_FEWEST_TURNS 2u     /* with fewer, no transcript is looked for */
#define TRANSCRIPT_LINES_FOR_A_TURN 8u /* one of so many lines begins with a speaker */

/* Does the sentence, which begins a line, begin as if somebody spoke? */
bool transcript_is_turn(const char *text, const struct spoken *sentence);

/* Gives claims that nobody else states their speakers. One pass. */
void transcript_find_speakers(const char *text, const struct spoken *sentences, uint32_t count,
                              const struct found *found);

#endif
