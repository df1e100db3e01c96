/* output/report/section/supply.c: deliveries against caps */
#include "output/report/report-private.h"

#include <math.h>

#include "output/supply/supply-output.h"
#include "output/write/number.h"

static char *
dup_amount (double value)
{
	return fairlead_number_dup_grouped ((guint64) MAX (0.0, round (value)));
}

static char *
dup_day (gint32 day)
{
	return fairlead_date_dup_text ((FairleadDate){ day, day });
}

static void
put_sums (FairleadReportPage *page, const FairleadSupply *supply, const char *title)
{
	static const char *const columns[] = { "Scenario", "#Sum", "#Of it notified", "#Of the cap",
		                               "Cap passed on" };

	g_autofree char *label = g_strconcat ("Sums against the cap: ", title, NULL);

	fairlead_report_begin_table (page, label, columns, G_N_ELEMENTS (columns));
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++) {
		g_autofree char *total = dup_amount (supply->total[i]);
		g_autofree char *notified = dup_amount (supply->notified[i]);
		g_autofree char *share = dup_amount (100.0 * supply->total[i] / supply->cap->limit);
		g_autofree char *percent = g_strconcat (share, "\xc2\xa0%", NULL);
		g_autofree char *day = supply->passed[i] == FAIRLEAD_DAY_OPEN_FUTURE
		                               ? g_strdup ("never")
		                               : dup_day (supply->passed[i]);

		fairlead_html_begin (&page->html, "tr", NULL);
		fairlead_html_begin (&page->html, "th", "scope", "row", NULL);
		fairlead_html_text (&page->html, fairlead_scenario_name (i));
		fairlead_html_end (&page->html);
		fairlead_report_put_cell (page, "number", total);
		fairlead_report_put_cell (page, "number", notified);
		fairlead_report_put_cell (page, "number", percent);
		fairlead_report_put_cell (page, NULL, day);
		fairlead_html_end (&page->html);
	}
	fairlead_report_end_table (page);
}

static gboolean
put_supply (FairleadReportPage *page, const FairleadSupply *supply, GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (GBytes) svg = NULL;
	const FairleadSupplyView view = { .supply = supply };
	g_autofree char *limit = dup_amount (supply->cap->limit);
	g_autofree char *first = dup_day (supply->first);
	g_autofree char *last = dup_day (supply->last);
	g_autofree char *title = g_strdup_printf ("%s, %u", supply->cap->title, supply->year);

	if (!fairlead_supply_write_svg (&view, stream, page->cancellable, error)
	    || !g_output_stream_close (stream, NULL, error))
		return FALSE;
	svg = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
	fairlead_report_put_heading (page, "h3", title);
	fairlead_html_begin (&page->html, "p", NULL);
	fairlead_html_printf (&page->html,
	                      "%u %s from %s to %s, against a cap of %s %ss; %u %s not count. An"
	                      " estimate is an interval with stated factors, not a finding.",
	                      supply->deliveries->len,
	                      supply->deliveries->len == 1 ? "delivery counts" : "deliveries count",
	                      first, last, limit, supply->cap->unit, supply->drops->len,
	                      supply->drops->len == 1 ? "event does" : "events do");
	fairlead_html_end (&page->html);
	fairlead_report_put_picture (page, svg,
	                             "Sums of deliveries day by day in three scenarios, and the"
	                             " limit; the table has the ends",
	                             title);
	put_sums (page, supply, title);
	return TRUE;
}

gboolean
fairlead_report_put_supply (FairleadReportPage *page, GError **error)
{
	const GPtrArray *supplies = page->report->supplies;

	fairlead_report_begin_section (page, "supply", "Supply against the caps");
	if (supplies->len == 0)
		fairlead_html_put (&page->html, "p", NULL,
		                   "No event in these records is a delivery that counts against a"
		                   " cap.");
	for (guint i = 0; i < supplies->len; i++)
		if (!put_supply (page, g_ptr_array_index (supplies, i), error))
			return FALSE;
	fairlead_html_end (&page->html);
	return TRUE;
}
