/* ingest/format/lists/ofac-sdn-xml.c: OFAC's SDN and Consolidated lists in XML
 *
 * The same parties under the same keys as in CSV. Ids and the facts of ships are written as Remarks
 * write them, and read by their grammar, so that a fact reads alike in both forms. The file has no
 * days of listing. */
#include "ingest/format/lists/list.h"
#include "ingest/format/lists/lists.h"

#include <string.h>

#include "ingest/format/ofac-sdn/remarks.h"

static void
read_remarks (FairleadList *self, const char *text)
{
	FairleadOfacRemarks remarks = { .entity = self->entity,
		                        .kind = self->kind,
		                        .text = text,
		                        .source = fairlead_list_source (self),
		                        .continued_at = G_MAXSIZE };

	fairlead_ofac_remarks_read (&remarks, self->records);
}

/* One fact; a semicolon would end it */
static void
read_fact (FairleadList *self, GString *fact)
{
	g_autofree char *text = g_strdelimit (fairlead_list_dup_clean (fact->str), ";", ',');
	g_autofree char *ended = g_strconcat (text, ".", NULL);

	read_remarks (self, ended);
}

/* ---- fields ---- */

static char *
dup_name (const FairleadXmlNode *node)
{
	return fairlead_list_dup_person (fairlead_xml_node_get (node, "lastName"),
	                                 fairlead_xml_node_get (node, "firstName"));
}

static void
read_alias (FairleadList *self, const FairleadListRule *rule, const char *text,
            const FairleadXmlNode *node)
{
	static const FairleadListWord types[] = {
		{ "a.k.a.", FAIRLEAD_NAME_ALIAS },
		{ "n.k.a.", FAIRLEAD_NAME_ALIAS },
		{ "f.k.a.", FAIRLEAD_NAME_FORMER },
	};
	const char *type = fairlead_xml_node_get (node, "type");
	const FairleadListWord *found = fairlead_list_find_word (types, G_N_ELEMENTS (types), type);
	g_autofree char *name = dup_name (node);

	(void) rule;
	(void) text;
	if (found == NULL)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            fairlead_list_source (self), "alias type \"%s\"", type);
	fairlead_list_add_name (self, name, found == NULL ? FAIRLEAD_NAME_ALIAS : found->meaning,
	                        strcmp (fairlead_xml_node_get (node, "category"), "weak") == 0);
}

/* `Passport A123 (Iran) issued 14 Nov 2007 expires 13 Nov 2012` */
static void
read_id (FairleadList *self, const FairleadListRule *rule, const char *text,
         const FairleadXmlNode *node)
{
	static const struct {
		const char *element;
		const char *before;
		const char *after;
	} parts[] = {
		{ "idType", "", "" },
		{ "idNumber", " ", "" },
		{ "idCountry", " (", ")" },
		{ "issueDate", " issued ", "" },
		{ "expirationDate", " expires ", "" },
	};
	g_autoptr (GString) fact = g_string_new (NULL);

	(void) rule;
	(void) text;
	for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
		const char *part = fairlead_xml_node_get (node, parts[i].element);

		if (*part != '\0')
			g_string_append_printf (fact, "%s%s%s", parts[i].before, part,
			                        parts[i].after);
	}
	read_fact (self, fact);
}

/* The label is what Remarks call it */
static void
read_ship_fact (FairleadList *self, const FairleadListRule *rule, const char *text,
                const FairleadXmlNode *node)
{
	g_autoptr (GString) fact = g_string_new (rule->label);

	(void) node;
	if (*text == '\0')
		return;
	g_string_append_printf (fact, " %s", text);
	read_fact (self, fact);
}

static void
read_address (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	static const char *const lines[] = { "address1", "address2", "address3" };
	static const char *const parts[] = { "city", "stateOrProvince", "postalCode" };
	g_autoptr (GString) street = g_string_new (NULL);
	g_autoptr (GString) locality = g_string_new (NULL);

	(void) rule;
	(void) text;
	for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
		fairlead_list_append (street, ", ", fairlead_xml_node_get (node, lines[i]));
	for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
		fairlead_list_append (locality, ", ", fairlead_xml_node_get (node, parts[i]));
	fairlead_list_add_address (self, street->str, locality->str,
	                           fairlead_xml_node_get (node, "country"));
}

static void
read_programme (FairleadList *self, const FairleadListRule *rule, const char *text,
                const FairleadXmlNode *node)
{
	(void) rule;
	(void) node;
	fairlead_list_designate (self, text, "", "", NULL);
}

