/* ingest/format/ofac-sdn/facts.c */
#include "ingest/format/ofac-sdn/facts.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

typedef struct _Rule Rule;

struct _Rule {
	const char *label; /* what the fact begins with */
	void (*emit) (const FairleadOfacFact *fact, const Rule *rule, const char *value);
	guint what;         /* attribute, scheme, link kind or name type */
	const char *issuer; /* country or name of the number where the fact has none */
};

static void
emit_note (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	(void) rule;
	(void) value;
	fairlead_records_add_attribute (fact->records, fact->entity, FAIRLEAD_ATTRIBUTE_NOTE,
	                                fact->whole, NULL, fact->source);
}

static void
emit_attribute (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	fairlead_records_add_attribute (fact->records, fact->entity, rule->what, value, NULL,
	                                fact->source);
}

/* A flag of `None Identified` is no flag, but was said */
static void
emit_country (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	if (fairlead_name_is_placeholder (value))
		emit_note (fact, rule, value);
	else
		emit_attribute (fact, rule, value);
}

/* Thousands are parted by commas */
static void
emit_number (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	g_auto (GStrv) groups = g_strsplit (value, ",", -1);
	g_autofree char *plain = g_strjoinv ("", groups);

	emit_attribute (fact, rule, plain);
}

static void
emit_link (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	fairlead_ofac_link_by_name (fact->records, value, rule->what, fact->entity, rule->label,
	                            fact->source);
}

/* OFAC quotes the aliases that it calls weak */
static void
emit_alias (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	gsize length = strlen (value);
	gboolean quoted = length > 2 && value[0] == '\'' && value[length - 1] == '\'';
	g_autofree char *name = quoted ? g_strndup (value + 1, length - 2) : g_strdup (value);

	fairlead_records_add_name (fact->records, fact->entity, name, rule->what, quoted,
	                           fact->source);
}

/* ---- numbers ---- */

static const char *const number_ends[] = { " issued ",   " expires ", " expired ",
	                                   ", expired ", ", issued ", " issue " };

static gsize
find_number_end (const char *text)
{
	gsize length = strlen (text);

	for (guint i = 0; i < G_N_ELEMENTS (number_ends); i++) {
		const char *end = strstr (text, number_ends[i]);

		if (end != NULL)
			length = MIN (length, (gsize) (end - text));
	}
	return length;
}

/* `N (Country) issued ...` as number, issuer (a code where it is a country) and whether more
 * follows; a parenthesis around the whole is none of an issuer */
static char *
split_number (const char *value, char **issuer, gboolean *has_more)
{
	gsize end = find_number_end (value);
	g_autofree char *number = g_strndup (value, end);
	char *open;

	*has_more = value[end] != '\0';
	g_strstrip (number);
	open = strrchr (number, '(');
	if (open != NULL && open > number && g_str_has_suffix (number, ")")) {
		g_autofree char *inside = g_strndup (open + 1, strlen (open + 1) - 1);
		const char *code = fairlead_country_code (inside);

		*issuer = code != NULL ? g_strdup (code) : g_steal_pointer (&inside);
		*open = '\0';
	}
	return g_strchomp (g_steal_pointer (&number));
}

/* The dates of issue and expiry stay in a note of the whole */
static void
add_number (const FairleadOfacFact *fact, FairleadIdScheme scheme, const char *issuer,
            const char *value)
{
	g_autofree char *stated = NULL;
	gboolean has_more;
	g_autofree char *number = split_number (value, &stated, &has_more);
	g_autofree char *both = NULL;

	if (*number == '\0' || g_ascii_strncasecmp (number, "issued ", 7) == 0) {
		emit_note (fact, NULL, NULL);
		return;
	}
	/* Of a number of no scheme the rule names the kind, and the fact the country */
	if (scheme == FAIRLEAD_ID_OTHER && issuer != NULL && stated != NULL)
		both = g_strdup_printf ("%s, %s", issuer, stated);
	else
		both = g_strdup (stated != NULL ? stated : issuer);
	fairlead_records_add_identifier (fact->records, fact->entity, scheme, number, both,
	                                 fact->source);
	if (has_more)
		emit_note (fact, NULL, NULL);
}

static void
emit_identifier (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	add_number (fact, rule->what, rule->issuer, value);
}

