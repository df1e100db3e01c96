/* ingest/format/ofac-advanced/features.c: what is known of a profile beside names and documents
 *
 * Every version of a feature is read: its texts, looked-up texts, places and dates. Whatever the
 * table of words has no place for becomes a note that begins with the feature's published name. */
#include "ingest/format/ofac-advanced/advanced.h"

static FairleadRecords *
records_of (Advanced *self)
{
	return self->reading->records;
}

static void
add_attribute (Advanced *self, FairleadAttribute attribute, const char *text,
               const FairleadPeriod *period, guint64 line)
{
	fairlead_records_add_attribute (records_of (self), self->party.entity, attribute, text,
	                                period, fairlead_advanced_source (self, line));
	self->feature.told = TRUE;
}

/* ---- what is done with a text, by the meaning of the feature ---- */

static void
tell_note (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	g_autofree char *note = fairlead_advanced_titled (self->feature.type->text, text);

	add_attribute (self, FAIRLEAD_ATTRIBUTE_NOTE, note, period, line);
}

/* Thousands are parted by commas */
static void
tell_number (Advanced *self, FairleadAttribute attribute, const char *text,
             const FairleadPeriod *period, guint64 line)
{
	g_auto (GStrv) groups = g_strsplit (text, ",", -1);
	g_autofree char *plain = g_strjoinv ("", groups);

	add_attribute (self, attribute, plain, period, line);
}

static void
tell_attribute (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	FairleadAttribute attribute = (FairleadAttribute) self->feature.type->word->detail;
	FairleadValueType type = fairlead_attribute_info (attribute)->type;

	/* The date of a DatePeriod is told at the version's end; a text beside it is a remark */
	if (type == FAIRLEAD_TYPE_DATE && period != NULL)
		tell_note (self, text, NULL, line);
	else if (type == FAIRLEAD_TYPE_NUMBER)
		tell_number (self, attribute, text, period, line);
	else
		add_attribute (self, attribute, text, period, line);
}

static void
tell_identifier (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	FairleadIdScheme scheme = (FairleadIdScheme) self->feature.type->word->detail;
	const char *issuer = scheme == FAIRLEAD_ID_OTHER ? self->feature.type->text : NULL;

	fairlead_records_add_identifier (records_of (self), self->party.entity, scheme, text,
	                                 issuer, fairlead_advanced_source (self, line));
	self->feature.told = TRUE;
	if (period != NULL)
		tell_note (self, text, period, line);
}

static void
tell_party (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	FairleadSource source = fairlead_advanced_source (self, line);
	FairleadEntity other =
		fairlead_records_refer_by_name (records_of (self), ADVANCED_SCHEME, text, source);
	FairleadLinkRow link =
		fairlead_link_row (other, (FairleadLinkKind) self->feature.type->word->detail,
	                           self->party.entity, source);

	if (period != NULL)
		link.period = *period;
	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	link.note = fairlead_records_intern (records_of (self), self->feature.type->text);
	fairlead_records_add_link (records_of (self), &link);
	self->feature.told = TRUE;
}

static void
tell (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	static void (*const tellers[]) (Advanced *, const char *, const FairleadPeriod *,
	                                guint64) = {
		[ADVANCED_FEATURE_NOTE] = tell_note,
		[ADVANCED_FEATURE_ADDRESS] = tell_note,
		[ADVANCED_FEATURE_ATTRIBUTE] = tell_attribute,
		[ADVANCED_FEATURE_IDENTIFIER] = tell_identifier,
		[ADVANCED_FEATURE_PARTY] = tell_party,
	};
	const AdvancedWord *word = self->feature.type->word;

	if (text != NULL && *text != '\0')
		tellers[word != NULL ? word->meaning : ADVANCED_FEATURE_NOTE](self, text, period,
		                                                              line);
}

/* ---- places ---- */

static gboolean
wants_country (const AdvancedWord *word)
{
	return word != NULL && word->meaning == ADVANCED_FEATURE_ATTRIBUTE
	       && fairlead_attribute_info ((FairleadAttribute) word->detail)->type
	                  == FAIRLEAD_TYPE_COUNTRY;
}

