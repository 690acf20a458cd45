/* A text has few of these, or none, so it is searched for the bytes with which they begin; most are something else. */
#include "tokens/setting.h"

#include "base/ascii.h"
#include "lexicon/word_class.h"
#include "text/utf8.h"
#include "tokens/latex.h"
#include "tokens/look_up.h"

#define N_LEADS_WITHOUT_LATEX 4

/* Blanks with a single line end in them; 0 when they have none. */
static size_t line_end_length(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *at = p;
    unsigned lines = 0;
    for (; at < end && word_is_blank(*at); at++)
        lines += *at == '\n';
    return lines == 1 ? (size_t)(at - p) : 0;
}

/* ------------------------------------------------------------------ characters */

/* Joiners and marks of direction: U+200C…U+200F, U+202A…U+202E, U+2060…U+2064, U+2066…U+2069. */
static bool has_no_width(const unsigned char *p)
{
    return (p[1] == 0x80 && ((p[2] >= 0x8C && p[2] <= 0x8F) || (p[2] >= 0xAA && p[2] <= 0xAE)))
           || (p[1] == 0x81 && p[2] >= 0xA0 && p[2] <= 0xA9 && p[2] != 0xA5);
}

/* `length` bytes; at the end of a line it is as good as any hyphen. */
static void put_soft_hyphen(const struct settings *settings, const unsigned char *p, size_t length,
                            struct setting *setting)
{
    setting_put(setting, p, length, line_end_length(p + length, settings->end) ? "-" : "");
}

static bool read_entity(const struct settings *settings, const unsigned char *p, struct setting *setting)
{
    setting->at = p;
    setting->length = entity_read((const char *)p, (size_t)(settings->end - p), setting->plain);
    if (setting->length && strcmp(setting->plain, "\u00AD") == 0)
        put_soft_hyphen(settings, p, setting->length, setting);
    return setting->length != 0;
}

