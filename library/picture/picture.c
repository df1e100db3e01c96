/* library/picture/picture.c */
#include "library/picture/picture.h"

#include "ingest/record/error.h"
#include "output/write/output-file.h"

gboolean
picture_is_form (FleadPicture picture)
{
	return (gint) picture >= 0 && (guint) picture < FAIRLEAD_N_PICTURES;
}

gboolean
picture_find (FleadPicture picture, const char *path, FairleadPicture *found, GError **error)
{
	*found = (FairleadPicture) picture;
	if (picture != FLEAD_PICTURE_BY_ENDING || fairlead_picture_from_path (path, found))
		return TRUE;
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%s: no picture has this ending (known: .svg, .png, .pdf)", path);
	return FALSE;
}

/* Streams in memory do not look whether work was given up */
static gboolean
draw_all (PictureDraw draw, gpointer what, FairleadPicture picture, GOutputStream *stream,
          GCancellable *cancellable, GError **error)
{
	return !g_cancellable_set_error_if_cancelled (cancellable, error)
	       && draw (what, picture, stream, cancellable, error)
	       && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

GBytes *
picture_dup (PictureDraw draw, gpointer what, FairleadPicture picture, GCancellable *cancellable,
             GError **error)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

	return draw_all (draw, what, picture, stream, cancellable, error)
	                       && g_output_stream_close (stream, cancellable, error)
	               ? g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream))
	               : NULL;
}

gboolean
picture_save (PictureDraw draw, gpointer what, FairleadPicture picture, const char *path,
              GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = fairlead_output_file_open (path, error);

	return file != NULL
	       && draw_all (draw, what, picture, fairlead_output_file_get_stream (file),
	                    cancellable, error)
	       && fairlead_output_file_commit (file, error);
}
