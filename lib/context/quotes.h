/* Which marks open and close a quotation, and how far one reaches over sentences. */
#ifndef CONTEXT_QUOTES_H
#define CONTEXT_QUOTES_H

#include "tokens/sentences.h"

/* A quotation mark: bytes start … end, in a sentence that ends at `stop`. */
struct quote {
    const char *text;
    uint32_t start;
    uint32_t end;
    uint32_t stop;
};

/* Is what stands behind the mark quoted, when what stands before it is `quoted` or not? */
bool quotes_open(const struct quote *mark, bool quoted);

/* Is what stands behind the sentence quoted, when what stands before it is `quoted` or not? */
bool quotes_behind(const char *text, const struct sentence *sentence, bool quoted);

/* Does a mark close what is quoted at byte `from` of the text, before another opens and before the paragraph ends? */
bool quotes_close(const char *text, size_t length, uint32_t from);

/* Does a paragraph end between two sentences: in bytes end … start? */
bool quotes_part(const char *text, uint32_t end, uint32_t start);

bool quotes_begin(const char *text, const struct sentence *sentence);
bool quotes_end(const char *text, uint32_t start, uint32_t end);

#endif
