/* library/chart/chart.c */
#include <fairlead/chart.h>

#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/picture/picture.h"
#include "library/ranking/ranking-private.h"
#include "output/chart/answer.h"

#define MOST_HOPS 100u

struct _FleadChart {
	GObject parent;
	FleadNetwork *network;
	FairleadChartAnswer answer;
};

G_DEFINE_FINAL_TYPE (FleadChart, flead_chart, G_TYPE_OBJECT)

#define SAME(Kind, kind) G_STATIC_ASSERT ((int) FLEAD_##kind == (int) FAIRLEAD_##kind)
SAME (Picture, PICTURE_SVG);
SAME (Picture, PICTURE_PNG);
SAME (Picture, PICTURE_PDF);
SAME (Lanes, LANES_SIDE);
SAME (Lanes, LANES_JURISDICTION);
SAME (Lanes, LANES_NONE);

static void
flead_chart_finalize (GObject *object)
{
	FleadChart *self = FLEAD_CHART (object);

	fairlead_chart_answer_clear (&self->answer);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_chart_parent_class)->finalize (object);
}

static void
flead_chart_class_init (FleadChartClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_chart_finalize;
}

static void
flead_chart_init (FleadChart *self)
{
	(void) self;
}

/* ---- the three questions ---- */

static gboolean
is_possible (const char *what, guint number, guint least, guint most, GError **error)
{
	if (number >= least && number <= most)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%u %s are not possible (%u to %u)", number, what, least, most);
	return FALSE;
}

static FleadChart *
ask (FleadNetwork *network, FleadRanking *ranking, const FairleadChartQuestion *question,
     GCancellable *cancellable, GError **error)
{
	FairleadRanking *inner = ranking != NULL ? flead_ranking_get_inner (ranking) : NULL;
	g_autoptr (FleadChart) self = g_object_new (FLEAD_TYPE_CHART, NULL);

	if (ranking != NULL)
		flead_ranking_make_evidence (ranking);
	self->network = g_object_ref (network);
	return fairlead_chart_answer_init (&self->answer, flead_network_get_inner (network), inner,
	                                   question, cancellable, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

FleadChart *
flead_network_chart_paths (FleadNetwork *self, const char *const *from, const char *const *to,
                           guint n_paths, const char *parameters, GCancellable *cancellable,
                           GError **error)
{
	FairleadParameters numbers;
	const FairleadChartQuestion question = {
		.from = from, .to = to, .n_paths = n_paths, .parameters = &numbers
	};

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && from != NULL && to != NULL, NULL);
	fairlead_parameters_init (&numbers);
	if (!is_possible ("paths", n_paths, 1, FAIRLEAD_CHART_MOST_PATHS, error)
	    || (parameters != NULL && !fairlead_parameters_load (&numbers, parameters, error)))
		return NULL;
	return ask (self, NULL, &question, cancellable, error);
}

FleadChart *
flead_network_chart_around (FleadNetwork *self, const char *const *around, guint hops,
                            FleadRanking *ranking, GCancellable *cancellable, GError **error)
{
	FairleadChartQuestion question = { .around = around, .hops = hops };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && around != NULL, NULL);
	g_return_val_if_fail (ranking == NULL || flead_ranking_get_network (ranking) == self, NULL);
	if (!is_possible ("hops", hops, 0, MOST_HOPS, error))
		return NULL;
	if (ranking != NULL)
		question.parameters =
			fairlead_ranking_get_parameters (flead_ranking_get_inner (ranking));
	return ask (self, ranking, &question, cancellable, error);
}

FleadChart *
flead_ranking_chart_first (FleadRanking *self, guint top, guint n_paths, GCancellable *cancellable,
                           GError **error)
{
	FairleadChartQuestion question = { .top = top, .n_paths = n_paths };

	g_return_val_if_fail (FLEAD_IS_RANKING (self) && flead_ranking_get_inner (self) != NULL,
	                      NULL);
	if (!is_possible ("parties", top, 1, FAIRLEAD_CHART_MOST, error)
	    || !is_possible ("paths", n_paths, 1, FAIRLEAD_CHART_MOST_PATHS, error))
		return NULL;
	question.parameters = fairlead_ranking_get_parameters (flead_ranking_get_inner (self));
	return ask (flead_ranking_get_network (self), self, &question, cancellable, error);
}

