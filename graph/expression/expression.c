/* graph/expression/expression.c */
#include "graph/expression/expression.h"

#include <string.h>

#include "graph/expression/chosen-private.h"
#include "graph/supply/supply.h"
#include "ingest/record/error.h"

#define SUPPLY "supply"
#define MAX_FILE_DEPTH 8
#define BYTE_ORDER_MARK "\357\273\277"

static void
selection_clear (FairleadChosen *self)
{
	g_hash_table_unref (self->chosen);
	g_hash_table_unref (self->amounts);
	g_clear_pointer (&self->names, g_array_unref);
	g_clear_pointer (&self->numbers, g_array_unref);
	g_clear_pointer (&self->schemes, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadChosen, selection_clear)

/* The ships that delivered, each with how much */
static gboolean
select_supply (FairleadChosen *selection, const char *expression, GError **error)
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
select_one (FairleadChosen *selection, const char *expression, GError **error)
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
	if (fairlead_chosen_add_by_prefix (selection, expression, prefix, colon + 1) > 0)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
	             "\"%s\" selects nothing in these inputs (fairlead check shows their"
	             " programmes, lists and kinds)",
	             expression);
	return FALSE;
}

static gboolean select_expression (FairleadChosen *selection, const char *expression, guint depth,
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
select_file (FairleadChosen *selection, const char *path, guint depth, GError **error)
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
select_expression (FairleadChosen *selection, const char *expression, guint depth, GError **error)
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
select_all (FairleadChosen *selection, const char *const *expressions, GError **error)
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

static FairleadChosen
new_selection (FairleadNetwork *network)
{
	return (FairleadChosen){
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
	g_auto (FairleadChosen) selection = new_selection (network);

	return select_all (&selection, expressions, error);
}

/* In the order of the vertices; those without an amount have the mean of the others */
static GArray *
dup_weights (const FairleadChosen *selection, const GArray *vertices)
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
	g_auto (FairleadChosen) selection = new_selection (network);
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
	g_auto (FairleadChosen) selection = new_selection (network);

	selection.is_bounded = TRUE;
	selection.first = first;
	selection.last = last;
	return select_all (&selection, expressions, error);
}
