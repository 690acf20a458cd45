/* English words are several things ("rise", "report", "set"). What one is here follows from its neighbours: some
 * rules, most of which look one word to either side, are right most of the time. */
#include "context/words.h"

#include <string.h>

#include "context/behind_noun.h"
#include "context/neighbours.h"

/* "14 *lives*", "hundreds of *lives*", whatever the table says; but "one leaves" */
static bool is_bare_counted(const struct neighbours *n)
{
    bool one = slice_is(token_slice(n->tokens, n->at_before), "one");
    return (n->class_before == CLASS_OF || ((n->before & IS(FIGURE)) && !one))
           && token_has(n->tokens, n->at, CLASS_PLURAL);
}

/* "the 5%", "its nearly 5%", "China's 5%": the figure before. */
static bool is_behind_definite(const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at_before;
    while (k > 0 && n->at - k < 8
           && (words[k].class == CLASS_NUMBER || words[k].class == CLASS_HYPHEN || (words[k].traits & IS(ADVERB))))
        k--;
    return (words[k].traits & (IS(DETERMINER) | IS(POSSESSOR) | IS(ADJECTIVE))) || words[k].class == CLASS_POSSESSIVE;
}

/* "30% *walk* to work", "one in five *smoke*.", "15% *need* surgery"; but "a 5% use of it", "12 work permits" */
static bool is_done_by_share(uint64_t traits, const struct neighbours *n)
{
    if (!(traits & IS(VERB)) || !token_has(n->tokens, n->at, CLASS_DOING) || is_behind_definite(n))
        return false;
    bool bare = token_number_of(n->tokens, n->at, CLASS_DOING) && (n->behind & (IS(NOUN) | IS(NAME) | IS(GERUND)));
    return bare || neighbours_end_as_verb(n) || neighbours_go_on_as_verb(n);
}

/* "the 128 GB found in it", "5% left.", "a flat of 85 sq m cost $5", "those under 25 fell to 9%", "61% support the
 * plan"; but "a 5% cut to the rate". */
static bool is_verb_behind_figure(uint64_t traits, const struct neighbours *n)
{
    if (n->class_before == CLASS_NUMBER && n->class_behind == CLASS_TO && (traits & IS(AIM))
        && !word_ends_in_s(n->tokens, n->at))
        return traits_keep(traits, IS(VERB)); /* "40% *plan* to" */
    if (is_done_by_share(traits, n))
        return true;
    if ((traits & IS(VERB)) && word_ends_in_s(n->tokens, n->at) && n->at > 1 && neighbours_end_ratio(n, n->at - 1)
        && ((n->words[n->at + 1].marks & WORD_BOUND) || (n->behind & IS(FIGURE))))
        return true; /* "one in 20 *smokes* more than 20" */
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || (n->behind & IS(PREPOSITION));
    bool object = n->behind & (IS(DETERMINER) | IS(POSSESSOR));
    if ((traits & IS(VERB)) && object && token_has(n->tokens, n->at_before, CLASS_OLD))
        return true; /* "says the 93-year-old *finishes* his term" */
    if ((traits & IS(VERB)) && (n->behind & IS(FIGURE)) && token_has(n->tokens, n->at, CLASS_PRICING))
        return true;                                         /* "people under 25 *pay* $5" */
    bool own = (traits & (IS(PAST) | IS(VERB))) == IS(PAST); /* not "cut" */
    if ((traits & (IS(UP) | IS(DOWN))) && own && ends)       /* "sales of $5 *rose*." */
        return true;
    if (traits & (IS(UP) | IS(DOWN)))
        return (traits & IS(PAST))
               && (n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || (n->behind & IS(FIGURE)))
               && !is_behind_definite(n);
    bool share = token_has(n->tokens, n->at_before, CLASS_PERCENT) && !is_behind_definite(n);
    if (own && !(traits & IS(ADJECTIVE)) && n->class_behind == CLASS_TO)
        return true;       /* "of which 300 led to charges" */
    if (traits & IS(PAST)) /* "38% backed Ruiz"; but "40 injured Swedes", "its 38% owned Norvik" */
        return ends || object || (n->behind & (IS(FIGURE) | IS(ADVERB))) || (share && (n->behind & IS(NAME)));
    return (traits & IS(VERB)) && object && !neighbours_agree(n) && !is_behind_definite(n);
}

