/* Random patterns over the small alphabet, the same ones in every run. */
#ifndef RANDOM_PATTERN_H
#define RANDOM_PATTERN_H

#include <stdint.h>
#include <string.h>

struct random_pattern {
    char text[4096]; /* filled to about a half */
};

/* xorshift; `random` is never 0. */
static inline uint32_t random_below(uint64_t *random, uint32_t bound)
{
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    return (uint32_t)(*random >> 32) % bound;
}

static inline void random_pattern_add(struct random_pattern *pattern, const char *text)
{
    memcpy(pattern->text + strlen(pattern->text), text, strlen(text) + 1);
}

static inline void random_pattern_add_one(struct random_pattern *pattern, uint64_t *random, const char *const *texts,
                                          uint32_t count)
{
    random_pattern_add(pattern, texts[random_below(random, count)]);
}

static inline void random_pattern_add_alternatives(struct random_pattern *pattern, uint64_t *random, int depth);

static inline void random_pattern_add_item(struct random_pattern *pattern, uint64_t *random, int depth)
{
    static const char *const singles[] = { "(?&CURRENCY)", "(?&NUMBER)", "(?&UNIT)",        "(?&!UNIT)",
                                           "(?&HYPHEN)",   ".",          "(?&SCALE|NUMBER)", "(?&range)" };
    static const char *const groups[] = { "(", "(?:", "(?<amount>", "(?<unit>", "(?=", "(?!" };
    static const char *const behinds[] = { "(?<= (?&NUMBER) )", "(?<! (?&UNIT) )" };
    static const char *const repeats[] = { "", "", "", "?", "??", "?+", "{2}", "{0,2}", "{1,3}?", "{0,3}+" };
    uint32_t choice = random_below(random, 10);

    if (choice == 0) {
        random_pattern_add_one(pattern, random, behinds, 2);
        return;
    }
    if (choice <= 3 && depth > 0) {
        random_pattern_add_one(pattern, random, groups, 6);
        random_pattern_add_alternatives(pattern, random, depth - 1);
        random_pattern_add(pattern, ")");
    } else {
        random_pattern_add_one(pattern, random, singles, 8);
    }
    random_pattern_add_one(pattern, random, repeats, 10);
}

static inline void random_pattern_add_alternatives(struct random_pattern *pattern, uint64_t *random, int depth)
{
    do {
        for (uint32_t i = random_below(random, 3) + 1; i > 0; i--) {
            random_pattern_add_item(pattern, random, depth);
        }
    } while (random_below(random, 3) == 0 && strlen(pattern->text) < 1000 && (random_pattern_add(pattern, "|"), 1));
}

static inline struct random_pattern random_pattern_make(uint64_t *random)
{
    struct random_pattern pattern = { "" };

    random_pattern_add_alternatives(&pattern, random, 3);
    return pattern;
}

#endif
