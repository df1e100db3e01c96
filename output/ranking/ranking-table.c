/* output/ranking/ranking-table.c: the ranking for a person, with the paths under each row when
 * asked */
#include "output/ranking/ranking-writers.h"

#include <math.h>
#include <string.h>

#include "graph/score/strength.h"
#include "output/as-of.h"
#include "output/ranking/collect-text.h"
#include "output/ranking/evidence.h"
#include "output/write/bar.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

#define TARGET_MARK "*"
#define PATH_INDENT 6
#define GAP 2
#define LEAST_NAME 16
#define LEAST_PATH_NAME 26

/* Below so many columns there is room for names or for ids, but not for both */
#define WIDTH_FOR_IDS 120
#define WIDTH_OF_BARS 10

enum { RANK, NAME, KIND, SCORE, FIRST_COMPONENT };
#define DEGREE (FIRST_COMPONENT + FAIRLEAD_N_COMPONENTS)
#define FIRST_MEASURE (DEGREE + 1)
#define MOST_COLUMNS (FIRST_MEASURE + FAIRLEAD_N_MEASURES + 5)

/* The same with the bars of the components, which stand in one column; without draws, and with */
#define WIDTH_FOR_BARS 90
#define WIDTH_FOR_BARS_TOO 108
#define BARS_HEADING "PBNCS"
G_STATIC_ASSERT (sizeof BARS_HEADING == FAIRLEAD_N_COMPONENTS + 1);

/* Narrower tables have no room for the draws beside names; CSV and JSON always have them */
#define WIDTH_FOR_DRAWS 100u

static gboolean
shows_draws (const FairleadRankingPage *page)
{
	return page->view->draws != NULL && page->view->layout.width >= WIDTH_FOR_DRAWS;
}

static gboolean
wants_bars (const FairleadRankingPage *page)
{
	guint least = shows_draws (page) ? WIDTH_FOR_BARS_TOO : WIDTH_FOR_BARS;

	return page->view->layout.bars && page->view->layout.width >= least && page->n_shown > 0;
}

static gboolean
shows_ids (const FairleadRankingPage *page)
{
	return page->view->layout.width
	       >= WIDTH_FOR_IDS + (page->strengths != NULL ? WIDTH_OF_BARS : 0);
}

/* Behind the measures: the interval and the chance, where links were drawn; the rank without a
 * source; the bars; the id */
static guint
spread_column (const FairleadRankingPage *page)
{
	return FIRST_MEASURE + fairlead_ranking_page_count_measures (page);
}

static guint
without_column (const FairleadRankingPage *page)
{
	return spread_column (page) + (shows_draws (page) ? 2 : 0);
}

static guint
bars_column (const FairleadRankingPage *page)
{
	return without_column (page) + (page->view->without != NULL);
}

static guint
id_column (const FairleadRankingPage *page)
{
	return bars_column (page) + (page->strengths != NULL);
}

