/* The promises of the public headers about the claims of any text, each checked on every claim of every text that the
 * tests scan. Each function gives the promise that is broken, or NULL. */
#include "invariants.h"

#include <stdbool.h>
#include <string.h>

struct view {
    const char *text;
    size_t length;
    const claimex_claim *claims;
    size_t count;
    const char *strings;
    size_t strings_length;
};

static bool is_boundary(const struct view *view, uint32_t offset)
{
    return offset == view->length || (offset < view->length && ((unsigned char)view->text[offset] & 0xC0) != 0x80);
}

static const char *span_broken(const struct view *view, claimex_span span)
{
    if (span.start == span.end) {
        return span.start == 0 ? NULL : "a span that is absent is 0, 0";
    }
    if (span.start > span.end || span.end > view->length) {
        return "a span lies within the text";
    }
    return is_boundary(view, span.start) && is_boundary(view, span.end) ? NULL : "a span lies on character boundaries";
}

static const char *spans_broken(const struct view *view, const claimex_claim *claim)
{
    const claimex_span spans[] = { claim->at,     claim->modifier, claim->subject,
                                   claim->source, claim->cue,      claim->sentence };
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
        const char *broken = span_broken(view, spans[i]);
        if (broken != NULL) {
            return broken;
        }
    }
    if (claim->at.start == claim->at.end) {
        return "a claim has a span";
    }
    if (claim->sentence.start > claim->at.start || claim->sentence.end < claim->at.end) {
        return "the sentence holds the claim";
    }
    return NULL;
}

static const char *decimal_broken(claimex_decimal number)
{
    if ((number.flags & CLAIMEX_DECIMAL_PRESENT) == 0) {
        return number.digits == 0 && number.exponent == 0 && number.flags == 0 ? NULL : "an absent number is all 0";
    }
    if (number.flags > (CLAIMEX_DECIMAL_PRESENT | CLAIMEX_DECIMAL_INEXACT)) {
        return "a number has no unknown flags";
    }
    if (number.digits == 0 ? number.exponent != 0 : number.digits % 10 == 0) {
        return "a number has no trailing zeros in its digits";
    }
    if (number.digits > 999999999999999999 || number.digits < -999999999999999999) {
        return "a number has at most 18 digits";
    }
    return number.exponent >= -40 && number.exponent <= 40 ? NULL : "an exponent lies within -40 … 40";
}

static const char *decimals_broken(const claimex_claim *claim)
{
    const claimex_decimal numbers[] = { claim->value, claim->low, claim->high, claim->of, claim->per_amount };
    uint32_t flags = 0;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const char *broken = decimal_broken(numbers[i]);
        if (broken != NULL) {
            return broken;
        }
        flags |= numbers[i].flags;
    }
    const bool inexact = (claim->flags & CLAIMEX_INEXACT) != 0;
    return inexact == ((flags & CLAIMEX_DECIMAL_INEXACT) != 0) ? NULL : "a claim is inexact when one number is";
}

/* Which numbers a claim must have, by its kind and relation. */
static const char *value_broken(const claimex_claim *claim)
{
    const bool value = claim->value.flags != 0;
    const bool ends = claim->low.flags != 0 || claim->high.flags != 0;
    if (claim->kind == CLAIMEX_DATE) {
        return !value && !ends && claim->timex != 0 ? NULL : "a date has a timex and no value";
    }
    if (claim->relation == CLAIMEX_RANGE) {
        return !value && ends ? NULL : "a range has an end and no value";
    }
    return value && !ends ? NULL : "a claim that is no range has a value and no ends";
}

static const char *enums_broken(const claimex_claim *claim)
{
    if (claimex_kind_name(claim->kind) == NULL || claimex_relation_name(claim->relation) == NULL
        || claimex_role_name(claim->role) == NULL || claimex_change_name(claim->change) == NULL
        || claimex_stance_name(claim->stance) == NULL || claimex_grain_name(claim->grain) == NULL) {
        return "an enum has a named value";
    }
    if (claim->flags > (CLAIMEX_QUOTED | CLAIMEX_INEXACT)) {
        return "a claim has no unknown flags";
    }
    for (size_t i = 0; i < sizeof claim->reserved; i++) {
        if (claim->reserved[i] != 0) {
            return "the reserved bytes are 0";
        }
    }
    return NULL;
}

