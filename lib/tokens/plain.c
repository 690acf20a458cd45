/* Text out of typeset pages, and from the web, breaks words: "per-|cent", "mil(soft hyphen)lion", "the ﬁrst". They
 * are mended once, in a copy, so that nothing behind needs to know; most texts have nothing of the kind and are not
 * copied. */
#include "tokens/plain.h"

#include "base/ascii.h"
#include "lexicon/word_class.h"
#include "text/entity.h"
#include "tokens/look_up.h"

struct setter {
    struct plain *plain;
    const struct lexicon *lexicon; /* NULL: characters are mended, else lines */
    const claimex_allocator *allocator;
    const unsigned char *text, *at, *end; /* what is before `at` is in the plain text */
};

/* What stands in a text, and what takes its place. */
struct setting {
    size_t length; /* 0: nothing */
    char plain[ENTITY_LONGEST + 1];
};

/* ----------------------------------------------------------------- what is set */

/* Blanks with a single line end in them; 0 when they have none. */
static size_t line_end_length(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    unsigned lines = 0;
    for (; at < end && word_is_blank(*at); at++)
        lines += *at == '\n';
    return lines == 1 ? (size_t)(at - p) : 0;
}

struct part {
    const unsigned char *at;
    size_t length;
};

/* Nouns that are nothing else are in no table. */
static bool is_known(const struct setter *setter, struct part part)
{
    char lower[2 * LEXICON_LONGEST_WORD];
    for (size_t i = 0; i < part.length; i++)
        lower[i] = ascii_lower((char)part.at[i]);
    struct lexicon_found found =
        look_up_word(setter->lexicon, (unsigned char *)lower, part.length, (unsigned char *)lower + part.length);
    return found.form || word_class_knows(lower, part.length);
}

/* "two-|bedroom", "year-|on-year", "long-|term": words of their own, or a phrase of the lexicon. */
static bool are_words(const struct setter *setter, struct part first, struct part rest)
{
    char compound[2 * LEXICON_LONGEST_WORD + 1];
    memcpy(compound, first.at, first.length);
    compound[first.length] = '-';
    memcpy(compound + first.length + 1, rest.at, rest.length);
    const unsigned char *whole = (const unsigned char *)compound;
    struct lexicon_found found =
        look_up_word(setter->lexicon, whole, first.length, whole + first.length + 1 + rest.length);
    bool number = (found.traits & (TRAIT_CARDINAL | TRAIT_DOZEN | TRAIT_HALF | TRAIT_ORDINAL)) != 0;
    return number || found.length > first.length || (is_known(setter, first) && is_known(setter, rest));
}

/* Do the letters on both sides of a hyphen make one word? "per-|cent" */
static bool is_word(const struct setter *setter, const unsigned char *hyphen, const unsigned char *after)
{
    unsigned char word[2 * LEXICON_LONGEST_WORD];
    struct part first = { hyphen, 0 }, rest = { after, 0 };
    while (first.at > setter->text && word_is_ascii_letter(first.at[-1]) && first.length < LEXICON_LONGEST_WORD)
        first.at--, first.length++;
    while (after + rest.length < setter->end && word_is_ascii_letter(after[rest.length])
           && rest.length < LEXICON_LONGEST_WORD)
        rest.length++;
    memcpy(word, first.at, first.length);
    memcpy(word + first.length, rest.at, rest.length);
    return is_known(setter, (struct part){ word, first.length + rest.length }) || !are_words(setter, first, rest);
}

/* "two-|and three-year" */
static bool is_suspended(const struct setter *setter, const unsigned char *rest)
{
    uint32_t form = look_up_word(setter->lexicon, rest, word_length(rest, setter->end), setter->end).form;
    return form && lexicon_has(setter->lexicon, form, 0, CLASS_AND);
}

/* A hyphen between letters or digits, with a line end behind it. */
static struct setting hyphen_at(const struct setter *setter, const unsigned char *hyphen)
{
    struct setting none = { 0, "" };
    const unsigned char *rest = hyphen + 1 + line_end_length(hyphen + 1, setter->end);
    if (hyphen == setter->text || rest == hyphen + 1 || rest == setter->end)
        return none;
    bool letter = word_is_ascii_letter(hyphen[-1]), goes_on = *rest >= 'a' && *rest <= 'z';
    if (!(letter || word_is_digit(hyphen[-1])) || !(goes_on || word_is_digit(*rest))
        || (goes_on && is_suspended(setter, rest)))
        return none;
    bool word = letter && goes_on && is_word(setter, hyphen, rest);
    struct setting joint = { (size_t)(rest - hyphen), "-" };
    joint.plain[0] = word ? 0 : '-';
    return joint;
}

/* Joiners and marks of direction: U+200C…U+200F, U+202A…U+202E, U+2060…U+2064, U+2066…U+2069. */
static bool has_no_width(const unsigned char *p)
{
    return (p[1] == 0x80 && ((p[2] >= 0x8C && p[2] <= 0x8F) || (p[2] >= 0xAA && p[2] <= 0xAE)))
           || (p[1] == 0x81 && p[2] >= 0xA0 && p[2] <= 0xA9 && p[2] != 0xA5);
}

