/* A pattern is tried only where the letters are among those that it can begin with: a few loads decide that for all
 * patterns at once. */
#include "recognizers/candidates.h"

#include "base/bits.h"

struct search {
    struct candidates_finder *finder;
    const struct reader *reader;
    struct candidates *candidates;
};

static void start_candidate(const struct search *search, unsigned recognizer, unsigned pattern,
                            struct candidate *candidate)
{
    const struct match *match = &search->finder->match;
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
    struct candidates_finder *finder = search->finder;
    if (!pattern_match(finder->patterns, p, finder->matcher, search->reader->letters, n, i, &finder->match))
        return true;
    struct candidate *candidate = array_push(search->candidates, finder->allocator);
    if (!candidate)
        return false;
    start_candidate(search, recognizer, p, candidate);
    *read = recognizers[recognizer].read(search->reader, &finder->match, candidate) && candidate_has_number(candidate);
    if (*read)
        finder->free_from[recognizer] = candidate->end;
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
        bool read = false, taken = i < search->finder->free_from[recognizer];
        if (!taken && !try_pattern(search, p, recognizer, i, &read))
            return false;
        mask &= read || taken ? ~rest_of_file : mask - 1;
    }
    return true;
}

/* From the last token to the first, since what a match needs may stand behind its start. */
static void find_places(struct candidates_finder *finder, const struct reader *reader)
{
    const struct pattern_starts *starts = pattern_set_starts(finder->patterns);
    struct pattern_finds finds = { 0, 0 };
    finder->places.count = 0;
    for (uint32_t i = (uint32_t)reader->tokens->token.count; i-- > 0;) {
        finds = pattern_finds_at(starts, reader->letters[i], finds);
        uint64_t patterns = pattern_starts_at(starts, reader->letters, i) & finds.all;
        if (patterns)
            finder->places.items[finder->places.count++] = (struct candidates_place){ patterns, i };
    }
}

/* The patterns of the last recognizer, whose candidates are what all others leave. */
static uint64_t patterns_of_rest(void)
{
    const struct pattern_file *file = &recognizer_files[n_recognizers - 1];
    return UINT64_MAX << file->first;
}

bool candidates_find(struct candidates_finder *finder, const struct reader *reader, struct candidates *candidates)
{
    struct search search = { finder, reader, candidates };
    const struct candidates_place *places;
    uint64_t wanted = ~patterns_of_rest();
    if (!array_reserve(&finder->places, reader->tokens->token.count, finder->allocator))
        return false;
    memset(finder->free_from, 0, sizeof finder->free_from);
    find_places(finder, reader);
    places = finder->places.items;
    for (size_t i = finder->places.count; i-- > 0;)
        if (!try_all(&search, places[i].patterns & wanted, places[i].token))
            return false;
    return true;
}

bool candidates_find_rest(struct candidates_finder *finder, const struct reader *reader, const uint32_t *owner,
                          struct candidates *candidates)
{
    struct search search = { finder, reader, candidates };
    const struct candidates_place *places = finder->places.items;
    uint64_t wanted = patterns_of_rest();
    for (size_t i = finder->places.count; i-- > 0;)
        if (!owner[places[i].token] && !try_all(&search, places[i].patterns & wanted, places[i].token))
            return false;
    return true;
}
