/* ingest/format/opensanctions/ftm.c: Follow the Money entities, as JSON lines
 *
 * Links are entities of their own, with properties that name their ends; so are designations. In a
 * nested export they stand within the party, and are read where they stand. Not read: the dates of
 * crawling (first_seen, last_seen, last_change), and what a schema not known here has to say, which
 * is an issue once. */
#include "ingest/format/opensanctions/opensanctions.h"

#include <string.h>

#include "ingest/format/json-objects.h"

typedef struct {
	GHashTable *reported; /* set of words that were reported, owned */
	GArray *owners;       /* of FairleadLinkRow: what they own shows in the end */
} State;

/* One object */
typedef struct {
	FairleadRecords *records;
	State *state;
	const FairleadJsonValue *object;
	const FairleadJsonValue *properties;
	FairleadEntity entity;
	FairleadKind kind;
	FairleadSource source;
} Thing;

static FairleadSource
source_of (FairleadReading *reading, const FairleadJsonValue *value)
{
	return (FairleadSource){ reading->file, (guint32) fairlead_json_value_line (value) };
}

static const FairleadJsonValue *
end_of (const Thing *thing, const char *property)
{
	return fairlead_json_value_member (thing->properties, property);
}

static const char *
first_text (const Thing *thing, const char *property)
{
	return fairlead_json_value_text (fairlead_json_value_first (
		fairlead_json_value_member (thing->properties, property)));
}

static void
report_once (const Thing *thing, const char *what, const char *word)
{
	char *text = g_strdup_printf ("%s \"%s\" (reported once)", what, word);

	if (g_hash_table_add (thing->state->reported, text))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            thing->source, "%s", text);
}

/* A reference is an id, or, in a nested export, the whole entity */
static FairleadEntity
refer (const Thing *thing, const FairleadJsonValue *item)
{
	const char *id = fairlead_json_value_is_object (item)
	                         ? fairlead_json_value_member_text (item, "id")
	                         : fairlead_json_value_text (item);

	if (id == NULL || *id == '\0')
		return FAIRLEAD_NO_ENTITY;
	return fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, id, thing->source);
}

/* ---- periods ---- */

static void
read_date (const Thing *thing, const char *property, FairleadDate *date)
{
	const char *text = first_text (thing, property);

	if (text != NULL && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_BAD_DATE, thing->source,
		                            "%s \"%s\"", property, text);
}

static FairleadPeriod
read_period (const Thing *thing)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	read_date (thing, "startDate", &period.start);
	if (fairlead_date_is_unknown (period.start))
		read_date (thing, "date", &period.start);
	read_date (thing, "endDate", &period.end);
	return period;
}

/* ---- links ---- */

/* `role: ..., status: ...`: the words that are there */
static FairleadText
note_of (const Thing *thing, const FairleadFtmLink *link)
{
	const char *words = link->words == NULL ? NULL : first_text (thing, link->words);
	const char *status = first_text (thing, "status");

	if (words == NULL)
		words = first_text (thing, "summary");
	if (words == NULL || status == NULL || words == status)
		return fairlead_records_intern (thing->records, words != NULL ? words : status);

	g_autofree char *text = g_strdup_printf ("%s (%s)", words, status);

	return fairlead_records_intern (thing->records, text);
}

static void
read_share (const Thing *thing, FairleadShare *share)
{
	const char *text = first_text (thing, "percentage");

	if (text != NULL && !fairlead_share_parse (text, share))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_BAD_SHARE, thing->source,
		                            "\"%s\"", text);
}

static void
add_link (const Thing *thing, const FairleadLinkRow *row)
{
	if (row->from == FAIRLEAD_NO_ENTITY || row->to == FAIRLEAD_NO_ENTITY)
		return;
	if (row->kind == FAIRLEAD_LINK_SHAREHOLDER)
		g_array_append_vals (thing->state->owners, row, 1);
	else
		fairlead_records_add_link (thing->records, row);
}

