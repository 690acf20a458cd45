/* Where letters and digits run together. */
#ifndef TOKENS_CODES_H
#define TOKENS_CODES_H

#include "tokens/cutter.h"

/* The bytes of the code that begins with a word of `length` bytes; 0 when it is a word. */
size_t codes_length(const struct cutter *cutter, size_t length, struct lexicon_found found);

/* The bytes of the code that begins with n digits; 0 when they are a number. */
size_t codes_length_after_digits(const struct cutter *cutter, size_t n_digits);

/* What the single letter behind a digit is in "1Q24"; nothing elsewhere. */
struct lexicon_found codes_part_of_year(const struct cutter *cutter, const unsigned char *mark);

/* The bytes of digits that are the mark of a note; 0 when they are a number, or raised ones a power. */
size_t codes_note_length(const struct cutter *cutter);
size_t codes_raised_note_length(const struct cutter *cutter);

#endif
