/* What typesetting and HTML put into a text, and what it stands for. */
#ifndef TOKENS_SETTING_H
#define TOKENS_SETTING_H

#include <stdbool.h>
#include <string.h>

#include "lexicon/lexicon.h"
#include "text/entity.h"

struct setting {
    const unsigned char *at;
    size_t length;                  /* in the text */
    char plain[ENTITY_LONGEST + 1]; /* what stands for it, with a NUL behind */
};

/* `length` bytes at `at`, and what stands for them. */
static inline void setting_put(struct setting *setting, const unsigned char *at, size_t length, const char *plain)
{
    setting->at = at;
    setting->length = length;
    strcpy(setting->plain, plain);
}

#define N_SETTING_LEADS 10

/* A text that is looked through from its start to its end. */
struct settings {
    const struct lexicon *lexicon;
    const unsigned char *text, *end;
    const unsigned char *next[N_SETTING_LEADS]; /* where each byte that can begin such a character stands next */
    unsigned n_leads;                           /* of those that are looked for; 0 at first */
};

/* Each finds the next one at or behind p; false when there is none. */
typedef bool setting_find(struct settings *settings, const unsigned char *p, struct setting *setting);

/* A soft hyphen, a ligature, a mark without width, a character written as HTML or LaTeX does. */
setting_find setting_find_character;

/* A hyphen at the end of a line, within a word or number. */
setting_find setting_find_hyphen;

/* Can a hyphen at the end of a line be one within a word or number, by the bytes before it and behind the line end? */
bool setting_may_break(unsigned char before, unsigned char behind);

#endif