/* `(Linked To: NAME)` is the fact that Remarks write without parentheses */
static char *
dup_unwrapped (const char *text)
{
	static const char label[] = "(Linked To: ";
	GString *plain = g_string_new (NULL);
	const char *open;

	while ((open = strstr (text, label)) != NULL) {
		const char *end = open + 1;

		for (guint depth = 1; *end != '\0' && depth > 0; end++)
			depth = *end == '(' ? depth + 1 : *end == ')' ? depth - 1 : depth;
		g_string_append_len (plain, text, open - text);
		g_string_append_len (plain, open + 1, end - open - (end[-1] == ')' ? 2 : 1));
		g_string_append (plain, ";");
		text = end;
	}
	g_string_append (plain, text);
	return g_string_free (plain, FALSE);
}

static void
read_all_remarks (FairleadList *self, const FairleadListRule *rule, const char *text,
                  const FairleadXmlNode *node)
{
	g_autofree char *plain = dup_unwrapped (text);

	(void) rule;
	(void) node;
	read_remarks (self, plain);
}

static const FairleadListRule rules[] = {
	{ "uid", NULL, 0, NULL },
	{ "firstName", NULL, 0, NULL },
	{ "lastName", NULL, 0, NULL },
	{ "sdnType", NULL, 0, NULL },
	{ "mainEntry", NULL, 0, NULL },
	{ "title", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "remarks", read_all_remarks, 0, NULL },
	{ "program", read_programme, 0, NULL },
	{ "id", read_id, 0, NULL },
	{ "aka", read_alias, 0, NULL },
	{ "address", read_address, 0, NULL },
	/* Of a nationality or citizenship; that of an address is read with it */
	{ "country", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "dateOfBirth", fairlead_list_read_dates, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	{ "placeOfBirth", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, NULL },
	{ "callSign", read_ship_fact, 0, "Vessel Call Sign" },
	{ "vesselType", read_ship_fact, 0, "Vessel Type" },
	{ "vesselFlag", read_ship_fact, 0, "Vessel Flag" },
	{ "vesselOwner", read_ship_fact, 0, "Vessel Owner" },
	{ "tonnage", read_ship_fact, 0, "Deadweight Tonnage" },
	{ "grossRegisteredTonnage", read_ship_fact, 0, "Gross Registered Tonnage" },
};

/* ---- records ---- */

static void
read_party (FairleadList *self, const FairleadXmlNode *record)
{
	static const FairleadListWord kinds[] = {
		{ "Entity", FAIRLEAD_KIND_COMPANY },
		{ "Individual", FAIRLEAD_KIND_PERSON },
		{ "Vessel", FAIRLEAD_KIND_VESSEL },
		{ "Aircraft", FAIRLEAD_KIND_AIRCRAFT },
	};
	const char *type = fairlead_xml_node_get (record, "sdnType");
	FairleadKind kind = fairlead_list_read_kind (self, kinds, G_N_ELEMENTS (kinds), type);
	g_autofree char *name = dup_name (record);

	if (!fairlead_list_begin (self, fairlead_xml_node_get (record, "uid"), kind))
		return;
	fairlead_list_add_name (self, name, FAIRLEAD_NAME_PRIMARY, FALSE);
	if (fairlead_xml_node_find (record, "programList") == NULL)
		fairlead_list_designate (self, "", "", "", NULL);
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
}

/* The misspelt element is OFAC's, and holds the date of the file, month first */
static void
read_record (FairleadList *self, const FairleadXmlNode *record)
{
	if (strcmp (record->name, "sdnEntry") == 0) {
		read_party (self, record);
		return;
	}
	self->reading->n_records--;
	fairlead_list_set_issued (self, fairlead_xml_node_get (record, "Publish_Date"),
	                          FAIRLEAD_DATE_MONTH_FIRST);
}

static const char *const words[] = { NULL };
static const char *const record_names[] = { "sdnEntry", "publshInformation", "publishInformation",
	                                    NULL };
static const char *const containers[] = { NULL };
static const FairleadListXml xml = {
	.scheme = FAIRLEAD_OFAC,
	.title = "OFAC",
	.root = "sdnList",
	.words = words,
	.records = record_names,
	.containers = containers,
	.read = read_record,
};

const FairleadFormat fairlead_format_ofac_sdn_xml = {
	.name = "ofac-sdn-xml",
	.title = "OFAC SDN or Consolidated list, XML",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};
