/* A program that loads the library, uses all of it and lets it go, again and again: a plugin. Nothing stays behind, and
 * the process does not grow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <dlfcn.h>

#include "claimex.h"
#include "text.h"

#define N_WARM 5
#define N_ROUNDS 80
#define MOST_PAGES 400 /* a chunk of machine code left behind each time would be three times as many */

/* Sanitizers keep what was freed for a while; they have a leak check of their own. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

/* The types of the functions that are looked up, from their declarations. */
#define LOOK_UP(library, function)                                                     \
    __typeof__(&function) function##_;                                                 \
    do {                                                                               \
        void *const address_ = dlsym(library, #function);                              \
        assert_non_null(address_);                                                     \
        memcpy(&function##_, &address_, sizeof address_); /* ISO C has no such cast */ \
    } while (0)

static const char *path;

static void use(void *library)
{
    LOOK_UP(library, claimex_engine_new);
    LOOK_UP(library, claimex_engine_free);
    LOOK_UP(library, claimex_scan_many);
    LOOK_UP(library, claimex_batch_arrow);
    LOOK_UP(library, claimex_batch_free);
    const claimex_text texts[] = { { .bytes = rich_text, .length = sizeof rich_text - 1 },
                                   { .bytes = rich_text, .length = sizeof rich_text - 1 } };
    claimex_engine *engine = NULL;
    claimex_batch *batch = NULL;
    struct ArrowArrayStream stream;
    struct ArrowArray array;
    assert_int_equal(claimex_engine_new_(NULL, &engine, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_scan_many_(engine, texts, 2, NULL, 2, &batch, NULL), CLAIMEX_OK);
    assert_int_equal(claimex_batch_arrow_(batch, CLAIMEX_BYTES, &stream, NULL), CLAIMEX_OK);
    assert_int_equal(stream.get_next(&stream, &array), 0);
    array.release(&array);
    stream.release(&stream);
    claimex_batch_free_(batch);
    claimex_engine_free_(engine);
}

/* Pages of memory that the process has mapped and touched; 0 where nobody tells. */
static long resident_pages(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) {
        return 0;
    }
    if (fscanf(file, "%*s %ld", &pages) != 1) {
        pages = 0;
    }
    fclose(file);
    return pages;
}

static void load_and_use(void)
{
    void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    assert_non_null(library);
    use(library);
    assert_int_equal(dlclose(library), 0);
}

static void test_load_and_unload(void **state)
{
    (void)state;
    long before = 0;
    for (int i = 0; i < N_WARM + N_ROUNDS; i++) {
        before = i == N_WARM ? resident_pages() : before;
        load_and_use();
    }
    if (!IS_SANITIZED) {
        assert_in_range(resident_pages(), 0, before + MOST_PAGES);
    }
}

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(test_load_and_unload) };
    path = count > 1 ? arguments[1] : "libclaimex.so.0";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
