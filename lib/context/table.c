/* A cell is a sentence of its own, so that the figures in it are in want of a subject: it is the name at the head of
 * their row or, where a date stands there, of their column. A date at either head is theirs, too. */
#include "context/table.h"

#include <string.h>

#include "lexicon/word.h"

#define MOST_COLUMNS 32u
#define MOST_HEADS 2u       /* cells of a row among which is its name: "1 | Oslo | 5%" */
#define LONGEST_NAME 80u    /* bytes */
#define LONGEST_HEAD 1024u  /* bytes: a name with the address of its link */
#define GAP_BEHIND_STOP 4u  /* blanks that part no sentences */
#define FEWEST_IN_LEADER 4u /* dots that lead to a cell */

/* ---------------------------------------------------------------------- borders */

static bool has_leader(const char *text, uint32_t end)
{
    return end >= FEWEST_IN_LEADER && memcmp(text + end - FEWEST_IN_LEADER, "....", FEWEST_IN_LEADER) == 0;
}

/* Blanks between bytes end … start */
static bool is_wide(const char *text, uint32_t end, uint32_t start)
{
    bool stopped = end > 0 && ((unsigned char)text[end - 1] >= 0x80 || memchr(".!?\"'", text[end - 1], 5));
    return start - end >= (stopped ? GAP_BEHIND_STOP : 2) || has_leader(text, end);
}

/* "|", a tab, "│" by its last byte */
static bool is_border(const char *text, uint32_t i)
{
    return text[i] == '|' || text[i] == '\t' || (text[i] == '\x82' && i > 1 && memcmp(text + i - 2, "\u2502", 3) == 0);
}

struct border table_read_border(const char *text, uint32_t end, uint32_t start)
{
    struct border border = { 0, 0 };
    for (uint32_t i = end; i < start; i++) {
        bool line = text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
        border.lines += line && border.lines < UINT8_MAX;
        border.cells = line ? 0 : border.cells + (is_border(text, i) && border.cells < UINT8_MAX);
    }
    border.cells += !border.lines && !border.cells && is_wide(text, end, start);
    return border;
}

/* ------------------------------------------------------------------------ heads */

struct table {
    const char *text;
    const struct spoken *sentences;
    struct share *shares; /* by sentence */
    claimex_claim *claims;
    uint32_t row, header; /* the sentences with which this row and the first one of the table begin */
    uint32_t n_cells;     /* of the row so far */
    bool figures;         /* are in the first row, which heads no columns then */
};

/* One of most alphabets, but no currency */
static bool is_letter(char c)
{
    unsigned char byte = (unsigned char)c;
    return word_is_ascii_letter(byte) || (byte >= 0xC3 && byte < 0xE2);
}

/* "**Oslo**", "1.  Oslo": without what stands around it; empty when there is no name, or a figure begins it. */
static claimex_span name_of(const struct table *table, uint32_t k)
{
    const struct spoken *cell = &table->sentences[k];
    const struct share *share = &table->shares[k];
    claimex_span none = { 0, 0 }, name = { cell->start, cell->end };
    if (cell->end - cell->start > LONGEST_HEAD) /* each cell of its row and column asks */
        return none;
    while (name.start < name.end && name.start < cell->start + LONGEST_NAME && !is_letter(table->text[name.start]))
        name.start++;
    while (name.end > name.start && memchr("*_`:. ", table->text[name.end - 1], 6))
        name.end--;
    const char *link = memchr(table->text + name.start, ']', name.end - name.start); /* "[Oslo](https://…)" */
    name.end = link ? (uint32_t)(link - table->text) : name.end;
    if (name.end - name.start < 2 || name.end - name.start > LONGEST_NAME || !is_letter(table->text[name.start + 1]))
        return none;
    for (uint32_t i = share->claim; i < share->claim + share->n_claims; i++)
        if (table->claims[i].at.start <= name.start && table->claims[i].at.end > name.start)
            return none;
    bool label = memchr(table->text + name.start, ':', name.end - name.start) != NULL;
    return label ? none : name;
}

/* The claim of the date that a cell is; −1 when it is none. */
static int32_t date_of(const struct table *table, uint32_t k)
{
    const struct spoken *cell = &table->sentences[k];
    const struct share *share = &table->shares[k];
    if (!share->n_claims || table->claims[share->claim].kind != CLAIMEX_DATE)
        return -1;
    uint32_t start = table->claims[share->claim].at.start;
    for (uint32_t i = cell->start; i < start && start - cell->start <= LONGEST_NAME; i++)
        if (is_letter(table->text[i]))
            return -1;
    return start - cell->start <= LONGEST_NAME ? (int32_t)share->claim : -1;
}

