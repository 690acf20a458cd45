/* What stands before a sign or beside its number as a statistic names it: "P < 0.05", "odds ratio 1.3". */
#ifndef CONTEXT_STATISTIC_H
#define CONTEXT_STATISTIC_H

#include "context/figure.h"

/* Makes it the subject; false when nothing of the kind stands there. */
bool statistic_take(const struct figure *figure);

/* Is the figure at item i the value of a statistic? "P < 0.05", "r = 0.4" */
bool statistic_is_value(const struct clause *clause, uint32_t i);

#endif
