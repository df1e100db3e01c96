/* graph/ais/rules/encounters.c */
#include "graph/ais/rules/encounters.h"

#include "graph/ais/traffic/grid.h"

#define MINUTE 60

/* Two ships: the one with the lower MMSI first */
typedef struct {
	guint64 key; /* their slots, the lower one above */
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

/* A slow ship, with what a look asks of it again and again */
typedef struct {
	guint32 slot;
	guint32 mmsi;
	FairleadAisPlace place;
	gint64 time;
	FairleadSource source;
	const FairleadAisPort *port;
	gint n_around; /* in the crowd distance, itself too, as far as it matters; -1: not asked */
	guint8 is_service;
	guint8 is_packed; /* its cell holds too many */
	guint8 has_port;  /* `port` was asked for */
} Slow;

/* Two that are near each other, by their numbers among the slow */
typedef struct {
	guint32 a;
	guint32 b; /* higher */
	double metres;
} Meet;

struct _FairleadAisEncounters {
	const FairleadAisScene *scene;
	FairleadAisGrid *near;
	FairleadAisGrid *crowd;
	GArray *slow;      /* of Slow, by slot */
	GArray *meets;     /* of Meet, by slots */
	GPtrArray *pairs;  /* of Pair by key, owned */
	GPtrArray *former; /* what `pairs` was before the look */
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
	self->meets = g_array_new (FALSE, FALSE, sizeof (Meet));
	self->pairs = g_ptr_array_new ();
	self->former = g_ptr_array_new ();
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
	g_array_unref (self->meets);
	g_ptr_array_set_free_func (self->pairs, g_free);
	g_ptr_array_unref (self->pairs);
	g_ptr_array_unref (self->former);
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
		Slow slow = { .slot = slot, .n_around = -1 };

		if (!is_slow (self, ship))
			continue;
		slow.mmsi = ship->mmsi;
		slow.place = fairlead_ais_ship_get_place (ship);
		slow.time = ship->report.time;
		slow.source = ship->report.source;
		slow.is_service = ship->names.type == FAIRLEAD_AIS_TYPE_SERVICE;
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

/* Tugs stand beside many a ship without making a crowd of it. The last is added first, so that
 * those of a cell are met in their order. */
static void
fill_grids (FairleadAisEncounters *self)
{
	guint n = self->slow->len;

	fairlead_ais_grid_reset (self->near, n);
	fairlead_ais_grid_reset (self->crowd, n);
	for (guint i = n; i-- > 0;) {
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

/* ---- what pairs ask ---- */

typedef struct {
	gint n;
	gint enough;
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
	gint crowd = (gint) self->scene->parameters->crowd;
	Count count = { 0, crowd + 2 };

	if (slow->n_around < 0) {
		fairlead_ais_grid_visit (self->crowd, slow->place, on_crowd, &count);
		slow->n_around = count.n;
	}
	return slow->n_around >= crowd + !slow->is_service + !other->is_service;
}

static const FairleadAisPort *
port_of (const FairleadAisEncounters *self, Slow *slow)
{
	const FairleadAisScene *scene = self->scene;

	if (!slow->has_port)
		slow->port = fairlead_ais_ports_find (scene->ports, slow->place,
		                                      1000 * scene->parameters->port_distance);
	slow->has_port = TRUE;
	return slow->port;
}

/* ---- pairs ---- */

static Pair *
pair_new (guint64 key, const Slow *a, const Slow *b)
{
	Pair *pair = g_new0 (Pair, 1);
	gboolean is_turned = a->mmsi > b->mmsi;
	const Slow *ships[2] = { is_turned ? b : a, is_turned ? a : b };

	pair->key = key;
	pair->since = MAX (a->time, b->time);
	pair->closest = G_MAXDOUBLE;
	for (guint i = 0; i < 2; i++) {
		pair->slots[i] = ships[i]->slot;
		pair->first[i] = ships[i]->source;
	}
	return pair;
}

static void
note_pair (FairleadAisEncounters *self, Pair *pair, Slow *a, Slow *b, double metres)
{
	const FairleadAisPort *port = port_of (self, a);
	gboolean is_turned = pair->slots[0] != a->slot;

	pair->last[is_turned] = a->source;
	pair->last[!is_turned] = b->source;
	pair->until = MIN (a->time, b->time);
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
	guint32 slow;
	guint first; /* meet of it */
} Look;

/* Cell by cell they come in their order: little has to move */
static gboolean
on_near (guint point, double metres, gpointer user_data)
{
	const Look *look = user_data;
	GArray *meets = look->self->meets;
	guint at = meets->len;

	if (g_array_index (look->self->slow, Slow, point).is_packed)
		return TRUE;
	g_array_set_size (meets, at + 1);
	for (; at > look->first && g_array_index (meets, Meet, at - 1).b > point; at--)
		g_array_index (meets, Meet, at) = g_array_index (meets, Meet, at - 1);
	g_array_index (meets, Meet, at) = (Meet){ look->slow, point, metres };
	return TRUE;
}

static void
find_meets (FairleadAisEncounters *self)
{
	g_array_set_size (self->meets, 0);
	for (guint i = 0; i < self->slow->len; i++) {
		Look look = { self, i, self->meets->len };

		if (!g_array_index (self->slow, Slow, i).is_packed)
			fairlead_ais_grid_visit_later (self->near, i, on_near, &look);
	}
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

static void
end_pair (FairleadAisEncounters *self, Pair *pair)
{
	if ((double) (pair->until - pair->since) >= self->scene->parameters->meet_hours * 3600)
		tell (self, pair);
	g_free (pair);
}

/* A pair that was not met at this look */
static void
keep_or_end (FairleadAisEncounters *self, Pair *pair)
{
	double apart = (double) (self->now - pair->looked);

	if (apart <= self->scene->parameters->interruption * MINUTE)
		g_ptr_array_add (self->pairs, pair);
	else
		end_pair (self, pair);
}

/* Pairs and meets stand in the same order */
static void
merge_meets (FairleadAisEncounters *self)
{
	GPtrArray *former = self->pairs;
	guint n = 0;

	self->pairs = self->former;
	self->former = former;
	for (guint i = 0; i < self->meets->len; i++) {
		const Meet *meet = &g_array_index (self->meets, Meet, i);
		Slow *a = &g_array_index (self->slow, Slow, meet->a);
		Slow *b = &g_array_index (self->slow, Slow, meet->b);
		guint64 key = (guint64) a->slot << 32 | b->slot;
		Pair *pair;

		while (n < former->len && ((const Pair *) former->pdata[n])->key < key)
			keep_or_end (self, former->pdata[n++]);
		if (n < former->len && ((const Pair *) former->pdata[n])->key == key)
			pair = former->pdata[n++];
		else
			pair = pair_new (key, a, b);
		note_pair (self, pair, a, b, meet->metres);
		g_ptr_array_add (self->pairs, pair);
	}
	while (n < former->len)
		keep_or_end (self, former->pdata[n++]);
	g_ptr_array_set_size (former, 0);
}

void
fairlead_ais_encounters_look (FairleadAisEncounters *self, gint64 now)
{
	self->now = now;
	gather_slow (self);
	fill_grids (self);
	find_meets (self);
	merge_meets (self);
}

void
fairlead_ais_encounters_finish (FairleadAisEncounters *self, gint64 now)
{
	self->now = now;
	for (guint i = 0; i < self->pairs->len; i++)
		end_pair (self, self->pairs->pdata[i]);
	g_ptr_array_set_size (self->pairs, 0);
}
