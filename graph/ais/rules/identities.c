/* graph/ais/rules/identities.c */
#include "graph/ais/rules/identities.h"

#include <string.h>

#include "ingest/grammar/identifier.h"

/* The last ship that took a number; its slot may have another ship by now */
typedef struct {
	guint slot;
	guint32 mmsi;
} Holder;

/* Two ships with one IMO number, until it is known how long both went on */
typedef struct {
	Holder holders[2];
	FairleadAisFind find;
} Sharing;

struct _FairleadAisIdentities {
	const FairleadAisScene *scene;
	GHashTable *holders; /* of Holder by IMO number, both owned */
	GArray *sharings;    /* of Sharing */
};

FairleadAisIdentities *
fairlead_ais_identities_new (const FairleadAisScene *scene)
{
	FairleadAisIdentities *self = g_new0 (FairleadAisIdentities, 1);

	self->scene = scene;
	self->holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	self->sharings = g_array_new (FALSE, FALSE, sizeof (Sharing));
	return self;
}

void
fairlead_ais_identities_free (FairleadAisIdentities *self)
{
	if (self == NULL)
		return;
	fairlead_ais_identities_finish (self);
	g_hash_table_unref (self->holders);
	g_array_unref (self->sharings);
	g_free (self);
}

/* ---- one IMO number, two MMSIs ---- */

static FairleadAisShip *
holding_ship (const FairleadAisIdentities *self, const Holder *holder)
{
	FairleadAisShip *ship = fairlead_ais_fleet_get (self->scene->fleet, holder->slot);

	return ship->mmsi == holder->mmsi ? ship : NULL;
}

/* The first of them is the one that had the number before */
static void
begin_sharing (FairleadAisIdentities *self, const Holder *former, const Holder *holder,
               const FairleadAisReport *report)
{
	const FairleadAisShip *before = holding_ship (self, former);
	const FairleadAisShip *ship = holding_ship (self, holder);
	Sharing sharing = { { *former, *holder },
		            fairlead_ais_find (FAIRLEAD_EVENT_IDENTITY_CONFLICT, before) };

	sharing.find.other = fairlead_ais_party (ship);
	sharing.find.other.first = sharing.find.other.last = report->source;
	sharing.find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	sharing.find.end = report->time;
	sharing.find.metres = fairlead_ais_metres (sharing.find.place, sharing.find.end_place);
	g_array_append_val (self->sharings, sharing);
}

static gboolean
is_told (const FairleadAisIdentities *self, guint32 a, guint32 b)
{
	for (guint i = 0; i < self->sharings->len; i++) {
		const Sharing *sharing = &g_array_index (self->sharings, Sharing, i);
		guint32 first = sharing->holders[0].mmsi, second = sharing->holders[1].mmsi;

		if ((first == a && second == b) || (first == b && second == a))
			return TRUE;
	}
	return FALSE;
}

static void
note_number (FairleadAisIdentities *self, guint slot, const FairleadAisReport *report)
{
	const FairleadAisScene *scene = self->scene;
	const FairleadAisShip *ship = fairlead_ais_fleet_get (scene->fleet, slot);
	Holder holder = { slot, ship->mmsi };
	Holder *former = g_hash_table_lookup (self->holders, ship->names.imo);
	const FairleadAisShip *before = former == NULL ? NULL : holding_ship (self, former);

	if (before != NULL && before != ship && strcmp (before->names.imo, ship->names.imo) == 0
	    && (double) (report->time - before->report.time)
	               <= scene->parameters->shared_hours * 3600
	    && !is_told (self, before->mmsi, ship->mmsi))
		begin_sharing (self, former, &holder, report);
	if (former != NULL)
		*former = holder;
	else
		g_hash_table_insert (self->holders, g_strdup (ship->names.imo),
		                     g_memdup2 (&holder, sizeof holder));
}

/* How far both went on */
static void
end_sharing (FairleadAisIdentities *self, Sharing *sharing)
{
	FairleadAisShip *before = holding_ship (self, &sharing->holders[0]);
	const FairleadAisShip *ship = holding_ship (self, &sharing->holders[1]);
	FairleadAisFind *find = &sharing->find;
	gint64 began = find->end;
	gboolean goes_on = before->report.time > began;

	if (goes_on) {
		find->end = MIN (before->report.time, ship->report.time);
		find->ship.last = before->report.source;
	}
	find->other.last = ship->report.source;
	find->note = g_strdup_printf (
		"one IMO number on MMSI %u and %u%s", before->mmsi, ship->mmsi,
		goes_on ? ", both heard at the same time"
			: "; the first is not heard again: it may have changed its flag");
	fairlead_ais_finds_add (self->scene->finds, before, find);
}

void
fairlead_ais_identities_forget (FairleadAisIdentities *self, guint slot)
{
	for (guint i = self->sharings->len; i-- > 0;) {
		Sharing *sharing = &g_array_index (self->sharings, Sharing, i);

		if (sharing->holders[0].slot != slot && sharing->holders[1].slot != slot)
			continue;
		end_sharing (self, sharing);
		g_array_remove_index (self->sharings, i);
	}
}

void
fairlead_ais_identities_finish (FairleadAisIdentities *self)
{
	for (guint i = 0; i < self->sharings->len; i++)
		end_sharing (self, &g_array_index (self->sharings, Sharing, i));
	g_array_set_size (self->sharings, 0);
}

