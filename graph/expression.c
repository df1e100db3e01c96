/* graph/expression.c */
#include "graph/expression.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "graph/supply/supply.h"
#include "ingest/record/error.h"

#define SUPPLY "supply"
#define MAX_FILE_DEPTH 8
#define BYTE_ORDER_MARK "\357\273\277"

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	GHashTable *chosen;  /* of FairleadVertex */
	GHashTable *amounts; /* of double by FairleadVertex: what those of `supply` delivered */
	GArray *names;       /* of HashedName, in order; NULL until a name is asked for */
	GPtrArray *schemes;  /* what keys begin with, up to their colon; NULL until an id is */
	gboolean is_bounded; /* only designations that began from day to day, over or not, count */
	gint32 first;
	gint32 last;
} Selection;

typedef struct {
	guint32 hash; /* of the folded name */
	guint32 row;
} HashedName;

static void
selection_clear (Selection *self)
{
	g_hash_table_unref (self->chosen);
	g_hash_table_unref (self->amounts);
	g_clear_pointer (&self->names, g_array_unref);
	g_clear_pointer (&self->schemes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

static void
choose (Selection *selection, FairleadEntity entity)
{
	g_hash_table_add (selection->chosen, GUINT_TO_POINTER (fairlead_network_vertex_of (
						     selection->network, entity)));
}

/* ---- one kind of expression each: adds what @text names, and tells how many rows fitted ---- */

static gboolean
counts (const Selection *selection, const FairleadDesignationRow *rows, guint i)
{
	const FairleadPeriod *period =
		fairlead_records_get_period (selection->records, rows[i].period);

	if (!selection->is_bounded)
		return fairlead_network_is_listing (selection->network, i);
	return period->start.first >= selection->first && period->start.first <= selection->last;
}

static guint
select_programme (Selection *selection, const char *text)
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
select_list (Selection *selection, const char *text)
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
compare_hashed_names (gconstpointer a, gconstpointer b)
{
	const HashedName *first = a, *second = b;

	if (first->hash != second->hash)
		return first->hash < second->hash ? -1 : 1;
	return first->row < second->row ? -1 : first->row > second->row;
}

/* Folded once for all expressions: a file may name thousands */
static void
hash_names (Selection *selection, const FairleadNameRow *rows, guint n)
{
	selection->names = g_array_sized_new (FALSE, FALSE, sizeof (HashedName), n);
	for (guint i = 0; i < n; i++) {
		g_autofree char *folded = fairlead_name_fold (
			fairlead_records_get_text (selection->records, rows[i].text));
		HashedName name = { g_str_hash (folded), i };

		g_array_append_val (selection->names, name);
	}
	g_array_sort (selection->names, compare_hashed_names);
}

static guint
select_hashed (Selection *selection, const FairleadNameRow *rows, const char *wanted)
{
	const HashedName *names = (const HashedName *) (gpointer) selection->names->data;
	guint32 hash = g_str_hash (wanted);
	guint low = 0, high = selection->names->len, n_found = 0;

	while (low < high) {
		guint middle = low + (high - low) / 2;

		if (names[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < selection->names->len && names[low].hash == hash; low++) {
		const FairleadNameRow *row = &rows[names[low].row];
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
select_name (Selection *selection, const char *text)
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
find_id (const Selection *selection, const FairleadEntityRow *row, const char **key)
{
	const char *colon;

	*key = fairlead_records_get_text (selection->records, row->key);
	colon = strchr (*key, ':');
	return row->flags & FAIRLEAD_ENTITY_NAMED || colon == NULL ? NULL : colon + 1;
}

/* Of millions of keys some few: a file may name thousands of ids, and each is then looked for by
 * whole keys. Most keys begin like the one before. */
static GPtrArray *
find_schemes (const Selection *selection)
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
select_id (Selection *selection, const char *text)
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
select_key (Selection *selection, const char *key)
{
	FairleadEntity entity = fairlead_records_find (selection->records, key);

	if (entity == FAIRLEAD_NO_ENTITY)
		return 0;
	choose (selection, entity);
	return 1;
}

static guint
select_identifier (Selection *selection, FairleadIdScheme scheme, const char *text)
{
	char normal[128];
	const char *wanted =
		fairlead_identifier_normalise (scheme, text, normal, sizeof normal) ? normal : text;
	g_autofree char *key =
		g_strconcat (fairlead_id_scheme_info (scheme)->name, ":", wanted, NULL);
	guint n, n_found = select_key (selection, key);
	const FairleadIdRow *rows = fairlead_records_get_identifiers (selection->records, &n);

	for (guint i = 0; i < n; i++) {
		if (rows[i].scheme != scheme
		    || strcmp (fairlead_records_get_text (selection->records, rows[i].number),
		               wanted)
		               != 0)
			continue;
		choose (selection, rows[i].entity);
		n_found++;
	}
	return n_found;
}

/* ---- choosing among them ---- */

typedef struct {
	const char *prefix;
	guint (*select) (Selection *selection, const char *text);
} ExpressionKind;

static const ExpressionKind kinds[] = {
	{ "programme", select_programme },
	{ "program", select_programme },
	{ "list", select_list },
	{ "name", select_name },
	{ "id", select_id },
};

static guint
select_by_prefix (Selection *selection, const char *expression, const char *prefix,
                  const char *text)
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

/* The ships that delivered, each with how much */
static gboolean
select_supply (Selection *selection, const char *expression, GError **error)
{
	const char *cap =
		expression[strlen (SUPPLY)] == ':' ? expression + strlen (SUPPLY) + 1 : NULL;
	g_autoptr (GArray) barrels = NULL;
	g_autoptr (GArray) ships =
		fairlead_supply_find_ships (selection->network, cap, &barrels, error);

	if (ships == NULL)
		return FALSE;
	if (ships->len == 0) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		             "\"%s\" selects nothing: no event of these inputs counts as a"
		             " delivery (fairlead supply says why)",
		             expression);
		return FALSE;
	}
	for (guint i = 0; i < ships->len; i++) {
		gpointer ship = GUINT_TO_POINTER (g_array_index (ships, FairleadVertex, i));

		g_hash_table_add (selection->chosen, ship);
		g_hash_table_insert (
			selection->amounts, ship,
			g_memdup2 (&g_array_index (barrels, double, i), sizeof (double)));
	}
	return TRUE;
}

static gboolean
is_supply (const char *expression)
{
	return strcmp (expression, SUPPLY) == 0 || g_str_has_prefix (expression, SUPPLY ":");
}

static gboolean
select_one (Selection *selection, const char *expression, GError **error)
{
	const char *colon = strchr (expression, ':');
	g_autofree char *prefix = NULL;

	if (is_supply (expression) && !g_str_has_suffix (expression, ":"))
		return select_supply (selection, expression, error);
	if (colon == NULL || colon == expression || colon[1] == '\0') {
		g_set_error (
			error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
			"\"%s\" is no entity expression (expected PREFIX:TEXT, as in imo:7937317 or"
			" programme:DPRK, or @FILE)",
			expression);
		return FALSE;
	}
	prefix = g_strndup (expression, (gsize) (colon - expression));
	if (select_by_prefix (selection, expression, prefix, colon + 1) > 0)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             "\"%s\" selects nothing in these inputs (fairlead check shows their"
	             " programmes, lists and kinds)",
	             expression);
	return FALSE;
}

static gboolean select_expression (Selection *selection, const char *expression, guint depth,
                                   GError **error);

static char *
dup_file_text (const char *path, GError **error)
{
	g_autoptr (GError) local = NULL;
	g_autofree char *text = NULL;
	/* @- is standard input */
	const char *place = strcmp (path, "-") == 0 ? "/dev/stdin" : path;
	gsize length;

	if (!g_file_get_contents (place, &text, &length, &local)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", local->message);
		return NULL;
	}
	/* A NUL is not valid here either: what follows it would be lost in silence */
	if (!g_utf8_validate (text, (gssize) length, NULL)) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                       "the file is not UTF-8 text");
		return NULL;
	}
	return g_steal_pointer (&text);
}

static gboolean
select_file (Selection *selection, const char *path, guint depth, GError **error)
{
	g_autofree char *text = NULL;
	g_auto (GStrv) lines = NULL;
	guint n_expressions = 0;

	if (depth >= MAX_FILE_DEPTH)
		return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_LIMIT,
		                              "files of expressions name each other too deeply");
	text = dup_file_text (path, error);
	if (text == NULL)
		return FALSE;
	lines = g_strsplit (
		g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text,
		"\n", -1);
	for (guint i = 0; lines[i] != NULL; i++) {
		g_autoptr (GError) local = NULL;
		char *line = g_strstrip (lines[i]);

		if (*line == '\0' || *line == '#')
			continue;
		n_expressions++;
		if (!select_expression (selection, line, depth + 1, &local))
			return fairlead_set_error_at (error, path, i + 1, local->code, "%s",
			                              local->message);
	}
	if (n_expressions > 0)
		return TRUE;
	return fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	                              "no entity expression in this file (expected one a line)");
}