/* Numbers that are a person's or a company's by who bears them */
static void
emit_by_kind (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	static const FairleadIdScheme schemes[FAIRLEAD_N_KINDS] = {
		[FAIRLEAD_KIND_UNKNOWN] = FAIRLEAD_ID_OTHER,
		[FAIRLEAD_KIND_PERSON] = FAIRLEAD_ID_NATIONAL,
		[FAIRLEAD_KIND_COMPANY] = FAIRLEAD_ID_REGISTRATION,
		[FAIRLEAD_KIND_PUBLIC_BODY] = FAIRLEAD_ID_REGISTRATION,
		[FAIRLEAD_KIND_VESSEL] = FAIRLEAD_ID_OTHER,
		[FAIRLEAD_KIND_AIRCRAFT] = FAIRLEAD_ID_OTHER,
		[FAIRLEAD_KIND_ADDRESS] = FAIRLEAD_ID_OTHER,
		[FAIRLEAD_KIND_PORT] = FAIRLEAD_ID_OTHER,
	};

	add_number (fact, schemes[fact->kind], rule->issuer, value);
}

/* `XBT 1abc...`: the currency stands for the issuer */
static void
emit_currency (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	g_auto (GStrv) words = g_strsplit (value, " ", 2);

	(void) rule;
	if (g_strv_length (words) < 2)
		emit_note (fact, rule, value);
	else
		fairlead_records_add_identifier (fact->records, fact->entity, FAIRLEAD_ID_OTHER,
		                                 words[1], words[0], fact->source);
}

/* The seven digits of `IMO 5342883`, `8606173`, `(5777731)`, or fewer as they stand */
static char *
dup_imo_digits (const char *value)
{
	const char *start = value + strcspn (value, "0123456789");

	return g_strndup (start, strspn (start, "0123456789"));
}

/* Ship and company numbers have different checks, and OFAC labels either as the other. On a ship's
 * row it is the ship's; elsewhere the check decides, and the row where that does not. A ship's
 * number on a company's row is one of another party: it stays the company's, marked not valid. */
static void
emit_imo (const FairleadOfacFact *fact, const Rule *rule, const char *value)
{
	g_autofree char *digits = dup_imo_digits (value);
	FairleadIdScheme labelled = rule->what;
	FairleadIdScheme scheme = FAIRLEAD_ID_IMO_COMPANY;

	if (*digits == '\0') {
		emit_note (fact, rule, value);
		return;
	}
	if (fact->kind == FAIRLEAD_KIND_VESSEL)
		scheme = FAIRLEAD_ID_IMO;
	else if (fact->kind == FAIRLEAD_KIND_UNKNOWN)
		scheme = fairlead_imo_company_check (digits) && !fairlead_imo_ship_check (digits)
		                 ? FAIRLEAD_ID_IMO_COMPANY
		                 : labelled;
	if (scheme != labelled)
		fairlead_records_add_issue (fact->records, FAIRLEAD_ISSUE_RETYPED_IDENTIFIER,
		                            fact->source, "\"%s\" is read as an %s", fact->whole,
		                            fairlead_id_scheme_info (scheme)->title);
	fairlead_records_add_identifier (fact->records, fact->entity, scheme, digits, NULL,
	                                 fact->source);
}

/* ---- rules ---- */

