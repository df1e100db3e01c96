/* ingest/record/records.c: files and entities, and the tables as they are read */
#include "ingest/record/records.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "ingest/record/records-private.h"

G_DEFINE_FINAL_TYPE (FairleadRecords, fairlead_records, G_TYPE_OBJECT)

FairleadRecords *
fairlead_records_new (void)
{
	return g_object_new (FAIRLEAD_TYPE_RECORDS, NULL);
}

FairleadRecords *
fairlead_records_new_beside (FairleadRecords *other)
{
	FairleadRecords *self = fairlead_records_new ();
	FairleadStrings *own[] = { self->strings, self->facts.strings };

	self->strings = fairlead_strings_new_beside (other->strings);
	self->facts.strings = fairlead_strings_new_beside (other->strings);
	for (guint i = 0; i < G_N_ELEMENTS (own); i++)
		fairlead_strings_free (own[i]);
	g_array_append_vals (self->files, other->files->data, other->files->len);
	return self;
}

static FairleadEntityRow *
entity_row (FairleadRecords *self, FairleadEntity entity)
{
	return &g_array_index (self->entities, FairleadEntityRow, entity);
}

static FairleadText
add_text (FairleadRecords *self, const char *text)
{
	return text == NULL ? 0 : fairlead_strings_add (self->strings, text, strlen (text));
}

void
fairlead_records_keep_mentions (FairleadRecords *self)
{
	g_return_if_fail (self->entities->len == 0);
	if (self->mentions == NULL)
		self->mentions = fairlead_mentions_new ();
}

FairleadText
fairlead_records_intern (FairleadRecords *self, const char *text)
{
	return text == NULL ? 0 : fairlead_strings_intern (self->strings, text, strlen (text));
}

gboolean
fairlead_records_is_full (FairleadRecords *self)
{
	return fairlead_strings_is_full (self->strings);
}

guint32
fairlead_records_add_file (FairleadRecords *self, const char *path)
{
	FairleadFileRow row = { .path = add_text (self, path) };

	g_array_append_val (self->files, row);
	return self->files->len - 1;
}

/* ---- entities ---- */

static gboolean
has_key (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	FairleadRecords *self = (FairleadRecords *) user_data;
	const char *text = fairlead_strings_get (self->strings, entity_row (self, row)->key);

	return strncmp (text, key, length) == 0 && text[length] == '\0';
}

/* As long as the arena keeps it: what is cut there would never be found again */
static void
bound_key (FairleadRecords *self)
{
	g_string_truncate (self->key,
	                   fairlead_text_bounded_length (self->key->str, self->key->len));
}

void
fairlead_records_settle_keys (FairleadRecords *self)
{
	if (self->n_keyed == self->entities->len)
		return;
	fairlead_id_table_reserve (&self->keys, self->entities->len - self->n_keyed);
	for (; self->n_keyed < self->entities->len; self->n_keyed++) {
		const char *key =
			fairlead_strings_get (self->strings, entity_row (self, self->n_keyed)->key);

		fairlead_id_table_insert (&self->keys, fairlead_id_table_hash (key, strlen (key)),
		                          self->n_keyed);
	}
}

static FairleadEntity
find_key (FairleadRecords *self, guint32 hash)
{
	fairlead_records_settle_keys (self);
	return fairlead_id_table_find (&self->keys, hash, self->key->str, self->key->len, has_key,
	                               self);
}

static const char *
path_of (FairleadRecords *self, guint32 file)
{
	return fairlead_strings_get (self->strings,
	                             g_array_index (self->files, FairleadFileRow, file).path);
}

gint
fairlead_records_compare_sources (FairleadRecords *self, FairleadSource a, FairleadSource b)
{
	gint order = 0;

	if (a.file != b.file)
		order = strcmp (path_of (self, a.file), path_of (self, b.file));
	if (order != 0 || a.line == b.line)
		return order;
	return a.line < b.line ? -1 : 1;
}

static gboolean
source_is_before (FairleadRecords *self, FairleadSource source, FairleadSource than)
{
	return fairlead_records_compare_sources (self, source, than) < 0;
}

