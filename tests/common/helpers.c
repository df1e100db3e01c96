/* tests/common/helpers.c */
#include "tests/common/helpers.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/loader.h"

/* Before main(), so that each program runs in the locale of its surroundings. A set-up that asks
 * for one that is not installed would test nothing, and look well. */
__attribute__ ((constructor)) static void
enter_locale (void)
{
	const char *wanted = g_getenv ("FAIRLEAD_TEST_LOCALE");
	const char *entered = setlocale (LC_ALL, "");

	if (wanted == NULL || (entered != NULL && strcmp (entered, wanted) == 0))
		return;
	printf ("Bail out! the locale %s is not installed\n", wanted);
	exit (1);
}

static const char *
source_dir (void)
{
	const char *dir = g_getenv ("FAIRLEAD_SOURCE_DIR");

	return dir != NULL ? dir : ".";
}

char *
test_fixture (const char *relative)
{
	return g_build_filename (source_dir (), "fixtures", relative, NULL);
}

/* As valgrind does, thirty times slower than the processor; the sanitizers see all rounds */
static gboolean
is_watched (void)
{
	return g_getenv ("FAIRLEAD_TEST_WATCHED") != NULL;
}

gboolean
test_skips_bulk (void)
{
	if (is_watched ())
		g_test_skip ("so much is not done where every instruction is watched");
	return is_watched ();
}

guint
test_rounds (guint n)
{
	return is_watched () ? (n + 9) / 10 : n;
}

char *
test_published (const char *relative)
{
	g_autofree char *path =
		g_build_filename (source_dir (), "..", "shared", "data", relative, NULL);

	if (is_watched ()) {
		g_test_skip ("published files are not read where every instruction is watched");
		return NULL;
	}
	if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
		g_test_skip ("the published files are not beside this checkout");
		return NULL;
	}
	return g_steal_pointer (&path);
}

void
test_assert_error (GError *error, GQuark domain, gint code, const char *words)
{
	g_assert_error (error, domain, code);
	if (strstr (error->message, words) == NULL)
		g_error ("\"%s\" does not say \"%s\"", error->message, words);
}

xmlNode *
test_xml_next (xmlNode *node, const char *name)
{
	while (node != NULL && !xmlStrEqual (node->name, (const xmlChar *) name))
		node = node->next;
	return node;
}

xmlNode *
test_xml_child (xmlNode *parent, const char *name)
{
	return parent == NULL ? NULL : test_xml_next (parent->children, name);
}

/* A text in the dictionary of the tree, which goes with it */
static const char *
keep_text (xmlNode *node, const char *text)
{
	return (const char *) xmlDictLookup (node->doc->dict, (const xmlChar *) text, -1);
}

const char *
test_xml_attribute (xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
	const char *text = value == NULL ? NULL : keep_text (node, (const char *) value);

	xmlFree (value);
	return text;
}

const char *
test_xml_text (xmlNode *node)
{
	xmlChar *value = node == NULL ? NULL : xmlNodeGetContent (node);
	g_autofree char *text = g_strdup (value == NULL ? "" : (const char *) value);

	xmlFree (value);
	return node == NULL ? "" : keep_text (node, g_strstrip (text));
}

/* ---- records ---- */

static void append_fact (GString *text, FairleadRecords *records, FairleadSource source,
                         const char *format, ...) G_GNUC_PRINTF (4, 5);

static void
append_fact (GString *text, FairleadRecords *records, FairleadSource source, const char *format,
             ...)
{
	g_autofree char *whole = fairlead_records_dup_source_text (records, source);
	g_autofree char *place = g_path_get_basename (whole);
	va_list arguments;

	va_start (arguments, format);
	g_string_append_vprintf (text, format, arguments);
	va_end (arguments);
	g_string_append_printf (text, " @ %s\n", place);
}

static void
append_names (GString *text, FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (records, &n);

	for (guint i = 0; i < n; i++)
		if (rows[i].entity == entity)
			append_fact (text, records, rows[i].source, "%s%s %s",
			             rows[i].weak ? "weak " : "",
			             fairlead_name_type_name (rows[i].type),
			             fairlead_records_get_text (records, rows[i].text));
}

static void
append_identifiers (GString *text, FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < n; i++)
		if (rows[i].entity == entity)
			append_fact (text, records, rows[i].source, "%s%s %s [%s]",
			             rows[i].valid ? "" : "invalid ",
			             fairlead_id_scheme_info (rows[i].scheme)->name,
			             fairlead_records_get_text (records, rows[i].number),
			             fairlead_records_get_text (records, rows[i].issuer));
}

static void
append_attributes (GString *text, FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < n; i++)
		if (rows[i].entity == entity)
			append_fact (text, records, rows[i].source, "%s %s",
			             fairlead_attribute_info (rows[i].attribute)->name,
			             fairlead_records_get_text (records, rows[i].text));
}

static void
append_links (GString *text, FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	guint n_entities;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);
	const FairleadEntityRow *entities = fairlead_records_get_entities (records, &n_entities);

	for (guint i = 0; i < n; i++) {
		const FairleadLinkInfo *info = fairlead_link_info (rows[i].kind);
		gboolean is_from = rows[i].from == entity;

		if (is_from || rows[i].to == entity)
			append_fact (text, records, rows[i].source, "%s %s",
			             is_from ? info->name : info->inverse,
			             fairlead_records_get_text (
					     records,
					     entities[is_from ? rows[i].to : rows[i].from].key));
	}
}

