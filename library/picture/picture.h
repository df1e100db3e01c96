/* library/picture/picture.h: drawings of results, in memory and in files */
#pragma once
#include <fairlead/chart.h>
#include "library/input/relay.h"
#include "output/write/picture.h"
G_BEGIN_DECLS

/* Draws what belongs to @what; in the form of pictures that it has */
typedef gboolean (*PictureDraw) (gpointer what, FairleadPicture picture, GOutputStream *stream,
                                 GCancellable *cancellable, GError **error);

/* Whether it is a form, and not what an ending says */
gboolean picture_is_form (FleadPicture picture);
/* That of the ending, where that is asked for; USAGE where no picture has it */
gboolean picture_find (FleadPicture picture, const char *path, FairleadPicture *found,
                       GError **error);
/* (transfer full): the picture; NULL with the error */
GBytes *picture_dup (PictureDraw draw, gpointer what, FairleadPicture picture,
                     GCancellable *cancellable, GError **error);
/* The file appears whole or not at all */
gboolean picture_save (PictureDraw draw, gpointer what, FairleadPicture picture, const char *path,
                       GCancellable *cancellable, GError **error);

/**
 * DEFINE_DRAW_LATER:
 * @name: of a function that draws, with a cancellable and an error
 * @is_drawn: whether there is something to draw
 *
 * Defines name_async(), which does the same in a thread, and name_finish().
 */
#define DEFINE_DRAW_LATER(name, Source, is_drawn)                                                 \
	static gpointer name##_work (gpointer source, gpointer asked, GCancellable *cancellable,  \
	                             FleadProgress progress, gpointer progress_data,              \
	                             GError **error)                                              \
	{                                                                                         \
		(void) asked;                                                                     \
		(void) progress;                                                                  \
		(void) progress_data;                                                             \
		return name (source, cancellable, error);                                         \
	}                                                                                         \
                                                                                                  \
	static const RelayDeed name##_deed = {                                                    \
		.work = name##_work,                                                              \
		.free_made = (GDestroyNotify) g_bytes_unref,                                      \
	};                                                                                        \
                                                                                                  \
	void name##_async (Source *self, GCancellable *cancellable, GAsyncReadyCallback callback, \
	                   gpointer user_data)                                                    \
	{                                                                                         \
		g_return_if_fail (is_drawn (self));                                               \
		relay_do (self, &name##_deed, NULL, cancellable, NULL, NULL, NULL, callback,      \
		          user_data);                                                             \
	}                                                                                         \
                                                                                                  \
	DEFINE_FINISH (GBytes, name, Source, name##_deed)

G_END_DECLS
