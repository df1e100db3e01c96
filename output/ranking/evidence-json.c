/* output/ranking/evidence-json.c */
#include "output/ranking/evidence-json.h"

#include "output/ranking/evidence.h"
#include "output/write/number.h"

/* A flag is written where it is set: absent means no */
static void
write_flag (FairleadJson *json, const char *key, guint32 flags, FairleadPeriodFlags flag)
{
	if ((flags & flag) != 0)
		fairlead_json_boolean (json, key, TRUE);
}

/* A share in 0..1, where one is known */
static void
write_share (FairleadJson *json, FairleadShare share)
{
	if (fairlead_share_is_unknown (share))
		return;
	fairlead_json_begin_object (json, "share");
	fairlead_json_number (json, "low", (double) share.low / FAIRLEAD_SHARE_ONE);
	fairlead_json_number (json, "high", (double) share.high / FAIRLEAD_SHARE_ONE);
	fairlead_json_end_object (json);
}

static void
write_statement (FairleadJson *json, const FairleadStatement *statement)
{
	const FairleadPeriod *period = &statement->period;
	g_autofree char *since = fairlead_date_dup_text (period->start);
	g_autofree char *until = fairlead_date_dup_text (period->end);

	fairlead_json_text (json, "kind", statement->kind);
	fairlead_json_text (json, "since", since);
	fairlead_json_text (json, "until", until);
	write_flag (json, "since_circa", period->flags, FAIRLEAD_PERIOD_START_CIRCA);
	write_flag (json, "until_circa", period->flags, FAIRLEAD_PERIOD_END_CIRCA);
	write_flag (json, "ended", period->flags, FAIRLEAD_PERIOD_ENDED);
	write_share (json, statement->share);
	fairlead_json_number (json, "confidence", fairlead_number_round (statement->confidence));
	fairlead_json_begin_array (json, "sources");
	for (guint i = 0; i < statement->sources->len; i++)
		fairlead_json_text (json, NULL, g_ptr_array_index (statement->sources, i));
	fairlead_json_end_array (json);
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
