/* ingest/format/lists/un-xml.c: the consolidated list of the United Nations Security Council
 *
 * Keys are the committee's reference numbers (`un:KPe.017`), which outlive an amendment; DATAID
 * does not. A person's names stand in the order in which the list gives them, for it does not say
 * which is the family's. Relations stand in prose alone, and stay in the notes. Ships are not in
 * this file. */
#include "ingest/format/lists/list.h"
#include "ingest/format/lists/lists.h"

#include <string.h>

static const char *const name_parts[] = { "FIRST_NAME", "SECOND_NAME", "THIRD_NAME",
	                                  "FOURTH_NAME" };

static char *
dup_name (const FairleadXmlNode *record)
{
	GString *name = g_string_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (name_parts); i++)
		fairlead_list_append (name, " ", fairlead_xml_node_get (record, name_parts[i]));
	return g_string_free (name, FALSE);
}

/* ---- aliases ---- */

static const struct {
	const char *quality;
	FairleadNameType type;
	gboolean weak;
} qualities[] = {
	{ "", FAIRLEAD_NAME_ALIAS, FALSE },        { "Good", FAIRLEAD_NAME_ALIAS, FALSE },
	{ "Low", FAIRLEAD_NAME_ALIAS, TRUE },      { "a.k.a.", FAIRLEAD_NAME_ALIAS, FALSE },
	{ "f.k.a.", FAIRLEAD_NAME_FORMER, FALSE },
};

static guint
find_quality (FairleadList *self, const char *quality)
{
	for (guint i = 0; i < G_N_ELEMENTS (qualities); i++)
		if (g_ascii_strcasecmp (qualities[i].quality, quality) == 0)
			return i;
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                            fairlead_list_source (self), "alias quality \"%s\"", quality);
	return 0;
}

/* `A; B`, but not the semicolons of `A (B; C)` */
static void
add_names (FairleadList *self, const char *text, guint quality)
{
	static const char *const separators[] = { ";", NULL };
	g_auto (GStrv) names = strchr (text, '(') == NULL ? fairlead_list_split (text, separators)
	                                                  : g_strsplit (text, "\t", 1);

	for (guint i = 0; names[i] != NULL; i++)
		fairlead_list_add_name (self, names[i], qualities[quality].type,
		                        qualities[quality].weak);
}

/* What else is said of an alias: another birth, or why it was used */
static void
read_alias (FairleadList *self, const FairleadListRule *rule, const char *text,
            const FairleadXmlNode *node)
{
	const char *name = fairlead_xml_node_get (node, "ALIAS_NAME");
	guint quality = find_quality (self, fairlead_xml_node_get (node, "QUALITY"));
	g_autoptr (GString) more = g_string_new (NULL);
	g_autofree char *label = g_strconcat ("Alias ", name, NULL);

	(void) rule;
	(void) text;
	add_names (self, name, quality);
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next)
		if (strcmp (child->name, "ALIAS_NAME") != 0 && strcmp (child->name, "QUALITY") != 0)
			fairlead_list_append (more, ", ", child->text);
	fairlead_list_add_note (self, label, more->str);
}

static void
read_original_script (FairleadList *self, const FairleadListRule *rule, const char *text,
                      const FairleadXmlNode *node)
{
	(void) rule;
	(void) node;
	add_names (self, text, 0);
}

/* ---- births ---- */

/* The date as one text: `circa 1962`, `1962 to 1965` */
static char *
dup_birth (const FairleadXmlNode *node)
{
	static const char *const about[] = { "approx", NULL };
	const char *date = fairlead_xml_node_get (node, "DATE");
	const char *year = fairlead_xml_node_get (node, "YEAR");
	const char *from = fairlead_xml_node_get (node, "FROM_YEAR");
	const char *to = fairlead_xml_node_get (node, "TO_YEAR");
	gboolean circa =
		fairlead_list_mentions (fairlead_xml_node_get (node, "TYPE_OF_DATE"), about)
		|| fairlead_list_mentions (fairlead_xml_node_get (node, "NOTE"), about);
	GString *text = g_string_new (NULL);

	fairlead_list_append (text, " ", *date != '\0' ? date : year);
	if (text->len == 0 && *from != '\0' && *to != '\0')
		g_string_append_printf (text, "%s to %s", from, to);
	else if (text->len == 0 && (*from != '\0' || *to != '\0'))
		g_string_append_printf (text, "%s %s", *from != '\0' ? "after" : "before",
		                        *from != '\0' ? from : to);
	if (text->len > 0 && circa)
		g_string_prepend (text, "circa ");
	return g_string_free (text, FALSE);
}

