/* output/supply/supply-csv.c: a row for each delivery, and for each event that does not count */
#include <math.h>

#include "output/supply/supply-writers.h"
#include "output/write/csv.h"

static void
write_head (const FairleadSupply *supply, const char *state, guint32 row, gint32 day,
            FairleadVertex vessel, FairleadCsv *csv)
{
	const FairleadEventRow *event = fairlead_supply_event (supply, row);
	FairleadVertex other = fairlead_supply_vertex (supply, event->other);
	FairleadVertex place = fairlead_supply_vertex (supply, event->place);
	g_autofree char *text = fairlead_supply_dup_day (day);

	fairlead_csv_text (csv, state);
	fairlead_csv_text (csv, text);
	fairlead_csv_text (csv, fairlead_event_info (event->kind)->name);
	fairlead_csv_text (csv, fairlead_supply_id (supply, vessel));
	fairlead_csv_text (csv, fairlead_supply_name (supply, vessel));
	fairlead_csv_text (csv, fairlead_supply_id (supply, other));
	fairlead_csv_text (csv, fairlead_supply_name (supply, other));
	fairlead_csv_text (csv, fairlead_supply_id (supply, place));
}

static void
write_numbers (const double *numbers, FairleadCsv *csv)
{
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		fairlead_csv_number (csv, numbers == NULL ? NAN : numbers[i]);
}

static void
write_tail (const FairleadSupply *supply, guint32 event, FairleadCsv *csv)
{
	g_autofree char *source = fairlead_supply_dup_source (supply, event);

	fairlead_csv_text (csv, source);
	fairlead_csv_end_row (csv);
}

static void
write_delivery (const FairleadSupply *supply, const FairleadDelivery *delivery, double *sums,
                FairleadCsv *csv)
{
	for (guint i = 0; i < FAIRLEAD_N_SCENARIOS; i++)
		sums[i] += delivery->amount[i];
	write_head (supply, "counts", delivery->event, delivery->day, delivery->vessel, csv);
	fairlead_csv_text (csv, fairlead_supply_basis_name (delivery->basis));
	fairlead_csv_boolean (csv, delivery->is_notified);
	fairlead_csv_number (csv, delivery->deadweight);
	fairlead_csv_text (csv, supply->cap->unit);
	write_numbers (delivery->amount, csv);
	write_numbers (delivery->tonnes, csv);
	write_numbers (sums, csv);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_text (csv, NULL);
	write_tail (supply, delivery->event, csv);
}

static void
write_drop (const FairleadSupply *supply, const FairleadDrop *drop, FairleadCsv *csv)
{
	g_autofree char *other = fairlead_supply_dup_source (supply, drop->other);

	write_head (supply,
	            drop->reason == FAIRLEAD_DROP_OVERLOADED ? "quantity-not-believed"
	                                                     : "does-not-count",
	            drop->event, FAIRLEAD_DAY_OPEN_FUTURE, drop->vessel, csv);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_number (csv, NAN);
	fairlead_csv_text (csv, NULL);
	for (guint i = 0; i < 3; i++)
		write_numbers (NULL, csv);
	fairlead_csv_text (csv, fairlead_drop_reason_name (drop->reason));
	fairlead_csv_text (csv, other);
	write_tail (supply, drop->event, csv);
}

void
fairlead_supply_write_csv (const FairleadSupplyView *view, FairleadSink *sink)
{
	static const char *const header[] = {
		"state",      "day",           "event",       "vessel",  "vessel_name",
		"other",      "other_name",    "place",       "basis",   "notified",
		"deadweight", "unit",          "low",         "middle",  "high",
		"tonnes_low", "tonnes_middle", "tonnes_high", "sum_low", "sum_middle",
		"sum_high",   "reason",        "counted_as",  "source",  NULL,
	};
	const FairleadSupply *supply = view->supply;
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);
	double sums[FAIRLEAD_N_SCENARIOS] = { 0.0 };

	fairlead_csv_row (&csv, header);
	for (guint i = 0; i < supply->deliveries->len && !fairlead_sink_has_failed (sink); i++)
		write_delivery (supply, &g_array_index (supply->deliveries, FairleadDelivery, i),
		                sums, &csv);
	for (guint i = 0; i < supply->drops->len && !fairlead_sink_has_failed (sink); i++)
		write_drop (supply, &g_array_index (supply->drops, FairleadDrop, i), &csv);
}
