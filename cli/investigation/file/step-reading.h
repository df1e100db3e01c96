/* cli/investigation/file/step-reading.h: a step while it is read, to those that read it */
#pragma once
#include "cli/investigation/file/investigation.h"
G_BEGIN_DECLS

/* What is gathered of a step while it is read */
typedef struct {
	Investigation *all;
	InvestigationStep *step;
	const char *group;
	GPtrArray *options; /* of the command */
	GPtrArray *words;
	GPtrArray *results;
	Complaints *complaints;
	GCancellable *cancellable;
} StepReading;

/* Of @key of the step, wherever it was said */
#define step_complain(reading, key, ...)                                                      \
	investigation_complain ((reading)->all, (reading)->complaints, (reading)->group, key, \
	                        __VA_ARGS__)

/* The step depends on this file, which @key names */
void step_depend_on (StepReading *self, const char *key, const char *path);
/* The keys of the step that are options of its command, as words */
void step_read_own_options (StepReading *self);
/* What stands in [investigation], and not in the step */
void step_read_common_options (StepReading *self);

G_END_DECLS
