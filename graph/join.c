/* graph/join.c */
#include "graph/join.h"

#include <string.h>

#include "graph/clusters-private.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

/* ---- by number ---- */

/* An entity and a number that it has: `imo:7937317`, `registration:KY 12345` */
typedef struct {
	FairleadText number; /* in an arena of its own, interned */
	FairleadEntity entity;
	FairleadSource source;
} Claim;

typedef struct {
	FairleadStrings *numbers;
	FairleadClusters *clusters;
} ClaimOrder;

static gint
compare_claims (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const ClaimOrder *order = user_data;
	const Claim *claim_a = a, *claim_b = b;

	if (claim_a->number != claim_b->number)
		return strcmp (fairlead_strings_get (order->numbers, claim_a->number),
		               fairlead_strings_get (order->numbers, claim_b->number));
	return strcmp (fairlead_clusters_get_key (order->clusters, claim_a->entity),
	               fairlead_clusters_get_key (order->clusters, claim_b->entity));
}

/* The jurisdiction of a register in one spelling; NULL where there is none */
static char *
dup_issuer (FairleadRecords *records, FairleadText issuer)
{
	const char *text = fairlead_records_get_text (records, issuer);
	const char *code = *text == '\0' ? NULL : fairlead_country_code (text);

	if (*text == '\0')
		return NULL;
	return code != NULL ? g_strdup (code) : fairlead_name_fold (text);
}

static void
claim_number (FairleadClusters *clusters, const FairleadIdRow *row, FairleadStrings *numbers,
              GArray *claims)
{
	const FairleadIdSchemeInfo *scheme = fairlead_id_scheme_info (row->scheme);
	g_autofree char *issuer = NULL;
	g_autofree char *text = NULL;
	Claim claim = { 0, row->entity, row->source };

	if (!row->valid || !scheme->joins)
		return;
	issuer = scheme->needs_issuer ? dup_issuer (clusters->records, row->issuer) : g_strdup ("");
	if (issuer == NULL)
		return;
	text = g_strdup_printf ("%s:%s%s%s", scheme->name, issuer, *issuer == '\0' ? "" : " ",
	                        fairlead_records_get_text (clusters->records, row->number));
	claim.number = fairlead_strings_intern (numbers, text, strlen (text));
	g_array_append_val (claims, claim);
}

/* An entity keyed `imo:...` has that number without a row that says so */
static void
claim_own_key (FairleadClusters *clusters, FairleadEntity entity, FairleadStrings *numbers,
               GArray *claims)
{
	const char *key = fairlead_clusters_get_key (clusters, entity);
	const char *colon = strchr (key, ':');
	Claim claim = { 0, entity, clusters->entities[entity].source };

	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);

		if (!info->joins || info->needs_issuer || strlen (info->name) != (gsize) (colon - key)
		    || strncmp (info->name, key, (gsize) (colon - key)) != 0
		    || !fairlead_identifier_check (scheme, colon + 1))
			continue;
		claim.number = fairlead_strings_intern (numbers, key, strlen (key));
		g_array_append_val (claims, claim);
	}
}

/* A ship's number decides for the set that first has it; the claims come in order, so that the
 * smallest number of a record with two is the one */
static void
note_ship_numbers (FairleadClusters *clusters, FairleadStrings *numbers, GArray *claims)
{
	for (guint i = 0; i < claims->len; i++) {
		const Claim *claim = &g_array_index (claims, Claim, i);
		const char *number = fairlead_strings_get (numbers, claim->number);

		if (g_str_has_prefix (number, "imo:") && clusters->imo[claim->entity] == 0)
			clusters->imo[claim->entity] =
				fairlead_records_intern (clusters->records, number + strlen ("imo:"));
	}
}

/* Joins a claim to the nearest earlier one of the same number and kind; where all earlier ones are
 * of another kind, the nearest is tried all the same, so that the conflict is reported */
static void
unite_claim (FairleadClusters *clusters, GArray *claims, guint i, FairleadStrings *numbers)
{
	const Claim *all = (const Claim *) (gpointer) claims->data;
	FairleadKind kind = clusters->kind[fairlead_clusters_find (clusters, all[i].entity)];
	guint with = i - 1;

	if (all[i].number != all[i - 1].number)
		return;
	for (guint j = i; j > 0 && all[j - 1].number == all[i].number; j--) {
		guint32 root = fairlead_clusters_find (clusters, all[j - 1].entity);

		if (!fairlead_kinds_agree (kind, clusters->kind[root]))
			continue;
		with = j - 1;
		break;
	}
	fairlead_clusters_unite (clusters, all[with].entity, all[i].entity,
	                         fairlead_strings_get (numbers, all[i].number), all[i].source);
}

