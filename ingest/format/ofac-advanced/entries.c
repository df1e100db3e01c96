/* ingest/format/ofac-advanced/entries.c: sanctions entries, which are designations
 *
 * One entry puts one profile on one list; it has a dated event for each legal basis, and measures.
 * A measure of type 'Program' carries the programme, and each programme is one designation, dated
 * by the events: where these have several days, from the first to the last. The other measures
 * ('Block', '13662 Sectoral Directive 1') stand in the basis, after the legal bases.
 *
 * The list is `OFAC` for the SDN list, and `OFAC ` with the list's own name for the others. */
#include "ingest/format/ofac-advanced/advanced.h"

typedef struct {
	char *name; /* NULL where the measure names none */
	guint32 line;
	FairleadPeriod period; /* of the measure itself */
	gboolean has_period;
} AdvancedProgramme;

static void
clear_programme (gpointer data)
{
	AdvancedProgramme *programme = data;

	g_free (programme->name);
}

static void
init_entries (Advanced *self)
{
	AdvancedEntry *entry = &self->entry;

	entry->basis = g_string_new (NULL);
	entry->measures = g_string_new (NULL);
	entry->comment = g_string_new (NULL);
	entry->programmes = g_array_new (FALSE, FALSE, sizeof (AdvancedProgramme));
	g_array_set_clear_func (entry->programmes, clear_programme);
}

static void
clear_entries (Advanced *self)
{
	AdvancedEntry *entry = &self->entry;

	g_string_free (entry->basis, TRUE);
	g_string_free (entry->measures, TRUE);
	g_string_free (entry->comment, TRUE);
	g_array_unref (entry->programmes);
	g_free (entry->list);
}

/* ---- entries ---- */

static char *
name_of_list (Advanced *self, guint32 id, guint64 line)
{
	const AdvancedValue *list = fairlead_advanced_value (self, ADVANCED_LIST_NAME, id, line);

	if (list->word != NULL || list->text == NULL)
		return g_strdup (ADVANCED_LIST);
	return g_strconcat (ADVANCED_LIST, " ", list->text, NULL);
}

static void
start_entry (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedEntry *entry = &self->entry;
	guint64 line = fairlead_xml_element_get_line (element);
	const char *profile = fairlead_advanced_need (self, element, "ProfileID");

	if (profile == NULL)
		return;
	entry->entity = fairlead_records_refer (self->reading->records, ADVANCED_SCHEME, profile,
	                                        fairlead_advanced_source (self, line));
	g_free (entry->list);
	entry->list = name_of_list (self, fairlead_advanced_id (element, "ListID"), line);
	entry->period = FAIRLEAD_PERIOD_UNKNOWN;
	entry->has_start = FALSE;
	g_string_truncate (entry->basis, 0);
	g_string_truncate (entry->measures, 0);
	g_array_set_size (entry->programmes, 0);
}

static void
end_note (Advanced *self, const char *text, guint64 line)
{
	fairlead_records_add_attribute (self->reading->records, self->entry.entity,
	                                FAIRLEAD_ATTRIBUTE_NOTE, text, NULL,
	                                fairlead_advanced_source (self, line));
}

/* ---- events ---- */

static void
start_event (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedEntry *entry = &self->entry;
	guint64 line = fairlead_xml_element_get_line (element);
	const AdvancedValue *type =
		fairlead_advanced_value (self, ADVANCED_EVENT_TYPE,
	                                 fairlead_advanced_id (element, "EntryEventTypeID"), line);

	fairlead_advanced_clear_dates (self);
	entry->legal_basis = fairlead_advanced_id (element, "LegalBasisID");
	entry->event = type->word != NULL ? type->word->meaning : -1;
	if (type->word == NULL && type->text != NULL)
		fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            fairlead_advanced_source (self, line),
		                            "sanctions event \"%s\" dates nothing", type->text);
}

/* Several events list a party for one basis each: the entry began between the first and the last */
static void
take_day (AdvancedEntry *entry, FairleadDate day)
{
	if (entry->event == ADVANCED_EVENT_DELISTED) {
		entry->period.end = day;
		entry->period.flags |= FAIRLEAD_PERIOD_ENDED;
		return;
	}
	if (entry->event != ADVANCED_EVENT_LISTED)
		return;
	if (entry->has_start) {
		day.first = MIN (day.first, entry->period.start.first);
		day.last = MAX (day.last, entry->period.start.last);
	}
	entry->period.start = day;
	entry->has_start = TRUE;
}

