/* The one expander: it replaces classes by bytes and shapes by their text, drops blanks and comments, and refuses all
 * that could make a match slow or that has no meaning over letters. As it lets only a few constructs through, what
 * reads its product (starts.c) can be small. */
#include "grammar/expand.h"

#include <string.h>

#include "base/status.h"

#define MAX_REPEAT 255

/* A place in the source of a pattern or a shape. */
struct cursor {
    const struct pattern_source *source;
    const char *at;
    unsigned line;
    unsigned depth;      /* of open groups */
    size_t known_shapes; /* that may be called from here */
    bool is_shape;
    bool repeatable; /* what was read last may have a repeat after it */
};

static int32_t expand_source(struct expander *expander, struct cursor *cursor, claimex_error *error);

/* ---------------------------------------------------------------- reading */

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
    return is_lower(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_';
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_blank(struct cursor *cursor)
{
    for (; is_blank(*cursor->at) || *cursor->at == '#'; cursor->at++) {
        if (*cursor->at == '#') {
            cursor->at += strcspn(cursor->at, "\n");
        }
        if (*cursor->at == '\0') {
            return;
        }
        cursor->line += *cursor->at == '\n';
    }
}

static bool take(struct cursor *cursor, char c)
{
    skip_blank(cursor);
    if (*cursor->at != c) {
        return false;
    }
    cursor->at++;
    return true;
}

static struct slice take_name(struct cursor *cursor)
{
    skip_blank(cursor);
    struct slice name = { cursor->at, 0 };
    while (is_name(name.bytes[name.length])) {
        name.length++;
    }
    cursor->at += name.length;
    return name;
}

/* ---------------------------------------------------------------- writing */

static int32_t fail(const struct cursor *cursor, const char *message, struct slice what, claimex_error *error)
{
    return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s%.*s", cursor->source->file, cursor->line, message,
                       (int)what.length, what.bytes);
}

static int32_t fail_plain(const struct cursor *cursor, const char *message, claimex_error *error)
{
    return fail(cursor, message, slice_of(""), error);
}

static int32_t append(struct expander *expander, const char *bytes, size_t length, claimex_error *error)
{
    if (!array_reserve(&expander->text, length + 1, expander->allocator)) {
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory");
    }
    char *end = expander->text.items + expander->text.count;
    memcpy(end, bytes, length);
    end[length] = '\0';
    expander->text.count += length;
    return CLAIMEX_OK;
}

static int32_t mark(struct expander *expander, const struct cursor *cursor, claimex_error *error)
{
    struct expander_mark *last = expander->marks.count ? &expander->marks.items[expander->marks.count - 1] : NULL;

    if (last && last->file == cursor->source->file && last->line == cursor->line) {
        return CLAIMEX_OK;
    }
    struct expander_mark *next = array_push(&expander->marks, expander->allocator);
    if (!next) {
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory");
    }
    *next = (struct expander_mark){ expander->text.count, cursor->source->file, cursor->line };
    return CLAIMEX_OK;
}

/* Copies `length` bytes of the source. */
static int32_t copy(struct expander *expander, struct cursor *cursor, size_t length, bool repeatable,
                    claimex_error *error)
{
    const char *from = cursor->at;

    cursor->at += length;
    cursor->repeatable = repeatable;
    return append(expander, from, length, error);
}

/* ---------------------------------------------------------------- classes */

static bool has_letter(const uint8_t bitmap[32], unsigned letter)
{
    return letter < 256 && ((bitmap[letter / 8] >> (letter % 8)) & 1);
}

static size_t write_letter(char *to, unsigned letter)
{
    static const char digits[] = "0123456789abcdef";

    memcpy(to, "\\x", 2);
    to[2] = digits[letter / 16];
    to[3] = digits[letter % 16];
    return 4;
}

/* \xHH for each letter, runs of letters as \xHH-\xHH. */
static size_t write_letters(char *to, const uint8_t bitmap[32], unsigned *count)
{
    size_t length = 0;

    *count = 0;
    for (unsigned letter = 1; letter < 256; letter++) {
        if (bitmap[letter / 8] == 0) {
            letter |= 7; /* the last of these eight */
            continue;
        }
        if (!has_letter(bitmap, letter)) {
            continue;
        }
        unsigned last = letter;
        while (has_letter(bitmap, last + 1)) {
            last++;
        }
        *count += last - letter + 1;
        length += write_letter(to + length, letter);
        if (last > letter) {
            to[length++] = '-';
            length += write_letter(to + length, last);
        }
        letter = last;
    }
    return length;
}

static int32_t append_letters(struct expander *expander, const uint8_t bitmap[32], claimex_error *error)
{
    char text[1 + 128 * 9 + 1]; /* at most every second letter begins a run */
    unsigned count;
    size_t length = write_letters(text + 1, bitmap, &count);

    if (count == 0) {
        /* grouped, since PCRE2 has rules of its own for a repeated assertion */
        return append(expander, "(?:(?!))", 8, error);
    }
    if (count == 1) {
        return append(expander, text + 1, length, error);
    }
    text[0] = '[';
    text[1 + length] = ']';
    return append(expander, text, length + 2, error);
}

