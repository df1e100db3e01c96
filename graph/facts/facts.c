/* graph/facts/facts.c */
#include "graph/facts/facts.h"

#include <string.h>

#include "graph/network/index.h"

struct _FairleadFacts {
	FairleadNetwork *network;
	FairleadRecords *records;
	guint32 *from_start; /* [n_vertices + 1] into from_links */
	guint32 *from_links;
	guint32 *to_start;
	guint32 *to_links;
};

/* The facts of one vertex on their way */
typedef struct {
	FairleadFacts *facts;
	FairleadVertex vertex;
	GPtrArray *found;  /* of FairleadFact */
	GHashTable *known; /* the key of a fact -> FairleadFact, borrowed */
} Gathering;

const char *
fairlead_fact_table_name (FairleadFactTable table)
{
	static const char *const names[FAIRLEAD_N_FACT_TABLES] = { "name", "identifier",
		                                                   "attribute", "designation",
		                                                   "link" };

	return names[table];
}

/* ---- one fact ---- */

static void
free_fact (gpointer data)
{
	FairleadFact *fact = data;

	g_free (fact->value);
	g_free (fact->detail);
	g_free (fact->basis);
	g_array_unref (fact->witnesses);
	g_free (fact);
}

/* Everything that tells two facts apart. The parts are of any bytes, so each has its length. */
static char *
dup_key (const FairleadFact *fact)
{
	const FairleadPeriod *period = &fact->period;

	return g_strdup_printf ("%d %u %d %d %u %u %u %d %d %d %d %u %zu:%s %zu:%s %s", fact->table,
	                        fact->kind, fact->is_reversed, fact->is_doubtful, fact->other,
	                        fact->share.low, fact->share.high, period->start.first,
	                        period->start.last, period->end.first, period->end.last,
	                        period->flags, strlen (fact->value), fact->value,
	                        strlen (fact->detail), fact->detail, fact->basis);
}

static FairleadFact *
new_fact (const FairleadFact *template)
{
	FairleadFact *fact = g_new (FairleadFact, 1);

	*fact = *template;
	fact->value = g_strdup (template->value);
	fact->detail = g_strdup (template->detail);
	fact->basis = g_strdup (template->basis);
	fact->witnesses = g_array_new (FALSE, FALSE, sizeof (FairleadWitness));
	return fact;
}

/* @template borrows its texts */
static void
tell (Gathering *gathering, const FairleadFact *template, FairleadEntity entity,
      FairleadSource source)
{
	const FairleadWitness witness = { entity, source };
	g_autofree char *key = dup_key (template);
	FairleadFact *fact = g_hash_table_lookup (gathering->known, key);

	if (fact == NULL) {
		fact = new_fact (template);
		g_ptr_array_add (gathering->found, fact);
		g_hash_table_insert (gathering->known, g_steal_pointer (&key), fact);
	}
	fact->confidence = MAX (fact->confidence, template->confidence);
	g_array_append_val (fact->witnesses, witness);
}

static FairleadFact
template_of (FairleadFactTable table, guint kind, const char *label, const char *value)
{
	return (FairleadFact){
		.table = table,
		.kind = kind,
		.label = label,
		.value = (char *) value,
		.detail = (char *) "",
		.basis = (char *) "",
		.other = FAIRLEAD_NO_VERTEX,
		.share = FAIRLEAD_SHARE_UNKNOWN,
		.period = FAIRLEAD_PERIOD_UNKNOWN,
		.confidence = 1,
	};
}

/* ---- rows of each table ---- */

static gboolean
is_named_only (Gathering *gathering, FairleadEntity entity)
{
	guint n;

	return (fairlead_records_get_entities (gathering->facts->records, &n)[entity].flags
	        & FAIRLEAD_ENTITY_NAMED)
	       != 0;
}

