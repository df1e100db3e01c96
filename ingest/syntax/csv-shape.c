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

FairleadCsvShape
fairlead_csv_row_judge (const FairleadCsvRow *row, guint width, gboolean may_be_short)
{
	gboolean is_short = row->n_fields < width;

	if ((is_short && !may_be_short) || has_more (row, width))
		return FAIRLEAD_CSV_UNFIT;
	if (is_short)
		return FAIRLEAD_CSV_SHORT;
	return row->is_loose ? FAIRLEAD_CSV_LOOSE : FAIRLEAD_CSV_FITS;
}

void
fairlead_csv_report_shape (FairleadCsvShape shape, const char *first, guint n_fields, guint width,
                           FairleadRecords *records, FairleadSource source)
{
	g_autofree char *start = NULL;

	if (shape == FAIRLEAD_CSV_FITS)
		return;
	if (shape == FAIRLEAD_CSV_LOOSE) {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNTIDY_ROW, source,
		                            "text behind a closing quote");
		return;
	}
	start = fairlead_text_dup_start (first);
	fairlead_records_add_issue (
		records,
		shape == FAIRLEAD_CSV_SHORT ? FAIRLEAD_ISSUE_UNTIDY_ROW : FAIRLEAD_ISSUE_BAD_RECORD,
		source, "%u cells, the first \"%s\" (expected %u)", n_fields, start, width);
}

gboolean
fairlead_csv_row_has_shape (const FairleadCsvRow *row, guint width, gboolean may_be_short,
                            FairleadRecords *records, guint32 file)
{
	FairleadSource source = { file, (guint32) row->line };
	FairleadCsvShape shape = fairlead_csv_row_judge (row, width, may_be_short);

	fairlead_csv_report_shape (shape, row->fields[0], row->n_fields, width, records, source);
	return shape != FAIRLEAD_CSV_UNFIT;
}
