/* graph/maritime/ship-signals.c: what a ship is called, and how she is described */
#include "graph/maritime/signals-private.h"

#include <math.h>
#include <string.h>

#include "graph/maritime/history.h"
#include "graph/maritime/hulls.h"
#include "ingest/grammar/country.h"
#include "ingest/grammar/radio.h"

#define DAYS_PER_MONTH (365.25 / 12.0)

/* ---- flags and names in a window ---- */

static gboolean
has_day (const FairleadSpan *span)
{
	return span->period.start.first != FAIRLEAD_DAY_OPEN_PAST
	       && span->period.start.last != FAIRLEAD_DAY_OPEN_FUTURE;
}

/* How many of the keys began within @days from the first of @from on; those without a day anywhere
 * count as if they had */
static GHashTable *
dup_keys_from (const GArray *spans, const GPtrArray *keys, const GHashTable *dated,
               const FairleadSpan *from, double days)
{
	GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);
		gpointer key = g_ptr_array_index (keys, i);
		gboolean is_dated = g_hash_table_contains ((GHashTable *) dated, key);

		if (is_dated
		    && (!has_day (span) || from == NULL
		        || span->period.start.first < from->period.start.first
		        || (double) span->period.start.first - from->period.start.first > days))
			continue;
		g_hash_table_add (found, key);
	}
	return found;
}

/* The most distinct keys of any window that begins with one of them */
static GHashTable *
dup_most (const GArray *spans, const GPtrArray *keys, double months)
{
	g_autoptr (GHashTable) dated = g_hash_table_new (g_str_hash, g_str_equal);
	double days = months * DAYS_PER_MONTH;
	GHashTable *most;

	for (guint i = 0; i < spans->len; i++)
		if (has_day (&g_array_index (spans, FairleadSpan, i)))
			g_hash_table_add (dated, g_ptr_array_index (keys, i));
	most = dup_keys_from (spans, keys, dated, NULL, days);
	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);
		GHashTable *found;

		if (!has_day (span))
			continue;
		found = dup_keys_from (spans, keys, dated, span, days);
		if (g_hash_table_size (found) > g_hash_table_size (most)) {
			g_hash_table_unref (most);
			most = found;
		} else {
			g_hash_table_unref (found);
		}
	}
	return most;
}

/* Says each key once, in the order of the spans, with all that tells of it */
static void
tell_spans (FairleadSignals *self, FairleadVertex ship, const GArray *spans, const GPtrArray *keys,
            GHashTable *counted)
{
	g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);
		gpointer key = g_ptr_array_index (keys, i);

		if (!g_hash_table_contains (counted, key))
			continue;
		if (g_hash_table_add (said, key))
			fairlead_signals_say (self, ship, "%s", span->value);
		fairlead_signals_cite (self, ship, span->source);
		fairlead_signals_cite (self, ship, span->end_source);
	}
}

static void
count_window (FairleadSignals *self, FairleadVertex ship, FairleadSignal signal,
              const GArray *spans, const GPtrArray *keys, double months)
{
	g_autoptr (GHashTable) most = dup_most (spans, keys, months);

	if (fairlead_signals_note_if_at_least (self, ship, signal, g_hash_table_size (most)))
		tell_spans (self, ship, spans, keys, most);
}

/* 'Flag not known' is none */
static void
drop_unknown (GArray *flags)
{
	for (guint i = flags->len; i > 0; i--)
		if (fairlead_country_name (g_array_index (flags, FairleadSpan, i - 1).value)
		    == NULL)
			g_array_remove_index (flags, i - 1);
}

static void
look_at_flags (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) spans =
		fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_FLAG);
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

	drop_unknown (spans);
	for (guint i = 0; i < spans->len; i++)
		g_ptr_array_add (keys, g_strdup (g_array_index (spans, FairleadSpan, i).value));
	count_window (self, ship, FAIRLEAD_SIGNAL_FLAG_HOPPING, spans, keys,
	              self->parameters->flag_hopping_months);
}

/* Names of the present are one, however many spellings records have; aliases may be spellings */
static void
look_at_names (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) spans =
		fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_NAME);
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GHashTable) present =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = spans->len; i > 0; i--)
		if (g_array_index (spans, FairleadSpan, i - 1).type == FAIRLEAD_NAME_ALIAS)
			g_array_remove_index (spans, i - 1);
	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);

		if (!span->is_event && span->type == FAIRLEAD_NAME_PRIMARY)
			g_hash_table_add (present, g_utf8_casefold (span->value, -1));
	}
	for (guint i = 0; i < spans->len; i++) {
		g_autofree char *key =
			g_utf8_casefold (g_array_index (spans, FairleadSpan, i).value, -1);
		gboolean is_former =
			g_array_index (spans, FairleadSpan, i).type == FAIRLEAD_NAME_FORMER;

		g_ptr_array_add (keys, !is_former && g_hash_table_contains (present, key)
		                               ? g_strdup ("")
		                               : g_steal_pointer (&key));
	}
	count_window (self, ship, FAIRLEAD_SIGNAL_RENAMING, spans, keys,
	              self->parameters->renaming_months);
}

