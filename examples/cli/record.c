/* Turns one JSON object into a document: "text", and if given "id" and "reference_date". Other members are let
 * through, so that the records of a pipeline need not be stripped first; null is as good as absent. */
#include "record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "message.h"

static bool fail(const struct document *document, const char *why)
{
    message(document->file, document->line, 0, "%s; the record is skipped", why);
    return false;
}

/* The member, or NULL when it is absent or null. */
static json_t *member(const struct record *record, const char *key)
{
    json_t *value = json_object_get(record->json, key);
    return json_is_null(value) ? NULL : value;
}

static bool parse(struct record *record, const char *bytes, size_t length, const struct document *document)
{
    static const char mark[] = "\xef\xbb\xbf"; /* with which some editors begin a file */
    json_error_t error;
    if (document->line == 1 && length >= 3 && memcmp(bytes, mark, 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    record->json = json_loadb(bytes, length, JSON_ALLOW_NUL, &error);
    if (record->json == NULL) {
        message(document->file, document->line, error.column > 0 ? (uint64_t)error.column : 0,
                "not JSON: %s; the record is skipped", error.text);
        return false;
    }
    return json_is_object(record->json) || fail(document, "not a JSON object");
}

static bool read_text(const struct record *record, struct document *document)
{
    json_t *text = member(record, "text");
    if (!json_is_string(text)) {
        return fail(document, text == NULL ? "there is no \"text\"" : "\"text\" is not a string");
    }
    document->text = json_string_value(text);
    document->length = json_string_length(text);
    return true;
}

static bool read_label(struct record *record, struct document *document)
{
    json_t *id = member(record, "id");
    if (json_is_string(id)) {
        document->label = json_string_value(id);
        document->label_length = json_string_length(id);
        return true;
    }
    if (id != NULL && !json_is_number(id)) {
        return fail(document, "\"id\" is neither a string nor a number");
    }
    document->label = record->number;
    document->label_is_number = true;
    document->label_length = id != NULL
                                 ? json_dumpb(id, record->number, sizeof record->number, JSON_ENCODE_ANY)
                                 : (size_t)snprintf(record->number, sizeof record->number, "%" PRIu64, document->line);
    return true;
}

static bool read_reference(const struct record *record, struct document *document)
{
    json_t *date = member(record, "reference_date");
    if (date == NULL) {
        return true;
    }
    if (!json_is_string(date)) {
        return fail(document, "\"reference_date\" is not a string");
    }
    return claimex_moment_parse(json_string_value(date), json_string_length(date), &document->reference)
           || fail(document, "\"reference_date\" is not a date such as \"2017-04-25\"");
}

bool record_read(struct record *record, const char *file, uint64_t line, const char *bytes, size_t length,
                 struct document *document)
{
    *document = (struct document){ .file = file, .line = line };
    if (parse(record, bytes, length, document) && read_text(record, document) && read_label(record, document)
        && read_reference(record, document)) {
        return true;
    }
    record_free(record);
    return false;
}

void record_free(struct record *record)
{
    json_decref(record->json);
    record->json = NULL;
}
