/* What a change came from and where it led: both ends beside each other, or one before the size and one behind it. */
#include "context/change_ends.h"

#include "context/change_noun.h"
#include "context/figure.h"
#include "context/turn.h"
#include "values/decimal.h"

/* Less than nothing: "a loss | of | $5m" */
static bool is_deficit(const struct clause *clause, const claimex_claim *claim)
{
    uint32_t i = clause->item_of[claim - clause->claims], of = i == NO_ITEM ? NO_ITEM : item_before_figure(clause, i);
    return of != NO_ITEM && of > 0 && item_class(clause, of) == CLASS_OF && item_is_phrase(clause, of - 1)
           && token_number_of(clause->tokens, clause->items[of - 1].end - 1, CLASS_BALANCE) < 0;
}

/* "went from 2% to 5%": the figures themselves say where; but from the first place to the third is no way up. */
static uint8_t compare(const struct clause *clause, const claimex_claim *from, const claimex_claim *to)
{
    bool loss = is_deficit(clause, from), now_loss = is_deficit(clause, to);
    if (loss != now_loss)
        return loss ? CLAIMEX_CHANGE_UP : CLAIMEX_CHANGE_DOWN;
    if (from->kind != to->kind || from->kind == CLAIMEX_RANK || !from->value.flags || !to->value.flags)
        return CLAIMEX_CHANGE_NONE;
    int order = decimal_compare(from->value, to->value);
    order = loss ? -order : order;
    return order < 0 ? CLAIMEX_CHANGE_UP : order > 0 ? CLAIMEX_CHANGE_DOWN : CLAIMEX_CHANGE_NONE;
}

/* Does a verb stand between the figure of a claim and a later item, or more than a change has room for? */
static bool is_far(const struct clause *clause, int32_t claim, uint32_t i)
{
    uint32_t k = clause->item_of[claim];
    if (k == NO_ITEM || i - k > 8)
        return true;
    while (k < i && !item_is_verbal(clause, k))
        k++;
    return k < i;
}

/* "went | to | $5 | from | $4", "swung | to | a loss | of | $5 | from | a profit | of | $4": the end stands first; but
 * "went to 5% of it and came from 4%". */
static bool starts_behind(struct clause *clause, uint32_t i)
{
    claimex_claim *from = item_claim(clause, i), *to = from > clause->claims ? from - 1 : NULL;
    bool level = i > 3 && item_class(clause, i - 1) == CLASS_OF && item_class(clause, i - 3) == CLASS_FROM;
    if (!to || (item_class(clause, i - 1) != CLASS_FROM && !level) || to->role != CLAIMEX_ROLE_TO || to->change
        || is_far(clause, clause->items[i].claim - 1, i) || (from->kind == CLAIMEX_COUNT && from->unit))
        return false;
    uint8_t change = compare(clause, from, to);
    if (!change)
        return false;
    change_set(to, change, CLAIMEX_ROLE_TO);
    change_set(from, change, CLAIMEX_ROLE_FROM);
    return true;
}

void change_shift(struct clause *clause, uint32_t i, uint8_t role)
{
    claimex_claim *claim = item_claim(clause, i);
    if (role == CLAIMEX_ROLE_FROM && starts_behind(clause, i))
        return;
    if (role == CLAIMEX_ROLE_FROM && item_class(clause, i + 1) != CLASS_TO && item_class(clause, i + 2) != CLASS_TO
        && item_class(clause, i + 3) != CLASS_TO)
        return;
    bool starts = claim > clause->claims && claim[-1].role == CLAIMEX_ROLE_FROM;
    bool receives = clause->counted[clause->items[i].claim] && i > 1 && item_is_verbal(clause, i - 2);
    if (role == CLAIMEX_ROLE_TO && !starts && receives) /* "the aid | goes | to | three towns" */
        return;
    change_set(claim, starts ? compare(clause, claim - 1, claim) : CLAIMEX_CHANGE_NONE, role);
    if (role == CLAIMEX_ROLE_TO && claim->change)
        claim[-1].change = claim->change;
}

/* "Her time | improved | to | 10.9 | from | 11.1": what is better for it may be less. */
void change_settle_ends(struct clause *clause, uint32_t i)
{
    struct verb_group verb;
    claimex_claim *claim = item_claim(clause, i), *other = claim > clause->claims ? claim - 1 : NULL;
    uint32_t first = other ? clause->item_of[other - clause->claims] : NO_ITEM;
    bool ends = other && claim->role && other->role && claim->role + other->role == CLAIMEX_ROLE_FROM + CLAIMEX_ROLE_TO;
    if (!ends || first == NO_ITEM || !verbs_before(clause, first, &verb)
        || !item_begins(clause, verb.last, CLASS_BETTERING))
        return;
    bool forth = claim->role == CLAIMEX_ROLE_TO;
    uint8_t change = compare(clause, forth ? other : claim, forth ? claim : other);
    claim->change = other->change = change ? change : claim->change;
}

/* "edged | up to | 5", "pushed | the price | up to | 5": an "up to" that is no limit. */
bool change_is_reached(const struct clause *clause, uint32_t i)
{
    return i > 1 && item_class(clause, i) == CLASS_FIGURE && item_reads(clause, i - 1, "up to")
           && item_claim(clause, i)->relation == CLAIMEX_EQ && !item_is_led(clause, i);
}

