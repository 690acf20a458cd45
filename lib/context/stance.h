/* How a figure is meant: stated, forecast, aimed at, possible, denied. */
#ifndef CONTEXT_STANCE_H
#define CONTEXT_STANCE_H

#include "context/items.h"

/* Sets the stance of the claim at item i; its role is known. */
void stance_find(struct clause *clause, uint32_t i);

#endif
