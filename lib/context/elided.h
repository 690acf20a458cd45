/* What a count counts when the sentence said it once before: "320 flats by auction and 95 by lot". */
#ifndef CONTEXT_ELIDED_H
#define CONTEXT_ELIDED_H

#include "recognizers/recognizer.h"

/* Gives a bare count the unit of `before`, the count that precedes it in its sentence (NULL when there is none). */
void elided_unit(struct candidate *candidate, const struct candidate *before);

#endif
