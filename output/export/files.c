/* output/export/files.c */
#include "output/export/files.h"

#include "output/write/output-file.h"

gboolean
fairlead_export_lay_out (FairleadExportFormat format, FairleadNetwork *network,
                         const FairleadSelection *selection, FairleadPoint **points,
                         const FairleadTelling *telling, GCancellable *cancellable, GError **error)
{
	FairleadPoint *found = NULL;

	if (fairlead_export_format_draws (format)
	    && selection->vertices->len <= FAIRLEAD_LAYOUT_MOST) {
		found = fairlead_layout_new (network, selection, telling, cancellable, error);
		if (found == NULL)
			return FALSE;
	}
	*points = found;
	return TRUE;
}

gboolean
fairlead_export_save (FairleadExportFormat format, const FairleadExport *export, const char *path,
                      GCancellable *cancellable, GError **error)
{
	g_autoptr (GPtrArray) files =
		g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_output_file_free);

	/* Where there are several files none would have this name */
	if (!fairlead_output_path_check (path, error))
		return FALSE;
	for (guint n = 0;; n++) {
		g_autofree char *one = fairlead_export_dup_path (format, path, n);
		FairleadOutputFile *file;

		if (one == NULL)
			break;
		file = fairlead_output_file_open (one, error);
		if (file == NULL)
			return FALSE;
		g_ptr_array_add (files, file);
		if (fairlead_export_write (format, n, export, path,
		                           fairlead_output_file_get_stream (file), cancellable,
		                           error))
			continue;
		if (!g_cancellable_is_cancelled (cancellable))
			g_prefix_error (error, "%s: ", one);
		return FALSE;
	}
	for (guint n = 0; n < files->len; n++)
		if (!fairlead_output_file_commit (g_ptr_array_index (files, n), error))
			return FALSE;
	return TRUE;
}
