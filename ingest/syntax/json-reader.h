/* ingest/syntax/json-reader.h: the objects of a JSON stream, one at a time, with their lines
 *
 * JSON lines, objects one after another, or one array of objects: data are published in all three
 * shapes. Only the object being read is held in memory. */
#pragma once
#include "ingest/syntax/input.h"
G_BEGIN_DECLS

/* Bounds against hostile input: an object that passes one is an error naming its line */
#define FAIRLEAD_JSON_MAX_OBJECT (16u << 20)
#define FAIRLEAD_JSON_MAX_VALUES (1u << 20) /* in one object: its commas and opening brackets */
#define FAIRLEAD_JSON_MAX_DEPTH 2048u       /* of values, the library's own */

/* A value of the object being read. All questions may be asked of NULL, which stands for a value
 * that is absent. */
typedef struct _FairleadJsonValue FairleadJsonValue;

/* The member of that name; NULL where there is none or @self is no object. O(members). */
const FairleadJsonValue *fairlead_json_value_member (const FairleadJsonValue *self,
                                                     const char *name);
/* A string's text; the shortest text of a number's value (`12.5` for `1.250e1`); `true`, `false`;
 * NULL for null, objects and arrays */
const char *fairlead_json_value_text (const FairleadJsonValue *self);
const char *fairlead_json_value_member_text (const FairleadJsonValue *self, const char *name);
gboolean fairlead_json_value_is_object (const FairleadJsonValue *self);
gboolean fairlead_json_value_is_array (const FairleadJsonValue *self);
/* For walks: the first item of an array or member of an object; a value that is neither is its own
 * only item. NULL where there is none. */
const FairleadJsonValue *fairlead_json_value_first (const FairleadJsonValue *self);
/* What follows the item of this container; NULL behind the last */
const FairleadJsonValue *fairlead_json_value_next (const FairleadJsonValue *container,
                                                   const FairleadJsonValue *item);
/* Under which name it stands in its object; NULL in an array */
const char *fairlead_json_value_name (const FairleadJsonValue *self);
/* The line on which the object begins that it stands in at the top of the file; 0 for NULL */
guint64 fairlead_json_value_line (const FairleadJsonValue *self);

/* @item walks the items of an array or the members of an object; a text is its own one item */
#define FAIRLEAD_JSON_EACH(item, container)                                                       \
	for (const FairleadJsonValue *item = fairlead_json_value_first (container); item != NULL; \
	     item = fairlead_json_value_next (container, item))

typedef struct _FairleadJsonReader FairleadJsonReader;

/* The reader borrows the input, which must outlive it */
FairleadJsonReader *fairlead_json_reader_new (FairleadInput *input);
void fairlead_json_reader_free (FairleadJsonReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadJsonReader, fairlead_json_reader_free)

/**
 * fairlead_json_reader_next:
 *
 * RFC 8259, strictly. Also errors, naming their line, are: anything else than an object at the top,
 * or in the array there; an object cut by the end of the file; a name that stands twice in one
 * object; bytes that are not UTF-8, NUL characters, halves of surrogate pairs; an integer beyond 64
 * bits, a number beyond a double's range.
 *
 * Returns: (transfer none) (nullable): the object, good until the next call; NULL at the end, or on
 *   failure with @error set
 */
const FairleadJsonValue *fairlead_json_reader_next (FairleadJsonReader *self, GError **error);

/* The member names of the first object, as far as the head of a file shows them (transfer full);
 * FALSE where the head does not begin with an object or an array of them */
gboolean fairlead_json_sniff_members (const char *head, gsize size, GStrv *members);

G_END_DECLS
