/* output/identifier/identifier-output.c */
#include "output/identifier/identifier-output.h"

#include "ingest/grammar/country.h"
#include "ingest/grammar/identify.h"
#include "ingest/grammar/repair.h"
#include "output/write/csv.h"
#include "output/write/json.h"
#include "output/write/table.h"
#include "output/write/text.h"

#define TEXT_INDENT 4
#define NO_READING "of no known scheme"

/* Writes one text and its readings */
typedef struct {
	FairleadSink *sink;
	FairleadTable *table;
	FairleadCsv csv;
	FairleadJson json;
	const FairleadLayout *layout;
} Page;

static const char *
name_country (const char *code)
{
	const char *name = code != NULL ? fairlead_country_name (code) : NULL;

	return name != NULL || code == NULL ? name : "an international organisation";
}

/* `ship, North Korea (KP)` */
static char *
dup_says (const FairleadIdReading *reading)
{
	GString *text = g_string_new (reading->type);

	if (reading->country != NULL)
		g_string_append_printf (text, "%s%s (%s)", text->len > 0 ? ", " : "",
		                        name_country (reading->country), reading->country);
	if (reading->registrar != NULL)
		g_string_append_printf (text, "registered by %s, %s", reading->registrar,
		                        reading->registrar_country);
	return g_string_free (text, FALSE);
}

/* ---- table ---- */

static const FairleadColumn columns[] = {
	{ "GIVEN", FAIRLEAD_ALIGN_LEFT, 12, FALSE }, { "READ AS", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "NUMBER", FAIRLEAD_ALIGN_LEFT, 0, FALSE }, { "VERDICT", FAIRLEAD_ALIGN_LEFT, 0, FALSE },
	{ "SAYS", FAIRLEAD_ALIGN_LEFT, 20, FALSE },
};

/* Candidates of one kind in one line: `perhaps, character changed: 9074729, 9074724` */
static void
append_repairs (const GArray *repairs, FairleadRepairKind kind, GString *text)
{
	guint n = 0;

	for (guint i = 0; i < repairs->len; i++) {
		const FairleadRepair *repair = &g_array_index (repairs, FairleadRepair, i);

		if (repair->kind != kind)
			continue;
		if (n++ == 0)
			g_string_append_printf (text,
			                        "perhaps (%s): ", fairlead_repair_name (kind));
		else
			g_string_append (text, ", ");
		g_string_append (text, repair->number);
	}
}

static void
add_note (const Page *page, const FairleadIdReading *reading)
{
	for (guint kind = 0; kind < FAIRLEAD_N_REPAIRS; kind++) {
		g_autoptr (GString) text = g_string_new (NULL);
		g_autofree char *lines = NULL;

		append_repairs (reading->repairs, (FairleadRepairKind) kind, text);
		if (text->len == 0)
			continue;
		lines = fairlead_text_dup_wrapped (text->str, TEXT_INDENT, page->layout->width);
		fairlead_table_add_note (page->table, lines);
	}
}

static void
add_row (Page *page, const char *given, const FairleadIdReading *reading)
{
	g_autofree char *says = NULL;

	if (reading == NULL) {
		fairlead_table_add_row (
			page->table, (const char *const[]){ given, "", "", NO_READING, "" }, TRUE);
		return;
	}
	says = dup_says (reading);
	fairlead_table_add_row_meaning (
		page->table,
		(const char *const[]){ given, fairlead_id_scheme_info (reading->scheme)->title,
	                               reading->number, fairlead_id_verdict_name (reading->verdict),
	                               says },
		reading->verdict == FAIRLEAD_ID_VERDICT_VALID ? FAIRLEAD_MEANS_GOOD
							      : FAIRLEAD_MEANS_ALARM);
	add_note (page, reading);
}

static void
tell_in_table (Page *page, const char *text, const GPtrArray *readings)
{
	if (readings->len == 0)
		add_row (page, text, NULL);
	for (guint i = 0; i < readings->len; i++)
		add_row (page, i == 0 ? text : "", g_ptr_array_index (readings, i));
}

/* ---- CSV ---- */

static const char *const csv_header[] = { "given",
	                                  "scheme",
	                                  "number",
	                                  "valid",
	                                  "verdict",
	                                  "type",
	                                  "country",
	                                  "country_name",
	                                  "registrar",
	                                  "registrar_country",
	                                  "repair_candidates",
	                                  NULL };

static void
put_csv (FairleadCsv *csv, const char *given, const FairleadIdReading *reading)
{
	g_autoptr (GString) repairs = g_string_new (NULL);

	for (guint i = 0; i < reading->repairs->len; i++)
		g_string_append_printf (repairs, "%s%s", i > 0 ? "; " : "",
		                        g_array_index (reading->repairs, FairleadRepair, i).number);
	fairlead_csv_text (csv, given);
	fairlead_csv_text (csv, fairlead_id_scheme_info (reading->scheme)->name);
	fairlead_csv_text (csv, reading->number);
	fairlead_csv_boolean (csv, reading->verdict == FAIRLEAD_ID_VERDICT_VALID);
	fairlead_csv_text (csv, fairlead_id_verdict_name (reading->verdict));
	fairlead_csv_text (csv, reading->type);
	fairlead_csv_text (csv, reading->country);
	fairlead_csv_text (csv, name_country (reading->country));
	fairlead_csv_text (csv, reading->registrar);
	fairlead_csv_text (csv, reading->registrar_country);
	fairlead_csv_text (csv, repairs->str);
	fairlead_csv_end_row (csv);
}

