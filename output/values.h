/* output/values.h: the facts of a vertex as lists of distinct texts, in alphabetical order */
#pragma once
#include "graph/network/network.h"
G_BEGIN_DECLS

/* All return (transfer container): arrays of const char, good while the network lives */
GPtrArray *fairlead_values_of_scheme (FairleadNetwork *network, FairleadVertex vertex,
                                      FairleadIdScheme scheme);
GPtrArray *fairlead_values_of_name_type (FairleadNetwork *network, FairleadVertex vertex,
                                         FairleadNameType type);

/* Of char, owned: dates in ISO 8601 where they are known; other values with the period in which
 * they held, where one is known: `KP (2014/2016-03)` */
GPtrArray *fairlead_values_of_attribute (FairleadNetwork *network, FairleadVertex vertex,
                                         FairleadAttribute attribute);
/* Of char, owned: `OFAC DPRK4 (2017-10-03/)` */
GPtrArray *fairlead_values_of_designations (FairleadNetwork *network, FairleadVertex vertex);
/* Of char, owned: `file:line` of every record that says something of a party, by path and line;
 * none for what only links speak of: stubs and addresses */
GPtrArray *fairlead_values_of_sources (FairleadNetwork *network, FairleadVertex vertex);

/* Appends the texts with `; ` between; FALSE when there are none */
gboolean fairlead_values_append (const GPtrArray *values, GString *text);

G_END_DECLS
