/* cli/options/question.h: whose facilitators are asked for, and whom the target wants to reach */
#pragma once
#include "cli/options/command-use.h"
#include "cli/options/model.h"
#include "cli/terminal/progress.h"
#include "graph/ranking.h"
G_BEGIN_DECLS

typedef struct {
	GStrv target; /* NULL: not asked */
	GStrv market; /* NULL: every party that is not of the target */
	gboolean include_targets;
	ModelOptions model;
	FairleadEngine *engine; /* (nullable): borrowed */
} QuestionOptions;

void question_options_clear (QuestionOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuestionOptions, question_options_clear)

/* Adds --target, --market, --include-targets and those of the model */
void question_options_add (QuestionOptions *self, GOptionContext *context, CommandUse *use);
/* Option values are bytes of the command line; expressions must be UTF-8. Reads the model. */
gboolean question_options_check (QuestionOptions *self, GError **error);

FairleadRanking *question_rank (const QuestionOptions *self, FairleadNetwork *network,
                                Progress *progress, GCancellable *cancellable, GError **error);

G_END_DECLS
