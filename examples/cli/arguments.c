/* Every option is a line of one of two tables: those that choose between names, and those that read a value. */
#include "arguments.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "message.h"

enum { FORMAT_UNSET = 0xff };

struct choice {
    const char *option;
    size_t field;      /* of one byte in struct arguments */
    const char *names; /* the position of a name is the value of the enum */
};

static const struct choice choices[] = {
    { "--format", offsetof(struct arguments, format), "text|ndjson" },
    { "--input", offsetof(struct arguments, input), "text|ndjson" },
    { "--offsets", offsetof(struct arguments, offsets), "byte|codepoint|utf16" },
    { "--date-order", offsetof(struct arguments, scan.date_order), "mdy|dmy|ymd" },
    { "--invalid-utf8", offsetof(struct arguments, scan.utf8_policy), "refuse|skip" },
};

struct flag {
    const char *option;
    size_t field; /* a bool in struct arguments */
};

static const struct flag flags[] = {
    { "--tokens", offsetof(struct arguments, tokens) },
    { "--help", offsetof(struct arguments, help) },
    { "-h", offsetof(struct arguments, help) },
    { "--version", offsetof(struct arguments, version) },
};

static const char help[] =
    "Usage: claimex [OPTION…] [FILE…]\n"
    "\n"
    "Finds the statistics and claims in a text: percentages, amounts of money, dates and other\n"
    "figures, with their exact values and their context. Reads standard input when there is no\n"
    "FILE or FILE is \"-\". Data goes to the standard output, messages to the standard error.\n"
    "\n"
    "  --format text|ndjson     what to write: a table for people (the default on a terminal),\n"
    "                           or one JSON object a claim (the default elsewhere)\n"
    "  --input text|ndjson      what to read: one text a file (the default), or one JSON object\n"
    "                           a line with \"text\", and if you like \"id\" and \"reference_date\"\n"
    "  --kinds LIST             only these kinds, with commas between them: percentage, money,\n"
    "                           date, count, ratio, multiple, duration, age, measure, rank\n"
    "  --reference-date DATE    the day on which the text was written, 2017-04-25; without it\n"
    "                           \"last July\" has no year\n"
    "  --date-order mdy|dmy|ymd how to read 5/4/2017 (mdy)\n"
    "  --default-currency CODE  what a bare \"$\" is, of the dollars and pesos (USD)\n"
    "  --fiscal-start MONTH     the month in which a fiscal year starts, 1 to 12\n"
    "  --invalid-utf8 refuse|skip\n"
    "                           what to do with a text that is not UTF-8 (refuse)\n"
    "  --offsets byte|codepoint|utf16\n"
    "                           what the start and end of a JSON record count (byte)\n"
    "  --tokens                 show how the text was cut and why each figure is a claim or none\n"
    "  -h, --help               show this text\n"
    "  --version                show the version\n"
    "\n"
    "With --input ndjson each line is a document of its own; a bad line is named by its number\n"
    "and skipped. NO_COLOR in the environment keeps colours off a terminal.\n"
    "\n"
    "Exit status: 0 when every input was read, 1 when some failed (the others are still done),\n"
    "2 when the command line is wrong.\n"
    "\n"
    "Examples:\n"
    "  claimex --reference-date 2024-05-17 article.txt\n"
    "  claimex --input ndjson --kinds money,percentage <articles.ndjson >claims.ndjson\n";

void arguments_help(void)
{
    fputs(help, stdout);
}

static bool choose(struct arguments *arguments, const struct choice *choice, const char *value)
{
    size_t wanted = strlen(value), length;
    const char *name = choice->names;
    for (uint8_t i = 0;; i++, name += length + 1) {
        length = strcspn(name, "|");
        if (length == wanted && memcmp(name, value, length) == 0) {
            *((uint8_t *)arguments + choice->field) = i;
            return true;
        }
        if (name[length] == '\0') {
            message(NULL, 0, 0, "%s is one of %s, not \"%s\"", choice->option, choice->names, value);
            return false;
        }
    }
}

/* The kind that is named by `length` bytes, or -1. */
static int kind_named(const char *name, size_t length)
{
    const char *known;
    for (uint8_t kind = 0; (known = claimex_kind_name(kind)) != NULL; kind++) {
        if (strlen(known) == length && memcmp(known, name, length) == 0) {
            return kind;
        }
    }
    return -1;
}

static bool read_kinds(struct arguments *arguments, const char *value)
{
    arguments->scan.kinds = 0;
    for (const char *name = value;;) {
        size_t length = strcspn(name, ",");
        int kind = kind_named(name, length);
        if (kind < 0) {
            message(NULL, 0, 0, "--kinds: there is no kind \"%.*s\" (claimex --help lists them)", (int)length, name);
            return false;
        }
        arguments->scan.kinds |= CLAIMEX_KIND(kind);
        if (name[length] == '\0') {
            return true;
        }
        name += length + 1;
    }
}

