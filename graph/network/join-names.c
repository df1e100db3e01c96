/* graph/network/join-names.c: parties that a record names instead of numbering them */
#include <string.h>

#include "graph/network/clusters-private.h"
#include "ingest/grammar/name.h"
#include "ingest/grammar/transliterate.h"

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

/* Names are looked up as they are folded, and those that nobody has once more in Latin letters */
typedef struct {
	FairleadClusters *clusters;
	const FairleadFileRow *files;
	GHashTable *wanted; /* name -> GArray of Candidate, owned */
	GPtrArray *parties; /* of FairleadEntityRow: the named parties in the order of their keys */
	GHashTable *latin; /* entity of a party -> its name in Latin letters; NULL the first time */
	gboolean parties_are_ascii;
	FairleadTransliterator *transliterator;
} Search;

static void
init_search (Search *self, FairleadClusters *clusters)
{
	guint n_files;

	*self = (Search){ .clusters = clusters };
	self->files = fairlead_records_get_files (clusters->records, &n_files);
	self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
	                                      (GDestroyNotify) g_array_unref);
	self->parties = g_ptr_array_new ();
	self->transliterator = fairlead_transliterator_new ();
}

static void
clear_search (Search *self)
{
	g_hash_table_unref (self->wanted);
	g_ptr_array_unref (self->parties);
	g_clear_pointer (&self->latin, g_hash_table_unref);
	fairlead_transliterator_free (self->transliterator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, clear_search)

static FairleadEntity
entity_of (const Search *search, const FairleadEntityRow *party)
{
	return (FairleadEntity) (party - search->clusters->entities);
}

/* NULL in the second search for names that Latin letters do not spell out */
static const char *
wanted_name (Search *search, const FairleadEntityRow *party)
{
	FairleadEntity entity = entity_of (search, party);

	if (search->latin != NULL)
		return g_hash_table_lookup (search->latin, GUINT_TO_POINTER (entity));
	return fairlead_clusters_get_id (search->clusters, entity);
}

static gint
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
	FairleadRecords *records = user_data;
	const FairleadEntityRow *row_a = *(const FairleadEntityRow *const *) a;
	const FairleadEntityRow *row_b = *(const FairleadEntityRow *const *) b;

	return strcmp (fairlead_records_get_text (records, row_a->key),
	               fairlead_records_get_text (records, row_b->key));
}

static gboolean
is_party (const FairleadEntityRow *row)
{
	return (row->flags & FAIRLEAD_ENTITY_NAMED) && (row->flags & FAIRLEAD_ENTITY_STUB);
}

/* Whom somebody has found already is not looked up */
static gboolean
is_decided (const FairleadClusters *clusters, FairleadEntity entity)
{
	return clusters->decided != NULL && clusters->decided[entity];
}

static void
collect_parties (Search *search)
{
	FairleadClusters *clusters = search->clusters;

	for (guint32 i = 0; i < clusters->n; i++)
		if (is_party (&clusters->entities[i]) && !is_decided (clusters, i))
			g_ptr_array_add (search->parties, (gpointer) &clusters->entities[i]);
	g_ptr_array_sort_with_data (search->parties, compare_keys, clusters->records);
}

static void
collect_wanted (Search *search)
{
	g_hash_table_remove_all (search->wanted);
	for (guint i = 0; i < search->parties->len; i++) {
		const char *name = wanted_name (search, search->parties->pdata[i]);

		if (name != NULL && !g_hash_table_contains (search->wanted, name))
			g_hash_table_insert (search->wanted, (gpointer) name,
			                     g_array_new (FALSE, FALSE, sizeof (Candidate)));
	}
}

/* NULL where Latin letters do not spell the name out */
static char *
dup_latin_key (Search *search, const char *text)
{
	if (!fairlead_script_is_spelled_out (text))
		return NULL;
	return fairlead_transliterator_dup_key (search->transliterator, text);
}

/* NULL where the name is of no use: in ASCII both keys are the same, so that the second search
 * could only find what the first one did */
static char *
dup_key (Search *search, const char *text)
{
	if (search->latin == NULL)
		return fairlead_name_fold (text);
	if (search->parties_are_ascii && g_str_is_ascii (text))
		return NULL;
	return dup_latin_key (search, text);
}