static gboolean
select_expression (Selection *selection, const char *expression, guint depth, GError **error)
{
	if (*expression == '@')
		return select_file (selection, expression + 1, depth, error);
	return select_one (selection, expression, error);
}

static gint
compare_vertices (gconstpointer a, gconstpointer b)
{
	FairleadVertex vertex_a = *(const FairleadVertex *) a,
		       vertex_b = *(const FairleadVertex *) b;

	return vertex_a < vertex_b ? -1 : vertex_a > vertex_b;
}

static GArray *
select_all (Selection *selection, const char *const *expressions, GError **error)
{
	GArray *vertices;
	GHashTableIter iter;
	gpointer key;

	for (guint i = 0; expressions[i] != NULL; i++)
		if (!select_expression (selection, expressions[i], 0, error))
			return NULL;
	vertices = g_array_sized_new (FALSE, FALSE, sizeof (FairleadVertex),
	                              g_hash_table_size (selection->chosen));
	g_hash_table_iter_init (&iter, selection->chosen);
	while (g_hash_table_iter_next (&iter, &key, NULL)) {
		FairleadVertex vertex = GPOINTER_TO_UINT (key);

		g_array_append_val (vertices, vertex);
	}
	g_array_sort (vertices, compare_vertices);
	return vertices;
}

