/* Reads with read(2), so that output is flushed exactly when the next input has to be waited for: a pipeline sees
 * each document's claims at once, and a file costs no needless write. */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

static const size_t first_capacity = (size_t)64 << 10;
static const uint64_t too_large = (uint64_t)4 << 30; /* no text can be, so no input is kept any further */

enum input_state input_open(struct input *input, const char *name)
{
    input->name = name;
    input->start = input->end = 0;
    input->line = 0;
    input->file = strcmp(name, "-") == 0 ? STDIN_FILENO : open(name, O_RDONLY | O_NOCTTY);
    if (input->file < 0) {
        message(name, 0, 0, "cannot be opened: %s", strerror(errno));
        return INPUT_FAILED;
    }
    if (isatty(input->file)) {
        message(NULL, 0, 0,
                "reading from the terminal: end the text with Ctrl-D on a line of its own (see claimex --help)");
    }
    return INPUT_READ;
}

/* Moves the unread bytes to the front, or makes room behind them. */
static enum input_state make_room(struct input *input)
{
    if (input->start > 0) {
        memmove(input->bytes, input->bytes + input->start, input->end - input->start);
        input->end -= input->start;
        input->start = 0;
    }
    if (input->end < input->capacity) {
        return INPUT_READ;
    }
    if (input->end >= too_large) {
        message(input->name, 0, 0, "too large: a text must be shorter than 4 GiB");
        return INPUT_FAILED;
    }
    size_t capacity = input->capacity == 0 ? first_capacity : 2 * input->capacity;
    char *bytes = capacity > input->capacity ? realloc(input->bytes, capacity) : NULL;
    if (bytes == NULL) {
        message(input->name, 0, 0, "out of memory");
        return INPUT_FAILED;
    }
    input->bytes = bytes;
    input->capacity = capacity;
    return INPUT_READ;
}

static enum input_state read_more(struct input *input)
{
    if (make_room(input) == INPUT_FAILED) {
        return INPUT_FAILED;
    }
    fflush(stdout);
    ssize_t n;
    do {
        n = read(input->file, input->bytes + input->end, input->capacity - input->end);
    } while (n < 0 && errno == EINTR);
    if (n < 0) {
        message(input->name, 0, 0, "cannot be read: %s", strerror(errno));
        return INPUT_FAILED;
    }
    input->end += (size_t)n;
    return n == 0 ? INPUT_END : INPUT_READ;
}

enum input_state input_whole(struct input *input, const char **text, size_t *length)
{
    enum input_state state;
    do {
        state = read_more(input);
    } while (state == INPUT_READ);
    if (state == INPUT_FAILED) {
        return INPUT_FAILED;
    }
    *text = input->bytes;
    *length = input->end;
    return INPUT_READ;
}

/* Hands out the next bytes, and passes over the newline. */
static enum input_state take_line(struct input *input, const char **text, size_t *length, size_t n_bytes,
                                  size_t n_newline)
{
    *text = input->bytes + input->start;
    *length = n_bytes;
    input->start += n_bytes + n_newline;
    input->line++;
    return INPUT_READ;
}

enum input_state input_line(struct input *input, const char **text, size_t *length)
{
    size_t searched = 0; /* a long line is searched once, not again with each piece of it */
    for (;;) {
        const char *line = input->bytes != NULL ? input->bytes + input->start : NULL;
        size_t unread = input->end - input->start;
        const char *newline = unread > searched ? memchr(line + searched, '\n', unread - searched) : NULL;
        if (newline != NULL) {
            return take_line(input, text, length, (size_t)(newline - line), 1);
        }
        searched = unread;
        enum input_state state = read_more(input);
        if (state == INPUT_END && unread > 0) {
            return take_line(input, text, length, unread, 0);
        }
        if (state != INPUT_READ) {
            return state;
        }
    }
}

void input_close(struct input *input)
{
    if (input->file > STDIN_FILENO) {
        close(input->file);
    }
    input->file = -1;
}

void input_free(struct input *input)
{
    free(input->bytes);
    input->bytes = NULL;
    input->capacity = 0;
}
