/* claimex, the command: reads documents one by one, and writes the claims of each as soon as it is searched. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <claimex.h>

#include "arguments.h"
#include "document.h"
#include "input.h"
#include "message.h"
#include "ndjson.h"
#include "places.h"
#include "plain.h"
#include "record.h"
#include "table.h"

enum { ALL_READ = 0, SOME_FAILED = 1, WRONG_USAGE = 2 };

/* What serves all documents. */
struct run {
    const struct arguments *arguments;
    claimex_engine *engine;
    claimex_result *result;
    struct input input;
    struct places places;
    bool colour;
};

/* ---------------------------------------------------------------- documents */

static void explain_failure(const struct document *document, const claimex_error *error)
{
    claimex_position place = { 0, 0, 0, 0 };
    if (error->status != CLAIMEX_INVALID_UTF8) {
        message(document->file, document->line, 0, "%s", error->message);
        return;
    }
    claimex_locate(document->text, document->length, error->offset, &place, NULL);
    message(document->file, place.line, place.column, "not UTF-8: byte 0x%02x at byte offset %llu",
            (unsigned char)document->text[error->offset], (unsigned long long)error->offset);
}

static bool needs_places(const struct arguments *arguments)
{
    return arguments->format == FORMAT_TEXT || arguments->offsets != OFFSETS_BYTE;
}

static bool write_claims(struct run *run, const struct document *document)
{
    size_t count;
    const claimex_claim *claims = claimex_result_claims(run->result, &count);
    if (needs_places(run->arguments) && !places_find(&run->places, document->text, document->length, claims, count)) {
        message(document->file, document->line, 0, "out of memory");
        return false;
    }
    if (run->arguments->format == FORMAT_NDJSON) {
        ndjson_write(document, run->result, run->arguments->offsets, &run->places);
    } else {
        table_write(document, run->result, &run->places, run->colour);
    }
    return true;
}

static int write_tokens(void *context, const char *bytes, size_t length)
{
    (void)context;
    return fwrite(bytes, 1, length, stdout) != length;
}

static int32_t explain(struct run *run, const struct document *document, const claimex_scan_options *options,
                       claimex_error *error)
{
    plain_write(stdout, document->label, document->label_length);
    fputs(":\n", stdout);
    return claimex_explain(run->engine, run->result, document->text, document->length, options, write_tokens, NULL,
                           error);
}

static bool process(struct run *run, const struct document *document)
{
    claimex_error error;
    claimex_scan_options options = run->arguments->scan;
    if (document->reference.flags & CLAIMEX_MOMENT_PRESENT) {
        options.reference = document->reference;
    }
    int32_t status = run->arguments->tokens
                         ? explain(run, document, &options, &error)
                         : claimex_scan(run->engine, run->result, document->text, document->length, &options, &error);
    if (status == CLAIMEX_WRITE_FAILED) {
        return false; /* said once, at the end */
    }
    if (status != CLAIMEX_OK) {
        explain_failure(document, &error);
        return false;
    }
    return run->arguments->tokens || write_claims(run, document);
}

/* ------------------------------------------------------------------- inputs */

static bool read_text(struct run *run)
{
    struct document document = { .file = run->input.name, .label = run->input.name };
    document.label_length = strlen(document.label);
    return input_whole(&run->input, &document.text, &document.length) == INPUT_READ && process(run, &document);
}

static bool is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
            return false;
        }
    }
    return true;
}

static bool process_record(struct run *run, const char *line, size_t length)
{
    struct record record;
    struct document document;
    if (!record_read(&record, run->input.name, run->input.line, line, length, &document)) {
        return false;
    }
    bool done = process(run, &document);
    record_free(&record);
    return done;
}

static bool read_records(struct run *run)
{
    const char *line;
    size_t length;
    enum input_state state = INPUT_END;
    bool all = true;
    while (!ferror(stdout) && (state = input_line(&run->input, &line, &length)) == INPUT_READ) {
        if (!is_blank(line, length)) {
            all &= process_record(run, line, length);
        }
    }
    return all && state != INPUT_FAILED;
}

static bool read_input(struct run *run, const char *name)
{
    if (input_open(&run->input, name) != INPUT_READ) {
        return false;
    }
    bool read = run->arguments->input == FORMAT_NDJSON ? read_records(run) : read_text(run);
    input_close(&run->input);
    return read;
}

/* ---------------------------------------------------------------------- run */

static int read_inputs(struct run *run)
{
    bool all = true;
    for (int i = 0; i < run->arguments->n_inputs && !ferror(stdout); i++) {
        all &= read_input(run, run->arguments->inputs[i]);
    }
    return all ? ALL_READ : SOME_FAILED;
}

/* An empty text is searched first, so that the library can refuse an option before anything is read. */
static int start(struct run *run)
{
    claimex_error error;
    if (claimex_engine_new(NULL, &run->engine, &error) != CLAIMEX_OK
        || claimex_result_new(run->engine, &run->result, &error) != CLAIMEX_OK) {
        message(NULL, 0, 0, "%s", error.message);
        return SOME_FAILED;
    }
    if (claimex_scan(run->engine, run->result, NULL, 0, &run->arguments->scan, &error) != CLAIMEX_OK) {
        message(NULL, 0, 0, "%s", error.message);
        return error.status == CLAIMEX_BAD_ARGUMENT ? WRONG_USAGE : SOME_FAILED;
    }
    return ALL_READ;
}

static bool wants_colour(void)
{
    const char *no_color = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return isatty(STDOUT_FILENO) && (no_color == NULL || no_color[0] == '\0') && terminal != NULL
           && strcmp(terminal, "dumb") != 0;
}

static int run_all(const struct arguments *arguments)
{
    struct run run = { .arguments = arguments, .colour = wants_colour() };
    int status = start(&run);
    if (status == ALL_READ) {
        status = read_inputs(&run);
    }
    places_free(&run.places);
    input_free(&run.input);
    claimex_result_free(run.result);
    claimex_engine_free(run.engine);
    return status;
}

/* Data that could not be written is a failure, even when it was the last flush that failed; but whoever closed the
 * pipe knows it and needs no message. */
static int finish(int status)
{
    errno = 0;
    if (fflush(stdout) == 0 && !ferror(stdout)) {
        return status;
    }
    if (errno != EPIPE) {
        message(NULL, 0, 0, "standard output cannot be written%s%s", errno != 0 ? ": " : "",
                errno != 0 ? strerror(errno) : "");
    }
    return SOME_FAILED;
}

int main(int argc, char **argv)
{
    struct arguments arguments;
    setvbuf(stderr, NULL, _IOLBF, 0); /* a message is one write, so that parallel runs do not mix theirs */
    if (!arguments_read(&arguments, argc, argv)) {
        message(NULL, 0, 0, "try: claimex --help");
        return WRONG_USAGE;
    }
    if (arguments.help) {
        arguments_help();
    } else if (arguments.version) {
        printf("claimex %s\n", claimex_version());
    } else {
        return finish(run_all(&arguments));
    }
    return finish(ALL_READ);
}
