/* ingest/mapping/run/loss.c: what a record says and no rule took, because an entity had no key
 *
 * A record without a key for an entity has no such entity, and that alone is no doubt. It is one
 * where the record says something of it all the same, such as a name or a share, that no other rule
 * has taken: that would be lost. */
#include "ingest/mapping/run/emission-private.h"
#include "ingest/mapping/run/filter.h"

/* ---- who reads a field ---- */

static gboolean
reads_field (const FairleadPiece *piece, guint field)
{
	if (piece->literal != NULL)
		return FALSE;
	for (guint i = 0; piece->filters != NULL && i < piece->filters->len; i++) {
		const FairleadFilter *filter = g_ptr_array_index (piece->filters, i);

		if (filter->info->argument == FAIRLEAD_ARGUMENT_FIELD && filter->field == field)
			return TRUE;
	}
	return piece->field == field;
}

static gboolean
rule_reads_field (const FairleadRule *rule, guint field)
{
	for (guint slot = 0; slot < FAIRLEAD_N_SLOTS; slot++) {
		const GPtrArray *clauses = rule->clauses[slot];

		for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
			const FairleadClause *clause = g_ptr_array_index (clauses, i);

			for (guint j = 0; j < clause->template->pieces->len; j++)
				if (reads_field (g_ptr_array_index (clause->template->pieces, j),
				                 field))
					return TRUE;
		}
	}
	return FALSE;
}

/* Whether a rule that was said has it: for the part of `each` at hand, or anywhere else in the
 * record */
static gboolean
is_taken (const FairleadEmission *self, guint scope, guint field)
{
	const GPtrArray *rules = self->mapping->rules;

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);
		gboolean was_said =
			rule->scope == scope ? self->fates[i] == FAIRLEAD_FATE_SAID : self->said[i];

		if (was_said && rule_reads_field (rule, field))
			return TRUE;
	}
	return FALSE;
}

/* ---- what is lost ---- */

/* `/Path` in an element of `each` is of the record, whose own groups tell what of it is lost */
static gboolean
is_of_record (const FairleadEmission *self, guint scope, guint field)
{
	const FairleadField *info;

	if (scope == FAIRLEAD_SCOPE_RECORD || field == FAIRLEAD_FIELD_ITEM)
		return FALSE;
	info = g_ptr_array_index (self->mapping->fields, field);
	return info->path != NULL && info->path->from_record;
}

static gboolean
is_lost_field (FairleadEmission *self, guint scope, guint field)
{
	if (is_of_record (self, scope, field))
		return FALSE;
	fairlead_evaluation_collect (&self->evaluation, field, &self->second);
	return fairlead_values_count (&self->second) > 0 && !is_taken (self, scope, field);
}

/* The text of a field that no rule has taken; the first, in `second` */
static gboolean
piece_has_loss (FairleadEmission *self, guint scope, const FairleadPiece *piece)
{
	if (piece->literal != NULL)
		return FALSE;
	for (guint i = 0; piece->filters != NULL && i < piece->filters->len; i++) {
		const FairleadFilter *filter = g_ptr_array_index (piece->filters, i);

		if (filter->info->argument == FAIRLEAD_ARGUMENT_FIELD
		    && is_lost_field (self, scope, filter->field))
			return TRUE;
	}
	return is_lost_field (self, scope, piece->field);
}

static gboolean
clause_has_loss (FairleadEmission *self, guint scope, const FairleadClause *clause)
{
	if (clause->template->n_references == 0)
		return FALSE;
	fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, &self->first);
	if (fairlead_values_count (&self->first) == 0)
		return FALSE;
	for (guint i = 0; i < clause->template->pieces->len; i++)
		if (piece_has_loss (self, scope, g_ptr_array_index (clause->template->pieces, i)))
			return TRUE;
	return FALSE;
}

/* Keys tell entities apart and are no facts of their own; nor is what an entity is, or how sure a
 * link */
