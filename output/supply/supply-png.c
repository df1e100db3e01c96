/* output/supply/supply-png.c: the chart as pixels, by librsvg and cairo */
#include <librsvg/rsvg.h>

#include "output/supply/supply-writers.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

/* Pixels to a unit of the drawing: sharp on paper */
#define SCALE 2.0

typedef struct {
	GOutputStream *stream;
	GCancellable *cancellable;
	GError **error;
} Target;

static cairo_status_t
write_bytes (void *closure, const unsigned char *bytes, unsigned int length)
{
	Target *target = closure;

	return g_output_stream_write_all (target->stream, bytes, length, NULL, target->cancellable,
	                                  target->error)
	               ? CAIRO_STATUS_SUCCESS
	               : CAIRO_STATUS_WRITE_ERROR;
}

static RsvgHandle *
make_drawing (const FairleadSupplyView *view, GError **error)
{
	g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
	GMemoryOutputStream *buffer = G_MEMORY_OUTPUT_STREAM (memory);

	if (!fairlead_supply_write_svg (view, memory, NULL, error))
		return NULL;
	return rsvg_handle_new_from_data (g_memory_output_stream_get_data (buffer),
	                                  g_memory_output_stream_get_data_size (buffer), error);
}

static gboolean
render (RsvgHandle *drawing, cairo_surface_t *surface, Target *target)
{
	const RsvgRectangle whole = { 0, 0, cairo_image_surface_get_width (surface),
		                      cairo_image_surface_get_height (surface) };
	cairo_t *context = cairo_create (surface);
	gboolean is_done = rsvg_handle_render_document (drawing, context, &whole, target->error);

	cairo_destroy (context);
	if (!is_done)
		return FALSE;
	if (cairo_surface_write_to_png_stream (surface, write_bytes, target)
	    == CAIRO_STATUS_SUCCESS)
		return TRUE;
	if (target->error != NULL && *target->error == NULL)
		g_set_error_literal (target->error, G_IO_ERROR, G_IO_ERROR_FAILED,
		                     "cairo could not write the image");
	return FALSE;
}

gboolean
fairlead_supply_write_png (const FairleadSupplyView *view, GOutputStream *stream,
                           GCancellable *cancellable, GError **error)
{
	g_autoptr (RsvgHandle) drawing = make_drawing (view, error);
	Target target = { stream, cancellable, error };
	cairo_surface_t *surface;
	double width, height;
	gboolean is_done;

	if (drawing == NULL || !rsvg_handle_get_intrinsic_size_in_pixels (drawing, &width, &height))
		return FALSE;
	surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * SCALE),
	                                      (int) (height * SCALE));
	is_done = render (drawing, surface, &target)
	          && g_output_stream_flush (stream, cancellable, error);
	cairo_surface_destroy (surface);
	return is_done;
}
