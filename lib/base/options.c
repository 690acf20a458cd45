/* The one place that knows how option structs grow. */
#include "base/options.h"

#include <string.h>

void options_init(void *theirs, size_t size, const void *defaults, size_t known)
{
    uint32_t own_size = (uint32_t)size;
    if (!theirs)
        return;
    memset(theirs, 0, size);
    memcpy(theirs, defaults, size < known ? size : known);
    if (size >= sizeof own_size)
        memcpy(theirs, &own_size, sizeof own_size);
}

int32_t options_read(void *ours, size_t known, const void *theirs, const char *name, claimex_error *error)
{
    uint32_t size;
    if (!theirs)
        return CLAIMEX_OK;
    memcpy(&size, theirs, sizeof size);
    if (size < sizeof size)
        return status_fail(error, CLAIMEX_BAD_ARGUMENT, 0, "%s.size is %u; start from the INIT macro", name, size);
    memcpy(ours, theirs, size < known ? size : known);
    return CLAIMEX_OK;
}