static void
collect_candidates (Search *search)
{
	FairleadClusters *clusters = search->clusters;
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (clusters->records, &n);

	for (guint i = 0; i < n; i++) {
		const FairleadEntityRow *row = &clusters->entities[names[i].entity];
		g_autofree char *key = NULL;
		GArray *candidates;
		Candidate candidate = { names[i].entity, search->files[names[i].source.file].format,
			                row->key, names[i].type == FAIRLEAD_NAME_PRIMARY };

		if (is_party (row))
			continue;
		key = dup_key (search,
		               fairlead_records_get_text (clusters->records, names[i].text));
		candidates = key == NULL ? NULL : g_hash_table_lookup (search->wanted, key);
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

/* Distinct sets that have the name, up to 2, where it is looked for first; @found is one of them */
static guint
find_party (Search *search, const FairleadEntityRow *party, FairleadEntity *found)
{
	const char *name = wanted_name (search, party);
	GArray *candidates = name == NULL ? NULL : g_hash_table_lookup (search->wanted, name);
	guint n = 0;

	for (guint pass = 0; candidates != NULL && pass < G_N_ELEMENTS (passes) && n == 0; pass++)
		n = count_fitting (search, party, candidates, pass, found);
	return n;
}

/* FALSE where nobody has the name */
static gboolean
join_exactly (Search *search, const FairleadEntityRow *party)
{
	FairleadClusters *clusters = search->clusters;
	FairleadEntity self = entity_of (search, party);
	FairleadEntity found = FAIRLEAD_NO_ENTITY;
	guint n = find_party (search, party, &found);

	clusters->ambiguous[self] = n > 1;
	if (n == 1)
		fairlead_clusters_unite (clusters, found, self, "a name", party->source);
	else if (n > 1)
		fairlead_records_add_issue (clusters->records, FAIRLEAD_ISSUE_NAME_AMBIGUOUS,
		                            party->source, "\"%s\"",
		                            fairlead_clusters_get_id (clusters, self));
	return n > 0;
}

static void
join_all_exactly (Search *search)
{
	guint n_left = 0;

	for (guint i = 0; i < search->parties->len; i++)
		if (!join_exactly (search, search->parties->pdata[i]))
			search->parties->pdata[n_left++] = search->parties->pdata[i];
	g_ptr_array_set_size (search->parties, (gint) n_left);
}

/* ---- in Latin letters ---- */

/* The keys of the parties are folded, and lost what a transliteration needs */
static void
spell_in_latin (Search *search)
{
	FairleadClusters *clusters = search->clusters;
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (clusters->records, &n);

	search->latin = g_hash_table_new_full (NULL, NULL, NULL, g_free);
	search->parties_are_ascii = TRUE;
	for (guint i = 0; i < n; i++) {
		const char *text = fairlead_records_get_text (clusters->records, names[i].text);
		char *key;

		if (!is_party (&clusters->entities[names[i].entity]))
			continue;
		search->parties_are_ascii &= g_str_is_ascii (text);
		key = dup_latin_key (search, text);
		if (key != NULL)
			g_hash_table_insert (search->latin, GUINT_TO_POINTER (names[i].entity),
			                     key);
	}
}

static void
join_romanised (Search *search, const FairleadEntityRow *party)
{
	FairleadClusters *clusters = search->clusters;
	FairleadEntity self = entity_of (search, party);
	FairleadEntity found = FAIRLEAD_NO_ENTITY;
	const char *name = fairlead_clusters_get_id (clusters, self);

	if (find_party (search, party, &found) != 1) {
		fairlead_records_add_issue (clusters->records, FAIRLEAD_ISSUE_NAME_NOT_FOUND,
		                            party->source, "\"%s\"", name);
		return;
	}
	fairlead_records_add_issue (clusters->records, FAIRLEAD_ISSUE_NAME_ROMANISED, party->source,
	                            "\"%s\" as \"%s\" of %s", name, wanted_name (search, party),
	                            fairlead_clusters_get_key (clusters, found));
	if (clusters->romanised == NULL)
		clusters->romanised = g_malloc0 (clusters->n);
	clusters->romanised[self] = TRUE;
	fairlead_clusters_unite (clusters, found, self, "a name in Latin letters", party->source);
}

void
fairlead_join_names (FairleadClusters *clusters)
{
	g_auto (Search) search = { 0 };

	init_search (&search, clusters);
	collect_parties (&search);
	if (search.parties->len == 0)
		return;
	collect_wanted (&search);
	collect_candidates (&search);
	join_all_exactly (&search);
	if (search.parties->len == 0)
		return;
	spell_in_latin (&search);
	collect_wanted (&search);
	collect_candidates (&search);
	for (guint i = 0; i < search.parties->len; i++)
		join_romanised (&search, search.parties->pdata[i]);
}
