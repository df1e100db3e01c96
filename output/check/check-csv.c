/* output/check/check-csv.c: everything in one sheet; the first column says what a row is about */
#include "output/check/check-writers.h"

#include "output/write/csv.h"

static void
write_inputs (const FairleadCheckPage *page, FairleadCsv *csv)
{
	for (guint i = 0; i < page->inventory->files->len; i++) {
		const FairleadFileRow *file = fairlead_check_get_file (page, i);

		fairlead_csv_text (csv, "input");
		fairlead_csv_text (csv, fairlead_records_get_text (page->records, file->path));
		fairlead_csv_integer (csv, file->n_records);
		fairlead_csv_text (csv, fairlead_records_get_text (page->records, file->format));
		fairlead_csv_text (csv, fairlead_records_get_text (page->records, file->sha256));
		fairlead_csv_row (csv, (const char *const[]){ "", "", "", NULL });
	}
}

typedef struct {
	FairleadCsv *csv;
	const char *section;
} CountRow;

static void
on_count (const char *name, guint64 count, gpointer user_data)
{
	CountRow *row = user_data;

	fairlead_csv_text (row->csv, row->section);
	fairlead_csv_text (row->csv, name);
	fairlead_csv_integer (row->csv, count);
	fairlead_csv_row (row->csv, (const char *const[]){ "", "", "", "", "", NULL });
}

static void
write_issue (const FairleadCheckPage *page, FairleadIssueTag tag, FairleadCsv *csv)
{
	const FairleadIssueInfo *info = fairlead_issue_info (tag);
	const char *severity = fairlead_severity_name (info->severity);

	fairlead_csv_text (csv, "issue");
	fairlead_csv_text (csv, info->name);
	fairlead_csv_integer (csv, page->inventory->issues[tag]->len);
	fairlead_csv_row (csv, (const char *const[]){ "", "", severity, "", info->words, NULL });
	for (guint i = 0; i < fairlead_check_n_examples (page, tag); i++) {
		g_autofree char *source = NULL;
		const char *text = fairlead_check_get_example (page, tag, i, &source);

		fairlead_csv_row (csv, (const char *const[]){ "example", info->name, "", "", "",
		                                              severity, source, text, NULL });
	}
}

void
fairlead_check_write_csv (const FairleadCheckPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (&csv, (const char *const[]){ "about", "name", "count", "format", "sha256",
	                                               "severity", "source", "text", NULL });
	write_inputs (page, &csv);
	for (guint i = 0; i < FAIRLEAD_N_CHECK_SECTIONS; i++) {
		CountRow row = { &csv, fairlead_check_sections[i].single };

		fairlead_check_sections[i].each (page, on_count, &row);
	}
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		if (page->inventory->issues[tag]->len > 0)
			write_issue (page, tag, &csv);
}
