/* The stance is in the words between a figure and the subject of its verb, and in the nouns that carry an infinitive
 * ("a pledge to create a million jobs"). What is farther out weighs more: "wants to build what can make 500". */
#include "context/stance.h"

#include "context/figure.h"
#include "context/modal.h"
#include "context/opening.h"
#include "context/statistic.h"
#include "context/verbs.h"
#include "lexicon/word_class.h"

struct walk {
    const struct clause *clause;
    uint32_t figure; /* its item */
    uint64_t traits; /* of the verbs and of nouns before an infinitive */
    uint64_t outer;  /* the same, of the clause that a relative clause hangs on */
};

/* "the $3 million | it | earned", "the 5 boats | the club | sold" */
static bool is_of_past(const struct clause *clause, uint32_t i)
{
    uint32_t who = i + 1 + (item_class(clause, i + 1) == CLASS_THAT);
    bool somebody = item_class(clause, who) == CLASS_PRONOUN || item_is(clause, who, IS(DETERMINER) | IS(POSSESSOR))
                    || (item_is_phrase(clause, who) && (item_head(clause, who) & IS(NAME)));
    return somebody && item_class(clause, who + 1) == CLASS_PAST;
}

/* "my first two matches", "the 40 members": things that are there, whatever happens to them. */
static bool is_definite(const struct clause *clause, uint32_t i)
{
    const struct item *item = &clause->items[i];
    bool counts = clause->claims[item->claim].kind == CLAIMEX_COUNT && item_is_phrase(clause, i + 1);
    bool past = is_of_past(clause, i);
    for (uint32_t t = item->outer; (counts || past) && t < item->first; t++)
        if ((clause->words[t].traits & IS(POSSESSOR)) || clause->words[t].class == CLASS_POSSESSIVE
            || token_reading(clause->tokens, t, CLASS_THE))
            return true;
    return false;
}

/* The only figure of its sentence scopes no other. */
static bool is_sole(const struct clause *clause, uint32_t i)
{
    for (uint32_t c = 0; c < clause->n_claims; c++)
        if (clause->item_of[c] != i && clause->claims[c].kind != CLAIMEX_DATE)
            return false;
    return true;
}

static bool scopes_only(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    uint8_t kind = claim->kind;
    if (is_definite(clause, i))
        return true;
    bool changed = kind == CLAIMEX_AGE && claim->role; /* "the retirement age will rise to 67" */
    if (kind == CLAIMEX_DATE || (kind == CLAIMEX_AGE && !changed) || kind == CLAIMEX_RANK
        || statistic_is_value(clause, i)) /* "did not differ (P = 0.4)" */
        return true;
    if (kind != CLAIMEX_DURATION)
        return false;
    uint32_t k = i;
    while (k > 0 && i - k < 4 && (item_class(clause, k - 1) == CLASS_ADVERB))
        k--;
    uint8_t before = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
    if (is_sole(clause, i) && k > 1 && item_reads(clause, k - 1, "for") && item_is_verbal(clause, k - 2))
        return false; /* "will be jailed | for | five years" */
    return before == CLASS_PREPOSITION || item_is_distance(clause, i) || (k < i && item_reads(clause, k, "over"))
           || before == CLASS_OF || before == CLASS_PER || item_is_phrase(clause, i + 1) || before == CLASS_FROM
           || before == CLASS_BETWEEN;
}

/* "three times more *likely to* lose 5%", "twice as *likely to*": compares, and forecasts nothing. */
static bool compares_odds(const struct clause *clause, uint32_t k)
{
    return k > 0 && item_is(clause, k, IS(EXPECT))
           && (item_reads(clause, k - 1, "more") || item_reads(clause, k - 1, "less")
               || item_reads(clause, k - 1, "as"));
}

/* "The bill, estimated at $5, | has risen to": the comma behind the subject of the verb behind it. */
static bool is_closing(const struct clause *clause, uint32_t comma)
{
    uint32_t k = comma + 1 + (item_class(clause, comma + 1) == CLASS_ADVERB);
    return item_is_verbal(clause, k) && item_class(clause, k) != CLASS_GERUND
           && verbs_before_insertion(clause, comma) != NO_ITEM;
}

/* The verb behind an "and" or a "but also"; the item itself when none stands there. */
static uint32_t joined_verb(const struct clause *clause, uint32_t item)
{
    uint32_t verb = item + 1;
    if (item_class(clause, item) != CLASS_AND && item_class(clause, item) != CLASS_BUT)
        return item;
    while (verb < item + 4 && item_class(clause, verb) == CLASS_ADVERB)
        verb++;
    return verb;
}

