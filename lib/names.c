/* The names of the public enums, and the few facts a binding asks for. */
#include "claimex/claim.h"
#include "claimex/version.h"

#define NAME_OF(names, value) ((value) < sizeof(names) / sizeof *(names) ? (names)[value] : NULL)

const char *claimex_kind_name(uint8_t kind)
{
    static const char *const names[] = { "percentage", "money",    "date", "count",   "ratio",
                                         "multiple",   "duration", "age",  "measure", "rank" };
    return NAME_OF(names, kind);
}

const char *claimex_relation_name(uint8_t relation)
{
    static const char *const names[] = { "eq", "approx", "gt", "ge", "lt", "le", "range" };
    return NAME_OF(names, relation);
}

const char *claimex_role_name(uint8_t role)
{
    static const char *const names[] = { "none", "from", "to", "by" };
    return NAME_OF(names, role);
}

const char *claimex_change_name(uint8_t change)
{
    static const char *const names[] = { "none", "up", "down" };
    return NAME_OF(names, change);
}

const char *claimex_stance_name(uint8_t stance)
{
    static const char *const names[] = { "stated", "forecast", "goal", "possible", "negated" };
    return NAME_OF(names, stance);
}

const char *claimex_grain_name(uint8_t grain)
{
    static const char *const names[] = { "none",  "century", "decade",  "year", "half",    "quarter", "season", "month",
                                         "week",  "weekend", "day",     "daypart", "hour", "minute",  "second" };
    return NAME_OF(names, grain);
}

size_t claimex_claim_size(void)
{
    return sizeof(claimex_claim);
}

const char *claimex_version(void)
{
    return CLAIMEX_VERSION;
}
