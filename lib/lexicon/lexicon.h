/* Words, their classes and values, as tables: made at build time from the .tsv files, and once more at run time from a
 * caller's extra words. An entry is a word in lower case; its forms are the spellings that differ ("may", "May"); a
 * form has readings, each a class with a value and the conditions under which it holds. */
#ifndef LEXICON_LEXICON_H
#define LEXICON_LEXICON_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/slice.h"
#include "lexicon/class.h"
#include "lexicon/filter.h"

#define LEXICON_HEAD 16

/* Where a reading holds. */
enum lexicon_condition {
    LEXICON_GLUED = 1,         /* directly after a number: 3m */
    LEXICON_FREE = 2,          /* not so */
    LEXICON_CASED = 4,         /* only in this spelling: MAY, CAD */
    LEXICON_BESIDE_AMOUNT = 8, /* directly before or after a number token */
    LEXICON_INITIAL = 16       /* at the start of a sentence */
};

struct lexicon_reading {
    uint32_t text;  /* the value as written, in the pool; 0 when there is none */
    int32_t number; /* the value when it is an integer */
    uint16_t class;
    uint8_t conditions;
};

struct lexicon_form {
    uint32_t spelling; /* in the pool; 0: any spelling that no other form of the entry has */
    uint32_t first_reading;
    uint16_t n_readings;
    uint8_t conditions;       /* of all readings together, without CASED */
    uint32_t traits;          /* enum lexicon_trait of all readings together */
    struct class_set classes; /* of all readings together */
};

/* Classes that the tokenizer asks for at every word, as bits. */
enum lexicon_trait {
    TRAIT_CARDINAL = 1,
    TRAIT_SCALE = 2,
    TRAIT_DOZEN = 4,
    TRAIT_HALF = 8,
    TRAIT_A = 16,
    TRAIT_AND = 32,
    TRAIT_POINT = 64,
    TRAIT_DENOMINATOR = 128,
    TRAIT_OF = 256,
    TRAIT_UNIT = 512, /* a unit, currency or percent: what "half a" can stand before */
    TRAIT_STARTER = 1024,
    TRAIT_ABBREVIATION = 2048,
    TRAIT_ABBREVIATION_AT_END = 4096,
    TRAIT_ABBREVIATION_BEFORE_DIGIT = 8192,
    TRAIT_TIMEUNIT = 16384,
    TRAIT_BESIDE = 32768, /* has readings that hold only beside an amount */
    TRAIT_TRIGGER = 65536, /* of a class that is a TRIGGER */
    TRAIT_SPEECH = 131072,
    TRAIT_ORDINAL = 262144,
    TRAIT_KNOWN = 524288 /* of a class that patterns see */
};

struct lexicon_phrase {
    uint32_t rest; /* what follows the first word, in the pool */
    uint32_t entry;
    uint64_t second; /* filter_letters of the rest, or of what is behind its blank: most phrases fail on it */
    bool blank;      /* the rest begins with a blank */
};

struct lexicon_entry {
    uint32_t key; /* in the pool */
    uint32_t first_form;
    uint32_t first_phrase; /* phrases that begin with this word, the longest first */
    uint32_t n_phrases;
    uint16_t n_forms; /* 0: the word only begins phrases */
    uint8_t key_length;
    bool one_form; /* for any spelling */
};

/* What most questions for a word need, side by side. */
struct lexicon_slot {
    char head[LEXICON_HEAD]; /* the first bytes of the key, zeros behind it */
    uint32_t form;           /* of the word in lower case */
    uint32_t traits;         /* of that form */
    uint32_t entry;          /* plus 1; 0 is an empty slot */
    bool heads;              /* phrases begin with it */
    bool cased;              /* written with capitals it may have another form */
};

struct lexicon_tables {
    const char *pool; /* NUL-terminated strings; offset 0 is "" */
    const struct lexicon_entry *entries;
    const struct lexicon_form *forms;
    const struct lexicon_reading *readings;
    const struct lexicon_phrase *phrases;
    const struct lexicon_slot *slots; /* each word has one of its own: lexicon_slot_of */
    const uint16_t *steps;            /* by the upper bits of a hash */
    uint32_t slot_mask;               /* number of slots - 1 */
    uint32_t step_shift;              /* 64 - the upper bits of a hash that number the steps */
    uint32_t n_entries, n_forms, n_readings, n_phrases, pool_length;
};

struct lexicon_found {
    uint32_t form;   /* 0: no entry of its own */
    uint32_t length; /* bytes of the text that it takes, more than the word when it is a phrase */
    unsigned traits; /* enum lexicon_trait of the form */
};

/* Two layers: the extra words hide the built-in ones of the same spelling. Form ids run over both, from 1; 0 is no
 * word. */
struct lexicon {
    struct lexicon_found marks[128];        /* by ASCII character, for those that begin no phrase; else length is 0 */
    struct filter pairs;                    /* by filter_pair */
    const struct lexicon_tables *layers[2]; /* extra (or NULL), built-in */
    uint32_t first_id[2];
};

#define LEXICON_LONGEST_WORD 48 /* bytes; longer words are in no lexicon */

