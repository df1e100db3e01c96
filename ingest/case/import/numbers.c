/* ingest/case/import/numbers.c: the numbers that a case has for entities and periods */
#include "ingest/case/import/facts.h"
#include "ingest/case/sql/days.h"
#include "ingest/record/records-private.h"

static GHashTable *
load_periods (FairleadSql *sql)
{
	GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		sql, "SELECT id, start_first, start_last, end_first, end_last, start_circa,"
		     " end_circa, ended FROM period");

	while (fairlead_sql_next (sql, rows)) {
		gint64 id = sqlite3_column_int64 (rows, 0);
		FairleadPeriod period = fairlead_period_read (sql, rows, 1);

		g_hash_table_replace (known, fairlead_period_dup_key (&period),
		                      g_memdup2 (&id, sizeof id));
	}
	return known;
}

void
fairlead_numbers_init (FairleadNumbers *self, FairleadCase *owner, FairleadRecords *records)
{
	FairleadSql *sql = &owner->sql;

	*self = (FairleadNumbers){ .owner = owner, .records = records };
	self->entities = g_array_new (FALSE, TRUE, sizeof (gint64));
	self->periods = g_array_new (FALSE, TRUE, sizeof (gint64));
	self->known_periods = load_periods (sql);
	self->last_entity = fairlead_sql_get_number (sql, "SELECT max (id) FROM entity");
	self->last_period = fairlead_sql_get_number (sql, "SELECT max (id) FROM period");
	/* In a case without entities there is nothing to find */
	if (self->last_entity > 0)
		self->find_entity =
			fairlead_sql_prepare (sql, "SELECT id FROM entity WHERE key = ?1");
	self->add_entity = fairlead_sql_prepare (sql, "INSERT INTO entity VALUES (?1, ?2)");
	self->add_period = fairlead_sql_prepare (
		sql, "INSERT INTO period VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
}

void
fairlead_numbers_clear (FairleadNumbers *self)
{
	g_clear_pointer (&self->entities, g_array_unref);
	g_clear_pointer (&self->periods, g_array_unref);
	g_clear_pointer (&self->known_periods, g_hash_table_unref);
	g_clear_pointer (&self->find_entity, sqlite3_finalize);
	g_clear_pointer (&self->add_entity, sqlite3_finalize);
	g_clear_pointer (&self->add_period, sqlite3_finalize);
}

static gint64
find_or_add_entity (FairleadNumbers *self, FairleadEntity entity)
{
	FairleadSql *sql = &self->owner->sql;
	guint n;
	const char *key = fairlead_records_get_text (
		self->records, fairlead_records_get_entities (self->records, &n)[entity].key);
	gint64 found = 0;

	if (self->find_entity != NULL) {
		fairlead_sql_bind_text (self->find_entity, 1, key);
		while (fairlead_sql_next (sql, self->find_entity))
			found = sqlite3_column_int64 (self->find_entity, 0);
	}
	if (found != 0)
		return found;
	sqlite3_bind_int64 (self->add_entity, 1, ++self->last_entity);
	sqlite3_bind_text (self->add_entity, 2, key, -1, SQLITE_STATIC);
	fairlead_sql_write (sql, self->add_entity);
	return self->last_entity;
}

gint64
fairlead_numbers_get_entity (FairleadNumbers *self, FairleadEntity entity)
{
	gint64 *known;

	if (self->first_entity != 0)
		return self->first_entity + entity;
	if (entity >= self->entities->len)
		g_array_set_size (self->entities, self->records->entities->len);
	known = &g_array_index (self->entities, gint64, entity);
	if (*known == 0)
		*known = find_or_add_entity (self, entity);
	return *known;
}

static gint64
find_or_add_period (FairleadNumbers *self, const FairleadPeriod *period)
{
	g_autofree char *key = fairlead_period_dup_key (period);
	const gint64 *found = g_hash_table_lookup (self->known_periods, key);
	gint64 id;

	if (found != NULL)
		return *found;
	id = ++self->last_period;
	sqlite3_bind_int64 (self->add_period, 1, id);
	fairlead_period_bind (self->add_period, 2, period);
	fairlead_sql_write (&self->owner->sql, self->add_period);
	g_hash_table_insert (self->known_periods, g_steal_pointer (&key),
	                     g_memdup2 (&id, sizeof id));
	return id;
}

gint64
fairlead_numbers_get_period (FairleadNumbers *self, FairleadPeriodId period)
{
	gint64 *known;

	if (period == 0)
		return 0;
	if (period >= self->periods->len)
		g_array_set_size (self->periods, period + 1);
	known = &g_array_index (self->periods, gint64, period);
	if (*known == 0)
		*known = find_or_add_period (self,
		                             fairlead_records_get_period (self->records, period));
	return *known;
}

static void
get_key (gpointer records, guint row, FairleadValue *values)
{
	guint n;
	const FairleadEntityRow *entities = fairlead_records_get_entities (records, &n);

	values[0] =
		(FairleadValue){ .type = SQLITE_TEXT,
		                 .text = fairlead_records_get_text (records, entities[row].key) };
}

void
fairlead_numbers_give_all (FairleadNumbers *self)
{
	guint n;

	fairlead_records_get_entities (self->records, &n);
	fairlead_bulk_insert (&self->owner->sql, "entity", "key", 1, n, get_key, self->records);
	self->first_entity = self->last_entity + 1;
	self->last_entity += n;
	for (guint i = 1; i < self->records->facts.periods.periods->len; i++)
		fairlead_numbers_get_period (self, i);
}
