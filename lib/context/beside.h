/* Figures that measure what another one of their sentence does. Each is false when its shape is not there. */
#ifndef CONTEXT_BESIDE_H
#define CONTEXT_BESIDE_H

#include "context/figure.h"

bool beside_compared(const struct figure *figure, uint32_t comma);
bool beside_set(const struct figure *figure);
bool beside_against(const struct figure *figure);
bool beside_earlier(const struct figure *figure);
bool beside_row(const struct figure *figure);
bool beside_whole(const struct figure *figure);
bool beside_part(const struct figure *figure);
bool beside_them(const struct figure *figure);
bool beside_each(const struct figure *figure);
bool beside_in_list(const struct figure *figure);
bool beside_other_end(const struct figure *figure);
bool beside_doubling(const struct figure *figure);
bool beside_coordinated(const struct figure *figure);
bool beside_counted(const struct figure *figure);

/* Is it the subject of a verb itself? It then takes what the share before it is of. */
bool beside_is_subject(const struct figure *figure);
void beside_inherit_share(const struct figure *figure);

#endif
