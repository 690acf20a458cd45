/* Reading spec files. They are strict: what is not read as an example would silently test nothing, so an unknown
 * fence, a title without an example and a file without one are errors. */
#define _POSIX_C_SOURCE 200809L

#include "runner_file.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "runner_options.h"

struct reader {
    struct spec *spec;
    const char *file; /* its name without directories */
    const char *at;   /* the next line */
    unsigned line;    /* its number */
    bool faulty;

    char *title; /* of the section, NULL before the first */
    unsigned title_line;
    size_t title_examples; /* number of examples under it */
    size_t file_examples;
    claimex_scan_options options;
    uint32_t fields;
    struct example *open; /* has its text, waits for its claims */
};

__attribute__((format(printf, 3, 4))) static void complain(struct reader *reader, unsigned line, const char *format,
                                                           ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%u: ", reader->file, line);
    vfprintf(stderr, format, arguments);
    putc('\n', stderr);
    va_end(arguments);
    reader->faulty = true;
}

/* The next line without its newline; false at the end of the file. */
static bool next_line(struct reader *reader, const char **start, size_t *length)
{
    if (*reader->at == '\0') {
        return false;
    }
    *start = reader->at;
    *length = strcspn(reader->at, "\n");
    reader->at += *length + (reader->at[*length] == '\n');
    reader->line++;
    return true;
}

static size_t count_backticks(const char *line, size_t length)
{
    size_t n = 0;
    while (n < length && line[n] == '`') {
        n++;
    }
    return n;
}

static bool is_fence_end(const char *line, size_t length, size_t backticks)
{
    return length >= backticks && count_backticks(line, length) == length;
}

static bool starts_with(const char *line, size_t length, const char *head)
{
    return length >= strlen(head) && memcmp(line, head, strlen(head)) == 0;
}

/* ----------------------------------------------------------------- examples */

static void close_title(struct reader *reader)
{
    if (reader->open != NULL) {
        complain(reader, reader->title_line, "the text of \"%s\" has no claims block", reader->title);
        reader->open = NULL;
    } else if (reader->title != NULL && reader->title_examples == 0) {
        complain(reader, reader->title_line, "\"%s\" has no example", reader->title);
    }
}

static void open_title(struct reader *reader, const char *title, size_t length)
{
    close_title(reader);
    free(reader->title);
    reader->title = strndup(title, length);
    reader->title_line = reader->line;
    reader->title_examples = 0;
    reader->options = (claimex_scan_options)CLAIMEX_SCAN_OPTIONS_INIT;
}

static struct example *new_example(struct reader *reader, unsigned line)
{
    struct spec *spec = reader->spec;
    spec->examples = realloc(spec->examples, (spec->n_examples + 1) * sizeof *spec->examples);
    struct example *example = &spec->examples[spec->n_examples++];
    *example = (struct example){ .options = reader->options, .fields = reader->fields };
    const size_t size = strlen(reader->file) + strlen(reader->title) + 16;
    example->name = malloc(size);
    snprintf(example->name, size, "%s:%u %s", reader->file, line, reader->title);
    reader->title_examples++;
    reader->file_examples++;
    return example;
}

static void read_text(struct reader *reader, unsigned line, const char *text, const char *end)
{
    if (reader->title == NULL || reader->open != NULL) {
        complain(reader, line, reader->title == NULL ? "a text without a title" : "a second text before the claims");
        return;
    }
    reader->open = new_example(reader, line);
    const size_t length = end > text ? (size_t)(end - text) - 1 : 0;
    reader->open->source = (struct source){ text, length };
}

static void read_claim(struct reader *reader, const char *written)
{
    struct example *example = reader->open;
    char why[300];
    example->expected = realloc(example->expected, (example->n_expected + 1) * sizeof *example->expected);
    struct line *line = &example->expected[example->n_expected++];
    if (!line_parse(line, written, example->source, why, sizeof why)) {
        complain(reader, reader->line, "%s", why);
    }
}

static void read_claims(struct reader *reader, unsigned fence_line, const char *claims, const char *end)
{
    if (reader->open == NULL) {
        complain(reader, fence_line, "claims without a text");
        return;
    }
    const unsigned line_after = reader->line;
    reader->line = fence_line;
    for (const char *at = claims; at < end;) {
        const size_t length = strcspn(at, "\n");
        char *written = strndup(at, length);
        reader->line++;
        read_claim(reader, written);
        free(written);
        at += length + 1;
    }
    reader->line = line_after;
    reader->open = NULL;
}

