/* A run of number words is read from left to right, once; a position that begins no number is left behind for good,
 * which keeps "one hundred and one hundred and …" linear. */
#include "tokens/number_words.h"

#include "values/decimal.h"

struct words {
    const struct tokens *tokens;
    uint32_t n;
};

/* A number that was read: the tokens it takes, and its value. */
struct reading {
    uint32_t n_tokens; /* 0: none */
    claimex_decimal value;
};

static const struct reading nothing;

static unsigned traits(const struct words *words, uint32_t i)
{
    return i < words->n ? words->tokens->token.items[i].traits : 0;
}

static bool has(const struct words *words, uint32_t i, unsigned trait)
{
    return (traits(words, i) & trait) != 0;
}

static bool is_hyphen(const struct words *words, uint32_t i)
{
    return i < words->n && words->tokens->token.items[i].shape == CLASS_HYPHEN;
}

static int32_t value_of(const struct words *words, uint32_t i, enum class class)
{
    const struct lexicon_reading *reading = token_reading(words->tokens, i, class);
    return reading ? reading->number : 0;
}

static bool is_cardinal(const struct words *words, uint32_t i, int32_t *value)
{
    if (!has(words, i, TRAIT_CARDINAL))
        return false;
    *value = value_of(words, i, CLASS_CARDINAL);
    return true;
}

/* The power of ten of a scale word; 0 when it is none. A glued one ("3m") belongs to digits. */
static int32_t scale_of(const struct words *words, uint32_t i)
{
    return has(words, i, TRAIT_SCALE) ? value_of(words, i, CLASS_SCALE) : 0;
}

/* The same directly behind a number, where words count that hold nowhere else: "three cr". */
static int32_t scale_behind_number(const struct words *words, uint32_t i)
{
    if (!has(words, i, TRAIT_SCALE))
        return 0;
    const struct token *token = &words->tokens->token.items[i];
    const struct lexicon_reading *reading =
        lexicon_reading_of(words->tokens->lexicon, token->form, token->place | LEXICON_PLACE_BESIDE, CLASS_SCALE);
    return reading ? reading->number : 0;
}

/* ---------------------------------------------------------------- fractions */

/* "a half", "half", "three quarters", "two-thirds": what may follow "and". */
static struct reading fraction(const struct words *words, uint32_t i)
{
    int32_t above = 1;
    uint32_t next = i;
    if (has(words, next, TRAIT_A) || is_cardinal(words, next, &above))
        next++;
    next += next > i && is_hyphen(words, next);
    if (has(words, next, TRAIT_HALF))
        return (struct reading){ next + 1 - i, decimal_divide(decimal_make(above, 0), decimal_make(2, 0)) };
    bool bare = has(words, next, TRAIT_DENOMINATOR) && scale_of(words, next + 1); /* "quarter million" */
    int32_t below =
        (next > i || bare) && has(words, next, TRAIT_DENOMINATOR) ? value_of(words, next, CLASS_DENOMINATOR) : 0;
    if (below < 2 || above >= below)
        return nothing;
    return (struct reading){ next + 1 - i, decimal_divide(decimal_make(above, 0), decimal_make(below, 0)) };
}

/* "and a half", "-and-a-half" behind a number. */
static struct reading and_fraction(const struct words *words, uint32_t i)
{
    uint32_t next = i + is_hyphen(words, i);
    if (!has(words, next, TRAIT_AND))
        return nothing;
    next++;
    next += is_hyphen(words, next);
    struct reading part = fraction(words, next);
    if (!part.n_tokens || has(words, next + part.n_tokens, TRAIT_OF)) /* not "eight in 10 and a third of the rest" */
        return nothing;
    part.n_tokens += next - i;
    return part;
}

/* ------------------------------------------------------------------- groups */

/* "twenty-five", "twenty five", "seven" */
static struct reading under_hundred(const struct words *words, uint32_t i)
{
    int32_t tens, units;
    if (!is_cardinal(words, i, &tens))
        return nothing;
    uint32_t next = i + 1 + is_hyphen(words, i + 1);
    bool joined = tens >= 20 && tens % 10 == 0 && is_cardinal(words, next, &units) && units > 0 && units < 10;
    return joined ? (struct reading){ next + 1 - i, decimal_make(tens + units, 0) }
                  : (struct reading){ 1, decimal_make(tens, 0) };
}

/* The number behind "hundred", with or without "and"; not one that is followed by a hundred of its own, nor the three
 * of "a hundred and three quarters". */
