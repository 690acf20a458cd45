/* What units are to one another. Each goes by its UCUM code, one of time by its name, too ("hour"). */
#ifndef VALUES_UNIT_H
#define VALUES_UNIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

/* How many of the smaller unit make one of the larger: 60 minutes an hour. 0 when they are not told together: no whole
 * number of them does, only one or too many. */
int64_t unit_count_in(struct slice unit, struct slice smaller);

/* The code of a unit that may be given by its name: h for "hour". */
struct slice unit_code(struct slice unit);

/* Is it usual to the power of two or three? m2, s2 */
bool unit_has_powers(struct slice code);

#endif
