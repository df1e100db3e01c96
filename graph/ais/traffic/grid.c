/* graph/ais/traffic/grid.c */
#include "graph/ais/traffic/grid.h"

#include <math.h>

#define NOBODY G_MAXUINT32
#define QUARTER 90.0
#define SEEN_CELLS 12u
#define ROWS_BEYOND 3 /* of the pole, and the one behind it */

typedef struct {
	guint64 cell;
	guint32 first; /* point, or NOBODY: the slot is free */
	guint32 count;
} Slot;

typedef struct {
	FairleadAisPlace place;
	guint32 next; /* in its cell, or NOBODY */
} Point;

struct _FairleadAisGrid {
	double width;    /* metres */
	double step;     /* degrees of latitude */
	guint32 *around; /* cells that go around in each row; 0: nobody has asked yet */
	Slot *slots;     /* a power of two of them */
	guint64 mask;
	Point *points;
	guint n_room;
};

FairleadAisGrid *
fairlead_ais_grid_new (double width)
{
	FairleadAisGrid *self = g_new0 (FairleadAisGrid, 1);

	g_return_val_if_fail (width >= 1, NULL);
	self->width = width;
	self->step = width / FAIRLEAD_AIS_METRES_PER_DEGREE;
	self->around = g_new0 (guint32, (gsize) (2 * QUARTER / self->step) + ROWS_BEYOND);
	fairlead_ais_grid_reset (self, 0);
	return self;
}

void
fairlead_ais_grid_free (FairleadAisGrid *self)
{
	if (self == NULL)
		return;
	g_free (self->around);
	g_free (self->slots);
	g_free (self->points);
	g_free (self);
}

void
fairlead_ais_grid_reset (FairleadAisGrid *self, guint n)
{
	guint64 n_slots = self->mask + 1;

	if (self->slots == NULL || n > self->n_room) {
		for (n_slots = 64; n_slots < 2 * (guint64) n;)
			n_slots *= 2;
		self->n_room = n;
		self->mask = n_slots - 1;
		self->slots = g_renew (Slot, self->slots, n_slots);
		self->points = g_renew (Point, self->points, MAX (1, n));
	}
	for (guint64 i = 0; i < n_slots; i++)
		self->slots[i].first = NOBODY;
}

/* ---- cells ---- */

static gint64
row_of (const FairleadAisGrid *self, double latitude)
{
	return (gint64) floor ((latitude + QUARTER) / self->step);
}

/* Where the row is nearest to a pole */
static guint32
count_around (const FairleadAisGrid *self, gint64 row)
{
	double low = (double) row * self->step - QUARTER;
	double far = MAX (fabs (low), fabs (low + self->step));
	double around = far >= QUARTER ? 0 : cos (far * (G_PI / 180.0)) * 360.0 / self->step;

	return MAX (1, (guint32) around);
}

/* Cells that go around in a row; the cosine of each is asked for once */
static gint64
cells_around (const FairleadAisGrid *self, gint64 row)
{
	if (self->around[row] == 0)
		self->around[row] = count_around (self, row);
	return self->around[row];
}

static gint64
column_of (double longitude, gint64 n)
{
	gint64 column = (gint64) floor ((longitude + 180.0) / 360.0 * (double) n);

	return ((column % n) + n) % n;
}

static guint64
cell_number (gint64 row, gint64 column)
{
	return (guint64) row << 32 | (guint64) column;
}

guint64
fairlead_ais_grid_cell (const FairleadAisGrid *self, FairleadAisPlace place)
{
	gint64 row = row_of (self, (double) place.latitude / FAIRLEAD_AIS_DEGREE);

	return cell_number (row, column_of ((double) place.longitude / FAIRLEAD_AIS_DEGREE,
	                                    cells_around (self, row)));
}

