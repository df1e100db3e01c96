/* ingest/names-file.c */
#include "ingest/names-file.h"

#include <string.h>

#include "ingest/grammar/name.h"
#include "ingest/record/error.h"

#define NO_COLUMN (-1)

struct _FairleadNamesFile {
	FairleadInput *input;
	FairleadCsvReader *reader;
	char **headers;
	guint n_headers;
	gint column[FAIRLEAD_N_NAMES_FIELDS];
};

/* ---- fields ---- */

static const char *
field_name (guint field)
{
	static const char *const names[] = { "id", "name", "kind", "country", "birth-date" };

	return field < FAIRLEAD_NAMES_FIRST_NUMBER
	               ? names[field]
	               : fairlead_id_scheme_info (field - FAIRLEAD_NAMES_FIRST_NUMBER)->name;
}

#define NUMBER(scheme) (FAIRLEAD_NAMES_FIRST_NUMBER + FAIRLEAD_ID_##scheme)

/* Headers as people write them, folded. The first that a file has is taken. */
static const struct {
	guint field;
	const char *header;
} known_headers[] = {
	{ FAIRLEAD_NAMES_NAME, "name" },
	{ FAIRLEAD_NAMES_NAME, "full name" },
	{ FAIRLEAD_NAMES_NAME, "ship name" },
	{ FAIRLEAD_NAMES_NAME, "shipname" },
	{ FAIRLEAD_NAMES_NAME, "vessel name" },
	{ FAIRLEAD_NAMES_NAME, "vessel" },
	{ FAIRLEAD_NAMES_NAME, "company name" },
	{ FAIRLEAD_NAMES_NAME, "companyname" },
	{ FAIRLEAD_NAMES_NAME, "company" },
	{ FAIRLEAD_NAMES_NAME, "entity name" },
	{ FAIRLEAD_NAMES_NAME, "entity" },
	{ FAIRLEAD_NAMES_NAME, "customer name" },
	{ FAIRLEAD_NAMES_NAME, "customer" },
	{ FAIRLEAD_NAMES_NAME, "party" },
	{ FAIRLEAD_NAMES_REFERENCE, "id" },
	{ FAIRLEAD_NAMES_REFERENCE, "reference" },
	{ FAIRLEAD_NAMES_REFERENCE, "ref" },
	{ FAIRLEAD_NAMES_REFERENCE, "customer id" },
	{ FAIRLEAD_NAMES_KIND, "kind" },
	{ FAIRLEAD_NAMES_KIND, "type" },
	{ FAIRLEAD_NAMES_KIND, "schema" },
	{ FAIRLEAD_NAMES_KIND, "entity type" },
	{ FAIRLEAD_NAMES_COUNTRY, "country" },
	{ FAIRLEAD_NAMES_COUNTRY, "nationality" },
	{ FAIRLEAD_NAMES_COUNTRY, "jurisdiction" },
	{ FAIRLEAD_NAMES_COUNTRY, "flag" },
	{ FAIRLEAD_NAMES_BIRTH_DATE, "birth date" },
	{ FAIRLEAD_NAMES_BIRTH_DATE, "birthdate" },
	{ FAIRLEAD_NAMES_BIRTH_DATE, "date of birth" },
	{ FAIRLEAD_NAMES_BIRTH_DATE, "dob" },
	{ NUMBER (IMO), "imo" },
	{ NUMBER (IMO), "imo number" },
	{ NUMBER (IMO), "imo no" },
	{ NUMBER (IMO), "ship imo" },
	{ NUMBER (IMO_COMPANY), "imo company" },
	{ NUMBER (IMO_COMPANY), "imo company number" },
	{ NUMBER (IMO_COMPANY), "company imo" },
	{ NUMBER (LEI), "lei" },
	{ NUMBER (LEI), "lei code" },
	{ NUMBER (MMSI), "mmsi" },
	{ NUMBER (CALL_SIGN), "call sign" },
	{ NUMBER (CALL_SIGN), "callsign" },
	{ NUMBER (REGISTRATION), "registration number" },
	{ NUMBER (REGISTRATION), "registration" },
	{ NUMBER (REGISTRATION), "registration no" },
	{ NUMBER (REGISTRATION), "company number" },
	{ NUMBER (TAX), "tax number" },
	{ NUMBER (TAX), "tax id" },
	{ NUMBER (TAX), "vat number" },
	{ NUMBER (PASSPORT), "passport" },
	{ NUMBER (PASSPORT), "passport number" },
	{ NUMBER (PASSPORT), "passport no" },
	{ NUMBER (NATIONAL), "national id" },
	{ NUMBER (NATIONAL), "id number" },
	{ NUMBER (BIC), "bic" },
	{ NUMBER (BIC), "swift" },
};

