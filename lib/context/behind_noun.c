/* Behind a noun stands its verb ("sales *rise*"), or one more noun ("a sales *rise*"): what agrees in number, what
 * follows, and whether the clause has its verb already tell them apart. */
#include "context/behind_noun.h"

/* "Mr Ruiz", which names no thing of many ("Ford claims"). */
static bool is_behind_title(const struct neighbours *n)
{
    uint32_t k = n->at_before;
    while (k > 0 && n->at - k < 4 && ((n->words[k].traits & IS(NAME)) || n->words[k].class == CLASS_PERIOD)
           && !token_has(n->tokens, k, CLASS_ABBREVIATION))
        k--;
    return k < n->at_before && token_has(n->tokens, k, CLASS_ABBREVIATION);
}

/* "5% left, the bank *estimates*.": nothing but who says so behind the last comma. */
static bool is_tag(const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at;
    bool last = n->class_behind == CLASS_PERIOD || (!n->class_behind && !n->behind);
    if (!last || !word_ends_in_s(n->tokens, n->at) || word_ends_in_s(n->tokens, n->at_before))
        return false;
    while (k > 0 && n->at - k < 8 && !words[k - 1].claim
           && ((words[k - 1].marks & (WORD_NOMINAL | WORD_DETERMINER)) || words[k - 1].class == CLASS_POSSESSIVE))
        k--;
    return k > 1 && words[k - 1].class == CLASS_COMMA && (words[k].marks & WORD_DETERMINER);
}

/* "…, the paper *reports*." "The poll *shows* Trump …", "Mr Ruiz *claims* farmers earn" */
static bool is_saying(uint64_t traits, const struct neighbours *n)
{
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_QUOTE
                || n->class_behind == CLASS_COLON;
    return (traits & (IS(REPORT) | IS(SHOW)))
           && ((ends && ((n->before & IS(NAME)) || !(traits & IS(REPORT_NOUN)))) || (n->behind & IS(NAME))
               || is_behind_title(n) || is_tag(n));
}

/* "prices at the port *rise* 5%"; but "net *profit* 5 million" */
static bool follows_plural(const struct neighbours *n)
{
    uint64_t phrase =
        IS(NAME) | IS(NOUN) | IS(ADJECTIVE) | IS(DETERMINER) | IS(POSSESSOR) | IS(PREPOSITION) | IS(PRONOUN);
    for (uint32_t k = n->at; k > 0 && n->at - k < 12; k--) {
        const struct word *word = &n->words[k - 1];
        if (word->claim || (!(word->traits & phrase) && word->class != CLASS_OF))
            return false;
        if (word_ends_in_s(n->tokens, k - 1) || (word->traits & (IS(MANY) | IS(PRONOUN))))
            return true;
    }
    return false;
}

/* "figures from the ministry *show* sales rose", "5% left, figures released by the port *show*." */
static bool is_of_reports(const struct neighbours *n)
{
    for (uint32_t k = n->at; k > 0 && n->at - k < 8 && !word_ends_in_s(n->tokens, n->at); k--) {
        const struct word *word = &n->words[k - 1];
        if ((word->traits & IS(REPORT_NOUN)) && (word_ends_in_s(n->tokens, k - 1) || (word->traits & IS(MANY))))
            return true;
        if (word->claim
            || !((word->marks & (WORD_NOMINAL | WORD_DETERMINER)) || (word->traits & (IS(PREPOSITION) | IS(PAST)))))
            return false;
    }
    return false;
}

/* Behind "a" or "an" and its nouns no plain verb can follow: "a Post-ABC News *poll*"; but "people with a degree
 * *earn*".
 */
static bool is_in_singular(const struct neighbours *n)
{
    uint32_t k = n->at;
    while (k > 0 && n->at - k < 8
           && ((n->words[k - 1].traits & (IS(NAME) | IS(NOUN) | IS(ADJECTIVE) | IS(FIGURE)))
               || n->words[k - 1].class == CLASS_HYPHEN))
        k--;
    bool object = (n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR))) || n->class_behind == CLASS_TO;
    bool hangs = k > 1 && (n->words[k - 2].traits & IS(PREPOSITION)) && !(n->words[n->at].traits & IS(NOUN)) && object;
    return k > 0 && k < n->at && token_reading(n->tokens, k - 1, CLASS_A) && !word_ends_in_s(n->tokens, n->at)
           && !hangs;
}

