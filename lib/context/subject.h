/* What a figure measures. */
#ifndef CONTEXT_SUBJECT_H
#define CONTEXT_SUBJECT_H

#include "context/items.h"

/* Sets the subject of the claim at item i; the claims before it are done. */
void subject_find(struct clause *clause, uint32_t i);

#endif
