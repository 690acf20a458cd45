/* All contact with PCRE2. Patterns are anchored where they are tried, never unbounded, and have a small match limit,
 * so that a text costs time in proportion to its length whatever it holds. A limit that is hit is never "no match":
 * the matcher remembers it. */
#include "grammar/pattern.h"

#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/array.h"
#include "base/bits.h"
#include "base/memory.h"
#include "base/status.h"
#include "grammar/expand.h"
#include "grammar/starts.h"

#define MAX_GROUPS 63 /* named groups of one pattern */
#define MATCH_LIMIT 10000

struct capture {
    uint8_t group;
    uint8_t field;
};

/* pcre2_match or pcre2_jit_match. */
typedef int match_function(const pcre2_code *, PCRE2_SPTR, PCRE2_SIZE, PCRE2_SIZE, uint32_t, pcre2_match_data *,
                           pcre2_match_context *);

struct pattern {
    match_function *match;
    pcre2_code *code;
    unsigned n_captures;
    struct capture captures[MAX_GROUPS];
};

struct memory {
    claimex_allocator allocator;
    bool refused; /* the allocator has returned NULL */
};

struct pattern_set {
    struct memory memory;
    bool has_jit;
    size_t n_patterns;
    struct pattern_starts starts;
    ARRAY(struct pattern_row) rows; /* of starts */
    ARRAY(struct pattern_second_row) second_rows;
    struct pattern patterns[PATTERNS_MOST];
};

struct matcher {
    struct memory memory;
    bool hit_limit;
    pcre2_match_data *data;
    pcre2_match_context *context;
    PCRE2_SIZE *ranges; /* of data */
};

/* ----------------------------------------------------------------- memory */

static void *pcre2_alloc(size_t size, void *memory)
{
    struct memory *from = memory;
    void *block = memory_alloc(&from->allocator, size);

    from->refused |= block == NULL;
    return block;
}

static void pcre2_free(void *block, void *memory)
{
    struct memory *from = memory;

    memory_free(&from->allocator, block);
}

static pcre2_general_context *new_context(struct memory *memory)
{
    return pcre2_general_context_create(pcre2_alloc, pcre2_free, memory);
}

static int32_t no_memory(claimex_error *error)
{
    return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory");
}

/* ---------------------------------------------------------------- compile */

static int32_t fail_at(const struct expander *expander, size_t offset, int pcre2_error, claimex_error *error)
{
    const struct expander_mark *place = expander_place(expander, offset);
    PCRE2_UCHAR message[128];

    if (pcre2_get_error_message(pcre2_error, message, sizeof message) < 0) {
        message[0] = '\0';
    }
    return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s", place->file, place->line, (const char *)message);
}

static int32_t compile(struct pattern_set *set, struct pattern *pattern, const struct expander *expander,
                       pcre2_compile_context *context, claimex_error *error)
{
    const uint32_t options = PCRE2_ANCHORED | PCRE2_DOTALL | PCRE2_DOLLAR_ENDONLY | PCRE2_NO_START_OPTIMIZE
                             | PCRE2_DUPNAMES | PCRE2_NEVER_UTF | PCRE2_NEVER_UCP | PCRE2_NEVER_BACKSLASH_C;
    int code;
    PCRE2_SIZE offset;

    pattern->code = pcre2_compile((PCRE2_SPTR)expander->text.items, expander->text.count, options, &code, &offset,
                                  context);
    if (pattern->code) {
        return CLAIMEX_OK;
    }
    return set->memory.refused ? no_memory(error) : fail_at(expander, offset, code, error);
}

/* Reads the name table once, so that a match only walks pairs of numbers. */
static int32_t read_captures(struct pattern *pattern, const struct pattern_source *source, claimex_error *error)
{
    uint32_t count;
    uint32_t size;
    PCRE2_SPTR entry;

    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(pattern->code, PCRE2_INFO_NAMETABLE, &entry);
    if (count > MAX_GROUPS) {
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s has more than %d fields", source->file, source->line,
                           source->name, MAX_GROUPS);
    }
    for (; pattern->n_captures < count; entry += size) {
        enum field field = field_from_name(slice_of((const char *)entry + 2));
        pattern->captures[pattern->n_captures++] = (struct capture){ entry[1], (uint8_t)field };
    }
    return CLAIMEX_OK;
}

static bool has_letter(const struct letter_set *set, unsigned letter)
{
    return (set->bits[letter / 64] >> (letter % 64)) & 1;
}