/* A list is strings that follow each other, ended by an empty one. */
static const char *readings_broken(const struct view *view, const claimex_claim *claim)
{
    if (claim->readings == 0) {
        return NULL;
    }
    const char *first = view->strings + claim->readings;
    size_t at = claim->readings;
    size_t count = 0;
    while (at < view->strings_length && view->strings[at] != '\0') {
        at += strlen(view->strings + at) + 1;
        count++;
    }
    if (at >= view->strings_length) {
        return "a list of readings ends within the strings";
    }
    if (count < 2) {
        return "an ambiguous claim has two readings or more";
    }
    const char *chosen = view->strings + (claim->kind == CLAIMEX_DATE ? claim->timex : claim->unit);
    return strcmp(first, chosen) == 0 ? NULL : "the chosen reading is the first";
}

static const char *strings_broken(const struct view *view, const claimex_claim *claim)
{
    const uint32_t offsets[] = { claim->unit, claim->per, claim->timex, claim->readings };
    for (size_t i = 0; i < sizeof offsets / sizeof *offsets; i++) {
        if (offsets[i] >= view->strings_length) {
            return "a string lies within the strings";
        }
        if (offsets[i] != 0 && view->strings[offsets[i]] == '\0') {
            return "only the string 0 is empty";
        }
    }
    return readings_broken(view, claim);
}

static const char *links_broken(const struct view *view, size_t index)
{
    const claimex_claim *claim = &view->claims[index];
    const int32_t links[] = { claim->time, claim->same_as };
    for (size_t i = 0; i < 2; i++) {
        if (links[i] < -1 || (links[i] >= 0 && (size_t)links[i] >= view->count)) {
            return "a link is -1 or the index of a claim";
        }
        if (links[i] >= 0 && (size_t)links[i] == index) {
            return "a claim does not link to itself";
        }
    }
    if (claim->time >= 0 && view->claims[claim->time].kind != CLAIMEX_DATE) {
        return "the time of a claim is a date";
    }
    return NULL;
}

static const char *moment_broken(claimex_moment moment)
{
    if ((moment.flags & CLAIMEX_MOMENT_PRESENT) == 0) {
        const claimex_moment absent = { 0 };
        return memcmp(&moment, &absent, sizeof moment) == 0 ? NULL : "an absent moment is all 0";
    }
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    claimex_moment again;
    const size_t length = claimex_moment_text(moment, text);
    return claimex_moment_parse(text, length, &again) ? NULL : "a moment is a day of the calendar";
}

static const char *moments_broken(const claimex_claim *claim)
{
    const char *broken = moment_broken(claim->begins);
    if (broken == NULL) {
        broken = moment_broken(claim->ends);
    }
    if (broken == NULL && (claim->begins.flags != 0) != (claim->ends.flags != 0)) {
        broken = "begins and ends are there together";
    }
    if (broken == NULL && claim->begins.flags != 0 && claim->kind != CLAIMEX_DATE) {
        broken = "only a date begins and ends";
    }
    return broken;
}

static const char *order_broken(const struct view *view, size_t index)
{
    if (index == 0 || view->claims[index - 1].at.end <= view->claims[index].at.start) {
        return NULL;
    }
    return "claims are sorted and do not overlap";
}

static const char *claim_broken(const struct view *view, size_t index)
{
    const claimex_claim *claim = &view->claims[index];
    const char *checks[] = {
        spans_broken(view, claim), order_broken(view, index),   decimals_broken(claim),    value_broken(claim),
        enums_broken(claim),       strings_broken(view, claim), links_broken(view, index), moments_broken(claim),
    };
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        if (checks[i] != NULL) {
            return checks[i];
        }
    }
    return NULL;
}

const char *invariants_broken(const claimex_result *result, const char *text, size_t length, size_t *index)
{
    struct view view = { .text = text, .length = length };
    view.claims = claimex_result_claims(result, &view.count);
    view.strings = claimex_result_strings(result, &view.strings_length);
    *index = 0;
    if ((view.claims == NULL) != (view.count == 0)) {
        return "claims are NULL when there are none";
    }
    if (view.strings_length == 0 || view.strings[0] != '\0' || view.strings[view.strings_length - 1] != '\0') {
        return "the strings begin with the empty one and end in NUL";
    }
    for (; *index < view.count; (*index)++) {
        const char *broken = claim_broken(&view, *index);
        if (broken != NULL) {
            return broken;
        }
    }
    return NULL;
}