static int32_t add_class(struct expander *expander, struct cursor *cursor, struct slice name, uint8_t bitmap[32],
                         claimex_error *error)
{
    enum class class = class_from_name(name);
    uint8_t having[32];

    if (class == CLASS_NONE) {
        return fail(cursor, "unknown class ", name, error);
    }
    if (!(class_alphabets(class) & expander->alphabet->sees)) {
        return fail(cursor, "the alphabet of this pattern does not see class ", name, error);
    }
    alphabet_having(expander->alphabet, class, having);
    for (unsigned i = 0; i < 32; i++) {
        bitmap[i] |= having[i];
    }
    return CLAIMEX_OK;
}

/* Every letter in use that is not in the bitmap. */
static void complement(const struct alphabet *alphabet, uint8_t bitmap[32])
{
    uint8_t others[32] = { 0 };

    for (unsigned i = 0; i < alphabet->count; i++) {
        uint8_t letter = alphabet->letters[i];
        if (!has_letter(bitmap, letter)) {
            others[letter / 8] |= (uint8_t)(1u << (letter % 8));
        }
    }
    memcpy(bitmap, others, 32);
}

/* A|B) after (?& or (?&! */
static int32_t expand_classes(struct expander *expander, struct cursor *cursor, bool negated, struct slice name,
                              claimex_error *error)
{
    uint8_t bitmap[32] = { 0 };
    int32_t status = add_class(expander, cursor, name, bitmap, error);

    while (status == CLAIMEX_OK && take(cursor, '|')) {
        status = add_class(expander, cursor, take_name(cursor), bitmap, error);
    }
    if (status != CLAIMEX_OK) {
        return status;
    }
    if (!take(cursor, ')')) {
        return fail_plain(cursor, "a ) must follow the classes after (?&", error);
    }
    if (negated) {
        complement(expander->alphabet, bitmap);
    }
    return append_letters(expander, bitmap, error);
}

/* ----------------------------------------------------------------- groups */

static size_t find_shape(const struct expander *expander, size_t known_shapes, struct slice name)
{
    size_t shape = 0;

    while (shape < known_shapes && !slice_is(name, expander->shapes[shape].name)) {
        shape++;
    }
    return shape;
}

static int32_t expand_shape(struct expander *expander, struct cursor *cursor, struct slice name, claimex_error *error)
{
    size_t shape = find_shape(expander, cursor->known_shapes, name);

    if (!take(cursor, ')')) {
        return fail(cursor, "a ) must follow the shape ", name, error);
    }
    if (shape == cursor->known_shapes) {
        return fail(cursor, "unknown shape ", name, error);
    }
    struct cursor inner = { &expander->shapes[shape], expander->shapes[shape].text, expander->shapes[shape].line, 0,
                            shape, true, false };
    int32_t status = append(expander, "(?:", 3, error);
    if (status == CLAIMEX_OK) {
        status = expand_source(expander, &inner, error);
    }
    return status == CLAIMEX_OK ? append(expander, ")", 1, error) : status;
}

static int32_t expand_call(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    cursor->at += strlen("(?&");
    cursor->repeatable = true;
    bool negated = take(cursor, '!');
    struct slice name = take_name(cursor);

    if (!negated && name.length > 0 && is_lower(name.bytes[0])) {
        return expand_shape(expander, cursor, name, error);
    }
    return expand_classes(expander, cursor, negated, name, error);
}

static int32_t expand_field(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    const char *start = cursor->at;
    cursor->at += strlen("(?<");
    struct slice name = take_name(cursor);
    cursor->at = start;

    if (start[3 + name.length] != '>' || name.bytes != start + 3) {
        return fail_plain(cursor, "a field is (?<name> ...)", error);
    }
    if (cursor->is_shape) {
        return fail_plain(cursor, "a shape has no fields", error);
    }
    if (field_from_name(name) == N_FIELDS) {
        return fail(cursor, "unknown field ", name, error);
    }
    return copy(expander, cursor, 3 + name.length + 1, false, error);
}

static int32_t expand_open(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    static const char *const allowed[] = { "(?:", "(?=", "(?!", "(?<=", "(?<!" };

    if (strncmp(cursor->at, "(?&", 3) == 0) {
        return expand_call(expander, cursor, error);
    }
    cursor->depth++;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        if (strncmp(cursor->at, allowed[i], strlen(allowed[i])) == 0) {
            return copy(expander, cursor, strlen(allowed[i]), false, error);
        }
    }
    if (strncmp(cursor->at, "(?<", 3) == 0) {
        return expand_field(expander, cursor, error);
    }
    if (cursor->at[1] == '?') {
        size_t length = cursor->at[2] > ' ' && cursor->at[2] < 127 ? 3 : 2;
        return fail(cursor, "unknown kind of group ", (struct slice){ cursor->at, length }, error);
    }
    cursor->at++;
    cursor->repeatable = false;
    return append(expander, "(?:", 3, error);
}

