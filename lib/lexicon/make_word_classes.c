/* Build-time program: make_word_classes OUT.c words.txt writes the table of word_class.c. */
#include <stdio.h>
#include <string.h>

#include "lexicon/lexicon.h"
#include "lexicon/word_class.h"

#define N_SLOTS 32768u

static uint32_t slots[N_SLOTS];

static unsigned class_of_letter(char letter)
{
    static const char letters[] = "nvpgar";
    const char *found = strchr(letters, letter);
    return letter && found ? 1u << (found - letters) : 0;
}

/* "rise nv" */
static int add(const char *line)
{
    struct lexicon_key key = { { 0 }, strcspn(line, " "), 0 };
    unsigned classes = 0;
    if (!line[key.length] || key.length >= LEXICON_LONGEST_WORD)
        return 0;
    memcpy(key.bytes, line, key.length);
    for (const char *letter = line + key.length + 1; class_of_letter(*letter); letter++)
        classes |= class_of_letter(*letter);
    uint32_t hash = lexicon_hash(key.bytes, key.length), i = hash % N_SLOTS;
    while (slots[i])
        i = (i + 1) % N_SLOTS;
    slots[i] = (hash & ~WORD_CLASS_MASK) | classes;
    return classes != 0;
}

static int read_words(const char *path)
{
    char line[128];
    unsigned number = 0, most = N_SLOTS * 3 / 4;
    FILE *file = fopen(path, "rb");
    if (!file)
        return 0;
    while (fgets(line, sizeof line, file)) {
        if (*line != '#' && (++number > most || !add(line))) {
            fprintf(stderr, "%s: word %u: %s\n", path, number, number > most ? "too many words" : "no such class");
            fclose(file);
            return 0;
        }
    }
    fclose(file);
    return 1;
}

int main(int count, char **arguments)
{
    if (count != 3 || !read_words(arguments[2])) {
        fprintf(stderr, "usage: make_word_classes OUT.c words.txt\n");
        return 1;
    }
    FILE *out = fopen(arguments[1], "wb");
    if (!out)
        return 1;
    fprintf(out,
            "/* Made by make_word_classes; not to be edited. */\n#include \"lexicon/word_class.h\"\n\n"
            "const uint32_t word_class_mask = %u;\nconst uint32_t word_class_slots[] = {",
            N_SLOTS - 1);
    for (uint32_t i = 0; i < N_SLOTS; i++)
        fprintf(out, "%s%uu,", i % 12 ? "" : "\n", (unsigned)slots[i]);
    fprintf(out, "\n};\n");
    return ferror(out) | fclose(out) ? 1 : 0;
}
