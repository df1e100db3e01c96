/* ingest/ais/fields.h: the cells of AIS rows, read fast and the same in every locale */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/**
 * fairlead_ais_decimal:
 * @places: digits behind the point that are kept, at most 6; further ones are rounded
 *
 * `-12.5` with two places is -1250. A comma is a point.
 *
 * Returns: FALSE, with @value untouched, for what is no such number, or has more than nine digits
 *   before the point
 */
gboolean fairlead_ais_decimal (const char *text, guint places, gint64 *value);

/* The last date that was read, for rows mostly repeat it */
typedef struct {
	char text[10];
	gint64 midnight;
} FairleadAisDate;

/* `2020-01-31T23:59:59` (a blank for the T; with a fraction, a Z or +00:00 behind) or `31/01/2020
 * 23:59:59`, from 1990 to 2100, in UTC; FALSE, with @time untouched, for anything else */
gboolean fairlead_ais_time (FairleadAisDate *date, const char *text, gint64 *time);

/* `2020-01-31T23:59:59Z`, freed by the caller */
char *fairlead_ais_time_dup_text (gint64 time);

G_END_DECLS
