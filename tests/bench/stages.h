/* The stages of a scan as functions that can be timed. */
#ifndef TESTS_BENCH_STAGES_H
#define TESTS_BENCH_STAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "claimex/scan.h"
#include "text.h"

extern const size_t n_stages;
const char *stage_name(size_t stage);

struct stages;

/* NULL when out of memory. */
struct stages *stages_new(const claimex_engine *engine);
void stages_free(struct stages *stages); /* NULL allowed */

/* Runs the stages up to and with that one over the text. */
bool stages_run(struct stages *stages, const struct text *text, size_t last);

#endif
