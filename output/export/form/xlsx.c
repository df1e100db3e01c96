/* output/export/form/xlsx.c: a workbook: ranking, evidence, entities, links, issues, parameters */
#include "output/export/writers.h"

#include <string.h>

#include "graph/facts/disagreement.h"
#include "ingest/record/error.h"
#include "output/inventory.h"
#include "output/ranking/evidence.h"
#include "output/write/number.h"
#include "output/write/workbook.h"

/* Whose evidence is shown, and how much of it: a page for each of the first, not a book for all */
#define MOST_WITH_EVIDENCE 100
#define MOST_PATHS 3
#define EVIDENCE_IS_OF                                                            \
	"of the first " G_STRINGIFY (MOST_WITH_EVIDENCE) " ranked, "              \
							 "at most " G_STRINGIFY ( \
								 MOST_PATHS) " paths each"

typedef struct {
	const FairleadExportJob *job;
	FairleadWorkbook *workbook;
	GString *text;
	FairleadSheet *ranking;
	FairleadSheet *evidence;
	FairleadSheet *entities;
	guint32 *row_of; /* of the entities' sheet, for each vertex; 0: not written */
} Writing;

typedef struct {
	const char *text;
	double width;
} Heading;

static void
put_headings (FairleadSheet *sheet, const Heading *headings, guint n)
{
	for (guint i = 0; i < n; i++)
		fairlead_sheet_heading (sheet, headings[i].text, headings[i].width);
}

static void
put_owned (FairleadSheet *sheet, char *text)
{
	g_autofree char *owned = text;

	fairlead_sheet_text (sheet, owned);
}

static void
put_number (FairleadSheet *sheet, double value)
{
	fairlead_sheet_number (sheet, fairlead_number_round (value));
}

/* ---- entities and links: every column ---- */

static void
put_column_headings (FairleadSheet *sheet, const GArray *columns)
{
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);

		fairlead_sheet_heading (sheet, column->title,
		                        column->type == FAIRLEAD_COLUMN_TEXT ? 24.0 : 12.0);
	}
	fairlead_sheet_end_row (sheet);
}

static void
put_values (Writing *writing, FairleadSheet *sheet, const GArray *columns, guint32 item)
{
	for (guint i = 0; i < columns->len; i++) {
		const FairleadExportColumn *column = fairlead_export_column (columns, i);
		gboolean is_number = column->type == FAIRLEAD_COLUMN_NUMBER
		                     || column->type == FAIRLEAD_COLUMN_INTEGER;

		if (!fairlead_export_value (&writing->job->view, column, item, writing->text))
			fairlead_sheet_text (sheet, NULL);
		else if (is_number)
			fairlead_sheet_number (sheet, g_ascii_strtod (writing->text->str, NULL));
		else
			fairlead_sheet_text (sheet, writing->text->str);
	}
	fairlead_sheet_end_row (sheet);
}

static void
put_entities (Writing *writing)
{
	const FairleadExportJob *job = writing->job;
	guint n = job->view.export->selection->vertices->len;

	put_column_headings (writing->entities, job->vertex_columns);
	for (guint i = 0; i < n && fairlead_workbook_is_well (writing->workbook); i++)
		put_values (writing, writing->entities, job->vertex_columns,
		            fairlead_export_vertex (&job->view, i));
}

static void
put_links (Writing *writing)
{
	static const Heading headings[] = { { "From", 32.0 }, { "To", 32.0 } };
	const FairleadExportJob *job = writing->job;
	FairleadNetwork *network = job->view.network;
	FairleadSheet *sheet = fairlead_workbook_add_sheet (writing->workbook, "Links");
	guint n = job->view.export->selection->links->len;

	put_headings (sheet, headings, G_N_ELEMENTS (headings));
	put_column_headings (sheet, job->link_columns);
	for (guint i = 0; i < n && fairlead_workbook_is_well (writing->workbook); i++) {
		FairleadLink link = fairlead_export_link (&job->view, i);
		FairleadVertex ends[] = { fairlead_network_get_from (network, link),
			                  fairlead_network_get_to (network, link) };

		for (guint j = 0; j < G_N_ELEMENTS (ends); j++)
			fairlead_sheet_link (sheet, fairlead_network_get_name (network, ends[j]),
			                     "Entities", writing->row_of[ends[j]]);
		put_values (writing, sheet, job->link_columns, link);
	}
}

