/* ingest/format/ofac-advanced/advanced.c: OFAC Advanced Sanctions Data, XML
 *
 * Entities are keyed by the profile's id, which is the ent_num of OFAC's CSV, so that both files
 * speak of the same entities. The element that a fact stands in gives its line.
 *
 * Not read, for it repeats what stands elsewhere or says nothing in the published files:
 * references of features to identities and documents, the reliability of features, the script of
 * names (their text shows it), the country of a name, durations, and links between entries. */
#include "ingest/format/ofac-advanced/advanced.h"

#include <string.h>

static const AdvancedModule *const modules[] = {
	&fairlead_advanced_values,    &fairlead_advanced_dates,   &fairlead_advanced_places,
	&fairlead_advanced_documents, &fairlead_advanced_parties, &fairlead_advanced_features,
	&fairlead_advanced_relations, &fairlead_advanced_entries,
};

static const AdvancedStep file_step = { ADVANCED_AT_FILE, NULL, ADVANCED_AT_FILE, NULL, NULL };
static const AdvancedStep root_step = { ADVANCED_AT_FILE, "Sanctions", ADVANCED_AT_ROOT, NULL,
	                                NULL };
static const AdvancedStep passed_step = { ADVANCED_AT_FILE, NULL, ADVANCED_AT_PASSED, NULL, NULL };

/* ---- what the parts share ---- */

FairleadSource
fairlead_advanced_source (Advanced *self, guint64 line)
{
	return (FairleadSource){ self->reading->file, (guint32) MIN (line, G_MAXUINT32) };
}

guint32
fairlead_advanced_id (const FairleadXmlElement *element, const char *attribute)
{
	const char *text = fairlead_xml_element_get_attribute (element, attribute);
	guint64 id;

	if (text == NULL
	    || !g_ascii_string_to_unsigned (text, 10, 0, ADVANCED_NO_ID - 1, &id, NULL))
		return ADVANCED_NO_ID;
	return (guint32) id;
}

const char *
fairlead_advanced_need (Advanced *self, const FairleadXmlElement *element, const char *attribute)
{
	const char *text = fairlead_xml_element_get_attribute (element, attribute);

	if (text != NULL && *text != '\0')
		return text;
	fairlead_records_add_issue (
		self->reading->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		fairlead_advanced_source (self, fairlead_xml_element_get_line (element)),
		"<%s> without %s", fairlead_xml_element_get_name (element), attribute);
	self->path[self->depth] = &passed_step;
	return NULL;
}

gboolean
fairlead_advanced_flag (const FairleadXmlElement *element, const char *attribute)
{
	const char *text = fairlead_xml_element_get_attribute (element, attribute);

	return text != NULL && (g_str_equal (text, "true") || g_str_equal (text, "1"));
}

void
fairlead_advanced_issue_once (Advanced *self, FairleadIssueTag tag, guint64 line,
                              const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	if (!g_hash_table_contains (self->reported, text))
		fairlead_records_add_issue (self->reading->records, tag,
		                            fairlead_advanced_source (self, line), "%s", text);
	g_hash_table_add (self->reported, text);
}

/* Published titles may end in a colon or a dash of their own */
char *
fairlead_advanced_titled (const char *title, const char *text)
{
	if (title == NULL)
		return g_strdup (text);
	if (g_str_has_suffix (title, ":") || g_str_has_suffix (title, "-"))
		return g_strconcat (title, " ", text, NULL);
	return g_strconcat (title, ": ", text, NULL);
}

void
fairlead_advanced_append (GString *list, const char *separator, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	if (list->len > 0)
		g_string_append (list, separator);
	g_string_append (list, text);
}

/* ---- walking the tree ---- */

static gint
compare_steps (gconstpointer a, gconstpointer b)
{
	return (gint) ((const AdvancedStep *) a)->parent
	       - (gint) ((const AdvancedStep *) b)->parent;
}

/* Sorts the steps of all parts by parent, and notes where those of each parent begin */
static void
gather_steps (Advanced *self)
{
	guint next = 0;

	self->steps = g_array_new (FALSE, FALSE, sizeof (AdvancedStep));
	for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
		g_array_append_vals (self->steps, modules[i]->steps, modules[i]->n_steps);
	g_array_sort (self->steps, compare_steps);
	for (guint node = 0; node <= ADVANCED_N_NODES; node++) {
		while (next < self->steps->len
		       && g_array_index (self->steps, AdvancedStep, next).parent < node)
			next++;
		self->first_step[node] = next;
	}
}