/* Where no clause goes on to the left. */
static bool bounds_clause(const struct word *word)
{
    uint8_t class = word->class;
    return (word->traits & (IS(SUBORDINATE) | IS(RELATIVE) | IS(THAT) | IS(PRONOUN) | IS(BUT)))
           || (class && class != CLASS_NUMBER && class != CLASS_OF && class != CLASS_TO && class != CLASS_FROM
               && class != CLASS_HYPHEN && class != CLASS_POSSESSIVE && class != CLASS_PER && class != CLASS_PERIOD);
}

/* Helpers and verbs; but a participle behind a noun ("the unit *bought* by", "to be *sold* in") may be no verb of the
 * clause. */
static bool is_surely_verb(const struct word *words, uint32_t i)
{
    uint64_t traits = words[i].traits, before = i > 0 ? words[i - 1].traits : 0;
    bool to = i > 0 && words[i - 1].class == CLASS_TO;
    if (traits & IS_HELPER)
        return !to;
    if (words[i].class || !(traits & IS_VERBAL) || (traits & (IS(NOUN) | IS(ADJECTIVE))) || i == 0)
        return false;
    bool reduced = (before & (IS(NOUN) | IS(NAME) | IS(BE))) && (words[i + 1].traits & IS(PREPOSITION));
    bool verbal = words[i - 1].class || (before & (IS(PREPOSITION) | IS_VERBAL | IS_HELPER));
    return (traits & IS(GERUND)) ? verbal : !((traits & IS(PAST)) && reduced);
}

/* Has the clause its verb already? "The airline bought two Norvik *planes* for", "to raise interest *rates* twice"; but
 * "said profit rises", "the plan to build homes *costs* $5". */
static bool is_object(const struct neighbours *n)
{
    if ((n->behind & IS(FIGURE)) && token_has(n->tokens, n->at, CLASS_COSTING))
        return false;
    for (uint32_t k = n->at; k > 0 && n->at - k < 16 && !bounds_clause(&n->words[k - 1]); k--) {
        if (slice_is(token_slice(n->tokens, k - 1), "as")) /* "is to rise as the town *faces* a" */
            return false;
        if (is_surely_verb(n->words, k - 1))
            return !(n->words[k - 1].traits & (IS(REPORT) | IS(SHOW) | IS(EXPECT)));
    }
    return false;
}

/* "Ford *profits* for May *fell*", "wheat *exports* in 1987 *are*": does a verb follow at once, or what hangs on the
 * noun and a verb? */
static bool is_before_verb(const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at + 1, n_words = (uint32_t)n->tokens->token.count;
    uint32_t end = n->at + 9 < n_words ? n->at + 9 : n_words;
    bool hangs = (words[k].traits & IS(PREPOSITION)) || words[k].class == CLASS_OF;
    while (hangs && k < end && !bounds_clause(&words[k]) && !(words[k].traits & (IS_HELPER | IS(PAST))))
        k++;
    uint64_t turns = IS(UP) | IS(DOWN) | IS(SHIFT);
    bool amount =
        (words[k + 1].traits & IS(FIGURE)) || (words[k + 1].marks & WORD_BOUND); /* "costs at it averaged 5" */
    bool past = (words[k].traits & IS(PAST)) && (!hangs || (words[k].traits & turns) || amount)
                && ((words[k + 1].traits & (IS(PREPOSITION) | IS(FIGURE) | IS(ADVERB) | IS(DETERMINER)))
                    || words[k + 1].class == CLASS_TO || words[k + 1].class == CLASS_FROM);
    return past || ((words[k].traits & IS_HELPER) && !(words[k].traits & IS(NOUN)));
}

/* "Ford *cuts* car output by 5%" */
static bool is_turn_of_object(uint64_t traits, const struct neighbours *n)
{
    return word_ends_in_s(n->tokens, n->at) && !word_ends_in_s(n->tokens, n->at_before)
           && neighbours_turn_object(n, traits);
}

