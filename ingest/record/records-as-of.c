/* ingest/record/records-as-of.c */
#include "ingest/record/records-as-of.h"

#include <string.h>

#include "ingest/record/records-private.h"

/* When something was known, as far as is known; of two the greater is the later one */
typedef enum {
	WHEN_BEFORE,
	WHEN_OPEN,
	WHEN_AFTER,
	WHEN_UNSAID,
} When;

/* What a file says of one entity */
typedef struct {
	FairleadEntity entity;
	guint32 file;
	guint8 entry; /* When the file has it listed, formed or built: the first of them */
	guint8 links; /* When its oldest link in the file is from */
} Mention;

typedef struct {
	FairleadRecords *old;
	FairleadRecords *new;
	gint32 day;
	gboolean keeps_undated;
	GArray *files;    /* of When */
	GArray *mentions; /* of Mention */
	FairleadIdTable index;
	GArray *datings;        /* of FairleadDating */
	guint8 *is_kept;        /* of each entity */
	FairleadEntity *number; /* of each entity that is kept, in the new records */
} AsOf;

static void
as_of_clear (AsOf *self)
{
	g_array_unref (self->files);
	g_array_unref (self->mentions);
	g_array_unref (self->datings);
	fairlead_id_table_clear (&self->index);
	g_free (self->is_kept);
	g_free (self->number);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AsOf, as_of_clear)

/* ---- days ---- */

static When
place_date (const AsOf *self, FairleadDate date)
{
	if (fairlead_date_is_unknown (date))
		return WHEN_UNSAID;
	if (date.last <= self->day)
		return WHEN_BEFORE;
	return date.first > self->day ? WHEN_AFTER : WHEN_OPEN;
}

static When
place_start (const AsOf *self, FairleadPeriodId period)
{
	return place_date (self, fairlead_records_get_period (self->old, period)->start);
}

static void
place_files (AsOf *self)
{
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (self->old, &n);

	for (guint i = 0; i < n; i++) {
		const char *issued = fairlead_records_get_text (self->old, rows[i].issued);
		FairleadDate date;
		When when = WHEN_UNSAID;

		if (fairlead_date_parse (issued, FAIRLEAD_DATE_DAY_FIRST, &date, NULL))
			when = place_date (self, date);
		g_array_append_val (self->files, when);
	}
	g_array_set_size (self->datings, n);
}

/* A period as it stood on the day: what ends later has not ended. 0 is the unknown one of every
 * table. */
static FairleadPeriodId
reopen_period (AsOf *self, FairleadPeriodId id)
{
	FairleadPeriod period = *fairlead_records_get_period (self->old, id);

	if (place_date (self, period.end) == WHEN_AFTER) {
		period.end = FAIRLEAD_DATE_UNKNOWN;
		period.flags &= ~(guint32) (FAIRLEAD_PERIOD_ENDED | FAIRLEAD_PERIOD_END_CIRCA);
	}
	return fairlead_period_table_add (&self->new->facts.periods, &period);
}

/* ---- what each file says of each entity ---- */

typedef struct {
	FairleadEntity entity;
	guint32 file;
} MentionKey;

static gboolean
is_mention (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	const AsOf *self = user_data;
	const Mention *mention = &g_array_index (self->mentions, Mention, row);
	const MentionKey *wanted = (gconstpointer) key;

	(void) length;
	return mention->entity == wanted->entity && mention->file == wanted->file;
}

static Mention *
get_mention (AsOf *self, FairleadEntity entity, FairleadSource source)
{
	MentionKey key = { entity, source.file };
	guint32 hash = fairlead_id_table_hash ((const char *) &key, sizeof key);
	guint32 row = fairlead_id_table_find (&self->index, hash, (const char *) &key, sizeof key,
	                                      is_mention, self);

	if (row == FAIRLEAD_ID_TABLE_NONE) {
		Mention mention = { entity, source.file, WHEN_UNSAID, WHEN_UNSAID };

		row = self->mentions->len;
		g_array_append_val (self->mentions, mention);
		fairlead_id_table_insert (&self->index, hash, row);
	}
	return &g_array_index (self->mentions, Mention, row);
}

static void
note_entry (AsOf *self, FairleadEntity entity, FairleadSource source, When when)
{
	Mention *mention = get_mention (self, entity, source);

	mention->entry = (guint8) MIN (mention->entry, when);
}

