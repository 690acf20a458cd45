/* Papers are passed on as their LaTeX, where a dollar sign opens and closes a formula, blanks have a backslash, and
 * numbers stand in braces with their units. What is written so is told from sums of money and code by what it holds. */
#include "tokens/latex.h"

#include <string.h>

#include "lexicon/word.h"

#define LONGEST_FORMULA 64
#define LONGEST_GROUP 64 /* between braces */
#define LONGEST_OPTION 32
#define LONGEST_ROW 240 /* behind the end of a cell */

struct place {
    const unsigned char *text, *at, *end;
};

static bool put(struct setting *setting, const struct place *place, size_t length, const char *plain)
{
    setting_put(setting, place->at, length, plain);
    return true;
}

/* ---------------------------------------------------------------------- formulas */

/* "10", "3{,}500", "p < 0.05", "n": no sum, which has blanks behind its number, and no name of a share */
static bool is_formula(const unsigned char *p, const unsigned char *close)
{
    bool blank = false, marked = false;
    for (const unsigned char *at = p; at < close; at++) {
        blank |= word_is_blank(*at);
        marked |= memchr("\\^_=<>{", *at, 7) != NULL;
    }
    bool number = word_is_digit(*p) || memchr("-+.", *p, 3);
    return marked || (number && !blank) || (close == p + 1 && word_is_ascii_letter(*p));
}

static const unsigned char *start_of(const struct place *place, size_t most)
{
    return (size_t)(place->at - place->text) > most ? place->at - most : place->text;
}

static const unsigned char *end_of(const struct place *place, size_t most)
{
    return (size_t)(place->end - place->at) > most ? place->at + most : place->end;
}

/* The dollar sign that closes the formula which the one at `open` begins; NULL when it begins none. */
static const unsigned char *close_of(const struct place *place, const unsigned char *open)
{
    struct place formula = { place->text, open, place->end };
    const unsigned char *close = open + 1, *far = end_of(&formula, LONGEST_FORMULA);
    while (close < far && *close != '$' && *close != '\n')
        close++;
    bool begins = open == place->text || !(word_is_alphanumeric(open[-1]) || open[-1] == '$' || open[-1] == '\\');
    if (!begins || close == far || *close != '$' || close == open + 1 || word_is_blank(open[1]))
        return NULL;
    bool ends = !word_is_blank(close[-1]) && !memchr("<>=(~", close[-1], 5)
                && (close + 1 == place->end || !(word_is_alphanumeric(close[1]) || close[1] == '$'));
    return ends && is_formula(open + 1, close) ? close : NULL;
}

bool latex_bounds_formula(const unsigned char *text, const unsigned char *p, const unsigned char *end)
{
    struct place place = { text, p, end };
    const unsigned char *start = start_of(&place, LONGEST_FORMULA), *open = p;
    if (close_of(&place, p))
        return true;
    while (open > start && open[-1] != '$')
        open--;
    return open > start && close_of(&place, open - 1) == p;
}

/* ---------------------------------------------------------------------- commands */

