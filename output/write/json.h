/* output/write/json.h: JSON written as it goes: keys in the order given, memory bounded by the
 * nesting
 *
 * json-glib writes every number with 17 digits (0.10000000000000001) and wants the whole tree in
 * memory, so this writes for itself. Characters that act on a terminal are written as \u escapes:
 * the text is the same for whoever parses it. */
#pragma once
#include "output/write/sink.h"
G_BEGIN_DECLS

typedef struct {
	FairleadSink *sink;
	guint depth;
	gboolean is_filled; /* whether the object or array that is open has a member yet */
	gboolean in_lines;  /* each value at the top is one line */
} FairleadJson;

#define FAIRLEAD_JSON_INIT(sink) ((FairleadJson){ sink, 0, FALSE, FALSE })
#define FAIRLEAD_JSON_INIT_LINES(sink) ((FairleadJson){ sink, 0, FALSE, TRUE })

/* @key: NULL at the top and in arrays */
void fairlead_json_begin_object (FairleadJson *self, const char *key);
void fairlead_json_end_object (FairleadJson *self);
void fairlead_json_begin_array (FairleadJson *self, const char *key);
void fairlead_json_end_array (FairleadJson *self);
/* NULL is null */
void fairlead_json_text (FairleadJson *self, const char *key, const char *text);
void fairlead_json_integer (FairleadJson *self, const char *key, guint64 value);
/* A number that is not finite is null */
void fairlead_json_number (FairleadJson *self, const char *key, double value);
void fairlead_json_boolean (FairleadJson *self, const char *key, gboolean value);
/* An array of texts; NULL ends it */
void fairlead_json_texts (FairleadJson *self, const char *key, const char *const *texts);

G_END_DECLS
