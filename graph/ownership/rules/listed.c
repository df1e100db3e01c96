/* graph/ownership/rules/listed.c: who is listed by the lists of a rule */
#include "graph/ownership/rules/listed.h"

#include <string.h>

#include "graph/ownership/holdings/holdings.h"

static gboolean
is_of_list (const char *wanted, const char *list, const char *programme)
{
	const char *slash = strchr (wanted, '/');
	gsize length = slash == NULL ? strlen (wanted) : (gsize) (slash - wanted);

	if (strlen (list) != length || g_ascii_strncasecmp (wanted, list, length) != 0)
		return FALSE;
	return slash == NULL || g_ascii_strncasecmp (slash + 1, programme, strlen (slash + 1)) == 0;
}

static gboolean
designates (const FairleadRule *rule, FairleadRecords *records, const FairleadDesignationRow *row,
            gint32 as_of)
{
	const FairleadPeriod *period = fairlead_records_get_period (records, row->period);
	const char *list = fairlead_records_get_text (records, row->list);
	const char *programme =
		row->programme == 0 ? "" : fairlead_records_get_text (records, row->programme);
	gboolean is_it = FALSE;

	for (guint i = 0; !is_it && rule->lists[i] != NULL; i++)
		is_it = is_of_list (rule->lists[i], list, programme);
	return is_it && fairlead_period_held (period, as_of) == FAIRLEAD_HELD_SURELY;
}

GArray *
fairlead_rule_dup_listed (const FairleadRule *rule, FairleadNetwork *network, gint32 as_of)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	GArray *listed = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);
	guint32 n_vertices = fairlead_network_get_n_vertices (network);
	g_autofree guint8 *is_listed = g_new0 (guint8, MAX (n_vertices, 1));

	for (guint i = 0; i < n; i++)
		if (designates (rule, records, &rows[i], as_of))
			is_listed[fairlead_network_vertex_of (network, rows[i].entity)] = TRUE;
	for (FairleadVertex vertex = 0; vertex < n_vertices; vertex++)
		if (is_listed[vertex])
			g_array_append_val (listed, vertex);
	return listed;
}