static const AdvancedStep *
find_step (Advanced *self, AdvancedNode parent, const char *name)
{
	for (guint i = self->first_step[parent]; i < self->first_step[parent + 1]; i++) {
		const AdvancedStep *step = &g_array_index (self->steps, AdvancedStep, i);

		if (step->name[0] == '*' || strcmp (step->name, name) == 0)
			return step;
	}
	return NULL;
}

static const AdvancedStep *
step_into (Advanced *self, const FairleadXmlElement *element)
{
	const AdvancedStep *parent = self->path[self->depth];
	const char *name = fairlead_xml_element_get_name (element);
	const AdvancedStep *step;

	if (parent->node == ADVANCED_AT_PASSED)
		return &passed_step;
	step = find_step (self, parent->node, name);
	if (step != NULL)
		return step;
	fairlead_advanced_issue_once (self, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                              fairlead_xml_element_get_line (element),
	                              "element <%s> in <%s> was not read", name, parent->name);
	return &passed_step;
}

/* A delta file says what to change in a whole one: read as a whole file it would list what was
 * struck off */
static gboolean
check_root (Advanced *self, const FairleadXmlElement *element, GError **error)
{
	const char *name = fairlead_xml_element_get_name (element);
	const char *base = fairlead_xml_element_get_attribute (element, "DeltaBaseVersion");
	guint64 line = fairlead_xml_element_get_line (element);

	if (!g_str_equal (name, root_step.name))
		return fairlead_set_error_at (
			error, self->reading->path, line, FAIRLEAD_ERROR_SYNTAX,
			"document element <%s> (expected <%s>)", name, root_step.name);
	if (base != NULL)
		return fairlead_set_error_at (error, self->reading->path, line,
		                              FAIRLEAD_ERROR_INVALID_VALUE,
		                              "the file holds only the changes since version %s"
		                              " (expected a whole file)",
		                              base);
	return TRUE;
}

static gboolean
on_start (const FairleadXmlElement *element, gpointer user_data, GError **error)
{
	Advanced *self = user_data;
	const AdvancedStep *step;

	if (self->depth == 0 && !check_root (self, element, error))
		return FALSE;
	step = self->depth == 0 ? &root_step : step_into (self, element);
	self->path[++self->depth] = step;
	if (step->start != NULL)
		step->start (self, element);
	return TRUE;
}

static gboolean
on_end (const char *name, const char *text, guint64 line, gpointer user_data, GError **error)
{
	Advanced *self = user_data;
	const AdvancedStep *step = self->path[self->depth];

	(void) name;
	(void) error;
	/* Before the end handler, which sees the path of the element's parent */
	self->depth--;
	if (step->end != NULL)
		step->end (self, text, line);
	return TRUE;
}

/* ---- the format ---- */

static void
advanced_init (Advanced *self, FairleadReading *reading)
{
	self->reading = reading;
	self->texts = g_string_chunk_new (64 << 10);
	self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	self->path[0] = &file_step;
	gather_steps (self);
	for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
		if (modules[i]->init != NULL)
			modules[i]->init (self);
}

static void
advanced_clear (Advanced *self)
{
	for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
		if (modules[i]->clear != NULL)
			modules[i]->clear (self);
	g_array_unref (self->steps);
	g_hash_table_unref (self->reported);
	g_string_chunk_free (self->texts);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Advanced, advanced_clear)

static gboolean
read_advanced (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	static const FairleadXmlHandler handler = { on_start, on_end };
	g_auto (Advanced) self = { 0 };

	(void) format;
	advanced_init (&self, reading);
	if (!fairlead_xml_read (reading->input, &handler, &self, error))
		return FALSE;
	fairlead_advanced_report_documents (&self);
	return TRUE;
}

static guint
sniff_advanced (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	if (!sample->is_xml || g_strcmp0 (sample->root, root_step.name) != 0)
		return 0;
	return g_strstr_len (sample->head, (gssize) sample->head_size, "ReferenceValueSets") != NULL
	               ? 100
	               : 60;
}

const FairleadFormat fairlead_format_ofac_advanced = {
	.name = "ofac-advanced-xml",
	.title = "OFAC Advanced Sanctions Data (XML)",
	.sniff = sniff_advanced,
	.read = read_advanced,
};
