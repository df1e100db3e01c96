/* graph/number-file.h: named numbers from a key file, each with its range
 *
 * The shipped ones are whole; a file of the user replaces those that it gives. */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* Where a number stands in the file, where it goes, and what it may be */
typedef struct {
	const char *group;
	const char *key;
	double *value;
	double least;
	double greatest;
} FairleadNumberPlace;

/**
 * fairlead_number_file_read:
 * @path: names the text in errors
 *
 * Writes the numbers that @text gives to their places. An unknown group or key, one that stands
 * twice, what is no number, or one out of its range is refused, with its line; some places may be
 * written then.
 */
gboolean fairlead_number_file_read (const FairleadNumberPlace *places, guint n_places,
                                    const char *path, const char *text, gsize size, GError **error);
/* The same from a regular file */
gboolean fairlead_number_file_load (const FairleadNumberPlace *places, guint n_places,
                                    const char *path, GError **error);
/* The same from a file compiled in, which must give all of them: else the build is at fault, and
 * the program ends */
void fairlead_number_file_read_shipped (const FairleadNumberPlace *places, guint n_places,
                                        GResource *resource, const char *path);

G_END_DECLS
