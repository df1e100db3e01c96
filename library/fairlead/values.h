/* library/fairlead/values.h: sources, periods and shares, as values that never change */
#pragma once
#include <fairlead/base.h>
G_BEGIN_DECLS

/**
 * FLEAD_DAY_OPEN_PAST:
 *
 * In place of the first day of what has no known beginning.
 */
#define FLEAD_DAY_OPEN_PAST G_MININT32

/**
 * FLEAD_DAY_OPEN_FUTURE:
 *
 * In place of the last day of what has no known end.
 */
#define FLEAD_DAY_OPEN_FUTURE G_MAXINT32

/**
 * FleadSource:
 * @file: path of the file; `archive.zip!member.csv` of a member of an archive
 * @line: from 1; 0 for the file as a whole
 *
 * Where something stands.
 */
typedef struct {
	char *file;
	guint line;
} FleadSource;

#define FLEAD_TYPE_SOURCE (flead_source_get_type ())
FLEAD_API GType flead_source_get_type (void);

/**
 * flead_source_copy: (skip)
 *
 * Returns: (transfer full): a copy
 */
FLEAD_API FleadSource *flead_source_copy (const FleadSource *self);

/**
 * flead_source_free: (skip)
 * @self: (transfer full): to free
 */
FLEAD_API void flead_source_free (FleadSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FleadSource, flead_source_free)

/**
 * flead_source_to_string:
 *
 * Returns: (transfer full): `file:line`; the file alone where there is no line
 */
FLEAD_API char *flead_source_to_string (const FleadSource *self);

/**
 * FleadPeriod:
 * @start_first: earliest day on which it may have begun
 * @start_last: latest day on which it may have begun
 * @end_first: earliest day on which it may have ended
 * @end_last: latest day on which it may have ended
 * @is_over: whether a source says that it ended, be the day known or not
 *
 * From when to when something held. Days are numbers from 1970-01-01 on. What is open has
 * %FLEAD_DAY_OPEN_PAST or %FLEAD_DAY_OPEN_FUTURE: a beginning in `2016` is from 2016-01-01 to
 * 2016-12-31, and one of which nothing is known is open on both sides.
 */
typedef struct {
	gint32 start_first;
	gint32 start_last;
	gint32 end_first;
	gint32 end_last;
	gboolean is_over;
} FleadPeriod;

#define FLEAD_TYPE_PERIOD (flead_period_get_type ())
FLEAD_API GType flead_period_get_type (void);

/**
 * flead_period_copy: (skip)
 *
 * Returns: (transfer full): a copy
 */
FLEAD_API FleadPeriod *flead_period_copy (const FleadPeriod *self);

/**
 * flead_period_free: (skip)
 * @self: (transfer full): to free
 */
FLEAD_API void flead_period_free (FleadPeriod *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FleadPeriod, flead_period_free)

/**
 * flead_period_dup_start:
 *
 * Returns: (transfer full) (nullable): `2016`, `2016-07`, `2016-07-08`, `2016-03/2016-05`,
 *   `../2007-12-31`; %NULL where nothing is known
 */
FLEAD_API char *flead_period_dup_start (const FleadPeriod *self);

/**
 * flead_period_dup_end:
 *
 * Returns: (transfer full) (nullable): the same of its end
 */
FLEAD_API char *flead_period_dup_end (const FleadPeriod *self);

/**
 * FleadShare:
 * @low: least part of the whole that the sources allow, 0 to 1
 * @high: greatest part that they allow, 0 to 1
 *
 * How much of something is held. What is unknown is from 0 to 1.
 */
typedef struct {
	double low;
	double high;
} FleadShare;

#define FLEAD_TYPE_SHARE (flead_share_get_type ())
FLEAD_API GType flead_share_get_type (void);

/**
 * flead_share_copy: (skip)
 *
 * Returns: (transfer full): a copy
 */
FLEAD_API FleadShare *flead_share_copy (const FleadShare *self);

/**
 * flead_share_free: (skip)
 * @self: (transfer full): to free
 */
FLEAD_API void flead_share_free (FleadShare *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FleadShare, flead_share_free)

G_END_DECLS
