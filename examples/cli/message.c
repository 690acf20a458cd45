/* All that is not data goes through here, to standard error. */
#include "message.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "plain.h"

static void write_place(const char *file, uint64_t line, uint64_t column)
{
    plain_write(stderr, file, strlen(file));
    if (line > 0) {
        fprintf(stderr, ":%" PRIu64, line);
    }
    if (column > 0) {
        fprintf(stderr, ":%" PRIu64, column);
    }
    fputs(": ", stderr);
}

void message(const char *file, uint64_t line, uint64_t column, const char *format, ...)
{
    char text[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);

    fflush(stdout); /* on a terminal both streams keep their order */
    fputs("claimex: ", stderr);
    if (file != NULL) {
        write_place(file, line, column);
    }
    plain_write(stderr, text, strlen(text));
    fputc('\n', stderr);
}
