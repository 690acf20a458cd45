/* A spec file: Markdown with, for each example, a title, a fenced text and the fenced claims that it holds. */
#ifndef TESTS_SPEC_RUNNER_FILE_H
#define TESTS_SPEC_RUNNER_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "runner_line.h"

struct example {
    char *name;           /* "money.md:12 title" */
    struct source source; /* into the bytes of the file */
    claimex_scan_options options;
    uint32_t fields; /* to be compared, named or not */
    struct line *expected;
    size_t n_expected;
};

struct spec {
    char **files; /* their bytes */
    size_t n_files;
    struct example *examples;
    size_t n_examples;
};

/* Adds the examples of the file at `path`. What is wrong with it is written to stderr as "file:line: …"; false when
 * something was. */
bool spec_add_file(struct spec *spec, const char *path);
void spec_free(struct spec *spec);

#endif
