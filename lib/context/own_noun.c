/* What stands next to a figure names it more surely than any verb: here the noun before "of" and the like. */
#include "context/own_noun.h"

#include "context/beside.h"

/* "fell to | an annual rate | of 5", "grew at | a yearly rate | of 5%"; but "charges it at | a daily rate | of $5" */
static bool is_pace(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    uint32_t last = clause->items[item].end - 1;
    bool share = figure->claim->kind == CLAIMEX_PERCENTAGE;
    bool led = item > 0 && (item_class(clause, item - 1) == CLASS_TO || (share && item_reads(clause, item - 1, "at")));
    bool plain = last > clause->items[item].outer && !(clause->words[last - 1].traits & (IS(NOUN) | IS(NAME)));
    return plain && led && token_has(clause->tokens, last, CLASS_PACE);
}

/* "twice | the EU average | of 12%", "above | the national average | of 5": a yardstick; but "rose to the national
 * average of 5", "the average" */
static bool is_others_average(const struct clause *clause, uint32_t item)
{
    const struct item *phrase = &clause->items[item];
    bool named = phrase->end > phrase->outer + 2 && item_begins(clause, item, CLASS_THE)
                 && token_number_of(clause->tokens, phrase->end - 1, CLASS_LEVEL);
    return named && item > 0 && item_class(clause, item - 1) != CLASS_TO && !item_reads(clause, item - 1, "at")
           && !item_is_verbal(clause, item - 1);
}

/* "a close", "a record high": a level without a name of its own. */
static bool is_level(const struct figure *figure, uint32_t item)
{
    const struct clause *clause = figure->clause;
    bool warmth = figure->claim->kind == CLAIMEX_MEASURE
                  && token_has(clause->tokens, clause->items[item].end - 1, CLASS_WARMTH); /* "lows of 5 degrees" */
    return is_pace(figure, item)
           || (!warmth && (item_head(clause, item) & IS(LEVEL)) && !is_others_average(clause, item));
}

/* "Output, 98,000 tons in 2015, has": between two commas behind the subject of a verb. */
static bool is_inserted(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1;
    k += phrase_is_rate(clause, k);
    if (item_is_phrase(clause, k)
        && item_begins(clause, k, CLASS_THE)) { /* "The tower, at 90 m | the tallest | in Oslo" */
        k = phrase_starting(clause, k).last + 1;
        k += item_class(clause, k) == CLASS_PREPOSITION && item_is_phrase(clause, k + 1) ? 2 : 0;
    }
    k += item_class(clause, k) == CLASS_PREPOSITION && item_class(clause, k + 1) == CLASS_WHEN;
    k += item_class(clause, k) == CLASS_WHEN;
    return item_class(clause, k) == CLASS_COMMA
           && item_is_verbal(clause, k + 1 + (item_class(clause, k + 1) == CLASS_ADVERB));
}

/* "Norvik, 78% owned by Ruiz" */
static bool is_owned(const struct figure *figure)
{
    uint32_t k = figure->at + 1;
    k += figure_is_tied(figure, k);
    return figure->claim->kind == CLAIMEX_PERCENTAGE && item_class(figure->clause, k) == CLASS_PAST
           && item_reads(figure->clause, k + 1, "by");
}

/* "a speed of 15 miles", "the price: $59", "carbon levels at 4 ppm", "sales (5,000 units)", "a grant worth $5", "fines
 * from $5 to $10". */
static bool joins_noun(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    uint8_t class = item_class(clause, k);
    bool level = class == CLASS_PREPOSITION && item_reads(clause, k, "at") && k >= 2
                 && (item_class(clause, k - 2) == CLASS_PREPOSITION
                     || (item_class(clause, k - 2) == CLASS_OF && k > 3 && item_reads(clause, k - 4, "with")));
    bool polls = figure->claim->kind == CLAIMEX_PERCENTAGE && k >= 3
                 && (item_reads(clause, k, "on") || item_reads(clause, k, "at"));
    level |= polls
             && (item_reads(clause, k - 2, "with") /* ", with Labour | on | 5% and the Greens | on | 3%" */
                 || (item_class(clause, k - 2) == CLASS_AND && item_class(clause, k - 3) == CLASS_FIGURE));
    bool age = class == CLASS_COMMA && (figure->claim->kind == CLAIMEX_AGE || is_inserted(figure)); /* "Maddon, 66," */
    age |= k > 0 && item_class(clause, k - 1) == CLASS_COMMA && item_reads(clause, k, "at") && is_inserted(figure);
    age |= class == CLASS_COMMA && (is_owned(figure) || item_is_place(clause, figure->at, figure->at + 1));
    age |= class == CLASS_DASH && item_class(clause, figure->at + 1) == CLASS_DASH; /* "His pay – $5 – was" */
    bool label = class == CLASS_FROM && k > 0 && item_class(clause, k - 1) == CLASS_COLON;
    bool span = class == CLASS_FROM && figure->claim->relation == CLAIMEX_RANGE && !figure->claim->role
                && figure->claim->kind != CLAIMEX_AGE; /* "ranged in age from 19 to 60" */
    return class == CLASS_OF || class == CLASS_COLON || class == CLASS_OPEN || item_reads(clause, k, "worth") || level
           || age || span || label;
}

