/* A mark opens before a word and closes behind one; elsewhere it does what it is for, or what was not done last. A
 * quotation may have several sentences, and paragraphs when each begins with a mark; one that nothing closes in its
 * paragraph ends with its sentence, unless it opened the paragraph. */
#include "context/quotes.h"

#include <string.h>

#include "text/lines.h"

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Does the mark only open, or only close? */
static bool is_pointed(const char *mark, size_t length)
{
    return length == 3 || (unsigned char)mark[0] == 0xC2 || mark[0] == '`';
}

static bool points_open(const char *mark, size_t length)
{
    unsigned char last = (unsigned char)mark[length - 1];
    return last == (length == 3 ? 0x9C : mark[0] == '`' ? '`' : 0xAB);
}

bool quotes_open(const struct quote *mark, bool quoted)
{
    const char *at = mark->text + mark->start, *end = mark->text + mark->end;
    size_t length = mark->end - mark->start;
    bool before = mark->start == 0 || is_blank(at[-1]) || at[-1] == '(' || at[-1] == '[';
    bool behind = mark->end >= mark->stop || is_blank(*end);
    if (before != behind)
        return before;
    if (is_pointed(at, length))
        return points_open(at, length);
    bool apart = before && mark->end < mark->stop; /* 'OSLO " Ruiz said', where no other closes it, is a dash */
    return !quoted && !(apart && !memchr(end, *at, mark->stop - mark->end));
}

/* The length of the mark at a byte, for those that may go on over a sentence; single ones are apostrophes too often. */
static uint32_t mark_length(const char *at, const char *stop)
{
    if (*at == '"')
        return 1;
    if (*at == '\'' || *at == '`')
        return stop - at > 1 && at[1] == *at ? 2 : 0;
    return stop - at > 2 && (memcmp(at, "\xE2\x80\x9C", 3) == 0 || memcmp(at, "\xE2\x80\x9D", 3) == 0) ? 3 : 0;
}

static const bool may_be_mark[256] = { ['"'] = true, ['\''] = true, ['`'] = true, [0xE2] = true };

bool quotes_behind(const char *text, const struct sentence *sentence, bool quoted)
{
    if (!(sentence->holds & SENTENCE_QUOTES))
        return quoted;
    for (uint32_t i = sentence->start; i < sentence->end; i++) {
        if (!may_be_mark[(unsigned char)text[i]])
            continue;
        uint32_t length = mark_length(text + i, text + sentence->end);
        struct quote mark = { text, i, i + length, sentence->end };
        quoted = length ? quotes_open(&mark, quoted) : quoted;
        i += length ? length - 1 : 0;
    }
    return quoted;
}

/* Is the line that ends at byte `at` too long to be one of several in its paragraph? */
static bool is_long_line(const char *text, size_t at)
{
    size_t before = SENTENCES_WIDEST_LINE + 1;
    return at >= before && !memchr(text + at - before, '\n', before);
}

bool quotes_part(const char *text, uint32_t end, uint32_t start)
{
    const char *line = memchr(text + end, '\n', start - end);
    bool blank = line && memchr(line + 1, '\n', (size_t)(text + start - line - 1));
    return blank || (line && is_long_line(text, (size_t)(line - text)));
}

bool quotes_close(const char *text, size_t length, uint32_t from)
{
    for (size_t i = from; i < length; i++) {
        bool ends = text[i] == '\n' && (lines_is_empty(text, length, i + 1) || is_long_line(text, i));
        uint32_t n = may_be_mark[(unsigned char)text[i]] ? mark_length(text + i, text + length) : 0;
        struct quote mark = { text, (uint32_t)i, (uint32_t)i + n, (uint32_t)length };
        if (ends || n)
            return n && !quotes_open(&mark, true);
    }
    return false;
}

bool quotes_begin(const char *text, const struct sentence *sentence)
{
    const char *at = text + sentence->start, *end = text + sentence->end;
    return *at == '"' || (end - at > 2 && (memcmp(at, "\xE2\x80\x9C", 3) == 0 || memcmp(at, "''", 2) == 0));
}

bool quotes_end(const char *text, uint32_t start, uint32_t end)
{
    const char *at = text + end;
    return at[-1] == '"'
           || (end - start > 2 && (memcmp(at - 3, "\xE2\x80\x9D", 3) == 0 || memcmp(at - 2, "''", 2) == 0));
}