/* The row of a first letter, made when it is new; NULL when out of memory. Row 0 is that of no letter. */
static struct pattern_row *row_of(struct pattern_set *set, unsigned letter)
{
    const claimex_allocator *allocator = &set->memory.allocator;

    if (set->starts.row[letter] == 0) {
        if (!array_reserve(&set->rows, 2, allocator)) {
            return NULL;
        }
        set->rows.count += set->rows.count == 0;
        memset(&set->rows.items[set->rows.count], 0, sizeof *set->rows.items);
        set->starts.row[letter] = (uint16_t)set->rows.count++;
        set->starts.rows = set->rows.items;
    }
    return &set->rows.items[set->starts.row[letter]];
}

static bool add_first_letter(struct pattern_set *set, const struct starts *starts, unsigned letter, uint64_t bit)
{
    struct pattern_row *row = row_of(set, letter);

    for (unsigned i = 0; row && i < PATTERN_AHEAD - 1; i++) {
        const uint64_t *next = starts->ahead[i][letter].bits;
        for (unsigned k = bits_next(next, 4, 0); k < 256; k = bits_next(next, 4, k + 1)) {
            row->ahead[i][k] |= bit;
        }
    }
    return row != NULL;
}

/* The row of a second letter, made when it is new; NULL when out of memory. */
static struct pattern_second_row *second_row_of(struct pattern_set *set, unsigned letter)
{
    if (set->starts.second_row[letter] == 0) {
        if (!array_reserve(&set->second_rows, 2, &set->memory.allocator)) {
            return NULL;
        }
        set->second_rows.count += set->second_rows.count == 0;
        memset(&set->second_rows.items[set->second_rows.count], 0xff, sizeof *set->second_rows.items);
        set->starts.second_row[letter] = (uint16_t)set->second_rows.count++;
        set->starts.second_rows = set->second_rows.items;
    }
    return &set->second_rows.items[set->starts.second_row[letter]];
}

static bool add_second_letter(struct pattern_set *set, const struct starts *starts, unsigned letter, uint64_t bit)
{
    static const struct letter_set none = { { 0 } };
    static const struct letter_set any = { { UINT64_MAX, UINT64_MAX, UINT64_MAX, UINT64_MAX } };
    const struct letter_set *third = &starts->second[letter];

    if (memcmp(third, &none, sizeof none) == 0 || memcmp(third, &any, sizeof any) == 0) {
        return true;
    }
    struct pattern_second_row *row = second_row_of(set, letter);
    for (unsigned next = 0; row && next < 256; next++) {
        row->third[next] &= has_letter(third, next) ? UINT64_MAX : ~bit;
    }
    return row != NULL;
}

static bool add_letters(struct pattern_set *set, const struct starts *starts)
{
    const uint64_t bit = UINT64_C(1) << set->n_patterns;

    set->starts.looks_behind |= starts->looks_behind ? bit : 0;
    for (unsigned letter = 0; letter < 256; letter++) {
        set->starts.before[letter] |= has_letter(&starts->before, letter) ? bit : 0;
        set->starts.alone[letter] |= has_letter(&starts->alone, letter) ? bit : 0;
        set->starts.behind[letter] |= has_letter(&starts->behind, letter) ? bit : 0;
        set->starts.first_needed[letter] |= has_letter(&starts->first_needed, letter) ? bit : 0;
        set->starts.last_needed[letter] |= has_letter(&starts->last_needed, letter) ? bit : 0;
        set->starts.holds[letter] |= has_letter(&starts->holds, letter) ? bit : 0;
        if ((has_letter(&starts->first, letter) || has_letter(&starts->behind, letter))
            && !add_first_letter(set, starts, letter, bit)) {
            return false;
        }
        if (!add_second_letter(set, starts, letter, bit)) {
            return false;
        }
    }
    return true;
}

static struct letter_set common_letters(const struct alphabet *alphabet)
{
    struct class_set common = class_set_of_alphabet(CLASS_COMMON);
    struct letter_set letters = { { 0 } };

    for (unsigned letter = 0; letter < 256; letter++) {
        if (class_set_meets(&alphabet->sets[letter], &common)) {
            letters.bits[letter / 64] |= UINT64_C(1) << (letter % 64);
        }
    }
    return letters;
}

static int32_t add_starts(struct pattern_set *set, const struct pattern_source *source,
                          const struct expander *expander, struct starts *starts, claimex_error *error)
{
    struct letter_set common = common_letters(expander->alphabet);

    starts_of(expander->text.items, &common, starts);
    if (starts->may_be_empty) {
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s can match without a token", source->file,
                           source->line, source->name);
    }
    if (starts->n_places == STARTS_PLACES) { /* it would be tried nearly everywhere */
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: %s has more than %d letters, raise STARTS_PLACES",
                           source->file, source->line, source->name, STARTS_PLACES - 1);
    }
    return add_letters(set, starts) ? CLAIMEX_OK : no_memory(error);
}