static bool read_character(const struct settings *settings, const unsigned char *p, struct setting *setting)
{
    static const char *const ligatures[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" }; /* from U+FB00 on */
    size_t left = (size_t)(settings->end - p);
    if (*p == '&' && read_entity(settings, p, setting))
        return true;
    if (*p < 0x80) /* an argument that is left out may hide no bytes that are no character: "\text[\xEF]{" */
        return latex_read(settings->text, p, settings->end, setting)
               && utf8_valid_length((const char *)setting->at, setting->length) == setting->length;
    if (left >= 2 && p[0] == 0xC2 && p[1] == 0xAD)
        put_soft_hyphen(settings, p, 2, setting);
    else if (left >= 3 && ((p[0] == 0xE2 && has_no_width(p)) || memcmp(p, "\uFEFF", 3) == 0))
        setting_put(setting, p, 3, "");
    else if (left >= 3 && p[0] == 0xEF && p[1] == 0xAC && p[2] >= 0x80 && p[2] <= 0x86)
        setting_put(setting, p, 3, ligatures[p[2] - 0x80]);
    else
        return false;
    return true;
}

/* Those of LaTeX begin nothing where there is no backslash. */
static unsigned count_leads(const struct settings *settings)
{
    bool latex = memchr(settings->text, '\\', (size_t)(settings->end - settings->text)) != NULL;
    return latex ? N_SETTING_LEADS : N_LEADS_WITHOUT_LATEX;
}

static const unsigned char *next_lead(struct settings *settings, const unsigned char *p)
{
    static const unsigned char bytes[N_SETTING_LEADS] = { '&', 0xC2, 0xE2, 0xEF, '$', '\\', '{', '}', '~', '^' };
    const unsigned char *first = settings->end;
    settings->n_leads = settings->n_leads ? settings->n_leads : count_leads(settings);
    for (unsigned i = 0; i < settings->n_leads; i++) {
        const unsigned char **next = &settings->next[i];
        if (!*next || *next < p)
            *next = memchr(p, bytes[i], (size_t)(settings->end - p));
        if (!*next)
            *next = settings->end;
        first = *next < first ? *next : first;
    }
    return first;
}

/* Without it, bytes before it that are no character could become one: E2 (soft hyphen) 82 AC. */
static bool holds_apart(const struct settings *settings, const struct setting *setting)
{
    const unsigned char *behind = setting->at + setting->length;
    return behind < settings->end && (*behind & 0xC0) == 0x80;
}

bool setting_find_character(struct settings *settings, const unsigned char *p, struct setting *setting)
{
    for (const unsigned char *at = p; at < settings->end && (at = next_lead(settings, at)) < settings->end; at++)
        if (read_character(settings, at, setting) && !holds_apart(settings, setting))
            return true;
    return false;
}

/* --------------------------------------------------------------------- hyphens */

struct part {
    const unsigned char *at;
    size_t length;
};

/* Nouns that are nothing else are in no table. */
static bool is_known(const struct settings *settings, struct part part)
{
    char lower[2 * LEXICON_LONGEST_WORD];
    for (size_t i = 0; i < part.length; i++)
        lower[i] = ascii_lower((char)part.at[i]);
    struct lexicon_found found =
        look_up_word(settings->lexicon, (unsigned char *)lower, part.length, (unsigned char *)lower + part.length);
    return found.form || word_class_knows(lower, part.length);
}

/* "two-|bedroom", "year-|on-year", "long-|term": words of their own, or a phrase of the lexicon. */
static bool are_words(const struct settings *settings, struct part first, struct part rest)
{
    char compound[2 * LEXICON_LONGEST_WORD + 1];
    memcpy(compound, first.at, first.length);
    compound[first.length] = '-';
    memcpy(compound + first.length + 1, rest.at, rest.length);
    const unsigned char *whole = (const unsigned char *)compound;
    struct lexicon_found found =
        look_up_word(settings->lexicon, whole, first.length, whole + first.length + 1 + rest.length);
    bool number = (found.traits & (TRAIT_CARDINAL | TRAIT_DOZEN | TRAIT_HALF | TRAIT_ORDINAL)) != 0;
    return number || found.length > first.length || (is_known(settings, first) && is_known(settings, rest));
}

/* Do the letters on both sides of a hyphen make one word? "per-|cent" */
static bool is_word(const struct settings *settings, const unsigned char *hyphen, const unsigned char *after)
{
    unsigned char word[2 * LEXICON_LONGEST_WORD];
    struct part first = { hyphen, 0 }, rest = { after, 0 };
    while (first.at > settings->text && word_is_ascii_letter(first.at[-1]) && first.length < LEXICON_LONGEST_WORD)
        first.at--, first.length++;
    while (after + rest.length < settings->end && word_is_ascii_letter(after[rest.length])
           && rest.length < LEXICON_LONGEST_WORD)
        rest.length++;
    memcpy(word, first.at, first.length);
    memcpy(word + first.length, rest.at, rest.length);
    return is_known(settings, (struct part){ word, first.length + rest.length }) || !are_words(settings, first, rest);
}

/* "two-|and three-year" */
static bool is_suspended(const struct settings *settings, const unsigned char *rest)
{
    uint32_t form = look_up_word(settings->lexicon, rest, word_length(rest, settings->end), settings->end).form;
    return form && lexicon_has(settings->lexicon, form, 0, CLASS_AND);
}

bool setting_may_break(unsigned char before, unsigned char behind)
{
    return word_is_alphanumeric(before) && ((behind >= 'a' && behind <= 'z') || word_is_digit(behind));
}

/* The hyphen goes, too, where the two parts are one word. */
static bool read_hyphen(const struct settings *settings, const unsigned char *hyphen, struct setting *setting)
{
    size_t line = line_end_length(hyphen + 1, settings->end);
    const unsigned char *rest = hyphen + 1 + line;
    if (hyphen == settings->text || !line || rest == settings->end || !setting_may_break(hyphen[-1], *rest))
        return false;
    bool letters = word_is_ascii_letter(*rest);
    if (letters && is_suspended(settings, rest))
        return false;
    bool word = letters && word_is_ascii_letter(hyphen[-1]) && is_word(settings, hyphen, rest);
    setting_put(setting, hyphen, 1 + line, word ? "" : "-");
    return true;
}

/* The next hyphen with a line end behind it. */
static const unsigned char *next_hyphen(const unsigned char *p, const unsigned char *end)
{
    const unsigned char *line = p;
    while ((line = memchr(line, '\n', (size_t)(end - line))) != NULL) {
        const unsigned char *before = line++;
        while (before > p && word_is_blank(before[-1]) && before[-1] != '\n')
            before--;
        if (before > p && before[-1] == '-')
            return before - 1;
    }
    return end;
}

bool setting_find_hyphen(struct settings *settings, const unsigned char *p, struct setting *setting)
{
    for (const unsigned char *at = p; at < settings->end && (at = next_hyphen(at, settings->end)) < settings->end; at++)
        if (read_hyphen(settings, at, setting))
            return true;
    return false;
}
