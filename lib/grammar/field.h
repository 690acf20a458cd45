/* The names that groups of a pattern may have. */
#ifndef GRAMMAR_FIELD_H
#define GRAMMAR_FIELD_H

#include "base/slice.h"

enum field {
#define FIELD(name) FIELD_##name,
#include "grammar/fields.def"
#undef FIELD
    N_FIELDS
};

const char *field_name(enum field field);
enum field field_from_name(struct slice name); /* N_FIELDS when there is none */

#endif
