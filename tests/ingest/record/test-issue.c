/* tests/ingest/record/test-issue.c: the table of issues, and the page of the manual that is made of
 * it */
#include "ingest/record/issue.h"

#include <string.h>

#include "tests/common/helpers.h"

static const char introduction[] =
	"# Issues\n"
	"\n"
	"A bad record in a good file is an issue: what could be read of it was read, "
	"and what was done\n"
	"about the rest stands here. `fairlead check` counts issues by their tag and "
	"shows examples with\n"
	"file and line, as a table, CSV or JSON; `--max-examples N` shows more of "
	"them. Tags never change.\n"
	"\n"
	"`--strict` ends any command with exit status 1 when there is a warning or a "
	"serious issue, and\n"
	"`--max-issues N` when there are more than N of them. Info counts for neither.\n"
	"\n"
	"This page is made of the table in `ingest/record/issue.h`. After a change of it,\n"
	"`FAIRLEAD_UPDATE_GOLDEN=1 meson test -C build issue` writes the page anew.\n";

static const struct {
	FairleadSeverity severity;
	const char *heading;
} sections[] = {
	{ FAIRLEAD_SEVERITY_SERIOUS,
	  "\n## Serious: the record contradicts itself, others, or the law of its identifiers\n" },
	{ FAIRLEAD_SEVERITY_WARNING,
	  "\n## Warning: something was left out, or read with a guess\n" },
	{ FAIRLEAD_SEVERITY_INFO, "\n## Info: worth knowing; nothing was lost\n" },
};

static void
append_section (GString *page, guint section)
{
	g_string_append (page, sections[section].heading);
	g_string_append (page, "\n| tag | what it means, and what was done |\n|---|---|\n");
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++) {
		const FairleadIssueInfo *info = fairlead_issue_info (tag);

		if (info->severity == sections[section].severity)
			g_string_append_printf (page, "| `%s` | %s |\n", info->name, info->words);
	}
}

static void
test_page (void)
{
	g_autoptr (GString) page = g_string_new (introduction);

	for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
		append_section (page, i);
	test_assert_golden ("../docs/issues.md", page->str);
}

/* Scripts compare them, and tables and Markdown hold them as they are */
static void
test_tags (void)
{
	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++) {
		const FairleadIssueInfo *info = fairlead_issue_info (tag);

		g_assert_cmpuint (strspn (info->name, "abcdefghijklmnopqrstuvwxyz-"), ==,
		                  strlen (info->name));
		g_assert_null (strpbrk (info->words, "|\n`"));
		g_assert_false (g_str_has_suffix (info->words, "."));
		for (guint other = 0; other < tag; other++)
			g_assert_cmpstr (fairlead_issue_info (other)->name, !=, info->name);
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/issue/tags-are-plain-and-unlike", test_tags);
	g_test_add_func ("/record/issue/the-manual-has-the-table", test_page);
	return g_test_run ();
}
