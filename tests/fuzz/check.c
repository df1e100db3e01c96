/* tests/fuzz/check.c: what must hold of the records of any bytes */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "graph/network/network.h"
#include "ingest/syntax/xml-sniff.h"
#include "tests/common/helpers.h"

/* Records, and how many lines each of their files has */
typedef struct {
	FairleadRecords *records;
	GArray *n_lines; /* of guint64, by row of the file table; NULL where not known */
	guint n_files;
	guint n_entities;
} Check;

/* ---- rows ---- */

static void
check_source (const Check *self, FairleadSource source)
{
	g_assert_cmpuint (source.file, <, self->n_files);
	if (self->n_lines == NULL)
		return;
	g_assert_cmpuint (source.line, >=, 1);
	g_assert_cmpuint (source.line, <=, g_array_index (self->n_lines, guint64, source.file) + 1);
}

static void
check_text (const Check *self, FairleadText text)
{
	g_assert_true (g_utf8_validate (fairlead_records_get_text (self->records, text), -1, NULL));
}

static void
check_entity (const Check *self, FairleadEntity entity)
{
	g_assert_cmpuint (entity, <, self->n_entities);
}

static void
check_period (const FairleadPeriod *period)
{
	g_assert_cmpint (period->start.first, <=, period->start.last);
	g_assert_cmpint (period->end.first, <=, period->end.last);
}

static void
check_entities (const Check *self)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (self->records, &n);

	for (guint i = 0; i < n; i++) {
		const char *key = fairlead_records_get_text (self->records, rows[i].key);

		check_text (self, rows[i].key);
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].kind, <, FAIRLEAD_N_KINDS);
		g_assert_nonnull (strchr (key, ':'));
		g_assert_cmpuint (fairlead_records_find (self->records, key), ==, i);
	}
}

static void
check_names (const Check *self)
{
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_entity (self, rows[i].entity);
		check_text (self, rows[i].text);
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].type, <, FAIRLEAD_N_NAME_TYPES);
	}
}

static void
check_identifiers (const Check *self)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_entity (self, rows[i].entity);
		check_text (self, rows[i].number);
		check_text (self, rows[i].issuer);
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].scheme, <, FAIRLEAD_N_ID_SCHEMES);
	}
}

static void
check_attributes (const Check *self)
{
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_entity (self, rows[i].entity);
		check_text (self, rows[i].text);
		check_period (fairlead_records_get_period (self->records, rows[i].period));
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].attribute, <, FAIRLEAD_N_ATTRIBUTES);
	}
}

static void
check_links (const Check *self)
{
	guint n;
	const FairleadLinkFact *rows = fairlead_records_get_links (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_entity (self, rows[i].from);
		check_entity (self, rows[i].to);
		check_text (self, rows[i].note);
		check_period (fairlead_records_get_period (self->records, rows[i].period));
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].kind, <, FAIRLEAD_N_LINK_KINDS);
		g_assert_cmpuint (rows[i].share.low, <=, rows[i].share.high);
		g_assert_cmpuint (rows[i].share.high, <=, FAIRLEAD_SHARE_ONE);
		g_assert_true (rows[i].confidence >= 0.0f && rows[i].confidence <= 1.0f);
	}
}

static void
check_designations (const Check *self)
{
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_entity (self, rows[i].entity);
		check_text (self, rows[i].list);
		check_text (self, rows[i].programme);
		check_text (self, rows[i].basis);
		check_period (fairlead_records_get_period (self->records, rows[i].period));
		check_source (self, rows[i].source);
	}
}

static void
check_some_entity (const Check *self, FairleadEntity entity)
{
	if (entity != FAIRLEAD_NO_ENTITY)
		check_entity (self, entity);
}