static struct reading rest_of_hundred(const struct words *words, uint32_t i)
{
    uint32_t joint = has(words, i, TRAIT_AND) || is_hyphen(words, i);
    struct reading rest = under_hundred(words, i + joint);
    if (!rest.n_tokens || scale_of(words, i + joint + rest.n_tokens) == 2 || and_fraction(words, i).n_tokens)
        return nothing;
    rest.n_tokens += joint;
    return rest;
}

/* "three hundred and five", "a hundred", "two dozen", "forty": all below a thousand, and "twenty-five hundred". */
static struct reading group(const struct words *words, uint32_t i)
{
    struct reading head = under_hundred(words, i);
    if (!head.n_tokens && has(words, i, TRAIT_A) && (scale_of(words, i + 1) == 2 || has(words, i + 1, TRAIT_DOZEN)))
        head = (struct reading){ 1, decimal_make(1, 0) };
    uint32_t next = i + head.n_tokens;
    next += head.n_tokens && is_hyphen(words, next)
            && (scale_of(words, next + 1) == 2 || has(words, next + 1, TRAIT_DOZEN));
    if (!head.n_tokens || (scale_of(words, next) != 2 && !has(words, next, TRAIT_DOZEN)))
        return head;
    if (has(words, next, TRAIT_DOZEN))
        return (struct reading){ next + 1 - i,
                                 decimal_multiply(head.value, decimal_make(value_of(words, next, CLASS_DOZEN), 0)) };
    struct reading rest = rest_of_hundred(words, next + 1);
    claimex_decimal value = decimal_shift(head.value, 2);
    return (struct reading){ next + 1 + rest.n_tokens - i, rest.n_tokens ? decimal_add(value, rest.value) : value };
}

/* ------------------------------------------------------- parts of what follows */

static bool is_one(const struct words *words, uint32_t i)
{
    int32_t value;
    if (is_cardinal(words, i, &value))
        return value == 1;
    const struct token *token = &words->tokens->token.items[i];
    return i < words->n && token->shape == CLASS_TWELVE && words->tokens->numbers.items[token->number].digits == 1
           && words->tokens->numbers.items[token->number].exponent == 0;
}

/* "a", "-a", "of a", "of 1" between a fraction and what it is a part of: the tokens it takes, 0 when it is not there.
 */
static uint32_t of_one(const struct words *words, uint32_t i)
{
    if (is_hyphen(words, i))
        return has(words, i + 1, TRAIT_A) && is_hyphen(words, i + 2) ? 2 : 0;
    if (!has(words, i, TRAIT_OF))
        return has(words, i, TRAIT_A);
    return has(words, i + 1, TRAIT_A) || is_one(words, i + 1) ? 2 : 0;
}

/* "half a" of "half a million", "a quarter of a", "half of one", "half" of "half-million", "a half": only before a
 * scale, a dozen or a unit. */
static struct reading fraction_of_scale(const struct words *words, uint32_t i)
{
    struct reading part = fraction(words, i);
    if (!part.n_tokens)
        return nothing;
    uint32_t next = i + part.n_tokens, a = of_one(words, next);
    if (has(words, next, TRAIT_OF) && !a)
        return nothing;
    next += a;
    uint32_t hyphen = is_hyphen(words, next), dozen = next + (a ? hyphen : 0);
    if (has(words, dozen, TRAIT_DOZEN))
        return (struct reading){ dozen + 1 - i,
                                 decimal_multiply(part.value, decimal_make(value_of(words, dozen, CLASS_DOZEN), 0)) };
    bool preposition = next < words->n && token_has(words->tokens, next, CLASS_PREPOSITION); /* "a third in Spain" */
    bool unit = (has(words, next + hyphen, TRAIT_UNIT) && !preposition)
                || (a && has(words, next + hyphen, TRAIT_TIMEUNIT | TRAIT_POINT));
    if (!unit && !scale_of(words, next + hyphen))
        return nothing;
    part.n_tokens = next - i;
    return part;
}

