/* Two filters decide for nearly all words: one of the words that trigger, one of how the phrases that trigger begin.
 * Only what passes a filter is looked up in the lexicon. */
#include "tokens/gate.h"

#include "lexicon/word.h"
#include "tokens/look_up.h"

enum { OTHER, LETTER, HIGH };

#define LETTERS(first) [first] = LETTER, [first + 1] = LETTER, [first + 2] = LETTER, [first + 3] = LETTER, [first + 4] = LETTER, \
    [first + 5] = LETTER, [first + 6] = LETTER, [first + 7] = LETTER, [first + 8] = LETTER, [first + 9] = LETTER, \
    [first + 10] = LETTER, [first + 11] = LETTER, [first + 12] = LETTER

static const unsigned char kinds[256] = {
    LETTERS('a'), LETTERS('n'), LETTERS('A'), LETTERS('N'), [0xC2] = HIGH, [0xE2] = HIGH,
};

/* ------------------------------------------------------------------- filters */

static bool entry_triggers(const struct gate *gate, const struct lexicon_tables *tables, const struct lexicon_entry *entry)
{
    for (uint32_t i = entry->first_form; i < entry->first_form + entry->n_forms; i++)
        if (class_set_meets(&tables->forms[i].classes, &gate->triggers))
            return true;
    return false;
}

static void add_words(struct gate *gate, const struct lexicon_tables *tables)
{
    for (uint32_t i = 0; tables && i < tables->n_entries; i++) {
        const char *word = tables->pool + tables->entries[i].key, *end = word + tables->entries[i].key_length;
        size_t length = word_length((const unsigned char *)word, (const unsigned char *)end);
        if (!length || !entry_triggers(gate, tables, &tables->entries[i]))
            continue;
        if (word + length == end)
            filter_add(&gate->words, hash_step(0, filter_letters(word)));
        else
            filter_add(&gate->pairs,
                       filter_pair(filter_letters(word), filter_letters(word + length + (word[length] == ' '))));
    }
}

void gate_init(struct gate *gate, const struct lexicon *lexicon)
{
    memset(gate, 0, sizeof *gate);
    gate->triggers = class_set_of_alphabet(CLASS_TRIGGER);
    add_words(gate, lexicon->layers[0]);
    add_words(gate, lexicon->layers[1]);
}

/* ---------------------------------------------------------------------- text */

struct walk {
    const struct gate *gate;
    const struct lexicon *lexicon;
    const unsigned char *end, *limit; /* of the sentence, and of the text */
};

/* £ € ¢ ½ ‰ and their like */
static bool is_high_numeric(const unsigned char *p, const unsigned char *end)
{
    if (end - p < 2)
        return false;
    if (*p == 0xC2)
        return (p[1] >= 0xA2 && p[1] <= 0xA5) || (p[1] >= 0xBC && p[1] <= 0xBE);
    return p[1] == 0x82 || p[1] == 0x85 || (end - p > 2 && p[1] == 0x80 && p[2] == 0xB0);
}

/* Does the word at p, or the phrase that begins with it, trigger? */
static bool triggers(const struct walk *walk, const unsigned char *p)
{
    struct lexicon_found found = look_up_word(walk->lexicon, p, word_length(p, walk->end), walk->end);
    return found.form && class_set_meets(&lexicon_form(walk->lexicon, found.form)->classes, &walk->gate->triggers);
}

/* Words up to the next thing that is none, from the first letter of one. True when one of them triggers. */
static inline bool pass_words(const struct walk *walk, const unsigned char **at)
{
    const unsigned char *before = NULL, *p = *at;
    uint64_t letters_before = 0;
    for (;;) {
        struct word_run run = word_run_at(p, walk->limit);
        if (!word_run_is_plain(p, &run)) {
            *at = p + word_length(p, walk->end);
            return (before && triggers(walk, before)) || triggers(walk, p);
        }
        uint64_t letters = word_folded(p, run.length);
        if (filter_has(&walk->gate->words, hash_step(0, letters)) && triggers(walk, p))
            return true;
        if (before && filter_has(&walk->gate->pairs, filter_pair(letters_before, letters)) && triggers(walk, before))
            return true;
        before = p;
        letters_before = letters;
        p += run.length + 1; /* behind a blank, or what is no part of a word */
        *at = p;
        bool ends = p >= walk->end;
        if (p[-1] == '-' && filter_has(&walk->gate->pairs, filter_pair(letters, '-')) && triggers(walk, before))
            return true;
        if (ends || kinds[*p] != LETTER)
            return ((!ends && *p <= ' ') /* any number of blanks can stand in a phrase */
                    || filter_has(&walk->gate->pairs, filter_pair(letters, p[-1] == ' ' && !ends ? *p : p[-1])))
                   && triggers(walk, before);
    }
}

bool gate_passes(const struct gate *gate, const struct lexicon *lexicon, struct slice text, const struct sentence *sentence)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes, *p = bytes + sentence->start;
    struct walk walk = { gate, lexicon, bytes + sentence->end, bytes + text.length };
    if (sentence->holds & SENTENCE_DIGITS)
        return true;
    while (p < walk.end) {
        unsigned char kind = kinds[*p];
        if (kind == HIGH && is_high_numeric(p, walk.end))
            return true;
        if (kind != LETTER && !(*p >= 0x80 && word_is_high_letter(p, walk.end)))
            p += word_character_length(p, walk.end);
        else if (pass_words(&walk, &p))
            return true;
    }
    return false;
}
