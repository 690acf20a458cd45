/* Numbers that are part of a name. */
#ifndef RECOGNIZERS_LABEL_H
#define RECOGNIZERS_LABEL_H

#include "recognizers/recognizer.h"

/* Does the word before hold the number? `counts`: a noun stands behind it. */
bool label_holds(const struct reader *reader, const struct candidate *candidate, bool counts);

/* Below ten thousand, in digits, without marks. */
bool label_is_plain_integer(const struct reader *reader, const struct candidate *candidate);

#endif
