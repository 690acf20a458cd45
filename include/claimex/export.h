/* What a shared library shows, and C linkage for C++. */
#ifndef CLAIMEX_EXPORT_H
#define CLAIMEX_EXPORT_H

/* CLAIMEX_API marks every public function. Define CLAIMEX_STATIC before
 * including the headers when linking the static library on Windows. */
#if defined(_WIN32) && !defined(CLAIMEX_STATIC)
#ifdef CLAIMEX_BUILDING
#define CLAIMEX_API __declspec(dllexport)
#else
#define CLAIMEX_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define CLAIMEX_API __attribute__((visibility("default")))
#else
#define CLAIMEX_API
#endif

#ifdef __cplusplus
#define CLAIMEX_BEGIN_DECLS extern "C" {
#define CLAIMEX_END_DECLS }
#else
#define CLAIMEX_BEGIN_DECLS
#define CLAIMEX_END_DECLS
#endif

#endif
