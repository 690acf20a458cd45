/* Words that say that something rose or fell, as a direction: enum claimex_change. */
#ifndef CONTEXT_TURN_H
#define CONTEXT_TURN_H

#include "context/items.h"

/* Of the traits of a word. */
uint8_t turn_of(uint64_t traits);

/* A phrase that names a change: "an increase", "the drop in sales"; not "a follow-up". */
uint8_t turn_of_noun(const struct clause *clause, uint32_t i);

/* "up from", "down from": where a change began stands behind. */
bool turn_is_since(const struct clause *clause, uint32_t i);

/* "gave up 5 yards", "set up 4 stores": a part of the verb; but "went up 5%", "was up 5%". */
bool turn_is_particle(const struct clause *clause, uint32_t i);

/* "up 5%", "down nearly 3 points". */
uint8_t turn_of_adverb(const struct clause *clause, uint32_t i);

/* "is | down | to | 5%", "…, | down | slightly | from | 5%", "…, | up | by | 5%"; but "broke | down | to" */
uint8_t turn_of_end(const struct clause *clause, uint32_t before);

/* "up | 5%"; but "set | up | 4 stores", "fixing | up | the four | -course resort", "pass | up | a $5 | token",
 * "making | up | 5% | of it", "sums | up | the past six years" */
uint8_t turn_before(const struct clause *clause, uint32_t i, uint32_t before);

/* "5% | down | on last year", "30 points | up."; but "50 km | up the river" */
uint8_t turn_behind(const struct clause *clause, uint32_t i);

/* "3% | less than | prices", "30% | lower | in one group than in another": so much lies between two; but "lower in May
 * than in April" changed. */
bool turn_is_difference(const struct clause *clause, uint32_t i);

/* "+5%", "$3m (-4%)"; but "a yield of -0.5%" */
uint8_t turn_of_sign(const struct clause *clause, uint32_t i);

#endif