/* "…, *ranging* from $5", "…, *dropping* to $5", "…, *making* up 5%", "rose to $5 in May, *beating* forecasts"; but "In
 * May, *housing* starts fell" */
static bool is_gerund_behind_comma(uint64_t traits, const struct neighbours *n)
{
    bool turns = (traits & (IS(UP) | IS(DOWN)))
                 && (neighbours_go_on_as_verb(n) || (n->behind & IS(NAME)) || neighbours_turn_object(n, traits));
    bool particle = (n->behind & IS(ADVERB)) && (n->behind & (IS(UP) | IS(DOWN)))
                    && (n->words[n->at + 2].traits & (IS(FIGURE) | IS(DETERMINER)));
    uint64_t aside = n->at > 7 ? IS(FIGURE) | IS(WHEN) : IS(FIGURE);
    bool behind_figure = n->at > 1 && (n->words[n->at - 2].traits & aside)
                         && (n->behind & (IS(NOUN) | IS(NAME) | IS(DETERMINER) | IS(POSSESSOR) | IS(WHEN)));
    return n->class_behind == CLASS_FROM || turns || particle || behind_figure;
}

#define LONGEST_ASIDE 12u /* tokens: ", completed in 1932 for the king," */

/* "The bridge, completed in 1932, *spans*", "The hall, a landmark, *seats*", "Pay, now $5 a month, *buys*" */
static bool is_behind_aside(const struct neighbours *n)
{
    uint32_t k = n->at_before;
    while (k > 1 && n->at - k < LONGEST_ASIDE && n->words[k - 1].class != CLASS_COMMA)
        k--;
    if (k < 2 || n->at - k >= LONGEST_ASIDE || n->class_before != CLASS_COMMA)
        return false;
    const struct word *noun = &n->words[k - 2], *opening = &n->words[k];
    bool figure = opening->claim || ((opening->traits & IS(ADVERB)) && opening[1].claim);
    bool opened = (opening->traits & (IS(PAST) | IS(PREPOSITION))) || token_reading(n->tokens, k, CLASS_A);
    return figure || (opened && (noun->traits & (IS(NOUN) | IS(NAME))) && !word_ends_in_s(n->tokens, k - 2));
}

/* "falls to 1% and *rises* by 7%", "The fee, now 5%, *falls* to 4%" */
static bool is_turn_behind_mark(uint64_t traits, const struct neighbours *n)
{
    bool by = (n->behind & IS(PREPOSITION)) && (n->words[n->at + 2].traits & IS(FIGURE));
    return (traits & (IS(UP) | IS(DOWN)))
           && (by || n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || (n->behind & IS(FIGURE)));
}

/* "Oslo, which has grown, *plans* to", "The suspect, 34, *faces* up to 20 years" */
static bool is_verb_behind_comma(uint64_t traits, const struct neighbours *n)
{
    bool inserted = is_behind_aside(n);
    bool object = inserted ? (n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR))) != 0
                           : (n->behind & (IS(DETERMINER) | IS(POSSESSOR))) && !(n->behind & IS(FIGURE));
    bool amount = object || (n->words[n->at + 1].marks & WORD_BOUND);
    bool turns = n->at > 2 && neighbours_turn_object(n, traits); /* "The law, passed in May, *cuts* costs by $5" */
    return turns || ((traits & IS(AIM)) && n->class_behind == CLASS_TO) || (inserted && is_turn_behind_mark(traits, n))
           || (amount && !(traits & (IS(UP) | IS(DOWN) | IS(REPORT) | IS(SHOW))));
}

#define MOST_TO_SECOND_VERB 20u /* words */

/* "seats 38 and *runs* 240 km", "has a screen, and *costs* $5": a figure or a plural behind the second of two verbs in
 * the singular. */
