/* output/search/search-output.c */
#include "output/search/search-output.h"

#include <math.h>

#include "output/pieces.h"
#include "output/values.h"
#include "output/write/number.h"
#include "output/write/table.h"

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	FairleadFinder *finder;
	const GArray *found;
	const FairleadSearchView *view;
} Page;

static const FairleadFound *
get (const Page *page, guint i)
{
	return &g_array_index (page->found, FairleadFound, i);
}

char *
fairlead_search_dup_why (FairleadFinder *finder, const char *text, const FairleadFound *found)
{
	if (found->by == FAIRLEAD_FOUND_BY_NAME)
		return fairlead_finder_dup_why (finder, text, found);
	if (found->by == FAIRLEAD_FOUND_BY_NUMBER)
		return g_strdup (fairlead_id_scheme_info (found->scheme)->title);
	return g_strdup ("address");
}

static char *
dup_why (const Page *page, guint i)
{
	return page->view->whys != NULL
	               ? g_strdup (page->view->whys->pdata[i])
	               : fairlead_search_dup_why (page->finder, page->view->text, get (page, i));
}

static gboolean
is_name (const FairleadFound *found)
{
	return found->by == FAIRLEAD_FOUND_BY_NAME;
}

/* ---- table ---- */

static const FairleadColumn columns[] = {
	{ "ALIKE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE }, { "BITS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "FOUND", FAIRLEAD_ALIGN_LEFT, 24, FALSE }, { "KIND", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "ID", FAIRLEAD_ALIGN_LEFT, 18, FALSE },    { "LISTED", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
	{ "WHY", FAIRLEAD_ALIGN_LEFT, 16, FALSE },   { "SOURCE", FAIRLEAD_ALIGN_LEFT, 14, TRUE },
};

static void
add_row (const Page *page, guint i, FairleadTable *table)
{
	const FairleadFound *found = get (page, i);
	FairleadKind kind = fairlead_network_get_kind (page->network, found->vertex);
	g_autofree char *why = dup_why (page, i);
	g_autofree char *source = fairlead_records_dup_source_text (page->records, found->source);
	g_autoptr (GPtrArray) lists =
		fairlead_values_of_designations (page->network, found->vertex);
	g_autoptr (GString) listed = g_string_new (NULL);
	char similarity[G_ASCII_DTOSTR_BUF_SIZE];
	char bits[G_ASCII_DTOSTR_BUF_SIZE] = "";

	fairlead_values_append (lists, listed);
	g_ascii_formatd (similarity, sizeof similarity, "%.2f", found->similarity);
	if (is_name (found))
		g_ascii_formatd (bits, sizeof bits, "%.0f", found->evidence);
	fairlead_table_add_row (
		table,
		(const char *const[]){ similarity, bits, found->text, fairlead_kind_name (kind),
	                               fairlead_network_get_id (page->network, found->vertex),
	                               listed->str, why, source },
		listed->len > 0);
}

static void
write_table (const Page *page, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < page->found->len; i++)
		add_row (page, i, table);
	if (page->found->len > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	fairlead_sink_printf (sink, "%u found\n", page->found->len);
	fairlead_sink_put (sink,
	                   "ALIKE is of the spelling alone; BITS says how much it tells, 10 is"
	                   " a thousand to one.\n");
}

/* ---- CSV and JSON ---- */

static void
write_csv (const Page *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv, (const char *const[]){ "similarity", "evidence_bits", "found_by",
	                                               "scheme", "text", "id", "name", "kind",
	                                               "designations", "why", "source", NULL });
	for (guint i = 0; i < page->found->len; i++) {
		const FairleadFound *found = get (page, i);
		FairleadVertex vertex = found->vertex;
		FairleadKind kind = fairlead_network_get_kind (page->network, vertex);
		g_autofree char *why = dup_why (page, i);
		g_autofree char *source =
			fairlead_records_dup_source_text (page->records, found->source);
		g_autoptr (GPtrArray) lists =
			fairlead_values_of_designations (page->network, vertex);

		fairlead_csv_number (&csv, fairlead_number_round (found->similarity));
		fairlead_csv_number (&csv, is_name (found) ? fairlead_number_round (found->evidence)
		                                           : NAN);
		fairlead_csv_text (&csv, fairlead_found_by_name (found->by));
		fairlead_csv_text (&csv, found->by == FAIRLEAD_FOUND_BY_NUMBER
		                                 ? fairlead_id_scheme_info (found->scheme)->name
		                                 : NULL);
		fairlead_csv_text (&csv, found->text);
		fairlead_csv_text (&csv, fairlead_network_get_id (page->network, vertex));
		fairlead_csv_text (&csv, fairlead_network_get_name (page->network, vertex));
		fairlead_csv_text (&csv, fairlead_kind_name (kind));
		fairlead_csv_texts (&csv, lists);
		fairlead_csv_text (&csv, why);
		fairlead_csv_text (&csv, source);
		fairlead_csv_end_row (&csv);
	}
}

static void
write_found (const Page *page, guint i, FairleadJson *json)
{
	const FairleadFound *found = get (page, i);
	FairleadVertex vertex = found->vertex;
	FairleadKind kind = fairlead_network_get_kind (page->network, vertex);
	g_autofree char *why = dup_why (page, i);
	g_autofree char *source = fairlead_records_dup_source_text (page->records, found->source);
	g_autoptr (GPtrArray) lists = fairlead_values_of_designations (page->network, vertex);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", fairlead_network_get_id (page->network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (page->network, vertex));
	fairlead_json_text (json, "kind", fairlead_kind_name (kind));
	fairlead_json_text (json, "found_by", fairlead_found_by_name (found->by));
	if (found->by == FAIRLEAD_FOUND_BY_NUMBER)
		fairlead_json_text (json, "scheme", fairlead_id_scheme_info (found->scheme)->name);
	fairlead_json_text (json, "text", found->text);
	fairlead_json_number (json, "similarity", fairlead_number_round (found->similarity));
	if (is_name (found)) {
		fairlead_json_number (json, "evidence_bits",
		                      fairlead_number_round (found->evidence));
		fairlead_json_boolean (json, "vetoed", found->is_vetoed);
	}
	fairlead_json_text_array (json, "designations", lists);
	fairlead_json_text (json, "why", why);
	fairlead_json_text (json, "source", source);
	fairlead_json_end_object (json);
}

static void
write_json (const Page *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_text (&json, "text", page->view->text);
	fairlead_json_begin_array (&json, "results");
	for (guint i = 0; i < page->found->len; i++)
		write_found (page, i, &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_search_write (FairleadNetwork *network, FairleadFinder *finder, const GArray *found,
                       const FairleadSearchView *view, GOutputStream *stream,
                       GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const Page *page, FairleadSink *sink) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	const Page page = { network, fairlead_network_get_records (network), finder, found, view };

	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
