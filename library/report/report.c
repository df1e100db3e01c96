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
           const FairleadTelling *telling, GCancellable *cancellable, GError **error)
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
		.telling = *telling,
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
                    GOutputStream *stream, GCancellable *cancellable, FleadProgress progress,
                    gpointer user_data, GError **error)
{
	const FairleadTelling telling = { progress, user_data };

	g_return_val_if_fail (is_possible (self, ranking, part), FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	return write_out (self, ranking, part, stream, &telling, cancellable, error);
}

gboolean
flead_report_save (FleadReport *self, FleadRanking *ranking, FleadPart *part, const char *path,
                   GCancellable *cancellable, FleadProgress progress, gpointer user_data,
                   GError **error)
{
	const FairleadTelling telling = { progress, user_data };
	g_autoptr (FairleadOutputFile) file = NULL;

	g_return_val_if_fail (is_possible (self, ranking, part) && path != NULL, FALSE);
	file = fairlead_output_file_open (path, error);
	return file != NULL
	       && write_out (self, ranking, part, fairlead_output_file_get_stream (file), &telling,
	                     cancellable, error)
	       && fairlead_output_file_commit (file, error);
}

/* ---- in a thread ---- */

typedef struct {
	FleadReport *report;
	FleadRanking *ranking;
	FleadPart *part;
	char *path;
} Asked;

static gpointer
save_asked (gpointer source, gpointer argument, GCancellable *cancellable, FleadProgress progress,
            gpointer progress_data, GError **error)
{
	const Asked *asked = argument;

	(void) source;
	return flead_report_save (asked->report, asked->ranking, asked->part, asked->path,
	                          cancellable, progress, progress_data, error)
	               ? g_object_ref (asked->report)
	               : NULL;
}

/* The ranking never changes; the others may, behind the call */
static const RelayOwned owned[] = {
	OWNS (Asked, report, flead_report_copy, g_object_unref),
	OWNS_OBJECT (Asked, ranking),
	OWNS (Asked, part, flead_part_copy, g_object_unref),
	OWNS_TEXT (Asked, path),
};
static const RelayDeed save_deed = DEED (save_asked, Asked, owned);

void
flead_report_save_async (FleadReport *self, FleadRanking *ranking, FleadPart *part,
                         const char *path, LATER_PARAMETERS)
{
	Asked asked = { self, ranking, part, (char *) path };

	g_return_if_fail (is_possible (self, ranking, part) && path != NULL);
	relay_do (self, &save_deed, &asked, LATER);
}

gboolean
flead_report_save_finish (FleadReport *self, GAsyncResult *result, GError **error)
{
	return relay_finish_done (self, result, &save_deed, error);
}
