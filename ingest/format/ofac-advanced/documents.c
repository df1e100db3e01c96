/* ingest/format/ofac-advanced/documents.c: registrations and papers, kept until their identity
 *
 * What a document says beside its number (dates, authority, that it is a fraud) becomes one note.
 *
 * The IMO trap: `Identification Number` and `Company Number` of companies, and even some of their
 * `Vessel Registration Identification`s, are IMO company numbers. The owner's kind decides which of
 * the two schemes is meant, and that scheme's check digit whether the number is right: a tenth of
 * all mistyped numbers passes the other check by chance, so that check alone proves nothing, and a
 * number that only it passes joins nobody. */
#include "ingest/format/ofac-advanced/advanced.h"

#include <string.h>

#include "ingest/grammar/country.h"

static void
init_documents (Advanced *self)
{
	self->documents.first = g_hash_table_new (NULL, NULL);
	self->documents.last = g_hash_table_new (NULL, NULL);
	self->documents.all = g_array_new (FALSE, FALSE, sizeof (AdvancedDocument));
	self->documents.number = g_string_new (NULL);
	self->documents.remarks = g_string_new (NULL);
}

static void
clear_documents (Advanced *self)
{
	g_hash_table_unref (self->documents.first);
	g_hash_table_unref (self->documents.last);
	g_array_unref (self->documents.all);
	g_string_free (self->documents.number, TRUE);
	g_string_free (self->documents.remarks, TRUE);
}

/* ---- elements ---- */

static void
remark (Advanced *self, const char *title, const char *text)
{
	g_autofree char *remark = NULL;

	if (text == NULL || *text == '\0')
		return;
	remark = title == NULL ? g_strdup (text) : g_strconcat (title, " ", text, NULL);
	fairlead_advanced_append (self->documents.remarks, "; ", remark);
}

static void
remark_place (Advanced *self, guint32 id, guint64 line)
{
	const AdvancedPlace *place;
	g_autofree char *text = NULL;

	if (id == ADVANCED_NO_ID)
		return;
	place = fairlead_advanced_place (self, id, line);
	if (place == NULL)
		return;
	text = fairlead_advanced_place_text (place);
	remark (self, "issued in", text);
}

static void
start_document (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedDocuments *documents = &self->documents;
	guint64 line = fairlead_xml_element_get_line (element);
	guint32 validity = fairlead_advanced_id (element, "ValidityID");

	documents->open = (AdvancedDocument){
		.identity = fairlead_advanced_id (element, "IdentityID"),
		.type = fairlead_advanced_id (element, "IDRegDocTypeID"),
		.country = fairlead_advanced_id (element, "IssuedBy-CountryID"),
		.next = ADVANCED_NO_ID,
		.line = fairlead_advanced_source (self, line).line,
	};
	g_string_truncate (documents->number, 0);
	g_string_truncate (documents->remarks, 0);
	if (fairlead_advanced_value (self, ADVANCED_VALIDITY, validity, line)->word == NULL)
		remark (self, NULL,
		        fairlead_advanced_value_text (self, ADVANCED_VALIDITY, validity, line));
	remark_place (self, fairlead_advanced_id (element, "IssuedIn-LocationID"), line);
}

static void
end_number (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	g_string_assign (self->documents.number, text);
}

static void
end_authority (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	remark (self, "issued by", text);
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	remark (self, NULL, text);
}

static void
start_date (Advanced *self, const FairleadXmlElement *element)
{
	self->documents.date_type = fairlead_advanced_id (element, "IDRegDocDateTypeID");
	fairlead_advanced_clear_dates (self);
}

static void
end_date (Advanced *self, const char *text, guint64 line)
{
	const char *type = fairlead_advanced_value_text (self, ADVANCED_DOCUMENT_DATE_TYPE,
	                                                 self->documents.date_type, line);
	FairleadPeriod date = fairlead_advanced_date (self);
	g_autofree char *words = fairlead_advanced_date_text (&date);

	(void) text;
	remark (self, type, words);
}

static void
append_document (AdvancedDocuments *documents)
{
	gpointer identity = GUINT_TO_POINTER (documents->open.identity);
	gpointer index = GUINT_TO_POINTER (documents->all->len);
	gpointer before;

	if (g_hash_table_lookup_extended (documents->last, identity, NULL, &before))
		g_array_index (documents->all, AdvancedDocument, GPOINTER_TO_UINT (before)).next =
			documents->all->len;
	else
		g_hash_table_insert (documents->first, identity, index);
	g_hash_table_insert (documents->last, identity, index);
	g_array_append_val (documents->all, documents->open);
}

static void
end_document (Advanced *self, const char *text, guint64 line)
{
	AdvancedDocuments *documents = &self->documents;

	(void) text;
	if (documents->number->len == 0) {
		fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_MISSING_FIELD,
		                            fairlead_advanced_source (self, line),
		                            "a document without IDRegistrationNo (%s)",
		                            documents->remarks->str);
		return;
	}
	documents->open.number = g_string_chunk_insert (self->texts, documents->number->str);
	if (documents->remarks->len > 0)
		documents->open.remarks =
			g_string_chunk_insert (self->texts, documents->remarks->str);
	append_document (documents);
}

/* ---- giving them to their identity ---- */

/* `IMO 7937317`, but not the tax number `IMOA681106HC` */
static gboolean
names_imo (const char *number)
{
	if (g_ascii_strncasecmp (number, "IMO", 3) != 0)
		return FALSE;
	number += 3 + strspn (number + 3, " :.#-");
	return g_ascii_isdigit (*number);
}