/* Does an infinitive or a modal stand before the item, which a base form behind it can share? "will close shops | and"
 */
static bool has_infinitive(const struct clause *clause, uint32_t item)
{
    for (uint32_t k = item; k > 0 && item - k < ITEMS_FAR; k--)
        if ((item_class(clause, k - 1) == CLASS_TO && item_is_verbal(clause, k))
            || item_is(clause, k - 1, IS_MODAL | IS(DO))
            || (item_class(clause, k - 1) == CLASS_NONE
                && item_is(clause, k - 1, IS(AIM) | IS(EXPECT) | IS(FAIL)))) /* "a bid to" */
            return true;
    return false;
}

/* "will close shops | and | open 6", "aims to close shops | and | to open 6", "hopes to serve all | , | open 6 and":
 * does the base form of a verb follow? A past form that is one, too, will do. */
static bool joins_infinitive(const struct clause *clause, uint32_t item)
{
    item += item_class(clause, item) == CLASS_COMMA && item_class(clause, item + 1) == CLASS_AND
            && !item_is(clause, item + 2, IS(REPORT) | IS(SHOW)); /* ", | and take"; but ", and forecast" */
    bool comma = item_class(clause, item) == CLASS_COMMA && item_class(clause, item + 1) == CLASS_VERB
                 && !item_is(clause, item + 1, IS(REPORT) | IS(SHOW)) && has_infinitive(clause, item);
    uint32_t verb = comma ? item + 1 : joined_verb(clause, item);
    verb += item_class(clause, item) == CLASS_AND && item_class(clause, verb) == CLASS_TO;
    if (verb == item || !item_is_verbal(clause, verb) || item_is(clause, verb, IS_HELPER))
        return false;
    uint32_t token = clause->items[verb].first;
    struct slice word = token_slice(clause->tokens, token);
    char last = word.bytes[word.length - 1];
    unsigned classes = token_word_classes(clause->tokens, token);
    if ((classes & WORD_PAST) && !has_infinitive(clause, item)) /* "expects a rise | and | cut its rate" */
        return false;
    return (classes & WORD_VERB) && last != 's'
           && !(last == 'd' && word.length > 3 && word.bytes[word.length - 2] == 'e');
}

/* Does a past form follow that goes on with a passive ("will be moved | and | sold for $5"), or with none ("had pledged
 * $85 | but | delivered only $31")? */
static bool joins_past(const struct clause *clause, uint32_t item, bool passive)
{
    uint32_t verb = joined_verb(clause, item);
    struct verb_group other;
    bool finite = item_class(clause, verb) == CLASS_PAST
                  || (!passive && item_is(clause, verb, IS(HAVE) | IS(BE)) && !item_reads(clause, verb, "have")
                      && !item_reads(clause, verb, "be")); /* "aims to open 5 and | has opened 3" */
    return verb > item && finite && !joins_infinitive(clause, item) && !item_is_verbal(clause, item - 1)
           && verbs_before(clause, item, &other) && ((other.traits & IS(BE)) != 0) == passive;
}

/* "is not expected and | could cost $5"; but "can and must" */
static bool joins_modal(const struct clause *clause, uint32_t item)
{
    uint32_t verb = joined_verb(clause, item);
    return verb > item && item > 0 && item_is(clause, verb, IS_MODAL) && !item_is(clause, item - 1, IS_MODAL);
}

/* "the fee, for which ferries can moor, by 2 percent": the item before the clause that the comma closes; NO_ITEM
 * when it closes none. */
static uint32_t before_relative(const struct clause *clause, uint32_t comma)
{
    uint8_t behind = item_class(clause, comma + 1);
    if (behind != CLASS_PREPOSITION && behind != CLASS_TO && behind != CLASS_FROM)
        return NO_ITEM;
    uint32_t at = verbs_before_insertion(clause, comma);
    bool which =
        at != NO_ITEM && (item_class(clause, at + 2) == CLASS_RELATIVE || item_class(clause, at + 3) == CLASS_RELATIVE);
    return which ? at : NO_ITEM;
}

/* "will cost $5, | against | $4 in May", "will rest | after | winning by 246 runs": what compares, and the figure i
 * behind it; but "charges | against | 29 firms", "lower charges | against | profits by $9". */
