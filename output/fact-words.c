/* output/fact-words.c */
#include "output/fact-words.h"

#include <string.h>

#include "output/ranking/evidence.h"

/* Both parts with `, ` between, where there are both */
static char *
join (const char *first, const char *second)
{
	return g_strconcat (first, *first != '\0' && *second != '\0' ? ", " : "", second, NULL);
}

char *
fairlead_fact_dup_field (const FairleadFact *fact)
{
	g_autofree char *words = NULL;

	switch (fact->table) {
	case FAIRLEAD_FACT_LINK:
		words = fairlead_relation_dup_words (fact->label, fact->is_reversed);
		return g_strdup_printf ("%s %s", words, fact->value);
	case FAIRLEAD_FACT_DESIGNATION:
		return g_strstrip (g_strdup_printf ("%s %s", fact->value, fact->detail));
	case FAIRLEAD_FACT_NAME:
		return g_strdup_printf ("%s name", fact->label);
	default:
		return fairlead_name_dup_words (fact->label);
	}
}

static char *
dup_attribute (const FairleadFact *fact)
{
	gboolean is_circa = (fact->period.flags & FAIRLEAD_PERIOD_START_CIRCA) != 0;
	g_autofree char *period = NULL;

	if (fairlead_fact_is_date (fact))
		return g_strconcat (is_circa ? "about " : "", fact->value, NULL);
	period = fairlead_period_dup_words (&fact->period);
	return join (fact->value, period);
}

char *
fairlead_fact_dup_value (const FairleadFact *fact)
{
	g_autofree char *share = NULL;
	g_autofree char *period = NULL;
	g_autofree char *details = NULL;

	if (fact->table == FAIRLEAD_FACT_ATTRIBUTE)
		return dup_attribute (fact);
	if (fact->table == FAIRLEAD_FACT_NAME)
		return g_strconcat (fact->value, fact->is_doubtful ? " (weak)" : "", NULL);
	if (fact->table == FAIRLEAD_FACT_IDENTIFIER)
		return join (fact->value, fact->detail);
	period = fairlead_period_dup_words (&fact->period);
	if (fact->table == FAIRLEAD_FACT_DESIGNATION)
		details = join (*period != '\0' ? period : "listed", fact->basis);
	else {
		share = fairlead_share_dup_text (fact->share);
		details = join (share != NULL ? share : "", period);
	}
	return *details != '\0' ? g_steal_pointer (&details)
	                        : g_strdup (*fact->detail != '\0' ? fact->detail : "yes");
}
