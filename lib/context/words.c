/* English words are several things ("rise", "report", "set"). What one is here follows from its neighbours: some
 * rules, most of which look one word to either side, are right most of the time. */
#include "context/words.h"

struct neighbours {
    const struct tokens *tokens;
    const struct word *words;
    uint32_t at, at_before; /* at_before is `at` when there is none before */
    uint64_t before, behind;
    uint8_t class_before, class_behind;
    bool behind_date; /* "revenue in 2020 *fell* to" */
};

static bool opens_phrase(const struct neighbours *n)
{
    bool adjective = (n->before & IS(ADJECTIVE)) && !(n->before & IS(NOUN));
    return (n->before & (IS(DETERMINER) | IS(POSSESSOR))) || adjective || n->class_before == CLASS_POSSESSIVE
           || n->class_before == CLASS_PER || n->class_before == CLASS_NUMBER || n->class_before == CLASS_HYPHEN;
}

/* What can only follow a verb: "sales *rose* by", "data *show* that". */
static bool goes_on_like_verb(const struct neighbours *n)
{
    bool small = n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || n->class_behind == CLASS_NUMBER;
    return small
           || (n->behind
               & (IS(DETERMINER) | IS(POSSESSOR) | IS(PREPOSITION) | IS(PRONOUN) | IS(THAT) | IS(ADVERB) | IS(FIGURE)
                  | IS(WHEN) | IS(SUBORDINATE)));
}

static uint64_t keep(uint64_t traits, uint64_t part)
{
    return (traits & part) ? (traits & ~IS_OPEN) | (traits & part) : traits;
}

/* "Mr Ruiz", which names no thing of many ("Ford claims"). */
static bool is_behind_title(const struct neighbours *n)
{
    uint32_t k = n->at_before;
    while (k > 0 && n->at - k < 4 && ((n->words[k].traits & IS(NAME)) || n->words[k].class == CLASS_PERIOD)
           && !token_has(n->tokens, k, CLASS_ABBREVIATION))
        k--;
    return k < n->at_before && token_has(n->tokens, k, CLASS_ABBREVIATION);
}

/* "…, the paper *reports*." "The poll *shows* Trump …", "Mr Ruiz *claims* farmers earn" */
static bool is_saying(uint64_t traits, const struct neighbours *n)
{
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || n->class_behind == CLASS_QUOTE
                || n->class_behind == CLASS_COLON;
    return (traits & (IS(REPORT) | IS(SHOW)))
           && ((ends && ((n->before & IS(NAME)) || !(traits & IS(REPORT_NOUN)))) || (n->behind & IS(NAME))
               || is_behind_title(n));
}

