/* tests/ingest/syntax/test-xml-records.c: one record at a time, each whole, none without bound */
#include "ingest/record/error.h"
#include "ingest/syntax/xml-records.h"
#include "tests/common/helpers.h"

static const char *const record_names[] = { "item", NULL };
static const char *const container_names[] = { "items", NULL };

static void
describe (GString *text, const FairleadXmlNode *node)
{
	g_string_append_printf (text, "%s@%" G_GUINT64_FORMAT "=%s", node->name, node->line,
	                        node->text);
	for (const FairleadXmlNode *at = node->attributes; at != NULL; at = at->next)
		g_string_append_printf (text, " %s=%s", at->name, at->text);
	g_string_append_c (text, '(');
	for (const FairleadXmlNode *child = node->first_child; child != NULL; child = child->next) {
		g_assert_true (child->parent == node);
		describe (text, child);
	}
	g_string_append_c (text, ')');
}

static gboolean
on_record (const FairleadXmlNode *record, gpointer user_data, GError **error)
{
	(void) error;
	describe (user_data, record);
	g_string_append_c (user_data, '\n');
	return TRUE;
}

static void
on_container (const FairleadXmlElement *element, gpointer user_data)
{
	g_string_append_printf (user_data, "enter %s\n", fairlead_xml_element_get_name (element));
}

static void
on_unknown (const FairleadXmlElement *element, gpointer user_data)
{
	g_string_append_printf (user_data, "pass %s\n", fairlead_xml_element_get_name (element));
}

static char *
read_text (const char *xml, gsize size, GError **error)
{
	static const FairleadXmlRecordHandler handler = { record_names, container_names, on_record,
		                                          on_container, on_unknown };
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("f", xml, size);
	g_autoptr (GString) text = g_string_new (NULL);

	if (!fairlead_xml_read_records (input, &handler, text, error))
		return NULL;
	return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_records (void)
{
	static const char xml[] = "<all><items>\n"
				  "<item id='1' x=''> a <b>t</b><b c='d'/> z </item>\n"
				  "<item><items><item>in</item></items></item></items>\n"
				  "<other><item>no</item></other><item/></all>";
	g_autoptr (GError) error = NULL;
	g_autofree char *text = read_text (xml, sizeof xml - 1, &error);

	g_assert_no_error (error);
	g_assert_cmpstr (text, ==,
	                 "enter all\nenter items\n"
	                 "item@2=a  z id=1 x=(b@2=t()b@2= c=d())\n"
	                 "item@3=(items@3=(item@3=in()))\n"
	                 "pass other\nitem@4=()\n");
}

/* A document element of the record's name is no record, for it would be the whole file */
static void
test_root (void)
{
	static const char xml[] = "<item><item>1</item></item>";
	g_autofree char *text = read_text (xml, sizeof xml - 1, NULL);

	g_assert_cmpstr (text, ==, "enter item\nitem@1=1()\n");
}

static void
test_bounds (void)
{
	g_autoptr (GString) xml = g_string_new ("<all>\n<item>");
	g_autoptr (GError) error = NULL;

	for (guint i = 0; i <= FAIRLEAD_XML_MAX_RECORD_NODES; i++)
		g_string_append (xml, "<b/>");
	g_string_append (xml, "</item></all>");
	g_assert_null (read_text (xml->str, xml->len, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_LIMIT, "f:2: the record <item>");
}

static void
test_truncated (void)
{
	static const char xml[] = "<all><item><b>t</b>";
	g_autoptr (GError) error = NULL;

	g_assert_null (read_text (xml, sizeof xml - 1, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_SYNTAX, "f:1");
}

static gboolean
refuse (const FairleadXmlNode *record, gpointer user_data, GError **error)
{
	(*(guint *) user_data)++;
	return fairlead_set_error_at (error, "f", record->line, FAIRLEAD_ERROR_INTERNAL, "enough");
}

static void
test_refusal (void)
{
	static const FairleadXmlRecordHandler handler = { record_names, container_names, refuse,
		                                          NULL, NULL };
	static const char xml[] = "<all><item/><unknown/><item/></all>";
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("f", xml, sizeof xml - 1);
	g_autoptr (GError) error = NULL;
	guint n = 0;

	g_assert_false (fairlead_xml_read_records (input, &handler, &n, &error));
	test_assert_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_INTERNAL, "enough");
	g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/xml-records/gives-each-record-whole", test_records);
	g_test_add_func ("/ingest/xml-records/takes-the-document-element-for-none", test_root);
	g_test_add_func ("/ingest/xml-records/bounds-a-record", test_bounds);
	g_test_add_func ("/ingest/xml-records/refuses-a-truncated-file", test_truncated);
	g_test_add_func ("/ingest/xml-records/ends-where-a-record-is-refused", test_refusal);
	return g_test_run ();
}
