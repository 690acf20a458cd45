/* Letters and digits that run together are a code ("B2B"), a number and its unit ("5ft10"), or have lost what parted
 * them ("Florida5 days ago", "40%1"). Decided here, by the words of the lexicon among them. */
#include "tokens/codes.h"

#include "tokens/digits.h"
#include "tokens/look_up.h"

static bool form_has(const struct cutter *cutter, uint32_t form, enum class class)
{
    for (unsigned place = 0; form && place < LEXICON_N_PLACES; place++)
        if (lexicon_reading_of(cutter->tokens->lexicon, form, place, class))
            return true;
    return false;
}

/* "Mar22", "FY2021", the T of "25T18:56", the h of "2h30", the ft of "5ft10": words that may touch the number behind
 * them, the last three only where they touch one before. */
static bool touches_number(const struct cutter *cutter, uint32_t form, const unsigned char *after_number)
{
    bool between = cutter->after_number && !cutter->gap;
    bool letters = word_is_ascii_letter(cutter->at[1]); /* "3m5" is a code */
    if (between && (form_has(cutter, form, CLASS_TIMEUNIT) || (letters && form_has(cutter, form, CLASS_UNIT))))
        return true;
    if (after_number < cutter->end && word_is_ascii_letter(*after_number))
        return false;
    if (form_has(cutter, form, CLASS_TIME_MARK))
        return between && after_number < cutter->end && *after_number == ':';
    return form_has(cutter, form, CLASS_MONTH) || form_has(cutter, form, CLASS_FISCAL);
}

/* Do the digits at p end there, or in a scale? "USD5", "EUR40m", not "R5a" */
static bool is_amount(const struct cutter *cutter, const unsigned char *p)
{
    while (p < cutter->end && word_is_digit(*p))
        p++;
    if (p == cutter->end || !word_is_ascii_letter(*p))
        return true;
    return form_has(cutter, look_up_word(cutter->tokens->lexicon, p, word_length(p, cutter->end), cutter->end).form,
                    CLASS_SCALE);
}

/* The Q of "1Q24", the H of "2H2023": one digit before, a year behind, and no more. "Q2" is a word, too. */
struct lexicon_found codes_part_of_year(const struct cutter *cutter, const unsigned char *mark)
{
    struct lexicon_found none = { 0, 0, 0 };
    const unsigned char *p = mark + 1;
    while (p < cutter->end && p - mark < 6 && word_is_digit(*p))
        p++;
    bool year = p - mark == 3 || p - mark == 5, ends = p == cutter->end || !(word_is_ascii_letter(*p) || *p == '_');
    bool one = mark > cutter->text && word_is_digit(mark[-1])
               && (mark - 1 == cutter->text || word_is_blank(mark[-2]) || mark[-2] == '(');
    struct lexicon_found found = year && ends && one ? look_up_word(cutter->tokens->lexicon, mark, 1, mark + 1) : none;
    bool part = form_has(cutter, found.form, CLASS_QUARTER_AFTER) || form_has(cutter, found.form, CLASS_HALF_AFTER);
    return part ? found : none;
}

/* Is the n-th token from the end a number? */
static bool was_number(const struct cutter *cutter, size_t n)
{
    const struct tokens *tokens = cutter->tokens;
    if (tokens->token.count < n)
        return false;
    const struct token *token = &tokens->token.items[tokens->token.count - n];
    return token->number != NO_NUMBER || (token->traits & TRAIT_CARDINAL);
}

/* The bytes of a blank, which may be a no-break space. */
static size_t blank_length(const struct cutter *cutter, const unsigned char *p)
{
    if (p < cutter->end && word_is_blank(*p))
        return 1;
    return cutter->end - p > 1 && p[0] == 0xC2 && p[1] == 0xA0 ? 2 : 0;
}

/* The end, or a blank */
static bool is_gap(const struct cutter *cutter, const unsigned char *p)
{
    return p == cutter->end || blank_length(cutter, p);
}

/* The same, perhaps behind a mark. */
static bool is_end(const struct cutter *cutter, const unsigned char *p)
{
    return is_gap(cutter, p + (p < cutter->end && memchr(",.;:)", *p, 5)));
}

/* Does a word or number at p go on in a code? An underscore behind it may only emphasise it. */
static bool is_joined(const unsigned char *p, const unsigned char *end)
{
    while (p < end && *p == '_')
        p++;
    return p < end && (word_is_digit(*p) || (p[-1] == '_' && word_is_ascii_letter(*p)));
}

/* "41 micron3" */
static bool is_power(const struct cutter *cutter, uint32_t unit, const unsigned char *digit)
{
    return form_has(cutter, unit, CLASS_UNIT) && (*digit == '2' || *digit == '3');
}

/* The m of "$5m1", where the 1 is the mark of a note. */
static bool scales_money(const struct cutter *cutter, uint32_t scale)
{
    const struct tokens *tokens = cutter->tokens;
    return form_has(cutter, scale, CLASS_SCALE) && tokens->token.count > 1 && was_number(cutter, 1)
           && form_has(cutter, tokens->token.items[tokens->token.count - 2].form, CLASS_CURRENCY);
}

/* The minutes of "2 hours30 minutes", with p behind the 30 */
static bool goes_on_in_time(const struct cutter *cutter, uint32_t unit, const unsigned char *p)
{
    const unsigned char *word = p + blank_length(cutter, p);
    size_t length = word_length(word, cutter->end);
    if (!form_has(cutter, unit, CLASS_TIMEUNIT) || word == p || !length)
        return false;
    return form_has(cutter, look_up_word(cutter->tokens->lexicon, word, length, cutter->end).form, CLASS_TIMEUNIT);
}

