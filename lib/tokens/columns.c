/* A table that was set with blanks has no borders: its cells are seen by the gaps between them, and by the figures
 * behind the first one. Prose has wide gaps, too, where its lines were made equally long, and after a slip of the
 * finger; but it goes on in words. */
#include "tokens/columns.h"

#include <string.h>

#include "lexicon/word.h"

#define WIDEST_TABLE 160 /* bytes behind the head of a row */
#define LONGEST_CELL 24
#define MOST_WORDS 2u  /* of a cell: "5.4 million", "4.1 km" */
#define GAP_OF_TABLE 3 /* blanks that are no slip of the finger */

static bool ends_line(const unsigned char *p, const unsigned char *end)
{
    return p == end || *p == '\n' || *p == '\r';
}

static const unsigned char *skip_gap(const unsigned char *p, const unsigned char *end)
{
    while (p < end && (*p == ' ' || *p == '\t'))
        p++;
    return p;
}

static const unsigned char *end_of_cell(const unsigned char *p, const unsigned char *end)
{
    while (!ends_line(p, end) && *p != '\t' && !(*p == ' ' && (p + 1 == end || word_is_blank(p[1]))))
        p++;
    return p;
}

/* "1,240", "-6.7%", "$5.4 million", "–"; not "14 shops of it" nor "No. 5". */
static bool is_of_figures(const unsigned char *cell, const unsigned char *end)
{
    unsigned words = 0;
    bool begins = word_is_digit(*cell) || *cell >= 0x80 || memchr("+-($<>~.", *cell, 8);
    for (const unsigned char *p = cell; p < end; p++)
        words += word_is_ascii_letter(*p) && (p == cell || !word_is_ascii_letter(p[-1]));
    return begins && words <= MOST_WORDS && end - cell <= LONGEST_CELL;
}

static bool has_digit(const unsigned char *cell, const unsigned char *end)
{
    while (cell < end && !word_is_digit(*cell))
        cell++;
    return cell < end;
}

bool columns_begin(const unsigned char *gap, const unsigned char *end)
{
    const unsigned char *far = end - gap > WIDEST_TABLE ? gap + WIDEST_TABLE : end;
    const unsigned char *p = skip_gap(gap, far);
    bool wide = p - gap >= GAP_OF_TABLE, figures = false;
    for (unsigned n_cells = 1; !ends_line(p, far); n_cells++) {
        const unsigned char *cell = p, *behind = end_of_cell(p, far);
        if (!is_of_figures(cell, behind))
            return false;
        figures |= has_digit(cell, behind);
        wide |= n_cells > 1;
        p = skip_gap(behind, far);
    }
    return wide && figures && ends_line(p, end);
}

bool columns_fill(const unsigned char *line, size_t length, const unsigned char *end)
{
    for (const unsigned char *p = line + 1; p + 1 < line + length; p++)
        if (*p == ' ' && p[1] == ' ' && p[-1] != ' ' && columns_begin(p, end))
            return true;
    return false;
}
