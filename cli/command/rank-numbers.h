/* cli/command/rank-numbers.h: fairlead rank of an arc file: numbers without records */
#pragma once
#include "cli/options/common.h"
#include "cli/options/engine.h"
G_BEGIN_DECLS

/**
 * RankNumbers:
 * @refused: (nullable): an option that was given, and asks for what numbers have not
 */
typedef struct {
	const CommonOptions *common;
	const OutputOptions *output;
	QuestionOptions *question;
	const EngineOptions *engine;
	guint limit;
	guint n_paths;
	const char *refused;
} RankNumbers;

/* Whether the only input is an arc file, whose links stay on the disk */
gboolean are_numbers (char **inputs);
ExitCode rank_numbers (const RankNumbers *self, GCancellable *cancellable, GError **error);

G_END_DECLS
