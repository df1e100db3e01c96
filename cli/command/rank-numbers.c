/* cli/command/rank-numbers.c */
#include "cli/command/rank-numbers.h"

#include "output/ranking/arc-ranking-output.h"

gboolean
are_numbers (char **inputs)
{
	return g_strv_length (inputs) == 1 && fairlead_arc_file_is_one (inputs[0]);
}

static const char *
find_refused (const RankNumbers *self)
{
	return self->common->mappings != NULL                            ? "--mapping"
	       : self->common->decisions != NULL                         ? "--decisions"
	       : self->question->model.as_of != FAIRLEAD_DAY_OPEN_FUTURE ? "--as-of"
	                                                                 : self->refused;
}

static FairleadArcRanking *
rank (const RankNumbers *self, FairleadEngine *engine, GCancellable *cancellable, GError **error)
{
	g_auto (Progress) progress = { 0 };
	FairleadArcQuestion question = {
		.target = (const char *const *) self->question->target,
		.market = (const char *const *) self->question->market,
		.include_targets = self->question->include_targets,
		.limit = self->limit,
	};

	progress_init (&progress, self->common->is_quiet);
	return fairlead_arc_ranking_new (engine, self->common->inputs[0],
	                                 &self->question->model.parameters, &question,
	                                 on_work_progress, &progress, cancellable, error);
}

ExitCode
rank_numbers (const RankNumbers *self, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadEngine) engine = engine_options_new_engine (self->engine);
	g_autoptr (FairleadArcRanking) ranking = NULL;
	g_autoptr (GOutputStream) stream = NULL;
	const FairleadArcRankingView view = {
		.format = self->output->format,
		.expressions = (const char *const *) self->question->target,
		.n_paths = self->n_paths,
		.layout = self->output->layout,
	};

	if (find_refused (self) != NULL) {
		set_usage_error (error, "%s means nothing for an arc file, which has no records",
		                 find_refused (self));
		return EXIT_FAILED;
	}
	if (!engine_options_check_numbers (self->engine, self->common->inputs[0], error))
		return EXIT_FAILED;
	ranking = rank (self, engine, cancellable, error);
	if (ranking == NULL)
		return engine_job_was_written (self->engine, self->common->is_quiet, error)
		               ? EXIT_DONE
		               : EXIT_FAILED;
	stream = open_page (self->output);
	return fairlead_arc_ranking_write (ranking, &view, stream, cancellable, error)
	                       || reader_has_gone (error)
	               ? EXIT_DONE
	               : EXIT_FAILED;
}
