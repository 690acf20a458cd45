/* A line ends with its line feed; blanks, and the carriage return before it, are nothing. */
#include "text/lines.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The first byte from `at` on that is no blank, or `length`. */
static size_t skip_blanks(const char *text, size_t length, size_t at)
{
    while (at < length && is_blank(text[at]))
        at++;
    return at;
}

/* Behind the last byte before `at` that is no blank, or 0. */
static size_t skip_blanks_before(const char *text, size_t at)
{
    while (at > 0 && is_blank(text[at - 1]))
        at--;
    return at;
}

static bool ends_line(char c)
{
    return c == '\n' || c == '\f';
}

bool lines_is_empty(const char *text, size_t length, size_t at)
{
    at = skip_blanks(text, length, at);
    return at == length || ends_line(text[at]);
}

size_t lines_next(const char *text, size_t length, size_t end)
{
    size_t at = skip_blanks(text, length, end);
    return at < length && text[at] == '\n' ? at + 1 : 0;
}

bool lines_end_paragraph(const char *text, size_t length, size_t end)
{
    size_t at = skip_blanks(text, length, end), next = lines_next(text, length, at);
    return at == length || text[at] == '\f' || (next && lines_is_empty(text, length, next));
}

bool lines_begin_paragraph(const char *text, size_t start)
{
    size_t at = skip_blanks_before(text, start);
    if (at == 0 || text[at - 1] == '\f')
        return true;
    size_t before = skip_blanks_before(text, at - 1);
    return text[at - 1] == '\n' && (before == 0 || ends_line(text[before - 1]));
}
