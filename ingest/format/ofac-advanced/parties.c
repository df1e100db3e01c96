/* ingest/format/ofac-advanced/parties.c: parties, their identities and names
 *
 * A name part points at a group, and the groups, which say what the part is, come after all names
 * of the identity: so the names of one identity are buffered. Persons are written as in OFAC's CSV,
 * `LAST, First Middle`. The names of identities that are not the primary one are aliases, and those
 * of identities marked false are weak ones. */
#include "ingest/format/ofac-advanced/advanced.h"

#include <string.h>

/* One DocumentedName of the identity that is being read */
typedef struct {
	gint alias; /* AdvancedAlias */
	gboolean weak;
	gboolean latin; /* status 'Primary Latin' */
	guint first_part;
	guint32 line;
	gboolean has_period;
	FairleadPeriod period; /* when the alias was used */
} AdvancedName;

typedef struct {
	guint32 group;
	guint offset; /* of its text */
} AdvancedNamePart;

static void
init_parties (Advanced *self)
{
	self->party.comment = g_string_new (NULL);
	self->party.names = g_array_new (FALSE, TRUE, sizeof (AdvancedName));
	self->party.parts = g_array_new (FALSE, FALSE, sizeof (AdvancedNamePart));
	self->party.text = g_string_new (NULL);
	self->party.part_types = g_hash_table_new (NULL, NULL);
}

static void
clear_parties (Advanced *self)
{
	g_string_free (self->party.comment, TRUE);
	g_array_unref (self->party.names);
	g_array_unref (self->party.parts);
	g_string_free (self->party.text, TRUE);
	g_hash_table_unref (self->party.part_types);
	g_free (self->party.leading);
	g_free (self->party.trailing);
}

static void
add_note (Advanced *self, const char *text, const FairleadPeriod *period, guint64 line)
{
	fairlead_records_add_attribute (self->reading->records, self->party.entity,
	                                FAIRLEAD_ATTRIBUTE_NOTE, text, period,
	                                fairlead_advanced_source (self, line));
}

static void
end_note (Advanced *self, const char *text, guint64 line)
{
	add_note (self, text, NULL, line);
}

/* ---- parties and profiles ---- */

static void
start_party (Advanced *self, const FairleadXmlElement *element)
{
	(void) element;
	g_string_truncate (self->party.comment, 0);
}

static void
end_party_comment (Advanced *self, const char *text, guint64 line)
{
	self->party.comment_line = line;
	fairlead_advanced_append (self->party.comment, "; ", text);
}

/* The subtype says it for vessels and aircraft, the type above it for the others */
static FairleadKind
kind_of_party (Advanced *self, guint32 subtype_id, guint64 line)
{
	const AdvancedValue *subtype =
		fairlead_advanced_value (self, ADVANCED_PARTY_SUBTYPE, subtype_id, line);
	const AdvancedValue *type =
		fairlead_advanced_value (self, ADVANCED_PARTY_TYPE, subtype->parent, line);

	if (subtype->word != NULL)
		return (FairleadKind) subtype->word->meaning;
	if (type->word != NULL)
		return (FairleadKind) type->word->meaning;
	fairlead_records_add_issue (
		self->reading->records, FAIRLEAD_ISSUE_UNKNOWN_KIND,
		fairlead_advanced_source (self, line), "party of type \"%s\", \"%s\"",
		type->text != NULL ? type->text : "", subtype->text != NULL ? subtype->text : "");
	return FAIRLEAD_KIND_UNKNOWN;
}

static void
start_profile (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedParty *party = &self->party;
	guint64 line = fairlead_xml_element_get_line (element);
	const char *id = fairlead_advanced_need (self, element, "ID");

	if (id == NULL)
		return;
	party->kind = kind_of_party (self, fairlead_advanced_id (element, "PartySubTypeID"), line);
	party->entity =
		fairlead_records_describe (self->reading->records, ADVANCED_SCHEME, id, party->kind,
	                                   fairlead_advanced_source (self, line));
	self->reading->n_records++;
	if (party->comment->len == 0)
		return;
	add_note (self, party->comment->str, NULL, party->comment_line);
	g_string_truncate (party->comment, 0);
}

/* ---- names, as they come ---- */

static void
start_identity (Advanced *self, const FairleadXmlElement *element)
{
	AdvancedParty *party = &self->party;
	const char *primary = fairlead_xml_element_get_attribute (element, "Primary");

	party->identity = fairlead_advanced_id (element, "ID");
	party->is_primary = primary == NULL || fairlead_advanced_flag (element, "Primary");
	party->is_false = fairlead_advanced_flag (element, "False");
	g_array_set_size (party->names, 0);
	g_array_set_size (party->parts, 0);
	g_string_truncate (party->text, 0);
	g_hash_table_remove_all (party->part_types);
}

