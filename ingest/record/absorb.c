/* ingest/record/absorb.c: one set of records into another */
#include "ingest/record/records-private.h"

#include <string.h>

typedef struct {
	FairleadRecords *records;
	FairleadRecords *other;
	guint32 first_file; /* the other's first, here */
	FairleadEntity *entity_of;
} Absorption;

static FairleadText
move_text (Absorption *self, FairleadText text)
{
	const char *words = fairlead_strings_get (self->other->strings, text);

	return text == 0 ? 0 : fairlead_strings_add (self->records->strings, words, strlen (words));
}

/* For what stands in many rows */
static FairleadText
move_word (Absorption *self, FairleadText text)
{
	return fairlead_records_intern (self->records,
	                                fairlead_strings_get (self->other->strings, text));
}

static FairleadSource
move_source (const Absorption *self, FairleadSource source)
{
	return (FairleadSource){ source.file + self->first_file, source.line };
}

static FairleadPeriodId
move_period (Absorption *self, FairleadPeriodId period)
{
	return fairlead_period_table_add (&self->records->facts.periods,
	                                  fairlead_records_get_period (self->other, period));
}

static void
move_files (Absorption *self)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadFileRow row = files[i];

		row.path = move_text (self, row.path);
		row.format = move_word (self, row.format);
		row.table = move_word (self, row.table);
		row.sha256 = move_word (self, row.sha256);
		row.issued = move_word (self, row.issued);
		g_array_append_val (self->records->files, row);
	}
}

static void
move_entities (Absorption *self)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->other, &n);

	self->entity_of = g_new (FairleadEntity, MAX (n, 1));
	for (guint i = 0; i < n; i++) {
		FairleadEntityRow row = rows[i];

		row.source = move_source (self, row.source);
		self->entity_of[i] = fairlead_records_merge_entity (
			self->records, fairlead_strings_get (self->other->strings, row.key), &row);
	}
}

static void
move_names (Absorption *self)
{
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadNameRow row = rows[i];

		row.entity = self->entity_of[row.entity];
		row.text = move_text (self, row.text);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.names, row);
	}
}

static void
move_identifiers (Absorption *self)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadIdRow row = rows[i];

		row.entity = self->entity_of[row.entity];
		row.number = move_text (self, row.number);
		row.issuer = move_word (self, row.issuer);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.identifiers, row);
	}
}

static void
move_attributes (Absorption *self)
{
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadAttributeRow row = rows[i];

		row.entity = self->entity_of[row.entity];
		row.text = move_text (self, row.text);
		row.period = move_period (self, row.period);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.attributes, row);
	}
}

static void
move_links (Absorption *self)
{
	guint n;
	const FairleadLinkFact *rows = fairlead_records_get_links (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadLinkFact row = rows[i];

		row.from = self->entity_of[row.from];
		row.to = self->entity_of[row.to];
		row.period = move_period (self, row.period);
		row.note = move_word (self, row.note);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.links, row);
	}
}

static void
move_designations (Absorption *self)
{
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadDesignationRow row = rows[i];

		row.entity = self->entity_of[row.entity];
		row.list = move_word (self, row.list);
		row.programme = move_word (self, row.programme);
		row.basis = move_word (self, row.basis);
		row.period = move_period (self, row.period);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.designations, row);
	}
}

static FairleadEntity
move_entity (const Absorption *self, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY ? entity : self->entity_of[entity];
}

static void
move_events (Absorption *self)
{
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadEventRow row = rows[i];
		FairleadEntity *parties[] = { &row.vessel, &row.other, &row.place };
		FairleadText *texts[] = { &row.commodity, &row.unit, &row.before, &row.after,
			                  &row.note };

		for (guint k = 0; k < G_N_ELEMENTS (parties); k++)
			*parties[k] = move_entity (self, *parties[k]);
		for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
			*texts[k] = *texts[k] == 0 ? 0 : move_word (self, *texts[k]);
		row.period = move_period (self, row.period);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.events, row);
	}
}

static void
move_issues (Absorption *self)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (self->other, &n);

	for (guint i = 0; i < n; i++) {
		FairleadIssueRow row = rows[i];

		row.text = move_text (self, row.text);
		row.source = move_source (self, row.source);
		g_array_append_val (self->records->facts.issues, row);
	}
}

static gboolean
is_before (FairleadRecords *self, FairleadSource source, FairleadSource than)
{
	guint n;
	const FairleadFileRow *files = fairlead_records_get_files (self, &n);

	if (source.file == than.file)
		return source.line < than.line;
	return strcmp (fairlead_strings_get (self->strings, files[source.file].path),
	               fairlead_strings_get (self->strings, files[than.file].path))
	       < 0;
}

void
fairlead_records_drop_repeated_names (FairleadRecords *self)
{
	guint n, n_kept = 0;
	const FairleadNameRow *rows = fairlead_records_get_names (self, &n);
	GArray *names = self->facts.names;
	/* The row, and one, that a party known by its name keeps */
	g_autofree guint32 *first = g_new0 (guint32, MAX (self->entities->len, 1));

	for (guint i = 0; i < n; i++) {
		guint32 *best = &first[rows[i].entity];

		if (*best == 0 || is_before (self, rows[i].source, rows[*best - 1].source))
			*best = i + 1;
	}
	for (guint i = 0; i < n; i++) {
		FairleadNameRow row = g_array_index (names, FairleadNameRow, i);
		guint8 flags = g_array_index (self->entities, FairleadEntityRow, row.entity).flags;

		if ((flags & FAIRLEAD_ENTITY_NAMED) && first[row.entity] != i + 1)
			continue;
		g_array_index (names, FairleadNameRow, n_kept++) = row;
	}
	g_array_set_size (names, n_kept);
}

void
fairlead_records_absorb (FairleadRecords *self, FairleadRecords *other)
{
	Absorption absorption = { .records = self, .other = other };
	guint n;

	g_return_if_fail (self->mentions == NULL);
	/* Nobody else may be at the tables */
	fairlead_records_get_names (self, &n);
	fairlead_records_get_files (self, &absorption.first_file);
	move_files (&absorption);
	move_entities (&absorption);
	move_names (&absorption);
	move_identifiers (&absorption);
	move_attributes (&absorption);
	move_links (&absorption);
	move_designations (&absorption);
	move_events (&absorption);
	move_issues (&absorption);
	fairlead_records_drop_repeated_names (self);
	g_free (absorption.entity_of);
}
