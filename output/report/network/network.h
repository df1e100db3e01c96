/* output/report/network/network.h: the network of a report */
#pragma once
#include "output/report/report-private.h"
G_BEGIN_DECLS

#define FAIRLEAD_NETWORK_MOST_SOURCES 4u

/**
 * fairlead_report_put_network_data:
 *
 * The nodes and links of the part, with places, days and sources, as JSON in a `<script>` that runs
 * nothing. FALSE with the error where no layout can be computed.
 */
gboolean fairlead_report_put_network_data (FairleadReportPage *page, GError **error);

G_END_DECLS