static void
tell_place (Advanced *self, const AdvancedPlace *place, const FairleadPeriod *period, guint64 line)
{
	const AdvancedWord *word = self->feature.type->word;
	gboolean is_country = place->street == NULL && place->locality == NULL;
	g_autofree char *text = fairlead_advanced_place_text (place);

	if (word != NULL && word->meaning == ADVANCED_FEATURE_ADDRESS) {
		fairlead_records_add_address (
			records_of (self), self->party.entity, ADVANCED_SCHEME, place->street,
			place->locality, place->country, fairlead_advanced_source (self, line));
		self->feature.told = TRUE;
		return;
	}
	if (wants_country (word) && !is_country) {
		tell (self, place->country, period, line);
		tell_note (self, text, period, line);
		return;
	}
	tell (self, text, period, line);
}

/* ---- elements ---- */

static void
start_feature (Advanced *self, const FairleadXmlElement *element)
{
	self->feature.type = fairlead_advanced_value (
		self, ADVANCED_FEATURE_TYPE, fairlead_advanced_id (element, "FeatureTypeID"),
		fairlead_xml_element_get_line (element));
}

static void
start_version (Advanced *self, const FairleadXmlElement *element)
{
	(void) element;
	self->feature.told = FALSE;
	fairlead_advanced_clear_dates (self);
}

static void
start_detail (Advanced *self, const FairleadXmlElement *element)
{
	self->feature.detail = fairlead_advanced_id (element, "DetailReferenceID");
}

static void
end_detail (Advanced *self, const char *text, guint64 line)
{
	const AdvancedValue *looked_up =
		fairlead_advanced_value (self, ADVANCED_DETAIL, self->feature.detail, line);
	FairleadPeriod period;
	const FairleadPeriod *held = fairlead_advanced_period (self, &period);

	tell (self, looked_up->text, held, line);
	tell (self, text, held, line);
}

static void
start_version_place (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	const AdvancedPlace *place =
		fairlead_advanced_place (self, fairlead_advanced_id (element, "LocationID"), line);
	FairleadPeriod period;

	if (place != NULL)
		tell_place (self, place, fairlead_advanced_period (self, &period), line);
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	if (*text != '\0')
		tell_note (self, text, NULL, line);
}

static gboolean
is_date (const AdvancedWord *word)
{
	return word != NULL && word->meaning == ADVANCED_FEATURE_ATTRIBUTE
	       && fairlead_attribute_info ((FairleadAttribute) word->detail)->type
	                  == FAIRLEAD_TYPE_DATE;
}

/* A version that has only dates: they are what it says */
static void
end_version (Advanced *self, const char *text, guint64 line)
{
	const AdvancedWord *word = self->feature.type->word;
	FairleadPeriod period, date;
	g_autofree char *words = NULL;

	(void) text;
	(void) line;
	if (fairlead_advanced_period (self, &period) == NULL
	    || (self->feature.told && !is_date (word)))
		return;
	date = fairlead_advanced_date (self);
	words = fairlead_advanced_date_text (&date);
	if (words == NULL)
		return;
	if (is_date (word))
		add_attribute (self, (FairleadAttribute) word->detail, words, &date,
		               self->dates.line);
	else
		tell_note (self, words, &date, self->dates.line);
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_PROFILE, "Feature", ADVANCED_AT_FEATURE, start_feature, NULL },
	{ ADVANCED_AT_FEATURE, "FeatureVersion", ADVANCED_AT_VERSION, start_version, end_version },
	{ ADVANCED_AT_FEATURE, "IdentityReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_VERSION, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_VERSION, "VersionDetail", ADVANCED_AT_TEXT, start_detail, end_detail },
	{ ADVANCED_AT_VERSION, "VersionLocation", ADVANCED_AT_TEXT, start_version_place, NULL },
	{ ADVANCED_AT_VERSION, "IDRegDocumentReference", ADVANCED_AT_PASSED, NULL, NULL },
};

const AdvancedModule fairlead_advanced_features = { steps, G_N_ELEMENTS (steps), NULL, NULL };
