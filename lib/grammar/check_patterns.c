/* A program of the build: check_patterns OUT.c [OUT.h] PREFIX shapes.pcre a.pcre b.pcre …
 * It checks the patterns with the expander and the compiler that the library itself uses, so that a mistake in a .pcre
 * file stops the build with its line, and writes their texts as C: PREFIX_patterns, PREFIX_n_patterns, PREFIX_shapes,
 * PREFIX_n_shapes, PREFIX_files, PREFIX_n_files and PREFIX_file_of. OUT.h names files and patterns by their places, for
 * code that has more to say of some: FILE_A is a.pcre, A_ONE its "== one". */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/array.h"
#include "base/status.h"
#include "grammar/expand.h"
#include "grammar/pattern.h"

#define MAX_FILE (1L << 20) /* and so no directory, whose size is anything */

struct sources {
    ARRAY(struct pattern_source) items;
    ARRAY(struct pattern_file) files;
};

struct program {
    struct arena arena; /* the texts of the files */
    struct sources shapes;
    struct sources patterns;
    struct alphabet alphabet;
    claimex_error error;
};

static int32_t no_memory(claimex_error *error)
{
    return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory");
}

/* ------------------------------------------------------------------- read */

static const char *base_name(const char *path)
{
    const char *name = path;

    for (const char *at = path; *at != '\0'; at++) {
        if (*at == '/' || *at == '\\') {
            name = at + 1;
        }
    }
    return name;
}

static int32_t read_stream(FILE *stream, const char *path, struct arena *arena, char **text, claimex_error *error)
{
    long size = -1;

    if (fseek(stream, 0, SEEK_END) == 0) {
        size = ftell(stream);
    }
    if (size < 0 || size > MAX_FILE || fseek(stream, 0, SEEK_SET) != 0) {
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "%s: cannot be read", path);
    }
    *text = arena_alloc(arena, (size_t)size + 1);
    if (!*text) {
        return no_memory(error);
    }
    size_t length = fread(*text, 1, (size_t)size, stream);
    (*text)[length] = '\0';
    if (length != (size_t)size || strlen(*text) != length) {
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "%s: cannot be read, or has a NUL byte", path);
    }
    return CLAIMEX_OK;
}

static int32_t read_file(const char *path, struct arena *arena, char **text, claimex_error *error)
{
    FILE *stream = fopen(path, "rb");

    if (!stream) {
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "%s: cannot be opened", path);
    }
    int32_t status = read_stream(stream, path, arena, text, error);
    fclose(stream);
    return status;
}

/* ------------------------------------------------------------------ parse */

static bool is_comment(const char *line)
{
    line += strspn(line, " \t\r");
    return *line == '#' || *line == '\n' || *line == '\0';
}

/* The name of "== name", NUL-terminated in place; NULL when it is none. */
static char *read_name(char *line, size_t length)
{
    char *name = line + 2 + strspn(line + 2, " \t");
    size_t name_length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");
    const char *rest = name + name_length;

    rest += strspn(rest, " \t\r");
    if (rest != line + length || *name < 'a' || *name > 'z') {
        return NULL;
    }
    name[name_length] = '\0';
    return name;
}

static bool is_used(const struct sources *sources, const char *file, const char *name)
{
    for (size_t i = 0; i < sources->items.count; i++) {
        const struct pattern_source *source = &sources->items.items[i];
        if (strcmp(source->file, file) == 0 && strcmp(source->name, name) == 0) {
            return true;
        }
    }
    return false;
}

static int32_t add_source(struct sources *sources, struct pattern_source source, claimex_error *error)
{
    if (!source.name) {
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: a name is a-z, 0-9 and _, and begins with a letter",
                           source.file, source.line - 1);
    }
    if (is_used(sources, source.file, source.name)) {
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s stands twice in this file", source.file,
                           source.line - 1, source.name);
    }
    struct pattern_source *added = array_push(&sources->items, &memory_default);
    if (!added) {
        return no_memory(error);
    }
    *added = source;
    sources->files.items[sources->files.count - 1].count++;
    return CLAIMEX_OK;
}

