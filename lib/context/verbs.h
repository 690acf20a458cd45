/* The verb that governs a figure, and the noun phrase before that verb. */
#ifndef CONTEXT_VERBS_H
#define CONTEXT_VERBS_H

#include "context/phrase.h"

struct verb_group {
    uint32_t first;  /* items: "is", of "is expected to grow" */
    uint32_t last;   /* "grow", the verb next to the figure */
    uint64_t traits; /* of all of them */
};

/* The nearest verb before item i in its clause. False when there is none. */
bool verbs_before(const struct clause *clause, uint32_t i, struct verb_group *group);

/* The noun phrase that is the subject of a verb, with what belongs to it; a pronoun too. */
struct item_range verbs_subject(const struct clause *clause, const struct verb_group *group);

/* Leftwards from item k over "in 2017", "last year", "Tuesday" and a bare adverb. */
uint32_t verbs_behind_times(const struct clause *clause, uint32_t k);

/* "rose 5%, | the Dow | 2%", "…, and nuts between 4% and 9%": the figure before the noun at item k whose verb, which is
 * not said again, holds for the one behind it; NO_ITEM when there is none. */
uint32_t verbs_before_gap(const struct clause *clause, uint32_t k);

/* The item before "a total of", "a record of", of which `of` is the last; NO_ITEM when something else stands there. */
uint32_t verbs_before_level(const struct clause *clause, uint32_t of);

/* The item of the noun phrase before a comma pair: "Ruiz, the founder, | has". NO_ITEM when the comma does not close an
 * insertion. */
uint32_t verbs_before_insertion(const struct clause *clause, uint32_t comma);

/* "The bank cut jobs in Oslo and | profits rose": where the subject begins, as an "and" behind the object of another
 * verb joins clauses; but "said sales and profits rose". */
uint32_t verbs_behind_other_clause(const struct clause *clause, struct item_range range);

/* Does the verb, behind another item, hang on it: "the rise | announced in Oslo", "cars | sold in Oslo"; but "Ruiz |
 * announced", "the bank | said". */
bool verbs_may_be_reduced(const struct clause *clause, uint32_t verb);

#endif