/* "point five", "point two five", "point eleven" behind a number. */
static struct reading point_digits(const struct words *words, uint32_t i, claimex_decimal whole)
{
    if (!has(words, i, TRAIT_POINT))
        return nothing;
    uint32_t next = i + 1;
    int32_t digit;
    struct reading pair = under_hundred(words, next);
    if (pair.n_tokens && decimal_compare(pair.value, decimal_make(9, 0)) > 0)
        return (struct reading){ 1 + pair.n_tokens, decimal_add(whole, decimal_shift(pair.value, -2)) };
    for (int place = 1; place <= 9 && is_cardinal(words, next, &digit) && digit < 10; place++, next++)
        whole = decimal_add(whole, decimal_make(digit, -place));
    return next > i + 1 ? (struct reading){ next - i, whole } : nothing;
}

/* ------------------------------------------------------------------ numbers */

static bool is_comma(const struct words *words, uint32_t i)
{
    return i < words->n && words->tokens->text[words->tokens->token.items[i].start] == ',';
}

/* What is added behind a scale: "three hundred" of "two thousand three hundred", "and five" of "a million and five",
 * the hundred millions of "a billion-five". Its own scale, if any, must be smaller; behind a comma it has one, or is no
 * less than a hundred. */
static struct reading behind_scale(const struct words *words, uint32_t i, int32_t scale, int32_t *next_scale)
{
    bool comma = is_comma(words, i);
    uint32_t joint = comma || has(words, i, TRAIT_AND) || is_hyphen(words, i);
    struct reading part = group(words, i + joint);
    if (!part.n_tokens)
        return nothing;
    *next_scale = scale_behind_number(words, i + joint + part.n_tokens);
    if (*next_scale >= scale || (comma && !*next_scale && decimal_compare(part.value, decimal_make(100, 0)) < 0))
        return nothing;
    bool tenths = is_hyphen(words, i) && scale >= 6 && !*next_scale /* "a billion-five" */
                  && decimal_compare(part.value, decimal_make(10, 0)) < 0;
    part.value = tenths ? decimal_shift(part.value, scale - 1) : part.value;
    part.n_tokens += joint;
    return part;
}

/* The rest of a number whose first group and scale were read; one token in the end, whatever its length. */
static struct reading after_first_scale(const struct words *words, uint32_t i, struct reading first, int32_t scale)
{
    struct reading whole = { first.n_tokens + 1, decimal_shift(first.value, scale) };
    struct reading half = and_fraction(words, i + whole.n_tokens);
    if (half.n_tokens) { /* "two billion and a half", "two billion and a half million" */
        int32_t own = scale_of(words, i + whole.n_tokens + half.n_tokens);
        half.value = decimal_shift(half.value, own ? own : scale);
        return (struct reading){ whole.n_tokens + half.n_tokens + (own != 0), decimal_add(whole.value, half.value) };
    }
    uint32_t first_length = whole.n_tokens;
    while (scale) {
        int32_t next_scale = 0;
        struct reading part = behind_scale(words, i + whole.n_tokens, scale, &next_scale);
        if (!part.n_tokens)
            break;
        whole.n_tokens += part.n_tokens + (next_scale ? 1 : 0);
        whole.value = decimal_add(whole.value, decimal_shift(part.value, next_scale));
        scale = next_scale;
    }
    return whole.n_tokens > first_length ? whole : first;
}

static struct reading article_before_scale(const struct words *words, uint32_t i)
{
    bool stands = has(words, i, TRAIT_A) && scale_of(words, i + 1 + is_hyphen(words, i + 1));
    return stands ? (struct reading){ 1, decimal_make(1, 0) } : nothing;
}

static struct reading number(const struct words *words, uint32_t i)
{
    struct reading first = fraction_of_scale(words, i);
    if (first.n_tokens)
        return first;
    first = group(words, i);
    if (!first.n_tokens)
        first = article_before_scale(words, i);
    if (!first.n_tokens)
        return nothing;
    struct reading more = point_digits(words, i + first.n_tokens, first.value);
    if (!more.n_tokens) {
        more = and_fraction(words, i + first.n_tokens);
        more.value = decimal_add(first.value, more.value);
    }
    if (more.n_tokens)
        return (struct reading){ first.n_tokens + more.n_tokens, more.value };
    int32_t scale = scale_behind_number(words, i + first.n_tokens);
    return scale ? after_first_scale(words, i, first, scale) : first;
}

/* ------------------------------------------------------------------- digits */

/* "3/4" alone, not "2 3/4"; as a `shape`. */
static bool is_part(const struct words *words, uint32_t i, enum class shape)
{
    const struct token *token = &words->tokens->token.items[i];
    return i < words->n && token->shape == shape && token->number != NO_NUMBER
           && decimal_compare(words->tokens->numbers.items[token->number], decimal_make(1, 0)) < 0;
}