static gint
find_header (const FairleadNamesFile *self, const char *folded)
{
	for (guint i = 0; i < self->n_headers; i++) {
		g_autofree char *own = fairlead_name_fold (self->headers[i]);

		if (strcmp (own, folded) == 0)
			return (gint) i;
	}
	return NO_COLUMN;
}

static void
find_columns (FairleadNamesFile *self)
{
	for (guint i = 0; i < G_N_ELEMENTS (known_headers); i++) {
		gint *column = &self->column[known_headers[i].field];

		if (*column == NO_COLUMN)
			*column = find_header (self, known_headers[i].header);
	}
}

/* ---- columns that the user names ---- */

static gboolean
set_error (GError **error, const char *format, const char *text)
{
	g_autofree char *message = g_strdup_printf ("--column %s %s", text, format);

	g_set_error_literal (error, FAIRLEAD_ERROR, FAIRLEAD_ERROR_USAGE, message);
	return FALSE;
}

static gboolean
set_column (FairleadNamesFile *self, const char *column, GError **error)
{
	const char *equals = strchr (column, '=');
	g_autofree char *field = NULL;
	g_autofree char *header = NULL;
	gint place;

	if (equals == NULL)
		return set_error (error, "is not of the form FIELD=HEADER", column);
	field = g_strndup (column, (gsize) (equals - column));
	header = fairlead_name_fold (equals + 1);
	place = find_header (self, header);
	if (place == NO_COLUMN)
		return set_error (error, "names a header that the file does not have", column);
	for (guint i = 0; i < FAIRLEAD_N_NAMES_FIELDS; i++)
		if (strcmp (field_name (i), field) == 0) {
			self->column[i] = place;
			return TRUE;
		}
	return set_error (error,
	                  "names no field (id, name, kind, country, birth-date, imo, mmsi, lei,"
	                  " registration ...)",
	                  column);
}

/* ---- opening ---- */

static gboolean
has_something (const FairleadNamesFile *self)
{
	gboolean has = self->column[FAIRLEAD_NAMES_NAME] != NO_COLUMN;

	for (guint i = FAIRLEAD_NAMES_FIRST_NUMBER; i < FAIRLEAD_N_NAMES_FIELDS; i++)
		has = has || self->column[i] != NO_COLUMN;
	return has;
}

static gboolean
read_header (FairleadNamesFile *self, const char *path, GError **error)
{
	FairleadCsvRow row;

	if (!fairlead_csv_reader_next (self->reader, &row, error)) {
		if (error != NULL && *error == NULL)
			fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
			                       "the file is empty");
		return FALSE;
	}
	self->n_headers = row.n_fields;
	self->headers = g_new0 (char *, row.n_fields + 1);
	for (guint i = 0; i < row.n_fields; i++)
		self->headers[i] = g_strdup (row.fields[i]);
	return TRUE;
}

static gboolean
start (FairleadNamesFile *self, const char *path, const char *const *columns, GError **error)
{
	FairleadCsvDialect dialect = { .delimiter = ',' };
	gsize size;
	const char *head;

	self->input = fairlead_input_open (path, error);
	if (self->input == NULL)
		return FALSE;
	head = fairlead_input_peek (self->input, &size, error);
	if (head == NULL)
		return FALSE;
	fairlead_csv_guess_dialect (head, size, &dialect); /* one column alone has no delimiter */
	self->reader = fairlead_csv_reader_new (self->input, dialect.delimiter);
	if (!read_header (self, path, error))
		return FALSE;
	find_columns (self);
	for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
		if (!set_column (self, columns[i], error))
			return FALSE;
	return has_something (self)
	       || fairlead_set_error_at (error, path, 1, FAIRLEAD_ERROR_MISSING_FIELD,
	                                 "no column is a name or a number that is known here"
	                                 " (say which with --column name=HEADER)");
}

FairleadNamesFile *
fairlead_names_file_open (const char *path, const char *const *columns, GError **error)
{
	g_autoptr (FairleadNamesFile) self = g_new0 (FairleadNamesFile, 1);

	for (guint i = 0; i < FAIRLEAD_N_NAMES_FIELDS; i++)
		self->column[i] = NO_COLUMN;
	return start (self, path, columns, error) ? g_steal_pointer (&self) : NULL;
}

