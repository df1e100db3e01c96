/* output/values.c */
#include "output/values.h"

#include <string.h>

#include "graph/facts/disagreement.h"

/* Texts in order of arrival, each once */
typedef struct {
	GPtrArray *texts;
	GHashTable *seen; /* made by the second text */
} Distinct;

static void
distinct_clear (Distinct *self)
{
	g_clear_pointer (&self->seen, g_hash_table_unref);
	g_clear_pointer (&self->texts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Distinct, distinct_clear)

static gboolean
is_new (Distinct *self, const char *text)
{
	if (self->texts->len == 0)
		return TRUE;
	if (self->seen == NULL) {
		self->seen = g_hash_table_new (g_str_hash, g_str_equal);
		g_hash_table_add (self->seen, self->texts->pdata[0]);
	}
	return !g_hash_table_contains (self->seen, text);
}

static void
add (Distinct *self, const char *text)
{
	if (!is_new (self, text))
		return;
	g_ptr_array_add (self->texts, (gpointer) text);
	if (self->seen != NULL)
		g_hash_table_add (self->seen, (gpointer) text);
}

static void
take (Distinct *self, char *text)
{
	g_autofree char *owned = text;

	if (is_new (self, owned))
		add (self, g_steal_pointer (&owned));
}

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In order of the texts, for that of the rows follows the order of the files */
static GPtrArray *
steal_sorted (Distinct *self)
{
	g_ptr_array_sort (self->texts, compare_texts);
	return g_steal_pointer (&self->texts);
}

/* The name of a party known by name alone is spelt as the first record that names it has it. Where
 * it was joined to a record, that has the same name in its own spelling. */
static gboolean
is_named_only (FairleadRecords *records, FairleadEntity entity)
{
	guint n;

	return (fairlead_records_get_entities (records, &n)[entity].flags & FAIRLEAD_ENTITY_NAMED)
	       != 0;
}

/* ---- texts as they stand ---- */

GPtrArray *
fairlead_values_of_scheme (FairleadNetwork *network, FairleadVertex vertex, FairleadIdScheme scheme)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_identifiers (network, vertex);
	g_auto (Distinct) numbers = { g_ptr_array_new (), NULL };
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].scheme == scheme)
			add (&numbers,
			     fairlead_records_get_text (records, rows[own.rows[i]].number));
	return steal_sorted (&numbers);
}

GPtrArray *
fairlead_values_of_name_type (FairleadNetwork *network, FairleadVertex vertex,
                              FairleadNameType type)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_names (network, vertex);
	g_auto (Distinct) names = { g_ptr_array_new (), NULL };
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].type == type
		    && !is_named_only (records, rows[own.rows[i]].entity))
			add (&names, fairlead_records_get_text (records, rows[own.rows[i]].text));
	return steal_sorted (&names);
}

/* ---- texts made here ---- */

static char *
dup_with_period (const char *text, const FairleadPeriod *period)
{
	g_autofree char *interval = fairlead_period_dup_interval (period);

	return interval == NULL ? g_strdup (text) : g_strdup_printf ("%s (%s)", text, interval);
}

static char *
dup_date (const char *text, const FairleadPeriod *period)
{
	char *date = fairlead_date_dup_text (period->start);

	return date != NULL ? date : g_strdup (text);
}

GPtrArray *
fairlead_values_of_attribute (FairleadNetwork *network, FairleadVertex vertex,
                              FairleadAttribute attribute)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_attributes (network, vertex);
	g_auto (Distinct) values = { g_ptr_array_new_with_free_func (g_free), NULL };
	gboolean is_date = fairlead_attribute_info (attribute)->type == FAIRLEAD_TYPE_DATE;
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];
		const char *text = fairlead_records_get_text (records, row->text);
		const FairleadPeriod *period = fairlead_records_get_period (records, row->period);

		if (row->attribute == attribute)
			take (&values,
			      is_date ? dup_date (text, period) : dup_with_period (text, period));
	}
	return steal_sorted (&values);
}

GPtrArray *
fairlead_values_of_designations (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_designations (network, vertex);
	g_auto (Distinct) values = { g_ptr_array_new_with_free_func (g_free), NULL };
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadDesignationRow *row = &rows[own.rows[i]];
		const char *programme = fairlead_records_get_text (records, row->programme);
		g_autofree char *where =
			g_strjoin (*programme != '\0' ? " " : "",
		                   fairlead_records_get_text (records, row->list), programme, NULL);

		take (&values,
		      dup_with_period (where, fairlead_records_get_period (records, row->period)));
	}
	return steal_sorted (&values);
}

/* ---- sources ---- */

static gint
compare_sources (gconstpointer a, gconstpointer b, gpointer records)
{
	return fairlead_records_compare_sources (records, *(const FairleadSource *) a,
	                                         *(const FairleadSource *) b);
}

#define GATHER(Row, table)                                                                \
	static void gather_from_##table (FairleadNetwork *network, FairleadVertex vertex, \
	                                 GArray *sources)                                 \
	{                                                                                 \
		FairleadRecords *records = fairlead_network_get_records (network);        \
		FairleadRows own = fairlead_network_get_##table (network, vertex);        \
		guint n;                                                                  \
		const Row *rows = fairlead_records_get_##table (records, &n);             \
                                                                                          \
		for (guint i = 0; i < own.n; i++)                                         \
			if (!is_named_only (records, rows[own.rows[i]].entity))           \
				g_array_append_val (sources, rows[own.rows[i]].source);   \
	}

GATHER (FairleadNameRow, names)
GATHER (FairleadIdRow, identifiers)
GATHER (FairleadAttributeRow, attributes)
GATHER (FairleadDesignationRow, designations)

/* Entity rows and addresses have the source of the file that was read first, and so are passed
 * over: the same files must give the same bytes in any order */
GPtrArray *
fairlead_values_of_sources (FairleadNetwork *network, FairleadVertex vertex)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (FairleadSource));
	g_auto (Distinct) values = { g_ptr_array_new_with_free_func (g_free), NULL };

	if (!fairlead_network_is_party (network, vertex))
		return g_steal_pointer (&values.texts);
	gather_from_names (network, vertex, sources);
	gather_from_identifiers (network, vertex, sources);
	gather_from_attributes (network, vertex, sources);
	gather_from_designations (network, vertex, sources);
	g_array_sort_with_data (sources, compare_sources, records);
	for (guint i = 0; i < sources->len; i++)
		take (&values, fairlead_records_dup_source_text (
				       records, g_array_index (sources, FairleadSource, i)));
	return g_steal_pointer (&values.texts);
}

gboolean
fairlead_values_append (const GPtrArray *values, GString *text)
{
	for (guint i = 0; i < values->len; i++) {
		if (i > 0)
			g_string_append (text, "; ");
		g_string_append (text, g_ptr_array_index (values, i));
	}
	return values->len > 0;
}
