/* ingest/format/lists/eu-fsf-xml.c: the EU's consolidated financial sanctions list, XML 1.1
 *
 * Nearly all of it stands in attributes, of which an empty one says nothing. To this list ships are
 * 'enterprises'; the check digits of their IMO number tell them. The date of a regulation is that
 * of an amendment, not of the listing, and is not read as one. */
#include "ingest/format/lists/list.h"
#include "ingest/format/lists/lists.h"

#include <string.h>

#include "ingest/grammar/country.h"

static const char *
get (const FairleadXmlNode *node, const char *attribute)
{
	return fairlead_xml_node_get_attribute (node, attribute);
}

static gboolean
is_true (const FairleadXmlNode *node, const char *attribute)
{
	return strcmp (get (node, attribute), "true") == 0;
}

/* The country by its name where the code is known; the list's own code for 'unknown' is 00 */
static const char *
get_country (const FairleadXmlNode *node)
{
	static const char *const unknown[] = { "", "UNKNOWN", NULL };
	const char *code = get (node, "countryIso2Code");
	const char *description = get (node, "countryDescription");

	if (fairlead_country_name (code) != NULL)
		return fairlead_country_name (code);
	return g_strv_contains (unknown, description) ? "" : description;
}

/* `WORD: attribute` for each that is set, then the remarks within; NULL-terminated names */
static void
append_more (GString *text, const FairleadXmlNode *node, const char *const *attributes)
{
	for (; *attributes != NULL; attributes++) {
		g_autofree char *titled =
			g_strconcat (*attributes, " ", get (node, *attributes), NULL);

		if (is_true (node, *attributes))
			fairlead_list_append (text, ", ", *attributes);
		else if (*get (node, *attributes) != '\0'
		         && strcmp (get (node, *attributes), "false") != 0)
			fairlead_list_append (text, ", ", titled);
	}
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next)
		if (strcmp (child->name, "remark") == 0)
			fairlead_list_append (text, ", ", child->text);
}

/* ---- names and citizenship ---- */

static char *
dup_name (const FairleadXmlNode *node)
{
	g_autoptr (GString) given = g_string_new (get (node, "firstName"));

	if (*get (node, "wholeName") != '\0')
		return g_strdup (get (node, "wholeName"));
	fairlead_list_append (given, " ", get (node, "middleName"));
	return fairlead_list_dup_person (get (node, "lastName"), given->str);
}

/* The list does not say which name comes first: its own first strong one, else the first */
static const FairleadXmlNode *
find_primary (const FairleadXmlNode *record)
{
	const FairleadXmlNode *first = fairlead_xml_node_find (record, "nameAlias");

	for (const FairleadXmlNode *node = first; node != NULL; node = node->next)
		if (strcmp (node->name, "nameAlias") == 0 && is_true (node, "strong"))
			return node;
	return first;
}

