/* One pass from left to right. A token is a word or phrase of the lexicon, another word, a number, or a mark; what
 * decides where it ends is only the text, never what a pattern would like. */
#include "tokens/tokenizer.h"

#include "text/fold.h"
#include "text/utf8.h"
#include "tokens/codes.h"
#include "tokens/digits.h"
#include "tokens/look_up.h"
#include "tokens/markup.h"

/* How the token at the cutter stands to what is before it. */
static inline void set_place(struct token *token, const struct cutter *cutter)
{
    unsigned flags = cutter->gap | (cutter->after_number && !cutter->gap ? TOKEN_GLUED : 0);
    token->flags = (uint8_t)flags;
    token->place = (flags & TOKEN_GLUED ? LEXICON_PLACE_GLUED : 0) | (flags & TOKEN_FIRST ? LEXICON_PLACE_INITIAL : 0);
}

static inline struct token *add_token(struct cutter *cutter, size_t length)
{
    struct token *token = &cutter->tokens->token.items[cutter->tokens->token.count++];
    uint32_t start = (uint32_t)(cutter->at - cutter->text);
    *token = (struct token){ start, start + (uint32_t)length, 0, NO_NUMBER, CLASS_NONE, 0, 0, 0, 0 };
    set_place(token, cutter);
    cutter->at += length;
    cutter->gap = 0;
    cutter->after_number = false;
    return token;
}

static void add_shape(struct cutter *cutter, size_t length, enum class shape)
{
    add_token(cutter, length)->shape = (uint8_t)shape;
}

static void set_form(struct cutter *cutter, struct token *token, struct lexicon_found found)
{
    token->form = found.form;
    token->shape = found.traits & TRAIT_KNOWN ? CLASS_NONE : token->shape;
    token->traits = found.traits;
    cutter->tokens->traits |= found.traits;
}

/* -------------------------------------------------------------------- words */

static bool starts_upper(const unsigned char *p, const unsigned char *end)
{
    if (*p < 0x80)
        return *p >= 'A' && *p <= 'Z';
    uint32_t code_point;
    utf8_decode((const char *)p, (size_t)(end - p), &code_point);
    return fold_is_upper(code_point);
}

static enum class capital_of(const unsigned char *p, size_t length)
{
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < length; i++) {
        upper += (unsigned char)(p[i] - 'A') < 26;
        lower += (unsigned char)(p[i] - 'a') < 26;
    }
    if (!upper && (*p < 0x80 || !starts_upper(p, p + length)))
        return CLASS_LOWER;
    if (!starts_upper(p, p + length))
        return CLASS_MIXED;
    return upper > 1 ? (lower ? CLASS_MIXED : CLASS_UPPER) : lower || length == 1 ? CLASS_CAPITALISED : CLASS_UPPER;
}

/* The bytes of a run of letters, digits and the marks inside an address, up to a blank. */
static size_t length_to_blank(const struct cutter *cutter)
{
    const unsigned char *at = cutter->at;
    while (at < cutter->end && !word_is_blank(*at) && *at != '"' && *at != '<' && *at != '>')
        at++;
    while (at > cutter->at + 1 && (at[-1] == '.' || at[-1] == ',' || at[-1] == ')' || at[-1] == ';' || at[-1] == '\''))
        at--;
    return (size_t)(at - cutter->at);
}

/* "https://…", "www.…", "name@host": addresses are one token. */
static bool is_address(const struct cutter *cutter, size_t length)
{
    const unsigned char *p = cutter->at + length;
    size_t left = (size_t)(cutter->end - p);
    if (left > 3 && memcmp(p, "://", 3) == 0)
        return true;
    if (left > 1 && *p == '.' && length == 3 && (cutter->at[0] | 0x20) == 'w'
        && memcmp(cutter->at, cutter->at + 1, 2) == 0)
        return word_is_ascii_letter(p[1]);
    return left > 1 && *p == '@' && word_is_ascii_letter(p[1]);
}

