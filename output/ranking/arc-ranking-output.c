/* output/ranking/arc-ranking-output.c */
#include "output/ranking/arc-ranking-output.h"

#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

/**
 * Page:
 * @paths: (element-type GPtrArray): of FairleadPath, of each row
 * @ids: (element-type utf8): of all vertices that are written, by @place
 * @place: of a vertex, plus 1
 */
typedef struct {
	FairleadArcRanking *ranking;
	const FairleadArcRankingView *view;
	const FairleadRankedRow *rows;
	guint n_rows;
	GPtrArray *paths;
	GPtrArray *ids;
	GHashTable *place;
	char *hash;
} Page;

/* ---- ids ---- */

static void
need_id (Page *self, GArray *vertices, FairleadVertex vertex)
{
	gpointer key = GUINT_TO_POINTER (vertex + 1);

	if (g_hash_table_contains (self->place, key))
		return;
	g_array_append_val (vertices, vertex);
	g_hash_table_insert (self->place, key, GUINT_TO_POINTER (vertices->len - 1));
}

/* All at once, for it takes a pass over the file */
static void
fetch_ids (Page *self)
{
	g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	self->place = g_hash_table_new (NULL, NULL);
	for (guint i = 0; i < self->n_rows; i++)
		need_id (self, vertices, self->rows[i].vertex);
	for (guint i = 0; i < self->n_rows; i++) {
		const GPtrArray *paths = g_ptr_array_index (self->paths, i);

		for (guint j = 0; j < paths->len; j++) {
			const FairleadPath *path = g_ptr_array_index (paths, j);

			for (guint h = 0; h < path->hops->len; h++)
				need_id (self, vertices,
				         g_array_index (path->hops, FairleadHop, h).to);
		}
	}
	self->ids = fairlead_arc_ranking_dup_ids (self->ranking, vertices);
}

static const char *
id_of (const Page *self, FairleadVertex vertex)
{
	gpointer place = g_hash_table_lookup (self->place, GUINT_TO_POINTER (vertex + 1));

	return g_ptr_array_index (self->ids, GPOINTER_TO_UINT (place));
}

static void
page_init (Page *self, FairleadArcRanking *ranking, const FairleadArcRankingView *view)
{
	*self = (Page){ .ranking = ranking, .view = view };
	self->rows = fairlead_arc_ranking_get_rows (ranking, &self->n_rows);
	self->hash = fairlead_parameters_dup_hash (fairlead_arc_ranking_get_parameters (ranking));
	self->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
	for (guint i = 0; i < self->n_rows; i++)
		g_ptr_array_add (self->paths,
		                 view->n_paths > 0 ? fairlead_arc_ranking_dup_evidence (
					 ranking, self->rows[i].vertex, view->n_paths)
		                                   : g_ptr_array_new ());
	fetch_ids (self);
}

static void
page_clear (Page *self)
{
	g_ptr_array_unref (self->paths);
	g_ptr_array_unref (self->ids);
	g_hash_table_unref (self->place);
	g_free (self->hash);
}

/* `0.729: a -> b -> c`: a chain in one line */
static char *
dup_line (const Page *self, FairleadVertex from, const FairleadPath *path, const char *arrow)
{
	char number[FAIRLEAD_NUMBER_SIZE];
	GString *text = g_string_new (fairlead_number_short (path->strength, number));

	g_string_append_printf (text, ": %s", id_of (self, from));
	for (guint h = 0; h < path->hops->len; h++)
		g_string_append_printf (
			text, " %s %s", arrow,
			id_of (self, g_array_index (path->hops, FairleadHop, h).to));
	return g_string_free (text, FALSE);
}

/* ---- table ---- */

enum { RANK, ID, SCORE, FIRST_COMPONENT };
#define N_COLUMNS (FIRST_COMPONENT + FAIRLEAD_COMPONENT_SIGNALS)

static const FairleadColumn columns[N_COLUMNS] = {
	{ "RANK", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },  { "ID", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "SCORE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE }, { "PROX", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "BROK", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },  { "NEC", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "CTRL", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
};

static void
add_evidence (const Page *self, guint row, FairleadTable *table)
{
	const GPtrArray *paths = g_ptr_array_index (self->paths, row);
	gboolean ascii = self->view->layout.ascii;
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint i = 0; i < paths->len; i++) {
		g_autofree char *line =
			dup_line (self, self->rows[row].vertex, g_ptr_array_index (paths, i),
		                  ascii ? "->" : "\u2192");
		g_autofree char *visible = fairlead_text_dup_visible (line, ascii);

		g_string_append_printf (text, "    strength %s\n", visible);
	}
	if (paths->len == 0)
		g_string_append (text, self->rows[row].is_target
		                               ? "    of the target itself\n"
		                               : "    no strong chain leads to the target\n");
	fairlead_table_add_note (table, text->str);
}

static void
add_table_row (const Page *self, guint row, FairleadTable *table)
{
	char numbers[N_COLUMNS][FAIRLEAD_NUMBER_SIZE];
	const char *cells[N_COLUMNS];

	for (guint i = 0; i < N_COLUMNS; i++)
		cells[i] = numbers[i];
	cells[ID] = id_of (self, self->rows[row].vertex);
	g_snprintf (numbers[RANK], sizeof numbers[RANK], "%u", self->rows[row].rank);
	g_ascii_formatd (numbers[SCORE], sizeof numbers[SCORE], "%.4f", self->rows[row].score);
	for (guint i = 0; i < FAIRLEAD_COMPONENT_SIGNALS; i++)
		fairlead_number_short (self->rows[row].components[i], numbers[FIRST_COMPONENT + i]);
	fairlead_table_add_row (table, cells, self->rows[row].is_target);
}

