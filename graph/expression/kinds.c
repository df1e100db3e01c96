/* graph/expression/kinds.c: what PREFIX:TEXT names, by its prefix */
#include <string.h>

#include "graph/expression/chosen-private.h"
#include "ingest/grammar/name.h"

/* So many identifiers are looked for by reading all before all are hashed: most ask for one */
#define MOST_SCANS 16u

typedef struct {
	guint32 hash; /* of the folded name, or of scheme and number */
	guint32 row;
} HashedText;

static void
choose (FairleadChosen *selection, FairleadEntity entity)
{
	g_hash_table_add (selection->chosen, GUINT_TO_POINTER (fairlead_network_vertex_of (
						     selection->network, entity)));
}

/* ---- one kind of expression each: adds what @text names, and tells how many rows fitted ---- */

static gboolean
counts (const FairleadChosen *selection, const FairleadDesignationRow *rows, guint i)
{
	const FairleadPeriod *period =
		fairlead_records_get_period (selection->records, rows[i].period);

	if (!selection->is_bounded)
		return fairlead_network_is_listing (selection->network, i);
	return period->start.first >= selection->first && period->start.first <= selection->last;
}

static guint
select_programme (FairleadChosen *selection, const char *text)
{
	guint n, n_found = 0;
	const FairleadDesignationRow *rows =
		fairlead_records_get_designations (selection->records, &n);

	for (guint i = 0; i < n; i++) {
		const char *programme =
			fairlead_records_get_text (selection->records, rows[i].programme);

		if (!counts (selection, rows, i)
		    || g_ascii_strncasecmp (programme, text, strlen (text)) != 0)
			continue;
		choose (selection, rows[i].entity);
		n_found++;
	}
	return n_found;
}

/* `OFAC` is the list of that name and those below it: `OFAC SSI` */
static gboolean
is_list (const char *list, const char *text)
{
	gsize length = strlen (text);

	return g_ascii_strncasecmp (list, text, length) == 0
	       && (list[length] == '\0' || list[length] == ' ');
}

static guint
select_list (FairleadChosen *selection, const char *text)
{
	guint n, n_found = 0;
	const FairleadDesignationRow *rows =
		fairlead_records_get_designations (selection->records, &n);

	for (guint i = 0; i < n; i++) {
		if (!counts (selection, rows, i)
		    || !is_list (fairlead_records_get_text (selection->records, rows[i].list),
		                 text))
			continue;
		choose (selection, rows[i].entity);
		n_found++;
	}
	return n_found;
}

static gint
compare_hashed_texts (gconstpointer a, gconstpointer b)
{
	const HashedText *first = a, *second = b;

	if (first->hash != second->hash)
		return first->hash < second->hash ? -1 : 1;
	return first->row < second->row ? -1 : first->row > second->row;
}

static const HashedText *
get_hashed (const GArray *hashed, guint i)
{
	return &g_array_index (hashed, HashedText, i);
}

