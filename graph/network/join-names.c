/* graph/network/join-names.c: parties that a record names instead of numbering them */
#include <string.h>

#include "graph/network/clusters-private.h"
#include "ingest/grammar/name.h"

/* A record that has a wanted name */
typedef struct {
	FairleadEntity entity;
	FairleadText format; /* of the file that says so */
	FairleadText key;    /* of the entity: its scheme is that of its list */
	gboolean primary;
} Candidate;

/* Where to look first: in the list that the reference stands in before others, among primary names
 * before aliases */
static const struct {
	gboolean same_list;
	gboolean primary;
} passes[] = { { TRUE, TRUE }, { TRUE, FALSE }, { FALSE, TRUE }, { FALSE, FALSE } };

typedef struct {
	FairleadClusters *clusters;
	GHashTable *wanted; /* folded name -> GArray of Candidate, owned */
	const FairleadFileRow *files;
	GPtrArray *by_key; /* of FairleadEntityRow: the named parties in the order of their keys */
} Search;

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
	FairleadRecords *records = user_data;
	const FairleadEntityRow *row_a = *(const FairleadEntityRow *const *) a;
	const FairleadEntityRow *row_b = *(const FairleadEntityRow *const *) b;

	return strcmp (fairlead_records_get_text (records, row_a->key),
	               fairlead_records_get_text (records, row_b->key));
}

static void
collect_wanted (Search *search)
{
	FairleadClusters *clusters = search->clusters;

	for (guint32 i = 0; i < clusters->n; i++) {
		const FairleadEntityRow *row = &clusters->entities[i];
		const char *name;

		if (!(row->flags & FAIRLEAD_ENTITY_NAMED) || !(row->flags & FAIRLEAD_ENTITY_STUB))
			continue;
		g_ptr_array_add (search->by_key, (gpointer) row);
		name = fairlead_clusters_get_id (clusters, i);
		if (!g_hash_table_contains (search->wanted, name))
			g_hash_table_insert (search->wanted, (gpointer) name,
			                     g_array_new (FALSE, FALSE, sizeof (Candidate)));
	}
	g_ptr_array_sort_with_data (search->by_key, compare_keys, clusters->records);
}

static void
collect_candidates (Search *search)
{
	FairleadClusters *clusters = search->clusters;
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (clusters->records, &n);

	for (guint i = 0; i < n; i++) {
		const FairleadEntityRow *row = &clusters->entities[names[i].entity];
		g_autofree char *folded = NULL;
		GArray *candidates;
		Candidate candidate = { names[i].entity, search->files[names[i].source.file].format,
			                row->key, names[i].type == FAIRLEAD_NAME_PRIMARY };

		if ((row->flags & FAIRLEAD_ENTITY_NAMED) && (row->flags & FAIRLEAD_ENTITY_STUB))
			continue;
		folded = fairlead_name_fold (
			fairlead_records_get_text (clusters->records, names[i].text));
		candidates = g_hash_table_lookup (search->wanted, folded);
		if (candidates != NULL)
			g_array_append_val (candidates, candidate);
	}
}

/* `LIST:id` is of the list in which `LIST-name:text` is looked up; so is whatever a file of the
 * same
 * format names, for entities keyed by a number tell no list */
static gboolean
is_same_list (Search *search, const FairleadEntityRow *party, const Candidate *candidate)
{
	FairleadRecords *records = search->clusters->records;
	const char *key = fairlead_records_get_text (records, candidate->key);
	const char *party_key = fairlead_records_get_text (records, party->key);
	gsize length = strcspn (key, ":");

	return candidate->format == search->files[party->source.file].format
	       || (strncmp (key, party_key, length) == 0
	           && g_str_has_prefix (party_key + length, FAIRLEAD_NAME_SCHEME_SUFFIX ":"));
}

/* Counts the distinct sets that a pass finds, up to 2; @found is the last */
static guint
count_fitting (Search *search, const FairleadEntityRow *party, GArray *candidates, guint pass,
               FairleadEntity *found)
{
	guint n = 0;

	for (guint i = 0; i < candidates->len && n < 2; i++) {
		const Candidate *candidate = &g_array_index (candidates, Candidate, i);
		guint32 root = fairlead_clusters_find (search->clusters, candidate->entity);

		if ((passes[pass].same_list && !is_same_list (search, party, candidate))
		    || (passes[pass].primary && !candidate->primary)
		    || !fairlead_kinds_agree (party->kind, search->clusters->kind[root])
		    || (n > 0 && root == *found))
			continue;
		*found = root;
		n++;
	}
	return n;
}

static void
join_party (Search *search, const FairleadEntityRow *party)
{
	FairleadClusters *clusters = search->clusters;
	FairleadEntity self = (FairleadEntity) (party - clusters->entities);
	const char *name = fairlead_clusters_get_id (clusters, self);
	GArray *candidates = g_hash_table_lookup (search->wanted, name);
	FairleadEntity found = FAIRLEAD_NO_ENTITY;
	guint n = 0;

	for (guint pass = 0; pass < G_N_ELEMENTS (passes) && n == 0; pass++)
		n = count_fitting (search, party, candidates, pass, &found);
	clusters->ambiguous[self] = n > 1;
	if (n == 1)
		fairlead_clusters_unite (clusters, found, self, "a name", party->source);
	else
		fairlead_records_add_issue (clusters->records,
		                            n == 0 ? FAIRLEAD_ISSUE_NAME_NOT_FOUND
		                                   : FAIRLEAD_ISSUE_NAME_AMBIGUOUS,
		                            party->source, "\"%s\"", name);
}

void
fairlead_join_names (FairleadClusters *clusters)
{
	g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
	                                                       (GDestroyNotify) g_array_unref);
	g_autoptr (GPtrArray) by_key = g_ptr_array_new ();
	guint n_files;
	Search search = { clusters, wanted,
		          fairlead_records_get_files (clusters->records, &n_files), by_key };

	collect_wanted (&search);
	if (by_key->len == 0)
		return;
	collect_candidates (&search);
	for (guint i = 0; i < by_key->len; i++)
		join_party (&search, by_key->pdata[i]);
}