/* ---- evidence ---- */

typedef struct {
	guint32 rank;
	FairleadVertex vertex;
	guint row_of_ranking;
	guint path;
	guint hop;
	double confidence; /* of the path */
} Place;

static void
put_name (Writing *writing, FairleadSheet *sheet, FairleadVertex vertex)
{
	const char *name = fairlead_network_get_name (writing->job->view.network, vertex);

	if (writing->row_of[vertex] > 0)
		fairlead_sheet_link (sheet, name, "Entities", writing->row_of[vertex]);
	else
		fairlead_sheet_text (sheet, name);
}

static void
put_statement (Writing *writing, const Place *place, const FairleadHop *hop,
               const FairleadStatement *statement)
{
	FairleadNetwork *network = writing->job->view.network;
	FairleadSheet *sheet = writing->evidence;
	g_autoptr (GString) sources = g_string_new (NULL);

	fairlead_sheet_number (sheet, place->rank);
	fairlead_sheet_link (sheet, fairlead_network_get_name (network, place->vertex), "Ranking",
	                     place->row_of_ranking);
	fairlead_sheet_number (sheet, place->path);
	put_number (sheet, place->confidence);
	fairlead_sheet_number (sheet, place->hop);
	put_name (writing, sheet, hop->from);
	put_owned (sheet, fairlead_relation_dup_words (statement->kind, statement->is_reversed));
	put_name (writing, sheet, hop->to);
	put_owned (sheet, fairlead_share_is_unknown (statement->share)
	                          ? NULL
	                          : fairlead_share_dup_text (statement->share));
	put_owned (sheet, fairlead_date_dup_text (statement->period.start));
	put_owned (sheet, fairlead_date_dup_text (statement->period.end));
	put_number (sheet, statement->confidence);
	for (guint i = 0; i < statement->sources->len; i++)
		g_string_append_printf (sources, "%s%s", i > 0 ? "; " : "",
		                        (const char *) statement->sources->pdata[i]);
	fairlead_sheet_text (sheet, sources->str);
	fairlead_sheet_end_row (sheet);
}

static void
put_hop (Writing *writing, const Place *place, const FairleadHop *hop)
{
	g_autoptr (GPtrArray) statements =
		fairlead_hop_dup_statements (writing->job->view.network, hop);

	for (guint i = 0; i < statements->len; i++)
		put_statement (writing, place, hop, g_ptr_array_index (statements, i));
}

static void
put_evidence_of (Writing *writing, const FairleadRankedRow *row, guint row_of_ranking)
{
	g_autoptr (GPtrArray) paths =
		fairlead_ranking_dup_evidence (writing->job->view.ranking, row->vertex, MOST_PATHS);

	for (guint i = 0; i < paths->len; i++) {
		const FairleadPath *path = g_ptr_array_index (paths, i);

		for (guint j = 0; j < path->hops->len; j++) {
			Place place = { row->rank, row->vertex, row_of_ranking,
				        i + 1,     j + 1,       path->confidence };

			put_hop (writing, &place, &g_array_index (path->hops, FairleadHop, j));
		}
	}
}

static void
put_evidence_headings (FairleadSheet *sheet)
{
	static const Heading headings[] = {
		{ "Rank", 7.0 },      { "Name", 32.0 },  { "Path", 7.0 },   { "Path is", 9.0 },
		{ "Step", 7.0 },      { "From", 32.0 },  { "Reads", 24.0 }, { "To", 32.0 },
		{ "Share, %", 10.0 }, { "Since", 12.0 }, { "Until", 12.0 }, { "Confidence", 11.0 },
		{ "Sources", 60.0 },
	};

	put_headings (sheet, headings, G_N_ELEMENTS (headings));
	fairlead_sheet_end_row (sheet);
}

