/* ingest/format/sample.c: what the head of a file shows, for the sniffers */
#include "ingest/format/format.h"

#include <string.h>

#define MAX_ROWS 20u

static GStrv
dup_fields (const FairleadCsvRow *row)
{
	GStrv fields = g_new0 (char *, row->n_fields + 1);

	for (guint i = 0; i < row->n_fields; i++)
		fields[i] = g_strdup (row->fields[i]);
	return fields;
}

/* The rows behind the preamble. A head that is not the whole file may cut its last row, which is
 * then left out unless there is no other. */
static void
collect_rows (FairleadSample *self)
{
	g_autoptr (FairleadInput) input =
		fairlead_input_new_for_bytes ("head", self->head, self->head_size);
	g_autoptr (FairleadCsvReader) reader =
		fairlead_csv_reader_new (input, self->dialect.delimiter);
	gboolean may_be_cut = self->head_size >= FAIRLEAD_INPUT_HEAD;
	FairleadCsvRow row;
	guint n_seen = 0;

	while (self->rows->len < MAX_ROWS && fairlead_csv_reader_next (reader, &row, NULL))
		if (n_seen++ >= self->dialect.preamble)
			g_ptr_array_add (self->rows, dup_fields (&row));
	if (may_be_cut && self->rows->len < MAX_ROWS && self->rows->len > 1)
		g_ptr_array_set_size (self->rows, (gint) self->rows->len - 1);
}

void
fairlead_sample_init (FairleadSample *self, const char *head, gsize size)
{
	*self = (FairleadSample){ .head = head, .head_size = size };
	self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
	self->is_xml = fairlead_xml_sniff_root (head, size, &self->root, &self->root_namespace);
	self->is_json = !self->is_xml && fairlead_json_sniff_members (head, size, &self->members);
	if (self->is_xml || self->is_json)
		return;
	self->is_csv = fairlead_csv_guess_dialect (head, size, &self->dialect);
	if (self->is_csv)
		collect_rows (self);
}

void
fairlead_sample_clear (FairleadSample *self)
{
	g_clear_pointer (&self->rows, g_ptr_array_unref);
	g_clear_pointer (&self->root, g_free);
	g_clear_pointer (&self->root_namespace, g_free);
	g_clear_pointer (&self->members, g_strfreev);
}

gboolean
fairlead_sample_has_member (const FairleadSample *self, const char *name)
{
	return self->is_json && g_strv_contains ((const char *const *) self->members, name);
}

gboolean
fairlead_sample_has_column (const FairleadSample *self, const char *name)
{
	if (self->rows == NULL || self->rows->len == 0)
		return FALSE;

	GStrv cells = self->rows->pdata[0];
	FairleadCsvRow header = { .fields = cells, .n_fields = g_strv_length (cells) };

	return fairlead_csv_row_find (&header, name) >= 0;
}