static void
start_alias (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	const AdvancedValue *type = fairlead_advanced_value (
		self, ADVANCED_ALIAS_TYPE, fairlead_advanced_id (element, "AliasTypeID"), line);

	self->party.weak = fairlead_advanced_flag (element, "LowQuality") || self->party.is_false;
	self->party.alias = type->word != NULL ? type->word->meaning : ADVANCED_ALIAS_ALSO;
	fairlead_advanced_clear_dates (self);
	if (type->word == NULL && type->text != NULL)
		fairlead_advanced_issue_once (self, FAIRLEAD_ISSUE_UNKNOWN_KIND, line,
		                              "alias type \"%s\"", type->text);
}

static void
start_name (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	guint32 status = fairlead_advanced_id (element, "DocNameStatusID");
	AdvancedName name = {
		.alias = self->party.alias,
		.weak = self->party.weak,
		.latin = fairlead_advanced_value (self, ADVANCED_NAME_STATUS, status, line)->word
		         != NULL,
		.first_part = self->party.parts->len,
		.line = fairlead_advanced_source (self, line).line,
	};

	name.has_period = fairlead_advanced_period (self, &name.period) != NULL;
	g_array_append_val (self->party.names, name);
}

/* Characters that stand before and after a part, such as quotes */
static void
start_name_part (Advanced *self, const FairleadXmlElement *element)
{
	g_free (self->party.leading);
	g_free (self->party.trailing);
	self->party.leading =
		g_strdup (fairlead_xml_element_get_attribute (element, "LeadingChars"));
	self->party.trailing =
		g_strdup (fairlead_xml_element_get_attribute (element, "TrailingChars"));
}

static void
start_part_value (Advanced *self, const FairleadXmlElement *element)
{
	self->party.group = fairlead_advanced_id (element, "NamePartGroupID");
}

static void
end_part_value (Advanced *self, const char *text, guint64 line)
{
	AdvancedParty *party = &self->party;
	AdvancedNamePart part = { party->group, (guint) party->text->len };

	(void) line;
	if (*text == '\0')
		return;
	g_string_append (party->text, party->leading != NULL ? party->leading : "");
	g_string_append (party->text, text);
	g_string_append (party->text, party->trailing != NULL ? party->trailing : "");
	g_string_append_c (party->text, '\0');
	g_array_append_val (party->parts, part);
}

static void
start_group (Advanced *self, const FairleadXmlElement *element)
{
	guint32 group = fairlead_advanced_id (element, "ID");
	guint32 type = fairlead_advanced_id (element, "NamePartTypeID");

	g_hash_table_insert (self->party.part_types, GUINT_TO_POINTER (group),
	                     GUINT_TO_POINTER (type));
}

/* ---- names, when the identity is whole ---- */

static AdvancedPart
kind_of_part (Advanced *self, const AdvancedNamePart *part, guint64 line)
{
	gpointer type;
	const AdvancedValue *value;

	if (!g_hash_table_lookup_extended (self->party.part_types, GUINT_TO_POINTER (part->group),
	                                   NULL, &type))
		return ADVANCED_PART_GIVEN;
	value = fairlead_advanced_value (self, ADVANCED_NAME_PART_TYPE, GPOINTER_TO_UINT (type),
	                                 line);
	if (value->word != NULL)
		return (AdvancedPart) value->word->meaning;
	if (value->text != NULL)
		fairlead_advanced_issue_once (self, FAIRLEAD_ISSUE_UNKNOWN_KIND, line,
		                              "name part type \"%s\"", value->text);
	return ADVANCED_PART_GIVEN;
}

static const AdvancedName *
name_at (const AdvancedParty *party, guint index)
{
	return &g_array_index (party->names, AdvancedName, index);
}

/* `LAST MATRONYMIC, First Middle`; a whole name stands as it is */
static char *
compose_name (Advanced *self, guint index)
{
	AdvancedParty *party = &self->party;
	const AdvancedName *name = name_at (party, index);
	guint end = index + 1 < party->names->len ? name_at (party, index + 1)->first_part
	                                          : party->parts->len;
	g_autoptr (GString) given = g_string_new (NULL);
	GString *text = g_string_new (NULL);

	for (guint i = name->first_part; i < end; i++) {
		const AdvancedNamePart *part = &g_array_index (party->parts, AdvancedNamePart, i);
		gboolean is_given = kind_of_part (self, part, name->line) == ADVANCED_PART_GIVEN;

		fairlead_advanced_append (is_given ? given : text, " ",
		                          party->text->str + part->offset);
	}
	fairlead_advanced_append (text, ", ", given->str);
	return g_string_free (text, FALSE);
}

