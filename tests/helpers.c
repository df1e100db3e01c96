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
