/* "100 billion yuan (US$15.58 billion)" is one amount twice; "lost 80 points, or 0.4%" is not. */
#include "context/restatement.h"

#include <string.h>

#include "context/figure.h"
#include "values/decimal.h"

/* Can both give one quantity? Money in two currencies, a measure in two units, a ratio and a percentage. */
static bool may_restate(const claimex_claim *a, const claimex_claim *b)
{
    if (figure_is_part(a) && figure_is_part(b))
        return a->kind != b->kind;
    return a->kind == b->kind && a->kind != CLAIMEX_DATE && a->kind != CLAIMEX_COUNT && a->kind != CLAIMEX_RANK;
}

/* Is everything from item `from` to item `to` such as a restatement has between its figures? */
static bool is_bridge(const struct clause *clause, uint32_t from, uint32_t to)
{
    bool open = false, comma = false, other = false, equal = false;
    for (uint32_t k = from; k < to; k++) {
        uint8_t class = item_class(clause, k);
        open |= class == CLASS_OPEN;
        comma |= class == CLASS_COMMA;
        other |= item_begins(clause, k, CLASS_OR);
        equal |=
            item_begins(clause, k, CLASS_EQUAL) || token_has(clause->tokens, clause->items[k].end - 1, CLASS_EQUAL);
        bool small = class == CLASS_OPEN || class == CLASS_COMMA || class == CLASS_AND || class == CLASS_ADVERB
                     || class == CLASS_TO || class == CLASS_PREPOSITION || class == CLASS_DASH
                     || item_begins(clause, k, CLASS_EQUAL) || item_begins(clause, k, CLASS_THE)
                     || (equal && class == CLASS_OF); /* ", the equivalent | of" */
        if (!small)
            return false;
    }
    return open || equal || (other && (comma || to - from >= 2));
}

#define MOST_APART 5 /* percentage points between a fraction in words and its percentage */

/* "a third" and "33%", "almost a quarter" and "21%" */
static bool are_close(const claimex_claim *a, const claimex_claim *b)
{
    const claimex_claim *ratio = a->kind == CLAIMEX_RATIO ? a : b, *share = ratio == a ? b : a;
    claimex_decimal percent = decimal_divide(decimal_shift(ratio->value, 2), ratio->of);
    claimex_decimal apart = decimal_subtract(percent, share->value);
    return decimal_present(apart) && decimal_compare(apart, decimal_make(MOST_APART, 0)) <= 0
           && decimal_compare(apart, decimal_make(-MOST_APART, 0)) >= 0;
}

/* Past the whole between a share and its restatement: "a third | of staff | (33%)", "six in ten | voters | , or 58%".
 */
static uint32_t behind_whole(const struct clause *clause, uint32_t k, const claimex_claim *a, const claimex_claim *b)
{
    uint32_t whole = k + (item_class(clause, k) == CLASS_OF), behind = whole + 1;
    bool counted = whole > k || a->kind == CLAIMEX_RATIO;
    bool goes_on = item_class(clause, behind) == CLASS_OPEN
                   || (item_class(clause, behind) == CLASS_COMMA && item_begins(clause, behind + 1, CLASS_OR));
    bool shares = figure_is_part(a) && figure_is_part(b) && a->kind != b->kind;
    return shares && counted && goes_on && item_is_phrase(clause, whole) && are_close(a, b) ? behind : k;
}

/* The currency or unit of the figure at an item, as the lexicon has it; "" when it names none. */
static const char *unit_at(const struct clause *clause, uint32_t item)
{
    static const enum class classes[] = { CLASS_CURRENCY, CLASS_UNIT, CLASS_TIMEUNIT };
    for (uint32_t t = clause->items[item].first; t < clause->items[item].end; t++)
        for (size_t k = 0; k < sizeof classes / sizeof *classes; k++)
            if (token_reading(clause->tokens, t, classes[k]))
                return token_text(clause->tokens, t, classes[k]);
    return "";
}

#define DEAREST 6 /* powers of ten: no currency is worth a million of another that it is restated in */

/* "£25 (£15 for children)", "$9m, or 5 cents a share", "two- or three-hour": two amounts; but "almost $1m ($998,400)",
 * which differ by what was rounded off. */
static bool are_two_amounts(const struct clause *clause, uint32_t a, uint32_t b)
{
    const claimex_claim *one = item_claim(clause, a), *other = item_claim(clause, b);
    const char *unit = unit_at(clause, a), *other_unit = unit_at(clause, b);
    claimex_decimal part = decimal_divide(one->value, other->value);
    bool money = one->kind == CLAIMEX_MONEY, amount = money || !figure_is_part(one);
    if (!amount || !decimal_present(part))
        return false;
    if (money && decimal_compare(part, decimal_make(1, DEAREST)) > 0)
        return true;
    bool apart = decimal_compare(part, decimal_make(9, -1)) < 0 || decimal_compare(part, decimal_make(11, -1)) > 0;
    bool shared = !money && ((!*unit && item_is_single(clause, a)) || (!*other_unit && item_is_single(clause, b)));
    return apart && (shared || (*unit && strcmp(unit, other_unit) == 0));
}

/* "$5m, about £4m": two currencies, and nothing else between. */
static bool is_in_other_currency(const struct clause *clause, uint32_t a, uint32_t b)
{
    bool apart = item_class(clause, a + 1) == CLASS_COMMA || item_class(clause, a + 1) == CLASS_DASH;
    return apart && b == a + 3 && item_claim(clause, a)->kind == CLAIMEX_MONEY
           && item_claim(clause, b)->kind == CLAIMEX_MONEY && item_claim(clause, b)->relation == CLAIMEX_APPROX
           && strcmp(unit_at(clause, a), unit_at(clause, b)) != 0 && !item_is_phrase(clause, b + 1);
}

int32_t restatement_find(const struct clause *clause, uint32_t i)
{
    for (uint32_t k = i; k > 0 && i - k < 6; k--) {
        if (item_class(clause, k - 1) != CLASS_FIGURE)
            continue;
        int32_t other = clause->items[k - 1].claim;
        bool both = k + 1 == i && item_class(clause, k) == CLASS_SEMICOLON && k > 1
                    && item_class(clause, k - 2) == CLASS_OPEN; /* "30 baht (£4; $8)" */
        if (both && clause->claims[other].same_as >= 0 && may_restate(&clause->claims[other], item_claim(clause, i)))
            return clause->claims[other].same_as;
        const claimex_claim *own = item_claim(clause, i), *earlier = &clause->claims[other];
        bool then = figure_date_in_brackets(clause, i) != NO_ITEM && own->unit && earlier->unit
                    && strcmp(unit_at(clause, k - 1), unit_at(clause, i)) == 0;
        bool bridge = (!then && is_bridge(clause, behind_whole(clause, k, earlier, own), i))
                      || is_in_other_currency(clause, k - 1, i);
        bool same = may_restate(earlier, own) && bridge && !are_two_amounts(clause, k - 1, i);
        return same ? other : -1;
    }
    return -1;
}
