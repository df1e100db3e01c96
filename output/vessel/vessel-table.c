/* output/vessel/vessel-table.c: a ship for a person: a table of bars, what is disputed, signals */
#include "output/vessel/vessel-page.h"
#include "output/write/table.h"
#include "output/write/text.h"

#define MOST_SOURCES 3
#define NOTE_INDENT 4

static const FairleadColumn bar_columns[] = {
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },       { "SINCE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "UNTIL", FAIRLEAD_ALIGN_LEFT, 0, FALSE },  { "TO THE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },       { "WHAT", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
	{ "SOURCE", FAIRLEAD_ALIGN_LEFT, 18, TRUE },
};

/* `a, b, c and 4 more` */
static char *
dup_some (const GPtrArray *sources)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < sources->len && i < MOST_SOURCES; i++)
		g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
		                        (const char *) g_ptr_array_index (sources, i));
	if (sources->len > MOST_SOURCES)
		g_string_append_printf (text, " and %u more", sources->len - MOST_SOURCES);
	return g_string_free (text, FALSE);
}

static const char *
end_words (const FairleadBar *bar, const char *until)
{
	if (until != NULL)
		return until;
	return fairlead_period_is_over (&bar->period) ? "ended" : "";
}

static void
add_bar (const FairleadVesselPage *page, const FairleadBar *bar, gboolean is_first,
         FairleadTable *table)
{
	g_autofree char *words = fairlead_bar_dup_words (bar);
	g_autofree char *since = fairlead_bar_dup_since (bar);
	g_autofree char *until = fairlead_bar_dup_until (bar);
	g_autoptr (GPtrArray) sources = fairlead_bar_dup_sources (page->view->network, bar);
	g_autofree char *some = dup_some (sources);
	FairleadPrecision precision = fairlead_bar_precision (bar);

	fairlead_table_add_row (
		table,
		(const char *const[]){ is_first ? fairlead_lane_title (bar->lane) : "",
	                               since != NULL ? since : "", end_words (bar, until),
	                               precision == FAIRLEAD_PRECISION_NONE
	                                       ? ""
	                                       : fairlead_precision_name (precision),
	                               bar->is_disputed ? "!" : "", words, some },
		bar->is_disputed);
}

static gboolean
write_bars (const FairleadVesselPage *page, FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (bar_columns, G_N_ELEMENTS (bar_columns), &page->view->layout);
	gboolean is_disputed = FALSE;
	guint lane = FAIRLEAD_N_LANES;

	for (guint i = 0; i < page->bars->len; i++) {
		const FairleadBar *bar = g_ptr_array_index (page->bars, i);

		add_bar (page, bar, bar->lane != lane, table);
		is_disputed |= bar->is_disputed;
		lane = bar->lane;
	}
	fairlead_sink_put (sink, "\n");
	if (page->bars->len > 0)
		fairlead_table_write (table, sink);
	return is_disputed;
}

static void
write_disagreements (const FairleadVesselPage *page, FairleadSink *sink)
{
	for (guint i = 0; i < page->disagreements->len; i++) {
		const FairleadDisagreement *found = page->disagreements->pdata[i];

		fairlead_sink_printf (sink, "! the sources disagree on %s: ", found->label);
		for (guint k = 0; k < found->claims->len; k++) {
			const FairleadClaim *claim = found->claims->pdata[k];
			g_autofree char *some = dup_some (claim->sources);
			g_autofree char *text = g_strdup_printf ("%s%s (%s)", k > 0 ? "; " : "",
			                                         claim->value, some);
			g_autofree char *shown =
				fairlead_text_dup_visible (text, page->view->layout.ascii);

			fairlead_sink_put (sink, shown);
		}
		fairlead_sink_put (sink, "\n");
	}
}

/* ---- signals ---- */

static void
put_wrapped (const FairleadVesselPage *page, const char *text, FairleadSink *sink)
{
	g_autofree char *shown = fairlead_text_dup_visible (text, page->view->layout.ascii);
	g_autofree char *wrapped =
		fairlead_text_dup_wrapped (shown, NOTE_INDENT, page->view->layout.width);

	fairlead_sink_put (sink, wrapped);
}

static void
write_note (const FairleadVesselPage *page, const FairleadSignalNote *note, FairleadSink *sink)
{
	gboolean colour = page->view->layout.colour;
	g_autofree char *measure = fairlead_note_dup_measure (page->view->parameters, note);
	g_autoptr (GPtrArray) sources = fairlead_note_dup_sources (page->view->network, note);
	g_autofree char *some = dup_some (sources);
	g_autofree char *heading = g_strdup_printf (
		"  %s%s%s (%s)", fairlead_signal_name (note->signal),
		note->vertex == page->ship ? "" : ": ",
		note->vertex == page->ship
			? ""
			: fairlead_network_get_name (page->view->network, note->vertex),
		measure);
	g_autofree char *shown = fairlead_text_dup_visible (heading, page->view->layout.ascii);
	g_autofree char *caution =
		g_strconcat ("But: ", fairlead_signal_caution (note->signal), NULL);

	fairlead_sink_printf (sink, "%s%s%s\n",
	                      fairlead_meaning_begin (FAIRLEAD_MEANS_NOTABLE, colour), shown,
	                      fairlead_meaning_end (FAIRLEAD_MEANS_NOTABLE, colour));
	if (*note->words != '\0')
		put_wrapped (page, note->words, sink);
	if (*some != '\0')
		put_wrapped (page, some, sink);
	put_wrapped (page, caution, sink);
}

static void
write_notes (const FairleadVesselPage *page, FairleadSink *sink)
{
	fairlead_sink_printf (sink, page->notes->len > 0 ? "\nSignals\n" : "\nNo signals.\n");
	for (guint i = 0; i < page->notes->len; i++)
		write_note (page, g_ptr_array_index (page->notes, i), sink);
	if (page->notes->len > 0)
		fairlead_sink_put (sink, "A signal is a question, not a finding.\n");
}

void
fairlead_vessel_write_table (const FairleadVesselPage *page, FairleadSink *sink)
{
	const FairleadLayout *layout = &page->view->layout;
	FairleadNetwork *network = page->view->network;
	g_autofree char *name = fairlead_text_dup_visible (
		fairlead_network_get_name (network, page->ship), layout->ascii);
	g_autofree char *description = fairlead_vessel_dup_description (network, page->ship);
	g_autofree char *text = g_strconcat (fairlead_network_get_id (network, page->ship),
	                                     *description != '\0' ? ", " : "", description, NULL);
	g_autofree char *shown = fairlead_text_dup_visible (text, layout->ascii);

	fairlead_sink_printf (sink, "%s%s%s\n",
	                      fairlead_meaning_begin (FAIRLEAD_MEANS_HEADING, layout->colour), name,
	                      fairlead_meaning_end (FAIRLEAD_MEANS_HEADING, layout->colour));
	fairlead_sink_printf (sink, "%s\n", shown);
	if (write_bars (page, sink))
		fairlead_sink_put (sink, "! sources say otherwise of the same time\n");
	write_disagreements (page, sink);
	write_notes (page, sink);
}
