/* What hostile texts are made of: a head, and a piece that is repeated. */
#ifndef TESTS_PATHOLOGICAL_PIECES_H
#define TESTS_PATHOLOGICAL_PIECES_H

#include <stddef.h>

struct piece {
    const char *name;
    const char *head;
    size_t head_length;
    const char *bytes;
    size_t length; /* at most 120, so that thirty fit into a small buffer */
};

extern const struct piece pieces[];
extern const size_t n_pieces;

#endif
