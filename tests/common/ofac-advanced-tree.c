/* tests/common/ofac-advanced-tree.c */
#include "tests/common/ofac-advanced-tree.h"

#include "ingest/format/ofac-advanced/advanced.h"
#include "tests/common/helpers.h"

#include <libxml/parser.h>

/* ---- the tree ---- */

const char *
test_advanced_value (TestAdvanced *both, const char *set, const char *id)
{
	g_autofree char *key = g_strconcat (set, "/", id != NULL ? id : "", NULL);

	return g_hash_table_lookup (both->values, key);
}

/* What the node's attribute `SetID` stands for */
const char *
test_advanced_type (TestAdvanced *both, xmlNode *node, const char *set)
{
	g_autofree char *name = g_strconcat (set, "ID", NULL);

	return test_advanced_value (both, set, test_xml_attribute (node, name));
}

static guint
number_in (xmlNode *node, const char *name)
{
	return (guint) g_ascii_strtoull (test_xml_text (test_xml_child (node, name)), NULL, 10);
}

/* Days since 1970 of a Date, From or To element, by the calendar of GLib */
gint32
test_advanced_days (xmlNode *point)
{
	g_autoptr (GDate) date = g_date_new_dmy ((GDateDay) number_in (point, "Day"),
	                                         (GDateMonth) number_in (point, "Month"),
	                                         (GDateYear) number_in (point, "Year"));

	return (gint32) g_date_get_julian (date) - 719163;
}

static void
take_text (TestAdvanced *both, const char *set, xmlNode *value, const char *text)
{
	g_hash_table_insert (both->values,
	                     g_strconcat (set, "/", test_xml_attribute (value, "ID"), NULL),
	                     (gpointer) text);
}

static void
take_values (TestAdvanced *both)
{
	xmlNode *sets = test_xml_child (both->root, "ReferenceValueSets");

	for (xmlNode *set = sets->children; set != NULL; set = set->next) {
		for (xmlNode *value = set->children; value != NULL; value = value->next) {
			if (value->type != XML_ELEMENT_NODE)
				continue;
			take_text (both, (const char *) value->name, value, test_xml_text (value));
			if (xmlStrEqual (value->name, (const xmlChar *) "PartySubType"))
				take_text (both, "PartyOf", value,
				           test_xml_attribute (value, "PartyTypeID"));
		}
	}
}

static void
take_elements (TestAdvanced *both)
{
	TEST_FOR_EACH_CHILD (party, test_xml_child (both->root, "DistinctParties"), "DistinctParty")
	TEST_FOR_EACH_CHILD (profile, party, "Profile")
	TEST_FOR_EACH_CHILD (identity, profile, "Identity")
	g_hash_table_insert (both->identities, (gpointer) test_xml_attribute (identity, "ID"),
	                     profile);
	TEST_FOR_EACH_CHILD (place, test_xml_child (both->root, "Locations"), "Location")
	g_hash_table_insert (both->places, (gpointer) test_xml_attribute (place, "ID"), place);
}

/* ---- reading both ways ---- */

void
test_advanced_clear (TestAdvanced *both)
{
	g_clear_pointer (&both->values, g_hash_table_unref);
	g_clear_pointer (&both->identities, g_hash_table_unref);
	g_clear_pointer (&both->places, g_hash_table_unref);
	g_clear_object (&both->records);
	g_clear_pointer (&both->tree, xmlFreeDoc);
}

static void
read_records (TestAdvanced *both, const char *path)
{
	const FairleadFormat *format = &fairlead_format_ofac_advanced;
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadInput) input = fairlead_input_open (path, &error);
	FairleadReading reading = { .input = input, .path = path };

	g_assert_no_error (error);
	both->records = fairlead_records_new ();
	reading.records = both->records;
	reading.file = fairlead_records_add_file (both->records, path);
	format->read (format, &reading, &error);
	g_assert_no_error (error);
	g_assert_cmpuint (reading.n_records, ==, 375 + 276 + 759);
}

gboolean
test_advanced_read (TestAdvanced *both)
{
	g_autofree char *path = test_published ("ofac-advanced-xml-2020/cons_advanced.xml");

	if (path == NULL)
		return FALSE;
	both->tree = xmlReadFile (path, NULL, XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	g_assert_nonnull (both->tree);
	both->root = xmlDocGetRootElement (both->tree);
	both->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	both->identities = g_hash_table_new (g_str_hash, g_str_equal);
	both->places = g_hash_table_new (g_str_hash, g_str_equal);
	take_values (both);
	take_elements (both);
	read_records (both, path);
	return TRUE;
}
