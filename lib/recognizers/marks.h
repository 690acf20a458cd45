/* Marks beside a number. */
#ifndef RECOGNIZERS_MARKS_H
#define RECOGNIZERS_MARKS_H

#include "recognizers/recognizer.h"

/* Do marks make one thing of the number and what is beside it? "COVID-19", "5:2", "[2,3]" */
bool marks_tie(const struct reader *reader, const struct candidate *candidate);

/* The 61-74 of "68% (95% CI, 61-74)", "68% (61-74)" and "range 61-74": where the value lies. */
bool marks_interval(const struct reader *reader, const struct candidate *candidate);

/* "12" and "- 12 -" between empty lines, "7" above the times of a subtitle, "## 3.": the number of a page, a frame, a
 * heading. */
bool marks_page(const struct reader *reader, const struct candidate *candidate);

/* "1." and "(2)" at the start of an item or in a sentence that goes on, "(3)" of a footnote, "4)" anywhere, "[5]" */
bool marks_list(const struct reader *reader, const struct candidate *candidate);

/* The token behind the number, and behind the brackets in which it is written again: "two (2) copies". */
uint32_t marks_behind_number(const struct reader *reader, const struct candidate *candidate);

/* Does it only write again the number before its brackets? The thirty of "30 (thirty) days". */
bool marks_restate(const struct reader *reader, const struct candidate *candidate);

#endif
