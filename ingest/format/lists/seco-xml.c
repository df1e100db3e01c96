/* ingest/format/lists/seco-xml.c: the sanctions list of Switzerland (SECO), XML
 *
 * A target stays in the file when it is struck off: its modifications stand newest first, and the
 * first is its state. What stands within a modification is history, old copies of the same
 * elements, and is not read. Programmes stand before the targets; places may stand behind them, so
 * that an address may have to wait for its place. */
#include "ingest/format/lists/lists.h"
#include "ingest/format/lists/seco.h"

#include <string.h>

static const char *
get (const FairleadXmlNode *node, const char *attribute)
{
	return fairlead_xml_node_get_attribute (node, attribute);
}

/* ---- what targets refer to ---- */

typedef struct {
	const char *programme;
	const char *basis; /* its ordinance, and the part of it */
} SanctionsSet;

typedef struct {
	const char *locality;
	const char *country;
} Place;

/* An address or a birth at a place that has a number */
typedef struct {
	FairleadEntity entity;
	guint64 line;
	gboolean is_birth;
	const char *place; /* its number; empty where there is none */
	const char *street;
	const char *locality; /* what is said beside the place */
	const char *country;
} Stay;

typedef struct {
	GStringChunk *texts; /* of all of these */
	GHashTable *sets;    /* of SanctionsSet by id, owned */
	GHashTable *places;  /* of Place by id, owned */
	GPtrArray *waiting;  /* of Stay, owned: at places that are not known yet */
} State;

static gpointer
begin (void)
{
	State *state = g_new0 (State, 1);

	state->texts = g_string_chunk_new (4096);
	state->sets = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
	state->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
	state->waiting = g_ptr_array_new_with_free_func (g_free);
	return state;
}

static void
end (gpointer data)
{
	State *state = data;

	g_hash_table_unref (state->sets);
	g_hash_table_unref (state->places);
	g_ptr_array_unref (state->waiting);
	g_string_chunk_free (state->texts);
	g_free (state);
}

static const char *
keep (FairleadList *self, const char *text)
{
	return g_string_chunk_insert (((State *) self->state)->texts, text);
}

/* The text in English, else the first */
static const char *
get_english (const FairleadXmlNode *node, const char *name)
{
	const char *first = fairlead_xml_node_get (node, name);

	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next)
		if (strcmp (child->name, name) == 0 && strcmp (get (child, "lang"), "eng") == 0)
			return child->text;
	return first;
}

/* A set stands once in each language */
static void
read_programme (FairleadList *self, const FairleadXmlNode *record)
{
	State *state = self->state;
	const char *programme = get_english (record, "program-key");
	const char *ordinance = get_english (record, "program-name");

	for (const FairleadXmlNode *child = record->first_child; child != NULL;
	     child = child->next) {
		gboolean is_set = strcmp (child->name, "sanctions-set") == 0;
		gboolean is_english = strcmp (get (child, "lang"), "eng") == 0;
		g_autoptr (GString) basis = g_string_new (ordinance);
		SanctionsSet *set;

		if (!is_set
		    || (!is_english && g_hash_table_contains (state->sets, get (child, "ssid"))))
			continue;
		fairlead_list_append (basis, ": ", child->text);
		set = g_new0 (SanctionsSet, 1);
		set->programme = keep (self, programme);
		set->basis = keep (self, basis->str);
		g_hash_table_replace (state->sets, (gpointer) keep (self, get (child, "ssid")),
		                      set);
	}
}

static char *
dup_locality (const FairleadXmlNode *node)
{
	GString *locality = g_string_new (fairlead_xml_node_get (node, "location"));

	fairlead_list_append (locality, ", ", fairlead_xml_node_get (node, "area"));
	return g_string_free (locality, FALSE);
}

static void
read_place (FairleadList *self, const FairleadXmlNode *record)
{
	State *state = self->state;
	g_autofree char *locality = dup_locality (record);
	Place *place = g_new0 (Place, 1);

	place->locality = keep (self, locality);
	place->country = keep (self, fairlead_xml_node_get (record, "country"));
	g_hash_table_replace (state->places, (gpointer) keep (self, get (record, "ssid")), place);
}

