/* ingest/format/bods/relationship.c: types of interest as kinds of link, shares as intervals */
#include "ingest/format/bods/bods.h"

#include <string.h>

/* ---- the ends ---- */

enum { SUBJECT, SUBJECT_REASON, SUBJECT_WORDS, PARTY, PARTY_REASON, PARTY_WORDS };

/* An end is the id of a record, or the reason why there is none: then nobody is named, and nobody
 * is made up. @cells are the id, the reason and its words. */
static FairleadEntity
end_of (const FairleadBodsStatement *statement, const char *name, const char *const *cells)
{
	const char *id = cells[0], *reason = cells[1], *words = cells[2];

	if (id != NULL)
		return fairlead_records_refer (statement->records, BODS_SCHEME, id,
		                               statement->source);
	if (reason != NULL || words != NULL)
		fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_PLACEHOLDER,
		                            statement->source, "%s not specified: %s%s%s", name,
		                            reason != NULL ? reason : "", words != NULL ? ", " : "",
		                            words != NULL ? words : "");
	else
		fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            statement->source, "a relationship without %s", name);
	return FAIRLEAD_NO_ENTITY;
}

static void
begin (FairleadBodsStatement *statement, const char *const *cells)
{
	FairleadEntity subject = end_of (statement, "subject", cells + SUBJECT);
	FairleadEntity party = end_of (statement, "interestedParty", cells + PARTY);

	statement->interest = fairlead_link_row (party, FAIRLEAD_LINK_OWNER_OR_CONTROLLER, subject,
	                                         statement->source);
	fairlead_bods_history_begin (
		statement->load->history,
		fairlead_records_intern (statement->records, statement->record), statement->date,
		fairlead_bods_statement_is_closed (statement));
}

static gboolean
has_both_ends (const FairleadBodsStatement *statement)
{
	return statement->interest.from != FAIRLEAD_NO_ENTITY
	       && statement->interest.to != FAIRLEAD_NO_ENTITY;
}

/* ---- kinds ---- */

/* Of an interest */
enum {
	TYPE,
	WAY,
	IS_BENEFICIAL,
	DETAILS,
	EXACT,
	MINIMUM,
	MAXIMUM,
	EXCLUSIVE_MINIMUM,
	EXCLUSIVE_MAXIMUM,
	START,
	END,
};

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
kind_of (const FairleadBodsStatement *statement, const char *const *cells)
{
	gboolean indirect = g_strcmp0 (cells[WAY], "indirect") == 0;
	gboolean beneficial = g_strcmp0 (cells[IS_BENEFICIAL], "true") == 0;

	if (cells[TYPE] == NULL)
		return FAIRLEAD_LINK_OWNER_OR_CONTROLLER;
	for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
		if (!is_type (cells[TYPE], types[i].type))
			continue;
		if (types[i].kind != FAIRLEAD_LINK_SHAREHOLDER || !indirect)
			return types[i].kind;
		return beneficial ? FAIRLEAD_LINK_BENEFICIAL_OWNER
		                  : FAIRLEAD_LINK_PROPERTY_INTEREST;
	}
	fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                            statement->source, "interest \"%s\"", cells[TYPE]);
	return FAIRLEAD_LINK_OWNER_OR_CONTROLLER;
}

/* ---- shares ---- */

/* One number of a share. FALSE where there is none; what is no share is an issue. */
static gboolean
read_bound (const FairleadBodsStatement *statement, const char *name, const char *text,
            FairleadShare *bound)
{
	if (text == NULL || strcmp (text, "true") == 0 || strcmp (text, "false") == 0)
		return FALSE;
	if (fairlead_share_parse (text, bound))
		return TRUE;
	fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_BAD_SHARE, statement->source,
	                            "%s \"%s\"", name, text);
	return FALSE;
}

