/* Made news: sentences in a random order with random numbers, because the same article again and again would teach
 * the processor its branches. Four in ten sentences hold figures, as in news. */
#include "text.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MADE_LENGTH ((size_t)8 * 1000 * 1000)

/* # becomes a digit. */
static const char *const sentences[] = {
    "The ferry company said that it would close its oldest yard before the winter. ",
    "Residents of the old quarter have waited for a decision since the council changed hands. ",
    "Nobody at the ministry wanted to comment on the report, which was first seen by a local paper. ",
    "Ms. Aldous, who leads the union, called the offer \xe2\x80\x9c"
    "an insult to everybody who kept the trains running"
    "\xe2\x80\x9d. ",
    "A spokesman for the airport declined to say whether the talks with the airline had ended. ",
    "The orchestra will play the symphony in the caf\xc3\xa9s of the harbour, weather permitting. ",
    "Critics say the law is too vague, but its supporters point to the courts of the neighbouring country. ",
    "It may take months to repair the bridge, engineers warned, because the steel has to come from abroad. ",
    "Their daughter, a teacher, found the letters in the attic and gave them to the museum. ",
    "Revenue rose #.#% to $#.## billion in the quarter, from $#.## billion a year before. ",
    "About ##,### people live in the valley, ## percent of them above the old waterline. ",
    "The fund bought ##.# million shares at \xc2\xa3#.## each, or about \xe2\x82\xac##0m in all. ",
    "In 20## the town had ### shops; by the spring of 201# more than half of them were gone. ",
    "Between ## and ## per cent of the harvest was lost, and prices went up by #0 cents a kilo. ",
    "The company, which employs #,### people in ## countries, expects sales of US$##-## million next year. ",
    "Flight ### left gate ## at ##:## and landed # hours and ## minutes later.\n\n",
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return *seed >> 16;
}

static void append(struct text *text, const char *sentence, uint32_t *seed)
{
    for (; *sentence != '\0' && text->length < MADE_LENGTH; sentence++) {
        const char digit = (char)('1' + next_random(seed) % 9);
        text->bytes[text->length++] = *sentence == '#' ? digit : *sentence;
    }
}

/* Takes back the beginning of a character that the end has cut. */
static size_t whole_characters(const char *bytes, size_t length)
{
    while (length > 0 && ((unsigned char)bytes[length - 1] & 0xC0) == 0x80) {
        length--;
    }
    return length > 0 && ((unsigned char)bytes[length - 1] & 0x80) != 0 ? length - 1 : length;
}

static bool make(struct text *text)
{
    uint32_t seed = 1;
    text->bytes = malloc(MADE_LENGTH);
    if (text->bytes == NULL) {
        return false;
    }
    while (text->length < MADE_LENGTH) {
        append(text, sentences[next_random(&seed) % (sizeof sentences / sizeof *sentences)], &seed);
    }
    text->length = whole_characters(text->bytes, text->length);
    return true;
}

static bool read_all(struct text *text, FILE *file)
{
    size_t room = 0;
    do {
        room = room == 0 ? (size_t)1 << 20 : 2 * room;
        char *bytes = realloc(text->bytes, room);
        if (bytes == NULL) {
            return false;
        }
        text->bytes = bytes;
        text->length += fread(bytes + text->length, 1, room - text->length, file);
    } while (text->length == room);
    return ferror(file) == 0 && text->length > 0;
}

bool text_open(struct text *text, const char *path)
{
    *text = (struct text){ NULL, 0 };
    if (path == NULL) {
        return make(text);
    }
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return false;
    }
    const bool read = read_all(text, file);
    fclose(file);
    return read;
}

void text_close(struct text *text)
{
    free(text->bytes);
}

size_t text_document_length(const char *bytes, size_t rest, size_t length)
{
    if (rest <= length) {
        return rest;
    }
    for (size_t i = length; i > length / 2; i--) {
        if (bytes[i - 1] == '\n') {
            return i;
        }
    }
    return whole_characters(bytes, length);
}
