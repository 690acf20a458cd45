/* One JSON object a claim. Members are written straight from the claim, in a fixed order: building a tree of each
 * record first would take longer than finding the claim. */
#include "ndjson.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct writer {
    const struct document *document;
    const claimex_result *result;
    const struct places *places;
    enum offsets offsets;
};

/* ------------------------------------------------------------------ strings */

/* Whether the second byte of a character keeps it from being overlong, a surrogate or beyond U+10FFFF. */
static bool second_fits(unsigned char first, unsigned char second)
{
    unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high;
}

/* The length of the well-formed character of UTF-8 at `at`, or 0. */
static size_t character_length(const unsigned char *at, size_t left)
{
    size_t length = at[0] < 0x80 ? 1 : at[0] < 0xc2 ? 0 : at[0] < 0xe0 ? 2 : at[0] < 0xf0 ? 3 : at[0] < 0xf5 ? 4 : 0;
    if (length > left || (length > 1 && !second_fits(at[0], at[1]))) {
        return 0;
    }
    for (size_t i = 2; i < length; i++) {
        if ((at[i] & 0xc0) != 0x80) {
            return 0;
        }
    }
    return length;
}

static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

/* Writes the character at `at` as JSON wants it and returns how many bytes it took. */
static size_t write_special(const unsigned char *at, size_t left)
{
    static const char escapes[] = "\"\"\\\\\bb\ff\nn\rr\tt"; /* pairs: the character, the letter after the backslash */
    size_t length = character_length(at, left);
    if (length == 0) {
        fputs("\xef\xbf\xbd", stdout); /* a file name, or a text that is searched all the same, need not be UTF-8 */
        return 1;
    }
    if (length > 1) {
        fwrite(at, 1, length, stdout);
        return length;
    }
    for (const char *pair = escapes; *pair != '\0'; pair += 2) {
        if ((unsigned char)pair[0] == *at) {
            fputc('\\', stdout);
            fputc(pair[1], stdout);
            return 1;
        }
    }
    printf("\\u%04x", *at);
    return 1;
}

static void write_string(const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    fputc('"', stdout);
    for (size_t i = 0, plain = 0; i < length; i += plain) {
        for (plain = 0; i + plain < length && is_plain(text[i + plain]); plain++) {}
        if (plain > 0) {
            fwrite(text + i, 1, plain, stdout);
        } else {
            plain = write_special(text + i, length - i);
        }
    }
    fputc('"', stdout);
}

/* ------------------------------------------------------------------ members */

static void write_key(const char *key)
{
    fputs(",\"", stdout);
    fputs(key, stdout);
    fputs("\":", stdout);
}

/* Left out when the text is empty. */
static void write_text(const char *key, const char *text)
{
    if (text[0] != '\0') {
        write_key(key);
        write_string(text, strlen(text));
    }
}

static void write_decimal(const char *key, claimex_decimal number)
{
    char text[CLAIMEX_DECIMAL_TEXT_SIZE];
    claimex_decimal_text(number, text);
    write_text(key, text);
}

static void write_moment(const char *key, claimex_moment moment)
{
    char text[CLAIMEX_MOMENT_TEXT_SIZE];
    claimex_moment_text(moment, text);
    write_text(key, text);
}

/* Left out when there is no link. */
static void write_link(const char *key, int32_t claim)
{
    if (claim >= 0) {
        write_key(key);
        printf("%" PRId32, claim);
    }
}

/* An unambiguous claim has one reading or none, which is not worth a list. */
static void write_readings(const char *reading)
{
    if (reading[0] == '\0' || reading[strlen(reading) + 1] == '\0') {
        return;
    }
    write_key("readings");
    for (char before = '['; *reading != '\0'; before = ',', reading += strlen(reading) + 1) {
        fputc(before, stdout);
        write_string(reading, strlen(reading));
    }
    fputc(']', stdout);
}

/* -------------------------------------------------------------------- spans */

static uint64_t offset_as_asked(const struct writer *writer, uint32_t byte)
{
    switch (writer->offsets) {
    case OFFSETS_BYTE:
        break;
    case OFFSETS_CODE_POINT:
        return places_at(writer->places, byte)->code_point;
    case OFFSETS_UTF16:
        return places_at(writer->places, byte)->utf16;
    }
    return byte;
}