/* One of this word and the one before ends in s: "sales rise", "the firm reports", but "a January report". */
static bool agrees(const struct neighbours *n)
{
    return word_ends_in_s(n->tokens, n->at_before) || word_ends_in_s(n->tokens, n->at) || (n->before & IS(MANY));
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

/* "figures from the ministry *show* sales rose", "5% left, figures from the port *show*." */
static bool is_of_reports(const struct neighbours *n)
{
    for (uint32_t k = n->at; k > 0 && n->at - k < 8 && !word_ends_in_s(n->tokens, n->at); k--) {
        const struct word *word = &n->words[k - 1];
        if ((word->traits & IS(REPORT_NOUN)) && (word_ends_in_s(n->tokens, k - 1) || (word->traits & IS(MANY))))
            return true;
        if (word->claim || !((word->marks & (WORD_NOMINAL | WORD_DETERMINER)) || (word->traits & IS(PREPOSITION))))
            return false;
    }
    return false;
}

/* Behind "a" or "an" and its nouns no plain verb can follow: "a Post-ABC News *poll*". */
static bool is_in_singular(const struct neighbours *n)
{
    uint32_t k = n->at;
    while (k > 0 && n->at - k < 8
           && ((n->words[k - 1].traits & (IS(NAME) | IS(NOUN) | IS(ADJECTIVE) | IS(FIGURE)))
               || n->words[k - 1].class == CLASS_HYPHEN))
        k--;
    return k > 0 && k < n->at && token_reading(n->tokens, k - 1, CLASS_A) && !word_ends_in_s(n->tokens, n->at);
}

/* "14 *lives*", "hundreds of *lives*", whatever the table says; but "one leaves" */
static bool is_bare_counted(const struct neighbours *n)
{
    bool one = slice_is(token_slice(n->tokens, n->at_before), "one");
    return (n->class_before == CLASS_OF || ((n->before & IS(FIGURE)) && !one))
           && token_has(n->tokens, n->at, CLASS_PLURAL);
}

/* "its full-year *forecast*" */
static bool is_of_period(const struct neighbours *n)
{
    return n->at_before > 0 && n->at_before < n->at && n->words[n->at_before - 1].class == CLASS_HYPHEN
           && token_reading(n->tokens, n->at_before, CLASS_TIMEUNIT);
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

/* "*cutting* car output by 5%": a verb of change, its object and how much. */
static bool turns_object(uint64_t traits, const struct neighbours *n)
{
    const struct word *words = n->words;
    uint32_t k = n->at + 1;
    if (!(traits & (IS(UP) | IS(DOWN))))
        return false;
    while (k < n->at + 5 && (words[k].marks & WORD_NOMINAL))
        k++;
    bool amount = k > n->at + 1 && ((words[k + 1].traits & IS(FIGURE)) || (words[k + 1].marks & WORD_BOUND));
    return amount && (words[k].class == CLASS_TO || slice_is(token_slice(n->tokens, k), "by"));
}

/* "Ford *cuts* car output by 5%" */
static bool is_turn_of_object(uint64_t traits, const struct neighbours *n)
{
    return word_ends_in_s(n->tokens, n->at) && !word_ends_in_s(n->tokens, n->at_before) && turns_object(traits, n);
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

/* Where a clause begins, or the share whose whole is its subject: "that | banks", "80% of | banks", "says | 3 banks" */
static bool is_clause_start(const struct word *words, uint32_t i)
{
    uint32_t counted = i;
    while (words[i].counted && i - counted < 6 && counted > 0
           && (words[counted - 1].claim || (words[counted - 1].marks & WORD_BOUND)))
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
    return is_clause_start(words, first) && !other;
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

/* "an overall *cut* of $5", "the official *forecast* of 5%", "The tax *cut* would cost", "its full-year *forecast*" */
static bool is_noun_of_change(uint64_t traits, const struct neighbours *n)
{
    bool turn = traits & (IS(UP) | IS(DOWN) | IS(EXPECT));
    return (traits & IS(NOUN))
           && ((turn && n->class_behind == CLASS_OF)
               || ((traits & IS(PAST)) && (n->behind & (IS_MODAL | IS(HAVE) | IS(BE)))) || is_of_period(n));
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
        return keep(traits, IS(GERUND)); /* "six firms *making* shoes", "firms *making* the shoes" */
    bool away = (plural || (traits & IS(SHIFT))) && n->class_behind == CLASS_FROM; /* "fees *going* from 5 to 9" */
    if (!plural && (traits & IS_OPEN) == IS(GERUND) && (n->behind & IS_HELPER))
        return (traits & ~IS_OPEN) | IS(NOUN); /* "block *copying* is" */
    bool goes = plural && goes_from(n);
    bool turns =
        (traits & (IS(UP) | IS(DOWN))) && (goes || (n->behind & (IS(FIGURE) | IS(ADVERB)))); /* "prices *rising* 5%" */
    bool shows = (traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(THAT)); /* "figures *showing* that" */
    return away || turns || shows ? keep(traits, IS(GERUND)) : traits;
}

/* "The average *commute* takes", "ad *spend* rose", "R&D *spend*: $5", whatever the table says: a verb follows that the
 * noun before does not forbid, or the end of a label. */
static bool is_noun_at_work(const struct neighbours *n)
{
    if (word_ends_in_s(n->tokens, n->at))
        return false;
    bool turn = (n->behind & IS(PAST)) && (n->behind & (IS(UP) | IS(DOWN)));
    return (n->behind & IS_OPEN) == IS(VERB)
           || ((turn || (n->behind & IS_HELPER) || n->class_behind == CLASS_COLON) && !agrees(n));
}

/* What can be a verb. */
static uint64_t verb_behind_noun(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE);
    bool says_so = (traits & IS(REPORT_NOUN)) && (n->behind & IS(PAST)) && (n->behind & (IS(REPORT) | IS(SHOW)));
    if (says_so)
        return (traits & ~IS_OPEN) | IS(NOUN); /* "a Bureau of Statistics *report* found" */
    bool reports = (n->before & (IS(REPORT_NOUN) | IS(SURVEY))) && agrees(n);
    if ((traits & IS(SHOW)) && ((n->behind & (IS(NOUN) | IS(ADJECTIVE))) || is_saying(traits, n))
        && (reports || is_of_reports(n)))
        return keep(traits, IS(VERB)); /* "police figures *show* violent crime fell" */
    if (is_turn_of_object(traits, n))
        return keep(traits, IS(VERB));
    if (is_in_singular(n) || is_of_turn(traits, n) || (n->behind && is_before_level(traits, n)))
        return (traits & ~IS_OPEN) | IS(NOUN); /* "an ad buy" */
    if ((traits & IS(NOUN)) && is_verb_of_plural(traits, n))
        return keep(traits, IS(VERB));
    bool says = (is_saying(traits, n) && !(n->class_behind == CLASS_COMMA && is_object(n)))
                || ((traits & (IS(REPORT) | IS(SHOW))) && (n->behind & IS(THAT)));
    if ((traits & IS(NOUN)) && word_ends_in_s(n->tokens, n->at) && !says && (is_object(n) || is_before_verb(n)))
        return keep(traits, IS(NOUN)); /* "three day care *centers* in", "the pill reduced heart *attacks* by" */
    if (!(traits & nominal))
        return is_noun_at_work(n) ? (traits & ~IS_OPEN) | IS(NOUN) : keep(traits, IS(VERB));
    bool object = (n->behind & (IS(THAT) | IS(DETERMINER) | IS(POSSESSOR))) /* "figures from the port *show* that" */
                  || ((n->behind & IS(FIGURE)) && follows_plural(n));
    bool rates = token_has(n->tokens, n->at, CLASS_PUTTING);
    bool noun = n->class_behind == CLASS_OF || (rates && (n->words[n->at + 1].marks & WORD_BOUND))
                || ((rates || (traits & (IS(REPORT) | IS(SHOW))))
                    && (n->behind & IS(PREPOSITION))); /* "loan *notes* for", "iron *values* in", "above 5" */
    bool level =
        (n->behind & IS(LEVEL)) && word_ends_in_s(n->tokens, n->at); /* "The waiting list *hits* record 7 million" */
    bool verb = (agrees(n) || object) && !noun && (goes_on_like_verb(n) || is_saying(traits, n) || level);
    return keep(traits, verb ? IS(VERB) : nominal);
}

static uint64_t behind_noun(uint64_t traits, const struct neighbours *n)
{
    if (is_noun_of_change(traits, n))
        return keep(traits, IS(NOUN));
    if (traits & IS(PAST))
        return keep(traits, IS(PAST));
    uint64_t gerund = (traits & IS(GERUND)) ? gerund_behind_noun(traits, n) : traits;
    if (gerund != traits)
        return gerund;
    if (is_kind_of_noun(traits, n))
        return keep(traits, IS(NOUN));
    return (traits & IS(VERB)) ? verb_behind_noun(traits, n) : traits;
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

/* "the 128 GB found in it", "5% left.", "a flat of 85 sq m cost $5", "those under 25 fell to 9%", "61% support the
 * plan"; but "a 5% cut to the rate". */
static bool is_verb_behind_figure(uint64_t traits, const struct neighbours *n)
{
    if (n->class_before == CLASS_NUMBER && n->class_behind == CLASS_TO && (traits & IS(AIM))
        && !word_ends_in_s(n->tokens, n->at))
        return keep(traits, IS(VERB)); /* "40% *plan* to" */
    bool ends = n->class_behind == CLASS_PERIOD || n->class_behind == CLASS_COMMA || (n->behind & IS(PREPOSITION));
    bool object = n->behind & (IS(DETERMINER) | IS(POSSESSOR));
    if ((traits & IS(VERB)) && object && token_has(n->tokens, n->at_before, CLASS_OLD))
        return true; /* "says the 93-year-old *finishes* his term" */
    if (traits & (IS(UP) | IS(DOWN)))
        return (traits & IS(PAST))
               && (n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || (n->behind & IS(FIGURE)))
               && !is_behind_definite(n);
    if (traits & IS(PAST))
        return ends || object || (n->behind & (IS(FIGURE) | IS(ADVERB)));
    return (traits & IS(VERB)) && object && !agrees(n) && !is_behind_definite(n);
}

/* "…, *ranging* from $5", "…, *dropping* to $5", "…, *making* up 5%", "rose to $5 in May, *beating* forecasts"; but "In
 * May, *housing* starts fell" */
static bool is_gerund_behind_comma(uint64_t traits, const struct neighbours *n)
{
    bool turns =
        (traits & (IS(UP) | IS(DOWN))) && (goes_on_like_verb(n) || (n->behind & IS(NAME)) || turns_object(traits, n));
    bool particle = (n->behind & IS(ADVERB)) && (n->behind & (IS(UP) | IS(DOWN)))
                    && (n->words[n->at + 2].traits & (IS(FIGURE) | IS(DETERMINER)));
    uint64_t aside = n->at > 7 ? IS(FIGURE) | IS(WHEN) : IS(FIGURE);
    bool behind_figure = n->at > 1 && (n->words[n->at - 2].traits & aside)
                         && (n->behind & (IS(NOUN) | IS(NAME) | IS(DETERMINER) | IS(POSSESSOR)));
    return n->class_behind == CLASS_FROM || turns || particle || behind_figure;
}

/* "Oslo, which has grown, *plans* to", "The suspect, 34, *faces* up to 20 years" */
static bool is_verb_behind_comma(uint64_t traits, const struct neighbours *n)
{
    bool inserted = n->at > 2 && (n->words[n->at - 2].traits & IS(FIGURE)) && n->words[n->at - 3].class == CLASS_COMMA;
    bool object = inserted ? (n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR))) != 0
                           : (n->behind & (IS(DETERMINER) | IS(POSSESSOR))) && !(n->behind & IS(FIGURE));
    bool amount = object || (n->words[n->at + 1].marks & WORD_BOUND);
    return ((traits & IS(AIM)) && n->class_behind == CLASS_TO)
           || (amount && !(traits & (IS(UP) | IS(DOWN) | IS(REPORT) | IS(SHOW))));
}

/* "falls to 1% and *rises* by 7%" */
static bool is_turn_behind_and(uint64_t traits, const struct neighbours *n)
{
    bool by = (n->behind & IS(PREPOSITION)) && (n->words[n->at + 2].traits & IS(FIGURE));
    return (traits & (IS(UP) | IS(DOWN)))
           && (by || n->class_behind == CLASS_TO || n->class_behind == CLASS_FROM || (n->behind & IS(FIGURE)));
}

/* Behind a comma, "and" or another mark, where a clause may begin or go on. */
static uint64_t behind_mark(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST);
    bool comma = n->class_before == CLASS_COMMA, and = n->class_before == CLASS_AND;
    bool said = n->behind & (IS(THAT) | IS(NAME) | IS(DETERMINER) | IS(POSSESSOR));
    if (comma && (traits & (IS(REPORT) | IS(SHOW))) && said)
        return keep(traits, IS_VERBAL); /* "Ma, the founder, *notes* that", "5% left, *estimates* Ma" */
    if (comma && (traits & IS(GERUND)) && is_gerund_behind_comma(traits, n))
        return keep(traits, IS(GERUND));
    bool ending = (traits & IS(VERB)) && word_ends_in_s(n->tokens, n->at);
    if (ending && ((comma && is_verb_behind_comma(traits, n)) || (and&&is_turn_behind_and(traits, n))))
        return keep(traits, IS(VERB));
    bool opens = comma || and || n->class_before == CLASS_QUOTE || n->class_before == CLASS_CLOSE
                 || n->class_before == CLASS_DASH;
    if (opens && (traits & IS(PAST)))
        return keep(traits, IS(PAST));
    return keep(traits, opens && goes_on_like_verb(n) && !(traits & IS(NOUN)) ? IS(VERB) : nominal);
}

/* "after *falling* by 5%", "the plan of *cutting* costs by 5%" */
static bool turns_here(uint64_t traits, const struct neighbours *n)
{
    bool led = (n->before & (IS(PREPOSITION) | IS(SUBORDINATE))) || n->class_before == CLASS_OF;
    return led && (traits & (IS(UP) | IS(DOWN))) && (goes_on_like_verb(n) || turns_object(traits, n));
}

/* "fiscal 1987 *ending* June 30", "*spending* $5", "keeps *running*"; but "cuts *existing* taxes" */
static bool is_verbal_gerund(uint64_t traits, const struct neighbours *n)
{
    bool object = n->behind & (IS(FIGURE) | IS(DETERMINER) | IS(POSSESSOR));
    bool between_dates = (n->behind & IS(WHEN)) && n->at > 0 && (n->words[n->at - 1].traits & IS(WHEN));
    bool adjective =
        (traits & IS(ADJECTIVE)) && !(traits & (IS(UP) | IS(DOWN))) && (n->behind & (IS(NOUN) | IS(ADJECTIVE)));
    return between_dates || (object && (!opens_phrase(n) || n->class_before == CLASS_NUMBER))
           || ((n->before & IS_VERBAL & ~IS(GERUND)) && !adjective);
}

/* Whatever the table says: "the *hunt*", "the *accused* was", "a *grounding* for two months", "48 hours of *rioting*".
 */
static bool is_surely_noun(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST), open = traits & IS_OPEN;
    if (!(traits & (nominal | IS(ADVERB))))
        return (opens_phrase(n) && n->class_before != CLASS_NUMBER) || is_bare_counted(n);
    if (open == IS(PAST))
        return (n->before & IS(DETERMINER)) && (n->behind & (IS(PAST) | IS_MODAL | IS(HAVE) | IS(BE)))
               && !(n->behind & (IS(NOUN) | IS(ADJECTIVE)));
    if (open != IS(GERUND))
        return false;
    bool ends = (n->behind & IS(PREPOSITION)) || n->class_behind == CLASS_OF || n->class_behind == CLASS_PERIOD;
    if (opens_phrase(n) && !(n->before & IS(PRONOUN))) /* but "saw her running in" */
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

static uint64_t here(uint64_t traits, const struct neighbours *n)
{
    uint64_t nominal = IS(NOUN) | IS(ADJECTIVE) | IS(GERUND) | IS(PAST);
    if (n->behind_date && (traits & IS(PAST)) && (goes_on_like_verb(n) || (n->before & IS(WHEN))))
        return keep(traits, IS(PAST)); /* "revenue in 2020 *fell* to", "The 1990s *saw* growth" */
    if (is_verb_of_participle(traits, n))
        return keep(traits, IS(PAST));
    if ((n->before & (IS(THAT) | IS(BUT))) && (traits & IS(PAST)) && (goes_on_like_verb(n) || n->at == 1))
        return keep(traits, IS(PAST)); /* "pregnancies that *ended* in", "That *left* debt at", "but *rose* 5%" */
    if ((n->before & IS(THAT)) && (traits & IS(VERB)) && (n->behind & (IS(DETERMINER) | IS(POSSESSOR) | IS(PRONOUN))))
        return keep(traits, IS(VERB)); /* "a deal that *values* the firm" */
    if ((n->before & (IS(VERB) | IS(PAST))) && !(n->before & IS_HELPER) && (traits & IS(PAST))
        && !(traits & IS(VERB)) && (traits & (IS(UP) | IS(DOWN))) && (n->behind & IS(FIGURE)))
        return keep(traits, IS(PAST)); /* "the price he paid *rose* 5%" */
    if ((n->before & IS(FIGURE)) && (traits & IS(GERUND)) && is_behind_length(n))
        return keep(traits, IS(GERUND)); /* "18 years *starting* in 1995" */
    if ((n->before & IS_MODAL) && (traits & IS_OPEN) == IS(NOUN) && goes_on_like_verb(n))
        return (traits & ~IS_OPEN) | IS(VERB); /* "will *burden* the" */
    if (n->class_before == CLASS_TO || (n->before & (IS_MODAL | IS(DO))))
        return (traits & IS(VERB)) ? keep(traits, IS(VERB)) : traits;
    bool aims = (traits & IS(AIM)) && n->class_behind == CLASS_TO; /* "by *promising* to" */
    if ((traits & IS(GERUND)) && (aims || turns_here(traits, n) || is_verbal_gerund(traits, n)))
        return keep(traits, IS(GERUND));
    if (n->class_before == CLASS_NUMBER && (traits & IS(PAST)) && (traits & IS(NOUN)) && n->class_behind == CLASS_TO
        && !(traits & (IS(UP) | IS(DOWN))) && is_behind_definite(n))
        return keep(traits, IS(NOUN)); /* "a $5 *bid* to buy it" */
    if (n->class_before == CLASS_NUMBER && is_verb_behind_figure(traits, n))
        return keep(traits, (traits & IS(PAST)) ? IS(PAST) : IS(VERB));
    if (n->class_before == CLASS_POSSESSIVE && (traits & IS(PAST)) && (traits & (IS(UP) | IS(DOWN)))
        && (n->behind & IS(FIGURE)))
        return keep(traits, IS(PAST)); /* "Ford's sales rose 5% while GM's *fell* 6%" */
    if (is_surely_noun(traits, n))
        return (traits & ~IS_OPEN) | IS(NOUN);
    if (opens_phrase(n))
        return keep(traits, (traits & IS(NOUN)) ? IS(NOUN) | IS(ADJECTIVE) : nominal);
    if (n->before & (IS(BE) | IS(HAVE)))
        return keep(traits,
                    (traits & (IS(PAST) | IS(GERUND))) ? IS(PAST) | IS(GERUND) : IS(NOUN) | IS(ADJECTIVE) | IS(ADVERB));
    if (n->before & (IS(PRONOUN) | IS(RELATIVE)))
        return keep(traits, IS(VERB) | IS(PAST));
    if ((n->before & (IS(PREPOSITION) | IS(ACCORDING))) || n->class_before == CLASS_OF || n->class_before == CLASS_FROM)
        return keep(traits, nominal);
    if (n->before & (IS(NOUN) | IS(NAME)))
        return behind_noun(traits, n);
    if (n->before & IS(ADVERB))
        return keep(traits, IS(PAST) | IS(VERB));
    return behind_mark(traits, n);
}

/* "likely to", "failed to": what follows is an infinitive. */
static bool opens_infinitive(const struct tokens *tokens, const struct word *words, uint32_t i)
{
    struct slice word = token_slice(tokens, i);
    return (words[i].traits & (IS(EXPECT) | IS(AIM) | IS(FAIL))) && word.length > 3
           && memcmp(word.bytes + word.length - 3, " to", 3) == 0;
}

/* "*Asking* prices have fallen", "*Living* costs rose"; but "Cutting rates has a price" */
static bool is_gerund_of_subject(const struct tokens *tokens, const struct word *words)
{
    if (tokens->token.count < 4 || !(words[0].traits & IS(GERUND)) || (words[0].traits & (IS(UP) | IS(DOWN)))
        || !(words[1].traits & IS(NOUN)))
        return false;
    uint64_t verb = words[2].traits;
    bool other = word_ends_in_s(tokens, 1) && token_has(tokens, 2, CLASS_SINGULAR);
    return !other && ((verb & (IS(BE) | IS(HAVE) | IS_MODAL)) || (verb & (IS(PAST) | IS(NOUN))) == IS(PAST));
}

void words_resolve(const struct tokens *tokens, struct word *words, uint32_t i)
{
    struct neighbours n = { .tokens = tokens, .words = words, .at = i };
    uint64_t traits = words[i].traits;
    uint32_t before = i;
    if (words[i].marks & WORD_SEVERAL) {
        if ((traits & IS(REPORT)) && i > 0 && (words[i - 1].marks & WORD_DETERMINER))
            word_decide(&words[i], IS(NOUN)); /* "his calls for", "no call for" */
        return;
    }
    while (before > 0 && i - before < 6 && (words[before - 1].traits & (IS(ADVERB) | IS(NOT) | IS(WHEN)))
           && !(words[before - 1].traits & IS_CLOSED & ~IS(NOT))
           && !(before > 1 && words[before - 2].class == CLASS_HYPHEN))
        before--;
    n.behind_date = i > 0 && (words[i - 1].traits & IS(WHEN));
    if (before == 0)
        before = i;
    n.at_before = before > 0 ? before - 1 : i;
    if (before > 0)
        n.before = words[before - 1].traits, n.class_before = words[before - 1].class;
    if (before > 0 && opens_infinitive(tokens, words, before - 1))
        n.class_before = CLASS_TO;
    n.behind = words[i + 1].traits, n.class_behind = words[i + 1].class;
    bool noun = (n.before & (IS(DETERMINER) | IS(POSSESSOR))) || n.class_behind == CLASS_OF || is_of_period(&n)
                || (opens_phrase(&n) && (n.behind & (IS(BE) | IS(HAVE) | IS_MODAL))); /* "the new *forecast* is" */
    noun |= (traits & IS(NOUN)) && (n.before & IS_OPEN) == IS(ADJECTIVE)
            && (n.behind & IS(PREPOSITION)); /* "its worst *forecast* in" */
    if ((traits & (IS(REPORT) | IS(SHOW))) && (traits & IS(PAST)) && !noun)
        traits &= ~(IS(ADJECTIVE) | IS(NOUN));
    bool opens = i == 0 && (traits & IS_OPEN) == IS(VERB)
                 && word_ends_in_s(tokens, i); /* "Exports fell": no verb without its noun */
    opens |= i == 0 && is_gerund_of_subject(tokens, words);
    bool name = i == 0 && (traits & IS_OPEN) == IS(ADVERB) && !tokens->token.items[i].form
                && (n.behind & (IS(REPORT) | IS(SHOW))); /* "Kelly said" */
    word_decide(&words[i], opens || name ? (traits & ~IS_OPEN) | IS(NOUN) : here(traits, &n));
}
