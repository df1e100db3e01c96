/* ingest/format/bods/bods-csv.c: statements of BODS 0.4, flattened to tables
 *
 * A table of statements for each type (`entity_statement.csv`), and one for each list of parts
 * (`entity_recordDetails_names.csv`), whose rows name their statement by its `_link`. A table is
 * told by its columns, and one of parts by its own links, `12.recordDetails.names.0`. Parts come
 * before their statements as often as behind them: all rows wait for the last.
 *
 * Not read: what bods-json.c does not read either. */
#include "ingest/format/bods/bods.h"

#include <string.h>

#include "ingest/format/csv-table.h"

#define DETAILS "recordDetails"

/* What a row of statements is held with, before the fields of its type */
enum { RECORD, STATUS, DATE, ALTERNATE_NAMES, N_COMMON };

/* And what else is asked of it */
enum { LINK = N_COMMON, RECORD_TYPE, N_COLUMNS };

static const char *const columns[N_COLUMNS] = {
	[RECORD] = "recordId",    [STATUS] = "recordStatus",
	[DATE] = "statementDate", [ALTERNATE_NAMES] = DETAILS "_" BODS_ALTERNATE_NAMES,
	[LINK] = "_link",         [RECORD_TYPE] = "recordType",
};

/* The column of the statement in a table of parts, by what made the tables; `ooc` is what
 * relationships were called once */
static const struct {
	const char *column;
	const FairleadBodsType *type;
} parents[] = {
	{ "_link_entity_statement", &fairlead_bods_entity },
	{ "_link_person_statement", &fairlead_bods_person },
	{ "_link_relationship_statement", &fairlead_bods_relationship },
	{ "_link_ooc_statement", &fairlead_bods_relationship },
};

/* A row that waits. Parts hang on their statement in a chain of rows, plus one, 0 for none. */
typedef struct {
	const FairleadBodsType *type;
	const FairleadBodsPart *part; /* NULL for the statement itself */
	FairleadText link;            /* of the statement, in State.strings */
	guint first_cell;             /* in State.cells */
	FairleadSource source;
	guint next;
	guint last;
} Held;

typedef struct {
	FairleadBodsLoad load;
	FairleadStrings *strings; /* links and cells */
	GArray *held;             /* of Held */
	GArray *cells;            /* of FairleadText */
} State;

/* One table of parts while it is read */
typedef struct {
	const FairleadBodsType *type;
	const FairleadBodsPart *part; /* NULL for one that is not read */
} Table;

/* ---- columns ---- */

/* `share.exact` as `share_exact` */
static void
add_columns (GPtrArray *names, const char *prefix, const char *const *fields)
{
	for (guint i = 0; i < BODS_MAX_FIELDS && fields[i] != NULL; i++)
		g_ptr_array_add (names,
		                 g_strdelimit (g_strconcat (prefix, fields[i], NULL), ".", '_'));
}

static guint
count_fields (const char *const *fields)
{
	guint n = 0;

	while (n < BODS_MAX_FIELDS && fields[n] != NULL)
		n++;
	return n;
}

/* ---- rows that wait ---- */

/* Links count from the start in each set of tables, which stand in one folder or archive */
static FairleadText
intern_link (State *state, const FairleadReading *reading, const FairleadBodsType *type,
             const char *link)
{
	gsize folder = strlen (reading->path);
	g_autofree char *whole = NULL;

	while (folder > 0 && strchr ("/!", reading->path[folder - 1]) == NULL)
		folder--;
	whole = g_strdup_printf ("%.*s\n%s\n%s", (int) folder, reading->path, type->name, link);
	return fairlead_strings_intern (state->strings, whole, strlen (whole));
}

static void
hold (FairleadReading *reading, const FairleadBodsType *type, const FairleadBodsPart *part,
      const char *link, FairleadSource source)
{
	State *state = reading->state;
	Held held = { .type = type,
		      .part = part,
		      .link = intern_link (state, reading, type, link),
		      .first_cell = state->cells->len,
		      .source = source };

	g_array_append_val (state->held, held);
}