static bool is_second_verb(const struct neighbours *n)
{
    bool plural = (n->behind & IS(NOUN)) && word_ends_in_s(n->tokens, n->at + 1);
    if (!plural && !(n->behind & IS(FIGURE)) && !(n->words[n->at + 1].marks & WORD_BOUND))
        return false;
    for (uint32_t k = n->at_before; k > 0 && n->at - k < MOST_TO_SECOND_VERB; k--) {
        uint64_t open = n->words[k - 1].traits & IS_OPEN;
        if (n->words[k - 1].class == CLASS_PERIOD || n->words[k - 1].class == CLASS_SEMICOLON)
            return false;
        if ((open == IS(VERB) || (n->words[k - 1].traits & (IS(HAVE) | IS(DO)))) && word_ends_in_s(n->tokens, k - 1))
            return true;
    }
    return false;
}

/* Behind a comma, "and" or another mark, where a clause may begin or go on. */
static uint64_t behind_mark(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST);
    bool comma = n->class_before == CLASS_COMMA, joined = n->class_before == CLASS_AND;
    bool clause = (n->behind & IS(NOUN)) && word_ends_in_s(n->tokens, n->at + 1)
                  && (n->words[n->at + 2].traits & (IS(PAST) | IS_HELPER)); /* ", *show* profits rose" */
    bool said = clause || (n->behind & (IS(THAT) | IS(NAME) | IS(DETERMINER) | IS(POSSESSOR)));
    if (comma && (traits & (IS(REPORT) | IS(SHOW))) && said)
        return traits_keep(traits, IS_VERBAL); /* "Ma, the founder, *notes* that", "5% left, *estimates* Ma" */
    if (comma && (traits & IS(GERUND)) && is_gerund_behind_comma(traits, n))
        return traits_keep(traits, IS(GERUND));
    bool ending = (traits & IS(VERB)) && word_ends_in_s(n->tokens, n->at);
    bool parallel = joined && ending && is_second_verb(n);
    parallel |= joined && (traits & IS(AIM)) && n->class_behind == CLASS_TO
                && (n->words[n->at + 2].traits & IS(VERB)); /* "has sold 5 and *hopes* to sell 6" */
    if (ending
        && ((comma && is_verb_behind_comma(traits, n)) || (joined && is_turn_behind_mark(traits, n)) || parallel))
        return traits_keep(traits, IS(VERB));
    bool opens = comma || joined || n->class_before == CLASS_QUOTE || n->class_before == CLASS_CLOSE
                 || n->class_before == CLASS_DASH;
    if (opens && (traits & IS(PAST)))
        return traits_keep(traits, IS(PAST));
    return traits_keep(traits, opens && neighbours_go_on_as_verb(n) && !(traits & IS(NOUN)) ? IS(VERB) : nominal);
}

/* "its target of *cutting* emissions | 50%" */
static bool is_before_share(const struct neighbours *n)
{
    uint32_t k = n->at + 1;
    while (k < n->at + 5 && (n->words[k].marks & WORD_NOMINAL) && !n->words[k].claim)
        k++;
    return k > n->at + 1 && n->words[k].claim && k + 1 < n->tokens->token.count
           && token_has(n->tokens, k + 1, CLASS_PERCENT);
}

/* "after *falling* by 5%", "the plan of *cutting* costs by 5%" */
static bool turns_here(uint64_t traits, const struct neighbours *n)
{
    bool led = (n->before & (IS(PREPOSITION) | IS(SUBORDINATE))) || n->class_before == CLASS_OF;
    return led && (traits & (IS(UP) | IS(DOWN)))
           && (neighbours_go_on_as_verb(n) || neighbours_turn_object(n, traits) || is_before_share(n));
}

/* "fiscal 1987 *ending* June 30", "*spending* $5", "keeps *running*"; but "cuts *existing* taxes" */
static bool is_verbal_gerund(uint64_t traits, const struct neighbours *n)
{
    bool object = n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR));
    bool between_dates = (n->behind & IS(WHEN)) && n->at > 0 && (n->words[n->at - 1].traits & IS(WHEN));
    bool adjective =
        (traits & IS(ADJECTIVE)) && !(traits & (IS(UP) | IS(DOWN))) && (n->behind & (IS(NOUN) | IS(ADJECTIVE)));
    bool subject =
        (n->before & (IS(REPORT) | IS(SHOW))) && (n->behind & (IS(PAST) | IS_HELPER)); /* "said funding fell" */
    bool ends = (n->behind & (IS(PREPOSITION) | IS(FIGURE))) || n->class_behind == CLASS_TO
                || n->class_behind == CLASS_FROM || n->class_behind == CLASS_PERIOD;
    bool turned = (n->before & (IS(UP) | IS(DOWN))) && ends && !object; /* "cuts *spending* by 5%" */
    return between_dates || (object && (!neighbours_open_phrase(n) || n->class_before == CLASS_NUMBER))
           || ((n->before & IS_VERBAL & ~IS(GERUND)) && !adjective && !subject && !turned);
}

