/* output/export/columns/link-columns.c: the columns of a link */
#include "output/export/columns/columns.h"

#include "output/ranking/evidence.h"
#include "output/write/number.h"

static const FairleadLinkFact *
row_of (const FairleadExportView *view, FairleadLink link)
{
	return fairlead_network_get_link (view->network, link);
}

static gboolean
append_owned (GString *text, char *value)
{
	g_autofree char *owned = value;

	if (owned == NULL)
		return FALSE;
	g_string_append (text, owned);
	return *owned != '\0';
}

static gboolean
append_weight (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	(void) detail;
	return fairlead_export_append_number (text,
	                                      fairlead_number_round (view->conductance[link]));
}

static gboolean
append_kind (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	(void) detail;
	g_string_append (text, fairlead_link_info (row_of (view, link)->kind)->name);
	return TRUE;
}

static gboolean
append_label (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	(void) detail;
	return append_owned (text,
	                     fairlead_relation_dup_words (
				     fairlead_link_info (row_of (view, link)->kind)->name, FALSE));
}

static gboolean
append_class (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	const FairleadLinkInfo *info = fairlead_link_info (row_of (view, link)->kind);

	(void) detail;
	g_string_append (text, fairlead_link_class_name (info->link_class));
	return TRUE;
}

/* @is_high: which end of the interval */
static gboolean
append_share (const FairleadExportView *view, guint32 link, guint is_high, GString *text)
{
	FairleadShare share = row_of (view, link)->share;
	guint32 billionths = is_high ? share.high : share.low;

	return !fairlead_share_is_unknown (share)
	       && fairlead_export_append_number (text, billionths / (double) FAIRLEAD_SHARE_ONE);
}

static gboolean
append_date (const FairleadExportView *view, guint32 link, guint is_end, GString *text)
{
	const FairleadPeriod *period = fairlead_network_get_period (view->network, link);

	return append_owned (text, fairlead_date_dup_text (is_end ? period->end : period->start));
}

static gboolean
append_is_over (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	(void) detail;
	return fairlead_export_append_boolean (text,
	                                       fairlead_network_is_over (view->network, link));
}

static gboolean
append_confidence (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	(void) detail;
	return fairlead_export_append_number (
		text,
		fairlead_number_round (fairlead_network_get_confidence (view->network, link)));
}

static gboolean
append_note (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	const char *note = fairlead_records_get_text (fairlead_network_get_records (view->network),
	                                              row_of (view, link)->note);

	(void) detail;
	g_string_append (text, note);
	return *note != '\0';
}

static gboolean
append_source (const FairleadExportView *view, guint32 link, guint detail, GString *text)
{
	FairleadRecords *records = fairlead_network_get_records (view->network);

	(void) detail;
	return append_owned (
		text, fairlead_records_dup_source_text (records, row_of (view, link)->source));
}

static const FairleadExportColumn columns_of_links[] = {
	{ (char *) "weight", (char *) "Weight", FAIRLEAD_COLUMN_NUMBER, append_weight, 0 },
	{ (char *) "kind", (char *) "Kind", FAIRLEAD_COLUMN_TEXT, append_kind, 0 },
	{ (char *) "label", (char *) "Reads", FAIRLEAD_COLUMN_TEXT, append_label, 0 },
	{ (char *) "class", (char *) "Class", FAIRLEAD_COLUMN_TEXT, append_class, 0 },
	{ (char *) "share_low", (char *) "Share, least", FAIRLEAD_COLUMN_NUMBER, append_share,
	  FALSE },
	{ (char *) "share_high", (char *) "Share, most", FAIRLEAD_COLUMN_NUMBER, append_share,
	  TRUE },
	{ (char *) "since", (char *) "Since", FAIRLEAD_COLUMN_TEXT, append_date, FALSE },
	{ (char *) "until", (char *) "Until", FAIRLEAD_COLUMN_TEXT, append_date, TRUE },
	{ (char *) "is_over", (char *) "Over", FAIRLEAD_COLUMN_BOOLEAN, append_is_over, 0 },
	{ (char *) "confidence", (char *) "Confidence", FAIRLEAD_COLUMN_NUMBER, append_confidence,
	  0 },
	{ (char *) "note", (char *) "Note", FAIRLEAD_COLUMN_TEXT, append_note, 0 },
	{ (char *) "source", (char *) "Source", FAIRLEAD_COLUMN_TEXT, append_source, 0 },
};

GArray *
fairlead_export_link_columns (const FairleadExportView *view)
{
	GArray *columns = fairlead_export_columns_new ();

	for (guint i = 0; i < G_N_ELEMENTS (columns_of_links); i++)
		fairlead_export_columns_add (columns, &columns_of_links[i], "");
	fairlead_export_columns_keep_filled (columns, view, view->export->selection->links);
	return columns;
}