static void
append_designations (GString *text, FairleadRecords *records, FairleadEntity entity)
{
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < n; i++)
		if (rows[i].entity == entity)
			append_fact (text, records, rows[i].source, "listed %s %s",
			             fairlead_records_get_text (records, rows[i].list),
			             fairlead_records_get_text (records, rows[i].programme));
}

char *
test_describe_entity (FairleadRecords *records, const char *key)
{
	GString *text = g_string_new (NULL);
	FairleadEntity entity = fairlead_records_find (records, key);
	const FairleadEntityRow *row;
	guint n;

	if (entity == FAIRLEAD_NO_ENTITY) {
		g_string_append (text, "no such entity");
		return g_string_free (text, FALSE);
	}
	row = &fairlead_records_get_entities (records, &n)[entity];
	append_fact (text, records, row->source, "%s%s%s", fairlead_kind_name (row->kind),
	             row->flags & FAIRLEAD_ENTITY_STUB ? " stub" : "",
	             row->flags & FAIRLEAD_ENTITY_NAMED ? " named" : "");
	append_names (text, records, entity);
	append_identifiers (text, records, entity);
	append_attributes (text, records, entity);
	append_links (text, records, entity);
	append_designations (text, records, entity);
	return g_string_free (text, FALSE);
}

void
test_assert_entity (FairleadRecords *records, const char *key, const char *expected)
{
	g_autofree char *description = test_describe_entity (records, key);

	g_assert_cmpstr (description, ==, expected);
}

char *
test_describe_listing (FairleadRecords *records, const char *key)
{
	GString *text = g_string_new (NULL);
	FairleadEntity entity = fairlead_records_find (records, key);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *start = fairlead_date_dup_text (
			fairlead_records_get_period (records, rows[i].period)->start);
		g_autofree char *end = fairlead_date_dup_text (
			fairlead_records_get_period (records, rows[i].period)->end);

		if (rows[i].entity != entity)
			continue;
		g_string_append_printf (text, "%s; %s; %s; %s; %s%s\n",
		                        fairlead_records_get_text (records, rows[i].list),
		                        fairlead_records_get_text (records, rows[i].programme),
		                        fairlead_records_get_text (records, rows[i].basis),
		                        start != NULL ? start : "-", end != NULL ? end : "-",
		                        fairlead_period_is_over (fairlead_records_get_period (
						records, rows[i].period))
		                                ? " ended"
		                                : "");
	}
	return g_string_free (text, FALSE);
}

FairleadRecords *
test_load (const char *path, const char *format)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	const char *paths[] = { path, NULL };
	FairleadRecords *records = fairlead_loader_load (loader, paths, NULL, &error);
	guint n_files;

	g_assert_no_error (error);
	g_assert_cmpstr (fairlead_records_get_text (
				 records, fairlead_records_get_files (records, &n_files)->format),
	                 ==, format);
	return records;
}

guint
test_count_entities (FairleadRecords *records, FairleadKind kind)
{
	guint n;
	guint n_of_kind = 0;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_kind += rows[i].kind == kind && !(rows[i].flags & FAIRLEAD_ENTITY_STUB);
	return n_of_kind;
}

guint
test_count_issues (FairleadRecords *records, FairleadIssueTag tag)
{
	guint n;
	guint n_of_tag = 0;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++)
		n_of_tag += rows[i].tag == tag;
	return n_of_tag;
}

/* ---- reading ---- */

FairleadRecords *
test_read_bytes (const FairleadFormat *format, const char *path, const char *bytes, gsize size,
                 GError **error)
{
	g_autoptr (FairleadInput) input = fairlead_input_new_for_bytes (path, bytes, size);
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_auto (FairleadSample) sample = { 0 };
	FairleadReading reading = {
		.input = input, .sample = &sample, .records = records, .path = path
	};
	const char *head;
	gsize head_size;
	gboolean is_read;

	head = fairlead_input_peek (input, &head_size, error);
	if (head == NULL)
		return NULL;
	fairlead_sample_init (&sample, head, head_size);
	reading.file = fairlead_records_add_file (records, path);
	reading.state = format->begin != NULL ? format->begin (format) : NULL;
	is_read = format->read (format, &reading, error)
	          && (format->finish == NULL
	              || format->finish (format, reading.state, records, error));
	if (format->end != NULL)
		format->end (reading.state);
	return is_read ? g_steal_pointer (&records) : NULL;
}

FairleadRecords *
test_load_fixture (const char *folder, const char *const *names)
{
	g_autofree char *base = test_fixture (folder);
	g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (GError) error = NULL;
	FairleadRecords *records;

	for (; *names != NULL; names++)
		g_ptr_array_add (paths, g_build_filename (base, *names, NULL));
	g_ptr_array_add (paths, NULL);
	records = fairlead_loader_load (loader, (const char *const *) paths->pdata, NULL, &error);
	g_assert_no_error (error);
	return records;
}

void
test_assert_golden (const char *expected, const char *text)
{
	g_autofree char *path = test_fixture (expected);
	g_autofree char *contents = NULL;
	g_autoptr (GError) error = NULL;

	if (g_strcmp0 (g_getenv ("FAIRLEAD_UPDATE_GOLDEN"), "1") == 0) {
		g_file_set_contents (path, text, -1, &error);
		g_assert_no_error (error);
		return;
	}
	g_file_get_contents (path, &contents, NULL, &error);
	g_assert_no_error (error);
	if (strcmp (contents, text) != 0)
		g_test_fail_printf ("%s is not what was read:\n%s", expected, text);
}