/* Whatever the table says: "the *hunt*", "the *accused* was", "a *grounding* for two months", "48 hours of *rioting*".
 */
static bool is_surely_noun(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST), open = traits & IS_OPEN;
    if (!(traits & (nominal | IS(ADVERB))))
        return (neighbours_open_phrase(n) && n->class_before != CLASS_NUMBER) || is_bare_counted(n);
    if (open == IS(PAST))
        return (n->before & IS(DETERMINER)) && (n->behind & (IS(PAST) | IS_MODAL | IS(HAVE) | IS(BE)))
               && !(n->behind & (IS(NOUN) | IS(ADJECTIVE)));
    if (open != IS(GERUND))
        return false;
    bool ends = (n->behind & IS(PREPOSITION)) || n->class_behind == CLASS_OF || n->class_behind == CLASS_PERIOD;
    if (neighbours_open_phrase(n) && !(n->before & IS(PRONOUN))) /* but "saw her running in" */
        return ends;
    return n->class_before == CLASS_OF && !(traits & (IS(UP) | IS(DOWN)))
           && (ends || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_AND
               || (n->behind & (IS(PAST) | IS_HELPER)));
}

/* "The law passed in May *raised* sales by": a date cannot be what is raised, and a noun with its participle wants a
 * verb; but "said in May *increased* sales". */
static bool is_verb_of_participle(uint64_t traits, const struct neighbours *n)
{
    const struct word *led = n->at_before > 1 ? &n->words[n->at_before - 1] : NULL;
    return n->behind_date && (traits & IS(PAST)) && (n->before & IS(PREPOSITION)) && led && (led->traits & IS(PAST))
           && !(led->traits & (IS(REPORT) | IS(SHOW) | IS(UP) | IS(DOWN) | IS(SHIFT)))
           && (led[-1].traits & (IS(NOUN) | IS(NAME)));
}

/* "eight days | *ending* last Sunday", "18 years | *starting* in"; but "a two-day *meeting* in" */
static bool is_behind_length(const struct neighbours *n)
{
    return token_reading(n->tokens, n->at_before, CLASS_TIMEUNIT) && word_ends_in_s(n->tokens, n->at_before)
           && (n->behind & (IS(PREPOSITION) | IS(WHEN)));
}

/* "its 2026 growth *forecast* to", "the 2025 *forecast* for": of a year that is told between; but "the 2026 budget
 * *forecast* a deficit" */
static bool is_of_year(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at;
    if (!(traits & IS(NOUN)) || !(traits & (IS(REPORT) | IS(SHOW))))
        return false;
    while (k > 0 && n->at - k < 4 && (words[k - 1].traits & (IS(NOUN) | IS(ADJECTIVE))) && !words[k - 1].claim)
        k--;
    uint32_t noun = k;
    while (k > 0 && noun - k < 4 && (words[k - 1].traits & IS(WHEN)))
        k--;
    return k > 0 && k < noun && (words[k - 1].traits & (IS(DETERMINER) | IS(POSSESSOR)))
           && !(n->behind & (IS(DETERMINER) | IS(POSSESSOR) | IS(NOUN) | IS(ADJECTIVE) | IS(NAME) | IS(THAT)));
}