static void
check_events (const Check *self)
{
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);

	for (guint i = 0; i < n; i++) {
		const FairleadText texts[] = { rows[i].commodity, rows[i].unit, rows[i].before,
			                       rows[i].after, rows[i].note };

		check_some_entity (self, rows[i].vessel);
		check_some_entity (self, rows[i].other);
		check_some_entity (self, rows[i].place);
		for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
			check_text (self, texts[k]);
		check_period (fairlead_records_get_period (self->records, rows[i].period));
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].kind, <, FAIRLEAD_N_EVENT_KINDS);
		g_assert_cmpuint (rows[i].laden, <, FAIRLEAD_N_LADEN);
		g_assert_true (fairlead_quantity_is_valid (rows[i].quantity));
		g_assert_true (fairlead_position_is_valid (rows[i].position));
		g_assert_true (rows[i].confidence >= 0.0f && rows[i].confidence <= 1.0f);
	}
}

static void
check_issues (const Check *self)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (self->records, &n);

	for (guint i = 0; i < n; i++) {
		check_text (self, rows[i].text);
		check_source (self, rows[i].source);
		g_assert_cmpuint (rows[i].tag, <, FAIRLEAD_N_ISSUE_TAGS);
	}
}

static void
check_files (const Check *self)
{
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (self->records, &n);

	if (self->n_lines != NULL)
		g_assert_cmpuint (n, ==, self->n_lines->len);
	for (guint i = 0; i < n; i++) {
		check_text (self, rows[i].path);
		check_text (self, rows[i].issued);
	}
}

static void
check_rows (FairleadRecords *records, GArray *n_lines)
{
	static void (*const checks[]) (const Check *) = {
		check_files, check_entities,     check_names,  check_identifiers, check_attributes,
		check_links, check_designations, check_events, check_issues,
	};
	Check self = { records, n_lines, 0, 0 };

	fairlead_records_get_files (records, &self.n_files);
	fairlead_records_get_entities (records, &self.n_entities);
	for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
		checks[i](&self);
}

/* The network adds issues, which are held to the same */
void
fuzz_check_records (FairleadRecords *records, GArray *n_lines)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	guint n;

	fairlead_records_get_entities (records, &n);
	for (guint i = 0; i < n; i++)
		g_assert_cmpuint (fairlead_network_vertex_of (network, i), <,
		                  fairlead_network_get_n_vertices (network));
	for (guint i = 0; i < fairlead_network_get_n_links (network); i++) {
		g_assert_cmpuint (fairlead_network_get_from (network, i), <,
		                  fairlead_network_get_n_vertices (network));
		g_assert_cmpuint (fairlead_network_get_to (network, i), <,
		                  fairlead_network_get_n_vertices (network));
	}
	check_rows (records, n_lines);
}

/* ---- reading ---- */

/* As UTF-8, from the encoding that the bytes tell or declare; NULL where that cannot be */
static FairleadInput *
open_converted (GBytes *bytes)
{
	g_autoptr (FairleadInput) input = NULL;
	g_auto (FairleadSample) sample = { 0 };
	g_autofree char *encoding = NULL;

	if (!fuzz_sample (bytes, &input, &sample, NULL))
		return NULL;
	encoding = fairlead_xml_dup_declared_encoding (sample.head, sample.head_size);
	if (encoding != NULL)
		fairlead_input_set_encoding (input, encoding, NULL);
	return g_steal_pointer (&input);
}

guint64
fuzz_count_lines (GBytes *bytes)
{
	g_autoptr (FairleadInput) input = open_converted (bytes);
	guint64 n = 0;
	char last = '\0';
	char buffer[4096];
	gssize n_read;

	if (input == NULL)
		return 0;
	while ((n_read = fairlead_input_read (input, buffer, sizeof buffer, NULL)) > 0)
		for (gssize i = 0; i < n_read; i++) {
			n += buffer[i] == '\r' || (buffer[i] == '\n' && last != '\r');
			last = buffer[i];
		}
	return n;
}

gsize
fuzz_portion_of (const char *data, gsize size)
{
	guint hash = 5381;

	for (gsize i = 0; i < size; i++)
		hash = hash * 33 + (guint8) data[i];
	return 1 + hash % 97;
}

void
fuzz_check_error (const GError *error)
{
	g_assert_true (g_utf8_validate (error->message, -1, NULL));
	g_assert_cmpstr (error->message, !=, "");
	g_assert_true (error->domain == FAIRLEAD_ERROR);
	g_assert_cmpint (error->code, !=, FAIRLEAD_ERROR_INTERNAL);
}

