/* graph/ais/rules/encounters.c */
#include "graph/ais/rules/encounters.h"

#include "graph/ais/traffic/grid.h"

#define MINUTE 60

/* Two ships: the one with the lower MMSI first */
typedef struct {
	guint64 key; /* their slots */
	guint32 slots[2];
	gint64 since; /* both were heard there by then */
	gint64 until; /* and were last heard there */
	gint64 looked;
	double closest;
	FairleadAisPlace place;
	FairleadSource first[2];
	FairleadSource last[2];
	const FairleadAisPort *port;
	guint n_looks;
	guint n_crowded;
	guint n_in_port;
} Pair;

/* Whether a slow ship is in a crowd, once somebody asks */
typedef enum { CROWD_UNKNOWN, CROWD_NO, CROWD_YES } Crowd;

typedef struct {
	guint32 slot;
	FairleadAisPlace place;
	guint8 crowd; /* Crowd */
	guint8 is_service;
	guint8 is_packed; /* its cell holds too many */
} Slow;

struct _FairleadAisEncounters {
	const FairleadAisScene *scene;
	FairleadAisGrid *near;
	FairleadAisGrid *crowd;
	GArray *slow;      /* of Slow */
	GHashTable *pairs; /* of Pair by its key, owned */
	GHashTable *cells; /* of guint64, owned: those too full to pair */
	FairleadAisCrowds crowds;
	gint64 now;
};

FairleadAisEncounters *
fairlead_ais_encounters_new (const FairleadAisScene *scene)
{
	FairleadAisEncounters *self = g_new0 (FairleadAisEncounters, 1);

	self->scene = scene;
	self->near = fairlead_ais_grid_new (scene->parameters->meet_distance);
	self->crowd = fairlead_ais_grid_new (1000 * scene->parameters->crowd_distance);
	self->slow = g_array_new (FALSE, FALSE, sizeof (Slow));
	self->pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
	self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
	return self;
}

void
fairlead_ais_encounters_free (FairleadAisEncounters *self)
{
	if (self == NULL)
		return;
	fairlead_ais_grid_free (self->near);
	fairlead_ais_grid_free (self->crowd);
	g_array_unref (self->slow);
	g_hash_table_unref (self->pairs);
	g_hash_table_unref (self->cells);
	g_free (self);
}

const FairleadAisCrowds *
fairlead_ais_encounters_get_crowds (const FairleadAisEncounters *self)
{
	return &self->crowds;
}

/* ---- who is slow ---- */

static gboolean
is_slow (const FairleadAisEncounters *self, const FairleadAisShip *ship)
{
	const FairleadAisParameters *parameters = self->scene->parameters;

	return ship->mmsi != 0 && ship->report.time > G_MININT64
	       && (double) (self->now - ship->report.time) <= parameters->fresh * MINUTE
	       && ship->speed != FAIRLEAD_AIS_NO_SPEED && ship->speed < 10 * parameters->meet_speed;
}

static void
gather_slow (FairleadAisEncounters *self)
{
	FairleadAisFleet *fleet = self->scene->fleet;
	guint n = fairlead_ais_fleet_get_n_slots (fleet);

	g_array_set_size (self->slow, 0);
	for (guint slot = 0; slot < n; slot++) {
		const FairleadAisShip *ship = fairlead_ais_fleet_get (fleet, slot);
		Slow slow = { slot, fairlead_ais_ship_get_place (ship), CROWD_UNKNOWN,
			      ship->names.type == FAIRLEAD_AIS_TYPE_SERVICE, FALSE };

		if (is_slow (self, ship))
			g_array_append_val (self->slow, slow);
	}
}

static void
note_packed (FairleadAisEncounters *self, FairleadAisPlace place, guint count)
{
	guint64 cell = fairlead_ais_grid_cell (self->near, place);

	if (!g_hash_table_contains (self->cells, &cell))
		g_hash_table_add (self->cells, g_memdup2 (&cell, sizeof cell));
	self->crowds.n_cells = g_hash_table_size (self->cells);
	if (count <= self->crowds.most)
		return;
	self->crowds.most = count;
	self->crowds.place = place;
}