/* Whatever else stands around it. */
static bool is_surely_past(uint64_t traits, const struct neighbours *n)
{
    if (!(traits & IS(PAST)))
        return false;
    if (n->behind_date && (neighbours_go_on_as_verb(n) || (n->before & IS(WHEN))))
        return true; /* "revenue in 2020 *fell* to", "The 1990s *saw* growth" */
    if ((n->before & (IS(THAT) | IS(BUT))) && (neighbours_go_on_as_verb(n) || n->at == 1))
        return true; /* "pregnancies that *ended* in", "That *left* debt at", "but *rose* 5%" */
    bool turn = (traits & (IS(UP) | IS(DOWN))) && (n->behind & IS(FIGURE));
    if (turn && !(traits & IS(VERB)) && (n->before & (IS(VERB) | IS(PAST))) && !(n->before & IS_HELPER))
        return true; /* "the price he paid *rose* 5%" */
    bool several = n->at_before > 0 && (n->words[n->at_before - 1].traits & IS(NOUN))
                   && word_ends_in_s(n->tokens, n->at_before - 1);
    if (turn && !(traits & IS(VERB)) && several && (n->before & IS_OPEN) == IS(ADJECTIVE))
        return true; /* "Loans outstanding *rose* 5%" */
    if (turn && n->class_before == CLASS_POSSESSIVE)
        return true; /* "Ford's sales rose 5% while GM's *fell* 6%" */
    return is_verb_of_participle(traits, n);
}

/* Behind "to", a modal or "did". */
static uint64_t infinitive(uint64_t traits, const struct neighbours *n)
{
    if ((n->before & IS_MODAL) && (traits & IS_OPEN) == IS(NOUN) && neighbours_go_on_as_verb(n))
        return (traits & ~IS_OPEN) | IS(VERB); /* "will *burden* the", whatever the table says */
    return (traits & IS(VERB)) ? traits_keep(traits, IS(VERB)) : traits;
}

/* "by *promising* to", "18 years *starting* in 1995", "before *closing* at $5" */
static bool is_surely_gerund(uint64_t traits, const struct neighbours *n)
{
    bool aims = (traits & IS(AIM)) && n->class_behind == CLASS_TO;
    bool length = (n->before & IS(FIGURE)) && is_behind_length(n);
    bool goes_on = n->at + 1 < n->tokens->token.count
                   && (slice_is(token_slice(n->tokens, n->at + 1), "at")
                       || ((n->behind & IS(ADVERB)) && (n->behind & (IS(UP) | IS(DOWN))))); /* "*ending* down 3%" */
    bool settles = (n->before & IS(PREPOSITION)) && token_has(n->tokens, n->at, CLASS_SETTLING) && goes_on;
    return (traits & IS(GERUND)) && (aims || length || settles || turns_here(traits, n) || is_verbal_gerund(traits, n));
}

/* "a $5 *bid* to buy it" */
static bool is_noun_behind_figure(uint64_t traits, const struct neighbours *n)
{
    return (traits & IS(PAST)) && (traits & IS(NOUN)) && n->class_behind == CLASS_TO && !(traits & (IS(UP) | IS(DOWN)))
           && is_behind_definite(n);
}

/* "a $45 a share *bid*", "its 5p a litre *cut*" */
static bool is_noun_behind_rate(uint64_t traits, const struct neighbours *n)
{
    uint32_t k = n->at_before;
    if (!(traits & IS(NOUN)) || k < 3 || !token_reading(n->tokens, k - 1, CLASS_A))
        return false;
    for (k -= 2; k > 0 && n->at - k < 12 && n->words[k].claim; k--)
        ;
    return k + 3 <= n->at_before
           && ((n->words[k].traits & (IS(DETERMINER) | IS(POSSESSOR))) || n->words[k].class == CLASS_POSSESSIVE);
}

/* By the word before alone. */
static uint64_t by_word_before(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST);
    if (neighbours_open_phrase(n))
        return traits_keep(traits, (traits & IS(NOUN)) ? IS(NOUN) | IS(ADJECTIVE) : nominal);
    if (n->before & (IS(BE) | IS(HAVE))) {
        uint64_t participle = IS(PAST) | IS(GERUND);
        return traits_keep(traits, (traits & participle) ? participle : IS(NOUN) | IS(ADJECTIVE) | IS(ADVERB));
    }
    if (n->before & (IS(PRONOUN) | IS(RELATIVE)))
        return traits_keep(traits, IS(VERB) | IS(PAST));
    if ((n->before & (IS(PREPOSITION) | IS(ACCORDING))) || n->class_before == CLASS_OF || n->class_before == CLASS_FROM)
        return traits_keep(traits, nominal);
    if (n->before & (IS(NOUN) | IS(NAME)))
        return behind_noun_resolve(traits, n);
    if (n->before & IS(ADVERB)) { /* but "the clear-up *rate*" */
        bool part = n->at_before > 0 && n->words[n->at_before - 1].class == CLASS_HYPHEN;
        return traits_keep(traits, part && (traits & IS(NOUN)) ? nominal : IS(PAST) | IS(VERB));
    }
    return behind_mark(traits, n);
}

