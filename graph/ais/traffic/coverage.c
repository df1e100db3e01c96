/* graph/ais/traffic/coverage.c */
#include "graph/ais/traffic/coverage.h"

#include <string.h>

#define HOUR 3600
#define CELL (FAIRLEAD_AIS_DEGREE / 2)
#define ROWS 361 /* the north pole has one of its own */
#define COLUMNS 720
#define N_CELLS (ROWS * COLUMNS)
#define WORDS 4

struct _FairleadAisCoverage {
	gboolean is_begun;
	gint64 hour; /* the last one */
	guint64 (*cells)[WORDS];
};

FairleadAisCoverage *
fairlead_ais_coverage_new (void)
{
	FairleadAisCoverage *self = g_new0 (FairleadAisCoverage, 1);

	self->cells = g_malloc0_n (N_CELLS, sizeof *self->cells);
	return self;
}

void
fairlead_ais_coverage_free (FairleadAisCoverage *self)
{
	if (self == NULL)
		return;
	g_free (self->cells);
	g_free (self);
}

static guint
cell_of (FairleadAisPlace place)
{
	guint row = (guint) ((place.latitude + 90 * FAIRLEAD_AIS_DEGREE) / CELL);
	guint column = (guint) ((place.longitude + 180 * FAIRLEAD_AIS_DEGREE) / CELL);

	return row * COLUMNS + column % COLUMNS;
}

static guint64
bit_of (gint64 hour)
{
	return G_GUINT64_CONSTANT (1) << (hour & 63);
}

static guint
word_of (gint64 hour)
{
	return (guint) (hour >> 6) & (WORDS - 1);
}

/* Forgets what the bits of hours that begin said of those before */
static void
go_to (FairleadAisCoverage *self, gint64 hour)
{
	gint64 first = MAX (self->hour + 1, hour - FAIRLEAD_AIS_COVERAGE_HOURS);

	if (!self->is_begun)
		first = hour;
	if (hour - first >= FAIRLEAD_AIS_COVERAGE_HOURS)
		memset (self->cells, 0, N_CELLS * sizeof *self->cells);
	else
		for (gint64 at = first; at <= hour; at++)
			for (guint i = 0; i < N_CELLS; i++)
				self->cells[i][word_of (at)] &= ~bit_of (at);
	self->hour = hour;
	self->is_begun = TRUE;
}

void
fairlead_ais_coverage_note (FairleadAisCoverage *self, gint64 time, FairleadAisPlace place)
{
	gint64 hour = time / HOUR;

	if (!self->is_begun || hour > self->hour)
		go_to (self, hour);
	self->cells[cell_of (place)][word_of (hour)] |= bit_of (hour);
}

double
fairlead_ais_coverage_part (const FairleadAisCoverage *self, FairleadAisPlace from,
                            FairleadAisPlace to, gint64 since, gint64 until)
{
	gint64 first = MAX (since / HOUR + 1, self->hour - FAIRLEAD_AIS_COVERAGE_HOURS + 1);
	gint64 last = MIN (until / HOUR - 1, self->hour);
	guint n = 0, n_heard = 0;

	for (gint64 hour = first; hour <= last; hour++) {
		double part = (double) (hour * HOUR + HOUR / 2 - since) / (double) (until - since);
		FairleadAisPlace place = fairlead_ais_between (from, to, part);

		n++;
		n_heard += (self->cells[cell_of (place)][word_of (hour)] & bit_of (hour)) != 0;
	}
	return n == 0 ? 0 : (double) n_heard / n;
}
