/* "more than", "or so", "-plus": a modifier stands next to its number, so this looks one token to either side. */
#include "context/relation.h"

static const struct { const char *name; uint8_t relation; } relations[] = {
    { "approx", CLAIMEX_APPROX }, { "gt", CLAIMEX_GT }, { "ge", CLAIMEX_GE }, { "lt", CLAIMEX_LT }, { "le", CLAIMEX_LE },
};

static bool set_relation(const struct reader *reader, uint32_t token, enum class class, struct candidate *candidate)
{
    const char *text = token_text(reader->tokens, token, class);
    for (size_t i = 0; text && i < sizeof relations / sizeof *relations; i++) {
        if (strcmp(text, relations[i].name) != 0)
            continue;
        const struct token *found = &reader->tokens->token.items[token];
        candidate->relation = relations[i].relation;
        candidate->modifier = (claimex_span){ found->start, found->end };
        return true;
    }
    return false;
}

static bool is(const struct reader *reader, uint32_t token, enum class class)
{
    struct class_set set = token_classes(reader->tokens, token);
    return class_set_has(&set, class);
}

/* "about $5", "more than half" */
static bool before(const struct reader *reader, struct candidate *candidate)
{
    return candidate->first > 0 && set_relation(reader, candidate->first - 1, CLASS_BOUND, candidate);
}

/* "5% or more", "$100-plus", "100+" */
static bool behind(const struct reader *reader, struct candidate *candidate)
{
    uint32_t n = (uint32_t)reader->tokens->token.count, next = candidate->end;
    if (next < n && is(reader, next, CLASS_PLUS) && !(reader->tokens->token.items[next].flags & TOKEN_GAP_BEFORE)) {
        const struct token *plus = &reader->tokens->token.items[next];
        candidate->relation = CLAIMEX_GE;
        candidate->modifier = (claimex_span){ plus->start, plus->end };
        return true;
    }
    bool hyphen = next < n && is(reader, next, CLASS_HYPHEN);
    bool word_needs_hyphen = next + hyphen < n && reader->tokens->token.items[next + hyphen].end
                                 - reader->tokens->token.items[next + hyphen].start <= 4;
    if (next + hyphen >= n || (word_needs_hyphen && !hyphen))
        return false;
    return set_relation(reader, next + hyphen, CLASS_BOUND_AFTER, candidate);
}

void relation_find(const struct reader *reader, struct candidate *candidate)
{
    if (candidate->relation != CLAIMEX_RANGE && !before(reader, candidate))
        behind(reader, candidate);
}
