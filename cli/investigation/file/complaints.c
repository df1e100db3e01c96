/* cli/investigation/file/complaints.c */
#include "cli/investigation/file/complaints.h"

#include <stdio.h>

#include "output/write/text.h"

/* Nobody reads more, and a hostile file could have as many as it has lines */
#define MOST_PRINTED 100

typedef struct {
	guint line;
	guint order;
	char *text;
} Complaint;

struct _Complaints {
	char *path;
	GArray *all; /* of Complaint */
};

static void
clear_complaint (gpointer complaint)
{
	g_free (((Complaint *) complaint)->text);
}

Complaints *
complaints_new (const char *path)
{
	Complaints *self = g_new0 (Complaints, 1);

	self->path = g_strdup (path);
	self->all = g_array_new (FALSE, FALSE, sizeof (Complaint));
	g_array_set_clear_func (self->all, clear_complaint);
	return self;
}

void
complaints_free (Complaints *self)
{
	g_free (self->path);
	g_array_unref (self->all);
	g_free (self);
}

/* Takes @text */
static void
add (Complaints *self, guint line, char *text)
{
	Complaint complaint = { line, self->all->len, text };

	g_array_append_val (self->all, complaint);
}

void
complaints_add (Complaints *self, guint line, const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	add (self, line,
	     line > 0 ? g_strdup_printf ("%s:%u: %s", self->path, line, words)
	              : g_strdup_printf ("%s: %s", self->path, words));
}

void
complaints_add_of_option (Complaints *self, const char *option, const char *format, ...)
{
	g_autofree char *words = NULL;
	va_list arguments;

	va_start (arguments, format);
	words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	add (self, 0, g_strdup_printf ("%s: %s", option, words));
}

guint
complaints_count (const Complaints *self)
{
	return self->all->len;
}

const char *
complaints_get (const Complaints *self, guint i)
{
	return g_array_index (self->all, Complaint, i).text;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
	const Complaint *one = a, *other = b;

	if (one->line != other->line)
		return one->line < other->line ? -1 : 1;
	return one->order < other->order ? -1 : 1;
}

void
complaints_print (Complaints *self)
{
	g_array_sort (self->all, compare);
	for (guint i = 0; i < MIN (self->all->len, MOST_PRINTED); i++) {
		g_autofree char *visible = fairlead_text_dup_visible (
			g_array_index (self->all, Complaint, i).text, !g_get_charset (NULL));

		fprintf (stderr, "fairlead: error: %s\n", visible);
	}
	if (self->all->len > MOST_PRINTED)
		fprintf (stderr, "fairlead: and %u more\n", self->all->len - MOST_PRINTED);
}
