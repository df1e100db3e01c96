/* graph/facts/disagreement.c */
#include "graph/facts/disagreement.h"

#include <string.h>

#include "ingest/grammar/name.h"

#define CIRCA_DAYS 366 /* what 'about' widens a date by, at each end */

/* ---- whether two values can both be right ---- */

typedef gboolean (*CanBoth) (const FairleadFact *a, const FairleadFact *b);

static FairleadDate
widen (const FairleadPeriod *period)
{
	FairleadDate date = period->start;

	if (!(period->flags & FAIRLEAD_PERIOD_START_CIRCA))
		return date;
	if (date.first != FAIRLEAD_DAY_OPEN_PAST)
		date.first -= CIRCA_DAYS;
	if (date.last != FAIRLEAD_DAY_OPEN_FUTURE)
		date.last += CIRCA_DAYS;
	return date;
}

static gboolean
are_dates_one (const FairleadFact *a, const FairleadFact *b)
{
	FairleadDate first = widen (&a->period), second = widen (&b->period);

	if (fairlead_date_is_unknown (first) || fairlead_date_is_unknown (second))
		return strcmp (a->value, b->value) == 0;
	return first.first <= second.last && second.first <= first.last;
}

/* Whether one must have been over before the other began */
static gboolean
is_before (const FairleadPeriod *a, const FairleadPeriod *b)
{
	return a->end.last < b->start.first;
}

/* A ship has one flag at a time, and may have another one later */
static gboolean
are_words_one (const FairleadFact *a, const FairleadFact *b)
{
	g_autofree char *first = fairlead_name_fold (a->value);
	g_autofree char *second = fairlead_name_fold (b->value);

	return strcmp (first, second) == 0 || is_before (&a->period, &b->period)
	       || is_before (&b->period, &a->period);
}

/* As far as both say a number: `3,200` and `3200.0` are one */
static gboolean
are_numbers_one (const FairleadFact *a, const FairleadFact *b)
{
	g_auto (GStrv) parts_a = g_strsplit (a->value, ",", -1);
	g_auto (GStrv) parts_b = g_strsplit (b->value, ",", -1);
	g_autofree char *text_a = g_strjoinv ("", parts_a);
	g_autofree char *text_b = g_strjoinv ("", parts_b);
	char *end_a, *end_b;
	double first = g_ascii_strtod (text_a, &end_a), second = g_ascii_strtod (text_b, &end_b);

	if (end_a == text_a || end_b == text_b)
		return strcmp (a->value, b->value) == 0;
	return !(first < second) && !(first > second);
}

typedef struct {
	FairleadFactTable table;
	guint kind;
	CanBoth can_both;
} Single;

/* Of what a party has one, or one at a time. Not here: names, titles, addresses, passports, which
 * may be many; types of ships, for which each list has words of its own. */
static const Single singles[] = {
	{ FAIRLEAD_FACT_IDENTIFIER, FAIRLEAD_ID_IMO, are_words_one },
	{ FAIRLEAD_FACT_IDENTIFIER, FAIRLEAD_ID_IMO_COMPANY, are_words_one },
	{ FAIRLEAD_FACT_IDENTIFIER, FAIRLEAD_ID_LEI, are_words_one },
	{ FAIRLEAD_FACT_IDENTIFIER, FAIRLEAD_ID_MMSI, are_words_one },
	{ FAIRLEAD_FACT_IDENTIFIER, FAIRLEAD_ID_CALL_SIGN, are_words_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_NATIONALITY, are_words_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_JURISDICTION, are_words_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_FLAG, are_words_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_BIRTH_DATE, are_dates_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_FORMED, are_dates_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_DISSOLVED, are_dates_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_GENDER, are_words_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_DEADWEIGHT, are_numbers_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, are_numbers_one },
	{ FAIRLEAD_FACT_ATTRIBUTE, FAIRLEAD_ATTRIBUTE_YEAR_BUILT, are_dates_one },
};

/* ---- who says what ---- */

/* A record of one file: what it says of one thing is one opinion */
typedef struct {
	guint64 side;
	guint fact;
} Saying;

static gint
compare_sayings (gconstpointer a, gconstpointer b)
{
	const Saying *first = a, *second = b;

	if (first->side != second->side)
		return first->side < second->side ? -1 : 1;
	return first->fact < second->fact ? -1 : first->fact > second->fact;
}

static GArray *
gather_sayings (const GPtrArray *facts)
{
	GArray *sayings = g_array_new (FALSE, FALSE, sizeof (Saying));

	for (guint i = 0; i < facts->len; i++) {
		const GArray *witnesses = ((const FairleadFact *) facts->pdata[i])->witnesses;

		for (guint j = 0; j < witnesses->len; j++) {
			const FairleadWitness *witness =
				&g_array_index (witnesses, FairleadWitness, j);
			const Saying saying = {
				(guint64) witness->entity << 32 | witness->source.file, i
			};

			g_array_append_val (sayings, saying);
		}
	}
	g_array_sort (sayings, compare_sayings);
	return sayings;
}