/* "a drop in pre-tax *profits* to $5", "the rise in interest *rates* from 4%": what a noun of change is about. */
static bool is_of_turn(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at;
    bool end = n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || (n->behind & IS(PREPOSITION));
    if (!end || !(traits & IS(NOUN)) || (traits & (IS(UP) | IS(DOWN))))
        return false;
    while (k > 0 && n->at - k < 8
           && ((words[k - 1].marks & (WORD_NOMINAL | WORD_DETERMINER)) || (words[k - 1].traits & IS(WHEN))
               || words[k - 1].class == CLASS_HYPHEN || words[k - 1].class == CLASS_POSSESSIVE))
        k--;
    bool in = k > 1 && (words[k - 1].class == CLASS_OF || slice_is(token_slice(n->tokens, k - 1), "in"));
    return in && (words[k - 2].traits & (IS(UP) | IS(DOWN))) && (words[k - 2].traits & IS(NOUN));
}

/* "offered a 5% tax *cut*.", "took a 5% pay *cut* to keep it", "its 3% price *cut* was": of so much, where the clause
 * has its verb elsewhere or none can follow ("despite the 2% rate *cut*"). */
static bool is_turn_of_figure(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at;
    bool goes_on =
        (n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR) | IS(NOUN) | IS(NAME) | IS(ADVERB)))
        || n->class_behind == CLASS_FROM
        || (n->class_behind == CLASS_TO && (words[n->at + 2].claim || !(words[n->at + 2].traits & IS(VERB))));
    if (goes_on || !(traits & IS(NOUN)) || !(traits & (IS(UP) | IS(DOWN))))
        return false;
    while (k > 0 && n->at - k < 6 && !words[k - 1].claim && (words[k - 1].traits & (IS(NOUN) | IS(ADJECTIVE))))
        k--;
    bool figure = k > 0 && k < n->at && words[k - 1].claim;
    while (k > 0 && words[k - 1].claim)
        k--;
    if (!figure || k == 0 || !(words[k - 1].marks & WORD_DETERMINER))
        return false;
    bool led = k > 1 && ((words[k - 2].traits & IS(PREPOSITION)) || words[k - 2].class == CLASS_OF);
    return led || (n->behind & (IS_HELPER | IS(PAST))) || is_object(n);
}

/* Where a clause begins, or the share whose whole is its subject: "that | banks", "80% of | banks", "says | 3 banks" */
static bool is_clause_start(const struct word *words, uint32_t i, uint32_t head)
{
    uint32_t counted = i;
    while (words[head].counted && i - counted < 6 && counted > 0
           && (words[counted - 1].claim || (words[counted - 1].marks & (WORD_BOUND | WORD_DETERMINER))))
        counted--;
    if (i == 0 || (words[i - 1].traits & (IS(THAT) | IS(SUBORDINATE))) || words[i - 1].class == CLASS_QUOTE)
        return true;
    if (counted < i && (counted == 0 || (words[counted - 1].traits & (IS(THAT) | IS(SUBORDINATE) | IS(REPORT)))))
        return true;
    return i > 1 && words[i - 1].class == CLASS_OF && (words[i - 2].traits & IS(FIGURE));
}

/* "Banks *face* fines of $5", "80% of the drivers *want* better roads", "analysts *forecast* sales will rise": a plural
 * that begins its clause, no verb behind but one of what is forecast; but "Sports *equipment* sales rose". */
static bool is_verb_of_plural(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t first = n->at_before, k = n->at + 1;
    bool plural =
        (words[first].traits & IS(NOUN)) && (word_ends_in_s(n->tokens, first) || (words[first].traits & IS(MANY)));
    if (!plural || word_ends_in_s(n->tokens, n->at) || first + 1 != n->at || !(words[k].marks & WORD_NOMINAL)
        || (words[k].traits & IS(PAST)) || n->tokens->token.items[n->at].capital != CLASS_LOWER
        || token_has(n->tokens, first, CLASS_ATTRIBUTIVE))
        return false;
    while (first > 0 && n->at - first < 8 && (words[first - 1].marks & (WORD_NOMINAL | WORD_DETERMINER)))
        first--;
    while (k < n->at + 8 && (words[k].marks & WORD_NOMINAL))
        k++;
    bool saying = traits & (IS(REPORT) | IS(EXPECT));
    bool other = !saying && (words[k].traits & (IS_HELPER | IS(PAST) | IS(FIGURE) | IS(DETERMINER) | IS(THAT)));
    return is_clause_start(words, first, n->at_before) && !other;
}

/* "wine *exports* up 8%", "the card *market* worth $5" */
static bool is_before_level(uint64_t traits, const struct neighbours *n)
{
    bool turned = (n->behind & (IS(UP) | IS(DOWN))) && (n->behind & IS(ADVERB)) && !(n->behind & IS_VERBAL)
                  && (n->words[n->at + 2].traits & IS(FIGURE)) && !(traits & (IS(UP) | IS(DOWN) | IS(SHIFT)));
    return (traits & IS(NOUN)) && (turned || slice_is(token_slice(n->tokens, n->at + 1), "worth"));
}

