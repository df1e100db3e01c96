/* output/ais/ais-table.c: finds for a person, with their rows under each */
#include "output/ais/ais-writers.h"

#include "ingest/ais/fields.h"
#include "output/write/number.h"
#include "output/write/table.h"
#include "output/write/text.h"

enum { EVENT, START, HOURS, VESSEL, OTHER, PLACE, DETAILS, N_COLUMNS };

static const FairleadColumn columns[N_COLUMNS] = {
	{ "EVENT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },    { "START", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "HOURS", FAIRLEAD_ALIGN_RIGHT, 0, FALSE },   { "VESSEL", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "OTHER", FAIRLEAD_ALIGN_LEFT, 16, FALSE },   { "PLACE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "DETAILS", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
};

/* `NAME (IMO 9074729)`, `NAME (MMSI 123456789)` */
static char *
dup_party (const FairleadAisParty *party)
{
	if (party->mmsi == 0)
		return g_strdup ("");
	if (party->imo[0] != '\0')
		return g_strdup_printf ("%s%sIMO %s", party->name, *party->name != '\0' ? ", " : "",
		                        party->imo);
	return g_strdup_printf ("%s%sMMSI %09u", party->name, *party->name != '\0' ? ", " : "",
	                        party->mmsi);
}

static char *
dup_fixed (const char *format, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	return g_strdup (g_ascii_formatd (buffer, sizeof buffer, format, value));
}

static void
append_detail (GString *details, const char *text)
{
	if (text != NULL && *text != '\0')
		g_string_append_printf (details, "%s%s", details->len > 0 ? "; " : "", text);
}

static char *
dup_details (const FairleadAisFind *find)
{
	GString *details = g_string_new (NULL);
	g_autofree char *metres =
		find->metres < 0 ? NULL : dup_fixed ("%.0f", MIN (1e9, find->metres));
	g_autofree char *km = dup_fixed ("%.1f", MIN (1e9, find->metres) / 1000);
	g_autofree char *knots = dup_fixed ("%.0f", MIN (1e9, find->knots));

	if (find->kind == FAIRLEAD_EVENT_ENCOUNTER)
		g_string_append_printf (details, "%s m at the closest", metres);
	else if (find->metres >= 0)
		g_string_append_printf (details, "%s km", km);
	if (find->knots >= 0)
		g_string_append_printf (details, " (%s knots)", knots);
	append_detail (details, find->is_open_start ? "since before the data" : NULL);
	append_detail (details, find->is_open_end ? "open end" : NULL);
	append_detail (details, find->port);
	append_detail (details, find->note);
	append_detail (details, fairlead_ais_reason_name (find->reason));
	return g_string_free (details, FALSE);
}

static void
add_rows (const FairleadAisResult *result, const FairleadAisView *view,
          const FairleadAisParty *party, FairleadTable *table)
{
	g_autofree char *rows = NULL, *visible = NULL, *line = NULL;

	if (party->mmsi == 0)
		return;
	rows = fairlead_ais_dup_rows (result->records, party);
	visible = fairlead_text_dup_visible (rows, view->layout.ascii);
	line = g_strdup_printf ("  %09u: %s\n", party->mmsi, visible);
	fairlead_table_add_note (table, line);
}

static void
add_find (const FairleadAisResult *result, const FairleadAisView *view, const FairleadAisFind *find,
          FairleadTable *table)
{
	g_autofree char *start = fairlead_ais_time_dup_text (find->start);
	g_autofree char *hours = dup_fixed ("%.1f", (double) (find->end - find->start) / 3600);
	g_autofree char *vessel = dup_party (&find->ship);
	g_autofree char *other = dup_party (&find->other);
	g_autofree char *north = dup_fixed ("%.3f", fairlead_ais_degrees (find->place.latitude));
	g_autofree char *east = dup_fixed ("%.3f", fairlead_ais_degrees (find->place.longitude));
	g_autofree char *place = g_strdup_printf ("%s, %s", north, east);
	g_autofree char *details = dup_details (find);

	start[16] = '\0';
	start[10] = ' ';
	fairlead_table_add_row (
		table,
		(const char *const[N_COLUMNS]){ [EVENT] = fairlead_event_info (find->kind)->name,
	                                        [START] = start,
	                                        [HOURS] = hours,
	                                        [VESSEL] = vessel,
	                                        [OTHER] = other,
	                                        [PLACE] = place,
	                                        [DETAILS] = details },
		FALSE);
	add_rows (result, view, &find->ship, table);
	add_rows (result, view, &find->other, table);
}

void
fairlead_ais_write_table (const FairleadAisResult *result, const FairleadAisView *view,
                          FairleadSink *sink)
{
	g_autoptr (FairleadTable) table = fairlead_table_new (columns, N_COLUMNS, &view->layout);
	const GArray *all = result->finds->all;

	for (guint i = 0; i < all->len; i++) {
		const FairleadAisFind *find = &g_array_index (all, FairleadAisFind, i);

		if (fairlead_ais_is_shown (view, find))
			add_find (result, view, find, table);
	}
	if (fairlead_table_get_n_rows (table) > 0) {
		fairlead_table_write (table, sink);
		fairlead_sink_put (sink, "\n");
	}
	fairlead_sink_printf (sink, "%u events. An event is a question, not a finding.\n",
	                      fairlead_table_get_n_rows (table));
}
