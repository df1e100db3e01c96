/* ingest/record/records-as-of.h: what the files would have said on an earlier day */
#pragma once
#include "ingest/record/records.h"
G_BEGIN_DECLS

/**
 * FairleadDating:
 * @n_dated: facts that are known to be from the day or before
 * @n_undated: facts of which nothing tells the day
 * @n_after: facts of a later day, which are left out
 * @n_published_after: facts without a day in a file that bears a later one; left out too
 *
 * How the facts of one file stand to a day.
 */
typedef struct {
	guint32 n_dated;
	guint32 n_undated;
	guint32 n_after;
	guint32 n_published_after;
} FairleadDating;

/**
 * fairlead_records_new_as_of:
 * @day: days since 1970-01-01
 * @keeps_undated: whether facts that cannot be dated stay
 * @datings: (out) (optional): one for each file
 *
 * The records as far as they are known to be from @day or before:
 *
 * - a designation is of the day on which it starts, a link of the day on which it began;
 * - what a file says of a party that it lists, or whose day of formation or building it gives, is
 *   of that day; a link of it is then no older than either end, so that what a list says of a party
 *   it added later, links to others included, is left out;
 * - what stands in the rows of links alone (the name of an officer) is as old as the oldest link;
 * - anything else is of the day that the file bears, and without one it is undated.
 *
 * What ends after @day has not ended yet. A day that may lie on either side counts as undated.
 *
 * Returns: (transfer full): records of their own over the same text; issues are not taken over.
 * O(facts).
 */
FAIRLEAD_API FairleadRecords *fairlead_records_new_as_of (FairleadRecords *self, gint32 day,
                                                          gboolean keeps_undated, GArray **datings);

G_END_DECLS
