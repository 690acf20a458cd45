/* A rate is written behind its figure and what it counts: "30,000 pages of print an hour". */
#include "context/rate.h"

#include "lexicon/word_class.h"
#include "recognizers/amount.h"
#include "recognizers/noun.h"
#include "values/decimal.h"

static struct slice text_of(const struct reader *reader, uint32_t i, enum class class)
{
    const char *text = i < reader->tokens->token.count ? token_text(reader->tokens, i, class) : NULL;
    return text && *text ? slice_of(text) : (struct slice){ NULL, 0 };
}

/* "from $5 million a year ago", "4 tonnes a year before."; but "$5 million a year before tax" */
static bool counts_back(const struct reader *reader, uint32_t i)
{
    const struct lexicon_reading *then =
        i < reader->tokens->token.count ? token_reading(reader->tokens, i, CLASS_THEN) : NULL;
    if (then && then->number > 0) /* "$5 million a week after the fire" */
        return true;
    static const enum class ends[] = {
        CLASS_PERIOD, CLASS_COMMA, CLASS_SEMICOLON, CLASS_CLOSE, CLASS_QUOTE, CLASS_NONE
    };
    if (!reader_has(reader, i, CLASS_LIMIT))
        return reader_has(reader, i, CLASS_AGO);
    return i + 1 == reader->tokens->token.count || reader_has_any(reader, i + 1, ends);
}

/* "sq m", "sq. ft", "cu ft": no noun as it is written. */
static bool is_abbreviated_power(struct slice word)
{
    return word.length > 2 && (memcmp(word.bytes, "sq", 2) == 0 || memcmp(word.bytes, "cu", 2) == 0)
           && (word.bytes[2] == ' ' || word.bytes[2] == '.');
}

/* The mile of "vehicle mile", the day of "patient days": a unit that is counted for each of them. */
static bool is_unit_of_each(const struct reader *reader, uint32_t i)
{
    return i < reader->tokens->token.count && token_slice(reader->tokens, i).length > 2
           && reader_token(reader, i)->capital == CLASS_LOWER
           && (reader_has(reader, i, CLASS_UNIT) || reader_has(reader, i, CLASS_TIMEUNIT))
           && !reader_has(reader, i + 1, CLASS_ON); /* "$3 per share year on year" */
}

/* "$20m a | film |.", "$20 a | lesson | in Oslo": any noun, behind a price; but "$5m a judge had ordered" */
static bool is_priced_each(const struct reader *reader, uint32_t i, const struct candidate *candidate)
{
    static const enum class ends[] = { CLASS_PERIOD, CLASS_COMMA, CLASS_SEMICOLON, CLASS_AND, CLASS_BUT,
                                       CLASS_IN,     CLASS_ON,    CLASS_LASTING,   CLASS_AT,  CLASS_NONE };
    return candidate->kind == CLAIMEX_MONEY && candidate->end + 1 == i && reader_is_word(reader, i)
           && reader_token(reader, i)->capital == CLASS_LOWER && token_word_classes(reader->tokens, i) == WORD_NOUN
           && (i + 1 == reader->tokens->token.count || reader_has_any(reader, i + 1, ends));
}

/* "second", "employee": what stands behind "per" or "a". Its end in tokens, 0 when it is none. */
static uint32_t read_base(const struct reader *reader, uint32_t i, bool article, struct candidate *candidate)
{
    struct slice time = amount_text_beside(reader, i, CLASS_TIMEUNIT);                   /* "$50 an hr", too */
    bool times = candidate->kind == CLAIMEX_COUNT && slice_is(candidate->unit, "times"); /* "twice a day after meals" */
    if (article && !times
        && counts_back(reader, i + 1 + reader_has(reader, i + 1, CLASS_HYPHEN))) /* "$5 million a year-ago" */
        return 0;
    bool unit = reader_has(reader, i, CLASS_UNIT) || reader_has(reader, i, CLASS_SHARED)
                || (article && is_priced_each(reader, i, candidate));
    if (time.length) {
        candidate->per = time;
        return i + 1;
    }
    struct noun noun = noun_find(reader, i, true);
    if ((article && !unit) || (noun.head == NO_NOUN && !unit))
        return 0;
    uint32_t head = unit ? i : noun.head; /* "$3-per-gallon price" */
    uint32_t last = head + (!article && is_unit_of_each(reader, head + 1));
    candidate->per = reader_text(reader, head, last);
    if (is_abbreviated_power(candidate->per))
        candidate->per = text_of(reader, head, CLASS_UNIT);
    return last + 1;
}

/* "5.3 per 100,000": what is counted needs no noun where the base is a round number that rates are given by. */
static bool is_usual_base(claimex_decimal amount)
{
    return decimal_present(amount) && amount.digits == 1 && amount.exponent >= 3;
}

