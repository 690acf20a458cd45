/* Figures behind a verb of change that are no size of a change. */
#ifndef CONTEXT_CHANGE_OBJECT_H
#define CONTEXT_CHANGE_OBJECT_H

#include "context/verbs.h"

/* What is raised, sunk, grown, dropped or lost itself: "add 400 ml | of | stock", "sink $5 | into | it", "grew 5 tonnes
 * | of | rice", "dropped 400 bombs", "lost 12 games", "extends over 40 hectares". */
bool change_is_of_object(const struct clause *clause, uint32_t i, const struct verb_group *verb);

/* "The road | rises | to | 1,085 m", "the estate | extends | to | 400 hectares": what it came to is what it always is.
 */
bool change_is_of_place(const struct clause *clause, uint32_t i, const struct verb_group *verb);

#endif
