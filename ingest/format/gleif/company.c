/* ingest/format/gleif/company.c: what a record of an LEI says
 *
 * Not read: languages, other and transliterated addresses, house numbers and mail routing (they
 * repeat what the address lines say), legal entity events, and how a record was validated. */
#include "ingest/format/gleif/gleif.h"

#include <string.h>

static FairleadSource
source_at (FairleadReading *reading, guint64 line)
{
	return (FairleadSource){ reading->file, (guint32) MIN (line, G_MAXUINT32) };
}

/* ---- LEIs ---- */

/* The key of an LEI, canonical where it can be one */
static const char *
normalise (FairleadReading *reading, const char *lei, FairleadSource source, char *buffer,
           gsize size)
{
	if (!fairlead_identifier_normalise (FAIRLEAD_ID_LEI, lei, buffer, size)) {
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_BAD_IDENTIFIER, source,
		                            "LEI \"%s\"", lei);
		return lei;
	}
	if (!fairlead_identifier_check (FAIRLEAD_ID_LEI, buffer))
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT,
		                            source, "LEI %s", buffer);
	return buffer;
}

FairleadEntity
fairlead_gleif_refer (FairleadReading *reading, const char *lei, FairleadSource source)
{
	char buffer[64];
	const char *id = normalise (reading, lei, source, buffer, sizeof buffer);
	FairleadEntity entity = fairlead_records_refer (reading->records, GLEIF_SCHEME, id, source);

	fairlead_records_set_kind (reading->records, entity, FAIRLEAD_KIND_COMPANY);
	return entity;
}

/* ---- names and addresses ---- */

/* What is not here is an alias */
static const struct {
	const char *type;
	FairleadNameType name_type;
	gboolean weak; /* made by a program, not by the entity */
} name_types[] = {
	{ "", FAIRLEAD_NAME_PRIMARY, FALSE },
	{ "PREVIOUS_LEGAL_NAME", FAIRLEAD_NAME_FORMER, FALSE },
	{ "AUTO_ASCII_TRANSLITERATED_LEGAL_NAME", FAIRLEAD_NAME_ALIAS, TRUE },
};

static void
add_name (FairleadReading *reading, FairleadEntity entity, const GleifName *name)
{
	FairleadNameType type = FAIRLEAD_NAME_ALIAS;
	gboolean weak = FALSE;

	for (guint i = 0; i < G_N_ELEMENTS (name_types); i++) {
		if (!g_str_equal (name->type, name_types[i].type))
			continue;
		type = name_types[i].name_type;
		weak = name_types[i].weak;
	}
	fairlead_records_add_name (reading->records, entity, name->name.text, type, weak,
	                           source_at (reading, name->name.line));
}

static char *
join_filled (const char *const *parts, guint n_parts)
{
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < n_parts; i++)
		if (*parts[i] != '\0')
			g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
	return g_string_free (text, FALSE);
}

static void
add_address (FairleadReading *reading, FairleadEntity entity, const GleifAddress *address)
{
	const char *places[] = { address->city, address->region, address->postcode };
	g_autofree char *street = join_filled (address->lines, GLEIF_N_ADDRESS_LINES);
	g_autofree char *locality = join_filled (places, G_N_ELEMENTS (places));

	fairlead_records_add_address (reading->records, entity, GLEIF_LIST, street, locality,
	                              address->country, source_at (reading, address->line));
}

static gboolean
is_same_place (const GleifAddress *a, const GleifAddress *b)
{
	for (guint i = 0; i < GLEIF_N_ADDRESS_LINES; i++)
		if (!g_str_equal (a->lines[i], b->lines[i]))
			return FALSE;
	return g_str_equal (a->city, b->city) && g_str_equal (a->region, b->region)
	       && g_str_equal (a->country, b->country) && g_str_equal (a->postcode, b->postcode);
}

/* ---- fields ---- */

