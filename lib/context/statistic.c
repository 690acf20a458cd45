/* In scientific prose a sign says of what a figure is the value ("P < 0.05", "LDL > 3 mmol/L"), and the names of
 * statistics stand beside their numbers without one ("an odds ratio of 1.3 (HR 1.2)"): no verb of the sentence does. */
#include "context/statistic.h"

/* "Norvik Corp <NVK> 50 pct": what it stands in is no comparison. */
static bool closes_ticker(const struct clause *clause, uint32_t k)
{
    return k > 1 && item_reads(clause, k, ">") && item_reads(clause, k - 2, "<");
}

/* "=", "<", "≥" */
static bool is_sign(const struct clause *clause, uint32_t k)
{
    if (clause->tokens->token.items[clause->items[k].first].capital != CLASS_NONE) /* a word, as most are */
        return false;
    return (item_reads(clause, k, "=") || item_begins(clause, k, CLASS_BOUND)) && !closes_ticker(clause, k);
}

/* "OR", which is no conjunction in capitals before a number: "(OR 1.3", "; OR = 1.3" */
static bool is_odds_ratio(const struct clause *clause, uint32_t k, bool sign)
{
    const struct token *word = clause->tokens->token.items + clause->items[k].first;
    uint8_t before = k > 0 ? item_class(clause, k - 1) : CLASS_NONE;
    return item_class(clause, k) == CLASS_AND && word->capital == CLASS_UPPER && word->end - word->start == 2
           && (sign || before == CLASS_OPEN || before == CLASS_COMMA || before == CLASS_SEMICOLON);
}

/* Past the short form in "odds ratio [OR], 1.3" and "odds ratio (OR) 1.3". */
static uint32_t before_short_form(const struct clause *clause, uint32_t k)
{
    bool bracketed = k > 2 && item_class(clause, k) == CLASS_CLOSE && item_class(clause, k - 2) == CLASS_OPEN;
    return bracketed ? k - 3 : k;
}

/* "C-reactive protein (CRP, 92 mg/L": what the short form stands for. */
static bool take_long_form(const struct figure *figure, uint32_t mark)
{
    const struct clause *clause = figure->clause;
    bool aside = item_class(clause, mark) == CLASS_COMMA || item_class(clause, mark) == CLASS_SEMICOLON;
    if (!aside || mark < 3 || !item_is_phrase(clause, mark - 1) || item_class(clause, mark - 2) != CLASS_OPEN
        || !item_is_phrase(clause, mark - 3))
        return false;
    const struct item *form = &clause->items[mark - 1];
    return form->end - form->first == 1 && clause->tokens->token.items[form->first].capital > CLASS_CAPITALISED
           && figure_take(figure, (struct item_range){ mark - 3, mark - 3 });
}

static bool is_statistic(const struct clause *clause, uint32_t k)
{
    return item_is_phrase(clause, k) && token_has(clause->tokens, clause->items[k].end - 1, CLASS_STATISTIC);
}

/* "the control group (n = 24)": so many of them. */
static bool take_sample(const struct figure *figure, uint32_t n)
{
    const struct clause *clause = figure->clause;
    return n > 1 && item_class(clause, n - 1) == CLASS_OPEN && item_is_phrase(clause, n - 2)
           && figure_take(figure, phrase_ending(clause, n - 2));
}

/* What may name the figure at item `at`, and whether a sign says so. */
struct name {
    uint32_t item; /* NO_ITEM for none */
    bool sign;
};

/* Can a name end at the item, or what parts it from its number? Most figures stand behind a verb or a preposition. */
static bool may_end_name(const struct clause *clause, uint32_t k)
{
    uint8_t class = item_class(clause, k);
    return class == CLASS_PHRASE || class == CLASS_CLOSE || class == CLASS_COMMA || class == CLASS_SEMICOLON
           || class == CLASS_AND;
}

static struct name name_before(const struct clause *clause, uint32_t at)
{
    uint32_t k = at, before = item_before_figure(clause, at);
    if (before == NO_ITEM || clause->counted[clause->items[at].claim]
        || !(may_end_name(clause, before) || is_sign(clause, at - 1)))
        return (struct name){ NO_ITEM, false };
    while (k > 0 && is_sign(clause, k - 1))
        k--;
    bool sign = k < at;
    uint8_t kind = item_claim(clause, at)->kind;
    bool plain = kind == CLAIMEX_COUNT || kind == CLAIMEX_PERCENTAGE;
    if (sign)
        return (struct name){ k > 0 ? before_short_form(clause, k - 1) : NO_ITEM, true };
    before -= plain && before > 0 && item_class(clause, before) == CLASS_COMMA; /* "ratio, 1.3"; not "pH 7, 5 °C" */
    return (struct name){ before_short_form(clause, before), false };
}

bool statistic_is_value(const struct clause *clause, uint32_t i)
{
    struct name name = name_before(clause, i);
    return name.item != NO_ITEM
           && (is_statistic(clause, name.item) || is_odds_ratio(clause, name.item, name.sign)
               || item_reads(clause, i - 1, "="));
}

bool statistic_take(const struct figure *figure)
{
    const struct clause *clause = figure->clause;
    struct name name = name_before(clause, figure->at);
    uint32_t k = name.item;
    if (k == NO_ITEM)
        return false;
    if (!name.sign && take_long_form(figure, figure->before))
        return true;
    if (item_reads(clause, k, "n") && item_is_phrase(clause, k) && name.sign)
        return take_sample(figure, k) || figure_take(figure, (struct item_range){ k, k });
    if (is_odds_ratio(clause, k, name.sign)) {
        figure->claim->subject = items_span(clause, k, k);
        return true;
    }
    bool end = k > 0 && item_class(clause, k - 1) == CLASS_TO; /* "to Y=5" */
    return ((name.sign && item_is_phrase(clause, k) && !end) || is_statistic(clause, k))
           && figure_take(figure, (struct item_range){ k, k });
}