static void
tell_in_csv (Page *page, const char *text, const GPtrArray *readings)
{
	if (readings->len == 0) {
		fairlead_csv_text (&page->csv, text);
		fairlead_csv_text (&page->csv, NULL);
		fairlead_csv_text (&page->csv, NULL);
		fairlead_csv_boolean (&page->csv, FALSE);
		fairlead_csv_text (&page->csv, NO_READING);
		for (guint i = 5; csv_header[i] != NULL; i++)
			fairlead_csv_text (&page->csv, NULL);
		fairlead_csv_end_row (&page->csv);
	}
	for (guint i = 0; i < readings->len; i++)
		put_csv (&page->csv, text, g_ptr_array_index (readings, i));
}

/* ---- JSON ---- */

static void
put_repairs (FairleadJson *json, const GArray *repairs)
{
	fairlead_json_begin_array (json, "repair_candidates");
	for (guint i = 0; i < repairs->len; i++) {
		const FairleadRepair *repair = &g_array_index (repairs, FairleadRepair, i);

		fairlead_json_begin_object (json, NULL);
		fairlead_json_text (json, "number", repair->number);
		fairlead_json_text (json, "slip", fairlead_repair_name (repair->kind));
		fairlead_json_integer (json, "place", repair->place);
		fairlead_json_end_object (json);
	}
	fairlead_json_end_array (json);
}

static void
put_some (FairleadJson *json, const char *key, const char *text)
{
	if (text != NULL)
		fairlead_json_text (json, key, text);
}

static void
put_reading (FairleadJson *json, const FairleadIdReading *reading)
{
	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "scheme", fairlead_id_scheme_info (reading->scheme)->name);
	fairlead_json_text (json, "number", reading->number);
	fairlead_json_boolean (json, "valid", reading->verdict == FAIRLEAD_ID_VERDICT_VALID);
	fairlead_json_text (json, "verdict", fairlead_id_verdict_name (reading->verdict));
	put_some (json, "type", reading->type);
	put_some (json, "country", reading->country);
	put_some (json, "country_name", name_country (reading->country));
	put_some (json, "registrar", reading->registrar);
	put_some (json, "registrar_country", reading->registrar_country);
	put_repairs (json, reading->repairs);
	fairlead_json_end_object (json);
}

static void
tell_in_json (Page *page, const char *text, const GPtrArray *readings)
{
	fairlead_json_begin_object (&page->json, NULL);
	fairlead_json_text (&page->json, "given", text);
	fairlead_json_begin_array (&page->json, "readings");
	for (guint i = 0; i < readings->len; i++)
		put_reading (&page->json, g_ptr_array_index (readings, i));
	fairlead_json_end_array (&page->json);
	fairlead_json_end_object (&page->json);
}

/* ---- all of them ---- */

static void
begin (Page *page, FairleadOutputFormat format)
{
	if (format == FAIRLEAD_FORMAT_CSV)
		fairlead_csv_row (&page->csv, csv_header);
	if (format != FAIRLEAD_FORMAT_JSON)
		return;
	fairlead_json_begin_object (&page->json, NULL);
	fairlead_json_text (&page->json, "fairlead", FAIRLEAD_VERSION);
	fairlead_json_begin_array (&page->json, "results");
}

static void
end (Page *page, FairleadOutputFormat format)
{
	if (format == FAIRLEAD_FORMAT_TABLE && fairlead_table_get_n_rows (page->table) > 0) {
		fairlead_table_write (page->table, page->sink);
		fairlead_sink_put (page->sink,
		                   "\nA valid number is one that can be; whether it was given out,"
		                   " and to whom, registers know.\n");
	}
	if (format != FAIRLEAD_FORMAT_JSON)
		return;
	fairlead_json_end_array (&page->json);
	fairlead_json_end_object (&page->json);
}

gboolean
fairlead_identifiers_write (const GPtrArray *texts, const FairleadIdentifierView *view,
                            GOutputStream *stream, guint *n_bad, GCancellable *cancellable,
                            GError **error)
{
	static void (*const tell[FAIRLEAD_N_FORMATS]) (Page * page, const char *text,
	                                               const GPtrArray *readings) = {
		[FAIRLEAD_FORMAT_TABLE] = tell_in_table,
		[FAIRLEAD_FORMAT_CSV] = tell_in_csv,
		[FAIRLEAD_FORMAT_JSON] = tell_in_json,
	};
	g_autoptr (FairleadSink) sink = fairlead_sink_new (stream, cancellable);
	g_autoptr (FairleadTable) table =
		fairlead_table_new (columns, G_N_ELEMENTS (columns), &view->layout);
	Page page = { sink, table, FAIRLEAD_CSV_INIT (sink), FAIRLEAD_JSON_INIT (sink),
		      &view->layout };
	guint n = 0;

	begin (&page, view->format);
	for (guint i = 0; i < texts->len && !fairlead_sink_has_failed (sink); i++) {
		const char *text = g_ptr_array_index (texts, i);
		g_autoptr (GPtrArray) readings = fairlead_identifier_dup_readings (text);
		const FairleadIdReading *first = readings->len > 0 ? readings->pdata[0] : NULL;

		n += first == NULL || first->verdict != FAIRLEAD_ID_VERDICT_VALID;
		tell[view->format](&page, text, readings);
	}
	end (&page, view->format);
	if (!fairlead_sink_finish (sink, error))
		return FALSE;
	*n_bad = n;
	return TRUE;
}
