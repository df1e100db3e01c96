/* output/export/spells.c: from which day to which day something may have stood */
#include "output/export/writers.h"

#define OPEN ((FairleadSpell){ FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE })

FairleadSpell
fairlead_export_link_spell (const FairleadExportView *view, FairleadLink link)
{
	const FairleadPeriod *period = fairlead_network_get_period (view->network, link);
	FairleadSpell spell = { period->start.first, period->end.last };

	/* `before 2008` has no first day, and an end before the start is no period */
	return spell.first <= spell.last ? spell : OPEN;
}

/* ---- of vertices ---- */

/* Whether a date of this attribute is the beginning of a vertex */
static gboolean
is_beginning (guint8 attribute)
{
	return attribute == FAIRLEAD_ATTRIBUTE_FORMED || attribute == FAIRLEAD_ATTRIBUTE_BIRTH_DATE
	       || attribute == FAIRLEAD_ATTRIBUTE_YEAR_BUILT;
}

static gboolean
is_known (gint32 day)
{
	return day != FAIRLEAD_DAY_OPEN_PAST && day != FAIRLEAD_DAY_OPEN_FUTURE;
}

static void
take_first (gint32 *first, gint32 day)
{
	if (is_known (day) && (!is_known (*first) || day < *first))
		*first = day;
}

static void
take_last (gint32 *last, gint32 day)
{
	if (is_known (day) && (!is_known (*last) || day > *last))
		*last = day;
}

/* Of records that disagree, the widest */
static FairleadSpell
spell_of_being (const FairleadExportView *view, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	FairleadRows rows = fairlead_network_get_attributes (view->network, vertex);
	FairleadSpell spell = OPEN;
	guint n;
	const FairleadAttributeRow *table = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < rows.n; i++) {
		const FairleadAttributeRow *row = &table[rows.rows[i]];
		FairleadDate date = fairlead_records_get_period (records, row->period)->start;

		if (is_beginning (row->attribute))
			take_first (&spell.first, date.first);
		else if (row->attribute == FAIRLEAD_ATTRIBUTE_DISSOLVED)
			take_last (&spell.last, date.last);
	}
	return spell;
}

FairleadSpell
fairlead_export_vertex_spell (const FairleadExportView *view, FairleadVertex vertex,
                              const FairleadSpell *of_links)
{
	FairleadSpell spell = spell_of_being (view, vertex);

	if (is_known (spell.first))
		take_first (&spell.first, of_links[vertex].first);
	if (is_known (spell.last))
		take_last (&spell.last, of_links[vertex].last);
	return spell.first <= spell.last ? spell : OPEN;
}

static void
widen (FairleadSpell *spell, FairleadSpell by)
{
	take_first (&spell->first, by.first);
	take_last (&spell->last, by.last);
	/* A link that began late in a year is known to have stood then, whatever its end */
	take_first (&spell->first, by.last);
	take_last (&spell->last, by.first);
}

FairleadSpell *
fairlead_export_spells_of_links (const FairleadExportView *view)
{
	guint32 n = MAX (fairlead_network_get_n_vertices (view->network), 1u);
	FairleadSpell *spells = g_new (FairleadSpell, n);

	for (guint32 i = 0; i < n; i++)
		spells[i] = OPEN;
	for (guint i = 0; i < view->export->selection->links->len; i++) {
		FairleadLink link = fairlead_export_link (view, i);
		FairleadSpell spell = fairlead_export_link_spell (view, link);

		widen (&spells[fairlead_network_get_from (view->network, link)], spell);
		widen (&spells[fairlead_network_get_to (view->network, link)], spell);
	}
	return spells;
}
