/* ingest/format/ofac-sdn/rows.c: parties, aliases, addresses, comments
 *
 * Remarks that are cut off go on in the comments file, in the middle of a word. They wait until
 * every file is read; all others, which end with a full stop, are read at once. */
#include "ingest/format/ofac-sdn/sdn-csv.h"

#include <string.h>

#include "ingest/format/ofac-sdn/remarks.h"

/* OFAC cuts Remarks at this many characters, perhaps right after a full stop */
#define REMARKS_MAX 1000

/* ---- cells ---- */

/* `-0- `, as OFAC writes what it does not say */
static gboolean
is_null (const char *text)
{
	text += strspn (text, " ");
	return g_str_has_prefix (text, "-0-") && text[3 + strspn (text + 3, " ")] == '\0';
}

/* NULL where the source says nothing */
static const char *
cell (const FairleadOfacRow *cells, guint column)
{
	char *text = g_strstrip (cells->row->fields[column]);

	return *text == '\0' || is_null (text) ? NULL : text;
}

gboolean
fairlead_ofac_is_number (const char *text)
{
	return *text != '\0' && text[strspn (text, "0123456789")] == '\0';
}

/* ---- parties ---- */

static const struct {
	const char *type;
	FairleadKind kind;
} party_kinds[] = {
	{ "entity", FAIRLEAD_KIND_COMPANY },
	{ "individual", FAIRLEAD_KIND_PERSON },
	{ "vessel", FAIRLEAD_KIND_VESSEL },
	{ "aircraft", FAIRLEAD_KIND_AIRCRAFT },
};

/* -1 for a type that is not known here */
static gint
find_kind (const char *type)
{
	if (type == NULL)
		return FAIRLEAD_KIND_COMPANY;
	for (guint i = 0; i < G_N_ELEMENTS (party_kinds); i++) {
		if (g_ascii_strcasecmp (type, party_kinds[i].type) == 0)
			return (gint) party_kinds[i].kind;
	}
	return -1;
}

static FairleadKind
read_kind (const FairleadOfacRow *cells)
{
	const char *type = cell (cells, 2);
	gint kind = find_kind (type);

	if (kind >= 0)
		return (FairleadKind) kind;
	fairlead_records_add_issue (cells->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, cells->source,
	                            "\"%s\"", type);
	return FAIRLEAD_KIND_UNKNOWN;
}

/* `SDGT] [SYRIA` */
static void
read_programmes (const FairleadOfacRow *cells)
{
	const char *text = cell (cells, 3);
	g_auto (GStrv) programmes = g_strsplit_set (text != NULL ? text : "", "[]", -1);
	gboolean any = FALSE;

	for (guint i = 0; programmes[i] != NULL; i++) {
		if (*g_strstrip (programmes[i]) == '\0')
			continue;
		fairlead_records_add_designation (cells->records, cells->entity, "OFAC",
		                                  programmes[i], NULL, NULL, cells->source);
		any = TRUE;
	}
	if (!any)
		fairlead_records_add_designation (cells->records, cells->entity, "OFAC", NULL, NULL,
		                                  NULL, cells->source);
}

/* The cells of ships are what Remarks say with a label, and are read as that */
static const struct {
	guint column;
	const char *label;
} ship_cells[] = {
	{ 5, "Vessel Call Sign" },         { 6, "Vessel Type" }, { 7, "Deadweight Tonnage" },
	{ 8, "Gross Registered Tonnage" }, { 9, "Vessel Flag" }, { 10, "Vessel Owner" },
};

static void
read_whole (const FairleadOfacRow *cells, FairleadKind kind, const char *text)
{
	FairleadOfacRemarks remarks = { .entity = cells->entity,
		                        .kind = kind,
		                        .text = text,
		                        .source = cells->source,
		                        .continued_at = G_MAXSIZE };

	fairlead_ofac_remarks_read (&remarks, cells->records);
}

static void
read_ship_cell (const FairleadOfacRow *cells, FairleadKind kind, const char *label,
                const char *text)
{
	/* A semicolon would end the fact */
	g_autofree char *one_fact = g_strdelimit (g_strdup (text), ";", ',');
	g_autofree char *labelled = g_strdup_printf ("%s %s.", label, one_fact);

	read_whole (cells, kind, labelled);
}

static gboolean
may_go_on (const char *remarks)
{
	return !g_str_has_suffix (remarks, ".") || g_utf8_strlen (remarks, -1) >= REMARKS_MAX;
}

static void
read_remarks (const FairleadOfacRow *cells, FairleadKind kind, const char *text)
{
	if (may_go_on (text))
		fairlead_ofac_waiting_add_cut (cells->waiting, cells->entity, kind, text,
		                               cells->source);
	else
		read_whole (cells, kind, text);
}

