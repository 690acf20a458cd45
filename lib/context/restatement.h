/* An amount that is given twice in other words, units or currencies. */
#ifndef CONTEXT_RESTATEMENT_H
#define CONTEXT_RESTATEMENT_H

#include "context/items.h"

/* The claim that the figure at item i gives once more; -1. */
int32_t restatement_find(const struct clause *clause, uint32_t i);

#endif
