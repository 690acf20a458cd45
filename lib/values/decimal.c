/* Numbers of a text stay decimal, so that 0.1 million is 100000 and not nearly so. A result is first computed exactly
 * as a coefficient of up to 36 digits in two halves of 18, with `sticky` for whatever lies below, and then rounded
 * once. Only 64-bit arithmetic is used: 32-bit systems have no other. */
#include "values/decimal.h"

#include <string.h>

#define MOST_DIGITS 18
#define MOST_EXPONENT 40
#define BILLION UINT64_C(1000000000)
#define HALF_BASE UINT64_C(1000000000000000000) /* 10^18 */

static const uint64_t power_of_ten[] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    UINT64_C(10000000000),
    UINT64_C(100000000000),
    UINT64_C(1000000000000),
    UINT64_C(10000000000000),
    UINT64_C(100000000000000),
    UINT64_C(1000000000000000),
    UINT64_C(10000000000000000),
    UINT64_C(100000000000000000),
    HALF_BASE,
};

/* (high * 10^18 + low) * 10^exponent, both halves below 10^18. With `sticky` the number is larger than that by a
 * fraction of the last place, and has more than 18 digits. */
struct exact {
    uint64_t high;
    uint64_t low;
    int64_t exponent;
    bool negative;
    bool sticky;
};

static const claimex_decimal absent = { 0, 0, 0 };

static uint64_t magnitude(int64_t digits)
{
    return digits < 0 ? 0 - (uint64_t)digits : (uint64_t)digits;
}

/* Of a number up to 10^18; 0 has none. */
static int count_digits(uint64_t number)
{
    int n = 0;
    while (n <= MOST_DIGITS && number >= power_of_ten[n]) {
        n++;
    }
    return n;
}

static struct exact exact_from(uint64_t number)
{
    return (struct exact){ .high = number / HALF_BASE, .low = number % HALF_BASE };
}

static struct exact exact_product(uint64_t a, uint64_t b)
{
    uint64_t a_high = a / BILLION;
    uint64_t a_low = a % BILLION;
    uint64_t b_high = b / BILLION;
    uint64_t b_low = b % BILLION;
    uint64_t middle = a_high * b_low + a_low * b_high;
    uint64_t low = a_low * b_low + middle % BILLION * BILLION;
    return (struct exact){ .high = a_high * b_high + middle / BILLION + low / HALF_BASE, .low = low % HALF_BASE };
}

/* Leaves 18 digits in `low` and nothing in `high`, rounded half to even; true when something was cut. A carry makes
 * `low` 10^18, which normalising turns into 1. */
static bool round_to_low(struct exact *number)
{
    int n = count_digits(number->high);
    if (n == 0) {
        return false;
    }
    uint64_t kept = number->high * power_of_ten[MOST_DIGITS - n] + number->low / power_of_ten[n];
    uint64_t rest = number->low % power_of_ten[n];
    uint64_t half = power_of_ten[n] / 2;
    bool up = rest > half || (rest == half && (number->sticky || kept % 2 == 1));
    number->high = 0;
    number->low = kept + (up ? 1 : 0);
    number->exponent += n;
    return rest != 0 || number->sticky;
}

static void strip_zeros(struct exact *number)
{
    if (number->low == 0) {
        number->exponent = 0;
        return;
    }
    while (number->low % 10 == 0) {
        number->low /= 10;
        number->exponent++;
    }
}

static claimex_decimal decimal_from_exact(struct exact number, bool inexact)
{
    bool cut = round_to_low(&number);
    strip_zeros(&number);
    if (number.exponent < -MOST_EXPONENT || number.exponent > MOST_EXPONENT) {
        return absent;
    }
    int64_t digits = (int64_t)number.low;
    return (claimex_decimal){
        .digits = number.negative ? -digits : digits,
        .exponent = (int32_t)number.exponent,
        .flags = CLAIMEX_DECIMAL_PRESENT | (cut || inexact ? CLAIMEX_DECIMAL_INEXACT : 0),
    };
}

static bool either_inexact(claimex_decimal a, claimex_decimal b)
{
    return ((a.flags | b.flags) & CLAIMEX_DECIMAL_INEXACT) != 0;
}

