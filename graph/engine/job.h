/* graph/engine/job.h: what an engine is asked: measures of one network, one after the other
 *
 * On the disk a job is a folder: `job`, a key file that a person can write too (docs/scale.md),
 * the arc file and the sets that it names; results come beside them. */
#pragma once
#include "graph/engine/vector.h"
G_BEGIN_DECLS

#define FAIRLEAD_SET_MAGIC "FLSET\r\n"
#define FAIRLEAD_JOB_FILE "job"
#define FAIRLEAD_JOB_ALL "all"
#define FAIRLEAD_JOB_PARTIES "parties"

/* measure, its name in jobs, the layer that it is of, whether it begins from a set, from another
 * set too */
#define FAIRLEAD_ENGINE_TABLE(X)                               \
	X (COMPONENTS, "components", LINKS, FALSE, FALSE)      \
	X (WALK, "walk", LINKS, TRUE, FALSE)                   \
	X (LIFT, "lift", LINKS, TRUE, TRUE)                    \
	X (KATZ, "katz", LINKS, TRUE, FALSE)                   \
	X (HOPS, "hops", LINKS, TRUE, FALSE)                   \
	X (REACH, "reach", LINKS, TRUE, FALSE)                 \
	X (BETWEENNESS, "betweenness", LINKS, TRUE, TRUE)      \
	X (NEIGHBOURHOOD, "neighbourhood", LINKS, TRUE, FALSE) \
	X (CONTROL, "control", CONTROL, TRUE, FALSE)           \
	X (OWNERSHIP, "ownership", HOLDINGS, TRUE, FALSE)      \
	X (CASCADE, "cascade", HOLDINGS, TRUE, FALSE)

/**
 * FairleadEngineMeasure:
 * @COMPONENTS: the least vertex of the part that hangs together
 * @WALK: share of time of the walk that restarts at the seeds
 * @LIFT: that divided by the walk that restarts at the others; a seed's own restarts are taken off
 * @KATZ: walks of any length from the seeds, each step damped by @DAMPING / greatest eigenvalue
 * @HOPS: fewest links from the seeds; -1 where none leads there
 * @REACH: strength of the strongest path from the seeds; 0 below the floor
 * @BETWEENNESS: cheapest paths between seeds and others that pass
 * @NEIGHBOURHOOD: 1 for what @REACH is not 0 of; and the links between those, as a part
 * @CONTROL: sum over the seeds of the strongest chain of control
 * @OWNERSHIP: the seeds' integrated share, lower bound
 * @CASCADE: 1 for who falls under the rule with the seeds
 *
 * Each as docs/measures.md and docs/ownership.md define it; docs/scale.md has what an engine must
 * agree on.
 */
typedef enum {
#define X(tag, name, layer, seeds, others) FAIRLEAD_ENGINE_##tag,
	FAIRLEAD_ENGINE_TABLE (X)
#undef X
		FAIRLEAD_N_ENGINE_MEASURES
} FairleadEngineMeasure;

/* number, its key in jobs, what it is unless said, its bounds */
#define FAIRLEAD_STEP_TABLE(X)                        \
	X (RESTART, "restart", 0.2, 1e-6, 0.999999)   \
	X (TOLERANCE, "tolerance", 1e-12, 1e-15, 0.1) \
	X (DAMPING, "damping", 0.85, 1e-6, 0.999999)  \
	X (HOP_LOSS, "hop-loss", 0.1, 1e-6, 0.999999) \
	X (FLOOR, "floor", 0.001, 1e-9, 1.0)          \
	X (DEPTH, "depth", 0, 0, 1e9)                 \
	X (NEEDED, "needed", 0.5, 1e-9, 1.0)          \
	X (UPPER, "upper", 0, 0, 1)                   \
	X (VOTES, "votes", 0, 0, 1)                   \
	X (IS_CONTROL, "control", 0, 0, 1)            \
	X (SAMPLES, "samples", 0, 0, 1e9)             \
	X (SEED, "seed", 1, 0, 4294967295.0)          \
	X (BATCH, "batch", 16, 1, 1024)               \
	X (TOP, "top", 0, 0, 1e9)

/**
 * FairleadStepNumber:
 * @TOLERANCE: how far equations may be from holding
 * @DAMPING: of Katz's measure
 * @FLOOR: what is weaker is not followed
 * @DEPTH: most hops; 0: any
 * @NEEDED: least share that falls under the rule
 * @UPPER, @VOTES, @IS_CONTROL: of a cascade: on upper bounds, votes count, control counts
 * @SAMPLES: so many of the smaller set are drawn by @SEED, and stand for all; 0: all
 * @BATCH: sources of betweenness searched at once: each takes memory
 * @TOP: so many are written as `NAME.top.csv` too
 */
