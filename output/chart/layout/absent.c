/* output/chart/layout/absent.c: for a build without Graphviz */
#include "output/chart/chart-private.h"

gboolean
fairlead_chart_is_built (GError **error)
{
	g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
	                     "this build draws no charts: Graphviz was not there (install"
	                     " libgraphviz-dev, and set up again with -Dchart=enabled)");
	return FALSE;
}

gboolean
fairlead_chart_lay_out (FairleadChartPlan *plan, GError **error)
{
	(void) plan;
	return fairlead_chart_is_built (error);
}
