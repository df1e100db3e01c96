/* library/gaps/gap.c */
#include "library/gaps/gaps-private.h"
#include "library/network/network-private.h"
#include "library/table/row-class.h"

DEFINE_ROW (FleadGap, flead_gap, FleadGaps)

static const GapRow *
row_of (FleadGap *self)
{
	return flead_gaps_get_row (self->owner, self->row);
}

static FleadNetwork *
network_of (FleadGap *self)
{
	return flead_gaps_get_network (self->owner);
}

guint
gap_row_get_finding (const GapRow *row)
{
	if (row->hold != NULL)
		return GAP_FIRST_HOLD + row->hold->kind;
	return row->absence != NULL ? GAP_FIRST_ABSENCE + row->absence->kind : GAP_LISTED;
}

const char *
gap_finding_name (guint finding)
{
	if (finding >= GAP_FIRST_HOLD)
		return fairlead_hold_name (finding - GAP_FIRST_HOLD);
	return finding == GAP_LISTED ? "listed"
	                             : fairlead_absence_name (finding - GAP_FIRST_ABSENCE);
}

FairleadPeriod
gap_row_get_period (const GapRow *row, FairleadNetwork *inner)
{
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	if (row->hold != NULL)
		return *fairlead_network_get_period (inner, row->hold->link);
	period.start = row->listing->since;
	if (row->absence != NULL)
		period.end = row->absence->until;
	return period;
}

const char *
flead_gap_get_finding (FleadGap *self)
{
	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	return gap_finding_name (gap_row_get_finding (row_of (self)));
}

FleadEntity *
flead_gap_dup_entity (FleadGap *self)
{
	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	return flead_entity_new (network_of (self), row_of (self)->vertex);
}

const char *
flead_gap_get_regime (FleadGap *self)
{
	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	return row_of (self)->regime;
}

char **
flead_gap_dup_bodies (FleadGap *self)
{
	const GapRow *row;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	row = row_of (self);
	if (row->hold != NULL)
		return flead_texts_dup (row->hold->bodies);
	return g_strdupv ((char *[]){ (char *) row->listing->body, NULL });
}

char **
flead_gap_dup_programmes (FleadGap *self)
{
	const GapRow *row;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	row = row_of (self);
	return flead_texts_dup (row->hold != NULL ? NULL : row->listing->programmes);
}

FleadPeriod *
flead_gap_dup_period (FleadGap *self)
{
	FairleadPeriod period;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	period = gap_row_get_period (row_of (self), flead_network_get_inner (network_of (self)));
	return flead_period_new (&period);
}

void
flead_gap_get_lag (FleadGap *self, gint *low, gint *high)
{
	FairleadLag lag = { FAIRLEAD_DAY_OPEN_PAST, FAIRLEAD_DAY_OPEN_FUTURE };

	g_return_if_fail (flead_gap_is_made (self));
	if (row_of (self)->listing != NULL)
		lag = row_of (self)->listing->lag;
	if (low != NULL)
		*low = lag.first;
	if (high != NULL)
		*high = lag.last;
}

FleadList *
flead_gap_dup_namesakes (FleadGap *self)
{
	const FairleadAbsence *absence;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	absence = row_of (self)->absence;
	return flead_list_new_entities (
		network_of (self), absence != NULL
					   ? g_array_copy (absence->namesakes)
					   : g_array_new (FALSE, FALSE, sizeof (FairleadVertex)));
}

/* ---- who holds it ---- */

FleadEntity *
flead_gap_dup_holder (FleadGap *self)
{
	const FairleadHold *hold;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	hold = row_of (self)->hold;
	return hold == NULL ? NULL : flead_entity_new (network_of (self), hold->holder);
}

FleadLink *
flead_gap_dup_link (FleadGap *self)
{
	const FairleadHold *hold;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	hold = row_of (self)->hold;
	return hold == NULL ? NULL : flead_link_new (network_of (self), hold->link);
}

FleadShare *
flead_gap_dup_share (FleadGap *self)
{
	FairleadShare share = FAIRLEAD_SHARE_UNKNOWN;
	FleadShare *copy;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	if (row_of (self)->hold != NULL)
		share = fairlead_hold_get_share (flead_gaps_get_page (self->owner),
		                                 row_of (self)->hold);
	copy = g_new (FleadShare, 1);
	*copy = (FleadShare){ (double) share.low / FAIRLEAD_SHARE_ONE,
		              (double) share.high / FAIRLEAD_SHARE_ONE };
	return copy;
}

static const FairleadRule *
rule_of (FleadGap *self)
{
	const FairleadHold *hold = row_of (self)->hold;

	return hold == NULL ? NULL : hold->rule;
}

const char *
flead_gap_get_rule (FleadGap *self)
{
	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	return rule_of (self) == NULL ? NULL : rule_of (self)->id;
}

const char *
flead_gap_get_verdict (FleadGap *self)
{
	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	return rule_of (self) == NULL
	               ? NULL
	               : fairlead_verdict_name (row_of (self)->hold->standing.verdict);
}

char **
flead_gap_dup_sources (FleadGap *self)
{
	g_autoptr (GPtrArray) sources = NULL;
	const GapRow *row;

	g_return_val_if_fail (flead_gap_is_made (self), NULL);
	row = row_of (self);
	sources = fairlead_gaps_dup_sources (flead_gaps_get_page (self->owner),
	                                     row->hold != NULL ? row->hold->sources
	                                                       : row->listing->sources);
	return flead_texts_dup (sources);
}
