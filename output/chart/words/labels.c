/* output/chart/words/labels.c: what a line says: kind, share, period, numbers of sources */
#include "output/chart/chart-private.h"

#include <string.h>

#include "output/ranking/evidence.h"

#define MOST_STATEMENTS 3
#define WIDTH 150.0
#define SHORT_WIDTH 92.0

static void
put_words (FairleadChartLine *line, const char *text, double most, gboolean is_small)
{
	g_autoptr (GPtrArray) lines =
		fairlead_measure_dup_wrapped (text, most, FAIRLEAD_CHART_TEXT_SIZE, FALSE, 3);

	for (guint i = 0; i < lines->len; i++) {
		FairleadChartWords words = { g_strdup (g_ptr_array_index (lines, i)), is_small };
		double width = fairlead_measure_text (words.text, FAIRLEAD_CHART_TEXT_SIZE, FALSE);

		g_array_append_val (line->words, words);
		line->width = MAX (line->width, width);
	}
}

/* Links that say the same: one kind, share and period */
typedef struct {
	const FairleadLinkFact *fact;
	const FairleadPeriod *period;
	GArray *sources;
} Statement;

static void
clear_statement (gpointer data)
{
	g_array_unref (((Statement *) data)->sources);
}

static Statement *
find_statement (GArray *statements, const FairleadLinkFact *fact, const FairleadPeriod *period)
{
	Statement made = { fact, period, NULL };

	for (guint i = 0; i < statements->len; i++) {
		Statement *statement = &g_array_index (statements, Statement, i);

		if (statement->fact->kind == fact->kind
		    && statement->fact->share.low == fact->share.low
		    && statement->fact->share.high == fact->share.high
		    && fairlead_period_equal (statement->period, period))
			return statement;
	}
	made.sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	g_array_append_val (statements, made);
	return &g_array_index (statements, Statement, statements->len - 1);
}

char *
fairlead_chart_dup_link_words (const FairleadLinkFact *fact)
{
	g_autofree char *kind = fairlead_name_dup_words (fairlead_link_info (fact->kind)->name);
	g_autofree char *share = fairlead_share_dup_text (fact->share);

	return g_strconcat (kind, share != NULL ? " " : "", share, NULL);
}

static void
put_statement (const FairleadChartPlan *plan, FairleadChartLine *line, const Statement *statement)
{
	g_autofree char *words = fairlead_chart_dup_link_words (statement->fact);
	g_autofree char *period = fairlead_period_dup_words (statement->period);
	g_autofree char *numbers = fairlead_chart_dup_note_numbers (plan, statement->sources);
	g_autofree char *text = g_strconcat (words, numbers, NULL);

	put_words (line, text, WIDTH, FALSE);
	put_words (line, period, WIDTH, TRUE);
}

/* The notes of all statements from @first on */
static char *
dup_numbers_from (const FairleadChartPlan *plan, const GArray *statements, guint first)
{
	g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));

	for (guint i = first; i < statements->len; i++) {
		const GArray *more = g_array_index (statements, Statement, i).sources;

		g_array_append_vals (sources, more->data, more->len);
	}
	return fairlead_chart_dup_note_numbers (plan, sources);
}

static void
put_whole (const FairleadChartPlan *plan, FairleadChartLine *line, const GArray *statements)
{
	g_autofree char *numbers = dup_numbers_from (plan, statements, MOST_STATEMENTS);
	g_autofree char *rest =
		g_strdup_printf ("and %u more%s", statements->len - MOST_STATEMENTS, numbers);

	for (guint i = 0; i < statements->len && i < MOST_STATEMENTS; i++)
		put_statement (plan, line, &g_array_index (statements, Statement, i));
	if (statements->len > MOST_STATEMENTS)
		put_words (line, rest, WIDTH, FALSE);
}

static void
put_numbers (const FairleadChartPlan *plan, FairleadChartLine *line, const GArray *statements)
{
	g_autofree char *numbers = dup_numbers_from (plan, statements, 0);

	put_words (line, g_strchug (numbers), SHORT_WIDTH, FALSE);
}

static gboolean
find_year (FairleadDate date, gboolean is_circa, GString *years)
{
	gint year, last, month, day;

	if (date.first == FAIRLEAD_DAY_OPEN_PAST || date.last == FAIRLEAD_DAY_OPEN_FUTURE)
		return FALSE;
	fairlead_day_to_ymd (date.first, &year, &month, &day);
	fairlead_day_to_ymd (date.last, &last, &month, &day);
	g_string_append_printf (years, "%s%d", is_circa || last > year ? "c. " : "", year);
	return TRUE;
}

char *
fairlead_chart_dup_years (const FairleadPeriod *period)
{
	GString *years = g_string_new (NULL);
	gboolean has_start = find_year (period->start,
	                                (period->flags & FAIRLEAD_PERIOD_START_CIRCA) != 0, years);
	gboolean has_end;

	g_string_append (years, "\342\200\223"); /* an en dash */
	has_end = find_year (period->end, (period->flags & FAIRLEAD_PERIOD_END_CIRCA) != 0, years);
	if (!has_end && (period->flags & FAIRLEAD_PERIOD_ENDED) != 0)
		g_string_append (years, has_start ? " ended" : "ended");
	else if (!has_start && !has_end)
		g_string_truncate (years, 0);
	return g_string_free (years, FALSE);
}

/* One statement for all: the first, which is the surest to be read */
static void
put_short (const FairleadChartPlan *plan, FairleadChartLine *line, const GArray *statements)
{
	const Statement *first = &g_array_index (statements, Statement, 0);
	g_autofree char *words = fairlead_chart_dup_link_words (first->fact);
	g_autofree char *years = fairlead_chart_dup_years (first->period);
	g_autofree char *numbers = dup_numbers_from (plan, statements, 0);
	g_autofree char *more =
		statements->len > 1 ? g_strdup_printf (" +%u", statements->len - 1) : g_strdup ("");
	g_autofree char *text =
		g_strconcat (words, *years != '\0' ? " " : "", years, more, numbers, NULL);

	put_words (line, text, SHORT_WIDTH, FALSE);
}

static void
fill_label (const FairleadChartPlan *plan, FairleadChartLine *line)
{
	static void (*const fill[]) (const FairleadChartPlan *, FairleadChartLine *,
	                             const GArray *) = {
		[FAIRLEAD_LABELS_WHOLE] = put_whole,
		[FAIRLEAD_LABELS_SHORT] = put_short,
		[FAIRLEAD_LABELS_NUMBERS] = put_numbers,
	};
	FairleadNetwork *network = plan->chart->network;
	g_autoptr (GArray) statements = g_array_new (FALSE, FALSE, sizeof (Statement));

	g_array_set_clear_func (statements, clear_statement);
	for (guint i = 0; i < line->links->len; i++) {
		FairleadLink link = g_array_index (line->links, FairleadLink, i);
		const FairleadLinkFact *fact = fairlead_network_get_link (network, link);
		Statement *statement = find_statement (statements, fact,
		                                       fairlead_network_get_period (network, link));

		g_array_append_val (statement->sources, fact->source);
	}
	g_array_set_size (line->words, 0);
	line->width = 0.0;
	fill[plan->style.labels](plan, line, statements);
	line->width += plan->style.is_compact ? 4.0 : 8.0;
	line->height = line->words->len * 11.5 + (plan->style.is_compact ? 3.0 : 5.0);
}

void
fairlead_chart_fill_labels (FairleadChartPlan *plan)
{
	for (guint i = 0; i < plan->lines->len; i++)
		fill_label (plan, g_ptr_array_index (plan->lines, i));
}
