/* The text that is scanned. */
#ifndef TESTS_BENCH_TEXT_H
#define TESTS_BENCH_TEXT_H

#include <stdbool.h>
#include <stddef.h>

struct text {
    char *bytes;
    size_t length;
};

/* The file, or 8 MB of made news when `path` is NULL. */
bool text_open(struct text *text, const char *path);
void text_close(struct text *text);

/* How long a document of about `length` bytes is at the start of the text: up to a line end, or whole characters. */
size_t text_document_length(const char *bytes, size_t rest, size_t length);

#endif