/* The size of "per 40-foot container", "per 60kg bag": where it ends. */
static uint32_t behind_size(const struct reader *reader, uint32_t number)
{
    uint32_t unit = number + 1 + reader_has(reader, number + 1, CLASS_HYPHEN);
    bool joined = reader_has(reader, number, CLASS_NUMBER) && (unit > number + 1 || reader_is_glued(reader, unit))
                  && reader_has(reader, unit, CLASS_UNIT);
    return joined && noun_find(reader, unit + 1, true).head == unit + 1 ? unit + 1 : 0;
}

/* "per 100,000 people", "per million people", "for every 1,000 births", "in 100,000 people" */
static uint32_t read_amount(const struct reader *reader, uint32_t i, struct candidate *candidate)
{
    claimex_decimal amount = reader_number(reader, i);
    bool number = decimal_present(amount);
    uint32_t end = i + number;
    while (reader_has(reader, end, CLASS_SCALE))
        end++;
    uint32_t unit_end = read_base(reader, end, false, candidate);
    struct noun noun = noun_find(reader, end, false);
    if (noun.head != NO_NOUN && !reader_has(reader, end, CLASS_TIMEUNIT)) {     /* "every 9 weeks": per week */
        bool each = noun.head == end + 1 && is_unit_of_each(reader, noun.head); /* "patient days", "person-years" */
        candidate->per = each ? reader_text(reader, end, noun.head) : noun_text(reader, end, noun.head);
        unit_end = noun.end;
    }
    amount = decimal_shift(number ? amount : decimal_make(1, 0), amount_scale(reader, (struct match_range){ i, end }));
    if (!unit_end && (!number || !is_usual_base(amount)))
        return 0;
    candidate->per_amount = amount;
    return unit_end ? unit_end : end;
}

/* The "$1,000" of "$6 per $1,000", the "£1" of "40p for each £1": in the code of the currency. */
static uint32_t read_sum(const struct reader *reader, uint32_t i, struct candidate *candidate)
{
    uint32_t end = i + 2;
    claimex_decimal amount = reader_number(reader, i + 1);
    if (!reader_has(reader, i + 1, CLASS_NUMBER) || !decimal_present(amount))
        return 0;
    while (reader_has(reader, end, CLASS_SCALE))
        end++;
    candidate->per = amount_first_reading(text_of(reader, i, CLASS_CURRENCY));
    amount = decimal_shift(amount, amount_scale(reader, (struct match_range){ i + 1, end }));
    if (decimal_compare(amount, decimal_make(1, 0)) != 0)
        candidate->per_amount = amount;
    return end;
}

/* The "/month" of "$500/month", the "/ kg" of "$5 / kg". */
static bool is_slashed(const struct reader *reader, uint32_t i, const struct candidate *candidate)
{
    static const enum class bases[] = { CLASS_TIMEUNIT, CLASS_UNIT, CLASS_SHARED, CLASS_NONE };
    bool money = candidate->kind == CLAIMEX_MONEY, tight = reader_is_glued(reader, i);
    if (!reader_has(reader, i, CLASS_SLASH) || !(money || tight))
        return false;
    return reader_has_any(reader, i + 1, bases);
}

/* The "/cow" of "31 litres/cow"; not of "dogs/cats" */
static bool is_slashed_noun(const struct reader *reader, uint32_t base)
{
    return token_slice(reader->tokens, base).length > 2 && !noun_is_plural(reader, base)
           && (token_word_classes(reader->tokens, base) & WORD_NOUN);
}

/* The "/s" of "60 frames/s", the "/ha" of "900 stems/ha": short forms that are units only beside a number. Behind money
 * any word, the "/sf" of "$8/sf". */
static uint32_t read_short_base(const struct reader *reader, uint32_t slash, struct candidate *candidate)
{
    uint32_t base = slash + 1;
    bool money = candidate->kind == CLAIMEX_MONEY, measure = candidate->kind == CLAIMEX_MEASURE;
    bool count = candidate->kind == CLAIMEX_COUNT && candidate->noun_end;
    if (!(money || count || measure) || !reader_has(reader, slash, CLASS_SLASH) || !reader_is_glued(reader, slash)
        || !reader_is_glued(reader, base) || reader_token(reader, base)->capital != CLASS_LOWER)
        return 0;
    struct slice time = amount_text_beside(reader, base, CLASS_TIMEUNIT);
    bool unit = !measure && (time.length || amount_text_beside(reader, base, CLASS_UNIT).length);
    if (!money && !unit && !is_slashed_noun(reader, base))
        return 0;
    candidate->per = time.length ? time : token_slice(reader->tokens, base);
    return base + 1;
}

