/* What a recognizer is: patterns of one .pcre file, and a reader in C that makes a candidate of a match, or refuses. */
#ifndef RECOGNIZERS_RECOGNIZER_H
#define RECOGNIZERS_RECOGNIZER_H

#include "claimex/scan.h"
#include "grammar/pattern.h"
#include "tokens/token.h"
#include "values/decimal.h"
#include "values/timex.h"

/* A date that is counted from the one named before it: "that year", "two days later". */
struct date_anchor {
    int32_t n;
    uint8_t unit;         /* enum claimex_grain; NONE when the date stands for itself */
    uint8_t part;         /* of the day */
    uint8_t weekday;      /* "the following Monday"; 0 when it is none */
    struct partial inner; /* the month or season of a year that is counted so; its grain is NONE when there is none */
    bool clock;           /* an hour of the day named before it */
};

/* A figure that was read, before it is decided whether it stands. Slices point into the text or the lexicon. */
struct candidate {
    claimex_decimal value, low, high, of, per_amount;
    claimex_span at, modifier;
    uint32_t first, end; /* tokens, half-open */
    uint32_t noun_end;   /* the token behind the counted noun; 0 when there is none */
    struct slice unit;
    char unit_below[24]; /* the m2/s of µmol/m2/s */
    struct slice per;
    struct slice readings;       /* "USD|AUD", the chosen one first; empty when there is one */
    claimex_moment begins, ends; /* of a date */
    char timex[TIMEX_TEXT_SIZE];
    char other_dates[32]; /* "2017-05-04|2017-04-05": the readings of an ambiguous date */
    uint8_t grain;
    struct date_anchor anchor;
    bool echoes;  /* a quarter that was found from one named before it */
    uint8_t kind; /* enum claimex_kind, or KIND_NONE for a veto */
    uint8_t relation;
    uint8_t recognizer; /* index into recognizers[] */
    uint8_t pattern;    /* of the set */
    uint8_t fate;       /* enum fate */
};

#define KIND_NONE 255

enum fate { FATE_OPEN, FATE_CLAIM, FATE_LOST, FATE_VETO, FATE_UNWANTED, FATE_RATE };

struct reader {
    const struct tokens *tokens;
    const claimex_scan_options *options;
    claimex_moment quarter;       /* where the one begins that an earlier sentence named last; absent for none */
    const uint8_t *letters;       /* one a token */
    const struct class_set *sets; /* by letter */
};

/* Has the token the class? False behind the sentence, where there is no token. Readers ask hundreds of such questions,
 * and the token's letter answers most of them. */
static inline bool reader_has(const struct reader *reader, uint32_t token, enum class class)
{
    if (token >= reader->tokens->token.count)
        return false;
    return class_is_in(class, CLASS_QUANTITY) ? class_set_has(&reader->sets[reader->letters[token]], class)
                                              : token_has(reader->tokens, token, class);
}

/* One of the classes up to CLASS_NONE. */
static inline bool reader_has_any(const struct reader *reader, uint32_t token, const enum class *classes)
{
    while (*classes && !reader_has(reader, token, *classes))
        classes++;
    return *classes != CLASS_NONE;
}

/* Of the sentence. */
static inline const struct token *reader_token(const struct reader *reader, uint32_t i)
{
    return &reader->tokens->token.items[i];
}

/* The value of the token's class; 0 when it has not the class or no value, and behind the sentence. */
static inline int32_t reader_number_of(const struct reader *reader, uint32_t i, enum class class)
{
    return i < reader->tokens->token.count ? token_number_of(reader->tokens, i, class) : 0;
}

/* What a number token says; absent for any other, and behind the sentence. */
static inline claimex_decimal reader_number(const struct reader *reader, uint32_t i)
{
    uint32_t number = i < reader->tokens->token.count ? reader_token(reader, i)->number : NO_NUMBER;
    return number == NO_NUMBER ? (claimex_decimal){ 0, 0, 0 } : reader->tokens->numbers.items[number];
}

/* The first of a token, which tells one mark from another. */
static inline char reader_byte(const struct reader *reader, uint32_t i)
{
    return reader->tokens->text[reader_token(reader, i)->start];
}

/* From token `first` to token `last`. */
static inline struct slice reader_text(const struct reader *reader, uint32_t first, uint32_t last)
{
    uint32_t start = reader_token(reader, first)->start;
    return (struct slice){ reader->tokens->text + start, reader_token(reader, last)->end - start };
}

/* False behind the sentence, where there is no token. */
static inline bool reader_is_word(const struct reader *reader, uint32_t i)
{
    return i < reader->tokens->token.count && reader_token(reader, i)->capital != 0;
}

/* Does the token stand directly behind the one before it? */
static inline bool reader_is_glued(const struct reader *reader, uint32_t i)
{
    return i < reader->tokens->token.count && !(reader_token(reader, i)->flags & TOKEN_GAP_BEFORE);
}

/* What it says is scaled, and may then be too large or too small to be kept. */
static inline bool candidate_has_number(const struct candidate *candidate)
{
    if (candidate->kind == KIND_NONE || candidate->kind == CLAIMEX_DATE)
        return true;
    return candidate->relation == CLAIMEX_RANGE ? decimal_present(candidate->low) && decimal_present(candidate->high)
                                                : decimal_present(candidate->value);
}

struct recognizer {
    const char *file;
    uint8_t kind; /* of its candidates, unless the reader sets another; KIND_NONE for a veto */
    /* Fills the candidate (kind, at, first, end, pattern are set before); false when the match means nothing. */
    bool (*read)(const struct reader *reader, const struct match *match, struct candidate *candidate);
};

/* In the order in which they win when candidates are equally long; the last one gets what all others leave. */
extern const struct recognizer recognizers[];
extern const unsigned n_recognizers;

bool money_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool percentage_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool date_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool date_relative_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool date_range_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool count_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool ratio_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool multiple_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool duration_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool age_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool measure_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool rank_read(const struct reader *reader, const struct match *match, struct candidate *candidate);
bool not_claims_read(const struct reader *reader, const struct match *match, struct candidate *candidate);

/* The patterns of all files, as the build left them. */
extern const struct pattern_source recognizer_patterns[];
extern const size_t recognizer_n_patterns;
extern const struct pattern_source recognizer_shapes[];
extern const size_t recognizer_n_shapes;
extern const struct pattern_file recognizer_files[];
extern const size_t recognizer_n_files;
extern const uint8_t recognizer_file_of[]; /* by pattern */

#endif
