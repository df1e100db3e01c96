/* library/disruption/disruption-private.h: what questions, disruptions and their rows know */
#pragma once
#include <fairlead/disruption.h>
#include "graph/disrupt/disruption.h"
G_BEGIN_DECLS

/* As it stands in the question: borrowed */
typedef struct {
	GStrv target;
	GStrv market;
	guint budget;
	gboolean links;
	GStrv protect;
	GStrv costs;
	guint max_hops;
	guint candidates;
	guint answers;
	guint limit;
	char *parameters;
} DisruptValues;

const DisruptValues *flead_disrupt_question_get_values (FleadDisruptQuestion *self);
FleadDisruptQuestion *flead_disrupt_question_copy (FleadDisruptQuestion *self);

/* A row as it is written; texts live as long as the disruption */
typedef struct {
	const char *what;
	FairleadVertex entity; /* or FAIRLEAD_NO_VERTEX */
	FairleadVertex other;  /* the same */
	const char *role;
	const char *jurisdiction;
	guint cost;
	double loss;
	double replaceable;
	guint n_dealings;
	double exposure;
} MoveValues;

FleadMove *flead_move_new (FleadDisruption *disruption, guint row);
const MoveValues *flead_disruption_get_move (FleadDisruption *self, guint row);
FleadNetwork *flead_disruption_get_network (FleadDisruption *self);

G_END_DECLS