static void
read_link (const Thing *thing, const FairleadFtmLink *link)
{
	const FairleadJsonValue *froms = end_of (thing, link->from);
	const FairleadJsonValue *tos = end_of (thing, link->to);
	FairleadLinkRow row = fairlead_link_row (FAIRLEAD_NO_ENTITY, link->kind, FAIRLEAD_NO_ENTITY,
	                                         thing->source);

	if (fairlead_json_value_first (froms) == NULL || fairlead_json_value_first (tos) == NULL) {
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "%s without %s and %s", link->schema,
		                            link->from, link->to);
		return;
	}
	row.period = read_period (thing);
	row.note = note_of (thing, link);
	read_share (thing, &row.share);
	FAIRLEAD_JSON_EACH (from, froms)
	{
		FAIRLEAD_JSON_EACH (to, tos)
		{
			row.from = refer (thing, from);
			row.to = refer (thing, to);
			add_link (thing, &row);
		}
	}
}

/* ---- designations and documents ---- */

static const char *
list_of (const Thing *thing)
{
	const char *dataset = fairlead_json_value_text (
		fairlead_json_value_first (fairlead_json_value_member (thing->object, "datasets")));
	const char *programme = first_text (thing, "programId");
	const char *list =
		programme == NULL ? NULL : fairlead_opensanctions_list_of_programme (programme);

	if (list == NULL && dataset != NULL)
		list = fairlead_opensanctions_list_of_dataset (dataset);
	if (list == NULL)
		list = first_text (thing, "authority");
	if (list == NULL)
		list = dataset;
	return list != NULL ? list : "OpenSanctions";
}

static void
designate (const Thing *thing, FairleadEntity entity, const FairleadPeriod *period)
{
	const FairleadJsonValue *programmes = end_of (thing, "programId");

	if (fairlead_json_value_first (programmes) == NULL)
		programmes = end_of (thing, "program");
	if (fairlead_json_value_first (programmes) == NULL)
		fairlead_records_add_designation (thing->records, entity, list_of (thing), NULL,
		                                  first_text (thing, "provisions"), period,
		                                  thing->source);
	FAIRLEAD_JSON_EACH (programme, programmes)
	fairlead_records_add_designation (thing->records, entity, list_of (thing),
	                                  fairlead_json_value_text (programme),
	                                  first_text (thing, "provisions"), period, thing->source);
	FAIRLEAD_JSON_EACH (reason, end_of (thing, "reason"))
	fairlead_records_add_attribute (thing->records, entity, FAIRLEAD_ATTRIBUTE_REASON,
	                                fairlead_json_value_text (reason), NULL, thing->source);
	fairlead_records_add_identifier (thing->records, entity, FAIRLEAD_ID_LIST,
	                                 first_text (thing, "authorityId"), list_of (thing),
	                                 thing->source);
	fairlead_records_add_identifier (thing->records, entity, FAIRLEAD_ID_LIST,
	                                 first_text (thing, "unscId"), "UN", thing->source);
}

/* @within: the id of the party that a nested designation stands in */
static void
read_sanction (const Thing *thing, const char *within)
{
	const FairleadJsonValue *parties = end_of (thing, "entity");
	FairleadPeriod period = read_period (thing);

	read_date (thing, "listingDate", &period.start);
	FAIRLEAD_JSON_EACH (party, parties)
	{
		FairleadEntity entity = refer (thing, party);

		if (entity != FAIRLEAD_NO_ENTITY)
			designate (thing, entity, &period);
	}
	if (fairlead_json_value_first (parties) != NULL)
		return;
	if (within != NULL)
		designate (thing,
		           fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, within,
		                                   thing->source),
		           &period);
	else
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "Sanction without entity");
}

static void
read_document (const Thing *thing, const char *within)
{
	const char *schema = fairlead_json_value_member_text (thing->object, "schema");
	const char *holder = first_text (thing, "holder");
	FairleadIdScheme scheme =
		strcmp (schema, "Passport") == 0 ? FAIRLEAD_ID_PASSPORT : FAIRLEAD_ID_NATIONAL;
	const char *country = first_text (thing, "country");
	g_autofree char *issuer = country == NULL ? NULL : g_ascii_strup (country, -1);

	if (holder == NULL)
		holder = within;
	if (holder == NULL) {
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "%s without holder", schema);
		return;
	}
	FAIRLEAD_JSON_EACH (number, end_of (thing, "number"))
	fairlead_records_add_identifier (
		thing->records,
		fairlead_records_refer (thing->records, OPENSANCTIONS_SCHEME, holder,
	                                thing->source),
		scheme, fairlead_json_value_text (number), issuer, thing->source);
}

