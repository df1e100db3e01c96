/* ingest/case/load/cache-check.c: whether what a cache holds can be tables of records
 *
 * A file may be anybody's: no number in it may lead outside of its table. */
#include "ingest/case/load/cache.h"

#include <string.h>

#include "ingest/record/records-private.h"

typedef struct {
	FairleadRecords *records;
	guint n_chunks;
	guint n_files, n_entities, n_periods;
	gboolean is_good;
} Check;

/* NULs are characters like any other here */
static gboolean
is_utf8 (const char *bytes, gsize n)
{
	const char *end = bytes + n;

	while (bytes < end) {
		guint64 word = 0;
		gunichar character;

		if (end - bytes >= (gssize) sizeof word)
			memcpy (&word, bytes, sizeof word);
		else if ((guchar) *bytes < 0x80) {
			bytes++;
			continue;
		} else
			word = ~G_GUINT64_CONSTANT (0);
		if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) == 0) {
			bytes += sizeof word;
			continue;
		}
		while (bytes < end && (guchar) *bytes < 0x80)
			bytes++;
		if (bytes == end)
			return TRUE;
		character = g_utf8_get_char_validated (bytes, end - bytes);
		if (character >= (gunichar) -2)
			return FALSE;
		bytes = g_utf8_next_char (bytes);
	}
	return TRUE;
}

static void
check_texts (Check *self)
{
	const FairleadStrings *strings = self->records->strings;

	self->is_good &= *fairlead_strings_get_chunk (strings, 0) == '\0';
	for (guint i = 0; i < self->n_chunks; i++) {
		const char *chunk = fairlead_strings_get_chunk (strings, i);

		self->is_good &= chunk[FAIRLEAD_STRINGS_CHUNK - 1] == '\0'
		                 && is_utf8 (chunk, FAIRLEAD_STRINGS_CHUNK);
	}
}

/* Within the arena, and at the beginning of a character */
static inline gboolean
is_text (const Check *self, FairleadText text)
{
	return text / FAIRLEAD_STRINGS_CHUNK < self->n_chunks
	       && ((guchar) *fairlead_strings_get (self->records->strings, text) & 0xc0) != 0x80;
}

static inline gboolean
is_source (const Check *self, FairleadSource source)
{
	return source.file < self->n_files;
}

static inline gboolean
is_about (const Check *self, FairleadEntity entity, FairleadSource source)
{
	return entity < self->n_entities && is_source (self, source);
}

#define FOR_EACH(Row, row, array)                                          \
	for (const Row *row = (const Row *) (gconstpointer) (array)->data, \
	               *end_of_##row = row + (array)->len;                 \
	     row < end_of_##row; row++)

static void
check_entities (Check *self)
{
	FOR_EACH (FairleadFileRow, row, self->records->files)
	self->is_good &= is_text (self, row->path) && is_text (self, row->format)
	                 && is_text (self, row->table) && is_text (self, row->sha256)
	                 && is_text (self, row->issued);
	FOR_EACH (FairleadEntityRow, row, self->records->entities)
	self->is_good &= is_text (self, row->key) && row->kind < FAIRLEAD_N_KINDS
	                 && is_source (self, row->source);
	for (guint32 i = 0; i < self->records->keys.n_slots; i++) {
		guint32 row = self->records->keys.slots[i].row;

		self->is_good &= row == FAIRLEAD_ID_TABLE_NONE || row < self->n_entities;
	}
}

/* As many as there are entities, or a look-up would not end */
static void
check_keys (Check *self)
{
	guint32 n_used = 0;

	for (guint32 i = 0; i < self->records->keys.n_slots; i++)
		n_used += self->records->keys.slots[i].row != FAIRLEAD_ID_TABLE_NONE;
	self->is_good &= n_used == self->n_entities;
}

static void
check_names (Check *self)
{
	const FairleadFacts *facts = &self->records->facts;

	FOR_EACH (FairleadNameRow, row, facts->names)
	self->is_good &= is_about (self, row->entity, row->source) && is_text (self, row->text)
	                 && row->type < FAIRLEAD_N_NAME_TYPES;
	FOR_EACH (FairleadIdRow, row, facts->identifiers)
	self->is_good &= is_about (self, row->entity, row->source) && is_text (self, row->number)
	                 && is_text (self, row->issuer) && row->scheme < FAIRLEAD_N_ID_SCHEMES;
	FOR_EACH (FairleadAttributeRow, row, facts->attributes)
	self->is_good &= is_about (self, row->entity, row->source) && is_text (self, row->text)
	                 && row->period < self->n_periods && row->attribute < FAIRLEAD_N_ATTRIBUTES;
}

static gboolean
is_entity (const Check *self, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY || entity < self->n_entities;
}

static gboolean
is_event (const Check *self, const FairleadEventRow *row)
{
	return is_entity (self, row->vessel) && is_entity (self, row->other)
	       && is_entity (self, row->place) && is_source (self, row->source)
	       && row->period < self->n_periods && is_text (self, row->commodity)
	       && is_text (self, row->unit) && is_text (self, row->before)
	       && is_text (self, row->after) && is_text (self, row->note)
	       && row->kind < FAIRLEAD_N_EVENT_KINDS && row->laden < FAIRLEAD_N_LADEN
	       && row->is_notified <= 1 && row->confidence >= 0 && row->confidence <= 1
	       && fairlead_quantity_is_valid (row->quantity)
	       && fairlead_position_is_valid (row->position);
}

static void
check_events (Check *self)
{
	FOR_EACH (FairleadEventRow, row, self->records->facts.events)
	self->is_good &= is_event (self, row);
}

static void
check_links (Check *self)
{
	const FairleadFacts *facts = &self->records->facts;

	FOR_EACH (FairleadLinkFact, row, facts->links)
	self->is_good &= is_about (self, row->from, row->source) && row->to < self->n_entities
	                 && is_text (self, row->note) && row->period < self->n_periods
	                 && row->kind < FAIRLEAD_N_LINK_KINDS && row->share.low <= row->share.high
	                 && row->share.high <= FAIRLEAD_SHARE_ONE && row->confidence >= 0
	                 && row->confidence <= 1;
	FOR_EACH (FairleadDesignationRow, row, facts->designations)
	self->is_good &= is_about (self, row->entity, row->source) && is_text (self, row->list)
	                 && is_text (self, row->programme) && is_text (self, row->basis)
	                 && row->period < self->n_periods;
	FOR_EACH (FairleadIssueRow, row, facts->issues)
	self->is_good &= is_source (self, row->source) && is_text (self, row->text)
	                 && row->tag < FAIRLEAD_N_ISSUE_TAGS;
}

gboolean
fairlead_cache_check (FairleadRecords *records)
{
	Check check = { records,
		        fairlead_strings_get_n_chunks (records->strings),
		        records->files->len,
		        records->entities->len,
		        records->facts.periods.periods->len,
		        TRUE };

	check.is_good = check.n_chunks > 0 && check.n_periods > 0;
	if (check.is_good)
		check_texts (&check);
	if (check.is_good)
		check_entities (&check);
	if (check.is_good) {
		check_keys (&check);
		check_names (&check);
		check_links (&check);
		check_events (&check);
	}
	return check.is_good;
}
