/* ingest/format/opensanctions/ftm-link.c: objects that are links */
#include "ingest/format/opensanctions/ftm.h"

#include <string.h>

/* `role: ..., status: ...`: the words that are there */
static FairleadText
note_of (const FairleadFtmThing *thing, const FairleadFtmLink *link)
{
	const char *words = link->words == NULL ? NULL : fairlead_ftm_text (thing, link->words);
	const char *status = fairlead_ftm_text (thing, "status");

	if (words == NULL)
		words = fairlead_ftm_text (thing, "summary");
	if (words == NULL || status == NULL || words == status)
		return fairlead_records_intern (thing->records, words != NULL ? words : status);

	g_autofree char *text = g_strdup_printf ("%s (%s)", words, status);

	return fairlead_records_intern (thing->records, text);
}

static void
read_share (const FairleadFtmThing *thing, FairleadShare *share)
{
	const char *text = fairlead_ftm_text (thing, "percentage");

	if (text != NULL && !fairlead_share_parse (text, share))
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_BAD_SHARE, thing->source,
		                            "\"%s\"", text);
}

static void
add_link (const FairleadFtmThing *thing, const FairleadLinkRow *row)
{
	if (row->from == FAIRLEAD_NO_ENTITY || row->to == FAIRLEAD_NO_ENTITY)
		return;
	if (row->kind == FAIRLEAD_LINK_SHAREHOLDER)
		g_array_append_vals (thing->load->owners, row, 1);
	else
		fairlead_records_add_link (thing->records, row);
}

void
fairlead_ftm_read_link (const FairleadFtmThing *thing, const FairleadFtmLink *link)
{
	const FairleadJsonValue *froms = fairlead_ftm_values (thing, link->from);
	const FairleadJsonValue *tos = fairlead_ftm_values (thing, link->to);
	FairleadLinkRow row = fairlead_link_row (FAIRLEAD_NO_ENTITY, link->kind, FAIRLEAD_NO_ENTITY,
	                                         thing->source);

	if (fairlead_json_value_first (froms) == NULL || fairlead_json_value_first (tos) == NULL) {
		fairlead_records_add_issue (thing->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            thing->source, "%s without %s and %s", link->schema,
		                            link->from, link->to);
		return;
	}
	row.period = fairlead_ftm_read_period (thing);
	row.note = note_of (thing, link);
	read_share (thing, &row.share);
	FAIRLEAD_JSON_EACH (from, froms)
	{
		FAIRLEAD_JSON_EACH (to, tos)
		{
			row.from = fairlead_ftm_refer (thing, from);
			row.to = fairlead_ftm_refer (thing, to);
			add_link (thing, &row);
		}
	}
}

/* ---- owners ---- */

/* What the words of an owner's role mean. Shares are of companies: who owns a ship, with no more
 * said, has some interest in her. */
static FairleadLinkKind
ownership_kind (FairleadRecords *records, const FairleadLinkRow *link)
{
	guint n_entities;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records, &n_entities);
	g_autofree char *note =
		g_ascii_strdown (fairlead_records_get_text (records, link->note), -1);

	if (strstr (note, "beneficial") != NULL)
		return FAIRLEAD_LINK_BENEFICIAL_OWNER;
	if (rows[link->to].kind != FAIRLEAD_KIND_VESSEL)
		return FAIRLEAD_LINK_SHAREHOLDER;
	return strstr (note, "registered") != NULL ? FAIRLEAD_LINK_REGISTERED_OWNER
	                                           : FAIRLEAD_LINK_PROPERTY_INTEREST;
}

void
fairlead_ftm_emit_owners (FairleadFtmLoad *load, FairleadRecords *records)
{
	for (guint i = 0; i < load->owners->len; i++) {
		FairleadLinkRow *link = &g_array_index (load->owners, FairleadLinkRow, i);

		link->kind = (guint8) ownership_kind (records, link);
		fairlead_records_add_link (records, link);
	}
}