/* ISO 15924, of the first letter that has a script of its own */
static void
find_script (const char *text, char script[5])
{
	for (; *text != '\0'; text = g_utf8_next_char (text)) {
		GUnicodeScript found = g_unichar_get_script (g_utf8_get_char (text));
		guint32 code = g_unicode_script_to_iso15924 (found);

		if (found == G_UNICODE_SCRIPT_COMMON || found == G_UNICODE_SCRIPT_INHERITED
		    || found == G_UNICODE_SCRIPT_UNKNOWN)
			continue;
		for (guint i = 0; i < 4; i++)
			script[i] = (char) (code >> (24 - 8 * i) & 0xff);
		script[4] = '\0';
		return;
	}
	script[0] = '\0';
}

static void
gather_name (Gathering *gathering, guint32 number)
{
	FairleadRecords *records = gathering->facts->records;
	guint n;
	const FairleadNameRow *row = &fairlead_records_get_names (records, &n)[number];
	const char *text = fairlead_records_get_text (records, row->text);
	FairleadFact fact = template_of (FAIRLEAD_FACT_NAME, row->type,
	                                 fairlead_name_type_name (row->type), text);
	char script[5];

	if (is_named_only (gathering, row->entity))
		return;
	find_script (text, script);
	fact.detail = script;
	fact.is_doubtful = row->weak;
	tell (gathering, &fact, row->entity, row->source);
}

static void
gather_identifier (Gathering *gathering, guint32 number)
{
	FairleadRecords *records = gathering->facts->records;
	guint n;
	const FairleadIdRow *row = &fairlead_records_get_identifiers (records, &n)[number];
	FairleadFact fact = template_of (FAIRLEAD_FACT_IDENTIFIER, row->scheme,
	                                 fairlead_id_scheme_info (row->scheme)->name,
	                                 fairlead_records_get_text (records, row->number));

	fact.detail = (char *) fairlead_records_get_text (records, row->issuer);
	fact.is_doubtful = !row->valid;
	tell (gathering, &fact, row->entity, row->source);
}

static void
gather_attribute (Gathering *gathering, guint32 number)
{
	FairleadRecords *records = gathering->facts->records;
	guint n;
	const FairleadAttributeRow *row = &fairlead_records_get_attributes (records, &n)[number];
	FairleadFact fact = template_of (FAIRLEAD_FACT_ATTRIBUTE, row->attribute,
	                                 fairlead_attribute_info (row->attribute)->name,
	                                 fairlead_records_get_text (records, row->text));
	g_autofree char *date = NULL;

	fact.period = *fairlead_records_get_period (records, row->period);
	if (fairlead_fact_is_date (&fact))
		date = fairlead_date_dup_text (fact.period.start);
	if (date != NULL)
		fact.value = date;
	tell (gathering, &fact, row->entity, row->source);
}

static void
gather_designation (Gathering *gathering, guint32 number)
{
	FairleadRecords *records = gathering->facts->records;
	guint n;
	const FairleadDesignationRow *row =
		&fairlead_records_get_designations (records, &n)[number];
	FairleadFact fact = template_of (FAIRLEAD_FACT_DESIGNATION, 0, "designation",
	                                 fairlead_records_get_text (records, row->list));

	fact.detail = (char *) fairlead_records_get_text (records, row->programme);
	fact.basis = (char *) fairlead_records_get_text (records, row->basis);
	fact.period = *fairlead_records_get_period (records, row->period);
	tell (gathering, &fact, row->entity, row->source);
}

static void
gather_link (Gathering *gathering, guint32 link)
{
	FairleadNetwork *network = gathering->facts->network;
	const FairleadLinkFact *row = fairlead_network_get_link (network, link);
	const FairleadLinkInfo *info = fairlead_link_info (row->kind);
	gboolean is_reversed = fairlead_network_get_from (network, link) != gathering->vertex;
	FairleadVertex other = is_reversed ? fairlead_network_get_from (network, link)
	                                   : fairlead_network_get_to (network, link);
	FairleadFact fact = template_of (FAIRLEAD_FACT_LINK, row->kind,
	                                 is_reversed ? info->inverse : info->name,
	                                 fairlead_network_get_name (network, other));

	fact.detail = (char *) fairlead_records_get_text (gathering->facts->records, row->note);
	fact.other = other;
	fact.is_reversed = is_reversed;
	fact.share = row->share;
	fact.period = *fairlead_network_get_period (network, link);
	fact.confidence = fairlead_network_get_confidence (network, link);
	tell (gathering, &fact, is_reversed ? row->to : row->from, row->source);
}

