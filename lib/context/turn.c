/* What goes up or down is told by an "up", a "down" or a noun of change next to the figure, where it is no part of
 * something else. */
#include "context/turn.h"

#include <string.h>

#include "context/figure.h"

uint8_t turn_of(uint64_t traits)
{
    if (traits & IS(UP))
        return CLAIMEX_CHANGE_UP;
    return traits & IS(DOWN) ? CLAIMEX_CHANGE_DOWN : CLAIMEX_CHANGE_NONE;
}

uint8_t turn_of_noun(const struct clause *clause, uint32_t i)
{
    if (!item_is_phrase(clause, i))
        return CLAIMEX_CHANGE_NONE;
    uint32_t last = clause->items[i].end - 1;
    bool particle = last > clause->items[i].first && clause->words[last - 1].class == CLASS_HYPHEN;
    return particle ? CLAIMEX_CHANGE_NONE : turn_of(clause->words[last].traits);
}

bool turn_is_since(const struct clause *clause, uint32_t i)
{
    return item_reads(clause, i, "up from") || item_reads(clause, i, "down from");
}

bool turn_is_particle(const struct clause *clause, uint32_t i)
{
    if (i == 0 || !item_is_verbal(clause, i - 1) || !item_is(clause, i - 1, IS_VERBAL)
        || !item_is(clause, i, IS(ADVERB)))
        return false;
    return !item_is(clause, i - 1, IS_HELPER | IS(SHIFT) | IS(UP) | IS(DOWN))
           || item_begins(clause, i - 1, CLASS_LASTING); /* "takes up 5%" */
}

uint8_t turn_of_adverb(const struct clause *clause, uint32_t i)
{
    bool adverb = i != NO_ITEM && !item_is_phrase(clause, i) && item_is(clause, i, IS(ADVERB) | IS(PREPOSITION))
                  && !item_reads(clause, i, "off"); /* is_off asks more */
    return adverb ? turn_of(clause->items[i].traits) : CLAIMEX_CHANGE_NONE;
}

uint8_t turn_of_end(const struct clause *clause, uint32_t before)
{
    uint32_t k = before;
    bool by = item_reads(clause, before, "by"); /* "…, up | by | 5%" */
    if (before == NO_ITEM
        || (item_class(clause, before) != CLASS_TO && item_class(clause, before) != CLASS_FROM && !by))
        return CLAIMEX_CHANGE_NONE;
    while (k > 0 && item_class(clause, k - 1) == CLASS_ADVERB && !item_is(clause, k - 1, IS(UP) | IS(DOWN)))
        k--;
    return k > 0 && !turn_is_particle(clause, k - 1) ? turn_of_adverb(clause, k - 1) : CLAIMEX_CHANGE_NONE;
}

/* "…, | off | 5%", "sales | off | 5%", "were | off | 5%"; but "live | off | 5% of it", "10 km off" */
static bool is_off(const struct clause *clause, uint32_t i, uint32_t before)
{
    const claimex_claim *claim = item_claim(clause, i);
    if (before == NO_ITEM || before == 0 || !item_reads(clause, before, "off") || item_class(clause, i + 1) == CLASS_OF)
        return false;
    bool apart = item_class(clause, before - 1) == CLASS_COMMA || item_is(clause, before - 1, IS(BE));
    bool size =
        claim->kind == CLAIMEX_MONEY || (claim->kind == CLAIMEX_COUNT && !claim->unit) || item_is_points(clause, i + 1);
    return claim->kind == CLAIMEX_PERCENTAGE ? apart || item_is_phrase(clause, before - 1) : apart && size;
}

/* "shot | down | 40 *drones*", "turned | down | 12 *offers*": an object; but "moved | up | two *places*". */
static bool is_object_of_particle(const struct clause *clause, uint32_t i, uint32_t before)
{
    uint32_t noun = clause->counted[clause->items[i].claim];
    return item_claim(clause, i)->kind == CLAIMEX_COUNT && noun && before > 0 && before + 1 == i
           && item_is_verbal(clause, before - 1) && !item_is(clause, before - 1, IS_HELPER | IS(UP) | IS(DOWN))
           && !token_has(clause->tokens, noun - 1, CLASS_STEP) && !item_is_points(clause, i + 1);
}