static void
write_table (const Page *self, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, N_COLUMNS, &self->view->layout);
	g_autofree char *shown = fairlead_number_dup_grouped (self->n_rows);
	g_autofree char *ranked =
		fairlead_number_dup_grouped (fairlead_arc_ranking_get_n_ranked (self->ranking));
	g_autofree char *links =
		fairlead_number_dup_grouped (fairlead_arc_ranking_get_n_links (self->ranking));

	for (guint i = 0; i < self->n_rows; i++) {
		add_table_row (self, i, table);
		if (self->view->n_paths > 0)
			add_evidence (self, i, table);
	}
	fairlead_table_write (table, sink);
	fairlead_sink_printf (sink, "\n%s of %s ranked parties; target: %u; links: %s\n", shown,
	                      ranked, fairlead_arc_ranking_get_n_targets (self->ranking), links);
	fairlead_sink_printf (sink,
	                      "parameters: %s; numbers have no signals, and no draws of links\n"
	                      "A high rank is a question, not a finding.\n",
	                      self->hash);
}

/* ---- CSV ---- */

static void
write_csv_row (const Page *self, guint row, FairleadCsv *csv)
{
	const GPtrArray *paths = g_ptr_array_index (self->paths, row);
	g_autoptr (GString) evidence = g_string_new (NULL);

	fairlead_csv_integer (csv, self->rows[row].rank);
	fairlead_csv_text (csv, id_of (self, self->rows[row].vertex));
	fairlead_csv_boolean (csv, self->rows[row].is_target);
	fairlead_csv_number (csv, fairlead_number_round (self->rows[row].score));
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_csv_number (csv, fairlead_number_round (self->rows[row].components[i]));
	for (guint i = 0; i < paths->len; i++) {
		g_autofree char *line =
			dup_line (self, self->rows[row].vertex, g_ptr_array_index (paths, i), "->");

		g_string_append_printf (evidence, "%s%s", i > 0 ? " | " : "", line);
	}
	if (self->view->n_paths > 0)
		fairlead_csv_text (csv, evidence->str);
	fairlead_csv_end_row (csv);
}

static void
write_csv (const Page *self, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_text (&csv, "rank");
	fairlead_csv_text (&csv, "id");
	fairlead_csv_text (&csv, "is_target");
	fairlead_csv_text (&csv, "score");
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_csv_text (&csv, fairlead_component_name (i));
	if (self->view->n_paths > 0)
		fairlead_csv_text (&csv, "evidence");
	fairlead_csv_end_row (&csv);
	for (guint i = 0; i < self->n_rows && !fairlead_sink_has_failed (sink); i++)
		write_csv_row (self, i, &csv);
}

/* ---- JSON ---- */

static void
write_evidence (const Page *self, guint row, FairleadJson *json)
{
	const GPtrArray *paths = g_ptr_array_index (self->paths, row);

	fairlead_json_begin_array (json, "evidence");
	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_number (json, "strength", fairlead_number_round (path->strength));
		fairlead_json_begin_array (json, "hops");
		for (guint h = 0; h < path->hops->len; h++) {
			const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, h);

			fairlead_json_begin_object (json, NULL);
			fairlead_json_text (json, "from", id_of (self, hop->from));
			fairlead_json_text (json, "to", id_of (self, hop->to));
			fairlead_json_end_object (json);
		}
		fairlead_json_end_array (json);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
write_json_row (const Page *self, guint row, FairleadJson *json)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_integer (json, "rank", self->rows[row].rank);
	fairlead_json_text (json, "id", id_of (self, self->rows[row].vertex));
	fairlead_json_boolean (json, "is_target", self->rows[row].is_target);
	fairlead_json_number (json, "score", fairlead_number_round (self->rows[row].score));
	fairlead_json_begin_object (json, "components");
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_json_number (json, fairlead_component_name (i),
		                      fairlead_number_round (self->rows[row].components[i]));
	fairlead_json_end_object (json);
	if (self->view->n_paths > 0)
		write_evidence (self, row, json);
	fairlead_json_end_object (json);
}

static void
write_json (const Page *self, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_begin_object (&json, "target");
	fairlead_json_texts (&json, "expressions", self->view->expressions);
	fairlead_json_integer (&json, "size", fairlead_arc_ranking_get_n_targets (self->ranking));
	fairlead_json_end_object (&json);
	fairlead_json_begin_object (&json, "parameters");
	fairlead_json_text (&json, "hash", self->hash);
	fairlead_json_end_object (&json);
	fairlead_json_integer (&json, "links", fairlead_arc_ranking_get_n_links (self->ranking));
	fairlead_json_integer (&json, "ranked", fairlead_arc_ranking_get_n_ranked (self->ranking));
	fairlead_json_begin_array (&json, "results");
	for (guint i = 0; i < self->n_rows && !fairlead_sink_has_failed (sink); i++)
		write_json_row (self, i, &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_arc_ranking_write (FairleadArcRanking *ranking, const FairleadArcRankingView *view,
                            GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const Page *, FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	Page page;

	page_init (&page, ranking, view);
	writers[view->format](&page, sink);
	page_clear (&page);
	return fairlead_sink_finish (sink, error);
}
