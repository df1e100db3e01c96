/* ingest/mapping/language/compile.h: from groups to a plan, with every name checked */
#pragma once
#include "ingest/mapping/language/key-file.h"
#include "ingest/mapping/language/plan.h"
#include "ingest/record/error.h"
G_BEGIN_DECLS

/* Each fills the mapping from its groups, or says at which line they are wrong */
gboolean fairlead_compile_settings (FairleadMapping *mapping, const GPtrArray *groups,
                                    GError **error);
gboolean fairlead_compile_maps (FairleadMapping *mapping, const GPtrArray *groups, GError **error);
gboolean fairlead_compile_rules (FairleadMapping *mapping, const GPtrArray *groups, GError **error);

/* Every text that may stand where the rule asks for a kind is one; for constants and maps */
gboolean fairlead_check_kinds (const FairleadMapping *mapping, FairleadRuleType type,
                               const FairleadTemplate *template, GError **error);
gboolean fairlead_check_confidence (const FairleadMapping *mapping,
                                    const FairleadTemplate *template, GError **error);

/* What templates at this line may name; valid while the mapping is */
FairleadTemplateScope fairlead_compile_scope (FairleadMapping *mapping, guint line,
                                              gboolean has_item);
/* Lower-case letters, digits and hyphens, as keys and names of lists must be */
gboolean fairlead_is_slug (const char *text);

void fairlead_rule_free (FairleadRule *self);
void fairlead_scope_free (FairleadScope *self);
FairleadScope *fairlead_scope_new (const char *text);

G_END_DECLS
