/* Statuses as names, and the one place that writes a claimex_error. */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

int32_t status_fail(claimex_error *error, int32_t status, uint64_t offset, const char *format, ...)
{
    if (error == NULL) {
        return status;
    }
    error->status = status;
    error->reserved = 0;
    error->offset = offset;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof error->message, format, arguments);
    va_end(arguments);
    return status;
}

const char *claimex_status_name(int32_t status)
{
    switch (status) {
    case CLAIMEX_OK:
        return "CLAIMEX_OK";
    case CLAIMEX_NO_MEMORY:
        return "CLAIMEX_NO_MEMORY";
    case CLAIMEX_BAD_ARGUMENT:
        return "CLAIMEX_BAD_ARGUMENT";
    case CLAIMEX_TOO_LARGE:
        return "CLAIMEX_TOO_LARGE";
    case CLAIMEX_INVALID_UTF8:
        return "CLAIMEX_INVALID_UTF8";
    case CLAIMEX_UNKNOWN_LANGUAGE:
        return "CLAIMEX_UNKNOWN_LANGUAGE";
    case CLAIMEX_BAD_LEXICON:
        return "CLAIMEX_BAD_LEXICON";
    case CLAIMEX_WRITE_FAILED:
        return "CLAIMEX_WRITE_FAILED";
    case CLAIMEX_INTERNAL:
        return "CLAIMEX_INTERNAL";
    default:
        return "unknown status";
    }
}
