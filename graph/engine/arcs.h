/* graph/engine/arcs.h: a network as numbers: vertices from 0, and layers of arcs between them
 *
 * This is all that an engine knows of a network. Vertices are numbered in the order of their ids,
 * before any engine sees them. The file is docs/scale.md's arc file. */
#pragma once
#include "graph/engine/binary.h"
#include "ingest/export.h"
G_BEGIN_DECLS

#define FAIRLEAD_ARCS_MAGIC "FLARCS\r\n"

/* layer, its name, what its values are */
#define FAIRLEAD_LAYER_TABLE(X)          \
	X (LINKS, "links", STRENGTH)     \
	X (CONTROL, "control", STRENGTH) \
	X (HOLDINGS, "holdings", SHARE)

/**
 * FairleadLayer:
 * @LINKS: conductance of each edge, 0 to 1, in single precision; each edge once, in either
 *   direction; of parallel ones the strongest counts, self links nothing
 * @CONTROL: degree of control of each link, 0 to 1, from who controls to what is controlled
 * @HOLDINGS: who holds how much of whom at least and at most, in billionths; each holding once
 */
typedef enum {
#define X(tag, name, value) FAIRLEAD_LAYER_##tag,
	FAIRLEAD_LAYER_TABLE (X)
#undef X
		FAIRLEAD_N_LAYERS
} FairleadLayer;

typedef struct {
	guint64 from;
	guint64 to;
	union {
		double strength;
		guint64 share; /* fairlead_arc_pack_share() */
	} value;
} FairleadArc;

#define FAIRLEAD_ARC_WORDS (sizeof (FairleadArc) / sizeof (guint64))

/* Of a vertex */
enum {
	FAIRLEAD_VERTEX_PARTY = 1 << 0, /* a person, company, ship...; a walk may restart there */
};

/* @low, @high: in billionths; @held: FairleadHeld */
static inline guint64
fairlead_arc_pack_share (guint32 low, guint32 high, guint held)
{
	return (guint64) held << 62 | (guint64) low << 31 | high;
}

static inline guint32
fairlead_arc_get_low (guint64 share)
{
	return share >> 31 & G_MAXINT32;
}

static inline guint32
fairlead_arc_get_high (guint64 share)
{
	return share & G_MAXINT32;
}

static inline guint
fairlead_arc_get_held (guint64 share)
{
	return (guint) (share >> 62);
}

/* Where arcs come from: so that a network is written without a second copy of it in memory */
typedef struct {
	guint64 n_vertices;
	guint64 n_arcs[FAIRLEAD_N_LAYERS];
	guint8 (*get_flags) (guint64 vertex, gpointer user_data);
	FairleadArc (*get_arc) (FairleadLayer layer, guint64 i, gpointer user_data);
	gpointer user_data;
} FairleadArcSource;

/* In memory */
typedef struct {
	guint64 n_vertices;
	guint8 *flags;                     /* [n_vertices] */
	GArray *layers[FAIRLEAD_N_LAYERS]; /* of FairleadArc */
} FairleadArcs;

FairleadArcs *fairlead_arcs_new (guint64 n_vertices);
void fairlead_arcs_free (FairleadArcs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadArcs, fairlead_arcs_free)
void fairlead_arcs_add (FairleadArcs *self, FairleadLayer layer, guint64 from, guint64 to,
                        double strength);
void fairlead_arcs_add_share (FairleadArcs *self, guint64 from, guint64 to, guint32 low,
                              guint32 high, guint held);
FairleadArcSource fairlead_arcs_get_source (FairleadArcs *self);

/* Writes the file; @stream (nullable): only the sum is wanted, which is what the file is known by.
 * Cost: O(arcs) and no memory. */
FAIRLEAD_API gboolean fairlead_arcs_write (const FairleadArcSource *source, GOutputStream *stream,
                                           guint64 *sum, GCancellable *cancellable, GError **error);
/* Reads a file whole. Fails with UNKNOWN_FORMAT, SYNTAX, INVALID_VALUE and IO, naming it. */
FairleadArcs *fairlead_arcs_read (const char *path, GError **error);

/* ---- the body of the file, for those who read a part of it ---- */

/* So many words at its beginning say how many arcs each layer has; the flags of the vertices
 * follow, eight to a word, then the arcs, layer after layer */
static inline guint64
fairlead_arcs_count_flag_words (guint64 n_vertices)
{
	return (n_vertices + 7) / 8;
}

/* Whether the layers and flags are as long as the body is */
gboolean fairlead_arcs_are_whole (const FairleadBinaryHead *head, const guint64 *body);
/* What is wrong with an arc; NULL: nothing */
const char *fairlead_arc_find_fault (const FairleadArc *arc, FairleadLayer layer,
                                     guint64 n_vertices);
const char *fairlead_layer_name (FairleadLayer layer);

G_END_DECLS