static bool read_reference_date(struct arguments *arguments, const char *value)
{
    if (claimex_moment_parse(value, strlen(value), &arguments->scan.reference)) {
        return true;
    }
    message(NULL, 0, 0, "--reference-date is a date such as 2017-04-25, not \"%s\"", value);
    return false;
}

static bool read_default_currency(struct arguments *arguments, const char *value)
{
    if (strlen(value) != 3 || strspn(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3) {
        message(NULL, 0, 0, "--default-currency is an ISO 4217 code such as CAD, not \"%s\"", value);
        return false;
    }
    memcpy(arguments->scan.default_currency, value, sizeof arguments->scan.default_currency);
    return true;
}

static bool read_fiscal_start(struct arguments *arguments, const char *value)
{
    static const char *const months[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12" };
    for (uint8_t i = 0; i < 12; i++) {
        if (strcmp(months[i], value) == 0) {
            arguments->scan.fiscal_start = (uint8_t)(i + 1);
            return true;
        }
    }
    message(NULL, 0, 0, "--fiscal-start is a month from 1 to 12, not \"%s\"", value);
    return false;
}

struct reader {
    const char *option;
    bool (*read)(struct arguments *arguments, const char *value);
};

static const struct reader readers[] = {
    { "--kinds", read_kinds },
    { "--reference-date", read_reference_date },
    { "--default-currency", read_default_currency },
    { "--fiscal-start", read_fiscal_start },
};

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Whether `argument` is the option, alone or before "=". */
static bool is_option(const char *argument, const char *option)
{
    size_t length = strlen(option);
    return strncmp(argument, option, length) == 0 && (argument[length] == '\0' || argument[length] == '=');
}

static bool set_flag(struct arguments *arguments, const char *argument)
{
    for (size_t i = 0; i < COUNT_OF(flags); i++) {
        if (strcmp(argument, flags[i].option) == 0) {
            *(bool *)((char *)arguments + flags[i].field) = true;
            return true;
        }
    }
    return false;
}

/* The value of an option that has one: behind "=", or the next argument. */
static const char *value_of(char **argv, int *i)
{
    const char *equals = strchr(argv[*i], '=');
    if (equals != NULL) {
        return equals + 1;
    }
    if (argv[*i + 1] == NULL) {
        message(NULL, 0, 0, "%s needs a value", argv[*i]);
        return NULL;
    }
    return argv[++*i];
}

/* Reads the option at argv[*i], and leaves *i at its last argument. */
static bool read_option(struct arguments *arguments, char **argv, int *i)
{
    const char *argument = argv[*i], *value;
    if (set_flag(arguments, argument)) {
        return true;
    }
    for (size_t k = 0; k < COUNT_OF(choices); k++) {
        if (is_option(argument, choices[k].option)) {
            return (value = value_of(argv, i)) != NULL && choose(arguments, &choices[k], value);
        }
    }
    for (size_t k = 0; k < COUNT_OF(readers); k++) {
        if (is_option(argument, readers[k].option)) {
            return (value = value_of(argv, i)) != NULL && readers[k].read(arguments, value);
        }
    }
    message(NULL, 0, 0, "there is no option %s", argument);
    return false;
}

/* Fills in what was not said, once all is read. */
static bool settle(struct arguments *arguments)
{
    static char name[] = "-", *standard_input[] = { name };
    if (arguments->n_inputs == 0) {
        arguments->inputs = standard_input;
        arguments->n_inputs = 1;
    }
    if (arguments->tokens && arguments->format == FORMAT_NDJSON) {
        message(NULL, 0, 0, "--tokens writes text only");
        return false;
    }
    if (arguments->format == FORMAT_UNSET) {
        arguments->format = isatty(STDOUT_FILENO) ? FORMAT_TEXT : FORMAT_NDJSON;
    }
    return true;
}

bool arguments_read(struct arguments *arguments, int argc, char **argv)
{
    bool options = true;
    *arguments = (struct arguments){ .inputs = argv, .format = FORMAT_UNSET, .scan = CLAIMEX_SCAN_OPTIONS_INIT };
    for (int i = 1; i < argc; i++) {
        if (options && strcmp(argv[i], "--") == 0) {
            options = false;
        } else if (!options || argv[i][0] != '-' || argv[i][1] == '\0') {
            argv[arguments->n_inputs++] = argv[i];
        } else if (!read_option(arguments, argv, &i)) {
            return false;
        }
    }
    return settle(arguments);
}
