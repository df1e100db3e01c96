/* graph/disrupt/prices.c */
#include "graph/disrupt/prices.h"

#include <string.h>

#include "graph/disrupt/cut.h"
#include "graph/expression/expression.h"
#include "ingest/record/error.h"

static gboolean
set_price (FairleadNetwork *network, const char *expression, guint32 price, guint32 *prices,
           GError **error)
{
	const char *const one[] = { expression, NULL };
	g_autoptr (GArray) selected = fairlead_expressions_select (network, one, error);

	for (guint i = 0; selected != NULL && i < selected->len; i++)
		prices[g_array_index (selected, FairleadVertex, i)] = price;
	return selected != NULL;
}

static gboolean
read_price (FairleadNetwork *network, const char *text, guint32 *prices, GError **error)
{
	const char *equals = strchr (text, '=');
	g_autofree char *number = equals == NULL ? NULL : g_strndup (text, (gsize) (equals - text));
	guint64 price;

	if (number != NULL
	    && g_ascii_string_to_unsigned (number, 10, 1, FAIRLEAD_MOST_PRICE, &price, NULL))
		return set_price (network, equals + 1, (guint32) price, prices, error);
	g_set_error (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE,
	             "%s is not N=EXPRESSION, with N from 1 to %u", text, FAIRLEAD_MOST_PRICE);
	return FALSE;
}

guint32 *
fairlead_prices_new (FairleadNetwork *network)
{
	guint32 n = fairlead_network_get_n_vertices (network);
	guint32 *prices = g_new (guint32, MAX (n, 1u));

	for (guint32 i = 0; i < n; i++)
		prices[i] = 1;
	return prices;
}

gboolean
fairlead_prices_read (guint32 *prices, FairleadNetwork *network, const char *const *costs,
                      GError **error)
{
	for (guint i = 0; costs != NULL && costs[i] != NULL; i++)
		if (!read_price (network, costs[i], prices, error))
			return FALSE;
	return TRUE;
}

gboolean
fairlead_prices_protect (guint32 *prices, FairleadNetwork *network, const char *const *expressions,
                         GError **error)
{
	for (guint i = 0; expressions != NULL && expressions[i] != NULL; i++)
		if (!set_price (network, expressions[i], FAIRLEAD_NO_PRICE, prices, error))
			return FALSE;
	return TRUE;
}
