/* Two lines a claim: what was written and what it means, then who and what and when, as far as the text says.
 *
 *    12:5    money       about $100 million      ≈ 100,000,000 USD per year   ↑ from
 *            what: Transactions on the site   who: the company, "said"   when: 2017
 */
#include "table.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "plain.h"

enum { WIDTH = 100, KIND_COLUMN = 11, TEXT_WIDTH = 22 };

struct table {
    const struct document *document;
    const claimex_result *result;
    const struct places *places;
    const claimex_claim *claims;
    size_t count;
    bool colour;
};

/* ------------------------------------------------------------------- pieces */

static const char heading_style[] = "1", kind_style[] = "36", figure_style[] = "1", context_style[] = "2";

static void set_style(const struct table *table, const char *style)
{
    if (table->colour) {
        printf("\033[%sm", style);
    }
}

static void end_style(const struct table *table)
{
    set_style(table, "0");
}

static void write_slice(const struct table *table, claimex_span span)
{
    plain_write(stdout, table->document->text + span.start, span.end - span.start);
}

static size_t slice_width(const struct table *table, claimex_span span)
{
    return plain_width(table->document->text + span.start, span.end - span.start);
}

static const char *string_at(const struct table *table, uint32_t offset)
{
    return claimex_result_string(table->result, offset);
}

/* 23900000000000 is hard to read: 23,900,000,000,000. */
static void write_number(claimex_decimal number)
{
    char text[CLAIMEX_DECIMAL_TEXT_SIZE];
    size_t length = claimex_decimal_text(number, text), first = text[0] == '-', point = strcspn(text, ".");
    for (size_t i = 0; i < length; i++) {
        if (i > first && i < point && (point - i) % 3 == 0) {
            fputc(',', stdout);
        }
        fputc(text[i], stdout);
    }
}

/* ------------------------------------------------------------------ meaning */

static const char *relation_sign(const claimex_claim *claim)
{
    static const char *const signs[] = { "=", "≈", ">", "≥", "<", "≤" };
    static const char *const times[] = { "=", "≈", "after", "since", "before", "by" };
    if (claim->relation >= CLAIMEX_RANGE) {
        return "=";
    }
    return claim->kind == CLAIMEX_DATE ? times[claim->relation] : signs[claim->relation];
}

static void write_amount(const claimex_claim *claim)
{
    bool low = claim->low.flags & CLAIMEX_DECIMAL_PRESENT, high = claim->high.flags & CLAIMEX_DECIMAL_PRESENT;
    write_number(claim->value);
    write_number(claim->low);
    if (low != high) {
        fputs(low ? " or more" : "up to ", stdout);
    } else if (low) {
        fputs(" to ", stdout);
    }
    write_number(claim->high);
    if (claim->of.flags & CLAIMEX_DECIMAL_PRESENT) {
        fputs(" of ", stdout);
        write_number(claim->of);
    }
}

static void write_unit(const struct table *table, const claimex_claim *claim)
{
    const char *unit = claim->kind == CLAIMEX_MULTIPLE ? "times" : string_at(table, claim->unit);
    if (unit[0] != '\0') {
        fputs(strcmp(unit, "%") == 0 ? "" : " ", stdout);
        plain_write(stdout, unit, strlen(unit));
    }
    const char *per = string_at(table, claim->per);
    bool amount = (claim->per_amount.flags & CLAIMEX_DECIMAL_PRESENT) != 0; /* "5.3 per 100,000" has no noun */
    if (per[0] != '\0' || amount) {
        fputs(" per ", stdout);
        write_number(claim->per_amount);
        fputs(amount && per[0] != '\0' ? " " : "", stdout);
        plain_write(stdout, per, strlen(per));
    }
}

/* "the year to March", "early in June 2017": the interval is not that of the calendar. */
static bool is_own_interval(const claimex_claim *claim)
{
    bool year = claim->grain == CLAIMEX_GRAIN_YEAR;
    bool month = claim->grain == CLAIMEX_GRAIN_MONTH;
    bool first = claim->begins.day == 1 && claim->ends.day == 1;
    bool january = claim->begins.month == 1 && claim->ends.month == 1;
    return (year && !(first && january)) || (month && !first);
}

/* "XXXX-06-20 (2017-06-20)": the interval is worth showing where the value alone does not say it. */
static void write_date(const struct table *table, const claimex_claim *claim)
{
    char begins[CLAIMEX_MOMENT_TEXT_SIZE], ends[CLAIMEX_MOMENT_TEXT_SIZE];
    const char *timex = string_at(table, claim->timex);
    fputs(timex, stdout);
    if (claimex_moment_text(claim->begins, begins) == 0 || !(is_own_interval(claim) || strpbrk(timex, "FHPQSUWX"))) {
        return;
    }
    if (claim->grain == CLAIMEX_GRAIN_DAY || claimex_moment_text(claim->ends, ends) == 0) {
        printf(" (%s)", begins);
    } else {
        printf(" (%s until %s)", begins, ends);
    }
}

