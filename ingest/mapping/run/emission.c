/* ingest/mapping/run/emission.c: a record's rules in their order, and what all kinds of rule
 * share */
#include "ingest/mapping/run/emission.h"

#include <string.h>

#include "ingest/mapping/run/emission-private.h"

FairleadEmission *
fairlead_emission_new (const FairleadMapping *mapping, const FairleadReading *reading,
                       FairleadMappingSession *session)
{
	FairleadEmission *self = g_new0 (FairleadEmission, 1);

	self->mapping = mapping;
	self->records = reading->records;
	self->seen = session->seen;
	self->ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	self->entities = g_new (FairleadEntity, mapping->rules->len);
	self->fates = g_new0 (guint8, mapping->rules->len);
	self->said = g_new0 (guint8, mapping->rules->len);
	fairlead_evaluation_init (&self->evaluation, mapping, reading);
	self->evaluation.session = session;
	fairlead_values_init (&self->names);
	fairlead_values_init (&self->key);
	fairlead_values_init (&self->first);
	fairlead_values_init (&self->second);
	fairlead_values_init (&self->third);
	return self;
}

void
fairlead_emission_free (FairleadEmission *self)
{
	fairlead_evaluation_clear (&self->evaluation);
	fairlead_values_free (&self->names);
	fairlead_values_free (&self->key);
	fairlead_values_free (&self->first);
	fairlead_values_free (&self->second);
	fairlead_values_free (&self->third);
	g_hash_table_unref (self->ports);
	g_free (self->entities);
	g_free (self->fates);
	g_free (self->said);
	g_free (self);
}

FairleadEvaluation *
fairlead_emission_get_evaluation (FairleadEmission *self)
{
	return &self->evaluation;
}

/* ---- what the rules share ---- */

void
fairlead_emission_note_several (FairleadEmission *self, const FairleadRule *rule,
                                const FairleadValues *values)
{
	if (fairlead_values_count (values) > 1)
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_BAD_RECORD,
			fairlead_evaluation_source (&self->evaluation,
		                                    fairlead_values_line (values, 1)),
			"%u values where [%s] of the mapping takes one: \"%s\" stands",
			fairlead_values_count (values), rule->name,
			fairlead_values_get (values, 0));
}

gboolean
fairlead_emission_take_one (FairleadEmission *self, const FairleadRule *rule, FairleadSlot slot,
                            FairleadValues *out)
{
	const GPtrArray *clauses = rule->clauses[slot];

	fairlead_values_reset (out);
	for (guint i = 0; clauses != NULL && i < clauses->len; i++) {
		const FairleadClause *clause = g_ptr_array_index (clauses, i);

		fairlead_evaluation_fill (&self->evaluation, clause->template, FALSE, out);
		fairlead_emission_note_several (self, rule, out);
		if (fairlead_values_count (out) > 0)
			return TRUE;
	}
	return FALSE;
}

gboolean
fairlead_emission_is_news (FairleadEmission *self, FairleadEntity entity, guint what,
                           const char *text)
{
	guint64 hash =
		14695981039346656037u; /* FNV-1a, 64 bits: no two facts of a case share one */

	hash = (hash ^ entity) * 1099511628211u;
	hash = (hash ^ what) * 1099511628211u;
	for (; *text != '\0'; text++)
		hash = (hash ^ (guchar) *text) * 1099511628211u;
	return fairlead_seen_add (self->seen, hash);
}

static void
note_bad_date (FairleadEmission *self, const FairleadValues *values)
{
	fairlead_records_add_issue (
		self->records, FAIRLEAD_ISSUE_BAD_DATE,
		fairlead_evaluation_source (&self->evaluation, fairlead_values_line (values, 0)),
		"\"%s\"", fairlead_values_get (values, 0));
}

static gboolean
take_date (FairleadEmission *self, const FairleadRule *rule, FairleadSlot slot, FairleadDate *date,
           guint32 *flags, FairleadPeriodFlags circa_flag)
{
	gboolean circa = FALSE;

	if (!fairlead_emission_take_one (self, rule, slot, &self->key))
		return FALSE;
	if (!fairlead_date_parse (fairlead_values_get (&self->key, 0), self->mapping->dates, date,
	                          &circa)) {
		note_bad_date (self, &self->key);
		return FALSE;
	}
	if (circa)
		*flags |= circa_flag;
	return TRUE;
}

