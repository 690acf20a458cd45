/* Scan options by the names that the command line uses, with _ for -. */
#include "runner_options.h"

#include <stdio.h>
#include <string.h>

#include "runner_line.h"

struct word {
    const char *bytes;
    size_t length;
};

static bool is_word(struct word word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.bytes, text, word.length) == 0;
}

static bool set_reference_date(claimex_scan_options *options, struct word value)
{
    return claimex_moment_parse(value.bytes, value.length, &options->reference) == 1;
}

/* "money,percentage" */
static bool set_kinds(claimex_scan_options *options, struct word value)
{
    const char *end = value.bytes + value.length;
    for (const char *at = value.bytes; at < end; at++) {
        const char *start = at;
        while (at < end && *at != ',') {
            at++;
        }
        const int kind = line_kind(start, (size_t)(at - start));
        if (kind < 0) {
            return false;
        }
        options->kinds |= CLAIMEX_KIND((unsigned)kind);
    }
    return options->kinds != 0;
}

/* The place of the value in a list that NULL ends, into *choice. */
static bool choose(uint8_t *choice, struct word value, const char *const *names)
{
    for (uint8_t i = 0; names[i] != NULL; i++) {
        if (is_word(value, names[i])) {
            *choice = i;
            return true;
        }
    }
    return false;
}

static bool set_date_order(claimex_scan_options *options, struct word value)
{
    static const char *const names[] = { "month_first", "day_first", "year_first", NULL };
    return choose(&options->date_order, value, names);
}

static bool set_weekday_policy(claimex_scan_options *options, struct word value)
{
    static const char *const names[] = { "nearest_in_tense", "always_past", "always_future", NULL };
    return choose(&options->weekday_policy, value, names);
}

static bool set_default_currency(claimex_scan_options *options, struct word value)
{
    if (value.length != 3) {
        return false;
    }
    memcpy(options->default_currency, value.bytes, 3);
    return true;
}

static bool set_fiscal_start(claimex_scan_options *options, struct word value)
{
    static const char *const names[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", NULL };
    return choose(&options->fiscal_start, value, names);
}

static const struct {
    const char *name;
    bool (*set)(claimex_scan_options *options, struct word value);
} setters[] = {
    { "reference_date", set_reference_date },
    { "kinds", set_kinds },
    { "date_order", set_date_order },
    { "weekday_policy", set_weekday_policy },
    { "default_currency", set_default_currency },
    { "fiscal_start", set_fiscal_start },
};

static bool set_option(claimex_scan_options *options, struct word name, struct word value)
{
    for (size_t i = 0; i < sizeof setters / sizeof *setters; i++) {
        if (is_word(name, setters[i].name)) {
            return setters[i].set(options, value);
        }
    }
    return false;
}

/* Reads one name=value. */
static bool parse_pair(claimex_scan_options *options, struct word pair)
{
    const char *equals = memchr(pair.bytes, '=', pair.length);
    if (equals == NULL) {
        return false;
    }
    const struct word name = { pair.bytes, (size_t)(equals - pair.bytes) };
    const struct word value = { equals + 1, pair.length - name.length - 1 };
    return set_option(options, name, value);
}

bool options_parse(claimex_scan_options *options, const char *written, size_t length, char *why, size_t why_size)
{
    const char *end = written + length;
    for (const char *at = written; at < end; at++) {
        const char *start = at;
        while (at < end && *at != ' ') {
            at++;
        }
        const struct word pair = { start, (size_t)(at - start) };
        if (pair.length > 0 && !parse_pair(options, pair)) {
            snprintf(why, why_size, "unknown option \"%.*s\"", (int)pair.length, pair.bytes);
            return false;
        }
    }
    return true;
}