/* ---- parties ---- */

/* The one country that a number without an issuer can be of; NULL where several may be */
static char *
dup_issuer (const Thing *thing)
{
	static const char *const names[] = { "jurisdiction", "country", "nationality" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		const FairleadJsonValue *values = end_of (thing, names[i]);
		const FairleadJsonValue *first = fairlead_json_value_first (values);
		const char *text = fairlead_json_value_text (first);

		if (first == NULL)
			continue;
		return text == NULL || fairlead_json_value_next (values, first) != NULL
		               ? NULL
		               : g_ascii_strup (text, -1);
	}
	return NULL;
}

static void
add_identifier (const Thing *thing, const FairleadFtmProperty *property, const char *text)
{
	FairleadIdScheme scheme = property->what;
	g_autofree char *issuer = NULL;

	if (scheme == FAIRLEAD_ID_NATIONAL && thing->kind != FAIRLEAD_KIND_PERSON)
		scheme = FAIRLEAD_ID_OTHER;
	if (property->words == NULL && fairlead_id_scheme_info (scheme)->needs_issuer)
		issuer = dup_issuer (thing);
	fairlead_records_add_identifier (thing->records, thing->entity, scheme, text,
	                                 property->words != NULL ? property->words : issuer,
	                                 thing->source);
}

static void
add_attribute (const Thing *thing, FairleadAttribute attribute, const char *label, const char *text)
{
	g_autofree char *labelled = label == NULL ? NULL : g_strdup_printf ("%s: %s", label, text);

	/* `type` is of ships; of anything else it is a word about it */
	if (attribute == FAIRLEAD_ATTRIBUTE_VESSEL_TYPE && thing->kind != FAIRLEAD_KIND_VESSEL)
		attribute = FAIRLEAD_ATTRIBUTE_NOTE;
	fairlead_records_add_attribute (thing->records, thing->entity, attribute,
	                                labelled != NULL ? labelled : text, NULL, thing->source);
}

static void
add_party (const Thing *thing, FairleadLinkKind kind, const FairleadJsonValue *item)
{
	FairleadLinkRow row =
		fairlead_link_row (refer (thing, item), kind, thing->entity, thing->source);

	fairlead_records_add_link (thing->records, &row);
}

static void
add_name (const Thing *thing, const FairleadFtmProperty *property, const char *text)
{
	const char *caption = fairlead_json_value_member_text (thing->object, "caption");

	if (g_strcmp0 (caption, text) != 0)
		fairlead_records_add_name (thing->records, thing->entity, text, property->what,
		                           property->meaning == FAIRLEAD_FTM_WEAK_NAME,
		                           thing->source);
}

/* Where the place is an entity of its own, the text repeats it */
static void
add_address (const Thing *thing, const char *text)
{
	if (fairlead_json_value_first (end_of (thing, "addressEntity")) != NULL)
		fairlead_records_add_attribute (thing->records, thing->entity,
		                                FAIRLEAD_ATTRIBUTE_ADDRESS, text, NULL,
		                                thing->source);
	else
		fairlead_opensanctions_add_address (thing->records, thing->entity, text,
		                                    thing->source);
}

static void
read_value (const Thing *thing, const FairleadFtmProperty *property, const FairleadJsonValue *item)
{
	const char *text = fairlead_json_value_text (item);

	if (property->meaning == FAIRLEAD_FTM_PLACE)
		add_party (thing, FAIRLEAD_LINK_ADDRESS, item);
	if (property->meaning == FAIRLEAD_FTM_PARTY)
		add_party (thing, property->what, item);
	if (text == NULL)
		return;
	if (property->meaning == FAIRLEAD_FTM_NAME || property->meaning == FAIRLEAD_FTM_WEAK_NAME)
		add_name (thing, property, text);
	if (property->meaning == FAIRLEAD_FTM_ATTRIBUTE)
		add_attribute (thing, property->what, property->words, text);
	if (property->meaning == FAIRLEAD_FTM_IDENTIFIER)
		add_identifier (thing, property, text);
	if (property->meaning == FAIRLEAD_FTM_IMO)
		fairlead_opensanctions_add_imo (thing->records, thing->entity, thing->kind, text,
		                                thing->source);
	if (property->meaning == FAIRLEAD_FTM_ADDRESS)
		add_address (thing, text);
}