static Selection
new_selection (FairleadNetwork *network)
{
	return (Selection){
		.network = network,
		.records = fairlead_network_get_records (network),
		.chosen = g_hash_table_new (NULL, NULL),
		.amounts = g_hash_table_new_full (NULL, NULL, NULL, g_free),
	};
}

GArray *
fairlead_expressions_select (FairleadNetwork *network, const char *const *expressions,
                             GError **error)
{
	g_auto (Selection) selection = new_selection (network);

	return select_all (&selection, expressions, error);
}

/* In the order of the vertices; those without an amount have the mean of the others */
static GArray *
dup_weights (const Selection *selection, const GArray *vertices)
{
	GArray *weights = g_array_new (FALSE, FALSE, sizeof (double));
	double sum = 0.0, mean, whole;
	guint n = g_hash_table_size (selection->amounts);

	for (guint i = 0; i < vertices->len; i++) {
		gpointer vertex = GUINT_TO_POINTER (g_array_index (vertices, FairleadVertex, i));
		const double *amount = g_hash_table_lookup (selection->amounts, vertex);

		sum += amount == NULL ? 0.0 : *amount;
	}
	mean = sum / n;
	whole = sum + mean * (vertices->len - n);
	for (guint i = 0; i < vertices->len; i++) {
		gpointer vertex = GUINT_TO_POINTER (g_array_index (vertices, FairleadVertex, i));
		const double *amount = g_hash_table_lookup (selection->amounts, vertex);
		double weight = (amount == NULL ? mean : *amount) / whole;

		g_array_append_val (weights, weight);
	}
	return weights;
}

GArray *
fairlead_expressions_select_weighted (FairleadNetwork *network, const char *const *expressions,
                                      GArray **weights, GError **error)
{
	g_auto (Selection) selection = new_selection (network);
	GArray *vertices = select_all (&selection, expressions, error);

	*weights = vertices == NULL || g_hash_table_size (selection.amounts) == 0
	                   ? NULL
	                   : dup_weights (&selection, vertices);
	return vertices;
}

GArray *
fairlead_expressions_select_listed (FairleadNetwork *network, const char *const *expressions,
                                    gint32 first, gint32 last, GError **error)
{
	g_auto (Selection) selection = new_selection (network);

	selection.is_bounded = TRUE;
	selection.first = first;
	selection.last = last;
	return select_all (&selection, expressions, error);
}