static bool is_of_other_time(const struct clause *clause, uint32_t compares, uint32_t i, bool seen_verb)
{
    uint32_t before = item_before_figure(clause, i);
    bool apart = item_class(clause, before) == CLASS_TO || item_reads(clause, before, "by");
    if (item_reads(clause, compares, "before") && item_class(clause, compares + 1) == CLASS_GERUND)
        return false; /* "will be 4% | before | rising to 5%" lies ahead, too */
    bool other = item_begins(clause, compares, CLASS_THEN);
    for (uint32_t k = compares; k > 0 && compares - k < ITEMS_FAR && !other; k--)
        other = item_class(clause, k - 1) == CLASS_FIGURE;
    return other && (seen_verb || before == compares || !apart);
}

/* "cut | its forecast | for | growth | to 3%", "cut | its 2026 | forecast | for" */
static bool is_turned_outlook(const struct clause *clause, uint32_t noun)
{
    uint32_t verb = noun - (noun > 1 && item_class(clause, noun - 1) == CLASS_WHEN) - 1;
    return noun > 0 && item_is_verbal(clause, verb) && item_is(clause, verb, IS(UP) | IS(DOWN))
           && (item_head(clause, noun) & (IS(EXPECT) | IS(AIM))) && item_reads(clause, noun + 1, "for");
}

/* Does the noun carry what follows: "a pledge | to", "the risk | of"? */
static bool carries(const struct clause *clause, uint32_t noun)
{
    uint8_t behind = item_class(clause, noun + 1);
    return behind == CLASS_TO || behind == CLASS_OF || is_turned_outlook(clause, noun);
}

/* Of a noun that carries something: "a target price", "a goal tally" are no aims, but "a price target", "a planned
 * sale".
 */
static uint64_t of_noun(const struct clause *clause, uint32_t noun)
{
    const struct item *item = &clause->items[noun];
    uint64_t head = item_head(clause, noun),
             before = item->end - item->first > 1 ? clause->words[item->end - 2].traits : 0;
    bool part = (before & IS(AIM)) && (before & IS(NOUN)) && !(head & IS(AIM));
    return part ? item->traits & ~IS(AIM) : item->traits;
}

/* A noun before a verb, but for what hangs on another: "the sale of | shops | in | Oslo | will" */
static bool is_subject(const struct clause *clause, uint32_t noun)
{
    uint8_t behind = item_class(clause, noun + 1);
    return !carries(clause, noun) && behind != CLASS_PREPOSITION && behind != CLASS_PER
           && !item_is(clause, noun + 1, IS(GERUND));
}

/* "as | part | of | a $5 package": of something that is there. */
static bool is_part(const struct clause *clause, uint32_t as)
{
    return item_class(clause, as) == CLASS_PREPOSITION && item_reads(clause, as, "as")
           && item_reads(clause, as + 1, "part") && item_class(clause, as + 2) == CLASS_OF;
}

/* Does the statement about figure i begin behind the item? */
static bool is_outside(const struct clause *clause, uint32_t at, uint32_t i, bool seen_verb)
{
    uint8_t class = item_class(clause, at), behind = item_class(clause, at + 1);
    if (class == CLASS_SEMICOLON || class == CLASS_SUBORDINATE || class == CLASS_COLON || item_opens_speech(clause, at))
        return true;
    if (class == CLASS_COMMA
        && (is_closing(clause, at) || (behind == CLASS_REPORT && item_is(clause, at + 1, IS(GERUND))))) /* ", saying" */
        return true;
    if (is_part(clause, at) && !seen_verb)
        return true;
    if (item_begins(clause, at, CLASS_COMPARING) && is_of_other_time(clause, at, i, seen_verb))
        return true;
    bool pronoun = class == CLASS_PRONOUN && behind != CLASS_TO; /* "expect | it | to fall to 5" */
    return seen_verb && (class == CLASS_RELATIVE || class == CLASS_THAT || pronoun);
}

/* Of what is no verb and no noun. */
static uint64_t of_other(const struct clause *clause, uint32_t at, bool seen_verb)
{
    uint8_t class = item_class(clause, at);
    if (class == CLASS_RELATIVE || class == CLASS_THAT || class == CLASS_PRONOUN || class == CLASS_FIGURE
        || compares_odds(clause, at))
        return 0; /* nor what is said of another figure: "against a planned $8m" */
    uint64_t expects = class == CLASS_ADVERB || seen_verb ? IS(EXPECT) : 0;
    return clause->items[at].traits & (IS(AIM) | IS(FAIL) | IS(POSSIBLE) | expects);
}

