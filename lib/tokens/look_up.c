/* Words are looked up folded to lower case. */
#include "tokens/look_up.h"

#include "text/fold.h"

static bool is_ascii(const unsigned char *p, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= p[i];
    return all < 0x80;
}

/* False when the word is too long for any lexicon. */
static bool make_key(const unsigned char *p, size_t length, struct lexicon_key *key)
{
    if (length >= LEXICON_LONGEST_WORD - 8)
        return false;
    memset(key->bytes, 0, sizeof key->bytes);
    key->length = length;
    if (!is_ascii(p, length))
        key->length = fold_lower((const char *)p, length, key->bytes, LEXICON_LONGEST_WORD - 8);
    else if (!word_is_ascii_letter(*p))
        memcpy(key->bytes, p, length);
    else
        for (size_t i = 0; i < length; i++)
            key->bytes[i] = (char)(p[i] | 0x20); /* no change for apostrophes */
    key->hash = lexicon_hash(key->bytes, key->length);
    return key->length > 0;
}

struct lexicon_found look_up_word(const struct lexicon *lexicon, const unsigned char *p, size_t length,
                                  const unsigned char *end)
{
    struct lexicon_key key;
    if (!make_key(p, length, &key))
        return (struct lexicon_found){ 0, 0, 0 };
    return lexicon_find(lexicon, &key, (struct slice){ (const char *)p, (size_t)(end - p) }, length);
}

/* Can a phrase begin with the word, when no run stands behind it and a single blank? */
static bool may_begin(const struct lexicon *lexicon, const unsigned char *p, const struct word_run *run,
                      const unsigned char *end)
{
    const unsigned char *behind = p + run->length;
    if (*behind == '-' || *behind == '\n')
        return true;
    if (*behind == ' ') {
        if (++behind >= end)
            return false;
        if (*behind <= ' ' || *behind >= 0x80 || word_is_ascii_letter(*behind))
            return true;
    }
    return filter_has(&lexicon->pairs, filter_pair(run->head[0], *behind));
}

struct lexicon_found look_up_closely(const struct lexicon *lexicon, const unsigned char *p, const struct word_run *run,
                                     const struct word_run *next, const unsigned char *end)
{
    struct lexicon_word none = { 0, 0, 0, false, false }, word = lexicon_word_of(lexicon->layers[1], run->head);
    struct lexicon_word extra = lexicon->layers[0] ? lexicon_word_of(lexicon->layers[0], run->head) : none;
    bool phrase = (word.heads || extra.heads) && look_up_is_pair(lexicon, run, next)
                  && (next->length || may_begin(lexicon, p, run, end));
    if (!phrase && !extra.entry && !(word.cased && run->upper))
        return (struct lexicon_found){ word.form, run->length, word.traits };
    struct lexicon_key key;
    memcpy(key.bytes, run->head, sizeof run->head);
    key.length = run->length;
    key.hash = lexicon_hash_head(run->head);
    struct slice text = { (const char *)p, phrase ? (size_t)(end - p) : run->length };
    struct lexicon_found found = lexicon_find(lexicon, &key, text, run->length);
    return found.form ? found : (struct lexicon_found){ 0, run->length, 0 };
}
