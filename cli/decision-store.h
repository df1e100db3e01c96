/* cli/decision-store.h: where decisions are read from and written to: a CSV file, or a case among
 * the inputs, which keeps its own */
#pragma once
#include "cli/common.h"
G_BEGIN_DECLS

/**
 * DecisionStore:
 * @path: of the file or case; NULL: nowhere
 *
 * Borrows from the options that it was found in.
 */
typedef struct {
	const char *path;
	gboolean is_case;
} DecisionStore;

/* What --decisions names, or else the one case among the inputs. With @must_be one there has to be
 * one, and no doubt which. */
gboolean decision_store_find (DecisionStore *self, const CommonOptions *options, gboolean must_be,
                              GError **error);
/* @may_be_new: a file that is not there yet is one without decisions */
FairleadDecisions *decision_store_load (const DecisionStore *self, gboolean may_be_new,
                                        GCancellable *cancellable, GError **error);
/* Whole or not at all */
gboolean decision_store_save (const DecisionStore *self, FairleadDecisions *decisions,
                              GError **error);

G_END_DECLS
