/* Messages on standard error, one line each: "claimex: FILE:LINE:COLUMN: what is wrong". */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stdint.h>

#if defined(__GNUC__)
#define MESSAGE_PRINTF(text, first) __attribute__((format(printf, text, first)))
#else
#define MESSAGE_PRINTF(text, first)
#endif

/* `file` may be NULL; a line or column of 0 is left out. */
void message(const char *file, uint64_t line, uint64_t column, const char *format, ...) MESSAGE_PRINTF(4, 5);

#endif
