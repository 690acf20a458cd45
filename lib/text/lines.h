/* Where lines and paragraphs begin and end. */
#ifndef TEXT_LINES_H
#define TEXT_LINES_H

#include <stdbool.h>
#include <stddef.h>

/* Is there nothing on the line that begins at byte `at`, or no line? The end of a page ends one. */
bool lines_is_empty(const char *text, size_t length, size_t at);

/* Where the line behind byte `end` begins, when nothing but blanks stands before it; 0 when something does, or no line
 * follows. */
size_t lines_next(const char *text, size_t length, size_t end);

/* Does an empty line, the end of a page or of the text stand before byte `start`, or behind byte `end`? */
bool lines_begin_paragraph(const char *text, size_t start);
bool lines_end_paragraph(const char *text, size_t length, size_t end);

#endif
