/* claimex finds the statistics and claims in a text: percentages, currency
 * amounts, dates and named figures, each with exact byte offsets, exact values
 * and the context that makes it checkable.
 *
 * The life cycle:
 *
 *     claimex_engine *engine = NULL;
 *     claimex_result *result = NULL;
 *     claimex_engine_new(NULL, &engine, NULL);           once; share it between threads
 *     claimex_result_new(engine, &result, NULL);         one for each thread; reuse it
 *     claimex_scan(engine, result, text, length, NULL, NULL);
 *     size_t count;
 *     const claimex_claim *claims = claimex_result_claims(result, &count);
 *     …                                                  claims live until the next scan
 *     claimex_result_free(result);
 *     claimex_engine_free(engine);
 *
 * Every call that can fail returns CLAIMEX_OK or a negative status and fills an
 * optional claimex_error. Offsets and lengths are in bytes. "Any thread" says
 * that calls may run at the same time, as long as none of them writes where
 * another one reads. The library has no global state, never prints, never
 * aborts and reads no locale. It starts threads in claimex_scan_many only, for
 * many texts at once, and they end with it.
 */
#ifndef CLAIMEX_H
#define CLAIMEX_H

#include "claimex/arrow.h"
#include "claimex/batch.h"
#include "claimex/claim.h"
#include "claimex/export.h"
#include "claimex/locate.h"
#include "claimex/memory.h"
#include "claimex/scan.h"
#include "claimex/status.h"
#include "claimex/version.h"

#endif
