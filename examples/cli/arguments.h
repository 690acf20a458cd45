/* The command line. */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include <stdbool.h>

#include <claimex.h>

enum format { FORMAT_TEXT, FORMAT_NDJSON };
enum offsets { OFFSETS_BYTE, OFFSETS_CODE_POINT, OFFSETS_UTF16 };

struct arguments {
    char **inputs; /* file names; at least one, "-" is standard input */
    int n_inputs;
    claimex_scan_options scan;
    uint8_t input;   /* enum format */
    uint8_t format;  /* enum format */
    uint8_t offsets; /* enum offsets */
    bool tokens;
    bool help;
    bool version;
};

/* Reads the command line; moves the inputs to the front of argv. Explains what is wrong and returns false. */
bool arguments_read(struct arguments *arguments, int argc, char **argv);

/* Prints what --help promises. */
void arguments_help(void);

#endif