static claimex_decimal make(int64_t digits, int64_t exponent, bool inexact)
{
    bool shortest = digits % 10 != 0 && digits < (int64_t)HALF_BASE && digits > -(int64_t)HALF_BASE;
    if (shortest && exponent >= -MOST_EXPONENT && exponent <= MOST_EXPONENT) {
        uint32_t flags = CLAIMEX_DECIMAL_PRESENT | (inexact ? CLAIMEX_DECIMAL_INEXACT : 0);
        return (claimex_decimal){ digits, (int32_t)exponent, flags };
    }
    struct exact number = exact_from(magnitude(digits));
    number.exponent = exponent;
    number.negative = digits < 0;
    return decimal_from_exact(number, inexact);
}

claimex_decimal decimal_make(int64_t digits, int exponent)
{
    return make(digits, exponent, false);
}

static bool has_nonzero(const char *digits, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (digits[i] != '0') {
            return true;
        }
    }
    return false;
}

claimex_decimal decimal_from_digits(const char *digits, size_t n, size_t n_fraction)
{
    if (n == 0) {
        return absent;
    }
    size_t at = 0;
    while (at < n && digits[at] == '0') {
        at++;
    }
    /* One digit more than is kept: with it and `sticky` the rounding is right. 19 digits fit into 64 bits. */
    uint64_t leading = 0;
    for (int i = 0; i <= MOST_DIGITS && at < n; i++, at++) {
        leading = leading * 10 + (uint64_t)(digits[at] - '0');
    }
    struct exact number = exact_from(leading);
    number.exponent = (int64_t)(n - at) - (int64_t)n_fraction;
    number.sticky = at < n && has_nonzero(digits + at, n - at);
    return decimal_from_exact(number, false);
}

claimex_decimal decimal_shift(claimex_decimal a, int exponent)
{
    if (!decimal_present(a)) {
        return absent;
    }
    return make(a.digits, (int64_t)a.exponent + exponent, either_inexact(a, a));
}

claimex_decimal decimal_negate(claimex_decimal a)
{
    a.digits = -a.digits;
    return a;
}

/* |a| * 10^places, with a < 10^18 and a result of at most 36 digits. */
static struct exact exact_scaled(uint64_t a, int places)
{
    int first = MOST_DIGITS - count_digits(a);
    if (first > places) {
        first = places;
    }
    return exact_product(a * power_of_ten[first], power_of_ten[places - first]);
}

static void exact_add(struct exact *a, uint64_t b)
{
    a->low += b;
    a->high += a->low / HALF_BASE;
    a->low %= HALF_BASE;
}

/* a - b, which may be less than 0. */
static void exact_subtract(struct exact *a, uint64_t b)
{
    if (a->high == 0 && a->low < b) {
        a->low = b - a->low;
        a->negative = !a->negative;
        return;
    }
    if (a->low < b) {
        a->high--;
        a->low += HALF_BASE;
    }
    a->low -= b;
}

/* b is brought to the exponent of `sum`, which lies `places` above its own: what is cut from it becomes sticky. */
static void add_digits(struct exact *sum, int64_t digits, int places)
{
    uint64_t whole = places > MOST_DIGITS ? 0 : magnitude(digits) / power_of_ten[places];
    uint64_t rest = places > MOST_DIGITS ? magnitude(digits) : magnitude(digits) % power_of_ten[places];
    sum->sticky = rest != 0;
    if ((digits < 0) == sum->negative) {
        exact_add(sum, whole);
    } else {
        exact_subtract(sum, whole + (rest != 0 ? 1 : 0)); /* 7 - 2.4 is 4 and a fraction */
    }
}

claimex_decimal decimal_add(claimex_decimal a, claimex_decimal b)
{
    if (!decimal_present(a) || !decimal_present(b)) {
        return absent;
    }
    bool inexact = either_inexact(a, b);
    if (a.digits == 0 || b.digits == 0) {
        return a.digits == 0 ? make(b.digits, b.exponent, inexact) : make(a.digits, a.exponent, inexact);
    }
    if (a.exponent < b.exponent) {
        claimex_decimal larger = b;
        b = a;
        a = larger;
    }
    /* At most 35 digits, so that a carry still fits; what is then cut from b lies 16 places below the rounding. */
    uint64_t a_digits = magnitude(a.digits);
    int places = a.exponent - b.exponent;
    int most = 2 * MOST_DIGITS - 1 - count_digits(a_digits);
    int scaled = places < most ? places : most;
    struct exact sum = exact_scaled(a_digits, scaled);
    sum.exponent = (int64_t)a.exponent - scaled;
    sum.negative = a.digits < 0;
    add_digits(&sum, b.digits, places - scaled);
    return decimal_from_exact(sum, inexact);
}

