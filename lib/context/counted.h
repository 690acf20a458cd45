/* The subject of a count, by the noun that was found behind its number. */
#ifndef CONTEXT_COUNTED_H
#define CONTEXT_COUNTED_H

#include "context/figure.h"

/* Makes the counted noun and what belongs to it the subject, or cuts the subject that the figure has down to it; false
 * when no noun was found. */
bool counted_take(const struct figure *figure);

#endif
