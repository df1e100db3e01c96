/* cli/options/engine.c */
#include "cli/options/engine.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "graph/engine/memory.h"
#include "ingest/case/input-size.h"
#include "output/write/text.h"

#define CLUSTER "cluster"
/* What this machine takes for a byte of an arc file, as measured (docs/scale.md) */
#define MEMORY_PER_ARC_BYTE 6u

void
engine_options_clear (EngineOptions *self)
{
	g_clear_pointer (&self->name, g_free);
	g_clear_pointer (&self->folder, g_free);
	g_clear_pointer (&self->job_file, g_free);
	g_clear_pointer (&self->collect_job, g_free);
	g_clear_pointer (&self->memory_text, g_free);
}

static gboolean
is_cluster (const EngineOptions *self)
{
	return g_strcmp0 (self->name, CLUSTER) == 0;
}

/* What means nothing without a cluster */
static const char *
find_cluster_option (const EngineOptions *self)
{
	return self->n_ranks != 0          ? "--ranks"
	       : self->folder != NULL      ? "--work-folder"
	       : self->partition           ? "--partition"
	       : self->job_file != NULL    ? "--job-file"
	       : self->collect_job != NULL ? "--collect-job"
	                                   : NULL;
}

gboolean
engine_options_check (EngineOptions *self, GError **error)
{
	if (self->name != NULL && !is_cluster (self) && strcmp (self->name, "local") != 0)
		return set_usage_error (error, "--engine %s is not known (local or cluster)",
		                        self->name);
	if (!is_cluster (self) && find_cluster_option (self) != NULL)
		return set_usage_error (error, "%s means nothing without --engine cluster",
		                        find_cluster_option (self));
	if (self->n_ranks < 0)
		return set_usage_error (error, "--ranks %d is negative", self->n_ranks);
	if ((self->job_file != NULL) + (self->collect_job != NULL) + (self->folder != NULL) > 1)
		return set_usage_error (error, "--job-file, --collect-job and --work-folder do not "
		                               "go together");
	if (self->memory_text == NULL) {
		self->memory_limit = fairlead_memory_get_limit ();
		return TRUE;
	}
	return fairlead_memory_parse (self->memory_text, &self->memory_limit)
	       || set_usage_error (error, "--memory-limit %s is no size (8G, 500M, bytes)",
	                           self->memory_text);
}

FairleadEngine *
engine_options_new_engine (const EngineOptions *self)
{
	FairleadClusterChoice choice = { (guint) self->n_ranks, self->folder, self->partition };

	if (!is_cluster (self))
		return NULL;
	if (self->collect_job != NULL)
		return fairlead_engine_new_collected (self->collect_job);
	if (self->job_file != NULL)
		return fairlead_engine_new_script (&choice, self->job_file);
	return fairlead_engine_new_cluster (&choice);
}

static gboolean
add_advice (GError **error, const char *advice)
{
	char *message;

	if (error == NULL)
		return FALSE;
	message = g_strdup_printf ("%s; %s; --memory-limit SIZE allows more", (*error)->message,
	                           advice);
	g_free ((*error)->message);
	(*error)->message = message;
	return FALSE;
}

gboolean
engine_options_check_memory (const EngineOptions *self, FairleadNetwork *network, GError **error)
{
	return is_cluster (self)
	       || fairlead_memory_check (fairlead_network_get_n_links (network), self->memory_limit,
	                                 error)
	       || add_advice (error,
	                      "\"fairlead rank --engine cluster --ranks N\" with the same options "
	                      "and inputs ranks them over many machines");
}

gboolean
engine_options_check_inputs (const EngineOptions *self, const char *const *inputs, GError **error)
{
	FairleadInputSize size = fairlead_inputs_estimate (inputs);

	return fairlead_memory_check_inputs (size.n_bytes, size.memory, self->memory_limit, error)
	       || add_advice (error,
	                      "links that no machine holds are ranked as numbers: \"mpiexec -n N "
	                      "fairlead-cluster --import LINKS.csv --output FILE.arcs\", then "
	                      "\"fairlead rank --engine cluster --ranks N --target id:ID "
	                      "FILE.arcs\"");
}

/* Of a cluster's job the links stay on the disk, and what is here grows with the vertices */
gboolean
engine_options_check_numbers (const EngineOptions *self, const char *path, GError **error)
{
	GStatBuf status;
	guint64 n_bytes = g_stat (path, &status) == 0 ? (guint64) status.st_size : 0;

	return is_cluster (self)
	       || fairlead_memory_check_inputs (n_bytes, MEMORY_PER_ARC_BYTE * n_bytes,
	                                        self->memory_limit, error)
	       || add_advice (error,
	                      "\"fairlead rank --engine cluster --ranks N\" with the same options "
	                      "ranks it over many machines");
}

gboolean
engine_job_was_written (const EngineOptions *self, gboolean is_quiet, GError **error)
{
	g_autofree char *visible = NULL;

	if (self->job_file == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PENDING))
		return FALSE;
	g_clear_error (error);
	visible = fairlead_text_dup_visible (self->job_file, TRUE);
	if (!is_quiet)
		fprintf (stderr,
		         "fairlead: wrote %s and %s.job: run it with sbatch or sh, then the same "
		         "with --collect-job\n",
		         visible, visible);
	return TRUE;
}
