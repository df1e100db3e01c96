/* library/path/paths.c */
#include <fairlead/path.h>

#include <math.h>

#include "graph/expression/expression.h"
#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/ranking/ranking-private.h"
#include "library/path/path-private.h"
#include "library/path/question-private.h"
#include "library/table/maker.h"
#include "library/table/result-class.h"
#include "output/path/path-output.h"

#define LEAST_PARTIES 2u
#define MOST_PARTIES 1000u

struct _FleadPaths {
	GObject parent;
	FleadNetwork *network;
	FairleadPaths found;
	GStrv ends;            /* what was asked about */
	char *parameters_hash; /* of the numbers that they depend on */
	gboolean of_trees;     /* that join several, and no paths between two */
	gboolean counts;       /* how many cost least was asked */
};

/* ---- as a list ---- */

static GType
get_item_type (GListModel *model)
{
	(void) model;
	return FLEAD_TYPE_PATH;
}

static guint
get_n_items (GListModel *model)
{
	return FLEAD_PATHS (model)->found.paths->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
	return position < get_n_items (model) ? flead_path_new (FLEAD_PATHS (model), position)
	                                      : NULL;
}

/* ---- as a result ---- */

static const char *
kind_name (guint kind)
{
	return fairlead_link_info (kind)->name;
}

enum { PATH, HOP, FROM, TO, LINK, KIND, CONFIDENCE, SOURCE, N_COLUMNS };