static void
read_name (FairleadList *self, const FairleadListRule *rule, const char *text,
           const FairleadXmlNode *node)
{
	static const char *const more[] = { NULL };
	static const FairleadListRule attributes[] = {
		{ "title", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
		{ "function", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
		{ "gender", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_GENDER, NULL },
		{ "firstName", NULL, 0, NULL },
		{ "middleName", NULL, 0, NULL },
		{ "lastName", NULL, 0, NULL },
		{ "wholeName", NULL, 0, NULL },
		{ "strong", NULL, 0, NULL },
		{ "nameLanguage", NULL, 0, NULL },
		{ "regulationLanguage", NULL, 0, NULL },
		{ "logicalId", NULL, 0, NULL },
	};
	gboolean is_primary = node == self->state;
	g_autofree char *name = dup_name (node);
	g_autofree char *label = g_strconcat ("Name ", name, NULL);
	g_autoptr (GString) remarks = g_string_new (NULL);

	(void) rule;
	(void) text;
	fairlead_list_add_name (self, name,
	                        is_primary ? FAIRLEAD_NAME_PRIMARY : FAIRLEAD_NAME_ALIAS,
	                        strcmp (get (node, "strong"), "false") == 0);
	fairlead_list_read_attributes (self, node, attributes, G_N_ELEMENTS (attributes));
	append_more (remarks, node, more);
	fairlead_list_add_note (self, label, remarks->str);
}

static void
read_citizenship (FairleadList *self, const FairleadListRule *rule, const char *text,
                  const FairleadXmlNode *node)
{
	static const char *const more[] = { "region", NULL };
	g_autoptr (GString) remarks = g_string_new (NULL);

	(void) text;
	fairlead_list_add_attribute (self, rule->what, get_country (node));
	append_more (remarks, node, more);
	fairlead_list_add_note (self, "Citizenship", remarks->str);
}

/* ---- births ---- */

static char *
dup_birth (const FairleadXmlNode *node)
{
	static const char *const parts[] = { "year", "monthOfYear", "dayOfMonth" };
	g_autoptr (GString) text = g_string_new (get (node, "birthdate"));

	gboolean has_date = text->len > 0;

	/* A month without a year, or a day without a month, says nothing that a date can hold */
	for (guint i = 0; !has_date && i < G_N_ELEMENTS (parts); i++) {
		if (*get (node, parts[i]) == '\0')
			break;
		fairlead_list_append (text, "-", get (node, parts[i]));
	}
	if (text->len == 0 && *get (node, "yearRangeFrom") != '\0')
		g_string_append_printf (text, "%s to %s", get (node, "yearRangeFrom"),
		                        get (node, "yearRangeTo"));
	if (text->len > 0 && is_true (node, "circa"))
		g_string_prepend (text, "circa ");
	return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
read_birth (FairleadList *self, const FairleadListRule *rule, const char *text,
            const FairleadXmlNode *node)
{
	static const char *const place_parts[] = { "place", "city", "zipCode", "region" };
	static const char *const more[] = { NULL };
	const char *calendar = get (node, "calendarType");
	gboolean is_gregorian = *calendar == '\0' || strcmp (calendar, "GREGORIAN") == 0;
	g_autofree char *birth = dup_birth (node);
	g_autoptr (GString) place = g_string_new (NULL);
	g_autoptr (GString) remarks = g_string_new (NULL);

	(void) rule;
	(void) text;
	if (is_gregorian)
		fairlead_list_add_dates (self, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, birth);
	else
		fairlead_list_add_note (self, calendar, birth);
	for (guint i = 0; i < G_N_ELEMENTS (place_parts); i++)
		fairlead_list_append (place, ", ", get (node, place_parts[i]));
	fairlead_list_append (place, ", ", get_country (node));
	fairlead_list_add_attribute (self, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, place->str);
	append_more (remarks, node, more);
	fairlead_list_add_note (self, "Birth", remarks->str);
}

/* ---- addresses ---- */

static const FairleadListWord contacts[] = {
	{ "PHONE", FAIRLEAD_ATTRIBUTE_PHONE },
	{ "EMAIL", FAIRLEAD_ATTRIBUTE_EMAIL },
	{ "WEB", FAIRLEAD_ATTRIBUTE_WEBSITE },
};

static void
read_contact (FairleadList *self, const FairleadXmlNode *node)
{
	const char *key = get (node, "key");
	const FairleadListWord *found =
		fairlead_list_find_word (contacts, G_N_ELEMENTS (contacts), key);

	self->line = node->line;
	if (found != NULL)
		fairlead_list_add_attribute (self, found->meaning, get (node, "value"));
	else
		fairlead_list_add_note (self, key, get (node, "value"));
}

static void
read_address (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	static const char *const localities[] = { "place", "city", "region", "zipCode" };
	static const char *const more[] = { "asAtListingTime", NULL };
	g_autoptr (GString) street = g_string_new (get (node, "street"));
	g_autoptr (GString) locality = g_string_new (NULL);
	g_autoptr (GString) remarks = g_string_new (NULL);
	g_autofree char *box = g_strconcat ("PO Box ", get (node, "poBox"), NULL);

	(void) rule;
	(void) text;
	if (*get (node, "poBox") != '\0')
		fairlead_list_append (street, ", ", box);
	for (guint i = 0; i < G_N_ELEMENTS (localities); i++)
		fairlead_list_append (locality, ", ", get (node, localities[i]));
	fairlead_list_add_address (self, street->str, locality->str, get_country (node));
	append_more (remarks, node, more);
	fairlead_list_add_note (self, "Address", remarks->str);
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next)
		if (strcmp (child->name, "contactInfo") == 0)
			read_contact (self, child);
}

/* ---- numbers ---- */

static const FairleadListWord id_types[] = {
	{ "passport", FAIRLEAD_ID_PASSPORT },
	{ "id", FAIRLEAD_ID_NATIONAL },
	{ "ssn", FAIRLEAD_ID_NATIONAL },
	{ "nrn", FAIRLEAD_ID_NATIONAL },
	{ "fiscalcode", FAIRLEAD_ID_TAX },
	{ "regnumber", FAIRLEAD_ID_REGISTRATION },
	{ "tradelic", FAIRLEAD_ID_REGISTRATION },
	{ "swiftbic", FAIRLEAD_ID_BIC },
	{ "imo", FAIRLEAD_ID_IMO },
};

static void
read_identification (FairleadList *self, const FairleadListRule *rule, const char *text,
                     const FairleadXmlNode *node)
{
	static const char *const more[] = { "diplomatic",     "knownExpired",    "knownFalse",
		                            "reportedLost",   "revokedByIssuer", "issuedBy",
		                            "issueDate",      "validFrom",       "validTo",
		                            "nameOnDocument", "region",          NULL };
	const char *type = get (node, "identificationTypeCode");
	const FairleadListWord *found =
		fairlead_list_find_word (id_types, G_N_ELEMENTS (id_types), type);
	const char *number =
		*get (node, "number") != '\0' ? get (node, "number") : get (node, "latinNumber");
	g_autofree char *label = g_strjoin (" ", type, number, NULL);
	g_autoptr (GString) remarks = g_string_new (NULL);

	(void) rule;
	(void) text;
	if (found == NULL)
		fairlead_list_add_identifier (self, FAIRLEAD_ID_OTHER, number,
		                              get (node, "identificationTypeDescription"));
	else if (found->meaning == FAIRLEAD_ID_IMO && *number != '\0')
		fairlead_list_add_imo (self, number);
	else
		fairlead_list_add_document (self, found->meaning, number, get_country (node));
	append_more (remarks, node, more);
	fairlead_list_add_note (self, label, remarks->str);
}

/* The number of `IMO number: 8606173` where the remark begins with it. Further back it may be that
 * of a ship that the party owns. */
static char *
dup_imo_of_remark (const char *remark)
{
	const char *start = remark + strspn (remark, " (");
	gsize length;

	if (g_ascii_strncasecmp (start, "vessel", 6) == 0)
		start += 6 + strspn (start + 6, " -:,(");
	if (g_ascii_strncasecmp (start, "IMO", 3) != 0)
		return NULL;
	start += 3 + strcspn (start + 3, "0123456789.;");
	length = strspn (start, "0123456789");
	return length == 7 ? g_strndup (start, length) : NULL;
}

static void
read_remark (FairleadList *self, const FairleadListRule *rule, const char *text,
             const FairleadXmlNode *node)
{
	g_autofree char *number = dup_imo_of_remark (text);

	(void) rule;
	(void) node;
	if (number != NULL)
		fairlead_list_add_imo (self, number);
	fairlead_list_add_note (self, NULL, text);
}

/* ---- records ---- */

/* The party's own IMO number, of whichever sort; NULL where it has none */
static char *
dup_imo (const FairleadXmlNode *record)
{
	for (const FairleadXmlNode *child = record->first_child; child != NULL;
	     child = child->next) {
		gboolean is_remark = strcmp (child->name, "remark") == 0;
		char *number = is_remark ? dup_imo_of_remark (child->text) : NULL;

		if (number != NULL)
			return number;
		if (strcmp (get (child, "identificationTypeCode"), "imo") == 0)
			return g_strdup (get (child, "number"));
	}
	return NULL;
}

/* A number that could be both a ship's and a company's leaves the kind open */
static FairleadKind
kind_of_enterprise (const FairleadXmlNode *record)
{
	g_autofree char *imo = dup_imo (record);
	char number[64];

	if (imo == NULL
	    || !fairlead_identifier_normalise (FAIRLEAD_ID_IMO, imo, number, sizeof number)
	    || !fairlead_imo_ship_check (number))
		return FAIRLEAD_KIND_COMPANY;
	return fairlead_imo_company_check (number) ? FAIRLEAD_KIND_UNKNOWN : FAIRLEAD_KIND_VESSEL;
}

static FairleadKind
read_kind (FairleadList *self, const FairleadXmlNode *record)
{
	static const FairleadListWord kinds[] = {
		{ "person", FAIRLEAD_KIND_PERSON },
		{ "enterprise", FAIRLEAD_KIND_COMPANY },
	};
	const FairleadXmlNode *subject = fairlead_xml_node_find (record, "subjectType");
	const char *code = subject == NULL ? "" : get (subject, "code");
	FairleadKind kind = fairlead_list_read_kind (self, kinds, G_N_ELEMENTS (kinds), code);

	return kind == FAIRLEAD_KIND_COMPANY ? kind_of_enterprise (record) : kind;
}

static void
read_regulation (FairleadList *self, const FairleadListRule *rule, const char *text,
                 const FairleadXmlNode *node)
{
	(void) rule;
	(void) text;
	fairlead_list_designate (self, get (node, "programme"), get (node, "numberTitle"),
	                         get (node->parent, "designationDate"), NULL);
}

static const FairleadListRule attributes[] = {
	{ "designationDate", NULL, 0, NULL },
	{ "euReferenceNumber", NULL, 0, NULL },
	{ "logicalId", NULL, 0, NULL },
	{ "designationDetails", fairlead_list_read_note, 0, "Designation" },
	{ "unitedNationId", fairlead_list_read_identifier, FAIRLEAD_ID_LIST, "un" },
};

static const FairleadListRule rules[] = {
	{ "subjectType", NULL, 0, NULL },
	{ "regulation", read_regulation, 0, NULL },
	{ "remark", read_remark, 0, NULL },
	{ "nameAlias", read_name, 0, NULL },
	{ "citizenship", read_citizenship, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "birthdate", read_birth, 0, NULL },
	{ "address", read_address, 0, NULL },
	{ "identification", read_identification, 0, NULL },
};

static void
read_party (FairleadList *self, const FairleadXmlNode *record)
{
	const char *reference = get (record, "euReferenceNumber");
	FairleadKind kind = read_kind (self, record);

	if (!fairlead_list_begin (self, *reference != '\0' ? reference : get (record, "logicalId"),
	                          kind))
		return;
	/* The node that the names of this record are compared with */
	self->state = (gpointer) find_primary (record);
	fairlead_list_read_attributes (self, record, attributes, G_N_ELEMENTS (attributes));
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
	self->line = record->line;
	if (fairlead_xml_node_find (record, "regulation") == NULL)
		fairlead_list_designate (self, "", "", get (record, "designationDate"), NULL);
}

static const char *const words[] = { "sanctionEntity", NULL };
static const char *const record_names[] = { "sanctionEntity", NULL };
static const char *const containers[] = { NULL };
static const FairleadListXml xml = {
	.scheme = "eu",
	.title = "EU",
	.root = "export",
	.words = words,
	.records = record_names,
	.containers = containers,
	.date = "generationDate",
	.read = read_party,
};

const FairleadFormat fairlead_format_eu_fsf_xml = {
	.name = "eu-fsf-xml",
	.title = "EU consolidated financial sanctions list, XML 1.1",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};