/* ---- ranking ---- */

static void
put_ranking_headings (FairleadSheet *sheet)
{
	static const Heading before[] = {
		{ "Rank", 7.0 }, { "Name", 36.0 }, { "Kind", 12.0 }, { "Score", 9.0 }
	};
	static const Heading after[] = { { "Neighbours", 11.0 },
		                         { "Of the target", 13.0 },
		                         { "All of it", 36.0 } };

	put_headings (sheet, before, G_N_ELEMENTS (before));
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		fairlead_sheet_heading (sheet, fairlead_component_name (i), 11.0);
	put_headings (sheet, after, G_N_ELEMENTS (after));
	fairlead_sheet_end_row (sheet);
}

static void
put_ranked (Writing *writing, const FairleadRankedRow *row, guint row_of_evidence)
{
	FairleadNetwork *network = writing->job->view.network;
	FairleadSheet *sheet = writing->ranking;
	const char *name = fairlead_network_get_name (network, row->vertex);

	fairlead_sheet_number (sheet, row->rank);
	if (row_of_evidence > 0)
		fairlead_sheet_link (sheet, name, "Evidence", row_of_evidence);
	else
		fairlead_sheet_text (sheet, name);
	fairlead_sheet_text (sheet,
	                     fairlead_kind_name (fairlead_network_get_kind (network, row->vertex)));
	put_number (sheet, row->score);
	for (guint i = 0; i < FAIRLEAD_N_COMPONENTS; i++)
		put_number (sheet, row->components[i]);
	fairlead_sheet_number (sheet, row->degree);
	fairlead_sheet_text (sheet, row->is_target ? "yes" : NULL);
	fairlead_sheet_link (sheet, fairlead_network_get_id (network, row->vertex), "Entities",
	                     writing->row_of[row->vertex]);
	fairlead_sheet_end_row (sheet);
}

/* Each of the first has its evidence written before its rank, which so knows where it stands */
static void
put_ranking (Writing *writing)
{
	guint n;
	const FairleadRankedRow *rows = fairlead_ranking_get_rows (writing->job->view.ranking, &n);
	guint n_put = 0;

	put_ranking_headings (writing->ranking);
	put_evidence_headings (writing->evidence);
	for (guint i = 0; i < n && fairlead_workbook_is_well (writing->workbook); i++) {
		guint begin = fairlead_sheet_get_n_rows (writing->evidence);

		if (writing->row_of[rows[i].vertex] == 0)
			continue;
		if (n_put++ < MOST_WITH_EVIDENCE)
			put_evidence_of (writing, &rows[i],
			                 fairlead_sheet_get_n_rows (writing->ranking));
		put_ranked (writing, &rows[i],
		            fairlead_sheet_get_n_rows (writing->evidence) > begin ? begin : 0);
	}
}

/* ---- issues and parameters ---- */

static void
put_issues (Writing *writing)
{
	static const Heading headings[] = {
		{ "Severity", 10.0 }, { "Tag", 22.0 }, { "What", 60.0 }, { "Source", 50.0 }
	};
	FairleadNetwork *network = writing->job->view.network;
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadSheet *sheet = fairlead_workbook_add_sheet (writing->workbook, "Issues");
	g_auto (FairleadInventory) inventory = { 0 };
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	put_headings (sheet, headings, G_N_ELEMENTS (headings));
	fairlead_sheet_end_row (sheet);
	fairlead_inventory_init (&inventory, network);
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		for (guint i = 0; i < inventory.issues[tag]->len; i++) {
			const FairleadIssueRow *row =
				&rows[g_array_index (inventory.issues[tag], guint32, i)];
			const FairleadIssueInfo *info = fairlead_issue_info (tag);

			fairlead_sheet_text (sheet, fairlead_severity_name (info->severity));
			fairlead_sheet_text (sheet, info->name);
			fairlead_sheet_text (sheet, fairlead_records_get_text (records, row->text));
			put_owned (sheet, fairlead_records_dup_source_text (records, row->source));
			fairlead_sheet_end_row (sheet);
		}
}

