/* One claim as a line of text, the form in which specs state what they expect:
 *
 *     money "$23.9 trillion"@224 value=23900000000000 unit=USD relation=approx modifier="about"@218 per=year
 */
#ifndef TESTS_SPEC_RUNNER_LINE_H
#define TESTS_SPEC_RUNNER_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "claimex.h"

#define N_LINE_FIELDS 25

struct line {
    uint8_t kind;
    claimex_span at;
    char *field[N_LINE_FIELDS]; /* as written after the '='; NULL when it has its default */
    uint32_t named;             /* a bit for each field that the line names */
};

/* The text that spans are cut from. */
struct source {
    const char *text;
    size_t length;
};

/* A bit for each field that is compared always. */
uint32_t line_core_fields(void);

/* The index of the field of that name; N_LINE_FIELDS when there is none. */
size_t line_field(const char *name, size_t length);
bool line_field_is_span(size_t field);

/* The kind of that name; -1 when there is none. */
int line_kind(const char *name, size_t length);

/* Reads a line; on failure writes why into `why` and returns false. To be cleared either way. */
bool line_parse(struct line *line, const char *written, struct source source, char *why, size_t why_size);

void line_from_claim(struct line *line, const claimex_result *result, const claimex_claim *claim, struct source source);
void line_clear(struct line *line);

/* Sets a field to a span of the text, or to anything else as it is written without quotation marks. */
void line_set_span(struct line *line, size_t field, struct source source, claimex_span span);
void line_set_word(struct line *line, size_t field, const char *word, size_t length);

/* Both lines state the same in kind, span and `fields`. */
bool line_equal(const struct line *a, const struct line *b, uint32_t fields);

/* Writes the line with those of `fields` that are not default, or that the line names. */
void line_print(const struct line *line, struct source source, uint32_t fields, FILE *out);

/* Writes how the lines differ, as "unit: expected USD, got EUR". */
void line_print_difference(const struct line *expected, const struct line *actual, uint32_t fields, FILE *out);

#endif
