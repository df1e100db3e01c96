/* ingest/format/ofac-sdn-csv.c: sdn.csv, alt.csv, add.csv and sdn_comments.csv, and the four of the
 * Consolidated list, told apart by their columns, for they have no header
 *
 * Remarks that are cut off go on in the comments file, in the middle of a word. They wait until
 * every file is read; all others, which end with a full stop, are read at once. */
#include "ingest/format/ofac-sdn-csv.h"

#include <string.h>

#include "ingest/format/ofac-remarks.h"
#include "ingest/syntax/csv-shape.h"

/* OFAC cuts Remarks at this many characters, perhaps right after a full stop */
#define REMARKS_MAX 1000

typedef struct {
	FairleadEntity entity;
	FairleadKind kind;
	char *text; /* owned */
	FairleadSource source;
} Waiting;

typedef struct {
	GArray *cut;             /* of Waiting: remarks that may go on */
	GArray *overflow;        /* of Waiting: what goes on, one for each party */
	GHashTable *overflow_of; /* entity to its row of @overflow, plus one */
} State;

/* One row, with what its handler needs of the reading */
typedef struct {
	FairleadRecords *records;
	State *state;
	FairleadCsvRow *row;
	FairleadSource source;
	FairleadEntity entity; /* that the row is about; not made yet for a row of the party file */
} Cells;

typedef enum { FILE_PARTIES, FILE_ALIASES, FILE_ADDRESSES, FILE_COMMENTS, N_FILES } FileKind;

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
cell (const Cells *cells, guint column)
{
	char *text = g_strstrip (cells->row->fields[column]);

	return *text == '\0' || is_null (text) ? NULL : text;
}

static gboolean
is_number (const char *text)
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
read_kind (const Cells *cells)
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
read_programmes (const Cells *cells)
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
read_whole (const Cells *cells, FairleadKind kind, const char *text)
{
	FairleadOfacRemarks remarks = { .entity = cells->entity,
		                        .kind = kind,
		                        .text = text,
		                        .source = cells->source,
		                        .continued_at = G_MAXSIZE };

	fairlead_ofac_remarks_read (&remarks, cells->records);
}

static void
read_ship_cell (const Cells *cells, FairleadKind kind, const char *label, const char *text)
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
read_remarks (const Cells *cells, FairleadKind kind, const char *text)
{
	Waiting waiting = { cells->entity, kind, NULL, cells->source };

	if (!may_go_on (text)) {
		read_whole (cells, kind, text);
		return;
	}
	waiting.text = g_strdup (text);
	g_array_append_val (cells->state->cut, waiting);
}

static void
read_party (Cells *cells)
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
add_note (const Cells *cells, guint column)
{
	fairlead_records_add_attribute (cells->records, cells->entity, FAIRLEAD_ATTRIBUTE_NOTE,
	                                cell (cells, column), NULL, cells->source);
}

static void
read_alias (Cells *cells)
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
read_address (Cells *cells)
{
	fairlead_records_add_address (cells->records, cells->entity, FAIRLEAD_OFAC, cell (cells, 2),
	                              cell (cells, 3), cell (cells, 4), cells->source);
	add_note (cells, 5);
}

/* Not trimmed: the cut may stand beside a blank. A second row of a party goes on where the first
 * one ends. */
static void
read_comment (Cells *cells)
{
	State *state = cells->state;
	const char *text = cells->row->fields[1];
	gpointer key = GUINT_TO_POINTER (cells->entity);
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (state->overflow_of, key));

	if (is_null (text))
		return;
	if (place > 0) {
		Waiting *first = &g_array_index (state->overflow, Waiting, place - 1);
		g_autofree char *before = first->text;

		first->text = g_strconcat (before, text, NULL);
		return;
	}
	Waiting waiting = { cells->entity, FAIRLEAD_KIND_UNKNOWN, g_strdup (text), cells->source };
	g_array_append_val (state->overflow, waiting);
	g_hash_table_insert (state->overflow_of, key, GUINT_TO_POINTER (state->overflow->len));
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
	return is_number (row[1]) && find_alias_type (row[2]) >= 0;
}

static gboolean
is_address_row (GStrv row)
{
	return is_number (row[1]) && (is_null (row[2]) || is_null (row[3]) || is_null (row[5]));
}

static gboolean
is_comment_row (GStrv row)
{
	return fairlead_ofac_remarks_is_likely (row[1]);
}

/* The first column is a party's number in each. @share: of the sample's rows, in per cent, that
 * must look so; overflow may be one long fact, which shows nothing. */
static const struct {
	guint n_columns;
	gboolean (*looks_so) (GStrv row);
	guint share;
	guint certainty;
	gboolean describes; /* the party, rather than referring to it */
	void (*read) (Cells *cells);
} file_kinds[N_FILES] = {
	[FILE_PARTIES] = { 12, is_party_row, 60, 90, TRUE, read_party },
	[FILE_ALIASES] = { 5, is_alias_row, 60, 90, FALSE, read_alias },
	[FILE_ADDRESSES] = { 6, is_address_row, 60, 80, FALSE, read_address },
	[FILE_COMMENTS] = { 2, is_comment_row, 50, 60, FALSE, read_comment },
};

static gboolean
row_fits (GStrv row, FileKind kind)
{
	if (g_strv_length (row) != file_kinds[kind].n_columns || !is_number (row[0]))
		return FALSE;
	return file_kinds[kind].looks_so (row);
}

