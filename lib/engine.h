/* What an engine holds: words, letters, compiled patterns. */
#ifndef ENGINE_H
#define ENGINE_H

#include "claimex/scan.h"
#include "context/words.h"
#include "grammar/letters.h"
#include "grammar/pattern.h"
#include "lexicon/build.h"

struct claimex_engine {
    claimex_allocator allocator;
    struct build extra; /* the caller's words */
    struct lexicon_tables extra_tables;
    struct lexicon lexicon;
    struct letters quantity;
    struct pattern_set *recognizers;
    struct grammar grammar;
};

#endif
