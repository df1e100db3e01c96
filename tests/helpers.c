/* tests/helpers.c */
#include "tests/helpers.h"

#include <string.h>

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
	g_autofree char *path = g_build_filename (source_dir (), "..", "shared", "data", relative, NULL);

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
