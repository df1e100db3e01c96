/* output/check/check-table.c: the check for a person, section by section */
#include "output/check/check-writers.h"

#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

static void
write_inputs (const FairleadCheckPage *page, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "INPUT", FAIRLEAD_ALIGN_LEFT, 30, TRUE },
		{ "FORMAT", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
		{ "RECORDS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
		{ "SHA-256", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < page->inventory->files->len; i++) {
		const FairleadFileRow *file = fairlead_check_get_file (page, i);
		g_autofree char *count = fairlead_number_dup_grouped (file->n_records);

		fairlead_table_add_row (
			table,
			(const char *const[]){
				fairlead_records_get_text (page->records, file->path),
				fairlead_records_get_text (page->records, file->format), count,
				fairlead_records_get_text (page->records, file->sha256) },
			FALSE);
	}
	fairlead_table_write (table, sink);
}

/* A table without rows is left out */
static void
write_filled (FairleadTable *table, FairleadSink *sink)
{
	if (fairlead_table_get_n_rows (table) == 0)
		return;
	fairlead_sink_put (sink, "\n");
	fairlead_table_write (table, sink);
}

static void
on_count (const char *name, guint64 count, gpointer table)
{
	g_autofree char *grouped = fairlead_number_dup_grouped (count);

	fairlead_table_add_row (table, (const char *const[]){ name, grouped }, FALSE);
}

static void
write_section (const FairleadCheckPage *page, const FairleadCheckSection *section,
               FairleadSink *sink)
{
	const FairleadColumn columns[] = {
		{ section->heading, FAIRLEAD_ALIGN_LEFT, 16, FALSE },
		{ "", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	section->each (page, on_count, table);
	write_filled (table, sink);
}

/* ---- issues ---- */

/* One line under the row: indented, visible */
static void
add_line (const FairleadCheckPage *page, FairleadTable *table, const char *indent, const char *text)
{
	g_autofree char *visible = fairlead_text_dup_visible (text, page->view->layout.ascii);
	g_autofree char *line = g_strconcat (indent, visible, "\n", NULL);

	fairlead_table_add_note (table, line);
}

static const FairleadMeaning meanings[FAIRLEAD_N_SEVERITIES] = {
	[FAIRLEAD_SEVERITY_WARNING] = FAIRLEAD_MEANS_NOTABLE,
	[FAIRLEAD_SEVERITY_SERIOUS] = FAIRLEAD_MEANS_ALARM,
};

static void
add_issue (const FairleadCheckPage *page, FairleadIssueTag tag, FairleadTable *table)
{
	const FairleadIssueInfo *info = fairlead_issue_info (tag);
	g_autofree char *count = fairlead_number_dup_grouped (page->inventory->issues[tag]->len);
	const char *cells[] = { info->name, fairlead_severity_name (info->severity), count };

	fairlead_table_add_row_meaning (table, cells, meanings[info->severity]);
	add_line (page, table, "  ", info->words);
	for (guint i = 0; i < fairlead_check_n_examples (page, tag); i++) {
		g_autofree char *source = NULL;
		const char *text = fairlead_check_get_example (page, tag, i, &source);
		g_autofree char *example = g_strconcat (source, ": ", text, NULL);

		add_line (page, table, "    ", example);
	}
}

static void
write_issues (const FairleadCheckPage *page, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "ISSUE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "SEVERITY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "COUNT", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	};
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);
	g_autofree char *severities = fairlead_inventory_dup_severities (page->inventory);

	for (guint tag = 0; tag < FAIRLEAD_N_ISSUE_TAGS; tag++)
		if (page->inventory->issues[tag]->len > 0)
			add_issue (page, tag, table);
	write_filled (table, sink);
	fairlead_sink_printf (sink, "\nissues: %s\n", severities);
}

void
fairlead_check_write_table (const FairleadCheckPage *page, FairleadSink *sink)
{
	write_inputs (page, sink);
	for (guint i = 0; i < FAIRLEAD_N_CHECK_SECTIONS; i++)
		write_section (page, &fairlead_check_sections[i], sink);
	write_issues (page, sink);
}
