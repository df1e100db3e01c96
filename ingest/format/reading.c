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