/* The one that is shown: of those called 'Name', the first that is primary in Latin script, else
 * the first; none in an identity that is not the primary one */
static guint
find_primary (const AdvancedParty *party)
{
	guint found = G_MAXUINT;

	if (!party->is_primary || party->is_false)
		return found;
	for (guint i = 0; i < party->names->len; i++) {
		const AdvancedName *name = name_at (party, i);

		if (name->alias != ADVANCED_ALIAS_NAME)
			continue;
		if (name->latin)
			return i;
		if (found == G_MAXUINT)
			found = i;
	}
	return found;
}

static void
emit_name (Advanced *self, guint index, gboolean is_primary)
{
	const AdvancedName *name = name_at (&self->party, index);
	g_autofree char *text = compose_name (self, index);
	g_autofree char *note = NULL;
	FairleadNameType type =
		name->alias == ADVANCED_ALIAS_FORMERLY ? FAIRLEAD_NAME_FORMER : FAIRLEAD_NAME_ALIAS;

	fairlead_records_add_name (self->reading->records, self->party.entity, text,
	                           is_primary ? FAIRLEAD_NAME_PRIMARY : type, name->weak,
	                           fairlead_advanced_source (self, name->line));
	if (!name->has_period)
		return;
	note = fairlead_advanced_titled ("Name used for a time", text);
	add_note (self, note, &name->period, name->line);
}

static void
end_identity (Advanced *self, const char *text, guint64 line)
{
	guint primary = find_primary (&self->party);

	(void) text;
	(void) line;
	for (guint i = 0; i < self->party.names->len; i++)
		emit_name (self, i, i == primary);
	fairlead_advanced_emit_documents (self, self->party.identity);
}

static const AdvancedStep steps[] = {
	{ ADVANCED_AT_ROOT, "DistinctParties", ADVANCED_AT_PARTIES, NULL, NULL },
	{ ADVANCED_AT_PARTIES, "DistinctParty", ADVANCED_AT_PARTY, start_party, NULL },
	{ ADVANCED_AT_PARTY, "Comment", ADVANCED_AT_TEXT, NULL, end_party_comment },
	{ ADVANCED_AT_PARTY, "Profile", ADVANCED_AT_PROFILE, start_profile, NULL },
	{ ADVANCED_AT_PROFILE, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_PROFILE, "Identity", ADVANCED_AT_IDENTITY, start_identity, end_identity },
	{ ADVANCED_AT_PROFILE, "SanctionsEntryReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_PROFILE, "ExternalReference", ADVANCED_AT_REFERENCE, NULL, NULL },
	{ ADVANCED_AT_REFERENCE, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_REFERENCE, "ExRefValue", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_REFERENCE, "DirectURL", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_REFERENCE, "SubLink", ADVANCED_AT_SUB_LINK, NULL, NULL },
	{ ADVANCED_AT_SUB_LINK, "Description", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_SUB_LINK, "DirectURL", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_IDENTITY, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_IDENTITY, "Alias", ADVANCED_AT_ALIAS, start_alias, NULL },
	{ ADVANCED_AT_IDENTITY, "NamePartGroups", ADVANCED_AT_NAME_GROUPS, NULL, NULL },
	{ ADVANCED_AT_IDENTITY, "IDRegDocumentReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_ALIAS, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_ALIAS, "DocumentedName", ADVANCED_AT_NAME, start_name, NULL },
	{ ADVANCED_AT_NAME, "Comment", ADVANCED_AT_TEXT, NULL, end_note },
	{ ADVANCED_AT_NAME, "DocumentedNamePart", ADVANCED_AT_NAME_PART, start_name_part, NULL },
	{ ADVANCED_AT_NAME, "DocumentedNameCountry", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_NAME, "IDRegDocumentReference", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_NAME_PART, "NamePartValue", ADVANCED_AT_TEXT, start_part_value,
	  end_part_value },
	{ ADVANCED_AT_NAME_GROUPS, "MasterNamePartGroup", ADVANCED_AT_NAME_GROUP, NULL, NULL },
	{ ADVANCED_AT_NAME_GROUP, "NamePartGroup", ADVANCED_AT_TEXT, start_group, NULL },
};

const AdvancedModule fairlead_advanced_parties = {
	steps,
	G_N_ELEMENTS (steps),
	init_parties,
	clear_parties,
};
