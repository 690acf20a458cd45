/* Summer time. */
#ifndef VALUES_DAYLIGHT_H
#define VALUES_DAYLIGHT_H

#include <stdbool.h>

#include "claimex/claim.h"

/* Are the clocks of the United States an hour ahead at this time of the place? By the rules in force since 1967;
 * earlier, and for a day without a time, false. */
bool daylight_us(claimex_moment local);

#endif