/* The slot of a cell, or the free one where it would be */
static Slot *
find_slot (const FairleadAisGrid *self, guint64 cell)
{
	guint64 at = (cell * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 20;

	while (self->slots[at & self->mask].first != NOBODY
	       && self->slots[at & self->mask].cell != cell)
		at++;
	return &self->slots[at & self->mask];
}

void
fairlead_ais_grid_add (FairleadAisGrid *self, guint point, FairleadAisPlace place)
{
	guint64 cell = fairlead_ais_grid_cell (self, place);
	Slot *slot = find_slot (self, cell);
	guint32 next = slot->first;

	g_return_if_fail (point < self->n_room);
	slot->count = next == NOBODY ? 1 : slot->count + 1;
	slot->cell = cell;
	slot->first = point;
	self->points[point] = (Point){ place, next };
}

guint
fairlead_ais_grid_count (const FairleadAisGrid *self, FairleadAisPlace place)
{
	const Slot *slot = find_slot (self, fairlead_ais_grid_cell (self, place));

	return slot->first == NOBODY ? 0 : slot->count;
}

/* ---- neighbours ---- */

/* What is looked for */
typedef struct {
	FairleadAisPlace place;
	gint64 after; /* points up to this one are left out; -1: none */
	gint64 north; /* millionths of a degree: what differs by more is too far */
	gint64 east;  /* the same in longitude */
	double reach; /* degrees of longitude that the width is at most */
	FairleadAisNear near;
	gpointer user_data;
} Visit;

/* The reach is a little less than it takes on a circle of latitude: near a pole only the distance
 * itself tells */
static Visit
visit_around (const FairleadAisGrid *self, FairleadAisPlace place, FairleadAisNear near,
              gpointer user_data)
{
	double nearest = fabs ((double) place.latitude / FAIRLEAD_AIS_DEGREE) + self->step;
	double reach = nearest >= QUARTER ? 360 : self->step / cos (nearest * (G_PI / 180.0));

	return (Visit){ .place = place,
		        .after = -1,
		        .north = (gint64) (1.001 * self->step * FAIRLEAD_AIS_DEGREE) + 1,
		        .east = reach < 1 ? (gint64) (1.001 * reach * FAIRLEAD_AIS_DEGREE) + 1
		                          : G_MAXINT64,
		        .reach = reach,
		        .near = near,
		        .user_data = user_data };
}

static gboolean
is_too_far (const Visit *visit, FairleadAisPlace place)
{
	return ABS (place.latitude - visit->place.latitude) > visit->north
	       || ABS (fairlead_ais_longitude_between (visit->place.longitude, place.longitude))
	                  > visit->east;
}

static gboolean
visit_cell (const FairleadAisGrid *self, guint64 cell, const Visit *visit)
{
	const Slot *slot = find_slot (self, cell);

	for (guint32 i = slot->first; i != NOBODY; i = self->points[i].next) {
		FairleadAisPlace place = self->points[i].place;
		double metres;

		if (i <= visit->after || is_too_far (visit, place))
			continue;
		metres = fairlead_ais_metres (visit->place, place);
		if (metres <= self->width && !visit->near (i, metres, visit->user_data))
			return FALSE;
	}
	return TRUE;
}

/* The cells of a row within the width of a longitude: two or three, and all near a pole, where the
 * whole row lies within a few widths */
static gboolean
visit_row (const FairleadAisGrid *self, gint64 row, const Visit *visit)
{
	double longitude = (double) visit->place.longitude / FAIRLEAD_AIS_DEGREE;
	gint64 n = cells_around (self, row);
	gint64 first = column_of (longitude - visit->reach, n);
	gint64 span = visit->reach >= 120 || n < SEEN_CELLS
	                      ? n - 1
	                      : (column_of (longitude + visit->reach, n) - first + n) % n;

	if (span == n - 1)
		first = 0;
	for (gint64 i = 0; i <= span; i++)
		if (!visit_cell (self, cell_number (row, (first + i) % n), visit))
			return FALSE;
	return TRUE;
}

static void
visit_rows (const FairleadAisGrid *self, const Visit *visit)
{
	gint64 row = row_of (self, (double) visit->place.latitude / FAIRLEAD_AIS_DEGREE);

	for (gint64 i = MAX (0, row - 1); i <= row + 1; i++)
		if (!visit_row (self, i, visit))
			return;
}

void
fairlead_ais_grid_visit (const FairleadAisGrid *self, FairleadAisPlace place, FairleadAisNear near,
                         gpointer user_data)
{
	Visit visit = visit_around (self, place, near, user_data);

	visit_rows (self, &visit);
}

void
fairlead_ais_grid_visit_later (const FairleadAisGrid *self, guint point, FairleadAisNear near,
                               gpointer user_data)
{
	Visit visit = visit_around (self, self->points[point].place, near, user_data);

	visit.after = point;
	visit_rows (self, &visit);
}