/* "in state *funding*.", "of job *training* and": nothing follows that somebody could be doing. */
static bool is_kind_of_noun(uint64_t traits, const struct neighbours *n)
{
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_AND
                || n->class_behind == CLASS_SEMICOLON || (n->behind & (IS(SUBORDINATE) | IS(BUT)));
    uint64_t several = n->words[n->at_before].traits & IS(MANY); /* "people | working" */
    return ends && (traits & IS(GERUND)) && (traits & IS(NOUN)) && !several && !word_ends_in_s(n->tokens, n->at_before);
}

/* "an overall *cut* of $5", "the official *forecast* of 5%", "The tax *cut* would cost", "The total *cost* came to",
 * "its full-year *forecast*" */
static bool is_noun_of_change(uint64_t traits, const struct neighbours *n)
{
    if ((traits & IS(EXPECT)) && (traits & IS(NOUN)) && neighbours_are_of_turned_thing(n))
        return true;
    bool turn = traits & (IS(UP) | IS(DOWN) | IS(EXPECT));
    bool moved = (traits & IS(EXPECT)) && neighbours_are_of_change(n);
    return (traits & IS(NOUN))
           && ((turn && n->class_behind == CLASS_OF) || moved
               || ((traits & IS(PAST)) && (n->behind & (IS_MODAL | IS(HAVE) | IS(BE))))
               || ((traits & IS(PAST)) && (traits & IS(VERB)) && (n->behind & IS_OPEN) == IS(PAST))
               || neighbours_are_of_period(n));
}

/* "prices *rising* in Oslo from 2 to" */
static bool goes_from(const struct neighbours *n)
{
    uint32_t k = n->at + 1;
    while (k < n->at + 6 && !n->words[k].class
           && ((n->words[k].marks & (WORD_NOMINAL | WORD_DETERMINER)) || (n->words[k].traits & IS(PREPOSITION))))
        k++;
    return n->words[k].class == CLASS_FROM || n->words[k].class == CLASS_TO;
}

static uint64_t gerund_behind_noun(uint64_t traits, const struct neighbours *n)
{
    bool plural = word_ends_in_s(n->tokens, n->at_before) || (n->before & IS(MANY));
    if (plural && (n->words[n->at_before].counted || (n->behind & (IS(NAME) | IS(DETERMINER) | IS(POSSESSOR)))))
        return traits_keep(traits, IS(GERUND)); /* "six firms *making* shoes", "firms *making* the shoes" */
    bool away = (plural || (traits & IS(SHIFT))) && n->class_behind == CLASS_FROM; /* "fees *going* from 5 to 9" */
    if (!plural && (traits & IS_OPEN) == IS(GERUND) && (n->behind & IS_HELPER))
        return (traits & ~IS_OPEN) | IS(NOUN); /* "block *copying* is" */
    bool goes = plural && goes_from(n);
    bool turns =
        (traits & (IS(UP) | IS(DOWN))) && (goes || (n->behind & (IS(FIGURE) | IS(ADVERB)))); /* "prices *rising* 5%" */
    bool shows = (traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(THAT)); /* "figures *showing* that" */
    return away || turns || shows ? traits_keep(traits, IS(GERUND)) : traits;
}

/* "The average *commute* takes", "ad *spend* rose", "R&D *spend*: $5", whatever the table says: a verb follows that the
 * noun before does not forbid, or the end of a label. */
static bool is_noun_at_work(const struct neighbours *n)
{
    if (word_ends_in_s(n->tokens, n->at))
        return false;
    bool turn = (n->behind & IS(PAST)) && (n->behind & (IS(UP) | IS(DOWN)));
    return (n->behind & IS_OPEN) == IS(VERB)
           || ((turn || (n->behind & IS_HELPER) || n->class_behind == CLASS_COLON) && !neighbours_agree(n));
}

/* "in its latest safety *report* that": no plain verb agrees with one thing that somebody has or that was named before;
 * but "Ruiz and team *report*", "the doctors in Oslo *report* that". */
