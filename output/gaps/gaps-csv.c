/* output/gaps/gaps-csv.c: one row for each body of a gap, and one for each hold */
#include "output/gaps/gaps-writers.h"

#include <math.h>

#include "graph/ownership/holdings/law.h"
#include "output/pieces.h"

static void
write_party (const FairleadGapsPage *page, FairleadVertex vertex, FairleadCsv *csv)
{
	FairleadKind kind = fairlead_network_get_kind (page->network, vertex);

	fairlead_csv_text (csv, fairlead_network_get_id (page->network, vertex));
	fairlead_csv_text (csv, fairlead_network_get_name (page->network, vertex));
	fairlead_csv_text (csv, fairlead_kind_name (kind));
}

static void
write_lag (FairleadLag lag, FairleadCsv *csv)
{
	fairlead_csv_number (csv, lag.first == FAIRLEAD_DAY_OPEN_PAST ? NAN : lag.first);
	fairlead_csv_number (csv, lag.last == FAIRLEAD_DAY_OPEN_FUTURE ? NAN : lag.last);
}

static void
write_namesakes (const FairleadGapsPage *page, const GArray *vertices, FairleadCsv *csv)
{
	g_autoptr (GPtrArray) ids = g_ptr_array_new ();

	for (guint i = 0; vertices != NULL && i < vertices->len; i++)
		g_ptr_array_add (
			ids, (gpointer) fairlead_network_get_id (
				     page->network, g_array_index (vertices, FairleadVertex, i)));
	fairlead_csv_texts (csv, ids);
}

/* NULL: of a row that is no hold */
static void
write_verdict (const FairleadHold *hold, FairleadCsv *csv)
{
	gboolean has_rule = hold != NULL && hold->rule != NULL;
	g_autofree char *from = has_rule ? fairlead_rule_dup_from (hold->rule) : NULL;
	g_autofree char *threshold = has_rule ? fairlead_rule_dup_threshold (hold->rule) : NULL;

	fairlead_csv_text (csv, has_rule ? fairlead_verdict_name (hold->standing.verdict) : NULL);
	fairlead_csv_text (csv, has_rule ? hold->rule->id : NULL);
	fairlead_csv_text (csv, from);
	fairlead_csv_text (csv, threshold);
	fairlead_csv_text (csv, has_rule ? fairlead_held_name (hold->standing.ground) : NULL);
}

static void
write_body (const FairleadGapsPage *page, const FairleadGap *gap, const FairleadListing *listing,
            const FairleadAbsence *absence, FairleadCsv *csv)
{
	g_autofree char *since = fairlead_date_dup_text (listing->since);
	g_autofree char *until = absence == NULL ? NULL : fairlead_date_dup_text (absence->until);
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (page, listing->sources);

	fairlead_csv_text (csv, absence == NULL ? "listed" : fairlead_absence_name (absence->kind));
	write_party (page, gap->vertex, csv);
	fairlead_csv_text (csv, gap->regime);
	fairlead_csv_text (csv, listing->body);
	fairlead_csv_texts (csv, listing->programmes);
	fairlead_csv_text (csv, since);
	fairlead_csv_text (csv, until);
	write_lag (listing->lag, csv);
	write_namesakes (page, absence == NULL ? NULL : absence->namesakes, csv);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_share (csv, FAIRLEAD_SHARE_UNKNOWN);
	fairlead_csv_texts (csv, sources);
	write_verdict (NULL, csv);
	fairlead_csv_end_row (csv);
}

static void
write_hold (const FairleadGapsPage *page, const FairleadUnlisted *held, const FairleadHold *hold,
            FairleadCsv *csv)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (page->network, hold->link);
	const FairleadPeriod *period = fairlead_network_get_period (page->network, hold->link);
	g_autofree char *since = fairlead_date_dup_text (period->start);
	g_autofree char *until = fairlead_date_dup_text (period->end);
	g_autoptr (GPtrArray) sources = fairlead_gaps_dup_sources (page, hold->sources);

	fairlead_csv_text (csv, fairlead_hold_name (hold->kind));
	write_party (page, held->vertex, csv);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_texts (csv, hold->bodies);
	fairlead_csv_text (csv, NULL);
	fairlead_csv_text (csv, since);
	fairlead_csv_text (csv, until);
	fairlead_csv_number (csv, NAN);
	fairlead_csv_number (csv, NAN);
	fairlead_csv_text (csv, fairlead_network_get_id (page->network, hold->holder));
	fairlead_csv_text (csv, fairlead_link_info (fact->kind)->inverse);
	fairlead_csv_share (csv, fairlead_hold_get_share (page, hold));
	fairlead_csv_texts (csv, sources);
	write_verdict (hold, csv);
	fairlead_csv_end_row (csv);
}

static void
write_gap (const FairleadGapsPage *page, const FairleadGap *gap, FairleadCsv *csv)
{
	for (guint i = 0; i < gap->listings->len; i++)
		write_body (page, gap, gap->listings->pdata[i], NULL, csv);
	for (guint i = 0; i < gap->absences->len; i++) {
		const FairleadAbsence *absence = gap->absences->pdata[i];

		write_body (page, gap, &absence->listing, absence, csv);
	}
}

void
fairlead_gaps_write_csv (const FairleadGapsPage *page, FairleadSink *sink)
{
	FairleadCsv csv = FAIRLEAD_CSV_INIT (sink);

	fairlead_csv_row (
		&csv, (const char *const[]){
			      "finding",       "id",         "name",  "kind",      "regime",
			      "body",          "programmes", "since", "until",     "lag_days_low",
			      "lag_days_high", "other",      "link",  "share_low", "share_high",
			      "sources",       "certainty",  "rule",  "rule_from", "threshold",
			      "ground",        NULL });
	for (guint i = 0; i < page->gaps->gaps->len && !fairlead_sink_has_failed (sink); i++)
		if (fairlead_gaps_shows (page, page->gaps->gaps->pdata[i]))
			write_gap (page, page->gaps->gaps->pdata[i], &csv);
	for (guint i = 0; i < page->held->len && !fairlead_sink_has_failed (sink); i++) {
		const FairleadUnlisted *held = page->held->pdata[i];

		for (guint j = 0; j < held->holds->len; j++)
			write_hold (page, held, held->holds->pdata[j], &csv);
	}
}
