/* output/check/check.c */
#include "output/check/check.h"

#include "output/check/check-writers.h"

void
fairlead_check_each_kind (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data)
{
	for (guint i = 0; i < FAIRLEAD_N_KINDS; i++)
		if (page->inventory->kinds[i] > 0)
			call (fairlead_kind_name (i), page->inventory->kinds[i], data);
}

void
fairlead_check_each_link (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data)
{
	for (guint i = 0; i < FAIRLEAD_N_LINK_KINDS; i++)
		if (page->inventory->links[i] > 0)
			call (fairlead_link_info (i)->name, page->inventory->links[i], data);
}

void
fairlead_check_each_event (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data)
{
	for (guint i = 0; i < FAIRLEAD_N_EVENT_KINDS; i++)
		if (page->inventory->events[i] > 0)
			call (fairlead_event_info (i)->name, page->inventory->events[i], data);
}

static void
each_tally (GArray *tallies, FairleadCountFunc call, gpointer data)
{
	for (guint i = 0; i < tallies->len; i++) {
		const FairleadTally *tally = &g_array_index (tallies, FairleadTally, i);

		call (tally->name, tally->count, data);
	}
}

void
fairlead_check_each_list (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data)
{
	each_tally (page->inventory->lists, call, data);
}

void
fairlead_check_each_programme (const FairleadCheckPage *page, FairleadCountFunc call, gpointer data)
{
	each_tally (page->inventory->programmes, call, data);
}

const FairleadCheckSection fairlead_check_sections[FAIRLEAD_N_CHECK_SECTIONS] = {
	{ "entities", "entity", "ENTITIES", fairlead_check_each_kind },
	{ "links", "link", "LINKS", fairlead_check_each_link },
	{ "events", "event", "EVENTS", fairlead_check_each_event },
	{ "designations", "designation", "DESIGNATIONS", fairlead_check_each_list },
	{ "programmes", "programme", "PROGRAMMES", fairlead_check_each_programme },
};

const FairleadFileRow *
fairlead_check_get_file (const FairleadCheckPage *page, guint i)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (page->records, &n);

	return &files[g_array_index (page->inventory->files, guint32, i)];
}

guint
fairlead_check_n_examples (const FairleadCheckPage *page, FairleadIssueTag tag)
{
	return MIN (page->inventory->issues[tag]->len, page->view->n_examples);
}

const char *
fairlead_check_get_example (const FairleadCheckPage *page, FairleadIssueTag tag, guint i,
                            char **source)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (page->records, &n);
	const FairleadIssueRow *row =
		&rows[g_array_index (page->inventory->issues[tag], guint32, i)];

	*source = fairlead_records_dup_source_text (page->records, row->source);
	return fairlead_records_get_text (page->records, row->text);
}

gboolean
fairlead_check_write (FairleadNetwork *network, const FairleadCheckView *view,
                      GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadCheckPage *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_check_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_check_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_check_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_auto (FairleadInventory) inventory = { 0 };
	FairleadCheckPage page = { fairlead_network_get_records (network), &inventory, view };

	fairlead_inventory_init (&inventory, network);
	writers[view->format](&page, sink);
	return fairlead_sink_finish (sink, error);
}
