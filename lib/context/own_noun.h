/* The noun phrase next to a figure: "72% of firms", "8 million users", "a fine of $5". Each is false when its shape is
 * not there. */
#ifndef CONTEXT_OWN_NOUN_H
#define CONTEXT_OWN_NOUN_H

#include "context/figure.h"

bool own_noun_of_multiple(const struct figure *figure);
bool own_noun_behind_of(const struct figure *figure);
bool own_noun_behind(const struct figure *figure);
bool own_noun_of_entry(const struct figure *figure); /* of a list without verbs: "staff 30, | margin | 4%" */
bool own_noun_before(const struct figure *figure);

/* "one | person | in four", "four | stars | out of six": the noun within the ratio. */
bool own_noun_inside(const struct figure *figure);

#endif
