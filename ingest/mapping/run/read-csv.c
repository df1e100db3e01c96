/* ingest/mapping/run/read-csv.c: delimited text by a mapping: finds the columns, then says each
 * row */
#include <string.h>

#include "ingest/mapping/run/emission.h"
#include "ingest/mapping/run/read.h"
#include "ingest/syntax/csv-shape.h"

/* How far down a header may stand */
#define MAX_PREAMBLE 20u

/* The @occurrence-th column of that name; -1 for none */
static gint
find_column (const FairleadCsvRow *header, const FairleadField *field)
{
	FairleadCsvRow rest = *header;
	guint n_passed = 0;

	for (guint occurrence = 1;; occurrence++) {
		gint found = fairlead_csv_row_find (&rest, field->name);

		if (found < 0)
			return -1;
		if (occurrence == field->occurrence)
			return (gint) n_passed + found;
		n_passed += (guint) found + 1;
		rest.fields += found + 1;
		rest.n_fields -= (guint) found + 1;
	}
}

/* Fills the column of every field; the first field that must be there and is not, or NULL */
static const FairleadField *
find_columns (const FairleadMapping *mapping, const FairleadCsvRow *header, gint *columns)
{
	const FairleadField *missing = NULL;

	for (guint i = 0; i < mapping->fields->len; i++) {
		const FairleadField *field = g_ptr_array_index (mapping->fields, i);

		columns[i] = find_column (header, field);
		if (columns[i] < 0 && !field->is_optional && missing == NULL)
			missing = field;
	}
	return missing;
}

/* What stands in for a header where the mapping names the columns itself */
static FairleadCsvRow
stated_header (const FairleadMapping *mapping)
{
	return (FairleadCsvRow){ .fields = mapping->columns,
		                 .n_fields = g_strv_length (mapping->columns) };
}

static char
delimiter_of (const FairleadMapping *mapping, const FairleadSample *sample)
{
	if (mapping->delimiter != 0)
		return mapping->delimiter;
	return sample->is_csv ? sample->dialect.delimiter : ',';
}

/* The first row that has all columns. Where there is none, @missing is what the first row of the
 * usual width lacks, and @missing_line its line. */
static gboolean
find_header (const FairleadMapping *mapping, const FairleadSample *sample,
             FairleadCsvReader *reader, gint *columns, guint *width, const FairleadField **missing,
             guint64 *missing_line, GError **error)
{
	guint preamble = sample->is_csv ? sample->dialect.preamble : 0;
	FairleadCsvRow row;

	for (guint i = 0;
	     i < MAX_PREAMBLE + preamble && fairlead_csv_reader_next (reader, &row, error); i++) {
		const FairleadField *lacks = find_columns (mapping, &row, columns);

		*width = row.n_fields;
		if (lacks == NULL)
			return TRUE;
		if (i != preamble && *missing != NULL)
			continue;
		*missing = lacks;
		*missing_line = row.line;
	}
	return FALSE;
}

static guint
sniff_columns (const FairleadMapping *mapping, const FairleadSample *sample)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("head", sample->head, sample->head_size);
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (input, delimiter_of (mapping, sample));
	g_autofree gint *columns = g_new (gint, mapping->fields->len + 1);
	const FairleadField *missing = NULL;
	guint64 line;
	guint width, n_found = 0;

	if (!find_header (mapping, sample, reader, columns, &width, &missing, &line, NULL))
		return 0;
	for (guint i = 0; i < mapping->fields->len; i++)
		n_found += columns[i] >= 0;
	return MIN (99, 50 + 5 * n_found);
}

guint
fairlead_mapping_sniff_csv (const FairleadMapping *mapping, const FairleadSample *sample)
{
	gboolean may_be = sample->is_csv || (mapping->delimiter != 0 && !sample->is_xml);

	if (!may_be || sample->head_size == 0)
		return 0;
	if (mapping->columns == NULL)
		return sniff_columns (mapping, sample);
	/* without a header only the width speaks for it */
	return sample->dialect.n_fields == g_strv_length (mapping->columns) ? 20 : 0;
}

/* ---- reading ---- */

static gboolean
skip_rows (FairleadCsvReader *reader, guint n_rows, GError **error)
{
	g_autoptr (GError) error_local = NULL;
	FairleadCsvRow row;

	for (guint i = 0; i < n_rows; i++)
		if (!fairlead_csv_reader_next (reader, &row, &error_local))
			break;
	if (error_local == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&error_local));
	return FALSE;
}

static gboolean
place_columns (const FairleadMapping *mapping, const FairleadReading *reading,
               FairleadCsvReader *reader, gint *columns, guint *width, GError **error)
{
	g_autoptr (GError) error_local = NULL;
	const FairleadField *missing = NULL;
	guint64 line = 0;

	if (mapping->columns != NULL) {
		FairleadCsvRow header = stated_header (mapping);

		find_columns (mapping, &header, columns);
		*width = header.n_fields;
		return skip_rows (reader, mapping->skip, error);
	}
	if (find_header (mapping, reading->sample, reader, columns, width, &missing, &line,
	                 &error_local))
		return TRUE;
	if (error_local != NULL) {
		g_propagate_error (error, g_steal_pointer (&error_local));
		return FALSE;
	}
	if (missing == NULL)
		return fairlead_set_error_at (error, reading->path, 0, FAIRLEAD_ERROR_MISSING_FIELD,
		                              "there is no header");
	return fairlead_set_error_at (error, reading->path, line, FAIRLEAD_ERROR_MISSING_FIELD,
	                              "no column \"%s\", which %s:%u names", missing->name,
	                              mapping->path, missing->line);
}

static void
take_row (FairleadMappingSession *session, FairleadEmission *emission, const FairleadCsvRow *row)
{
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (emission);

	fairlead_mapping_session_give (session, evaluation);
	if (evaluation->mapping->looks_up)
		fairlead_mapping_session_keep (session, row, evaluation->columns);
	else
		fairlead_emission_run (emission);
}

gboolean
fairlead_mapping_read_csv (const FairleadMapping *mapping, FairleadReading *reading, GError **error)
{
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (reading->input, delimiter_of (mapping, reading->sample));
	g_autoptr (FairleadEmission) emission =
		fairlead_emission_new (mapping, reading, reading->state);
	g_autoptr (GError) error_local = NULL;
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (emission);
	FairleadCsvRow row;
	guint width = 0;

	evaluation->row = &row;
	evaluation->columns = g_new (gint, mapping->fields->len + 1);
	if (!place_columns (mapping, reading, reader, evaluation->columns, &width, error))
		return FALSE;
	if (mapping->looks_up)
		fairlead_mapping_session_wait (reading->state, mapping, reading,
		                               evaluation->columns);
	while (fairlead_csv_reader_next (reader, &row, &error_local)) {
		reading->n_records++;
		evaluation->line = (guint32) row.line;
		if (fairlead_csv_row_has_shape (&row, width, TRUE, reading->records, reading->file))
			take_row (reading->state, emission, &row);
	}
	fairlead_reading_note_encoding (reading, reader);
	if (error_local == NULL)
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&error_local));
	return FALSE;
}
