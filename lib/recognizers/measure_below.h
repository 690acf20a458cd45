/* Units below the line. */
#ifndef RECOGNIZERS_MEASURE_BELOW_H
#define RECOGNIZERS_MEASURE_BELOW_H

#include "recognizers/recognizer.h"

/* The unit behind a slash. */
void measure_add_below_slash(const struct reader *reader, uint32_t token, struct candidate *candidate);

/* A unit behind the slash that is one only beside a number: "mmole/min", "microgram/kg/min". False when there is none.
 */
bool measure_add_short_below(const struct reader *reader, uint32_t slash, struct candidate *candidate);

/* A power of the unit below the line that a blank parts from it: "g/cm 3". */
void measure_add_power_below(const struct reader *reader, struct candidate *candidate);

/* The units with negative powers, or in brackets behind a slash, that stand behind the candidate. */
void measure_add_powers(const struct reader *reader, struct candidate *candidate);

#endif
