/* output/ranking/evidence-json.c */
#include "output/ranking/evidence-json.h"

#include "output/pieces.h"
#include "output/ranking/evidence.h"
#include "output/write/number.h"

static void
write_statement (FairleadJson *json, const FairleadStatement *statement)
{
	fairlead_json_text (json, "kind", statement->kind);
	fairlead_json_period (json, &statement->period);
	fairlead_json_share (json, statement->share);
	fairlead_json_number (json, "confidence", fairlead_number_round (statement->confidence));
	fairlead_json_text_array (json, "sources", statement->sources);
}

/* Statements beyond the first stand under "also" */
void
fairlead_json_hop (FairleadJson *json, FairleadNetwork *network, const FairleadHop *hop)
{
	g_autoptr (GPtrArray) statements = fairlead_hop_dup_statements (network, hop);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "from", fairlead_network_get_id (network, hop->from));
	fairlead_json_text (json, "from_name", fairlead_network_get_name (network, hop->from));
	fairlead_json_text (json, "to", fairlead_network_get_id (network, hop->to));
	fairlead_json_text (json, "to_name", fairlead_network_get_name (network, hop->to));
	if (statements->len > 0)
		write_statement (json, g_ptr_array_index (statements, 0));
	if (statements->len > 1) {
		fairlead_json_begin_array (json, "also");
		for (guint i = 1; i < statements->len; i++) {
			fairlead_json_begin_object (json, NULL);
			write_statement (json, g_ptr_array_index (statements, i));
			fairlead_json_end_object (json);
		}
		fairlead_json_end_array (json);
	}
	fairlead_json_end_object (json);
}
