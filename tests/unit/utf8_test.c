#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/utf8.h"

struct sequence {
    const char *bytes;
    size_t length;
};
#define SEQUENCE(literal) { literal, sizeof(literal) - 1 }

/* The first and last of every row of the table of well-formed sequences. */
static const struct sequence well_formed[] = {
    SEQUENCE("\x00"), SEQUENCE("\x7F"), SEQUENCE("\xC2\x80"),
    SEQUENCE("\xDF\xBF"), SEQUENCE("\xE0\xA0\x80"), SEQUENCE("\xE0\xBF\xBF"),
    SEQUENCE("\xE1\x80\x80"), SEQUENCE("\xEC\xBF\xBF"), SEQUENCE("\xED\x80\x80"),
    SEQUENCE("\xED\x9F\xBF"), SEQUENCE("\xEE\x80\x80"), SEQUENCE("\xEF\xBF\xBF"),
    SEQUENCE("\xF0\x90\x80\x80"), SEQUENCE("\xF0\xBF\xBF\xBF"), SEQUENCE("\xF1\x80\x80\x80"),
    SEQUENCE("\xF3\xBF\xBF\xBF"), SEQUENCE("\xF4\x80\x80\x80"), SEQUENCE("\xF4\x8F\xBF\xBF"),
};

static const struct sequence malformed[] = {
    SEQUENCE("\x80"), SEQUENCE("\xBF"), SEQUENCE("\xC0\x80"), SEQUENCE("\xC1\xBF"), /* stray, overlong */
    SEQUENCE("\xE0\x80\x80"), SEQUENCE("\xE0\x9F\xBF"), SEQUENCE("\xF0\x80\x80\x80"), SEQUENCE("\xF0\x8F\xBF\xBF"),
    SEQUENCE("\xED\xA0\x80"), SEQUENCE("\xED\xBF\xBF"), /* surrogates */
    SEQUENCE("\xF4\x90\x80\x80"), SEQUENCE("\xF5\x80\x80\x80"), SEQUENCE("\xF8\x88\x80\x80\x80"), /* too large */
    SEQUENCE("\xFE"), SEQUENCE("\xFF"),
    SEQUENCE("\xC2"), SEQUENCE("\xDF"), SEQUENCE("\xE0\xA0"), SEQUENCE("\xEF\xBF"), /* cut off */
    SEQUENCE("\xE1"), SEQUENCE("\xF0\x90\x80"), SEQUENCE("\xF4\x8F"), SEQUENCE("\xF1"),
    SEQUENCE("\xC2\x7F"), SEQUENCE("\xC2\xC0"), SEQUENCE("\xE1\x80\x7F"), SEQUENCE("\xE1\x80\xC0"),
    SEQUENCE("\xE1\x7F\x80"), SEQUENCE("\xF1\x80\x80\x7F"), SEQUENCE("\xF1\x80\xC0\x80"), SEQUENCE("\xF1\x7F\x80\x80"),
};

#define N(array) (sizeof(array) / sizeof *(array))

/* A sequence at every place of a text around the size of the blocks that are skipped at once. */
static void check_at_every_offset(struct sequence sequence, int is_valid)
{
    char text[160];

    for (size_t at = 0; at + sequence.length <= sizeof text; at++) {
        memset(text, 'a', sizeof text);
        memcpy(text + at, sequence.bytes, sequence.length);
        assert_int_equal(utf8_valid_length(text, sizeof text), is_valid ? sizeof text : at);
        assert_int_equal(utf8_valid_length(text, at + sequence.length), is_valid ? at + sequence.length : at);
    }
}

static void boundary_sequences_are_accepted(void **state)
{
    (void)state;
    for (size_t i = 0; i < N(well_formed); i++) {
        check_at_every_offset(well_formed[i], 1);
    }
}

static void malformed_sequences_are_refused_where_they_start(void **state)
{
    (void)state;
    for (size_t i = 0; i < N(malformed); i++) {
        check_at_every_offset(malformed[i], 0);
    }
}

