/* The steps of build_finish. */
#ifndef LEXICON_BUILD_PARTS_H
#define LEXICON_BUILD_PARTS_H

#include "lexicon/build.h"

#define BUILD_MOST_LINES UINT16_MAX /* of one word, as n_forms and n_readings count them */

int32_t build_no_memory(claimex_error *error);

/* Each is false when out of memory. */
bool build_entries(struct build *build, bool *crowded); /* a word has too many lines */
bool build_phrases(struct build *build);
bool build_slots(struct build *build, bool *clash); /* words are too alike in their hashes */

/* An entry without forms, of `length` bytes of the pool. */
struct lexicon_entry build_new_entry(uint32_t offset, size_t length);

/* The bytes of a key up to the end of its first word or mark; all of them when it is no phrase. */
size_t build_first_word_length(const char *key);

#endif
