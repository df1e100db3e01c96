/* output/chart/words/notes.c: the sources of what is drawn, numbered by path and line */
#include "output/chart/chart-private.h"

#include <string.h>

#include "output/ranking/evidence.h"
#include "output/write/text.h"

#define MOST_SIGNS 58 /* of a path, and of what it states */

static gint
compare_sources (gconstpointer a, gconstpointer b, gpointer records)
{
	return fairlead_records_compare_sources (records, *(const FairleadSource *) a,
	                                         *(const FairleadSource *) b);
}

GArray *
fairlead_chart_dup_listings (const FairleadChartPlan *plan, FairleadVertex vertex)
{
	FairleadNetwork *network = plan->chart->network;
	FairleadRows rows = fairlead_network_get_designations (network, vertex);
	GArray *listings = g_array_new (FALSE, FALSE, sizeof (guint32));

	for (guint i = 0; i < rows.n; i++)
		if (fairlead_network_is_listing (network, rows.rows[i]))
			g_array_append_val (listings, rows.rows[i]);
	return listings;
}

static void
collect_of_card (FairleadChartPlan *plan, const FairleadChartCard *card)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	g_autoptr (GArray) listings = fairlead_chart_dup_listings (plan, card->vertex);
	guint n;
	const FairleadDesignationRow *all = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < listings->len; i++)
		g_array_append_val (plan->notes, all[g_array_index (listings, guint32, i)].source);
}

static void
collect_of_line (FairleadChartPlan *plan, const FairleadChartLine *line)
{
	for (guint i = 0; i < line->links->len; i++) {
		FairleadLink link = g_array_index (line->links, FairleadLink, i);

		g_array_append_val (plan->notes,
		                    fairlead_network_get_link (plan->chart->network, link)->source);
	}
}

void
fairlead_chart_number_notes (FairleadChartPlan *plan)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	guint kept = 0;

	for (guint i = 0; i < plan->cards->len; i++)
		collect_of_card (plan, g_ptr_array_index (plan->cards, i));
	for (guint i = 0; i < plan->lines->len; i++)
		collect_of_line (plan, g_ptr_array_index (plan->lines, i));
	g_array_sort_with_data (plan->notes, compare_sources, records);
	for (guint i = 0; i < plan->notes->len; i++) {
		FairleadSource source = g_array_index (plan->notes, FairleadSource, i);

		if (kept == 0
		    || compare_sources (&g_array_index (plan->notes, FairleadSource, kept - 1),
		                        &source, records)
		               != 0)
			g_array_index (plan->notes, FairleadSource, kept++) = source;
	}
	g_array_set_size (plan->notes, kept);
}

static guint
find_number (const FairleadChartPlan *plan, FairleadSource source)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	guint low = 0, high = plan->notes->len;

	while (low < high) {
		guint middle = (low + high) / 2;

		if (compare_sources (&g_array_index (plan->notes, FairleadSource, middle), &source,
		                     records)
		    < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	guint first = *(const guint *) a, second = *(const guint *) b;

	return first < second ? -1 : first > second;
}

char *
fairlead_chart_dup_note_numbers (const FairleadChartPlan *plan, const GArray *sources)
{
	g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < sources->len; i++) {
		guint number = find_number (plan, g_array_index (sources, FairleadSource, i));

		g_array_append_val (numbers, number);
	}
	g_array_sort (numbers, compare_numbers);
	for (guint i = 0; i < numbers->len;) {
		guint first = g_array_index (numbers, guint, i), last = first;

		while (++i < numbers->len && g_array_index (numbers, guint, i) <= last + 1)
			last = g_array_index (numbers, guint, i);
		g_string_append_printf (text, "%s%u", text->len > 0 ? "," : " [", first);
		if (last > first)
			g_string_append_printf (text, "%s%u", last > first + 1 ? "-" : ",", last);
	}
	g_string_append (text, text->len > 0 ? "]" : "");
	return g_string_free (text, FALSE);
}

static void
append_new (GString *words, const char *text)
{
	if (strstr (words->str, text) == NULL)
		g_string_append_printf (words, "%s %s", words->len > 0 ? "," : "", text);
}

/* ---- what each states: a GString for each note ---- */

