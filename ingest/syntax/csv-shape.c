/* ingest/syntax/csv-shape.c */
#include "ingest/syntax/csv-shape.h"

static gboolean
has_more (const FairleadCsvRow *row, guint width)
{
	for (guint i = width; i < row->n_fields; i++)
		if (*row->fields[i] != '\0')
			return TRUE;
	return FALSE;
}

static void
report_width (const FairleadCsvRow *row, guint width, FairleadIssueTag tag,
              FairleadRecords *records, FairleadSource source)
{
	g_autofree char *first = fairlead_text_dup_start (row->fields[0]);

	fairlead_records_add_issue (records, tag, source,
	                            "%u cells, the first \"%s\" (expected %u)", row->n_fields,
	                            first, width);
}

gboolean
fairlead_csv_row_has_shape (const FairleadCsvRow *row, guint width, gboolean may_be_short,
                            FairleadRecords *records, guint32 file)
{
	FairleadSource source = { file, (guint32) row->line };
	gboolean is_short = row->n_fields < width;

	if ((is_short && !may_be_short) || has_more (row, width)) {
		report_width (row, width, FAIRLEAD_ISSUE_BAD_RECORD, records, source);
		return FALSE;
	}
	if (is_short)
		report_width (row, width, FAIRLEAD_ISSUE_UNTIDY_ROW, records, source);
	else if (row->is_loose)
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNTIDY_ROW, source,
		                            "text behind a closing quote");
	return TRUE;
}
