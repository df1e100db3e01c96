/* ingest/syntax/json-value.h: how the values of one object are laid out, and their parser */
#pragma once
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
	guint32 line; /* from the first of the object */
	guint32 next; /* how many values further the next item stands; 0 for the last */
	guint8 type;
	guint8 filled; /* a container with items */
};

/**
 * FairleadJsonParser:
 * @values: (element-type FairleadJsonValue): of the object, which is the first
 * @wrong: (nullable): static words for what is wrong
 * @line: of the value or of what is wrong, from 0
 */
typedef struct {
	GArray *values;
	const char *wrong;
	guint32 line;
	char *at;
	char *end;
	char *unended; /* where a number ends whose NUL would have hidden what stands behind it */
} FairleadJsonParser;

/* Parses one object of @size bytes in place: texts end in NUL and point into @text */
gboolean fairlead_json_parse (FairleadJsonParser *self, char *text, gsize size);

G_END_DECLS