/* The first of that hash, or where it would stand */
static guint
find_hashed (const GArray *hashed, guint32 hash)
{
	guint low = 0, high = hashed->len;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (get_hashed (hashed, middle)->hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static gboolean
is_hashed (const GArray *hashed, guint i, guint32 hash)
{
	return i < hashed->len && get_hashed (hashed, i)->hash == hash;
}

/* Folded once for all expressions: a file may name thousands */
static void
hash_names (FairleadChosen *selection, const FairleadNameRow *rows, guint n)
{
	selection->names = g_array_sized_new (FALSE, FALSE, sizeof (HashedText), n);
	for (guint i = 0; i < n; i++) {
		g_autofree char *folded = fairlead_name_fold (
			fairlead_records_get_text (selection->records, rows[i].text));
		HashedText name = { g_str_hash (folded), i };

		g_array_append_val (selection->names, name);
	}
	g_array_sort (selection->names, compare_hashed_texts);
}

static guint
select_hashed (FairleadChosen *selection, const FairleadNameRow *rows, const char *wanted)
{
	guint32 hash = g_str_hash (wanted);
	guint n_found = 0;

	for (guint i = find_hashed (selection->names, hash); is_hashed (selection->names, i, hash);
	     i++) {
		const FairleadNameRow *row = &rows[get_hashed (selection->names, i)->row];
		g_autofree char *folded = fairlead_name_fold (
			fairlead_records_get_text (selection->records, row->text));

		if (strcmp (folded, wanted) != 0)
			continue;
		choose (selection, row->entity);
		n_found++;
	}
	return n_found;
}

static guint
select_name (FairleadChosen *selection, const char *text)
{
	g_autofree char *wanted = fairlead_name_fold (text);
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (selection->records, &n);

	if (*wanted == '\0')
		return 0;
	if (selection->names == NULL)
		hash_names (selection, rows, n);
	return select_hashed (selection, rows, wanted);
}

/* Where the part of a key behind its scheme begins; NULL in that of a party that is only named */
static const char *
find_id (const FairleadChosen *selection, const FairleadEntityRow *row, const char **key)
{
	const char *colon;

	*key = fairlead_records_get_text (selection->records, row->key);
	colon = strchr (*key, ':');
	return row->flags & FAIRLEAD_ENTITY_NAMED || colon == NULL ? NULL : colon + 1;
}

/* Of millions of keys some few: a file may name thousands of ids, and each is then looked for by
 * whole keys. Most keys begin like the one before. */
static GPtrArray *
find_schemes (const FairleadChosen *selection)
{
	GPtrArray *schemes = g_ptr_array_new_with_free_func (g_free);
	guint n, last = 0;
	const FairleadEntityRow *rows = fairlead_records_get_entities (selection->records, &n);

	for (guint i = 0; i < n; i++) {
		const char *key, *id = find_id (selection, &rows[i], &key);
		g_autofree char *scheme = NULL;

		if (id == NULL
		    || (schemes->len > 0
		        && strncmp (key, g_ptr_array_index (schemes, last), (gsize) (id - key))
		                   == 0))
			continue;
		scheme = g_strndup (key, (gsize) (id - key));
		if (!g_ptr_array_find_with_equal_func (schemes, scheme, g_str_equal, &last)) {
			last = schemes->len;
			g_ptr_array_add (schemes, g_steal_pointer (&scheme));
		}
	}
	return schemes;
}

/* The part of a key behind its scheme, whatever the scheme */
static guint
select_id (FairleadChosen *selection, const char *text)
{
	guint n, n_found = 0;
	const FairleadEntityRow *rows = fairlead_records_get_entities (selection->records, &n);

	if (selection->schemes == NULL)
		selection->schemes = find_schemes (selection);
	for (guint i = 0; i < selection->schemes->len; i++) {
		g_autofree char *key =
			g_strconcat (g_ptr_array_index (selection->schemes, i), text, NULL);
		FairleadEntity entity = fairlead_records_find (selection->records, key);

		if (entity == FAIRLEAD_NO_ENTITY || rows[entity].flags & FAIRLEAD_ENTITY_NAMED)
			continue;
		choose (selection, entity);
		n_found++;
	}
	return n_found;
}

static guint
select_key (FairleadChosen *selection, const char *key)
{
	FairleadEntity entity = fairlead_records_find (selection->records, key);

	if (entity == FAIRLEAD_NO_ENTITY)
		return 0;
	choose (selection, entity);
	return 1;
}

static gboolean
is_identifier (const FairleadChosen *selection, const FairleadIdRow *row, FairleadIdScheme scheme,
               const char *wanted)
{
	return row->scheme == scheme
	       && strcmp (fairlead_records_get_text (selection->records, row->number), wanted) == 0;
}

static guint
scan_identifiers (FairleadChosen *selection, FairleadIdScheme scheme, const char *wanted)
{
	guint n, n_found = 0;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (selection->records, &n);

	selection->n_scans++;
	for (guint i = 0; i < n; i++)
		if (is_identifier (selection, &rows[i], scheme, wanted)) {
			choose (selection, rows[i].entity);
			n_found++;
		}
	return n_found;
}

static guint32
hash_identifier (FairleadIdScheme scheme, const char *number)
{
	return g_str_hash (number) * 31 + (guint32) scheme;
}

static void
hash_identifiers (FairleadChosen *selection)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (selection->records, &n);

	selection->numbers = g_array_sized_new (FALSE, FALSE, sizeof (HashedText), n);
	for (guint i = 0; i < n; i++) {
		const char *number = fairlead_records_get_text (selection->records, rows[i].number);
		HashedText hashed = { hash_identifier (rows[i].scheme, number), i };

		g_array_append_val (selection->numbers, hashed);
	}
	g_array_sort (selection->numbers, compare_hashed_texts);
}

static guint
look_up_identifiers (FairleadChosen *selection, FairleadIdScheme scheme, const char *wanted)
{
	guint32 hash = hash_identifier (scheme, wanted);
	guint n, n_found = 0;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (selection->records, &n);

	if (selection->numbers == NULL)
		hash_identifiers (selection);
	for (guint i = find_hashed (selection->numbers, hash);
	     is_hashed (selection->numbers, i, hash); i++) {
		const FairleadIdRow *row = &rows[get_hashed (selection->numbers, i)->row];

		if (!is_identifier (selection, row, scheme, wanted))
			continue;
		choose (selection, row->entity);
		n_found++;
	}
	return n_found;
}

static guint
select_identifier (FairleadChosen *selection, FairleadIdScheme scheme, const char *text)
{
	char normal[128];
	const char *wanted =
		fairlead_identifier_normalise (scheme, text, normal, sizeof normal) ? normal : text;
	g_autofree char *key =
		g_strconcat (fairlead_id_scheme_info (scheme)->name, ":", wanted, NULL);

	return select_key (selection, key)
	       + (selection->n_scans < MOST_SCANS
	                  ? scan_identifiers (selection, scheme, wanted)
	                  : look_up_identifiers (selection, scheme, wanted));
}

/* ---- choosing among them ---- */

typedef struct {
	const char *prefix;
	guint (*select) (FairleadChosen *selection, const char *text);
} ExpressionKind;

static const ExpressionKind kinds[] = {
	{ "programme", select_programme },
	{ "program", select_programme },
	{ "list", select_list },
	{ "name", select_name },
	{ "id", select_id },
};

guint
fairlead_chosen_add_by_prefix (FairleadChosen *selection, const char *expression,
                               const char *prefix, const char *text)
{
	FairleadIdScheme scheme;
	guint n = select_key (selection, expression);

	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
		if (strcmp (kinds[i].prefix, prefix) == 0)
			return n + kinds[i].select (selection, text);
	if (fairlead_id_scheme_from_name (prefix, &scheme))
		n += select_identifier (selection, scheme, text);
	return n;
}
