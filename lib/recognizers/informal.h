/* Digits that are no numbers. */
#ifndef RECOGNIZERS_INFORMAL_H
#define RECOGNIZERS_INFORMAL_H

#include "recognizers/recognizer.h"

/* A word or a picture? `plural`: many of something are counted. */
bool informal_is_word(const struct reader *reader, const struct candidate *candidate, bool plural);

#endif
