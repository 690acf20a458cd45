/* A pattern is tried only where the letters are among those that it can begin with: a few loads decide that for all
 * patterns at once. */
#include "recognizers/candidates.h"

#include "base/bits.h"

#define MOST_RECOGNIZERS 32

struct search {
    const struct pattern_set *patterns;
    struct matcher *matcher;
    const struct reader *reader;
    struct candidates *candidates;
    const claimex_allocator *allocator;
    uint32_t free_from[MOST_RECOGNIZERS]; /* by recognizer: the token behind its last match */
    struct match match;
};

static void start_candidate(const struct search *search, unsigned recognizer, unsigned pattern,
                            struct candidate *candidate)
{
    const struct match *match = &search->match;
    const struct token *tokens = search->reader->tokens->token.items;
    memset(candidate, 0, sizeof *candidate);
    candidate->kind = recognizers[recognizer].kind;
    candidate->recognizer = (uint8_t)recognizer;
    candidate->pattern = (uint8_t)pattern;
    struct match_range at = match->field[FIELD_at]; /* "aged 29": what is matched may be more than the claim */
    if (at.start == at.end)
        at = match->whole;
    candidate->first = at.start;
    candidate->end = at.end;
    candidate->at = (claimex_span){ tokens[at.start].start, tokens[at.end - 1].end };
}

/* Tries pattern p at token i; *read says whether a candidate came of it. False when out of memory. */
static bool try_pattern(struct search *search, unsigned p, unsigned recognizer, uint32_t i, bool *read)
{
    uint32_t n = (uint32_t)search->reader->tokens->token.count;
    *read = false;
    if (!pattern_match(search->patterns, p, search->matcher, search->reader->letters, n, i, &search->match))
        return true;
    struct candidate *candidate = array_push(search->candidates, search->allocator);
    if (!candidate)
        return false;
    start_candidate(search, recognizer, p, candidate);
    *read = recognizers[recognizer].read(search->reader, &search->match, candidate);
    if (*read)
        search->free_from[recognizer] = candidate->end;
    else
        search->candidates->count--;
    return true;
}

/* The patterns that can begin at token i, file by file; within a file the first that is read ends the matter. */
static bool try_all(struct search *search, uint64_t mask, uint32_t i)
{
    while (mask) {
        unsigned p = bits_lowest(mask), recognizer = recognizer_file_of[p];
        const struct pattern_file *file = &recognizer_files[recognizer];
        uint64_t rest_of_file = ((UINT64_C(2) << (file->first + file->count - 1)) - 1) & mask;
        bool read = false, taken = i < search->free_from[recognizer];
        if (!taken && !try_pattern(search, p, recognizer, i, &read))
            return false;
        mask &= read || taken ? ~rest_of_file : mask - 1;
    }
    return true;
}

/* From the last token to the first, since what a match needs may stand behind its start. */
static void find_places(const struct pattern_starts *starts, const struct reader *reader,
                        struct candidates_places *places)
{
    uint64_t finds = 0;
    places->count = 0;
    for (uint32_t i = (uint32_t)reader->tokens->token.count; i-- > 0;) {
        finds = pattern_finds(starts, reader->letters[i], finds);
        uint64_t patterns = pattern_starts_at(starts, reader->letters, i) & finds;
        if (patterns)
            places->items[places->count++] = (struct candidates_place){ patterns, i };
    }
}

bool candidates_find(const struct pattern_set *patterns, struct matcher *matcher, const struct reader *reader,
                     struct candidates_places *places, struct candidates *candidates,
                     const claimex_allocator *allocator)
{
    struct search search = { patterns, matcher, reader, candidates, allocator, { 0 }, { .given = 0 } };
    places->count = 0;
    if (!array_reserve(places, reader->tokens->token.count, allocator))
        return false;
    find_places(pattern_set_starts(patterns), reader, places);
    for (size_t i = places->count; i-- > 0;)
        if (!try_all(&search, places->items[i].patterns, places->items[i].token))
            return false;
    return true;
}
