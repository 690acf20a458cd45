/* A lexicon of the test's own words, so that no line of the built-in one changes what is tested. */
#ifndef SMALL_LEXICON_H
#define SMALL_LEXICON_H

#include <stdio.h>

#include "base/memory.h"
#include "lexicon/build.h"

struct small_lexicon {
    struct build build;
    struct lexicon_tables tables;
    struct lexicon lexicon;
};

/* 0, as a set-up of cmocka returns it, or -1 after a message. */
static inline int small_lexicon_make(struct small_lexicon *small, const char *words)
{
    claimex_error error = { 0 };
    int32_t status = build_init(&small->build, &memory_default, &error);

    status = status ? status : build_add(&small->build, "words", slice_of(words), &error);
    status = status ? status : build_finish(&small->build, &small->tables, &error);
    if (status) {
        fprintf(stderr, "%s\n", error.message);
        return -1;
    }
    lexicon_init(&small->lexicon, &small->tables, NULL);
    return 0;
}

#endif
