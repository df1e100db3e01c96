/* ingest/format/bods/interests.c: types of interest as kinds of link, shares as intervals */
#include <string.h>

#include "ingest/format/bods/bods.h"

/* In small letters without hyphens, which came and went between the versions of the standard */
static const struct {
	const char *type;
	FairleadLinkKind kind;
} types[] = {
	{ "shareholding", FAIRLEAD_LINK_SHAREHOLDER },
	{ "votingrights", FAIRLEAD_LINK_CONTROLLER },
	{ "appointmentofboard", FAIRLEAD_LINK_CONTROLLER },
	{ "otherinfluenceorcontrol", FAIRLEAD_LINK_CONTROLLER },
	{ "controlviacompanyrulesorarticles", FAIRLEAD_LINK_CONTROLLER },
	{ "controlbylegalframework", FAIRLEAD_LINK_CONTROLLER },
	{ "seniormanagingofficial", FAIRLEAD_LINK_LEADER },
	{ "boardmember", FAIRLEAD_LINK_DIRECTOR },
	{ "boardchair", FAIRLEAD_LINK_DIRECTOR },
	{ "settlor", FAIRLEAD_LINK_CONTROLLER },
	{ "trustee", FAIRLEAD_LINK_CONTROLLER },
	{ "protector", FAIRLEAD_LINK_CONTROLLER },
	{ "nominator", FAIRLEAD_LINK_CONTROLLER },
	{ "nominee", FAIRLEAD_LINK_NOMINEE },
	{ "beneficiaryoflegalarrangement", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "rightstosurplusassetsondissolution", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "rightstoprofitorincome", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "rightsgrantedbycontract", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "conditionalrightsgrantedbycontract", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "rightstoprofitorincomefromassets", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "enjoymentanduseofassets", FAIRLEAD_LINK_PROPERTY_INTEREST },
	{ "unknowninterest", FAIRLEAD_LINK_OWNER_OR_CONTROLLER },
	{ "unpublishedinterest", FAIRLEAD_LINK_OWNER_OR_CONTROLLER },
};

static const char *
text_of (const FairleadJsonValue *object, const char *name)
{
	return fairlead_json_value_member_text (object, name);
}

static gboolean
is_type (const char *text, const char *type)
{
	for (; *text != '\0'; text++) {
		if (*text == '-')
			continue;
		if (g_ascii_tolower (*text) != *type)
			return FALSE;
		type++;
	}
	return *type == '\0';
}

/* Who holds shares through others is an owner of another kind than who holds them: that chain
 * stands in statements of its own, and must not count twice */
static FairleadLinkKind
kind_of (FairleadRecords *records, const FairleadJsonValue *interest, FairleadSource source)
{
	const char *type = text_of (interest, "type");
	gboolean indirect = g_strcmp0 (text_of (interest, "directOrIndirect"), "indirect") == 0;
	gboolean beneficial =
		g_strcmp0 (text_of (interest, "beneficialOwnershipOrControl"), "true") == 0;

	if (type == NULL)
		return FAIRLEAD_LINK_OWNER_OR_CONTROLLER;
	for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
		if (!is_type (type, types[i].type))
			continue;
		if (types[i].kind != FAIRLEAD_LINK_SHAREHOLDER || !indirect)
			return types[i].kind;
		return beneficial ? FAIRLEAD_LINK_BENEFICIAL_OWNER
		                  : FAIRLEAD_LINK_PROPERTY_INTEREST;
	}
	fairlead_records_add_issue (records, FAIRLEAD_ISSUE_UNKNOWN_KIND, source, "interest \"%s\"",
	                            type);
	return FAIRLEAD_LINK_OWNER_OR_CONTROLLER;
}

/* One number of a share. FALSE where there is none; what is no share is an issue. */
static gboolean
read_bound (FairleadRecords *records, const FairleadJsonValue *share, const char *name,
            FairleadSource source, FairleadShare *bound)
{
	const char *text = text_of (share, name);

	if (text == NULL || strcmp (text, "true") == 0 || strcmp (text, "false") == 0)
		return FALSE;
	if (fairlead_share_parse (text, bound))
		return TRUE;
	fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_SHARE, source, "%s \"%s\"", name,
	                            text);
	return FALSE;
}

/* Exclusive bounds are numbers, or in older files words about the other bound */
static FairleadShare
read_share (FairleadRecords *records, const FairleadJsonValue *share, FairleadSource source)
{
	FairleadShare result = FAIRLEAD_SHARE_UNKNOWN, bound;

	if (read_bound (records, share, "exact", source, &bound))
		return bound;
	if (read_bound (records, share, "minimum", source, &bound))
		result.low =
			bound.low + (g_strcmp0 (text_of (share, "exclusiveMinimum"), "true") == 0);
	if (read_bound (records, share, "maximum", source, &bound))
		result.high =
			bound.high - (g_strcmp0 (text_of (share, "exclusiveMaximum"), "true") == 0);
	if (read_bound (records, share, "exclusiveMinimum", source, &bound))
		result.low = bound.low + 1;
	if (read_bound (records, share, "exclusiveMaximum", source, &bound))
		result.high = bound.high - 1;
	if (result.low <= result.high && result.high <= FAIRLEAD_SHARE_ONE)
		return result;
	fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_SHARE, source,
	                            "the bounds leave no share");
	return FAIRLEAD_SHARE_UNKNOWN;
}

static void
read_date (FairleadRecords *records, const char *text, FairleadDate *date, FairleadSource source)
{
	if (text != NULL && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_DATE, source, "\"%s\"",
		                            text);
}

/* `shareholding, indirect: details` */
static FairleadText
note_of (FairleadRecords *records, const FairleadJsonValue *interest)
{
	const char *type = text_of (interest, "type");
	const char *way = text_of (interest, "directOrIndirect");
	const char *details = text_of (interest, "details");
	g_autofree char *text =
		g_strdup_printf ("%s%s%s%s%s", type != NULL ? type : "interest not stated",
	                         way != NULL ? ", " : "", way != NULL ? way : "",
	                         details != NULL ? ": " : "", details != NULL ? details : "");

	return fairlead_records_intern (records, text);
}

void
fairlead_bods_read_interests (FairleadBodsHistory *history, FairleadRecords *records,
                              const FairleadJsonValue *details, const FairleadLinkRow *link)
{
	const FairleadJsonValue *interests = fairlead_json_value_member (details, "interests");

	if (fairlead_json_value_first (interests) == NULL) {
		FairleadLinkRow row = *link;

		row.kind = FAIRLEAD_LINK_OWNER_OR_CONTROLLER;
		row.note = note_of (records, NULL);
		fairlead_bods_history_add (history, &row);
	}
	FAIRLEAD_JSON_EACH (interest, interests)
	{
		FairleadLinkRow row = *link;

		row.kind = (guint8) kind_of (records, interest, row.source);
		row.share = read_share (records, fairlead_json_value_member (interest, "share"),
		                        row.source);
		row.note = note_of (records, interest);
		read_date (records, text_of (interest, "startDate"), &row.period.start, row.source);
		read_date (records, text_of (interest, "endDate"), &row.period.end, row.source);
		fairlead_bods_history_add (history, &row);
	}
}
