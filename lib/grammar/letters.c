/* A form has a letter for each place it can stand in; most forms have the same everywhere. */
#include "grammar/letters.h"

#include "base/memory.h"
#include "base/status.h"

static int32_t too_many(claimex_error *error)
{
    return status_fail(error, CLAIMEX_BAD_LEXICON, 0, "more than %d different sets of classes", ALPHABET_SIZE);
}

static bool form_letters(struct letters *letters, const struct lexicon *lexicon, uint32_t form)
{
    uint8_t *of_form = letters->of + N_CLASSES + (size_t)form * LEXICON_N_PLACES;
    bool conditional = lexicon_is_conditional(lexicon, form);
    for (unsigned place = 0; place < LEXICON_N_PLACES; place++) {
        if (place && !conditional) {
            of_form[place] = of_form[0];
            continue;
        }
        struct class_set set = lexicon_classes(lexicon, form, place);
        of_form[place] = alphabet_letter(&letters->alphabet, &set);
        if (!of_form[place])
            return false;
    }
    return true;
}

static bool shape_letters(struct letters *letters)
{
    for (int shape = 0; shape < N_CLASSES; shape++) {
        struct class_set set = { { 0 } };
        bool is_shape = shape == CLASS_NONE || (shape >= CLASS_TWELVE && shape <= CLASS_MIXED) || shape == CLASS_MARK
                        || shape == CLASS_HYPHEN || shape == CLASS_MINUS || shape == CLASS_DASH
                        || shape == CLASS_ORDINAL || shape == CLASS_DECADE;
        if (!is_shape)
            continue;
        if (shape)
            class_set_add(&set, (enum class)shape);
        if (shape >= CLASS_TWELVE && shape <= CLASS_AN)
            class_set_add(&set, CLASS_NUMBER);
        letters->of[shape] = alphabet_letter(&letters->alphabet, &set);
        if (!letters->of[shape])
            return false;
    }
    return true;
}

int32_t letters_init(struct letters *letters, const struct lexicon *lexicon, enum class_alphabet sees,
                     const claimex_allocator *allocator, claimex_error *error)
{
    uint32_t n = lexicon_n_forms(lexicon);
    alphabet_init(&letters->alphabet, sees);
    letters->of = memory_alloc_zero(allocator, N_CLASSES + (size_t)n * LEXICON_N_PLACES, 1);
    if (!letters->of)
        return status_fail(error, CLAIMEX_NO_MEMORY, 0, "out of memory for the letters of %u words", n);
    if (!shape_letters(letters))
        return too_many(error);
    for (uint32_t form = 1; form < n; form++)
        if (!form_letters(letters, lexicon, form))
            return too_many(error);
    return CLAIMEX_OK;
}

void letters_free(struct letters *letters, const claimex_allocator *allocator)
{
    memory_free(allocator, letters->of);
    letters->of = NULL;
}
