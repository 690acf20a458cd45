/* Times of day. */
#ifndef RECOGNIZERS_DATE_CLOCK_H
#define RECOGNIZERS_DATE_CLOCK_H

#include "recognizers/date_words.h"
#include "values/partial.h"

/* Reads a time with its zone at *i and leaves *i at its last token. False when there is none. */
bool date_clock_take(const struct date_words *words, uint32_t *i, struct partial *time);

/* A negative minute or second is not given. */
bool date_clock_set(struct partial *time, int64_t hour, int64_t minute, int64_t second);

/* Reads the zone at *next, if there is one, and leaves *next behind it. */
void date_clock_take_zone(const struct date_words *words, uint32_t *next, struct partial *time);

/* "2.30" */
bool date_clock_decimal(const struct date_words *words, uint32_t i, struct partial *time);

/* Moves the time by minutes within its day. */
bool date_clock_move(struct partial *time, int minutes);

/* Reads the :58.120Z of "23:59:58.120Z" and the +02:00 of "14:00:00+02:00", which touch the time: the token behind, or
 * `end`. */
uint32_t date_clock_take_rest(const struct reader *reader, uint32_t end, struct partial *time);

#endif
