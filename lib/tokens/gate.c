/* Two filters decide for nearly all words: one of the words that trigger, one of how the phrases that trigger begin.
 * Only what passes a filter is looked up in the lexicon. */
#include "tokens/gate.h"

#include "lexicon/word.h"

enum { OTHER, LETTER, HIGH };

#define LETTERS(first) [first] = LETTER, [first + 1] = LETTER, [first + 2] = LETTER, [first + 3] = LETTER, [first + 4] = LETTER, \
    [first + 5] = LETTER, [first + 6] = LETTER, [first + 7] = LETTER, [first + 8] = LETTER, [first + 9] = LETTER, \
    [first + 10] = LETTER, [first + 11] = LETTER, [first + 12] = LETTER

static const unsigned char kinds[256] = {
    LETTERS('a'), LETTERS('n'), LETTERS('A'), LETTERS('N'), [0xC2] = HIGH, [0xE2] = HIGH,
};

/* What can follow a word without being part of it, or of a phrase that begins with it. */
static const bool ends_word[256] = {
    [' '] = true, [','] = true, ['-'] = true, ['\n'] = true, [')'] = true, ['"'] = true, [';'] = true, ['!'] = true, ['?'] = true,
};

/* ------------------------------------------------------------------- filters */

static void add_bit(uint64_t *filter, uint64_t hash)
{
    uint32_t bit = (uint32_t)hash % GATE_BITS;
    filter[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static inline bool has_bit(const uint64_t *filter, uint64_t hash)
{
    uint32_t bit = (uint32_t)hash % GATE_BITS;
    return (filter[bit / 64] >> (bit % 64)) & 1;
}

static inline uint64_t hash_of_pair(uint64_t first, uint64_t second)
{
    return lexicon_hash_step(first, second);
}

/* The first eight letters at `word`, folded, or the one character there. */
static uint64_t first_letters(const char *word)
{
    unsigned char bytes[8] = { 0 };
    size_t length = 0;
    for (; length < sizeof bytes && word_is_ascii_letter((unsigned char)word[length]); length++)
        bytes[length] = (unsigned char)word[length];
    return length ? word_folded(bytes, length) : (unsigned char)*word;
}

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
        gate->high_words |= (unsigned char)*word >= 0x80;
        if (word + length == end)
            add_bit(gate->words, first_letters(word) * GATE_FACTOR >> 32);
        else
            add_bit(gate->pairs, hash_of_pair(first_letters(word), first_letters(word + length + (word[length] == ' '))));
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

/* Does the word at p, or the phrase that begins with it, trigger? A word with other than ASCII letters may. */
static bool triggers(const struct walk *walk, const unsigned char *p)
{
    size_t length = word_length(p, walk->end);
    struct lexicon_key key = { { 0 }, length, 0 };
    if (length > LEXICON_LONGEST_WORD - 8)
        return false;
    for (size_t i = 0; i < length; i++) {
        if (p[i] >= 0x80)
            return true;
        key.bytes[i] = (char)(p[i] | 0x20);
    }
    key.hash = lexicon_hash(key.bytes, length);
    struct slice rest = { (const char *)p, (size_t)(walk->end - p) };
    struct lexicon_found found = lexicon_find(walk->lexicon, &key, rest, length);
    return found.form && class_set_meets(&lexicon_form(walk->lexicon, found.form)->classes, &walk->gate->triggers);
}

static inline bool is_plain(const unsigned char *p, struct word_run run)
{
    const unsigned char *behind = p + run.length;
    return run.length && (ends_word[*behind] || (*behind == '.' && run.length < 15 && behind[1] <= ' '));
}

/* Words up to the next thing that is none, from the first letter of one. True when one of them triggers. */
static inline bool pass_words(const struct walk *walk, const unsigned char **at)
{
    const unsigned char *before = NULL, *p = *at;
    uint64_t letters_before = 0;
    for (;;) {
        struct word_run run = word_run_at(p, walk->limit);
        if (!is_plain(p, run)) {
            *at = p + word_length(p, walk->end);
            return (before && triggers(walk, before)) || triggers(walk, p);
        }
        uint64_t letters = word_folded(p, run.length);
        if (has_bit(walk->gate->words, letters * GATE_FACTOR >> 32) && triggers(walk, p))
            return true;
        if (before && has_bit(walk->gate->pairs, hash_of_pair(letters_before, letters)) && triggers(walk, before))
            return true;
        before = p;
        letters_before = letters;
        p += run.length + 1; /* behind a blank, or what is no part of a word */
        *at = p;
        bool ends = p >= walk->end;
        if (p[-1] == '-' && has_bit(walk->gate->pairs, hash_of_pair(letters, '-')) && triggers(walk, before))
            return true;
        if (ends || kinds[*p] != LETTER)
            return ((!ends && *p <= ' ') /* any number of blanks can stand in a phrase */
                    || has_bit(walk->gate->pairs, hash_of_pair(letters, p[-1] == ' ' && !ends ? *p : p[-1])))
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
        if (gate->high_words && *p >= 0x80 && word_is_high_letter(p, walk.end))
            return true;
        if (kind != LETTER)
            p++;
        else if (pass_words(&walk, &p))
            return true;
    }
    return false;
}
