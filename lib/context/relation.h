/* How exact a figure is: the words next to it that set its relation. */
#ifndef CONTEXT_RELATION_H
#define CONTEXT_RELATION_H

#include "recognizers/recognizer.h"

void relation_find(const struct reader *reader, struct candidate *candidate);

#endif
