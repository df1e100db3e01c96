/* ingest/case/load/state.h: the editions that were current at some import */
#pragma once
#include "ingest/case/sql/sql.h"
G_BEGIN_DECLS

/* While a state is loaded, statements see its numbers in column v0 of these */
#define FAIRLEAD_STATE_SAID "state_said"
#define FAIRLEAD_STATE_LEFT "state_left"

/* A fact is of the state when its first edition is among those that were there, and its last one,
 * if there is any, among those that were current or were to come */
typedef struct {
	GArray *said; /* of gint64: editions up to the state */
	GArray *left; /* editions from the current ones on */
} FairleadState;

void fairlead_state_init (FairleadState *self, FairleadSql *sql, const char *edition);
void fairlead_state_clear (FairleadState *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadState, fairlead_state_clear)

G_END_DECLS
