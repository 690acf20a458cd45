#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "failing_allocator.h"

#define PLENTY 1000000

static struct failing failing;

static struct arena new_arena(long requests)
{
    struct arena arena;

    failing = (struct failing){ .until_failure = requests };
    claimex_allocator allocator = failing_allocator(&failing);
    arena_init(&arena, &allocator);
    return arena;
}

static void free_arena(struct arena *arena)
{
    arena_free(arena);
    assert_int_equal(failing.in_use, 0);
}

/* Sizes around every rounding, and now and then one that is larger than the next chunk. */
static size_t nth_size(unsigned i)
{
    return i % 50 == 49 ? (size_t)i * 1000 : (size_t)(i * 7 % 67);
}

static void blocks_are_aligned_and_do_not_overlap(void **state)
{
    struct arena arena = new_arena(PLENTY);
    unsigned char *blocks[400];
    (void)state;

    for (unsigned i = 0; i < 400; i++) {
        blocks[i] = arena_alloc(&arena, nth_size(i));
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % _Alignof(max_align_t), 0);
        memset(blocks[i], (int)(i % 251), nth_size(i));
    }
    for (unsigned i = 0; i < 400; i++) {
        for (size_t k = 0; k < nth_size(i); k++) {
            if (blocks[i][k] != i % 251) {
                fail_msg("byte %zu of block %u was overwritten", k, i);
            }
        }
    }
    free_arena(&arena);
}

static void a_warm_arena_asks_for_nothing(void **state)
{
    struct arena arena = new_arena(PLENTY);
    void *cold[400];
    (void)state;

    for (unsigned i = 0; i < 400; i++) {
        cold[i] = arena_alloc(&arena, nth_size(i));
    }
    failing.until_failure = 0;
    for (int round = 0; round < 3; round++) {
        arena_reset(&arena);
        for (unsigned i = 0; i < 400; i++) {
            assert_ptr_equal(arena_alloc(&arena, nth_size(i)), cold[i]);
        }
    }
    free_arena(&arena);
}

static void a_large_request_finds_a_later_chunk(void **state)
{
    struct arena arena = new_arena(PLENTY);
    (void)state;

    assert_non_null(arena_alloc(&arena, 10000));
    assert_non_null(arena_alloc(&arena, 10000));
    void *large = arena_alloc(&arena, 5000000);
    assert_non_null(large);
    arena_reset(&arena);
    failing.until_failure = 0;
    assert_non_null(arena_alloc(&arena, 10000));
    assert_ptr_equal(arena_alloc(&arena, 5000000), large);
    free_arena(&arena);
}

static void many_small_blocks_need_few_chunks(void **state)
{
    struct arena arena = new_arena(PLENTY);
    (void)state;

    for (int i = 0; i < 8 * 1024 * 1024 / 64; i++) {
        assert_non_null(arena_alloc(&arena, 64));
    }
    assert_in_range(PLENTY - failing.until_failure, 6, 24);
    free_arena(&arena);
}

static void sizes_that_overflow_are_out_of_memory(void **state)
{
    struct arena arena = new_arena(PLENTY);
    (void)state;

    for (size_t less = 0; less < 31; less++) {
        assert_null(arena_alloc(&arena, SIZE_MAX - less));
    }
    assert_int_equal(failing.until_failure, PLENTY); /* nobody was asked */
    free_arena(&arena);
}

static void out_of_memory_leaves_the_arena_usable(void **state)
{
    struct arena arena = new_arena(1);
    (void)state;

    char *kept = arena_alloc(&arena, 8);
    assert_non_null(kept);
    memcpy(kept, "forty-2", 8);
    assert_null(arena_alloc(&arena, 1000000));
    assert_non_null(arena_alloc(&arena, 8));
    assert_string_equal(kept, "forty-2");
    failing.until_failure = 1;
    assert_non_null(arena_alloc(&arena, 1000000));
    free_arena(&arena);
}

static void an_arena_can_be_used_after_free(void **state)
{
    struct arena arena = new_arena(PLENTY);
    (void)state;

    arena_reset(&arena);
    arena_free(&arena);
    assert_non_null(arena_alloc(&arena, 0));
    arena_free(&arena);
    assert_int_equal(failing.in_use, 0);
    assert_non_null(arena_alloc(&arena, 100));
    free_arena(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_aligned_and_do_not_overlap),
        cmocka_unit_test(a_warm_arena_asks_for_nothing),
        cmocka_unit_test(a_large_request_finds_a_later_chunk),
        cmocka_unit_test(many_small_blocks_need_few_chunks),
        cmocka_unit_test(sizes_that_overflow_are_out_of_memory),
        cmocka_unit_test(out_of_memory_leaves_the_arena_usable),
        cmocka_unit_test(an_arena_can_be_used_after_free),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
