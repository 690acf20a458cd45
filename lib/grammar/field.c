/* Field names, for patterns that are compiled and for messages. */
#include "grammar/field.h"

static const char *const names[N_FIELDS] = {
#define FIELD(name) #name,
#include "grammar/fields.def"
#undef FIELD
};

const char *field_name(enum field field)
{
    return names[field];
}

enum field field_from_name(struct slice name)
{
    for (unsigned i = 0; i < N_FIELDS; i++) {
        if (slice_is(name, names[i])) {
            return (enum field)i;
        }
    }
    return N_FIELDS;
}
