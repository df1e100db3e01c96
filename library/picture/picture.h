/* library/picture/picture.h: drawings of results, in memory and in files */
#pragma once
#include <fairlead/chart.h>
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

G_END_DECLS