/* ---- numbers ---- */

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

static gboolean
has_flown (const GArray *flags, const char *country)
{
	for (guint i = 0; i < flags->len; i++)
		if (strcmp (flag_family (g_array_index (flags, FairleadSpan, i).value),
		            flag_family (country))
		    == 0)
			return TRUE;
	return FALSE;
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

	drop_unknown (flags);
	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];
		const char *country = country_of_mmsi (self, row);

		if (country != NULL && flags->len > 0 && !has_flown (flags, country))
			g_hash_table_add (strange, (gpointer) number_of (self, row));
	}
	if (!fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_MMSI_FLAG,
	                                        g_hash_table_size (strange)))
		return;
	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];

		if (!g_hash_table_contains (strange, (gpointer) number_of (self, row)))
			continue;
		fairlead_signals_say (self, ship, "%s is of %s", number_of (self, row),
		                      fairlead_country_name (country_of_mmsi (self, row)));
		fairlead_signals_cite (self, ship, row->source);
	}
	for (guint i = 0; i < flags->len; i++)
		fairlead_signals_cite (self, ship, g_array_index (flags, FairleadSpan, i).source);
}

static gboolean
has_imo (const FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_identifiers (self->network, ship);
	const FairleadIdRow *rows = get_identifiers (self);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].scheme == FAIRLEAD_ID_IMO && rows[own.rows[i]].valid)
			return TRUE;
	return FALSE;
}

static void
add_owner_of_mmsi (FairleadSignals *self, const char *number, FairleadVertex ship)
{
	GArray *ships = g_hash_table_lookup (self->mmsis, number);

	if (ships == NULL) {
		ships = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
		g_hash_table_insert (self->mmsis, (gpointer) number, ships);
	}
	for (guint i = 0; i < ships->len; i++)
		if (g_array_index (ships, FairleadVertex, i) == ship)
			return;
	g_array_append_val (ships, ship);
}

/* A record that has nothing but the radio's number may be of one of the others */
void
fairlead_signals_gather_ships (FairleadSignals *self)
{
	const FairleadIdRow *rows = get_identifiers (self);

	self->mmsis = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
	                                     (GDestroyNotify) g_array_unref);
	for (FairleadVertex ship = 0; ship < self->n_vertices; ship++) {
		FairleadRows own;

		if (!fairlead_signals_is_vessel (self, ship) || !has_imo (self, ship))
			continue;
		own = fairlead_network_get_identifiers (self->network, ship);
		for (guint i = 0; i < own.n; i++)
			if (rows[own.rows[i]].scheme == FAIRLEAD_ID_MMSI && rows[own.rows[i]].valid)
				add_owner_of_mmsi (self, number_of (self, &rows[own.rows[i]]),
				                   ship);
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
		for (guint k = 0; k < ships->len; k++) {
			FairleadVertex other = g_array_index (ships, FairleadVertex, k);

			if (other != ship)
				fairlead_signals_say (
					self, ship, "%s (%s) has it too",
					fairlead_network_get_name (self->network, other),
					fairlead_network_get_id (self->network, other));
		}
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

/* ---- descriptions ---- */

static double
measure (const FairleadSignals *self, const FairleadAttributeRow *row)
{
	FairleadDate date = fairlead_records_get_period (self->records, row->period)->start;
	gint year, month, day;

	if (row->attribute != FAIRLEAD_ATTRIBUTE_YEAR_BUILT)
		return g_ascii_strtod (fairlead_records_get_text (self->records, row->text), NULL);
	if (date.first == FAIRLEAD_DAY_OPEN_PAST)
		return 0.0;
	fairlead_day_to_ymd (date.first, &year, &month, &day);
	return year;
}

/* Tonnages by their ratio, years by their difference */
static gboolean
are_apart (const FairleadSignals *self, FairleadAttribute attribute, double least, double most)
{
	if (attribute == FAIRLEAD_ATTRIBUTE_YEAR_BUILT)
		return most - least > self->parameters->description_years;
	return most - least > self->parameters->description_tolerance * most;
}

static gboolean
find_extremes (const FairleadSignals *self, FairleadVertex ship, FairleadAttribute attribute,
               const FairleadAttributeRow *extremes[2])
{
	FairleadRows own = fairlead_network_get_attributes (self->network, ship);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);
	double least = INFINITY, most = 0.0;

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];
		double value = row->attribute == attribute ? measure (self, row) : 0.0;

		if (!(value > 0.0))
			continue;
		if (value < least) {
			least = value;
			extremes[0] = row;
		}
		if (value > most) {
			most = value;
			extremes[1] = row;
		}
	}
	return most > 0.0 && are_apart (self, attribute, least, most);
}

