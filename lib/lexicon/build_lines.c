/* Lines of text become readings of words; what is wrong in them is told here. */
#include "lexicon/build_parts.h"

#include "base/ascii.h"
#include "base/status.h"

/* A NUL-terminated copy, followed by the zeros that lexicon_hash reads; 0 when out of memory. */
static uint32_t keep(struct build *build, const char *bytes, size_t length)
{
    if (!array_reserve(&build->pool, length + 9, build->allocator))
        return 0;
    uint32_t offset = (uint32_t)build->pool.count;
    memcpy(build->pool.items + offset, bytes, length);
    memset(build->pool.items + offset + length, 0, 9);
    build->pool.count += length + 1;
    return offset;
}

/* Cuts `rest` at the first `mark` and returns what was before it. */
static struct slice cut(struct slice *rest, char mark)
{
    struct slice head = *rest;
    const char *at = rest->length ? memchr(rest->bytes, mark, rest->length) : NULL;
    if (at) {
        head.length = (size_t)(at - rest->bytes);
        rest->bytes = at + 1;
        rest->length -= head.length + 1;
    } else {
        rest->bytes += rest->length;
        rest->length = 0;
    }
    return head;
}

static unsigned condition_from_name(struct slice name)
{
    static const struct {
        const char *name;
        unsigned condition;
    } names[] = {
        { "glued", LEXICON_GLUED },     { "free", LEXICON_FREE },
        { "cased", LEXICON_CASED },     { "beside_amount", LEXICON_BESIDE_AMOUNT },
        { "initial", LEXICON_INITIAL },
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_is(name, names[i].name))
            return names[i].condition;
    return 0;
}

static int32_t integer_of(struct slice text)
{
    int32_t number = 0;
    size_t i = text.length > 0 && text.bytes[0] == '-';
    if (text.length > 9)
        return 0;
    for (size_t at = i; at < text.length; at++) {
        if (text.bytes[at] < '0' || text.bytes[at] > '9')
            return 0;
        number = number * 10 + (text.bytes[at] - '0');
    }
    return i ? -number : number;
}

static bool read_conditions(struct slice names, unsigned *conditions)
{
    while (names.length) {
        unsigned condition = condition_from_name(cut(&names, ' '));
        if (!condition)
            return false;
        *conditions |= condition;
    }
    return true;
}

/* Keeps the word in lower case, and for `cased` as written; false when out of memory. */
static bool keep_word(struct build *build, struct slice word, struct build_line *line)
{
    bool cased = line->reading.conditions & LEXICON_CASED;
    line->spelling = cased ? keep(build, word.bytes, word.length) : 0;
    line->key = keep(build, word.bytes, word.length);
    for (size_t i = 0; line->key && i < word.length; i++)
        build->pool.items[line->key + i] = ascii_lower(word.bytes[i]);
    return line->key && (line->spelling || !cased);
}

/* False when out of memory. */
static bool add_line(struct build *build, struct build_line line, struct slice value)
{
    line.reading.text = value.length ? keep(build, value.bytes, value.length) : 0;
    line.reading.number = integer_of(value);
    struct build_line *new_line = array_push(&build->lines, build->allocator);
    if (!new_line)
        return false;
    *new_line = line;
    return line.reading.text || !value.length;
}

/* Why the line is wrong, or NULL; the build's memory may run out on the way (*memory is then false). */
static const char *take_line(struct build *build, struct slice line, bool *memory)
{
    struct slice rest = line, word = cut(&rest, '\t'), items = cut(&rest, '\t');
    unsigned conditions = 0;
    if (!read_conditions(rest, &conditions))
        return "unknown condition (glued, free, cased, beside_amount, initial)";
    if (!word.length || word.length >= LEXICON_LONGEST_WORD)
        return "the word is empty or too long";
    if (!items.length)
        return "no class after the word and a tab";
    struct build_line read = { 0, 0, { 0, 0, 0, (uint8_t)conditions } };
    *memory = keep_word(build, word, &read);
    while (*memory && items.length) {
        struct slice value = cut(&items, ' '), name = cut(&value, '=');
        read.reading.class = (uint16_t)class_from_name(name);
        if (!read.reading.class)
            return "unknown class";
        *memory = add_line(build, read, value);
    }
    return NULL;
}

int32_t build_add(struct build *build, const char *name, struct slice text, claimex_error *error)
{
    const char *start = text.bytes;
    for (unsigned number = 1; text.length; number++) {
        uint64_t offset = (uint64_t)(text.bytes - start);
        struct slice line = cut(&text, '\n');
        bool memory = true;
        line.length -= line.length && line.bytes[line.length - 1] == '\r';
        if (!line.length || line.bytes[0] == '#')
            continue;
        const char *wrong = take_line(build, line, &memory);
        if (!memory)
            return build_no_memory(error);
        if (wrong)
            return status_fail(error, CLAIMEX_BAD_LEXICON, offset, "%s:%u: %s", name, number, wrong);
    }
    return CLAIMEX_OK;
}