/* "This *represents* 5% of it", "this *cuts* costs", "each *costs* $5": no plural stands behind "this"; but "this gas",
 * "this process" are singular, and "this sports car" is no verb. */
static bool is_verb_of_this(uint64_t traits, const struct neighbours *n)
{
    struct slice word = token_slice(n->tokens, n->at);
    bool this = token_has(n->tokens, n->at_before, CLASS_SINGULAR) || token_has(n->tokens, n->at_before, CLASS_EACH);
    bool verb = (traits & IS(VERB)) && word.length > 3 && word_ends_in_s(n->tokens, n->at)
                && memchr("sua", word.bytes[word.length - 2], 3) == NULL;
    bool objects = (n->behind & IS(NOUN)) && word_ends_in_s(n->tokens, n->at + 1);
    return (n->before & IS(DETERMINER)) && this && verb && (neighbours_go_on_as_verb(n) || objects);
}

/* "Most *expect* a rise", "those *remain* on it": nor does a singular behind "most"; but "these people in", "some ink
 * for". */
static bool is_verb_of_many(uint64_t traits, const struct neighbours *n)
{
    bool many = (n->before & IS(DETERMINER)) && (n->before & IS(MANY));
    bool several = (traits & IS(MANY)) || token_has(n->tokens, n->at, CLASS_PLURAL) || word_ends_in_s(n->tokens, n->at);
    bool sure = !(traits & IS(NOUN)) || (traits & (IS(REPORT) | IS(SHOW) | IS(EXPECT) | IS(AIM)));
    return many && sure && (traits & IS(VERB)) && !several && neighbours_go_on_as_verb(n)
           && !(n->behind & (IS(NOUN) | IS(ADJECTIVE)));
}

/* "United *won* 3 games", "Town *won* the cup"; but "the Korean won" */
static bool is_won(uint64_t traits, const struct neighbours *n)
{
    bool led = n->at_before > 0 && (n->words[n->at_before - 1].marks & WORD_DETERMINER);
    return (traits & IS(PAST)) && token_has(n->tokens, n->at, CLASS_CURRENCY) && !led
           && !(n->before & (IS(DETERMINER) | IS(FIGURE)))
           && ((n->behind & (IS(DETERMINER) | IS(POSSESSOR)))
               || (n->at + 1 < n->tokens->token.count && token_has(n->tokens, n->at + 1, CLASS_NUMBER)));
}

static uint64_t here(uint64_t traits, const struct neighbours *n)
{
    if (is_verb_of_this(traits, n) || is_verb_of_many(traits, n))
        return traits_keep(traits, IS(VERB));
    if (is_surely_past(traits, n) || is_won(traits, n))
        return traits_keep(traits, IS(PAST));
    if ((n->before & IS(THAT)) && (traits & IS(VERB)) && (n->behind & (IS(DETERMINER) | IS(POSSESSOR) | IS(PRONOUN))))
        return traits_keep(traits, IS(VERB)); /* "a deal that *values* the firm" */
    if (n->class_before == CLASS_TO || (n->before & (IS_MODAL | IS(DO))))
        return infinitive(traits, n);
    if (is_surely_gerund(traits, n))
        return traits_keep(traits, IS(GERUND));
    if ((n->class_before == CLASS_NUMBER && is_noun_behind_figure(traits, n)) || is_noun_behind_rate(traits, n))
        return traits_keep(traits, IS(NOUN));
    if (n->class_before == CLASS_NUMBER && is_verb_behind_figure(traits, n))
        return traits_keep(traits, (traits & IS(PAST)) ? IS(PAST) : IS(VERB));
    if (is_surely_noun(traits, n))
        return (traits & ~IS_OPEN) | IS(NOUN);
    return by_word_before(traits, n);
}

