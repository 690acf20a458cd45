/* Case and category of characters. ASCII is decided here, all else by utf8proc. */
#ifndef TEXT_FOLD_H
#define TEXT_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fold_category { FOLD_LETTER, FOLD_MARK, FOLD_DIGIT, FOLD_SPACE, FOLD_CURRENCY, FOLD_DASH, FOLD_QUOTE, FOLD_OTHER };

/* Letters of any script, combining marks, decimal digits (Nd), spaces (Zs, and U+0009…U+000D), currency signs (Sc),
 * dashes (Pd and U+2212), quotation marks (Pi, Pf, and ' " ` U+201A U+201E), anything else. */
enum fold_category fold_category(uint32_t code_point);

bool fold_is_upper(uint32_t code_point); /* upper or title case letter */

/* Writes the lower-case form of valid UTF-8, one character for one (utf8proc_tolower; ’ U+2019 becomes '), at most
 * `room` bytes; the number of bytes written, or 0 when it does not fit. */
size_t fold_lower(const char *text, size_t length, char *out, size_t room);

#endif