static void
join_numbers (FairleadClusters *clusters)
{
	g_autoptr (FairleadStrings) numbers = fairlead_strings_new ();
	g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
	ClaimOrder order = { numbers, clusters };
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (clusters->records, &n);

	for (guint i = 0; i < n; i++)
		claim_number (clusters, &rows[i], numbers, claims);
	for (guint32 i = 0; i < clusters->n; i++)
		claim_own_key (clusters, i, numbers, claims);
	g_array_sort_with_data (claims, compare_claims, &order);
	note_ship_numbers (clusters, numbers, claims);
	for (guint i = 1; i < claims->len; i++)
		unite_claim (clusters, claims, i, numbers);
}

/* ---- numbering the vertices ---- */

/* The better of two keys names the vertex: numbers for life first, names last */
static guint
key_order (const char *key)
{
	static const char *const first[] = { "imo:", "imo-company:", "lei:" };

	for (guint i = 0; i < G_N_ELEMENTS (first); i++)
		if (g_str_has_prefix (key, first[i]))
			return i;
	return strstr (key, "-name:") == NULL ? G_N_ELEMENTS (first) : G_N_ELEMENTS (first) + 1;
}

static gboolean
is_better_key (const char *key, const char *than)
{
	guint a = key_order (key), b = key_order (than);

	return a != b ? a < b : strcmp (key, than) < 0;
}

/* The first bytes of a key as numbers decide nearly every comparison without touching the arena */
typedef struct {
	guint64 head[2];
	guint32 root;
	FairleadText key;
} SortKey;

static SortKey
make_sort_key (FairleadRecords *records, guint32 root, FairleadText key)
{
	const char *text = fairlead_records_get_text (records, key);
	gsize length = strlen (text);
	char bytes[16] = { 0 };
	SortKey result = { { 0, 0 }, root, key };

	memcpy (bytes, text, MIN (length, sizeof bytes));
	memcpy (result.head, bytes, sizeof bytes);
	result.head[0] = GUINT64_FROM_BE (result.head[0]);
	result.head[1] = GUINT64_FROM_BE (result.head[1]);
	return result;
}

static gint
compare_sort_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const SortKey *key_a = a, *key_b = b;

	for (guint i = 0; i < 2; i++)
		if (key_a->head[i] != key_b->head[i])
			return key_a->head[i] < key_b->head[i] ? -1 : 1;
	return strcmp (fairlead_records_get_text (user_data, key_a->key),
	               fairlead_records_get_text (user_data, key_b->key));
}

/* The best key of each set, at the index of its root; 0 elsewhere */
static FairleadText *
choose_keys (FairleadClusters *clusters)
{
	FairleadText *best = g_new0 (FairleadText, MAX (clusters->n, 1));

	for (guint32 i = 0; i < clusters->n; i++) {
		guint32 root = fairlead_clusters_find (clusters, i);

		if (best[root] == 0
		    || is_better_key (fairlead_clusters_get_key (clusters, i),
		                      fairlead_records_get_text (clusters->records, best[root])))
			best[root] = clusters->entities[i].key;
	}
	return best;
}

static void
number_vertices (FairleadJoin *self, FairleadClusters *clusters)
{
	g_autofree FairleadText *best = choose_keys (clusters);
	g_autofree SortKey *keys = g_new (SortKey, MAX (clusters->n, 1));
	g_autofree guint32 *vertex_of_root = g_new (guint32, MAX (clusters->n, 1));
	guint32 n = 0;

	for (guint32 i = 0; i < clusters->n; i++)
		if (best[i] != 0)
			keys[n++] = make_sort_key (clusters->records, i, best[i]);
	g_qsort_with_data (keys, (gint) n, sizeof *keys, compare_sort_keys, clusters->records);
	self->n_vertices = n;
	self->ids = g_new (FairleadText, MAX (n, 1));
	self->is_ambiguous = g_malloc0 (MAX (n, 1));
	self->vertex_of = g_new (FairleadVertex, MAX (clusters->n, 1));
	for (guint32 vertex = 0; vertex < n; vertex++) {
		self->ids[vertex] = keys[vertex].key;
		vertex_of_root[keys[vertex].root] = vertex;
	}
	for (guint32 i = 0; i < clusters->n; i++) {
		self->vertex_of[i] = vertex_of_root[fairlead_clusters_find (clusters, i)];
		self->is_ambiguous[self->vertex_of[i]] |= clusters->ambiguous[i];
	}
}

void
fairlead_join_init (FairleadJoin *self, FairleadRecords *records)
{
	g_auto (FairleadClusters) clusters = { 0 };

	fairlead_clusters_init (&clusters, records);
	join_numbers (&clusters);
	fairlead_join_names (&clusters);
	number_vertices (self, &clusters);
}

void
fairlead_join_clear (FairleadJoin *self)
{
	g_clear_pointer (&self->vertex_of, g_free);
	g_clear_pointer (&self->ids, g_free);
	g_clear_pointer (&self->is_ambiguous, g_free);
}
