/* graph/maritime/rules/numbers.c: the numbers of a ship */
#include <string.h>

#include "graph/maritime/history.h"
#include "graph/maritime/hulls.h"
#include "graph/maritime/signals-private.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/radio.h"

/* Dependencies have radio digits of their own, and fly the flag of the country they depend on */
static const char *
flag_family (const char *code)
{
	static const char *const families[][2] = {
		{ "AI", "GB" }, { "BM", "GB" }, { "FK", "GB" }, { "GG", "GB" }, { "GI", "GB" },
		{ "IM", "GB" }, { "JE", "GB" }, { "KY", "GB" }, { "MS", "GB" }, { "PN", "GB" },
		{ "SH", "GB" }, { "TC", "GB" }, { "VG", "GB" }, { "GF", "FR" }, { "GP", "FR" },
		{ "MQ", "FR" }, { "NC", "FR" }, { "PF", "FR" }, { "PM", "FR" }, { "RE", "FR" },
		{ "TF", "FR" }, { "WF", "FR" }, { "FO", "DK" }, { "GL", "DK" }, { "AW", "NL" },
		{ "CW", "NL" }, { "PR", "US" }, { "VI", "US" }, { "AS", "US" }, { "MP", "US" },
		{ "CX", "AU" }, { "CC", "AU" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (families); i++)
		if (strcmp (code, families[i][0]) == 0)
			return families[i][1];
	return code;
}

/* Of every flag that she has flown */
static GHashTable *
dup_families (const GArray *flags)
{
	GHashTable *families = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < flags->len; i++)
		g_hash_table_add (families, (gpointer) flag_family (
						    g_array_index (flags, FairleadSpan, i).value));
	return families;
}

static const FairleadIdRow *
get_identifiers (const FairleadSignals *self)
{
	guint n;

	return fairlead_records_get_identifiers (self->records, &n);
}

static const char *
number_of (const FairleadSignals *self, const FairleadIdRow *row)
{
	return fairlead_records_get_text (self->records, row->number);
}

/* Of a ship's radio, with its country; NULL for what is none */
static const char *
country_of_mmsi (const FairleadSignals *self, const FairleadIdRow *row)
{
	FairleadStation station;
	const char *country = NULL;

	if (row->scheme != FAIRLEAD_ID_MMSI || !row->valid
	    || !fairlead_mmsi_read (fairlead_records_get_text (self->records, row->number),
	                            &station, &country)
	    || station != FAIRLEAD_STATION_SHIP)
		return NULL;
	return country;
}

static void
look_at_mmsi_flag (FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, ship);
	const FairleadIdRow *rows = get_identifiers (self);
	g_autoptr (GArray) flags =
		fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_FLAG);
	g_autoptr (GHashTable) strange = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);
	g_autoptr (GHashTable) flown = NULL;

	fairlead_history_keep_spans (flags, fairlead_span_is_of_known_flag);
	flown = dup_families (flags);
	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];
		const char *country = country_of_mmsi (self, row);

		if (country != NULL && flags->len > 0
		    && !g_hash_table_contains (flown, flag_family (country)))
			g_hash_table_add (strange, (gpointer) number_of (self, row));
	}
	if (!fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_MMSI_FLAG,
	                                        g_hash_table_size (strange)))
		return;
	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];
		const char *number = number_of (self, row);
		/* Another number of hers may have the same digits, and none of its own country */
		const char *country = country_of_mmsi (self, row);

		if (country == NULL || !g_hash_table_contains (strange, number))
			continue;
		if (g_hash_table_add (said, (gpointer) number))
			fairlead_signals_say (self, ship, "%s is of %s", number,
			                      fairlead_country_name (country));
		fairlead_signals_cite (self, ship, row->source);
	}
	for (guint i = 0; i < flags->len; i++)
		fairlead_signals_cite (self, ship, g_array_index (flags, FairleadSpan, i).source);
}

