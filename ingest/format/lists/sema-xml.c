/* ingest/format/lists/sema-xml.c: Canada's autonomous sanctions (SEMA and JVCFOA), XML
 *
 * Records have no ids: regulation, schedule, item and name together are the key. The country is
 * that of the regulation, in both languages, and says nothing of where the party is. */
#include "ingest/format/lists/list.h"
#include "ingest/format/lists/lists.h"

#include <string.h>

#include "ingest/grammar/name.h"

/* The text under the first of two names that has any: later files have elements for ships too */
static char *
dup_either (const FairleadXmlNode *record, const char *name, const char *later)
{
	const char *text = fairlead_xml_node_get (record, name);

	return fairlead_list_dup_clean (*text != '\0' ? text
	                                              : fairlead_xml_node_get (record, later));
}

/* `Syria / Syrie` in English */
static char *
dup_regulation (const FairleadXmlNode *record)
{
	static const char *const separators[] = { " / ", NULL };
	g_autofree char *country =
		fairlead_list_dup_clean (fairlead_xml_node_get (record, "Country"));
	g_auto (GStrv) languages = fairlead_list_split (country, separators);

	return g_strdup (languages[0] == NULL ? "" : languages[0]);
}

static char *
dup_name (const FairleadXmlNode *record)
{
	g_autofree char *entity = dup_either (record, "Entity", "EntityOrShip");
	g_autofree char *last = dup_either (record, "LastName", "");
	g_autofree char *given = dup_either (record, "GivenName", "");

	return *entity != '\0' ? g_steal_pointer (&entity) : fairlead_list_dup_person (last, given);
}

static gboolean
is_legal_form (const char *text)
{
	static const FairleadListWord forms[] = {
		{ "Ltd", 0 },  { "Ltd.", 0 },   { "Limited", 0 }, { "Inc", 0 },   { "Inc.", 0 },
		{ "LLC", 0 },  { "L.L.C.", 0 }, { "Co.", 0 },     { "Corp.", 0 }, { "S.A.", 0 },
		{ "GmbH", 0 }, { "PLC", 0 },    { "JSC", 0 },
	};

	return fairlead_list_find_word (forms, G_N_ELEMENTS (forms), text) != NULL;
}

/* `A, B Co., Ltd., C`: commas part aliases, unless a legal form follows */
static void
read_aliases (FairleadList *self, const FairleadListRule *rule, const char *text,
              const FairleadXmlNode *node)
{
	static const char *const separators[] = { ", ", ";", NULL };
	g_auto (GStrv) parts = fairlead_list_split (text, separators);
	g_autoptr (GString) alias = g_string_new (NULL);

	(void) node;
	for (guint i = 0; parts[i] != NULL; i++) {
		fairlead_list_append (alias, ", ", parts[i]);
		if (parts[i + 1] != NULL && is_legal_form (parts[i + 1]))
			continue;
		fairlead_list_add_name (self, alias->str, rule->what, FALSE);
		g_string_truncate (alias, 0);
	}
}

/* Of a ship it is the day on which it was built */
static void
read_date (FairleadList *self, const FairleadListRule *rule, const char *text,
           const FairleadXmlNode *node)
{
	gboolean is_ship = self->kind == FAIRLEAD_KIND_VESSEL;

	(void) rule;
	(void) node;
	fairlead_list_add_dates (
		self, is_ship ? FAIRLEAD_ATTRIBUTE_YEAR_BUILT : FAIRLEAD_ATTRIBUTE_BIRTH_DATE,
		text);
}

static const FairleadListRule rules[] = {
	{ "Country", NULL, 0, NULL },
	{ "Entity", NULL, 0, NULL },
	{ "EntityOrShip", NULL, 0, NULL },
	{ "LastName", NULL, 0, NULL },
	{ "GivenName", NULL, 0, NULL },
	{ "Schedule", NULL, 0, NULL },
	{ "Item", NULL, 0, NULL },
	{ "DateOfListing", NULL, 0, NULL },
	{ "Aliases", read_aliases, FAIRLEAD_NAME_ALIAS, NULL },
	{ "Title", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "TitleOrShip", fairlead_list_read_attribute, FAIRLEAD_ATTRIBUTE_TITLE, NULL },
	{ "DateOfBirth", read_date, 0, NULL },
	{ "DateOfBirthOrShipBuildDate", read_date, 0, NULL },
	{ "ShipIMONumber", fairlead_list_read_imo, 0, NULL },
};

static FairleadKind
find_kind (const FairleadXmlNode *record)
{
	if (*fairlead_xml_node_get (record, "ShipIMONumber") != '\0')
		return FAIRLEAD_KIND_VESSEL;
	return *fairlead_xml_node_get (record, "LastName") != '\0'
	                       || *fairlead_xml_node_get (record, "GivenName") != '\0'
	               ? FAIRLEAD_KIND_PERSON
	               : FAIRLEAD_KIND_COMPANY;
}

static void
read_party (FairleadList *self, const FairleadXmlNode *record)
{
	g_autofree char *regulation = dup_regulation (record);
	g_autofree char *name = dup_name (record);
	const char *schedule = fairlead_xml_node_get (record, "Schedule");
	const char *item = fairlead_xml_node_get (record, "Item");
	g_autofree char *key = g_strjoin ("/", regulation, schedule, item, name, NULL);
	g_autofree char *basis = fairlead_name_is_placeholder (schedule)
	                                 ? g_strdup_printf ("item %s", item)
	                                 : g_strdup_printf ("schedule %s, item %s", schedule, item);

	if (!fairlead_list_begin (self, *name == '\0' ? "" : key, find_kind (record)))
		return;
	fairlead_list_add_name (self, name, FAIRLEAD_NAME_PRIMARY, FALSE);
	fairlead_list_designate (self, regulation, basis,
	                         fairlead_xml_node_get (record, "DateOfListing"), NULL);
	fairlead_list_read_elements (self, record, rules, G_N_ELEMENTS (rules));
}

static const char *const words[] = { "<record", "<Country>", "<Item>", NULL };
static const char *const record_names[] = { "record", NULL };
static const char *const containers[] = { NULL };
static const FairleadListXml xml = {
	.scheme = "sema",
	.title = "SEMA",
	.root = "data-set",
	.words = words,
	.records = record_names,
	.containers = containers,
	.read = read_party,
};

const FairleadFormat fairlead_format_sema_xml = {
	.name = "sema-xml",
	.title = "Canada's autonomous sanctions list (SEMA), XML",
	.sniff = fairlead_list_sniff_xml,
	.read = fairlead_list_read_xml,
	.data = &xml,
};