static void
add_stay (FairleadList *self, const Stay *stay, const Place *place)
{
	g_autoptr (GString) locality = g_string_new (place == NULL ? NULL : place->locality);
	const char *country = place == NULL ? stay->country : place->country;

	fairlead_list_append (locality, ", ", stay->locality);
	if (!stay->is_birth) {
		fairlead_list_add_address (self, stay->street, locality->str, country);
		return;
	}
	fairlead_list_append (locality, ", ", country);
	fairlead_list_add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, locality->str);
}

/* Takes the stay; it waits where its place is not known yet */
static void
take_stay (FairleadList *self, Stay *stay)
{
	State *state = self->state;
	const Place *place = g_hash_table_lookup (state->places, stay->place);

	if (place == NULL && *stay->place != '\0') {
		g_ptr_array_add (state->waiting, stay);
		return;
	}
	add_stay (self, stay, place);
	g_free (stay);
}

static void
finish (FairleadList *self)
{
	State *state = self->state;

	for (guint i = 0; i < state->waiting->len; i++) {
		const Stay *stay = state->waiting->pdata[i];
		const Place *place = g_hash_table_lookup (state->places, stay->place);

		self->entity = stay->entity;
		self->line = stay->line;
		add_stay (self, stay, place);
		if (place == NULL)
			fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_ID,
			                            fairlead_list_source (self), "place %s",
			                            stay->place);
	}
}

/* ---- other facts of an identity ---- */

static char *
dup_date (const FairleadXmlNode *node)
{
	static const char *const parts[] = { "year", "month", "day" };
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (parts) && *get (node, parts[i]) != '\0'; i++)
		fairlead_list_append (text, "-", get (node, parts[i]));
	return g_string_free (text, FALSE);
}

/* Of companies it is the day on which they were formed */
static void
read_date (FairleadList *self, const FairleadListRule *rule, const char *text,
           const FairleadXmlNode *node)
{
	const char *calendar = get (node, "calendar");
	g_autofree char *date = dup_date (node);

	(void) rule;
	(void) text;
	if (*calendar != '\0' && g_ascii_strcasecmp (calendar, "Gregorian") != 0)
		fairlead_list_add_note (self, calendar, date);
	else
		fairlead_list_add_dates (self,
		                         self->kind == FAIRLEAD_KIND_PERSON
		                                 ? FAIRLEAD_ATTRIBUTE_BIRTH_DATE
		                                 : FAIRLEAD_ATTRIBUTE_FORMED,
		                         date);
}

static Stay *
new_stay (FairleadList *self, const FairleadXmlNode *node, gboolean is_birth)
{
	Stay *stay = g_new0 (Stay, 1);
	g_autofree char *own = dup_locality (node);
	g_autoptr (GString) locality = g_string_new (own);
	g_autoptr (GString) street = g_string_new (fairlead_xml_node_get (node, "address-details"));
	const char *box = fairlead_xml_node_get (node, "p-o-box");
	g_autofree char *titled_box = g_strconcat ("PO Box ", box, NULL);

	if (*box != '\0')
		fairlead_list_append (street, ", ", titled_box);
	fairlead_list_append (locality, ", ", fairlead_xml_node_get (node, "zip-code"));
	stay->entity = self->entity;
	stay->line = node->line;
	stay->is_birth = is_birth;
	stay->place = keep (self, get (node, "place-id"));
	stay->street = keep (self, street->str);
	stay->locality = keep (self, locality->str);
	stay->country = keep (self, fairlead_xml_node_get (node, "country"));
	return stay;
}

static void
read_birth_place (FairleadList *self, const FairleadListRule *rule, const char *text,
                  const FairleadXmlNode *node)
{
	(void) rule;
	(void) text;
	take_stay (self, new_stay (self, node, TRUE));
	fairlead_list_add_note (self, "Place of birth", fairlead_xml_node_get (node, "remarks"));
}

static void
read_address (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	const char *carer = fairlead_xml_node_get (node, "c-o");

	(void) rule;
	(void) text;
	fairlead_list_add_link (self, FAIRLEAD_LINK_CARE_OF, carer, NULL, 0);
	take_stay (self, new_stay (self, node, FALSE));
	fairlead_list_add_note (self, "Address", fairlead_xml_node_get (node, "remarks"));
}