static const struct {
	GleifField field;
	FairleadAttribute attribute;
	const char *label; /* of a note */
	const char *usual; /* what goes without saying */
} field_uses[] = {
	{ GLEIF_STATUS, FAIRLEAD_ATTRIBUTE_STATUS, NULL, NULL },
	{ GLEIF_CREATED, FAIRLEAD_ATTRIBUTE_FORMED, NULL, NULL },
	{ GLEIF_EXPIRED, FAIRLEAD_ATTRIBUTE_DISSOLVED, NULL, NULL },
	{ GLEIF_CATEGORY, FAIRLEAD_ATTRIBUTE_NOTE, "Category", "GENERAL" },
	{ GLEIF_SUBCATEGORY, FAIRLEAD_ATTRIBUTE_NOTE, "Subcategory", NULL },
	{ GLEIF_EXPIRY_REASON, FAIRLEAD_ATTRIBUTE_NOTE, "Expiration", NULL },
	{ GLEIF_REGISTRATION_STATUS, FAIRLEAD_ATTRIBUTE_NOTE, "LEI registration", "ISSUED" },
};

static void
add_field (FairleadReading *reading, FairleadEntity entity, FairleadAttribute attribute,
           const char *label, const GleifText *value)
{
	g_autofree char *labelled =
		label == NULL ? NULL : g_strdup_printf ("%s: %s", label, value->text);

	if (*value->text != '\0')
		fairlead_records_add_attribute (reading->records, entity, attribute,
		                                labelled != NULL ? labelled : value->text, NULL,
		                                source_at (reading, value->line));
}

/* 8888 and 9999 stand for a form that has no code, or that the record tells in words */
static void
add_legal_form (FairleadReading *reading, FairleadEntity entity, const GleifCompany *company)
{
	const GleifText *form = &company->fields[GLEIF_FORM];
	const GleifText *code = &company->fields[GLEIF_FORM_CODE];
	g_autofree char *coded = g_strconcat ("ELF ", code->text, NULL);
	GleifText labelled = { coded, code->line };

	if (*form->text != '\0')
		add_field (reading, entity, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, NULL, form);
	else if (*code->text != '\0' && !g_str_equal (code->text, "8888")
	         && !g_str_equal (code->text, "9999"))
		add_field (reading, entity, FAIRLEAD_ATTRIBUTE_LEGAL_FORM, NULL, &labelled);
}

/* `US-DE` is a part of the country that it begins with */
static void
add_jurisdiction (FairleadReading *reading, FairleadEntity entity, const GleifText *jurisdiction)
{
	g_autofree char *country =
		g_strndup (jurisdiction->text, strcspn (jurisdiction->text, "-"));
	GleifText text = { country, jurisdiction->line };

	add_field (reading, entity, FAIRLEAD_ATTRIBUTE_JURISDICTION, NULL, &text);
}

/* Funds are numbered by who supervises them, and a registration number is one of the register of
 * companies; the first would join with companies that have the same number in the second */
static void
add_number (FairleadReading *reading, FairleadEntity entity, const GleifCompany *company)
{
	const GleifText *number = &company->fields[GLEIF_NUMBER];
	const char *jurisdiction = company->fields[GLEIF_JURISDICTION].text;
	const char *authority = company->fields[GLEIF_AUTHORITY].text;
	const char *other = company->fields[GLEIF_OTHER_AUTHORITY].text;
	gboolean is_fund = g_str_equal (company->fields[GLEIF_CATEGORY].text, "FUND");
	gboolean is_registered = *jurisdiction != '\0' && *other == '\0' && !is_fund;

	fairlead_records_add_identifier (
		reading->records, entity,
		is_registered ? FAIRLEAD_ID_REGISTRATION : FAIRLEAD_ID_OTHER, number->text,
		is_registered    ? jurisdiction
		: *other != '\0' ? other
				 : authority,
		source_at (reading, number->line));
}

/* ---- others ---- */

