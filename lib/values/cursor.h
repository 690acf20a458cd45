/* Reading a short text from left to right: what is there is taken, or nothing is. */
#ifndef VALUES_CURSOR_H
#define VALUES_CURSOR_H

#include <stdbool.h>

struct cursor {
    const char *at;
    const char *end;
};

static inline bool cursor_take(struct cursor *cursor, char byte)
{
    if (cursor->at == cursor->end || *cursor->at != byte) {
        return false;
    }
    cursor->at++;
    return true;
}

static inline bool cursor_at_digit(const struct cursor *cursor)
{
    return cursor->at < cursor->end && *cursor->at >= '0' && *cursor->at <= '9';
}

#endif
