/* graph/score/draws.c
 *
 * Whether a link stands in a draw is a function of the seed, the draw and the link, and not of what
 * was drawn before: threads may share the draws as they like. */
#include "graph/score/draws.h"

#include <stdlib.h>
#include <string.h>

#include "graph/score/ranking-private.h"
#include "graph/score/rerank.h"
#include "graph/telling.h"
#include "ingest/record/error.h"

#define LOW_END 0.05
#define HIGH_END 0.95

typedef struct {
	const FairleadRerank *rerank;
	const FairleadMissingPool *pool;
	const FairleadScoring *scoring;
	const FairleadDrawChoice *choice;
	gfloat *confidence; /* of each link */
	GCancellable *cancellable;
	guint32 **ranks; /* of each draw */
	gint next;       /* draw that nobody has taken yet */
	GMutex lock;     /* of the error */
	GError *error;
	FairleadTelling telling;
	GThread *teller; /* who asked, and draws too */
} Drawing;

static void
draw_links (const Drawing *self, guint draw, guint8 *is_kept, GArray *missing)
{
	guint32 n_links = fairlead_network_get_n_links (self->scoring->network);
	double most_sure = self->scoring->parameters->most_sure;
	guint64 start = fairlead_mix (fairlead_mix (self->choice->seed) + draw);

	for (FairleadLink link = 0; link < n_links; link++)
		is_kept[link] = fairlead_mix_part (start + link)
		                < most_sure * (double) self->confidence[link];
	g_array_set_size (missing, 0);
	fairlead_missing_pool_draw (self->pool, fairlead_mix (~start), missing);
}

static gfloat *
dup_confidences (FairleadNetwork *network)
{
	guint32 n = fairlead_network_get_n_links (network);
	gfloat *confidence = g_new (gfloat, MAX (n, 1));

	for (FairleadLink link = 0; link < n; link++)
		confidence[link] = fairlead_network_get_confidence (network, link);
	return confidence;
}

static gpointer
work (gpointer data)
{
	Drawing *self = data;
	guint32 n_links = fairlead_network_get_n_links (self->scoring->network);
	g_autofree guint8 *is_kept = g_malloc (MAX (n_links, 1));
	g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (FairleadMissing));
	gint draw;

	while ((draw = g_atomic_int_add (&self->next, 1)) < (gint) self->choice->n_draws) {
		const FairleadWhatIf what = { is_kept, TRUE, TRUE, missing,
			                      fairlead_mix (~(guint64) draw ^ self->choice->seed)
			                              | 1u };
		GError *error = NULL;

		if (g_thread_self () == self->teller)
			fairlead_tell (&self->telling, "drawing links", (guint64) draw,
			               self->choice->n_draws);
		draw_links (self, (guint) draw, is_kept, missing);
		self->ranks[draw] =
			fairlead_rerank_run (self->rerank, &what, self->cancellable, &error);
		if (error == NULL)
			continue;
		g_mutex_lock (&self->lock);
		if (self->error == NULL)
			self->error = g_steal_pointer (&error);
		g_mutex_unlock (&self->lock);
		g_clear_error (&error);
		break;
	}
	return NULL;
}

static void
run_threads (Drawing *self)
{
	guint n = self->choice->n_threads > 0 ? self->choice->n_threads : g_get_num_processors ();
	g_autofree GThread **threads = g_new0 (GThread *, n);

	for (guint i = 1; i < n; i++)
		threads[i] = g_thread_try_new ("draws", work, self, NULL);
	work (self);
	for (guint i = 1; i < n; i++)
		if (threads[i] != NULL)
			g_thread_join (threads[i]);
}

/* ---- what the draws say ---- */

static gint
compare_ranks (gconstpointer a, gconstpointer b)
{
	guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

	return first < second ? -1 : first > second;
}

static FairleadSpread
spread_of (const Drawing *drawing, guint32 i, guint32 *sorted)
{
	guint n = drawing->choice->n_draws;
	guint n_top = 0;

	for (guint draw = 0; draw < n; draw++) {
		sorted[draw] = drawing->ranks[draw][i];
		n_top += sorted[draw] <= drawing->choice->top;
	}
	qsort (sorted, n, sizeof *sorted, compare_ranks);
	return (FairleadSpread){ sorted[(guint) (LOW_END * (n - 1))],
		                 sorted[(guint) (HIGH_END * (n - 1) + 0.999999)],
		                 (double) n_top / n };
}

static void
summarise (FairleadDraws *self, const Drawing *drawing)
{
	g_autofree guint32 *sorted = g_new (guint32, self->choice.n_draws);
	guint n_top = 0;

	for (guint32 i = 0; i < self->n_part; i++) {
		guint32 row = fairlead_rerank_get_row (drawing->rerank, i);
		FairleadSpread spread = spread_of (drawing, i, sorted);

		g_array_index (self->spreads, FairleadSpread, row) = spread;
		if (row >= self->choice.top)
			continue;
		self->kept += spread.top;
		n_top++;
	}
	self->kept = n_top > 0 ? self->kept / n_top : 0.0;
	for (guint draw = 0; draw < self->choice.n_draws && self->n_part > 0; draw++)
		self->first += (double) (drawing->ranks[draw][0] == 1) / self->choice.n_draws;
}

