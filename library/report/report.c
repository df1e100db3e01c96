/* library/report/report.c */
#include <fairlead/report.h>

#include "ingest/record/error.h"
#include "library/input/properties.h"
#include "library/input/relay.h"
#include "library/part/part-private.h"
#include "library/ranking/ranking-private.h"
#include "output/report/contents.h"
#include "output/write/output-file.h"

typedef struct {
	char *title;
	guint limit;
	guint top;
	guint collect;
} ReportValues;

#define AT(field) G_STRUCT_OFFSET (ReportValues, field)

static const Property properties[] = {
	{ "title", PROPERTY_TEXT, AT (title), 0, 0, 0 },
	{ "limit", PROPERTY_NUMBER, AT (limit), 0, G_MAXUINT, FAIRLEAD_REPORT_LIMIT },
	{ "top", PROPERTY_NUMBER, AT (top), 0, FAIRLEAD_REPORT_MOST_CARDS, FAIRLEAD_REPORT_CARDS },
	{ "collect", PROPERTY_NUMBER, AT (collect), 0, G_MAXUINT, FAIRLEAD_REPORT_COLLECT },
};

const ReportValues *flead_report_get_values (FleadReport *self);
FleadReport *flead_report_copy (FleadReport *self);
DEFINE_ASKING (FleadReport, flead_report, ReportValues)

FleadReport *
flead_report_new (void)
{
	return g_object_new (FLEAD_TYPE_REPORT, NULL);
}

/* ---- writing ---- */

static gboolean
write_out (FleadReport *self, FleadRanking *ranking, FleadPart *part, GOutputStream *stream,
           GCancellable *cancellable, GError **error)
{
	const ReportValues *values = flead_report_get_values (self);
	g_auto (FairleadReportContents) contents = { 0 };
	FairleadReportQuestion question = {
		.title = values->title,
		.limit = values->limit,
		.n_cards = values->top,
		.n_collect = values->collect,
		.seed = flead_ranking_get_seed (ranking),
		.draws = flead_ranking_get_draws (ranking),
	};

	if (!flead_part_read (part, TRUE, &question.part, &question.top, error))
		return FALSE;
	flead_ranking_make_evidence (ranking);
	return fairlead_report_contents_init (&contents, flead_ranking_get_inner (ranking),
	                                      &question, cancellable, error)
	       && fairlead_report_write (&contents.report, stream, cancellable, error);
}

static gboolean
is_possible (FleadReport *self, FleadRanking *ranking, FleadPart *part)
{
	return FLEAD_IS_REPORT (self) && FLEAD_IS_RANKING (ranking)
	       && flead_ranking_get_inner (ranking) != NULL
	       && (part == NULL || FLEAD_IS_PART (part));
}

gboolean
flead_report_write (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                    GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_return_val_if_fail (is_possible (self, ranking, part), FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	return write_out (self, ranking, part, stream, cancellable, error);
}

gboolean
flead_report_save (FleadReport *self, FleadRanking *ranking, FleadPart *part, const char *path,
                   GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = NULL;

	g_return_val_if_fail (is_possible (self, ranking, part) && path != NULL, FALSE);
	file = fairlead_output_file_open (path, error);
	return file != NULL
	       && write_out (self, ranking, part, fairlead_output_file_get_stream (file),
	                     cancellable, error)
	       && fairlead_output_file_commit (file, error);
}

/* ---- in a thread ---- */

static const char save_tag[] = "flead_report_save_async";

typedef struct {
	FleadReport *report;
	FleadRanking *ranking;
	FleadPart *part;
	char *path;
} Asked;

static void
free_asked (gpointer argument)
{
	Asked *asked = argument;

	g_object_unref (asked->report);
	g_object_unref (asked->ranking);
	g_clear_object (&asked->part);
	g_free (asked->path);
	g_free (asked);
}

static gpointer
save_asked (gpointer source, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;

	(void) source;
	(void) progress;
	(void) progress_data;
	return flead_report_save (asked->report, asked->ranking, asked->part, asked->path,
	                          cancellable, error)
	               ? g_object_ref (asked->report)
	               : NULL;
}

void
flead_report_save_async (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                         const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                         gpointer user_data)
{
	RelayJob job = { self, NULL, free_asked, save_asked, save_tag };
	Asked *asked;

	g_return_if_fail (is_possible (self, ranking, part) && path != NULL);
	job.argument = asked = g_new (Asked, 1);
	*asked = (Asked){ flead_report_copy (self), g_object_ref (ranking),
		          part != NULL ? flead_part_copy (part) : NULL, g_strdup (path) };
	relay_start (&job, cancellable, NULL, NULL, NULL, callback, user_data);
}

gboolean
flead_report_save_finish (FleadReport *self, GAsyncResult *result, GError **error)
{
	g_autoptr (FleadReport) saved = relay_finish (self, result, save_tag, error);

	return saved != NULL;
}
