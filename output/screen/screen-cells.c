/* output/screen/screen-cells.c: a verdict as one row of texts */
#include "output/screen/screen-writers.h"

#include <string.h>

#include "graph/network/as-of.h"
#include "graph/ownership/holdings/law.h"
#include "output/ownership/words.h"
#include "output/ranking/evidence.h"
#include "output/values.h"
#include "output/write/number.h"

#define CELL(name) (self->cells[FAIRLEAD_SCREEN_COLUMN_##name])

static const struct {
	const char *name;
	gboolean is_number;
} columns[] = {
#define X(column, name, is_number) { name, is_number },
	FAIRLEAD_SCREEN_COLUMNS (X)
#undef X
};

const char *
fairlead_screen_column_name (guint column)
{
	return columns[column].name;
}

gboolean
fairlead_screen_column_is_number (guint column)
{
	return columns[column].is_number;
}

static char *
dup_number (double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	return g_strdup (fairlead_number_exact (fairlead_number_round (value), buffer));
}

static char *
dup_joined (GPtrArray *values)
{
	GString *text = g_string_new (NULL);

	fairlead_values_append (values, text);
	g_ptr_array_unref (values);
	return g_string_free (text, FALSE);
}

/* ---- who it is ---- */

static void
fill_match (FairleadScreenCells *self, FairleadNetwork *network, const FairleadFound *found)
{
	FairleadKind kind = fairlead_network_get_kind (network, found->vertex);

	CELL (MATCH) = g_strdup (fairlead_network_get_id (network, found->vertex));
	CELL (MATCH_NAME) = g_strdup (found->by == FAIRLEAD_FOUND_BY_NAME
	                                      ? found->text
	                                      : fairlead_network_get_name (network, found->vertex));
	CELL (MATCH_KIND) = g_strdup (fairlead_kind_name (kind));
	CELL (MATCHED_BY) = g_strdup (found->by == FAIRLEAD_FOUND_BY_NAME
	                                      ? "name"
	                                      : fairlead_id_scheme_info (found->scheme)->name);
	if (found->by == FAIRLEAD_FOUND_BY_NAME) {
		CELL (SIMILARITY) = dup_number (found->similarity);
		CELL (EVIDENCE) = dup_number (found->evidence);
	}
}

static void
add_source (FairleadRecords *records, FairleadSource source, GPtrArray *sources)
{
	g_autofree char *text = fairlead_records_dup_source_text (records, source);

	if (!g_ptr_array_find_with_equal_func (sources, text, g_str_equal, NULL))
		g_ptr_array_add (sources, g_steal_pointer (&text));
}

/* Who it is, who lists it, and who says that it is owned */
static void
fill_sources (FairleadScreenCells *self, FairleadNetwork *network, const FairleadScreened *screened)
{
	const FairleadFound *found = &screened->match;
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_designations (network, found->vertex);
	g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	add_source (records, found->source, sources);
	for (guint i = 0; i < own.n; i++)
		add_source (records, rows[own.rows[i]].source, sources);
	for (guint i = 0; screened->proof != NULL && i < screened->proof->len; i++)
		add_source (records, g_array_index (screened->proof, FairleadSource, i), sources);
	CELL (SOURCES) = dup_joined (g_steal_pointer (&sources));
}

/* ---- what follows ---- */

static void
fill_ownership (FairleadScreenCells *self, const FairleadScreened *screened)
{
	const FairleadStanding *standing = &screened->standing;
	g_autofree char *threshold = NULL;

	if (screened->rule == NULL)
		return;
	threshold = fairlead_rule_dup_threshold (screened->rule);
	CELL (CERTAINTY) = g_strdup (fairlead_verdict_name (standing->verdict));
	CELL (RULE) = g_strdup_printf ("%s (%s)", screened->rule->id, threshold);
	CELL (RULE_FROM) = fairlead_rule_dup_from (screened->rule);
	CELL (GROUND) = g_strdup (fairlead_held_name (standing->ground));
	CELL (OWNERSHIP) = fairlead_standing_dup_sentence (standing, screened->rule);
	CELL (SHARE_LOW) = dup_number ((double) standing->low / FAIRLEAD_SHARE_ONE);
	CELL (SHARE_HIGH) = dup_number ((double) standing->high / FAIRLEAD_SHARE_ONE);
}

