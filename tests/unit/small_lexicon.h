/* A lexicon of the test's own words, so that no line of the built-in one changes what is tested. */
#ifndef SMALL_LEXICON_H
#define SMALL_LEXICON_H

#include <stdio.h>
#include <string.h>

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

/* A fixture of nothing else, for cmocka_run_group_tests. */
static inline int small_lexicon_set_up(void **state, const char *words)
{
    static struct small_lexicon fixture;

    memset(&fixture, 0, sizeof fixture);
    *state = &fixture;
    return small_lexicon_make(&fixture, words);
}

static inline int small_lexicon_tear_down(void **state)
{
    build_free(&((struct small_lexicon *)*state)->build);
    return 0;
}

#endif
