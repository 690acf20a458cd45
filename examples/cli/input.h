/* Files and standard input, whole or line by line. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Zero-initialised before the first input_open; one struct serves all inputs and keeps its memory. */
struct input {
    const char *name; /* "-" is standard input */
    int file;
    char *bytes;
    size_t capacity;
    size_t start; /* what is unread: [start, end) of bytes */
    size_t end;
    uint64_t line; /* the number of the line read last */
};

/* INPUT_FAILED was explained on standard error. */
enum input_state { INPUT_FAILED, INPUT_END, INPUT_READ };

enum input_state input_open(struct input *input, const char *name);

/* The whole input as *text, which lives until the next call. Never INPUT_END: an empty input is an empty text. */
enum input_state input_whole(struct input *input, const char **text, size_t *length);

/* The next line without its newline, as *text, which lives until the next call. The last line may lack the newline. */
enum input_state input_line(struct input *input, const char **text, size_t *length);

void input_close(struct input *input);
void input_free(struct input *input);

#endif
