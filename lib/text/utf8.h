/* Validating and decoding UTF-8. */
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* The offset of the first byte that is not part of well-formed UTF-8 (RFC 3629: no
 * surrogates, no overlong forms, nothing above U+10FFFF); `length` when there is none. */
size_t utf8_valid_length(const char *text, size_t length);

/* Decodes the character at `text` (length > 0, valid UTF-8) into *code_point; the number of its bytes. */
size_t utf8_decode(const char *text, size_t length, uint32_t *code_point);

#endif
