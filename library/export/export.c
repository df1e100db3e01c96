/* library/export/export.c */
#include <fairlead/export.h>

#include "ingest/record/error.h"
#include "library/input/relay.h"
#include "library/network/network-private.h"
#include "library/part/part-private.h"
#include "library/ranking/ranking-private.h"
#include "output/export/files.h"

struct _FleadExport {
	GObject parent;
	FleadNetwork *network;
	FleadRanking *ranking; /* (nullable) */
	FairleadParameters parameters;
	FairleadSelection *selection;
	GMutex lock; /* of the places, which are made when they are first asked for */
	FairleadPoint *points;
};

G_DEFINE_FINAL_TYPE (FleadExport, flead_export, G_TYPE_OBJECT)

#define SAME(form) G_STATIC_ASSERT ((int) FLEAD_EXPORT_##form == (int) FAIRLEAD_EXPORT_##form)
SAME (GRAPHML);
SAME (GEXF);
SAME (DOT);
SAME (CSV);
SAME (NEO4J);
SAME (FTM);
SAME (XLSX);
SAME (ARCS);

static void
flead_export_finalize (GObject *object)
{
	FleadExport *self = FLEAD_EXPORT (object);

	g_clear_pointer (&self->selection, fairlead_selection_free);
	g_clear_pointer (&self->points, g_free);
	g_clear_object (&self->ranking);
	g_clear_object (&self->network);
	g_mutex_clear (&self->lock);
	G_OBJECT_CLASS (flead_export_parent_class)->finalize (object);
}

static void
flead_export_class_init (FleadExportClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_export_finalize;
}

static void
flead_export_init (FleadExport *self)
{
	g_mutex_init (&self->lock);
}

/* ---- what is written ---- */

static FairleadRanking *
get_ranking (FleadExport *self)
{
	return self->ranking != NULL ? flead_ranking_get_inner (self->ranking) : NULL;
}

static gboolean
read_parameters (FleadExport *self, const char *path, GError **error)
{
	fairlead_parameters_init (&self->parameters);
	if (path != NULL)
		return fairlead_parameters_load (&self->parameters, path, error);
	if (self->ranking != NULL)
		self->parameters = *fairlead_ranking_get_parameters (get_ranking (self));
	return TRUE;
}

static gboolean
select_part (FleadExport *self, FleadPart *part, GError **error)
{
	FairleadNetwork *inner = flead_network_get_inner (self->network);
	g_autoptr (GArray) around = NULL;
	FairleadSelector selector;
	FairleadPart asked;
	guint top;

	if (!flead_part_read (part, self->ranking != NULL, &asked, &top, error)
	    || !fairlead_part_select (&asked, inner, &selector, &around, error))
		return FALSE;
	selector.top = top;
	selector.n_paths = FAIRLEAD_EXPORT_PATHS;
	if (self->ranking != NULL)
		flead_ranking_make_evidence (self->ranking);
	self->selection = fairlead_selection_new (inner, get_ranking (self), &selector);
	return TRUE;
}

FleadExport *
flead_export_new (FleadNetwork *network, FleadRanking *ranking, FleadPart *part,
                  const char *parameters, GError **error)
{
	g_autoptr (FleadExport) self = NULL;

	g_return_val_if_fail (FLEAD_IS_NETWORK (network), NULL);
	g_return_val_if_fail (ranking == NULL || flead_ranking_get_network (ranking) == network,
	                      NULL);
	g_return_val_if_fail (part == NULL || FLEAD_IS_PART (part), NULL);
	self = g_object_new (FLEAD_TYPE_EXPORT, NULL);
	self->network = g_object_ref (network);
	self->ranking = ranking != NULL ? g_object_ref (ranking) : NULL;
	return read_parameters (self, parameters, error) && select_part (self, part, error)
	               ? g_steal_pointer (&self)
	               : NULL;
}

static gboolean
is_made (FleadExport *self)
{
	return FLEAD_IS_EXPORT (self) && self->selection != NULL;
}

guint
flead_export_get_n_entities (FleadExport *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->selection->vertices->len;
}

guint
flead_export_get_n_links (FleadExport *self)
{
	g_return_val_if_fail (is_made (self), 0);
	return self->selection->links->len;
}

/* ---- writing ---- */