static void
note_reference (FairleadRecords *self, FairleadEntityRow *row, FairleadSource source)
{
	if ((row->flags & FAIRLEAD_ENTITY_STUB) && source_is_before (self, source, row->source))
		row->source = source;
}

static void
note_mention (FairleadRecords *self, FairleadEntity entity, const FairleadEntityRow *reference)
{
	if (self->mentions != NULL)
		note_reference (self,
		                &fairlead_mentions_get (self->mentions, entity, reference)->row,
		                reference->source);
}

static void
build_key (FairleadRecords *self, const char *scheme, const char *id)
{
	g_string_assign (self->key, scheme);
	g_string_append_c (self->key, ':');
	g_string_append (self->key, id);
	bound_key (self);
}

/* With the key that was built, which no entity has */
static FairleadEntity
append_entity (FairleadRecords *self, FairleadEntityRow row)
{
	row.key = fairlead_strings_add (self->strings, self->key->str, self->key->len);
	g_array_append_val (self->entities, row);
	return self->entities->len - 1;
}

static FairleadEntity
append_keyed (FairleadRecords *self, FairleadEntityRow row, guint32 hash)
{
	FairleadEntity entity = append_entity (self, row);

	fairlead_id_table_insert (&self->keys, hash, entity);
	self->n_keyed++;
	return entity;
}

FairleadEntity
fairlead_records_add_entity (FairleadRecords *self, const char *scheme, const char *id,
                             FairleadSource source)
{
	FairleadEntityRow row = { .flags = FAIRLEAD_ENTITY_STUB, .source = source };
	FairleadEntity entity;

	build_key (self, scheme, id);
	entity = append_entity (self, row);
	note_mention (self, entity, entity_row (self, entity));
	return entity;
}

FairleadEntity
fairlead_records_refer (FairleadRecords *self, const char *scheme, const char *id,
                        FairleadSource source)
{
	FairleadEntityRow row = { .flags = FAIRLEAD_ENTITY_STUB, .source = source };
	FairleadEntity entity;
	guint32 hash;

	build_key (self, scheme, id);
	hash = fairlead_id_table_hash (self->key->str, self->key->len);
	entity = find_key (self, hash);
	if (entity != FAIRLEAD_ID_TABLE_NONE)
		note_reference (self, entity_row (self, entity), source);
	else
		entity = append_keyed (self, row, hash);
	row.key = entity_row (self, entity)->key;
	note_mention (self, entity, &row);
	return entity;
}

/* What two records say of one entity, whichever comes first: of kinds that agree the more exact,
 * else the one that stands first in the table */
static void
merge_kind (FairleadEntityRow *row, FairleadKind kind)
{
	if (fairlead_kinds_agree (row->kind, kind)) {
		row->kind = (guint8) MAX (row->kind, kind);
		return;
	}
	row->flags |= FAIRLEAD_ENTITY_DISPUTED;
	row->kind = (guint8) MIN (row->kind, kind);
}

static void
imply_kind (FairleadEntityRow *row, FairleadKind kind)
{
	if (!(row->flags & FAIRLEAD_ENTITY_KIND_STATED))
		merge_kind (row, kind);
}

void
fairlead_records_set_kind (FairleadRecords *self, FairleadEntity entity, FairleadKind kind)
{
	imply_kind (entity_row (self, entity), kind);
	if (self->mentions != NULL)
		imply_kind (&fairlead_mentions_get_current (self->mentions, entity)->row, kind);
}

static void
state_kind (FairleadEntityRow *row, FairleadKind kind)
{
	if (kind == FAIRLEAD_KIND_UNKNOWN)
		return;
	if (row->flags & FAIRLEAD_ENTITY_KIND_STATED) {
		merge_kind (row, kind);
		return;
	}
	row->kind = (guint8) kind;
	row->flags |= FAIRLEAD_ENTITY_KIND_STATED;
	row->flags &= (guint8) ~FAIRLEAD_ENTITY_DISPUTED;
}

