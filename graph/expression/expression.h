/* graph/expression/expression.h: naming entities on a command line: `imo:7937317`,
 * `programme:DPRK`, `@FILE` */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/**
 * fairlead_expressions_select:
 * @expressions: (array zero-terminated=1): each one of
 *   `imo:N`, `imo-company:N`, `lei:X` and any other identifier scheme; `id:X`, an entity's id in
 *   its source; a whole id as outputs print it (`ofac:17068`); `name:TEXT`, every entity whose name
 *   folds the same; `programme:PREFIX`; `list:NAME`; `supply` or `supply:CAP`, the ships that
 *   delivered under a cap (refined); `@FILE`, one expression a line, `#` comments
 *
 * Designations with an end date do not count for `programme:` and `list:`.
 *
 * Fails with UNKNOWN_REFERENCE, naming the expression (and file and line), when one selects
 * nothing,
 * with USAGE when it is malformed, and with IO or SYNTAX when a file cannot be read or is not
 * UTF-8.
 *
 * Returns: (transfer full) (element-type guint32): the vertices selected, ascending, each once
 */
FAIRLEAD_API GArray *fairlead_expressions_select (FairleadNetwork *network,
                                                  const char *const *expressions, GError **error);

/**
 * fairlead_expressions_select_weighted:
 * @weights: (out) (nullable): of each vertex, a GArray of double that adds up to 1, where `supply`
 *   is among the expressions: a ship counts by what it delivered, and what others select by what
 *   such a ship counts on average; else NULL, for all count alike
 */
GArray *fairlead_expressions_select_weighted (FairleadNetwork *network,
                                              const char *const *expressions, GArray **weights,
                                              GError **error);

/* The same, but `programme:` and `list:` stand for those whose designation began from @first to
 * @last (days since 1970-01-01), ended or not */
FAIRLEAD_API GArray *fairlead_expressions_select_listed (FairleadNetwork *network,
                                                         const char *const *expressions,
                                                         gint32 first, gint32 last, GError **error);

G_END_DECLS