/* ---- order ---- */

#define COMPARE(a, b)   \
	if ((a) != (b)) \
	return (a) < (b) ? -1 : 1

static guint
group_of (const FairleadFact *fact)
{
	return fact->table == FAIRLEAD_FACT_LINK ? fairlead_link_info (fact->kind)->link_class : 0;
}

static gint
compare_periods (const FairleadPeriod *a, const FairleadPeriod *b)
{
	COMPARE (a->start.first, b->start.first);
	COMPARE (a->start.last, b->start.last);
	COMPARE (a->end.first, b->end.first);
	COMPARE (a->end.last, b->end.last);
	COMPARE (a->flags, b->flags);
	return 0;
}

static gint
compare_texts (const FairleadFact *a, const FairleadFact *b)
{
	gint order = strcmp (a->value, b->value);

	if (order == 0)
		order = strcmp (a->detail, b->detail);
	return order != 0 ? order : strcmp (a->basis, b->basis);
}

static gint
compare_facts (gconstpointer a, gconstpointer b)
{
	const FairleadFact *first = *(const FairleadFact *const *) a;
	const FairleadFact *second = *(const FairleadFact *const *) b;
	gint order;

	COMPARE (first->table, second->table);
	COMPARE (group_of (first), group_of (second));
	COMPARE (first->kind, second->kind);
	COMPARE (first->is_reversed, second->is_reversed);
	order = compare_texts (first, second);
	if (order != 0)
		return order;
	COMPARE (first->other, second->other); /* in the order of the ids */
	order = compare_periods (&first->period, &second->period);
	if (order != 0)
		return order;
	COMPARE (first->share.low, second->share.low);
	COMPARE (first->share.high, second->share.high);
	COMPARE (first->is_doubtful, second->is_doubtful);
	return 0;
}

static gint
compare_witnesses (gconstpointer a, gconstpointer b, gpointer records)
{
	const FairleadWitness *first = a, *second = b;
	gint order = fairlead_records_compare_sources (records, first->source, second->source);
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	if (order != 0)
		return order;
	return strcmp (fairlead_records_get_text (records, rows[first->entity].key),
	               fairlead_records_get_text (records, rows[second->entity].key));
}

static void
sort_witnesses (FairleadRecords *records, GArray *witnesses)
{
	guint n_kept = 0;

	g_array_sort_with_data (witnesses, compare_witnesses, records);
	for (guint i = 0; i < witnesses->len; i++) {
		const FairleadWitness witness = g_array_index (witnesses, FairleadWitness, i);

		if (n_kept > 0
		    && compare_witnesses (&g_array_index (witnesses, FairleadWitness, n_kept - 1),
		                          &witness, records)
		               == 0)
			continue;
		g_array_index (witnesses, FairleadWitness, n_kept++) = witness;
	}
	g_array_set_size (witnesses, n_kept);
}

/* ---- all of them ---- */

static void
gather_rows (Gathering *gathering, FairleadRows rows,
             void (*gather) (Gathering *gathering, guint32 number))
{
	for (guint i = 0; i < rows.n; i++)
		gather (gathering, rows.rows[i]);
}

static void
gather_links (Gathering *gathering)
{
	const FairleadFacts *facts = gathering->facts;
	FairleadVertex vertex = gathering->vertex;

	for (guint32 i = facts->from_start[vertex]; i < facts->from_start[vertex + 1]; i++)
		gather_link (gathering, facts->from_links[i]);
	for (guint32 i = facts->to_start[vertex]; i < facts->to_start[vertex + 1]; i++)
		if (fairlead_network_get_from (facts->network, facts->to_links[i]) != vertex)
			gather_link (gathering, facts->to_links[i]);
}