static void
describe_row (FairleadRecords *self, FairleadEntityRow *row, FairleadKind kind,
              FairleadSource source)
{
	if ((row->flags & FAIRLEAD_ENTITY_STUB) || source_is_before (self, source, row->source))
		row->source = source;
	row->flags &= (guint8) ~FAIRLEAD_ENTITY_STUB;
	state_kind (row, kind);
}

void
fairlead_records_describe_entity (FairleadRecords *self, FairleadEntity entity, FairleadKind kind,
                                  FairleadSource source)
{
	FairleadEntityRow row = {
		.key = entity_row (self, entity)->key,
		.flags = FAIRLEAD_ENTITY_STUB,
		.source = source,
	};

	describe_row (self, entity_row (self, entity), kind, source);
	if (self->mentions != NULL)
		describe_row (self, &fairlead_mentions_get (self->mentions, entity, &row)->row,
		              kind, source);
}

FairleadEntity
fairlead_records_describe (FairleadRecords *self, const char *scheme, const char *id,
                           FairleadKind kind, FairleadSource source)
{
	FairleadEntity entity = fairlead_records_refer (self, scheme, id, source);

	fairlead_records_describe_entity (self, entity, kind, source);
	return entity;
}

static guint
count_mentions (FairleadRecords *self)
{
	return self->mentions == NULL ? 0 : self->mentions->rows->len;
}

FairleadEntity
fairlead_records_refer_by_name (FairleadRecords *self, const char *list, const char *name,
                                FairleadSource source)
{
	g_autofree char *scheme = g_strconcat (list, FAIRLEAD_NAME_SCHEME_SUFFIX, NULL);
	g_autofree char *folded = fairlead_name_fold (name);
	guint n_before = self->entities->len, n_mentions = count_mentions (self);
	FairleadEntity entity;

	if (fairlead_name_is_placeholder (name)) {
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_PLACEHOLDER, source, "\"%s\"",
		                            name);
		return FAIRLEAD_NO_ENTITY;
	}
	entity = fairlead_records_refer (self, scheme, folded, source);
	if (self->entities->len > n_before)
		entity_row (self, entity)->flags |= FAIRLEAD_ENTITY_NAMED;
	if (count_mentions (self) > n_mentions)
		fairlead_mentions_get_current (self->mentions, entity)->row.flags |=
			FAIRLEAD_ENTITY_NAMED;
	if (self->entities->len > n_before || count_mentions (self) > n_mentions)
		fairlead_records_add_name (self, entity, name, FAIRLEAD_NAME_PRIMARY, FALSE,
		                           source);
	return entity;
}

/* Descriptions before references, kinds that were stated before those that were implied: what the
 * files would have made of the row, one after the other */
static void
merge_row (FairleadRecords *self, FairleadEntityRow *row, const FairleadEntityRow *other)
{
	const guint8 about_kind = FAIRLEAD_ENTITY_KIND_STATED | FAIRLEAD_ENTITY_DISPUTED;
	gboolean is_stub = (row->flags & FAIRLEAD_ENTITY_STUB) != 0;
	gboolean is_other_stub = (other->flags & FAIRLEAD_ENTITY_STUB) != 0;

	if (is_stub == is_other_stub ? source_is_before (self, other->source, row->source)
	                             : is_stub)
		row->source = other->source;
	if (!is_other_stub)
		row->flags &= (guint8) ~FAIRLEAD_ENTITY_STUB;
	row->flags |= other->flags & FAIRLEAD_ENTITY_NAMED;
	if ((row->flags ^ other->flags) & FAIRLEAD_ENTITY_KIND_STATED) {
		if (row->flags & FAIRLEAD_ENTITY_KIND_STATED)
			return;
		row->kind = other->kind;
		row->flags = (guint8) ((row->flags & ~about_kind) | (other->flags & about_kind));
		return;
	}
	row->flags |= other->flags & FAIRLEAD_ENTITY_DISPUTED;
	merge_kind (row, other->kind);
}

FairleadEntity
fairlead_records_merge_entity (FairleadRecords *self, const char *key, const FairleadEntityRow *row)
{
	FairleadEntity entity;
	guint32 hash;

	g_string_assign (self->key, key);
	bound_key (self);
	hash = fairlead_id_table_hash (self->key->str, self->key->len);
	entity = find_key (self, hash);
	if (entity != FAIRLEAD_ID_TABLE_NONE) {
		merge_row (self, entity_row (self, entity), row);
		return entity;
	}
	return append_keyed (self, *row, hash);
}

