/* ingest/mapping/run/read-xml.c: XML by a mapping: one record is kept, and said at its end */
#include <string.h>

#include "ingest/mapping/run/emission.h"
#include "ingest/mapping/run/read.h"

typedef struct {
	const FairleadMapping *mapping;
	FairleadReading *reading;
	FairleadEmission *emission;
	FairleadTree *tree; /* of the emission's evaluation */
	guint depth;        /* of open elements */
	guint n_matched; /* how many of them, from the document element, are on the record's path */
	guint record_depth; /* the length of the path */
} Stream;

guint
fairlead_mapping_sniff_xml (const FairleadMapping *mapping, const FairleadSample *sample)
{
	return sample->is_xml && g_strcmp0 (sample->root, mapping->record[0]) == 0 ? 70 : 0;
}

static gboolean
refuse_size (const Stream *stream, guint64 line, GError **error)
{
	return fairlead_set_error_at (
		error, stream->reading->path, line, FAIRLEAD_ERROR_LIMIT,
		"the record <%s> is too large (at most %u elements and %u bytes"
		" of text)",
		stream->mapping->record[stream->record_depth - 1], FAIRLEAD_TREE_MAX_NODES,
		FAIRLEAD_TREE_MAX_TEXT);
}

static gboolean
keep_element (Stream *stream, const FairleadXmlElement *element, GError **error)
{
	guint64 line = fairlead_xml_element_get_line (element);
	guint n_attributes = fairlead_xml_element_get_n_attributes (element);

	if (!fairlead_tree_open (stream->tree, fairlead_xml_element_get_name (element),
	                         (guint32) line))
		return refuse_size (stream, line, error);
	for (guint i = 0; i < n_attributes; i++) {
		const char *value;
		const char *name = fairlead_xml_element_get_nth (element, i, &value);

		if (!fairlead_tree_add_attribute (stream->tree, name, value))
			return refuse_size (stream, line, error);
	}
	return TRUE;
}

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Stream *stream = user_data;
	gboolean is_inside = stream->n_matched == stream->record_depth;
	const char *name = fairlead_xml_element_get_name (element);

	if (!is_inside && stream->depth == stream->n_matched
	    && strcmp (name, stream->mapping->record[stream->n_matched]) == 0) {
		stream->n_matched++;
		is_inside = stream->n_matched == stream->record_depth;
		if (is_inside)
			fairlead_tree_reset (stream->tree);
	}
	stream->depth++;
	return !is_inside || keep_element (stream, element, error);
}

static void
say_record (Stream *stream)
{
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (stream->emission);

	stream->reading->n_records++;
	evaluation->node = FAIRLEAD_TREE_ROOT;
	evaluation->line = fairlead_tree_get_line (stream->tree, FAIRLEAD_TREE_ROOT);
	fairlead_emission_run (stream->emission);
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Stream *stream = user_data;
	gboolean is_inside = stream->n_matched == stream->record_depth;

	(void) name;
	if (is_inside && !fairlead_tree_close (stream->tree, text))
		return refuse_size (stream, line, error);
	if (is_inside && fairlead_tree_is_whole (stream->tree))
		say_record (stream);
	stream->depth--;
	stream->n_matched = MIN (stream->n_matched, stream->depth);
	return TRUE;
}

gboolean
fairlead_mapping_read_xml (const FairleadMapping *mapping, FairleadReading *reading, GError **error)
{
	static const FairleadXmlHandler handler = { on_start, on_end };
	g_autoptr (FairleadEmission) emission =
		fairlead_emission_new (mapping, reading, reading->state);
	FairleadEvaluation *evaluation = fairlead_emission_get_evaluation (emission);
	Stream stream = {
		.mapping = mapping,
		.reading = reading,
		.emission = emission,
		.tree = fairlead_tree_new (),
		.record_depth = g_strv_length (mapping->record),
	};

	evaluation->tree = stream.tree;
	return fairlead_xml_read (reading->input, &handler, &stream, error);
}