/* With which second letters a match may begin, whatever the pattern. */
static void add_pairs(struct pattern_starts *starts)
{
    for (unsigned first = 0; first < 256; first++) {
        const struct pattern_row *row = starts->row[first] ? &starts->rows[starts->row[first]] : NULL;
        bool any = starts->alone[first] || starts->behind[first];
        for (unsigned second = 0; row && second < 256; second++) {
            if (any || row->ahead[0][second]) {
                starts->pairs[first][second / 64] |= UINT64_C(1) << (second % 64);
            }
        }
    }
}

/* A pattern that JIT refuses (W^X, SELinux) is interpreted. */
static int32_t add_jit(struct pattern_set *set, struct pattern *pattern, claimex_error *error)
{
    if (set->has_jit && pcre2_jit_compile(pattern->code, PCRE2_JIT_COMPLETE) == 0) {
        pattern->match = pcre2_jit_match;
        return CLAIMEX_OK;
    }
    pattern->match = pcre2_match;
    set->has_jit = false;
    return set->memory.refused ? no_memory(error) : CLAIMEX_OK;
}

static int32_t add_pattern(struct pattern_set *set, const struct pattern_source *source, struct expander *expander,
                           pcre2_compile_context *context, struct starts *starts, claimex_error *error)
{
    struct pattern *pattern = &set->patterns[set->n_patterns];
    int32_t status = expander_pattern(expander, source, error);

    if (status == CLAIMEX_OK) {
        status = compile(set, pattern, expander, context, error);
    }
    if (status == CLAIMEX_OK) {
        status = read_captures(pattern, source, error);
    }
    if (status == CLAIMEX_OK) {
        status = add_starts(set, source, expander, starts, error);
    }
    if (status == CLAIMEX_OK) {
        status = add_jit(set, pattern, error);
    }
    set->n_patterns++; /* also when it failed: what it holds is freed with the set */
    return status;
}

static int32_t add_patterns(struct pattern_set *set, const struct pattern_source *sources, size_t n_sources,
                            struct expander *expander, claimex_error *error)
{
    pcre2_general_context *memory = new_context(&set->memory);
    pcre2_compile_context *context = memory ? pcre2_compile_context_create(memory) : NULL;
    struct starts *starts = memory_alloc(&set->memory.allocator, sizeof *starts);
    int32_t status = context && starts ? CLAIMEX_OK : no_memory(error);

    for (size_t i = 0; i < n_sources && status == CLAIMEX_OK; i++) {
        status = add_pattern(set, &sources[i], expander, context, starts, error);
    }
    if (status == CLAIMEX_OK) {
        add_pairs(&set->starts);
    }
    memory_free(&set->memory.allocator, starts);
    pcre2_compile_context_free(context);
    pcre2_general_context_free(memory);
    return status;
}

/* -------------------------------------------------------------------- set */

int32_t pattern_set_new(const struct pattern_source *sources, size_t n_sources, const struct pattern_source *shapes,
                        size_t n_shapes, const struct alphabet *alphabet, bool jit, const claimex_allocator *allocator,
                        struct pattern_set **set, claimex_error *error)
{
    struct expander expander;

    *set = NULL;
    if (n_sources > PATTERNS_MOST) {
        return status_fail(error, CLAIMEX_INTERNAL, 0, "%s:%u: more than %d patterns in one set",
                           sources[PATTERNS_MOST].file, sources[PATTERNS_MOST].line, PATTERNS_MOST);
    }
    struct pattern_set *made = memory_alloc_zero(allocator, 1, sizeof *made);
    if (!made) {
        return no_memory(error);
    }
    made->memory.allocator = *allocator;
    made->has_jit = jit;
    expander_init(&expander, alphabet, shapes, n_shapes, allocator);
    int32_t status = add_patterns(made, sources, n_sources, &expander, error);
    expander_free(&expander);
    if (status != CLAIMEX_OK) {
        pattern_set_free(made);
        return status;
    }
    *set = made;
    return CLAIMEX_OK;
}

