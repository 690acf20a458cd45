/* One text to search, and where it came from. */
#ifndef CLI_DOCUMENT_H
#define CLI_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include <claimex.h>

struct document {
    const char *text;
    size_t length;
    const char *label; /* the file name, or the id of the record */
    size_t label_length;
    bool label_is_number;     /* an id that was a JSON number stays one */
    const char *file;         /* for messages */
    uint64_t line;            /* of the record in the file; 0 when the text is a whole file */
    claimex_moment reference; /* of the record; absent when it has none */
};

#endif
