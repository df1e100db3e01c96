/* output/supply/supply-png.c: the chart as pixels */
#include "output/supply/supply-writers.h"
#include "output/write/picture.h"

static gboolean
draw (gconstpointer view, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	return fairlead_supply_write_svg (view, stream, cancellable, error);
}

gboolean
fairlead_supply_write_png (const FairleadSupplyView *view, GOutputStream *stream,
                           GCancellable *cancellable, GError **error)
{
	return fairlead_picture_write (FAIRLEAD_PICTURE_PNG, draw, view, stream, cancellable,
	                               error);
}
