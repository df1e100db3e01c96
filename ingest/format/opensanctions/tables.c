/* ingest/format/opensanctions/tables.c: targets.simple.csv and maritime.csv
 *
 * Not read: dates of crawling (first_seen, last_seen, last_change), the names of data sets, and the
 * address of the page about the entity. */
#include "ingest/format/csv-table.h"
#include "ingest/format/opensanctions/opensanctions.h"

#include <string.h>

enum {
	ID,
	TYPE,
	NAME,
	ALIASES,
	BIRTH_DATE,
	COUNTRIES,
	ADDRESSES,
	IDENTIFIERS,
	SANCTIONS,
	PHONES,
	EMAILS,
	PROGRAMMES,
	N_SIMPLE
};

static const char *const simple_columns[N_SIMPLE] = {
	"id",        "schema",      "name",      "aliases", "birth_date", "countries",
	"addresses", "identifiers", "sanctions", "phones",  "emails",     "program_ids",
};

enum { M_ID, M_TYPE, M_CAPTION, M_IMO, M_RISK, M_COUNTRIES, M_FLAG, M_MMSI, M_ALIASES, N_MARITIME };

static const char *const maritime_columns[N_MARITIME] = {
	"id", "type", "caption", "imo", "risk", "countries", "flag", "mmsi", "aliases",
};

/* The party of a row */
typedef struct {
	FairleadRecords *records;
	FairleadEntity entity;
	FairleadKind kind;
	FairleadSource source;
} Party;

typedef void (*ValueReader) (const Party *party, const char *text, guint what);

/* ---- cells of several values ---- */

/* One value, taken from @text, which is left behind the separator; quotes hold separators, and
 * stand twice for themselves */
static char *
take_value (const char **text)
{
	GString *value = g_string_new (NULL);
	gboolean quoted = **text == '"';

	*text += quoted;
	for (; **text != '\0'; (*text)++) {
		if (!quoted && **text == ';')
			break;
		if (quoted && **text == '"') {
			if ((*text)[1] != '"') {
				quoted = FALSE;
				continue;
			}
			(*text)++;
		}
		g_string_append_c (value, **text);
	}
	*text += **text == ';';
	return g_strstrip (g_string_free (value, FALSE));
}

static void
read_each (const Party *party, const char *text, ValueReader read, guint what)
{
	while (*text != '\0') {
		g_autofree char *value = take_value (&text);

		if (*value != '\0')
			read (party, value, what);
	}
}

static void
read_name (const Party *party, const char *text, guint what)
{
	fairlead_records_add_name (party->records, party->entity, text, what, FALSE, party->source);
}

static void
read_attribute (const Party *party, const char *text, guint what)
{
	fairlead_records_add_attribute (party->records, party->entity, what, text, NULL,
	                                party->source);
}

static void
read_risk (const Party *party, const char *text, guint what)
{
	g_autofree char *note = g_strdup_printf ("Topic: %s", text);

	read_attribute (party, note, what);
}

static void
read_address (const Party *party, const char *text, guint what)
{
	(void) what;
	fairlead_opensanctions_add_address (party->records, party->entity, text, party->source);
}

static void
read_number (const Party *party, const char *text, guint what)
{
	(void) what;
	fairlead_opensanctions_add_number (party->records, party->entity, party->kind, text,
	                                   party->source);
}

static void
read_imo (const Party *party, const char *text, guint what)
{
	(void) what;
	fairlead_opensanctions_add_imo (party->records, party->entity, party->kind, text,
	                                party->source);
}

static void
read_mmsi (const Party *party, const char *text, guint what)
{
	fairlead_records_add_identifier (party->records, party->entity, what, text, NULL,
	                                 party->source);
}

static void
read_programme (const Party *party, const char *text, guint what)
{
	const char *list = fairlead_opensanctions_list_of_programme (text);

	(void) what;
	fairlead_records_add_designation (party->records, party->entity,
	                                  list != NULL ? list : "OpenSanctions", text, NULL, NULL,
	                                  party->source);
}

static void
read_sanction (const Party *party, const char *text, guint what)
{
	(void) what;
	fairlead_records_add_designation (party->records, party->entity, "OpenSanctions", text,
	                                  NULL, NULL, party->source);
}

/* ---- rows ---- */

typedef struct {
	guint column;
	ValueReader read;
	guint what;
} Cell;