/* The opinions as sets of the places of facts, `0 2`, each once: most records agree word for word,
 * and those need not be held against each other */
static GPtrArray *
gather_opinions (const GPtrArray *facts)
{
	g_autoptr (GArray) sayings = gather_sayings (facts);
	g_autoptr (GHashTable) known =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *opinions = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

	for (guint i = 0, end; i < sayings->len; i = end) {
		guint64 side = g_array_index (sayings, Saying, i).side;
		GArray *opinion = g_array_new (FALSE, FALSE, sizeof (guint));
		GString *key = g_string_new (NULL);

		for (end = i; end < sayings->len; end++) {
			const Saying *saying = &g_array_index (sayings, Saying, end);

			if (saying->side != side)
				break;
			g_array_append_val (opinion, saying->fact);
			g_string_append_printf (key, "%u ", saying->fact);
		}
		if (g_hash_table_add (known, g_string_free (key, FALSE)))
			g_ptr_array_add (opinions, opinion);
		else
			g_array_unref (opinion);
	}
	return opinions;
}

static gboolean
may_agree (const GPtrArray *facts, const GArray *a, const GArray *b, CanBoth can_both)
{
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++)
			if (can_both (facts->pdata[g_array_index (a, guint, i)],
			              facts->pdata[g_array_index (b, guint, j)]))
				return TRUE;
	return FALSE;
}

static gboolean
is_disputed (const GPtrArray *facts, CanBoth can_both)
{
	g_autoptr (GPtrArray) opinions = gather_opinions (facts);

	for (guint i = 0; i < opinions->len; i++)
		for (guint j = i + 1; j < opinions->len; j++)
			if (!may_agree (facts, opinions->pdata[i], opinions->pdata[j], can_both))
				return TRUE;
	return FALSE;
}

/* ---- the claims ---- */

static void
free_claim (gpointer data)
{
	FairleadClaim *claim = data;

	g_free (claim->value);
	g_ptr_array_unref (claim->sources);
	g_free (claim);
}

static void
free_disagreement (gpointer data)
{
	FairleadDisagreement *disagreement = data;

	g_ptr_array_unref (disagreement->claims);
	g_free (disagreement);
}

char *
fairlead_period_dup_interval (const FairleadPeriod *period)
{
	g_autofree char *since = fairlead_date_dup_text (period->start);
	g_autofree char *until = fairlead_date_dup_text (period->end);

	if (since == NULL && until == NULL)
		return NULL;
	return g_strconcat (since != NULL ? since : "", "/", until != NULL ? until : "", NULL);
}

static char *
dup_value (const FairleadFact *fact)
{
	gboolean is_circa = (fact->period.flags & FAIRLEAD_PERIOD_START_CIRCA) != 0;
	g_autofree char *interval = NULL;

	if (fairlead_fact_is_date (fact))
		return g_strconcat (is_circa ? "about " : "", fact->value, NULL);
	interval = fairlead_period_dup_interval (&fact->period);
	return interval == NULL ? g_strdup (fact->value)
	                        : g_strdup_printf ("%s (%s)", fact->value, interval);
}

static FairleadDisagreement *
new_disagreement (FairleadNetwork *network, const GPtrArray *facts)
{
	FairleadDisagreement *disagreement = g_new (FairleadDisagreement, 1);

	disagreement->label = ((const FairleadFact *) facts->pdata[0])->label;
	disagreement->claims = g_ptr_array_new_with_free_func (free_claim);
	for (guint i = 0; i < facts->len; i++) {
		FairleadClaim *claim = g_new (FairleadClaim, 1);

		claim->value = dup_value (facts->pdata[i]);
		claim->sources = fairlead_fact_dup_sources (network, facts->pdata[i]);
		g_ptr_array_add (disagreement->claims, claim);
	}
	return disagreement;
}

GPtrArray *
fairlead_facts_dup_disagreements (FairleadNetwork *network, const GPtrArray *facts)
{
	GPtrArray *found = g_ptr_array_new_with_free_func (free_disagreement);

	for (guint i = 0; i < G_N_ELEMENTS (singles); i++) {
		g_autoptr (GPtrArray) of_kind = g_ptr_array_new ();

		for (guint j = 0; j < facts->len; j++) {
			FairleadFact *fact = facts->pdata[j];

			if (fact->table == singles[i].table && fact->kind == singles[i].kind
			    && !(fact->is_doubtful && fact->table == FAIRLEAD_FACT_IDENTIFIER))
				g_ptr_array_add (of_kind, fact);
		}
		if (of_kind->len > 1 && is_disputed (of_kind, singles[i].can_both))
			g_ptr_array_add (found, new_disagreement (network, of_kind));
	}
	return found;
}
