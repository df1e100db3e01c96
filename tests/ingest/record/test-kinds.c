/* tests/ingest/record/test-kinds.c: the tables are whole, and names lead back to their rows */
#include "ingest/record/kinds.h"
#include "tests/common/helpers.h"

static void
test_link_names (void)
{
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++) {
		const FairleadLinkInfo *info = fairlead_link_info (kind);
		FairleadLinkKind found;
		gboolean reversed;

		g_assert_true (fairlead_link_kind_from_name (info->name, &found, &reversed));
		g_assert_cmpuint (found, ==, kind);
		g_assert_false (reversed);
		g_assert_true (fairlead_link_kind_from_name (info->inverse, &found, &reversed));
		g_assert_cmpuint (found, ==, kind);
	}
}

static void
test_other_names (void)
{
	FairleadKind kind;
	FairleadAttribute attribute;

	for (guint i = 0; i < FAIRLEAD_N_KINDS; i++) {
		g_assert_true (fairlead_kind_from_name (fairlead_kind_name (i), &kind));
		g_assert_cmpuint (kind, ==, i);
	}
	for (guint i = 0; i < FAIRLEAD_N_ATTRIBUTES; i++) {
		g_assert_true (fairlead_attribute_from_name (fairlead_attribute_info (i)->name,
		                                             &attribute));
		g_assert_cmpuint (attribute, ==, i);
	}
	g_assert_false (fairlead_kind_from_name ("ship", &kind));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/kinds/link-names-lead-back", test_link_names);
	g_test_add_func ("/record/kinds/other-names-lead-back", test_other_names);
	return g_test_run ();
}
