/* output/claims-json.c */
#include "output/claims-json.h"

#include "output/pieces.h"

static void
write_claims (const GPtrArray *claims, FairleadJson *json)
{
	fairlead_json_begin_array (json, "claims");
	for (guint i = 0; i < claims->len; i++) {
		const FairleadClaim *claim = g_ptr_array_index (claims, i);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "value", claim->value);
		fairlead_json_text_array (json, "sources", claim->sources);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

void
fairlead_disagreements_write_json (const GPtrArray *disagreements, const char *about,
                                   FairleadJson *json)
{
	fairlead_json_begin_array (json, "disagreements");
	for (guint i = 0; i < disagreements->len; i++) {
		const FairleadDisagreement *found = g_ptr_array_index (disagreements, i);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, about, found->label);
		write_claims (found->claims, json);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}