/* U+FB00 to U+FB06 */
static struct setting ligature_at(const unsigned char *p)
{
    static const struct setting letters[] = { { 3, "ff" },  { 3, "fi" }, { 3, "fl" }, { 3, "ffi" },
                                              { 3, "ffl" }, { 3, "st" }, { 3, "st" } };
    return letters[p[2] - 0x80];
}

/* `length` bytes; at the end of a line it is as good as any hyphen. */
static struct setting soft_hyphen_at(const struct setter *setter, const unsigned char *p, size_t length)
{
    struct setting setting = { length, "" };
    setting.plain[0] = line_end_length(p + length, setter->end) ? '-' : 0;
    return setting;
}

static struct setting entity_at(const struct setter *setter, const unsigned char *p)
{
    struct setting setting = { 0, "" };
    setting.length = entity_read((const char *)p, (size_t)(setter->end - p), setting.plain);
    return strcmp(setting.plain, "\u00AD") == 0 ? soft_hyphen_at(setter, p, setting.length) : setting;
}

static struct setting character_at(const struct setter *setter, const unsigned char *p)
{
    size_t left = (size_t)(setter->end - p);
    if (*p == '&')
        return entity_at(setter, p);
    if (left >= 2 && *p == 0xC2 && p[1] == 0xAD)
        return soft_hyphen_at(setter, p, 2);
    if (left >= 3 && ((*p == 0xE2 && has_no_width(p)) || memcmp(p, "\uFEFF", 3) == 0))
        return (struct setting){ 3, "" };
    if (left >= 3 && *p == 0xEF && p[1] == 0xAC && p[2] >= 0x80 && p[2] <= 0x86)
        return ligature_at(p);
    return (struct setting){ 0, "" };
}

/* ------------------------------------------------------------------- the copy */

/* The next hyphen with a line end behind it. */
static const unsigned char *next_hyphen(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *line = p;
    while ((line = memchr(line, '\n', (size_t)(end - line))) != NULL) {
        const unsigned char *before = line++;
        while (before > p && word_is_blank(before[-1]) && before[-1] != '\n')
            before--;
        if (before > p && before[-1] == '-')
            return before - 1;
    }
    return end;
}

/* The bytes with which characters begin that may be others, and where each stands next. */
#define N_LEADS 4

struct leads {
    const unsigned char *next[N_LEADS];
};

static const unsigned char *next_lead(struct leads *leads, const unsigned char *p, const unsigned char *end)
{
    static const unsigned char bytes[N_LEADS] = { '&', 0xC2, 0xE2, 0xEF };
    const unsigned char *first = end;
    for (unsigned i = 0; i < N_LEADS; i++) {
        if (!leads->next[i] || leads->next[i] < p)
            leads->next[i] = memchr(p, bytes[i], (size_t)(end - p));
        if (!leads->next[i])
            leads->next[i] = end;
        first = leads->next[i] < first ? leads->next[i] : first;
    }
    return first;
}

/* Copies what is before p. */
static void copy_to(struct setter *setter, const unsigned char *p)
{
    size_t length = (size_t)(p - setter->at);
    memcpy(setter->plain->text.items + setter->plain->text.count, setter->at, length);
    setter->plain->text.count += length;
    setter->at = p;
}

/* `before` is where what stands before the seam ends in the text as given. */
static bool add_seam(struct setter *setter, size_t plain, const unsigned char *before, const unsigned char *given)
{
    struct seam *seam = array_push(&setter->plain->seams, setter->allocator);
    if (seam)
        *seam = (struct seam){ (uint32_t)plain, (uint32_t)(before - setter->text), (uint32_t)(given - setter->text) };
    return seam != NULL;
}

/* What takes its place begins where it does, and ends there: the i of "fi" is the end of "ﬁ", "%" is all of "&#37;". */
static bool mend(struct setter *setter, const unsigned char *p, const struct setting *setting)
{
    size_t length = strlen(setting->plain);
    copy_to(setter, p);
    size_t start = setter->plain->text.count;
    memcpy(setter->plain->text.items + start, setting->plain, length);
    setter->plain->text.count += length;
    setter->at = p + setting->length;
    if (length > 1)
        return add_seam(setter, start + 1, p, setter->at - (length - 1));
    return add_seam(setter, start + length, length ? setter->at : p, setter->at);
}

/* Without it, bytes before it that are no character could become one: E2 (soft hyphen) 82 AC. */
static bool holds_apart(const struct setter *setter, const unsigned char *p, const struct setting *setting)
{
    const unsigned char *behind = p + setting->length;
    return behind < setter->end && (*behind & 0xC0) == 0x80;
}