/* "*Asking* prices have fallen", "*Living* costs rose", "*Reported* cases fell"; but "Cutting rates has a price" */
static bool is_gerund_of_subject(const struct tokens *tokens, const struct word *words)
{
    if (tokens->token.count < 4 || !(words[0].traits & (IS(GERUND) | IS(PAST)))
        || (words[0].traits & (IS(UP) | IS(DOWN))) || !(words[1].traits & IS(NOUN)))
        return false;
    uint64_t verb = words[2].traits;
    bool other = word_ends_in_s(tokens, 1) && token_has(tokens, 2, CLASS_SINGULAR);
    return !other && ((verb & (IS(BE) | IS(HAVE) | IS_MODAL)) || (verb & (IS(PAST) | IS(NOUN))) == IS(PAST));
}

#define LONGEST_SEEN 8u /* words: "see earnings per share at the bank | rising" */

/* "*sees* prices | rising 5%", "*sees* growth | at 5%", "is *seen* | falling": behind what is seen; but "the city sees
 * 5 million visitors" to the end. */
static uint32_t behind_seen(const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at + 1;
    if (slice_is(token_slice(n->tokens, n->at), "seen"))
        return k;
    while (k < n->at + LONGEST_SEEN && !(words[k].traits & IS(GERUND))
           && ((words[k].marks & (WORD_NOMINAL | WORD_DETERMINER)) || words[k].class == CLASS_OF
               || words[k].class == CLASS_POSSESSIVE || (words[k].traits & IS(WHEN))
               || ((words[k].traits & IS(PREPOSITION)) && !slice_is(token_slice(n->tokens, k), "at"))))
        k++;
    return k;
}

/* "(about) 3%", "$5m": what is told in money or percent is an outlook. */
static bool is_sum(const struct neighbours *n, uint32_t k)
{
    k += (n->words[k].marks & (WORD_BOUND | WORD_DETERMINER)) != 0;
    for (uint32_t claim = n->words[k].claim; claim && n->words[k].claim == claim; k++)
        if (token_has(n->tokens, k, CLASS_PERCENT) || token_has(n->tokens, k, CLASS_CURRENCY))
            return true;
    return false;
}

/* What somebody sees coming is expected, and the word behind it no noun. */
static bool foresees(const struct neighbours *n, struct word *behind)
{
    struct slice before = token_slice(n->tokens, n->at_before);
    bool passive = slice_is(token_slice(n->tokens, n->at), "seen");
    if (passive && !slice_is(before, "is") && !slice_is(before, "are"))
        return false;
    uint32_t k = (uint32_t)(behind - n->words);
    bool turns = (behind->traits & IS(GERUND))
                 && ((behind->traits & (IS(UP) | IS(DOWN) | IS(SHIFT))) || is_sum(n, k + 1)); /* "averaging | 2%" */
    if (turns)
        word_decide(behind, traits_keep(behind->traits, IS(GERUND)));
    return turns || (!passive && behind[-1].class == CLASS_OF && is_sum(n, k)) /* "sees growth of | 3%" */
           || (k < n->tokens->token.count && slice_is(token_slice(n->tokens, k), "at")
               && ((behind[1].traits & IS(FIGURE)) || (behind[1].marks & WORD_BOUND)));
}

/* A report or a finding, and no verb: "the new *forecast* is", "its worst *forecast* in". */
static bool is_reported_thing(uint64_t traits, const struct neighbours *n)
{
    bool possessed = n->before & (IS(DETERMINER) | IS(POSSESSOR));
    bool verb_follows = neighbours_open_phrase(n) && (n->behind & (IS(BE) | IS(HAVE) | IS_MODAL));
    bool described = (traits & IS(NOUN)) && (n->before & IS_OPEN) == IS(ADJECTIVE) && (n->behind & IS(PREPOSITION));
    bool moved = (traits & IS(NOUN)) && (n->before & IS(NOUN)) && neighbours_are_of_change(n);
    return possessed || verb_follows || neighbours_are_of_turned_thing(n) || described || moved
           || n->class_behind == CLASS_OF || neighbours_are_of_period(n);
}

