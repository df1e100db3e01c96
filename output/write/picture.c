/* output/write/picture.c: by librsvg and cairo */
#include "output/write/picture.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

/* Pixels to a unit of the drawing: sharp on paper */
#define SCALE 2.0
/* A unit is a 96th of an inch */
#define POINTS 0.75

typedef struct {
	GOutputStream *stream;
	GCancellable *cancellable;
	GError **error;
} Target;

static const char *const names[FAIRLEAD_N_PICTURES] = { "svg", "png", "pdf" };

gboolean
fairlead_picture_from_name (const char *name, FairleadPicture *picture)
{
	for (guint i = 0; i < FAIRLEAD_N_PICTURES; i++)
		if (strcmp (names[i], name) == 0) {
			*picture = i;
			return TRUE;
		}
	return FALSE;
}

gboolean
fairlead_picture_from_path (const char *path, FairleadPicture *picture)
{
	const char *dot = strrchr (path, '.');
	g_autofree char *ending = dot == NULL ? NULL : g_ascii_strdown (dot + 1, -1);

	return ending != NULL && fairlead_picture_from_name (ending, picture);
}

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
make_drawing (FairleadDrawSvg draw, gconstpointer what, GCancellable *cancellable, GError **error)
{
	g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
	GMemoryOutputStream *buffer = G_MEMORY_OUTPUT_STREAM (memory);

	if (!draw (what, memory, cancellable, error))
		return NULL;
	return rsvg_handle_new_from_data (g_memory_output_stream_get_data (buffer),
	                                  g_memory_output_stream_get_data_size (buffer), error);
}

/* @page: the element that is drawn; NULL: all */
static gboolean
render (RsvgHandle *drawing, cairo_surface_t *surface, const RsvgRectangle *whole, const char *page,
        GError **error)
{
	cairo_t *context = cairo_create (surface);
	gboolean is_done = rsvg_handle_render_layer (drawing, context, page, whole, error);

	cairo_destroy (context);
	return is_done;
}

static gboolean
judge (cairo_status_t status, const Target *target)
{
	if (status == CAIRO_STATUS_SUCCESS)
		return TRUE;
	if (target->error != NULL && *target->error == NULL)
		g_set_error (target->error, G_IO_ERROR, G_IO_ERROR_FAILED,
		             "cairo could not write the picture: %s",
		             cairo_status_to_string (status));
	return FALSE;
}

static gboolean
write_pixels (RsvgHandle *drawing, double width, double height, Target *target)
{
	const RsvgRectangle whole = { 0, 0, (int) (width * SCALE), (int) (height * SCALE) };
	cairo_surface_t *surface = cairo_image_surface_create (
		CAIRO_FORMAT_RGB24, (int) whole.width, (int) whole.height);
	gboolean is_done =
		judge (cairo_surface_status (surface), target)
		&& render (drawing, surface, &whole, NULL, target->error)
		&& judge (cairo_surface_write_to_png_stream (surface, write_bytes, target), target);

	cairo_surface_destroy (surface);
	return is_done;
}

static char *
dup_page (guint number)
{
	return g_strdup_printf ("#" FAIRLEAD_PICTURE_PAGE "%u", number);
}

static guint
count_pages (RsvgHandle *drawing)
{
	for (guint n = 0;; n++) {
		g_autofree char *next = dup_page (n + 1);

		if (!rsvg_handle_has_sub (drawing, next))
			return n;
	}
}

/* The page with that number, of @n; without pages, all */
static gboolean
render_page (RsvgHandle *drawing, cairo_surface_t *surface, double width, double height, guint n,
             guint number, GError **error)
{
	const RsvgRectangle whole = { 0, -(number * height), width, height * MAX (n, 1u) };
	g_autofree char *page = n == 0 ? NULL : dup_page (number + 1);
	gboolean is_done = render (drawing, surface, &whole, page, error);

	cairo_surface_show_page (surface);
	return is_done;
}

/* cairo would state the time of the run as the day of creation */
static gboolean
write_pages (RsvgHandle *drawing, double width, double height, Target *target)
{
	guint n = count_pages (drawing);
	double high = height / MAX (n, 1u) * POINTS;
	cairo_surface_t *surface =
		cairo_pdf_surface_create_for_stream (write_bytes, target, width * POINTS, high);
	gboolean is_done = TRUE;

	cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
	                                "1970-01-01T00:00:00Z");
	for (guint i = 0; is_done && i < MAX (n, 1u); i++)
		is_done = render_page (drawing, surface, width * POINTS, high, n, i, target->error);
	cairo_surface_finish (surface);
	is_done = is_done && judge (cairo_surface_status (surface), target);
	cairo_surface_destroy (surface);
	return is_done;
}

gboolean
fairlead_picture_write (FairleadPicture picture, FairleadDrawSvg draw, gconstpointer what,
                        GOutputStream *stream, GCancellable *cancellable, GError **error)
{
	g_autoptr (GError) failure = NULL; /* cairo's callbacks need a place for it */
	Target target = { stream, cancellable, &failure };
	g_autoptr (RsvgHandle) drawing = NULL;
	double width, height;
	gboolean is_done;

	if (picture == FAIRLEAD_PICTURE_SVG)
		return draw (what, stream, cancellable, error);
	drawing = make_drawing (draw, what, cancellable, error);
	if (drawing == NULL)
		return FALSE;
	if (!rsvg_handle_get_intrinsic_size_in_pixels (drawing, &width, &height)) {
		g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
		                     "the drawing has no size");
		return FALSE;
	}
	is_done = picture == FAIRLEAD_PICTURE_PNG ? write_pixels (drawing, width, height, &target)
	                                          : write_pages (drawing, width, height, &target);
	if (!is_done)
		g_propagate_error (error, g_steal_pointer (&failure));
	return is_done && g_output_stream_flush (stream, cancellable, error);
}
