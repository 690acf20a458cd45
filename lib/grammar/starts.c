/* Most patterns cannot match at most tokens, and the first letters say so for the price of a few loads; nor can they in
 * a sentence that has no letter of a kind they need. PCRE2 tells only the first letter of a pattern, so the expanded text
 * is read here, bottom up: each part becomes a fragment. */
#include "grammar/starts.h"

#include <string.h>

#define LENGTHS ((1u << (PATTERN_AHEAD + 1)) - 1)

struct letter_set {
    uint64_t bits[4];
};

struct fragment {
    struct letter_set letters[PATTERN_AHEAD]; /* at each offset from its start */
    struct letter_set ahead[PATTERN_AHEAD];   /* what look-aheads allow at each offset from its end */
    struct letter_set needs; /* some letter of these is in the match or looked at; all letters where nothing is known */
    unsigned lengths; /* bit n: n letters; bit PATTERN_AHEAD: so many or more; no bit: it never matches */
};

#define EVERY { { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX } }

static const struct letter_set every_letter = EVERY;

/* What the reading of one pattern carries along. */
struct reading {
    const char *at;
    const struct letter_set *common; /* letters that most sentences have */
};

static struct fragment read_alternatives(struct reading *reading);

/* ------------------------------------------------------------- arithmetic */

static struct fragment empty(unsigned lengths)
{
    struct fragment fragment;

    memset(&fragment, 0, sizeof fragment);
    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        fragment.ahead[i] = every_letter;
    }
    fragment.needs = every_letter;
    fragment.lengths = lengths;
    return fragment;
}

static struct fragment nothing(void)
{
    return empty(1);
}

static struct letter_set join(struct letter_set a, struct letter_set b)
{
    for (unsigned i = 0; i < 4; i++) {
        a.bits[i] |= b.bits[i];
    }
    return a;
}

static struct letter_set meet(struct letter_set a, struct letter_set b)
{
    for (unsigned i = 0; i < 4; i++) {
        a.bits[i] &= b.bits[i];
    }
    return a;
}

/* How often a sentence has one of the letters, roughly. */
static unsigned weight(struct letter_set set, const struct letter_set *common)
{
    unsigned sum = 0;

    for (unsigned letter = 0; letter < 256; letter++) {
        bool is_common = (common->bits[letter / 64] >> (letter % 64)) & 1;
        sum += (set.bits[letter / 64] >> (letter % 64)) & 1 ? (is_common ? 100 : 1) : 0;
    }
    return sum;
}

static struct fragment either(const struct fragment *a, const struct fragment *b)
{
    if (a->lengths == 0 || b->lengths == 0) {
        return a->lengths == 0 ? *b : *a;
    }
    struct fragment both = *a;
    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        both.letters[i] = join(a->letters[i], b->letters[i]);
        both.ahead[i] = join(a->ahead[i], b->ahead[i]);
    }
    both.needs = join(a->needs, b->needs);
    both.lengths |= b->lengths;
    return both;
}

/* What a's look-aheads still allow behind b. */
static struct letter_set left_ahead(const struct fragment *a, const struct fragment *b, unsigned offset)
{
    struct letter_set left = { { 0 } };

    for (unsigned length = 0; length <= PATTERN_AHEAD; length++) {
        bool has_length = (b->lengths >> length) & 1;
        bool known = length < PATTERN_AHEAD && length + offset < PATTERN_AHEAD;
        left = has_length ? join(left, known ? a->ahead[length + offset] : every_letter) : left;
    }
    return left;
}

static struct fragment then(const struct fragment *a, const struct fragment *b, const struct letter_set *common)
{
    if (a->lengths == 0 || b->lengths == 0) {
        return empty(0);
    }
    struct fragment both = *a;
    both.lengths = 0;
    for (unsigned length = 0; length <= PATTERN_AHEAD; length++) {
        if (!((a->lengths >> length) & 1)) {
            continue;
        }
        for (unsigned i = length; i < PATTERN_AHEAD; i++) {
            both.letters[i] = join(both.letters[i], meet(b->letters[i - length], a->ahead[i - length]));
        }
        unsigned lengths = b->lengths << length;
        both.lengths |= (lengths & LENGTHS) | (lengths > LENGTHS ? 1u << PATTERN_AHEAD : 0);
    }
    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        both.ahead[i] = meet(left_ahead(a, b, i), b->ahead[i]);
    }
    both.needs = weight(b->needs, common) < weight(a->needs, common) ? b->needs : a->needs;
    return both;
}

/* After PATTERN_AHEAD + 1 repeats one more changes nothing that is kept. */
static struct fragment repeat(const struct fragment *once, unsigned least, unsigned most, const struct letter_set *common)
{
    struct fragment required = nothing();
    struct fragment optional = nothing();
    unsigned more = most - least;

