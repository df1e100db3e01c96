/* output/ranking/ranking-csv.c: one row for each ranked party */
#include "output/ranking/ranking-writers.h"

#include <math.h>

#include "output/write/csv.h"
#include "output/write/number.h"
#include "output/ranking/evidence.h"
#include "output/values.h"

static void
write_headings (const FairleadRankingPage *page, FairleadCsv *csv)
{
	static const char *const before[] = { "rank",        "id",        "name", "kind",
		                              "identifiers", "is_target", "score" };
	static const char *const spread[] = { "rank_low", "rank_high", "top_probability" };

	for (guint i = 0; i < G_N_ELEMENTS (before); i++)
		fairlead_csv_text (csv, before[i]);
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_csv_text (csv, fairlead_component_name (i));
	fairlead_csv_text (csv, "degree");
	for (guint i = 0; i < fairlead_ranking_page_count_measures (page); i++)
		fairlead_csv_text (
			csv, fairlead_measure_name (fairlead_ranking_page_get_measure (page, i)));
	if (page->view->draws != NULL)
		for (guint i = 0; i < G_N_ELEMENTS (spread); i++)
			fairlead_csv_text (csv, spread[i]);
	if (page->view->without != NULL)
		fairlead_csv_text (csv, "rank_without");
	if (page->view->n_paths > 0)
		fairlead_csv_text (csv, "evidence");
	fairlead_csv_end_row (csv);
}

/* `imo:7937317; call-sign:HMAB` */
static char *
dup_identifiers (FairleadNetwork *network, FairleadVertex vertex)
{
	GString *text = g_string_new (NULL);

	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		g_autoptr (GPtrArray) numbers = fairlead_values_of_scheme (network, vertex, scheme);

		for (guint i = 0; i < numbers->len; i++)
			g_string_append_printf (text, "%s%s:%s", text->len > 0 ? "; " : "",
			                        fairlead_id_scheme_info (scheme)->name,
			                        (const char *) g_ptr_array_index (numbers, i));
	}
	return g_string_free (text, FALSE);
}

static void
write_evidence (const FairleadRankingPage *page, FairleadVertex vertex, FairleadCsv *csv)
{
	g_autoptr (GPtrArray) paths =
		fairlead_ranking_dup_evidence (page->ranking, vertex, page->view->n_paths);
	g_autoptr (GString) text = g_string_new (NULL);

	for (guint i = 0; i < paths->len; i++) {
		g_autofree char *line =
			fairlead_path_dup_line (page->network, g_ptr_array_index (paths, i));

		g_string_append_printf (text, "%s%s", i > 0 ? " | " : "", line);
	}
	fairlead_csv_text (csv, text->str);
}

/* Who took no part in the ranking has none */
static void
write_rank (guint32 rank, FairleadCsv *csv)
{
	if (rank == 0)
		fairlead_csv_text (csv, NULL);
	else
		fairlead_csv_integer (csv, rank);
}

static void
write_spread (const FairleadSpread *spread, FairleadCsv *csv)
{
	write_rank (spread == NULL ? 0 : spread->low, csv);
	write_rank (spread == NULL ? 0 : spread->high, csv);
	fairlead_csv_number (csv, spread == NULL ? NAN : fairlead_number_round (spread->top));
}

static void
write_row (const FairleadRankingPage *page, const FairleadRankedRow *row, FairleadCsv *csv)
{
	FairleadNetwork *network = page->network;
	g_autofree char *identifiers = dup_identifiers (network, row->vertex);

	fairlead_csv_integer (csv, row->rank);
	fairlead_csv_text (csv, fairlead_network_get_id (network, row->vertex));
	fairlead_csv_text (csv, fairlead_network_get_name (network, row->vertex));
	fairlead_csv_text (csv,
	                   fairlead_kind_name (fairlead_network_get_kind (network, row->vertex)));
	fairlead_csv_text (csv, identifiers);
	fairlead_csv_boolean (csv, row->is_target);
	fairlead_csv_number (csv, fairlead_number_round (row->score));
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_csv_number (csv, fairlead_number_round (row->components[i]));
	fairlead_csv_integer (csv, row->degree);
	for (guint i = 0; i < fairlead_ranking_page_count_measures (page); i++)
		fairlead_csv_number (csv, fairlead_number_round (
						  fairlead_ranking_page_get_value (page, row, i)));
	if (page->view->draws != NULL)
		write_spread (fairlead_ranking_page_get_spread (page, row), csv);
	if (page->view->without != NULL)
		write_rank (fairlead_ranking_page_get_rank_without (page, row), csv);
	if (page->view->n_paths > 0)
		write_evidence (page, row->vertex, csv);
	fairlead_csv_end_row (csv);
}

void
fairlead_ranking_write_csv (const FairleadRankingPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	write_headings (page, &csv);
	for (guint i = 0; i < page->n_shown && !fairlead_sink_has_failed (sink); i++)
		write_row (page, &page->rows[i], &csv);
}
