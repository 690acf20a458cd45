/* A word that can be several things, behind a noun or a name. */
#ifndef CONTEXT_BEHIND_NOUN_H
#define CONTEXT_BEHIND_NOUN_H

#include "context/neighbours.h"

/* What it is there, out of all that it can be. */
uint64_t behind_noun_resolve(uint64_t traits, const struct neighbours *n);

#endif