/* "the price | doubled", "is | likely to | double": a figure that is a verb; but "nearly | double | the price" */
static bool is_doubling(const struct clause *clause, uint32_t i)
{
    bool outlook = i > 0 && item_is(clause, i - 1, IS(EXPECT) | IS(AIM));
    return item_is_kind(clause, i, CLAIMEX_MULTIPLE) && item_claim(clause, i)->change
           && (outlook || (token_word_classes(clause->tokens, clause->items[i].first) & (WORD_PAST | WORD_GERUND)));
}

/* Goes left from item i to the subject of its verbs, and returns where it stopped. */
static uint32_t gather(const struct clause *clause, uint32_t i, uint64_t *traits)
{
    const uint64_t nouns = IS(AIM) | IS(POSSIBLE) | IS(EXPECT);
    bool seen_verb = is_doubling(clause, i);
    for (uint32_t k = i; k > 0 && i - k < ITEMS_FAR; k--) {
        uint32_t at = k - 1;
        uint8_t class = item_class(clause, at);
        seen_verb |= is_doubling(clause, at);
        if (item_is_verbal(clause, at) || class == CLASS_NOT) {
            *traits |= modal_of_verb(clause, at);
            seen_verb = true;
        } else if (class == CLASS_PHRASE) {
            *traits |= carries(clause, at) ? of_noun(clause, at) & nouns : 0;
            seen_verb = seen_verb && !joins_infinitive(clause, k) /* "will close 5 shops | and | open 6" */
                        && !joins_past(clause, k, true);
            if (seen_verb && is_subject(clause, at))
                return at;
        } else if (seen_verb && class == CLASS_FIGURE && opening_is_first(clause, at)) {
            return at;
        } else if (class == CLASS_COMMA && before_relative(clause, at) != NO_ITEM) {
            k = before_relative(clause, at) + 2;
        } else if (is_outside(clause, at, i, seen_verb)
                   || (seen_verb && (joins_past(clause, at, false) || joins_modal(clause, at)))) {
            return at;
        } else {
            *traits |= of_other(clause, at, seen_verb);
        }
    }
    return 0;
}

/* "denies that 300 left", "denied he paid $5": what is said not to be. */
static bool is_denied(const struct clause *clause, uint32_t i)
{
    if (!(clause->traits & IS(FAIL)))
        return false;
    for (uint32_t k = i; k > 0 && i - k < 16; k--) {
        uint8_t class = item_class(clause, k - 1), behind = item_class(clause, k);
        bool clause_follows = behind == CLASS_THAT || behind == CLASS_FIGURE
                              || ((behind == CLASS_PHRASE || behind == CLASS_PRONOUN) && item_is_verbal(clause, k + 1));
        if (class == CLASS_REPORT && item_is(clause, k - 1, IS(FAIL)))
            return clause_follows && !(k > 1 && item_is(clause, k - 2, IS(NOT)));
        if (class == CLASS_COMMA || class == CLASS_RELATIVE || class == CLASS_SEMICOLON || class == CLASS_SUBORDINATE
            || class == CLASS_AND || class == CLASS_BUT || class == CLASS_QUOTE_OPENS)
            return false;
    }
    return false;
}

static bool has_condition(const struct clause *clause)
{
    for (uint32_t k = 0; k < clause->n_items && k < ITEMS_FAR; k++)
        if (item_begins(clause, k, CLASS_CONDITION))
            return true;
    return false;
}

/* "the *tax* would raise $5", 'said: "It would cost $5"': no past form of "will". */
static bool is_of_proposal(const struct clause *clause, uint32_t i)
{
    struct verb_group verb;
    if (!verbs_before(clause, i, &verb))
        return false;
    if (clause->items[verb.last].quoted)
        return true;
    struct item_range subject = verbs_subject(clause, &verb);
    return subject.first != NO_ITEM && token_has(clause->tokens, clause->items[subject.first].end - 1, CLASS_PROPOSAL);
}

static uint8_t of_traits(const struct walk *walk)
{
    uint64_t all = walk->traits;
    if (walk->outer & IS(AIM))
        return CLAIMEX_GOAL;
    if (all & (IS(NOT) | IS(FAIL)))
        return CLAIMEX_NEGATED;
    if (all & IS(AIM))
        return CLAIMEX_GOAL;
    if ((all & IS(CAN)) && !item_claim(walk->clause, walk->figure)->per)
        return CLAIMEX_POSSIBLE;
    if (all & IS(WOULD))
        return has_condition(walk->clause) || is_of_proposal(walk->clause, walk->figure) ? CLAIMEX_POSSIBLE
                                                                                         : CLAIMEX_FORECAST;
    if (all & (IS(WILL) | IS(EXPECT)))
        return CLAIMEX_FORECAST;
    return all & IS(POSSIBLE) ? CLAIMEX_POSSIBLE : CLAIMEX_STATED;
}

