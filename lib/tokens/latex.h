/* What LaTeX writes around figures: "$10$ km", "5\,\%", "\SI{5}{m}", "3{,}500". */
#ifndef TOKENS_LATEX_H
#define TOKENS_LATEX_H

#include "tokens/setting.h"

/* Does the dollar sign at p open or close a formula? "$10$ km" */
bool latex_bounds_formula(const unsigned char *text, const unsigned char *p, const unsigned char *end);

/* Reads what begins at p; false when it is nothing of the kind. Looks at a bounded number of bytes. */
bool latex_read(const unsigned char *text, const unsigned char *p, const unsigned char *end, struct setting *setting);

#endif