static const ColumnPlan plans[N_COLUMNS] = {
	[PATH] = { "path", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[HOP] = { "hop", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[FROM] = { "from", FLEAD_COLUMN_TEXT, NULL, 0 },
	[TO] = { "to", FLEAD_COLUMN_TEXT, NULL, 0 },
	[LINK] = { "link", FLEAD_COLUMN_INTEGER, NULL, 0 },
	[KIND] = { "kind", FLEAD_COLUMN_WORD, kind_name, FAIRLEAD_N_LINK_KINDS },
	[CONFIDENCE] = { "confidence", FLEAD_COLUMN_NUMBER, NULL, 0 },
	[SOURCE] = { "source", FLEAD_COLUMN_TEXT, NULL, 0 },
};

static guint
count_links (const GPtrArray *paths)
{
	guint n = 0;

	for (guint i = 0; i < paths->len; i++) {
		const GArray *hops = ((const FairleadPath *) paths->pdata[i])->hops;

		for (guint hop = 0; hop < hops->len; hop++)
			n += g_array_index (hops, FairleadHop, hop).links->len;
	}
	return n;
}

/* Ids and not names: two parties may have one name */
static void
add_link (TableMaker *maker, FairleadNetwork *inner, const FairleadHop *hop, FairleadLink link)
{
	const FairleadLinkFact *fact = fairlead_network_get_link (inner, link);
	g_autofree char *source = fairlead_records_dup_source_text (
		fairlead_network_get_records (inner), fact->source);

	table_maker_add_text (maker, FROM, fairlead_network_get_id (inner, hop->from));
	table_maker_add_text (maker, TO, fairlead_network_get_id (inner, hop->to));
	table_maker_add_integer (maker, LINK, link);
	table_maker_add_word (maker, KIND, fact->kind);
	table_maker_add_number (maker, CONFIDENCE,
	                        (double) fairlead_network_get_confidence (inner, link));
	table_maker_add_text (maker, SOURCE, source);
}

static void
add_hop (TableMaker *maker, FairleadNetwork *inner, guint path, guint number,
         const FairleadHop *hop)
{
	for (guint i = 0; i < hop->links->len; i++) {
		table_maker_add_integer (maker, PATH, path + 1);
		table_maker_add_integer (maker, HOP, number + 1);
		add_link (maker, inner, hop, g_array_index (hop->links, FairleadLink, i));
	}
}

static FleadTable *
dup_table (FleadResult *result)
{
	FleadPaths *self = FLEAD_PATHS (result);
	const GPtrArray *paths = self->found.paths;
	g_autoptr (TableMaker) maker = table_maker_new (plans, N_COLUMNS, count_links (paths));

	for (guint i = 0; i < paths->len; i++) {
		const GArray *hops = ((const FairleadPath *) paths->pdata[i])->hops;

		for (guint hop = 0; hop < hops->len; hop++)
			add_hop (maker, flead_network_get_inner (self->network), i, hop,
			         &g_array_index (hops, FairleadHop, hop));
	}
	return table_maker_finish (maker);
}

static gboolean
write_out (FleadResult *result, FleadFormat format, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	FleadPaths *self = FLEAD_PATHS (result);
	const FairleadPathView view = {
		.format = flead_format_to_inner (format),
		.ends = (const char *const *) self->ends,
		.parameters_hash = self->parameters_hash,
		.of_trees = self->of_trees,
		.counts = self->counts,
	};

	g_return_val_if_fail (self->network != NULL, FALSE);
	return fairlead_paths_write (flead_network_get_inner (self->network), &self->found, &view,
	                             stream, cancellable, error);
}

/* ---- the object ---- */

DEFINE_RESULT (FleadPaths, flead_paths)

static void
flead_paths_finalize (GObject *object)
{
	FleadPaths *self = FLEAD_PATHS (object);

	fairlead_paths_clear (&self->found);
	g_clear_pointer (&self->ends, g_strfreev);
	g_clear_pointer (&self->parameters_hash, g_free);
	g_clear_object (&self->network);
	G_OBJECT_CLASS (flead_paths_parent_class)->finalize (object);
}

/* One that g_object_new() made has no paths */
static void
flead_paths_init (FleadPaths *self)
{
	self->found.paths = g_ptr_array_new ();
}

static FleadPaths *
new_paths (FleadNetwork *network, const char *const *ends, const FairleadParameters *parameters)
{
	FleadPaths *self = g_object_new (FLEAD_TYPE_PATHS, NULL);

	self->network = g_object_ref (network);
	self->ends = g_strdupv ((char **) ends);
	self->parameters_hash = fairlead_parameters_dup_hash (parameters);
	fairlead_paths_clear (&self->found);
	return self;
}

FleadNetwork *
flead_paths_get_network (FleadPaths *self)
{
	return self->network;
}

const FairleadPath *
flead_paths_get_path (FleadPaths *self, guint position)
{
	return self->found.paths->pdata[position];
}

const char *
flead_paths_get_bound (FleadPaths *self)
{
	g_return_val_if_fail (FLEAD_IS_PATHS (self), NULL);
	return self->found.bound;
}

double
flead_paths_get_n_cheapest (FleadPaths *self)
{
	g_return_val_if_fail (FLEAD_IS_PATHS (self), (double) NAN);
	return self->counts ? self->found.n_cheapest : (double) NAN;
}

/* ---- finding ---- */

static GArray *
select_one (FleadNetwork *self, const char *expression, GError **error)
{
	const char *const expressions[] = { expression, NULL };

	return fairlead_expressions_select (flead_network_get_inner (self), expressions, error);
}

static FairleadPathTime
time_of (const PathValues *asked)
{
	if (asked->overlapping)
		return FAIRLEAD_PATH_OVERLAPPING;
	return asked->in_order ? FAIRLEAD_PATH_IN_ORDER : FAIRLEAD_PATH_ANY_TIME;
}

/* What tells how far the search is, and ends it, is in @question */
static FleadPaths *
find (FleadNetwork *self, const PathValues *asked, FairleadPathQuestion *question, GError **error)
{
	FairleadParameters parameters;
	FairleadLinkChoice choice;
	const char *const ends[] = { asked->from, asked->to, NULL };
	g_autoptr (GArray) from = NULL;
	g_autoptr (GArray) to = NULL;
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_autoptr (FleadPaths) paths = NULL;

	if (!path_values_check (asked, error)
	    || !link_values_read (&asked->links, &choice, &parameters, error))
		return NULL;
	from = select_one (self, asked->from, error);
	to = from != NULL ? select_one (self, asked->to, error) : NULL;
	if (to == NULL)
		return NULL;
	question->from = from;
	question->to = to;
	finder = fairlead_path_finder_new (flead_network_get_inner (self), &parameters, &choice);
	paths = new_paths (self, ends, &parameters);
	fairlead_path_finder_find (finder, question, &paths->found);
	paths->counts = asked->count;
	return g_cancellable_set_error_if_cancelled (question->cancellable, error)
	               ? NULL
	               : g_steal_pointer (&paths);
}

static FleadPaths *
find_values (FleadNetwork *self, const PathValues *asked, GCancellable *cancellable,
             FleadProgress progress, gpointer progress_data, GError **error)
{
	FairleadPathQuestion question = { .n = asked->n,
		                          .max_hops = asked->max_hops,
		                          .time = time_of (asked),
		                          .counts = asked->count,
		                          .cancellable = cancellable,
		                          .progress = progress,
		                          .progress_data = progress_data };

	return find (self, asked, &question, error);
}

FleadPaths *
flead_network_find_paths (FleadNetwork *self, const char *from, const char *to, guint n,
                          guint max_hops, FleadPathTime time, gboolean by_hops,
                          GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                          GError **error)
{
	const PathValues asked = { .from = (char *) from,
		                   .to = (char *) to,
		                   .n = n,
		                   .max_hops = max_hops,
		                   .overlapping = time == FLEAD_PATH_OVERLAPPING,
		                   .in_order = time == FLEAD_PATH_IN_ORDER,
		                   .links = { .by_hops = by_hops } };

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && from != NULL && to != NULL, NULL);
	g_return_val_if_fail ((guint) time <= FLEAD_PATH_IN_ORDER, NULL);
	return find_values (self, &asked, cancellable, progress, user_data, error);
}

FleadPaths *
flead_network_ask_paths (FleadNetwork *self, FleadPathQuestion *question, GCancellable *cancellable,
                         FleadProgress progress, gpointer user_data, GError **error)
{
	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && FLEAD_IS_PATH_QUESTION (question), NULL);
	return find_values (self, flead_path_question_get_values (question), cancellable, progress,
	                    user_data, error);
}

