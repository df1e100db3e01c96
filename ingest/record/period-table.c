/* ingest/record/period-table.c */
#include "ingest/record/period-table.h"

/* Periods are compared and hashed by their bytes */
G_STATIC_ASSERT (sizeof (FairleadPeriod) == 5 * sizeof (guint32));

void
fairlead_period_table_init (FairleadPeriodTable *self)
{
	FairleadPeriod unknown = FAIRLEAD_PERIOD_UNKNOWN;

	self->periods = g_array_new (FALSE, FALSE, sizeof (FairleadPeriod));
	fairlead_id_table_init (&self->ids);
	g_array_append_val (self->periods, unknown);
	self->last = 0;
}

void
fairlead_period_table_clear (FairleadPeriodTable *self)
{
	g_clear_pointer (&self->periods, g_array_unref);
	fairlead_id_table_clear (&self->ids);
}

const FairleadPeriod *
fairlead_period_table_get (const FairleadPeriodTable *self, FairleadPeriodId id)
{
	return &g_array_index (self->periods, FairleadPeriod, id);
}

static gboolean
is_period (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	(void) length;
	return fairlead_period_equal (fairlead_period_table_get (user_data, row),
	                              (const FairleadPeriod *) (gconstpointer) key);
}

void
fairlead_period_table_restore (FairleadPeriodTable *self)
{
	for (guint32 id = 1; id < self->periods->len; id++) {
		const char *key = (const char *) fairlead_period_table_get (self, id);
		guint32 hash = fairlead_id_table_hash (key, sizeof (FairleadPeriod));

		fairlead_id_table_insert (&self->ids, hash, id);
	}
}

FairleadPeriodId
fairlead_period_table_add (FairleadPeriodTable *self, const FairleadPeriod *period)
{
	const char *key = (const char *) period;
	guint32 hash;

	if (fairlead_period_equal (period, fairlead_period_table_get (self, self->last)))
		return self->last;
	if (fairlead_period_equal (period, fairlead_period_table_get (self, 0)))
		return 0;
	hash = fairlead_id_table_hash (key, sizeof *period);
	self->last =
		fairlead_id_table_find (&self->ids, hash, key, sizeof *period, is_period, self);
	if (self->last == FAIRLEAD_ID_TABLE_NONE) {
		g_array_append_vals (self->periods, period, 1);
		self->last = self->periods->len - 1;
		fairlead_id_table_insert (&self->ids, hash, self->last);
	}
	return self->last;
}
