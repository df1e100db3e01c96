/* output/supply/supply-table.c */
#include <math.h>

#include "output/supply/supply-writers.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

enum { DAY, EVENT, SHIP, BASIS, LOW, MIDDLE, HIGH, SUM, SOURCE, N_COLUMNS };

static const FairleadColumn columns[N_COLUMNS] = {
	[DAY] = { "DAY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	[EVENT] = { "EVENT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	[SHIP] = { "SHIP", FAIRLEAD_ALIGN_LEFT, 10, FALSE },
	[BASIS] = { "BY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	[LOW] = { "LOW", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	[MIDDLE] = { "MIDDLE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	[HIGH] = { "HIGH", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	[SUM] = { "SUM", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	[SOURCE] = { "SOURCE", FAIRLEAD_ALIGN_LEFT, 16, TRUE },
};

static void
add_delivery (const FairleadSupply *supply, const FairleadDelivery *delivery, double sum,
              FairleadTable *table)
{
	const FairleadEventRow *event = fairlead_supply_event (supply, delivery->event);
	g_autofree char *day = fairlead_supply_dup_day (delivery->day);
	g_autofree char *low = fairlead_supply_dup_amount (delivery->amount[FAIRLEAD_LOW]);
	g_autofree char *middle = fairlead_supply_dup_amount (delivery->amount[FAIRLEAD_MIDDLE]);
	g_autofree char *high = fairlead_supply_dup_amount (delivery->amount[FAIRLEAD_HIGH]);
	g_autofree char *total = fairlead_supply_dup_amount (sum);
	g_autofree char *source = fairlead_supply_dup_source (supply, delivery->event);
	const char *name = fairlead_supply_name (supply, delivery->vessel);
	const char *const cells[N_COLUMNS] = {
		[DAY] = day,
		[EVENT] = fairlead_event_info (event->kind)->name,
		[SHIP] = name != NULL ? name : "(not told)",
		[BASIS] = delivery->is_notified ? "notified"
		                                : fairlead_supply_basis_name (delivery->basis),
		[LOW] = low,
		[MIDDLE] = middle,
		[HIGH] = high,
		[SUM] = total,
		[SOURCE] = source,
	};

	fairlead_table_add_row (table, cells, FALSE);
}

static void
write_deliveries (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	g_autoptr (FairleadTable) table = fairlead_table_new (columns, N_COLUMNS, &view->layout);
	double sum = 0.0;

	for (guint i = 0; i < supply->deliveries->len; i++) {
		const FairleadDelivery *delivery =
			&g_array_index (supply->deliveries, FairleadDelivery, i);

		sum += delivery->amount[FAIRLEAD_MIDDLE];
		add_delivery (supply, delivery, sum, table);
	}
	if (supply->deliveries->len > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
}

/* ---- sums ---- */

static const FairleadColumn sum_columns[] = {
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "LOW", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "MIDDLE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
	{ "HIGH", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },
};

static void
add_amounts (const char *heading, const double *amounts, FairleadTable *table)
{
	char *cells[1 + FAIRLEAD_N_SCENARIOS] = { g_strdup (heading) };

	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		cells[1 + i] = fairlead_supply_dup_amount (amounts[i]);
	fairlead_table_add_row (table, (const char *const *) cells, FALSE);
	for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
		g_free (cells[i]);
}

static char *
dup_percent (const FairleadSupply *supply, FairleadScenario scenario)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	double percent = fairlead_supply_percent (supply, scenario);

	if (isnan (percent))
		return g_strdup ("");
	g_ascii_formatd (buffer, sizeof buffer, "%.1f", percent);
	return g_strdup_printf ("%s %%", buffer);
}

static char *
dup_passed (const FairleadSupply *supply, FairleadScenario scenario)
{
	char *day = fairlead_supply_dup_day (supply->passed[scenario]);

	return day != NULL ? day : g_strdup ("never");
}

/* Surely, perhaps, or not at all */
static FairleadMeaning
meaning_of_passing (const FairleadSupply *supply)
{
	if (supply->passed[FAIRLEAD_LOW] != FAIRLEAD_DAY_OPEN_FUTURE)
		return FAIRLEAD_MEANS_ALARM;
	return supply->passed[FAIRLEAD_HIGH] != FAIRLEAD_DAY_OPEN_FUTURE ? FAIRLEAD_MEANS_NOTABLE
	                                                                 : FAIRLEAD_MEANS_GOOD;
}

static void
add_texts (const FairleadSupply *supply, const char *heading,
           char *(*dup) (const FairleadSupply *, FairleadScenario), FairleadMeaning meaning,
           FairleadTable *table)
{
	char *cells[1 + FAIRLEAD_N_SCENARIOS] = { g_strdup (heading) };

	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		cells[1 + i] = dup (supply, i);
	fairlead_table_add_row_meaning (table, (const char *const *) cells, meaning);
	for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
		g_free (cells[i]);
}

static void
write_sums (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	g_autoptr (FairleadTable) table =
		fairlead_table_new (sum_columns, G_N_ELEMENTS (sum_columns), &view->layout);
	g_autofree char *all = g_strdup_printf ("%ss in all", supply->cap->unit);
	double estimated[FAIRLEAD_N_SCENARIOS];

	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		estimated[i] = supply->total[i] - supply->notified[i];
	add_amounts (all, supply->total, table);
	add_amounts ("  of them notified", supply->notified, table);
	add_amounts ("  stated or estimated", estimated, table);
	if (!isnan (supply->cap->per_tonne[0]))
		add_amounts ("tonnes", supply->tonnes, table);
	if (supply->cap->limit > 0.0)
		add_texts (supply, "of the cap", dup_percent, FAIRLEAD_MEANS_NOTHING, table);
	add_texts (supply, "cap passed on", dup_passed, meaning_of_passing (supply), table);
	fairlead_table_write (table, sink);
}

/* ---- what is assumed ---- */

static char *
dup_three (const double *numbers)
{
	GString *text = g_string_new (NULL);
	char buffer[FAIRLEAD_NUMBER_SIZE];

	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
		                        fairlead_number_short (numbers[i], buffer));
	return g_string_free (text, FALSE);
}

static void
write_cap (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	const FairleadCap *cap = supply->cap;
	g_autofree char *title = fairlead_text_dup_visible (cap->title, view->layout.ascii);
	g_autofree char *first = fairlead_supply_dup_day (supply->first);
	g_autofree char *last = fairlead_supply_dup_day (supply->last);
	g_autofree char *limit = fairlead_supply_dup_amount (cap->limit);

	fairlead_sink_printf (sink, "%s %s %s, %s to %s: cap of %s %ss\n", title,
	                      cap->leaves ? "from" : "to", cap->country, first, last, limit,
	                      cap->unit);
}

static void
write_factors (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadCap *cap = view->supply->cap;
	g_autofree char *laden = dup_three (cap->laden);
	g_autofree char *per_tonne = isnan (cap->per_tonne[0]) ? NULL : dup_three (cap->per_tonne);
	g_autofree char *source = g_strdup_printf ("source: %s (%s)", cap->source, cap->mark);
	g_autofree char *shown = fairlead_text_dup_visible (source, view->layout.ascii);
	g_autofree char *lines = fairlead_text_dup_hanging (shown, 0, view->layout.width);

	fairlead_sink_printf (sink, "factors: laden %s of the deadweight", laden);
	if (per_tonne != NULL)
		fairlead_sink_printf (sink, "; %ss a tonne %s", cap->unit, per_tonne);
	fairlead_sink_printf (sink,
	                      "\nassumed: a round trip of %u days; a transfer is of one cargo with"
	                      " a call within %u days\n",
	                      cap->round_trip, cap->leg);
	fairlead_sink_put (sink, lines);
}

/* ---- what does not count ---- */

static const FairleadColumn drop_columns[] = {
	{ "DOES NOT COUNT", FAIRLEAD_ALIGN_LEFT, 16, TRUE },
	{ "EVENT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SHIP", FAIRLEAD_ALIGN_LEFT, 10, FALSE },
	{ "BECAUSE", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "COUNTED AS", FAIRLEAD_ALIGN_LEFT, 12, TRUE },
};

static void
write_drops (const FairleadSupplyView *view, FairleadSink *sink)
{
	const FairleadSupply *supply = view->supply;
	g_autoptr (FairleadTable) table =
		fairlead_table_new (drop_columns, G_N_ELEMENTS (drop_columns), &view->layout);

	for (guint i = 0; i < supply->drops->len; i++) {
		const FairleadDrop *drop = &g_array_index (supply->drops, FairleadDrop, i);
		const FairleadEventRow *event = fairlead_supply_event (supply, drop->event);
		g_autofree char *source = fairlead_supply_dup_source (supply, drop->event);
		g_autofree char *other = fairlead_supply_dup_source (supply, drop->other);
		const char *name = fairlead_supply_name (supply, drop->vessel);
		const char *const cells[] = {
			source,
			fairlead_event_info (event->kind)->name,
			name != NULL ? name : "(not told)",
			fairlead_drop_reason_words (drop->reason),
			other != NULL ? other : "",
		};

		fairlead_table_add_row (table, cells, FALSE);
	}
	if (supply->drops->len == 0)
		return;
	fairlead_sink_put (sink, "\n");
	fairlead_table_write (table, sink);
}

void
fairlead_supply_write_table (const FairleadSupplyView *view, FairleadSink *sink)
{
	write_cap (view, sink);
	fairlead_sink_put (sink, "\n");
	write_deliveries (view, sink);
	write_sums (view, sink);
	write_factors (view, sink);
	write_drops (view, sink);
	fairlead_sink_put (sink,
	                   "An estimate is an interval with stated factors, not a finding.\n");
}
