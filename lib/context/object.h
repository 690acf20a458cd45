/* The object of the verb that a figure belongs to is its subject. Each is false when its shape is not there. */
#ifndef CONTEXT_OBJECT_H
#define CONTEXT_OBJECT_H

#include "context/figure.h"

/* "The poll put Ruiz on 44% and Hana on 41%" */
bool object_of_poll(const struct figure *figure);

/* "cut its workforce by 10%", "bring the total to $95 million", "bought the boat for $5" */
bool object_before(const struct figure *figure);

/* "cut | to 50 | from 112 | its staff", "expand | to seven | the number of" */
bool object_behind(const struct figure *figure);

#endif
