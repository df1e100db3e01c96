/* output/write/picture.h: a drawing in SVG as it is, as pixels, or as a page of PDF */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_PICTURE_SVG,
	FAIRLEAD_PICTURE_PNG,
	FAIRLEAD_PICTURE_PDF,
	FAIRLEAD_N_PICTURES
} FairleadPicture;

/* `svg`, `png`, `pdf` */
FAIRLEAD_API gboolean fairlead_picture_from_name (const char *name, FairleadPicture *picture);
/* By the ending of the path, upper or lower case */
FAIRLEAD_API gboolean fairlead_picture_from_path (const char *path, FairleadPicture *picture);

/* The elements `page-1`, `page-2` ... of a drawing, one below the other and equally high, are pages
 * of PDF; without them it is one page */
#define FAIRLEAD_PICTURE_PAGE "page-"

/* Writes @what as SVG */
typedef gboolean (*FairleadDrawSvg) (gconstpointer what, GOutputStream *stream,
                                     GCancellable *cancellable, GError **error);

/**
 * fairlead_picture_write:
 *
 * Pixels and pages are drawn by librsvg and cairo, two pixels to a unit and three quarters of a
 * point. The same drawing gives the same bytes: no day of the run stands in them.
 */
FAIRLEAD_API gboolean fairlead_picture_write (FairleadPicture picture, FairleadDrawSvg draw,
                                              gconstpointer what, GOutputStream *stream,
                                              GCancellable *cancellable, GError **error);

G_END_DECLS
