/* output/as-of.c */
#include "output/as-of.h"

static char *
dup_day (gint32 day)
{
	return fairlead_date_dup_text ((FairleadDate){ day, day });
}

void
fairlead_json_as_of (FairleadJson *json, FairleadNetwork *network)
{
	const FairleadAsOf *as_of = fairlead_network_get_as_of (network);
	g_autofree char *day = NULL;

	if (as_of == NULL)
		return;
	day = dup_day (as_of->day);
	fairlead_json_text (json, "as_of", day);
	fairlead_json_begin_object (json, "left_out");
	fairlead_json_integer (json, "links_later", as_of->links_later);
	fairlead_json_integer (json, "links_told_later", as_of->links_told_later);
	fairlead_json_integer (json, "designations_later", as_of->designations_later);
	fairlead_json_end_object (json);
	fairlead_json_begin_object (json, "undated");
	fairlead_json_integer (json, "links", as_of->links_undated);
	fairlead_json_integer (json, "designations", as_of->designations_undated);
	fairlead_json_end_object (json);
}

char *
fairlead_as_of_dup_lines (FairleadNetwork *network)
{
	const FairleadAsOf *as_of = fairlead_network_get_as_of (network);
	g_autofree char *day = NULL;

	if (as_of == NULL)
		return g_strdup ("");
	day = dup_day (as_of->day);
	return g_strdup_printf (
		"as of %s, without %u links that began later, %u that a list told of"
		" later, %u later listings;\n"
		"with %u links and %u listings of which nothing says the day\n",
		day, as_of->links_later, as_of->links_told_later, as_of->designations_later,
		as_of->links_undated, as_of->designations_undated);
}
