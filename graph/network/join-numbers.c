/* graph/network/join-numbers.c: joins the entities that have one number */
#include <string.h>

#include "graph/network/clusters-private.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/record/id-table.h"
#include "ingest/record/pages.h"

/* An entity and a number that it has: `imo:7937317`, `registration:KY/12345` */
typedef struct {
	FairleadText number; /* in an arena of its own, interned */
	FairleadEntity entity;
	FairleadSource source;
} Claim;

typedef struct {
	FairleadStrings *numbers;
	FairleadClusters *clusters;
	const FairleadFileRow *files;
} ClaimOrder;

/* By number, by who has it, by where that stands: never by what was loaded first */
static gint
compare_claims (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const ClaimOrder *order = user_data;
	FairleadRecords *records = order->clusters->records;
	const Claim *claim_a = a, *claim_b = b;

	if (claim_a->number != claim_b->number)
		return strcmp (fairlead_strings_get (order->numbers, claim_a->number),
		               fairlead_strings_get (order->numbers, claim_b->number));
	if (claim_a->entity != claim_b->entity)
		return strcmp (fairlead_clusters_get_key (order->clusters, claim_a->entity),
		               fairlead_clusters_get_key (order->clusters, claim_b->entity));
	if (claim_a->source.file != claim_b->source.file)
		return strcmp (fairlead_records_get_text (records,
		                                          order->files[claim_a->source.file].path),
		               fairlead_records_get_text (records,
		                                          order->files[claim_b->source.file].path));
	return claim_a->source.line < claim_b->source.line
	               ? -1
	               : claim_a->source.line > claim_b->source.line;
}

/* ---- who gave it ---- */

/* Issuers by how they are written, which few are, each in the one spelling of all */
typedef struct {
	FairleadRecords *records;
	FairleadStrings *spellings;
	GHashTable *by_text; /* spelling by how it is written, both texts */
} Issuers;

static void
init_issuers (Issuers *self, FairleadRecords *records)
{
	self->records = records;
	self->spellings = fairlead_strings_new ();
	self->by_text = g_hash_table_new (NULL, NULL);
}

