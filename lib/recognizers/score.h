/* Numbers of a score. */
#ifndef RECOGNIZERS_SCORE_H
#define RECOGNIZERS_SCORE_H

#include "recognizers/recognizer.h"

/* Is it a number of "they were 5 for 390"? */
bool score_holds(const struct reader *reader, const struct candidate *candidate);

#endif