void
fairlead_names_file_free (FairleadNamesFile *self)
{
	g_clear_pointer (&self->reader, fairlead_csv_reader_free);
	g_clear_pointer (&self->input, fairlead_input_free);
	g_strfreev (self->headers);
	g_free (self);
}

char *
fairlead_names_file_dup_columns (const FairleadNamesFile *self)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_N_NAMES_FIELDS; i++)
		if (self->column[i] != NO_COLUMN)
			g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "",
			                        field_name (i), self->headers[self->column[i]]);
	return g_string_free (text, FALSE);
}

/* ---- rows ---- */

void
fairlead_names_row_clear (FairleadNamesRow *self)
{
	g_clear_pointer (&self->issue, g_free);
}

static void
note (GString *issue, const char *format, const char *text)
{
	g_string_append_printf (issue, "%s%s%s%s", issue->len > 0 ? "; " : "", format,
	                        *text != '\0' ? " " : "", text);
}

static void
check_number (GString *issue, FairleadIdScheme scheme, const char *number)
{
	char normal[128];
	g_autofree char *what =
		g_strdup_printf ("%s %s", fairlead_id_scheme_info (scheme)->title, number);

	if (!fairlead_identifier_normalise (scheme, number, normal, sizeof normal))
		note (issue, "no such number:", what);
	else if (!fairlead_identifier_check (scheme, normal))
		note (issue, "wrong check digit:", what);
}

static void
read_kind (GString *issue, FairleadNamesRow *row)
{
	static const struct {
		const char *word;
		FairleadKind kind;
	} words[] = {
		{ "ship", FAIRLEAD_KIND_VESSEL },
		{ "individual", FAIRLEAD_KIND_PERSON },
		{ "entity", FAIRLEAD_KIND_UNKNOWN },
		{ "organization", FAIRLEAD_KIND_COMPANY },
		{ "organisation", FAIRLEAD_KIND_COMPANY },
		{ "legalentity", FAIRLEAD_KIND_UNKNOWN },
	};
	const char *text = row->cells[FAIRLEAD_NAMES_KIND];
	g_autofree char *lower = text == NULL ? NULL : g_ascii_strdown (text, -1);

	if (lower == NULL || fairlead_kind_from_name (lower, &row->kind))
		return;
	for (guint i = 0; i < G_N_ELEMENTS (words); i++)
		if (strcmp (words[i].word, lower) == 0) {
			row->kind = words[i].kind;
			return;
		}
	note (issue, "unknown kind", text);
}

static void
judge (FairleadNamesFile *self, const FairleadCsvRow *row, FairleadNamesRow *out)
{
	g_autoptr (GString) issue = g_string_new (NULL);
	gboolean is_empty = out->cells[FAIRLEAD_NAMES_NAME] == NULL;

	if (row->n_fields < self->n_headers)
		note (issue, "fewer cells than the header", "");
	if (row->n_fields > self->n_headers)
		note (issue, "more cells than the header", "");
	if (row->is_loose)
		note (issue, "text behind a closing quote", "");
	for (guint i = 0; i < FAIRLEAD_N_ID_SCHEMES; i++) {
		const char *number = out->cells[FAIRLEAD_NAMES_FIRST_NUMBER + i];

		if (number == NULL)
			continue;
		is_empty = FALSE;
		check_number (issue, i, number);
	}
	read_kind (issue, out);
	if (is_empty)
		note (issue, "neither name nor number", "");
	if (issue->len > 0)
		out->issue = g_strdup (issue->str);
}

gboolean
fairlead_names_file_next (FairleadNamesFile *self, FairleadNamesRow *row, GError **error)
{
	FairleadCsvRow cells;

	if (!fairlead_csv_reader_next (self->reader, &cells, error))
		return FALSE;
	*row = (FairleadNamesRow){ .line = cells.line, .kind = FAIRLEAD_KIND_UNKNOWN };
	for (guint i = 0; i < FAIRLEAD_N_NAMES_FIELDS; i++) {
		gint column = self->column[i];
		char *text = column == NO_COLUMN || (guint) column >= cells.n_fields
		                     ? NULL
		                     : g_strstrip (cells.fields[column]);

		if (text != NULL && *text != '\0')
			row->cells[i] = text;
	}
	judge (self, &cells, row);
	return TRUE;
}
