/* The ends of a change. */
#ifndef CONTEXT_CHANGE_ENDS_H
#define CONTEXT_CHANGE_ENDS_H

#include "context/items.h"

/* The figure at item i is an end of a change whose verb has no direction: "went | from 2% | to | 5%". */
void change_shift(struct clause *clause, uint32_t i, uint8_t role);

/* "Her time | improved | to | 10.9 | from | 11.1": both ends say which way it went. */
void change_settle_ends(struct clause *clause, uint32_t i);

/* "edged | up to | 5", "pushed | the price | up to | 5": an "up to" that is no limit. */
bool change_is_reached(const struct clause *clause, uint32_t i);

/* "edged up to | 5% | in the three months to March | from | 4%": from the end that was reached. */
bool change_is_left_behind(const struct clause *clause, uint32_t i);

/* "closed up | 12 | points | at | 7,123": item `before` is the "at". */
bool change_by_close(struct clause *clause, uint32_t i, uint32_t before);

/* "was | 6.1% | in April, up from | 5.4%": what it came to stands before the "up from" at item `before`. */
void change_set_end_before(struct clause *clause, uint32_t i, uint32_t before);

#endif
