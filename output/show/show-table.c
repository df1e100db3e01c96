/* output/show/show-table.c: an entity for a person: a table for each kind of fact */
#include "output/show/show-writers.h"

#include <string.h>

#include "output/ranking/evidence.h"
#include "output/values.h"
#include "output/write/table.h"
#include "output/write/text.h"

#define MOST_SOURCES 4
#define TEXT_INDENT 2
/* Below so many columns the class of a link, which its words imply, gives its room to the ids */
#define WIDTH_FOR_CLASS 130

static gboolean
has_classes (const FairleadShowPage *page)
{
	return page->view->layout.width >= WIDTH_FOR_CLASS;
}

/* ---- rows whose last cell is a source ---- */

static char *
dup_more (guint n)
{
	return n == 0 ? NULL : g_strdup_printf ("and %u more", n);
}

/* The first source stands in the row of the fact, the others in rows of their own */
static void
add_with_sources (FairleadTable *table, const char **cells, guint n_columns,
                  const GPtrArray *sources, FairleadMeaning meaning)
{
	guint n_shown = sources->len <= MOST_SOURCES ? sources->len : MOST_SOURCES - 1;
	g_autofree char *more = dup_more (sources->len - n_shown);

	for (guint i = 0; i < n_shown; i++) {
		cells[n_columns - 1] = g_ptr_array_index (sources, i);
		fairlead_table_add_row_meaning (table, cells, meaning);
		for (guint column = 0; column < n_columns; column++)
			cells[column] = "";
	}
	if (more == NULL)
		return;
	cells[n_columns - 1] = more;
	fairlead_table_add_row_meaning (table, cells, meaning);
}

static void
add_fact (const FairleadShowPage *page, const FairleadFact *fact, const char **cells,
          guint n_columns, FairleadTable *table)
{
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);

	add_with_sources (table, cells, n_columns, sources, FAIRLEAD_MEANS_NOTHING);
}

/* ---- facts of each table ---- */

#define SOURCE_COLUMN                                   \
	{                                               \
		"SOURCE", FAIRLEAD_ALIGN_LEFT, 16, TRUE \
	}

static void
add_name (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table)
{
	const char *cells[] = { fact->value, fact->label, fact->detail,
		                fact->is_doubtful ? "weak" : "", "" };

	add_fact (page, fact, cells, G_N_ELEMENTS (cells), table);
}

static void
add_identifier (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table)
{
	const char *cells[] = { fairlead_id_scheme_info (fact->kind)->title, fact->value,
		                fact->detail, fact->is_doubtful ? "not valid" : "", "" };

	add_fact (page, fact, cells, G_N_ELEMENTS (cells), table);
}

static char *
dup_value (const FairleadFact *fact)
{
	gboolean is_circa = (fact->period.flags & FAIRLEAD_PERIOD_START_CIRCA) != 0;

	return g_strconcat (fairlead_fact_is_date (fact) && is_circa ? "about " : "", fact->value,
	                    NULL);
}

static gboolean
is_text (const FairleadFact *fact)
{
	return fact->table == FAIRLEAD_FACT_ATTRIBUTE
	       && (fact->kind == FAIRLEAD_ATTRIBUTE_NOTE
	           || fact->kind == FAIRLEAD_ATTRIBUTE_REASON);
}

static void
add_attribute (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table)
{
	g_autofree char *label = g_strdelimit (g_strdup (fact->label), "-", ' ');
	g_autofree char *value = dup_value (fact);
	g_autofree char *period = fairlead_fact_is_date (fact)
	                                  ? g_strdup ("")
	                                  : fairlead_period_dup_words (&fact->period);
	const char *cells[] = { label, value, period, "" };

	if (!is_text (fact))
		add_fact (page, fact, cells, G_N_ELEMENTS (cells), table);
}

static void
add_designation (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table)
{
	g_autofree char *since = fairlead_date_dup_text (fact->period.start);
	g_autofree char *until = fairlead_date_dup_text (fact->period.end);
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);
	gboolean is_over = fairlead_period_is_over (&fact->period);
	const char *cells[] = { fact->value,
		                fact->detail,
		                since != NULL ? since : "",
		                until != NULL ? until
		                : is_over     ? "ended"
		                              : "",
		                fact->basis,
		                "" };

	add_with_sources (table, cells, G_N_ELEMENTS (cells), sources,
	                  is_over ? FAIRLEAD_MEANS_NOTHING : FAIRLEAD_MEANS_ALARM);
}