/* ---- one MMSI, changing names ---- */

static gboolean
differ (const char *before, const char *after)
{
	return *before != '\0' && *after != '\0' && strcmp (before, after) != 0;
}

/* Letters and digits alone, in capitals: what a typing error or a cut leaves in common */
static char *
dup_bare (const char *text)
{
	GString *bare = g_string_new (NULL);

	for (; *text != '\0'; text++)
		if (g_ascii_isalnum (*text) || (guint8) *text >= 0x80)
			g_string_append_c (bare, g_ascii_toupper (*text));
	return g_string_free (bare, FALSE);
}

static gboolean
is_spelling (const char *before, const char *after)
{
	g_autofree char *first = dup_bare (before);
	g_autofree char *second = dup_bare (after);

	return g_str_has_prefix (first, second) || g_str_has_prefix (second, first);
}

static void
append_change (GString *note, const char *what, const char *before, const char *after)
{
	if (differ (before, after))
		g_string_append_printf (note, "%s%s %s to %s", note->len > 0 ? ", " : "", what,
		                        before, after);
}

static void
tell_change (const FairleadAisScene *scene, FairleadAisShip *ship, const FairleadAisNames *now,
             const FairleadAisReport *report)
{
	const FairleadAisNames *old = &ship->names;
	gboolean is_name_alone =
		!differ (old->imo, now->imo) && !differ (old->call_sign, now->call_sign);
	g_autoptr (GString) note = g_string_new (NULL);
	FairleadAisFind find = fairlead_ais_find (
		is_name_alone ? FAIRLEAD_EVENT_RENAMING : FAIRLEAD_EVENT_IDENTITY_CONFLICT, ship);

	append_change (note, "name", old->name, now->name);
	append_change (note, "IMO number", old->imo, now->imo);
	append_change (note, "call sign", old->call_sign, now->call_sign);
	find.end = report->time;
	find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	find.ship.last = report->source;
	if (differ (old->name, now->name)) {
		find.before = g_strdup (old->name);
		find.after = g_strdup (now->name);
	}
	find.note = g_string_free (g_steal_pointer (&note), FALSE);
	if (!differ (old->imo, now->imo) && is_spelling (old->call_sign, now->call_sign)
	    && is_spelling (old->name, now->name))
		find.reason = FAIRLEAD_AIS_REASON_SPELLING;
	fairlead_ais_finds_add (scene->finds, ship, &find);
}

/* Whether the change between two identities, either way, is told for the first time */
static gboolean
is_new_change (FairleadAisShip *ship, guint from, guint to)
{
	guint low = MIN (from, to), high = MAX (from, to);

	if (ship->told == NULL)
		ship->told = g_new0 (guint32, FAIRLEAD_AIS_MOST_IDENTITIES);
	if (ship->told[low] & 1u << high)
		return FALSE;
	ship->told[low] |= 1u << high;
	return TRUE;
}

/* ---- check digits ---- */

static void
tell_bad_number (const FairleadAisScene *scene, FairleadAisShip *ship, const char *imo,
                 const FairleadAisReport *report)
{
	FairleadAisFind find = fairlead_ais_find (FAIRLEAD_EVENT_IDENTITY_CONFLICT, ship);

	find.start = find.end = report->time;
	find.place = find.end_place = (FairleadAisPlace){ report->latitude, report->longitude };
	find.ship.first = find.ship.last = report->source;
	find.note = g_strdup_printf ("the check digit of IMO number %s is wrong", imo);
	if (ship->names.type != FAIRLEAD_AIS_TYPE_CARGO
	    && ship->names.type != FAIRLEAD_AIS_TYPE_TANKER)
		find.reason = FAIRLEAD_AIS_REASON_SMALL_CRAFT;
	fairlead_ais_finds_add (scene->finds, ship, &find);
}

/* ---- all ---- */

static void
take_names (FairleadAisShip *ship, const FairleadAisNames *now)
{
	ship->names.name = *now->name != '\0' ? now->name : ship->names.name;
	ship->names.imo = *now->imo != '\0' ? now->imo : ship->names.imo;
	ship->names.call_sign = *now->call_sign != '\0' ? now->call_sign : ship->names.call_sign;
	if (now->type != FAIRLEAD_AIS_TYPE_UNKNOWN)
		ship->names.type = now->type;
}

void
fairlead_ais_identities_look (FairleadAisIdentities *self, guint slot,
                              const FairleadAisReport *report)
{
	FairleadAisShip *ship = fairlead_ais_fleet_get (self->scene->fleet, slot);
	const FairleadAisNames *now = g_ptr_array_index (ship->identities, report->identity);
	gboolean is_first = ship->known == G_MAXUINT;
	gboolean has_new_number = *now->imo != '\0' && strcmp (now->imo, ship->names.imo) != 0;
	gboolean is_changed = differ (ship->names.name, now->name)
	                      || differ (ship->names.imo, now->imo)
	                      || differ (ship->names.call_sign, now->call_sign);

	if (is_changed && !is_first && is_new_change (ship, ship->known, report->identity))
		tell_change (self->scene, ship, now, report);
	take_names (ship, now);
	ship->known = report->identity;
	if (!has_new_number)
		return;
	if (fairlead_imo_ship_check (now->imo))
		note_number (self, slot, report);
	else
		tell_bad_number (self->scene, ship, now->imo, report);
}