FairleadEntity
fairlead_records_find (FairleadRecords *self, const char *key)
{
	guint32 found;

	g_string_assign (self->key, key);
	bound_key (self);
	found = find_key (self, fairlead_id_table_hash (self->key->str, self->key->len));
	return found == FAIRLEAD_ID_TABLE_NONE ? FAIRLEAD_NO_ENTITY : found;
}

/* ---- reading ---- */

const char *
fairlead_records_get_text (FairleadRecords *self, FairleadText text)
{
	return fairlead_strings_get (self->strings, text);
}

const FairleadPeriod *
fairlead_records_get_period (FairleadRecords *self, FairleadPeriodId period)
{
	return fairlead_period_table_get (&self->facts.periods, period);
}

char *
fairlead_records_dup_source_text (FairleadRecords *self, FairleadSource source)
{
	const char *path = path_of (self, source.file);

	return source.line == 0 ? g_strdup (path) : g_strdup_printf ("%s:%u", path, source.line);
}

/* A file and an entity are there at once; facts when the work on them is done */
static void
settle (FairleadRecords *self)
{
	if (self->is_unsettled)
		fairlead_work_queue_finish (self->work);
	self->is_unsettled = FALSE;
}

FairleadFileRow *
fairlead_records_get_files (FairleadRecords *self, guint *n)
{
	*n = self->files->len;
	return (FairleadFileRow *) (gpointer) self->files->data;
}

const FairleadEntityRow *
fairlead_records_get_entities (FairleadRecords *self, guint *n)
{
	*n = self->entities->len;
	return (const FairleadEntityRow *) (gpointer) self->entities->data;
}

const FairleadMention *
fairlead_records_get_mentions (FairleadRecords *self, guint *n)
{
	*n = count_mentions (self);
	return *n == 0 ? NULL : (const FairleadMention *) (gpointer) self->mentions->rows->data;
}

#define TABLE(Row, name)                                                         \
	const Row *fairlead_records_get_##name (FairleadRecords *self, guint *n) \
	{                                                                        \
		settle (self);                                                   \
		*n = self->facts.name->len;                                      \
		return (const Row *) (gpointer) self->facts.name->data;          \
	}

TABLE (FairleadNameRow, names)
TABLE (FairleadIdRow, identifiers)
TABLE (FairleadAttributeRow, attributes)
TABLE (FairleadLinkFact, links)
TABLE (FairleadDesignationRow, designations)
TABLE (FairleadEventRow, events)
TABLE (FairleadIssueRow, issues)

/* ---- object ---- */

static void
fairlead_records_init (FairleadRecords *self)
{
	self->strings = fairlead_strings_new ();
	fairlead_id_table_init (&self->keys);
	self->key = g_string_new (NULL);
	self->files = g_array_new (FALSE, FALSE, sizeof (FairleadFileRow));
	self->entities = g_array_new (FALSE, FALSE, sizeof (FairleadEntityRow));
	fairlead_facts_init (&self->facts, fairlead_strings_new_beside (self->strings));
	self->work = fairlead_work_queue_new ("facts", &self->facts, 24);
}

static void
fairlead_records_finalize (GObject *object)
{
	FairleadRecords *self = FAIRLEAD_RECORDS (object);

	fairlead_work_queue_free (self->work);
	fairlead_facts_clear (&self->facts);
	g_clear_pointer (&self->mentions, fairlead_mentions_free);
	g_array_unref (self->files);
	g_array_unref (self->entities);
	g_string_free (self->key, TRUE);
	fairlead_id_table_clear (&self->keys);
	fairlead_strings_free (self->strings);
	G_OBJECT_CLASS (fairlead_records_parent_class)->finalize (object);
}

static void
fairlead_records_class_init (FairleadRecordsClass *class)
{
	G_OBJECT_CLASS (class)->finalize = fairlead_records_finalize;
}