/* "edged up to | 5% | in the three months to March | from | 4%" */
bool change_is_left_behind(const struct clause *clause, uint32_t i)
{
    int32_t c = clause->items[i].claim - 1;
    if (i < 4 || item_class(clause, i - 1) != CLASS_FROM)
        return false;
    while (c >= 0 && (clause->claims[c].kind == CLAIMEX_DATE || clause->claims[c].kind == CLAIMEX_DURATION))
        c--;
    return c >= 0 && !is_far(clause, c, i) && change_is_reached(clause, clause->item_of[c]);
}

/* "closed up | 12 | points | at | 7,123", "rose | 5% | to | close | at | $34": where the change led. */
bool change_by_close(struct clause *clause, uint32_t i, uint32_t before)
{
    if (before == NO_ITEM || before < 3 || !item_reads(clause, before, "at")
        || (item_is_phrase(clause, i + 1) && !item_is_points(clause, i + 1) && !item_claim(clause, i)->per))
        return false;
    uint32_t size = before - 1;
    size -= item_class(clause, size) == CLASS_COMMA; /* "settled up 71 cents, or 0.9%, at $84" */
    if (item_begins(clause, size, CLASS_SETTLING) && item_class(clause, size - 1) == CLASS_TO)
        size -= 2;
    while (size > 1
           && (item_class(clause, size) == CLASS_WHEN || item_is_points(clause, size)
               || (item_is_single(clause, size) && turn_of_noun(clause, size)))) /* "closed 4.6% | higher | at" */
        size--;
    bool price = item_claim(clause, i)->kind != CLAIMEX_MEASURE && item_claim(clause, i)->kind != CLAIMEX_DURATION;
    if (!price || item_class(clause, size) != CLASS_FIGURE || item_claim(clause, size)->role != CLAIMEX_ROLE_BY)
        return false; /* "a drop of 32 decibels at 100 Hz" */
    change_set(item_claim(clause, i), item_claim(clause, size)->change, CLAIMEX_ROLE_TO);
    return true;
}

/* The claim of the $5m of "$5m, or | 40 cents |"; NULL. */
static claimex_claim *figure_behind_or(const struct clause *clause, uint32_t i)
{
    uint32_t k = item_begins(clause, i - 1, CLASS_OR) ? i - 1 : i;
    k -= k < i && item_class(clause, k - 1) == CLASS_COMMA;
    return k < i && k > 0 && item_class(clause, k - 1) == CLASS_FIGURE ? item_claim(clause, k - 1) : NULL;
}

/* A figure, but not the two of "7,400 patients | at | two hospitals, up from 5,120", the 400 of "12 seats in the
 * 400-member house" or of "12 of the 400 seats", the one of "5% of them | live with one child". */
static bool is_end_figure(const struct clause *clause, uint32_t k, uint8_t kind)
{
    if (item_class(clause, k) != CLASS_FIGURE)
        return false;
    bool count = kind == CLAIMEX_COUNT, led = item_is_led(clause, k), share = kind == CLAIMEX_PERCENTAGE;
    uint8_t before = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
    bool where =
        count && before == CLASS_PREPOSITION && (item_is_phrase(clause, k + 1) || figure_is_attribute(clause, k));
    bool whole = count && led && before == CLASS_OF && k > 1 && item_class(clause, k - 2) == CLASS_FIGURE;
    return !where && !whole && (!share || figure_is_share(item_claim(clause, k)));
}

/* Behind the 40% that is the subject of the verb: "40% | of voters | backed Ruiz, up from 35%"; 0 when none is. */
static uint32_t behind_subject_figure(const struct clause *clause, uint32_t verb, uint8_t kind)
{
    uint32_t k = verb;
    while (k > 0 && verb - k < 12 && !item_is(clause, k - 1, IS(RELATIVE) | IS(THAT) | IS(SUBORDINATE))
           && item_class(clause, k - 1) != CLASS_COMMA && item_class(clause, k - 1) != CLASS_SEMICOLON
           && !item_is_kind(clause, k - 1, kind))
        k--;
    bool share = kind == CLAIMEX_PERCENTAGE || kind == CLAIMEX_RATIO;
    uint32_t opens = 1u + (item_class(clause, 0) == CLASS_ADVERB); /* "Over | 20 | homes are dark, down from 380" */
    return (share || k == opens) && k > 0 && item_class(clause, k - 1) == CLASS_FIGURE ? k : 0;
}

#define LONGEST_BEHIND_END 8u /* items: "homes in the north in May" */

/* "was | 6.1% | in April, up from | 5.4%": what it came to, before the comma. */
void change_set_end_before(struct clause *clause, uint32_t i, uint32_t before)
{
    const claimex_claim *from = item_claim(clause, i);
    uint32_t comma = before > 0 && item_class(clause, before - 1) == CLASS_COMMA ? before - 1 : 0, k = comma;
    while (k > 0 && comma - k < LONGEST_BEHIND_END && !is_end_figure(clause, k - 1, from->kind)
           && item_class(clause, k - 1) != CLASS_COMMA && !item_is_verbal(clause, k - 1))
        k--;
    if (k > 0 && item_is_verbal(clause, k - 1))
        k = behind_subject_figure(clause, k - 1, from->kind);
    if (k == 0 || !is_end_figure(clause, k - 1, from->kind))
        return;
    claimex_claim *to = item_claim(clause, k - 1), *other = k > 3 ? figure_behind_or(clause, k - 1) : NULL;
    if (to->kind == from->kind && !to->role)
        change_set(to, from->change, CLAIMEX_ROLE_TO);
    if (other && other->kind == from->kind && !other->role)
        change_set(other, from->change, CLAIMEX_ROLE_TO);
}
