/* output/supply/supply-output.c */
#include "output/supply/supply-output.h"

#include <math.h>

#include "output/supply/supply-writers.h"
#include "output/write/number.h"

const FairleadEventRow *
fairlead_supply_event (const FairleadSupply *supply, guint32 event)
{
	guint n;

	return &fairlead_records_get_events (fairlead_network_get_records (supply->network),
	                                     &n)[event];
}

char *
fairlead_supply_dup_source (const FairleadSupply *supply, guint32 event)
{
	if (event == FAIRLEAD_NO_EVENT)
		return NULL;
	return fairlead_records_dup_source_text (fairlead_network_get_records (supply->network),
	                                         fairlead_supply_event (supply, event)->source);
}

const char *
fairlead_supply_name (const FairleadSupply *supply, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? NULL
	                                    : fairlead_network_get_name (supply->network, vertex);
}

const char *
fairlead_supply_id (const FairleadSupply *supply, FairleadVertex vertex)
{
	return vertex == FAIRLEAD_NO_VERTEX ? NULL
	                                    : fairlead_network_get_id (supply->network, vertex);
}

FairleadVertex
fairlead_supply_vertex (const FairleadSupply *supply, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY ? FAIRLEAD_NO_VERTEX
	                                    : fairlead_network_vertex_of (supply->network, entity);
}

char *
fairlead_supply_dup_day (gint32 day)
{
	if (day == FAIRLEAD_DAY_OPEN_FUTURE || day == FAIRLEAD_DAY_OPEN_PAST)
		return NULL;
	return fairlead_date_dup_text ((FairleadDate){ day, day });
}

char *
fairlead_supply_dup_amount (double amount)
{
	return isnan (amount) ? g_strdup ("?")
	                      : fairlead_number_dup_grouped ((guint64) floor (amount + 0.5));
}

double
fairlead_supply_percent (const FairleadSupply *supply, FairleadScenario scenario)
{
	return supply->cap->limit > 0.0 ? 100.0 * supply->total[scenario] / supply->cap->limit
	                                : NAN;
}

gboolean
fairlead_supply_write (const FairleadSupplyView *view, GOutputStream *stream,
                       GCancellable *cancellable, GError **error)
{
	static void (*const writers[FAIRLEAD_N_FORMATS]) (const FairleadSupplyView *,
	                                                  FairleadSink *) = {
		[FAIRLEAD_FORMAT_TABLE] = fairlead_supply_write_table,
		[FAIRLEAD_FORMAT_CSV] = fairlead_supply_write_csv,
		[FAIRLEAD_FORMAT_JSON] = fairlead_supply_write_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);

	writers[view->format](view, sink);
	return fairlead_sink_finish (sink, error);
}