static void
read_document (FairleadList *self, const FairleadListRule *rule, const char *text,
               const FairleadXmlNode *node)
{
	static const char *const parts[] = { "date-of-issue", "expiry-date", "remark" };
	static const FairleadListWord types[] = {
		{ "passport", FAIRLEAD_ID_PASSPORT },
		{ "diplomatic-passport", FAIRLEAD_ID_PASSPORT },
		{ "id-card", FAIRLEAD_ID_NATIONAL },
		{ "commercial-register", FAIRLEAD_ID_REGISTRATION },
	};
	const char *type = get (node, "document-type");
	const FairleadListWord *found = fairlead_list_find_word (types, G_N_ELEMENTS (types), type);
	const char *number = fairlead_xml_node_get (node, "number");
	g_autofree char *label = g_strjoin (" ", type, number, NULL);
	g_autoptr (GString) more = g_string_new (NULL);

	(void) rule;
	(void) text;
	if (found == NULL)
		fairlead_list_add_identifier (self, FAIRLEAD_ID_OTHER, number, type);
	else
		fairlead_list_add_document (self, found->meaning, number,
		                            fairlead_xml_node_get (node, "issuer"));
	for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
		const FairleadXmlNode *part = fairlead_xml_node_find (node, parts[i]);
		const FairleadXmlNode *date =
			part == NULL ? NULL : fairlead_xml_node_find (part, "day-month-year");
		g_autofree char *day = date == NULL ? NULL : dup_date (date);
		g_autofree char *titled = g_strjoin (" ", parts[i], day != NULL ? day : "", NULL);

		if (part != NULL)
			fairlead_list_append (more, ", ", day != NULL ? titled : part->text);
	}
	fairlead_list_add_note (self, label, more->str);
}

/* `IMO Number: 4001014` of a ship; anywhere else it may be that of a ship that the party owns */
static void
read_other (FairleadList *self, const FairleadListRule *rule, const char *text,
            const FairleadXmlNode *node)
{
	(void) rule;
	(void) node;
	if (self->kind == FAIRLEAD_KIND_VESSEL && g_ascii_strncasecmp (text, "IMO ", 4) == 0)
		fairlead_list_add_imo (self, text);
	else
		fairlead_list_add_note (self, NULL, text);
}

/* A relation with another target, by its number; what it is stands in prose alone */
static void
read_relation (FairleadList *self, const FairleadListRule *rule, const char *text,
               const FairleadXmlNode *node)
{
	const char *target = get (node, "target-id");
	FairleadSource source = fairlead_list_source (self);
	FairleadLinkRow link;

	(void) rule;
	(void) text;
	if (*target == '\0')
		return;
	link = fairlead_link_row (
		fairlead_records_refer (self->records, self->scheme, target, source),
		FAIRLEAD_LINK_LINKED, self->entity, source);
	link.note = fairlead_records_intern (self->records, get (node, "relation-type"));
	fairlead_records_add_link (self->records, &link);
}

static const FairleadListRule rules[] = {
	{ "sanctions-set-id", NULL, 0, NULL },
	{ "modification", NULL, 0, NULL },
	{ "individual", fairlead_list_enter, 0, NULL },
	{ "entity", fairlead_list_enter, 0, NULL },
	{ "object", fairlead_list_enter, 0, NULL },
	{ "identity", fairlead_list_enter, 0, NULL },
	{ "foreign-identifier", fairlead_list_read_identifier, FAIRLEAD_ID_LIST, NULL },
	{ "name", fairlead_seco_read_name, 0, NULL },
	{ "day-month-year", read_date, 0, NULL },
	{ "nationality", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "place-of-birth", read_birth_place, 0, NULL },
	{ "address", read_address, 0, NULL },
	{ "identification-document", read_document, 0, NULL },
	{ "justification", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_REASON, NULL },
	{ "other-information", read_other, 0, NULL },
	{ "relation", read_relation, 0, NULL },
};

/* ---- targets ---- */

typedef struct {
	const char *start;
	const char *end; /* NULL while it holds */
} Listing;