/* A note may be all that there is of a date (`Nov. 1973`), or say whence it is */
static void
read_birth (FairleadList *self, const FairleadListRule *rule, const char *text,
            const FairleadXmlNode *node)
{
	g_autofree char *birth = dup_birth (node);
	const char *note = fairlead_xml_node_get (node, "NOTE");

	(void) text;
	if (*birth == '\0') {
		fairlead_list_add_dates (self, rule->what, note);
		return;
	}
	fairlead_list_add_dates (self, rule->what, birth);
	if (*note != '\0' && g_ascii_strncasecmp (note, "approximately", 13) != 0) {
		g_autofree char *label = g_strconcat ("Born ", birth, NULL);

		fairlead_list_add_note (self, label, note);
	}
}

static const char *const place_parts[] = { "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE",
	                                   "COUNTRY" };

static void
read_birth_place (FairleadList *self, const FairleadListRule *rule, const char *text,
                  const FairleadXmlNode *node)
{
	g_autoptr (GString) place = g_string_new (NULL);

	(void) text;
	for (guint i = 0; i < G_N_ELEMENTS (place_parts); i++)
		fairlead_list_append (place, ", ", fairlead_xml_node_get (node, place_parts[i]));
	fairlead_list_add_attribute (self, rule->what, place->str);
	fairlead_list_add_note (self, "Place of birth", fairlead_xml_node_get (node, "NOTE"));
}

/* ---- addresses and documents ---- */

static void
read_address (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	g_autoptr (GString) locality = g_string_new (NULL);
	g_autoptr (GString) whole = g_string_new (NULL);

	(void) rule;
	(void) text;
	for (guint i = 1; i < 4; i++)
		fairlead_list_append (locality, ", ", fairlead_xml_node_get (node, place_parts[i]));
	fairlead_list_add_address (self, fairlead_xml_node_get (node, "STREET"), locality->str,
	                           fairlead_xml_node_get (node, "COUNTRY"));
	if (*fairlead_xml_node_get (node, "NOTE") == '\0')
		return;
	for (guint i = 0; i < G_N_ELEMENTS (place_parts); i++)
		fairlead_list_append (whole, ", ", fairlead_xml_node_get (node, place_parts[i]));
	g_string_prepend (whole, whole->len > 0 ? "Address " : "Address");
	fairlead_list_add_note (self, whole->str, fairlead_xml_node_get (node, "NOTE"));
}

/* The list has two types alone, in the language of whoever submitted the name; the second type
 * tells identity cards from other papers of the state */
static FairleadIdScheme
document_scheme (const FairleadXmlNode *node)
{
	static const char *const passports[] = { "pas", NULL };
	static const char *const other_papers[] = { "ration",  "birth",   "driv",
		                                    "residen", "registr", NULL };

	const char *type = fairlead_xml_node_get (node, "TYPE_OF_DOCUMENT");
	const char *paper = fairlead_xml_node_get (node, "TYPE_OF_DOCUMENT2");

	if (fairlead_list_mentions (type, passports))
		return FAIRLEAD_ID_PASSPORT;
	if (fairlead_list_mentions (paper, other_papers))
		return FAIRLEAD_ID_OTHER;
	return FAIRLEAD_ID_NATIONAL;
}

static void
read_document (FairleadList *self, const FairleadListRule *rule, const char *text,
               const FairleadXmlNode *node)
{
	static const char *const more_parts[] = { "TYPE_OF_DOCUMENT2", "DATE_OF_ISSUE",
		                                  "CITY_OF_ISSUE", "NOTE" };
	static const char *const titles[] = { "", "issued on ", "issued in ", "" };
	const char *number = fairlead_xml_node_get (node, "NUMBER");
	const char *issuer = fairlead_xml_node_get (node, "ISSUING_COUNTRY");
	g_autoptr (GString) more = g_string_new (NULL);
	g_autofree char *label = g_strjoin (" ", fairlead_xml_node_get (node, "TYPE_OF_DOCUMENT"),
	                                    *number == '\0' ? NULL : number, NULL);

	(void) rule;
	(void) text;
	if (*issuer == '\0')
		issuer = fairlead_xml_node_get (node, "COUNTRY_OF_ISSUE");
	fairlead_list_add_document (self, document_scheme (node), number, issuer);
	for (guint i = 0; i < G_N_ELEMENTS (more_parts); i++) {
		const char *part = fairlead_xml_node_get (node, more_parts[i]);
		g_autofree char *titled = g_strconcat (titles[i], part, NULL);

		if (*part != '\0')
			fairlead_list_append (more, ", ", titled);
	}
	fairlead_list_add_note (self, label, more->str);
}