static void
add_link (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table)
{
	const FairleadLinkInfo *info = fairlead_link_info (fact->kind);
	g_autofree char *relation = fairlead_relation_dup_words (fact->label, fact->is_reversed);
	g_autofree char *share = fairlead_share_dup_text (fact->share);
	g_autofree char *period = fairlead_period_dup_words (&fact->period);
	g_autofree char *details =
		g_strconcat (share != NULL ? share : "",
	                     share != NULL && *period != '\0' ? ", " : "", period, NULL);
	char confidence[G_ASCII_DTOSTR_BUF_SIZE];
	const char *cells[] = { fairlead_link_class_name (info->link_class),
		                relation,
		                fact->value,
		                fairlead_network_get_id (page->network, fact->other),
		                details,
		                confidence,
		                "" };

	g_ascii_formatd (confidence, sizeof confidence, "%.2f", fact->confidence);
	if (has_classes (page))
		add_fact (page, fact, cells, G_N_ELEMENTS (cells), table);
	else
		add_fact (page, fact, cells + 1, G_N_ELEMENTS (cells) - 1, table);
}

/* ---- sections ---- */

static const FairleadColumn name_columns[] = {
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
	{ "TYPE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SCRIPT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	SOURCE_COLUMN,
};
static const FairleadColumn identifier_columns[] = {
	{ "IDENTIFIER", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "NUMBER", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
	{ "ISSUER", FAIRLEAD_ALIGN_LEFT, 8, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	SOURCE_COLUMN,
};
static const FairleadColumn attribute_columns[] = {
	{ "ATTRIBUTE", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "VALUE", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
	{ "PERIOD", FAIRLEAD_ALIGN_LEFT, 12, FALSE },
	SOURCE_COLUMN,
};
static const FairleadColumn designation_columns[] = {
	{ "LISTED BY", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "PROGRAMME", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	{ "FROM", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "TO", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "BASIS", FAIRLEAD_ALIGN_LEFT, 16, FALSE },
	SOURCE_COLUMN,
};
#define LINK_COLUMNS                                                                          \
	{ "NAME", FAIRLEAD_ALIGN_LEFT, 16, FALSE }, { "ID", FAIRLEAD_ALIGN_LEFT, 12, FALSE }, \
		{ "SHARE, PERIOD", FAIRLEAD_ALIGN_LEFT, 26, FALSE },                          \
		{ "CONFIDENCE", FAIRLEAD_ALIGN_RIGHT, 0, FALSE }, SOURCE_COLUMN
static const FairleadColumn link_columns[] = {
	{ "LINK", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	LINK_COLUMNS,
};
static const FairleadColumn narrow_link_columns[] = {
	{ "LINK", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	LINK_COLUMNS,
};

typedef struct {
	FairleadFactTable table;
	const FairleadColumn *columns;
	guint n_columns;
	void (*add) (const FairleadShowPage *page, const FairleadFact *fact, FairleadTable *table);
} Section;

static const Section narrow_links = { FAIRLEAD_FACT_LINK, narrow_link_columns,
	                              G_N_ELEMENTS (narrow_link_columns), add_link };

/* In the order of what is asked first */
static const Section sections[] = {
	{ FAIRLEAD_FACT_DESIGNATION, designation_columns, G_N_ELEMENTS (designation_columns),
	  add_designation },
	{ FAIRLEAD_FACT_NAME, name_columns, G_N_ELEMENTS (name_columns), add_name },
	{ FAIRLEAD_FACT_IDENTIFIER, identifier_columns, G_N_ELEMENTS (identifier_columns),
	  add_identifier },
	{ FAIRLEAD_FACT_ATTRIBUTE, attribute_columns, G_N_ELEMENTS (attribute_columns),
	  add_attribute },
	{ FAIRLEAD_FACT_LINK, link_columns, G_N_ELEMENTS (link_columns), add_link },
};

static void
write_filled (FairleadTable *table, FairleadSink *sink)
{
	if (fairlead_table_get_n_rows (table) == 0)
		return;
	fairlead_sink_put (sink, "\n");
	fairlead_table_write (table, sink);
}

static void
write_section (const FairleadShowPage *page, const Section *section, const GPtrArray *facts,
               FairleadSink *sink)
{
	g_autoptr (FairleadTable) table =
		fairlead_table_new (section->columns, section->n_columns, &page->view->layout);

	for (guint i = 0; i < facts->len; i++)
		if (((const FairleadFact *) facts->pdata[i])->table == section->table)
			section->add (page, facts->pdata[i], table);
	write_filled (table, sink);
}

static void
write_disagreements (const FairleadShowPage *page, const GPtrArray *facts, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "THE SOURCES DISAGREE ON", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		{ "SAID", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
		{ "BY", FAIRLEAD_ALIGN_LEFT, 16, TRUE },
	};
	g_autoptr (GPtrArray) found = fairlead_facts_dup_disagreements (page->network, facts);
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < found->len; i++) {
		const FairleadDisagreement *disagreement = found->pdata[i];
		g_autofree char *label = g_strdelimit (g_strdup (disagreement->label), "-", ' ');

		for (guint j = 0; j < disagreement->claims->len; j++) {
			const FairleadClaim *claim = disagreement->claims->pdata[j];
			const char *cells[] = { j == 0 ? label : "", claim->value, "" };

			add_with_sources (table, cells, G_N_ELEMENTS (cells), claim->sources,
			                  FAIRLEAD_MEANS_NOTABLE);
		}
	}
	write_filled (table, sink);
}

/* ---- notes and reasons, which are long ---- */

static void
write_text (const FairleadShowPage *page, const FairleadFact *fact, FairleadSink *sink)
{
	const FairleadLayout *layout = &page->view->layout;
	g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (page->network, fact);
	g_autoptr (GString) joined = g_string_new (NULL);
	g_autofree char *shown = fairlead_text_dup_visible (fact->value, layout->ascii);
	g_autofree char *wrapped = fairlead_text_dup_wrapped (shown, TEXT_INDENT, layout->width);
	g_autofree char *where = NULL;

	fairlead_values_append (sources, joined);
	where = fairlead_text_dup_visible (joined->str, layout->ascii);
	fairlead_sink_printf (sink, "\n%s, in %s:\n%s", fact->label, where, wrapped);
}

static void
write_texts (const FairleadShowPage *page, const GPtrArray *facts, FairleadSink *sink)
{
	for (guint i = 0; i < facts->len; i++)
		if (is_text (facts->pdata[i]))
			write_text (page, facts->pdata[i], sink);
}

/* ---- the whole ---- */

static void
write_heading (const FairleadShowPage *page, FairleadVertex vertex, FairleadSink *sink)
{
	FairleadNetwork *network = page->network;
	const FairleadLayout *layout = &page->view->layout;
	g_autofree char *name = fairlead_text_dup_visible (
		fairlead_network_get_name (network, vertex), layout->ascii);
	g_autofree char *id = fairlead_text_dup_visible (fairlead_network_get_id (network, vertex),
	                                                 layout->ascii);
	const char *kind = fairlead_kind_name (fairlead_network_get_kind (network, vertex));

	fairlead_sink_printf (sink, "%s%s%s\n",
	                      fairlead_meaning_begin (FAIRLEAD_MEANS_HEADING, layout->colour), name,
	                      fairlead_meaning_end (FAIRLEAD_MEANS_HEADING, layout->colour));
	fairlead_sink_printf (sink, "%s, %s%s\n", kind, id,
	                      fairlead_network_is_stub (network, vertex)
	                              ? "; referred to, described by no file"
	                              : "");
}

static void
write_records (const FairleadShowPage *page, FairleadVertex vertex, FairleadSink *sink)
{
	static const FairleadColumn columns[] = {
		{ "RECORD", FAIRLEAD_ALIGN_LEFT, 24, FALSE },
		{ "", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
		SOURCE_COLUMN,
	};
	g_autoptr (GPtrArray) keys = fairlead_facts_dup_keys (page->facts, vertex);
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &page->view->layout);

	for (guint i = 0; i < keys->len; i++) {
		const FairleadRecordKey *key = keys->pdata[i];

		fairlead_table_add_row (
			table,
			(const char *const[]){ key->key, key->is_stub ? "referred to" : "described",
		                               key->source },
			FALSE);
	}
	write_filled (table, sink);
}

static void
write_entity (const FairleadShowPage *page, FairleadVertex vertex, FairleadSink *sink)
{
	g_autoptr (GPtrArray) facts = fairlead_facts_dup_of (page->facts, vertex);

	write_heading (page, vertex, sink);
	write_disagreements (page, facts, sink);
	for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
		write_section (page,
		               sections[i].table == FAIRLEAD_FACT_LINK && !has_classes (page)
		                       ? &narrow_links
		                       : &sections[i],
		               facts, sink);
	write_texts (page, facts, sink);
	write_records (page, vertex, sink);
}

void
fairlead_show_write_table (const FairleadShowPage *page, FairleadSink *sink)
{
	for (guint i = 0; i < page->vertices->len && !fairlead_sink_has_failed (sink); i++) {
		if (i > 0)
			fairlead_sink_put (sink, "\n\n");
		write_entity (page, g_array_index (page->vertices, FairleadVertex, i), sink);
	}
}