claimex_decimal decimal_subtract(claimex_decimal a, claimex_decimal b)
{
    return decimal_add(a, decimal_negate(b));
}

claimex_decimal decimal_multiply(claimex_decimal a, claimex_decimal b)
{
    if (!decimal_present(a) || !decimal_present(b)) {
        return absent;
    }
    struct exact product = exact_product(magnitude(a.digits), magnitude(b.digits));
    product.exponent = (int64_t)a.exponent + b.exponent;
    product.negative = (a.digits < 0) != (b.digits < 0);
    return decimal_from_exact(product, either_inexact(a, b));
}

claimex_decimal decimal_divide(claimex_decimal a, claimex_decimal b)
{
    if (!decimal_present(a) || !decimal_present(b) || b.digits == 0) {
        return absent;
    }
    uint64_t divisor = magnitude(b.digits);
    uint64_t quotient = magnitude(a.digits) / divisor;
    uint64_t rest = magnitude(a.digits) % divisor;
    int64_t exponent = (int64_t)a.exponent - b.exponent;
    /* Long division up to 19 digits: one more than is kept. */
    while (rest != 0 && quotient < HALF_BASE) {
        quotient = quotient * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
        exponent--;
    }
    struct exact number = exact_from(quotient);
    number.exponent = exponent;
    number.negative = (a.digits < 0) != (b.digits < 0);
    number.sticky = rest != 0;
    return decimal_from_exact(number, either_inexact(a, b));
}

static int compare_magnitudes(claimex_decimal a, claimex_decimal b)
{
    uint64_t a_digits = magnitude(a.digits);
    uint64_t b_digits = magnitude(b.digits);
    int a_count = count_digits(a_digits);
    int b_count = count_digits(b_digits);
    if (a_count + a.exponent != b_count + b.exponent) {
        return a_count + a.exponent < b_count + b.exponent ? -1 : 1;
    }
    a_digits *= power_of_ten[MOST_DIGITS - a_count];
    b_digits *= power_of_ten[MOST_DIGITS - b_count];
    return (a_digits > b_digits) - (a_digits < b_digits);
}

static int sign(int64_t digits)
{
    return (digits > 0) - (digits < 0);
}

int decimal_compare(claimex_decimal a, claimex_decimal b)
{
    int a_sign = sign(a.digits);
    int b_sign = sign(b.digits);
    if (a_sign != b_sign) {
        return a_sign < b_sign ? -1 : 1;
    }
    return a_sign * compare_magnitudes(a, b);
}

bool decimal_to_integer(claimex_decimal a, int64_t *integer)
{
    if (!decimal_present(a) || a.exponent < 0 || a.exponent > MOST_DIGITS) {
        return false;
    }
    int64_t scale = (int64_t)power_of_ten[a.exponent];
    if (a.digits > INT64_MAX / scale || a.digits < -(INT64_MAX / scale)) {
        return false;
    }
    *integer = a.digits * scale;
    return true;
}

/* ------------------------------------------------------------------ as text */

/* A number that a caller made by hand, as this file would have made it. */
static claimex_decimal normalised(claimex_decimal number)
{
    return decimal_present(number) ? make(number.digits, number.exponent, false) : absent;
}

