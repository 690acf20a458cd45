/* "The past five years" and "the next three days" are lengths of time that have a place in it, too. */
#ifndef RECOGNIZERS_STRETCH_H
#define RECOGNIZERS_STRETCH_H

#include "recognizers/recognizer.h"

/* Gives the duration that the match reads where it begins and ends, when its words say that and the reference date is
 * known. */
void stretch_place(const struct reader *reader, const struct match *match, struct candidate *candidate);

#endif
