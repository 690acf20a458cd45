/* What makes an age of a number that its pattern does not know for one. */
#ifndef RECOGNIZERS_AGE_H
#define RECOGNIZERS_AGE_H

#include "recognizers/recognizer.h"

/* Do the words before the figure that begins at a token say that it is an age? "the median age was 54", "their age at
 * marriage is about 30 years", "ages ranged from" */
bool age_is_said(const struct reader *reader, uint32_t first);

/* Does it stand behind people and a bound? "men >65 years", "adults (<30 years)" */
bool age_bounds_people(const struct reader *reader, uint32_t first);

/* "adults 18 years and older", "children 6-12 years": a length of time that those have lived. */
bool age_is_of_group(const struct reader *reader, const struct candidate *candidate);

/* Makes an age of a number without a noun that somebody may have lived; false when it is none. */
bool age_of_count(const struct reader *reader, struct candidate *candidate);

/* "the 18-24 age group", "the 65-plus age bracket"; but "4-6 age groups" are so many. */
bool age_names_group(const struct reader *reader, const struct candidate *candidate);

#endif
