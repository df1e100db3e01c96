/* graph/find/search.c */
#include "graph/find/search.h"

#include <string.h>

#define LEAST_NAME 0.6
#define LEAST_ADDRESS 0.5

/* `imo:3112048` says of which scheme; of a bare number every one is asked */
static GArray *
find_numbers (FairleadFinder *finder, const char *text)
{
	const char *colon = strchr (text, ':');
	g_autofree char *prefix = colon == NULL ? NULL : g_strndup (text, (gsize) (colon - text));
	FairleadIdScheme scheme;

	if (prefix != NULL && fairlead_id_scheme_from_name (prefix, &scheme))
		return fairlead_finder_dup_by_number (finder, scheme, colon + 1);
	return fairlead_finder_dup_by_number (finder, FAIRLEAD_N_ID_SCHEMES, text);
}

typedef struct {
	FairleadNetwork *network;
	FairleadKind kind;
	guint limit;
	GArray *all;
} Search;

static gboolean
is_wanted (const Search *self, const FairleadFound *found)
{
	return self->kind == FAIRLEAD_KIND_UNKNOWN
	       || fairlead_kinds_agree (fairlead_network_get_kind (self->network, found->vertex),
	                                self->kind);
}

static void
append (Search *self, GArray *some)
{
	for (guint i = 0; i < some->len && self->all->len < self->limit; i++) {
		const FairleadFound *found = &g_array_index (some, FairleadFound, i);

		if (is_wanted (self, found))
			g_array_append_vals (self->all, found, 1);
	}
	g_array_unref (some);
}

GArray *
fairlead_search (FairleadNetwork *network, FairleadFinder *finder, const char *text,
                 FairleadKind kind, guint limit, GCancellable *cancellable, GError **error)
{
	Search search = { network, kind, limit, NULL };

	if (!fairlead_finder_prepare (finder, cancellable, error))
		return NULL;
	search.all = g_array_new (FALSE, FALSE, sizeof (FairleadFound));
	append (&search, find_numbers (finder, text));
	append (&search, fairlead_finder_dup_by_name (finder, text, kind, LEAST_NAME, limit));
	append (&search, fairlead_finder_dup_by_address (finder, text, kind, LEAST_ADDRESS, limit));
	return search.all;
}
