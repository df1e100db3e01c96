/* cli/terminal/session.h: asks a person in a terminal about proposals, one after the other */
#pragma once
#include "cli/options/decision-store.h"
#include "graph/resolve/deciding.h"
#include "output/write/format.h"
G_BEGIN_DECLS

/**
 * Session:
 * @decisions: where answers go
 * @store: what is written after each answer
 * @who: whose answers they are
 */
typedef struct {
	FairleadNetwork *network;
	FairleadProposals *proposals;
	FairleadDecisions *decisions;
	const FairleadDecisionStore *store;
	const char *who;
	FairleadLayout layout;
	GInputStream *input;
	GOutputStream *output;
	GCancellable *cancellable;
} Session;

/* Asks about each proposal that is not joined without asking, until there is none left or the
 * person quits. What was answered is kept whatever happens. */
gboolean session_run (Session *self, GError **error);

G_END_DECLS
