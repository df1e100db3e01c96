/* ingest/format/reading.c: what readers of every format do with the file at hand */
#include "ingest/format/format.h"

void
fairlead_reading_note_encoding (const FairleadReading *self, FairleadCsvReader *reader)
{
	guint64 line = fairlead_csv_reader_get_first_bad_line (reader);
	FairleadSource source = { self->file, (guint32) line };

	if (line > 0)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_ENCODING, source,
		                            "the first of them stand here");
}

void
fairlead_reading_note_declaration (const FairleadReading *self)
{
	FairleadSource source = { self->file, 1 };

	if (self->sample->is_xml && fairlead_xml_is_misdeclared (self->input))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_ENCODING, source,
		                            "declared here, and not in these bytes");
}

void
fairlead_reading_note_table (const FairleadReading *self, const char *table)
{
	FairleadText handle = fairlead_records_intern (self->records, table);
	guint n_files;

	fairlead_records_get_files (self->records, &n_files)[self->file].table = handle;
}

void
fairlead_reading_note_issued (const FairleadReading *self, const char *text,
                              FairleadDateOrder order)
{
	FairleadDate date;
	g_autofree char *issued = NULL;
	FairleadText handle;
	guint n_files;

	if (!fairlead_date_parse (text, order, &date, NULL))
		return;
	issued = fairlead_date_dup_text (date);
	handle = fairlead_records_intern (self->records, issued);
	fairlead_records_get_files (self->records, &n_files)[self->file].issued = handle;
}