/* "Alibaba.com": letters behind a dot without a gap. The bytes of the whole, 0 when there is none. */
static size_t dotted_length(const struct cutter *cutter, size_t length)
{
    size_t whole = length;
    for (;;) {
        const unsigned char *p = cutter->at + whole;
        bool goes_on = cutter->end - p > 2 && *p == '.' && p[1] >= 'a' && p[1] <= 'z';
        size_t more = goes_on ? word_length(p + 1, cutter->end) : 0;
        if (more < 2)
            break;
        whole += 1 + more;
    }
    return whole > length ? whole : 0;
}

static enum class capital_of_run(const struct word_run *run)
{
    bool some = run->upper != 0, more = run->upper > 1, not_all = run->upper != (1u << run->length) - 1;
    return (enum class)(CLASS_LOWER + some + more + (more & not_all)); /* in the order of the classes, without a jump */
}

static void keep_word(struct cutter *cutter, size_t length, struct lexicon_found found, enum class capital)
{
    struct token *token = add_token(cutter, length);
    token->capital = (uint8_t)capital;
    token->shape = (uint8_t)capital;
    if (found.form)
        set_form(cutter, token, found);
}

static inline struct token plain_word(const struct cutter *cutter, const unsigned char *p, const struct word_run *run,
                                      const struct word_run *next)
{
    struct lexicon_found found = look_up_run(cutter->tokens->lexicon, p, run, next, cutter->end);
    uint32_t start = (uint32_t)(p - cutter->text);
    uint8_t capital = (uint8_t)capital_of_run(run), shape = found.traits & TRAIT_KNOWN ? CLASS_NONE : capital;
    return (struct token){ start, start + found.length, found.form, NO_NUMBER, shape,
                           TOKEN_GAP_BEFORE, 0, capital, found.traits };
}

/* Words with single blanks between them, which is most of any text, with all that changes kept at hand. Stops before
 * what needs a closer look. */
static void add_plain_words(struct cutter *cutter)
{
    struct tokens *tokens = cutter->tokens;
    struct token *first = tokens->token.items + tokens->token.count, *token = first;
    const unsigned char *at = cutter->at, *end = cutter->end;
    unsigned traits = 0, gap = 0;
    const struct word_run none = { 0, 0, { 0, 0 } };
    struct word_run run = word_run_at(at, cutter->limit);
    while (run.length <= (size_t)(end - at) && word_run_is_plain(at, &run)) {
        const unsigned char *behind = at + run.length + 1; /* and behind a blank */
        struct word_run next = behind[-1] == ' ' ? word_run_at(behind, cutter->limit) : none;
        *token = plain_word(cutter, at, &run, &next);
        traits |= token->traits;
        at = cutter->text + token++->end;
        gap = at != end && *at == ' ' ? TOKEN_GAP_BEFORE : 0;
        if (!gap)
            break;
        at++;
        run = at == behind ? next : word_run_at(at, cutter->limit);
    }
    if (token == first)
        return;
    set_place(first, cutter);
    tokens->token.count = (size_t)(token - tokens->token.items);
    tokens->traits |= traits;
    cutter->at = at;
    cutter->gap = gap;
    cutter->after_number = false;
}

/* A few codes are words: "tCO2e". */
static void add_code(struct cutter *cutter, size_t length)
{
    struct lexicon_found found = look_up_word(cutter->tokens->lexicon, cutter->at, length, cutter->end);
    if (found.form && found.length == length)
        keep_word(cutter, length, found, CLASS_MIXED);
    else
        add_shape(cutter, length, CLASS_CODE);
}

