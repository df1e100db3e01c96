/* ingest/mapping/language/map.h: a group [map]: what the texts of a column mean */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct {
	char *text;
	char *meaning;
	guint line;
} FairleadMapRow;

/* A [map]: texts, compared without regard to ASCII case, to texts */
typedef struct {
	GPtrArray *rows;      /* of FairleadMapRow */
	GHashTable *meanings; /* by text; both borrowed from the rows */
	const char *fallback; /* of `*`; (nullable) */
} FairleadMap;

FairleadMap *fairlead_map_new (void);
void fairlead_map_free (FairleadMap *self);
/* FALSE where the text stands in a row already */
gboolean fairlead_map_add (FairleadMap *self, const char *text, const char *meaning, guint line);
/* NULL when it stands in no row; then the fallback is for the caller to use */
const char *fairlead_map_find (const FairleadMap *self, const char *text);

G_END_DECLS
