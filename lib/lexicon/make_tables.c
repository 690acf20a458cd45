/* Build-time program: make_tables OUT.c FILE.tsv… writes the lexicon as constant tables. A bad line is named on
 * stderr as file:line. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "lexicon/build.h"

static int fail(const char *what, const char *name)
{
    fprintf(stderr, "make_tables: %s %s: %s\n", what, name, strerror(errno));
    return 1;
}

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t room = 0;
    *length = 0;
    while (file && !ferror(file) && !feof(file)) {
        if (*length == room && !(text = realloc(text, room = room * 2 + 65536)))
            abort();
        *length += fread(text + *length, 1, room - *length, file);
    }
    if (file && ferror(file)) {
        free(text);
        text = NULL;
    }
    if (file)
        fclose(file);
    return text;
}

static int add_file(struct build *build, const char *path)
{
    size_t length;
    claimex_error error;
    char *text = read_file(path, &length);
    if (!text)
        return fail("cannot read", path);
    int32_t status = build_add(build, path, (struct slice){ text, length }, &error);
    if (status)
        fprintf(stderr, "%s\n", error.message);
    free(text);
    return status != CLAIMEX_OK;
}

static void write_pool(FILE *out, const struct lexicon_tables *tables)
{
    fprintf(out, "static const char pool[] = {");
    for (uint32_t i = 0; i < tables->pool_length; i++)
        fprintf(out, "%s%d,", i % 24 ? "" : "\n", (signed char)tables->pool[i]);
    fprintf(out, "\n};\n");
}

static void write_slots(FILE *out, const struct lexicon_tables *t)
{
    fprintf(out, "};\nstatic const struct lexicon_slot slots[] = {\n");
    for (const struct lexicon_slot *s = t->slots; s <= t->slots + t->slot_mask; s++) {
        fprintf(out, "{{");
        for (int i = 0; i < LEXICON_HEAD; i++)
            fprintf(out, "%d,", (int)(signed char)s->head[i]);
        fprintf(out, "},%u,%u,%u,%d,%d},\n", s->form, s->traits, s->entry, (int)s->heads, (int)s->cased);
    }
    fprintf(out, "};\nstatic const uint16_t steps[] = {");
    for (unsigned i = 0; i < 1u << (64 - t->step_shift); i++)
        fprintf(out, "%s%u,", i % 24 ? "" : "\n", (unsigned)t->steps[i]);
    fprintf(out, "\n");
}

static void write_tables(FILE *out, const struct lexicon_tables *t)
{
    fprintf(out,
            "/* Made by make_tables from the .tsv files; not to be edited. */\n#include \"lexicon/built_in.h\"\n\n");
    write_pool(out, t);
    fprintf(out, "static const struct lexicon_entry entries[] = {\n");
    for (const struct lexicon_entry *e = t->entries; e < t->entries + t->n_entries; e++)
        fprintf(out, "{%u,%u,%u,%u,%u,%u,%d},\n", e->key, e->first_form, e->first_phrase, (unsigned)e->n_phrases,
                (unsigned)e->n_forms, (unsigned)e->key_length, (int)e->one_form);
    fprintf(out, "};\nstatic const struct lexicon_form forms[] = {\n");
    for (const struct lexicon_form *f = t->forms; f < t->forms + t->n_forms; f++) {
        fprintf(out, "{%u,%u,%u,%u,%u,{{", f->spelling, f->first_reading, (unsigned)f->n_readings,
                (unsigned)f->conditions, (unsigned)f->traits);
        for (unsigned i = 0; i < CLASS_WORDS; i++)
            fprintf(out, "%lluu,", (unsigned long long)f->classes.bits[i]);
        fprintf(out, "}}},\n");
    }
    fprintf(out, "};\nstatic const struct lexicon_reading readings[] = {\n");
    for (const struct lexicon_reading *r = t->readings; r < t->readings + t->n_readings; r++)
        fprintf(out, "{%u,%d,%u,%u},\n", r->text, (int)r->number, (unsigned)r->class, (unsigned)r->conditions);
    fprintf(out, "};\nstatic const struct lexicon_phrase phrases[] = {\n");
    for (const struct lexicon_phrase *p = t->phrases; p < t->phrases + t->n_phrases; p++)
        fprintf(out, "{%u,%u,%lluu,%d},\n", p->rest, p->entry, (unsigned long long)p->second, (int)p->blank);
    write_slots(out, t);
    fprintf(out,
            "};\nconst struct lexicon_tables lexicon_built_in = { pool, entries, forms, readings, phrases, slots, "
            "steps, %u,\n"
            "    %u, %u, %u, %u, %u, %u };\n",
            t->slot_mask, t->step_shift, t->n_entries, t->n_forms, t->n_readings, t->n_phrases, t->pool_length);
}

#define MOST_LETTERS 253 /* what the grammar has bytes for */
#define SHAPES 27        /* letters of numbers, marks and unknown words, which no line gives */

static bool is_new(const struct class_set *sets, unsigned n, const struct class_set *set)
{
    for (unsigned i = 0; i < n; i++)
        if (class_set_equal(&sets[i], set))
            return false;
    return true;
}

/* Says how many letters the words take of those that there are; false when they are too many. */
static bool count_letters(const struct lexicon_tables *tables)
{
    static struct lexicon lexicon;
    static struct class_set sets[MOST_LETTERS + 1];
    struct class_set seen = class_set_of_alphabet(CLASS_QUANTITY);
    unsigned n = 0;
    lexicon_init(&lexicon, tables, NULL);
    for (uint32_t form = 1; form <= tables->n_forms && n <= MOST_LETTERS; form++)
        for (unsigned place = 0; place < LEXICON_N_PLACES && n <= MOST_LETTERS; place++) {
            struct class_set set = lexicon_classes(&lexicon, form, place);
            for (unsigned i = 0; i < CLASS_WORDS; i++)
                set.bits[i] &= seen.bits[i];
            if (is_new(sets, n, &set))
                sets[n++] = set;
        }
    printf("%u words and phrases, %u of %d letters\n", tables->n_entries, n + SHAPES, MOST_LETTERS);
    return n + SHAPES <= MOST_LETTERS;
}

int main(int count, char **arguments)
{
    struct build build;
    struct lexicon_tables tables;
    claimex_error error;
    if (count < 3) {
        fprintf(stderr, "usage: make_tables OUT.c FILE.tsv...\n");
        return 2;
    }
    int failed = build_init(&build, &memory_default, &error) != CLAIMEX_OK;
    for (int i = 2; i < count; i++)
        failed |= add_file(&build, arguments[i]);
    if (failed || build_finish(&build, &tables, &error) != CLAIMEX_OK)
        return 1;
    if (!count_letters(&tables)) {
        fprintf(stderr, "make_tables: more sets of classes than there are letters\n");
        return 1;
    }
    FILE *out = fopen(arguments[1], "wb");
    if (!out)
        return fail("cannot write", arguments[1]);
    write_tables(out, &tables);
    if (ferror(out) | fclose(out))
        return fail("cannot write", arguments[1]);
    build_free(&build);
    return 0;
}