static void
look_at_descriptions (FairleadSignals *self, FairleadVertex ship)
{
	static const FairleadAttribute measures[] = { FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE,
		                                      FAIRLEAD_ATTRIBUTE_DEADWEIGHT,
		                                      FAIRLEAD_ATTRIBUTE_YEAR_BUILT };
	const FairleadAttributeRow *extremes[G_N_ELEMENTS (measures)][2] = { { NULL } };
	gboolean is_apart[G_N_ELEMENTS (measures)];
	guint n = 0;

	for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
		is_apart[i] = find_extremes (self, ship, measures[i], extremes[i]);
		n += is_apart[i];
	}
	if (!has_imo (self, ship)
	    || !fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_DESCRIPTIONS, n))
		return;
	for (guint i = 0; i < G_N_ELEMENTS (measures); i++) {
		if (!is_apart[i])
			continue;
		fairlead_signals_say (
			self, ship, "%s %s against %s", fairlead_attribute_info (measures[i])->name,
			fairlead_records_get_text (self->records, extremes[i][0]->text),
			fairlead_records_get_text (self->records, extremes[i][1]->text));
		fairlead_signals_cite (self, ship, extremes[i][0]->source);
		fairlead_signals_cite (self, ship, extremes[i][1]->source);
	}
}

/* ---- twins ---- */

static gboolean
is_listed (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_designations (self->network, vertex);

	for (guint i = 0; i < own.n; i++)
		if (fairlead_network_is_listing (self->network, own.rows[i]))
			return TRUE;
	return FALSE;
}

/* The last that events tell of her is a silence; NULL where not */
static const FairleadEventRow *
find_silence (const FairleadSignals *self, FairleadVertex ship)
{
	FairleadRows own = fairlead_network_get_events (self->network, ship);
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);
	const FairleadEventRow *last = NULL;
	gint32 latest = FAIRLEAD_DAY_OPEN_PAST;

	for (guint i = 0; i < own.n; i++) {
		const FairleadEventRow *row = &rows[own.rows[i]];
		gint32 day = fairlead_records_get_period (self->records, row->period)->start.first;

		if (last == NULL || day >= latest) {
			last = row;
			latest = day;
		}
	}
	return last != NULL && last->kind == FAIRLEAD_EVENT_AIS_GAP ? last : NULL;
}

/* The first of the sorted hulls that is not smaller than a year and gross tonnage */
static guint
find_first_hull (const GArray *hulls, gint year, double gross)
{
	guint low = 0, high = hulls->len;

	while (low < high) {
		guint middle = (low + high) / 2;
		const FairleadHull *hull = &g_array_index (hulls, FairleadHull, middle);

		if (hull->year < year || (hull->year == year && hull->gross < gross))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void
tell_twin (FairleadSignals *self, FairleadVertex ship, const FairleadHull *twin)
{
	const FairleadEventRow *silence = find_silence (self, twin->ship);

	fairlead_signals_say (self, ship, "%s (%s), built %d, is %s",
	                      fairlead_network_get_name (self->network, twin->ship),
	                      fairlead_network_get_id (self->network, twin->ship), twin->year,
	                      silence != NULL ? "silent" : "listed");
	if (silence != NULL)
		fairlead_signals_cite (self, ship, silence->source);
}

static gboolean
is_twin (const FairleadSignals *self, const FairleadHull *own, const FairleadHull *hull)
{
	return hull->ship != own->ship
	       && fairlead_hulls_are_alike (hull, own, self->parameters->twin_tolerance)
	       && has_imo (self, hull->ship)
	       && (is_listed (self, hull->ship) || find_silence (self, hull->ship) != NULL);
}

/* Borrowed, of FairleadHull */
static GPtrArray *
dup_twins (const FairleadSignals *self, const FairleadHull *own)
{
	double part = 1.0 - self->parameters->twin_tolerance;
	GPtrArray *twins = g_ptr_array_new ();

	for (guint i = find_first_hull (self->hulls, own->year, own->gross * part);
	     i < self->hulls->len; i++) {
		FairleadHull *hull = &g_array_index (self->hulls, FairleadHull, i);

		if (hull->year != own->year || hull->gross * part > own->gross)
			break;
		if (is_twin (self, own, hull))
			g_ptr_array_add (twins, hull);
	}
	return twins;
}

/* Ships that are listed themselves are in no need of another's place */
static void
look_for_twins (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GPtrArray) twins = NULL;
	FairleadHull own;

	fairlead_hull_init (&own, self->network, ship);
	if (own.year == 0 || own.gross <= 0.0 || own.deadweight <= 0.0 || !has_imo (self, ship)
	    || is_listed (self, ship))
		return;
	twins = dup_twins (self, &own);
	if (!fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_TWIN, twins->len))
		return;
	for (guint i = 0; i < twins->len; i++)
		tell_twin (self, ship, g_ptr_array_index (twins, i));
}

void
fairlead_signals_look_at_ship (FairleadSignals *self, FairleadVertex ship)
{
	look_at_flags (self, ship);
	look_at_names (self, ship);
	look_at_mmsi_flag (self, ship);
	look_at_shared_mmsi (self, ship);
	look_at_descriptions (self, ship);
	look_at_imo (self, ship);
	look_for_twins (self, ship);
}
