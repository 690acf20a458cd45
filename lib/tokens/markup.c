/* Much of what is read today was written as Markdown. "**12** people", "[Acme](https://acme.example) said": what such
 * marks hold together must not fall apart. A mark of emphasis touches a word on one side only, so that products, codes
 * and masked words keep theirs. */
#include "tokens/markup.h"

#include "lexicon/word.h"
#include "tokens/latex.h"

#define LONGEST_EMPHASIS 128 /* bytes that are looked back for its beginning */
#define LONGEST_LABEL 256
#define LONGEST_REFERENCE 24
#define LONGEST_TARGET 1024 /* of a link */

/* Of equal marks; four stand for all that are more. */
static size_t run_length(const unsigned char *at, const unsigned char *end)
{
    size_t n = 1;
    while (at + n < end && n < 4 && at[n] == *at)
        n++;
    return n;
}

static bool opens(const unsigned char *text, const unsigned char *at, size_t n, const unsigned char *end)
{
    return (at == text || !word_is_alphanumeric(at[-1])) && at + n < end && !word_is_blank(at[n]);
}

static bool closes(const unsigned char *text, const unsigned char *at, size_t n, const unsigned char *end)
{
    return at > text && !word_is_blank(at[-1]) && (at + n == end || !word_is_alphanumeric(at[n]));
}

/* May the star at `at` say how good a hotel is? "a 5* hotel" */
static bool is_rating(const unsigned char *text, const unsigned char *at)
{
    return *at == '*' && word_is_digit(at[-1]) && (at - text < 2 || word_is_blank(at[-2]));
}

/* Does the mark at `at` end what another one of the line began? "*by 5*" */
static bool was_opened(const unsigned char *text, const unsigned char *at, const unsigned char *end)
{
    const unsigned char *p = at;
    while (p > text && at - p < LONGEST_EMPHASIS && p[-1] != *at && p[-1] != '\n')
        p--;
    return p > text && p[-1] == *at && opens(text, p - 1, 1, end);
}

static size_t emphasis_length(const unsigned char *text, const unsigned char *at, const unsigned char *end)
{
    size_t n = run_length(at, end);
    if (n > 3 || (*at == '`' && n > 1)) /* a line, a quotation mark */
        return 0;
    if (opens(text, at, n, end))
        return n;
    bool closing = closes(text, at, n, end);
    return closing && !(n == 1 && is_rating(text, at) && !was_opened(text, at, end)) ? n : 0;
}

/* The bytes of "](target)" at `at`; 0 when there is none. */
static size_t target_length(const unsigned char *at, const unsigned char *end)
{
    unsigned depth = 0;
    if (end - at < 3 || at[1] != '(')
        return 0;
    for (const unsigned char *p = at + 1; p < end && p - at < LONGEST_TARGET && !word_is_blank(*p) && *p != '['; p++) {
        depth += *p == '(';
        depth -= *p == ')';
        if (!depth)
            return (size_t)(p + 1 - at);
    }
    return 0;
}

static bool is_label(const unsigned char *at, const unsigned char *end)
{
    for (const unsigned char *p = at + 1; p < end && p - at < LONGEST_LABEL && *p != '['; p++)
        if (*p == ']')
            return target_length(p, end) != 0;
    return false;
}

static bool ends_label(const unsigned char *text, const unsigned char *at)
{
    for (const unsigned char *p = at; p > text && at - p < LONGEST_LABEL && p[-1] != ']'; p--)
        if (p[-1] == '[')
            return true;
    return false;
}

size_t markup_reference_length(const unsigned char *at, const unsigned char *end)
{
    const unsigned char *p = at + 1;
    while (p < end && p - at < LONGEST_REFERENCE && *p != '[' && *p != ']' && *p != '\n')
        p++;
    bool closed = p > at + 1 && p < end && *p == ']';
    return closed && !(p + 1 < end && word_is_alphanumeric(p[1])) ? (size_t)(p + 1 - at) : 0;
}

/* It touches what it is for: "12 million[3] people". */
static bool is_reference(const unsigned char *text, const unsigned char *at)
{
    return at > text && !word_is_blank(at[-1]) && !memchr("([-", at[-1], 3);
}

/* "5\\% of \\$3 million": what would mean something to a typesetter. */
static bool is_escape(const unsigned char *at, const unsigned char *end)
{
    return end - at > 1 && memchr("%$&#_*~", at[1], 7) != NULL;
}

size_t markup_length(const unsigned char *text, const unsigned char *at, const unsigned char *end)
{
    if (markup_is_emphasis(*at))
        return emphasis_length(text, at, end);
    if (*at == '$') /* where a text has no other LaTeX */
        return latex_bounds_formula(text, at, end) ? 1 : 0;
    if (*at == '\\')
        return is_escape(at, end) ? 1 : 0;
    if (*at == '[')
        return is_label(at, end) ? 1 : is_reference(text, at) ? markup_reference_length(at, end) : 0;
    return *at == ']' && ends_label(text, at) ? target_length(at, end) : 0;
}