static bool take(struct setter *setter, const unsigned char *p)
{
    size_t length = (size_t)(setter->end - setter->text);
    struct setting setting = setter->lexicon ? hyphen_at(setter, p) : character_at(setter, p);
    if (!setting.length || holds_apart(setter, p, &setting))
        return true;
    return array_reserve(&setter->plain->text, length - setter->plain->text.count, setter->allocator)
           && mend(setter, p, &setting);
}

static const unsigned char *next_place(const struct setter *setter, struct leads *leads, const unsigned char *p)
{
    return setter->lexicon ? next_hyphen(p, setter->end) : next_lead(leads, p, setter->end);
}

static bool make(struct setter *setter, struct slice *text)
{
    struct plain *plain = setter->plain;
    struct leads leads = { { NULL } };
    const unsigned char *p = setter->text;
    plain->text.count = plain->seams.count = plain->passed = 0;
    while (p < setter->end && (p = next_place(setter, &leads, p)) < setter->end) {
        if (!take(setter, p))
            return false;
        p = setter->at > p ? setter->at : p + 1;
    }
    if (!plain->seams.count)
        return true;
    copy_to(setter, setter->end);
    *text = (struct slice){ plain->text.items, plain->text.count };
    return true;
}

bool plain_characters(struct plain *plain, const claimex_allocator *allocator, struct slice *text)
{
    const unsigned char *start = (const unsigned char *)text->bytes;
    struct setter setter = { plain, NULL, allocator, start, start, start + text->length };
    return make(&setter, text);
}

bool plain_lines(struct plain *plain, const struct lexicon *lexicon, const claimex_allocator *allocator,
                 struct slice *text)
{
    const unsigned char *start = (const unsigned char *)text->bytes;
    struct setter setter = { plain, lexicon, allocator, start, start, start + text->length };
    return make(&setter, text);
}

void plain_free(struct plain *plain, const claimex_allocator *allocator)
{
    array_free(&plain->text, allocator);
    array_free(&plain->seams, allocator);
}

/* -------------------------------------------------------------- from text to text */

/* The seams are passed in their order. */
static uint32_t place_of(struct plain *plain, uint32_t given)
{
    while (plain->passed < plain->seams.count && plain->seams.items[plain->passed].given <= given)
        plain->passed++;
    struct seam none = { 0, 0, 0 }, before = plain->passed ? plain->seams.items[plain->passed - 1] : none;
    uint32_t at = before.plain + (given - before.given);
    bool left_out = plain->passed < plain->seams.count && at > plain->seams.items[plain->passed].plain;
    return left_out ? plain->seams.items[plain->passed].plain : at;
}

bool plain_sentence(struct plain *plain, struct sentence *sentence)
{
    if (!plain->seams.count)
        return true;
    sentence->start = place_of(plain, sentence->start);
    sentence->end = place_of(plain, sentence->end);
    return sentence->start < sentence->end;
}

/* The number of seams at or before a byte. */
static size_t seams_until(const struct plain *plain, uint32_t at)
{
    size_t low = 0, high = plain->seams.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (plain->seams.items[middle].plain <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t plain_given(const struct plain *plain, uint32_t at)
{
    size_t n = seams_until(plain, at);
    struct seam none = { 0, 0, 0 }, seam = n ? plain->seams.items[n - 1] : none;
    return seam.given + (at - seam.plain);
}

uint32_t plain_given_end(const struct plain *plain, uint32_t at)
{
    size_t n = at ? seams_until(plain, at - 1) : 0;
    bool seam = n < plain->seams.count && plain->seams.items[n].plain == at;
    return seam ? plain->seams.items[n].before : plain_given(plain, at);
}

/* Bytes between two seams, which stand as far from where they are given. */
struct stretch {
    uint32_t from, to;
    uint32_t given; /* where the first one stands */
};

static struct stretch stretch_at(const struct plain *plain, uint32_t at)
{
    size_t n = seams_until(plain, at);
    struct seam none = { 0, 0, 0 }, seam = n ? plain->seams.items[n - 1] : none;
    return (struct stretch){ seam.plain, n < plain->seams.count ? plain->seams.items[n].plain : UINT32_MAX, seam.given };
}

static void restore(const struct plain *plain, const struct stretch *stretch, claimex_span *span)
{
    if (span->start == span->end)
        return;
    if (span->start >= stretch->from && span->end < stretch->to) {
        span->start = stretch->given + (span->start - stretch->from);
        span->end = stretch->given + (span->end - stretch->from);
        return;
    }
    span->start = plain_given(plain, span->start);
    span->end = plain_given_end(plain, span->end);
}

void plain_restore(const struct plain *plain, claimex_claim *claim)
{
    struct stretch stretch = stretch_at(plain, claim->at.start); /* most seams are far away */
    restore(plain, &stretch, &claim->at);
    restore(plain, &stretch, &claim->modifier);
    restore(plain, &stretch, &claim->subject);
    restore(plain, &stretch, &claim->source);
    restore(plain, &stretch, &claim->cue);
    restore(plain, &stretch, &claim->sentence);
}
