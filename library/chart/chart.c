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

/* What is asked; texts and the ranking are borrowed, but in a thread */
typedef struct {
	GStrv from;
	GStrv to;
	GStrv around;
	char *parameters;
	FleadRanking *ranking;
	guint top;
	guint hops;
	guint n_paths;
} Asked;

static gboolean
is_possible (const char *what, guint number, guint least, guint most, GError **error)
{
	if (number >= least && number <= most)
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%u %s are not possible (%u to %u)", number, what, least, most);
	return FALSE;
}

static gboolean
check (const Asked *asked, GError **error)
{
	if (asked->around != NULL)
		return is_possible ("hops", asked->hops, 0, MOST_HOPS, error);
	if (asked->from == NULL
	    && !is_possible ("parties", asked->top, 1, FAIRLEAD_CHART_MOST, error))
		return FALSE;
	return is_possible ("paths", asked->n_paths, 1, FAIRLEAD_CHART_MOST_PATHS, error);
}

/* Those of the ranking, where there is one */
static const FairleadParameters *
read_parameters (const Asked *asked, FairleadParameters *own, GError **error)
{
	if (asked->ranking != NULL)
		return fairlead_ranking_get_parameters (flead_ranking_get_inner (asked->ranking));
	fairlead_parameters_init (own);
	return asked->parameters == NULL || fairlead_parameters_load (own, asked->parameters, error)
	               ? own
	               : NULL;
}

static gpointer
ask (FleadNetwork *network, const Asked *asked, const FairleadTelling *telling,
     GCancellable *cancellable, GError **error)
{
	FairleadParameters own;
	FairleadRanking *inner =
		asked->ranking != NULL ? flead_ranking_get_inner (asked->ranking) : NULL;
	FairleadChartQuestion question = { (const char *const *) asked->from,
		                           (const char *const *) asked->to,
		                           asked->top,
		                           (const char *const *) asked->around,
		                           asked->n_paths,
		                           asked->hops,
		                           NULL,
		                           *telling };
	g_autoptr (FleadChart) self = NULL;

	question.parameters = check (asked, error) ? read_parameters (asked, &own, error) : NULL;
	if (question.parameters == NULL)
		return NULL;
	self = g_object_new (FLEAD_TYPE_CHART, NULL);
	if (asked->ranking != NULL)
		flead_ranking_make_evidence (asked->ranking);
	self->network = g_object_ref (network);
	return fairlead_chart_answer_init (&self->answer, flead_network_get_inner (network), inner,
	                                   &question, cancellable, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

static gpointer
ask_network (gpointer network, gpointer asked, GCancellable *cancellable, FleadProgress progress,
             gpointer progress_data, GError **error)
{
	return ask (network, asked, &(FairleadTelling){ progress, progress_data }, cancellable,
	            error);
}

static gpointer
ask_ranking (gpointer ranking, gpointer asked, GCancellable *cancellable, FleadProgress progress,
             gpointer progress_data, GError **error)
{
	return ask (flead_ranking_get_network (ranking), asked,
	            &(FairleadTelling){ progress, progress_data }, cancellable, error);
}

static const RelayOwned owned[] = {
	OWNS_TEXTS (Asked, from),      OWNS_TEXTS (Asked, to),       OWNS_TEXTS (Asked, around),
	OWNS_TEXT (Asked, parameters), OWNS_OBJECT (Asked, ranking),
};
static const RelayDeed paths_deed = DEED (ask_network, Asked, owned);
static const RelayDeed around_deed = DEED (ask_network, Asked, owned);
static const RelayDeed first_deed = DEED (ask_ranking, Asked, owned);

/* ---- between two ---- */

FleadChart *
flead_network_chart_paths (FleadNetwork *self, const char *const *from, const char *const *to,
                           guint n_paths, const char *parameters, GCancellable *cancellable,
                           FleadProgress progress, gpointer user_data, GError **error)
{
	Asked asked = { .from = (GStrv) from,
		        .to = (GStrv) to,
		        .n_paths = n_paths,
		        .parameters = (char *) parameters };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && from != NULL && to != NULL, NULL);
	return ask_network (self, &asked, cancellable, progress, user_data, error);
}

void
flead_network_chart_paths_async (FleadNetwork *self, const char *const *from, const char *const *to,
                                 guint n_paths, const char *parameters, LATER_PARAMETERS)
{
	Asked asked = { .from = (GStrv) from,
		        .to = (GStrv) to,
		        .n_paths = n_paths,
		        .parameters = (char *) parameters };

	g_return_if_fail (FLEAD_IS_NETWORK (self) && from != NULL && to != NULL);
	relay_do (self, &paths_deed, &asked, LATER);
}

DEFINE_FINISH (FleadChart, flead_network_chart_paths, FleadNetwork, paths_deed)

/* ---- around some ---- */

static gboolean
is_around (FleadNetwork *self, const char *const *around, FleadRanking *ranking)
{
	return FLEAD_IS_NETWORK (self) && around != NULL
	       && (ranking == NULL || flead_ranking_get_network (ranking) == self);
}

FleadChart *
flead_network_chart_around (FleadNetwork *self, const char *const *around, guint hops,
                            FleadRanking *ranking, GCancellable *cancellable,
                            FleadProgress progress, gpointer user_data, GError **error)
{
	Asked asked = { .around = (GStrv) around, .hops = hops, .ranking = ranking };

	g_return_val_if_fail (is_around (self, around, ranking), NULL);
	return ask_network (self, &asked, cancellable, progress, user_data, error);
}

void
flead_network_chart_around_async (FleadNetwork *self, const char *const *around, guint hops,
                                  FleadRanking *ranking, LATER_PARAMETERS)
{
	Asked asked = { .around = (GStrv) around, .hops = hops, .ranking = ranking };

	g_return_if_fail (is_around (self, around, ranking));
	relay_do (self, &around_deed, &asked, LATER);
}

DEFINE_FINISH (FleadChart, flead_network_chart_around, FleadNetwork, around_deed)

/* ---- of the first ranked ---- */

static gboolean
is_ranked (FleadRanking *self)
{
	return FLEAD_IS_RANKING (self) && flead_ranking_get_inner (self) != NULL;
}

FleadChart *
flead_ranking_chart_first (FleadRanking *self, guint top, guint n_paths, GCancellable *cancellable,
                           FleadProgress progress, gpointer user_data, GError **error)
{
	Asked asked = { .ranking = self, .top = top, .n_paths = n_paths };

	g_return_val_if_fail (is_ranked (self), NULL);
	return ask_ranking (self, &asked, cancellable, progress, user_data, error);
}

void
flead_ranking_chart_first_async (FleadRanking *self, guint top, guint n_paths, LATER_PARAMETERS)
{
	Asked asked = { .ranking = self, .top = top, .n_paths = n_paths };

	g_return_if_fail (is_ranked (self));
	relay_do (self, &first_deed, &asked, LATER);
}

DEFINE_FINISH (FleadChart, flead_ranking_chart_first, FleadRanking, first_deed)

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
	FairleadTelling telling;
} Drawn;

