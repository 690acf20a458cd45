/* The words beside one that can be several things, and what follows from them. */
#ifndef CONTEXT_NEIGHBOURS_H
#define CONTEXT_NEIGHBOURS_H

#include "context/words.h"

struct neighbours {
    const struct tokens *tokens;
    const struct word *words;
    uint32_t at, at_before; /* at_before is `at` when there is none before */
    uint64_t before, behind;
    uint8_t class_before, class_behind;
    bool behind_date; /* "revenue in 2020 *fell* to" */
};

/* Of the word at i; adverbs, negations and dates before it are passed over. */
struct neighbours neighbours_of(const struct tokens *tokens, const struct word *words, uint32_t i);

/* "the", "their", "new", "China's": a noun phrase goes on. */
bool neighbours_open_phrase(const struct neighbours *n);

/* What can only follow a verb: "sales *rose* by", "data *show* that". */
bool neighbours_go_on_as_verb(const struct neighbours *n);

/* Where a clause may end with a verb: "40% *smoke*, and". */
bool neighbours_end_as_verb(const struct neighbours *n);

/* One of this word and the one before ends in s: "sales rise", "the firm reports", but "a January report". */
bool neighbours_agree(const struct neighbours *n);

/* Does an end of a change stand behind? "lowered its growth *forecast* to 2%" */
bool neighbours_are_of_change(const struct neighbours *n);

/* Is the word at i the last of a ratio? "one in *20*" */
bool neighbours_end_ratio(const struct neighbours *n, uint32_t i);

/* "its full-year *forecast*" */
bool neighbours_are_of_period(const struct neighbours *n);

/* "cut its profit *forecast* for": part of what somebody has and a verb turns. */
bool neighbours_are_of_turned_thing(const struct neighbours *n);

/* "*cutting* car output by 5%": a verb of change, its object and how much. */
bool neighbours_turn_object(const struct neighbours *n, uint64_t traits);

/* Of all that a word can be, no more than `part`, if it can be that. */
static inline uint64_t traits_keep(uint64_t traits, uint64_t part)
{
    return (traits & part) ? (traits & ~IS_OPEN) | (traits & part) : traits;
}

#endif
