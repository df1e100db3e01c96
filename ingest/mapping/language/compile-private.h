/* ingest/mapping/language/compile-private.h: what compile.c and keys.c share */
#pragma once
#include "ingest/mapping/language/compile.h"
G_BEGIN_DECLS

/* What a key of a group is for; those from EACH on may stand once only */
typedef enum {
	FAIRLEAD_USE_TEMPLATE,
	FAIRLEAD_USE_WHEN,
	FAIRLEAD_USE_ENDED,
	FAIRLEAD_USE_EACH,
	FAIRLEAD_USE_FROM,
	FAIRLEAD_USE_TO,
	FAIRLEAD_USE_ATTRIBUTE,
} FairleadUse;

typedef struct {
	const char *name;
	guint rules; /* which groups have it, as bits */
	FairleadUse use;
	FairleadSlot slot;
	gboolean is_required;
	gboolean takes_many; /* several values of one record are several facts */
} FairleadKey;

/* One group being compiled, and the entry at hand; NULL where the group as a whole is meant */
typedef struct {
	FairleadMapping *mapping;
	const FairleadKeyGroup *group;
	FairleadRule *rule;
	const FairleadKeyEntry *entry;
} FairleadCompile;

/* The types of groups that are rules, as they are written */
extern const char *const fairlead_rule_type_names[FAIRLEAD_N_RULE_TYPES];

/* An error at the entry, or else at the group. Always FALSE. */
gboolean fairlead_compile_refuse (const FairleadCompile *self, FairleadError code, GError **error,
                                  const char *format, ...) G_GNUC_PRINTF (4, 5);
/* The key of the entry at hand, or NULL with the error; @detail is the scheme or attribute */
const FairleadKey *fairlead_compile_find_key (const FairleadCompile *self, guint8 *detail,
                                              GError **error);
/* The @nth key that must stand in groups of that type; NULL past the last */
const char *fairlead_compile_get_required (FairleadRuleType type, guint nth);
/* Takes the entry at hand into the rule, unless it was taken when the rule was declared */
gboolean fairlead_compile_entry (const FairleadCompile *self, GError **error);

G_END_DECLS
