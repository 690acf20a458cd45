/* A word is looked up in the lexicon only when its first letters are those of a trigger, which few words share. */
#include "tokens/gate.h"

#include "lexicon/word.h"

enum { OTHER, LETTER, NUMERIC, HIGH };

#define LETTERS(first) [first] = LETTER, [first + 1] = LETTER, [first + 2] = LETTER, [first + 3] = LETTER, [first + 4] = LETTER, \
    [first + 5] = LETTER, [first + 6] = LETTER, [first + 7] = LETTER, [first + 8] = LETTER, [first + 9] = LETTER, \
    [first + 10] = LETTER, [first + 11] = LETTER, [first + 12] = LETTER

static const unsigned char kinds[256] = {
    LETTERS('a'), LETTERS('n'), LETTERS('A'), LETTERS('N'), ['0'] = NUMERIC, ['1'] = NUMERIC, ['2'] = NUMERIC,
    ['3'] = NUMERIC, ['4'] = NUMERIC, ['5'] = NUMERIC, ['6'] = NUMERIC, ['7'] = NUMERIC, ['8'] = NUMERIC, ['9'] = NUMERIC,
    ['$'] = NUMERIC, ['%'] = NUMERIC, [0xC2] = HIGH, [0xE2] = HIGH,
};

/* Of the first four letters. */
static uint32_t head_bit(uint64_t folded)
{
    uint32_t head;
    memcpy(&head, &folded, 4);
    return (head * UINT32_C(0x9E3779B1)) >> 16;
}

/* As word_folded, for a word with nothing behind it. */
static uint64_t folded_copy(const unsigned char *word, size_t length)
{
    unsigned char bytes[8] = { 0 };
    memcpy(bytes, word, length < 8 ? length : 8);
    return word_folded(bytes, length);
}

static void add_words(struct gate *gate, const struct lexicon_tables *tables)
{
    for (uint32_t i = 0; tables && i < tables->n_entries; i++) {
        const struct lexicon_entry *entry = &tables->entries[i];
        const unsigned char *word = (const unsigned char *)tables->pool + entry->key;
        size_t length = word_length(word, word + entry->key_length);
        if (!entry->triggers || !length)
            continue;
        uint32_t bit = head_bit(folded_copy(word, length));
        gate->heads[bit / 64] |= UINT64_C(1) << (bit % 64);
    }
}

void gate_init(struct gate *gate, const struct lexicon *lexicon)
{
    memset(gate, 0, sizeof *gate);
    add_words(gate, lexicon->layers[0]);
    add_words(gate, lexicon->layers[1]);
}

/* £ € ¢ ½ ‰ and their like */
static bool is_high_numeric(const unsigned char *p, const unsigned char *end)
{
    if (end - p < 2)
        return false;
    if (*p == 0xC2)
        return (p[1] >= 0xA2 && p[1] <= 0xA5) || (p[1] >= 0xBC && p[1] <= 0xBE);
    return p[1] == 0x82 || p[1] == 0x85 || (end - p > 2 && p[1] == 0x80 && p[2] == 0xB0);
}

static bool triggers(const struct lexicon *lexicon, const unsigned char *word, size_t length)
{
    struct lexicon_key key = { { 0 }, length, 0 };
    if (length > LEXICON_LONGEST_WORD - 8)
        return false;
    for (size_t i = 0; i < length; i++)
        key.bytes[i] = (char)(word[i] | 0x20);
    key.hash = lexicon_hash(key.bytes, length);
    return lexicon_triggers(lexicon, &key);
}

/* The word at p: its bytes, and whether it is a trigger. */
static size_t word_at(const struct gate *gate, const struct lexicon *lexicon, const unsigned char *p,
                      const unsigned char *stop, bool *is_trigger)
{
    struct word_run run = word_run_at(p, stop);
    size_t length = run.length ? run.length : word_length(p, stop);
    uint32_t bit = head_bit(run.length ? word_folded(p, length) : folded_copy(p, length));
    *is_trigger = (gate->heads[bit / 64] >> (bit % 64) & 1) && triggers(lexicon, p, length);
    return length;
}

bool gate_passes(const struct gate *gate, const struct lexicon *lexicon, const char *text, uint32_t start, uint32_t end)
{
    const unsigned char *p = (const unsigned char *)text + start, *stop = (const unsigned char *)text + end;
    while (p < stop) {
        unsigned char kind = kinds[*p];
        bool passes = kind == NUMERIC || (kind == HIGH && is_high_numeric(p, stop));
        p += kind == LETTER ? word_at(gate, lexicon, p, stop, &passes) : 1;
        if (passes)
            return true;
    }
    return false;
}