static void write_ends(const struct writer *writer, claimex_span span)
{
    printf("\"start\":%" PRIu64 ",\"end\":%" PRIu64, offset_as_asked(writer, span.start),
           offset_as_asked(writer, span.end));
}

static void write_slice(const struct writer *writer, claimex_span span)
{
    write_key("text");
    write_string(writer->document->text + span.start, span.end - span.start);
}

static void write_span(const struct writer *writer, const char *key, claimex_span span, bool with_text)
{
    if (span.start == span.end) {
        return;
    }
    write_key(key);
    fputc('{', stdout);
    write_ends(writer, span);
    if (with_text) {
        write_slice(writer, span);
    }
    fputc('}', stdout);
}

/* ------------------------------------------------------------------- record */

static void write_label(const struct document *document)
{
    fputs("{\"doc\":", stdout);
    if (document->label_is_number) {
        fwrite(document->label, 1, document->label_length, stdout);
    } else {
        write_string(document->label, document->label_length);
    }
}

static void write_quantity(const struct writer *writer, const claimex_claim *claim)
{
    write_decimal("value", claim->value);
    write_decimal("low", claim->low);
    write_decimal("high", claim->high);
    write_decimal("of", claim->of);
    write_text("relation", claimex_relation_name(claim->relation));
    write_text("unit", claimex_result_string(writer->result, claim->unit));
    write_readings(claimex_result_string(writer->result, claim->readings));
    if (claim->flags & CLAIMEX_INEXACT) {
        fputs(",\"inexact\":true", stdout);
    }
    write_text("per", claimex_result_string(writer->result, claim->per));
    write_decimal("per_amount", claim->per_amount);
}

static void write_date(const struct writer *writer, const claimex_claim *claim)
{
    write_text("timex", claimex_result_string(writer->result, claim->timex));
    if (claim->grain != CLAIMEX_GRAIN_NONE) {
        write_text("grain", claimex_grain_name(claim->grain));
    }
    write_moment("begins", claim->begins);
    write_moment("ends", claim->ends);
}

static void write_context(const struct writer *writer, const claimex_claim *claim)
{
    if (claim->role != CLAIMEX_ROLE_NONE) {
        write_text("role", claimex_role_name(claim->role));
    }
    if (claim->change != CLAIMEX_CHANGE_NONE) {
        write_text("change", claimex_change_name(claim->change));
    }
    write_span(writer, "modifier", claim->modifier, true);
    write_span(writer, "subject", claim->subject, true);
    write_span(writer, "source", claim->source, true);
    write_span(writer, "cue", claim->cue, true);
    write_text("stance", claimex_stance_name(claim->stance));
    fputs(claim->flags & CLAIMEX_QUOTED ? ",\"quoted\":true" : ",\"quoted\":false", stdout);
    write_span(writer, "sentence", claim->sentence, false);
    write_link("time", claim->time);
    write_link("same_as", claim->same_as);
}

static void write_claim(const struct writer *writer, const claimex_claim *claim)
{
    write_label(writer->document);
    write_text("kind", claimex_kind_name(claim->kind));
    fputc(',', stdout);
    write_ends(writer, claim->at);
    write_slice(writer, claim->at);
    write_quantity(writer, claim);
    write_date(writer, claim);
    write_context(writer, claim);
    fputs("}\n", stdout);
}

static void write_incomplete(const struct document *document, uint32_t limits)
{
    write_label(document);
    write_text("incomplete", limits & CLAIMEX_MATCH_LIMIT ? "match limit" : "claim limit");
    fputs("}\n", stdout);
}

void ndjson_write(const struct document *document, const claimex_result *result, enum offsets offsets,
                  const struct places *places)
{
    struct writer writer = { document, result, places, offsets };
    size_t count;
    const claimex_claim *claims = claimex_result_claims(result, &count);
    for (size_t i = 0; i < count; i++) {
        write_claim(&writer, &claims[i]);
    }
    uint32_t limits = claimex_result_incomplete(result);
    if (limits != 0) {
        write_incomplete(document, limits);
    }
}