/* Tugs stand beside many a ship without making a crowd of it */
static void
fill_grids (FairleadAisEncounters *self)
{
	guint n = self->slow->len;

	fairlead_ais_grid_reset (self->near, n);
	fairlead_ais_grid_reset (self->crowd, n);
	for (guint i = 0; i < n; i++) {
		const Slow *slow = &g_array_index (self->slow, Slow, i);

		fairlead_ais_grid_add (self->near, i, slow->place);
		if (!slow->is_service)
			fairlead_ais_grid_add (self->crowd, i, slow->place);
	}
	for (guint i = 0; i < n; i++) {
		Slow *slow = &g_array_index (self->slow, Slow, i);
		guint count = fairlead_ais_grid_count (self->near, slow->place);

		slow->is_packed = count > self->scene->parameters->pairing;
		if (slow->is_packed)
			note_packed (self, slow->place, count);
	}
}

/* ---- pairs ---- */

typedef struct {
	guint n;
	guint enough;
} Count;

static gboolean
on_crowd (guint point, double metres, gpointer user_data)
{
	Count *count = user_data;

	(void) point;
	(void) metres;
	return ++count->n < count->enough;
}

/* The two themselves are not others; a tug of the two is not in the grid */
static gboolean
is_in_crowd (FairleadAisEncounters *self, Slow *slow, const Slow *other)
{
	guint own = !slow->is_service + !other->is_service;
	Count count = { 0, (guint) self->scene->parameters->crowd + own };

	if (slow->crowd == CROWD_UNKNOWN) {
		fairlead_ais_grid_visit (self->crowd, slow->place, on_crowd, &count);
		slow->crowd = count.n >= count.enough ? CROWD_YES : CROWD_NO;
	}
	return slow->crowd == CROWD_YES;
}

static Pair *
find_pair (FairleadAisEncounters *self, guint32 a, guint32 b)
{
	guint64 key = (guint64) MIN (a, b) << 32 | MAX (a, b);
	Pair *pair = g_hash_table_lookup (self->pairs, &key);
	FairleadAisFleet *fleet = self->scene->fleet;

	if (pair != NULL)
		return pair;
	pair = g_new0 (Pair, 1);
	pair->key = key;
	pair->slots[0] = a;
	pair->slots[1] = b;
	if (fairlead_ais_fleet_get (fleet, a)->mmsi > fairlead_ais_fleet_get (fleet, b)->mmsi) {
		pair->slots[0] = b;
		pair->slots[1] = a;
	}
	pair->closest = G_MAXDOUBLE;
	g_hash_table_insert (self->pairs, &pair->key, pair);
	return pair;
}

static void
note_pair (FairleadAisEncounters *self, Slow *a, Slow *b, double metres)
{
	Pair *pair = find_pair (self, a->slot, b->slot);
	const FairleadAisPort *port = fairlead_ais_ports_find (
		self->scene->ports, a->place, 1000 * self->scene->parameters->port_distance);
	const FairleadAisShip *ships[2];

	for (guint i = 0; i < 2; i++) {
		ships[i] = fairlead_ais_fleet_get (self->scene->fleet, pair->slots[i]);
		pair->last[i] = ships[i]->report.source;
		if (pair->n_looks == 0)
			pair->first[i] = pair->last[i];
	}
	if (pair->n_looks == 0)
		pair->since = MAX (ships[0]->report.time, ships[1]->report.time);
	pair->until = MIN (ships[0]->report.time, ships[1]->report.time);
	pair->looked = self->now;
	pair->n_looks++;
	pair->n_crowded += is_in_crowd (self, a, b) || is_in_crowd (self, b, a);
	pair->n_in_port += port != NULL;
	pair->port = port != NULL ? port : pair->port;
	if (metres < pair->closest) {
		pair->closest = metres;
		pair->place = fairlead_ais_between (a->place, b->place, 0.5);
	}
}

typedef struct {
	FairleadAisEncounters *self;
	guint point;
} Look;

