/* One table for all units, so that "two hours 18 minutes" and "6 feet 2 inches" add up in the same way. */
#include "values/unit.h"

enum family { LENGTH, FEET, MASS, POUNDS, VOLUME, GALLONS, ANGLE, ENERGY, FREQUENCY, PRESSURE, POWER, TIME, MONTHS };

#define NAMED(family, name, code, size) { family, SLICE(name), SLICE(code), size },
#define UNIT(family, code, size) NAMED(family, code, code, size)
static const struct unit {
    enum family family;
    struct slice name, code;
    int64_t size;
} units[] = {
#include "values/units.def"
};

static const struct unit *find(struct slice unit)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_equal(unit, units[i].name) || slice_equal(unit, units[i].code))
            return &units[i];
    return NULL;
}

#define MOST_IN_ONE 10000 /* nobody says how many weeks and minutes */

int64_t unit_count_in(struct slice unit, struct slice smaller)
{
    const struct unit *large = find(unit), *small = find(smaller);
    if (!large || !small || large->family != small->family || large->size % small->size != 0)
        return 0;
    int64_t count = large->size / small->size;
    return count > 1 && count <= MOST_IN_ONE ? count : 0;
}

struct slice unit_code(struct slice unit)
{
    const struct unit *known = find(unit);
    return known ? known->code : unit;
}

bool unit_has_powers(struct slice code)
{
    const struct unit *known = find(code);
    return known && (known->family == LENGTH || known->family == TIME);
}
