/* output/show/show-json.c: the stable form that scripts depend on; fields are added, never
 * changed */
#include "output/show/show-writers.h"

#include "output/claims-json.h"
#include "output/pieces.h"
#include "output/write/number.h"

static void
write_end (const FairleadShowPage *page, const FairleadFact *fact, FairleadJson *json)
{
	const FairleadLinkInfo *info = fairlead_link_info (fact->kind);

	fairlead_json_text (json, "class", fairlead_link_class_name (info->link_class));
	fairlead_json_text (json, "other", fairlead_network_get_id (page->network, fact->other));
	fairlead_json_text (json, "other_name", fact->value);
	fairlead_json_boolean (json, "from_other", fact->is_reversed);
	fairlead_json_share (json, fact->share);
	fairlead_json_number (json, "confidence", fairlead_number_round (fact->confidence));
}

/* What the detail of a fact is, by its table */
static const char *const detail_keys[FAIRLEAD_N_FACT_TABLES] = { "script", "issuer", "detail",
	                                                         "programme", "note" };
static const char *const kind_keys[FAIRLEAD_N_FACT_TABLES] = { "type", "scheme", "attribute", NULL,
	                                                       "kind" };
static const char *const value_keys[FAIRLEAD_N_FACT_TABLES] = { "name", "number", "value", "list",
	                                                        NULL };

static void
write_fact (const FairleadShowPage *page, const FairleadFact *fact, FairleadJson *json)
{
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);

	fairlead_json_begin_object (json, NULL);
	if (kind_keys[fact->table] != NULL)
		fairlead_json_text (json, kind_keys[fact->table], fact->label);
	if (value_keys[fact->table] != NULL)
		fairlead_json_text (json, value_keys[fact->table], fact->value);
	if (*fact->detail != '\0')
		fairlead_json_text (json, detail_keys[fact->table], fact->detail);
	if (*fact->basis != '\0')
		fairlead_json_text (json, "basis", fact->basis);
	if (fact->table == FAIRLEAD_FACT_NAME)
		fairlead_json_boolean (json, "weak", fact->is_doubtful);
	if (fact->table == FAIRLEAD_FACT_IDENTIFIER)
		fairlead_json_boolean (json, "valid", !fact->is_doubtful);
	if (fact->table == FAIRLEAD_FACT_LINK)
		write_end (page, fact, json);
	if (fairlead_fact_is_date (fact))
		fairlead_json_boolean (json, "circa",
		                       (fact->period.flags & FAIRLEAD_PERIOD_START_CIRCA) != 0);
	else if (fact->table >= FAIRLEAD_FACT_ATTRIBUTE)
		fairlead_json_period (json, &fact->period);
	fairlead_json_text_array (json, "sources", sources);
	fairlead_json_end_object (json);
}

static void
write_table (const FairleadShowPage *page, FairleadFactTable table, const GPtrArray *facts,
             FairleadJson *json)
{
	static const char *const keys[FAIRLEAD_N_FACT_TABLES] = { "names", "identifiers",
		                                                  "attributes", "designations",
		                                                  "links" };

	fairlead_json_begin_array (json, keys[table]);
	for (guint i = 0; i < facts->len; i++)
		if (((const FairleadFact *) facts->pdata[i])->table == table)
			write_fact (page, facts->pdata[i], json);
	fairlead_json_end_array (json);
}

/* The keys under which the records of the party stand, each with its place */
static void
write_records (const FairleadShowPage *page, FairleadVertex vertex, FairleadJson *json)
{
	g_autoptr (GPtrArray) keys = fairlead_facts_dup_keys (page->facts, vertex);

	fairlead_json_begin_array (json, "records");
	for (guint i = 0; i < keys->len; i++) {
		const FairleadRecordKey *key = keys->pdata[i];

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "key", key->key);
		fairlead_json_boolean (json, "stub", key->is_stub);
		fairlead_json_text (json, "source", key->source);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
write_entity (const FairleadShowPage *page, FairleadVertex vertex, FairleadJson *json)
{
	FairleadNetwork *network = page->network;
	g_autoptr (GPtrArray) facts = fairlead_facts_dup_of (page->facts, vertex);
	g_autoptr (GPtrArray) disagreements = fairlead_facts_dup_disagreements (network, facts);

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", fairlead_network_get_id (network, vertex));
	fairlead_json_text (json, "name", fairlead_network_get_name (network, vertex));
	fairlead_json_text (json, "kind",
	                    fairlead_kind_name (fairlead_network_get_kind (network, vertex)));
	fairlead_json_boolean (json, "stub", fairlead_network_is_stub (network, vertex));
	write_records (page, vertex, json);
	for (guint table = 0; table < FAIRLEAD_N_FACT_TABLES; table++)
		write_table (page, table, facts, json);
	fairlead_disagreements_write_json (disagreements, "about", json);
	fairlead_json_end_object (json);
}

void
fairlead_show_write_json (const FairleadShowPage *page, FairleadSink *sink)
{
	FairleadJson json = FAIRLEAD_JSON_INIT (sink);

	fairlead_json_begin_object (&json, NULL);
	fairlead_json_text (&json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_begin_array (&json, "entities");
	for (guint i = 0; i < page->vertices->len && !fairlead_sink_has_failed (sink); i++)
		write_entity (page, g_array_index (page->vertices, FairleadVertex, i), &json);
	fairlead_json_end_array (&json);
	fairlead_json_end_object (&json);
}
