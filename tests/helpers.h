/* tests/helpers.h: what the tests share */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* A path below fixtures/, freed by the caller */
char *test_fixture (const char *relative);
/* A path below the folder of published files beside the checkout, or NULL with the test skipped
 * where that folder is not there */
char *test_published (const char *relative);
/* Asserts that @error is set, of the domain and code, and that its message holds @words */
void test_assert_error (GError *error, GQuark domain, gint code, const char *words);

G_END_DECLS
