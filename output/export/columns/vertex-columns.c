/* output/export/columns/vertex-columns.c: the columns of a vertex */
#include "output/export/columns/columns.h"

#include <math.h>
#include <string.h>

#include "output/values.h"
#include "output/write/number.h"

static gboolean
append_text (GString *text, const char *value)
{
	g_string_append (text, value);
	return *value != '\0';
}

/* Takes the array */
static gboolean
append_values (GString *text, GPtrArray *values)
{
	gboolean has_any = fairlead_values_append (values, text);

	g_ptr_array_unref (values);
	return has_any;
}

static const FairleadRankedRow *
ranked_row (const FairleadExportView *view, FairleadVertex vertex)
{
	return view->ranking == NULL ? NULL : fairlead_ranking_get_row_of (view->ranking, vertex);
}

/* ---- one function for each column, or family of columns ---- */

static gboolean
append_entity (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return append_text (text, fairlead_network_get_id (view->network, vertex));
}

static gboolean
append_label (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return append_text (text, fairlead_network_get_name (view->network, vertex));
}

static gboolean
append_kind (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return append_text (text,
	                    fairlead_kind_name (fairlead_network_get_kind (view->network, vertex)));
}

/* The label is the first of them, so one alone says nothing more */
static gboolean
append_primary_names (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	g_autoptr (GPtrArray) names =
		fairlead_values_of_name_type (view->network, vertex, FAIRLEAD_NAME_PRIMARY);

	(void) detail;
	return names->len > 1 && fairlead_values_append (names, text);
}

static gboolean
append_names (const FairleadExportView *view, guint32 vertex, guint type, GString *text)
{
	return append_values (text, fairlead_values_of_name_type (view->network, vertex, type));
}

static gboolean
append_numbers_of_scheme (const FairleadExportView *view, guint32 vertex, guint scheme,
                          GString *text)
{
	return append_values (text, fairlead_values_of_scheme (view->network, vertex, scheme));
}

static gboolean
append_attribute (const FairleadExportView *view, guint32 vertex, guint attribute, GString *text)
{
	return append_values (text,
	                      fairlead_values_of_attribute (view->network, vertex, attribute));
}

static gboolean
append_designations (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return append_values (text, fairlead_values_of_designations (view->network, vertex));
}

static gboolean
append_is_stub (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return fairlead_export_append_boolean (text,
	                                       fairlead_network_is_stub (view->network, vertex));
}

static gboolean
append_is_target (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return view->ranking != NULL
	       && fairlead_export_append_boolean (
		       text, fairlead_ranking_is_target (view->ranking, vertex));
}

/* What a ranked row tells, by the detail of its column */
enum { ROW_RANK, ROW_SCORE, ROW_DEGREE, ROW_FIRST_COMPONENT };

static gboolean
append_of_row (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	const FairleadRankedRow *row = ranked_row (view, vertex);

	if (row == NULL)
		return FALSE;
	if (detail >= ROW_FIRST_COMPONENT)
		return fairlead_export_append_number (
			text,
			fairlead_number_round (row->components[detail - ROW_FIRST_COMPONENT]));
	return fairlead_export_append_number (
		text, (const double[]){ row->rank, fairlead_number_round (row->score),
	                                row->degree }[detail]);
}

gboolean
fairlead_export_append_reference (const FairleadExportView *view, FairleadVertex vertex,
                                  GString *text)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);
	FairleadRows entities = fairlead_network_get_entities (view->network, vertex);
	g_autofree char *source = NULL;
	guint n;

	if (entities.n == 0)
		return FALSE;
	source = fairlead_records_dup_source_text (
		records, fairlead_records_get_entities (records, &n)[entities.rows[0]].source);
	return append_text (text, source);
}

static gboolean
append_sources (const FairleadExportView *view, guint32 vertex, guint detail, GString *text)
{
	(void) detail;
	return append_values (text, fairlead_values_of_sources (view->network, vertex))
	       || fairlead_export_append_reference (view, vertex, text);
}

/* ---- which columns there are ---- */

static const FairleadExportColumn first_columns[] = {
	{ (char *) "entity", (char *) "Entity", FAIRLEAD_COLUMN_TEXT, append_entity, 0 },
	{ (char *) "label", (char *) "Name", FAIRLEAD_COLUMN_TEXT, append_label, 0 },
	{ (char *) "kind", (char *) "Kind", FAIRLEAD_COLUMN_TEXT, append_kind, 0 },
	{ (char *) "names", (char *) "Other primary names", FAIRLEAD_COLUMN_TEXT,
	  append_primary_names, 0 },
	{ (char *) "aliases", (char *) "Aliases", FAIRLEAD_COLUMN_TEXT, append_names,
	  FAIRLEAD_NAME_ALIAS },
	{ (char *) "former_names", (char *) "Former names", FAIRLEAD_COLUMN_TEXT, append_names,
	  FAIRLEAD_NAME_FORMER },
	{ (char *) "designations", (char *) "Listings", FAIRLEAD_COLUMN_TEXT, append_designations,
	  0 },
	{ (char *) "is_stub", (char *) "Only referred to", FAIRLEAD_COLUMN_BOOLEAN, append_is_stub,
	  0 },
	{ (char *) "is_target", (char *) "Of the target", FAIRLEAD_COLUMN_BOOLEAN, append_is_target,
	  0 },
	{ (char *) "rank", (char *) "Rank", FAIRLEAD_COLUMN_INTEGER, append_of_row, ROW_RANK },
	{ (char *) "score", (char *) "Score", FAIRLEAD_COLUMN_NUMBER, append_of_row, ROW_SCORE },
};