/* ---- what is drawn ---- */

static gboolean
is_made (FleadChart *self)
{
	return FLEAD_IS_CHART (self) && self->network != NULL;
}

const char *
flead_chart_get_title (FleadChart *self)
{
	g_return_val_if_fail (is_made (self), NULL);
	return self->answer.title;
}

guint
flead_chart_get_n_entities (FleadChart *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->answer.part->vertices->len;
}

guint
flead_chart_get_n_links (FleadChart *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->answer.part->links->len;
}

guint
flead_chart_get_n_left_out (FleadChart *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->answer.chart.n_left_out;
}

/* ---- drawing ---- */

static gboolean
is_drawable (FleadChart *self, FleadLanes lanes)
{
	return is_made (self) && (guint) lanes < FAIRLEAD_N_LANES;
}

/* The answer of the layer below is of the domain of streams */
static gboolean
can_draw (GError **error)
{
	g_autoptr (GError) why_not = NULL;

	if (fairlead_chart_is_built (&why_not))
		return TRUE;
	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, why_not->message);
	return FALSE;
}

typedef struct {
	FleadChart *chart;
	FleadLanes lanes;
	gboolean is_dark;
} Drawn;

static gboolean
draw_chart (gpointer what, FairleadPicture picture, GOutputStream *stream,
            GCancellable *cancellable, GError **error)
{
	const Drawn *drawn = what;
	FairleadChart chart = drawn->chart->answer.chart;

	chart.lanes = (FairleadLanes) drawn->lanes;
	chart.is_dark = drawn->is_dark;
	return can_draw (error)
	       && fairlead_chart_write (&chart, picture, stream, cancellable, error);
}

GBytes *
flead_chart_draw (FleadChart *self, FleadPicture picture, FleadLanes lanes, gboolean is_dark,
                  GCancellable *cancellable, GError **error)
{
	Drawn drawn = { self, lanes, is_dark };

	g_return_val_if_fail (is_drawable (self, lanes) && picture_is_form (picture), NULL);
	return picture_dup (draw_chart, &drawn, (FairleadPicture) picture, cancellable, error);
}

gboolean
flead_chart_save (FleadChart *self, FleadPicture picture, const char *path, FleadLanes lanes,
                  gboolean is_dark, GCancellable *cancellable, GError **error)
{
	Drawn drawn = { self, lanes, is_dark };
	FairleadPicture found;

	g_return_val_if_fail (is_drawable (self, lanes) && path != NULL, FALSE);
	g_return_val_if_fail (picture == FLEAD_PICTURE_BY_ENDING || picture_is_form (picture),
	                      FALSE);
	return picture_find (picture, path, &found, error)
	       && picture_save (draw_chart, &drawn, found, path, cancellable, error);
}

/* ---- in a thread ---- */

static const char draw_tag[] = "flead_chart_draw_async";

typedef struct {
	FleadPicture picture;
	FleadLanes lanes;
	gboolean is_dark;
} Asked;

static void
draw_in_thread (GTask *task, gpointer chart, gpointer argument, GCancellable *cancellable)
{
	const Asked *asked = argument;
	GError *error = NULL;
	GBytes *bytes = flead_chart_draw (chart, asked->picture, asked->lanes, asked->is_dark,
	                                  cancellable, &error);

	if (bytes != NULL)
		g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
	else
		g_task_return_error (task, error);
}

void
flead_chart_draw_async (FleadChart *self, FleadPicture picture, FleadLanes lanes, gboolean is_dark,
                        GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
	g_autoptr (GTask) task = NULL;
	Asked *asked;

	g_return_if_fail (is_drawable (self, lanes) && picture_is_form (picture));
	task = g_task_new (self, cancellable, callback, user_data);
	asked = g_new (Asked, 1);
	*asked = (Asked){ picture, lanes, is_dark };
	g_task_set_source_tag (task, (gpointer) draw_tag);
	g_task_set_task_data (task, asked, g_free);
	g_task_run_in_thread (task, draw_in_thread);
}

GBytes *
flead_chart_draw_finish (FleadChart *self, GAsyncResult *result, GError **error)
{
	return relay_finish (self, result, draw_tag, error);
}