static void
clear_issuers (Issuers *self)
{
	g_clear_pointer (&self->spellings, fairlead_strings_free);
	g_clear_pointer (&self->by_text, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Issuers, clear_issuers)

/* The jurisdiction of a register; 0 where there is none */
static FairleadText
spell_issuer (Issuers *self, FairleadText issuer)
{
	const char *text = fairlead_records_get_text (self->records, issuer);
	const char *code = *text == '\0' ? NULL : fairlead_country_code (text);
	g_autofree char *spelling = code != NULL ? g_strdup (code) : fairlead_name_fold (text);

	return fairlead_strings_intern (self->spellings, spelling, strlen (spelling));
}

static FairleadText
find_issuer (Issuers *self, FairleadText issuer)
{
	gpointer known;
	FairleadText spelling;

	if (g_hash_table_lookup_extended (self->by_text, GUINT_TO_POINTER (issuer), NULL, &known))
		return GPOINTER_TO_UINT (known);
	spelling = spell_issuer (self, issuer);
	g_hash_table_insert (self->by_text, GUINT_TO_POINTER (issuer), GUINT_TO_POINTER (spelling));
	return spelling;
}

/* Whether the row is of a number that joins, and by which spelling of its issuer */
static gboolean
can_join (Issuers *self, const FairleadIdRow *row, FairleadText *issuer)
{
	const FairleadIdSchemeInfo *scheme = fairlead_id_scheme_info (row->scheme);

	*issuer = 0;
	if (!row->valid || !scheme->joins)
		return FALSE;
	if (scheme->needs_issuer)
		*issuer = find_issuer (self, row->issuer);
	return !scheme->needs_issuer || *issuer != 0;
}

/* ---- who has it ---- */

/* Which numbers may have several entities, told by their hashes alone: most have one, and need no
 * text made of them */
typedef struct {
	guint32 hash;
	FairleadEntity first; /* FAIRLEAD_NO_ENTITY where the place is free */
} Place;

typedef struct {
	Place *places; /* open addressing, half of them free at least */
	guint8 *is_shared;
	guint32 mask;
	guint32 *place_of; /* of each row of identifiers that may join, else NO_PLACE */
} Crowd;

#define NO_PLACE G_MAXUINT32

static void
clear_crowd (Crowd *self)
{
	g_free (self->places);
	g_free (self->is_shared);
	g_free (self->place_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Crowd, clear_crowd)

static void
init_crowd (Crowd *self, guint n_numbers, guint n_rows)
{
	gsize n = 1024;

	while (n < 2 * (gsize) n_numbers)
		n *= 2;
	self->mask = (guint32) (n - 1);
	self->places = FAIRLEAD_NEW_LARGE (Place, n);
	memset (self->places, 0xff, n * sizeof *self->places);
	self->is_shared = g_malloc0 (n);
	self->place_of = g_new (guint32, MAX (n_rows, 1));
}

static guint32
hash_number (FairleadIdScheme scheme, FairleadText issuer, const char *number)
{
	return (fairlead_id_table_hash (number, strlen (number)) + scheme + issuer * 0x9e3779b1u);
}

/* Where numbers of this hash stand, or would */
static guint32
find_place (const Crowd *self, guint32 hash)
{
	guint32 i = hash & self->mask;

	while (self->places[i].first != FAIRLEAD_NO_ENTITY && self->places[i].hash != hash)
		i = (i + 1) & self->mask;
	return i;
}

static guint32
join_crowd (Crowd *self, guint32 hash, FairleadEntity entity)
{
	guint32 i = find_place (self, hash);

	if (self->places[i].first == FAIRLEAD_NO_ENTITY)
		self->places[i] = (Place){ hash, entity };
	else if (self->places[i].first != entity)
		self->is_shared[i] = TRUE;
	return i;
}

/* The ship's own number tells ships apart, too, and is always wanted */
static gboolean
is_wanted (const Crowd *self, FairleadIdScheme scheme, guint32 place)
{
	return place != NO_PLACE && (scheme == FAIRLEAD_ID_IMO || self->is_shared[place]);
}

static void
claim_number (Issuers *issuers, const FairleadIdRow *row, FairleadStrings *numbers, GArray *claims)
{
	const FairleadIdSchemeInfo *scheme = fairlead_id_scheme_info (row->scheme);
	const char *number = fairlead_records_get_text (issuers->records, row->number);
	FairleadText issuer = scheme->needs_issuer ? find_issuer (issuers, row->issuer) : 0;
	/* No issuer holds a slash, so that no issuer and number run into another pair */
	g_autofree char *text = g_strdup_printf ("%s:%s%s%s", scheme->name,
	                                         fairlead_strings_get (issuers->spellings, issuer),
	                                         scheme->needs_issuer ? "/" : "", number);
	Claim claim = { fairlead_strings_intern (numbers, text, strlen (text)), row->entity,
		        row->source };

	g_array_append_val (claims, claim);
}

/* An entity keyed `imo:...` has that number without a row that says so. FALSE for other keys. */
static gboolean
find_own_scheme (FairleadClusters *clusters, FairleadEntity entity, FairleadIdScheme *scheme)
{
	const char *key, *id;

	/* Most keys are numbers in a list, which their clusters know already */
	if (clusters->lists[entity] != 0)
		return FALSE;
	key = fairlead_clusters_get_key (clusters, entity);
	id = fairlead_clusters_get_id (clusters, entity);
	for (guint i = 0; i < FAIRLEAD_N_ID_SCHEMES; i++) {
		const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (i);

		if (!info->joins || info->needs_issuer
		    || (gsize) (id - key) != strlen (info->name) + 1
		    || !g_str_has_prefix (key, info->name)
		    || fairlead_identifier_is_placeholder (i, id)
		    || !fairlead_identifier_check (i, id))
			continue;
		*scheme = i;
		return TRUE;
	}
	return FALSE;
}

static void
claim_own_key (FairleadClusters *clusters, FairleadEntity entity, FairleadStrings *numbers,
               const Crowd *crowd, GArray *claims)
{
	const char *key = fairlead_clusters_get_key (clusters, entity);
	Claim claim = { 0, entity, clusters->entities[entity].source };
	FairleadIdScheme scheme;

	if (!find_own_scheme (clusters, entity, &scheme)
	    || !is_wanted (
		    crowd, scheme,
		    find_place (crowd, hash_number (scheme, 0,
	                                            fairlead_clusters_get_id (clusters, entity)))))
		return;
	claim.number = fairlead_strings_intern (numbers, key, strlen (key));
	g_array_append_val (claims, claim);
}

/* Those whose key may be a number of a scheme */
static guint
count_numbered (FairleadClusters *clusters)
{
	guint n = 0;

	for (guint32 i = 0; i < clusters->n; i++)
		n += clusters->lists[i] == 0;
	return n;
}

static void
gather_crowd (Crowd *crowd, FairleadClusters *clusters, Issuers *issuers, const FairleadIdRow *rows,
              guint n)
{
	FairleadIdScheme scheme;
	FairleadText issuer;

	init_crowd (crowd, n + count_numbered (clusters), n);
	for (guint i = 0; i < n; i++) {
		const char *number = fairlead_records_get_text (clusters->records, rows[i].number);

		crowd->place_of[i] =
			can_join (issuers, &rows[i], &issuer) ? join_crowd (
				crowd, hash_number (rows[i].scheme, issuer, number), rows[i].entity)
							      : NO_PLACE;
	}
	for (guint32 i = 0; i < clusters->n; i++)
		if (find_own_scheme (clusters, i, &scheme))
			join_crowd (crowd,
			            hash_number (scheme, 0, fairlead_clusters_get_id (clusters, i)),
			            i);
}

/* A ship's number decides for the set that first has it; of a record with two the smaller one is
 * it */
static void
note_ship_numbers (FairleadClusters *clusters, FairleadStrings *numbers, GArray *claims)
{
	for (guint i = 0; i < claims->len; i++) {
		const Claim *claim = &g_array_index (claims, Claim, i);
		const char *number = fairlead_strings_get (numbers, claim->number);
		FairleadText *noted = &clusters->imo[claim->entity];

		if (!g_str_has_prefix (number, "imo:"))
			continue;
		number += strlen ("imo:");
		if (*noted == 0
		    || strcmp (number, fairlead_records_get_text (clusters->records, *noted)) < 0)
			*noted = fairlead_records_intern (clusters->records, number);
	}
}

/* Most numbers have one entity and join nothing: only the others are worth sorting */
static void
drop_single_claims (GArray *claims)
{
	Claim *all = (Claim *) (gpointer) claims->data;
	g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
	g_autoptr (GHashTable) shared = g_hash_table_new (NULL, NULL);
	guint kept = 0;

	for (guint i = 0; i < claims->len; i++) {
		gpointer number = GUINT_TO_POINTER (all[i].number), entity;

		if (!g_hash_table_lookup_extended (first, number, NULL, &entity))
			g_hash_table_insert (first, number, GUINT_TO_POINTER (all[i].entity));
		else if (GPOINTER_TO_UINT (entity) != all[i].entity)
			g_hash_table_add (shared, number);
	}
	for (guint i = 0; i < claims->len; i++)
		if (g_hash_table_contains (shared, GUINT_TO_POINTER (all[i].number)))
			all[kept++] = all[i];
	g_array_set_size (claims, kept);
}

/* How far back to look for a claim that goes with one; far more than any honest number has */
#define MAX_LOOK_BACK 256

/* A hull is one ship, whatever a list makes of it. A company's number may be one branch's, one
 * city's, handed on or mistyped: it does not join two parties that one list numbers apart. */
static gboolean
is_kept_apart (FairleadClusters *clusters, const Claim *a, const Claim *b, const char *number)
{
	return !g_str_has_prefix (number, "imo:")
	       && fairlead_clusters_share_list (clusters, a->entity, b->entity);
}

/* Joins a claim to the nearest earlier one of the same number that it may join; where there is none
 * the nearest is tried all the same, so that the conflict is reported */
static void
unite_claim (FairleadClusters *clusters, GArray *claims, guint i, FairleadStrings *numbers)
{
	const Claim *all = (const Claim *) (gpointer) claims->data;
	const char *number = fairlead_strings_get (numbers, all[i].number);
	guint with = i - 1;

	if (all[i].number != all[i - 1].number)
		return;
	for (guint j = i; j > 0 && i - j < MAX_LOOK_BACK && all[j - 1].number == all[i].number;
	     j--) {
		if (!fairlead_clusters_may_unite (clusters, all[j - 1].entity, all[i].entity)
		    || is_kept_apart (clusters, &all[j - 1], &all[i], number))
			continue;
		with = j - 1;
		break;
	}
	if (is_kept_apart (clusters, &all[with], &all[i], number))
		fairlead_records_add_issue (clusters->records, FAIRLEAD_ISSUE_SHARED_NUMBER,
		                            all[i].source, "%s and %s share %s",
		                            fairlead_clusters_get_key (clusters, all[with].entity),
		                            fairlead_clusters_get_key (clusters, all[i].entity),
		                            number);
	else
		fairlead_clusters_unite (clusters, all[with].entity, all[i].entity, number,
		                         all[i].source);
}

void
fairlead_join_numbers (FairleadClusters *clusters)
{
	g_autoptr (FairleadStrings) numbers = fairlead_strings_new ();
	g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
	g_auto (Crowd) crowd = { NULL, NULL, 0, NULL };
	g_auto (Issuers) issuers = { NULL, NULL, NULL };
	guint n, n_files;
	ClaimOrder order = { numbers, clusters,
		             fairlead_records_get_files (clusters->records, &n_files) };
	const FairleadIdRow *rows = fairlead_records_get_identifiers (clusters->records, &n);

	init_issuers (&issuers, clusters->records);
	gather_crowd (&crowd, clusters, &issuers, rows, n);
	for (guint i = 0; i < n; i++)
		if (is_wanted (&crowd, rows[i].scheme, crowd.place_of[i]))
			claim_number (&issuers, &rows[i], numbers, claims);
	for (guint32 i = 0; i < clusters->n; i++)
		claim_own_key (clusters, i, numbers, &crowd, claims);
	note_ship_numbers (clusters, numbers, claims);
	drop_single_claims (claims);
	g_array_sort_with_data (claims, compare_claims, &order);
	for (guint i = 1; i < claims->len; i++)
		unite_claim (clusters, claims, i, numbers);
}
