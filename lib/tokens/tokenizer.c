/* One pass from left to right. A token is a word or phrase of the lexicon, another word, a number, or a mark; what
 * decides where it ends is only the text, never what a pattern would like. */
#include "tokens/tokenizer.h"

#include "lexicon/word.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "tokens/digits.h"

struct cutter {
    struct tokens *tokens;
    const unsigned char *text, *at, *end;
    unsigned gap; /* token flags of the blanks before the next token */
    bool after_number;
};

static struct token *add_token(struct cutter *cutter, size_t length)
{
    struct tokens *tokens = cutter->tokens;
    struct token *token = array_push(&tokens->token, tokens->allocator);
    if (!token)
        return NULL;
    uint32_t start = (uint32_t)(cutter->at - cutter->text);
    unsigned flags = cutter->gap | (cutter->after_number && !cutter->gap ? TOKEN_GLUED : 0);
    *token = (struct token){ start, start + (uint32_t)length, 0, NO_NUMBER, CLASS_NONE, (uint8_t)flags, 0, 0 };
    if (flags & TOKEN_GLUED)
        token->place |= LEXICON_PLACE_GLUED;
    if (flags & TOKEN_FIRST)
        token->place |= LEXICON_PLACE_INITIAL;
    cutter->at += length;
    cutter->gap = 0;
    cutter->after_number = false;
    return token;
}

static bool add_shape(struct cutter *cutter, size_t length, enum class shape)
{
    struct token *token = add_token(cutter, length);
    if (token)
        token->shape = (uint8_t)shape;
    return token != NULL;
}

/* -------------------------------------------------------------------- words */

/* Zeros beyond `length`, and bit 0x20 set in every byte: lower case for letters, no change for apostrophes. */
static void fold_ascii(const unsigned char *p, size_t length, const unsigned char *end, struct lexicon_key *key)
{
    size_t rounded = (length + 7) & ~(size_t)7;
    if ((size_t)(end - p) < rounded || rounded > LEXICON_LONGEST_WORD) {
        memset(key->bytes, 0, sizeof key->bytes);
        for (size_t i = 0; i < length; i++)
            key->bytes[i] = (char)(p[i] | 0x20);
        return;
    }
    for (size_t i = 0; i < rounded; i += 8) {
        uint64_t chunk;
        memcpy(&chunk, p + i, 8);
        chunk |= UINT64_C(0x2020202020202020);
        memcpy(key->bytes + i, &chunk, 8);
    }
    memset(key->bytes + length, 0, rounded - length);
}

/* False when the word is too long for any lexicon. */
static bool make_key(const unsigned char *p, size_t length, const unsigned char *end, bool ascii, struct lexicon_key *key)
{
    if (length >= LEXICON_LONGEST_WORD - 8)
        return false;
    if (ascii && word_is_ascii_letter(*p)) {
        fold_ascii(p, length, end, key);
        key->length = length;
    } else if (ascii) {
        memset(key->bytes, 0, 8);
        memcpy(key->bytes, p, key->length = length);
    } else {
        memset(key->bytes, 0, sizeof key->bytes);
        key->length = fold_lower((const char *)p, length, key->bytes, LEXICON_LONGEST_WORD - 8);
    }
    key->hash = lexicon_hash(key->bytes, key->length);
    return key->length > 0;
}

static bool is_ascii(const unsigned char *p, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= p[i];
    return all < 0x80;
}

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
        upper += p[i] >= 'A' && p[i] <= 'Z';
        lower += p[i] >= 'a' && p[i] <= 'z';
    }
    if (starts_upper(p, p + length))
        return upper > 1 ? (lower ? CLASS_MIXED : CLASS_UPPER) : lower || length == 1 ? CLASS_CAPITALISED : CLASS_UPPER;
    return upper ? CLASS_MIXED : CLASS_LOWER;
}

static struct lexicon_found look_up(const struct cutter *cutter, size_t length)
{
    struct lexicon_key key;
    if (!make_key(cutter->at, length, cutter->end, is_ascii(cutter->at, length), &key))
        return (struct lexicon_found){ 0, 0 };
    struct slice rest = { (const char *)cutter->at, (size_t)(cutter->end - cutter->at) };
    return lexicon_find(cutter->tokens->lexicon, &key, rest, length);
}

