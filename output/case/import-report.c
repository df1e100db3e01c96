/* output/case/import-report.c */
#include "output/case/import-report.h"

#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/number.h"
#include "output/write/table.h"

/* The numbers of a data set, in the order in which they are written */
static const struct {
	const char *name;
	const char *heading;
	gsize offset;
} counts[] = {
#define COUNT(name, heading)                                                   \
	{                                                                      \
#name, heading, G_STRUCT_OFFSET(FairleadImportedSet, n_##name) \
	}
	COUNT (files, "FILES"),     COUNT (records, "RECORDS"), COUNT (added, "ADDED"),
	COUNT (changed, "CHANGED"), COUNT (dropped, "DROPPED"), COUNT (kept, "KEPT"),
	COUNT (issues, "ISSUES"),
#undef COUNT
};

#define N_COLUMNS (2 + G_N_ELEMENTS (counts))

static guint64
get_count (const FairleadImportedSet *set, guint i)
{
	return G_STRUCT_MEMBER (guint64, set, counts[i].offset);
}

static void
add_row (FairleadTable *table, const FairleadImportedSet *set)
{
	const char *cells[N_COLUMNS] = { set->data_set };
	g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

	g_ptr_array_add (texts, g_strdup_printf ("%" G_GINT64_FORMAT, set->number));
	for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
		g_ptr_array_add (texts, fairlead_number_dup_grouped (get_count (set, i)));
	for (guint i = 0; i < texts->len; i++)
		cells[1 + i] = texts->pdata[i];
	fairlead_table_add_row (table, cells, FALSE);
	if (set->is_unchanged)
		fairlead_table_add_note (table,
		                         "  the files of this edition are in the case already:"
		                         " nothing was changed\n");
}

static void
write_table (const FairleadImportReport *report, const FairleadLayout *layout, FairleadSink *sink)
{
	FairleadColumn columns[N_COLUMNS] = {
		{ "DATA SET", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
		{ "EDITION", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	};
	g_autoptr (FairleadTable) table = NULL;

	for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
		columns[2 + i] =
			(FairleadColumn){ counts[i].heading, FAIRLEAD_ALIGN_RIGHT, 0, FALSE };
	table = fairlead_table_new (columns, N_COLUMNS, layout);
	for (guint i = 0; i < report->sets->len; i++)
		add_row (table, g_ptr_array_index (report->sets, i));
	fairlead_table_write (table, sink);
}

static void
write_csv (const FairleadImportReport *report, const FairleadLayout *layout, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	(void) layout;
	fairlead_csv_text (&csv, "data_set");
	fairlead_csv_text (&csv, "format");
	fairlead_csv_text (&csv, "edition");
	fairlead_csv_text (&csv, "unchanged");
	for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
		fairlead_csv_text (&csv, counts[i].name);
	fairlead_csv_end_row (&csv);
	for (guint row = 0; row < report->sets->len; row++) {
		const FairleadImportedSet *set = g_ptr_array_index (report->sets, row);

		fairlead_csv_text (&csv, set->data_set);
		fairlead_csv_text (&csv, set->format);
		fairlead_csv_integer (&csv, (guint64) set->number);
		fairlead_csv_boolean (&csv, set->is_unchanged);
		for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
			fairlead_csv_integer (&csv, get_count (set, i));
		fairlead_csv_end_row (&csv);
	}
}

static void
write_json (const FairleadImportReport *report, const FairleadLayout *layout, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	(void) layout;
	fairlead_json_begin_object (&json, NULL);
	fairlead_json_begin_array (&json, "data_sets");
	for (guint row = 0; row < report->sets->len; row++) {
		const FairleadImportedSet *set = g_ptr_array_index (report->sets, row);

		fairlead_json_begin_object (&json, NULL);
		fairlead_json_text (&json, "data_set", set->data_set);
		fairlead_json_text (&json, "format", set->format);
		fairlead_json_integer (&json, "edition", (guint64) set->number);
		fairlead_json_boolean (&json, "unchanged", set->is_unchanged);
		for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
			fairlead_json_integer (&json, counts[i].name, get_count (set, i));
		fairlead_json_end_object (&json);
	}
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}

gboolean
fairlead_import_report_write (const FairleadImportReport *report, FairleadOutputFormat format,
                              const FairleadLayout *layout, GOutputStream *stream,
                              GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (
		const FairleadImportReport *, const FairleadLayout *, FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = write_table,
		[FAIRLEAD_FORMAT_CSV] = write_csv,
		[FAIRLEAD_FORMAT_JSON] = write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[format](report, layout, sink);
	return fairlead_sink_finish (sink, error);
}
