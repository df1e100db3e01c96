/* output/chart/cards.c: who stands on the chart: name, kind, country, listings */
#include "output/chart/chart-private.h"

#include <string.h>

#include "ingest/grammar/country.h"

#define NAME_LINES 3
#define ABOUT_LINES 2
#define ABOUT_WIDTH (FAIRLEAD_CHART_CARD_WIDTH - 42.0)
#define BADGE_LINES 3
#define NAME_WIDTH (FAIRLEAD_CHART_CARD_WIDTH - 44.0)
#define BADGE_WIDTH (FAIRLEAD_CHART_CARD_WIDTH - 18.0)

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
find_country (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadKind kind = fairlead_network_get_kind (network, vertex);
	FairleadRows rows = fairlead_network_get_attributes (network, vertex);
	guint n;
	const FairleadAttributeRow *all = fairlead_records_get_attributes (records, &n);
	const FairleadAttributeRow *best = NULL;
	const char *code;

	for (guint i = 0; i < rows.n; i++) {
		const FairleadAttributeRow *row = &all[rows.rows[i]];

		if (weight_of (kind, row->attribute) > 0
		    && (best == NULL || tells_more (records, kind, row, best)))
			best = row;
	}
	if (best == NULL)
		return NULL;
	code = fairlead_country_code (fairlead_records_get_text (records, best->text));
	return code == NULL ? NULL : fairlead_country_name (code);
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

static char *
dup_about (const FairleadChartCard *card)
{
	g_autofree char *kind = card->kind == FAIRLEAD_KIND_UNKNOWN
	                                ? g_strdup ("party")
	                                : g_strdup (fairlead_kind_name (card->kind));
	gboolean is_flagged = card->kind == FAIRLEAD_KIND_VESSEL && card->country != NULL;

	g_strdelimit (kind, "-", ' ');
	return g_strconcat (kind, card->country != NULL ? (is_flagged ? ", flag " : ", ") : "",
	                    card->country, NULL);
}

static FairleadChartCard *
new_card (const FairleadChart *chart, FairleadVertex vertex)
{
	FairleadChartCard *card = g_new0 (FairleadChartCard, 1);
	const FairleadRankedRow *row =
		chart->ranking == NULL ? NULL
				       : fairlead_ranking_get_row_of (chart->ranking, vertex);
	g_autofree char *about = NULL;
	gboolean is_top = holds (chart->top, vertex);
	gboolean is_bottom = !is_top && holds (chart->bottom, vertex);

	card->vertex = vertex;
	card->kind = fairlead_network_get_kind (chart->network, vertex);
	card->country = find_country (chart->network, vertex);
	card->name = fairlead_measure_dup_wrapped (
		fairlead_network_get_name (chart->network, vertex), NAME_WIDTH,
		FAIRLEAD_CHART_NAME_SIZE, TRUE, NAME_LINES);
	about = dup_about (card);
	card->about = fairlead_measure_dup_wrapped (about, ABOUT_WIDTH, FAIRLEAD_CHART_TEXT_SIZE,
	                                            FALSE, ABOUT_LINES);
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

/* ---- listings ---- */

/* The earliest day that a list names, by rows of one list */
typedef struct {
	const char *list;
	FairleadDate since;
} Listing;

static gint
compare_listings (gconstpointer a, gconstpointer b)
{
	return strcmp (((const Listing *) a)->list, ((const Listing *) b)->list);
}

static void
add_listing (GArray *lists, const char *name, FairleadDate since)
{
	const Listing listing = { name, since };

	for (guint i = 0; i < lists->len; i++) {
		Listing *known = &g_array_index (lists, Listing, i);

		if (strcmp (known->list, name) != 0)
			continue;
		if (since.first != FAIRLEAD_DAY_OPEN_PAST
		    && (known->since.first == FAIRLEAD_DAY_OPEN_PAST
		        || since.first < known->since.first))
			known->since = since;
		return;
	}
	g_array_append_val (lists, listing);
}

static char *
dup_listings_text (const GArray *lists, const char *numbers)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < lists->len; i++) {
		const Listing *listing = &g_array_index (lists, Listing, i);
		g_autofree char *since = fairlead_date_dup_text (listing->since);

		g_string_append_printf (text, "%s%s%s%s", i > 0 ? ", " : "", listing->list,
		                        since != NULL ? " since " : "", since != NULL ? since : "");
	}
	g_string_append (text, numbers);
	return g_string_free (text, FALSE);
}

static void
fill_badge (const FairleadChartPlan *plan, FairleadChartCard *card)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	g_autoptr (GArray) rows = fairlead_chart_dup_listings (plan, card->vertex);
	g_autoptr (GArray) lists = g_array_new (FALSE, FALSE, sizeof (Listing));
	g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	g_autofree char *numbers = NULL;
	g_autofree char *text = NULL;
	guint n;
	const FairleadDesignationRow *all = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < rows->len; i++) {
		const FairleadDesignationRow *row = &all[g_array_index (rows, guint32, i)];

		add_listing (lists, fairlead_records_get_text (records, row->list),
		             fairlead_records_get_period (records, row->period)->start);
		g_array_append_val (sources, row->source);
	}
	g_array_sort (lists, compare_listings);
	numbers = fairlead_chart_dup_note_numbers (plan, sources);
	text = rows->len == 0 ? g_strdup ("") : dup_listings_text (lists, numbers);
	card->badge = fairlead_measure_dup_wrapped (text, BADGE_WIDTH, FAIRLEAD_CHART_TEXT_SIZE,
	                                            FALSE, BADGE_LINES);
}

void
fairlead_chart_fill_badges (FairleadChartPlan *plan)
{
	for (guint i = 0; i < plan->cards->len; i++) {
		FairleadChartCard *card = g_ptr_array_index (plan->cards, i);

		fill_badge (plan, card);
		card->height = 12.0 + 14.0 * card->name->len + 12.0 * card->about->len + 3.0
		               + (card->badge->len > 0 ? 5.0 + 12.0 * card->badge->len : 0.0);
		if (card->rank != NULL)
			card->height += 12.0;
	}
}
