/* output/write/sink.h: text on its way to a stream; the first failure is kept until somebody asks
 *
 * Writers put text in small pieces and need not look at each: after a failure nothing more is
 * written, and finish() says what went wrong. Memory is bounded by the buffer. */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

typedef struct _FairleadSink FairleadSink;

/* The stream is kept; @cancellable may be NULL */
FairleadSink *fairlead_sink_new (GOutputStream *stream, GCancellable *cancellable);
void fairlead_sink_free (FairleadSink *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadSink, fairlead_sink_free)

void fairlead_sink_put (FairleadSink *self, const char *text);
void fairlead_sink_put_bytes (FairleadSink *self, const char *text, gsize length);
void fairlead_sink_put_char (FairleadSink *self, gunichar character);
/* @character so many times */
void fairlead_sink_put_repeated (FairleadSink *self, char character, guint n);
void fairlead_sink_put_integer (FairleadSink *self, guint64 value);
/* Never for floating-point numbers, which would follow the locale: see output/write/number.h */
void fairlead_sink_printf (FairleadSink *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* For long loops, that need not go on. To be cancelled is to fail. */
gboolean fairlead_sink_has_failed (FairleadSink *self);
/* Writes out what is left, without closing the stream; FALSE with the first failure of all */
gboolean fairlead_sink_finish (FairleadSink *self, GError **error);

G_END_DECLS
