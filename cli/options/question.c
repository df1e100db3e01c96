/* cli/options/question.c */
#include "cli/options/question.h"

#include "cli/options/common.h"

void
question_options_clear (QuestionOptions *self)
{
	g_clear_pointer (&self->target, g_strfreev);
	g_clear_pointer (&self->market, g_strfreev);
	model_options_clear (&self->model);
}

void
question_options_add (QuestionOptions *self, GOptionContext *context, CommandUse *use)
{
	const GOptionEntry entries[] = {
		{ "target", 't', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->target,
		  "Whose facilitators are asked for (may repeat)", "EXPRESSION" },
		{ "market", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->market,
		  "Whom the target wants to reach (default: every other party; may repeat)",
		  "EXPRESSION" },
		{ "include-targets", 0, 0, G_OPTION_ARG_NONE, &self->include_targets,
		  "Rank the target's own parties too", NULL },
		MODEL_ENTRY_PARAMETERS (&self->model),
		MODEL_ENTRY_AS_OF (&self->model,
		                   "The network as it was, and was known, on that day"),
		G_OPTION_ENTRY_NULL,
	};

	command_use_add_entries (use, context, entries);
}

static gboolean
are_text (const char *option, GStrv expressions, GError **error)
{
	for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
		if (!g_utf8_validate (expressions[i], -1, NULL))
			return set_usage_error (error, "%s \"%s\" is not UTF-8", option,
			                        expressions[i]);
	return TRUE;
}

gboolean
question_options_check (QuestionOptions *self, GError **error)
{
	if (self->market != NULL && self->target == NULL)
		return set_usage_error (error, "--market means nothing without --target");
	if (self->include_targets && self->target == NULL)
		return set_usage_error (error, "--include-targets means nothing without --target");
	return are_text ("--target", self->target, error)
	       && are_text ("--market", self->market, error)
	       && model_options_read (&self->model, error);
}

FairleadRanking *
question_rank (const QuestionOptions *self, FairleadNetwork *network, Progress *progress,
               GCancellable *cancellable, GError **error)
{
	FairleadQuestion question = {
		.target = (const char *const *) self->target,
		.market = (const char *const *) self->market,
		.include_targets = self->include_targets,
		.engine = self->engine,
	};

	return fairlead_ranking_new (network, &self->model.parameters, &question, on_work_progress,
	                             progress, cancellable, error);
}