GPtrArray *
fairlead_facts_dup_of (FairleadFacts *self, FairleadVertex vertex)
{
	FairleadNetwork *network = self->network;
	g_autoptr (GHashTable) known =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	Gathering gathering = { self, vertex, g_ptr_array_new_with_free_func (free_fact), known };

	gather_rows (&gathering, fairlead_network_get_names (network, vertex), gather_name);
	gather_rows (&gathering, fairlead_network_get_identifiers (network, vertex),
	             gather_identifier);
	gather_rows (&gathering, fairlead_network_get_attributes (network, vertex),
	             gather_attribute);
	gather_rows (&gathering, fairlead_network_get_designations (network, vertex),
	             gather_designation);
	gather_links (&gathering);
	for (guint i = 0; i < gathering.found->len; i++)
		sort_witnesses (self->records,
		                ((FairleadFact *) gathering.found->pdata[i])->witnesses);
	g_ptr_array_sort (gathering.found, compare_facts);
	return gathering.found;
}

/* ---- records ---- */

static void
free_record_key (gpointer data)
{
	FairleadRecordKey *key = data;

	g_free (key->key);
	g_free (key->source);
	g_free (key);
}

static gint
compare_record_keys (gconstpointer a, gconstpointer b)
{
	return strcmp ((*(const FairleadRecordKey *const *) a)->key,
	               (*(const FairleadRecordKey *const *) b)->key);
}

GPtrArray *
fairlead_facts_dup_keys (FairleadFacts *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_entities (self->network, vertex);
	GPtrArray *keys = g_ptr_array_new_with_free_func (free_record_key);
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadEntityRow *row = &rows[own.rows[i]];
		FairleadRecordKey *key;

		if (row->flags & FAIRLEAD_ENTITY_NAMED)
			continue;
		key = g_new (FairleadRecordKey, 1);
		key->key = g_strdup (fairlead_records_get_text (self->records, row->key));
		key->source = fairlead_records_dup_source_text (self->records, row->source);
		key->is_stub = (row->flags & FAIRLEAD_ENTITY_STUB) != 0;
		g_ptr_array_add (keys, key);
	}
	g_ptr_array_sort (keys, compare_record_keys);
	return keys;
}

GPtrArray *
fairlead_fact_dup_sources (FairleadNetwork *network, const FairleadFact *fact)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	GPtrArray *sources = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < fact->witnesses->len; i++) {
		FairleadSource source = g_array_index (fact->witnesses, FairleadWitness, i).source;
		g_autofree char *text = fairlead_records_dup_source_text (records, source);

		if (!g_ptr_array_find_with_equal_func (sources, text, g_str_equal, NULL))
			g_ptr_array_add (sources, g_steal_pointer (&text));
	}
	return sources;
}

gboolean
fairlead_fact_is_date (const FairleadFact *fact)
{
	return fact->table == FAIRLEAD_FACT_ATTRIBUTE
	       && fairlead_attribute_info (fact->kind)->type == FAIRLEAD_TYPE_DATE;
}

/* ---- the object ---- */

typedef FairleadVertex (*GetEnd) (FairleadNetwork *network, FairleadLink link);

static void
group_links (FairleadNetwork *network, GetEnd get_end, guint32 **start, guint32 **links)
{
	guint32 n = fairlead_network_get_n_links (network);
	g_autofree FairleadVertex *ends = g_new (FairleadVertex, MAX (n, 1));

	for (guint32 link = 0; link < n; link++)
		ends[link] = get_end (network, link);
	fairlead_group_rows (ends, n, fairlead_network_get_n_vertices (network), start, links);
}

FairleadFacts *
fairlead_facts_new (FairleadNetwork *network)
{
	FairleadFacts *self = g_new0 (FairleadFacts, 1);

	self->network = network;
	self->records = fairlead_network_get_records (network);
	group_links (network, fairlead_network_get_from, &self->from_start, &self->from_links);
	group_links (network, fairlead_network_get_to, &self->to_start, &self->to_links);
	return self;
}

void
fairlead_facts_free (FairleadFacts *self)
{
	g_free (self->from_start);
	g_free (self->from_links);
	g_free (self->to_start);
	g_free (self->to_links);
	g_free (self);
}