static gboolean
is_fact (const FairleadRule *rule, guint slot)
{
	return slot != FAIRLEAD_SLOT_KEY && slot != FAIRLEAD_SLOT_ISSUER
	       && slot != FAIRLEAD_SLOT_CONFIDENCE
	       && (slot != FAIRLEAD_SLOT_KIND || rule->type == FAIRLEAD_RULE_LINK
	           || rule->type == FAIRLEAD_RULE_EVENT);
}

static const FairleadClause *
find_loss (FairleadEmission *self, const FairleadRule *rule)
{
	for (guint slot = 0; slot < FAIRLEAD_N_SLOTS; slot++) {
		const GPtrArray *clauses = is_fact (rule, slot) ? rule->clauses[slot] : NULL;

		for (guint i = 0; clauses != NULL && i < clauses->len; i++)
			if (clause_has_loss (self, rule->scope, g_ptr_array_index (clauses, i)))
				return g_ptr_array_index (clauses, i);
	}
	return NULL;
}

static void
report (FairleadEmission *self, const FairleadRule *rule, const char *wanting)
{
	const FairleadClause *clause = find_loss (self, rule);

	if (clause == NULL)
		return;
	self->fates[rule->row] = FAIRLEAD_FATE_TOLD;
	self->n_told++;
	fairlead_records_add_issue (
		self->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		fairlead_evaluation_source (&self->evaluation,
	                                    fairlead_values_line (&self->second, 0)),
		"[%s] has nothing for its %s= here: \"%s\" was left out (line %u of the mapping"
		" %s)",
		rule->name, wanting, fairlead_values_get (&self->second, 0), clause->template->line,
		self->mapping->name);
}

/* A text that a map or filter makes nothing of says that there is no link */
static gboolean
kind_is_stated (FairleadEmission *self, const FairleadRule *rule)
{
	const GPtrArray *clauses = rule->clauses[FAIRLEAD_SLOT_KIND];

	for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
		const GPtrArray *pieces =
			((FairleadClause *) g_ptr_array_index (clauses, i))->template->pieces;

		for (guint j = 0; j < pieces->len; j++) {
			const FairleadPiece *piece = g_ptr_array_index (pieces, j);

			if (piece->literal != NULL)
				continue;
			fairlead_evaluation_collect (&self->evaluation, piece->field,
			                             &self->second);
			if (fairlead_values_count (&self->second) > 0)
				return TRUE;
		}
	}
	return FALSE;
}

/* The key that a rule has nothing for, which was asked and could not be said, where no issue says
 * so yet; or NULL */
static const char *
find_wanting (FairleadEmission *self, const FairleadRule *rule)
{
	static const char *const ends[FAIRLEAD_N_RULE_TYPES][FAIRLEAD_N_ENDS] = {
		[FAIRLEAD_RULE_ATTRIBUTE] = { "of" },
		[FAIRLEAD_RULE_LINK] = { "from", "to" },
		[FAIRLEAD_RULE_DESIGNATION] = { "of" },
		[FAIRLEAD_RULE_EVENT] = { "vessel", "other" },
	};
	const char *const *names = ends[rule->type];

	if (self->fates[rule->row] != FAIRLEAD_FATE_ABSENT)
		return NULL;
	if (rule->type == FAIRLEAD_RULE_ENTITY)
		return "key";
	for (guint end = 0; end < FAIRLEAD_N_ENDS && names[end] != NULL; end++)
		if (rule->ends[end] != FAIRLEAD_NO_END
		    && self->fates[rule->ends[end]] == FAIRLEAD_FATE_ABSENT)
			return names[end];
	for (guint end = 0; end < FAIRLEAD_N_ENDS && names[end] != NULL; end++)
		if (rule->ends[end] != FAIRLEAD_NO_END
		    && self->fates[rule->ends[end]] != FAIRLEAD_FATE_SAID)
			return NULL;
	return kind_is_stated (self, rule) ? NULL : "kind"; /* which links and events need */
}

void
fairlead_emission_report_losses (FairleadEmission *self, guint scope)
{
	const GPtrArray *rules = self->mapping->rules;

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);
		const char *wanting = rule->scope == scope ? find_wanting (self, rule) : NULL;

		if (wanting != NULL)
			report (self, rule, wanting);
	}
}