/* The modifications of a target, newest first. The day of listing is that of the oldest, or of the
 * one after it was last struck off before. */
static void
find_period (const FairleadXmlNode *record, Listing *listing)
{
	gboolean is_first = TRUE;

	*listing = (Listing){ "", NULL };
	for (const FairleadXmlNode *child = record->first_child; child != NULL;
	     child = child->next) {
		const char *type = get (child, "modification-type");
		const char *date = get (child, "effective-date");

		if (strcmp (child->name, "modification") != 0)
			continue;
		if (*date == '\0')
			date = get (child, "publication-date");
		if (strcmp (type, "de-listed") == 0) {
			if (!is_first)
				return;
			listing->end = date;
		} else if (strcmp (type, "listed") == 0) {
			listing->start = date;
		}
		is_first = FALSE;
	}
}

static void
add_set (FairleadList *self, const Listing *listing, const char *id)
{
	State *state = self->state;
	const SanctionsSet *set = g_hash_table_lookup (state->sets, id);

	if (set == NULL)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_ID,
		                            fairlead_list_source (self), "sanctions set \"%s\"",
		                            id);
	fairlead_list_designate (self, set == NULL ? "" : set->programme,
	                         set == NULL ? "" : set->basis, listing->start, listing->end);
}

/* In older files the id is an attribute */
static void
read_sets (FairleadList *self, const FairleadXmlNode *record)
{
	gboolean found = FALSE;
	Listing listing;

	find_period (record, &listing);
	for (const FairleadXmlNode *child = record->first_child; child != NULL;
	     child = child->next) {
		if (strcmp (child->name, "sanctions-set-id") != 0)
			continue;
		add_set (self, &listing, child->text);
		found = TRUE;
	}
	if (!found)
		add_set (self, &listing, get (record, "sanctions-set-id"));
}

static const FairleadListWord kinds[] = {
	{ "individual", FAIRLEAD_KIND_PERSON },
	{ "entity", FAIRLEAD_KIND_COMPANY },
	{ "vessel", FAIRLEAD_KIND_VESSEL },
	{ "aircraft", FAIRLEAD_KIND_AIRCRAFT },
};

/* The element that says what the target is, and holds what is said of it */
static const FairleadXmlNode *
find_body (const FairleadXmlNode *record)
{
	static const char *const names[] = { "individual", "entity", "object" };

	for (guint i = 0; i < G_N_ELEMENTS (names); i++)
		if (fairlead_xml_node_find (record, names[i]) != NULL)
			return fairlead_xml_node_find (record, names[i]);
	return NULL;
}

static void
read_target (FairleadList *self, const FairleadXmlNode *record)
{
	const FairleadXmlNode *body = find_body (record);
	const char *type = body == NULL                         ? ""
	                   : strcmp (body->name, "object") == 0 ? get (body, "object-type")
	                                                        : body->name;
	FairleadKind kind = fairlead_list_read_kind (self, kinds, G_N_ELEMENTS (kinds), type);

	if (!fairlead_list_begin (self, get (record, "ssid"), kind))
		return;
	read_sets (self, record);
	if (body != NULL && *get (body, "sex") != '\0')
		fairlead_list_add_attribute (self, FAIRLEAD_ATTRIBUTE_GENDER, get (body, "sex"));
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
}

static void
read_record (FairleadList *self, const FairleadXmlNode *record)
{
	if (strcmp (record->name, "target") == 0) {
		read_target (self, record);
		return;
	}
	self->reading->n_records--;
	if (strcmp (record->name, "place") == 0)
		read_place (self, record);
	else
		read_programme (self, record);
}

static const char *const words[] = { NULL };
static const char *const record_names[] = { "target", "place", "sanctions-program", NULL };
static const char *const containers[] = { NULL };
static const FairleadListXml xml = {
	.scheme = "seco",
	.title = "SECO",
	.root = "swiss-sanctions-list",
	.words = words,
	.records = record_names,
	.containers = containers,
	.date = "date",
	.read = read_record,
	.begin = begin,
	.finish = finish,
	.end = end,
};

const FairleadFormat fairlead_format_seco_xml = {
	.name = "seco-xml",
	.title = "SECO sanctions list of Switzerland, XML",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};