/* "and a half", "and 1/2" */
static struct reading part_behind(const struct words *words, uint32_t i)
{
    if (has(words, i, TRAIT_AND) && is_part(words, i + 1, CLASS_FRACTION))
        return (struct reading){ 2, words->tokens->numbers.items[words->tokens->token.items[i + 1].number] };
    return and_fraction(words, i);
}

/* "20 lakh" of "5 crore 20 lakh" */
static struct reading smaller_scale(const struct words *words, uint32_t i, int32_t scale)
{
    const struct token *token = &words->tokens->token.items[i];
    int32_t own = scale_of(words, i + 1);
    if (!own || own >= scale || token->number == NO_NUMBER || token->shape < CLASS_TWELVE
        || token->shape > CLASS_DECIMAL)
        return nothing;
    claimex_decimal value = decimal_shift(words->tokens->numbers.items[token->number], own);
    bool smaller = decimal_compare(value, decimal_make(1, scale)) < 0;
    return smaller ? (struct reading){ 2, value } : nothing;
}

/* "and 21" of "3 hundred and 21" */
static struct reading rest_behind_hundred(const struct words *words, uint32_t i)
{
    const struct token *token = &words->tokens->token.items[i + 1];
    bool small =
        has(words, i, TRAIT_AND) && i + 1 < words->n && token->shape >= CLASS_TWELVE && token->shape <= CLASS_TENS;
    return small ? (struct reading){ 2, words->tokens->numbers.items[token->number] } : nothing;
}

/* "2 and a half", "2 and 1/2"; "3/4 of" in "3/4 of 1 percent", "0.1 of a"; "5 crore 20 lakh"; "3 hundred and 21". */
static struct reading digits_and_fraction(const struct words *words, uint32_t i)
{
    const struct token *token = &words->tokens->token.items[i];
    if (token->number == NO_NUMBER || token->shape == CLASS_ORDINAL || token->shape == CLASS_DECADE)
        return nothing;
    claimex_decimal value = words->tokens->numbers.items[token->number];
    if (has(words, i + 1, TRAIT_DOZEN)) /* "3 dozen" */
        return (struct reading){ 2, decimal_multiply(value, decimal_make(12, 0)) };
    int32_t scale = scale_of(words, i + 1);
    struct reading half = scale ? and_fraction(words, i + 2) : nothing; /* "3 million and a half" */
    if (half.n_tokens)
        return (struct reading){ 2 + half.n_tokens, decimal_shift(decimal_add(value, half.value), scale) };
    struct reading more = scale == 2 ? rest_behind_hundred(words, i + 2)
                          : scale    ? smaller_scale(words, i + 2, scale)
                                     : nothing;
    if (more.n_tokens)
        return (struct reading){ 2 + more.n_tokens, decimal_add(decimal_shift(value, scale), more.value) };
    bool part_of_one =
        is_part(words, i, CLASS_FRACTION) || (is_part(words, i, CLASS_DECIMAL) && has(words, i + 1, TRAIT_OF));
    uint32_t a = part_of_one ? of_one(words, i + 1) : 0;
    if (a && has(words, i + 1 + a, TRAIT_UNIT | TRAIT_TIMEUNIT | TRAIT_SCALE))
        return (struct reading){ 1 + a, value };
    struct reading part = token->shape == CLASS_FRACTION ? nothing : part_behind(words, i + 1);
    return part.n_tokens ? (struct reading){ 1 + part.n_tokens, decimal_add(value, part.value) } : nothing;
}

/* ------------------------------------------------------------------- joining */

static enum class shape_of(const struct words *words, uint32_t i, struct reading reading)
{
    if (has(words, i, TRAIT_A) && reading.n_tokens == 1)
        return CLASS_AN;
    if (reading.value.exponent < 0)
        return CLASS_FRACTION;
    return reading.n_tokens == 1 && reading.value.digits == 1 && reading.value.exponent == 0 ? CLASS_ONE : CLASS_WORDED;
}

static bool join(struct tokens *tokens, const struct words *words, uint32_t i, struct reading reading,
                 struct token *joined)
{
    claimex_decimal *value = array_push(&tokens->numbers, tokens->allocator);
    if (!value)
        return false;
    *value = reading.value;
    *joined = tokens->token.items[i];
    joined->end = tokens->token.items[i + reading.n_tokens - 1].end;
    joined->shape = (uint8_t)shape_of(words, i, reading);
    joined->number = (uint32_t)tokens->numbers.count - 1;
    joined->form = 0;
    joined->traits = 0;
    return true;
}

