/* tests/common/dump-records.c: all that records hold, as text, a line for each fact */
#include "tests/common/helpers.h"

#include <string.h>

static void
dump_period (GString *out, FairleadPeriod period)
{
	g_autofree char *start = fairlead_date_dup_text (period.start);
	g_autofree char *end = fairlead_date_dup_text (period.end);

	if (start != NULL)
		g_string_append_printf (out, " since %s", start);
	if (end != NULL)
		g_string_append_printf (out, " until %s", end);
	if (period.flags & FAIRLEAD_PERIOD_ENDED)
		g_string_append (out, " ended");
	if (period.flags & (FAIRLEAD_PERIOD_START_CIRCA | FAIRLEAD_PERIOD_END_CIRCA))
		g_string_append (out, " circa");
}

const char *
test_key_of (FairleadRecords *records, FairleadEntity entity)
{
	guint n;

	return fairlead_records_get_text (records,
	                                  fairlead_records_get_entities (records, &n)[entity].key);
}

static void
dump_entities (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (out, "entity %s %s%s%s :%u\n", test_key_of (records, i),
		                        fairlead_kind_name (rows[i].kind),
		                        rows[i].flags & FAIRLEAD_ENTITY_STUB ? " stub" : "",
		                        rows[i].flags & FAIRLEAD_ENTITY_NAMED ? " named" : "",
		                        rows[i].source.line);
}

static void
dump_names (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadNameRow *rows = fairlead_records_get_names (records, &n);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (
			out, "name %s %s%s \"%s\" :%u\n", test_key_of (records, rows[i].entity),
			rows[i].weak ? "weak " : "", fairlead_name_type_name (rows[i].type),
			fairlead_records_get_text (records, rows[i].text), rows[i].source.line);
}

static void
dump_identifiers (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (out, "id %s %s %s%s%s%s :%u\n",
		                        test_key_of (records, rows[i].entity),
		                        fairlead_id_scheme_info (rows[i].scheme)->name,
		                        fairlead_records_get_text (records, rows[i].number),
		                        rows[i].issuer != 0 ? " of " : "",
		                        fairlead_records_get_text (records, rows[i].issuer),
		                        rows[i].valid ? "" : " not valid", rows[i].source.line);
}

static void
dump_attributes (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < n; i++) {
		g_string_append_printf (out, "attribute %s %s \"%s\"",
		                        test_key_of (records, rows[i].entity),
		                        fairlead_attribute_info (rows[i].attribute)->name,
		                        fairlead_records_get_text (records, rows[i].text));
		dump_period (out, *fairlead_records_get_period (records, rows[i].period));
		g_string_append_printf (out, " :%u\n", rows[i].source.line);
	}
}

/* Alike in every locale */
static void
append_confidence (GString *out, float confidence)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf (
		out, " confidence %s",
		g_ascii_formatd (number, sizeof number, "%.2f", (double) confidence));
}

static void
dump_links (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadLinkFact *rows = fairlead_records_get_links (records, &n);

	for (guint i = 0; i < n; i++) {
		g_autofree char *share = fairlead_share_dup_text (rows[i].share);

		g_string_append_printf (out, "link %s %s %s", test_key_of (records, rows[i].from),
		                        fairlead_link_info (rows[i].kind)->name,
		                        test_key_of (records, rows[i].to));
		if (share != NULL)
			g_string_append_printf (out, " share %s", share);
		dump_period (out, *fairlead_records_get_period (records, rows[i].period));
		if (rows[i].confidence < 1.0f)
			append_confidence (out, rows[i].confidence);
		if (rows[i].note != 0)
			g_string_append_printf (out, " (%s)",
			                        fairlead_records_get_text (records, rows[i].note));
		g_string_append_printf (out, " :%u\n", rows[i].source.line);
	}
}

static void
dump_designations (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	for (guint i = 0; i < n; i++) {
		g_string_append_printf (out, "designation %s %s \"%s\" \"%s\"",
		                        test_key_of (records, rows[i].entity),
		                        fairlead_records_get_text (records, rows[i].list),
		                        fairlead_records_get_text (records, rows[i].programme),
		                        fairlead_records_get_text (records, rows[i].basis));
		dump_period (out, *fairlead_records_get_period (records, rows[i].period));
		g_string_append_printf (out, " :%u\n", rows[i].source.line);
	}
}

static void
append_some (GString *out, const char *what, const char *text)
{
	if (text != NULL && *text != '\0')
		g_string_append_printf (out, " %s \"%s\"", what, text);
}

static void
append_quantity (GString *out, FairleadQuantity quantity)
{
	if (fairlead_quantity_is_unknown (quantity))
		return;
	g_string_append_printf (out, " quantity %" G_GINT64_FORMAT, quantity.low);
	if (quantity.high == FAIRLEAD_QUANTITY_OPEN)
		g_string_append (out, "..");
	else if (quantity.high != quantity.low)
		g_string_append_printf (out, "..%" G_GINT64_FORMAT, quantity.high);
	g_string_append (out, "/1000");
}

static const char *
some_key_of (FairleadRecords *records, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY ? NULL : test_key_of (records, entity);
}

static void
dump_event (FairleadRecords *records, const FairleadEventRow *row, GString *out)
{
	g_autofree char *position = fairlead_position_dup_text (row->position);

	g_string_append_printf (out, "event %s", fairlead_event_info (row->kind)->name);
	append_some (out, "of", some_key_of (records, row->vessel));
	append_some (out, "with", some_key_of (records, row->other));
	append_some (out, "in", some_key_of (records, row->place));
	append_some (out, "at", position);
	dump_period (out, *fairlead_records_get_period (records, row->period));
	append_some (out, "commodity", fairlead_records_get_text (records, row->commodity));
	append_quantity (out, row->quantity);
	append_some (out, "unit", fairlead_records_get_text (records, row->unit));
	append_some (out, "before", fairlead_records_get_text (records, row->before));
	append_some (out, "after", fairlead_records_get_text (records, row->after));
	if (row->laden != FAIRLEAD_LADEN_UNKNOWN)
		append_some (out, "laden", fairlead_laden_name (row->laden));
	if (row->is_notified)
		g_string_append (out, " notified");
	if (row->confidence < 1.0f)
		append_confidence (out, row->confidence);
	append_some (out, "note", fairlead_records_get_text (records, row->note));
	g_string_append_printf (out, " :%u\n", row->source.line);
}

static void
dump_events (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (records, &n);

	for (guint i = 0; i < n; i++)
		dump_event (records, &rows[i], out);
}

static void
dump_issues (FairleadRecords *records, GString *out)
{
	guint n;
	const FairleadIssueRow *rows = fairlead_records_get_issues (records, &n);

	for (guint i = 0; i < n; i++)
		g_string_append_printf (
			out, "issue %s %s :%u\n", fairlead_issue_info (rows[i].tag)->name,
			fairlead_records_get_text (records, rows[i].text), rows[i].source.line);
}

char *
test_dump_records (FairleadRecords *records)
{
	static void (*const dump[]) (FairleadRecords *, GString *) = {
		dump_entities, dump_names,        dump_identifiers, dump_attributes,
		dump_links,    dump_designations, dump_events,      dump_issues,
	};
	GString *out = g_string_new (NULL);

	for (guint i = 0; i < G_N_ELEMENTS (dump); i++)
		dump[i](records, out);
	return g_string_free (out, FALSE);
}