static GString *
words_of (const FairleadChartPlan *plan, const GPtrArray *words, FairleadSource source)
{
	return g_ptr_array_index (words, find_number (plan, source) - 1);
}

static void
append_link (const FairleadChartPlan *plan, FairleadLink link, const GPtrArray *words)
{
	const FairleadLinkFact *row = fairlead_network_get_link (plan->chart->network, link);
	g_autofree char *what = fairlead_chart_dup_link_words (row);
	g_autofree char *when = fairlead_period_dup_words (
		fairlead_network_get_period (plan->chart->network, link));
	g_autofree char *text = g_strconcat (what, *when != '\0' ? " " : "", when, NULL);

	append_new (words_of (plan, words, row->source), text);
}

/* `OFAC since 2018-03-12` */
static void
append_listings (const FairleadChartPlan *plan, const FairleadChartCard *card,
                 const GPtrArray *words)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	g_autoptr (GArray) rows = fairlead_chart_dup_listings (plan, card->vertex);
	guint n;
	const FairleadDesignationRow *all = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < rows->len; i++) {
		const FairleadDesignationRow *row = &all[g_array_index (rows, guint32, i)];
		g_autofree char *when = fairlead_period_dup_words (
			fairlead_records_get_period (records, row->period));
		g_autofree char *text = g_strconcat (fairlead_records_get_text (records, row->list),
		                                     *when != '\0' ? " " : "", when, NULL);

		append_new (words_of (plan, words, row->source), text);
	}
}

static void
free_words (gpointer words)
{
	g_string_free (words, TRUE);
}

/* ` ISM manager since 2022-10-03`, where lines and badges leave it out; else empty */
static GPtrArray *
dup_words (const FairleadChartPlan *plan)
{
	GPtrArray *words = g_ptr_array_new_with_free_func (free_words);
	gboolean says_links = plan->style.labels != FAIRLEAD_LABELS_WHOLE;

	for (guint i = 0; i < plan->notes->len; i++)
		g_ptr_array_add (words, g_string_new (NULL));
	for (guint i = 0; plan->style.is_compact && i < plan->cards->len; i++)
		append_listings (plan, g_ptr_array_index (plan->cards, i), words);
	for (guint i = 0; says_links && i < plan->lines->len; i++) {
		const FairleadChartLine *line = g_ptr_array_index (plan->lines, i);

		for (guint j = 0; j < line->links->len; j++)
			append_link (plan, g_array_index (line->links, FairleadLink, j), words);
	}
	return words;
}

/* ---- as they stand on the sheet ---- */

char *
fairlead_chart_dup_folder (const FairleadChartPlan *plan)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	char *folder = NULL;
	gsize shared = 0;

	for (guint i = 0; i < plan->notes->len; i++) {
		g_autofree char *source = fairlead_records_dup_source_text (
			records, g_array_index (plan->notes, FairleadSource, i));
		gsize same = 0;

		if (folder == NULL) {
			folder = g_strdup (source);
			shared = strlen (folder);
		}
		while (same < shared && folder[same] == source[same])
			same++;
		shared = same;
	}
	while (shared > 0 && folder[shared - 1] != '/')
		shared--;
	if (folder == NULL)
		return g_strdup ("");
	folder[shared] = '\0';
	return folder;
}

void
fairlead_chart_fill_notes (FairleadChartPlan *plan)
{
	FairleadRecords *records = fairlead_network_get_records (plan->chart->network);
	g_autofree char *folder = fairlead_chart_dup_folder (plan);
	g_autoptr (GPtrArray) words = dup_words (plan);
	gsize shared = strlen (folder);

	g_ptr_array_set_size (plan->note_texts, 0);
	for (guint i = 0; i < plan->notes->len; i++) {
		g_autofree char *source = fairlead_records_dup_source_text (
			records, g_array_index (plan->notes, FairleadSource, i));
		g_autofree char *end = fairlead_text_dup_end (source + shared, MOST_SIGNS, FALSE);
		const GString *states = g_ptr_array_index (words, i);
		g_autofree char *shown =
			fairlead_text_dup_shortened (states->str, MOST_SIGNS, FALSE);

		g_ptr_array_add (plan->note_texts,
		                 g_strdup_printf ("[%u] %s%s", i + 1, end, shown));
	}
}