static void write_meaning(const struct table *table, const claimex_claim *claim)
{
    printf("%s ", relation_sign(claim));
    if (claim->kind == CLAIMEX_DATE) {
        write_date(table, claim);
    } else {
        write_amount(claim);
        write_unit(table, claim);
    }
}

/* -------------------------------------------------------------------- notes */

static void write_note(const char *first, const char *second)
{
    printf("   %s%s%s", first, first[0] != '\0' && second[0] != '\0' ? " " : "", second);
}

static void write_change(const claimex_claim *claim)
{
    static const char *const arrows[] = { "", "↑", "↓" };
    const char *arrow = claim->change <= CLAIMEX_CHANGE_DOWN ? arrows[claim->change] : "";
    const char *role = claim->role != CLAIMEX_ROLE_NONE ? claimex_role_name(claim->role) : "";
    if (arrow[0] != '\0' || role[0] != '\0') {
        write_note(arrow, role);
    }
}

static const char *next_string(const char *string)
{
    return string + strlen(string) + 1;
}

/* "¥" is worth a note; that "$" is the sign of thirty currencies is not, on every other line. */
static void write_other_readings(const char *chosen)
{
    enum { FEW = 3 };
    int count = 0;
    for (const char *reading = chosen; *reading != '\0'; reading = next_string(reading)) {
        count++;
    }
    if (count < 2 || count > FEW) {
        return;
    }
    for (const char *reading = next_string(chosen); *reading != '\0'; reading = next_string(reading)) {
        write_note("or", reading);
    }
}

static void write_notes(const struct table *table, const claimex_claim *claim)
{
    write_change(claim);
    if (claim->stance != CLAIMEX_STATED) {
        write_note(claimex_stance_name(claim->stance), "");
    }
    if (claim->flags & CLAIMEX_QUOTED) {
        write_note("in quotes", "");
    }
    if (claim->flags & CLAIMEX_INEXACT) {
        write_note("rounded", "");
    }
    write_other_readings(string_at(table, claim->readings));
}

/* ------------------------------------------------------------------ context */

/* Writes "label: slice", on a new line when the current one has no room for it; *column is where the line ends. */
static void write_item(const struct table *table, const char *label, claimex_span span, size_t *column)
{
    if (span.start == span.end) {
        return;
    }
    size_t width = strlen(label) + 2 + slice_width(table, span);
    if (*column + 3 + width > WIDTH) {
        printf("\n%*s", KIND_COLUMN, "");
        *column = KIND_COLUMN + width;
    } else {
        fputs("   ", stdout);
        *column += 3 + width;
    }
    printf("%s: ", label);
    write_slice(table, span);
}

/* The span of the claim that a link points to. */
static claimex_span linked(const struct table *table, int32_t link)
{
    return link >= 0 && (size_t)link < table->count ? table->claims[link].at : (claimex_span){ 0, 0 };
}

static void write_context(const struct table *table, const claimex_claim *claim)
{
    size_t column = WIDTH;
    write_item(table, "what", claim->subject, &column);
    write_item(table, "who", claim->source, &column);
    write_item(table, "says", claim->cue, &column);
    write_item(table, "when", linked(table, claim->time), &column);
    write_item(table, "same as", linked(table, claim->same_as), &column);
}

/* --------------------------------------------------------------------- rows */

static void write_figure(const struct table *table, const claimex_claim *claim)
{
    size_t width = slice_width(table, claim->at);
    set_style(table, figure_style);
    write_slice(table, claim->at);
    end_style(table);
    printf("%*s  ", width < TEXT_WIDTH ? (int)(TEXT_WIDTH - width) : 0, "");
}

static void write_row(const struct table *table, const claimex_claim *claim)
{
    const claimex_position *position = places_at(table->places, claim->at.start);
    printf("%5" PRIu64 ":%-3" PRIu64 "  ", position->line, position->column);
    set_style(table, kind_style);
    printf("%-10s  ", claimex_kind_name(claim->kind));
    end_style(table);
    write_figure(table, claim);
    write_meaning(table, claim);
    write_notes(table, claim);
    set_style(table, context_style);
    write_context(table, claim);
    end_style(table);
    fputc('\n', stdout);
}

static void write_heading(const struct table *table)
{
    set_style(table, heading_style);
    plain_write(stdout, table->document->label, table->document->label_length);
    end_style(table);
    if (table->count == 0) {
        fputs(": no claims\n", stdout);
    } else {
        printf(": %zu claim%s\n", table->count, table->count == 1 ? "" : "s");
    }
}

void table_write(const struct document *document, const claimex_result *result, const struct places *places,
                 bool colour)
{
    struct table table = { document, result, places, NULL, 0, colour };
    table.claims = claimex_result_claims(result, &table.count);
    write_heading(&table);
    for (size_t i = 0; i < table.count; i++) {
        write_row(&table, &table.claims[i]);
    }
    if (claimex_result_incomplete(result) != 0) {
        fputs("incomplete: a limit was hit, so that claims may be missing\n", stdout);
    }
    fputc('\n', stdout);
}
