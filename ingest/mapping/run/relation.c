/* ingest/mapping/run/relation.c: the rules [link], [designation] and [attribute] */
#include <string.h>

#include "ingest/mapping/run/emission-private.h"

/* The end of a rule in the record at hand */
static FairleadEntity
end_of (const FairleadEmission *self, const FairleadRule *rule, guint end)
{
	return self->entities[rule->ends[end]];
}

gboolean
fairlead_emission_say_attribute (FairleadEmission *self, const FairleadRule *rule)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_VALUE];
	FairleadEntity entity = end_of (self, rule, 0);
	FairleadPeriod period;
	gboolean has_period;

	if (entity == FAIRLEAD_NO_ENTITY)
		return FALSE;
	has_period = fairlead_emission_take_period (self, rule, &period);
	for (guint i = 0; i < clauses->len; i++) {
		const FairleadClause *clause = g_ptr_array_index (clauses, i);

		fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, &self->first);
		for (guint j = 0; j < fairlead_values_count (&self->first); j++)
			fairlead_emission_add_attribute (self, entity, rule->attribute,
			                                 fairlead_values_get (&self->first, j),
			                                 has_period ? &period : NULL,
			                                 fairlead_values_line (&self->first, j));
	}
	return TRUE;
}

/* ---- links ---- */

/* FALSE where the record states no kind: there is no link then. A text that a map has no row for
 * is a link all the same, of the general kind. */
static gboolean
take_kind (FairleadEmission *self, const FairleadRule *rule, FairleadLinkRow *link)
{
	FairleadLinkKind kind = FAIRLEAD_LINK_LINKED;
	gboolean reversed = FALSE, stated;

	g_string_truncate (self->evaluation.missed, 0);
	stated = fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_KIND, &self->first);
	if (!stated && self->evaluation.missed->len == 0)
		return FALSE;
	if (stated)
		link->source.line = MAX (fairlead_values_line (&self->first, 0), link->source.line);
	if (stated
	    && !fairlead_link_kind_from_name (fairlead_values_get (&self->first, 0), &kind,
	                                      &reversed)) {
		g_string_assign (self->evaluation.missed, fairlead_values_get (&self->first, 0));
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            link->source, "there is no kind of link \"%s\"",
		                            self->evaluation.missed->str);
	}
	link->kind = (guint8) kind;
	link->from = end_of (self, rule, reversed);
	link->to = end_of (self, rule, !reversed);
	link->note = fairlead_records_intern (self->records, self->evaluation.missed->str);
	return TRUE;
}

static void
take_share (FairleadEmission *self, const FairleadRule *rule, FairleadLinkRow *link)
{
	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_SHARE, &self->first))
		return;
	if (!fairlead_share_parse (fairlead_values_get (&self->first, 0), &link->share))
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_BAD_SHARE,
			fairlead_evaluation_source (&self->evaluation,
		                                    fairlead_values_line (&self->first, 0)),
			"\"%s\"", fairlead_values_get (&self->first, 0));
}

static gboolean
is_known_by_name (FairleadEmission *self, FairleadEntity entity)
{
	guint n_entities;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n_entities);

	return (rows[entity].flags & FAIRLEAD_ENTITY_NAMED) != 0;
}

static void
take_confidence (FairleadEmission *self, const FairleadRule *rule, FairleadLinkRow *link)
{
	const char *text;
	char *end = NULL;
	double confidence;

	if (!fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_CONFIDENCE, &self->first)) {
		if (is_known_by_name (self, link->from) || is_known_by_name (self, link->to))
			link->confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
		return;
	}
	text = fairlead_values_get (&self->first, 0);
	confidence = g_ascii_strtod (text, &end);
	if (end != text && *end == '\0' && confidence >= 0.0 && confidence <= 1.0)
		link->confidence = (float) confidence;
	else
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_BAD_NUMBER,
			fairlead_evaluation_source (&self->evaluation,
		                                    fairlead_values_line (&self->first, 0)),
			"confidence \"%s\" is no number from 0 to 1", text);
}

static void
take_note (FairleadEmission *self, const FairleadRule *rule, FairleadLinkRow *link)
{
	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_NOTE, &self->first))
		link->note = fairlead_records_intern (self->records,
		                                      fairlead_values_get (&self->first, 0));
}

gboolean
fairlead_emission_say_link (FairleadEmission *self, const FairleadRule *rule)
{
	FairleadSource source = fairlead_evaluation_source (&self->evaluation, 0);
	FairleadLinkRow link;

	if (end_of (self, rule, 0) == FAIRLEAD_NO_ENTITY
	    || end_of (self, rule, 1) == FAIRLEAD_NO_ENTITY)
		return FALSE;
	link = fairlead_link_row (end_of (self, rule, 0), FAIRLEAD_LINK_LINKED,
	                          end_of (self, rule, 1), source);
	if (!take_kind (self, rule, &link))
		return FALSE;
	fairlead_emission_take_period (self, rule, &link.period);
	take_share (self, rule, &link);
	take_confidence (self, rule, &link);
	take_note (self, rule, &link);
	fairlead_records_add_link (self->records, &link);
	return TRUE;
}

/* ---- designations ---- */

typedef struct {
	FairleadEntity entity;
	const char *list;
	const char *basis;
	FairleadPeriod period;
	gboolean has_period;
} Designation;

static void
add_designation (FairleadEmission *self, const Designation *designation, const char *programme,
                 guint32 line)
{
	g_autofree char *period =
		g_strdup_printf ("%d %d %d %d %u", designation->period.start.first,
	                         designation->period.start.last, designation->period.end.first,
	                         designation->period.end.last, designation->period.flags);
	g_autofree char *whole =
		g_strjoin ("\n", designation->list, programme != NULL ? programme : "",
	                   designation->basis != NULL ? designation->basis : "", period, NULL);

	if (fairlead_emission_is_news (self, designation->entity, FAIRLEAD_SLOT_PROGRAMME << 8,
	                               whole))
		fairlead_records_add_designation (
			self->records, designation->entity, designation->list, programme,
			designation->basis, designation->has_period ? &designation->period : NULL,
			fairlead_evaluation_source (&self->evaluation, line));
}

/* One for each programme; one without, where the record states none */
gboolean
fairlead_emission_say_designation (FairleadEmission *self, const FairleadRule *rule)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_PROGRAMME];
	Designation designation = { .entity = end_of (self, rule, 0), .list = self->mapping->list };
	guint n_programmes = 0;

	if (designation.entity == FAIRLEAD_NO_ENTITY)
		return FALSE;
	designation.has_period = fairlead_emission_take_period (self, rule, &designation.period);
	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_LIST, &self->second))
		designation.list = fairlead_values_get (&self->second, 0);
	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_BASIS, &self->third))
		designation.basis = fairlead_values_get (&self->third, 0);
	for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
		const FairleadClause *clause = g_ptr_array_index (clauses, i);

		fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, &self->first);
		for (guint j = 0; j < fairlead_values_count (&self->first); j++, n_programmes++)
			add_designation (self, &designation, fairlead_values_get (&self->first, j),
			                 fairlead_values_line (&self->first, j));
	}
	if (n_programmes == 0)
		add_designation (self, &designation, NULL, 0);
	return TRUE;
}