/* "40 miles to the gallon", "fell to 15.2 to the dollar", "2p in the pound" */
static bool is_to_the_unit(const struct reader *reader, uint32_t i, const struct candidate *candidate)
{
    bool money = candidate->kind == CLAIMEX_MONEY
                 || (candidate->kind == CLAIMEX_COUNT && !candidate->unit.length
                     && reader_has(reader, candidate->first, CLASS_DECIMAL));
    bool in = candidate->kind == CLAIMEX_MONEY && reader_has(reader, i, CLASS_IN);
    return (in || reader_has(reader, i, CLASS_TO)) && reader_has(reader, i + 1, CLASS_THE)
           && (money ? reader_has(reader, i + 2, CLASS_CURRENCY)
                     : candidate->kind == CLAIMEX_MEASURE && reader_has(reader, i + 2, CLASS_UNIT));
}

static uint32_t read_rate(const struct reader *reader, uint32_t i, struct candidate *candidate)
{
    i += reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_DASH);
    if (i < reader->tokens->token.count && slice_is(token_slice(reader->tokens, i), "a dozen")) {
        candidate->per = slice_of("dozen"); /* the number reader made one token of it */
        return i + 1;
    }
    struct slice adverb = text_of(reader, i, CLASS_PER_UNIT);
    if (adverb.length) {
        candidate->per = adverb;
        return i + 1;
    }
    if (is_slashed(reader, i, candidate))
        return read_base(reader, i + 1, false, candidate);
    uint32_t short_end = read_short_base(reader, i, candidate);
    if (short_end)
        return short_end;
    if (is_to_the_unit(reader, i, candidate)) {
        candidate->per = token_slice(reader->tokens, i + 2);
        return i + 3;
    }
    bool lasting = reader_has(reader, i, CLASS_LASTING) && reader_has(reader, i + 1, CLASS_PER);
    i += lasting; /* "for every 1,000 births" */
    bool sum = lasting || (i < reader->tokens->token.count && slice_is(token_slice(reader->tokens, i), "per"));
    bool article = reader_has(reader, i, CLASS_A), per = reader_has(reader, i, CLASS_PER);
    if (reader_has(reader, i, CLASS_OUT_OF)) /* "40p of every pound", "12 deaths in every 1,000 births" */
        per = (candidate->kind == CLAIMEX_MONEY && reader_has(reader, i, CLASS_EACH))
              || slice_is(token_slice(reader->tokens, i), "in every");
    if ((!article && !per) || (article && candidate->kind == CLAIMEX_RATIO)) /* "half a bottle" */
        return 0;
    i++;
    i += reader_has(reader, i, CLASS_HYPHEN) || reader_has(reader, i, CLASS_DASH);
    uint32_t sized = behind_size(reader, i);
    if (sized)
        return read_base(reader, sized, article, candidate);
    if (sum && reader_has(reader, i, CLASS_SYMBOL))
        return read_sum(reader, i, candidate);
    if (per && (reader_has(reader, i, CLASS_NUMBER) || reader_has(reader, i, CLASS_SCALE)))
        return read_amount(reader, i, candidate);
    return read_base(reader, i, article, candidate);
}

/* Behind the country of "$75 U.S. a barrel", "$31 US per share". */
static uint32_t behind_country(const struct reader *reader, uint32_t i)
{
    static const char *const letters[] = { "U", ".", "S", "." };
    if (i < reader->tokens->token.count && slice_is(token_slice(reader->tokens, i), "US"))
        return i + 1;
    for (uint32_t k = 0; k < 4; k++)
        if (i + k >= reader->tokens->token.count || !slice_is(token_slice(reader->tokens, i + k), letters[k]))
            return i;
    return i + 4;
}

#define MOST_RESTATED 6u /* tokens of an amount in brackets */

/* The end of a rate that stands behind a restatement, for that as well: "12,000 rupees ($144) a month". */
static uint32_t read_rate_behind_brackets(const struct reader *reader, uint32_t i, struct candidate *candidate)
{
    uint32_t close = i;
    if (reader_has(reader, i, CLASS_OPEN))
        while (close < i + MOST_RESTATED && !reader_has(reader, close, CLASS_CLOSE))
            close++;
    bool money =
        close == i || reader_has(reader, i + 1, CLASS_CURRENCY) || reader_has(reader, close - 1, CLASS_CURRENCY);
    return money && reader_has(reader, close, CLASS_CLOSE) ? read_rate(reader, close + 1, candidate) : 0;
}

/* "| lost | a month", "| sold | every day" */
static bool is_done_by_time(const struct reader *reader, uint32_t i)
{
    return reader_is_word(reader, i) && (reader_has(reader, i + 1, CLASS_A) || reader_has(reader, i + 1, CLASS_PER))
           && reader_has(reader, i + 2, CLASS_TIMEUNIT) && (token_word_classes(reader->tokens, i) & WORD_PAST);
}