static gboolean
is_form (FleadExportForm form)
{
	return (gint) form >= 0 && (guint) form < FAIRLEAD_N_EXPORT_FORMATS;
}

static gboolean
find_places (FleadExport *self, FairleadExportFormat format, const FairleadTelling *telling,
             GCancellable *cancellable, GError **error)
{
	gboolean done;

	g_mutex_lock (&self->lock);
	done = self->points != NULL
	       || fairlead_export_lay_out (format, flead_network_get_inner (self->network),
	                                   self->selection, &self->points, telling, cancellable,
	                                   error);
	g_mutex_unlock (&self->lock);
	return done;
}

static gboolean
prepare (FleadExport *self, FairleadExportFormat format, gboolean with_places,
         const FairleadTelling *telling, FairleadExport *export, GCancellable *cancellable,
         GError **error)
{
	*export = (FairleadExport){ flead_network_get_inner (self->network),
		                    get_ranking (self),
		                    &self->parameters,
		                    self->selection,
		                    NULL,
		                    *telling };
	if (!with_places || !fairlead_export_format_draws (format))
		return TRUE;
	if (!find_places (self, format, telling, cancellable, error))
		return FALSE;
	export->points = self->points;
	return TRUE;
}

static gboolean
find_form (FleadExportForm form, const char *path, FairleadExportFormat *format, GError **error)
{
	g_autofree char *endings = NULL;

	*format = (FairleadExportFormat) form;
	if (form != FLEAD_EXPORT_BY_ENDING || fairlead_export_format_from_path (path, format))
		return TRUE;
	endings = fairlead_export_dup_endings ();
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%s: no form has this ending (known: %s)", path, endings);
	return FALSE;
}

gboolean
flead_export_save (FleadExport *self, FleadExportForm form, const char *path, gboolean with_places,
                   GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                   GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	FairleadExportFormat format;
	FairleadExport export;

	g_return_val_if_fail (is_made (self) && path != NULL, FALSE);
	g_return_val_if_fail (form == FLEAD_EXPORT_BY_ENDING || is_form (form), FALSE);
	return find_form (form, path, &format, error)
	       && prepare (self, format, with_places, &telling, &export, cancellable, error)
	       && fairlead_export_save (format, &export, path, cancellable, error);
}

guint
flead_export_count_files (FleadExportForm form)
{
	guint n = 0;

	g_return_val_if_fail (is_form (form), 0);
	for (;; n++) {
		g_autofree char *path =
			fairlead_export_dup_path ((FairleadExportFormat) form, "", n);

		if (path == NULL)
			return n;
	}
}

gboolean
flead_export_write (FleadExport *self, FleadExportForm form, guint file, const char *path,
                    gboolean with_places, GOutputStream *stream, GCancellable *cancellable,
                    FleadProgress progress, gpointer user_data, GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	FairleadExportFormat format = (FairleadExportFormat) form;
	FairleadExport export;

	g_return_val_if_fail (is_made (self) && path != NULL && is_form (form), FALSE);
	g_return_val_if_fail (file < flead_export_count_files (form), FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	return prepare (self, format, with_places, &telling, &export, cancellable, error)
	       && fairlead_export_write (format, file, &export, path, stream, cancellable, error)
	       && g_output_stream_flush (stream, cancellable, error);
}

/* ---- in a thread ---- */

typedef struct {
	FleadExportForm form;
	char *path;
	gboolean with_places;
} Asked;

static gpointer
save_asked (gpointer export, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;

	return flead_export_save (export, asked->form, asked->path, asked->with_places, cancellable,
	                          progress, progress_data, error)
	               ? g_object_ref (export)
	               : NULL;
}

static const RelayOwned owned[] = { OWNS_TEXT (Asked, path) };
static const RelayDeed save_deed = DEED (save_asked, Asked, owned);

void
flead_export_save_async (FleadExport *self, FleadExportForm form, const char *path,
                         gboolean with_places, LATER_PARAMETERS)
{
	Asked asked = { form, (char *) path, with_places };

	g_return_if_fail (is_made (self) && path != NULL);
	g_return_if_fail (form == FLEAD_EXPORT_BY_ENDING || is_form (form));
	relay_do (self, &save_deed, &asked, LATER);
}

gboolean
flead_export_save_finish (FleadExport *self, GAsyncResult *result, GError **error)
{
	return relay_finish_done (self, result, &save_deed, error);
}