uint8_t turn_before(const struct clause *clause, uint32_t i, uint32_t before)
{
    const claimex_claim *claim = item_claim(clause, i);
    if (is_off(clause, i, before))
        return CLAIMEX_CHANGE_DOWN;
    bool since = claim->kind == CLAIMEX_PERCENTAGE && turn_is_since(clause, before); /* "down from | a 4% | pace" */
    bool thing = figure_is_attribute(clause, i) && !claim->per && !since;
    bool share = claim->kind == CLAIMEX_PERCENTAGE && item_class(clause, i + 1) == CLASS_OF;
    bool period = claim->kind == CLAIMEX_DURATION && item_is_led(clause, i);
    bool none = before == NO_ITEM || is_object_of_particle(clause, i, before) || thing || share || period
                || turn_is_particle(clause, before);
    return none ? CLAIMEX_CHANGE_NONE : turn_of_adverb(clause, before);
}

uint8_t turn_behind(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1 + item_is_points(clause, i + 1);
    uint8_t kind = item_claim(clause, i)->kind, behind = item_class(clause, k + 1);
    bool than = behind == CLASS_WHEN && item_claim(clause, k + 1)->kind == CLAIMEX_DATE;
    bool from = than && turn_is_since(clause, k);
    if (from && (kind != CLAIMEX_COUNT || k > i + 1) && kind != CLAIMEX_DATE) /* "5 tonnes | up from | May" */
        return turn_of(clause->items[k].traits);
    bool ends = item_reads(clause, k + 1, "on") || behind == CLASS_FROM || behind == CLASS_COMMA
                || behind == CLASS_PERIOD || behind == CLASS_NONE || behind == CLASS_AND;
    bool measure = kind == CLAIMEX_MEASURE && (item_reads(clause, k + 1, "on") || behind == CLASS_FROM);
    bool size = kind == CLAIMEX_PERCENTAGE || kind == CLAIMEX_MONEY || measure || k > i + 1;
    bool word = item_reads(clause, k, "up") || item_reads(clause, k, "down");
    return size && word && ends ? turn_of(clause->items[k].traits) : CLAIMEX_CHANGE_NONE;
}

static bool is_time(const struct clause *clause, uint32_t i)
{
    return item_class(clause, i) == CLASS_WHEN || item_is_kind(clause, i, CLAIMEX_DURATION);
}

#define LONGEST_COMPARED 16u /* items: "higher | among | those | who | worked | nights | for | ten years | than" */

static bool ends_comparison(const struct clause *clause, uint32_t i)
{
    static const uint8_t marks[] = { CLASS_COMMA, CLASS_SEMICOLON, CLASS_COLON, CLASS_PERIOD,
                                     CLASS_AND,   CLASS_BUT,       CLASS_OPEN,  CLASS_SUBORDINATE };
    return memchr(marks, item_class(clause, i), sizeof marks) != NULL;
}

bool turn_is_difference(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1 + item_is_points(clause, i + 1);
    if (!item_begins(clause, k, CLASS_COMPARED) || !item_is_single(clause, k))
        return false;
    if (item_begins(clause, k, CLASS_BOUND)) /* "fell 5% | less than | a year | after" */
        return !is_time(clause, k + 1);
    uint32_t than = k + 1;
    while (than < k + LONGEST_COMPARED && than < clause->n_items && !item_reads(clause, than, "than")
           && !ends_comparison(clause, than))
        than++;
    return item_reads(clause, than, "than") && !is_time(clause, than + 1) && !is_time(clause, than + 2);
}

uint8_t turn_of_sign(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    bool ends = item_class(clause, i + 1) == CLASS_CLOSE || item_class(clause, i + 1) == CLASS_ADVERB;
    bool aside = ends && i > 1 && item_class(clause, i - 1) == CLASS_OPEN && item_class(clause, i - 2) == CLASS_FIGURE;
    if (claim->kind != CLAIMEX_PERCENTAGE || claim->relation == CLAIMEX_RANGE)
        return CLAIMEX_CHANGE_NONE;
    if (clause->tokens->text[claim->at.start] == '+')
        return CLAIMEX_CHANGE_UP;
    return aside && claim->value.digits < 0 ? CLAIMEX_CHANGE_DOWN : CLAIMEX_CHANGE_NONE;
}
