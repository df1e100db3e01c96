/* ingest/grammar/share.h: ownership shares as exact intervals */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* A share is counted in billionths, so that the thresholds of law are decided without rounding. */
#define FAIRLEAD_SHARE_ONE 1000000000u

/**
 * FairleadShare:
 * @low: least share that the statement allows, in billionths of the whole
 * @high: greatest share that it allows
 *
 * What is unknown is [0, 1].
 */
typedef struct {
	guint32 low;
	guint32 high;
} FairleadShare;

#define FAIRLEAD_SHARE_UNKNOWN ((FairleadShare){ 0, FAIRLEAD_SHARE_ONE })

/**
 * fairlead_share_parse:
 * @text: `25`, `25%`, `25.5 %`, `33,3`, `25-50`, `25 to 50 %`, `>50`, `>=50`, `<25`,
 *   `more than 50%`
 *
 * Numbers are percentages. An exclusive bound is kept as the next billionth.
 *
 * Returns: FALSE when the text is no share or lies outside 0 to 100
 */
FAIRLEAD_API gboolean fairlead_share_parse (const char *text, FairleadShare *share);
FAIRLEAD_API gboolean fairlead_share_is_unknown (FairleadShare share);
/* `25 %`, `25-50 %`, NULL when unknown */
FAIRLEAD_API char *fairlead_share_dup_text (FairleadShare share);

G_END_DECLS