    for (unsigned i = 0; i < least && i <= PATTERN_AHEAD; i++) {
        required = then(&required, once, common);
    }
    for (unsigned i = 0; i < more && i <= PATTERN_AHEAD; i++) {
        struct fragment zero = nothing();
        struct fragment longer = then(once, &optional, common);
        optional = either(&zero, &longer);
    }
    return then(&required, &optional, common);
}

/* The letters at an offset from the start, where a match may have ended before. */
static struct letter_set letters_at(const struct fragment *fragment, unsigned offset)
{
    struct letter_set all = fragment->letters[offset];

    for (unsigned length = 0; length <= offset; length++) {
        if ((fragment->lengths >> length) & 1) {
            all = join(all, fragment->ahead[offset - length]);
        }
    }
    return all;
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
        fragment->letters[0].bits[letter / 64] |= UINT64_C(1) << (letter % 64);
    }
    fragment->needs = fragment->letters[0];
}

/* [\xHH\xHH-\xHH] */
static struct fragment read_class(const char **at)
{
    struct fragment fragment = empty(1u << 1);

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

static struct fragment read_ahead(struct reading *reading)
{
    struct fragment inner = read_alternatives(reading);
    struct fragment ahead = nothing();

    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        ahead.ahead[i] = letters_at(&inner, i);
    }
    ahead.needs = inner.needs;
    ahead.lengths = inner.lengths != 0;
    ++reading->at;
    return ahead;
}

static struct fragment read_behind(struct reading *reading)
{
    struct fragment inner = read_alternatives(reading);
    struct fragment behind = nothing();

    behind.needs = inner.needs;
    behind.lengths = inner.lengths != 0;
    ++reading->at;
    return behind;
}

/* (?!…) and (?<!…) exclude, which is not followed up. */
static struct fragment read_negative(struct reading *reading)
{
    read_alternatives(reading);
    ++reading->at;
    return nothing();
}

static struct fragment read_group(struct reading *reading)
{
    if (skip(&reading->at, "(?!)")) {
        return empty(0);
    }
    if (skip(&reading->at, "(?=")) {
        return read_ahead(reading);
    }
    if (skip(&reading->at, "(?<=")) {
        return read_behind(reading);
    }
    if (skip(&reading->at, "(?!") || skip(&reading->at, "(?<!")) {
        return read_negative(reading);
    }
    if (!skip(&reading->at, "(?:")) {
        reading->at += strcspn(reading->at, ">") + 1; /* (?<field> */
    }
    struct fragment inner = read_alternatives(reading);
    ++reading->at;
    return inner;
}

static struct fragment read_single(struct reading *reading)
{
    struct fragment fragment = empty(1u << 1);

    switch (*reading->at) {
    case '(':
        return read_group(reading);
    case '[':
        return read_class(&reading->at);
    case '\\': {
        unsigned letter = read_letter(&reading->at);
        add_letters(&fragment, letter, letter);
        return fragment;
    }
    case '.':
        ++reading->at;
        add_letters(&fragment, 1, 255);
        return fragment;
    default: /* ^ and $ */
        ++reading->at;
        return nothing();
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

static struct fragment read_repeated(struct reading *reading)
{
    struct fragment once = read_single(reading);
    unsigned least = 0;
    unsigned most = 1;

    if (*reading->at != '?' && *reading->at != '{') {
        return once;
    }
    if (*reading->at++ == '{') {
        least = most = read_count(&reading->at);
        if (skip(&reading->at, ",")) {
            most = read_count(&reading->at);
        }
        ++reading->at;
    }
    reading->at += *reading->at == '?' || *reading->at == '+';
    return repeat(&once, least, most, reading->common);
}

static struct fragment read_sequence(struct reading *reading)
{
    struct fragment sequence = nothing();

    while (*reading->at != '\0' && *reading->at != '|' && *reading->at != ')') {
        struct fragment next = read_repeated(reading);
        sequence = then(&sequence, &next, reading->common);
    }
    return sequence;
}

static struct fragment read_alternatives(struct reading *reading)
{
    struct fragment all = read_sequence(reading);

    while (skip(&reading->at, "|")) {
        struct fragment next = read_sequence(reading);
        all = either(&all, &next);
    }
    return all;
}

struct starts starts_of(const char *text, const uint64_t common[4])
{
    struct letter_set common_letters;
    struct starts starts;

    memcpy(common_letters.bits, common, sizeof common_letters.bits);
    struct reading reading = { text, &common_letters };
    struct fragment whole = read_alternatives(&reading);
    for (unsigned i = 0; i < PATTERN_AHEAD; i++) {
        struct letter_set letters = letters_at(&whole, i);
        memcpy(starts.letters[i], letters.bits, sizeof starts.letters[i]);
    }
    memcpy(starts.needs, whole.needs.bits, sizeof starts.needs);
    starts.may_be_empty = whole.lengths & 1;
    return starts;
}
