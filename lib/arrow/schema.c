/* Schemas in the form of the Arrow C data interface. Each one owns its parts, and releases those that nobody took. */
#include "arrow/schema.h"

#include "base/memory.h"

const struct field field_dictionary = { "", FIELD_TEXT, false, NULL, 0, NULL };

struct schema {
    claimex_allocator allocator;
    struct ArrowSchema dictionary;
    struct ArrowSchema *parts;
    struct ArrowSchema **pointers; /* to them */
};

static const char *format_of(enum field_type type)
{
    static const char *const formats[] = {
        [FIELD_INT] = "l",  [FIELD_REAL] = "g",   [FIELD_FLAG] = "b", [FIELD_TEXT] = "U",
        [FIELD_NAME] = "c", [FIELD_TEXTS] = "+L", [FIELD_ROW] = "+s",
    };
    return formats[type];
}

static void release(struct ArrowSchema *schema)
{
    struct schema *own = schema->private_data;
    claimex_allocator allocator = own->allocator;
    for (int64_t i = 0; i < schema->n_children; i++)
        if (own->parts[i].release)
            own->parts[i].release(&own->parts[i]);
    if (own->dictionary.release)
        own->dictionary.release(&own->dictionary);
    memory_free(&allocator, own->parts);
    memory_free(&allocator, own->pointers);
    memory_free(&allocator, own);
    schema->release = NULL;
}

static bool make_parts(struct ArrowSchema *schema, const struct field *field)
{
    struct schema *own = schema->private_data;
    if (!field->n_parts)
        return true;
    own->parts = memory_alloc_zero(&own->allocator, field->n_parts, sizeof *own->parts);
    own->pointers = memory_alloc_zero(&own->allocator, field->n_parts, sizeof *own->pointers);
    if (!own->parts || !own->pointers)
        return false;
    schema->children = own->pointers;
    schema->n_children = (int64_t)field->n_parts;
    for (size_t i = 0; i < field->n_parts; i++) {
        own->pointers[i] = &own->parts[i];
        if (!schema_make(&own->parts[i], &field->parts[i], &own->allocator))
            return false;
    }
    return true;
}

static bool make_dictionary(struct ArrowSchema *schema)
{
    struct schema *own = schema->private_data;
    schema->dictionary = &own->dictionary;
    return schema_make(&own->dictionary, &field_dictionary, &own->allocator);
}

bool schema_make(struct ArrowSchema *schema, const struct field *field, const claimex_allocator *allocator)
{
    *schema = (struct ArrowSchema){ .format = format_of(field->type), .name = field->name };
    struct schema *own = memory_alloc_zero(allocator, 1, sizeof *own);
    if (!own)
        return false;
    own->allocator = *allocator;
    schema->private_data = own;
    schema->release = release;
    schema->flags = field->nullable ? ARROW_FLAG_NULLABLE : 0;
    bool fine = make_parts(schema, field) && (field->type != FIELD_NAME || make_dictionary(schema));
    if (!fine)
        release(schema);
    return fine;
}