/* "It is | not true that | 5 left", "It is | unclear whether | sales in Oslo | fell 5%": the item or, when it is a
 * subject, the one before. */
static uint64_t of_opening(const struct clause *clause, uint32_t item)
{
    if (item_is_phrase(clause, item))
        item = phrase_ending(clause, item).first;
    item -= item > 0 && (item_is_phrase(clause, item) || item_class(clause, item) == CLASS_PRONOUN);
    uint8_t class = item_class(clause, item);
    bool opens = class == CLASS_THAT || class == CLASS_SUBORDINATE;
    return opens ? clause->items[item].traits & (IS(FAIL) | IS(POSSIBLE) | IS(EXPECT)) : 0;
}

/* Of the words before the figure that are a part of it, and of the noun in "a 2% | target", "its $5 | - | a-year
 * goal". */
static uint64_t of_figure(const struct clause *clause, uint32_t i)
{
    const uint64_t nouns = IS(POSSIBLE) | IS(EXPECT) | IS(AIM);
    uint32_t noun = i + 1 + (item_class(clause, i + 1) == CLASS_HYPHEN);
    bool named = item_is_led(clause, i) && item_is_phrase(clause, noun) && item_claim(clause, i)->kind != CLAIMEX_COUNT;
    return (clause->items[i].traits & nouns) | (named ? item_head(clause, noun) & IS(AIM) : 0);
}

#define LONGEST_EXPECTED 10u /* items: "fall | that | economists | polled | by | Norvik | had | expected" */

/* "the 5% | fall that economists polled by Norvik had | expected": what the source behind a figure expects is the
 * figure.
 */
static bool is_expected_behind(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    if (claim->source.start < claim->at.end || claim->cue.start < claim->source.end)
        return false;
    for (uint32_t k = i + 1; k < clause->n_items && k < i + LONGEST_EXPECTED && item_class(clause, k) != CLASS_COMMA;
         k++)
        if (clause->tokens->token.items[clause->items[k].first].start == claim->cue.start)
            return item_is(clause, k, IS(EXPECT));
    return false;
}

/* "the $5 million | expected | by analysts", "the 40 | jobs | planned.": a participle behind the figure; but "40 |
 * clerks | expected | by noon" are so many now. */
static uint64_t of_participle(const struct clause *clause, uint32_t i)
{
    if (is_expected_behind(clause, i))
        return IS(EXPECT);
    uint32_t verb = i + 1 + item_is_phrase(clause, i + 1);
    uint8_t behind = item_class(clause, verb + 1);
    bool by = item_reads(clause, verb + 1, "by") && item_class(clause, verb + 2) != CLASS_WHEN;
    bool ends = behind == CLASS_COMMA || behind == CLASS_PERIOD;
    bool participle =
        item_is_verbal(clause, verb) && item_is(clause, verb, IS(PAST)) && !item_is(clause, verb, IS(NOT));
    return participle && item_is_led(clause, i) && (by || ends) ? clause->items[verb].traits & (IS(EXPECT) | IS(AIM))
                                                                : 0;
}

static bool is_statement(const struct clause *clause, uint32_t item)
{
    return item_is_phrase(clause, item) && token_has(clause->tokens, clause->items[item].end - 1, CLASS_STATEMENT);
}

/* "rejected | claims | that", "denied | any suggestion | that": the item is the "that". */
static bool opens_denied(const struct clause *clause, uint32_t that)
{
    return item_class(clause, that) == CLASS_THAT && that > 1 && item_is_phrase(clause, that - 1)
           && item_begins(clause, that - 2, CLASS_DENYING) && item_is_verbal(clause, that - 2)
           && is_statement(clause, that - 1);
}

/* "is | false", "are | simply | wrong" */
static bool calls_false(const struct clause *clause, uint32_t be)
{
    uint32_t state = be + 1 + (item_class(clause, be + 1) == CLASS_ADVERB);
    return item_class(clause, be) == CLASS_BE && item_begins(clause, state, CLASS_FALSE);
}

