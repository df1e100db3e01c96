/* graph/ownership/holdings/law.c */
#include "graph/ownership/holdings/law.h"

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

const char *
fairlead_held_name (FairleadHeld held)
{
	static const char *const names[FAIRLEAD_N_HELD] = {
		[FAIRLEAD_HELD_SHARES] = "shares",
		[FAIRLEAD_HELD_VOTES] = "votes",
		[FAIRLEAD_HELD_CONTROL] = "control",
	};

	return names[held];
}

const FairleadHoldingLaw *
fairlead_holding_law (FairleadLinkKind kind)
{
	return laws[kind].is_set ? &laws[kind].law : NULL;
}
