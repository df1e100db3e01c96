/* ingest/mapping/run/evaluation.c */
#include "ingest/mapping/run/evaluation.h"

#include <string.h>

#include "ingest/mapping/run/filter.h"

void
fairlead_evaluation_init (FairleadEvaluation *self, const FairleadMapping *mapping,
                          const FairleadReading *reading)
{
	*self = (FairleadEvaluation){
		.mapping = mapping,
		.records = reading->records,
		.file = reading->file,
		.missed = g_string_new (NULL),
		.text = g_string_new (NULL),
	};
	for (guint i = 0; i < FAIRLEAD_TEMPLATE_MAX_REFERENCES; i++)
		fairlead_values_init (&self->pieces[i]);
	fairlead_values_init (&self->spare);
	fairlead_values_init (&self->filtered);
	fairlead_values_init (&self->aside);
}

void
fairlead_evaluation_clear (FairleadEvaluation *self)
{
	for (guint i = 0; i < FAIRLEAD_TEMPLATE_MAX_REFERENCES; i++)
		fairlead_values_free (&self->pieces[i]);
	fairlead_values_free (&self->spare);
	fairlead_values_free (&self->filtered);
	fairlead_values_free (&self->aside);
	g_string_free (self->missed, TRUE);
	g_string_free (self->text, TRUE);
	g_free (self->columns);
}

FairleadSource
fairlead_evaluation_source (const FairleadEvaluation *self, guint32 line)
{
	return (FairleadSource){ self->file, line != 0 ? line : self->line };
}

/* ---- what the record holds ---- */

static gboolean
means_absent (const FairleadMapping *mapping, const char *text)
{
	for (char **null = mapping->nulls; null != NULL && *null != NULL; null++)
		if (strcmp (*null, text) == 0)
			return TRUE;
	return FALSE;
}

/* Trims before it asks, for files pad their `-0- ` too */
static void
add_raw (FairleadEvaluation *self, const char *text, gsize length, guint32 line,
         FairleadValues *out)
{
	guint before = fairlead_values_count (out);
	gsize size = out->text->len;

	fairlead_values_add (out, text, length, line);
	if (fairlead_values_count (out) == before
	    || !means_absent (self->mapping, fairlead_values_get (out, before)))
		return;
	g_array_set_size (out->items, before);
	g_string_truncate (out->text, size);
}

typedef struct {
	FairleadEvaluation *evaluation;
	FairleadValues *out;
} Collecting;

static void
collect_node (const FairleadXmlNode *node, gpointer user_data)
{
	Collecting *collecting = user_data;

	add_raw (collecting->evaluation, node->text, strlen (node->text), (guint32) node->line,
	         collecting->out);
}

static void
collect_item (FairleadEvaluation *self, FairleadValues *out)
{
	if (self->node != NULL)
		collect_node (self->node, &(Collecting){ self, out });
	else if (self->item != NULL)
		add_raw (self, self->item, strlen (self->item), self->item_line, out);
}

void
fairlead_evaluation_collect (FairleadEvaluation *self, guint field, FairleadValues *out)
{
	const FairleadField *info;

	fairlead_values_reset (out);
	if (field == FAIRLEAD_FIELD_ITEM) {
		collect_item (self, out);
		return;
	}
	info = g_ptr_array_index (self->mapping->fields, field);
	if (self->mapping->is_xml)
		fairlead_path_match (info->path, self->record, self->node, collect_node,
		                     &(Collecting){ self, out });
	else if (self->columns[field] >= 0 && (guint) self->columns[field] < self->row->n_fields)
		add_raw (self, self->row->fields[self->columns[field]],
		         self->row->lengths[self->columns[field]], self->line, out);
}

/* ---- templates ---- */

static void
swap_values (FairleadValues *a, FairleadValues *b)
{
	FairleadValues kept = *a;

	*a = *b;
	*b = kept;
}

