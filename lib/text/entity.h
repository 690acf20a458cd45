/* The character references of HTML that texts taken from the web still hold: "&pound;", "&#163;", "&#xA3;". */
#ifndef TEXT_ENTITY_H
#define TEXT_ENTITY_H

#include <stddef.h>

#define ENTITY_LONGEST 4 /* bytes of the character */

/* Reads the reference at `at`, an ampersand: writes its character with a NUL behind it; the bytes of the reference, 0
 * when there is none that is known. */
size_t entity_read(const char *at, size_t length, char out[ENTITY_LONGEST + 1]);

#endif