static bool is_report_in_singular(uint64_t traits, const struct neighbours *n)
{
    uint32_t k = n->at;
    if (!(traits & IS(REPORT_NOUN)) || neighbours_agree(n))
        return false;
    while (k > 0 && n->at - k < 6 && (n->words[k - 1].traits & (IS(NOUN) | IS(ADJECTIVE)))
           && !word_ends_in_s(n->tokens, k - 1) && !n->words[k - 1].claim)
        k--;
    const struct word *leading = &n->words[k > 0 ? k - 1 : 0], *before = &n->words[k > 1 ? k - 2 : 0];
    bool led =
        leading->class == CLASS_POSSESSIVE || leading->class == CLASS_APOSTROPHE || (leading->traits & IS(POSSESSOR));
    return k < n->at && led && (leading->class || (before->traits & IS(PREPOSITION)));
}

/* "mortgage *rates* | now | average | 6%" */
static bool is_before_adverb_and_verb(const struct neighbours *n)
{
    return (n->behind & IS(ADVERB)) && !(n->words[n->at + 1].marks & WORD_BOUND) && n->at + 3 < n->tokens->token.count
           && (token_word_classes(n->tokens, n->at + 2) & WORD_VERB) && n->words[n->at + 3].claim;
}

/* What can be a verb. */
static uint64_t verb_behind_noun(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE);
    bool verb_follows = (n->behind & IS(PAST)) || (n->behind & IS_OPEN) == IS(VERB);
    if ((traits & IS(REPORT_NOUN)) && verb_follows && (n->behind & (IS(REPORT) | IS(SHOW))))
        return (traits & ~IS_OPEN) | IS(NOUN); /* "a Bureau of Statistics *report* found", "bank *estimates* suggest" */
    if (is_report_in_singular(traits, n))
        return traits_keep(traits, IS(NOUN));
    bool reports = (n->before & (IS(REPORT_NOUN) | IS(SURVEY))) && neighbours_agree(n);
    if ((traits & IS(SHOW)) && ((n->behind & (IS(NOUN) | IS(ADJECTIVE))) || is_saying(traits, n))
        && (reports || is_of_reports(n)))
        return traits_keep(traits, IS(VERB)); /* "police figures *show* violent crime fell" */
    if (is_turn_of_object(traits, n))
        return traits_keep(traits, IS(VERB));
    if (is_in_singular(n) || is_of_turn(traits, n) || (n->behind && is_before_level(traits, n)))
        return (traits & ~IS_OPEN) | IS(NOUN); /* "an ad buy" */
    if ((traits & IS(NOUN)) && is_verb_of_plural(traits, n))
        return traits_keep(traits, IS(VERB));
    bool says = (is_saying(traits, n) && !(n->class_behind == CLASS_COMMA && is_object(n)))
                || ((traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(THAT)));
    if ((traits & IS(NOUN)) && word_ends_in_s(n->tokens, n->at) && !says && (is_object(n) || is_before_verb(n)))
        return traits_keep(traits, IS(NOUN)); /* "three day care *centers* in", "the pill reduced heart *attacks* by" */
    if (!(traits & nominal))
        return is_noun_at_work(n) ? (traits & ~IS_OPEN) | IS(NOUN) : traits_keep(traits, IS(VERB));
    bool object = (n->behind & (IS(THAT) | IS(DETERMINER) | IS(POSSESSOR))) /* "figures from the port *show* that" */
                  || ((n->behind & IS(FIGURE)) && follows_plural(n));
    bool rates = token_has(n->tokens, n->at, CLASS_PUTTING);
    bool noun = n->class_behind == CLASS_OF || (rates && (n->words[n->at + 1].marks & WORD_BOUND))
                || is_before_adverb_and_verb(n)
                || ((rates || (traits & (IS(REPORT) | IS(SHOW))))
                    && (n->behind & IS(PREPOSITION))); /* "loan *notes* for", "iron *values* in", "above 5" */
    bool level =
        (n->behind & IS(LEVEL)) && word_ends_in_s(n->tokens, n->at); /* "The waiting list *hits* record 7 million" */
    bool verb =
        (neighbours_agree(n) || object) && !noun && (neighbours_go_on_as_verb(n) || is_saying(traits, n) || level);
    return traits_keep(traits, verb ? IS(VERB) : nominal);
}