/* "a loss", "Ford's first-quarter loss" */
static bool is_own(const struct clause *clause, uint32_t item)
{
    return item_is_owned(clause, item) || token_reading(clause->tokens, clause->items[item].outer, CLASS_A);
}

/* The noun phrase that ends at an item and whose value stands behind: "sales in Oslo of $5", but "prison and | a fine
 * of $5", "oil prices in | its loss of $5", "south of Oslo at | a depth of 5 km". */
static struct item_range valued(const struct clause *clause, uint32_t last, bool of)
{
    struct item_range range = phrase_ending(clause, last);
    for (uint32_t i = last; i > 0 && i >= range.first; i--) {
        uint8_t joint = item_class(clause, i - 1);
        bool near = joint == CLASS_AND || item_reads(clause, i - 1, "with")
                    || item_reads(clause, i - 1, "compared with") || (of && item_reads(clause, i - 1, "at"))
                    || (of && joint == CLASS_PREPOSITION && item_is_phrase(clause, i) && is_own(clause, i));
        near |= of && joint == CLASS_PREPOSITION && i > 2
                && item_class(clause, i - 3) == CLASS_FIGURE; /* "a 2% tax on | gains of $5" */
        if (joint == CLASS_PER && i + 1 < last)               /* "5 a share on | sales of" */
            return (struct item_range){ i + 2, last };
        if (near)
            return (struct item_range){ i, last };
    }
    return range;
}

/* "a rise of 5% *in output*", "a rise in *output* of 5%"; but "a rise of 5% in May", "… in Oslo". */
static bool is_turn_in(const struct figure *figure, uint32_t noun)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->at + 1, first = figure_first_of(clause, noun);
    if (first > 1 && item_reads(clause, first - 1, "in") && item_is_phrase(clause, first - 2)
        && phrase_is_turn(clause, first - 2))
        return figure_take(figure, (struct item_range){ first, noun });
    if (phrase_is_turn(clause, noun) && noun > 0 && figure_opens_aside(clause, noun - 1)
        && beside_compared(figure, noun - 1))
        return true; /* "sales were $9m, an increase of 5%" */
    bool thing = item_is_phrase(clause, k + 1) && !figure_is_time_unit(clause, k + 1)
                 && !token_has(clause->tokens, clause->items[k + 1].end - 1, CLASS_TIME_NOUN)
                 && !token_has(clause->tokens, clause->items[k + 1].end - 1, CLASS_CURRENCY) /* "2p in the pound" */
                 && !(item_head(clause, k + 1) & IS(NAME));
    return phrase_is_turn(clause, noun) && item_reads(clause, k, "in") && thing
           && figure_take(figure, phrase_starting(clause, k + 1));
}

/* "children | under | 16", "a reading | below | 50", "with incomes | above | $50,000", "kept | growth | above | 9%",
 * "that | output | in excess of | 9 kW", "with assets | over | $5" */
static bool is_side(const struct figure *figure, uint32_t k)
{
    const struct clause *clause = figure->clause;
    if (k == NO_ITEM || k + 1 >= figure->at || !item_is_phrase(clause, k))
        return false;
    uint8_t class = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
    bool hangs =
        k > 0
        && (class == CLASS_PREPOSITION || class == CLASS_OF || class == CLASS_THAT || item_is_verbal(clause, k - 1));
    uint32_t head = clause->items[k].end - 1;
    hangs |= token_has(clause->tokens, head, CLASS_VALUED) || token_has(clause->tokens, head, CLASS_PACE);
    bool amount = figure->claim->kind == CLAIMEX_MONEY || figure->claim->kind == CLAIMEX_MEASURE;
    bool side = item_begins(clause, figure->at - 1, CLASS_CROSSED) || item_reads(clause, figure->at - 1, "in excess of")
                || (amount && k > 0 && item_reads(clause, k - 1, "with")
                    && (clause->words[clause->items[figure->at - 1].first].marks & WORD_BOUND));
    return figure_is_bare_age(figure) || (hangs && side && !figure->claim->role);
}

/* "fares in | the range | of $5 to $9" */
static bool is_range(const struct clause *clause, uint32_t item)
{
    return item_is_phrase(clause, item) && token_has(clause->tokens, clause->items[item].end - 1, CLASS_RANGING);
}

/* Is a figure, that is no date, among the few items before item k? */
static bool has_figure(const struct clause *clause, uint32_t k)
{
    for (uint32_t i = k; i > 0 && k - i < 6; i--)
        if (item_class(clause, i - 1) == CLASS_FIGURE)
            return true;
    return false;
}

