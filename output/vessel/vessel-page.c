/* output/vessel/vessel-page.c: what the writers of a ship share */
#include "output/vessel/vessel-page.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "output/write/number.h"

void
fairlead_vessel_page_init (FairleadVesselPage *self, const FairleadVesselView *view,
                           FairleadFacts *facts, FairleadVertex ship)
{
	g_autoptr (GPtrArray) own = fairlead_facts_dup_of (facts, ship);

	*self = (FairleadVesselPage){
		.view = view,
		.ship = ship,
		.bars = fairlead_timeline_dup_bars (facts, view->network, ship, NULL),
		.disagreements = fairlead_facts_dup_disagreements (view->network, own),
		.notes = fairlead_signals_dup_of_ship (view->signals, ship),
	};
}

void
fairlead_vessel_page_clear (FairleadVesselPage *self)
{
	g_clear_pointer (&self->bars, g_ptr_array_unref);
	g_clear_pointer (&self->disagreements, g_ptr_array_unref);
	g_clear_pointer (&self->notes, g_ptr_array_unref);
}

/* ---- bars ---- */

char *
fairlead_bar_dup_words (const FairleadBar *bar)
{
	const char *country =
		bar->lane == FAIRLEAD_LANE_FLAG ? fairlead_country_name (bar->value) : NULL;
	g_autofree char *value = country == NULL ? g_strdup (bar->value)
	                                         : g_strdup_printf ("%s (%s)", country, bar->value);

	return g_strconcat (value, *bar->detail != '\0' ? ", " : "", bar->detail, NULL);
}

char *
fairlead_bar_dup_since (const FairleadBar *bar)
{
	return fairlead_date_dup_text (bar->period.start);
}

char *
fairlead_bar_dup_until (const FairleadBar *bar)
{
	return fairlead_date_dup_text (bar->period.end);
}

/* Sources come in order, so that those that are the same stand together */
static void
add_source (FairleadNetwork *network, GPtrArray *texts, FairleadSource source)
{
	g_autofree char *text =
		fairlead_records_dup_source_text (fairlead_network_get_records (network), source);

	if (texts->len == 0 || strcmp (texts->pdata[texts->len - 1], text) != 0)
		g_ptr_array_add (texts, g_steal_pointer (&text));
}

GPtrArray *
fairlead_bar_dup_sources (FairleadNetwork *network, const FairleadBar *bar)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < bar->sources->len; i++)
		add_source (network, texts,
		            g_array_index (bar->sources, FairleadBarSource, i).source);
	return texts;
}

/* ---- notes ---- */

GPtrArray *
fairlead_note_dup_sources (FairleadNetwork *network, const FairleadSignalNote *note)
{
	GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < note->sources->len; i++)
		add_source (network, texts, g_array_index (note->sources, FairleadSource, i));
	return texts;
}

char *
fairlead_note_dup_measure (const FairleadParameters *parameters, const FairleadSignalNote *note)
{
	char value[FAIRLEAD_NUMBER_SIZE], bound[FAIRLEAD_NUMBER_SIZE];

	fairlead_number_short (note->value, value);
	fairlead_number_short (fairlead_signal_threshold (parameters, note->signal), bound);
	return g_strdup_printf ("%s, at %s %s", value,
	                        fairlead_signal_is_at_most (note->signal) ? "most" : "least",
	                        bound);
}

/* ---- the ship ---- */

/* The first that a source says of it; NULL where none does */
static char *
dup_first (FairleadNetwork *network, FairleadVertex ship, FairleadAttribute attribute)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_attributes (network, ship);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];

		if (row->attribute != attribute)
			continue;
		if (fairlead_attribute_info (attribute)->type == FAIRLEAD_TYPE_DATE)
			return fairlead_date_dup_text (
				fairlead_records_get_period (records, row->period)->start);
		return g_strdup (fairlead_records_get_text (records, row->text));
	}
	return NULL;
}

char *
fairlead_vessel_dup_description (FairleadNetwork *network, FairleadVertex ship)
{
	static const struct {
		FairleadAttribute attribute;
		const char *before;
		const char *after;
	} parts[] = {
		{ FAIRLEAD_ATTRIBUTE_VESSEL_TYPE, "", "" },
		{ FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "built ", "" },
		{ FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "", " DWT" },
		{ FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, "", " GT" },
	};
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
		g_autofree char *value = dup_first (network, ship, parts[i].attribute);

		if (value != NULL)
			g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "",
			                        parts[i].before, value, parts[i].after);
	}
	return g_string_free (text, FALSE);
}
