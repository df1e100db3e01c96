/* ingest/mapping/run/read-xml.c: XML by a mapping: one record is kept, and said at its end */
#include <string.h>

#include "ingest/mapping/run/emission.h"
#include "ingest/mapping/run/read.h"

typedef struct {
	const FairleadMapping *mapping;
	FairleadReading *reading;
	FairleadEmission *emission;
	FairleadXmlRecord *record;
	guint depth;     /* of open elements around records */
	guint n_matched; /* how many of them, from the document element, are on the record's path */
	guint record_depth; /* the length of the path */
} Stream;

guint
fairlead_mapping_sniff_xml (const FairleadMapping *mapping, const FairleadSample *sample)
{
	return sample->is_xml && g_strcmp0 (sample->root, mapping->record[0]) == 0 ? 70 : 0;
}

static gboolean
is_on_path (const Stream *stream, const char *name)
{
	return stream->depth == stream->n_matched
	       && strcmp (name, stream->mapping->record[stream->n_matched]) == 0;
}

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Stream *stream = user_data;
	gboolean is_matched = !fairlead_xml_record_is_open (stream->record)
	                      && is_on_path (stream, fairlead_xml_element_get_name (element));

	if (fairlead_xml_record_is_open (stream->record)
	    || (is_matched && stream->n_matched + 1 == stream->record_depth))
		return fairlead_xml_record_open (stream->record, element, error);
	stream->n_matched += is_matched;
	stream->depth++;
	return TRUE;
}

static void
say_record (Stream *stream)
{
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (stream->emission);

	stream->reading->n_records++;
	evaluation->record = evaluation->node = fairlead_xml_record_get_root (stream->record);
	evaluation->line = (guint32) evaluation->record->line;
	fairlead_emission_run (stream->emission);
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Stream *stream = user_data;

	(void) name;
	if (!fairlead_xml_record_is_open (stream->record)) {
		stream->depth--;
		stream->n_matched = MIN (stream->n_matched, stream->depth);
		return TRUE;
	}
	if (!fairlead_xml_record_close (stream->record, text, line, error))
		return FALSE;
	if (!fairlead_xml_record_is_open (stream->record))
		say_record (stream);
	return TRUE;
}

/* A file whose records stand elsewhere would be read as an empty one */
static void
note_no_record (const Stream *stream)
{
	FairleadSource source = { stream->reading->file, 1 };
	g_autofree char *path = g_strjoinv ("/", stream->mapping->record);

	fairlead_records_add_issue (stream->reading->records, FAIRLEAD_ISSUE_MISSING_FIELD, source,
	                            "there is no element %s, the record= of the mapping %s", path,
	                            stream->mapping->name);
}

gboolean
fairlead_mapping_read_xml (const FairleadMapping *mapping, FairleadReading *reading, GError **error)
{
	static const FairleadXmlHandler handler = { on_start, on_end };
	g_autoptr (FairleadEmission) emission =
		fairlead_emission_new (mapping, reading, reading->state);
	g_autoptr (FairleadXmlRecord) record = fairlead_xml_record_new (reading->path);
	Stream stream = {
		.mapping = mapping,
		.reading = reading,
		.emission = emission,
		.record = record,
		.record_depth = g_strv_length (mapping->record),
	};

	if (!fairlead_xml_read (reading->input, &handler, &stream, error))
		return FALSE;
	if (reading->n_records == 0)
		note_no_record (&stream);
	return TRUE;
}
