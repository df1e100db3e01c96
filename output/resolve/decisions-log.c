/* output/resolve/decisions-log.c */
#include "output/resolve/decisions-log.h"

#include "output/resolve/decisions-csv.h"
#include "output/write/json.h"
#include "output/write/number.h"
#include "output/write/table.h"

typedef struct {
	const FairleadDecisions *decisions;
	const FairleadDecisionsView *view;
	FairleadSink *sink;
} Page;

/* ---- the ends ---- */

static FairleadEntity
find_entity (const Page *page, const char *key)
{
	return page->view->network == NULL
	               ? FAIRLEAD_NO_ENTITY
	               : fairlead_records_find (fairlead_network_get_records (page->view->network),
	                                        key);
}

/* The name that records of this key have: what both were joined to has one name for both */
static const char *
get_name (const Page *page, const char *key)
{
	FairleadEntity entity = find_entity (page, key);
	FairleadRecords *records;
	const FairleadNameRow *names;
	FairleadRows rows;
	guint n;

	if (entity == FAIRLEAD_NO_ENTITY)
		return NULL;
	records = fairlead_network_get_records (page->view->network);
	names = fairlead_records_get_names (records, &n);
	rows = fairlead_network_get_names (
		page->view->network, fairlead_network_vertex_of (page->view->network, entity));
	for (guint type = 0; type < FAIRLEAD_N_NAME_TYPES; type++)
		for (guint i = 0; i < rows.n; i++)
			if (names[rows.rows[i]].entity == entity
			    && names[rows.rows[i]].type == type)
				return fairlead_records_get_text (records,
				                                  names[rows.rows[i]].text);
	return NULL;
}

static gboolean
is_of (const Page *page, const char *key)
{
	FairleadEntity entity = find_entity (page, key);
	FairleadVertex vertex;

	if (entity == FAIRLEAD_NO_ENTITY)
		return FALSE;
	vertex = fairlead_network_vertex_of (page->view->network, entity);
	for (guint i = 0; i < page->view->of->len; i++)
		if (g_array_index (page->view->of, FairleadVertex, i) == vertex)
			return TRUE;
	return FALSE;
}

static gboolean
is_shown (const Page *page, guint n)
{
	const FairleadDecision *decision = fairlead_decisions_get (page->decisions, n);

	return page->view->of == NULL || is_of (page, decision->left)
	       || is_of (page, decision->right);
}

gboolean
fairlead_decisions_shows (const FairleadDecisions *decisions, const FairleadDecisionsView *view,
                          guint n)
{
	const Page page = { decisions, view, NULL };

	return is_shown (&page, n);
}

const char *
fairlead_decisions_get_state (const FairleadDecisions *decisions, guint n)
{
	if (fairlead_decisions_get (decisions, n)->undone_on != NULL)
		return "undone";
	return fairlead_decisions_stands (decisions, n) ? "stands" : "replaced";
}

/* ---- for people ---- */

enum { NUMBER, STATE, VERDICT, LEFT, RIGHT, PROBABILITY, WHO, WHEN, WHY, N_COLUMNS };

static const FairleadColumn columns[N_COLUMNS] = {
	{ "NUMBER", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "VERDICT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LEFT", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "RIGHT", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "PROBABILITY", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "WHO", FAIRLEAD_ALIGN_LEFT, 6, FALSE },
	{ "WHEN", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "WHY", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
};

static char *
dup_end (const Page *page, const char *key)
{
	const char *name = get_name (page, key);

	return name == NULL ? g_strdup (key) : g_strdup_printf ("%s %s", key, name);
}

static void
add_row (const Page *page, guint n, FairleadTable *table)
{
	const FairleadDecision *decision = fairlead_decisions_get (page->decisions, n);
	g_autofree char *number = g_strdup_printf ("%u", n + 1);
	g_autofree char *left = dup_end (page, decision->left);
	g_autofree char *right = dup_end (page, decision->right);
	char probability[G_ASCII_DTOSTR_BUF_SIZE] = "";
	const char *cells[N_COLUMNS] = {
		[NUMBER] = number,
		[STATE] = fairlead_decisions_get_state (page->decisions, n),
		[VERDICT] = fairlead_sameness_name (decision->verdict),
		[LEFT] = left,
		[RIGHT] = right,
		[PROBABILITY] = probability,
		[WHO] = decision->who != NULL ? decision->who : "",
		[WHEN] = decision->when != NULL ? decision->when : "",
		[WHY] = decision->why != NULL ? decision->why : "",
	};

	if (decision->probability != FAIRLEAD_NO_PROBABILITY)
		g_ascii_formatd (probability, sizeof probability, "%.3f", decision->probability);
	fairlead_table_add_row (table, cells, FALSE);
}

static void
write_table (const Page *page)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, N_COLUMNS, &page->view->layout);

	for (guint n = 0; n < fairlead_decisions_get_n (page->decisions); n++)
		if (is_shown (page, n))
			add_row (page, n, table);
	if (fairlead_table_get_n_rows (table) > 0)
		fairlead_table_write (table, page->sink);
	else
		fairlead_sink_put (page->sink, "nothing was decided\n");
}

/* ---- for programs ---- */

static void
write_csv (const Page *page)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (page->sink);

	fairlead_decisions_write_header (&csv);
	for (guint n = 0; n < fairlead_decisions_get_n (page->decisions); n++)
		if (is_shown (page, n))
			fairlead_decision_write (fairlead_decisions_get (page->decisions, n), &csv);
}

static void
write_end (const Page *page, const char *member, const char *key, FairleadJson *json)
{
	fairlead_json_begin_object (json, member);
	fairlead_json_text (json, "id", key);
	fairlead_json_text (json, "name", get_name (page, key));
	fairlead_json_end_object (json);
}

static void
write_decision (const Page *page, guint n, FairleadJson *json)
{
	const FairleadDecision *decision = fairlead_decisions_get (page->decisions, n);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_integer (json, "number", n + 1);
	fairlead_json_text (json, "state", fairlead_decisions_get_state (page->decisions, n));
	fairlead_json_text (json, "verdict", fairlead_sameness_name (decision->verdict));
	write_end (page, "left", decision->left, json);
	write_end (page, "right", decision->right, json);
	if (decision->probability != FAIRLEAD_NO_PROBABILITY)
		fairlead_json_number (json, "probability",
		                      fairlead_number_round (decision->probability));
	fairlead_json_text (json, "who", decision->who);
	fairlead_json_text (json, "when", decision->when);
	fairlead_json_text (json, "why", decision->why);
	fairlead_json_text (json, "undone_by", decision->undone_by);
	fairlead_json_text (json, "undone_on", decision->undone_on);
	fairlead_json_end_object (json);
}

static void
write_json (const Page *page)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (page->sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_begin_array (&json, "decisions");
	for (guint n = 0; n < fairlead_decisions_get_n (page->decisions); n++)
		if (is_shown (page, n))
			write_decision (page, n, &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_decisions_write_log (const FairleadDecisions *decisions, const FairleadDecisionsView *view,
                              GOutputStream *stream, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const Page *) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, NULL);
	const Page page = { decisions, view, sink };

	writers[view->format](&page);
	return fairlead_sink_finish (sink, error);
}
