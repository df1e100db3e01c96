/* ingest/format/ofac-sdn/waiting.c */
#include "ingest/format/ofac-sdn/sdn-csv.h"

#include <string.h>

#include "ingest/format/ofac-sdn/remarks.h"

typedef struct {
	FairleadEntity entity;
	FairleadKind kind;
	char *text; /* owned */
	FairleadSource source;
} Remarks;

struct _FairleadOfacWaiting {
	GArray *cut;             /* of Remarks that may go on */
	GArray *overflow;        /* of Remarks: what goes on, one for each party */
	GHashTable *overflow_of; /* entity to its row of @overflow, plus one */
};

static void
clear_remarks (gpointer data)
{
	g_free (((Remarks *) data)->text);
}

static GArray *
new_rows (void)
{
	GArray *rows = g_array_new (FALSE, FALSE, sizeof (Remarks));

	g_array_set_clear_func (rows, clear_remarks);
	return rows;
}

FairleadOfacWaiting *
fairlead_ofac_waiting_new (void)
{
	FairleadOfacWaiting *self = g_new (FairleadOfacWaiting, 1);

	self->cut = new_rows ();
	self->overflow = new_rows ();
	self->overflow_of = g_hash_table_new (NULL, NULL);
	return self;
}

void
fairlead_ofac_waiting_free (FairleadOfacWaiting *self)
{
	g_array_unref (self->cut);
	g_array_unref (self->overflow);
	g_hash_table_unref (self->overflow_of);
	g_free (self);
}

void
fairlead_ofac_waiting_add_cut (FairleadOfacWaiting *self, FairleadEntity entity, FairleadKind kind,
                               const char *text, FairleadSource source)
{
	Remarks remarks = { entity, kind, g_strdup (text), source };

	g_array_append_val (self->cut, remarks);
}

void
fairlead_ofac_waiting_add_overflow (FairleadOfacWaiting *self, FairleadEntity entity,
                                    const char *text, FairleadSource source)
{
	gpointer key = GUINT_TO_POINTER (entity);
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->overflow_of, key));

	if (place > 0) {
		Remarks *first = &g_array_index (self->overflow, Remarks, place - 1);
		g_autofree char *before = first->text;

		first->text = g_strconcat (before, text, NULL);
		return;
	}
	Remarks remarks = { entity, FAIRLEAD_KIND_UNKNOWN, g_strdup (text), source };
	g_array_append_val (self->overflow, remarks);
	g_hash_table_insert (self->overflow_of, key, GUINT_TO_POINTER (self->overflow->len));
}

/* The overflow of a party is used once, by the first of its remarks that were cut */
static const Remarks *
take_overflow (FairleadOfacWaiting *self, FairleadEntity entity)
{
	gpointer key = GUINT_TO_POINTER (entity);
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->overflow_of, key));

	g_hash_table_remove (self->overflow_of, key);
	return place > 0 ? &g_array_index (self->overflow, Remarks, place - 1) : NULL;
}

static void
read_whole (FairleadRecords *records, const Remarks *cut, const Remarks *overflow)
{
	g_autofree char *text =
		g_strconcat (cut->text, overflow != NULL ? overflow->text : NULL, NULL);
	FairleadOfacRemarks remarks = { cut->entity, cut->kind, text,
		                        cut->source, G_MAXSIZE, cut->source };

	if (overflow != NULL) {
		remarks.continued_at = strlen (cut->text);
		remarks.continued_source = overflow->source;
	}
	fairlead_ofac_remarks_read (&remarks, records);
}

void
fairlead_ofac_waiting_emit (FairleadOfacWaiting *self, FairleadRecords *records)
{
	for (guint i = 0; i < self->cut->len; i++) {
		const Remarks *cut = &g_array_index (self->cut, Remarks, i);

		read_whole (records, cut, take_overflow (self, cut->entity));
	}
	for (guint i = 0; i < self->overflow->len; i++) {
		const Remarks *overflow = &g_array_index (self->overflow, Remarks, i);

		if (take_overflow (self, overflow->entity) != NULL)
			read_whole (records, overflow, NULL);
	}
}