/* How many of the digits at p, which touch a word or sign behind a number, are the mark of a note: "12 people2 |". */
static size_t note_behind(const struct cutter *cutter, uint32_t form, const unsigned char *p)
{
    const unsigned char *end = p;
    while (end < cutter->end && word_is_digit(*end))
        end++;
    bool note = end - p <= 2 && *p != '0' && is_end(cutter, end) && !is_power(cutter, form, p)
                && !goes_on_in_time(cutter, form, end);
    return note ? (size_t)(end - p) : 0;
}

/* Letters before a digit are one code ("B2B", "3N780v" from its letters on), except a currency ("EUR40m"), a word of a
 * date, and a lower-case word before a number that ends there ("Florida5 days ago"). */
size_t codes_length(const struct cutter *cutter, size_t length, struct lexicon_found found)
{
    const unsigned char *p = cutter->at + length;
    if (!is_joined(p, cutter->end))
        return 0;
    if (found.form && found.length == length && form_has(cutter, found.form, CLASS_CURRENCY) && is_amount(cutter, p))
        return 0;
    const unsigned char *at = p;
    while (at < cutter->end && word_is_digit(*at))
        at++;
    if (found.form && found.length == length && touches_number(cutter, found.form, at))
        return 0;
    bool note = was_number(cutter, 1) && note_behind(cutter, found.form, p);
    bool word = length >= 4 && p[-1] >= 'a' && p[-1] <= 'z';
    if ((note || is_gap(cutter, at)) && *p != '_'
        && (word || (found.length == length && scales_money(cutter, found.form))))
        return 0;
    while (at < cutter->end && (word_is_alphanumeric(*at) || *at == '_'))
        at++;
    return (size_t)(at - cutter->at);
}

/* The "Q4" of "2020Q4", the "H1" of "2021H1", at p: a part of the year before it, and no more. */
static bool is_part_behind_year(const struct cutter *cutter, const unsigned char *p, size_t n_digits)
{
    const unsigned char *behind = p + 2;
    if (n_digits != 4 || cutter->end < behind || !word_is_digit(p[1]) || is_joined(behind, cutter->end)
        || (behind < cutter->end && word_is_ascii_letter(*behind)))
        return false;
    uint32_t form = look_up_word(cutter->tokens->lexicon, p, 1, p + 2).form;
    return form_has(cutter, form, CLASS_QUARTER) || form_has(cutter, form, CLASS_HALFYEAR);
}

/* Letters directly behind digits, with digits behind them: one code ("3N780v"), unless the letters are words that stand
 * so ("29Mar22", "5ft10"). The bytes of the whole code, else 0. */
size_t codes_length_after_digits(const struct cutter *cutter, size_t n_digits)
{
    struct cutter ahead = *cutter;
    ahead.at += n_digits;
    if (ahead.at >= ahead.end || !(word_is_ascii_letter(*ahead.at) || *ahead.at == '_'))
        return 0;
    size_t letters = word_length(ahead.at, ahead.end);
    const unsigned char *after = ahead.at + letters;
    if (!is_joined(after, ahead.end) || (letters == 1 && codes_part_of_year(cutter, ahead.at).form)
        || is_part_behind_year(cutter, ahead.at, n_digits))
        return 0;
    struct lexicon_found found = letters ? look_up_word(cutter->tokens->lexicon, ahead.at, letters, ahead.end)
                                         : (struct lexicon_found){ 0, 0, 0 };
    if (found.form
        && (form_has(cutter, found.form, CLASS_MONTH) || form_has(cutter, found.form, CLASS_UNIT)
            || form_has(cutter, found.form, CLASS_TIMEUNIT) || form_has(cutter, found.form, CLASS_TIME_MARK)))
        return 0;
    while (after < ahead.end && (word_is_alphanumeric(*after) || *after == '_'))
        after++;
    return (size_t)(after - cutter->at);
}

/* The 1 of "40%1", the 2 of "12 people2 said."; not of "15h30", "3 USD50" */
size_t codes_note_length(const struct cutter *cutter)
{
    if (cutter->gap || was_number(cutter, 1) || !was_number(cutter, 2))
        return 0;
    const struct token *before = &cutter->tokens->token.items[cutter->tokens->token.count - 1];
    bool word = before->capital == CLASS_LOWER && before->end - before->start >= 4;
    bool noted = word || form_has(cutter, before->form, CLASS_PERCENT) || form_has(cutter, before->form, CLASS_SCALE);
    return noted ? note_behind(cutter, before->form, cutter->at) : 0;
}

/* "12 people⁴ said.", "40%¹"; not "10³", "5 micron³", "R²", nor "χ²" */
size_t codes_raised_note_length(const struct cutter *cutter)
{
    const struct tokens *tokens = cutter->tokens;
    const unsigned char *p = cutter->at;
    int digit;
    if (!digits_raised(p, cutter->end, &digit) || cutter->gap || !tokens->token.count || was_number(cutter, 1))
        return 0;
    const struct token *before = &tokens->token.items[tokens->token.count - 1];
    bool word = before->capital && before->end - before->start > 2 && !form_has(cutter, before->form, CLASS_UNIT);
    if (!word && !form_has(cutter, before->form, CLASS_PERCENT) && !form_has(cutter, before->form, CLASS_COMMA))
        return 0;
    for (size_t length; (length = digits_raised(p, cutter->end, &digit)) != 0;)
        p += length;
    return (size_t)(p - cutter->at);
}
