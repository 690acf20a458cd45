/* Claims as lines. A claim and an expectation become the same struct of written fields, so that comparing them is
 * comparing strings, and everything that differs can be printed as it would be written. */
#define _POSIX_C_SOURCE 200809L

#include "runner_line.h"

#include <stdlib.h>
#include <string.h>

enum field_type { DECIMAL, ENUM, FLAG, INDEX, MOMENT, SPAN, STRING, STRINGS };

static const struct {
    const char *name;
    enum field_type type;
    bool core;
    size_t offset; /* into claimex_claim */
    const char *(*enum_name)(uint8_t value);
    uint32_t flag;
} fields[N_LINE_FIELDS] = {
    { "value", DECIMAL, true, offsetof(claimex_claim, value), NULL, 0 },
    { "low", DECIMAL, true, offsetof(claimex_claim, low), NULL, 0 },
    { "high", DECIMAL, true, offsetof(claimex_claim, high), NULL, 0 },
    { "of", DECIMAL, true, offsetof(claimex_claim, of), NULL, 0 },
    { "relation", ENUM, true, offsetof(claimex_claim, relation), claimex_relation_name, 0 },
    { "unit", STRING, true, offsetof(claimex_claim, unit), NULL, 0 },
    { "per", STRING, true, offsetof(claimex_claim, per), NULL, 0 },
    { "per_amount", DECIMAL, true, offsetof(claimex_claim, per_amount), NULL, 0 },
    { "timex", STRING, true, offsetof(claimex_claim, timex), NULL, 0 },
    { "inexact", FLAG, true, offsetof(claimex_claim, flags), NULL, CLAIMEX_INEXACT },
    { "readings", STRINGS, false, offsetof(claimex_claim, readings), NULL, 0 },
    { "modifier", SPAN, false, offsetof(claimex_claim, modifier), NULL, 0 },
    { "subject", SPAN, false, offsetof(claimex_claim, subject), NULL, 0 },
    { "source", SPAN, false, offsetof(claimex_claim, source), NULL, 0 },
    { "cue", SPAN, false, offsetof(claimex_claim, cue), NULL, 0 },
    { "stance", ENUM, false, offsetof(claimex_claim, stance), claimex_stance_name, 0 },
    { "role", ENUM, false, offsetof(claimex_claim, role), claimex_role_name, 0 },
    { "change", ENUM, false, offsetof(claimex_claim, change), claimex_change_name, 0 },
    { "quoted", FLAG, false, offsetof(claimex_claim, flags), NULL, CLAIMEX_QUOTED },
    { "sentence", SPAN, false, offsetof(claimex_claim, sentence), NULL, 0 },
    { "time", INDEX, false, offsetof(claimex_claim, time), NULL, 0 },
    { "same_as", INDEX, false, offsetof(claimex_claim, same_as), NULL, 0 },
    { "begins", MOMENT, false, offsetof(claimex_claim, begins), NULL, 0 },
    { "ends", MOMENT, false, offsetof(claimex_claim, ends), NULL, 0 },
    { "grain", ENUM, false, offsetof(claimex_claim, grain), claimex_grain_name, 0 },
};

/* What a field is called when it has its default: how a line says that there is none. */
static const char *default_of(size_t field)
{
    switch (fields[field].type) {
    case ENUM:
        return fields[field].enum_name(0);
    case FLAG:
        return "false";
    default:
        return "none";
    }
}

uint32_t line_core_fields(void)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        bits |= (uint32_t)fields[i].core << i;
    }
    return bits;
}

size_t line_field(const char *name, size_t length)
{
    size_t i = 0;
    while (i < N_LINE_FIELDS && (strlen(fields[i].name) != length || memcmp(fields[i].name, name, length) != 0)) {
        i++;
    }
    return i;
}

bool line_field_is_span(size_t field)
{
    return fields[field].type == SPAN;
}

int line_kind(const char *name, size_t length)
{
    for (uint8_t kind = 0; claimex_kind_name(kind) != NULL; kind++) {
        const char *known = claimex_kind_name(kind);
        if (strlen(known) == length && memcmp(known, name, length) == 0) {
            return kind;
        }
    }
    return -1;
}

/* ------------------------------------------------------------------ writing */

static void write_quoted(const char *bytes, size_t length, FILE *out)
{
    putc('"', out);
    for (size_t i = 0; i < length; i++) {
        const unsigned char byte = (unsigned char)bytes[i];
        if (byte == '\n') {
            fputs("\\n", out);
        } else if (byte < ' ' || byte == 0x7f) {
            fprintf(out, "\\u%04x", byte);
        } else {
            if (byte == '"' || byte == '\\') {
                putc('\\', out);
            }
            putc(byte, out);
        }
    }
    putc('"', out);
}

static void write_span(struct source source, claimex_span span, FILE *out)
{
    write_quoted(source.text + span.start, span.end - span.start, out);
    fprintf(out, "@%u", (unsigned)span.start);
}

static void write_word(const char *word, size_t length, FILE *out)
{
    if (length == 0 || strcspn(word, " \t\n\"\\") < length) {
        write_quoted(word, length, out);
    } else {
        fwrite(word, 1, length, out);
    }
}

