/* tests/common/ais-case.c */
#include "tests/common/ais-case.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ingest/ais/fields.h"

void
ais_case_init (AisCase *self)
{
	*self = (AisCase){ .folder = g_dir_make_tmp ("fairlead-ais-XXXXXX", NULL),
		           .paths = g_ptr_array_new_with_free_func (g_free),
		           .records = fairlead_records_new (),
		           .ports = fairlead_ais_ports_new () };
}

void
ais_case_clear (AisCase *self)
{
	for (guint i = 0; i < self->paths->len; i++)
		if (self->paths->pdata[i] != NULL)
			g_unlink (self->paths->pdata[i]);
	g_rmdir (self->folder);
	g_free (self->folder);
	g_ptr_array_unref (self->paths);
	g_object_unref (self->records);
	fairlead_ais_ports_free (self->ports);
	if (self->finds.all != NULL)
		fairlead_ais_finds_clear (&self->finds);
	g_clear_error (&self->error);
}
void
ais_case_add (AisCase *self, const char *name, const char *text)
{
	char *path = g_build_filename (self->folder, name, NULL);

	g_assert_true (g_file_set_contents (path, text, -1, NULL));
	g_ptr_array_add (self->paths, path);
}

static void
on_progress (const FairleadLoadProgress *progress, gpointer cancellable)
{
	(void) progress;
	g_cancellable_cancel (cancellable);
}

gboolean
ais_case_run (AisCase *self)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (FairleadAisFeed) feed = NULL;
	FairleadAisParameters parameters;

	fairlead_ais_parameters_init (&parameters);
	g_ptr_array_add (self->paths, NULL);
	feed = fairlead_ais_feed_new ((const char *const *) self->paths->pdata, self->records,
	                              cancellable, &self->error);
	if (feed == NULL)
		return FALSE;
	fairlead_ais_feed_set_n_threads (feed, self->n_threads);
	if (self->is_cancelled)
		fairlead_ais_feed_set_progress (feed, on_progress, cancellable);
	if (!fairlead_ais_watch (feed, self->records, &parameters, self->ports, &self->finds,
	                         &self->summary, &self->error))
		return FALSE;
	self->counts = *fairlead_ais_feed_get_counts (feed);
	return TRUE;
}

char *
ais_case_dup_finds (const AisCase *self, const char *kind)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < self->finds.all->len; i++) {
		const FairleadAisFind *find = &g_array_index (self->finds.all, FairleadAisFind, i);
		g_autofree char *start = fairlead_ais_time_dup_text (find->start);
		g_autofree char *end = fairlead_ais_time_dup_text (find->end);
		const char *name = fairlead_event_info (find->kind)->name;
		const char *reason = fairlead_ais_reason_name (find->reason);

		if (kind != NULL && strcmp (kind, name) != 0)
			continue;
		g_string_append_printf (text, "%s %u %u %.5s %.5s%s%s%s%s\n", name, find->ship.mmsi,
		                        find->other.mmsi, start + 11, end + 11,
		                        find->is_open_start ? " since-before" : "",
		                        find->is_open_end ? " open" : "", *reason ? " " : "",
		                        reason);
	}
	return g_string_free (text, FALSE);
}

void
ais_put (GString *text, guint mmsi, gint minute, double latitude, double longitude, double knots,
         const char *type)
{
	g_autofree char *time = fairlead_ais_time_dup_text (AIS_MIDNIGHT + minute * 60);
	char north[32], east[32], speed[32];

	time[19] = '\0';
	g_string_append_printf (text, "%u,%s,%s,%s,%s,90.0,SHIP %u,,,%s,0\n", mmsi, time,
	                        g_ascii_formatd (north, sizeof north, "%.6f", latitude),
	                        g_ascii_formatd (east, sizeof east, "%.6f", longitude),
	                        g_ascii_formatd (speed, sizeof speed, "%.1f", knots), mmsi % 1000,
	                        type);
}
