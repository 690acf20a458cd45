/* Who speaks in a transcript: "RUIZ: We grew by 5%." */
#ifndef CONTEXT_TRANSCRIPT_H
#define CONTEXT_TRANSCRIPT_H

#include "context/spoken.h"

/* Gives claims that nobody else states their speakers. One pass. */
void transcript_find_speakers(const char *text, const struct spoken *sentences, uint32_t count, claimex_claim *claims);

#endif
