/* library/network/network-private.h: what the objects of a network know of each other */
#pragma once
#include <fairlead/network.h>
#include "graph/facts/facts.h"
#include "graph/find/finder.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/* @inner: (transfer full) */
FleadNetwork *flead_network_new_take (FairleadNetwork *inner);
FairleadNetwork *flead_network_get_inner (FleadNetwork *self);
/* Made when first asked for, by one thread */
FairleadFacts *flead_network_get_facts (FleadNetwork *self);
/* Made when first asked for, and lent to one thread at a time */
FairleadFinder *flead_network_lock_finder (FleadNetwork *self);
void flead_network_unlock_finder (FleadNetwork *self);
/* Rows of the links that touch a vertex, in their order; those from and to itself once */
GArray *flead_network_dup_links_of (FleadNetwork *self, FairleadVertex vertex);
/* Whether a designation of it stands */
gboolean flead_network_is_listed (FleadNetwork *self, FairleadVertex vertex);
/* Entities by columns. @rows: (nullable) (element-type FairleadVertex): NULL: all */
FleadTable *flead_network_dup_entities (FleadNetwork *self, const GArray *rows);

FleadEntity *flead_entity_new (FleadNetwork *network, FairleadVertex vertex);
FleadNetwork *flead_entity_get_network (FleadEntity *self);
FleadFact *flead_fact_new (FairleadNetwork *network, const FairleadFact *inner);
FleadLink *flead_link_new (FleadNetwork *network, FairleadLink link);
FleadSource *flead_source_new (FairleadRecords *records, FairleadSource source);
FleadPeriod *flead_period_new (const FairleadPeriod *inner);
FleadIssue *flead_issue_new (FairleadRecords *records, const FairleadIssueRow *row);
/* A list of entities. @rows: (transfer full) (element-type FairleadVertex) */
FleadList *flead_list_new_entities (FleadNetwork *network, GArray *rows);
FleadList *flead_list_new_issues (FleadNetwork *network);

/* @texts: (nullable) (element-type utf8). (transfer full): the same texts; none for NULL */
char **flead_texts_dup (const GPtrArray *texts);

/* CSV or JSON as the writers call them */
FairleadOutputFormat flead_format_to_inner (FleadFormat format);

G_END_DECLS