static void
hold_cells (FairleadReading *reading, const char *const *cells, guint n)
{
	State *state = reading->state;

	for (guint i = 0; i < n; i++) {
		FairleadText text =
			fairlead_strings_intern (state->strings, cells[i], strlen (cells[i]));

		g_array_append_val (state->cells, text);
	}
}

/* ---- reading ---- */

static const char *
filled (const char *text)
{
	return *text != '\0' ? text : NULL;
}

/* Where the fields of the type begin among the columns of all types */
static guint
first_field (const FairleadBodsType *type)
{
	guint first = N_COLUMNS;

	for (guint i = 0; fairlead_bods_types[i] != type; i++)
		first += count_fields (fairlead_bods_types[i]->fields);
	return first;
}

static void
on_statement (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadBodsStatement statement = { .records = reading->records,
		                            .record = filled (row->cells[RECORD]),
		                            .source = row->source };
	const FairleadBodsType *type = fairlead_bods_statement_find_type (
		&statement, filled (row->cells[RECORD_TYPE]), TRUE);

	(void) user_data;
	if (type == NULL)
		return;
	hold (reading, type, NULL, row->cells[LINK], row->source);
	hold_cells (reading, row->cells, N_COMMON);
	hold_cells (reading, row->cells + first_field (type), count_fields (type->fields));
}

static gboolean
read_statements (FairleadReading *reading, GError **error)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < N_COLUMNS; i++)
		g_ptr_array_add (names, g_strdup (columns[i]));
	for (guint i = 0; fairlead_bods_types[i] != NULL; i++)
		add_columns (names, DETAILS "_", fairlead_bods_types[i]->fields);
	return fairlead_csv_table_read (reading, (const char *const *) names->pdata, names->len,
	                                on_statement, NULL, error);
}

/* The first cell is the statement's link */
static void
on_part (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	const Table *table = user_data;

	if (table->part == NULL)
		return;
	hold (reading, table->type, table->part, row->cells[0], row->source);
	hold_cells (reading, row->cells + 1, count_fields (table->part->fields));
}

static gboolean
read_parts (FairleadReading *reading, const char *parent, Table *table, GError **error)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

	g_ptr_array_add (names, g_strdup (parent));
	if (table->part != NULL)
		add_columns (names, "", table->part->fields);
	return fairlead_csv_table_read (reading, (const char *const *) names->pdata, names->len,
	                                on_part, table, error);
}

/* ---- what a table holds ---- */

/* The link of the first row below the header; NULL where there is none */
static const char *
first_link (const FairleadSample *sample)
{
	GStrv header = sample->rows->pdata[0];
	FairleadCsvRow names = { .fields = header, .n_fields = g_strv_length (header) };
	gint place = fairlead_csv_row_find (&names, columns[LINK]);
	GStrv first = sample->rows->len > 1 ? sample->rows->pdata[1] : NULL;

	return place >= 0 && first != NULL && (guint) place < g_strv_length (first) ? first[place]
	                                                                            : NULL;
}

/* `12.recordDetails.names.0` as `recordDetails.names`; NULL where the text is no such link */
static char *
dup_path (const char *link)
{
	const char *end = link == NULL ? NULL : strrchr (link, '.');
	const char *start = link == NULL ? NULL : strchr (link, '.');

	return end == start ? NULL : g_strndup (start + 1, (gsize) (end - start - 1));
}

static const FairleadBodsPart *
find_part (const FairleadBodsType *type, const char *path)
{
	if (!g_str_has_prefix (path, DETAILS "."))
		return NULL;
	for (guint i = 0; type->parts[i] != NULL; i++)
		if (strcmp (type->parts[i]->path, path + strlen (DETAILS ".")) == 0)
			return type->parts[i];
	return NULL;
}