static int32_t expand_close(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    if (cursor->depth == 0) {
        return fail_plain(cursor, "a ) without its (", error);
    }
    cursor->depth--;
    return copy(expander, cursor, 1, true, error);
}

/* ---------------------------------------------------------------- repeats */

/* More than MAX_REPEAT for any number that is too large. */
static unsigned take_count(const char **at)
{
    unsigned count = 0;

    for (; is_digit(**at); ++*at) {
        count = count > MAX_REPEAT ? count : count * 10 + (unsigned)(**at - '0');
    }
    return count;
}

/* {n} or {n,m}; its length in *length. */
static int32_t check_braces(const struct cursor *cursor, size_t *length, claimex_error *error)
{
    const char *at = cursor->at + 1;
    bool has_least = is_digit(*at);
    unsigned least = take_count(&at);
    unsigned most = least;

    if (has_least && *at == ',') {
        at++;
        if (*at == '}') {
            return fail_plain(cursor, "a repeat must have an upper bound", error);
        }
        has_least = is_digit(*at);
        most = take_count(&at);
    }
    if (!has_least || *at != '}') {
        return fail_plain(cursor, "a repeat is {n} or {n,m}", error);
    }
    if (least > most || most == 0 || most > MAX_REPEAT) {
        return fail_plain(cursor, "the bounds of a repeat are not in order, 0, or over 255", error);
    }
    *length = (size_t)(at + 1 - cursor->at);
    return CLAIMEX_OK;
}

static int32_t expand_repeat(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    size_t length = 1;

    if (*cursor->at == '*' || *cursor->at == '+') {
        return fail_plain(cursor, "a repeat must have an upper bound", error);
    }
    if (!cursor->repeatable) {
        return fail_plain(cursor, "nothing to repeat", error);
    }
    if (*cursor->at == '{') {
        int32_t status = check_braces(cursor, &length, error);
        if (status != CLAIMEX_OK) {
            return status;
        }
    }
    length += cursor->at[length] == '?' || cursor->at[length] == '+';
    return copy(expander, cursor, length, false, error);
}

/* ------------------------------------------------------------------ whole */

static int32_t expand_item(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    switch (*cursor->at) {
    case '(':
        return expand_open(expander, cursor, error);
    case ')':
        return expand_close(expander, cursor, error);
    case '.':
        return copy(expander, cursor, 1, true, error);
    case '|':
    case '^':
    case '$':
        return copy(expander, cursor, 1, false, error);
    case '?':
    case '*':
    case '+':
    case '{':
        return expand_repeat(expander, cursor, error);
    default:
        return fail(cursor, "no meaning over tokens: ", (struct slice){ cursor->at, strcspn(cursor->at, " \r\n") },
                    error);
    }
}

static int32_t expand_source(struct expander *expander, struct cursor *cursor, claimex_error *error)
{
    for (skip_blank(cursor); *cursor->at != '\0'; skip_blank(cursor)) {
        int32_t status = mark(expander, cursor, error);
        if (status == CLAIMEX_OK) {
            status = expand_item(expander, cursor, error);
        }
        if (status != CLAIMEX_OK) {
            return status;
        }
    }
    return cursor->depth == 0 ? CLAIMEX_OK : fail_plain(cursor, "a ( without its )", error);
}

static int32_t expand_anew(struct expander *expander, const struct pattern_source *source, size_t known_shapes,
                           bool is_shape, claimex_error *error)
{
    struct cursor cursor = { source, source->text, source->line, 0, known_shapes, is_shape, false };

    expander->text.count = 0;
    expander->marks.count = 0;
    int32_t status = expand_source(expander, &cursor, error);
    if (status == CLAIMEX_OK && expander->text.count == 0) {
        return fail(&cursor, "no pattern follows == ", slice_of(source->name), error);
    }
    return status;
}

void expander_init(struct expander *expander, const struct alphabet *alphabet, const struct pattern_source *shapes,
                   size_t n_shapes, const claimex_allocator *allocator)
{
    memset(expander, 0, sizeof *expander);
    expander->allocator = allocator;
    expander->alphabet = alphabet;
    expander->shapes = shapes;
    expander->n_shapes = n_shapes;
}

void expander_free(struct expander *expander)
{
    array_free(&expander->text, expander->allocator);
    array_free(&expander->marks, expander->allocator);
}

int32_t expander_pattern(struct expander *expander, const struct pattern_source *source, claimex_error *error)
{
    return expand_anew(expander, source, expander->n_shapes, false, error);
}

int32_t expander_shape(struct expander *expander, size_t shape, claimex_error *error)
{
    return expand_anew(expander, &expander->shapes[shape], shape, true, error);
}

const struct expander_mark *expander_place(const struct expander *expander, size_t offset)
{
    size_t i = expander->marks.count - 1;

    while (i > 0 && expander->marks.items[i].offset > offset) {
        i--;
    }
    return &expander->marks.items[i];
}
