/* Does a decade stand for one, or is it an age, a temperature or a name? */
#include "recognizers/amount.h"
#include "recognizers/date_alone_words.h"
#include "recognizers/noun.h"

/* Before the "mid-" of "mid-thirties" */
static uint32_t before_edge(const struct alone *alone, uint32_t i)
{
    while (i > 0 && (date_is(&alone->all, i - 1, CLASS_HYPHEN) || date_is(&alone->all, i - 1, CLASS_EDGE)))
        i--;
    return i;
}

/* "in | his 30s", "in his 20s or | 30s"; but "his 1980s films" */
static bool is_of_life(const struct alone *alone, uint32_t i)
{
    struct slice word = alone_text(alone, alone->end - 1);
    if (word.length > 4 && word.bytes[0] >= '0' && word.bytes[0] <= '9')
        return false;
    if (i > 2 && (date_is(&alone->all, i - 1, CLASS_OR) || date_is(&alone->all, i - 1, CLASS_AND))
        && date_is(&alone->all, i - 2, CLASS_DECADE))
        i = before_edge(alone, i - 2);
    return i > 0 && date_is(&alone->all, i - 1, CLASS_POSSESSOR);
}

#define MOST_TO_WARMTH 7u /* tokens */

/* "temperatures in the 80s", "highs were in the upper 40s": degrees, of which there are less than a hundred. */
static bool is_warmth(const struct alone *alone, uint32_t i)
{
    if (alone_text(alone, alone->end - 1).length > 3)
        return false;
    for (uint32_t k = i; k > 0 && i - k < MOST_TO_WARMTH && !date_is(&alone->all, k - 1, CLASS_COMMA); k--)
        if (date_is(&alone->all, k - 1, CLASS_WARMTH))
            return true;
    return false;
}

/* "in his 30s", "her mid-thirties" are ages. */
bool alone_decade_stands(const struct alone *alone)
{
    uint32_t i = before_edge(alone, alone->first);
    bool model = i > 0 && i < alone->first && reader_is_word(alone->all.reader, i - 1) /* "MiG-20s", but "pre-1990s" */
                 && date_is(&alone->all, i, CLASS_HYPHEN) && !date_is(&alone->all, i - 1, CLASS_DATE_PREFIX);
    bool level = i > 0 && date_is(&alone->all, i - 1, CLASS_LEVEL); /* "in the low 60s" */
    bool age = i > 0 && date_is(&alone->all, i - 1, CLASS_BOUND)    /* "the under-50s", "for over 70s" */
               && (i < alone->first || amount_is_plural(alone->all.reader, i));
    bool pause = date_is(&alone->all, alone->end - 1, CLASS_TIMEUNIT) && !alone_before_is(alone, CLASS_IN)
                 && noun_find(alone->all.reader, alone->end, true).head != NO_NOUN; /* "after the 120s pause" */
    bool seconds = pause || (i == alone->first && amount_is_seconds(alone->all.reader, i));
    bool old = date_number_of(&alone->all, alone->end - 1, CLASS_ERA) < 0; /* "the 80s BC": not the 1980s */
    struct slice word = alone_text(alone, alone->end - 1);
    bool weight = word.length == 3 && word.bytes[2] == 'S'
                  && alone_capital(alone, alone->end) == CLASS_LOWER; /* "30S subunits" */
    return !old && !weight && !model && !level && !age && !seconds && !is_of_life(alone, i) && !is_warmth(alone, i)
           && !alone_behind_is(alone, CLASS_UNIT);
}
