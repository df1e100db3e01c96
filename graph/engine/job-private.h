/* graph/engine/job-private.h: what the parts of jobs share: their words */
#pragma once
#include "graph/engine/job.h"
G_BEGIN_DECLS

#define FAIRLEAD_JOB_VERSION 1
#define FAIRLEAD_JOB_GROUP "job"
#define FAIRLEAD_JOB_STEP "step "

typedef struct {
	const char *name;
	FairleadLayer layer;
	gboolean has_seeds;
	gboolean has_others;
} FairleadMeasureShape;

typedef struct {
	const char *key;
	double standard;
	double least;
	double most;
} FairleadNumberShape;

extern const FairleadMeasureShape fairlead_job_measures[FAIRLEAD_N_ENGINE_MEASURES];
extern const FairleadNumberShape fairlead_job_numbers[FAIRLEAD_N_STEP_NUMBERS];

/* Takes the seeds, and puts them in order */
FairleadSet *fairlead_set_new (const char *name, GArray *seeds, gboolean is_weighted);

G_END_DECLS
