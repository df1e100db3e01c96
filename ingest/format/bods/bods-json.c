/* ingest/format/bods/bods-json.c: statements of BODS 0.4, as a JSON array or lines
 *
 * Not read: who made and published a statement, declarations, annotations, listed securities, and
 * which records are components of which: the links of a chain stand for themselves. */
#include "ingest/format/bods/bods.h"

#include <string.h>

#include "ingest/format/json-objects.h"

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	const char *text = fairlead_json_value_member_text (object, name);

	return text != NULL && *text != '\0' ? text : NULL;
}

/* What stands under `country.code`; the empty path is the value itself */
static const FairleadJsonValue *
follow (const FairleadJsonValue *value, const char *path)
{
	char name[64];

	while (value != NULL && *path != '\0') {
		gsize length = strcspn (path, ".");

		g_assert (length < sizeof name);
		memcpy (name, path, length);
		name[length] = '\0';
		value = fairlead_json_value_member (value, name);
		path += length + (path[length] == '.');
	}
	return value;
}

static void
fill_cells (const FairleadJsonValue *value, const char *const *fields, const char **cells)
{
	for (guint i = 0; i < BODS_MAX_FIELDS; i++) {
		const char *text = fields[i] != NULL
		                           ? fairlead_json_value_text (follow (value, fields[i]))
		                           : NULL;

		cells[i] = text != NULL && *text != '\0' ? text : NULL;
	}
}

static void
read_parts (FairleadBodsStatement *statement, const FairleadBodsPart *part,
            const FairleadJsonValue *details)
{
	const char *cells[BODS_MAX_FIELDS];
	FairleadSource source = statement->source;

	FAIRLEAD_JSON_EACH (item, follow (details, part->path))
	{
		source.line = (guint32) fairlead_json_value_line (item);
		fill_cells (item, part->fields, cells);
		fairlead_bods_statement_read (statement, part, cells, source);
	}
}

static void
read_statement (FairleadReading *reading, const FairleadJsonValue *object)
{
	const FairleadJsonValue *details = fairlead_json_value_member (object, "recordDetails");
	const FairleadBodsType *type;
	const char *cells[BODS_MAX_FIELDS];
	FairleadBodsStatement statement = {
		.records = reading->records,
		.load = reading->state,
		.record = text_of (object, "recordId"),
		.status = text_of (object, "recordStatus"),
		.date_text = text_of (object, "statementDate"),
		.source = { reading->file, (guint32) fairlead_json_value_line (object) },
	};

	type = fairlead_bods_statement_find_type (&statement, text_of (object, "recordType"),
	                                          fairlead_json_value_is_object (details));
	if (type == NULL)
		return;
	fill_cells (details, type->fields, cells);
	fairlead_bods_statement_begin (&statement, type, cells);
	for (guint i = 0; type->parts[i] != NULL; i++)
		read_parts (&statement, type->parts[i], details);
	fairlead_bods_statement_end (&statement);
}

/* ---- the format ---- */

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_json_read_each (reading, read_statement, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return fairlead_sample_has_member (sample, "statementId")
	                       && fairlead_sample_has_member (sample, "recordType")
	               ? 95
	               : 0;
}

static gpointer
begin (const FairleadFormat *format)
{
	FairleadBodsLoad *load = g_new (FairleadBodsLoad, 1);

	(void) format;
	fairlead_bods_load_init (load);
	return load;
}

static gboolean
finish (const FairleadFormat *format, gpointer state, FairleadRecords *records, GError **error)
{
	FairleadBodsLoad *load = state;

	(void) format;
	(void) error;
	fairlead_bods_history_emit (load->history, records);
	return TRUE;
}

static void
end (gpointer state)
{
	fairlead_bods_load_clear (state);
	g_free (state);
}

const FairleadFormat fairlead_format_bods_json = {
	.name = "bods-json",
	.title = "Beneficial Ownership Data Standard 0.4 (JSON)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = finish,
	.end = end,
};