void lexicon_init(struct lexicon *lexicon, const struct lexicon_tables *built_in, const struct lexicon_tables *extra);
uint32_t lexicon_n_forms(const struct lexicon *lexicon);

/* One word of the text, folded: `bytes` holds `length` of them, and zeros up to LEXICON_HEAD and the next multiple of
 * eight. */
struct lexicon_key {
    char bytes[LEXICON_LONGEST_WORD];
    size_t length;
    uint64_t hash;
};

/* Of a word that fits into the head of a slot. */
static inline uint64_t lexicon_hash_head(const uint64_t head[2])
{
    return hash_step(hash_step(0, head[0]), head[1]);
}

static inline uint64_t lexicon_hash(const char *bytes, size_t length)
{
    uint64_t chunks[LEXICON_LONGEST_WORD / 8];
    memcpy(chunks, bytes, LEXICON_HEAD);
    uint64_t hash = lexicon_hash_head(chunks);
    for (size_t i = LEXICON_HEAD; i < length; i += 8) {
        memcpy(chunks, bytes + i, 8);
        hash = hash_step(hash, chunks[0]);
    }
    return hash;
}

/* The steps were chosen so that no two words of the tables come to the same slot: one look tells whether a word is
 * there. */
static inline uint32_t lexicon_slot_at(uint64_t hash, uint32_t step, uint32_t slot_mask)
{
    return ((uint32_t)hash + step * ((uint32_t)(hash >> 32) | 1)) & slot_mask;
}

static inline const struct lexicon_slot *lexicon_slot_of(const struct lexicon_tables *tables, uint64_t hash)
{
    uint32_t step = tables->steps[hash >> tables->step_shift];
    return &tables->slots[lexicon_slot_at(hash, step, tables->slot_mask)];
}

/* What the tables have of a word; all zero when they have it not, without a jump that would often be guessed wrong. */
struct lexicon_word {
    uint32_t form, traits, entry;
    bool heads, cased; /* as of the slot */
};

/* Of a word of at most LEXICON_HEAD bytes. */
static inline struct lexicon_word lexicon_word_of(const struct lexicon_tables *tables, const uint64_t wanted[2])
{
    const struct lexicon_slot *slot = lexicon_slot_of(tables, lexicon_hash_head(wanted));
    uint64_t head[2];
    memcpy(head, slot->head, sizeof head);
    bool same = ((head[0] ^ wanted[0]) | (head[1] ^ wanted[1])) == 0;
    uint32_t mask = 0u - same;
    return (struct lexicon_word){ slot->form & mask, slot->traits & mask, slot->entry & mask, slot->heads & same,
                                  slot->cased & same };
}

/* Does a phrase begin with the word? */
bool lexicon_heads(const struct lexicon *lexicon, const struct lexicon_key *key);

/* The word of `word_length` bytes at the start of `text` (the rest of the sentence): the longest phrase that begins
 * with it, or the word itself. `key` is the word folded. */
struct lexicon_found lexicon_find(const struct lexicon *lexicon, const struct lexicon_key *key, struct slice text,
                                  size_t word_length);

/* How a word stands in the text, for the conditions of its readings. */
enum lexicon_place {
    LEXICON_PLACE_GLUED = 1,
    LEXICON_PLACE_BESIDE = 2,
    LEXICON_PLACE_INITIAL = 4,
    LEXICON_N_PLACES = 8
};

/* Does a word with this form have readings that depend on its place? */
bool lexicon_is_conditional(const struct lexicon *lexicon, uint32_t form);

/* Of a form that is not 0. */
static inline const struct lexicon_form *lexicon_form(const struct lexicon *lexicon, uint32_t form)
{
    bool extra = lexicon->layers[0] && form >= lexicon->first_id[0];
    return &lexicon->layers[extra ? 0 : 1]->forms[form - lexicon->first_id[extra ? 0 : 1]];
}

/* enum lexicon_trait, combined; 0 for form 0. */
static inline unsigned lexicon_traits(const struct lexicon *lexicon, uint32_t form)
{
    return form ? lexicon_form(lexicon, form)->traits : 0;
}

struct class_set lexicon_classes(const struct lexicon *lexicon, uint32_t form, unsigned place);

/* The reading of a class at a place; NULL when the form has not the class there. */
const struct lexicon_reading *lexicon_find_reading(const struct lexicon *lexicon, uint32_t form, unsigned place,
                                                   enum class class);

/* The same: most questions are answered by the set of the form, without a walk over its readings. */
static inline const struct lexicon_reading *lexicon_reading_of(const struct lexicon *lexicon, uint32_t form,
                                                               unsigned place, enum class class)
{
    bool may = form && class_set_has(&lexicon_form(lexicon, form)->classes, class);
    return may ? lexicon_find_reading(lexicon, form, place, class) : NULL;
}

static inline bool lexicon_has(const struct lexicon *lexicon, uint32_t form, unsigned place, enum class class)
{
    if (!form || !class_set_has(&lexicon_form(lexicon, form)->classes, class))
        return false;
    return !lexicon_form(lexicon, form)->conditions || lexicon_find_reading(lexicon, form, place, class);
}

const char *lexicon_text(const struct lexicon *lexicon, uint32_t form, uint32_t text);

#endif
