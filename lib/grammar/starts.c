/* Most patterns cannot match at most tokens, and the letters around a token say so for the price of a few loads. PCRE2
 * tells only the first letter of a pattern, so the expanded text is read here, into the places of its letters and which
 * of them can follow which. What lies further from the start than PATTERN_AHEAD letters is not read. */
#include "grammar/starts.h"

#include <stddef.h>
#include <string.h>

#include "base/bits.h"

#define PLACE_WORDS (STARTS_PLACES / 64)
#define LETTER_WORDS 4

struct reader {
    const char *at;
    struct starts *starts;
    const struct letter_set *common;
};

/* A part of the pattern. Without a first place and not empty, it never matches. */
struct fragment {
    struct places first, last;
    bool may_be_empty;
    bool looks_behind; /* when it is empty, it has one of these letters before it */
    struct letter_set before;
    unsigned least; /* letters */
    bool needs;     /* every match has one of the first letters and, there or behind it, one of the last ones */
    struct letter_set first_needed, last_needed;
};

/* Where a part stands. */
struct position {
    unsigned depth; /* letters before it at least */
    bool first;     /* none can be before it */
    bool outside;   /* of all groups */
    bool behind;    /* in a look-behind, where the last letters count */
    bool aside;     /* in a look-ahead: of no match */
};

static const struct fragment never;
static const struct fragment nothing = { .may_be_empty = true };

static struct fragment read_alternatives(struct reader *reader, struct position position);

/* ------------------------------------------------------------- arithmetic */

static void join_letters(struct letter_set *to, const struct letter_set *from)
{
    for (unsigned i = 0; i < 4; i++) {
        to->bits[i] |= from->bits[i];
    }
}

static void join_places(struct places *to, const struct places *from)
{
    for (unsigned i = 0; i < PLACE_WORDS; i++) {
        to->bits[i] |= from->bits[i];
    }
}

static bool has_place(const uint64_t *places, unsigned place)
{
    return (places[place / 64] >> (place % 64)) & 1;
}

static unsigned first_place(const struct places *places)
{
    return bits_next(places->bits, PLACE_WORDS, 0);
}

static unsigned next_place(const struct places *places, unsigned place)
{
    return bits_next(places->bits, PLACE_WORDS, place + 1);
}

static bool share_letters(const struct letter_set *a, const struct letter_set *b)
{
    uint64_t shared = 0;

    for (unsigned i = 0; i < 4; i++) {
        shared |= a->bits[i] & b->bits[i];
    }
    return shared != 0;
}

static bool is_never(const struct fragment *fragment)
{
    static const struct places none;

    return !fragment->may_be_empty && memcmp(&fragment->first, &none, sizeof none) == 0;
}

static struct fragment either(const struct fragment *a, const struct fragment *b)
{
    if (is_never(a) || is_never(b)) {
        return is_never(a) ? *b : *a;
    }
    struct fragment both = *a;
    join_places(&both.first, &b->first);
    join_places(&both.last, &b->last);
    both.least = a->least < b->least ? a->least : b->least;
    both.may_be_empty |= b->may_be_empty;
    both.looks_behind = (a->looks_behind || !a->may_be_empty) && (b->looks_behind || !b->may_be_empty);
    join_letters(&both.before, &b->before);
    both.needs = a->needs && b->needs;
    join_letters(&both.first_needed, &b->first_needed);
    join_letters(&both.last_needed, &b->last_needed);
    return both;
}

/* What can be first behind the empty match of a part that looks behind. */
static void look_behind(struct starts *starts, const struct places *first, const struct letter_set *before)
{
    for (unsigned i = first_place(first); i < STARTS_PLACES - 1; i = next_place(first, i)) {
        starts->places[i].looks_behind = true;
        starts->places[i].before = *before;
    }
}

