/* ingest/format/lists/list.c */
#include "ingest/format/lists/list.h"

#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"

void
fairlead_list_init (FairleadList *self, FairleadReading *reading, const char *scheme,
                    const char *title)
{
	*self = (FairleadList){ .reading = reading,
		                .records = reading->records,
		                .scheme = scheme,
		                .title = title,
		                .entity = FAIRLEAD_NO_ENTITY };
	self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	self->reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
fairlead_list_clear (FairleadList *self)
{
	g_clear_pointer (&self->told, g_hash_table_unref);
	g_clear_pointer (&self->reported, g_hash_table_unref);
}

FairleadSource
fairlead_list_source (const FairleadList *self)
{
	return (FairleadSource){ self->reading->file, (guint32) MIN (self->line, G_MAXUINT32) };
}

const FairleadListWord *
fairlead_list_find_word (const FairleadListWord *words, guint n_words, const char *word)
{
	for (guint i = 0; i < n_words; i++)
		if (g_ascii_strcasecmp (words[i].word, word) == 0)
			return &words[i];
	return NULL;
}

FairleadKind
fairlead_list_read_kind (FairleadList *self, const FairleadListWord *words, guint n_words,
                         const char *word)
{
	const FairleadListWord *found = fairlead_list_find_word (words, n_words, word);

	if (found != NULL)
		return (FairleadKind) found->meaning;
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
	                            fairlead_list_source (self), "\"%s\"", word);
	return FAIRLEAD_KIND_UNKNOWN;
}

void
fairlead_list_set_issued (FairleadList *self, const char *text, FairleadDateOrder order)
{
	fairlead_reading_note_issued (self->reading, text, order);
}

void
fairlead_list_begin_as (FairleadList *self, const char *scheme, const char *id, FairleadKind kind)
{
	self->entity = fairlead_records_describe (self->records, scheme, id, kind,
	                                          fairlead_list_source (self));
	self->kind = kind;
}

gboolean
fairlead_list_begin (FairleadList *self, const char *id, FairleadKind kind)
{
	if (*id != '\0') {
		fairlead_list_begin_as (self, self->scheme, id, kind);
		return TRUE;
	}
	fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_MISSING_FIELD,
	                            fairlead_list_source (self), "the record has no id");
	return FALSE;
}

/* What facts are told apart by, beside their words */
typedef enum {
	TOLD_NAME,
	TOLD_ATTRIBUTE,
	TOLD_IDENTIFIER,
	TOLD_LINK,
	TOLD_ADDRESS,
	TOLD_DESIGNATION,
} Told;

/* Whether the party has this fact for the first time; empty texts are none */
static gboolean
is_new (FairleadList *self, Told told, guint what, const char *text, const char *more)
{
	if (*text == '\0' && *more == '\0')
		return FALSE;
	return g_hash_table_add (self->told, g_strdup_printf ("%u %u %u %s\t%s", self->entity, told,
	                                                      what, text, more));
}

void
fairlead_list_add_name (FairleadList *self, const char *text, FairleadNameType type, gboolean weak)
{
	g_autofree char *clean = fairlead_list_dup_clean (text);

	if (is_new (self, TOLD_NAME, type, clean, ""))
		fairlead_records_add_name (self->records, self->entity, clean, type, weak,
		                           fairlead_list_source (self));
}

/* ---- attributes ---- */

/* `DPRK.`, `Iraqi citizenship`, `Pakistan (since 2009)`: the text up to where it is a country */
static char *
dup_start (const char *text)
{
	static const char *const ends[] = { "", ".", " (", " citizenship", " nationality" };

	for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
		const char *end = *ends[i] == '\0' ? NULL : g_strrstr (text, ends[i]);
		g_autofree char *start =
			end == NULL ? g_strdup (text) : g_strndup (text, (gsize) (end - text));

		if (fairlead_country_code (start) != NULL)
			return g_steal_pointer (&start);
	}
	return NULL;
}

/* The spelling that is known, or the text itself. What was cut off the country stays in a note. */
static char *
dup_country (FairleadList *self, const char *text)
{
	static const char *const separators[] = { " / ", NULL };
	g_auto (GStrv) spellings = fairlead_list_split (text, separators);

	for (guint i = 0; spellings[i] != NULL; i++) {
		char *known = dup_start (spellings[i]);

		if (known == NULL)
			continue;
		if (strlen (known) + 1 < strlen (spellings[i]))
			fairlead_list_add_note (self, "Country", text);
		return known;
	}
	return g_strdup (text);
}

void
fairlead_list_add_attribute (FairleadList *self, FairleadAttribute attribute, const char *text)
{
	const FairleadAttributeInfo *info = fairlead_attribute_info (attribute);
	g_autofree char *clean = fairlead_list_dup_clean (text);
	g_autofree char *value = NULL;

	if (fairlead_name_is_placeholder (clean))
		return;
	value = info->type == FAIRLEAD_TYPE_COUNTRY ? dup_country (self, clean)
	                                            : g_steal_pointer (&clean);
	if (is_new (self, TOLD_ATTRIBUTE, attribute, value, ""))
		fairlead_records_add_attribute (self->records, self->entity, attribute, value, NULL,
		                                fairlead_list_source (self));
}