/* What the table takes for a verb or an adverb, and the place does not: "*Exports* fell", "*Kelly* said". */
static bool is_noun_that_opens(uint64_t traits, const struct neighbours *n)
{
    bool verb = (traits & IS_OPEN) == IS(VERB) && word_ends_in_s(n->tokens, n->at);
    bool name = (traits & IS_OPEN) == IS(ADVERB) && !n->tokens->token.items[n->at].form
                && (n->behind & (IS(REPORT) | IS(SHOW)));
    bool called = (traits & IS_OPEN) == IS(PAST) && (traits & (IS(UP) | IS(DOWN))) /* "*Rose* said", "*Rose*'s shop" */
                  && (n->class_behind == CLASS_POSSESSIVE || (n->behind & (IS(REPORT) | IS(SHOW))));
    return n->at == 0 && (verb || name || called || is_gerund_of_subject(n->tokens, n->words));
}

/* "are due to | rise to 5%", "is due to | begin": an infinitive; but "is due to demand for it" */
static bool is_due(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    if (i < 2 || !(words[i].traits & IS(VERB)) || !(words[i - 1].traits & IS(PREPOSITION))
        || !(words[i - 2].traits & IS(BE)) || !slice_is(token_slice(tokens, i - 1), "due to"))
        return false;
    bool by = slice_is(token_slice(tokens, i + 1 < tokens->token.count ? i + 1 : i), "by");
    bool turns = words[i + 1].class == CLASS_TO || words[i + 1].class == CLASS_FROM || words[i + 1].claim || by;
    return !(words[i].traits & IS(NOUN)) || (words[i + 1].marks & WORD_DETERMINER)
           || ((words[i].traits & (IS(UP) | IS(DOWN))) && turns);
}

static bool is_led_figure(const struct word *words)
{
    bool led = words->class == CLASS_TO || words->class == CLASS_FROM || (words->traits & IS(PREPOSITION));
    return (words[led].traits & IS(FIGURE)) != 0;
}

/* "Recycling | *rose* 5%", "Overfishing | *cut* stocks by 5%", "Smoking | *cost* $5": what is done is the subject. */
static bool is_verb_of_gerund(const struct tokens *tokens, const struct word *words)
{
    const struct word *verb = words + 1;
    bool turns = (verb->traits & (IS(UP) | IS(DOWN) | IS(SHIFT))) || token_has(tokens, 1, CLASS_COSTING);
    if (tokens->token.count < 4 || !turns || !(verb->traits & IS(PAST)) || (words->traits & IS_OPEN) != IS(GERUND)
        || (words->traits & (IS(UP) | IS(DOWN) | IS(REPORT) | IS(SHOW))))
        return false;
    bool object = (words[2].traits & IS(NOUN)) && !(words[2].traits & IS(FIGURE));
    return is_led_figure(verb + 1 + object);
}

void words_resolve(const struct tokens *tokens, struct word *words, uint32_t i)
{
    uint64_t traits = words[i].traits;
    if (i == 1 && is_verb_of_gerund(tokens, words)) {
        word_decide(&words[0], (words[0].traits & ~IS_OPEN) | IS(NOUN));
        word_decide(&words[1], (traits & ~IS_OPEN) | IS(PAST));
        return;
    }
    if (words[i].marks & WORD_SEVERAL) {
        if ((traits & IS(REPORT)) && i > 0 && (words[i - 1].marks & WORD_DETERMINER))
            word_decide(&words[i], IS(NOUN)); /* "his calls for", "no call for" */
        return;
    }
    if (is_due(tokens, words, i))
        word_decide(&words[i - 1], IS(EXPECT));
    struct neighbours n = neighbours_of(tokens, words, i);
    if (is_of_year(traits, &n)) {
        word_decide(&words[i], traits_keep(traits, IS(NOUN)));
        return;
    }
    if ((traits & IS(EXPECT)) && token_has(tokens, i, CLASS_SEEING) && !foresees(&n, &words[behind_seen(&n)]))
        traits &= ~(IS(EXPECT) | IS(SHOW));
    if ((traits & (IS(REPORT) | IS(SHOW))) && (traits & IS(PAST)) && !is_reported_thing(traits, &n))
        traits &= ~(IS(ADJECTIVE) | IS(NOUN));
    word_decide(&words[i], is_noun_that_opens(traits, &n) ? (traits & ~IS_OPEN) | IS(NOUN) : here(traits, &n));
}
