/* graph/ais/traffic/fleet.c */
#include "graph/ais/traffic/fleet.h"

#include "ingest/grammar/identifier.h"

struct _FairleadAisFleet {
	GHashTable *slots; /* by MMSI: slot + 1 */
	GArray *ships;     /* of FairleadAisShip */
	GArray *free;      /* of guint */
	guint most;
};

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

	self->slots = g_hash_table_new (NULL, NULL);
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
	g_hash_table_unref (self->slots);
	g_array_unref (self->ships);
	g_array_unref (self->free);
	g_free (self);
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

/* Rows mostly repeat what the row before said */
static guint
find_identity (FairleadAisShip *ship, guint hint, const FairleadAisIdentity *identity)
{
	GPtrArray *all = ship->identities;

	if (hint < all->len
	    && ((const FairleadAisNames *) all->pdata[hint])->hash == identity->hash)
		return hint;
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
		                   .known = G_MAXUINT,
		                   .names = { 0, (char *) "", (char *) "", (char *) "",
		                              FAIRLEAD_AIS_TYPE_UNKNOWN } };
	ship->identities = g_ptr_array_new_with_free_func (names_free);
	g_hash_table_insert (self->slots, GUINT_TO_POINTER (mmsi), GUINT_TO_POINTER (slot + 1));
	self->most = MAX (self->most, g_hash_table_size (self->slots));
	return slot;
}

void
fairlead_ais_fleet_take (FairleadAisFleet *self, FairleadAisReport *report,
                         const FairleadAisIdentity *identity)
{
	guint slot = GPOINTER_TO_UINT (
		g_hash_table_lookup (self->slots, GUINT_TO_POINTER (report->mmsi)));
	FairleadAisShip *ship;

	report->ship = slot > 0 ? slot - 1 : add_ship (self, report->mmsi);
	ship = fairlead_ais_fleet_get (self, report->ship);
	ship->taken = MAX (ship->taken, report->time);
	report->identity = (guint16) find_identity (ship, ship->report.identity, identity);
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

	g_hash_table_remove (self->slots, GUINT_TO_POINTER (ship->mmsi));
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
