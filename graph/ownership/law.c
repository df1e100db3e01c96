/* graph/ownership/law.c */
#include "graph/ownership/law.h"

static const struct {
	FairleadHoldingLaw law;
	gboolean is_set;
} laws[FAIRLEAD_N_LINK_KINDS] = {
#define X(kind, held, unstated, is_direct, is_control)                                   \
	[FAIRLEAD_LINK_##kind] = { { FAIRLEAD_HELD_##held, FAIRLEAD_UNSTATED_##unstated, \
		                     is_direct, is_control },                            \
		                   TRUE },
	FAIRLEAD_HOLDING_LAW_TABLE (X)
#undef X
};

const FairleadHoldingLaw *
fairlead_holding_law (FairleadLinkKind kind)
{
	return laws[kind].is_set ? &laws[kind].law : NULL;
}
