/* output/write/sink.c */
#include "output/write/sink.h"

#include <string.h>

#define BUFFER_SIZE (64u << 10)

struct _FairleadSink {
	GOutputStream *stream;
	GCancellable *cancellable;
	char *pending; /* of BUFFER_SIZE bytes */
	gsize n_pending;
	GError *failure; /* the first */
};

FairleadSink *
fairlead_sink_new (GOutputStream *stream, GCancellable *cancellable)
{
	FairleadSink *self = g_new0 (FairleadSink, 1);

	self->stream = g_object_ref (stream);
	self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
	self->pending = g_malloc (BUFFER_SIZE);
	return self;
}

void
fairlead_sink_free (FairleadSink *self)
{
	if (self == NULL)
		return;
	g_object_unref (self->stream);
	g_clear_object (&self->cancellable);
	g_free (self->pending);
	g_clear_error (&self->failure);
	g_free (self);
}

static void
write_out (FairleadSink *self, const char *bytes, gsize length)
{
	if (self->failure == NULL)
		g_output_stream_write_all (self->stream, bytes, length, NULL, self->cancellable,
		                           &self->failure);
}

static void
write_out_pending (FairleadSink *self)
{
	write_out (self, self->pending, self->n_pending);
	self->n_pending = 0;
}

void
fairlead_sink_put_bytes (FairleadSink *self, const char *text, gsize length)
{
	if (length > BUFFER_SIZE - self->n_pending)
		write_out_pending (self);
	if (length > BUFFER_SIZE) {
		write_out (self, text, length);
		return;
	}
	memcpy (self->pending + self->n_pending, text, length);
	self->n_pending += length;
}

void
fairlead_sink_put (FairleadSink *self, const char *text)
{
	fairlead_sink_put_bytes (self, text, strlen (text));
}

void
fairlead_sink_put_char (FairleadSink *self, gunichar character)
{
	char bytes[6] = { (char) character };
	gsize length = character < 0x80 ? 1 : (gsize) g_unichar_to_utf8 (character, bytes);

	fairlead_sink_put_bytes (self, bytes, length);
}

void
fairlead_sink_put_repeated (FairleadSink *self, char character, guint n)
{
	for (guint i = 0; i < n; i++)
		fairlead_sink_put_bytes (self, &character, 1);
}

void
fairlead_sink_put_integer (FairleadSink *self, guint64 value)
{
	char digits[20];
	guint first = sizeof digits;

	do {
		digits[--first] = (char) ('0' + value % 10);
		value /= 10;
	} while (value > 0);
	fairlead_sink_put_bytes (self, digits + first, sizeof digits - first);
}

void
fairlead_sink_printf (FairleadSink *self, const char *format, ...)
{
	g_autofree char *text = NULL;
	va_list arguments;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	fairlead_sink_put (self, text);
}

gboolean
fairlead_sink_has_failed (FairleadSink *self)
{
	if (self->failure == NULL)
		g_cancellable_set_error_if_cancelled (self->cancellable, &self->failure);
	return self->failure != NULL;
}

gboolean
fairlead_sink_finish (FairleadSink *self, GError **error)
{
	write_out_pending (self);
	if (self->failure == NULL)
		g_output_stream_flush (self->stream, self->cancellable, &self->failure);
	if (self->failure == NULL)
		return TRUE;
	g_propagate_error (error, g_error_copy (self->failure));
	return FALSE;
}