void
fairlead_list_add_note (FairleadList *self, const char *label, const char *text)
{
	g_autofree char *clean = fairlead_list_dup_clean (text);
	g_autofree char *labelled = NULL;

	if (*clean == '\0')
		return;
	labelled = label == NULL ? g_strdup (clean) : g_strconcat (label, ": ", clean, NULL);
	fairlead_list_add_attribute (self, FAIRLEAD_ATTRIBUTE_NOTE, labelled);
}

static gboolean
is_date (const char *text)
{
	FairleadDate date;

	return fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL);
}

/* Several dates, where every part is one; NULL where the text is one date, or none */
static GStrv
split_dates (const char *text)
{
	static const char *const separators[] = { ";", ", ", " / ", "|", NULL };
	g_auto (GStrv) numbered = fairlead_list_split_numbered (text);
	g_auto (GStrv) parts = numbered[1] != NULL ? g_steal_pointer (&numbered)
	                                           : fairlead_list_split (text, separators);

	if (parts[0] == NULL || parts[1] == NULL)
		return NULL;
	for (guint i = 0; parts[i] != NULL; i++)
		if (!is_date (parts[i]))
			return NULL;
	return g_steal_pointer (&parts);
}

void
fairlead_list_add_dates (FairleadList *self, FairleadAttribute attribute, const char *text)
{
	g_autofree char *clean = fairlead_list_dup_clean (text);
	g_auto (GStrv) dates = NULL;

	if (g_str_has_suffix (clean, "."))
		clean[strlen (clean) - 1] = '\0';
	dates = split_dates (clean);
	if (dates == NULL && (*clean == '\0' || is_date (clean)))
		fairlead_list_add_attribute (self, attribute, clean);
	else if (dates == NULL)
		fairlead_list_add_note (self, fairlead_attribute_info (attribute)->name, clean);
	else
		for (guint i = 0; dates[i] != NULL; i++)
			fairlead_list_add_attribute (self, attribute, dates[i]);
}

/* ---- numbers ---- */

void
fairlead_list_add_identifier (FairleadList *self, FairleadIdScheme scheme, const char *number,
                              const char *issuer)
{
	g_autofree char *clean = fairlead_list_dup_clean (number);
	const char *code = issuer == NULL ? NULL : fairlead_country_code (issuer);

	if (code == NULL)
		code = issuer == NULL ? "" : issuer;
	if (*clean != '\0' && is_new (self, TOLD_IDENTIFIER, scheme, clean, code))
		fairlead_records_add_identifier (self->records, self->entity, scheme, clean,
		                                 *code == '\0' ? NULL : code,
		                                 fairlead_list_source (self));
}

static gboolean
has_digit (const char *text)
{
	return strpbrk (text, "0123456789") != NULL;
}

/* `A 112`, `PS 472`: one or two capitals that belong to the number behind them */
static gboolean
is_series (const char *word)
{
	static const char *const abbreviations[] = { "NO", "NR", "ID", NULL };
	gsize length = strlen (word);

	if (length == 0 || length > 2 || g_strv_contains (abbreviations, word))
		return FALSE;
	return g_ascii_isupper (word[0]) && (length == 1 || g_ascii_isupper (word[1]));
}

/* The words with figures in them, up to the next without: `Provisional passport 28 642163 issued`
 * is `28 642163`. Empty where no word has any. */
static char *
dup_number (const char *text)
{
	g_auto (GStrv) words = g_strsplit_set (text, " ,;(", -1);
	GString *number = g_string_new (NULL);
	guint i = 0;

	while (words[i] != NULL && !has_digit (words[i]))
		i++;
	if (i > 0 && words[i] != NULL && is_series (words[i - 1]))
		g_string_append (number, words[i - 1]);
	for (; words[i] != NULL && has_digit (words[i]); i++)
		fairlead_list_append (number, " ", words[i]);
	while (number->len > 0 && strchr (".:)", number->str[number->len - 1]) != NULL)
		g_string_truncate (number, number->len - 1);
	return g_string_free (number, FALSE);
}

const char *
fairlead_list_find_issuer (const char *text)
{
	g_auto (GStrv) words = g_strsplit_set (text, " ,;()", -1);

	/* Short words may be codes of countries, but hardly in prose */
	for (guint i = 0; words[i] != NULL; i++)
		if (strlen (words[i]) > 3 && fairlead_country_code (words[i]) != NULL)
			return fairlead_country_code (words[i]);
	return "";
}

void
fairlead_list_add_document (FairleadList *self, FairleadIdScheme scheme, const char *text,
                            const char *issuer)
{
	g_autofree char *clean = fairlead_list_dup_clean (text);
	g_autofree char *number = dup_number (clean);

	if (*number != '\0')
		fairlead_list_add_identifier (self, scheme, number,
		                              *issuer != '\0' ? issuer
		                                              : fairlead_list_find_issuer (clean));
	if (strcmp (number, clean) != 0)
		fairlead_list_add_note (self, fairlead_id_scheme_info (scheme)->title, clean);
}

