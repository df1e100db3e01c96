/* graph/ais/find.c */
#include "graph/ais/find.h"

#include <string.h>

static const struct {
	const char *name;
	const char *words;
} reasons[FAIRLEAD_N_AIS_REASONS] = {
#define X(tag, name, words) { name, words },
	FAIRLEAD_AIS_REASON_TABLE (X)
#undef X
};

const char *
fairlead_ais_reason_name (FairleadAisReason reason)
{
	g_return_val_if_fail (reason < FAIRLEAD_N_AIS_REASONS, NULL);
	return reasons[reason].name;
}

const char *
fairlead_ais_reason_words (FairleadAisReason reason)
{
	g_return_val_if_fail (reason < FAIRLEAD_N_AIS_REASONS, NULL);
	return reasons[reason].words;
}

/* ---- one ---- */

FairleadAisParty
fairlead_ais_party (const FairleadAisShip *ship)
{
	FairleadAisParty party = { .mmsi = ship->mmsi,
		                   .name = g_strdup (ship->names.name),
		                   .call_sign = g_strdup (ship->names.call_sign),
		                   .type = ship->names.type,
		                   .first = ship->report.source,
		                   .last = ship->report.source };

	g_strlcpy (party.imo, ship->names.imo, sizeof party.imo);
	return party;
}

FairleadAisFind
fairlead_ais_find (FairleadEventKind kind, const FairleadAisShip *ship)
{
	FairleadAisPlace place = fairlead_ais_ship_get_place (ship);

	return (FairleadAisFind){ .kind = kind,
		                  .start = ship->report.time,
		                  .end = ship->report.time,
		                  .ship = fairlead_ais_party (ship),
		                  .place = place,
		                  .end_place = place,
		                  .metres = -1,
		                  .knots = -1 };
}

static void
clear_find (gpointer data)
{
	FairleadAisFind *self = data;

	g_free (self->ship.name);
	g_free (self->ship.call_sign);
	g_free (self->other.name);
	g_free (self->other.call_sign);
	g_free (self->port);
	g_free (self->before);
	g_free (self->after);
	g_free (self->note);
}

/* ---- all ---- */

void
fairlead_ais_finds_init (FairleadAisFinds *self)
{
	*self = (FairleadAisFinds){ g_array_new (FALSE, FALSE, sizeof (FairleadAisFind)), 0 };
	g_array_set_clear_func (self->all, clear_find);
}

void
fairlead_ais_finds_clear (FairleadAisFinds *self)
{
	g_clear_pointer (&self->all, g_array_unref);
}

void
fairlead_ais_finds_add (FairleadAisFinds *self, FairleadAisShip *ship, FairleadAisFind *find)
{
	if (ship->n_finds++ < FAIRLEAD_AIS_MOST_FINDS) {
		g_array_append_val (self->all, *find);
		return;
	}
	self->n_left_out++;
	clear_find (find);
}

static gint
compare_numbers (gint64 a, gint64 b)
{
	return (a > b) - (a < b);
}

static gint
compare_finds (gconstpointer a, gconstpointer b)
{
	const FairleadAisFind *first = a, *second = b;
	gint order = compare_numbers (first->start, second->start);

	order = order != 0 ? order : compare_numbers (first->kind, second->kind);
	order = order != 0 ? order : compare_numbers (first->ship.mmsi, second->ship.mmsi);
	order = order != 0 ? order : compare_numbers (first->other.mmsi, second->other.mmsi);
	order = order != 0 ? order : compare_numbers (first->end, second->end);
	return order != 0 ? order : g_strcmp0 (first->note, second->note);
}

void
fairlead_ais_finds_sort (FairleadAisFinds *self)
{
	g_array_sort (self->all, compare_finds);
}

/* ---- which are asked for ---- */

guint32
fairlead_ais_kinds_of (guint rules)
{
	static const struct {
		FairleadAisRules rule;
		guint32 kinds;
	} table[] = {
		{ FAIRLEAD_AIS_ENCOUNTERS, 1u << FAIRLEAD_EVENT_ENCOUNTER },
		{ FAIRLEAD_AIS_GAPS, 1u << FAIRLEAD_EVENT_AIS_GAP },
		{ FAIRLEAD_AIS_JUMPS, 1u << FAIRLEAD_EVENT_AIS_JUMP },
		{ FAIRLEAD_AIS_IDENTITIES,
		  1u << FAIRLEAD_EVENT_IDENTITY_CONFLICT | 1u << FAIRLEAD_EVENT_RENAMING },
	};
	guint32 kinds = 0;

	for (guint i = 0; i < G_N_ELEMENTS (table); i++)
		if (rules == 0 || (rules & table[i].rule) != 0)
			kinds |= table[i].kinds;
	return kinds;
}
