/* ingest/syntax/json-value.h: how the values of one object are laid out */
#pragma once
#include <jansson.h>

#include "ingest/syntax/json-reader.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_JSON_NULL,
	FAIRLEAD_JSON_LITERAL, /* string, number, truth value */
	FAIRLEAD_JSON_ARRAY,
	FAIRLEAD_JSON_OBJECT,
} FairleadJsonType;

/* Values stand in the order of the text: the first item of a container right behind it */
struct _FairleadJsonValue {
	const char *name;
	const char *text;
	guint64 line; /* of the object around all */
	guint32 next; /* how many values further the next item stands; 0 for the last */
	guint8 type;
	guint8 filled; /* a container with items */
};

/* The values of one object, which is the first of them; their texts are the library's */
typedef struct {
	json_t *root;
	GArray *values;        /* of FairleadJsonValue */
	GStringChunk *numbers; /* as text */
} FairleadJsonTree;

void fairlead_json_tree_init (FairleadJsonTree *self);
void fairlead_json_tree_clear (FairleadJsonTree *self);
/* Takes @root, which starts on @line, instead of what was there. O(values). */
const FairleadJsonValue *fairlead_json_tree_take (FairleadJsonTree *self, json_t *root,
                                                  guint64 line);

G_END_DECLS
