/* graph/screen/doubts.h: what speaks against taking one for the other, beside names and numbers */
#pragma once
#include "graph/screen/screen.h"
G_BEGIN_DECLS

/* Appends, with `; ` between, another ship number, and dates of birth and countries of which both
 * have some and none in common. What one of them does not say speaks against nothing. */
void fairlead_screen_add_doubts (FairleadNetwork *network, const FairleadScreenQuery *query,
                                 const FairleadFound *found, GString *doubts);

G_END_DECLS