#define ATTRIBUTE(label, attribute)                                         \
	{                                                                   \
		label, emit_attribute, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define COUNTRY(label, attribute)                                         \
	{                                                                 \
		label, emit_country, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define NUMBER(label, attribute)                                         \
	{                                                                \
		label, emit_number, FAIRLEAD_ATTRIBUTE_##attribute, NULL \
	}
#define ID(label, scheme, issuer)                                    \
	{                                                            \
		label, emit_identifier, FAIRLEAD_ID_##scheme, issuer \
	}
#define IMO(label, scheme)                                  \
	{                                                   \
		label, emit_imo, FAIRLEAD_ID_##scheme, NULL \
	}
#define NOTE(label)                       \
	{                                 \
		label, emit_note, 0, NULL \
	}

/* A label that begins with another stands before it */
static const Rule rules[] = {
	IMO ("Vessel Registration Identification ", IMO),
	IMO ("Identification Number IMO ", IMO_COMPANY),
	IMO ("Company Number IMO ", IMO_COMPANY),
	IMO ("International Maritime Organization No. ", IMO_COMPANY),
	ID ("MMSI ", MMSI, NULL),
	COUNTRY ("Former Vessel Flag ", FORMER_FLAG),
	COUNTRY ("Other Vessel Flag ", FLAG),
	COUNTRY ("Vessel Flag ", FLAG),
	ATTRIBUTE ("Vessel Year of Build ", YEAR_BUILT),
	ATTRIBUTE ("Other Vessel Type ", VESSEL_TYPE),
	ATTRIBUTE ("Vessel Type ", VESSEL_TYPE),
	ID ("Other Vessel Call Sign ", CALL_SIGN, NULL),
	ID ("Vessel Call Sign ", CALL_SIGN, NULL),
	{ "Vessel Owner ", emit_link, FAIRLEAD_LINK_REGISTERED_OWNER, NULL },
	{ "Vessel Operator ", emit_link, FAIRLEAD_LINK_OPERATOR, NULL },
	{ "Aircraft Operator ", emit_link, FAIRLEAD_LINK_OPERATOR, NULL },
	NUMBER ("Vessel Gross Registered Tonnage ", GROSS_TONNAGE),
	NUMBER ("Gross Registered Tonnage ", GROSS_TONNAGE),
	NUMBER ("Vessel Gross Tonnage ", GROSS_TONNAGE),
	NUMBER ("Vessel Tonnage ", DEADWEIGHT),
	NUMBER ("Deadweight Tonnage ", DEADWEIGHT),
	NUMBER ("Deadweight ", DEADWEIGHT),
	ATTRIBUTE ("Aircraft Manufacture Date ", YEAR_BUILT),

	{ "Linked To: ", emit_link, FAIRLEAD_LINK_LINKED, NULL },
	{ "a.k.a. ", emit_alias, FAIRLEAD_NAME_ALIAS, NULL },
	{ "n.k.a. ", emit_alias, FAIRLEAD_NAME_ALIAS, NULL },
	{ "f.k.a. ", emit_alias, FAIRLEAD_NAME_FORMER, NULL },
	ATTRIBUTE ("DOB ", BIRTH_DATE),
	ATTRIBUTE ("POB ", BIRTH_PLACE),
	ATTRIBUTE ("Gender ", GENDER),
	COUNTRY ("nationality ", NATIONALITY),
	COUNTRY ("citizen ", NATIONALITY),
	COUNTRY ("Nationality of Registration ", JURISDICTION),
	ATTRIBUTE ("Organization Established Date ", FORMED),
	ATTRIBUTE ("Organization Type: ", SECTOR),
	ATTRIBUTE ("Website ", WEBSITE),
	ATTRIBUTE ("Email Address ", EMAIL),
	ATTRIBUTE ("Phone Number ", PHONE),
	ATTRIBUTE ("Phone No. ", PHONE),
	ATTRIBUTE ("Telephone No. ", PHONE),
	ATTRIBUTE ("Telephone: ", PHONE),
	ATTRIBUTE ("Telephone ", PHONE),

	ID ("Passport ", PASSPORT, NULL),
	ID ("Diplomatic Passport ", PASSPORT, NULL),
	ID ("British National Overseas Passport ", PASSPORT, "GB"),
	ID ("Stateless Person Passport ", OTHER, "Stateless Person Passport"),
	ID ("National ID No. ", NATIONAL, NULL),
	ID ("National Foreign ID Number ", NATIONAL, NULL),
	ID ("Tazkira National ID Card ", NATIONAL, "AF"),
	ID ("Personal ID Card ", NATIONAL, NULL),
	ID ("Citizen's Card Number ", NATIONAL, NULL),
	ID ("Bosnian Personal ID No. ", NATIONAL, "BA"),
	ID ("Moroccan Personal ID No. ", NATIONAL, "MA"),
	ID ("Turkish Identification Number ", NATIONAL, "TR"),
	ID ("Kenyan ID No. ", NATIONAL, "KE"),
	ID ("Cedula No. ", NATIONAL, NULL),
	ID ("Cedula de Residencia ", NATIONAL, NULL),
	ID ("C.U.R.P. ", NATIONAL, "MX"),
	ID ("C.U.I.P. ", NATIONAL, "MX"),
	ID ("D.N.I. ", NATIONAL, NULL),
	ID ("I.F.E. ", NATIONAL, "MX"),
	ID ("LE Number ", NATIONAL, "PE"),
	ID ("SSN ", NATIONAL, "US"),
	ID ("Residency Number ", NATIONAL, NULL),
	ID ("Tax ID No. ", TAX, NULL),
	ID ("R.F.C. ", TAX, "MX"),
	ID ("RFC ", TAX, "MX"),
	ID ("RUC # ", TAX, NULL),
	ID ("NIT # ", TAX, NULL),
	ID ("RIF # ", TAX, "VE"),
	ID ("C.U.I.T. ", TAX, "AR"),
	ID ("V.A.T. Number ", TAX, NULL),
	ID ("US FEIN ", TAX, "US"),
	ID ("Italian Fiscal Code ", TAX, "IT"),
	ID ("Fiscal Code ", TAX, NULL),
	ID ("Registration Number ", REGISTRATION, NULL),
	ID ("Registration ID ", REGISTRATION, NULL),
	ID ("Central Registration System Number ", REGISTRATION, NULL),
	ID ("Public Registration Number ", REGISTRATION, NULL),
	ID ("UK Company Number ", REGISTRATION, "GB"),
	ID ("Company Number ", REGISTRATION, NULL),
	ID ("Company ID ", REGISTRATION, NULL),
	ID ("Business Registration Document # ", REGISTRATION, NULL),
	ID ("Business Registration Number ", REGISTRATION, NULL),
	ID ("Business Number ", REGISTRATION, NULL),
	ID ("Commercial Registry Number ", REGISTRATION, NULL),
	ID ("C.R. No. ", REGISTRATION, NULL),
	ID ("Certificate of Incorporation Number ", REGISTRATION, NULL),
	ID ("Chamber of Commerce Number ", REGISTRATION, NULL),
	ID ("Dubai Chamber of Commerce Membership No. ", REGISTRATION, "AE"),
	ID ("Istanbul Chamber of Comm. No. ", REGISTRATION, "TR"),
	ID ("Enterprise Number ", REGISTRATION, NULL),
	ID ("File Number ", REGISTRATION, NULL),
	ID ("Folio Mercantil No. ", REGISTRATION, NULL),
	ID ("Legal Entity Number ", REGISTRATION, NULL),
	ID ("Matricula Mercantil No ", REGISTRATION, NULL),
	ID ("Registered Charity No. ", REGISTRATION, NULL),
	ID ("Trade License No. ", REGISTRATION, NULL),
	ID ("Unified Social Credit Code (USCC) ", REGISTRATION, "CN"),
	ID ("United Social Credit Code Certificate (USCCC) ", REGISTRATION, "CN"),
	ID ("Legal Entity Identifier ", LEI, NULL),
	ID ("LEI ", LEI, NULL),
	ID ("SWIFT/BIC ", BIC, NULL),
	ID ("BIK (RU) ", OTHER, "BIK (RU)"),
	ID ("D-U-N-S Number ", OTHER, "D-U-N-S"),
	ID ("Government Gazette Number ", OTHER, "Government Gazette"),
	ID ("Driver's License No. ", OTHER, "Driver's License"),
	ID ("Electoral Registry No. ", OTHER, "Electoral Registry"),
	ID ("Travel Document Number ", OTHER, "Travel Document"),
	{ "Identification Number ", emit_by_kind, 0, NULL },
	{ "Digital Currency Address - ", emit_currency, 0, NULL },

	NOTE ("Secondary sanctions risk:"),
	NOTE ("Additional Sanctions Information -"),
	NOTE ("Transactions Prohibited For "),
	NOTE ("Executive Order "),
	NOTE ("CAATSA Section "),
	NOTE ("Aircraft "),
};

static const Rule *
find_rule (const char *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
		if (g_str_has_prefix (text, rules[i].label))
			return &rules[i];
	}
	return NULL;
}

static const char *
skip_alternative (const char *text)
{
	return g_ascii_strncasecmp (text, "alt. ", 5) == 0 ? text + 5 : text;
}

void
fairlead_ofac_fact_read (const FairleadOfacFact *fact)
{
	const char *text = skip_alternative (fact->whole);
	const Rule *rule = find_rule (text);
	g_autofree char *value = NULL;

	if (rule == NULL) {
		emit_note (fact, NULL, NULL);
		return;
	}
	value = g_strstrip (g_strdup (text + strlen (rule->label)));
	rule->emit (fact, rule, value);
}

gboolean
fairlead_ofac_fact_is_known (const char *text)
{
	return find_rule (skip_alternative (text)) != NULL;
}

void
fairlead_ofac_link_by_name (FairleadRecords *records, const char *name, FairleadLinkKind kind,
                            FairleadEntity to, const char *note, FairleadSource source)
{
	FairleadEntity from = fairlead_records_refer_by_name (records, FAIRLEAD_OFAC, name, source);
	FairleadLinkRow link = fairlead_link_row (from, kind, to, source);
	g_autofree char *words = note == NULL ? NULL : g_strdelimit (g_strdup (note), ":", ' ');

	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	if (words != NULL)
		link.note = fairlead_records_intern (records, g_strchomp (words));
	fairlead_records_add_link (records, &link);
}
