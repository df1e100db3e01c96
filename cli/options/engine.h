/* cli/options/engine.h: who computes a ranking, and whether it fits this machine */
#pragma once
#include "cli/options/common.h"
#include "graph/engine/engine.h"
G_BEGIN_DECLS

typedef struct {
	char *name; /* NULL: local */
	gint n_ranks;
	char *folder;      /* (nullable): where a job is kept */
	char *job_file;    /* (nullable): a script to be written */
	char *collect_job; /* (nullable): one whose results are read */
	gboolean partition;
	char *memory_text; /* (nullable) */
	guint64 memory_limit;
} EngineOptions;

void engine_options_clear (EngineOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EngineOptions, engine_options_clear)

/* Entries of a command's own options; @self is an EngineOptions */
#define ENGINE_ENTRIES(self)                                                                  \
	{ "engine",                                                                           \
	  0,                                                                                  \
	  0,                                                                                  \
	  G_OPTION_ARG_FILENAME,                                                              \
	  &(self)->name,                                                                      \
	  "Who computes: local (default) or cluster, which is fairlead-cluster over MPI",     \
	  "NAME" },                                                                           \
		{ "ranks",                                                                    \
		  0,                                                                          \
		  0,                                                                          \
		  G_OPTION_ARG_INT,                                                           \
		  &(self)->n_ranks,                                                           \
		  "Processes of the cluster (default: as many as there are processors)",      \
		  "N" },                                                                      \
		{ "work-folder",                                                              \
		  0,                                                                          \
		  0,                                                                          \
		  G_OPTION_ARG_FILENAME,                                                      \
		  &(self)->folder,                                                            \
		  "Keep the cluster's job and results there: a killed one goes on",           \
		  "DIR" },                                                                    \
		{ "partition",                                                                \
		  0,                                                                          \
		  0,                                                                          \
		  G_OPTION_ARG_NONE,                                                          \
		  &(self)->partition,                                                         \
		  "Bring neighbours together on the ranks of the cluster first",              \
		  NULL },                                                                     \
		{ "job-file",                                                                 \
		  0,                                                                          \
		  0,                                                                          \
		  G_OPTION_ARG_FILENAME,                                                      \
		  &(self)->job_file,                                                          \
		  "Write the cluster's job for Slurm or sh, and end",                         \
		  "FILE" },                                                                   \
		{ "collect-job",                                                              \
		  0,                                                                          \
		  0,                                                                          \
		  G_OPTION_ARG_FILENAME,                                                      \
		  &(self)->collect_job,                                                       \
		  "Rank by the results of such a job, which has run",                         \
		  "FILE" },                                                                   \
	{                                                                                     \
		"memory-limit", 0, 0, G_OPTION_ARG_FILENAME, &(self)->memory_text,            \
			"Refuse what takes more than 70 % of SIZE (default: this machine's)", \
			"SIZE"                                                                \
	}

gboolean engine_options_check (EngineOptions *self, GError **error);
/* (transfer full) (nullable): NULL: this machine, by the ranking itself */
FairleadEngine *engine_options_new_engine (const EngineOptions *self);
/* Fails where this machine shall rank so many links, and they are too many for it */
gboolean engine_options_check_memory (const EngineOptions *self, FairleadNetwork *network,
                                      GError **error);
/* Fails before anything is read where what the inputs say is too much for it, whoever computes: the
 * records stay on this machine */
gboolean engine_options_check_inputs (const EngineOptions *self, const char *const *inputs,
                                      GError **error);
/* Fails where this machine shall rank an arc file that is too large for it */
gboolean engine_options_check_numbers (const EngineOptions *self, const char *path, GError **error);
/* Whether the error only says that a job was written: then that is said, and the error cleared */
gboolean engine_job_was_written (const EngineOptions *self, gboolean is_quiet, GError **error);

G_END_DECLS
