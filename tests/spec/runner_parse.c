/* Reading a line: every span must give the slice that it is written with, so that a wrong offset is an error of the
 * spec and not a failure of the library. */
#define _POSIX_C_SOURCE 200809L

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "runner_line.h"

struct reader {
    const char *at;
    struct source source;
    char *why;
    size_t why_size;
};

__attribute__((format(printf, 2, 3))) static bool refuse(struct reader *reader, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reader->why, reader->why_size, format, arguments);
    va_end(arguments);
    return false;
}

static bool read_unicode_escape(struct reader *reader, FILE *out)
{
    char digits[5] = "";
    strncat(digits, reader->at, 4);
    char *end;
    const unsigned long code = strtoul(digits, &end, 16);
    if (end != digits + 4 || code >= 0x80) {
        return refuse(reader, "\\u takes four hexadecimal digits up to 007f; write other characters as they are");
    }
    putc((int)code, out);
    reader->at += 4;
    return true;
}

static bool read_escape(struct reader *reader, FILE *out)
{
    static const char from[] = "\"\\/bfnrt";
    static const char to[] = "\"\\/\b\f\n\r\t";
    const char escape = *reader->at;
    if (escape == 'u') {
        reader->at++;
        return read_unicode_escape(reader, out);
    }
    const char *known = escape == '\0' ? NULL : strchr(from, escape);
    if (known == NULL) {
        return refuse(reader, "unknown escape \\%c", escape);
    }
    putc(to[known - from], out);
    reader->at++;
    return true;
}

static bool read_quoted_to(struct reader *reader, FILE *out)
{
    while (*reader->at != '"') {
        if (*reader->at == '\0') {
            return refuse(reader, "a quotation mark is missing");
        }
        if (*reader->at == '\\') {
            reader->at++;
            if (!read_escape(reader, out)) {
                return false;
            }
        } else {
            putc(*reader->at++, out);
        }
    }
    reader->at++;
    return true;
}

/* Reads "…" and gives its bytes, to be freed. */
static bool read_quoted(struct reader *reader, char **bytes, size_t *length)
{
    if (*reader->at != '"') {
        return refuse(reader, "a quotation mark is expected at: %s", reader->at);
    }
    reader->at++;
    FILE *out = open_memstream(bytes, length);
    const bool read = read_quoted_to(reader, out);
    fclose(out);
    return read;
}

static bool is_at(struct source source, const char *slice, size_t length, size_t offset)
{
    return offset <= source.length && length <= source.length - offset
           && memcmp(source.text + offset, slice, length) == 0;
}

/* Says where the slice is, because offsets are what one gets wrong. */
static bool refuse_offset(struct reader *reader, const char *slice, size_t length, unsigned long offset)
{
    size_t used =
        (size_t)snprintf(reader->why, reader->why_size, "\"%.*s\" is not at %lu, it is at", (int)length, slice, offset);
    bool found = false;
    for (size_t i = 0; i < reader->source.length && used < reader->why_size; i++) {
        if (is_at(reader->source, slice, length, i)) {
            used += (size_t)snprintf(reader->why + used, reader->why_size - used, " %zu", i);
            found = true;
        }
    }
    if (!found && used < reader->why_size) {
        snprintf(reader->why + used, reader->why_size - used, " no place of the text");
    }
    return false;
}

static bool read_offset(struct reader *reader, unsigned long *offset)
{
    char *end;
    if (reader->at[0] != '@' || reader->at[1] < '0' || reader->at[1] > '9') {
        return refuse(reader, "an offset is missing: \"slice\"@offset");
    }
    *offset = strtoul(reader->at + 1, &end, 10);
    reader->at = end;
    return true;
}

/* Reads "slice"@offset. */
static bool read_span(struct reader *reader, claimex_span *span)
{
    char *slice = NULL;
    size_t length = 0;
    unsigned long offset = 0;
    bool read = read_quoted(reader, &slice, &length) && read_offset(reader, &offset);
    if (read && length == 0) {
        read = refuse(reader, "the slice is empty");
    }
    if (read && !is_at(reader->source, slice, length, offset)) {
        read = refuse_offset(reader, slice, length, offset);
    }
    free(slice);
    *span = (claimex_span){ (uint32_t)offset, (uint32_t)(offset + length) };
    return read;
}

static bool read_span_field(struct reader *reader, struct line *line, size_t field)
{
    claimex_span span;
    if (!read_span(reader, &span)) {
        return false;
    }
    line_set_span(line, field, reader->source, span);
    return true;
}

static bool read_quoted_field(struct reader *reader, struct line *line, size_t field)
{
    char *bytes = NULL;
    size_t length = 0;
    const bool read = read_quoted(reader, &bytes, &length);
    if (read) {
        line_set_word(line, field, bytes, length);
    }
    free(bytes);
    return read;
}

static bool read_value(struct reader *reader, struct line *line, size_t field)
{
    const size_t length = strcspn(reader->at, " ");
    const bool is_none = length == 4 && memcmp(reader->at, "none", 4) == 0;
    if (line_field_is_span(field) && !is_none) {
        return read_span_field(reader, line, field);
    }
    if (*reader->at == '"') {
        return read_quoted_field(reader, line, field);
    }
    if (length == 0) {
        return refuse(reader, "a field has no value; write none");
    }
    line_set_word(line, field, reader->at, length);
    reader->at += length;
    return true;
}

/* Reads name=value. */
static bool read_field(struct reader *reader, struct line *line)
{
    const size_t length = strcspn(reader->at, "= ");
    const size_t field = line_field(reader->at, length);
    if (field == N_LINE_FIELDS || reader->at[length] != '=') {
        return refuse(reader, "unknown field \"%.*s\"", (int)length, reader->at);
    }
    if (((line->named >> field) & 1) != 0) {
        return refuse(reader, "the field \"%.*s\" stands twice", (int)length, reader->at);
    }
    line->named |= UINT32_C(1) << field;
    reader->at += length + 1;
    return read_value(reader, line, field);
}

static bool read_head(struct reader *reader, struct line *line)
{
    const size_t length = strcspn(reader->at, " ");
    const int kind = line_kind(reader->at, length);
    if (kind < 0) {
        return refuse(reader, "unknown kind \"%.*s\"", (int)length, reader->at);
    }
    line->kind = (uint8_t)kind;
    reader->at += length;
    if (*reader->at == ' ') {
        reader->at++;
    }
    return read_span(reader, &line->at);
}

bool line_parse(struct line *line, const char *written, struct source source, char *why, size_t why_size)
{
    struct reader reader = { written, source, why, why_size };
    *line = (struct line){ 0 };
    if (!read_head(&reader, line)) {
        return false;
    }
    while (*reader.at != '\0') {
        if (*reader.at != ' ') {
            return refuse(&reader, "a blank is expected at: %s", reader.at);
        }
        reader.at++;
        if (!read_field(&reader, line)) {
            return false;
        }
    }
    return true;
}
