/* ingest/mapping/language/lookup.h: a group [lookup]: what a text means by another table of the
 * mapping */
#pragma once
#include "ingest/mapping/language/compile.h"
G_BEGIN_DECLS

struct _FairleadLookup {
	char *name;
	guint row; /* among the lookups of the mapping */
	guint line;
	FairleadTemplate *key; /* both of the table that gives it; NULL until that was compiled */
	FairleadTemplate *value;
};

void fairlead_lookup_free (FairleadLookup *self);
/* Every [lookup NAME] among the groups, by name and not compiled yet: tables ask for those of
 * tables behind them. (transfer full): NULL on error. */
GHashTable *fairlead_lookups_declare (const char *path, const GPtrArray *groups, GError **error);
/* Those that the groups of this table give; @lookups are the declared ones */
gboolean fairlead_compile_lookups (FairleadMapping *mapping, const GPtrArray *groups,
                                   GHashTable *lookups, GError **error);

G_END_DECLS