gboolean
fairlead_signals_has_imo (const FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, ship);
	const FairleadIdRow *rows = get_identifiers (self);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].scheme == FAIRLEAD_ID_IMO && rows[own.rows[i]].valid)
			return TRUE;
	return FALSE;
}

/* Ships come one after the other */
static void
add_owner_of_mmsi (FairleadSignals *self, const char *number, FairleadVertex ship)
{
	GArray *ships = g_hash_table_lookup (self->mmsis, number);

	if (ships == NULL) {
		ships = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		g_hash_table_insert (self->mmsis, (gpointer) number, ships);
	}
	if (ships->len > 0 && g_array_index (ships, FairleadVertex, ships->len - 1) == ship)
		return;
	g_array_append_val (ships, ship);
}

/* A record that has nothing but the radio's number may be of one of the others */
void
fairlead_signals_gather_numbers (FairleadSignals *self)
{
	const FairleadIdRow *rows = get_identifiers (self);

	self->mmsis = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
	                                     (GDestroyNotify) g_array_unref);
	for (FairleadVertex ship = 0; ship < self->n_vertices; ship++) {
		FairleadRows own;

		if (!fairlead_signals_is_vessel (self, ship)
		    || !fairlead_signals_has_imo (self, ship))
			continue;
		own = fairlead_network_get_identifiers (self->network, ship);
		for (guint i = 0; i < own.n; i++)
			if (rows[own.rows[i]].scheme == FAIRLEAD_ID_MMSI && rows[own.rows[i]].valid)
				add_owner_of_mmsi (self, number_of (self, &rows[own.rows[i]]),
				                   ship);
	}
}

/* Of many who share a number each would tell of all the others, though only one is asked about */
static void
tell_sharers (FairleadSignals *self, FairleadVertex ship, const GArray *ships)
{
	if (!fairlead_signals_is_told (self, ship))
		return;
	for (guint i = 0; i < ships->len; i++) {
		FairleadVertex other = g_array_index (ships, FairleadVertex, i);

		if (other != ship)
			fairlead_signals_say (self, ship, "%s (%s) has it too",
			                      fairlead_network_get_name (self->network, other),
			                      fairlead_network_get_id (self->network, other));
	}
}

static void
look_at_shared_mmsi (FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, ship);
	const FairleadIdRow *rows = get_identifiers (self);
	g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];
		const char *number = number_of (self, row);
		GArray *ships = row->scheme == FAIRLEAD_ID_MMSI
		                        ? g_hash_table_lookup (self->mmsis, number)
		                        : NULL;

		if (ships == NULL || !g_hash_table_add (seen, (gpointer) number)
		    || !fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_SHARED_MMSI,
		                                           ships->len))
			continue;
		fairlead_signals_say (self, ship, "%s", number);
		fairlead_signals_cite (self, ship, row->source);
		tell_sharers (self, ship, ships);
	}
}

static void
look_at_imo (FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, ship);
	const FairleadIdRow *rows = get_identifiers (self);
	FairleadHull hull;

	fairlead_hull_init (&hull, self->network, ship);
	for (guint i = 0; hull.year != 0 && i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];
		const char *number = fairlead_records_get_text (self->records, row->number);
		gint first = row->scheme == FAIRLEAD_ID_IMO && row->valid
		                     ? fairlead_imo_ship_first_year (number)
		                     : 0;

		if (first == 0
		    || !fairlead_signals_note_if_at_least (
			    self, ship, FAIRLEAD_SIGNAL_IMPLAUSIBLE_IMO, first - hull.year))
			continue;
		fairlead_signals_say (self, ship,
		                      "built %d, and numbers like %s are of %d or later", hull.year,
		                      number, first);
		fairlead_signals_cite (self, ship, row->source);
		return;
	}
}

void
fairlead_signals_look_at_numbers (FairleadSignals *self, FairleadVertex ship)
{
	look_at_mmsi_flag (self, ship);
	look_at_shared_mmsi (self, ship);
	look_at_imo (self, ship);
}
