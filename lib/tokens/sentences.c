/* A sentence ends at . ! ? before a blank and something that can begin a sentence, at a blank line, a tab, a bullet, the
 * border of a cell or a gap for one, and at a line end unless the line was wrapped there. Only these bytes are looked
 * at closely. */
#include "tokens/sentences.h"

#include "lexicon/word.h"
#include "tokens/columns.h"
#include "tokens/digits.h"
#include "tokens/look_up.h"
#include "tokens/markup.h"
#include "tokens/setting.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define MOST_CLOSERS 8         /* behind a stop: ".'\")" */
#define LONGEST_SENTENCE 16384 /* longer ones are cut at a blank: no prose has them, and each stage is bounded */

enum { OTHER, STOP, LINE, CELL, GAP, HIGH };

static const unsigned char kinds[256] = {
    ['\t'] = CELL, ['\n'] = LINE, ['\r'] = LINE, [' '] = GAP, ['!'] = STOP, ['.'] = STOP, ['?'] = STOP,
    ['|'] = CELL,  [0xE2] = HIGH,
};

struct view {
    const struct lexicon *lexicon;
    const unsigned char *start, *end; /* of the text */
};

/* ---------------------------------------------------------------- full stops */

static size_t closer_length(const unsigned char *p, const unsigned char *end)
{
    if (p < end && (*p == '"' || *p == '\'' || *p == ')' || *p == ']' || markup_is_emphasis(*p)))
        return 1;
    if (p < end && *p == '[')
        return markup_reference_length(p, end);
    int digit;
    size_t raised = digits_raised(p, end, &digit);
    if (raised)
        return raised;
    bool quote = end - p >= 3 && p[0] == 0xE2 && p[1] == 0x80 && (p[2] == 0x99 || p[2] == 0x9D);
    return quote ? 3 : 0;
}

static const unsigned char *skip_closers(const unsigned char *p, const unsigned char *end)
{
    for (size_t length, n = 0; n < MOST_CLOSERS && (length = closer_length(p, end)) != 0; n++)
        p += length;
    return p;
}

/* The start of the word that ends at p; at most 16 letters back. */
static const unsigned char *word_before(const unsigned char *p, const unsigned char *start)
{
    const unsigned char *at = p;
    while (at > start && p - at < 16 && word_is_ascii_letter(at[-1]))
        at--;
    return at;
}

static unsigned traits_of_word(const struct view *view, const unsigned char *word, size_t length)
{
    if (!length || length >= 16)
        return 0;
    struct lexicon_found found = look_up_word(view->lexicon, word, length, word + length);
    return lexicon_traits(view->lexicon, found.form);
}

/* Does the word at p, behind a stop, usually begin a sentence ("The", "But"), so that "Inc." before it ends one? */
static bool starts_sentence(const struct view *view, const unsigned char *p)
{
    const unsigned char *at = p;
    while (at < view->end && at - p < 16 && word_is_ascii_letter(*at))
        at++;
    return at > p && *p < 'a' && (traits_of_word(view, p, (size_t)(at - p)) & TRAIT_STARTER);
}

/* "$", "£", "€" */
static bool is_sign_of_unit(const struct view *view, const unsigned char *p)
{
    return !word_is_ascii_letter(*p)
           && (traits_of_word(view, p, word_character_length(p, view->end)) & TRAIT_UNIT);
}

/* The "AD" of "c. AD 262": two capitals before digits */
static bool is_era(const unsigned char *p, const unsigned char *end)
{
    unsigned capitals = 0;
    for (; p < end && capitals <= 2 && ((unsigned char)(*p - 'A') < 26 || (*p == '.' && capitals)); p++)
        capitals += *p != '.';
    return capitals == 2 && end - p > 1 && *p == ' ' && word_is_digit(p[1]);
}

