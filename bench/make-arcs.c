/* bench/make-arcs.c: large networks as arc files, the same each time
 *
 * usage: make-arcs VERTICES LINKS scrambled|near FILE
 *
 * Nine tenths of the links lead from any vertex to one of those with many (the chance of the i-th
 * falls with the root of i), a tenth joins islands of eight. `scrambled` numbers vertices in no
 * order, the worst case; `near` gives islands, and halves of the links, neighbouring numbers. Each
 * third link is a holding too. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "graph/engine/arcs.h"

typedef struct {
	guint64 n;
	guint64 n_links;
	guint64 factor; /* without a common divisor with n: i * factor mod n goes over all */
	gboolean is_near;
} Made;

static double
draw (guint64 i, guint64 what)
{
	return (double) (fairlead_binary_mix (i, what) >> 11) / (double) (1ull << 53);
}

static guint64
number (const Made *self, guint64 vertex)
{
	return self->is_near ? vertex
	                     : (guint64) ((unsigned __int128) vertex * self->factor % self->n);
}

static guint8
get_flags (guint64 vertex, gpointer user_data)
{
	(void) vertex;
	(void) user_data;
	return FAIRLEAD_VERTEX_PARTY;
}

static void
choose_ends (const Made *self, guint64 i, guint64 *from, guint64 *to)
{
	guint64 core = self->n / 10 * 9;
	double place = draw (i, 2);

	if (draw (i, 0) < 0.1) {
		guint64 island = (guint64) (draw (i, 1) * (double) ((self->n - core) / 8));

		*from = core + 8 * island + (guint64) (draw (i, 2) * 8);
		*to = core + 8 * island + (guint64) (draw (i, 3) * 8);
		return;
	}
	*from = (guint64) (draw (i, 1) * (double) core);
	*to = (guint64) (place * place * (double) core);
	if (self->is_near && draw (i, 4) < 0.5)
		*to = (*from + 1 + (guint64) (draw (i, 5) * 50)) % core;
}

static FairleadArc
get_arc (FairleadLayer layer, guint64 i, gpointer user_data)
{
	const Made *self = user_data;
	FairleadArc arc;
	guint64 from, to;

	choose_ends (self, layer == FAIRLEAD_LAYER_HOLDINGS ? 3 * i : i, &from, &to);
	arc.from = number (self, from);
	arc.to = number (self, to);
	if (layer == FAIRLEAD_LAYER_HOLDINGS)
		arc.value.share = fairlead_arc_pack_share (300000000, 300000000, 0);
	else
		arc.value.strength = 0.5 + 0.5 * draw (i, 6);
	return arc;
}

int
main (int argc, char **argv)
{
	Made made = { .factor = 982451653 };
	FairleadArcSource source = { .get_flags = get_flags,
		                     .get_arc = get_arc,
		                     .user_data = &made };
	g_autoptr (GFile) file = NULL;
	g_autoptr (GFileOutputStream) stream = NULL;
	guint64 sum;

	if (argc != 5) {
		fputs ("usage: make-arcs VERTICES LINKS scrambled|near FILE\n", stderr);
		return 2;
	}
	made.n = source.n_vertices = g_ascii_strtoull (argv[1], NULL, 10);
	made.n_links = g_ascii_strtoull (argv[2], NULL, 10);
	made.is_near = strcmp (argv[3], "near") == 0;
	source.n_arcs[FAIRLEAD_LAYER_LINKS] = made.n_links;
	source.n_arcs[FAIRLEAD_LAYER_HOLDINGS] = made.n_links / 3;
	file = g_file_new_for_path (argv[4]);
	stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
	return stream != NULL
	                       && fairlead_arcs_write (&source, G_OUTPUT_STREAM (stream), &sum,
	                                               NULL, NULL)
	                       && g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL)
	               ? 0
	               : 1;
}
