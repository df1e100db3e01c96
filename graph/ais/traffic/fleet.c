/* graph/ais/traffic/fleet.c */
#include "graph/ais/traffic/fleet.h"

#include "ingest/grammar/identifier.h"

/* MMSI and slot, beside each other: each row asks for one */
typedef struct {
	guint32 mmsi; /* 0: nobody */
	guint32 slot;
} Entry;

struct _FairleadAisFleet {
	Entry *entries; /* a power of two of them, each at or behind the place that its MMSI has */
	guint32 mask;
	guint n_ships;
	GArray *ships; /* of FairleadAisShip */
	GArray *free;  /* of guint */
	guint most;
};

#define FIRST_ENTRIES 1024u

static void
names_free (gpointer data)
{
	FairleadAisNames *self = data;

	g_free (self->name);
	g_free (self->imo);
	g_free (self->call_sign);
	g_free (self);
}

FairleadAisFleet *
fairlead_ais_fleet_new (void)
{
	FairleadAisFleet *self = g_new0 (FairleadAisFleet, 1);

	self->entries = g_new0 (Entry, FIRST_ENTRIES);
	self->mask = FIRST_ENTRIES - 1;
	self->ships = g_array_new (FALSE, TRUE, sizeof (FairleadAisShip));
	self->free = g_array_new (FALSE, FALSE, sizeof (guint));
	return self;
}

static void
clear_ship (FairleadAisShip *ship)
{
	g_clear_pointer (&ship->identities, g_ptr_array_unref);
	g_free (ship->told);
	*ship = (FairleadAisShip){ 0 };
}

void
fairlead_ais_fleet_free (FairleadAisFleet *self)
{
	if (self == NULL)
		return;
	for (guint i = 0; i < self->ships->len; i++)
		clear_ship (fairlead_ais_fleet_get (self, i));
	g_free (self->entries);
	g_array_unref (self->ships);
	g_array_unref (self->free);
	g_free (self);
}

/* ---- ships by MMSI ---- */

static guint32
home_of (const FairleadAisFleet *self, guint32 mmsi)
{
	return (guint32) (mmsi * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15) >> 40) & self->mask;
}

/* The entry of a ship, or the free one where it would be */
static guint32
find_entry (const FairleadAisFleet *self, guint32 mmsi)
{
	guint32 at = home_of (self, mmsi);

	while (self->entries[at].mmsi != mmsi && self->entries[at].mmsi != 0)
		at = (at + 1) & self->mask;
	return at;
}

static void
double_entries (FairleadAisFleet *self)
{
	g_autofree Entry *former = self->entries;
	guint32 n = self->mask + 1;

	self->entries = g_new0 (Entry, 2 * (gsize) n);
	self->mask = 2 * n - 1;
	for (guint32 i = 0; i < n; i++)
		if (former[i].mmsi != 0)
			self->entries[find_entry (self, former[i].mmsi)] = former[i];
}

static void
add_entry (FairleadAisFleet *self, guint32 mmsi, guint slot)
{
	if (2 * self->n_ships > self->mask)
		double_entries (self);
	self->entries[find_entry (self, mmsi)] = (Entry){ mmsi, slot };
	self->n_ships++;
	self->most = MAX (self->most, self->n_ships);
}

/* Those behind it that would not be found across the gap move up */
static void
remove_entry (FairleadAisFleet *self, guint32 mmsi)
{
	guint32 gap = find_entry (self, mmsi);

	self->entries[gap].mmsi = 0;
	self->n_ships--;
	for (guint32 at = (gap + 1) & self->mask; self->entries[at].mmsi != 0;
	     at = (at + 1) & self->mask) {
		guint32 home = home_of (self, self->entries[at].mmsi);

		if (((at - home) & self->mask) < ((at - gap) & self->mask))
			continue;
		self->entries[gap] = self->entries[at];
		self->entries[at].mmsi = 0;
		gap = at;
	}
}

/* ---- names ---- */