static void add_word(struct cutter *cutter, size_t length)
{
    if (is_address(cutter, length)) {
        add_shape(cutter, length_to_blank(cutter), CLASS_CODE);
        return;
    }
    struct lexicon_found found = length == 1 && cutter->after_number && !cutter->gap
                                     ? codes_part_of_year(cutter, cutter->at)
                                     : (struct lexicon_found){ 0, 0, 0 };
    if (found.form) {
        keep_word(cutter, length, found, capital_of(cutter->at, length));
        return;
    }
    found = look_up_word(cutter->tokens->lexicon, cutter->at, length, cutter->end);
    size_t code = found.length > length ? 0 : codes_length(cutter, length, found);
    if (code) {
        add_code(cutter, code);
        return;
    }
    size_t dotted = found.length > length ? 0 : dotted_length(cutter, length);
    if (dotted)
        keep_word(cutter, dotted, (struct lexicon_found){ 0, 0, 0 }, capital_of(cutter->at, dotted));
    else
        keep_word(cutter, found.form ? found.length : length, found, capital_of(cutter->at, length));
}

/* ------------------------------------------------------------------ numbers */

static void add_number(struct cutter *cutter, size_t length, claimex_decimal value, enum class shape)
{
    struct tokens *tokens = cutter->tokens;
    struct token *token = add_token(cutter, length);
    bool part = shape == CLASS_FRACTION || (shape == CLASS_DECIMAL && tokens->text[token->start] <= '0');
    /* "3/4 of 1 percent", "0.1 of a point" are joined as words are */
    tokens->traits |= TRAIT_TRIGGER | (part ? TRAIT_HALF : 0u);
    token->shape = (uint8_t)shape;
    token->number = (uint32_t)tokens->numbers.count;
    tokens->numbers.items[tokens->numbers.count++] = value;
    cutter->after_number = true;
}

/* Perhaps a date: "10.31.1974" */
static void add_number_code(struct cutter *cutter, size_t length)
{
    cutter->tokens->traits |= TRAIT_TRIGGER;
    add_shape(cutter, length, CLASS_CODE);
}

/* "42d Street": the older letter of an ordinal; but "2d 4h" */
static bool is_short_ordinal(const struct cutter *cutter, const unsigned char *p)
{
    if (p == cutter->end || *p != 'd')
        return false;
    bool second = (p[-1] == '2' || p[-1] == '3') && (p - 1 == cutter->at || p[-2] != '1');
    bool ends = cutter->end - p == 1 || !word_is_alphanumeric(p[1]);
    bool goes_on = cutter->end - p > 2 && p[1] == ' ' && word_is_digit(p[2]);
    return second && ends && !goes_on;
}

/* "21st": how many letters of an ordinal stand behind n digits. */
static size_t ordinal_length(const struct cutter *cutter, size_t n)
{
    const unsigned char *p = cutter->at + n;
    if (is_short_ordinal(cutter, p))
        return 1;
    if (cutter->end - p < 2 || (cutter->end - p > 2 && word_is_ascii_letter(p[2])))
        return 0;
    char a = (char)(p[0] | 0x20), b = (char)(p[1] | 0x20);
    bool stones = p[-1] != '1' || (n == 2 && p[-2] == '1'); /* "9st 4lb", "11st" */
    bool letters =
        (a == 's' && b == 't' && !stones) || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
    return letters ? 2 : 0;
}

/* "1990s", "90s": behind the digits an s, and no other letter. */
static bool is_decade(const struct cutter *cutter, size_t n)
{
    const unsigned char *p = cutter->at + n;
    size_t quote = word_apostrophe_length(p, cutter->end);
    p += quote;
    bool ends = cutter->end - p == 1 || (cutter->end - p > 1 && !word_is_ascii_letter(p[1]) && !word_is_digit(p[1]));
    return p < cutter->end && (*p | 0x20) == 's' && ends && (n == 2 || n == 4) && cutter->at[n - 1] == '0';
}

