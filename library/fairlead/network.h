/* library/fairlead/network.h: records joined into entities and the links between them */
#pragma once
#include <fairlead/entity.h>
#include <fairlead/result.h>
G_BEGIN_DECLS

/**
 * FleadNetwork:
 *
 * Records joined: those with one key or one number that names one thing for life are one entity,
 * and links stand between entities. A [iface@Gio.ListModel] of [class@Fairlead.Entity] in the order
 * of their ids, and a result whose table has a row for each of them.
 *
 * Made by [method@Fairlead.Case.load]. Immutable: it and what is made of it may be used by several
 * threads at once.
 */
#define FLEAD_TYPE_NETWORK (flead_network_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadNetwork, flead_network, FLEAD, NETWORK, GObject)

/**
 * flead_network_get_n_entities:
 *
 * Returns: how many entities there are: parties, ships, addresses, ports
 */
FLEAD_API guint flead_network_get_n_entities (FleadNetwork *self);

/**
 * flead_network_get_n_links:
 *
 * Returns: how many links there are; several sources that say the same are as many links
 */
FLEAD_API guint flead_network_get_n_links (FleadNetwork *self);

/**
 * flead_network_get_n_records:
 *
 * Returns: how many records were read
 */
FLEAD_API guint64 flead_network_get_n_records (FleadNetwork *self);

/**
 * flead_network_find:
 * @id: as outputs print it: `imo:7937317`, `ofac:17068`; of any of its records
 *
 * Cost: O(1).
 *
 * Returns: (transfer full) (nullable): the entity; %NULL where there is none
 */
FLEAD_API FleadEntity *flead_network_find (FleadNetwork *self, const char *id);

/**
 * flead_network_select:
 * @expressions: (array zero-terminated=1): each one of `imo:NUMBER`, `lei:CODE` or another scheme;
 *   `id:ID` of a source, or an id as outputs print it; `name:TEXT`; `programme:PREFIX`;
 *   `list:NAME`; `supply`; `@FILE` with one a line
 * @error: where to put what went wrong
 *
 * The entities that any of the expressions stands for. Listings that have ended do not count.
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE, naming the expression, when one stands for nothing,
 * with %FLEAD_ERROR_USAGE when it is malformed, and with %FLEAD_ERROR_IO or %FLEAD_ERROR_SYNTAX
 * when a file cannot be read.
 *
 * Cost: O(names + identifiers + designations).
 *
 * Returns: (transfer full): a list of [class@Fairlead.Entity] in the order of their ids, each once;
 *   %NULL with the error
 */
FLEAD_API FleadList *flead_network_select (FleadNetwork *self, const char *const *expressions,
                                           GError **error);

/**
 * flead_network_dup_link:
 * @position: from 0, less than the number of links
 *
 * Returns: (transfer full) (nullable): the link; %NULL behind the last
 */
FLEAD_API FleadLink *flead_network_dup_link (FleadNetwork *self, guint position);

/**
 * flead_network_dup_links:
 *
 * All links by columns: `from`, `to` (positions of entities in the network), `kind`, `confidence`,
 * `low`, `high` (the share), `start`, `end` (the first and the last day that is not excluded),
 * `over`, `note`, `source`. Cost: O(links).
 *
 * Returns: (transfer full): the table
 */
FLEAD_API FleadTable *flead_network_dup_links (FleadNetwork *self);

/**
 * flead_network_dup_issues:
 *
 * What is doubtful about the inputs. Cost: O(issues) once.
 *
 * Returns: (transfer full): a list of [class@Fairlead.Issue], by severity, kind and source
 */
FLEAD_API FleadList *flead_network_dup_issues (FleadNetwork *self);

G_END_DECLS