DEFINE_LATER (FleadPaths, flead_network_ask_paths, FleadNetwork, FLEAD_IS_NETWORK,
              FleadPathQuestion, FLEAD_IS_PATH_QUESTION, flead_path_question_copy)

static const RelayDeed find_deed = { .work = flead_network_ask_paths_work };

void
flead_network_find_paths_async (FleadNetwork *self, const char *from, const char *to, guint n,
                                guint max_hops, FleadPathTime time, gboolean by_hops,
                                LATER_PARAMETERS)
{
	FleadPathQuestion *question;

	g_return_if_fail (FLEAD_IS_NETWORK (self) && from != NULL && to != NULL);
	g_return_if_fail ((guint) time <= FLEAD_PATH_IN_ORDER);
	question = flead_path_question_new (from, to);
	g_object_set (question, "n", n, "max-hops", max_hops, "overlapping",
	              time == FLEAD_PATH_OVERLAPPING, "in-order", time == FLEAD_PATH_IN_ORDER,
	              "by-hops", by_hops, NULL);
	relay_do (self, &find_deed, question, LATER);
}

DEFINE_FINISH (FleadPaths, flead_network_find_paths, FleadNetwork, find_deed)

/* ---- what several share ---- */

static GArray *
select_parties (FleadNetwork *self, const CommonValues *asked, GError **error)
{
	g_autoptr (GArray) parties = NULL;
	guint n;

	if (asked->parties != NULL)
		parties = fairlead_expressions_select (flead_network_get_inner (self),
		                                       (const char *const *) asked->parties, error);
	if (asked->parties != NULL && parties == NULL)
		return NULL;
	n = parties != NULL ? parties->len : 0;
	if (n >= LEAST_PARTIES && n <= MOST_PARTIES)
		return g_steal_pointer (&parties);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "the expressions select %u entities (%u to %u can be joined)", n,
	             LEAST_PARTIES, MOST_PARTIES);
	return NULL;
}

FleadPaths *
flead_network_find_common (FleadNetwork *self, FleadCommonQuestion *question,
                           GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                           GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	const CommonValues *asked;
	FairleadParameters parameters;
	FairleadLinkChoice choice;
	g_autoptr (GArray) parties = NULL;
	g_autoptr (FairleadPathFinder) finder = NULL;
	g_autoptr (FleadPaths) paths = NULL;

	g_return_val_if_fail (FLEAD_IS_NETWORK (self) && FLEAD_IS_COMMON_QUESTION (question), NULL);
	asked = flead_common_question_get_values (question);
	if (!link_values_read (&asked->links, &choice, &parameters, error))
		return NULL;
	parties = select_parties (self, asked, error);
	if (parties == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
		return NULL;
	finder = fairlead_path_finder_new (flead_network_get_inner (self), &parameters, &choice);
	paths = new_paths (self, (const char *const *) asked->parties, &parameters);
	fairlead_path_finder_connect (finder, parties, &telling, cancellable, &paths->found);
	paths->of_trees = TRUE;
	return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL
	                                                                 : g_steal_pointer (&paths);
}

DEFINE_LATER (FleadPaths, flead_network_find_common, FleadNetwork, FLEAD_IS_NETWORK,
              FleadCommonQuestion, FLEAD_IS_COMMON_QUESTION, flead_common_question_copy)

/* ---- evidence ---- */

FleadPaths *
flead_paths_new_evidence (FleadRanking *ranking, FleadEntity *entity, GPtrArray *paths)
{
	FairleadRanking *inner = flead_ranking_get_inner (ranking);
	const char *const ends[] = { flead_entity_get_id (entity),
		                     fairlead_ranking_get_target_expressions (inner)[0], NULL };
	FleadPaths *self = new_paths (flead_ranking_get_network (ranking), ends,
	                              fairlead_ranking_get_parameters (inner));

	self->found.paths = g_ptr_array_ref (paths);
	return self;
}

FleadPaths *
flead_ranking_dup_evidence (FleadRanking *self, FleadEntity *entity, guint n)
{
	g_autoptr (GPtrArray) paths = NULL;

	g_return_val_if_fail (FLEAD_IS_RANKING (self) && FLEAD_IS_ENTITY (entity), NULL);
	g_return_val_if_fail (flead_ranking_get_inner (self) != NULL, NULL);
	g_return_val_if_fail (flead_entity_get_network (entity) == flead_ranking_get_network (self),
	                      NULL);
	paths = flead_ranking_dup_inner_evidence (self, flead_entity_get_position (entity), n);
	return flead_paths_new_evidence (self, entity, paths);
}
