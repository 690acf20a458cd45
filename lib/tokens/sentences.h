/* Where sentences end. Nothing that a pattern matches crosses such an end, so headings, list items and table cells are
 * sentences too. */
#ifndef TOKENS_SENTENCES_H
#define TOKENS_SENTENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

struct sentence {
    uint32_t start; /* bytes of the text, without blanks around */
    uint32_t end;
};

struct sentences {
    const struct lexicon *lexicon;
    const unsigned char *text;
    uint32_t start; /* the piece of the text that is cut */
    uint32_t at;
    uint32_t end;
};

/* The next sentence; false at the end of the text. One pass over the text in all. */
bool sentences_next(struct sentences *sentences, struct sentence *sentence);

#endif