/* "the claim of 9% | is wrong", "the 9% | figure | is wrong" */
static bool is_false_figure(const struct clause *clause, uint32_t i)
{
    if (i > 1 && item_class(clause, i - 1) == CLASS_OF && is_statement(clause, i - 2))
        return calls_false(clause, i + 1);
    return is_statement(clause, i + 1) && calls_false(clause, i + 2);
}

/* "The claim | that | 500 left is | false", "rejected | claims | that | 500 left" */
static bool is_false(const struct clause *clause, uint32_t i)
{
    uint32_t that = i;
    while (that > 0 && i - that < 16 && item_class(clause, that) != CLASS_THAT)
        that--;
    if (item_class(clause, that) != CLASS_THAT || that == 0 || !item_is_phrase(clause, that - 1))
        return false;
    if (opens_denied(clause, that))
        return true;
    for (uint32_t k = i + 1; k < i + 16 && k < clause->n_items; k++)
        if (calls_false(clause, k))
            return true;
    return false;
}

/* "will build 9 homes, twice | the 4 | built under her": what is planned is set against what was done. */
static bool is_past_standard(const struct clause *clause, uint32_t i)
{
    uint32_t k = i + 1 + item_is_phrase(clause, i + 1);
    return figure_is_standard(clause, i) && item_class(clause, k) == CLASS_PAST && !of_participle(clause, i);
}

/* Does the item begin within the span? */
static bool begins_in(const struct clause *clause, uint32_t k, claimex_span span)
{
    uint32_t start = clause->tokens->token.items[clause->items[k].first].start;
    return start >= span.start && start < span.end;
}

/* "a poll found that | 40% | would move": what those asked say of themselves is the result; but "a poll predicts". */
static bool is_answer(const struct clause *clause, uint32_t i)
{
    const claimex_claim *claim = item_claim(clause, i);
    bool polled = false, expected = false;
    for (uint32_t k = 0; k < clause->n_items && figure_is_part(claim); k++) {
        polled |= begins_in(clause, k, claim->source) && item_is(clause, k, IS(SURVEY))
                  && token_number_of(clause->tokens, clause->items[k].end - 1, CLASS_SURVEY);
        expected |= begins_in(clause, k, claim->cue) && item_is(clause, k, IS(EXPECT));
    }
    return polled && !expected;
}

static void find_in_words(struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    struct walk walk = { clause, i, of_figure(clause, i) | of_participle(clause, i), 0 };
    uint32_t stop = item_behind_adverbs(clause, i);
    stop -= stop > 0;
    uint64_t behind = opening_of_verb(clause, i);
    if (behind) {
        walk.traits |= (behind & (IS(WILL) | IS(WOULD))) && is_answer(clause, i) ? 0 : behind;
    } else if (!opening_is_first(clause, i) || claim->role) {
        stop = gather(clause, i, &walk.traits);
        bool aside = stop > 0 && item_class(clause, stop - 1) == CLASS_COMMA; /* "to build it in Oslo, where 5% left" */
        if (!aside && (item_class(clause, stop) == CLASS_RELATIVE || item_class(clause, stop) == CLASS_THAT))
            gather(clause, stop, &walk.outer);
    }
    walk.traits |= of_opening(clause, stop);
    walk.traits |= is_denied(clause, i) ? IS(FAIL) : 0;
    claim->stance = of_traits(&walk);
}

/* What says that a figure is not just stated; be, with what follows it. */
#define WORDS_OF_STANCE \
    (IS(MUST) | IS(NOT) | IS(FAIL) | IS(AIM) | IS(CAN) | IS(WOULD) | IS(WILL) | IS(EXPECT) | IS(POSSIBLE) | IS(BE))

void stance_find(struct clause *clause, uint32_t i)
{
    claimex_claim *claim = item_claim(clause, i);
    bool told = (clause->traits & WORDS_OF_STANCE) != 0;
    bool untrue = ((clause->traits & IS(THAT)) && is_false(clause, i)) || is_false_figure(clause, i);
    bool wanted = claim->kind == CLAIMEX_COUNT && of_participle(clause, i); /* "the 5 million | brokers | forecast" */
    if ((!told && !untrue && !opening_is_headline(clause, i)) || (scopes_only(clause, i) && !wanted)
        || claim->role == CLAIMEX_ROLE_FROM || is_past_standard(clause, i))
        return;
    if (told)
        find_in_words(clause, i);
    if (claim->stance == CLAIMEX_STATED && opening_is_headline(clause, i))
        claim->stance = CLAIMEX_FORECAST;
    if (untrue)
        claim->stance = CLAIMEX_NEGATED;
}