/* "the rate *stands* at 61 percent", "its stock *trades* at about $5" */
static bool is_at_level(uint64_t traits, const struct neighbours *n)
{
    const struct word *level = &n->words[n->at + 2];
    return (traits & IS(SHIFT)) && (traits & IS(VERB)) && slice_is(token_slice(n->tokens, n->at + 1), "at")
           && ((level->traits & IS(FIGURE)) || (level->marks & WORD_BOUND));
}

/* "if the party *wins*, it", "unless its offer *fails*.": a clause needs a verb. */
static bool is_verb_of_condition(uint64_t traits, const struct neighbours *n)
{
    uint32_t noun = n->at_before;
    return (traits & IS(VERB)) && (n->class_behind == CLASS_COMMA || n->class_behind == CLASS_PERIOD) && noun > 1
           && word_ends_in_s(n->tokens, n->at) && !word_ends_in_s(n->tokens, noun)
           && (n->words[noun - 1].traits & (IS(DETERMINER) | IS(POSSESSOR)))
           && (n->words[noun - 2].traits & IS(SUBORDINATE));
}

#define LONGEST_OUTLOOK 4u /* words: "steady annual growth" */

/* "The bank *forecasts* annual growth of 5%", "Norvik *plans* cuts of $5m": no plural of that kind stands before a
 * noun. */
static bool is_verb_of_outlook(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at + 1;
    bool told = (traits & IS(VERB)) && (traits & (IS(EXPECT) | IS(REPORT) | IS(AIM) | IS(SHOW)));
    bool one = (n->before & IS(NAME)) || (!word_ends_in_s(n->tokens, n->at_before) && !(n->before & IS(MANY)));
    if (!told || !one || !word_ends_in_s(n->tokens, n->at))
        return false;
    while (k < n->at + LONGEST_OUTLOOK && (words[k].traits & (IS(NOUN) | IS(ADJECTIVE))) && !words[k].claim)
        k++;
    uint32_t figure = k + 1 + ((words[k + 1].marks & (WORD_DETERMINER | WORD_BOUND)) != 0);
    return k > n->at + 1 && figure < n->tokens->token.count && words[k].class == CLASS_OF && words[figure].claim;
}

/* "40% of men *smoke*.", "most workers *walk* to work": no base form stands behind a plural but as its verb. */
static bool is_done_by_many(uint64_t traits, const struct neighbours *n)
{
    bool many = (n->before & IS(MANY)) || word_ends_in_s(n->tokens, n->at_before);
    return (traits & IS(VERB)) && token_has(n->tokens, n->at, CLASS_DOING) && many
           && (neighbours_end_as_verb(n) || neighbours_go_on_as_verb(n))
           && !token_has(n->tokens, n->at_before, CLASS_ATTRIBUTIVE);
}

/* "One in 10 homes *lacks* water": one does. */
static bool is_done_by_one_in(uint64_t traits, const struct neighbours *n)
{
    uint32_t noun = n->at_before;
    return (traits & IS(VERB)) && noun > 2 && noun + 1 == n->at && word_ends_in_s(n->tokens, n->at)
           && word_ends_in_s(n->tokens, noun) && neighbours_end_ratio(n, noun - 1)
           && !(n->behind & (IS_HELPER | IS(PAST)));
}

/* "a total *cost* of", "the *cost* of": no verb goes on so. */
static bool is_cost_of(uint64_t traits, const struct neighbours *n)
{
    return (traits & IS(NOUN)) && n->class_behind == CLASS_OF && token_has(n->tokens, n->at, CLASS_COSTING);
}

uint64_t behind_noun_resolve(uint64_t traits, const struct neighbours *n)
{
    if (is_cost_of(traits, n))
        return traits_keep(traits, IS(NOUN));
    if ((n->behind && is_at_level(traits, n)) || is_verb_of_condition(traits, n) || is_verb_of_outlook(traits, n)
        || is_done_by_many(traits, n) || is_done_by_one_in(traits, n))
        return traits_keep(traits, IS(VERB));
    if (is_noun_of_change(traits, n) || is_turn_of_figure(traits, n))
        return traits_keep(traits, IS(NOUN));
    if (traits & IS(PAST))
        return traits_keep(traits, IS(PAST));
    uint64_t gerund = (traits & IS(GERUND)) ? gerund_behind_noun(traits, n) : traits;
    if (gerund != traits)
        return gerund;
    if (is_kind_of_noun(traits, n))
        return traits_keep(traits, IS(NOUN));
    return (traits & IS(VERB)) ? verb_behind_noun(traits, n) : traits;
}