static FairleadIdScheme
scheme_by_kind (FairleadKind kind)
{
	if (kind == FAIRLEAD_KIND_PERSON)
		return FAIRLEAD_ID_NATIONAL;
	return kind == FAIRLEAD_KIND_COMPANY ? FAIRLEAD_ID_REGISTRATION : FAIRLEAD_ID_OTHER;
}

static FairleadIdScheme
scheme_of (Advanced *self, const AdvancedDocument *document, const AdvancedWord *word)
{
	FairleadIdScheme scheme =
		word != NULL ? (FairleadIdScheme) word->meaning : FAIRLEAD_ID_OTHER;
	char buffer[128];

	if (scheme == FAIRLEAD_ID_IMO || names_imo (document->number))
		return self->party.kind == FAIRLEAD_KIND_VESSEL ? FAIRLEAD_ID_IMO
		                                                : FAIRLEAD_ID_IMO_COMPANY;
	if (word != NULL && word->detail == ADVANCED_BY_KIND)
		return scheme_by_kind (self->party.kind);
	/* OFAC's 'Legal Entity Number' holds other registers' numbers beside LEIs */
	if (scheme == FAIRLEAD_ID_LEI
	    && !fairlead_identifier_normalise (scheme, document->number, buffer, sizeof buffer))
		return FAIRLEAD_ID_REGISTRATION;
	return scheme;
}

/* The country's code where it is known; for numbers of no scheme the published type */
static char *
issuer_of (FairleadIdScheme scheme, const char *type, const char *country)
{
	const char *code = country == NULL ? NULL : fairlead_country_code (country);
	const char *issuer = code != NULL ? code : country;

	if (scheme != FAIRLEAD_ID_OTHER || type == NULL)
		return g_strdup (issuer);
	return issuer == NULL ? g_strdup (type) : g_strdup_printf ("%s, %s", type, issuer);
}

static void
emit_document (Advanced *self, const AdvancedDocument *document)
{
	const AdvancedValue *type = fairlead_advanced_value (self, ADVANCED_DOCUMENT_TYPE,
	                                                     document->type, document->line);
	const char *country = fairlead_advanced_value_text (self, ADVANCED_COUNTRY,
	                                                    document->country, document->line);
	FairleadSource source = fairlead_advanced_source (self, document->line);
	FairleadIdScheme scheme = scheme_of (self, document, type->word);
	g_autofree char *issuer = issuer_of (scheme, type->text, country);
	g_autofree char *title = NULL;
	g_autofree char *note = NULL;

	if (scheme == FAIRLEAD_ID_IMO_COMPANY && type->word != NULL
	    && type->word->meaning == FAIRLEAD_ID_IMO)
		fairlead_records_add_issue (self->reading->records,
		                            FAIRLEAD_ISSUE_RETYPED_IDENTIFIER, source,
		                            "%s \"%s\" of no vessel is read as IMO company number",
		                            type->text, document->number);
	fairlead_records_add_identifier (self->reading->records, self->party.entity, scheme,
	                                 document->number, issuer, source);
	if (document->remarks == NULL)
		return;
	title = g_strdup_printf ("%s %s", type->text != NULL ? type->text : "Document",
	                         document->number);
	note = fairlead_advanced_titled (title, document->remarks);
	fairlead_records_add_attribute (self->reading->records, self->party.entity,
	                                FAIRLEAD_ATTRIBUTE_NOTE, note, NULL, source);
}

void
fairlead_advanced_emit_documents (Advanced *self, guint32 identity)
{
	AdvancedDocuments *documents = &self->documents;
	guint32 index;
	gpointer first;

	if (identity == ADVANCED_NO_ID
	    || !g_hash_table_lookup_extended (documents->first, GUINT_TO_POINTER (identity), NULL,
	                                      &first))
		return;
	for (index = GPOINTER_TO_UINT (first); index != ADVANCED_NO_ID;) {
		AdvancedDocument *document =
			&g_array_index (documents->all, AdvancedDocument, index);

		emit_document (self, document);
		document->number = NULL;
		index = document->next;
	}
	g_hash_table_remove (documents->first, GUINT_TO_POINTER (identity));
}

void
fairlead_advanced_report_documents (Advanced *self)
{
	GArray *all = self->documents.all;

	for (guint i = 0; i < all->len; i++) {
		const AdvancedDocument *document = &g_array_index (all, AdvancedDocument, i);

		if (document->number != NULL)
			fairlead_records_add_issue (
				self->reading->records, FAIRLEAD_ISSUE_UNKNOWN_ID,
				fairlead_advanced_source (self, document->line),
				"document \"%s\" belongs to identity %u, which is"
				" not in the file",
				document->number, document->identity);
	}
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "IDRegDocuments", ADVANCED_AT_DOCUMENTS, NULL, NULL },
	{ ADVANCED_AT_DOCUMENTS, "IDRegDocument", ADVANCED_AT_DOCUMENT, start_document,
	  end_document },
	{ ADVANCED_AT_DOCUMENT, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_DOCUMENT, "IDRegistrationNo", ADVANCED_AT_TEXT, NULL, end_number },
	{ ADVANCED_AT_DOCUMENT, "IssuingAuthority", ADVANCED_AT_TEXT, NULL, end_authority },
	{ ADVANCED_AT_DOCUMENT, "DocumentDate", ADVANCED_AT_DOCUMENT_DATE, start_date, end_date },
	{ ADVANCED_AT_DOCUMENT, "IDRegDocumentMention", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_DOCUMENT, "FeatureVersionReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_DOCUMENT, "DocumentedNameReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_DOCUMENT, "ProfileRelationshipReference", ADVANCED_AT_PASSED, NULL, NULL },
};

const AdvancedModule fairlead_advanced_documents = {
	steps,
	G_N_ELEMENTS (steps),
	init_documents,
	clear_documents,
};
