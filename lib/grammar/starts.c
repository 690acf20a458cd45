/* Most patterns cannot match at most tokens, and the first letters say so for the price of three loads. PCRE2 tells
 * only the first letter of a pattern, so the expanded text is read here, bottom up: each part becomes a fragment, the
 * letters it may have near its start and the lengths it may have. */
#include "grammar/starts.h"

#include <string.h>

#define LENGTHS ((1u << (PATTERN_AHEAD + 1)) - 1)

struct fragment {
    uint64_t letters[PATTERN_AHEAD][4];
    unsigned lengths; /* bit n: n letters; bit PATTERN_AHEAD: so many or more; no bit: it never matches */
};

static const struct fragment never = { { { 0 } }, 0 };
static const struct fragment nothing = { { { 0 } }, 1 };

static struct fragment read_alternatives(const char **at);

/* ------------------------------------------------------------- arithmetic */

static void join_letters(uint64_t to[4], const uint64_t from[4])
{
    for (unsigned i = 0; i < 4; i++) {
        to[i] |= from[i];
    }
}

static struct fragment either(const struct fragment *a, const struct fragment *b)
{
    struct fragment both = *a;

    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        join_letters(both.letters[i], b->letters[i]);
    }
    both.lengths |= b->lengths;
    return both;
}

static struct fragment then(const struct fragment *a, const struct fragment *b)
{
    if (a->lengths == 0 || b->lengths == 0) {
        return never;
    }
    struct fragment both = *a;
    both.lengths = 0;
    for (unsigned length = 0; length <= PATTERN_AHEAD; length++) {
        if (!((a->lengths >> length) & 1)) {
            continue;
        }
        for (unsigned i = length; i < PATTERN_AHEAD; i++) {
            join_letters(both.letters[i], b->letters[i - length]);
        }
        unsigned lengths = b->lengths << length;
        both.lengths |= (lengths & LENGTHS) | (lengths > LENGTHS ? 1u << PATTERN_AHEAD : 0);
    }
    return both;
}

/* After PATTERN_AHEAD + 1 repeats one more changes nothing that is kept. */
static struct fragment repeat(const struct fragment *once, unsigned least, unsigned most)
{
    struct fragment required = nothing;
    struct fragment optional = nothing;
    unsigned more = most - least;

    for (unsigned i = 0; i < least && i <= PATTERN_AHEAD; i++) {
        required = then(&required, once);
    }
    for (unsigned i = 0; i < more && i <= PATTERN_AHEAD; i++) {
        struct fragment longer = then(once, &optional);
        optional = either(&nothing, &longer);
    }
    return then(&required, &optional);
}

/* ---------------------------------------------------------------- reading */

static unsigned read_digit(char c)
{
    return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* \xHH */
static unsigned read_letter(const char **at)
{
    unsigned letter = read_digit((*at)[2]) * 16 + read_digit((*at)[3]);

    *at += 4;
    return letter;
}

static void add_letters(struct fragment *fragment, unsigned first, unsigned last)
{
    for (unsigned letter = first; letter <= last; letter++) {
        fragment->letters[0][letter / 64] |= UINT64_C(1) << (letter % 64);
    }
}

/* [\xHH\xHH-\xHH] */
static struct fragment read_class(const char **at)
{
    struct fragment fragment = { { { 0 } }, 1u << 1 };

    for (++*at; **at != ']';) {
        unsigned first = read_letter(at);
        unsigned last = first;
        if (**at == '-') {
            ++*at;
            last = read_letter(at);
        }
        add_letters(&fragment, first, last);
    }
    ++*at;
    return fragment;
}

static bool skip(const char **at, const char *text)
{
    size_t length = strlen(text);

    if (strncmp(*at, text, length) != 0) {
        return false;
    }
    *at += length;
    return true;
}

static struct fragment read_group(const char **at)
{
    if (skip(at, "(?!)")) {
        return never;
    }
    bool looks_around = skip(at, "(?=") || skip(at, "(?!") || skip(at, "(?<=") || skip(at, "(?<!");
    if (!looks_around && !skip(at, "(?:")) {
        *at += strcspn(*at, ">") + 1; /* (?<field> */
    }
    struct fragment inner = read_alternatives(at);
    ++*at;
    return looks_around ? nothing : inner;
}

static struct fragment read_single(const char **at)
{
    struct fragment fragment = { { { 0 } }, 1u << 1 };

    switch (**at) {
    case '(':
        return read_group(at);
    case '[':
        return read_class(at);
    case '\\': {
        unsigned letter = read_letter(at);
        add_letters(&fragment, letter, letter);
        return fragment;
    }
    case '.':
        ++*at;
        add_letters(&fragment, 1, 255);
        return fragment;
    default: /* ^ and $ */
        ++*at;
        return nothing;
    }
}

static unsigned read_count(const char **at)
{
    unsigned count = 0;

    for (; **at >= '0' && **at <= '9'; ++*at) {
        count = count * 10 + (unsigned)(**at - '0');
    }
    return count;
}

static struct fragment read_repeated(const char **at)
{
    struct fragment once = read_single(at);
    unsigned least = 0;
    unsigned most = 1;

    if (**at != '?' && **at != '{') {
        return once;
    }
    if (*(*at)++ == '{') {
        least = most = read_count(at);
        if (skip(at, ",")) {
            most = read_count(at);
        }
        ++*at;
    }
    *at += **at == '?' || **at == '+';
    return repeat(&once, least, most);
}

static struct fragment read_sequence(const char **at)
{
    struct fragment sequence = nothing;

    while (**at != '\0' && **at != '|' && **at != ')') {
        struct fragment next = read_repeated(at);
        sequence = then(&sequence, &next);
    }
    return sequence;
}

static struct fragment read_alternatives(const char **at)
{
    struct fragment all = read_sequence(at);

    while (skip(at, "|")) {
        struct fragment next = read_sequence(at);
        all = either(&all, &next);
    }
    return all;
}

struct starts starts_of(const char *text)
{
    struct fragment whole = read_alternatives(&text);
    struct starts starts;

    memcpy(starts.letters, whole.letters, sizeof starts.letters);
    starts.may_be_empty = whole.lengths & 1;
    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        if (whole.lengths & ((2u << i) - 1)) { /* a match may end before this offset: anything may stand there */
            memset(starts.letters[i], 0xff, sizeof starts.letters[i]);
        }
    }
    return starts;
}