static void
read_property (const Thing *thing, const FairleadJsonValue *values)
{
	const char *name = fairlead_json_value_name (values);
	const FairleadFtmProperty *property = fairlead_ftm_find_property (name);

	FAIRLEAD_JSON_EACH (item, values)
	{
		const char *text = fairlead_json_value_text (item);

		if (property != NULL)
			read_value (thing, property, item);
		else if (text != NULL)
			add_attribute (thing, FAIRLEAD_ATTRIBUTE_NOTE, name, text);
	}
}

static void
read_party (Thing *thing, const char *id)
{
	const char *caption = fairlead_json_value_member_text (thing->object, "caption");

	if (caption == NULL)
		caption =
			first_text (thing, thing->kind == FAIRLEAD_KIND_ADDRESS ? "full" : "name");
	thing->entity = fairlead_records_describe (thing->records, OPENSANCTIONS_SCHEME, id,
	                                           thing->kind, thing->source);
	fairlead_records_add_name (thing->records, thing->entity, caption, FAIRLEAD_NAME_PRIMARY,
	                           FALSE, thing->source);
	FAIRLEAD_JSON_EACH (referent, fairlead_json_value_member (thing->object, "referents"))
	if (g_strcmp0 (fairlead_json_value_text (referent), id) != 0)
		fairlead_records_add_identifier (thing->records, thing->entity, FAIRLEAD_ID_LIST,
		                                 fairlead_json_value_text (referent),
		                                 OPENSANCTIONS_SCHEME, thing->source);
	if (fairlead_json_value_is_object (thing->properties))
		FAIRLEAD_JSON_EACH (values, thing->properties)
	read_property (thing, values);
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
	Thing thing = { .records = reading->records,
		        .state = reading->state,
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
		read_link (&thing, link);
	} else if (strcmp (schema, "Sanction") == 0) {
		read_sanction (&thing, within);
	} else if (is_document (schema)) {
		read_document (&thing, within);
	} else if (kind != NULL) {
		thing.kind = kind->kind;
		read_party (&thing, id);
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
	State *state = g_new (State, 1);

	(void) format;
	state->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	state->owners = g_array_new (FALSE, FALSE, sizeof (FairleadLinkRow));
	return state;
}

static void
end (gpointer data)
{
	State *state = data;

	g_hash_table_unref (state->reported);
	g_array_unref (state->owners);
	g_free (state);
}

/* What the words of an owner's role mean. Shares are of companies: who owns a ship, with no more
 * said, has some interest in her. */
static FairleadLinkKind
ownership_kind (FairleadRecords *records, const FairleadLinkRow *link)
{
	guint n_entities;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n_entities);
	g_autofree char *note =
		g_ascii_strdown (fairlead_records_get_text (records, link->note), -1);

	if (strstr (note, "beneficial") != NULL)
		return FAIRLEAD_LINK_BENEFICIAL_OWNER;
	if (rows[link->to].kind != FAIRLEAD_KIND_VESSEL)
		return FAIRLEAD_LINK_SHAREHOLDER;
	return strstr (note, "registered") != NULL ? FAIRLEAD_LINK_REGISTERED_OWNER
	                                           : FAIRLEAD_LINK_PROPERTY_INTEREST;
}

static gboolean
finish (const FairleadFormat *format, gpointer data, FairleadRecords *records, GError **error)
{
	State *state = data;

	(void) format;
	(void) error;
	for (guint i = 0; i < state->owners->len; i++) {
		FairleadLinkRow *link = &g_array_index (state->owners, FairleadLinkRow, i);

		link->kind = (guint8) ownership_kind (records, link);
		fairlead_records_add_link (records, link);
	}
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