static void add_digits(struct cutter *cutter)
{
    size_t note = codes_note_length(cutter);
    if (note) {
        cutter->at += note;
        return;
    }
    struct digits digits = digits_read(cutter->text, cutter->at, cutter->end);
    bool integer = digits.shape != CLASS_DECIMAL && digits.shape != CLASS_FRACTION && digits.shape != CLASS_CODE;
    size_t code = digits.shape == CLASS_CODE ? digits.length : codes_length_after_digits(cutter, digits.length);
    size_t quote = word_apostrophe_length(cutter->at + digits.length, cutter->end);
    size_t ordinal = integer && !code ? ordinal_length(cutter, digits.length) : 0;
    if (code)
        add_number_code(cutter, code);
    else if (ordinal)
        add_number(cutter, digits.length + ordinal, digits.value, CLASS_ORDINAL);
    else if (integer && is_decade(cutter, digits.length))
        add_number(cutter, digits.length + quote + 1, digits.value, CLASS_DECADE);
    else
        add_number(cutter, digits.length, digits.value, digits.shape);
}

/* -------------------------------------------------------------------- marks */

/* Does a bracket, a quotation mark or a sign of mathematics, such as ∼ or ≤, end before p? */
static bool opens(const unsigned char *p)
{
    unsigned char c = p[-1];
    if (c >= 0x80)
        return (c & 0xC0) == 0x80 && ((p[-2] & 0xFC) == 0x88 || (p[-2] == 0x80 && (c == 0x98 || c == 0x9C)))
               && p[-3] == 0xE2;
    return c == '(' || c == '[' || c == '"' || c == '=' || c == '<' || c == '>' || c == '~';
}

/* The hyphens of "a deal--the third--fell", one dash; of a row of a table, where there are gaps, each stands alone. */
static size_t hyphens_at(const struct cutter *cutter)
{
    const unsigned char *p = cutter->at;
    size_t n = 1;
    while (*p == '-' && !cutter->gap && p + n < cutter->end && p[n] == '-')
        n++;
    return n;
}

/* A minus or hyphen takes its class from the gaps beside it: "5-6", "-6", "5 - 6"; a bracket before it is a gap:
 * "(-6)". A long one parts words, whatever the gaps: "a deal—the third—fell", but "1939—45". */
static enum class hyphen_class(const struct cutter *cutter, size_t length)
{
    const unsigned char *p = cutter->at, *after = p + length;
    if (after >= cutter->end || word_is_blank(*after))
        return CLASS_DASH;
    if (cutter->gap || opens(p))
        return CLASS_MINUS;
    bool dash = length > 1 && (*p == '-' || (p[1] == 0x80 && p[2] >= 0x94));
    bool numbers = word_is_digit(p[-1]) && word_is_digit(*after);
    return dash && !numbers ? CLASS_DASH : CLASS_HYPHEN;
}

static bool is_hyphen(const unsigned char *p, const unsigned char *end)
{
    if (*p == '-')
        return true;
    if (end - p < 3 || p[0] != 0xE2)
        return false;
    return (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) || (p[1] == 0x88 && p[2] == 0x92);
}

/* ".5" where nothing stands before it, "½" */
static bool begins_number(const struct cutter *cutter)
{
    int above, below;
    const unsigned char *p = cutter->at;
    if (*p == '.')
        return cutter->end - p > 1 && word_is_digit(p[1])
               && (cutter->gap || !word_is_alphanumeric(p[-1]));
    return *p >= 0x80 && digits_vulgar(p, cutter->end, &above, &below);
}

/* Most punctuation: the lexicon knows it beforehand. */
static bool add_plain_mark(struct cutter *cutter)
{
    struct lexicon_found found =
        *cutter->at < 0x80 ? cutter->tokens->lexicon->marks[*cutter->at] : (struct lexicon_found){ 0, 0, 0 };
    if (!found.form)
        return false;
    set_form(cutter, add_token(cutter, 1), found);
    return true;
}

