/* library/table/result.c */
#include <fairlead/result.h>

G_DEFINE_INTERFACE (FleadResult, flead_result, G_TYPE_OBJECT)

static void
flead_result_default_init (FleadResultInterface *interface)
{
	(void) interface;
}

FleadTable *
flead_result_dup_table (FleadResult *self)
{
	g_return_val_if_fail (FLEAD_IS_RESULT (self), NULL);
	return FLEAD_RESULT_GET_IFACE (self)->dup_table (self);
}

gboolean
flead_result_write (FleadResult *self, FleadFormat format, GOutputStream *stream,
                    GCancellable *cancellable, GError **error)
{
	g_return_val_if_fail (FLEAD_IS_RESULT (self), FALSE);
	g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
	return FLEAD_RESULT_GET_IFACE (self)->write (self, format, stream, cancellable, error);
}

char *
flead_result_dup_text (FleadResult *self, FleadFormat format, GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

	g_return_val_if_fail (FLEAD_IS_RESULT (self), NULL);
	if (!flead_result_write (self, format, stream, NULL, error)
	    || !g_output_stream_write_all (stream, "", 1, NULL, NULL, error)
	    || !g_output_stream_close (stream, NULL, error))
		return NULL;
	return g_memory_output_stream_steal_data (memory);
}