/* `IMO9562233`, `9562233`; empty for what is no number of a ship at all, zeros among it */
static char *
dup_imo (const char *text)
{
	char number[64];

	if (!fairlead_identifier_normalise (FAIRLEAD_ID_IMO, text, number, sizeof number))
		return g_strdup ("");
	return g_strdup (number);
}

static FairleadAisNames *
names_new (const FairleadAisIdentity *identity)
{
	FairleadAisNames *self = g_new0 (FairleadAisNames, 1);

	self->hash = identity->hash;
	self->name = g_strstrip (g_strdup (identity->name));
	self->call_sign = g_strstrip (g_strdup (identity->call_sign));
	self->imo = dup_imo (identity->imo);
	self->type = fairlead_ais_type_parse (identity->type);
	return self;
}

static guint
find_identity (const FairleadAisShip *ship, const FairleadAisIdentity *identity)
{
	GPtrArray *all = ship->identities;

	for (guint i = 0; i < all->len; i++)
		if (((const FairleadAisNames *) all->pdata[i])->hash == identity->hash)
			return i;
	if (all->len >= FAIRLEAD_AIS_MOST_IDENTITIES)
		return all->len - 1;
	g_ptr_array_add (all, names_new (identity));
	return all->len - 1;
}

/* ---- ships ---- */

static guint
add_ship (FairleadAisFleet *self, guint32 mmsi)
{
	guint slot = self->ships->len;
	FairleadAisShip *ship;

	if (self->free->len > 0) {
		slot = g_array_index (self->free, guint, self->free->len - 1);
		g_array_set_size (self->free, self->free->len - 1);
	} else {
		g_array_set_size (self->ships, slot + 1);
	}
	ship = fairlead_ais_fleet_get (self, slot);
	*ship = (FairleadAisShip){ .mmsi = mmsi,
		                   .report = { .time = G_MININT64 },
		                   .speed = FAIRLEAD_AIS_NO_SPEED,
		                   .heard_ahead = -1,
		                   .known = G_MAXUINT,
		                   .names = { 0, (char *) "", (char *) "", (char *) "",
		                              FAIRLEAD_AIS_TYPE_UNKNOWN } };
	ship->identities = g_ptr_array_new_with_free_func (names_free);
	add_entry (self, mmsi, slot);
	return slot;
}

void
fairlead_ais_fleet_take (FairleadAisFleet *self, FairleadAisReport *report,
                         const FairleadAisIdentity *identity)
{
	const Entry *entry = &self->entries[find_entry (self, report->mmsi)];
	FairleadAisShip *ship;

	report->ship = entry->mmsi != 0 ? entry->slot : add_ship (self, report->mmsi);
	ship = fairlead_ais_fleet_get (self, report->ship);
	ship->taken = MAX (ship->taken, report->time);
	/* Rows mostly repeat what the row before said */
	if (ship->identities->len == 0 || ship->last_hash != identity->hash) {
		ship->last_identity = (guint16) find_identity (ship, identity);
		ship->last_hash = identity->hash;
	}
	report->identity = ship->last_identity;
}

guint
fairlead_ais_fleet_get_n_slots (const FairleadAisFleet *self)
{
	return self->ships->len;
}

FairleadAisShip *
fairlead_ais_fleet_get (const FairleadAisFleet *self, guint slot)
{
	return &g_array_index (self->ships, FairleadAisShip, slot);
}

void
fairlead_ais_fleet_forget (FairleadAisFleet *self, guint slot)
{
	FairleadAisShip *ship = fairlead_ais_fleet_get (self, slot);

	remove_entry (self, ship->mmsi);
	clear_ship (ship);
	g_array_append_val (self->free, slot);
}

guint
fairlead_ais_fleet_get_most (const FairleadAisFleet *self)
{
	return self->most;
}

FairleadAisPlace
fairlead_ais_ship_get_place (const FairleadAisShip *ship)
{
	return (FairleadAisPlace){ ship->report.latitude, ship->report.longitude };
}