/* Cuts the text at its "==" lines. The end of a pattern is marked by a NUL in place of the "=" that follows. */
static int32_t cut(struct sources *sources, const char *file, char *text, claimex_error *error)
{
    bool begun = false;

    for (unsigned line = 1; *text != '\0'; line++) {
        size_t length = strcspn(text, "\n");
        char *next = text + length + (text[length] == '\n');
        if (strncmp(text, "==", 2) == 0) {
            struct pattern_source source = { file, read_name(text, length), line + 1, next };
            int32_t status = add_source(sources, source, error);
            if (status != CLAIMEX_OK) {
                return status;
            }
            *text = '\0';
            begun = true;
        } else if (!begun && !is_comment(text)) {
            return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: a pattern begins with == name", file, line);
        }
        text = next;
    }
    return CLAIMEX_OK;
}

static int32_t add_file(struct program *program, struct sources *sources, const char *path)
{
    char *text = NULL;
    int32_t status = read_file(path, &program->arena, &text, &program->error);

    if (status != CLAIMEX_OK) {
        return status;
    }
    struct pattern_file *file = array_push(&sources->files, &memory_default);
    if (!file) {
        return no_memory(&program->error);
    }
    *file = (struct pattern_file){ base_name(path), (unsigned)sources->items.count, 0 };
    return cut(sources, file->file, text, &program->error);
}

/* ------------------------------------------------------------------ check */

/* Each class has a letter of its own, so that no class is empty and no two are the same. */
static int32_t make_alphabet(struct program *program)
{
    alphabet_init(&program->alphabet, CLASS_BOTH);
    for (int class = 1; class < N_CLASSES; class++) {
        struct class_set set = { { 0 } };
        class_set_add(&set, (enum class)class);
        if (alphabet_letter(&program->alphabet, &set) == 0) {
            return status_fail(&program->error, CLAIMEX_INTERNAL, 0, "classes.def: more classes than letters");
        }
    }
    return CLAIMEX_OK;
}

/* Also those that no pattern calls. */
static int32_t check_shapes(struct program *program)
{
    struct expander expander;
    int32_t status = CLAIMEX_OK;

    expander_init(&expander, &program->alphabet, program->shapes.items.items, program->shapes.items.count,
                  &memory_default);
    for (size_t i = 0; i < program->shapes.items.count && status == CLAIMEX_OK; i++) {
        status = expander_shape(&expander, i, &program->error);
    }
    expander_free(&expander);
    return status;
}

static int32_t check_patterns(struct program *program)
{
    struct pattern_set *set;
    int32_t status = pattern_set_new(program->patterns.items.items, program->patterns.items.count,
                                     program->shapes.items.items, program->shapes.items.count, &program->alphabet,
                                     false, &memory_default, &set, &program->error);

    pattern_set_free(set);
    return status;
}

/* ------------------------------------------------------------------ write */

/* As numbers: a string literal may be too long for a compiler. Without comments, and so in ASCII. */
static void write_text(FILE *out, const char *kind, size_t i, const char *text)
{
    bool in_comment = false;
    unsigned written = 0;

    fprintf(out, "static const char %s_%zu[] = {", kind, i);
    for (; *text != '\0'; text++) {
        in_comment = *text == '#' || (in_comment && *text != '\n');
        if (!in_comment) {
            fprintf(out, "%s%d,", written++ % 24 == 0 ? "\n    " : " ", *text);
        }
    }
    fprintf(out, "\n    0\n};\n");
}

/* `kind` is "shapes" or "patterns". */
static void write_sources(FILE *out, const char *prefix, const char *kind, const struct sources *sources)
{
    for (size_t i = 0; i < sources->items.count; i++) {
        write_text(out, kind, i, sources->items.items[i].text);
    }
    fprintf(out, "\nconst struct pattern_source %s_%s[] = {\n", prefix, kind);
    for (size_t i = 0; i < sources->items.count; i++) {
        const struct pattern_source *source = &sources->items.items[i];
        fprintf(out, "    { \"%s\", \"%s\", %u, %s_%zu },\n", source->file, source->name, source->line, kind, i);
    }
    fprintf(out, "    { NULL, NULL, 0, NULL }\n};\nconst size_t %s_n_%s = %zu;\n\n", prefix, kind,
            sources->items.count);
}

static void write_files(FILE *out, const char *prefix, const struct sources *sources)
{
    fprintf(out, "const struct pattern_file %s_files[] = {\n", prefix);
    for (size_t i = 0; i < sources->files.count; i++) {
        const struct pattern_file *file = &sources->files.items[i];
        fprintf(out, "    { \"%s\", %u, %u },\n", file->file, file->first, file->count);
    }
    fprintf(out, "    { NULL, 0, 0 }\n};\nconst size_t %s_n_files = %zu;\n", prefix, sources->files.count);
}