/* Exclusive bounds are numbers, or in older files words about the other bound */
static FairleadShare
read_share (const FairleadBodsStatement *statement, const char *const *cells)
{
	gboolean is_above = g_strcmp0 (cells[EXCLUSIVE_MINIMUM], "true") == 0;
	gboolean is_below = g_strcmp0 (cells[EXCLUSIVE_MAXIMUM], "true") == 0;
	FairleadShare result = FAIRLEAD_SHARE_UNKNOWN, bound;

	if (read_bound (statement, "exact", cells[EXACT], &bound))
		return bound;
	if (read_bound (statement, "minimum", cells[MINIMUM], &bound))
		result.low = bound.low + is_above;
	if (read_bound (statement, "maximum", cells[MAXIMUM], &bound))
		result.high = bound.high - is_below;
	if (read_bound (statement, "exclusiveMinimum", cells[EXCLUSIVE_MINIMUM], &bound))
		result.low = bound.low + 1;
	if (read_bound (statement, "exclusiveMaximum", cells[EXCLUSIVE_MAXIMUM], &bound))
		result.high = bound.high - 1;
	if (result.low <= result.high && result.high <= FAIRLEAD_SHARE_ONE)
		return result;
	fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_BAD_SHARE, statement->source,
	                            "the bounds leave no share");
	return FAIRLEAD_SHARE_UNKNOWN;
}

/* ---- interests ---- */

static void
read_date (const FairleadBodsStatement *statement, const char *text, FairleadDate *date)
{
	if (text != NULL && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, date, NULL))
		fairlead_records_add_issue (statement->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            statement->source, "\"%s\"", text);
}

/* `shareholding, indirect: details` */
static FairleadText
note_of (const FairleadBodsStatement *statement, const char *const *cells)
{
	g_autofree char *text =
		g_strconcat (cells[TYPE] != NULL ? cells[TYPE] : "interest not stated",
	                     cells[WAY] != NULL ? ", " : "", cells[WAY] != NULL ? cells[WAY] : "",
	                     cells[DETAILS] != NULL ? ": " : "",
	                     cells[DETAILS] != NULL ? cells[DETAILS] : "", NULL);

	return fairlead_records_intern (statement->records, text);
}

static void
read_interest (FairleadBodsStatement *statement, const char *const *cells)
{
	FairleadLinkRow row = statement->interest;

	statement->n_interests++;
	if (!has_both_ends (statement))
		return;
	row.source = statement->source;
	row.kind = (guint8) kind_of (statement, cells);
	row.share = read_share (statement, cells);
	row.note = note_of (statement, cells);
	read_date (statement, cells[START], &row.period.start);
	read_date (statement, cells[END], &row.period.end);
	fairlead_bods_history_add (statement->load->history, &row);
}

/* A relationship of which no interest is told */
static void
end (FairleadBodsStatement *statement)
{
	static const char *const nothing[BODS_MAX_FIELDS];

	if (statement->n_interests == 0)
		read_interest (statement, nothing);
}

static const FairleadBodsPart interests = {
	.path = "interests",
	.fields = { [TYPE] = "type",
	            [WAY] = "directOrIndirect",
	            [IS_BENEFICIAL] = "beneficialOwnershipOrControl",
	            [DETAILS] = "details",
	            [EXACT] = "share.exact",
	            [MINIMUM] = "share.minimum",
	            [MAXIMUM] = "share.maximum",
	            [EXCLUSIVE_MINIMUM] = "share.exclusiveMinimum",
	            [EXCLUSIVE_MAXIMUM] = "share.exclusiveMaximum",
	            [START] = "startDate",
	            [END] = "endDate" },
	.read = read_interest,
};

static const FairleadBodsPart *const parts[] = { &interests, NULL };

const FairleadBodsType fairlead_bods_relationship = {
	.name = "relationship",
	.fields = { [SUBJECT] = "subject",
	            [SUBJECT_REASON] = "subject.reason",
	            [SUBJECT_WORDS] = "subject.description",
	            [PARTY] = "interestedParty",
	            [PARTY_REASON] = "interestedParty.reason",
	            [PARTY_WORDS] = "interestedParty.description" },
	.parts = parts,
	.begin = begin,
	.end = end,
};