static gboolean
on_near (guint point, double metres, gpointer user_data)
{
	const Look *look = user_data;
	Slow *slow = &g_array_index (look->self->slow, Slow, look->point);
	Slow *other = &g_array_index (look->self->slow, Slow, point);

	if (point > look->point && !other->is_packed)
		note_pair (look->self, slow, other, metres);
	return TRUE;
}

/* ---- ends ---- */

static FairleadAisReason
judge (const Pair *pair, const FairleadAisShip *ships[2])
{
	for (guint i = 0; i < 2; i++)
		if (ships[i]->names.type == FAIRLEAD_AIS_TYPE_SERVICE)
			return FAIRLEAD_AIS_REASON_SERVICE;
	for (guint i = 0; i < 2; i++)
		if (ships[i]->names.type == FAIRLEAD_AIS_TYPE_PLEASURE)
			return FAIRLEAD_AIS_REASON_PLEASURE;
	if (2 * pair->n_in_port > pair->n_looks)
		return FAIRLEAD_AIS_REASON_NEAR_PORT;
	return 2 * pair->n_crowded > pair->n_looks ? FAIRLEAD_AIS_REASON_CROWD
	                                           : FAIRLEAD_AIS_REASON_NONE;
}

static void
tell (FairleadAisEncounters *self, const Pair *pair)
{
	const FairleadAisScene *scene = self->scene;
	double interruption = scene->parameters->interruption * MINUTE;
	FairleadAisShip *ship = fairlead_ais_fleet_get (scene->fleet, pair->slots[0]);
	const FairleadAisShip *ships[2] = { ship,
		                            fairlead_ais_fleet_get (scene->fleet, pair->slots[1]) };
	FairleadAisFind find = fairlead_ais_find (FAIRLEAD_EVENT_ENCOUNTER, ship);

	find.other = fairlead_ais_party (ships[1]);
	find.ship.first = pair->first[0];
	find.ship.last = pair->last[0];
	find.other.first = pair->first[1];
	find.other.last = pair->last[1];
	find.start = pair->since;
	find.end = pair->until;
	find.is_open_start = (double) (pair->since - scene->begin) <= interruption;
	find.is_open_end = (double) (self->now - pair->until) <= interruption;
	find.place = find.end_place = pair->place;
	find.metres = pair->closest;
	find.port = pair->port != NULL ? g_strdup (pair->port->name) : NULL;
	find.reason = judge (pair, ships);
	fairlead_ais_finds_add (scene->finds, ship, &find);
}

static gboolean
end_if_apart (gpointer key, gpointer value, gpointer user_data)
{
	FairleadAisEncounters *self = user_data;
	const FairleadAisParameters *parameters = self->scene->parameters;
	const Pair *pair = value;

	(void) key;
	if ((double) (self->now - pair->looked) <= parameters->interruption * MINUTE)
		return FALSE;
	if ((double) (pair->until - pair->since) >= parameters->meet_hours * 3600)
		tell (self, pair);
	return TRUE;
}

void
fairlead_ais_encounters_look (FairleadAisEncounters *self, gint64 now)
{
	self->now = now;
	gather_slow (self);
	fill_grids (self);
	for (guint i = 0; i < self->slow->len; i++) {
		const Slow *slow = &g_array_index (self->slow, Slow, i);
		Look look = { self, i };

		if (!slow->is_packed)
			fairlead_ais_grid_visit (self->near, slow->place, on_near, &look);
	}
	g_hash_table_foreach_remove (self->pairs, end_if_apart, self);
}

void
fairlead_ais_encounters_finish (FairleadAisEncounters *self, gint64 now)
{
	const FairleadAisParameters *parameters = self->scene->parameters;
	GHashTableIter iter;
	gpointer value;

	self->now = now;
	g_hash_table_iter_init (&iter, self->pairs);
	while (g_hash_table_iter_next (&iter, NULL, &value)) {
		const Pair *pair = value;

		if ((double) (pair->until - pair->since) >= parameters->meet_hours * 3600)
			tell (self, pair);
		g_hash_table_iter_remove (&iter);
	}
}