gboolean
fairlead_emission_take_period (FairleadEmission *self, const FairleadRule *rule,
                               FairleadPeriod *period)
{
	gboolean known = FALSE;

	*period = FAIRLEAD_PERIOD_UNKNOWN;
	if (fairlead_emission_take_one (self, rule, FAIRLEAD_SLOT_PERIOD, &self->key)) {
		known = fairlead_period_parse (fairlead_values_get (&self->key, 0),
		                               self->mapping->dates, period);
		if (!known)
			note_bad_date (self, &self->key);
	}
	known |= take_date (self, rule, FAIRLEAD_SLOT_START, &period->start, &period->flags,
	                    FAIRLEAD_PERIOD_START_CIRCA);
	known |= take_date (self, rule, FAIRLEAD_SLOT_END, &period->end, &period->flags,
	                    FAIRLEAD_PERIOD_END_CIRCA);
	if (rule->ended->len > 0 && fairlead_evaluation_all_hold (&self->evaluation, rule->ended)) {
		period->flags |= FAIRLEAD_PERIOD_ENDED;
		known = TRUE;
	}
	return known;
}

/* An exact day as ISO text, the same in both orders; what is no exact day is not ambiguous */
static char *
dup_day (const char *text)
{
	FairleadDate date;

	if (!fairlead_date_parse (text, FAIRLEAD_DATE_MONTH_FIRST, &date, NULL)
	    || date.first != date.last)
		return NULL;
	return fairlead_date_dup_text (date);
}

void
fairlead_emission_add_attribute (FairleadEmission *self, FairleadEntity entity,
                                 FairleadAttribute attribute, const char *text,
                                 const FairleadPeriod *period, guint32 line)
{
	g_autofree char *day = NULL;

	if (self->mapping->dates == FAIRLEAD_DATE_MONTH_FIRST
	    && fairlead_attribute_info (attribute)->type == FAIRLEAD_TYPE_DATE)
		day = dup_day (text);
	fairlead_records_add_attribute (self->records, entity, attribute, day != NULL ? day : text,
	                                period,
	                                fairlead_evaluation_source (&self->evaluation, line));
}

/* ---- one record ---- */

static guint
count_issues (const FairleadEmission *self)
{
	guint n_issues;

	fairlead_records_get_issues (self->records, &n_issues);
	return n_issues;
}

static gboolean
say_entity (FairleadEmission *self, const FairleadRule *rule)
{
	FairleadEntity entity = fairlead_emission_make_entity (self, rule);

	self->n_asked++;
	self->n_made += entity != FAIRLEAD_NO_ENTITY;
	self->entities[rule->row] = entity;
	return entity != FAIRLEAD_NO_ENTITY;
}

static void
say_rule (FairleadEmission *self, const FairleadRule *rule)
{
	static gboolean (*const say[FAIRLEAD_N_RULE_TYPES]) (FairleadEmission *,
	                                                     const FairleadRule *) = {
		[FAIRLEAD_RULE_ENTITY] = say_entity,
		[FAIRLEAD_RULE_ATTRIBUTE] = fairlead_emission_say_attribute,
		[FAIRLEAD_RULE_LINK] = fairlead_emission_say_link,
		[FAIRLEAD_RULE_DESIGNATION] = fairlead_emission_say_designation,
		[FAIRLEAD_RULE_EVENT] = fairlead_emission_say_event,
	};
	guint n_issues = count_issues (self);
	FairleadFate fate;

	if (say[rule->type](self, rule))
		fate = FAIRLEAD_FATE_SAID;
	else
		fate = count_issues (self) > n_issues ? FAIRLEAD_FATE_TOLD : FAIRLEAD_FATE_ABSENT;
	self->fates[rule->row] = fate;
	self->said[rule->row] |= fate == FAIRLEAD_FATE_SAID;
	self->n_told += fate == FAIRLEAD_FATE_TOLD;
}

/* What a record does not have is asked all the same, for what it says of it would be lost */
static void
miss_rule (FairleadEmission *self, const FairleadRule *rule)
{
	self->fates[rule->row] = FAIRLEAD_FATE_ABSENT;
	self->n_asked += rule->type == FAIRLEAD_RULE_ENTITY;
}

