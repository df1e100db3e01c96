/* ingest/mapping/language/suggest.h: 'did you mean', for a word that is close to a known one */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* Gathers words that would have been right, and keeps the closest to what was written */
typedef struct {
	const char *word;
	char *best; /* (owned) */
	guint distance;
} FairleadSuggestion;

#define FAIRLEAD_SUGGESTION(text) ((FairleadSuggestion){ (text), NULL, G_MAXUINT })

FAIRLEAD_API void fairlead_suggestion_offer (FairleadSuggestion *self, const char *candidate);
/* ` (did you mean "kind"?)` where one is close, else the empty text */
FAIRLEAD_API char *fairlead_suggestion_dup_text (const FairleadSuggestion *self);
FAIRLEAD_API void fairlead_suggestion_clear (FairleadSuggestion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSuggestion, fairlead_suggestion_clear)

G_END_DECLS
