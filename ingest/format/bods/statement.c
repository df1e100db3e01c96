/* ingest/format/bods/statement.c */
#include "ingest/format/bods/bods.h"

#include <string.h>

const FairleadBodsType *const fairlead_bods_types[] = {
	&fairlead_bods_entity,
	&fairlead_bods_person,
	&fairlead_bods_relationship,
	NULL,
};

const FairleadBodsType *
fairlead_bods_statement_find_type (const FairleadBodsStatement *self, const char *name,
                                   gboolean has_details)
{
	if (self->record == NULL || name == NULL || !has_details) {
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_MISSING_FIELD, self->source,
			"a statement without recordId, recordType or recordDetails");
		return NULL;
	}
	for (guint i = 0; fairlead_bods_types[i] != NULL; i++)
		if (strcmp (fairlead_bods_types[i]->name, name) == 0)
			return fairlead_bods_types[i];
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, self->source,
	                            "recordType \"%s\"", name);
	return NULL;
}

void
fairlead_bods_load_init (FairleadBodsLoad *self)
{
	self->history = fairlead_bods_history_new ();
	self->seen = fairlead_seen_new ();
}

void
fairlead_bods_load_clear (FairleadBodsLoad *self)
{
	g_clear_pointer (&self->history, fairlead_bods_history_free);
	g_clear_pointer (&self->seen, fairlead_seen_free);
}

gboolean
fairlead_bods_statement_is_closed (const FairleadBodsStatement *self)
{
	return g_strcmp0 (self->status, "closed") == 0;
}

void
fairlead_bods_statement_begin (FairleadBodsStatement *self, const FairleadBodsType *type,
                               const char *const *cells)
{
	self->type = type;
	self->date = FAIRLEAD_DATE_UNKNOWN;
	self->entity = FAIRLEAD_NO_ENTITY;
	self->n_interests = 0;
	if (self->date_text != NULL
	    && !fairlead_date_parse (self->date_text, FAIRLEAD_DATE_DAY_FIRST, &self->date, NULL))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_DATE, self->source,
		                            "statementDate \"%s\"", self->date_text);
	type->begin (self, cells);
}

void
fairlead_bods_statement_read (FairleadBodsStatement *self, const FairleadBodsPart *part,
                              const char *const *cells, FairleadSource source)
{
	FairleadSource own = self->source;

	self->source = source;
	part->read (self, cells);
	self->source = own;
}

void
fairlead_bods_statement_end (FairleadBodsStatement *self)
{
	self->type->end (self);
}
