/* A line of NDJSON that holds a text. */
#ifndef CLI_RECORD_H
#define CLI_RECORD_H

#include <stdbool.h>

#include <jansson.h>

#include "document.h"

struct record {
    json_t *json;    /* owns what the document points to */
    char number[64]; /* the label, when it is a number */
};

/* Reads line number `line` of `file` into *document, which lives until record_free. Explains on standard error what
 * is wrong with the line and returns false; there is nothing to free then. */
bool record_read(struct record *record, const char *file, uint64_t line, const char *bytes, size_t length,
                 struct document *document);

void record_free(struct record *record);

#endif