static void add_mark(struct cutter *cutter)
{
    const unsigned char *p = cutter->at;
    size_t length = word_character_length(p, cutter->end), note = codes_raised_note_length(cutter);
    if (note) {
        cutter->at += note;
        return;
    }
    if (is_hyphen(p, cutter->end)) {
        length = length > 1 ? length : hyphens_at(cutter);
        add_shape(cutter, length, hyphen_class(cutter, length));
        return;
    }
    struct lexicon_found found = look_up_word(cutter->tokens->lexicon, cutter->at, length, cutter->end);
    struct token *token = add_token(cutter, found.form ? found.length : length);
    token->shape = CLASS_MARK;
    if (found.form)
        set_form(cutter, token, found);
}

/* ---------------------------------------------------------------------- all */

/* More than one plain blank, or another. */
static void skip_other_blanks(struct cutter *cutter)
{
    for (; cutter->at < cutter->end; cutter->at++) {
        if (*cutter->at == '\n' || *cutter->at == '\r')
            cutter->gap |= TOKEN_GAP_BEFORE | TOKEN_NEWLINE;
        else if (*cutter->at <= ' ')
            cutter->gap |= TOKEN_GAP_BEFORE;
        else if (cutter->end - cutter->at > 1 && cutter->at[0] == 0xC2 && cutter->at[1] == 0xA0)
            cutter->gap |= TOKEN_GAP_BEFORE, cutter->at++;
        else if (cutter->end - cutter->at > 2 && cutter->at[0] == 0xE2 && cutter->at[1] == 0x80
                 && (cutter->at[2] <= 0x8B || cutter->at[2] == 0xAF))
            cutter->gap |= TOKEN_GAP_BEFORE, cutter->at += 2;
        else
            break;
    }
}

static inline void skip_blanks(struct cutter *cutter)
{
    const unsigned char *at = cutter->at;
    if (cutter->end - at > 1 && *at == ' ' && at[1] > ' ' && at[1] < 0x80) {
        cutter->gap |= TOKEN_GAP_BEFORE;
        cutter->at++;
    } else if (at < cutter->end && (*at <= ' ' || *at >= 0x80)) {
        skip_other_blanks(cutter);
    }
}

static void add_next(struct cutter *cutter)
{
    size_t length = word_length(cutter->at, cutter->end);
    size_t unread = markup_begins(*cutter->at) ? markup_length(cutter->text, cutter->at, cutter->end) : 0;
    if (unread)
        cutter->at += unread;
    else if (length)
        add_word(cutter, length);
    else if (word_is_digit(*cutter->at) || begins_number(cutter))
        add_digits(cutter);
    else if (!add_plain_mark(cutter))
        add_mark(cutter);
}

bool tokenizer_run(struct tokens *tokens, uint32_t start, uint32_t end)
{
    const unsigned char *text = (const unsigned char *)tokens->text;
    struct cutter cutter = {
        tokens, text, text + start, text + end, text + tokens->length, TOKEN_GAP_BEFORE | TOKEN_FIRST, false
    };
    tokens->token.count = 0;
    tokens->traits = 0;
    if (!array_reserve(&tokens->token, end - start, tokens->allocator)
        || !array_reserve(&tokens->numbers, end - start, tokens->allocator))
        return false;
    for (;;) {
        skip_blanks(&cutter);
        if (cutter.at == cutter.end)
            return true;
        const unsigned char *at = cutter.at;
        if (word_is_ascii_letter(*at))
            add_plain_words(&cutter);
        if (cutter.at == at)
            add_next(&cutter);
    }
}

struct class_set token_classes(const struct tokens *tokens, uint32_t i)
{
    const struct token *token = &tokens->token.items[i];
    struct class_set set = { { 0 } };
    if (token->form)
        set = lexicon_classes(tokens->lexicon, token->form, token->place);
    if (token->shape)
        class_set_add(&set, (enum class)token->shape);
    if (token_is_number(token))
        class_set_add(&set, CLASS_NUMBER);
    return set;
}
