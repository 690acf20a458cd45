/* The answer to "why is my number missing?": every token with its classes and letter, every candidate with its fate. */
#include "explain.h"

#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

static void write(struct explain *explain, const char *bytes, size_t length)
{
    if (!explain->failed && length)
        explain->failed = explain->writer(explain->context, bytes, length) != 0;
}

static void print(struct explain *explain, const char *string, ...) STATUS_PRINTF(2, 3);

static void print(struct explain *explain, const char *string, ...)
{
    char line[512];
    va_list arguments;
    va_start(arguments, string);
    int length = vsnprintf(line, sizeof line, string, arguments);
    va_end(arguments);
    if (length > 0)
        write(explain, line, (size_t)length < sizeof line ? (size_t)length : sizeof line - 1);
}

/* The text of a span on one line, cut to 60 bytes at a character. */
static void write_text(struct explain *explain, const char *text, uint32_t start, uint32_t end)
{
    uint32_t stop = end - start > 60 ? start + 60 : end;
    while (stop < end && stop > start && ((unsigned char)text[stop] & 0xC0) == 0x80)
        stop--;
    for (uint32_t i = start; i < stop; i++)
        write(explain, (unsigned char)text[i] < ' ' ? " " : text + i, 1);
    if (stop < end)
        print(explain, "...");
}

static void explain_number(struct explain *explain, const struct tokens *tokens, const struct token *token)
{
    char text[CLAIMEX_DECIMAL_TEXT_SIZE];
    if (token->number != NO_NUMBER && claimex_decimal_text(tokens->numbers.items[token->number], text))
        print(explain, " =%s", text);
}

static void explain_token(struct explain *explain, const claimex_result *result, uint32_t i)
{
    const struct tokens *tokens = &result->tokens;
    const struct token *token = &tokens->token.items[i];
    struct class_set set = token_classes(tokens, i);
    print(explain, "  %4u  %6u-%-6u  %02x  ", i, result_given(result, token->start),
          result_given_end(result, token->end), result->letters.items[i]);
    write_text(explain, tokens->text, token->start, token->end);
    print(explain, " ");
    for (int each = 1; each < N_CLASSES; each++) {
        if (!class_set_has(&set, (enum class)each))
            continue;
        const char *value = token_text(tokens, i, (enum class)each);
        print(explain, value && *value ? " %s=%s" : " %s", class_name((enum class)each), value);
    }
    explain_number(explain, tokens, token);
    print(explain, "\n");
}

static void explain_candidate(struct explain *explain, const claimex_result *result, const struct candidate *candidate)
{
    static const char *const fates[] = { "open",           "is a claim",    "lost to a longer one",
                                         "lost to a veto", "not asked for", "is the base of a rate" };
    const struct pattern_source *pattern = &recognizer_patterns[candidate->pattern];
    bool veto = candidate->kind == KIND_NONE;
    print(explain, "  %s ", veto ? "veto" : claimex_kind_name(candidate->kind));
    print(explain, "%u-%u \"", result_given(result, candidate->at.start),
          result_given_end(result, candidate->at.end));
    write_text(explain, result->tokens.text, candidate->at.start, candidate->at.end);
    print(explain, "\" by %s (%s): %s\n", pattern->name, pattern->file,
          veto ? (candidate->fate == FATE_LOST ? "lost to a longer one" : "is no claim") : fates[candidate->fate]);
}

/* What the context took for one thing: "[PHRASE the survey] [SHOW found]". */
static void explain_items(struct explain *explain, const claimex_result *result)
{
    const struct token *tokens = result->tokens.token.items;
    for (size_t i = 0; i < result->context.items.count; i++) {
        const struct item *item = &result->context.items.items[i];
        print(explain, i ? " [%s " : "  [%s ", item->class ? class_name((enum class)item->class) : "WORD");
        write_text(explain, result->tokens.text, tokens[item->first].start, tokens[item->end - 1].end);
        print(explain, "]");
    }
    print(explain, result->context.items.count ? "\n" : "");
}

void explain_sentence(struct explain *explain, const claimex_result *result, const struct cut *cut)
{
    print(explain, "sentence %u-%u%s\n", result_given(result, cut->at.start), result_given_end(result, cut->at.end),
          cut->passed ? ": passed over, nothing in it can be a claim" : "");
    if (cut->passed)
        return;
    for (uint32_t i = 0; i < result->tokens.token.count; i++)
        explain_token(explain, result, i);
    for (size_t i = 0; i < result->candidates.count; i++)
        explain_candidate(explain, result, &result->candidates.items[i]);
    explain_items(explain, result);
}
