/* cli/terminal/progress.c */
#include "cli/terminal/progress.h"

#include <stdio.h>

#include "cli/terminal/terminal.h"
#include "output/write/number.h"
#include "output/write/text.h"

#define BETWEEN_DRAWS (G_USEC_PER_SEC / 10)
#define CLEAR_LINE "\r\033[K"

void
progress_init (Progress *self, gboolean is_quiet)
{
	*self = (Progress){ .width = is_quiet ? 0 : terminal_error_width () };
}

void
progress_clear (Progress *self)
{
	if (self->is_shown)
		fputs (CLEAR_LINE, stderr);
	self->is_shown = FALSE;
	g_clear_pointer (&self->step, g_free);
}

/* ---- the words ---- */

static char *
dup_bytes (guint64 amount)
{
	g_autofree char *grouped =
		fairlead_number_dup_grouped (amount / (amount < 1000000 ? 1000 : 1000000));

	return g_strconcat (grouped, amount < 1000000 ? " kB" : " MB", NULL);
}

/* Seconds left at the speed so far; -1 when it cannot be told yet */
static gint64
seconds_left (gint64 elapsed, guint64 done, guint64 total)
{
	if (total == 0 || done == 0 || done > total || elapsed < G_USEC_PER_SEC / 2)
		return -1;
	return (gint64) ((double) elapsed / (double) done * (double) (total - done)
	                 / G_USEC_PER_SEC);
}

static guint64
rate_of (guint64 done, gint64 elapsed)
{
	return (guint64) ((double) done * G_USEC_PER_SEC / (double) elapsed);
}

static void
append_percentage (GString *line, guint64 done, guint64 total)
{
	if (total > 0)
		g_string_append_printf (
			line, "%3u %%",
			MIN (100, (guint) (100.0 * (double) done / (double) total)));
}

static void
append_time_left (GString *line, guint64 done, guint64 total, gint64 elapsed)
{
	gint64 left = seconds_left (elapsed, done, total);

	if (left >= 0)
		g_string_append_printf (line, ", %" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT " left",
		                        left / 60, left % 60);
}

/* ` 37 %, 224 MB, 310 MB/s, 1,234,567 records, 12 issues, 0:03 left` */
static char *
dup_load_line (const FairleadLoadProgress *load, gint64 elapsed)
{
	GString *line = g_string_new (NULL);
	g_autofree char *bytes = dup_bytes (load->n_bytes);
	g_autofree char *records = fairlead_number_dup_grouped (load->n_records);
	g_autofree char *issues = fairlead_number_dup_grouped (load->n_issues);

	append_percentage (line, load->n_bytes, load->n_total);
	g_string_append_printf (line, "%s%s", line->len > 0 ? ", " : "", bytes);
	if (elapsed > G_USEC_PER_SEC / 2) {
		g_autofree char *rate = dup_bytes (rate_of (load->n_bytes, elapsed));

		g_string_append_printf (line, ", %s/s", rate);
	}
	g_string_append_printf (line, ", %s record%s, %s issue%s", records,
	                        load->n_records == 1 ? "" : "s", issues,
	                        load->n_issues == 1 ? "" : "s");
	append_time_left (line, load->n_bytes, load->n_total, elapsed);
	return g_string_free (line, FALSE);
}

static char *
dup_work_line (guint64 done, guint64 total, gint64 elapsed)
{
	GString *line = g_string_new (NULL);

	if (total > 0)
		append_percentage (line, done, total);
	else
		g_string_append_printf (line, "%" G_GUINT64_FORMAT, done);
	if (elapsed > G_USEC_PER_SEC / 2)
		g_string_append_printf (line, ", %" G_GUINT64_FORMAT "/s", rate_of (done, elapsed));
	append_time_left (line, done, total, elapsed);
	return g_string_free (line, FALSE);
}

/* ---- the line ---- */

/* The step in what room the numbers leave; of a path the end tells more. A line that does not fit
 * would be wrapped, and only its last part cleared. */
static void
draw (Progress *self, const char *what, const char *numbers, gint64 now)
{
	g_autofree char *visible = fairlead_text_dup_visible (what, TRUE);
	guint taken = fairlead_text_width (numbers) + 3;
	g_autofree char *step = fairlead_text_dup_end (
		visible, self->width > taken ? self->width - taken : 0, TRUE);
	g_autofree char *line = g_strconcat (step, *step != '\0' ? "  " : "", numbers, NULL);
	g_autofree char *fitted = fairlead_text_dup_shortened (line, self->width - 1, TRUE);

	fprintf (stderr, CLEAR_LINE "%s", fitted);
	fflush (stderr);
	self->is_shown = TRUE;
	self->drawn = now;
}

/* Whether it is time to draw; when @step began is kept for as long as it is the same one */
static gboolean
is_due (Progress *self, const char *step, gint64 now)
{
	if (g_strcmp0 (step, self->step) != 0) {
		g_free (self->step);
		self->step = g_strdup (step);
		self->since = now;
	}
	return now - self->drawn >= BETWEEN_DRAWS;
}

void
on_bytes_progress (const FairleadLoadProgress *load, gpointer progress)
{
	Progress *self = progress;
	gint64 now = self->width == 0 ? 0 : g_get_monotonic_time ();
	g_autofree char *line = NULL;

	/* The files of a load are one step */
	if (self->width == 0 || !is_due (self, "", now))
		return;
	line = dup_load_line (load, now - self->since);
	draw (self, load->path, line, now);
}

void
on_work_progress (const char *what, guint64 done, guint64 total, gpointer progress)
{
	Progress *self = progress;
	gint64 now = self->width == 0 ? 0 : g_get_monotonic_time ();
	g_autofree char *line = NULL;

	if (self->width == 0 || !is_due (self, what, now))
		return;
	line = dup_work_line (done, total, now - self->since);
	draw (self, what, line, now);
}

FairleadTelling
progress_get_telling (Progress *self)
{
	return (FairleadTelling){ on_work_progress, self };
}
