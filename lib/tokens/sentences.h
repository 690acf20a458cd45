/* Where sentences end. Nothing that a pattern matches crosses such an end, so headings, list items and table cells are
 * sentences too. */
#ifndef TOKENS_SENTENCES_H
#define TOKENS_SENTENCES_H

#include <stdbool.h>
#include <stdint.h>

#include "lexicon/lexicon.h"

/* What is seen in passing; a sentence beside it may have been the one. */
enum sentence_holds {
    SENTENCE_QUOTES = 1, /* or pairs of apostrophes */
    SENTENCE_COLON = 2
};

#define SENTENCES_WIDEST_LINE 120 /* of wrapped text, in bytes */

struct sentence {
    uint32_t start; /* bytes of the text, without blanks around */
    uint32_t end;
    uint8_t holds; /* enum sentence_holds, combined */
};

struct sentences {
    const struct lexicon *lexicon;
    const unsigned char *text;
    uint32_t start; /* the piece of the text that is cut */
    uint32_t at;
    uint32_t end;
};

/* The next sentence; false when only blanks were left. One pass over the text in all. */
bool sentences_next(struct sentences *sentences, struct sentence *sentence);

#endif