/* The head of the column in which sentence k stands; itself when there is none. */
static uint32_t head_of_column(const struct table *table, uint32_t k)
{
    for (uint32_t i = table->header; i < table->row && i < table->header + MOST_COLUMNS; i++) {
        bool other_row = i > table->header && (table->sentences[i].border.lines || !table->sentences[i].border.cells);
        if (other_row)
            return k;
        if (table->shares[i].column == table->shares[k].column)
            return i;
    }
    return k;
}

struct heads {
    claimex_span name;
    int32_t date;
};

static void add_head(const struct table *table, uint32_t cell, struct heads *heads)
{
    claimex_span name = heads->name.end ? heads->name : name_of(table, cell);
    heads->name = name;
    heads->date = heads->date < 0 ? date_of(table, cell) : heads->date;
}

/* Of the cell that sentence k is. */
static struct heads heads_of(const struct table *table, uint32_t k)
{
    struct heads heads = { { 0, 0 }, -1 };
    for (uint32_t i = table->row; i < k && i < table->row + MOST_HEADS && !heads.name.end; i++)
        add_head(table, i, &heads);
    uint32_t column = head_of_column(table, k);
    if (column != k)
        add_head(table, column, &heads);
    return heads;
}

/* "5%", "about 5%": does the cell begin with its figure? */
static bool begins_with_figure(const struct table *table, uint32_t k)
{
    const struct spoken *cell = &table->sentences[k];
    const claimex_claim *claim = &table->claims[table->shares[k].claim];
    bool led = claim->modifier.end && claim->modifier.start < claim->at.start;
    uint32_t start = led ? claim->modifier.start : claim->at.start;
    for (uint32_t i = cell->start; i < start; i++)
        if (is_letter(table->text[i]))
            return false;
    return true;
}

static void head_cell(const struct table *table, uint32_t k)
{
    const struct share *share = &table->shares[k];
    if (!share->n_claims || !begins_with_figure(table, k))
        return;
    struct heads heads = heads_of(table, k);
    for (uint32_t i = share->claim; i < share->claim + share->n_claims; i++) {
        claimex_claim *claim = &table->claims[i];
        if (claim->kind == CLAIMEX_DATE)
            continue;
        claim->subject = claim->subject.end ? claim->subject : heads.name;
        claim->time = claim->time < 0 ? heads.date : claim->time;
    }
}

/* ---------------------------------------------------------------------- the rows */

/* "------|:---:" below the first row */
static bool is_rule(const struct table *table, const struct spoken *sentence)
{
    uint32_t i = sentence->start;
    while (i < sentence->end && memchr("-=:|+ ", table->text[i], 6))
        i++;
    return i == sentence->end;
}

static bool begins_row(const struct table *table, uint32_t k)
{
    return k == 0 || table->sentences[k].border.lines || !table->sentences[k].border.cells;
}

/* Sentence k is the first cell of a row. */
static void enter_row(struct table *table, uint32_t k)
{
    bool goes_on = table->n_cells > 1 && table->sentences[k].border.lines == 1 && !table->figures;
    table->row = k;
    table->n_cells = 0;
    table->header = goes_on ? table->header : k;
    table->figures &= goes_on;
}

static bool has_figures(const struct table *table, const struct share *share)
{
    for (uint32_t i = share->claim; i < share->claim + share->n_claims; i++)
        if (table->claims[i].kind != CLAIMEX_DATE)
            return true;
    return false;
}

static void enter_cell(struct table *table, uint32_t k)
{
    struct share *share = &table->shares[k];
    uint16_t before = begins_row(table, k) ? 0 : share[-1].column;
    share->column = (uint16_t)(table->sentences[k].border.cells + (before < MOST_COLUMNS ? before : MOST_COLUMNS));
    table->n_cells++;
    table->figures |= table->row == table->header && has_figures(table, share);
}

void table_find_heads(const char *text, const struct spoken *sentences, struct share *shares, uint32_t count,
                      claimex_claim *claims)
{
    struct table table = { .text = text, .sentences = sentences, .shares = shares, .claims = claims };
    for (uint32_t k = 0; k < count; k++) {
        if (is_rule(&table, &sentences[k]))
            continue;
        if (begins_row(&table, k))
            enter_row(&table, k);
        enter_cell(&table, k);
        if (table.row < k || table.header < k)
            head_cell(&table, k);
    }
}
