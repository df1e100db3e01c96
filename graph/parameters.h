/* graph/parameters.h: every number that a ranking depends on, in one place */
#pragma once
#include "ingest/record/kinds.h"
G_BEGIN_DECLS

/* name in outputs, default, meaning */
#define FAIRLEAD_PARAMETER_TABLE(X)                                                                  \
	X (restart, "restart", 0.2, "restart probability of the walk")                               \
	X (tolerance, "tolerance", 1e-10, "the walk ends when no value moves by more than this part") \
	X (hop_loss, "hop-loss", 0.1, "what a path loses at each link beside its conductance")       \
	X (ended_factor, "ended-factor", 0.5, "conductance of a link that is over, as a factor")     \
	X (hub_free_degree, "hub-free-degree", 10.0, "links of one kind that an end may have "       \
	   "before it is damped")                                                                    \
	X (hub_exponent, "hub-exponent", 1.0, "how fast a hub's links lose conductance beyond that") \
	X (control_floor, "control-floor", 0.05, "control weaker than this is not followed further") \
	X (fusion_constant, "fusion-constant", 60.0, "k of reciprocal rank fusion")                  \
	X (weight_proximity, "weight-proximity", 1.0, "weight of proximity in the score")            \
	X (weight_brokerage, "weight-brokerage", 1.0, "weight of brokerage in the score")            \
	X (weight_control, "weight-control", 1.0, "weight of control in the score")

typedef struct {
#define X(field, name, value, words) double field;
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	double conductance[FAIRLEAD_N_LINK_KINDS];
	double control[FAIRLEAD_N_LINK_KINDS];
} FairleadParameters;

FAIRLEAD_API void fairlead_parameters_init (FairleadParameters *self);

/* All of them as `name=value` lines, in a fixed order */
FAIRLEAD_API char *fairlead_parameters_dup_text (const FairleadParameters *self);
/* First 16 hex digits of the SHA-256 of that text */
FAIRLEAD_API char *fairlead_parameters_dup_hash (const FairleadParameters *self);

G_END_DECLS