static void
put_pair (const char *name, const char *value, gpointer user_data)
{
	FairleadSheet *sheet = user_data;

	fairlead_sheet_text (sheet, name);
	fairlead_sheet_text (sheet, value);
	fairlead_sheet_end_row (sheet);
}

static void
put_files (FairleadSheet *sheet, FairleadNetwork *network)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	g_auto (FairleadInventory) inventory = { 0 };
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n);

	fairlead_inventory_init (&inventory, network);
	for (guint i = 0; i < inventory.files->len; i++)
		put_pair ("input",
		          fairlead_records_get_text (
				  records, files[g_array_index (inventory.files, guint32, i)].path),
		          sheet);
}

static void
put_parameters (Writing *writing)
{
	static const Heading headings[] = { { "Name", 32.0 }, { "Value", 80.0 } };
	const FairleadExportView *view = &writing->job->view;
	FairleadSheet *sheet = fairlead_workbook_add_sheet (writing->workbook, "Parameters");
	g_autofree char *text = fairlead_parameters_dup_text (view->export->parameters);
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

	put_headings (sheet, headings, G_N_ELEMENTS (headings));
	fairlead_sheet_end_row (sheet);
	fairlead_export_say_origin (view, put_pair, sheet);
	if (view->ranking != NULL)
		put_pair ("evidence", EVIDENCE_IS_OF, sheet);
	put_files (sheet, view->network);
	for (guint i = 0; lines[i] != NULL; i++) {
		char *equals = strchr (lines[i], '=');

		if (equals != NULL)
			*equals = '\0';
		if (*lines[i] != '\0')
			put_pair (lines[i], equals != NULL ? equals + 1 : NULL, sheet);
	}
}

/* ---- the whole ---- */

static gboolean
fits (const FairleadExportJob *job, GError **error)
{
	const FairleadSelection *selection = job->view.export->selection;
	guint most = MAX (selection->vertices->len, selection->links->len);

	return most < FAIRLEAD_SHEET_MOST_ROWS
	       || fairlead_set_error_at (error, "workbook", 0, FAIRLEAD_ERROR_LIMIT,
	                                 "a sheet holds %u rows, and %u would be needed: choose "
	                                 "fewer, or another form",
	                                 FAIRLEAD_SHEET_MOST_ROWS, most + 1);
}

static void
number_rows (Writing *writing)
{
	const FairleadExportView *view = &writing->job->view;
	guint32 n = MAX (fairlead_network_get_n_vertices (view->network), 1u);

	writing->row_of = g_new0 (guint32, n);
	for (guint i = 0; i < view->export->selection->vertices->len; i++)
		writing->row_of[fairlead_export_vertex (view, i)] = i + 1;
}

static void
put_sheets (Writing *writing)
{
	if (writing->job->view.ranking != NULL) {
		writing->ranking = fairlead_workbook_add_sheet (writing->workbook, "Ranking");
		writing->evidence = fairlead_workbook_add_sheet (writing->workbook, "Evidence");
	}
	writing->entities = fairlead_workbook_add_sheet (writing->workbook, "Entities");
	if (writing->job->view.ranking != NULL)
		put_ranking (writing);
	put_entities (writing);
	put_links (writing);
	put_issues (writing);
	put_parameters (writing);
}

gboolean
fairlead_export_xlsx (const FairleadExportJob *job, GError **error)
{
	g_autoptr (GString) text = g_string_new (NULL);
	g_autoptr (FairleadWorkbook) workbook = NULL;
	g_autofree guint32 *row_of = NULL;
	Writing writing = { .job = job, .text = text };

	if (!fits (job, error))
		return FALSE;
	workbook = fairlead_workbook_new ("fairlead export", error);
	if (workbook == NULL)
		return FALSE;
	writing.workbook = workbook;
	number_rows (&writing);
	row_of = writing.row_of;
	put_sheets (&writing);
	return fairlead_workbook_finish (workbook, job->stream, job->cancellable, error);
}