static void
set_columns (const FairleadRankingPage *page, FairleadColumn columns[MOST_COLUMNS])
{
	columns[RANK] = (FairleadColumn){ "RANK", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	columns[NAME] = (FairleadColumn){ "NAME", FAIRLEAD_ALIGN_LEFT, LEAST_NAME, FALSE };
	columns[KIND] = (FairleadColumn){ "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE };
	columns[SCORE] = (FairleadColumn){ "SCORE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		columns[FIRST_COMPONENT + i] = (FairleadColumn){ fairlead_component_heading (i),
			                                         FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	columns[DEGREE] = (FairleadColumn){ "DEG", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	for (guint i = 0; i < fairlead_ranking_page_count_measures (page); i++)
		columns[FIRST_MEASURE + i] = (FairleadColumn){
			fairlead_measure_heading (fairlead_ranking_page_get_measure (page, i)),
			FAIRLEAD_ALIGN_RIGHT, 0, FALSE
		};
	if (shows_draws (page)) {
		guint first = spread_column (page);

		columns[first] = (FairleadColumn){ "5-95%", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
		columns[first + 1] = (FairleadColumn){ "TOP", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	}
	if (page->view->without != NULL)
		columns[without_column (page)] =
			(FairleadColumn){ "WITHOUT", FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	if (page->strengths != NULL)
		columns[bars_column (page)] =
			(FairleadColumn){ BARS_HEADING, FAIRLEAD_ALIGN_LEFT, 0, FALSE };
	columns[id_column (page)] = (FairleadColumn){ "ID", FAIRLEAD_ALIGN_LEFT, 20, FALSE };
}

static char *
dup_name (const FairleadRankingPage *page, FairleadVertex vertex)
{
	g_autofree char *visible = fairlead_text_dup_visible (
		fairlead_network_get_name (page->network, vertex), page->view->layout.ascii);

	if (!fairlead_ranking_is_target (page->ranking, vertex))
		return g_steal_pointer (&visible);
	return g_strconcat (TARGET_MARK " ", visible, NULL);
}

static void
write_value (double value, char cell[FAIRLEAD_NUMBER_SIZE])
{
	if (isfinite (value))
		fairlead_number_short (value, cell);
}

static void
write_tried (const FairleadRankingPage *page, const FairleadRankedRow *row,
             char numbers[MOST_COLUMNS][FAIRLEAD_NUMBER_SIZE])
{
	const FairleadSpread *spread = fairlead_ranking_page_get_spread (page, row);
	guint32 without = fairlead_ranking_page_get_rank_without (page, row);
	guint at = spread_column (page);

	if (spread != NULL && shows_draws (page)) {
		g_snprintf (numbers[at], FAIRLEAD_NUMBER_SIZE, "%u-%u", spread->low, spread->high);
		g_ascii_formatd (numbers[at + 1], FAIRLEAD_NUMBER_SIZE, "%.2f", spread->top);
	}
	if (without != 0)
		g_snprintf (numbers[without_column (page)], FAIRLEAD_NUMBER_SIZE, "%u", without);
}

/* How much of the most that it can give each component gives */
static char *
dup_bars (const FairleadRankingPage *page, const FairleadRankedRow *row)
{
	const double *strengths = &page->strengths[(row - page->rows) * FAIRLEAD_N_COMPONENTS];
	GString *bars = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_bar_append (bars, strengths[i], page->view->layout.ascii);
	return g_string_free (bars, FALSE);
}

static void
add_row (const FairleadRankingPage *page, const FairleadRankedRow *row, FairleadTable *table)
{
	FairleadNetwork *network = page->network;
	char numbers[MOST_COLUMNS][FAIRLEAD_NUMBER_SIZE] = { { '\0' } };
	g_autofree char *name = dup_name (page, row->vertex);
	g_autofree char *bars = page->strengths != NULL ? dup_bars (page, row) : NULL;
	const char *cells[MOST_COLUMNS];

	for (guint i = 0; i < MOST_COLUMNS; i++)
		cells[i] = numbers[i];
	g_snprintf (numbers[RANK], sizeof numbers[RANK], "%u", row->rank);
	cells[NAME] = name;
	cells[KIND] = fairlead_kind_name (fairlead_network_get_kind (network, row->vertex));
	if (bars != NULL)
		cells[bars_column (page)] = bars;
	cells[id_column (page)] = fairlead_network_get_id (network, row->vertex);
	g_ascii_formatd (numbers[SCORE], sizeof numbers[SCORE], "%.4f", row->score);
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_number_short (row->components[i], numbers[FIRST_COMPONENT + i]);
	g_snprintf (numbers[DEGREE], sizeof numbers[DEGREE], "%u", row->degree);
	for (guint i = 0; i < fairlead_ranking_page_count_measures (page); i++)
		write_value (fairlead_ranking_page_get_value (page, row, i),
		             numbers[FIRST_MEASURE + i]);
	write_tried (page, row, numbers);
	fairlead_table_add_row (table, cells, row->is_target);
}

/* ---- evidence ---- */

/* One statement of a path, ready to be aligned */
typedef struct {
	char *relation;
	char *name;
	char *details; /* share and period */
	char *source;
} Line;

static void
free_line (gpointer data)
{
	Line *line = data;

	g_free (line->relation);
	g_free (line->name);
	g_free (line->details);
	g_free (line->source);
	g_free (line);
}

static char *
dup_source (const FairleadStatement *statement, gboolean ascii)
{
	const char *first = g_ptr_array_index (statement->sources, 0);
	guint n_more = statement->sources->len - 1;
	g_autofree char *shown = fairlead_text_dup_visible (first, ascii);

	return n_more == 0 ? g_steal_pointer (&shown)
	                   : g_strdup_printf ("%s and %u more", shown, n_more);
}

static Line *
new_line (const FairleadRankingPage *page, const FairleadStatement *statement, FairleadVertex to,
          gboolean is_further)
{
	g_autofree char *relation =
		fairlead_relation_dup_words (statement->kind, statement->is_reversed);
	Line *line = g_new0 (Line, 1);

	line->relation = g_strconcat (is_further ? "and " : "", relation, NULL);
	line->name = dup_name (page, to);
	line->details = fairlead_statement_dup_details (statement);
	line->source = dup_source (statement, page->view->layout.ascii);
	return line;
}

static GPtrArray *
dup_lines (const FairleadRankingPage *page, const FairleadPath *path)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func (free_line);

	for (guint h = 0; h < path->hops->len; h++) {
		const FairleadHop *hop = &g_array_index (path->hops, FairleadHop, h);
		g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (page->network, hop);

		for (guint s = 0; s < statements->len; s++)
			g_ptr_array_add (lines, new_line (page, g_ptr_array_index (statements, s),
			                                  hop->to, s > 0));
	}
	return lines;
}

static void
append_padded (GString *text, const char *cell, guint width)
{
	guint used = fairlead_text_width (cell);

	g_string_append_printf (text, "%s%*s", cell, used < width ? (int) (width - used) : 0, "");
}

/* Columns of the lines of a path, with the gap that follows each */
typedef struct {
	guint relation;
	guint name;
	guint details; /* 0 where no line has one */
	guint source;
} Widths;

static guint
widths_sum (const Widths *widths)
{
	return PATH_INDENT + widths->relation + widths->name + widths->details + widths->source;
}

/* A source that does not fit beside the rest stands below it */
static void
append_line (GString *text, const Line *line, const Widths *widths, const FairleadLayout *layout)
{
	g_autofree char *name =
		fairlead_text_dup_shortened (line->name, widths->name - GAP, layout->ascii);

	g_string_append_printf (text, "%*s", PATH_INDENT, "");
	append_padded (text, line->relation, widths->relation);
	append_padded (text, name, widths->name);
	append_padded (text, line->details, widths->details);
	if (widths_sum (widths) > layout->width) {
		while (text->str[text->len - 1] == ' ')
			g_string_truncate (text, text->len - 1);
		g_string_append_printf (text, "\n%*s", PATH_INDENT + 4, "");
	}
	g_string_append_printf (text, "%s\n", line->source);
}

/* Names are cut, down to a bound, so that the sources may stand beside them */
static Widths
measure (const GPtrArray *lines, const FairleadLayout *layout)
{
	Widths widths = { 0 };
	guint others;

	for (guint i = 0; i < lines->len; i++) {
		const Line *line = g_ptr_array_index (lines, i);
		guint details = fairlead_text_width (line->details);

		widths.relation = MAX (widths.relation, fairlead_text_width (line->relation) + GAP);
		widths.name = MAX (widths.name, fairlead_text_width (line->name) + GAP);
		widths.details = MAX (widths.details, details > 0 ? details + GAP : 0);
		widths.source = MAX (widths.source, fairlead_text_width (line->source));
	}
	others = widths_sum (&widths) - widths.name;
	if (widths_sum (&widths) > layout->width)
		widths.name = MIN (widths.name, layout->width > others + LEAST_PATH_NAME
		                                        ? layout->width - others
		                                        : LEAST_PATH_NAME);
	return widths;
}

static void
append_path (GString *text, const FairleadRankingPage *page, const FairleadPath *path)
{
	g_autoptr (GPtrArray) lines = dup_lines (page, path);
	Widths widths = measure (lines, &page->view->layout);
	char buffer[FAIRLEAD_NUMBER_SIZE];

	g_string_append_printf (text, "%*sconfidence %s:\n", PATH_INDENT - 2, "",
	                        g_ascii_formatd (buffer, sizeof buffer, "%.2f", path->confidence));
	for (guint i = 0; i < lines->len; i++)
		append_line (text, g_ptr_array_index (lines, i), &widths, &page->view->layout);
}

/* Where the id has no column of its own, and does not stand for the name */
static void
append_id (GString *text, const FairleadRankingPage *page, FairleadVertex vertex)
{
	const char *raw = fairlead_network_get_id (page->network, vertex);
	g_autofree char *id = fairlead_text_dup_visible (raw, page->view->layout.ascii);

	if (shows_ids (page)
	    || strcmp (raw, fairlead_network_get_name (page->network, vertex)) == 0)
		return;
	g_string_append_printf (text, "%*s%s\n", PATH_INDENT - 2, "", id);
}

static void
add_evidence (const FairleadRankingPage *page, FairleadVertex vertex, FairleadTable *table)
{
	g_autoptr (GPtrArray) paths =
		fairlead_ranking_dup_evidence (page->ranking, vertex, page->view->n_paths);
	g_autoptr (GString) text = g_string_new (NULL);

	append_id (text, page, vertex);
	for (guint i = 0; i < paths->len; i++)
		append_path (text, page, g_ptr_array_index (paths, i));
	if (paths->len == 0)
		g_string_append_printf (text, "%*s%s\n", PATH_INDENT - 2, "",
		                        fairlead_ranking_is_target (page->ranking, vertex)
		                                ? "of the target itself"
		                                : "no link leads to the target");
	fairlead_table_add_note (table, text->str);
}

/* ---- the whole ---- */

static gboolean
shows_targets (const FairleadRankingPage *page)
{
	if (page->view->n_paths > 0)
		return TRUE;
	for (guint i = 0; i < page->n_shown; i++)
		if (page->rows[i].is_target)
			return TRUE;
	return FALSE;
}

static void
write_stability (const FairleadRankingPage *page, FairleadSink *sink)
{
	const FairleadDraws *draws = page->view->draws;
	char kept[FAIRLEAD_NUMBER_SIZE], first[FAIRLEAD_NUMBER_SIZE];

	if (draws != NULL)
		fairlead_sink_printf (
			sink,
			"%u draws of links%s, seed %u: %s %% of the first %u stay,\n"
			"and the first stays first in %s %%\n",
			draws->choice.n_draws, draws->n_merges > 0 ? " and merges" : "",
			draws->choice.seed,
			g_ascii_formatd (kept, sizeof kept, "%.0f", 100.0 * draws->kept),
			draws->choice.top,
			g_ascii_formatd (first, sizeof first, "%.0f", 100.0 * draws->first));
	if (draws != NULL && draws->is_bounded)
		fairlead_sink_printf (sink, "drawn among the %u parties nearest to the target\n",
		                      draws->n_part);
	if (page->view->without != NULL) {
		g_autofree char *source = fairlead_text_dup_visible (page->view->without->source,
		                                                     page->view->layout.ascii);

		fairlead_sink_printf (sink, "WITHOUT: the rank without the %u links of %s\n",
		                      page->view->without->n_links, source);
	}
}

static void
write_sampling (const FairleadRankingPage *page, FairleadSink *sink)
{
	char error[FAIRLEAD_NUMBER_SIZE], confidence[FAIRLEAD_NUMBER_SIZE];
	g_autofree char *n_samples = NULL;
	const FairleadSampling *sampling;

	if (page->view->measures == NULL || page->view->measures->sampling.n_samples == 0)
		return;
	sampling = &page->view->measures->sampling;
	n_samples = fairlead_number_dup_grouped (sampling->n_samples);
	fairlead_sink_printf (
		sink,
		"BETWEEN: from %s pairs drawn with seed %u; with %s %% confidence each\n"
		"is within %s of the exact one. On networks with hubs DEG finds nearly the same.\n",
		n_samples, sampling->seed,
		g_ascii_formatd (confidence, sizeof confidence, "%.0f",
	                         100.0 * sampling->confidence),
		g_ascii_formatd (error, sizeof error, "%.2g", sampling->error));
}

static void
write_left_out (const FairleadRankingPage *page, FairleadSink *sink)
{
	if (page->view->draws != NULL && !shows_draws (page))
		fairlead_sink_printf (sink, "5-95%% and TOP, of the draws, take %u columns\n",
		                      WIDTH_FOR_DRAWS);
}

static void
write_footer (const FairleadRankingPage *page, FairleadSink *sink)
{
	g_autofree char *shown = fairlead_number_dup_grouped (page->n_shown);
	g_autofree char *ranked = fairlead_number_dup_grouped (page->n_rows);
	g_autofree char *records = fairlead_number_dup_grouped (page->inventory->n_records);
	g_autofree char *severities = fairlead_inventory_dup_severities (page->inventory);
	g_autofree char *as_of = fairlead_as_of_dup_lines (page->network);

	fairlead_sink_printf (sink, "\n%s of %s ranked parties; target: %u; records read: %s\n",
	                      shown, ranked, fairlead_ranking_get_n_targets (page->ranking),
	                      records);
	fairlead_sink_printf (sink, "issues: %s; parameters: %s\n", severities,
	                      page->parameters_hash);
	write_stability (page, sink);
	write_left_out (page, sink);
	write_sampling (page, sink);
	if (page->strengths != NULL)
		fairlead_sink_put (sink, BARS_HEADING ": how high it stands in PROX, BROK, NEC,"
		                                      " CTRL, SIG\n");
	fairlead_sink_put (sink, as_of);
	if (shows_targets (page))
		fairlead_sink_put (sink, TARGET_MARK " of the target itself\n");
	fairlead_sink_put (sink, "A high rank is a question, not a finding.\n");
}

static void
write_rows (const FairleadRankingPage *page, FairleadSink *sink)
{
	FairleadColumn columns[MOST_COLUMNS];
	g_autoptr (FairleadTable) table = NULL;

	set_columns (page, columns);
	table = fairlead_table_new (columns, id_column (page) + shows_ids (page),
	                            &page->view->layout);
	for (guint i = 0; i < page->n_shown && !fairlead_sink_has_failed (sink); i++) {
		add_row (page, &page->rows[i], table);
		if (page->view->n_paths > 0)
			add_evidence (page, page->rows[i].vertex, table);
	}
	fairlead_table_write (table, sink);
}

void
fairlead_ranking_write_table (const FairleadRankingPage *page, FairleadSink *sink)
{
	FairleadRankingPage own = *page;
	g_autofree double *strengths =
		wants_bars (page) ? fairlead_ranking_dup_strengths (page->ranking, page->n_shown)
				  : NULL;

	own.strengths = strengths;
	write_rows (&own, sink);
	fairlead_collect_write_lines (&own, sink);
	write_footer (&own, sink);
}
