/* A library of somebody else's, which uses claimex inside. */
#ifndef PLUGIN_H
#define PLUGIN_H

#ifdef __cplusplus
extern "C" {
#endif

/* How many claims the text has; -1 when that cannot be said. */
int plugin_count(const char *text);

#ifdef __cplusplus
}
#endif

#endif
