/* Words are looked up folded to lower case; what the lexicon says of one is remembered. */
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

static struct lexicon_key key_of(const struct look_up_letters *letters)
{
    struct lexicon_key key;
    memcpy(key.bytes, &letters->folded_low, 8);
    memcpy(key.bytes + 8, &letters->folded_high, 8);
    key.length = letters->length;
    key.hash = letters->hash;
    return key;
}

struct lexicon_found look_up_phrase(const struct tokens *tokens, const struct look_up_letters *letters,
                                    const unsigned char *end)
{
    struct lexicon_key key = key_of(letters);
    struct slice rest = { (const char *)letters->p, (size_t)(end - letters->p) };
    return lexicon_find(tokens->lexicon, &key, rest, letters->length);
}

void look_up_remember(const struct tokens *tokens, struct memo_word *word, const struct look_up_letters *letters)
{
    struct lexicon_key key = key_of(letters);
    struct slice only = { (const char *)letters->p, letters->length };
    struct lexicon_found found = lexicon_find(tokens->lexicon, &key, only, letters->length);
    *word = (struct memo_word){ letters->low, letters->high, found.form, (uint16_t)found.traits,
                                lexicon_heads(tokens->lexicon, &key) };
}
