/* Making lexicon tables out of lines of text: word TAB CLASS=value … TAB conditions. */
#ifndef LEXICON_BUILD_H
#define LEXICON_BUILD_H

#include "base/array.h"
#include "base/slice.h"
#include "claimex/status.h"
#include "lexicon/lexicon.h"

struct build_line {    /* one reading of one line; offsets into the pool */
    uint32_t key;      /* the word in lower case */
    uint32_t spelling; /* as written, for `cased`; else 0 */
    struct lexicon_reading reading;
};

struct build {
    const claimex_allocator *allocator;
    ARRAY(struct build_line) lines;
    ARRAY(char) pool;
    ARRAY(struct lexicon_entry) entries;
    ARRAY(struct lexicon_form) forms;
    ARRAY(struct lexicon_reading) readings;
    ARRAY(struct lexicon_phrase) phrases;
    ARRAY(struct lexicon_slot) slots;
    ARRAY(uint16_t) steps;
    uint32_t step_shift;
};

int32_t build_init(struct build *build, const claimex_allocator *allocator, claimex_error *error);

/* Adds the lines of one file. Fails with BAD_LEXICON (error.offset: the byte where the bad line begins; the message
 * begins with `name:line:`) or NO_MEMORY. */
int32_t build_add(struct build *build, const char *name, struct slice text, claimex_error *error);

/* Makes the tables, which point into the build. */
int32_t build_finish(struct build *build, struct lexicon_tables *tables, claimex_error *error);
void build_free(struct build *build);

#endif