/* By pattern: its file. */
static void write_file_of(FILE *out, const char *prefix, const struct sources *sources)
{
    fprintf(out, "const uint8_t %s_file_of[] = {", prefix);
    for (size_t i = 0; i < sources->files.count; i++) {
        for (unsigned p = 0; p < sources->files.items[i].count; p++) {
            fprintf(out, " %zu,", i);
        }
    }
    fprintf(out, " 0 };\n");
}

static void write_code(FILE *out, const char *prefix, const struct program *program)
{
    fprintf(out, "#include \"grammar/pattern.h\"\n\n");
    write_sources(out, prefix, "shapes", &program->shapes);
    write_sources(out, prefix, "patterns", &program->patterns);
    write_files(out, prefix, &program->patterns);
    write_file_of(out, prefix, &program->patterns);
}

/* In capitals; of a file only what is before its first dot. */
static void write_name(FILE *out, const char *name)
{
    for (; *name != '\0' && *name != '.'; name++) {
        fputc(*name >= 'a' && *name <= 'z' ? *name - 'a' + 'A' : *name, out);
    }
}

static void write_names(FILE *out, const char *prefix, const struct program *program)
{
    const struct sources *sources = &program->patterns;

    fprintf(out, "enum %s_file {\n", prefix);
    for (size_t i = 0; i < sources->files.count; i++) {
        fprintf(out, "    FILE_");
        write_name(out, sources->files.items[i].file);
        fprintf(out, ",\n");
    }
    fprintf(out, "};\n\nenum %s_pattern {\n", prefix);
    for (size_t i = 0; i < sources->items.count; i++) {
        fprintf(out, "    ");
        write_name(out, sources->items.items[i].file);
        fprintf(out, "_");
        write_name(out, sources->items.items[i].name);
        fprintf(out, ",\n");
    }
    fprintf(out, "};\n");
}

static int32_t write_to(const char *path, const char *prefix, struct program *program,
                        void (*write)(FILE *out, const char *prefix, const struct program *program))
{
    FILE *out = fopen(path, "wb");
    bool written = false;

    if (out) {
        fprintf(out, "/* Written by check_patterns. */\n");
        write(out, prefix, program);
        written = !ferror(out);
        written = fclose(out) == 0 && written;
    }
    return written ? CLAIMEX_OK
                   : status_fail(&program->error, CLAIMEX_WRITE_FAILED, 0, "%s: cannot be written", path);
}

/* ------------------------------------------------------------------ whole */

/* `paths` are those of the shapes and of the patterns. */
static int32_t read_and_check(struct program *program, int n_paths, char **paths)
{
    int32_t status = make_alphabet(program);

    if (status == CLAIMEX_OK) {
        status = add_file(program, &program->shapes, paths[0]);
    }
    for (int i = 1; i < n_paths && status == CLAIMEX_OK; i++) {
        status = add_file(program, &program->patterns, paths[i]);
    }
    if (status == CLAIMEX_OK) {
        status = check_shapes(program);
    }
    return status == CLAIMEX_OK ? check_patterns(program) : status;
}

static bool is_header(const char *path)
{
    size_t length = strlen(path);
    return length > 2 && strcmp(path + length - 2, ".h") == 0;
}

static int32_t run(struct program *program, int count, char **arguments)
{
    const char *code = arguments[1], *header = is_header(arguments[2]) ? arguments[2] : NULL;
    int prefix = header ? 3 : 2;
    int32_t status = read_and_check(program, count - prefix - 1, arguments + prefix + 1);

    if (status == CLAIMEX_OK) {
        status = write_to(code, arguments[prefix], program, write_code);
    }
    return status == CLAIMEX_OK && header ? write_to(header, arguments[prefix], program, write_names) : status;
}

static void free_sources(struct sources *sources)
{
    array_free(&sources->items, &memory_default);
    array_free(&sources->files, &memory_default);
}

int main(int count, char **arguments)
{
    struct program program = { .shapes = { .items = { 0 } } };

    if (count < 5) {
        fprintf(stderr, "usage: check_patterns OUT.c [OUT.h] PREFIX shapes.pcre patterns.pcre...\n");
        return 1;
    }
    arena_init(&program.arena, &memory_default);
    int32_t status = run(&program, count, arguments);
    if (status != CLAIMEX_OK) {
        fprintf(stderr, "%s\n", program.error.message);
    }
    arena_free(&program.arena);
    free_sources(&program.shapes);
    free_sources(&program.patterns);
    return status == CLAIMEX_OK ? 0 : 1;
}