static bool form_has(const struct cutter *cutter, uint32_t form, enum class class)
{
    for (unsigned place = 0; form && place < LEXICON_N_PLACES; place++)
        if (lexicon_reading_of(cutter->tokens->lexicon, form, place, class))
            return true;
    return false;
}

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The bytes of a run of letters, digits and the marks inside an address, up to a blank. */
static size_t length_to_blank(const struct cutter *cutter)
{
    const unsigned char *at = cutter->at;
    while (at < cutter->end && !is_blank(*at) && *at != '"' && *at != '<' && *at != '>')
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
    if (left > 1 && *p == '.' && length == 3 && (cutter->at[0] | 0x20) == 'w' && memcmp(cutter->at, cutter->at + 1, 2) == 0)
        return word_is_ascii_letter(p[1]);
    return left > 1 && *p == '@' && word_is_ascii_letter(p[1]);
}

/* "Alibaba.com": letters behind a dot without a gap. The bytes of the whole, 0 when there is none. */
static size_t dotted_length(const struct cutter *cutter, size_t length)
{
    size_t whole = length;
    for (;;) {
        const unsigned char *p = cutter->at + whole;
        size_t more = cutter->end - p > 2 && *p == '.' && p[1] >= 'a' && p[1] <= 'z' ? word_length(p + 1, cutter->end) : 0;
        if (more < 2)
            break;
        whole += 1 + more;
    }
    return whole > length ? whole : 0;
}

/* Letters before a digit are one code ("B2B", "3N780v" from its letters on), except a currency ("EUR40m") and a
 * lower-case word before a number that ends there ("Florida5 days ago"). */
static size_t code_length(const struct cutter *cutter, size_t length, struct lexicon_found found)
{
    const unsigned char *p = cutter->at + length;
    if (p >= cutter->end || !(word_is_digit(*p) || *p == '_'))
        return 0;
    if (found.form && found.length == length && form_has(cutter, found.form, CLASS_CURRENCY))
        return 0;
    const unsigned char *at = p;
    while (at < cutter->end && word_is_digit(*at))
        at++;
    bool number_ends = at == cutter->end || is_blank(*at);
    if (number_ends && *p != '_' && length >= 4 && p[-1] >= 'a' && p[-1] <= 'z')
        return 0;
    while (at < cutter->end && (word_is_digit(*at) || word_is_ascii_letter(*at) || *at == '_'))
        at++;
    return (size_t)(at - cutter->at);
}

static bool add_word(struct cutter *cutter, size_t length)
{
    if (is_address(cutter, length))
        return add_shape(cutter, length_to_blank(cutter), CLASS_CODE);
    struct lexicon_found found = look_up(cutter, length);
    size_t longer = found.length > length ? 0 : code_length(cutter, length, found);
    if (longer)
        return add_shape(cutter, longer, CLASS_CODE);
    longer = found.length > length ? 0 : dotted_length(cutter, length);
    enum class capital = capital_of(cutter->at, longer ? longer : length);

    struct token *token = add_token(cutter, longer ? longer : found.form ? found.length : length);
    if (!token)
        return false;
    token->capital = (uint8_t)capital;
    if (found.form && !longer)
        token->form = found.form;
    else
        token->shape = (uint8_t)capital;

    return true;
}

/* ------------------------------------------------------------------ numbers */

static bool add_number(struct cutter *cutter, size_t length, claimex_decimal value, enum class shape)
{
    struct tokens *tokens = cutter->tokens;
    struct token *token = add_token(cutter, length);
    claimex_decimal *number = token ? array_push(&tokens->numbers, tokens->allocator) : NULL;
    if (!number)
        return false;
    *number = value;
    token->shape = (uint8_t)shape;
    token->number = (uint32_t)tokens->numbers.count - 1;
    cutter->after_number = shape != CLASS_CODE;
    return true;
}

/* Letters directly behind digits, with digits behind them: one code ("3N780v"), unless the letters are words that stand
 * so ("29Mar22", "5ft10"). The bytes of the whole code, else 0. */
static size_t code_after_digits(struct cutter *cutter, size_t n_digits)
{
    struct cutter ahead = *cutter;
    ahead.at += n_digits;
    if (ahead.at >= ahead.end || !(word_is_ascii_letter(*ahead.at) || *ahead.at == '_'))
        return 0;
    size_t letters = word_length(ahead.at, ahead.end);
    const unsigned char *after = ahead.at + letters;
    if (after >= ahead.end || !(word_is_digit(*after) || *after == '_'))
        return 0;
    struct lexicon_found found = letters ? look_up(&ahead, letters) : (struct lexicon_found){ 0, 0 };
    if (found.form && (form_has(cutter, found.form, CLASS_MONTH) || form_has(cutter, found.form, CLASS_UNIT)
                       || form_has(cutter, found.form, CLASS_TIMEUNIT)))
        return 0;
    while (after < ahead.end && (word_is_digit(*after) || word_is_ascii_letter(*after) || *after == '_'))
        after++;
    return (size_t)(after - cutter->at);
}

