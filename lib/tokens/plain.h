/* A text without what only its setting put there: words broken at the ends of lines, soft hyphens, ligatures, marks
 * that have no width, characters written as HTML does. What is found in it stands elsewhere in the text as given. */
#ifndef TOKENS_PLAIN_H
#define TOKENS_PLAIN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/slice.h"
#include "claimex/claim.h"
#include "lexicon/lexicon.h"
#include "tokens/sentences.h"

/* From here to the next seam both texts have the same bytes. */
struct seam {
    uint32_t plain, before, given; /* what is before it ends at `before` */
};

/* Working memory, kept from text to text. */
struct plain {
    ARRAY(char) text;
    ARRAY(struct seam) seams;
    size_t passed; /* seams, by plain_sentence */
};

void plain_free(struct plain *plain, const claimex_allocator *allocator);

/* Each changes *text, of under 4 GiB, and leaves it as it is where nothing in it is to be changed. False when out of
 * memory. */
bool plain_characters(struct plain *plain, const claimex_allocator *allocator, struct slice *text);
bool plain_lines(struct plain *plain, const struct lexicon *lexicon, const claimex_allocator *allocator,
                 struct slice *text); /* words broken at their ends */

static inline bool plain_is_other(const struct plain *plain)
{
    return plain->seams.count != 0;
}

/* From where it stands in the text as given to where it does in the plain one; sentence after sentence, in their order.
 * False when nothing is left of it. */
bool plain_sentence(struct plain *plain, struct sentence *sentence);

/* Where a byte of the plain text stands in the text as given; and where that which ends before it ends there, before
 * what was left out behind it. */
uint32_t plain_given(const struct plain *plain, uint32_t at);
uint32_t plain_given_end(const struct plain *plain, uint32_t at);

/* All spans of a claim. */
void plain_restore(const struct plain *plain, claimex_claim *claim);

#endif
