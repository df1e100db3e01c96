/* cli/options/decision-store.h: where the decisions of a command line are kept */
#pragma once
#include "cli/options/common.h"
#include "output/resolve/decision-store.h"
G_BEGIN_DECLS

/* What --decisions names, or else the one case among the inputs. With @must_be one there has to be
 * one, and no doubt which. @self borrows from the options. */
gboolean decision_store_find (FairleadDecisionStore *self, const CommonOptions *options,
                              gboolean must_be, GError **error);

G_END_DECLS