/* "USD|AUD|CAD" */
static void write_strings(const char *strings, FILE *out)
{
    char *joined = NULL;
    size_t length = 0;
    FILE *joining = open_memstream(&joined, &length);
    for (const char *string = strings; *string != '\0'; string += strlen(string) + 1) {
        fprintf(joining, "%s%s", string == strings ? "" : "|", string);
    }
    fclose(joining);
    write_word(joined, length, out);
    free(joined);
}

static void write_string_field(size_t field, const char *string, FILE *out)
{
    if (*string == '\0') {
        return;
    }
    if (fields[field].type == STRINGS) {
        write_strings(string, out);
    } else {
        write_word(string, strlen(string), out);
    }
}

static void write_number(claimex_decimal number, FILE *out)
{
    char buffer[CLAIMEX_DECIMAL_TEXT_SIZE];
    fwrite(buffer, 1, claimex_decimal_text(number, buffer), out);
}

static void write_moment(claimex_moment moment, FILE *out)
{
    char buffer[CLAIMEX_MOMENT_TEXT_SIZE];
    fwrite(buffer, 1, claimex_moment_text(moment, buffer), out);
}

static void write_enum(size_t field, uint8_t value, FILE *out)
{
    const char *name = fields[field].enum_name(value);
    fputs(name == NULL ? "?" : name, out);
}

/* Writes nothing when the field is absent. */
static void write_field(size_t field, const claimex_result *result, const claimex_claim *claim, struct source source,
                        FILE *out)
{
    const void *at = (const char *)claim + fields[field].offset;
    switch (fields[field].type) {
    case DECIMAL:
        write_number(*(const claimex_decimal *)at, out);
        break;
    case ENUM:
        write_enum(field, *(const uint8_t *)at, out);
        break;
    case FLAG:
        fputs((*(const uint32_t *)at & fields[field].flag) != 0 ? "true" : "false", out);
        break;
    case INDEX:
        if (*(const int32_t *)at >= 0) {
            fprintf(out, "%d", (int)*(const int32_t *)at);
        }
        break;
    case MOMENT:
        write_moment(*(const claimex_moment *)at, out);
        break;
    case SPAN:
        if (((const claimex_span *)at)->end != 0) {
            write_span(source, *(const claimex_span *)at, out);
        }
        break;
    case STRING:
    case STRINGS:
        write_string_field(field, claimex_result_string(result, *(const uint32_t *)at), out);
        break;
    }
}

/* Keeps what was written, unless it is the default. */
static void set_field(struct line *line, size_t field, char *written)
{
    if (*written == '\0' || strcmp(written, default_of(field)) == 0) {
        free(written);
    } else {
        line->field[field] = written;
    }
}

void line_from_claim(struct line *line, const claimex_result *result, const claimex_claim *claim, struct source source)
{
    *line = (struct line){ .kind = claim->kind, .at = claim->at };
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        char *written = NULL;
        size_t size = 0;
        FILE *out = open_memstream(&written, &size);
        write_field(i, result, claim, source, out);
        fclose(out);
        set_field(line, i, written);
    }
}

void line_set_span(struct line *line, size_t field, struct source source, claimex_span span)
{
    char *written = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&written, &size);
    write_span(source, span, out);
    fclose(out);
    set_field(line, field, written);
}

void line_set_word(struct line *line, size_t field, const char *word, size_t length)
{
    char *written = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&written, &size);
    write_word(word, length, out);
    fclose(out);
    set_field(line, field, written);
}

void line_clear(struct line *line)
{
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        free(line->field[i]);
    }
    *line = (struct line){ 0 };
}

void line_print(const struct line *line, struct source source, uint32_t shown, FILE *out)
{
    fprintf(out, "%s ", claimex_kind_name(line->kind));
    write_span(source, line->at, out);
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        const bool named = ((line->named >> i) & 1) != 0;
        if (((shown >> i) & 1) != 0 && (named || line->field[i] != NULL)) {
            fprintf(out, " %s=%s", fields[i].name, line->field[i] != NULL ? line->field[i] : default_of(i));
        }
    }
    putc('\n', out);
}

/* ---------------------------------------------------------------- comparing */

static const char *shown_value(const struct line *line, size_t field)
{
    return line->field[field] != NULL ? line->field[field] : default_of(field);
}

static bool head_equal(const struct line *a, const struct line *b)
{
    return a->kind == b->kind && a->at.start == b->at.start && a->at.end == b->at.end;
}

static bool field_equal(const struct line *a, const struct line *b, size_t field)
{
    return strcmp(shown_value(a, field), shown_value(b, field)) == 0;
}

bool line_equal(const struct line *a, const struct line *b, uint32_t compared)
{
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        if (((compared >> i) & 1) != 0 && !field_equal(a, b, i)) {
            return false;
        }
    }
    return head_equal(a, b);
}

void line_print_difference(const struct line *expected, const struct line *actual, uint32_t compared, FILE *out)
{
    if (!head_equal(expected, actual)) {
        fputs("    another claim\n", out);
        return;
    }
    for (size_t i = 0; i < N_LINE_FIELDS; i++) {
        if (((compared >> i) & 1) != 0 && !field_equal(expected, actual, i)) {
            fprintf(out, "    %s: expected %s, got %s\n", fields[i].name, shown_value(expected, i),
                    shown_value(actual, i));
        }
    }
}