static char *put_digits(char *out, uint64_t number, int n)
{
    for (int i = n; i > 0; i--) {
        out[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
    return out + n;
}

static char *put_zeros(char *out, int n)
{
    memset(out, '0', (size_t)n);
    return out + n;
}

/* `n` digits of which the last `n_fraction` lie behind the point. */
static char *put_fraction(char *out, uint64_t digits, int n, int n_fraction)
{
    if (n <= n_fraction) {
        *out++ = '0';
        *out++ = '.';
        out = put_zeros(out, n_fraction - n);
        return put_digits(out, digits, n);
    }
    uint64_t scale = power_of_ten[n_fraction];
    out = put_digits(out, digits / scale, n - n_fraction);
    *out++ = '.';
    return put_digits(out, digits % scale, n_fraction);
}

size_t claimex_decimal_text(claimex_decimal number, char *buffer)
{
    if (buffer == NULL) {
        return 0;
    }
    number = normalised(number);
    char *out = buffer;
    if (number.digits < 0) {
        *out++ = '-';
    }
    uint64_t digits = magnitude(number.digits);
    int n = count_digits(digits);
    if (decimal_present(number) && digits == 0) {
        *out++ = '0';
    } else if (number.exponent < 0) {
        out = put_fraction(out, digits, n, -number.exponent);
    } else {
        out = put_digits(out, digits, n);
        out = put_zeros(out, number.exponent);
    }
    *out = '\0';
    return (size_t)(out - buffer);
}

/* --------------------------------------------------------------- as a double */

/* Dividing and rounding in floating point would round twice on machines that compute in more than 64 bits (x87), and
 * strtod reads the locale. digits * 5^exponent is exact in 7 limbs of 32 bits, and so is the floor of the quotient. */
#define LIMBS 7

struct limbs {
    uint32_t limb[LIMBS]; /* the least significant one first */
    bool sticky;          /* the number is larger than that by a fraction */
};

static void limbs_multiply(struct limbs *number, uint32_t factor)
{
    uint64_t carry = 0;
    for (int i = 0; i < LIMBS; i++) {
        carry += (uint64_t)number->limb[i] * factor;
        number->limb[i] = (uint32_t)carry;
        carry >>= 32;
    }
}

static void limbs_divide(struct limbs *number, uint32_t divisor)
{
    uint64_t rest = 0;
    for (int i = LIMBS; i-- > 0;) {
        rest = rest << 32 | number->limb[i];
        number->limb[i] = (uint32_t)(rest / divisor);
        rest %= divisor;
    }
    number->sticky = number->sticky || rest != 0;
}

static void limbs_scale_by_five(struct limbs *number, int exponent)
{
    while (exponent != 0) {
        int up_to = exponent < 0 ? -exponent : exponent;
        uint32_t power = 1;
        int n = 0;
        while (n < up_to && n < 13) { /* 5^13 is the largest power below 2^32 */
            power *= 5;
            n++;
        }
        if (exponent < 0) {
            limbs_divide(number, power);
            exponent += n;
        } else {
            limbs_multiply(number, power);
            exponent -= n;
        }
    }
}

/* number * 2^exponent, where the number is at least 2^64, as the bits of an IEEE 754 double, rounded half to even. */
static uint64_t limbs_to_bits(const struct limbs *number, int exponent)
{
    int top = LIMBS - 1;
    while (number->limb[top] == 0) {
        top--;
    }
    uint64_t window = (uint64_t)number->limb[top] << 32 | number->limb[top - 1];
    uint32_t next = number->limb[top - 2];
    exponent += 32 * (top - 1);
    while (window >> 63 == 0) {
        window = window << 1 | next >> 31;
        next <<= 1;
        exponent--;
    }
    bool sticky = number->sticky || next != 0;
    for (int i = 0; i < top - 2; i++) {
        sticky = sticky || number->limb[i] != 0;
    }
    uint64_t kept = window >> 11;
    uint64_t rest = window & 0x7FF;
    if (rest > 0x400 || (rest == 0x400 && (sticky || (kept & 1) != 0))) {
        kept++;
    }
    /* The leading bit of `kept` is implied; a carry out of it raises the exponent by itself. */
    return ((uint64_t)(exponent + 11 + 52 + 1023) << 52) + (kept - (UINT64_C(1) << 52));
}

double claimex_decimal_double(claimex_decimal number)
{
    number = normalised(number);
    if (number.digits == 0) {
        return 0;
    }
    /* Bits below the digits: two limbs for the window when multiplying, enough for 5^40 too when dividing. */
    int first = number.exponent < 0 ? 5 : 2;
    uint64_t digits = magnitude(number.digits);
    struct limbs scaled = { .sticky = false };
    scaled.limb[first] = (uint32_t)digits;
    scaled.limb[first + 1] = (uint32_t)(digits >> 32);
    limbs_scale_by_five(&scaled, number.exponent);
    uint64_t bits = limbs_to_bits(&scaled, number.exponent - 32 * first);
    bits |= (uint64_t)(number.digits < 0) << 63;
    double result;
    memcpy(&result, &bits, sizeof result);
    return result;
}