/* Is the command, `length` letters behind its backslash, one whose groups are read as text? */
static bool is_open(const unsigned char *name, size_t length)
{
    static const char *const names[] = { "SI",   "emph",   "mathbf", "mathit", "mathrm", "num", "qty",
                                         "text", "textbf", "textit", "textrm", "unit",   "si",  "mbox" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return true;
    return false;
}

static size_t name_length(const unsigned char *p, const unsigned char *end)
{
    size_t length = 0;
    while (p + length < end && length < 16 && word_is_ascii_letter(p[length]))
        length++;
    return length;
}

/* Does a group of an open command begin at the brace, which has its name before it? */
static bool is_group(const unsigned char *start, const unsigned char *brace)
{
    const unsigned char *name = brace;
    if (name > start && name[-1] == ']') /* "\num[…]{" */
        while (name > start && name[-1] != '[')
            name--;
    name -= name > start && name < brace;
    const unsigned char *behind = name;
    while (name > start && word_is_ascii_letter(name[-1]))
        name--;
    return name > start && name[-1] == '\\' && is_open(name, (size_t)(behind - name));
}

/* The brace that the one at `close` closes; NULL when it is far away. */
static const unsigned char *brace_of(const unsigned char *start, const unsigned char *close)
{
    unsigned depth = 0;
    for (const unsigned char *p = close; p > start; p--) {
        depth += *p == '}';
        depth -= *p == '{';
        if (!depth)
            return p;
    }
    return NULL;
}

/* Does a first or second group of an open command begin at the brace? */
static bool is_any_group(const unsigned char *start, const unsigned char *brace)
{
    const unsigned char *first = brace > start && brace[-1] == '}' ? brace_of(start, brace - 1) : NULL;
    return is_group(start, brace) || (first && is_group(start, first));
}

static bool read_close(const struct place *place, struct setting *setting)
{
    const unsigned char *start = start_of(place, LONGEST_GROUP), *brace = brace_of(start, place->at);
    if (!brace || !is_any_group(start, brace))
        return false;
    bool again = place->at + 1 < place->end && place->at[1] == '{';
    return put(setting, place, again ? 2 : 1, again ? " " : "");
}

/* "\hour" in "\SI{48}{\hour}" */
static bool is_unit(const struct place *place)
{
    const unsigned char *start = start_of(place, LONGEST_GROUP), *p = place->at;
    while (p > start && (word_is_ascii_letter(p[-1]) || p[-1] == '\\'))
        p--;
    return p > start && p[-1] == '{' && is_any_group(start, p - 1);
}

/* "\,", "\SI{", "\num[round-mode=none]{" */
static bool read_backslash(const struct place *place, struct setting *setting)
{
    const unsigned char *name = place->at + 1, *far = end_of(place, LONGEST_OPTION);
    size_t length = name_length(name, place->end);
    const unsigned char *behind = name + length;
    if (name < place->end && memchr(",;:! ", *name, 5))
        return put(setting, place, 2, " ");
    if (length && is_unit(place))
        return put(setting, place, 1, "");
    if (behind < far && *behind == '[')
        while (behind < far && behind[-1] != ']')
            behind++;
    if (behind == place->end || *behind != '{' || !is_open(name, length))
        return false;
    return put(setting, place, (size_t)(behind + 1 - place->at), "");
}

/* ------------------------------------------------------------------------- marks */

/* "5~km", "Figure~3"; not "10~12", "~5", "~~no~~" */
static bool read_tie(const struct place *place, struct setting *setting)
{
    if (place->at == place->text || place->at + 1 == place->end)
        return false;
    unsigned char before = place->at[-1], behind = place->at[1];
    bool ties = (word_is_alphanumeric(before) || memchr(".}$%)", before, 5))
                && (word_is_alphanumeric(behind) || memchr("\\$(", behind, 3));
    return ties && !(word_is_digit(before) && word_is_digit(behind)) && put(setting, place, 1, " ");
}

/* "25^{\circ}C", "25^\circ C" */
static bool read_raised(const struct place *place, struct setting *setting)
{
    static const char *const degrees[] = { "^{\\circ}", "^\\circ ", "^\\circ" };
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++) {
        size_t length = strlen(degrees[i]);
        if ((size_t)(place->end - place->at) >= length && memcmp(place->at, degrees[i], length) == 0)
            return put(setting, place, length, "\u00B0");
    }
    return false;
}

/* "North & 120 & 4.5\% \\": the border of two cells */
static bool read_ampersand(const struct place *place, struct setting *setting)
{
    const unsigned char *p = place->at, *far = end_of(place, LONGEST_ROW);
    if (p == place->text || !word_is_blank(p[-1]) || p + 1 == place->end || !word_is_blank(p[1]))
        return false;
    while (p + 1 < far && *p != '\n' && !(p[0] == '\\' && p[1] == '\\'))
        p++;
    return p + 1 < far && *p == '\\' && put(setting, place, 1, "|");
}

bool latex_read(const unsigned char *text, const unsigned char *p, const unsigned char *end, struct setting *setting)
{
    struct place place = { text, p, end };
    switch (*p) {
    case '$':
        return latex_bounds_formula(text, p, end) && put(setting, &place, 1, "");
    case '\\':
        return read_backslash(&place, setting);
    case '}':
        return read_close(&place, setting);
    case '{':
        return end - p > 2 && memcmp(p, "{,}", 3) == 0 && put(setting, &place, 3, ",");
    case '~':
        return read_tie(&place, setting);
    case '^':
        return read_raised(&place, setting);
    case '&':
        return read_ampersand(&place, setting);
    default:
        return false;
    }
}