static void
end_event (Advanced *self, const char *text, guint64 line)
{
	AdvancedEntry *entry = &self->entry;

	(void) text;
	take_day (entry, self->dates.day);
	fairlead_advanced_append (entry->basis, "; ",
	                          fairlead_advanced_value_text (self, ADVANCED_LEGAL_BASIS,
	                                                        entry->legal_basis, line));
}

/* ---- measures ---- */

static void
start_measure (Advanced *self, const FairleadXmlElement *element)
{
	self->entry.measure = fairlead_advanced_id (element, "SanctionsTypeID");
	g_string_truncate (self->entry.comment, 0);
	fairlead_advanced_clear_dates (self);
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	fairlead_advanced_append (self->entry.comment, "; ", text);
}

static void
add_programme (Advanced *self, guint64 line)
{
	GString *name = self->entry.comment;
	AdvancedProgramme programme = {
		.name = name->len > 0 ? g_strdup (name->str) : NULL,
		.line = fairlead_advanced_source (self, line).line,
	};

	programme.has_period = fairlead_advanced_period (self, &programme.period) != NULL;
	g_array_append_val (self->entry.programmes, programme);
}

static void
end_measure (Advanced *self, const char *text, guint64 line)
{
	AdvancedEntry *entry = &self->entry;
	const AdvancedValue *type =
		fairlead_advanced_value (self, ADVANCED_SANCTIONS_TYPE, entry->measure, line);

	(void) text;
	if (type->word != NULL) {
		add_programme (self, line);
		return;
	}
	fairlead_advanced_append (entry->measures, ", ", type->text);
	fairlead_advanced_append (entry->measures, ": ", entry->comment->str);
}

/* ---- designations ---- */

/* The measure's own dates stand before those of the entry */
static FairleadPeriod
period_of_programme (const AdvancedEntry *entry, const AdvancedProgramme *programme)
{
	FairleadPeriod period = entry->period;

	if (!programme->has_period)
		return period;
	if (!fairlead_date_is_unknown (programme->period.start))
		period.start = programme->period.start;
	if (!fairlead_date_is_unknown (programme->period.end))
		period.end = programme->period.end;
	period.flags |= programme->period.flags;
	return period;
}

static void
end_entry (Advanced *self, const char *text, guint64 line)
{
	AdvancedEntry *entry = &self->entry;
	FairleadRecords *records = self->reading->records;

	(void) text;
	fairlead_advanced_append (entry->basis, "; measure: ", entry->measures->str);
	for (guint i = 0; i < entry->programmes->len; i++) {
		const AdvancedProgramme *programme =
			&g_array_index (entry->programmes, AdvancedProgramme, i);
		FairleadPeriod period = period_of_programme (entry, programme);

		fairlead_records_add_designation (records, entry->entity, entry->list,
		                                  programme->name, entry->basis->str, &period,
		                                  fairlead_advanced_source (self, programme->line));
	}
	if (entry->programmes->len == 0)
		fairlead_records_add_designation (records, entry->entity, entry->list, NULL,
		                                  entry->basis->str, &entry->period,
		                                  fairlead_advanced_source (self, line));
	self->reading->n_records++;
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "SanctionsEntries", ADVANCED_AT_ENTRIES, NULL, NULL },
	{ ADVANCED_AT_ROOT, "SanctionsEntryLinks", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_ENTRIES, "SanctionsEntry", ADVANCED_AT_ENTRY, start_entry, end_entry },
	{ ADVANCED_AT_ENTRY, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_ENTRY, "LimitationsToListing", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_ENTRY, "EntryEvent", ADVANCED_AT_EVENT, start_event, end_event },
	{ ADVANCED_AT_ENTRY, "SanctionsMeasure", ADVANCED_AT_MEASURE, start_measure, end_measure },
	{ ADVANCED_AT_ENTRY, "SupportingInfo", ADVANCED_AT_SUPPORT, NULL, NULL },
	{ ADVANCED_AT_ENTRY, "ProfileRelationshipReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_EVENT, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_MEASURE, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_SUPPORT, "Text", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_SUPPORT, "DirectURL", ADVANCED_AT_TEXT, NULL, end_note },
};

const AdvancedModule fairlead_advanced_entries = {
	steps,
	G_N_ELEMENTS (steps),
	init_entries,
	clear_entries,
};