/* N_FILES where the sample is of none of them */
static FileKind
tell_file (const FairleadSample *sample)
{
	guint kind;

	if (!sample->is_csv || sample->dialect.delimiter != ',' || sample->rows->len == 0)
		return N_FILES;
	for (kind = 0; kind < N_FILES; kind++) {
		guint n_fit = 0;

		for (guint i = 0; i < sample->rows->len; i++)
			n_fit += row_fits (sample->rows->pdata[i], kind);
		if (n_fit * 100 >= sample->rows->len * file_kinds[kind].share)
			break;
	}
	return kind;
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	FileKind kind = tell_file (sample);

	(void) format;
	return kind == N_FILES ? 0 : file_kinds[kind].certainty;
}

static void
read_row (Cells *cells, FileKind kind)
{
	FairleadCsvRow *row = cells->row;
	const char *key = g_strstrip (row->fields[0]);

	if (!fairlead_csv_row_has_shape (row, file_kinds[kind].n_columns, FALSE, cells->records,
	                                 cells->source.file))
		return;
	if (!is_number (key)) {
		g_autofree char *start = fairlead_text_dup_start (key);

		fairlead_records_add_issue (cells->records, FAIRLEAD_ISSUE_BAD_RECORD,
		                            cells->source, "\"%s\" is no party's number", start);
		return;
	}
	if (!file_kinds[kind].describes)
		cells->entity =
			fairlead_records_refer (cells->records, FAIRLEAD_OFAC, key, cells->source);
	file_kinds[kind].read (cells);
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	g_autoptr (FairleadCsvReader) reader = fairlead_csv_reader_new (reading->input, ',');
	g_autoptr (GError) failure = NULL;
	FileKind kind = tell_file (reading->sample);
	FairleadCsvRow row;

	(void) format;
	if (kind == N_FILES)
		return fairlead_set_error_at (error, reading->path, 0,
		                              FAIRLEAD_ERROR_UNKNOWN_FORMAT,
		                              "the columns are of no file of OFAC's SDN list");
	while (fairlead_csv_reader_next (reader, &row, &failure)) {
		Cells cells = { reading->records,
			        reading->state,
			        &row,
			        { reading->file, (guint32) row.line },
			        FAIRLEAD_NO_ENTITY };

		read_row (&cells, kind);
		reading->n_records++;
	}
	if (failure != NULL) {
		g_propagate_error (error, g_steal_pointer (&failure));
		return FALSE;
	}
	fairlead_reading_note_encoding (reading, reader);
	return TRUE;
}

/* ---- what waited ---- */

static void
clear_waiting (gpointer data)
{
	g_free (((Waiting *) data)->text);
}

static GArray *
new_waiting (void)
{
	GArray *rows = g_array_new (FALSE, FALSE, sizeof (Waiting));

	g_array_set_clear_func (rows, clear_waiting);
	return rows;
}

static gpointer
begin (const FairleadFormat *format)
{
	State *state = g_new0 (State, 1);

	(void) format;
	state->cut = new_waiting ();
	state->overflow = new_waiting ();
	state->overflow_of = g_hash_table_new (NULL, NULL);
	return state;
}

static void
end (gpointer data)
{
	State *state = data;

	g_array_unref (state->cut);
	g_array_unref (state->overflow);
	g_hash_table_unref (state->overflow_of);
	g_free (state);
}

/* The overflow of a party is used once, by the first of its remarks that were cut */
static const Waiting *
take_overflow (State *state, FairleadEntity entity)
{
	gpointer key = GUINT_TO_POINTER (entity);
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (state->overflow_of, key));

	g_hash_table_remove (state->overflow_of, key);
	return place > 0 ? &g_array_index (state->overflow, Waiting, place - 1) : NULL;
}

static void
read_waiting (FairleadRecords *records, const Waiting *waiting, const Waiting *overflow)
{
	g_autofree char *text =
		g_strconcat (waiting->text, overflow != NULL ? overflow->text : NULL, NULL);
	FairleadOfacRemarks remarks = { waiting->entity, waiting->kind, text,
		                        waiting->source, G_MAXSIZE,     waiting->source };

	if (overflow != NULL) {
		remarks.continued_at = strlen (waiting->text);
		remarks.continued_source = overflow->source;
	}
	fairlead_ofac_remarks_read (&remarks, records);
}

/* Overflow of parties whose Remarks were not cut, or are in no file of this load, stands alone */
static gboolean
finish (const FairleadFormat *format, gpointer data, FairleadRecords *records, GError **error)
{
	State *state = data;

	(void) format;
	(void) error;
	for (guint i = 0; i < state->cut->len; i++) {
		const Waiting *waiting = &g_array_index (state->cut, Waiting, i);

		read_waiting (records, waiting, take_overflow (state, waiting->entity));
	}
	for (guint i = 0; i < state->overflow->len; i++) {
		const Waiting *waiting = &g_array_index (state->overflow, Waiting, i);

		if (take_overflow (state, waiting->entity) != NULL)
			read_waiting (records, waiting, NULL);
	}
	return TRUE;
}

const FairleadFormat fairlead_format_ofac_sdn_csv = {
	.name = "ofac-sdn-csv",
	.title = "OFAC SDN or Consolidated list, CSV",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = finish,
	.end = end,
};
