#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/array.h"
#include "failing_allocator.h"

#define PLENTY 1000000

struct pair {
    uint64_t number;
    char letter;
};

static void items_survive_growth(void **state)
{
    struct failing failing = { .until_failure = PLENTY };
    claimex_allocator allocator = failing_allocator(&failing);
    ARRAY(struct pair) pairs = { 0 };
    (void)state;

    for (unsigned i = 0; i < 5000; i++) {
        struct pair *pair = array_push(&pairs, &allocator);
        assert_non_null(pair);
        *pair = (struct pair){ i * UINT64_C(10000000000), (char)('a' + i % 26) };
    }
    assert_int_equal(pairs.count, 5000);
    for (unsigned i = 0; i < 5000; i++) {
        assert_int_equal(pairs.items[i].number, i * UINT64_C(10000000000));
        assert_int_equal(pairs.items[i].letter, 'a' + i % 26);
    }
    assert_in_range(PLENTY - failing.until_failure, 1, 20);
    array_free(&pairs, &allocator);
    assert_int_equal(failing.in_use, 0);
}

static void free_leaves_an_empty_array(void **state)
{
    ARRAY(struct pair) pairs = { 0 };
    (void)state;

    array_free(&pairs, &memory_default);
    for (int round = 0; round < 2; round++) {
        assert_non_null(array_push(&pairs, &memory_default));
        array_free(&pairs, &memory_default);
        assert_null(pairs.items);
        assert_int_equal(pairs.count, 0);
        assert_int_equal(pairs.capacity, 0);
    }
}

static void what_was_reserved_needs_no_more_memory(void **state)
{
    struct failing failing = { .until_failure = 1 };
    claimex_allocator allocator = failing_allocator(&failing);
    ARRAY(struct pair) pairs = { 0 };
    size_t none = 0;
    (void)state;

    assert_true(array_reserve(&pairs, none, &allocator));
    assert_int_equal(failing.in_use, 0);
    assert_true(array_reserve(&pairs, 1000, &allocator));
    assert_int_equal(pairs.count, 0);
    for (int i = 0; i < 1000; i++) {
        assert_non_null(array_push(&pairs, &allocator));
    }
    assert_true(array_reserve(&pairs, pairs.capacity - pairs.count, &allocator));
    array_free(&pairs, &allocator);
}

static void out_of_memory_leaves_the_array_as_it_was(void **state)
{
    struct failing failing = { .until_failure = 1 };
    claimex_allocator allocator = failing_allocator(&failing);
    ARRAY(struct pair) pairs = { 0 };
    (void)state;

    struct pair *pair = array_push(&pairs, &allocator);
    assert_non_null(pair);
    pair->number = 42;
    size_t capacity = pairs.capacity;
    assert_false(array_reserve(&pairs, pairs.capacity, &allocator));
    assert_ptr_equal(pairs.items, pair);
    assert_int_equal(pairs.count, 1);
    assert_int_equal(pairs.capacity, capacity);
    assert_int_equal(pairs.items[0].number, 42);
    array_free(&pairs, &allocator);
    assert_int_equal(failing.in_use, 0);
}

static void sizes_that_overflow_are_refused(void **state)
{
    ARRAY(struct pair) pairs = { 0 };
    (void)state;

    assert_non_null(array_push(&pairs, &memory_default));
    assert_false(array_reserve(&pairs, SIZE_MAX, &memory_default));
    assert_false(array_reserve(&pairs, SIZE_MAX - 1, &memory_default));
    assert_false(array_reserve(&pairs, SIZE_MAX / sizeof(struct pair), &memory_default));
    assert_int_equal(pairs.count, 1);
    array_free(&pairs, &memory_default);
}

static void zeroed_memory_checks_its_size(void **state)
{
    static const char zeros[60];
    (void)state;

    assert_null(memory_alloc_zero(&memory_default, SIZE_MAX / 2, 3));
    void *memory = memory_alloc_zero(&memory_default, 20, 3);
    assert_memory_equal(memory, zeros, 60);
    memory_free(&memory_default, memory);
    memory = memory_alloc_zero(&memory_default, 5, 0);
    assert_non_null(memory);
    memory_free(&memory_default, memory);
    memory_free(&memory_default, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_survive_growth),
        cmocka_unit_test(free_leaves_an_empty_array),
        cmocka_unit_test(what_was_reserved_needs_no_more_memory),
        cmocka_unit_test(out_of_memory_leaves_the_array_as_it_was),
        cmocka_unit_test(sizes_that_overflow_are_refused),
        cmocka_unit_test(zeroed_memory_checks_its_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