/* "another million people", "a further hundred"; but "the whole million" */
static bool is_one_more(const struct words *words, uint32_t before)
{
    const struct lexicon_reading *whole = token_reading(words->tokens, before, CLASS_WHOLE);
    return whole && (whole->number || token_has(words->tokens, before, CLASS_OTHER));
}

/* "the next hundred years", "the past couple of weeks": a scale or dozen stands for one of it, as behind "a". */
static struct reading scale_alone(const struct words *words, uint32_t i)
{
    int32_t scale = scale_of(words, i), dozen = token_number_of(words->tokens, i, CLASS_DOZEN);
    bool time = i > 0 && has(words, i + 1, TRAIT_TIMEUNIT) && token_has(words->tokens, i - 1, CLASS_NEXT);
    bool stands = time || (i > 0 && is_one_more(words, i - 1));
    return stands ? (struct reading){ 1, dozen ? decimal_make(dozen, 0) : decimal_make(1, scale) } : nothing;
}

/* Is what follows the "two" of "two or three dozen", the "2" of "2-3 dozen" counted in dozens? */
static bool is_before_dozens(const struct words *words, uint32_t joint)
{
    if (!(words->tokens->traits & TRAIT_DOZEN) || has(words, joint - 1, TRAIT_DOZEN) || joint + 1 >= words->n
        || !(is_hyphen(words, joint) || token_has(words->tokens, joint, CLASS_OR)
             || token_has(words->tokens, joint, CLASS_TO)))
        return false;
    uint32_t in_words = under_hundred(words, joint + 1).n_tokens;
    uint32_t digits = words->tokens->token.items[joint + 1].number != NO_NUMBER;
    return (in_words || digits) && has(words, joint + 1 + (in_words ? in_words : digits), TRAIT_DOZEN);
}

/* The dozens that a number is by the one behind it; nothing when it stands for itself. */
static struct reading in_dozens(const struct words *words, uint32_t i, struct reading reading)
{
    const struct token *token = &words->tokens->token.items[i];
    bool digits = !reading.n_tokens && token->number != NO_NUMBER;
    if (digits)
        reading = (struct reading){ 1, words->tokens->numbers.items[token->number] };
    if (!reading.n_tokens || !is_before_dozens(words, i + reading.n_tokens))
        return nothing;
    reading.value = decimal_multiply(reading.value, decimal_make(12, 0));
    return reading;
}

bool number_words_join(struct tokens *tokens)
{
    struct words words = { tokens, (uint32_t)tokens->token.count };
    const unsigned opening = TRAIT_CARDINAL | TRAIT_A | TRAIT_HALF | TRAIT_DENOMINATOR | TRAIT_SCALE | TRAIT_DOZEN;
    uint32_t out = 0;
    if (!(tokens->traits & (TRAIT_CARDINAL | TRAIT_SCALE | TRAIT_DOZEN | TRAIT_HALF | TRAIT_DENOMINATOR)))
        return true;
    for (uint32_t i = 0; i < words.n;) {
        const struct token *next = &tokens->token.items[i];
        if (out == i && !(next->traits & opening) && next->number == NO_NUMBER) {
            out = ++i;
            continue;
        }
        struct reading reading = nothing;
        if (has(&words, i, TRAIT_CARDINAL | TRAIT_A | TRAIT_HALF | TRAIT_DENOMINATOR))
            reading = number(&words, i);
        else if (has(&words, i, TRAIT_SCALE | TRAIT_DOZEN))
            reading = scale_alone(&words, i);
        else if (tokens->token.items[i].number != NO_NUMBER
                 && (has(&words, i + 1, TRAIT_AND | TRAIT_OF | TRAIT_A | TRAIT_SCALE | TRAIT_DOZEN)
                     || is_hyphen(&words, i + 1)))
            reading = digits_and_fraction(&words, i);
        struct reading dozens = tokens->traits & TRAIT_DOZEN ? in_dozens(&words, i, reading) : nothing;
        if (dozens.n_tokens)
            reading = dozens;
        struct token token = tokens->token.items[i];
        if (reading.n_tokens && !join(tokens, &words, i, reading, &token))
            return false;
        tokens->token.items[out++] = token;
        i += reading.n_tokens ? reading.n_tokens : 1;
    }
    tokens->token.count = out;
    return true;
}
