/* The words that the library knows, as the build made them. */
#ifndef LEXICON_BUILT_IN_H
#define LEXICON_BUILT_IN_H

#include "lexicon/lexicon.h"

extern const struct lexicon_tables lexicon_built_in;

#endif
