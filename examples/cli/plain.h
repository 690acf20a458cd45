/* Foreign text on a terminal. */
#ifndef CLI_PLAIN_H
#define CLI_PLAIN_H

#include <stddef.h>
#include <stdio.h>

/* Writes the bytes with a space in place of each control character, so that a text cannot steer the terminal. */
void plain_write(FILE *stream, const char *bytes, size_t length);

/* The number of characters. */
size_t plain_width(const char *bytes, size_t length);

#endif
