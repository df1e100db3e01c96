/* output/chart/words/cards.c: who stands on the chart: kind, country, rank */
#include "output/chart/chart-private.h"

#include "ingest/grammar/country.h"

/* ---- the country ---- */

static guint
weight_of (FairleadKind kind, guint attribute)
{
	switch (attribute) {
	case FAIRLEAD_ATTRIBUTE_FLAG:
		return kind == FAIRLEAD_KIND_VESSEL || kind == FAIRLEAD_KIND_AIRCRAFT ? 4 : 1;
	case FAIRLEAD_ATTRIBUTE_JURISDICTION:
		return 3;
	case FAIRLEAD_ATTRIBUTE_NATIONALITY:
		return kind == FAIRLEAD_KIND_PERSON ? 3 : 0;
	case FAIRLEAD_ATTRIBUTE_COUNTRY:
		return 2;
	default:
		return 0;
	}
}

/* Whether @row tells more of where somebody is now than @best: what still holds, then what says it
 * best, then what began last */
static gboolean
tells_more (FairleadRecords *records, FairleadKind kind, const FairleadAttributeRow *row,
            const FairleadAttributeRow *best)
{
	const FairleadPeriod *period = fairlead_records_get_period (records, row->period);
	const FairleadPeriod *other = fairlead_records_get_period (records, best->period);
	guint weight = weight_of (kind, row->attribute), others = weight_of (kind, best->attribute);
	gboolean is_over = fairlead_period_is_over (period);

	if (is_over != fairlead_period_is_over (other))
		return !is_over;
	if (weight != others)
		return weight > others;
	return period->start.first > other->start.first;
}

static const char *
find_code (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadKind kind = fairlead_network_get_kind (network, vertex);
	FairleadRows rows = fairlead_network_get_attributes (network, vertex);
	guint n;
	const FairleadAttributeRow *all = fairlead_records_get_attributes (records, &n);
	const FairleadAttributeRow *best = NULL;

	for (guint i = 0; i < rows.n; i++) {
		const FairleadAttributeRow *row = &all[rows.rows[i]];

		if (weight_of (kind, row->attribute) > 0
		    && (best == NULL || tells_more (records, kind, row, best)))
			best = row;
	}
	if (best == NULL)
		return NULL;
	return fairlead_country_code (fairlead_records_get_text (records, best->text));
}

/* ---- a card ---- */

static void
free_card (gpointer data)
{
	FairleadChartCard *card = data;

	g_clear_pointer (&card->name, g_ptr_array_unref);
	g_clear_pointer (&card->badge, g_ptr_array_unref);
	g_clear_pointer (&card->about, g_ptr_array_unref);
	g_free (card->rank);
	g_free (card);
}

static gboolean
holds (const GArray *vertices, FairleadVertex vertex)
{
	for (guint i = 0; vertices != NULL && i < vertices->len; i++)
		if (g_array_index (vertices, FairleadVertex, i) == vertex)
			return TRUE;
	return FALSE;
}

static FairleadChartCard *
new_card (const FairleadChart *chart, FairleadVertex vertex)
{
	FairleadChartCard *card = g_new0 (FairleadChartCard, 1);
	const FairleadRankedRow *row =
		chart->ranking == NULL ? NULL
				       : fairlead_ranking_get_row_of (chart->ranking, vertex);
	gboolean is_top = holds (chart->top, vertex);
	gboolean is_bottom = !is_top && holds (chart->bottom, vertex);

	card->vertex = vertex;
	card->kind = fairlead_network_get_kind (chart->network, vertex);
	card->code = find_code (chart->network, vertex);
	card->country = card->code == NULL ? NULL : fairlead_country_name (card->code);
	card->rank = row == NULL ? NULL : g_strdup_printf ("rank %u", row->rank);
	card->is_asked = is_top;
	card->lane = is_top ? 0 : is_bottom ? 2 : 1;
	return card;
}

void
fairlead_chart_add_cards (FairleadChartPlan *plan)
{
	g_ptr_array_set_free_func (plan->cards, free_card);
	for (guint i = 0; i < plan->chart->part->vertices->len; i++)
		g_ptr_array_add (plan->cards,
		                 new_card (plan->chart, g_array_index (plan->chart->part->vertices,
		                                                       FairleadVertex, i)));
}
