/* ingest/format/gleif/relation.c: what a relationship record says
 *
 * Not read: accounting and filing periods, accounting standards, and how a record was validated. */
#include "ingest/format/gleif/gleif.h"

#include <string.h>

/* `Start node TYPE end node` */
typedef struct {
	const char *type;
	FairleadLinkKind kind;
	gboolean end_is_from; /* the end node is FROM of the link */
	gboolean is_noted;    /* the kind does not say all of the type */
} RelationType;

static const RelationType relation_types[] = {
	{ "IS_DIRECTLY_CONSOLIDATED_BY", FAIRLEAD_LINK_PARENT, TRUE, FALSE },
	{ "IS_ULTIMATELY_CONSOLIDATED_BY", FAIRLEAD_LINK_ULTIMATE_PARENT, TRUE, FALSE },
	{ "IS_INTERNATIONAL_BRANCH_OF", FAIRLEAD_LINK_HEAD_OFFICE, TRUE, FALSE },
	{ "IS_FUND-MANAGED_BY", FAIRLEAD_LINK_FUND_MANAGER, TRUE, FALSE },
	{ "IS_SUBFUND_OF", FAIRLEAD_LINK_HEAD_OFFICE, TRUE, TRUE },
	/* The money of a feeder fund is invested in its master */
	{ "IS_FEEDER_TO", FAIRLEAD_LINK_SHAREHOLDER, FALSE, TRUE },
};

/* Statuses of a record that its publisher took back */
static const char *const retracted[] = { "ANNULLED", "DUPLICATE", "CANCELLED", NULL };

static const RelationType *
find_type (const char *type)
{
	static const RelationType unknown = { NULL, FAIRLEAD_LINK_LINKED, FALSE, TRUE };

	for (guint i = 0; i < G_N_ELEMENTS (relation_types); i++)
		if (g_str_equal (type, relation_types[i].type))
			return &relation_types[i];
	return &unknown;
}

static void
read_date (FairleadReading *reading, const char *text, FairleadSource source, FairleadDate *date)
{
	if (*text == '\0' || fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		return;
	fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_BAD_DATE, source, "\"%s\"",
	                            text);
}

/* Of several quantities the one that is a percentage of the consolidation. `1.00` may be one per
 * cent, or all of it in files that count to one. */
static FairleadShare
read_share (FairleadReading *reading, const GleifRelation *relation, FairleadSource source)
{
	FairleadShare share = FAIRLEAD_SHARE_UNKNOWN;

	for (guint i = 0; i < relation->quantities->len; i++) {
		const GleifQuantity *quantity =
			&g_array_index (relation->quantities, GleifQuantity, i);

		if (*quantity->amount == '\0'
		    || !g_str_equal (quantity->method, "ACCOUNTING_CONSOLIDATION")
		    || (*quantity->units != '\0' && !g_str_equal (quantity->units, "PERCENTAGE")))
			continue;
		if (fairlead_share_parse (quantity->amount, &share)
		    && share.low > FAIRLEAD_SHARE_ONE / 100)
			return share;
		fairlead_records_add_issue (
			reading->records, FAIRLEAD_ISSUE_BAD_SHARE, source,
			"\"%s\" of a consolidation (expected more than 1 per cent,"
			" at most 100)",
			quantity->amount);
		return FAIRLEAD_SHARE_UNKNOWN;
	}
	return share;
}

/* `IS_FEEDER_TO; registration LAPSED; GOODWILL 12 EUR`; NULL where there is nothing to say */
static char *
dup_note (const GleifRelation *relation, gboolean is_noted)
{
	g_autoptr (GString) note = g_string_new (is_noted ? relation->type : NULL);
	const char *status = relation->registration_status;

	if (*status != '\0' && !g_str_equal (status, "PUBLISHED"))
		g_string_append_printf (note, "%sregistration %s", note->len > 0 ? "; " : "",
		                        status);
	for (guint i = 0; i < relation->quantities->len; i++) {
		const GleifQuantity *quantity =
			&g_array_index (relation->quantities, GleifQuantity, i);

		if (*quantity->amount != '\0')
			g_string_append_printf (note, "%s%s %s %s", note->len > 0 ? "; " : "",
			                        quantity->method, quantity->amount,
			                        quantity->units);
	}
	g_strchomp (note->str);
	return *note->str == '\0' ? NULL : g_strdup (note->str);
}

static FairleadEntity
refer_node (FairleadReading *reading, const GleifRelation *relation, guint end,
            FairleadSource source)
{
	const char *type = relation->node_types[end];
	const char *node = relation->nodes[end];
	FairleadEntity entity;
	g_autofree char *id = NULL;

	if (*type == '\0' || g_str_equal (type, "LEI"))
		return fairlead_gleif_refer (reading, node, source);
	id = g_strconcat (type, "/", node, NULL);
	entity = fairlead_records_refer (reading->records, GLEIF_LIST, id, source);
	fairlead_records_set_kind (reading->records, entity, FAIRLEAD_KIND_COMPANY);
	return entity;
}

/* A link for each period of the relationship, and one of unknown period where none is told */
static void
add_links (FairleadReading *reading, const GleifRelation *relation, FairleadLinkRow *link)
{
	guint n_links = 0;
	guint32 ended = g_str_equal (relation->status, "INACTIVE") ? FAIRLEAD_PERIOD_ENDED : 0;

	for (guint i = 0; i < relation->periods->len; i++) {
		const GleifPeriod *period = &g_array_index (relation->periods, GleifPeriod, i);

		if (!g_str_equal (period->type, "RELATIONSHIP_PERIOD"))
			continue;
		link->period = FAIRLEAD_PERIOD_UNKNOWN;
		link->period.flags = ended;
		read_date (reading, period->start, link->source, &link->period.start);
		read_date (reading, period->end, link->source, &link->period.end);
		fairlead_records_add_link (reading->records, link);
		n_links++;
	}
	link->period.flags = ended;
	if (n_links == 0)
		fairlead_records_add_link (reading->records, link);
}

static gboolean
is_whole (FairleadReading *reading, const GleifRelation *relation, FairleadSource source)
{
	const char *missing = *relation->nodes[0] == '\0'   ? "start node"
	                      : *relation->nodes[1] == '\0' ? "end node"
	                                                    : NULL;

	if (missing != NULL)
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_MISSING_FIELD, source,
		                            "a relationship without %s", missing);
	else if (g_strv_contains (retracted, relation->registration_status))
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_RETRACTED, source,
		                            "%s %s %s: %s", relation->nodes[0], relation->type,
		                            relation->nodes[1], relation->registration_status);
	else
		return TRUE;
	return FALSE;
}

void
fairlead_gleif_emit_relation (FairleadReading *reading, const GleifRelation *relation)
{
	FairleadSource source = { reading->file, (guint32) MIN (relation->line, G_MAXUINT32) };
	const RelationType *type = find_type (relation->type);
	g_autofree char *note = dup_note (relation, type->is_noted);
	FairleadEntity ends[2];
	FairleadLinkRow link;

	if (!is_whole (reading, relation, source))
		return;
	if (type->type == NULL)
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source,
		                            "relationship \"%s\"", relation->type);
	for (guint i = 0; i < 2; i++)
		ends[i] = refer_node (reading, relation, i, source);
	link = fairlead_link_row (ends[type->end_is_from], type->kind, ends[!type->end_is_from],
	                          source);
	link.share = read_share (reading, relation, source);
	link.note = fairlead_records_intern (reading->records, note);
	add_links (reading, relation, &link);
}
