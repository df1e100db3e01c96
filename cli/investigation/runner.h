/* cli/investigation/runner.h: runs the steps of an investigation in this process
 *
 * A step is a command's own function. What it writes on standard output goes to a file; whatever it
 * writes stands in a hidden folder until the step is done, and takes its place by renaming. The
 * network that a step has read is kept for the next, which takes it where it asks for the same
 * inputs as of the same day. */
#pragma once
#include "cli/investigation/manifest/manifest.h"
G_BEGIN_DECLS

/**
 * Runner:
 * @before: (nullable): of the run before: what it has and is the same still is not done again
 * @forced: everything is done again
 * @is_quiet: nothing is said
 * @outputs: (nullable): a folder in place of the investigation's own
 * @keeps_manifest: the manifest is written after each step
 */
typedef struct {
	Investigation *investigation;
	const Manifest *before;
	gboolean forced;
	gboolean is_quiet;
	const char *outputs;
	gboolean keeps_manifest;
	GCancellable *cancellable;
} Runner;

/* Why a step has to be run; NULL where it is up to date */
char *runner_dup_reason (const Runner *self, const InvestigationStep *step);

/**
 * runner_run:
 * @code: (out): of all steps, the greatest of their exit codes
 *
 * Returns: (transfer full): what was done; NULL with an error that names the step. What the steps
 *   before it wrote stands then, and so does the manifest that says so.
 */
Manifest *runner_run (const Runner *self, ExitCode *code, GError **error);

G_END_DECLS
