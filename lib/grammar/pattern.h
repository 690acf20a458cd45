/* Patterns over letters: expanded, compiled, dispatched on the letters they can begin with, and matched.
 *
 * A .pcre file holds patterns, each after a line "== name". In a pattern white space and # comments mean nothing;
 * (?&CLASS) is any token of a class, (?&shape) a shape of shapes.pcre (same form, no named groups, earlier shapes
 * only), both expanded in place; (?<field> …) is a field of the match. expand.h has all that may stand in one. */
#ifndef GRAMMAR_PATTERN_H
#define GRAMMAR_PATTERN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "claimex/memory.h"
#include "claimex/status.h"
#include "grammar/alphabet.h"
#include "grammar/field.h"

/* One pattern as the build leaves it: text between its "==" line and the next. */
struct pattern_source {
    const char *file; /* "money.pcre" */
    const char *name; /* "currency_first" */
    unsigned line;    /* of the text's first line, for messages */
    const char *text; /* NUL-terminated */
};

/* Where the patterns of one file stand among those of a set; the build writes these too, in the order of the files. */
struct pattern_file {
    const char *file;
    unsigned first;
    unsigned count;
};

/* All the patterns of one kind of use (the recognizers; one stage of the context). */
#define PATTERNS_MOST 64
struct pattern_set;

/* Compiles `sources` over `alphabet`, with `shapes` for (?&shape). JIT when `jit` is true and the system allows it. */
int32_t pattern_set_new(const struct pattern_source *sources, size_t n_sources, const struct pattern_source *shapes,
                        size_t n_shapes, const struct alphabet *alphabet, bool jit, const claimex_allocator *allocator,
                        struct pattern_set **set, claimex_error *error);
void pattern_set_free(struct pattern_set *set); /* NULL allowed */
bool pattern_set_has_jit(const struct pattern_set *set);

/* Which patterns can match where, seen from the letters around: never false for a match, rarely true for a miss. */
#define PATTERN_AHEAD 3 /* letters that are looked at; past the end of the string the letter is 0 */
struct pattern_row {
    uint64_t ahead[PATTERN_AHEAD - 1][256]; /* by the second letter, by the third: a bit for each pattern */
};
struct pattern_second_row {
    uint64_t third[256]; /* by the third letter: a bit for each pattern */
};
struct pattern_starts {
    uint16_t row[256]; /* by the first letter; 0 when nothing begins with it */
    const struct pattern_row *rows;
    uint16_t second_row[256]; /* by the second letter; 0 when it says nothing of the third */
    const struct pattern_second_row *second_rows;
    uint64_t alone[256];               /* by the first letter, when a match may have no second */
    uint64_t before[256], behind[256]; /* of matches that look behind: by the letter there, by their first letter */
    uint64_t looks_behind;  /* patterns of which every match does; of others nothing is known of those that do */
    uint64_t first_needed[256], last_needed[256]; /* by letter: every match of a pattern has a letter of the first, and
                                                     there or behind it one of the last, in it or behind it */
    uint64_t holds[256];    /* up to there the match has only letters of these */
    uint64_t pairs[256][4]; /* by the first letter: a bit for each second one with which a match may begin */
};
const struct pattern_starts *pattern_set_starts(const struct pattern_set *set);

/* The patterns that can match at letters[i]; letters[i + PATTERN_AHEAD - 1] can be read. */
static inline uint64_t pattern_starts_at(const struct pattern_starts *starts, const uint8_t *letters, uint32_t i)
{
    if (!((starts->pairs[letters[i]][letters[i + 1] / 64] >> (letters[i + 1] % 64)) & 1)) {
        return 0;
    }
    unsigned row = starts->row[letters[i]];
    uint64_t behind = starts->behind[letters[i]] & starts->before[i > 0 ? letters[i - 1] : 0];
    uint64_t seen = starts->alone[letters[i]];
    uint64_t ahead = starts->rows[row].ahead[0][letters[i + 1]] & starts->rows[row].ahead[1][letters[i + 2]];
    unsigned second_row = starts->second_row[letters[i + 1]];
    if (ahead != 0 && second_row != 0) {
        ahead &= starts->second_rows[second_row].third[letters[i + 2]];
    }
    seen |= ahead;
    return (seen & behind) | ((seen | behind) & ~starts->looks_behind);
}

/* The patterns that find what they need at a letter or behind it: what cannot match at any letter from there on is not
 * among them. From the last letter to the first. */
struct pattern_finds {
    uint64_t last; /* what they need last */
    uint64_t all;
};

static inline struct pattern_finds pattern_finds_at(const struct pattern_starts *starts, uint8_t letter,
                                                    struct pattern_finds behind)
{
    uint64_t last = starts->last_needed[letter] | (starts->holds[letter] & behind.last);
    return (struct pattern_finds){ last, (starts->first_needed[letter] & last) | (starts->holds[letter] & behind.all) };
}

struct match_range {
    uint32_t start; /* token indexes, half-open; start == end when the field is not set */
    uint32_t end;
};

struct match {
    struct match_range whole;
    struct match_range field[N_FIELDS];
    uint32_t given; /* the fields that are set, as bits */
};

/* What matching needs and changes; one for each thread, for any number of sets. */
struct matcher;
int32_t matcher_new(const claimex_allocator *allocator, struct matcher **matcher, claimex_error *error);
void matcher_free(struct matcher *matcher); /* NULL allowed */
void matcher_reset(struct matcher *matcher);
/* Since the last reset: some match was given up; the interpreter (used only without JIT, and where machine code gave
 * up) found no memory. */
bool matcher_hit_limit(const struct matcher *matcher);
bool matcher_out_of_memory(const struct matcher *matcher);

/* Does pattern `p` match exactly at letters[start]? Fills *match when it does, which holds zeros or an earlier one. */
bool pattern_match(const struct pattern_set *set, unsigned p, struct matcher *matcher, const uint8_t *letters,
                   uint32_t length, uint32_t start, struct match *match);

#endif