/* --------------------------------------------------------------------- file */

/* A block that opens with ```text or ```claims; longer fences may hold shorter ones. */
static void read_fence(struct reader *reader, const char *line, size_t length)
{
    const unsigned fence_line = reader->line;
    const size_t backticks = count_backticks(line, length);
    const char *block = reader->at;
    const char *info = line + backticks;
    const size_t info_length = length - backticks;
    const char *end = NULL;
    while (end == NULL && next_line(reader, &line, &length)) {
        end = is_fence_end(line, length, backticks) ? line : NULL;
    }
    if (end == NULL) {
        complain(reader, fence_line, "the fence is not closed");
    } else if (info_length == 4 && memcmp(info, "text", 4) == 0) {
        read_text(reader, fence_line, block, end);
    } else if (info_length == 6 && memcmp(info, "claims", 6) == 0) {
        read_claims(reader, fence_line, block, end);
    } else {
        complain(reader, fence_line, "a fence is ```text or ```claims");
    }
}

/* "Fields: subject, source, role": compared from here on. */
static void read_fields(struct reader *reader, const char *names, size_t length)
{
    static const char separators[] = ", ";
    const char *end = names + length;
    for (const char *at = names; at < end;) {
        at += strspn(at, separators);
        const size_t name_length = strcspn(at, ", \n");
        const size_t field = line_field(at, name_length);
        if (field == N_LINE_FIELDS) {
            complain(reader, reader->line, "unknown field \"%.*s\"", (int)name_length, at);
            return;
        }
        reader->fields |= UINT32_C(1) << field;
        at += name_length + strspn(at + name_length, separators);
    }
}

static void read_options(struct reader *reader, const char *written, size_t length)
{
    char why[300];
    if (reader->title == NULL || reader->title_examples > 0) {
        complain(reader, reader->line, "options stand between a title and its text");
    } else if (!options_parse(&reader->options, written, length, why, sizeof why)) {
        complain(reader, reader->line, "%s", why);
    }
}

static void read_lines(struct reader *reader)
{
    const char *line;
    size_t length;
    while (next_line(reader, &line, &length)) {
        if (starts_with(line, length, "## ")) {
            open_title(reader, line + 3, length - 3);
        } else if (starts_with(line, length, "```")) {
            read_fence(reader, line, length);
        } else if (starts_with(line, length, "Options:")) {
            read_options(reader, line + 8, length - 8);
        } else if (starts_with(line, length, "Fields:")) {
            read_fields(reader, line + 7, length - 7);
        }
    }
    close_title(reader);
    if (reader->file_examples == 0) {
        complain(reader, reader->line, "the file has no example");
    }
}

/* The bytes of the file, with a NUL behind; NULL when it cannot be read or holds a NUL byte itself. */
static char *read_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (in == NULL) {
        return NULL;
    }
    char *bytes = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&bytes, &size);
    int byte;
    while ((byte = getc(in)) != EOF) {
        putc(byte, out);
    }
    const bool failed = ferror(in) != 0;
    fclose(in);
    fclose(out);
    if (failed || strlen(bytes) != size) {
        free(bytes);
        return NULL;
    }
    return bytes;
}

bool spec_add_file(struct spec *spec, const char *path)
{
    char *bytes = read_file(path);
    if (bytes == NULL) {
        fprintf(stderr, "%s: cannot be read, or holds a NUL byte\n", path);
        return false;
    }
    spec->files = realloc(spec->files, (spec->n_files + 1) * sizeof *spec->files);
    spec->files[spec->n_files++] = bytes;
    const char *slash = strrchr(path, '/');
    struct reader reader = { .spec = spec, .file = slash == NULL ? path : slash + 1, .at = bytes };
    reader.fields = line_core_fields();
    read_lines(&reader);
    free(reader.title);
    return !reader.faulty;
}

static void free_example(struct example *example)
{
    for (size_t i = 0; i < example->n_expected; i++) {
        line_clear(&example->expected[i]);
    }
    free(example->expected);
    free(example->name);
}

void spec_free(struct spec *spec)
{
    for (size_t i = 0; i < spec->n_examples; i++) {
        free_example(&spec->examples[i]);
    }
    for (size_t i = 0; i < spec->n_files; i++) {
        free(spec->files[i]);
    }
    free(spec->examples);
    free(spec->files);
    *spec = (struct spec){ 0 };
}
