/* What a column is: its name, its type, and what it is made of. The tables of fields are static. */
#ifndef ARROW_FIELD_H
#define ARROW_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum field_type {
    FIELD_INT,   /* int64 */
    FIELD_REAL,  /* double */
    FIELD_FLAG,  /* bool */
    FIELD_TEXT,  /* large string */
    FIELD_NAME,  /* int8 into a dictionary of strings */
    FIELD_TEXTS, /* large list; its one part is a text */
    FIELD_ROW    /* struct of its parts */
};

struct field {
    const char *name;
    enum field_type type;
    bool nullable;
    const struct field *parts;
    size_t n_parts;
    const char *(*name_of)(uint8_t value); /* of FIELD_NAME: the dictionary, up to the first NULL */
};

/* The dictionary of every FIELD_NAME. */
extern const struct field field_dictionary;

#endif