static void
read_party (FairleadOfacRow *cells)
{
	FairleadKind kind = read_kind (cells);

	cells->entity = fairlead_records_describe (cells->records, FAIRLEAD_OFAC,
	                                           cells->row->fields[0], kind, cells->source);
	fairlead_records_add_name (cells->records, cells->entity, cell (cells, 1),
	                           FAIRLEAD_NAME_PRIMARY, FALSE, cells->source);
	read_programmes (cells);
	fairlead_records_add_attribute (cells->records, cells->entity, FAIRLEAD_ATTRIBUTE_TITLE,
	                                cell (cells, 4), NULL, cells->source);
	for (guint i = 0; i < G_N_ELEMENTS (ship_cells); i++) {
		const char *text = cell (cells, ship_cells[i].column);

		if (text != NULL)
			read_ship_cell (cells, kind, ship_cells[i].label, text);
	}
	/* Not trimmed: Remarks may be cut beside a blank */
	if (!is_null (cells->row->fields[11]))
		read_remarks (cells, kind, cells->row->fields[11]);
}

/* ---- aliases, addresses, comments ---- */

static const struct {
	const char *word;
	FairleadNameType type;
} alias_types[] = {
	{ "aka", FAIRLEAD_NAME_ALIAS },
	{ "nka", FAIRLEAD_NAME_ALIAS },
	{ "fka", FAIRLEAD_NAME_FORMER },
};

static gint
find_alias_type (const char *word)
{
	for (guint i = 0; i < G_N_ELEMENTS (alias_types); i++) {
		if (g_ascii_strcasecmp (word, alias_types[i].word) == 0)
			return (gint) alias_types[i].type;
	}
	return -1;
}

static void
add_note (const FairleadOfacRow *cells, guint column)
{
	fairlead_records_add_attribute (cells->records, cells->entity, FAIRLEAD_ATTRIBUTE_NOTE,
	                                cell (cells, column), NULL, cells->source);
}

static void
read_alias (FairleadOfacRow *cells)
{
	const char *word = cell (cells, 2);
	const char *text = cell (cells, 3);
	const char *remarks = cell (cells, 4);
	gint type = word != NULL ? find_alias_type (word) : -1;
	gboolean weak = remarks != NULL && strstr (remarks, "weak") != NULL;

	if (text == NULL) {
		fairlead_records_add_issue (cells->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            cells->source, "an alias of %s has no name",
		                            cells->row->fields[0]);
		return;
	}
	if (type < 0)
		fairlead_records_add_issue (cells->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            cells->source, "alias type \"%s\"",
		                            word != NULL ? word : "");
	fairlead_records_add_name (cells->records, cells->entity, text,
	                           type >= 0 ? (FairleadNameType) type : FAIRLEAD_NAME_ALIAS, weak,
	                           cells->source);
	add_note (cells, 4);
}

static void
read_address (FairleadOfacRow *cells)
{
	fairlead_records_add_address (cells->records, cells->entity, FAIRLEAD_OFAC, cell (cells, 2),
	                              cell (cells, 3), cell (cells, 4), cells->source);
	add_note (cells, 5);
}

/* Not trimmed: the cut may stand beside a blank */
static void
read_comment (FairleadOfacRow *cells)
{
	const char *text = cells->row->fields[1];

	if (!is_null (text))
		fairlead_ofac_waiting_add_overflow (cells->waiting, cells->entity, text,
		                                    cells->source);
}

/* ---- files ---- */

static gboolean
is_party_row (GStrv row)
{
	return is_null (row[2]) || find_kind (row[2]) >= 0;
}

static gboolean
is_alias_row (GStrv row)
{
	return fairlead_ofac_is_number (row[1]) && find_alias_type (row[2]) >= 0;
}

static gboolean
is_address_row (GStrv row)
{
	return fairlead_ofac_is_number (row[1])
	       && (is_null (row[2]) || is_null (row[3]) || is_null (row[5]));
}

static gboolean
is_comment_row (GStrv row)
{
	return fairlead_ofac_remarks_is_likely (row[1]);
}

const FairleadOfacTable fairlead_ofac_tables[FAIRLEAD_OFAC_N_TABLES] = {
	{ "sdn", 12, is_party_row, 60, 90, TRUE, read_party },
	{ "alt", 5, is_alias_row, 60, 90, FALSE, read_alias },
	{ "add", 6, is_address_row, 60, 80, FALSE, read_address },
	{ "comments", 2, is_comment_row, 50, 60, FALSE, read_comment },
};