static gboolean
draw_chart (gpointer what, FairleadPicture picture, GOutputStream *stream,
            GCancellable *cancellable, GError **error)
{
	const Drawn *drawn = what;
	FairleadChart chart = drawn->chart->answer.chart;

	chart.lanes = (FairleadLanes) drawn->lanes;
	chart.is_dark = drawn->is_dark;
	chart.telling = drawn->telling;
	return can_draw (error)
	       && fairlead_chart_write (&chart, picture, stream, cancellable, error);
}

GBytes *
flead_chart_draw (FleadChart *self, FleadPicture picture, FleadLanes lanes, gboolean is_dark,
                  GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                  GError **error)
{
	Drawn drawn = { self, lanes, is_dark, { progress, user_data } };

	g_return_val_if_fail (is_drawable (self, lanes) && picture_is_form (picture), NULL);
	return picture_dup (draw_chart, &drawn, (FairleadPicture) picture, cancellable, error);
}

gboolean
flead_chart_save (FleadChart *self, FleadPicture picture, const char *path, FleadLanes lanes,
                  gboolean is_dark, GCancellable *cancellable, FleadProgress progress,
                  gpointer user_data, GError **error)
{
	Drawn drawn = { self, lanes, is_dark, { progress, user_data } };
	FairleadPicture found;

	g_return_val_if_fail (is_drawable (self, lanes) && path != NULL, FALSE);
	g_return_val_if_fail (picture == FLEAD_PICTURE_BY_ENDING || picture_is_form (picture),
	                      FALSE);
	return picture_find (picture, path, &found, error)
	       && picture_save (draw_chart, &drawn, found, path, cancellable, error);
}

/* ---- in a thread ---- */

typedef struct {
	FleadPicture picture;
	FleadLanes lanes;
	gboolean is_dark;
} Drawing;

static gpointer
draw_asked (gpointer chart, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Drawing *asked = argument;

	return flead_chart_draw (chart, asked->picture, asked->lanes, asked->is_dark, cancellable,
	                         progress, progress_data, error);
}

static const RelayDeed draw_deed = { draw_asked, sizeof (Drawing), NULL, 0,
	                             (GDestroyNotify) g_bytes_unref };

void
flead_chart_draw_async (FleadChart *self, FleadPicture picture, FleadLanes lanes, gboolean is_dark,
                        LATER_PARAMETERS)
{
	Drawing asked = { picture, lanes, is_dark };

	g_return_if_fail (is_drawable (self, lanes) && picture_is_form (picture));
	relay_do (self, &draw_deed, &asked, LATER);
}

DEFINE_FINISH (GBytes, flead_chart_draw, FleadChart, draw_deed)