/* Is the full stop at p part of an abbreviation, when `next` is the first character behind the gap? */
static bool abbreviates(const struct view *view, const unsigned char *p, const unsigned char *next)
{
    const unsigned char *word = word_before(p, view->start);
    size_t length = (size_t)(p - word);
    bool initial = length == 1 && (*word < 'a' || (word > view->start && word[-1] == '.'));
    unsigned traits = initial ? 0 : traits_of_word(view, word, length);
    if (traits & TRAIT_ABBREVIATION_BEFORE_DIGIT)
        return word_is_digit(*next)
               || (*word >= 'a' && (is_sign_of_unit(view, next) || is_era(next, view->end))); /* "c. £5m" */
    if (traits & TRAIT_ABBREVIATION)
        return true;
    return (initial || (traits & TRAIT_ABBREVIATION_AT_END)) && !starts_sentence(view, next);
}

/* The end of the sentence that stops at p, or NULL when it goes on. */
static const unsigned char *end_at_stop(const struct view *view, const unsigned char *p)
{
    const unsigned char *after = skip_closers(p + 1, view->end), *next = after;
    if (after == view->end)
        return after;
    if (!word_is_blank(*after))
        return NULL;
    while (next < view->end && (*next == ' ' || markup_is_emphasis(*next)))
        next++;
    if (next == view->end || word_is_blank(*next))
        return NULL; /* the line end decides */
    if (*next >= 'a' && *next <= 'z')
        return NULL;
    return *p == '.' && abbreviates(view, p, next) ? NULL : after;
}

/* -------------------------------------------------------------------- lines */


static size_t line_length(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    while (at < end && *at != '\n' && *at != '\r' && at - p <= SENTENCES_WIDEST_LINE)
        at++;
    return (size_t)(at - p);
}

static size_t length_of_line_before(const unsigned char *p, const unsigned char *start)
{
    const unsigned char *at = p;
    while (at > start && at[-1] != '\n' && at[-1] != '\r' && p - at <= SENTENCES_WIDEST_LINE)
        at--;
    return (size_t)(p - at);
}

static size_t first_word_length(const unsigned char *line, const unsigned char *end)
{
    const unsigned char *at = line;
    while (at < end && !word_is_blank(*at) && at - line < 64)
        at++;
    return (size_t)(at - line);
}

/* "- Net sales", "* Net sales": an item of a list. */
static bool is_item(const unsigned char *line, const unsigned char *end)
{
    return end - line > 2 && (*line == '-' || *line == '*') && line[1] == ' ';
}

/* The length of the line above the one that begins at `line`; 0 when there is none, or it is too long to be wrapped. */
static size_t length_of_line_above(const struct view *view, const unsigned char *line)
{
    const unsigned char *p = line - (line > view->start);
    p -= p > view->start && *p == '\n' && p[-1] == '\r';
    size_t length = length_of_line_before(p, view->start);
    return length > SENTENCES_WIDEST_LINE ? 0 : length;
}

/* Has a line of this length room for the first word of the next, though neither it nor a sentence ends there? So it is
 * in lists. */
static bool is_left_open(const struct view *view, const unsigned char *line, size_t length, size_t widest)
{
    const unsigned char *end = line + length, *next = end;
    next += next < view->end && *next == '\r';
    next += next < view->end && *next == '\n';
    if (next == view->end || word_is_blank(*next) || (*next >= 'a' && *next <= 'z') || length == 0)
        return false;
    while (end > line + 1 && (end[-1] == ' ' || closer_length(end - 1, view->end)))
        end--;
    return kinds[end[-1]] != STOP && length + 1 + first_word_length(next, view->end) <= widest;
}

/* Was the line that ends at p wrapped there: would the next line's first word not have fitted? The lines around it say
 * how wide it may be. */
static bool is_wrapped(const struct view *view, const unsigned char *p, const unsigned char *next_line)
{
    bool goes_on = next_line < view->end && *next_line >= 'a' && *next_line <= 'z';
    size_t here = length_of_line_before(p, view->start), next = line_length(next_line, view->end);
    if (here < (goes_on ? 20 : 40) || here > SENTENCES_WIDEST_LINE || next > SENTENCES_WIDEST_LINE)
        return false;
    if (goes_on)
        return true;
    if (is_item(p - here, view->end) && is_item(next_line, view->end))
        return false;
    if (columns_fill(p - here, here, view->end) || columns_fill(next_line, next, view->end))
        return false;
    size_t above = length_of_line_above(view, p - here), widest = here > next ? here : next;
    widest = above > widest ? above : widest;
    return here + 1 + first_word_length(next_line, view->end) > widest && !is_left_open(view, next_line, next, widest);
}