void
fairlead_screen_cells_init (FairleadScreenCells *self, FairleadNetwork *network,
                            const FairleadNamesRow *row, const FairleadScreened *screened)
{
	const FairleadFound *found = &screened->match;

	*self = (FairleadScreenCells){ .verdict = screened->verdict };
	CELL (LINE) = g_strdup_printf ("%" G_GUINT64_FORMAT, row->line);
	CELL (ID) = g_strdup (row->cells[FAIRLEAD_NAMES_REFERENCE]);
	CELL (NAME) = g_strdup (row->cells[FAIRLEAD_NAMES_NAME]);
	CELL (VERDICT) = g_strdup (fairlead_screen_verdict_name (screened->verdict));
	CELL (ISSUE) = g_strdup (row->issue);
	CELL (WHY) = g_strdup (screened->why);
	CELL (WHY_NOT) = g_strdup (screened->why_not);
	fill_ownership (self, screened);
	if (screened->path != NULL) {
		CELL (LINKS) = g_strdup_printf ("%u", screened->path->hops->len);
		CELL (PATH) = fairlead_path_dup_line (network, screened->path);
	}
	if (found->vertex != FAIRLEAD_NO_VERTEX) {
		fill_match (self, network, found);
		fill_sources (self, network, screened);
		CELL (LISTS) =
			dup_joined (fairlead_values_of_designations (network, found->vertex));
	}
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		if (self->cells[i] == NULL)
			self->cells[i] = g_strdup ("");
}

void
fairlead_screen_cells_clear (FairleadScreenCells *self)
{
	for (guint i = 0; i < FAIRLEAD_N_SCREEN_COLUMNS; i++)
		g_clear_pointer (&self->cells[i], g_free);
}

/* ---- what it depends on ---- */

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_files (FairleadNetwork *network, GStrvBuilder *parameters)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++)
		g_ptr_array_add (
			files,
			g_strdup_printf ("%s, %s, SHA-256 %s",
		                         fairlead_records_get_text (records, rows[i].path),
		                         fairlead_records_get_text (records, rows[i].format),
		                         fairlead_records_get_text (records, rows[i].sha256)));
	g_ptr_array_sort (files, compare_texts);
	for (guint i = 0; i < files->len; i++)
		g_strv_builder_add_many (parameters, "source", files->pdata[i], NULL);
}

GStrv
fairlead_screen_dup_parameters (FairleadNetwork *network, FairleadScreener *screener,
                                const FairleadScreenView *view)
{
	g_autoptr (GStrvBuilder) parameters = g_strv_builder_new ();
	g_autofree char *near = dup_number (FAIRLEAD_SCREEN_NEAR_FROM);
	g_autofree char *sure = dup_number (FAIRLEAD_SCREEN_SURE_FROM);
	g_autofree char *bits = dup_number (FAIRLEAD_SCREEN_SURE_BITS);
	g_autofree char *hops = g_strdup_printf ("%u", view->max_hops);
	g_autofree char *rules = dup_joined (fairlead_screener_dup_rules (screener));
	gint32 day = fairlead_as_of_day_of (network);
	g_autofree char *as_of = fairlead_date_dup_text ((FairleadDate){ day, day });

	g_strv_builder_add_many (
		parameters, "fairlead", FAIRLEAD_VERSION, "names", view->names, "columns",
		view->columns, "near match from a similarity of", near,
		"taken for the same from a similarity of", sure, "and from evidence in bits of",
		bits, "linked by at most so many links", hops, "ownership rules", rules, NULL);
	if (day != FAIRLEAD_DAY_OPEN_FUTURE)
		g_strv_builder_add_many (parameters, "as of", as_of, NULL);
	add_files (network, parameters);
	return g_strv_builder_end (parameters);
}