/* A designation without a day is one that may be later */
static void
note_entries (AsOf *self)
{
	const GArray *designations = self->old->facts.designations;
	const GArray *attributes = self->old->facts.attributes;

	for (guint i = 0; i < designations->len; i++) {
		const FairleadDesignationRow *row =
			&g_array_index (designations, FairleadDesignationRow, i);
		When when = place_start (self, row->period);

		if (when != WHEN_UNSAID)
			note_entry (self, row->entity, row->source, when);
	}
	for (guint i = 0; i < attributes->len; i++) {
		const FairleadAttributeRow *row =
			&g_array_index (attributes, FairleadAttributeRow, i);
		When when = place_start (self, row->period);

		if ((row->attribute == FAIRLEAD_ATTRIBUTE_FORMED
		     || row->attribute == FAIRLEAD_ATTRIBUTE_YEAR_BUILT)
		    && when != WHEN_UNSAID)
			note_entry (self, row->entity, row->source, when);
	}
}

/* ---- when each fact is from ---- */

static gboolean
keep (AsOf *self, When when, FairleadSource source)
{
	FairleadDating *dating = &g_array_index (self->datings, FairleadDating, source.file);
	When file = g_array_index (self->files, When, source.file);

	if (when == WHEN_UNSAID && file == WHEN_AFTER) {
		dating->n_published_after++;
		return FALSE;
	}
	if (when == WHEN_UNSAID)
		when = file == WHEN_BEFORE ? WHEN_BEFORE : WHEN_OPEN;
	if (when == WHEN_BEFORE)
		dating->n_dated++;
	else if (when == WHEN_AFTER)
		dating->n_after++;
	else
		dating->n_undated++;
	return when == WHEN_BEFORE || (when == WHEN_OPEN && self->keeps_undated);
}

/* No older than the entry of either end in the same file, and than its own beginning */
static When
place_link (AsOf *self, const FairleadLinkFact *link)
{
	When own = place_start (self, link->period);
	const When others[] = { get_mention (self, link->from, link->source)->entry,
		                get_mention (self, link->to, link->source)->entry };

	for (guint i = 0; i < G_N_ELEMENTS (others); i++)
		if (others[i] != WHEN_UNSAID)
			own = own == WHEN_UNSAID ? others[i] : MAX (own, others[i]);
	return own;
}

static When
place_fact (AsOf *self, FairleadEntity entity, FairleadSource source)
{
	const Mention *mention = get_mention (self, entity, source);

	return mention->entry != WHEN_UNSAID ? mention->entry : mention->links;
}

/* ---- what is kept ---- */

static void
keep_entity (AsOf *self, FairleadEntity entity)
{
	self->is_kept[entity] = TRUE;
}

static void
keep_links (AsOf *self)
{
	const GArray *links = self->old->facts.links;

	for (guint i = 0; i < links->len; i++) {
		FairleadLinkFact link = g_array_index (links, FairleadLinkFact, i);
		const FairleadEntity ends[] = { link.from, link.to };
		When when = place_link (self, &link);
		gboolean is_kept = keep (self, when, link.source);

		for (guint end = 0; end < G_N_ELEMENTS (ends); end++) {
			Mention *mention = get_mention (self, ends[end], link.source);

			mention->links = (guint8) MIN (mention->links, when);
			if (is_kept)
				keep_entity (self, ends[end]);
		}
		link.period = reopen_period (self, link.period);
		if (is_kept)
			g_array_append_val (self->new->facts.links, link);
	}
}

static void
keep_designations (AsOf *self)
{
	const GArray *rows = self->old->facts.designations;

	for (guint i = 0; i < rows->len; i++) {
		FairleadDesignationRow row = g_array_index (rows, FairleadDesignationRow, i);

		if (!keep (self, place_start (self, row.period), row.source))
			continue;
		row.period = reopen_period (self, row.period);
		keep_entity (self, row.entity);
		g_array_append_val (self->new->facts.designations, row);
	}
}

/* An event without a day may be later, as a link may */
static void
keep_events (AsOf *self)
{
	const GArray *rows = self->old->facts.events;

	for (guint i = 0; i < rows->len; i++) {
		FairleadEventRow row = g_array_index (rows, FairleadEventRow, i);
		const FairleadEntity parties[] = { row.vessel, row.other, row.place };

		if (!keep (self, place_start (self, row.period), row.source))
			continue;
		row.period = reopen_period (self, row.period);
		for (guint k = 0; k < G_N_ELEMENTS (parties); k++)
			if (parties[k] != FAIRLEAD_NO_ENTITY)
				keep_entity (self, parties[k]);
		g_array_append_val (self->new->facts.events, row);
	}
}