gboolean
fairlead_draws_init (FairleadDraws *self, FairleadRanking *ranking,
                     const FairleadDrawChoice *choice, FairleadRankProgress progress,
                     gpointer user_data, GCancellable *cancellable, GError **error)
{
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	g_autoptr (FairleadRerank) rerank =
		fairlead_rerank_new (ranking, (guint32) scoring->parameters->arena, TRUE);
	g_autoptr (FairleadMissingPool) pool = fairlead_missing_pool_new (
		scoring, fairlead_rerank_get_numbers (rerank), choice->merges);
	Drawing drawing = { .rerank = rerank,
		            .pool = pool,
		            .scoring = scoring,
		            .choice = choice,
		            .cancellable = cancellable,
		            .telling = { progress, user_data },
		            .teller = g_thread_self () };
	guint n_rows;

	fairlead_tell (&drawing.telling, "drawing links", 0, choice->n_draws);
	fairlead_ranking_get_rows (ranking, &n_rows);
	drawing.ranks = g_new0 (guint32 *, choice->n_draws);
	drawing.confidence = dup_confidences (scoring->network);
	g_mutex_init (&drawing.lock);
	run_threads (&drawing);
	g_mutex_clear (&drawing.lock);
	if (drawing.error == NULL) {
		*self = (FairleadDraws){ .choice = *choice,
			                 .n_part = fairlead_rerank_get_n (rerank),
			                 .n_merges =
			                         choice->merges != NULL ? choice->merges->len : 0,
			                 .is_bounded = fairlead_rerank_is_bounded (rerank) };
		self->choice.merges = NULL; /* the caller's */
		self->spreads = g_array_sized_new (FALSE, TRUE, sizeof (FairleadSpread), n_rows);
		g_array_set_size (self->spreads, n_rows);
		summarise (self, &drawing);
	} else {
		g_propagate_error (error, g_steal_pointer (&drawing.error));
	}
	for (guint i = 0; i < choice->n_draws; i++)
		g_free (drawing.ranks[i]);
	g_free (drawing.ranks);
	g_free (drawing.confidence);
	return self->spreads != NULL;
}

void
fairlead_draws_clear (FairleadDraws *self)
{
	g_clear_pointer (&self->spreads, g_array_unref);
}

/* ---- without a source ---- */

/* Whole names only: `roles.csv` is the end of `data/roles.csv`, not of `old-roles.csv` */
static gboolean
is_source (const char *path, const char *source)
{
	gsize length = strlen (path), wanted = strlen (source);

	return g_str_has_suffix (path, source)
	       && (length == wanted || strchr ("/!", path[length - wanted - 1]) != NULL);
}

guint32 *
fairlead_ranking_rank_without (FairleadRanking *ranking, const char *source, guint *n_links,
                               GCancellable *cancellable, GError **error)
{
	const FairleadScoring *scoring = fairlead_ranking_get_scoring (ranking);
	FairleadRecords *records = fairlead_network_get_records (scoring->network);
	guint32 n = fairlead_network_get_n_links (scoring->network);
	g_autofree guint8 *is_kept = g_malloc (MAX (n, 1));
	g_autofree guint8 *is_dropped = NULL;
	g_autofree guint32 *part = NULL;
	g_autoptr (FairleadRerank) rerank = NULL;
	const FairleadWhatIf what = { is_kept, FALSE, FALSE, NULL, 0 };
	guint n_files, n_rows, n_found = 0, n_out = 0;
	const FairleadFileRow *files = fairlead_records_get_files (records, &n_files);
	guint32 *ranks;

	is_dropped = g_malloc0 (MAX (n_files, 1));
	for (guint i = 0; i < n_files; i++) {
		is_dropped[i] =
			is_source (fairlead_records_get_text (records, files[i].path), source);
		n_found += is_dropped[i];
	}
	if (n_found == 0) {
		g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_UNKNOWN_REFERENCE,
		             "no input ends in \"%s\"", source);
		return NULL;
	}
	for (FairleadLink link = 0; link < n; link++) {
		is_kept[link] = !is_dropped[fairlead_network_get_link (scoring->network, link)
		                                    ->source.file];
		n_out += !is_kept[link];
	}
	rerank = fairlead_rerank_new (ranking, (guint32) scoring->parameters->arena, FALSE);
	part = fairlead_rerank_run (rerank, &what, cancellable, error);
	if (part == NULL)
		return NULL;
	fairlead_ranking_get_rows (ranking, &n_rows);
	ranks = g_new0 (guint32, MAX (n_rows, 1));
	for (guint32 i = 0; i < fairlead_rerank_get_n (rerank); i++)
		ranks[fairlead_rerank_get_row (rerank, i)] = part[i];
	*n_links = n_out;
	return ranks;
}