static const Cell simple_cells[] = {
	{ ALIASES, read_name, FAIRLEAD_NAME_ALIAS },
	{ BIRTH_DATE, read_attribute, FAIRLEAD_ATTRIBUTE_BIRTH_DATE },
	{ COUNTRIES, read_attribute, FAIRLEAD_ATTRIBUTE_COUNTRY },
	{ ADDRESSES, read_address, 0 },
	{ IDENTIFIERS, read_number, 0 },
	{ PHONES, read_attribute, FAIRLEAD_ATTRIBUTE_PHONE },
	{ EMAILS, read_attribute, FAIRLEAD_ATTRIBUTE_EMAIL },
	{ PROGRAMMES, read_programme, 0 },
};

static const Cell maritime_cells[] = {
	{ M_ALIASES, read_name, FAIRLEAD_NAME_ALIAS },
	{ M_COUNTRIES, read_attribute, FAIRLEAD_ATTRIBUTE_COUNTRY },
	{ M_FLAG, read_attribute, FAIRLEAD_ATTRIBUTE_FLAG },
	{ M_IMO, read_imo, 0 },
	{ M_MMSI, read_mmsi, FAIRLEAD_ID_MMSI },
	{ M_RISK, read_risk, FAIRLEAD_ATTRIBUTE_NOTE },
};

/* Both files name a type of Follow the Money, one of them in capitals */
static gboolean
begin_party (Party *party, const char *id, const char *type, const char *name)
{
	static const char *const types[] = { "Vessel",     "Person",       "Company",
		                             "PublicBody", "Organization", "LegalEntity",
		                             "Airplane",   "Security",     "CryptoWallet",
		                             "Asset",      "Address",      "Position" };
	gboolean known = FALSE;

	if (*id == '\0') {
		fairlead_records_add_issue (party->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            party->source, "no id");
		return FALSE;
	}
	for (guint i = 0; i < G_N_ELEMENTS (types) && !known; i++) {
		known = g_ascii_strcasecmp (types[i], type) == 0;
		if (known)
			party->kind = fairlead_ftm_find_schema (types[i])->kind;
	}
	if (!known)
		fairlead_records_add_issue (party->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		                            party->source, "type \"%s\"", type);
	party->entity = fairlead_records_describe (party->records, OPENSANCTIONS_SCHEME, id,
	                                           party->kind, party->source);
	read_name (party, name, FAIRLEAD_NAME_PRIMARY);
	return TRUE;
}

static void
read_cells (const Party *party, const FairleadCsvTableRow *row, const Cell *cells, guint n_cells)
{
	for (guint i = 0; i < n_cells; i++)
		read_each (party, row->cells[cells[i].column], cells[i].read, cells[i].what);
}

static void
read_simple_row (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	Party party = { .records = reading->records, .source = row->source };

	(void) user_data;
	if (!begin_party (&party, row->cells[ID], row->cells[TYPE], row->cells[NAME]))
		return;
	read_cells (&party, row, simple_cells, G_N_ELEMENTS (simple_cells));
	/* Words for what the programmes say, where there are programmes */
	if (*row->cells[PROGRAMMES] == '\0')
		read_each (&party, row->cells[SANCTIONS], read_sanction, 0);
}

static void
read_maritime_row (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	Party party = { .records = reading->records, .source = row->source };

	(void) user_data;
	if (begin_party (&party, row->cells[M_ID], row->cells[M_TYPE], row->cells[M_CAPTION]))
		read_cells (&party, row, maritime_cells, G_N_ELEMENTS (maritime_cells));
}

/* ---- the formats ---- */

static gboolean
read_simple (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_csv_table_read (reading, simple_columns, N_SIMPLE, read_simple_row, NULL,
	                                error);
}

static gboolean
read_maritime (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_csv_table_read (reading, maritime_columns, N_MARITIME, read_maritime_row,
	                                NULL, error);
}

static guint
sniff (const FairleadFormat *format, const FairleadSample *sample)
{
	return fairlead_sample_has_columns (sample, format->data) ? 95 : 0;
}

static const char *const simple_signs[] = { "id", "schema", "name", "identifiers", NULL };
static const char *const maritime_signs[] = { "id", "caption", "imo", "risk", NULL };

const FairleadFormat fairlead_format_opensanctions_simple = {
	.name = "opensanctions-simple",
	.title = "OpenSanctions targets.simple.csv",
	.sniff = sniff,
	.read = read_simple,
	.data = simple_signs,
};

const FairleadFormat fairlead_format_opensanctions_maritime = {
	.name = "opensanctions-maritime",
	.title = "OpenSanctions maritime.csv",
	.sniff = sniff,
	.read = read_maritime,
	.data = maritime_signs,
};