static void
run_scope (FairleadEmission *self, guint scope,
           void (*run) (FairleadEmission *self, const FairleadRule *rule))
{
	const GPtrArray *rules = self->mapping->rules;

	for (guint i = 0; i < rules->len; i++) {
		const FairleadRule *rule = g_ptr_array_index (rules, i);

		if (rule->scope != scope)
			continue;
		self->entities[i] = FAIRLEAD_NO_ENTITY;
		self->fates[i] = FAIRLEAD_FATE_UNASKED;
		if (fairlead_evaluation_all_hold (&self->evaluation, rule->when))
			run (self, rule);
	}
}

/* One part or element of an `each` */
static void
say_part (FairleadEmission *self, guint scope)
{
	run_scope (self, scope, say_rule);
	fairlead_emission_report_losses (self, scope);
}

static void
miss_part (FairleadEmission *self, guint scope)
{
	run_scope (self, scope, miss_rule);
	fairlead_emission_report_losses (self, scope);
}

static guint
limit_each (FairleadEmission *self, const FairleadScope *scope, guint n_found)
{
	if (n_found > FAIRLEAD_EACH_MAX)
		fairlead_records_add_issue (
			self->records, FAIRLEAD_ISSUE_BAD_RECORD,
			fairlead_evaluation_source (&self->evaluation, 0),
			"%u of each=%s in one record: those after %u are left out", n_found,
			scope->text, FAIRLEAD_EACH_MAX);
	return MIN (n_found, FAIRLEAD_EACH_MAX);
}

static void
say_each_value (FairleadEmission *self, guint scope)
{
	const FairleadScope *info = g_ptr_array_index (self->mapping->scopes, scope);
	FairleadEvaluation *evaluation = &self->evaluation;
	FairleadValues items;
	guint n_items;

	fairlead_values_init (&items);
	fairlead_evaluation_fill (evaluation, info->values, FALSE, &items);
	n_items = limit_each (self, info, fairlead_values_count (&items));
	for (guint i = 0; i < n_items; i++) {
		evaluation->item = fairlead_values_get (&items, i);
		evaluation->item_line = fairlead_values_line (&items, i);
		evaluation->nth = fairlead_values_place (&items, i);
		evaluation->is_last = i + 1 == fairlead_values_count (&items);
		say_part (self, scope);
	}
	evaluation->item = NULL;
	if (n_items == 0)
		miss_part (self, scope);
	fairlead_values_free (&items);
}

static void
keep_node (const FairleadXmlNode *node, gpointer user_data)
{
	g_ptr_array_add (user_data, (gpointer) node);
}

static void
say_each_element (FairleadEmission *self, guint scope)
{
	const FairleadScope *info = g_ptr_array_index (self->mapping->scopes, scope);
	FairleadEvaluation *evaluation = &self->evaluation;
	g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
	guint n_nodes;

	fairlead_path_match (info->path, evaluation->record, evaluation->record, keep_node, nodes);
	n_nodes = limit_each (self, info, nodes->len);
	for (guint i = 0; i < n_nodes; i++) {
		evaluation->node = g_ptr_array_index (nodes, i);
		evaluation->line = (guint32) evaluation->node->line;
		evaluation->nth = i;
		evaluation->is_last = i + 1 == nodes->len;
		say_part (self, scope);
	}
	evaluation->line = (guint32) evaluation->record->line;
	evaluation->node = NULL;
	if (n_nodes == 0)
		miss_part (self, scope);
	evaluation->node = evaluation->record;
}

/* A record of which the mapping asked for entities and got none was not understood */
static void
note_empty_record (FairleadEmission *self)
{
	if (self->n_asked > 0 && self->n_made == 0 && self->n_told == 0)
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            fairlead_evaluation_source (&self->evaluation, 0),
		                            "no entity of the mapping %s has its key here",
		                            self->mapping->name);
}

gboolean
fairlead_emission_run (FairleadEmission *self)
{
	self->n_asked = self->n_made = self->n_told = 0;
	memset (self->said, 0, self->mapping->rules->len);
	self->evaluation.nth = 0;
	if (!fairlead_evaluation_all_hold (&self->evaluation, self->mapping->when))
		return FALSE;
	run_scope (self, FAIRLEAD_SCOPE_RECORD, say_rule);
	for (guint scope = 1; scope < self->mapping->scopes->len; scope++) {
		if (self->mapping->is_xml)
			say_each_element (self, scope);
		else
			say_each_value (self, scope);
	}
	fairlead_emission_report_losses (self, FAIRLEAD_SCOPE_RECORD);
	note_empty_record (self);
	return TRUE;
}
