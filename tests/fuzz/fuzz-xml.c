/* tests/fuzz/fuzz-xml.c: the reader of XML, event by event and record by record */
#include "tests/fuzz/fuzz.h"

#include "ingest/syntax/xml-records.h"

static gboolean
is_xml (const FairleadSample *sample, gconstpointer user_data)
{
	(void) user_data;
	return sample->is_xml;
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_fixtures (seeds, is_xml, NULL);
}

/* What was read, as text, and where lines must lie */
typedef struct {
	GString *text;
	guint64 n_lines;
	guint depth;
	char *root;
} Outcome;

static void
append (Outcome *self, const char *what, const char *text, guint64 line)
{
	g_assert_true (g_utf8_validate (text, -1, NULL));
	g_assert_cmpuint (line, >=, 1);
	g_assert_cmpuint (line, <=, self->n_lines);
	g_string_append_printf (self->text, "%s%s@%" G_GUINT64_FORMAT "\n", what, text, line);
}

/* ---- events ---- */

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Outcome *self = user_data;
	const char *name = fairlead_xml_element_get_name (element);
	guint64 line = fairlead_xml_element_get_line (element);

	(void) error;
	g_assert_cmpuint (self->depth++, <, FAIRLEAD_XML_MAX_DEPTH);
	if (self->root == NULL)
		self->root = g_strdup (name);
	append (self, "<", name, line);
	for (guint i = 0; i < fairlead_xml_element_get_n_attributes (element); i++) {
		const char *value = NULL;

		append (self, " ", fairlead_xml_element_get_nth (element, i, &value), line);
		append (self, "=", value, line);
	}
	return TRUE;
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Outcome *self = user_data;

	(void) error;
	g_assert_cmpuint (self->depth--, >, 0);
	append (self, "", text, line);
	append (self, ">", name, line);
	return TRUE;
}

static gboolean
read_events (FairleadInput *input, Outcome *outcome, GError **error)
{
	static const FairleadXmlHandler handler = { on_start, on_end };
	gsize size;
	const char *head = fairlead_input_peek (input, &size, error);
	g_autofree char *root = NULL;
	g_autofree char *root_namespace = NULL;

	if (head == NULL)
		return FALSE;

	gboolean is_sniffed = fairlead_xml_sniff_root (head, size, &root, &root_namespace);

	if (!fairlead_xml_read (input, &handler, outcome, error))
		return FALSE;
	g_assert_cmpuint (outcome->depth, ==, 0);
	/* what is read must be sniffed, or the loader would not come to read it */
	if (size < FAIRLEAD_INPUT_HEAD) {
		g_assert_true (is_sniffed);
		g_assert_cmpstr (root, ==, outcome->root);
	}
	return TRUE;
}

/* ---- records ---- */

static void
describe_node (Outcome *self, const FairleadXmlNode *node)
{
	append (self, "<", node->name, node->line);
	append (self, "", node->text, node->line);
	for (const FairleadXmlNode *each = node->attributes; each != NULL; each = each->next)
		append (self, " ", each->text, node->line);
	for (const FairleadXmlNode *each = node->first_child; each != NULL; each = each->next) {
		g_assert_true (each->parent == node);
		describe_node (self, each);
	}
}

static gboolean
on_record (const FairleadXmlNode *record, gpointer user_data, GError **error)
{
	(void) error;
	describe_node (user_data, record);
	return TRUE;
}

static void
on_unknown (const FairleadXmlElement *element, gpointer user_data)
{
	append (user_data, "?", fairlead_xml_element_get_name (element),
	        fairlead_xml_element_get_line (element));
}

/* Names of the fixtures' records and of what stands around them */
static gboolean
read_records (FairleadInput *input, Outcome *outcome, GError **error)
{
	static const char *const records[] = { "INDIVIDUAL",     "ENTITY",        "sdnEntry",
		                               "Designation",    "record",        "target",
		                               "sanctionEntity", "DistinctParty", NULL };
	static const char *const containers[] = { "INDIVIDUALS", "ENTITIES", "DistinctParties", "a",
		                                  NULL };
	static const FairleadXmlRecordHandler handler = {
		.records = records,
		.containers = containers,
		.record = on_record,
		.unknown = on_unknown,
	};

	return fairlead_xml_read_records (input, &handler, outcome, error);
}

/* ---- both ---- */

static char *
dup_outcome (const char *data, gsize size, gsize portion, gboolean *is_read,
             gboolean (*read) (FairleadInput *, Outcome *, GError **))
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes ("input", data, size);
	g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
	g_autoptr (GError) error = NULL;
	Outcome outcome = { g_string_new (NULL), fuzz_count_lines (bytes) + 1, 0, NULL };

	fairlead_input_set_longest_read (input, portion);
	*is_read = read (input, &outcome, &error);
	g_free (outcome.root);
	if (*is_read)
		return g_string_free (outcome.text, FALSE);
	g_string_free (outcome.text, TRUE);
	return fuzz_dup_failure (error, bytes);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	gsize portion = fuzz_portion_of (data, size);
	gboolean is_read;
	g_autofree char *records = dup_outcome (data, size, 0, &is_read, read_records);
	g_autofree char *in_pieces = dup_outcome (data, size, portion, &is_read, read_records);
	g_autofree char *events = dup_outcome (data, size, 0, &is_read, read_events);
	g_autofree char *pieces = dup_outcome (data, size, portion, &is_read, read_events);

	(void) subject;
	g_assert_cmpstr (in_pieces, ==, records);
	g_assert_cmpstr (pieces, ==, events);
	return is_read;
}

const FuzzTarget fuzz_target = { "xml", "data.dict", NULL, add_seeds, run };