static char *
dup_digits (const char *text)
{
	const char *start = text + strcspn (text, "0123456789");

	return g_strndup (start, strspn (start, "0123456789"));
}

/* Lists write both sorts as 'IMO'. On a ship it is the ship's, on any other party the company's;
 * where the kind is open, the one whose check alone holds, else the ship's. */
void
fairlead_list_add_imo (FairleadList *self, const char *text)
{
	g_autofree char *digits = dup_digits (text);
	gboolean is_ship =
		self->kind == FAIRLEAD_KIND_VESSEL
		|| (self->kind == FAIRLEAD_KIND_UNKNOWN
	            && (fairlead_imo_ship_check (digits) || !fairlead_imo_company_check (digits)));

	if (*digits == '\0')
		fairlead_list_add_note (self, "IMO", text);
	else
		fairlead_list_add_identifier (
			self, is_ship ? FAIRLEAD_ID_IMO : FAIRLEAD_ID_IMO_COMPANY, digits, NULL);
}

/* ---- links ---- */

void
fairlead_list_add_link (FairleadList *self, FairleadLinkKind kind, const char *name,
                        const char *note, guint flags)
{
	g_autofree char *clean = fairlead_list_dup_clean (name);
	gboolean to_other = (flags & FAIRLEAD_LIST_LINK_TO_OTHER) != 0;
	FairleadSource source = fairlead_list_source (self);
	FairleadEntity other;
	FairleadLinkRow link;

	if (*clean == '\0' || !is_new (self, TOLD_LINK, kind << 2 | flags, clean, ""))
		return;
	other = fairlead_records_refer_by_name (self->records, self->scheme, clean, source);
	link = fairlead_link_row (to_other ? self->entity : other, kind,
	                          to_other ? other : self->entity, source);
	if (flags & FAIRLEAD_LIST_LINK_ENDED)
		link.period.flags |= FAIRLEAD_PERIOD_ENDED;
	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	link.note = fairlead_records_intern (self->records, note);
	fairlead_records_add_link (self->records, &link);
}

/* ---- addresses ---- */

void
fairlead_list_add_address (FairleadList *self, const char *street, const char *locality,
                           const char *country)
{
	g_autofree char *clean_street = fairlead_list_dup_clean (street);
	g_autofree char *clean_locality = fairlead_list_dup_clean (locality);
	g_autofree char *clean_country = fairlead_list_dup_clean (country);
	g_autofree char *known_country = dup_country (self, clean_country);
	g_autofree char *whole =
		g_strjoin ("\t", clean_street, clean_locality, known_country, NULL);

	if (strcmp (whole, "\t\t") == 0 || !is_new (self, TOLD_ADDRESS, 0, whole, ""))
		return;
	fairlead_records_add_address (self->records, self->entity, self->scheme, clean_street,
	                              clean_locality, known_country, fairlead_list_source (self));
}

void
fairlead_list_add_whole_address (FairleadList *self, const char *text)
{
	static const char *const separators[] = { ",", NULL };
	g_auto (GStrv) parts = fairlead_list_split (text, separators);
	g_autoptr (GString) street = g_string_new (NULL);
	guint n = g_strv_length (parts);
	const char *country = "";
	g_autofree char *last = n == 0 ? g_strdup ("") : dup_country (self, parts[n - 1]);

	if (n > 0 && fairlead_country_code (last) != NULL) {
		country = last;
		n--;
	}
	for (guint i = 0; i + 1 < n; i++)
		fairlead_list_append (street, ", ", parts[i]);
	fairlead_list_add_address (self, street->str, n == 0 ? "" : parts[n - 1], country);
}

/* ---- designations ---- */

static FairleadDate
read_date (FairleadList *self, const char *text)
{
	FairleadDate date = FAIRLEAD_DATE_UNKNOWN;

	if (*text != '\0' && !fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &date, NULL))
		fairlead_records_add_issue (self->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            fairlead_list_source (self), "listing date \"%s\"",
		                            text);
	return date;
}

void
fairlead_list_designate (FairleadList *self, const char *programme, const char *basis,
                         const char *start, const char *end)
{
	g_autofree char *clean = fairlead_list_dup_clean (programme);
	g_autofree char *clean_basis = fairlead_list_dup_clean (basis);
	g_autofree char *rest = g_strjoin ("\t", clean_basis, start, end, NULL);
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	if (!is_new (self, TOLD_DESIGNATION, 0, clean, rest))
		return;
	period.start = read_date (self, start);
	if (end != NULL) {
		period.end = read_date (self, end);
		period.flags |= FAIRLEAD_PERIOD_ENDED;
	}
	fairlead_records_add_designation (
		self->records, self->entity, self->title, *clean == '\0' ? NULL : clean,
		*clean_basis == '\0' ? NULL : clean_basis, &period, fairlead_list_source (self));
}
