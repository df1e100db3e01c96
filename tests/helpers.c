/* tests/helpers.c */
#include "tests/helpers.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

char *
test_published (const char *relative)
{
	g_autofree char *path = g_build_filename (source_dir (), "..", "shared", "data", relative,
	                                          NULL);

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
