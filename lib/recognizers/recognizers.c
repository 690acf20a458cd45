/* The list of recognizers, in the order in which they win. */
#include "recognizers/candidates.h"
#include "recognizers/recognizer.h"

const struct recognizer recognizers[] = {
    { "not_claims.pcre", KIND_NONE, not_claims_read },
    { "money.pcre", CLAIMEX_MONEY, money_read },
    { "percentage.pcre", CLAIMEX_PERCENTAGE, percentage_read },
    { "date_range.pcre", CLAIMEX_DATE, date_range_read },
    { "date_relative.pcre", CLAIMEX_DATE, date_relative_read },
    { "date.pcre", CLAIMEX_DATE, date_read },
    { "ratio.pcre", CLAIMEX_RATIO, ratio_read },
    { "multiple.pcre", CLAIMEX_MULTIPLE, multiple_read },
    { "age.pcre", CLAIMEX_AGE, age_read },
    { "duration.pcre", CLAIMEX_DURATION, duration_read },
    { "measure.pcre", CLAIMEX_MEASURE, measure_read },
    { "rank.pcre", CLAIMEX_RANK, rank_read },
    { "count.pcre", CLAIMEX_COUNT, count_read },
};
_Static_assert(sizeof recognizers / sizeof *recognizers <= CANDIDATES_MOST_RECOGNIZERS,
               "a finder has no room for more");
const unsigned n_recognizers = sizeof recognizers / sizeof *recognizers;