static void sequences_follow_each_other(void **state)
{
    (void)state;
    for (size_t i = 0; i < N(well_formed); i++) {
        for (size_t k = 0; k < N(malformed); k++) {
            char text[16];
            memcpy(text, well_formed[i].bytes, well_formed[i].length);
            memcpy(text + well_formed[i].length, malformed[k].bytes, malformed[k].length);
            size_t length = well_formed[i].length + malformed[k].length;
            assert_int_equal(utf8_valid_length(text, length), well_formed[i].length);
        }
    }
}

static void a_cut_sequence_does_not_look_behind_the_end(void **state)
{
    (void)state;
    for (size_t i = 0; i < N(well_formed); i++) {
        for (size_t length = 1; length < well_formed[i].length; length++) {
            assert_int_equal(utf8_valid_length(well_formed[i].bytes, length), 0);
        }
    }
}

static void nothing_is_valid(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid_length(NULL, 0), 0);
    assert_int_equal(utf8_valid_length("\xFF", 0), 0);
}

static size_t encode(uint32_t code_point, char *out)
{
    if (code_point < 0x80) {
        out[0] = (char)code_point;
        return 1;
    }
    size_t n = code_point < 0x800 ? 2 : code_point < 0x10000 ? 3 : 4;
    for (size_t i = n - 1; i > 0; i--) {
        out[i] = (char)(0x80 | (code_point & 0x3F));
        code_point >>= 6;
    }
    out[0] = (char)(0xF00 >> n | code_point);
    return n;
}

static void every_character_is_valid_and_decoded(void **state)
{
    (void)state;
    for (uint32_t expected = 0; expected <= 0x10FFFF; expected += expected == 0xD7FF ? 0x801 : 1) {
        char bytes[4];
        uint32_t code_point;
        size_t n = encode(expected, bytes);
        if (utf8_valid_length(bytes, n) != n || utf8_decode(bytes, n, &code_point) != n || code_point != expected) {
            fail_msg("U+%04X", (unsigned)expected);
        }
    }
}

/* With the test before: as many sequences are accepted as there are characters, so no other one is. */
static void no_other_three_bytes_are_valid(void **state)
{
    size_t n_valid = 0;
    (void)state;

    for (uint32_t i = 0; i < 0x1000000; i++) {
        char bytes[3] = { (char)(i >> 16), (char)(i >> 8), (char)i };
        n_valid += (unsigned char)bytes[0] >= 0xE0 && utf8_valid_length(bytes, 3) == 3;
    }
    assert_int_equal(n_valid, 0x10000 - 0x800 - 0x800);
}

static void no_other_four_bytes_are_valid(void **state)
{
    static const unsigned char edges[] = { 0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF };
    size_t n_valid = 0;
    (void)state;

    for (unsigned i = 0; i < 16 * 1000; i++) {
        char bytes[4] = { (char)(0xF0 + i / 1000), (char)edges[i / 100 % 10], (char)edges[i / 10 % 10],
                          (char)edges[i % 10] };
        n_valid += utf8_valid_length(bytes, 4) == 4;
    }
    assert_int_equal(n_valid, (4 + 3 * 6 + 2) * 6 * 6); /* second bytes after F0, F1 … F3, F4; then any two */
}

static void a_bad_byte_is_decoded_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < N(malformed); i++) {
        uint32_t code_point;
        assert_int_equal(utf8_decode(malformed[i].bytes, malformed[i].length, &code_point), 1);
        assert_int_equal(code_point, 0xFFFD);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boundary_sequences_are_accepted),
        cmocka_unit_test(malformed_sequences_are_refused_where_they_start),
        cmocka_unit_test(sequences_follow_each_other),
        cmocka_unit_test(a_cut_sequence_does_not_look_behind_the_end),
        cmocka_unit_test(nothing_is_valid),
        cmocka_unit_test(every_character_is_valid_and_decoded),
        cmocka_unit_test(no_other_three_bytes_are_valid),
        cmocka_unit_test(no_other_four_bytes_are_valid),
        cmocka_unit_test(a_bad_byte_is_decoded_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
