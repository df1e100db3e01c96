/* output/chart/words/faces.c: what a card says: name, what and where it is, listings */
#include "output/chart/chart-private.h"

#include <string.h>

#include "ingest/record/kinds.h"

#define ABOUT_LINES 2
#define BADGE_LINES 3

/* Cards, in units: how wide, and how much of it is left of and right of the words */
typedef struct {
	double width;
	double beside_name;
	double beside_about;
	double beside_badge;
	double name_size;
	guint name_lines;
} Measures;

static const Measures whole = { 158.0, 44.0, 42.0, 18.0, 12.0, 3 };
static const Measures compact = { 136.0, 25.0, 25.0, 14.0, 10.5, 4 };

static const Measures *
get_measures (const FairleadChartPlan *plan)
{
	return plan->style.is_compact ? &compact : &whole;
}

double
fairlead_chart_card_width (const FairleadChartPlan *plan)
{
	return get_measures (plan)->width;
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

/* ` since 2018-03-12`, or ` 2018` */
static char *
dup_since (const FairleadChartPlan *plan, FairleadDate since)
{
	const FairleadPeriod period = { since, FAIRLEAD_DATE_UNKNOWN, 0 };
	g_autofree char *day = fairlead_date_dup_text (since);
	g_autofree char *years = fairlead_chart_dup_years (&period);

	if (plan->style.is_compact)
		return g_strconcat (*years != '\0' ? " " : "", years, NULL);
	return g_strconcat (day != NULL ? " since " : "", day, NULL);
}

static char *
dup_listings_text (const FairleadChartPlan *plan, const GArray *lists, const char *numbers)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < lists->len; i++) {
		const Listing *listing = &g_array_index (lists, Listing, i);
		g_autofree char *since = dup_since (plan, listing->since);

		g_string_append_printf (text, "%s%s%s", i > 0 ? ", " : "", listing->list, since);
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
	text = rows->len == 0 ? g_strdup ("") : dup_listings_text (plan, lists, numbers);
	g_clear_pointer (&card->badge, g_ptr_array_unref);
	card->badge = fairlead_measure_dup_wrapped (
		text, get_measures (plan)->width - get_measures (plan)->beside_badge,
		FAIRLEAD_CHART_TEXT_SIZE, FALSE, BADGE_LINES);
}

/* ---- name and what it is ---- */

/* `company, Marshall Islands`; `MH, rank 26` on a compact card, whose icon tells the kind */
static char *
dup_about (const FairleadChartPlan *plan, const FairleadChartCard *card)
{
	g_autofree char *kind = card->kind == FAIRLEAD_KIND_UNKNOWN
	                                ? g_strdup ("party")
	                                : g_strdup (fairlead_kind_name (card->kind));
	gboolean is_flagged = card->kind == FAIRLEAD_KIND_VESSEL && card->country != NULL;

	if (plan->style.is_compact)
		return g_strconcat (card->code != NULL ? card->code : "",
		                    card->code != NULL && card->rank != NULL ? ", " : "",
		                    card->rank, NULL);
	g_strdelimit (kind, "-", ' ');
	return g_strconcat (kind, card->country != NULL ? (is_flagged ? ", flag " : ", ") : "",
	                    card->country, NULL);
}

static void
fill_words (const FairleadChartPlan *plan, FairleadChartCard *card)
{
	const Measures *measures = get_measures (plan);
	g_autofree char *about = dup_about (plan, card);

	g_clear_pointer (&card->name, g_ptr_array_unref);
	g_clear_pointer (&card->about, g_ptr_array_unref);
	card->name = fairlead_measure_dup_wrapped (
		fairlead_network_get_name (plan->chart->network, card->vertex),
		measures->width - measures->beside_name, measures->name_size, TRUE,
		measures->name_lines);
	card->about = fairlead_measure_dup_wrapped (about, measures->width - measures->beside_about,
	                                            FAIRLEAD_CHART_TEXT_SIZE, FALSE, ABOUT_LINES);
}

/* ---- how high it is ---- */

static double
width_of_last (const GPtrArray *lines, double size, gboolean is_bold)
{
	return lines->len == 0 ? 0.0
	                       : fairlead_measure_text (g_ptr_array_index (lines, lines->len - 1),
	                                                size, is_bold);
}

static double
height_of_whole (const FairleadChartCard *card)
{
	return 12.0 + 14.0 * card->name->len + 12.0 * card->about->len + 3.0
	       + (card->badge->len > 0 ? 5.0 + 12.0 * card->badge->len : 0.0)
	       + (card->rank != NULL ? 12.0 : 0.0);
}

static double
height_of_compact (FairleadChartCard *card)
{
	double room = compact.width - compact.beside_about;
	double name = width_of_last (card->name, compact.name_size, TRUE);
	double about = width_of_last (card->about, FAIRLEAD_CHART_TEXT_SIZE, FALSE);
	double badge = width_of_last (card->badge, FAIRLEAD_CHART_TEXT_SIZE, FALSE);
	guint lines;

	card->is_inline =
		card->about->len == 0 || (card->about->len == 1 && name + about + 6.0 < room);
	card->is_beside = !card->is_inline && card->badge->len == 1 && card->about->len == 1
	                  && about + badge + 16.0 < room;
	lines = (card->is_inline ? 0 : card->about->len) + (card->is_beside ? 0 : card->badge->len);
	return 7.5 + 11.5 * card->name->len + 12.0 * lines + (card->badge->len > 0 ? 1.0 : 0.0);
}

void
fairlead_chart_fill_cards (FairleadChartPlan *plan)
{
	for (guint i = 0; i < plan->cards->len; i++) {
		FairleadChartCard *card = g_ptr_array_index (plan->cards, i);

		fill_badge (plan, card);
		fill_words (plan, card);
		card->height =
			plan->style.is_compact ? height_of_compact (card) : height_of_whole (card);
	}
}
