/* cluster/import.h: a CSV file of links, read by all ranks, as an arc file */
#pragma once
#include "cluster/cluster.h"
G_BEGIN_DECLS

/**
 * cluster_import:
 *
 * Rows are `from,to` or `from,to,strength`, without quotes or with double quotes as in RFC 4180,
 * but no line end within a field; the strength is 1 where it is missing. A first row whose third
 * field is no number names the columns. Vertices are the distinct names, in the order of their
 * bytes; `@output.ids` gets them, a line each. All are parties. Collective.
 */
void cluster_import (const char *input, const char *output);

G_END_DECLS