/* Tables that are known and not read */
static gboolean
is_passed_over (const char *path)
{
	static const char *const passed[] = { "annotations", "source",
		                              DETAILS ".publicListing.securitiesListings" };

	for (guint i = 0; i < G_N_ELEMENTS (passed); i++)
		if (g_str_has_prefix (path, passed[i]))
			return TRUE;
	return FALSE;
}

/* The row of parents[] whose column the sample has; -1 for none */
static gint
find_parent (const FairleadSample *sample)
{
	for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
		if (fairlead_sample_has_column (sample, parents[i].column))
			return (gint) i;
	return -1;
}

static gboolean
is_of_parts (const FairleadSample *sample)
{
	g_autofree char *path = NULL;

	if (!sample->is_csv || sample->rows->len == 0 || find_parent (sample) < 0)
		return FALSE;
	path = dup_path (first_link (sample));
	return path != NULL && (g_str_has_prefix (path, DETAILS ".") || is_passed_over (path));
}

static gboolean
read_file (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	g_autofree char *path = NULL;
	gint parent;
	Table table;

	(void) format;
	if (!is_of_parts (reading->sample))
		return read_statements (reading, error);
	parent = find_parent (reading->sample);
	path = dup_path (first_link (reading->sample));
	table = (Table){ parents[parent].type, find_part (parents[parent].type, path) };
	if (table.part == NULL && !is_passed_over (path))
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            (FairleadSource){ reading->file, 1 },
		                            "table of \"%s\" was not read", path);
	return read_parts (reading, parents[parent].column, &table, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	static const char *const signs[] = { "_link", "statementId", "recordId", "recordType",
		                             NULL };

	(void) format;
	return fairlead_sample_has_columns (sample, signs) || is_of_parts (sample) ? 95 : 0;
}

/* ---- after the last file ---- */

static Held *
held_at (State *state, guint row)
{
	return &g_array_index (state->held, Held, row);
}

/* In the order of the files' paths, so that the order in which they were read means nothing; rows
 * of one file keep theirs */
static gint
compare_paths (gconstpointer a, gconstpointer b, gpointer user_data)
{
	const FairleadSource one = ((const Held *) a)->source, other = ((const Held *) b)->source;
	FairleadRecords *records = user_data;
	guint n;
	const FairleadFileRow *files;

	if (one.file == other.file)
		return 0;
	files = fairlead_records_get_files (records, &n);
	return strcmp (fairlead_records_get_text (records, files[one.file].path),
	               fairlead_records_get_text (records, files[other.file].path));
}

/* Statements by their links, rows plus one; of two with the same link the first */
static GHashTable *
index_statements (State *state)
{
	GHashTable *rows = g_hash_table_new (NULL, NULL);

	for (guint i = 0; i < state->held->len; i++) {
		const Held *held = held_at (state, i);
		gpointer link = GUINT_TO_POINTER (held->link);

		if (held->part == NULL && !g_hash_table_contains (rows, link))
			g_hash_table_insert (rows, link, GUINT_TO_POINTER (i + 1));
	}
	return rows;
}

static void
hang_part (State *state, guint row, guint statement_row)
{
	Held *statement = held_at (state, statement_row);
	guint before = statement->last != 0 ? statement->last - 1 : statement_row;

	held_at (state, before)->next = row + 1;
	statement->last = row + 1;
}

static void
hang_parts (State *state, FairleadRecords *records)
{
	g_autoptr (GHashTable) rows = index_statements (state);

	for (guint i = 0; i < state->held->len; i++) {
		const Held *held = held_at (state, i);
		guint row = GPOINTER_TO_UINT (
			g_hash_table_lookup (rows, GUINT_TO_POINTER (held->link)));

		if (held->part == NULL)
			continue;
		if (row != 0)
			hang_part (state, i, row - 1);
		else
			fairlead_records_add_issue (
				records, FAIRLEAD_ISSUE_UNKNOWN_ID, held->source,
				"no %s statement has the link \"%s\"", held->type->name,
				strrchr (fairlead_strings_get (state->strings, held->link), '\n')
					+ 1);
	}
}

