/* ingest/format/opensanctions/ftm.c: Follow the Money entities, as JSON lines
 *
 * Links are entities of their own, with properties that name their ends; so are designations. In a
 * nested export they stand within the party, and are read where they stand. Not read: the dates of
 * crawling (first_seen, last_seen, last_change), and what a schema not known here has to say, which
 * is an issue once. */
#include "ingest/format/opensanctions/ftm.h"

#include <string.h>

#include "ingest/format/json-objects.h"

static FairleadSource
source_of (FairleadReading *reading, const FairleadJsonValue *value)
{
	return (FairleadSource){ reading->file, (guint32) fairlead_json_value_line (value) };
}

const FairleadJsonValue *
fairlead_ftm_values (const FairleadFtmThing *thing, const char *property)
{
	return fairlead_json_value_member (thing->properties, property);
}

const char *
fairlead_ftm_text (const FairleadFtmThing *thing, const char *property)
{
	return fairlead_json_value_text (fairlead_json_value_first (
		fairlead_json_value_member (thing->properties, property)));
}

static void
report_once (const FairleadFtmThing *thing, const char *what, const char *word)
{
	char *text = g_strdup_printf ("%s \"%s\" (reported once)", what, word);

	if (g_hash_table_add (thing->load->reported, text))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            thing->source, "%s", text);
}

FairleadEntity
fairlead_ftm_refer (const FairleadFtmThing *thing, const FairleadJsonValue *item)
{
	const char *id = fairlead_json_value_is_object (item)
	                         ? fairlead_json_value_member_text (item, "id")
	                         : fairlead_json_value_text (item);

	if (id == NULL || *id == '\0')
		return FAIRLEAD_NO_ENTITY;
	return fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, id, thing->source);
}

/* ---- periods ---- */

void
fairlead_ftm_read_date (const FairleadFtmThing *thing, const char *property, FairleadDate *date)
{
	const char *text = fairlead_ftm_text (thing, property);

	if (text != NULL && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_BAD_DATE, thing->source,
		                            "%s \"%s\"", property, text);
}

FairleadPeriod
fairlead_ftm_read_period (const FairleadFtmThing *thing)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	fairlead_ftm_read_date (thing, "startDate", &period.start);
	if (fairlead_date_is_unknown (period.start))
		fairlead_ftm_read_date (thing, "date", &period.start);
	fairlead_ftm_read_date (thing, "endDate", &period.end);
	return period;
}

/* ---- objects ---- */

static gboolean
is_document (const char *schema)
{
	return strcmp (schema, "Passport") == 0 || strcmp (schema, "Identification") == 0;
}

static void read_object (FairleadReading *reading, const FairleadJsonValue *object,
                         const char *within);

/* What stands within the properties of a nested export */
static void
read_nested (FairleadReading *reading, const FairleadJsonValue *properties, const char *within)
{
	if (!fairlead_json_value_is_object (properties))
		return;
	FAIRLEAD_JSON_EACH (values, properties)
	{
		FAIRLEAD_JSON_EACH (item, values)
		{
			if (fairlead_json_value_is_object (item))
				read_object (reading, item, within);
		}
	}
}

/* @within: the id of the party in whose properties it stands; NULL at the top */
static void
read_object (FairleadReading *reading, const FairleadJsonValue *object, const char *within)
{
	FairleadFtmThing thing = { .records = reading->records,
		                   .load = reading->state,
		                   .object = object,
		                   .properties = fairlead_json_value_member (object, "properties"),
		                   .source = source_of (reading, object) };
	const char *id = fairlead_json_value_member_text (object, "id");
	const char *schema = fairlead_json_value_member_text (object, "schema");
	const FairleadFtmLink *link = schema == NULL ? NULL : fairlead_ftm_find_link (schema);
	const FairleadFtmSchema *kind = schema == NULL ? NULL : fairlead_ftm_find_schema (schema);

	read_nested (reading, thing.properties, id);
	if (id == NULL || *id == '\0' || schema == NULL) {
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing.source, "an object without id or schema");
	} else if (link != NULL) {
		fairlead_ftm_read_link (&thing, link);
	} else if (strcmp (schema, "Sanction") == 0) {
		fairlead_ftm_read_sanction (&thing, within);
	} else if (is_document (schema)) {
		fairlead_ftm_read_document (&thing, within);
	} else if (kind != NULL) {
		thing.kind = kind->kind;
		fairlead_ftm_read_party (&thing, id);
	} else {
		report_once (&thing, "schema", schema);
	}
}

/* ---- the format ---- */

static void
read_top (FairleadReading *reading, const FairleadJsonValue *object)
{
	read_object (reading, object, NULL);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_json_read_each (reading, read_top, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	return fairlead_sample_has_member (sample, "schema")
	                       && fairlead_sample_has_member (sample, "properties")
	               ? 95
	               : 0;
}

static gpointer
begin (const FairleadFormat *format)
{
	FairleadFtmLoad *load = g_new (FairleadFtmLoad, 1);

	(void) format;
	load->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	load->owners = g_array_new (FALSE, FALSE, sizeof (FairleadLinkRow));
	return load;
}

static void
end (gpointer data)
{
	FairleadFtmLoad *load = data;

	g_hash_table_unref (load->reported);
	g_array_unref (load->owners);
	g_free (load);
}

static gboolean
finish (const FairleadFormat *format, gpointer state, FairleadRecords *records, GError **error)
{
	(void) format;
	(void) error;
	fairlead_ftm_emit_owners (state, records);
	return TRUE;
}

const FairleadFormat fairlead_format_opensanctions_ftm = {
	.name = "opensanctions-ftm",
	.title = "OpenSanctions or Follow the Money entities (JSON)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = finish,
	.end = end,
};
