/* What a number counts: the head noun of the words behind it. */
#ifndef RECOGNIZERS_NOUN_H
#define RECOGNIZERS_NOUN_H

#include "recognizers/recognizer.h"

struct noun {
    uint32_t head; /* token; NO_NOUN when there is none */
    uint32_t end;  /* the token behind the noun phrase */
    bool plural;
};

#define NO_NOUN UINT32_MAX

/* The head as it is written, with what a hyphen ties to it behind the number: "by-elections". */
struct slice noun_text(const struct reader *reader, uint32_t behind, uint32_t head);

/* By its ending, or the lexicon: "lines", "people". */
bool noun_is_plural(const struct reader *reader, uint32_t token);

/* Is it a small word, which no noun phrase holds? "of", "odd" */
bool noun_is_closed(const struct reader *reader, uint32_t token);

/* "the", "these", "its" */
bool noun_is_determiner(const struct reader *reader, uint32_t token);

/* The noun phrase from token `start` on: adjectives and nouns up to a plural ("middle-class consumers"); for the number
 * one the first noun that no noun follows. `start` may be behind the sentence. */
struct noun noun_find(const struct reader *reader, uint32_t start, bool singular);

/* Past "and 50 million", "or 30", "to 40", which count the same. */
uint32_t noun_behind_list(const struct reader *reader, uint32_t i);

/* Behind the "-odd" of "80-odd homes", the "+" of "100+ reviews"; `i` itself where none stands. */
uint32_t noun_behind_odd(const struct reader *reader, uint32_t i);

/* The noun a number counts, past a list or range that it belongs to ("20 or 50 people") and past "of the" ("17 of his
 * friends"). */
struct noun noun_counted(const struct reader *reader, uint32_t behind, bool singular);

#endif
