/* A figure whose subject is looked for, and what the steps of that search share. */
#ifndef CONTEXT_FIGURE_H
#define CONTEXT_FIGURE_H

#include "context/verbs.h"

struct figure {
    struct clause *clause;
    claimex_claim *claim;
    uint32_t at;     /* item */
    uint32_t before; /* the item before it, but for adverbs; NO_ITEM */
};

/* Makes these items the subject when they can be one. */
bool figure_take(const struct figure *figure, struct item_range range);

bool figure_is_share(const claimex_claim *claim); /* of something, or so many times it */
bool figure_is_part(const claimex_claim *claim);  /* a percentage or a ratio */

/* "is | twice | the 120 decibels | of it": what something else is compared with. */
bool figure_is_standard(const struct clause *clause, uint32_t i);

bool figure_is_time_unit(const struct clause *clause, uint32_t item);

/* "to 5", "from 3": what leads to an end of a change. */
static inline bool figure_is_end(const struct clause *clause, uint32_t item)
{
    return item_class(clause, item) == CLASS_TO || item_class(clause, item) == CLASS_FROM;
}

/* "held | steady | at 5%", of a noun phrase */
bool figure_is_state(const struct clause *clause, uint32_t item);

/* Leftwards from the noun at an item over "of": "a rise in | sales | of | coffee"; but "a rise | of | sales". */
uint32_t figure_first_of(const struct clause *clause, uint32_t last);

/* "points", "times"; but a "price point" is a thing. */
bool figure_is_counter(const struct clause *clause, uint32_t item);

/* "a 5 m | wall", "the $13 million | grant": does the figure stand inside a noun phrase? */
bool figure_is_attribute(const struct clause *clause, uint32_t i);

/* Is the item a comma, a dash or a parenthesis? */
bool figure_opens_aside(const struct clause *clause, uint32_t item);

/* Is the item a hyphen or dash that ties the figure to what is beside it? "$7 | - | a-share bid" */
bool figure_is_tied(const struct figure *figure, uint32_t item);

/* "12 boys came and 9 | lost their way", "51 | stranded": does the noun that was counted before do what stands at the
 * item? */
bool figure_is_before_verb(const struct figure *figure, uint32_t item);

/* "over 70", "girls aged 9 to 14 years ate": whose age it is stands before it. */
bool figure_is_bare_age(const struct figure *figure);

/* The date of "41 cents | ( | 35 cents | a year earlier | )", "(35 cents | in | 2019)": of figure i alone, that stands
 * in the brackets; NO_ITEM for none. */
uint32_t figure_date_in_brackets(const struct clause *clause, uint32_t i);

#endif