/* The period of a date is the date itself, and the fact need not be from that day */
static void
keep_attributes (AsOf *self)
{
	const GArray *rows = self->old->facts.attributes;

	for (guint i = 0; i < rows->len; i++) {
		FairleadAttributeRow row = g_array_index (rows, FairleadAttributeRow, i);
		When when = place_fact (self, row.entity, row.source);
		When own = place_start (self, row.period);

		if (own == WHEN_AFTER
		    || fairlead_attribute_info (row.attribute)->type != FAIRLEAD_TYPE_DATE)
			when = own == WHEN_UNSAID    ? when
			       : when == WHEN_UNSAID ? own
			                             : MAX (when, own);
		if (!keep (self, when, row.source))
			continue;
		row.period = reopen_period (self, row.period);
		keep_entity (self, row.entity);
		g_array_append_val (self->new->facts.attributes, row);
	}
}

#define KEEP_PLAIN(Row, table)                                                        \
	static void keep_##table (AsOf *self)                                         \
	{                                                                             \
		const GArray *rows = self->old->facts.table;                          \
                                                                                      \
		for (guint i = 0; i < rows->len; i++) {                               \
			const Row *row = &g_array_index (rows, Row, i);               \
                                                                                      \
			if (!keep (self, place_fact (self, row->entity, row->source), \
			           row->source))                                      \
				continue;                                             \
			keep_entity (self, row->entity);                              \
			g_array_append_vals (self->new->facts.table, row, 1);         \
		}                                                                     \
	}

KEEP_PLAIN (FairleadNameRow, names)
KEEP_PLAIN (FairleadIdRow, identifiers)

/* ---- the new tables ---- */

/* Who was described later was only referred to by then */
static void
mark_stub (AsOf *self, FairleadEntityRow *row, FairleadEntity entity)
{
	if (place_fact (self, entity, row->source) == WHEN_AFTER)
		row->flags |= FAIRLEAD_ENTITY_STUB;
}

static void
copy_entities (AsOf *self)
{
	const GArray *rows = self->old->entities;

	for (FairleadEntity i = 0; i < rows->len; i++) {
		const FairleadEntityRow *row = &g_array_index (rows, FairleadEntityRow, i);

		if (!self->is_kept[i])
			continue;
		self->number[i] = self->new->entities->len;
		g_array_append_vals (self->new->entities, row, 1);
		mark_stub (self,
		           &g_array_index (self->new->entities, FairleadEntityRow, self->number[i]),
		           i);
	}
}

#define RENUMBER(Row, table, column)                                        \
	for (guint i = 0; i < self->new->facts.table->len; i++) {           \
		Row *row = &g_array_index (self->new->facts.table, Row, i); \
                                                                            \
		row->column = self->number[row->column];                    \
	}

static void
renumber_events (AsOf *self)
{
	GArray *rows = self->new->facts.events;

	for (guint i = 0; i < rows->len; i++) {
		FairleadEventRow *row = &g_array_index (rows, FairleadEventRow, i);
		FairleadEntity *parties[] = { &row->vessel, &row->other, &row->place };

		for (guint k = 0; k < G_N_ELEMENTS (parties); k++)
			if (*parties[k] != FAIRLEAD_NO_ENTITY)
				*parties[k] = self->number[*parties[k]];
	}
}

static void
renumber (AsOf *self){ RENUMBER (FairleadNameRow, names, entity) RENUMBER (FairleadIdRow,
	                                                                   identifiers, entity)
	                       RENUMBER (FairleadAttributeRow, attributes, entity)
	                               RENUMBER (FairleadDesignationRow, designations, entity)
	                                       RENUMBER (FairleadLinkFact, links, from)
	                                               RENUMBER (FairleadLinkFact, links, to) }

FairleadRecords *fairlead_records_new_as_of (FairleadRecords *self, gint32 day,
                                             gboolean keeps_undated, GArray **datings)
{
	g_auto (AsOf) as_of = { .old = self, .day = day, .keeps_undated = keeps_undated };
	guint n;

	fairlead_records_get_links (self, &n); /* no other thread is at work on the facts then */
	as_of.new = fairlead_records_new_beside (self);
	as_of.files = g_array_new (FALSE, FALSE, sizeof (When));
	as_of.mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
	as_of.datings = g_array_new (FALSE, TRUE, sizeof (FairleadDating));
	fairlead_id_table_init (&as_of.index);
	as_of.is_kept = g_malloc0 (MAX (self->entities->len, 1));
	as_of.number = g_new0 (FairleadEntity, MAX (self->entities->len, 1));
	place_files (&as_of);
	note_entries (&as_of);
	keep_links (&as_of);
	keep_designations (&as_of);
	keep_events (&as_of);
	keep_attributes (&as_of);
	keep_names (&as_of);
	keep_identifiers (&as_of);
	copy_entities (&as_of);
	renumber (&as_of);
	renumber_events (&as_of);
	if (datings != NULL)
		*datings = g_array_ref (as_of.datings);
	return as_of.new;
}
