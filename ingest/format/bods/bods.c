/* ingest/format/bods/bods.c: statements of BODS 0.4, as a JSON array or lines
 *
 * Not read: who made and published a statement, declarations, annotations, listed securities, and
 * which records are components of which: the links of a chain stand for themselves. */
#include "ingest/format/bods/bods.h"

#include <string.h>

#include "ingest/format/json-objects.h"

typedef struct {
	FairleadBodsHistory *history;
	FairleadSeen *seen;
} State;

/* One statement */
typedef struct {
	FairleadRecords *records;
	State *state;
	const FairleadJsonValue *details;
	const char *record;
	FairleadDate date;
	gboolean closed;
	FairleadSource source;
} Statement;

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

/* ---- parties ---- */

static void
note_closed (const Statement *statement, FairleadEntity entity)
{
	g_autofree char *day = fairlead_date_dup_text (statement->date);
	g_autofree char *text = g_strdup_printf ("Record closed%s%s", day != NULL ? ": " : "",
	                                         day != NULL ? day : "");

	if (statement->closed)
		fairlead_records_add_attribute (statement->records, entity, FAIRLEAD_ATTRIBUTE_NOTE,
		                                text, NULL, statement->source);
}

static void
read_party (const Statement *statement, FairleadKind kind,
            void (*read) (const FairleadBodsParty *self))
{
	FairleadBodsParty party = {
		.records = statement->records,
		.seen = statement->state->seen,
		.details = statement->details,
		.source = statement->source,
	};

	party.entity = fairlead_records_describe (statement->records, BODS_SCHEME,
	                                          statement->record, kind, statement->source);
	read (&party);
	note_closed (statement, party.entity);
}

static void
read_entity (const Statement *statement)
{
	read_party (statement,
	            fairlead_bods_kind_of_entity (statement->records, statement->details,
	                                          statement->source),
	            fairlead_bods_read_entity);
}

static void
read_person (const Statement *statement)
{
	read_party (statement, FAIRLEAD_KIND_PERSON, fairlead_bods_read_person);
}

/* ---- relationships ---- */

/* An end is the id of a record, or the reason why there is none: then nobody is named, and nobody
 * is made up */
static FairleadEntity
end_of (const Statement *statement, const char *name)
{
	const FairleadJsonValue *end = fairlead_json_value_member (statement->details, name);
	const char *id = fairlead_json_value_text (end);
	const char *reason = text_of (end, "reason");
	const char *words = text_of (end, "description");

	if (id != NULL && *id != '\0')
		return fairlead_records_refer (statement->records, BODS_SCHEME, id,
		                               statement->source);
	if (fairlead_json_value_is_object (end))
		fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_PLACEHOLDER,
		                            statement->source, "%s not specified: %s%s%s", name,
		                            reason != NULL ? reason : "", words != NULL ? ", " : "",
		                            words != NULL ? words : "");
	else
		fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            statement->source, "a relationship without %s", name);
	return FAIRLEAD_NO_ENTITY;
}

static void
read_relationship (const Statement *statement)
{
	FairleadEntity subject = end_of (statement, "subject");
	FairleadEntity party = end_of (statement, "interestedParty");
	FairleadLinkRow link = fairlead_link_row (party, FAIRLEAD_LINK_OWNER_OR_CONTROLLER, subject,
	                                          statement->source);

	fairlead_bods_history_begin (
		statement->state->history,
		fairlead_records_intern (statement->records, statement->record), statement->date,
		statement->closed);
	if (subject != FAIRLEAD_NO_ENTITY && party != FAIRLEAD_NO_ENTITY)
		fairlead_bods_read_interests (statement->state->history, statement->records,
		                              statement->details, &link);
}

/* ---- statements ---- */

static const struct {
	const char *type;
	void (*read) (const Statement *statement);
} record_types[] = {
	{ "entity", read_entity },
	{ "person", read_person },
	{ "relationship", read_relationship },
};

static void
read_statement (FairleadReading *reading, const FairleadJsonValue *object)
{
	Statement statement = {
		.records = reading->records,
		.state = reading->state,
		.details = fairlead_json_value_member (object, "recordDetails"),
		.record = text_of (object, "recordId"),
		.date = FAIRLEAD_DATE_UNKNOWN,
		.closed = g_strcmp0 (text_of (object, "recordStatus"), "closed") == 0,
		.source = { reading->file, (guint32) fairlead_json_value_line (object) },
	};
	const char *type = text_of (object, "recordType");
	const char *date = text_of (object, "statementDate");

	if (statement.record == NULL || *statement.record == '\0' || type == NULL
	    || !fairlead_json_value_is_object (statement.details)) {
		fairlead_records_add_issue (
			reading->records, FAIRLEAD_ISSUE_MISSING_FIELD, statement.source,
			"a statement without recordId, recordType or recordDetails");
		return;
	}
	if (date != NULL
	    && !fairlead_date_parse (date, FAIRLEAD_DATE_DAY_FIRST, &statement.date, NULL))
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            statement.source, "statementDate \"%s\"", date);
	for (guint i = 0; i < G_N_ELEMENTS (record_types); i++) {
		if (strcmp (record_types[i].type, type) != 0)
			continue;
		record_types[i].read (&statement);
		return;
	}
	fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, statement.source,
	                            "recordType \"%s\"", type);
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
	State *state = g_new (State, 1);

	(void) format;
	state->history = fairlead_bods_history_new ();
	state->seen = fairlead_seen_new ();
	return state;
}

static gboolean
finish (const FairleadFormat *format, gpointer data, FairleadRecords *records, GError **error)
{
	State *state = data;

	(void) format;
	(void) error;
	fairlead_bods_history_emit (state->history, records);
	return TRUE;
}

static void
end (gpointer data)
{
	State *state = data;

	fairlead_bods_history_free (state->history);
	fairlead_seen_free (state->seen);
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