static const FairleadExportColumn last_columns[] = {
	{ (char *) "degree", (char *) "Neighbours", FAIRLEAD_COLUMN_INTEGER, append_of_row,
	  ROW_DEGREE },
	{ (char *) "sources", (char *) "Sources", FAIRLEAD_COLUMN_TEXT, append_sources, 0 },
};

/* Schemes and attributes are looked for in their tables: no need to ask each vertex for each */
static void
add_schemes (GArray *columns, const FairleadExportView *view)
{
	gboolean is_seen[FAIRLEAD_N_ID_SCHEMES] = { FALSE };
	guint n;
	const FairleadIdRow *rows =
		fairlead_records_get_identifiers (fairlead_network_get_records (view->network), &n);

	for (guint i = 0; i < n; i++)
		is_seen[rows[i].scheme] = TRUE;
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		FairleadExportColumn column = { (char *) fairlead_id_scheme_info (scheme)->name,
			                        NULL, FAIRLEAD_COLUMN_TEXT,
			                        append_numbers_of_scheme, scheme };

		if (is_seen[scheme])
			fairlead_export_columns_add (columns, &column, "id_");
	}
}

static gboolean
is_plain_number (const char *text)
{
	char *end = NULL;

	return *text != '\0' && strspn (text, "0123456789.") == strlen (text)
	       && isfinite (g_ascii_strtod (text, &end)) && *end == '\0';
}

/* A column of numbers is one only when every vertex has one at most, and each can be read;
 * otherwise it is text, for nothing of it may be lost. */
static gboolean
holds_numbers (const FairleadExportView *view, FairleadAttribute attribute)
{
	const GArray *vertices = view->export->selection->vertices;

	for (guint i = 0; i < vertices->len; i++) {
		g_autoptr (GPtrArray) values = fairlead_values_of_attribute (
			view->network, g_array_index (vertices, FairleadVertex, i), attribute);

		if (values->len > 1 || (values->len == 1 && !is_plain_number (values->pdata[0])))
			return FALSE;
	}
	return TRUE;
}

static void
add_attributes (GArray *columns, const FairleadExportView *view)
{
	gboolean is_seen[FAIRLEAD_N_ATTRIBUTES] = { FALSE };
	guint n;
	const FairleadAttributeRow *rows =
		fairlead_records_get_attributes (fairlead_network_get_records (view->network), &n);

	for (guint i = 0; i < n; i++)
		is_seen[rows[i].attribute] = TRUE;
	for (guint attribute = 0; attribute < FAIRLEAD_N_ATTRIBUTES; attribute++) {
		const FairleadAttributeInfo *info = fairlead_attribute_info (attribute);
		FairleadExportColumn column = { (char *) info->name, NULL, FAIRLEAD_COLUMN_TEXT,
			                        append_attribute, attribute };

		if (!is_seen[attribute])
			continue;
		if (info->type == FAIRLEAD_TYPE_NUMBER && holds_numbers (view, attribute))
			column.type = FAIRLEAD_COLUMN_NUMBER;
		fairlead_export_columns_add (columns, &column, "");
	}
}

static void
add_components (GArray *columns, const FairleadExportView *view)
{
	for (guint i = 0; view->ranking != NULL && i < FAIRLEAD_N_COMPONENTS; i++) {
		FairleadExportColumn column = { (char *) fairlead_component_name (i), NULL,
			                        FAIRLEAD_COLUMN_NUMBER, append_of_row,
			                        ROW_FIRST_COMPONENT + i };

		fairlead_export_columns_add (columns, &column, "");
	}
}

GArray *
fairlead_export_vertex_columns (const FairleadExportView *view)
{
	GArray *columns = fairlead_export_columns_new ();

	for (guint i = 0; i < G_N_ELEMENTS (first_columns); i++)
		fairlead_export_columns_add (columns, &first_columns[i], "");
	add_components (columns, view);
	for (guint i = 0; i < G_N_ELEMENTS (last_columns); i++)
		fairlead_export_columns_add (columns, &last_columns[i], "");
	add_schemes (columns, view);
	add_attributes (columns, view);
	fairlead_export_columns_keep_filled (columns, view, view->export->selection->vertices);
	return columns;
}
