/* Text out of typeset pages, and from the web, breaks words: "per-|cent", "mil(soft hyphen)lion", "the ﬁrst". They
 * are mended once, in a copy, so that nothing behind needs to know; most texts have nothing of the kind and are not
 * copied. */
#include "tokens/plain.h"

#include "tokens/setting.h"

/* ------------------------------------------------------------------- the copy */

/* What is before `at` is in the copy. */
struct copy {
    struct plain *plain;
    const claimex_allocator *allocator;
    const unsigned char *text, *at, *end;
};

/* Copies what is before p. */
static void copy_to(struct copy *copy, const unsigned char *p)
{
    size_t length = (size_t)(p - copy->at);
    memcpy(copy->plain->text.items + copy->plain->text.count, copy->at, length);
    copy->plain->text.count += length;
    copy->at = p;
}

/* `before` is where what stands before the seam ends in the text as given. */
static bool add_seam(struct copy *copy, size_t plain, const unsigned char *before, const unsigned char *given)
{
    struct seam *seam = array_push(&copy->plain->seams, copy->allocator);
    if (seam)
        *seam = (struct seam){ (uint32_t)plain, (uint32_t)(before - copy->text), (uint32_t)(given - copy->text) };
    return seam != NULL;
}

/* What takes its place begins where it does, and ends there: the i of "fi" is the end of "ﬁ", "%" is all of "&#37;". */
static bool mend(struct copy *copy, const struct setting *setting)
{
    size_t length = strlen(setting->plain), whole = (size_t)(copy->end - copy->text);
    if (!array_reserve(&copy->plain->text, whole - copy->plain->text.count, copy->allocator))
        return false;
    copy_to(copy, setting->at);
    size_t start = copy->plain->text.count;
    memcpy(copy->plain->text.items + start, setting->plain, length);
    copy->plain->text.count += length;
    copy->at = setting->at + setting->length;
    if (length > 1)
        return add_seam(copy, start + 1, setting->at, copy->at - (length - 1));
    return add_seam(copy, start + length, length ? copy->at : setting->at, copy->at);
}

static bool make(struct plain *plain, setting_find *find, const struct lexicon *lexicon,
                 const claimex_allocator *allocator, struct slice *text)
{
    const unsigned char *start = (const unsigned char *)text->bytes, *end = start + text->length;
    struct settings settings = { lexicon, start, end, { NULL }, 0 };
    struct copy copy = { plain, allocator, start, start, end };
    struct setting setting;
    plain->text.count = plain->seams.count = plain->passed = 0;
    while (find(&settings, copy.at, &setting))
        if (!mend(&copy, &setting))
            return false;
    if (!plain->seams.count)
        return true;
    copy_to(&copy, end);
    *text = (struct slice){ plain->text.items, plain->text.count };
    return true;
}

bool plain_characters(struct plain *plain, const claimex_allocator *allocator, struct slice *text)
{
    return make(plain, setting_find_character, NULL, allocator, text);
}

bool plain_lines(struct plain *plain, const struct lexicon *lexicon, const claimex_allocator *allocator,
                 struct slice *text)
{
    return make(plain, setting_find_hyphen, lexicon, allocator, text);
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

/* Bytes between two seams, which stand as far from where they are given. */
struct stretch {
    uint32_t from, to;
    uint32_t given, end; /* where the first one stands, and the last one ends */
};

static struct stretch stretch_at(const struct plain *plain, uint32_t at)
{
    size_t low = 0, high = plain->seams.count; /* the seams before `low` are at or before `at` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (plain->seams.items[middle].plain <= at)
            low = middle + 1;
        else
            high = middle;
    }
    struct seam none = { 0, 0, 0 }, last = { UINT32_MAX, 0, 0 };
    struct seam before = low ? plain->seams.items[low - 1] : none;
    struct seam behind = low < plain->seams.count ? plain->seams.items[low] : last;
    return (struct stretch){ before.plain, behind.plain, before.given, behind.before };
}

static uint32_t start_in(const struct stretch *stretch, uint32_t at)
{
    return stretch->given + (at - stretch->from);
}

static uint32_t end_in(const struct stretch *stretch, uint32_t at)
{
    return at == stretch->to ? stretch->end : start_in(stretch, at);
}

uint32_t plain_given(const struct plain *plain, uint32_t at)
{
    struct stretch stretch = stretch_at(plain, at);
    return start_in(&stretch, at);
}

uint32_t plain_given_end(const struct plain *plain, uint32_t at)
{
    struct stretch stretch = stretch_at(plain, at ? at - 1 : 0);
    return end_in(&stretch, at);
}

static void restore(const struct plain *plain, const struct stretch *stretch, claimex_span *span)
{
    if (span->start == span->end)
        return;
    bool within = span->start >= stretch->from && span->end <= stretch->to;
    *span = within ? (claimex_span){ start_in(stretch, span->start), end_in(stretch, span->end) }
                   : (claimex_span){ plain_given(plain, span->start), plain_given_end(plain, span->end) };
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