/* "was common (48%)", "was alike between groups (27% vs 26%)": what stands before the bracket is not measured. */
static bool is_beside_the_point(const struct clause *clause, uint32_t open)
{
    if (item_class(clause, open) != CLASS_OPEN || open < 2)
        return false;
    const struct item *phrase = &clause->items[open - 1];
    uint64_t traits = clause->words[phrase->first].traits;
    bool state = phrase->end - phrase->outer == 1 && (traits & IS(ADJECTIVE)) && !(traits & (IS(NOUN) | IS(NAME)))
                 && item_is(clause, open - 2, IS(BE));
    bool between = item_class(clause, open - 2) == CLASS_BETWEEN && open > 2 && !item_is_verbal(clause, open - 3);
    return state || between; /* but "can tell between low numbers (1 vs 2)" */
}

#define LONGEST_ENTRY 12 /* items of a list that are looked at for a verb */

/* "made up | 3% | of | the town, | Danes | 2%": the share of something that was said before. */
static bool is_share_of_earlier(const struct figure *figure, uint32_t noun)
{
    if (!figure_is_share(figure->claim) || figure->claim->role) /* "sales fell 4%; profits | 6%" */
        return false;
    for (uint32_t i = noun; i > 0 && noun - i < LONGEST_ENTRY; i--)
        if (item_is_verbal(figure->clause, i - 1))
            return true;
    return false;
}

bool own_noun_of_entry(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t noun = figure->before;
    if (noun == NO_ITEM || noun < 2 || noun + 1 != figure->at || !item_is_phrase(clause, noun)
        || is_share_of_earlier(figure, noun))
        return false;
    uint8_t joint = item_class(clause, noun - 1), before = item_class(clause, noun - 2);
    uint32_t behind = figure->at + 1 + (item_class(clause, figure->at + 1) == CLASS_ADVERB); /* "5% y/y" */
    bool ends = behind >= clause->n_items || item_class(clause, behind) == CLASS_SEMICOLON
                || item_class(clause, behind) == CLASS_PERIOD || figure_opens_aside(clause, behind);
    bool goes_on = joint == CLASS_COMMA && (before == CLASS_FIGURE || before == CLASS_CLOSE || before == CLASS_ADVERB);
    goes_on |= joint == CLASS_SEMICOLON && !(item_head(clause, noun) & IS(NAME)); /* "fares: $5 in Oslo; Bergen $6" */
    return ends && goes_on && figure_take(figure, (struct item_range){ noun, noun });
}

/* "500 members, of | whom | half are women" */
static bool is_of_whom(const struct clause *clause, uint32_t k)
{
    return k != NO_ITEM && k > 2 && item_class(clause, k) == CLASS_RELATIVE && item_class(clause, k - 1) == CLASS_OF
           && figure_opens_aside(clause, k - 2) && item_is_phrase(clause, k - 3);
}

bool own_noun_before(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    uint32_t k = figure->before;
    if (is_of_whom(clause, k))
        return figure_take(figure, phrase_ending(clause, k - 3));
    if (is_side(figure, k))
        return figure_take(figure, (struct item_range){ k, k });
    if (k == NO_ITEM || k == 0 || !joins_noun(figure, k) || is_beside_the_point(clause, k))
        return false;
    k -= k > 1 && item_class(clause, k - 1) == CLASS_COMMA && item_reads(clause, k, "worth"); /* "a boat, worth $5" */
    k -= k > 1 && item_class(clause, k - 1) == CLASS_COMMA && item_reads(clause, k, "at");    /* "Sales, at $5, have" */
    k -= item_class(clause, k) == CLASS_FROM && item_class(clause, k - 1) == CLASS_COLON;     /* "Price: from $5" */
    bool of = item_class(clause, k) == CLASS_OF, label = item_class(clause, k) == CLASS_COLON && !has_figure(clause, k);
    k = of || label ? verbs_behind_times(clause, k) : k; /* "a drop in May of 5%", "Staff (2023): 40" */
    k -= of && k > 2 && item_reads(clause, k - 2, "in") && is_range(clause, k - 1) ? 2 : 0;
    if (k == 0 || !item_is_phrase(clause, k - 1) || (of && is_level(figure, k - 1)))
        return false;
    return (of && is_turn_in(figure, k - 1)) || figure_take(figure, valued(clause, k - 1, of));
}

bool own_noun_inside(const struct figure *figure)
{
    const struct tokens *tokens = figure->clause->tokens;
    const struct item *item = &figure->clause->items[figure->at];
    uint32_t noun = item->first + 1;
    if (figure->claim->kind != CLAIMEX_RATIO || noun + 1 >= item->end
        || tokens->token.items[noun].capital != CLASS_LOWER
        || !(token_has(tokens, noun + 1, CLASS_IN) || token_has(tokens, noun + 1, CLASS_OUT_OF)))
        return false;
    figure->claim->subject = (claimex_span){ tokens->token.items[noun].start, tokens->token.items[noun].end };
    return true;
}