static struct fragment then(struct starts *starts, const struct fragment *a, const struct fragment *b)
{
    if (is_never(a) || is_never(b)) {
        return never;
    }
    struct fragment both = *a;
    for (unsigned i = first_place(&a->last); i < STARTS_PLACES; i = next_place(&a->last, i)) {
        join_places(&starts->places[i].next, &b->first);
    }
    if (a->may_be_empty && a->looks_behind) {
        look_behind(starts, &b->first, &a->before);
    }
    if (a->may_be_empty) {
        join_places(&both.first, &b->first);
    }
    both.last = b->last;
    if (b->may_be_empty) {
        join_places(&both.last, &a->last);
    }
    if (b->looks_behind && !a->looks_behind) {
        both.looks_behind = true;
        both.before = b->before;
    }
    if (b->needs) {
        both.needs = true;
        both.first_needed = a->needs ? a->first_needed : b->first_needed;
        both.last_needed = b->last_needed;
    }
    both.may_be_empty = a->may_be_empty && b->may_be_empty;
    both.least = a->least + b->least;
    return both;
}

static struct fragment optional(const struct fragment *fragment)
{
    return either(&nothing, fragment);
}

/* ---------------------------------------------------------------- reading */

static unsigned read_digit(char c)
{
    return (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
}

/* \xHH */
static unsigned read_letter(struct reader *reader)
{
    unsigned letter = read_digit(reader->at[2]) * 16 + read_digit(reader->at[3]);

    reader->at += 4;
    return letter;
}

static void add_letters(struct letter_set *set, unsigned first, unsigned last)
{
    for (unsigned letter = first; letter <= last; letter++) {
        set->bits[letter / 64] |= UINT64_C(1) << (letter % 64);
    }
}

/* [\xHH\xHH-\xHH] */
static struct letter_set read_class(struct reader *reader)
{
    struct letter_set set = { { 0 } };

    for (++reader->at; *reader->at != ']';) {
        unsigned first = read_letter(reader);
        unsigned last = first;
        if (*reader->at == '-') {
            ++reader->at;
            last = read_letter(reader);
        }
        add_letters(&set, first, last);
    }
    ++reader->at;
    return set;
}

/* A letter of the match, unless it is too far from its start. */
static struct fragment place_of(struct reader *reader, const struct letter_set *letters, struct position position)
{
    struct starts *starts = reader->starts;
    bool needs = !share_letters(letters, reader->common);
    struct fragment fragment = { .least = 1, .needs = needs, .first_needed = *letters, .last_needed = *letters };

    if (!position.behind && !position.aside) {
        join_letters(&starts->holds, letters);
    }
    if (position.depth >= PATTERN_AHEAD && !position.behind) {
        fragment.may_be_empty = true;
        return fragment;
    }
    if (starts->n_places < STARTS_PLACES) {
        memset(&starts->places[starts->n_places++], 0, sizeof *starts->places);
    }
    unsigned place = starts->n_places - 1;
    join_letters(&starts->places[place].letters, letters);
    fragment.first.bits[place / 64] = fragment.last.bits[place / 64] = UINT64_C(1) << (place % 64);
    return fragment;
}

static bool skip(struct reader *reader, const char *text)
{
    size_t length = strlen(text);

    if (strncmp(reader->at, text, length) != 0) {
        return false;
    }
    reader->at += length;
    return true;
}

/* What stands before a match: the last letters of the group. Its places are none of the match. */
static struct fragment read_look_behind(struct reader *reader, struct position position)
{
    struct starts *starts = reader->starts;
    struct fragment fragment = nothing;
    unsigned n_places = starts->n_places;
    struct fragment inner = read_alternatives(reader, (struct position){ .behind = true });

    for (unsigned i = n_places; i < starts->n_places; i++) {
        if (has_place(inner.last.bits, i)) {
            join_letters(&fragment.before, &starts->places[i].letters);
        }
    }
    fragment.looks_behind = position.first && starts->n_places < STARTS_PLACES;
    starts->n_places = n_places;
    return fragment;
}

static struct fragment read_group(struct reader *reader, struct position position)
{
    if (skip(reader, "(?!)")) {
        return never;
    }
    position.outside = false;
    bool behind = skip(reader, "(?<=");
    bool looks_around = behind || skip(reader, "(?=") || skip(reader, "(?!") || skip(reader, "(?<!");
    if (!looks_around && !skip(reader, "(?:")) {
        reader->at += strcspn(reader->at, ">") + 1; /* (?<field> */
    }
    if (looks_around && !behind) {
        position = (struct position){ .depth = PATTERN_AHEAD, .aside = true };
    }
    struct fragment inner = behind ? read_look_behind(reader, position) : read_alternatives(reader, position);
    ++reader->at;
    return looks_around && !behind ? nothing : inner;
}

/* ^ has the end of the string before it too. */
static struct fragment read_edge(struct reader *reader, struct position position)
{
    struct fragment edge = nothing;

    edge.looks_behind = *reader->at++ == '^' && position.first;
    add_letters(&edge.before, 0, 0);
    return edge;
}

static struct fragment read_single(struct reader *reader, struct position position)
{
    struct letter_set set = { { 0 } };

    switch (*reader->at) {
    case '(':
        return read_group(reader, position);
    case '[':
        set = read_class(reader);
        break;
    case '\\': {
        unsigned letter = read_letter(reader);
        add_letters(&set, letter, letter);
        break;
    }
    case '.':
        ++reader->at;
        add_letters(&set, 1, 255);
        break;
    default: /* ^ and $ */
        return read_edge(reader, position);
    }
    return place_of(reader, &set, position);
}

static unsigned read_count(struct reader *reader)
{
    unsigned count = 0;

    for (; *reader->at >= '0' && *reader->at <= '9'; ++reader->at) {
        count = count * 10 + (unsigned)(*reader->at - '0');
    }
    return count;
}

static void read_bounds(struct reader *reader, unsigned *least, unsigned *most)
{
    *least = 0;
    *most = 1;
    if (*reader->at++ == '{') {
        *least = *most = read_count(reader);
        if (skip(reader, ",")) {
            *most = read_count(reader);
        }
        ++reader->at;
    }
    reader->at += *reader->at == '?' || *reader->at == '+';
}

/* Each repeat has places of its own, so its text is read again; after PATTERN_AHEAD not empty ones nothing is near. */
static struct fragment read_repeated(struct reader *reader, struct position position)
{
    struct reader again = *reader;
    struct fragment whole = read_single(reader, position);
    unsigned least, most;

    if (*reader->at != '?' && *reader->at != '{') {
        return whole;
    }
    read_bounds(reader, &least, &most);
    if (least == 0) {
        whole = optional(&whole);
    }
    for (unsigned i = 1; i < most && i < PATTERN_AHEAD; i++) {
        struct reader copy = again;
        struct position next = { position.depth + whole.least, false, false, position.behind, position.aside };
        struct fragment one = read_single(&copy, next);
        if (i >= least) {
            one = optional(&one);
        }
        whole = then(reader->starts, &whole, &one);
    }
    return whole;
}

/* Skips the opening of a look-ahead that is the last part of its alternative. */
static bool skip_last_look_ahead(struct reader *reader)
{
    struct reader ahead = *reader;

    if (!skip(&ahead, "(?=")) {
        return false;
    }
    read_alternatives(&ahead, (struct position){ .depth = PATTERN_AHEAD, .aside = true });
    if (ahead.at[1] != '\0' && ahead.at[1] != '|') {
        return false;
    }
    return skip(reader, "(?=");
}

/* One part of a sequence. What a match needs behind it is read as if it were part of the match. */
static struct fragment read_next(struct reader *reader, const struct fragment *sequence, struct position position)
{
    if (!position.outside || sequence->may_be_empty || !skip_last_look_ahead(reader)) {
        return read_repeated(reader, position);
    }
    position.outside = false;
    struct fragment behind = read_alternatives(reader, position);
    ++reader->at;
    return behind;
}

static struct fragment read_sequence(struct reader *reader, struct position position)
{
    static const struct places none;
    struct fragment sequence = nothing;

    while (*reader->at != '\0' && *reader->at != '|' && *reader->at != ')') {
        bool first = position.first && memcmp(&sequence.first, &none, sizeof none) == 0;
        unsigned depth = position.depth + sequence.least;
        struct position here = { depth, first, position.outside, position.behind, position.aside };
        struct fragment next = read_next(reader, &sequence, here);
        sequence = then(reader->starts, &sequence, &next);
    }
    return sequence;
}

static struct fragment read_alternatives(struct reader *reader, struct position position)
{
    struct fragment all = read_sequence(reader, position);

    while (skip(reader, "|")) {
        struct fragment next = read_sequence(reader, position);
        all = either(&all, &next);
    }
    return all;
}

/* ------------------------------------------------------------------ tables */

static const struct letter_set any = { { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX } };

/* What can stand behind a place: any letter, where the match can end. */
static void find_following(struct starts *starts, const struct fragment *whole)
{
    for (unsigned i = 0; i < starts->n_places; i++) {
        struct starts_place *place = &starts->places[i];
        for (unsigned next = first_place(&place->next); next < STARTS_PLACES; next = next_place(&place->next, next)) {
            join_letters(&place->following, &starts->places[next].letters);
        }
        if (has_place(whole->last.bits, i)) {
            place->following = any;
            place->ends = true;
        }
    }
}

static void add_behind(struct letter_set by_letter[256], const struct letter_set *letters,
                       const struct letter_set *behind)
{
    for (unsigned i = bits_next(letters->bits, LETTER_WORDS, 0); i < 256;
         i = bits_next(letters->bits, LETTER_WORDS, i + 1)) {
        join_letters(&by_letter[i], behind);
    }
}

static void add_first(struct starts *starts, const struct starts_place *place)
{
    if (place->looks_behind) {
        join_letters(&starts->before, &place->before);
        join_letters(&starts->behind, &place->letters);
    } else {
        join_letters(&starts->first, &place->letters);
        starts->looks_behind = false;
    }
}

static void add_ahead(struct starts *starts, const struct starts_place *place)
{
    struct letter_set third = place->ends ? any : (struct letter_set){ { 0 } };

    if (place->looks_behind && !starts->looks_behind) {
        return;
    }
    for (unsigned next = first_place(&place->next); next < STARTS_PLACES; next = next_place(&place->next, next)) {
        join_letters(&third, &starts->places[next].following);
        add_behind(starts->second, &starts->places[next].letters, &starts->places[next].following);
    }
    if (place->ends) {
        join_letters(&starts->alone, &place->letters);
    }
    add_behind(starts->ahead[0], &place->letters, &place->following);
    add_behind(starts->ahead[1], &place->letters, &third);
}

static void for_each_first(struct starts *starts, const struct fragment *whole,
                           void (*add)(struct starts *, const struct starts_place *))
{
    for (unsigned i = 0; i < starts->n_places; i++) {
        if (has_place(whole->first.bits, i)) {
            add(starts, &starts->places[i]);
        }
    }
}

void starts_of(const char *text, const struct letter_set *common, struct starts *starts)
{
    struct reader reader = { text, starts, common };

    memset(starts, 0, offsetof(struct starts, places));
    struct fragment whole = read_alternatives(&reader, (struct position){ .first = true, .outside = true });
    starts->may_be_empty = whole.may_be_empty;
    starts->first_needed = whole.needs ? whole.first_needed : any;
    starts->last_needed = whole.needs ? whole.last_needed : any;
    find_following(starts, &whole);
    starts->looks_behind = true;
    for_each_first(starts, &whole, add_first);
    for_each_first(starts, &whole, add_ahead);
}
