/* cli/progress.c */
#include "cli/progress.h"

#include <stdio.h>

#include "cli/terminal.h"
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
	g_clear_pointer (&self->what, g_free);
}

static char *
dup_amount (const Progress *self, guint64 amount)
{
	if (self->in_bytes)
		return g_strdup_printf ("%" G_GUINT64_FORMAT " %s",
		                        amount / (amount < 1000000 ? 1000 : 1000000),
		                        amount < 1000000 ? "kB" : "MB");
	return g_strdup_printf ("%" G_GUINT64_FORMAT, amount);
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

static char *
dup_line (const Progress *self, guint64 done, guint64 total, gint64 elapsed)
{
	gint64 left = seconds_left (elapsed, done, total);
	GString *line = g_string_new (NULL);

	if (total > 0)
		g_string_append_printf (line, "%3u %%",
		                        (guint) (100.0 * (double) done / (double) total));
	else
		g_string_append_printf (line, "%" G_GUINT64_FORMAT, done);
	if (elapsed > G_USEC_PER_SEC / 2) {
		double seconds = (double) elapsed / G_USEC_PER_SEC;
		g_autofree char *rate = dup_amount (self, (guint64) ((double) done / seconds));

		g_string_append_printf (line, ", %s/s", rate);
	}
	if (left >= 0)
		g_string_append_printf (line, ", %" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT " left",
		                        left / 60, left % 60);
	return g_string_free (line, FALSE);
}

static void
draw (Progress *self, guint64 done, guint64 total, gint64 now)
{
	g_autofree char *line = dup_line (self, done, total, now - self->since);
	g_autofree char *visible = fairlead_text_dup_visible (self->what, TRUE);
	guint taken = fairlead_text_width (line) + 4;
	g_autofree char *what = fairlead_text_dup_shortened (
		visible, self->width > taken ? self->width - taken : 0, TRUE);

	fprintf (stderr, CLEAR_LINE "%s  %s", what, line);
	fflush (stderr);
	self->is_shown = TRUE;
	self->drawn = now;
}

static void
show (Progress *self, const char *what, guint64 done, guint64 total)
{
	gint64 now;

	if (self->width == 0)
		return;
	now = g_get_monotonic_time ();
	if (g_strcmp0 (what, self->what) != 0) {
		g_free (self->what);
		self->what = g_strdup (what);
		self->since = now;
	}
	if (now - self->drawn >= BETWEEN_DRAWS)
		draw (self, done, total, now);
}

void
on_bytes_progress (const char *what, guint64 done, guint64 total, gpointer progress)
{
	((Progress *) progress)->in_bytes = TRUE;
	show (progress, what, done, total);
}

void
on_work_progress (const char *what, guint64 done, guint64 total, gpointer progress)
{
	((Progress *) progress)->in_bytes = FALSE;
	show (progress, what, done, total);
}
