/* cli/options/links.h: which links paths may go over, and whom they join; for path and common */
#pragma once
#include "cli/options/common.h"
#include "graph/path/paths.h"
G_BEGIN_DECLS

typedef struct {
	GStrv kinds;
	GStrv classes;
	char *by;
	gboolean through_hubs;
	gint max_degree; /* or 0 */
	ModelOptions model;
	FairleadLinkChoice choice;
} LinkOptions;

void link_options_clear (LinkOptions *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LinkOptions, link_options_clear)

/* The entries of @own, which ends the array, and those of these options behind them */
GArray *link_options_new_entries (LinkOptions *self, const GOptionEntry *own);
/* What the options say, as a choice */
gboolean link_options_read (LinkOptions *self, GError **error);

/* Takes the entity expressions off the front of the inputs, of which something must be left: what
 * has a scheme and a colon in front, or an @. NULL with a usage error where there are fewer than
 * @least, or, with @most not 0, more. */
GStrv take_expressions (CommonOptions *common, guint least, guint most, GError **error);

G_END_DECLS