char *
fuzz_dup_failure (const GError *error, GBytes *bytes)
{
	g_autoptr (FairleadInput) input = open_converted (bytes);
	const char *encoding = input == NULL ? "none" : fairlead_input_get_encoding (input);
	gboolean is_converted = encoding != NULL && g_ascii_strcasecmp (encoding, "UTF-8") != 0;

	fuzz_check_error (error);
	return g_strdup (is_converted ? "failed" : error->message);
}

/* One file as the loader reads it. Where the format does not know it, nothing is read. */
static gboolean
read_part (const FairleadFormat *format, GBytes *part, gsize portion, FairleadReading *reading,
           GError **error)
{
	g_autoptr (FairleadInput) input = NULL;
	g_auto (FairleadSample) sample = { 0 };

	if (!fuzz_sample (part, &input, &sample, error))
		return FALSE;
	if (format->sniff (format, &sample) == 0)
		return TRUE;
	fairlead_input_set_longest_read (input, portion);
	reading->input = input;
	reading->sample = &sample;
	reading->path = "input";
	reading->n_records = 0;
	reading->file = fairlead_records_add_file (reading->records, reading->path);
	return format->read (format, reading, error);
}

/* A load of its own. On an error, the records read before it. */
static FairleadRecords *
read_parts (const FairleadFormat *format, GPtrArray *parts, gsize portion, GArray *n_lines,
            GError **error)
{
	FairleadRecords *records = fairlead_records_new ();
	FairleadReading reading = { .records = records };
	gboolean is_read = TRUE;
	guint n_files = 0;

	if (format->begin != NULL)
		reading.state = format->begin (format);
	for (guint i = 0; i < parts->len && is_read; i++) {
		is_read = read_part (format, parts->pdata[i], portion, &reading, error);
		fairlead_records_get_files (records, &n_files);
		if (n_files > n_lines->len) {
			guint64 n = fuzz_count_lines (parts->pdata[i]);

			g_array_append_val (n_lines, n);
		}
	}
	if (is_read && n_files > 0 && format->finish != NULL)
		format->finish (format, reading.state, records, error);
	if (format->end != NULL)
		format->end (reading.state);
	return records;
}

/* What a load says, to be held against another: an error alone where there is one */
static char *
dup_outcome (FairleadRecords *records, const GError *error, GPtrArray *parts)
{
	g_autofree char *failure = NULL;

	if (error == NULL)
		return test_dump_records (records);
	for (guint i = 0; i < parts->len; i++) {
		g_free (failure);
		failure = fuzz_dup_failure (error, parts->pdata[i]);
		if (strcmp (failure, error->message) != 0)
			break;
	}
	return g_steal_pointer (&failure);
}

static char *
dup_outcome_of_reading (const FairleadFormat *format, GPtrArray *parts, gsize portion)
{
	g_autoptr (GArray) n_lines = g_array_new (FALSE, FALSE, sizeof (guint64));
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = read_parts (format, parts, portion, n_lines, &error);

	return dup_outcome (records, error, parts);
}

gboolean
fuzz_check_format (const FairleadFormat *format, GPtrArray *parts)
{
	g_autoptr (GArray) n_lines = g_array_new (FALSE, FALSE, sizeof (guint64));
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = read_parts (format, parts, 0, n_lines, &error);
	g_autofree char *whole = NULL;
	g_autofree char *again = NULL;
	g_autofree char *pieces = NULL;
	gsize size;
	const char *first = g_bytes_get_data (parts->pdata[0], &size);

	if (n_lines->len == 0)
		return FALSE;
	check_rows (records, n_lines);
	whole = dup_outcome (records, error, parts);
	again = dup_outcome_of_reading (format, parts, 0);
	pieces = dup_outcome_of_reading (format, parts, fuzz_portion_of (first, size));
	g_assert_cmpstr (again, ==, whole);
	g_assert_cmpstr (pieces, ==, whole);
	if (error != NULL)
		return FALSE;
	fuzz_check_records (records, n_lines);
	return TRUE;
}