void pattern_set_free(struct pattern_set *set)
{
    if (!set) {
        return;
    }
    claimex_allocator allocator = set->memory.allocator;
    for (size_t i = 0; i < set->n_patterns; i++) {
        pcre2_code_free(set->patterns[i].code);
    }
    /* PCRE2 keeps a free chunk of machine code for the next pattern; were it unloaded, nobody could give that back. */
    pcre2_jit_free_unused_memory(NULL);
    array_free(&set->rows, &allocator);
    array_free(&set->second_rows, &allocator);
    memory_free(&allocator, set);
}

bool pattern_set_has_jit(const struct pattern_set *set)
{
    return set->has_jit;
}

const struct pattern_starts *pattern_set_starts(const struct pattern_set *set)
{
    return &set->starts;
}

/* ---------------------------------------------------------------- matcher */

static bool make_data(struct matcher *matcher)
{
    pcre2_general_context *memory = new_context(&matcher->memory);

    if (!memory) {
        return false;
    }
    matcher->data = pcre2_match_data_create(1 + MAX_GROUPS, memory);
    matcher->context = pcre2_match_context_create(memory);
    pcre2_general_context_free(memory);
    return matcher->data && matcher->context;
}

int32_t matcher_new(const claimex_allocator *allocator, struct matcher **matcher, claimex_error *error)
{
    *matcher = NULL;
    struct matcher *made = memory_alloc_zero(allocator, 1, sizeof *made);
    if (!made) {
        return no_memory(error);
    }
    made->memory.allocator = *allocator;
    if (!make_data(made)) {
        matcher_free(made);
        return no_memory(error);
    }
    made->ranges = pcre2_get_ovector_pointer(made->data);
    pcre2_set_match_limit(made->context, MATCH_LIMIT);
    *matcher = made;
    return CLAIMEX_OK;
}

void matcher_free(struct matcher *matcher)
{
    if (!matcher) {
        return;
    }
    claimex_allocator allocator = matcher->memory.allocator;
    pcre2_match_data_free(matcher->data);
    pcre2_match_context_free(matcher->context);
    memory_free(&allocator, matcher);
}

void matcher_reset(struct matcher *matcher)
{
    matcher->hit_limit = false;
    matcher->memory.refused = false;
}

bool matcher_hit_limit(const struct matcher *matcher)
{
    return matcher->hit_limit;
}

bool matcher_out_of_memory(const struct matcher *matcher)
{
    return matcher->memory.refused;
}

/* ------------------------------------------------------------------ match */

static struct match_range range_of(const PCRE2_SIZE *pair)
{
    return (struct match_range){ (uint32_t)pair[0], (uint32_t)pair[1] };
}

/* Of the groups of one name, the first that matched something counts. */
static void read_match(const struct pattern *pattern, const PCRE2_SIZE *ranges, struct match *match)
{
    for (; match->given; match->given &= match->given - 1) {
        match->field[bits_lowest(match->given)] = (struct match_range){ 0, 0 };
    }
    match->whole = range_of(ranges);
    for (unsigned i = 0; i < pattern->n_captures; i++) {
        const PCRE2_SIZE *pair = ranges + 2 * pattern->captures[i].group;
        uint32_t field = UINT32_C(1) << pattern->captures[i].field;
        if (pair[0] < pair[1] && !(match->given & field)) {
            match->given |= field;
            match->field[pattern->captures[i].field] = range_of(pair);
        }
    }
}

/* Machine code gave up, for want of stack or at its limit, which the interpreter counts otherwise and may not reach.
 * That costs ten times as much, so it is not tried once the text is known to be incomplete. */
static bool match_again(const struct pattern *pattern, struct matcher *matcher, const uint8_t *letters, uint32_t length,
                        uint32_t start)
{
    int found = PCRE2_ERROR_MATCHLIMIT;

    if (pattern->match == pcre2_jit_match && !matcher->hit_limit) {
        found = pcre2_match(pattern->code, letters, length, start, PCRE2_NO_JIT, matcher->data, matcher->context);
    }
    matcher->hit_limit |= found < 0 && found != PCRE2_ERROR_NOMATCH;
    return found > 0;
}

bool pattern_match(const struct pattern_set *set, unsigned p, struct matcher *matcher, const uint8_t *letters,
                   uint32_t length, uint32_t start, struct match *match)
{
    const struct pattern *pattern = &set->patterns[p];
    int found = pattern->match(pattern->code, letters, length, start, 0, matcher->data, matcher->context);

    if (found == PCRE2_ERROR_NOMATCH) {
        return false;
    }
    if (found < 0 && !match_again(pattern, matcher, letters, length, start)) {
        return false;
    }
    read_match(pattern, matcher->ranges, match);
    return true;
}