static void
fill_cells (State *state, guint first, guint n, const char **cells)
{
	for (guint i = 0; i < BODS_MAX_FIELDS; i++)
		cells[i] = i < n ? filled (fairlead_strings_get (
				   state->strings,
				   g_array_index (state->cells, FairleadText, first + i)))
		                 : NULL;
}

/* Names are joined by commas, which stand in names before a blank */
static void
read_alternate_names (FairleadBodsStatement *statement, const char *text)
{
	const FairleadBodsPart *part =
		find_part (statement->type, DETAILS "." BODS_ALTERNATE_NAMES);

	while (part != NULL && text != NULL) {
		const char *comma = strchr (text, ',');

		while (comma != NULL && g_ascii_isspace (comma[1]))
			comma = strchr (comma + 1, ',');

		g_autofree char *name =
			comma != NULL ? g_strndup (text, (gsize) (comma - text)) : g_strdup (text);
		const char *cells[BODS_MAX_FIELDS] = { filled (g_strstrip (name)) };

		fairlead_bods_statement_read (statement, part, cells, statement->source);
		text = comma != NULL ? comma + 1 : NULL;
	}
}

static void
emit_statement (State *state, FairleadRecords *records, const Held *held)
{
	const char *common[BODS_MAX_FIELDS], *cells[BODS_MAX_FIELDS];
	FairleadBodsStatement statement = { .records = records,
		                            .load = &state->load,
		                            .source = held->source };

	fill_cells (state, held->first_cell, N_COMMON, common);
	fill_cells (state, held->first_cell + N_COMMON, count_fields (held->type->fields), cells);
	statement.record = common[RECORD];
	statement.status = common[STATUS];
	statement.date_text = common[DATE];
	fairlead_bods_statement_begin (&statement, held->type, cells);
	read_alternate_names (&statement, common[ALTERNATE_NAMES]);
	for (guint row = held->next; row != 0; row = held_at (state, row - 1)->next) {
		const Held *part = held_at (state, row - 1);

		fill_cells (state, part->first_cell, count_fields (part->part->fields), cells);
		fairlead_bods_statement_read (&statement, part->part, cells, part->source);
	}
	fairlead_bods_statement_end (&statement);
}

static gboolean
finish (const FairleadFormat *format, gpointer data, FairleadRecords *records, GError **error)
{
	State *state = data;

	(void) format;
	if (fairlead_strings_is_full (state->strings))
		return fairlead_set_error_at (error, "BODS tables", 0, FAIRLEAD_ERROR_LIMIT,
		                              "the tables hold more than 4 GiB of text");
	g_array_sort_with_data (state->held, compare_paths, records);
	hang_parts (state, records);
	for (guint i = 0; i < state->held->len; i++)
		if (held_at (state, i)->part == NULL)
			emit_statement (state, records, held_at (state, i));
	fairlead_bods_history_emit (state->load.history, records);
	return TRUE;
}

static gpointer
begin (const FairleadFormat *format)
{
	State *state = g_new0 (State, 1);

	(void) format;
	fairlead_bods_load_init (&state->load);
	state->strings = fairlead_strings_new ();
	state->held = g_array_new (FALSE, FALSE, sizeof (Held));
	state->cells = g_array_new (FALSE, FALSE, sizeof (FairleadText));
	return state;
}

static void
end (gpointer data)
{
	State *state = data;

	fairlead_bods_load_clear (&state->load);
	fairlead_strings_free (state->strings);
	g_array_unref (state->held);
	g_array_unref (state->cells);
	g_free (state);
}

const FairleadFormat fairlead_format_bods_csv = {
	.name = "bods-csv",
	.title = "Beneficial Ownership Data Standard 0.4 (CSV tables)",
	.sniff = sniff,
	.read = read_file,
	.begin = begin,
	.finish = finish,
	.end = end,
};
