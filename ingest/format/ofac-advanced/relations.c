/* ingest/format/ofac-advanced/relations.c: relations between profiles
 *
 * `From <relation> To`, in OFAC's words; the table of words says which end is the FROM of our link.
 * The words stay in the link's note. */
#include "ingest/format/ofac-advanced/advanced.h"

enum { END_FROM, END_TO };

static void
init_relations (Advanced *self)
{
	self->relation.comment = g_string_new (NULL);
}

static void
clear_ends (Advanced *self)
{
	for (guint i = 0; i < G_N_ELEMENTS (self->relation.ends); i++)
		g_clear_pointer (&self->relation.ends[i], g_free);
}

static void
clear_relations (Advanced *self)
{
	clear_ends (self);
	g_string_free (self->relation.comment, TRUE);
}

static void
start_relation (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedRelation *relation = &self->relation;
	const char *from = fairlead_advanced_need (self, element, "From-ProfileID");
	const char *to =
		from == NULL ? NULL : fairlead_advanced_need (self, element, "To-ProfileID");

	if (from == NULL || to == NULL)
		return;
	clear_ends (self);
	relation->ends[END_FROM] = g_strdup (from);
	relation->ends[END_TO] = g_strdup (to);
	relation->type = fairlead_advanced_id (element, "RelationTypeID");
	relation->quality = fairlead_advanced_id (element, "RelationQualityID");
	relation->former = fairlead_advanced_flag (element, "Former");
	g_string_truncate (relation->comment, 0);
	fairlead_advanced_clear_dates (self);
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	fairlead_advanced_append (self->relation.comment, "; ", text);
}

/* The relation's own words, and what else is said of it */
static FairleadText
note_of_relation (Advanced *self, const AdvancedValue *type, guint64 line)
{
	const AdvancedRelation *relation = &self->relation;
	const AdvancedValue *quality =
		fairlead_advanced_value (self, ADVANCED_RELATION_QUALITY, relation->quality, line);
	g_autoptr (GString) note = g_string_new (type->text);

	if (quality->word == NULL)
		fairlead_advanced_append (note, "; quality: ",
		                          fairlead_advanced_value_text (self,
		                                                        ADVANCED_RELATION_QUALITY,
		                                                        relation->quality, line));
	fairlead_advanced_append (note, "; ", relation->comment->str);
	return fairlead_records_intern (self->reading->records, note->str);
}

static FairleadEntity
refer_to_end (Advanced *self, guint end, FairleadSource source)
{
	return fairlead_records_refer (self->reading->records, ADVANCED_SCHEME,
	                               self->relation.ends[end], source);
}

static void
end_relation (Advanced *self, const char *text, guint64 line)
{
	FairleadRecords *records = self->reading->records;
	FairleadSource source = fairlead_advanced_source (self, line);
	const AdvancedValue *type =
		fairlead_advanced_value (self, ADVANCED_RELATION_TYPE, self->relation.type, line);
	const AdvancedWord *word = type->word;
	FairleadEntity from = refer_to_end (self, END_FROM, source);
	FairleadEntity to = refer_to_end (self, END_TO, source);
	gboolean turned = word != NULL && word->detail == ADVANCED_TO_IS_FROM;
	FairleadLinkKind kind =
		word != NULL ? (FairleadLinkKind) word->meaning : FAIRLEAD_LINK_LINKED;
	FairleadLinkRow link =
		fairlead_link_row (turned ? to : from, kind, turned ? from : to, source);

	(void) text;
	if (word == NULL)
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source,
		                            "relation \"%s\"",
		                            type->text != NULL ? type->text : "");
	fairlead_advanced_period (self, &link.period);
	if (self->relation.former)
		link.period.flags |= FAIRLEAD_PERIOD_ENDED;
	link.note = note_of_relation (self, type, line);
	fairlead_records_add_link (records, &link);
	self->reading->n_records++;
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "ProfileRelationships", ADVANCED_AT_RELATIONS, NULL, NULL },
	{ ADVANCED_AT_RELATIONS, "ProfileRelationship", ADVANCED_AT_RELATION, start_relation,
	  end_relation },
	{ ADVANCED_AT_RELATION, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_RELATION, "IDRegDocumentReference", ADVANCED_AT_PASSED, NULL, NULL },
};

const AdvancedModule fairlead_advanced_relations = {
	steps,
	G_N_ELEMENTS (steps),
	init_relations,
	clear_relations,
};