/* Is a word or a number broken by the line end? "per-|cent", "COVID-|19" */
static bool is_broken(const struct view *view, const unsigned char *p, const unsigned char *next_line)
{
    return p - view->start > 1 && p[-1] == '-' && setting_may_break(p[-2], *next_line);
}

/* The end of the sentence at the line end p, or NULL when the text goes on behind it. */
static const unsigned char *end_at_line(const struct view *view, const unsigned char *p)
{
    const unsigned char *next = p + 1;
    if (*p == '\n' && p > view->start && p[-1] == '\r')
        return NULL; /* decided there */
    if (*p == '\r' && next < view->end && *next == '\n')
        next++;
    if (next == view->end || word_is_blank(*next))
        return p;
    const unsigned char *last = p;
    while (last > view->start && (last[-1] == ' ' || closer_length(last - 1, view->end)))
        last--;
    bool stopped = last > view->start && kinds[last[-1]] == STOP;
    if (stopped && !(last[-1] == '.' && abbreviates(view, last - 1, next)))
        return p;
    return is_broken(view, p, next) || is_wrapped(view, p, next) ? NULL : p;
}

/* --------------------------------------------------------------------- cells */

static bool is_bullet(const unsigned char *p, const unsigned char *end)
{
    if (end - p < 3)
        return false;
    return (p[1] == 0x80
            && (p[2] == 0xA2 || p[2] == 0xA3 || p[2] == 0xA8 || p[2] == 0xA9)) /* • ‣, line and paragraph separator */
           || (p[1] == 0x96 && p[2] >= 0xA0) || (p[1] == 0x97)                 /* geometric shapes */
           || (p[1] == 0x94 && p[2] == 0x82);                                  /* │, the border of a cell */
}

static const unsigned char *end_at_cell(const struct view *view, const unsigned char *p)
{
    if (*p == '|')
        return p + 1 == view->end || word_is_blank(p[1]) ? p : NULL;
    return *p == '\t' || is_bullet(p, view->end) ? p : NULL;
}

/* The first blank of a gap */
static const unsigned char *end_at_gap(const struct view *view, const unsigned char *p)
{
    bool wide = view->end - p > 1 && p[1] == ' ' && p > view->start && !word_is_blank(p[-1]);
    return wide && columns_begin(p, view->end) ? p : NULL;
}

/* ---------------------------------------------------------------------- all */

static const unsigned char *end_of_sentence(const struct view *view, const unsigned char *p)
{
    switch (kinds[*p]) {
    case STOP:
        return end_at_stop(view, p);
    case LINE:
        return end_at_line(view, p);
    case GAP:
        return end_at_gap(view, p);
    case CELL:
    case HIGH:
        return end_at_cell(view, p);
    default:
        return NULL;
    }
}

static unsigned holds(unsigned char c)
{
    return c == '"' || c == '\'' || c == 0xE2 ? SENTENCE_QUOTES : c == ':' ? SENTENCE_COLON : 0;
}

/* Of a block, as bits: is an apostrophe followed by another one, perhaps in the next block? */
static inline bool may_be_pair(unsigned apostrophes)
{
    return (apostrophes & (apostrophes >> 1)) || apostrophes >> 15;
}

#if defined(__SSE2__) && defined(__GNUC__)
static inline __m128i is_byte(__m128i bytes, char c)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c));
}

/* Are they in `first` … `first` + n - 1? */
static inline __m128i is_in_range(__m128i bytes, unsigned char first, int n)
{
    return _mm_cmplt_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8((char)(first + 128))), _mm_set1_epi8((char)(n - 128)));
}