/* "21st": the letters of an ordinal behind n digits. */
static bool is_ordinal(const struct cutter *cutter, size_t n)
{
    const unsigned char *p = cutter->at + n;
    if (cutter->end - p < 2 || (cutter->end - p > 2 && word_is_ascii_letter(p[2])))
        return false;
    char a = (char)(p[0] | 0x20), b = (char)(p[1] | 0x20);
    return (a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h');
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

static bool add_digits(struct cutter *cutter)
{
    struct digits digits = digits_read(cutter->at, cutter->end);
    bool integer = digits.shape != CLASS_DECIMAL && digits.shape != CLASS_FRACTION && digits.shape != CLASS_CODE;
    size_t code = code_after_digits(cutter, digits.length);
    if (code)
        return add_shape(cutter, code, CLASS_CODE);
    if (integer && is_ordinal(cutter, digits.length))
        return add_number(cutter, digits.length + 2, digits.value, CLASS_ORDINAL);
    if (integer && is_decade(cutter, digits.length)) {
        size_t quote = word_apostrophe_length(cutter->at + digits.length, cutter->end);
        return add_number(cutter, digits.length + quote + 1, digits.value, CLASS_DECADE);
    }
    return add_number(cutter, digits.length, digits.value, digits.shape);
}

/* -------------------------------------------------------------------- marks */

/* A minus or hyphen takes its class from the gaps beside it: "5-6", "-6", "5 - 6". */
static enum class hyphen_class(const struct cutter *cutter, size_t length)
{
    const unsigned char *after = cutter->at + length;
    bool gap_after = after >= cutter->end || is_blank(*after);
    if (gap_after)
        return CLASS_DASH;
    return cutter->gap ? CLASS_MINUS : CLASS_HYPHEN;
}

static bool is_hyphen(const unsigned char *p, const unsigned char *end)
{
    if (*p == '-')
        return true;
    if (end - p < 3 || p[0] != 0xE2)
        return false;
    return (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) || (p[1] == 0x88 && p[2] == 0x92);
}

static bool add_mark(struct cutter *cutter)
{
    int above, below;
    const unsigned char *p = cutter->at;
    bool fraction = *p == '.' ? cutter->end - p > 1 && word_is_digit(p[1]) && (cutter->gap || !cutter->after_number)
                              : *p >= 0x80 && digits_vulgar(p, cutter->end, &above, &below);
    if (fraction)
        return add_digits(cutter);
    size_t length = word_character_length(p, cutter->end);
    if (is_hyphen(p, cutter->end))
        return add_shape(cutter, length, hyphen_class(cutter, length));
    struct lexicon_found found = look_up(cutter, length);
    struct token *token = add_token(cutter, found.form ? found.length : length);
    if (!token)
        return false;
    token->form = found.form;
    token->shape = found.form ? CLASS_NONE : CLASS_MARK;
    return true;
}

/* ---------------------------------------------------------------------- all */

static void skip_blanks(struct cutter *cutter)
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

static bool add_next(struct cutter *cutter)
{
    const unsigned char *p = cutter->at;
    if (word_is_digit(*p))
        return add_digits(cutter);
    size_t length = word_length(p, cutter->end);
    return length ? add_word(cutter, length) : add_mark(cutter);
}

bool tokenizer_run(struct tokens *tokens, uint32_t start, uint32_t end)
{
    const unsigned char *text = (const unsigned char *)tokens->text;
    struct cutter cutter = { tokens, text, text + start, text + end, TOKEN_GAP_BEFORE | TOKEN_FIRST, false };
    tokens->token.count = tokens->numbers.count = 0;
    for (;;) {
        skip_blanks(&cutter);
        if (cutter.at == cutter.end)
            return true;
        if (!add_next(&cutter))
            return false;
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
    if (token->number != NO_NUMBER && token->shape >= CLASS_TWELVE && token->shape <= CLASS_AN)
        class_set_add(&set, CLASS_NUMBER);
    return set;
}