static void
add_other (FairleadReading *reading, FairleadEntity entity, const GleifOther *other,
           FairleadLinkKind kind, const char *note)
{
	FairleadSource source = source_at (reading, other->line);
	FairleadLinkRow link;
	FairleadEntity end;

	if (*other->lei == '\0' && *other->name == '\0')
		return;
	end = *other->lei != '\0' ? fairlead_gleif_refer (reading, other->lei, source)
	                          : fairlead_records_refer_by_name (reading->records, GLEIF_LIST,
	                                                            other->name, source);
	link = fairlead_link_row (end, kind, entity, source);
	link.note = fairlead_records_intern (reading->records, note);
	if (*other->lei == '\0')
		link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	fairlead_records_add_link (reading->records, &link);
}

/* A second LEI of one entity is a duplicate, and its successor the same entity; else the successor
 * is who took over */
static void
add_others (FairleadReading *reading, FairleadEntity entity, const GleifCompany *company)
{
	const char *status = company->fields[GLEIF_REGISTRATION_STATUS].text;
	FairleadLinkKind kind =
		g_str_equal (status, "DUPLICATE") ? FAIRLEAD_LINK_SAME_AS : FAIRLEAD_LINK_LINKED;

	for (guint i = 0; i < company->successors->len; i++)
		add_other (reading, entity, &g_array_index (company->successors, GleifOther, i),
		           kind, "successor");
	add_other (reading, entity, &company->associate, FAIRLEAD_LINK_LINKED,
	           *company->associate.type != '\0' ? company->associate.type : "associated");
}

/* ---- the record ---- */

/* A sole proprietor is no other than the person */
static const struct {
	const char *category;
	FairleadKind kind;
} category_kinds[] = {
	{ "RESIDENT_GOVERNMENT_ENTITY", FAIRLEAD_KIND_PUBLIC_BODY },
	{ "INTERNATIONAL_ORGANIZATION", FAIRLEAD_KIND_PUBLIC_BODY },
	{ "SOLE_PROPRIETOR", FAIRLEAD_KIND_PERSON },
};

static FairleadKind
find_kind (const char *category)
{
	for (guint i = 0; i < G_N_ELEMENTS (category_kinds); i++)
		if (g_str_equal (category, category_kinds[i].category))
			return category_kinds[i].kind;
	return FAIRLEAD_KIND_COMPANY;
}

static void
add_facts (FairleadReading *reading, FairleadEntity entity, const GleifCompany *company)
{
	for (guint i = 0; i < company->names->len; i++)
		add_name (reading, entity, &g_array_index (company->names, GleifName, i));
	add_number (reading, entity, company);
	add_jurisdiction (reading, entity, &company->fields[GLEIF_JURISDICTION]);
	add_legal_form (reading, entity, company);
	for (guint i = 0; i < G_N_ELEMENTS (field_uses); i++) {
		const GleifText *value = &company->fields[field_uses[i].field];

		if (g_strcmp0 (value->text, field_uses[i].usual) != 0)
			add_field (reading, entity, field_uses[i].attribute, field_uses[i].label,
			           value);
	}
	add_address (reading, entity, &company->legal);
	if (!is_same_place (&company->legal, &company->headquarters))
		add_address (reading, entity, &company->headquarters);
	add_others (reading, entity, company);
}

void
fairlead_gleif_emit_company (FairleadReading *reading, const GleifCompany *company)
{
	FairleadSource source = source_at (reading, company->line);
	FairleadSource lei_source = source_at (reading, company->lei.line);
	char buffer[64];
	const char *id;
	FairleadEntity entity;

	if (*company->lei.text == '\0') {
		fairlead_records_add_issue (reading->records, FAIRLEAD_ISSUE_MISSING_FIELD, source,
		                            "a record without LEI");
		return;
	}
	id = normalise (reading, company->lei.text, lei_source, buffer, sizeof buffer);
	entity = fairlead_records_describe (reading->records, GLEIF_SCHEME, id,
	                                    find_kind (company->fields[GLEIF_CATEGORY].text),
	                                    source);
	add_facts (reading, entity, company);
}