typedef enum {
#define X(tag, key, standard, least, most) FAIRLEAD_STEP_##tag,
	FAIRLEAD_STEP_TABLE (X)
#undef X
		FAIRLEAD_N_STEP_NUMBERS
} FairleadStepNumber;

/* A vertex that a step begins from, and how much of it begins there */
typedef struct {
	guint64 vertex;
	double weight;
} FairleadSeed;

/**
 * FairleadSet:
 * @seeds: [n]: ascending, each once; of a large set in its file, so that ranks read a part each
 * @is_weighted: whether the weights differ; they add up to 1
 */
typedef struct {
	char *name;
	const FairleadSeed *seeds;
	guint64 n;
	gboolean is_weighted;
	GMappedFile *file; /* (nullable): where they are */
	GArray *own;       /* (nullable) of FairleadSeed: else */
} FairleadSet;

/**
 * FairleadStep:
 * @seeds, @others: names of sets, `all` or `parties`; NULL where the measure takes none
 */
typedef struct {
	char *name;
	FairleadEngineMeasure measure;
	char *seeds;
	char *others;
	double numbers[FAIRLEAD_N_STEP_NUMBERS];
} FairleadStep;

/**
 * FairleadJob:
 * @source: the network
 * @steps: (element-type FairleadStep)
 * @sets: (element-type FairleadSet)
 * @arcs: (nullable): the path of the arc file, where the network stands in one already, as it does
 *   of a job that was read: then that is not written again
 * @arcs_sum: of that file, where @source is of it
 * @partition: whether the network is numbered anew by a partitioner, so that less is exchanged
 */
typedef struct {
	FairleadArcSource source;
	GPtrArray *steps;
	GPtrArray *sets;
	char *arcs;
	guint64 arcs_sum;
	gboolean partition;
} FairleadJob;

FairleadJob *fairlead_job_new (FairleadArcSource source);
void fairlead_job_free (FairleadJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadJob, fairlead_job_free)
/* Takes the seeds, of FairleadSeed, and puts them in order */
void fairlead_job_add_set (FairleadJob *self, const char *name, GArray *seeds,
                           gboolean is_weighted);
/* The step, with the standard numbers; borrowed */
FairleadStep *fairlead_job_add_step (FairleadJob *self, const char *name,
                                     FairleadEngineMeasure measure, const char *seeds,
                                     const char *others);
/* NULL: it is no set of the job */
const FairleadSet *fairlead_job_find_set (const FairleadJob *self, const char *name);
/* (element-type FairleadSeed) (transfer full): all vertices, all parties, or those of a set */
GArray *fairlead_job_dup_seeds (const FairleadJob *self, const char *name);

const char *fairlead_engine_measure_name (FairleadEngineMeasure measure);
FairleadLayer fairlead_engine_measure_layer (FairleadEngineMeasure measure);

/* ---- on the disk ---- */

/* Writes the arc file, unless there is one, the sets and the job into a folder that there is */
gboolean fairlead_job_write (const FairleadJob *self, const char *folder, GCancellable *cancellable,
                             GError **error);
/* Reads a job file. Paths in it are beside it. Fails with SYNTAX, INVALID_VALUE and IO, naming file
 * and key. */
FairleadJob *fairlead_job_read (const char *path, GError **error);
/* The sum that the network of a job to be written is known by; that of one in memory is computed */
gboolean fairlead_job_sum_arcs (const FairleadJob *self, guint64 *sum, GError **error);
FairleadSet *fairlead_set_read (const char *path, GError **error);
void fairlead_set_free (FairleadSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSet, fairlead_set_free)
/* By what a set is known */
guint64 fairlead_set_sum (const FairleadSet *self);
/* What a result of the step answers: another for another network, set or number that matters */
guint64 fairlead_step_key (const FairleadStep *self, guint64 arcs, guint64 seeds, guint64 others);
guint64 fairlead_job_step_key (const FairleadJob *self, const FairleadStep *step, guint64 arcs);

/* ---- sampling ---- */

/* Of @n places, @k drawn by the seed, each once, ascending (of guint32) */
GArray *fairlead_job_draw (guint32 n, guint32 k, guint32 seed);

G_END_DECLS