static void
fill_piece (FairleadEvaluation *self, const FairleadPiece *piece, FairleadValues *out)
{
	fairlead_evaluation_collect (self, piece->field, out);
	for (guint i = 0; piece->filters != NULL && i < piece->filters->len; i++) {
		fairlead_filter_run (g_ptr_array_index (piece->filters, i), self, out,
		                     &self->spare);
		swap_values (out, &self->spare);
	}
}

/* How many texts the pieces make together: as many as the one with many; 0 when one is wanting or
 * two have different numbers, which cannot be paired */
static guint
count_texts (FairleadEvaluation *self, const FairleadTemplate *template, gboolean strict)
{
	guint n_texts = 0, reference = 0;

	for (guint i = 0; i < template->pieces->len; i++) {
		const FairleadPiece *piece = g_ptr_array_index (template->pieces, i);
		guint n_values;

		if (piece->literal != NULL)
			continue;
		fill_piece (self, piece, &self->pieces[reference]);
		n_values = fairlead_values_count (&self->pieces[reference++]);
		if (n_values == 0 && strict && !piece->is_optional)
			return 0;
		if (n_values > 1 && n_texts > 1 && n_values != n_texts) {
			fairlead_records_add_issue (
				self->records, FAIRLEAD_ISSUE_BAD_RECORD,
				fairlead_evaluation_source (self, 0),
				"%u values cannot be paired with %u (line %u of %s)", n_texts,
				n_values, template->line, self->mapping->path);
			return 0;
		}
		n_texts = MAX (n_texts, n_values);
	}
	return n_texts;
}

static void
join_text (FairleadEvaluation *self, const FairleadTemplate *template, guint nth,
           FairleadValues *out)
{
	guint reference = 0;
	guint32 line = 0;

	g_string_truncate (self->text, 0);
	for (guint i = 0; i < template->pieces->len; i++) {
		const FairleadPiece *piece = g_ptr_array_index (template->pieces, i);
		const FairleadValues *values;
		guint n_values;

		if (piece->literal != NULL) {
			g_string_append (self->text, piece->literal);
			continue;
		}
		values = &self->pieces[reference++];
		n_values = fairlead_values_count (values);
		if (n_values == 0)
			continue;
		g_string_append (self->text, fairlead_values_get (values, MIN (nth, n_values - 1)));
		if (line == 0)
			line = fairlead_values_line (values, MIN (nth, n_values - 1));
	}
	fairlead_values_add (out, self->text->str, self->text->len, line);
}

void
fairlead_evaluation_fill (FairleadEvaluation *self, const FairleadTemplate *template,
                          gboolean strict, FairleadValues *out)
{
	guint n_texts;

	if (template->n_references == 1 && template->pieces->len == 1) {
		fill_piece (self, g_ptr_array_index (template->pieces, 0), out);
		return;
	}
	fairlead_values_reset (out);
	n_texts = template->n_references == 0 ? 1 : count_texts (self, template, strict);
	for (guint nth = 0; nth < n_texts; nth++)
		join_text (self, template, nth, out);
}

/* ---- conditions ---- */

static gboolean
is_one_of (const char *text, char **values)
{
	for (char **value = values; *value != NULL; value++)
		if (g_ascii_strcasecmp (*value, text) == 0)
			return TRUE;
	return FALSE;
}

gboolean
fairlead_evaluation_holds (FairleadEvaluation *self, const FairleadCondition *condition)
{
	const FairleadPiece *piece = g_ptr_array_index (condition->template->pieces, 0);
	FairleadValues *values = piece->filters == NULL ? &self->aside : &self->filtered;
	gboolean found = FALSE;

	fill_piece (self, piece, values);
	for (guint i = 0; !found && i < fairlead_values_count (values); i++)
		found = condition->values == NULL
		        || is_one_of (fairlead_values_get (values, i), condition->values);
	return found != condition->is_negated;
}

gboolean
fairlead_evaluation_all_hold (FairleadEvaluation *self, const GPtrArray *conditions)
{
	for (guint i = 0; conditions != NULL && i < conditions->len; i++)
		if (!fairlead_evaluation_holds (self, g_ptr_array_index (conditions, i)))
			return FALSE;
	return TRUE;
}