static inline const unsigned char *skip_blocks(const unsigned char *p, const unsigned char *end, unsigned *held)
{
    __m128i quotes = _mm_setzero_si128(), colons = quotes;
    for (unsigned found = 0; end - p > 16 && !found; p += found ? __builtin_ctz(found) : 16) {
        __m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p), high = is_byte(bytes, '\xE2');
        __m128i behind = _mm_loadu_si128((const __m128i *)(const void *)(p + 1));
        __m128i gaps = _mm_and_si128(is_byte(bytes, ' '), is_byte(behind, ' '));
        __m128i stops = _mm_or_si128(_mm_or_si128(is_byte(bytes, '.'), is_byte(bytes, '!')), is_byte(bytes, '?'));
        __m128i others = _mm_or_si128(_mm_or_si128(is_in_range(bytes, 0, '\r' + 1), is_byte(bytes, '|')), high);
        quotes = _mm_or_si128(quotes, _mm_or_si128(is_byte(bytes, '"'), high));
        colons = _mm_or_si128(colons, is_byte(bytes, ':'));
        *held |= may_be_pair((unsigned)_mm_movemask_epi8(is_byte(bytes, '\''))) ? SENTENCE_QUOTES : 0u;
        found = (unsigned)_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(stops, others), gaps));
    }
    *held |= (_mm_movemask_epi8(quotes) ? SENTENCE_QUOTES : 0u) | (_mm_movemask_epi8(colons) ? SENTENCE_COLON : 0u);
    return p;
}
#else
static inline const unsigned char *skip_blocks(const unsigned char *p, const unsigned char *end, unsigned *held)
{
    (void)end;
    (void)held;
    return p;
}
#endif

/* The next byte that is looked at closely, from p on. */
static inline const unsigned char *next_special(const unsigned char *p, const unsigned char *end, unsigned *held)
{
    for (p = skip_blocks(p, end, held); p < end; p++) {
        if (kinds[*p])
            break;
        *held |= holds(*p);
    }
    return p;
}

static const unsigned char *find_end(const struct view *view, const unsigned char *start, unsigned *held)
{
    const unsigned char *p = start;
    bool is_far = view->end - start > LONGEST_SENTENCE;
    const unsigned char *far = is_far ? start + LONGEST_SENTENCE + 1 : view->end; /* a look at all that is left, at each
                                                                                     sentence, would be quadratic */
    for (;;) {
        p = next_special(p, far, held);
        if (p - start > LONGEST_SENTENCE) {
            p = start + LONGEST_SENTENCE;
            while (p < view->end && !word_is_blank(*p) && p - start < 2 * LONGEST_SENTENCE)
                p++;
            while (p < view->end && (*p & 0xC0) == 0x80)
                p++;
            return p;
        }
        if (p == view->end)
            return p;
        const unsigned char *end = end_of_sentence(view, p);
        if (end)
            return end;
        p++;
        while (p < far && *p == ' ' && p[-1] == ' ')
            p++;
    }
}

bool sentences_next(struct sentences *sentences, struct sentence *sentence)
{
    const unsigned char *end_of_text = sentences->text + sentences->end;
    struct view view = { sentences->lexicon, sentences->text + sentences->start, end_of_text };
    const unsigned char *start = sentences->text + sentences->at;
    for (;;) {
        while (start < end_of_text && (word_is_blank(*start) || *start == '|'))
            start++;
        if (start == end_of_text || !(*start == 0xE2 && is_bullet(start, end_of_text)))
            break;
        start += 3;
    }
    if (start == end_of_text) {
        sentences->at = sentences->end;
        return false;
    }
    unsigned held = 0;
    const unsigned char *end = find_end(&view, start, &held);
    for (const unsigned char *p = end; p > start && p > end - 4; p--)
        held |= holds(p[-1]); /* what closes the sentence is behind what was looked for */
    sentences->at = (uint32_t)(end - sentences->text);
    while (end > start + 1 && word_is_blank(end[-1]))
        end--;
    *sentence =
        (struct sentence){ (uint32_t)(start - sentences->text), (uint32_t)(end - sentences->text), (uint8_t)held };
    return true;
}