/* ---- records ---- */

static const FairleadListRule rules[] = {
	{ "DATAID", NULL, 0, NULL },
	{ "VERSIONNUM", NULL, 0, NULL },
	{ "FIRST_NAME", NULL, 0, NULL },
	{ "SECOND_NAME", NULL, 0, NULL },
	{ "THIRD_NAME", NULL, 0, NULL },
	{ "FOURTH_NAME", NULL, 0, NULL },
	{ "UN_LIST_TYPE", NULL, 0, NULL },
	{ "REFERENCE_NUMBER", NULL, 0, NULL },
	{ "LISTED_ON", NULL, 0, NULL },
	{ "DELISTED_ON", NULL, 0, NULL },
	{ "LIST_TYPE", NULL, 0, NULL },
	{ "LAST_DAY_UPDATED", NULL, 0, NULL },
	{ "SORT_KEY", NULL, 0, NULL },
	{ "SORT_KEY_LAST_MOD", NULL, 0, NULL },
	{ "NAME_ORIGINAL_SCRIPT", read_original_script, 0, NULL },
	{ "COMMENTS1", fairlead_list_read_note, 0, NULL },
	{ "TITLE", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "DESIGNATION", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "NATIONALITY", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "NATIONALITY2", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_NATIONALITY, NULL },
	{ "GENDER", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_GENDER, NULL },
	{ "SUBMITTED_BY", fairlead_list_read_note, 0, "Submitted by" },
	{ "SUBMITTED_ON", fairlead_list_read_note, 0, "Submitted on" },
	{ "INDIVIDUAL_ALIAS", read_alias, 0, NULL },
	{ "ENTITY_ALIAS", read_alias, 0, NULL },
	{ "INDIVIDUAL_ADDRESS", read_address, 0, NULL },
	{ "ENTITY_ADDRESS", read_address, 0, NULL },
	{ "INDIVIDUAL_DATE_OF_BIRTH", read_birth, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, NULL },
	{ "INDIVIDUAL_PLACE_OF_BIRTH", read_birth_place, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, NULL },
	{ "INDIVIDUAL_DOCUMENT", read_document, 0, NULL },
};

static void
read_party (FairleadList *self, const FairleadXmlNode *record)
{
	gboolean is_person = strcmp (record->name, "INDIVIDUAL") == 0;
	const char *reference = fairlead_xml_node_get (record, "REFERENCE_NUMBER");
	const FairleadXmlNode *delisted = fairlead_xml_node_find (record, "DELISTED_ON");
	g_autofree char *name = dup_name (record);

	if (*reference == '\0')
		reference = fairlead_xml_node_get (record, "DATAID");
	if (!fairlead_list_begin (self, reference,
	                          is_person ? FAIRLEAD_KIND_PERSON : FAIRLEAD_KIND_COMPANY))
		return;
	fairlead_list_add_name (self, name, FAIRLEAD_NAME_PRIMARY, FALSE);
	fairlead_list_designate (self, fairlead_xml_node_get (record, "UN_LIST_TYPE"), "",
	                         fairlead_xml_node_get (record, "LISTED_ON"),
	                         delisted == NULL ? NULL : delisted->text);
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
}

static const char *const words[] = { NULL };
static const char *const record_names[] = { "INDIVIDUAL", "ENTITY", NULL };
static const char *const containers[] = { "INDIVIDUALS", "ENTITIES", NULL };
static const FairleadListXml xml = {
	.scheme = "un",
	.title = "UN",
	.root = "CONSOLIDATED_LIST",
	.words = words,
	.records = record_names,
	.containers = containers,
	.date = "dateGenerated",
	.read = read_party,
};

const FairleadFormat fairlead_format_un_xml = {
	.name = "un-xml",
	.title = "UN Security Council consolidated list, XML",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};