/* "14 pence | less | per hour"; but "5% more than a year ago" */
static bool is_difference(const struct reader *reader, uint32_t i)
{
    return (reader_has(reader, i, CLASS_COMPARED) || reader_has(reader, i, CLASS_OTHER))
           && !reader_has(reader, i, CLASS_BOUND) && !reader_has(reader, i, CLASS_DOING) /* "12% own a car" */
           && !reader_has(reader, i - 1, CLASS_TIMEUNIT)                                 /* "2 years less a day" */
           && (reader_has(reader, i + 1, CLASS_A) || reader_has(reader, i + 1, CLASS_PER));
}

/* "12% of women exercise | every | day": how often they do */
static bool is_habit(const struct reader *reader, uint32_t i, const struct candidate *candidate)
{
    return candidate->kind == CLAIMEX_PERCENTAGE && reader_has(reader, i, CLASS_PER)
           && slice_is(token_slice(reader->tokens, i), "every");
}

/* Behind the counted noun, and behind an "of copy" that belongs to it. */
uint32_t rate_find(const struct reader *reader, struct candidate *candidate)
{
    if (candidate->kind == CLAIMEX_DATE || candidate->kind == CLAIMEX_RANK || candidate->kind == CLAIMEX_AGE)
        return candidate->end;
    uint32_t i = candidate->noun_end > candidate->end ? candidate->noun_end : candidate->end;
    struct slice within = text_of(reader, candidate->end - 1, CLASS_PER_UNIT);
    if (within.length) { /* "7.4 rpg" */
        candidate->per = within;
        return candidate->end;
    }
    bool cash = candidate->kind == CLAIMEX_MONEY && reader_has(reader, i, CLASS_TENDER); /* "$5 | cash | a share" */
    uint32_t each = i + cash;
    uint32_t end = read_rate(reader, candidate->kind == CLAIMEX_MONEY ? behind_country(reader, each) : each, candidate);
    if (!end && candidate->kind == CLAIMEX_MONEY) {
        uint32_t behind = read_rate_behind_brackets(reader, i, candidate);
        if (behind) /* the one in the brackets takes the words of the rate */
            return reader_has(reader, i, CLASS_CLOSE) ? behind : candidate->end;
    }
    if (!end && (reader_has(reader, i, CLASS_OF) || reader_has(reader, i, CLASS_IN))) {
        struct noun noun = noun_find(reader, i + 1, true);
        uint32_t behind = noun.head != NO_NOUN ? noun.end : i + 2; /* "5 tonnes of CO2 per household" */
        bool named = noun.head != NO_NOUN || reader_has(reader, i + 1, CLASS_CODE);
        end = named && !is_habit(reader, behind, candidate) ? read_rate(reader, behind, candidate) : 0;
    }
    bool apart = is_difference(reader, i) || (candidate->noun_end && is_done_by_time(reader, i));
    if (!end && apart) /* "500 jobs lost a month" */
        end = read_rate(reader, i + 1, candidate);
    return end ? end : candidate->end;
}

/* "| Every", "| For every", "that | of every": what such words open is the base of a rate that follows. */
static bool opens_clause(const struct reader *reader, uint32_t every)
{
    static const enum class before[] = { CLASS_QUOTE, CLASS_SEMICOLON, CLASS_COLON, CLASS_BUT,
                                         CLASS_THAT,  CLASS_DASH,      CLASS_NONE };
    bool lasting = every > 0 && reader_has(reader, every - 1, CLASS_LASTING);
    uint32_t start = every - lasting;
    if (reader_has(reader, every, CLASS_EACH) && reader_has(reader, every, CLASS_PER) && !lasting) /* "Each two" */
        return false;
    return start == 0 || reader_has_any(reader, start - 1, before);
}

/* Is it what "every £10 spent", "for every 100 girls" count? */
static bool is_base_in_front(const struct reader *reader, const struct candidate *base)
{
    uint32_t every = base->first - 1;
    bool symbol = base->kind == CLAIMEX_MONEY && reader_has(reader, base->first, CLASS_SYMBOL);
    return (symbol || base->kind == CLAIMEX_COUNT || base->kind == CLAIMEX_MEASURE) /* but "Every 5,000 franc note" */
           && base->first > 0 && (reader_has(reader, every, CLASS_PER) || reader_has(reader, every, CLASS_OUT_OF))
           && opens_clause(reader, every);
}

bool rate_take_fronted(const struct reader *reader, const struct candidate *base, struct candidate *candidate)
{
    if (candidate->kind == CLAIMEX_DATE || candidate->kind == CLAIMEX_RANK || candidate->per.length
        || !is_base_in_front(reader, base))
        return false;
    return reader_has(reader, base->first, CLASS_SYMBOL) ? read_sum(reader, base->first, candidate)
                                                         : read_amount(reader, base->first, candidate);
}
