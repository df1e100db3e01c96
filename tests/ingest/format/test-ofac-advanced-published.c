/* tests/ingest/format/test-ofac-advanced-published.c: a published file, record by record against
 * its own tree  The whole file is read a second time into a tree, by the plainest code there is,
 * and every party, name, document, relation, date and programme of it must be among the records: at
 * the line where it stands, with the types that the file's reference sets give it. */
#include "ingest/grammar/name.h"
#include "tests/common/helpers.h"
#include "tests/common/ofac-advanced-tree.h"

#include <string.h>

/* ---- records ---- */

static const char *
text_of (TestAdvanced *both, FairleadText text)
{
	return fairlead_records_get_text (both->records, text);
}

static void
assert_key (TestAdvanced *both, FairleadEntity entity, const char *profile_id)
{
	g_autofree char *key = g_strconcat ("ofac:", profile_id, NULL);
	guint n;

	g_assert_cmpstr (
		text_of (both, fairlead_records_get_entities (both->records, &n)[entity].key), ==,
		key);
}

static guint32
line_of (xmlNode *node)
{
	return (guint32) xmlGetLineNo (node);
}

/* The rows of a table, found by their line; rows of one line stand together */
#define FIND_LINE(table, Row)                                                        \
	static const Row *find_##table (TestAdvanced *both, guint32 line, guint nth) \
	{                                                                            \
		guint n;                                                             \
		const Row *rows = fairlead_records_get_##table (both->records, &n);  \
                                                                                     \
		for (guint i = 0; i < n; i++)                                        \
			if (rows[i].source.line == line && nth-- == 0)               \
				return &rows[i];                                     \
		return NULL;                                                         \
	}

FIND_LINE (names, FairleadNameRow)
FIND_LINE (identifiers, FairleadIdRow)
FIND_LINE (attributes, FairleadAttributeRow)
FIND_LINE (links, FairleadLinkFact)
FIND_LINE (designations, FairleadDesignationRow)

/* ---- parties ---- */

static void
test_parties (TestAdvanced *both)
{
	guint n_parties = 0;

	TEST_FOR_EACH_CHILD (party, test_xml_child (both->root, "DistinctParties"), "DistinctParty")
	{
		xmlNode *profile = test_xml_child (party, "Profile");
		const char *subtype = test_xml_attribute (profile, "PartySubTypeID");
		const char *type = test_advanced_value (
			both, "PartyType", test_advanced_value (both, "PartyOf", subtype));
		g_autofree char *key =
			g_strconcat ("ofac:", test_xml_attribute (profile, "ID"), NULL);
		FairleadEntity entity = fairlead_records_find (both->records, key);
		guint n;

		g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
		g_assert_cmpstr (
			fairlead_kind_name (
				fairlead_records_get_entities (both->records, &n)[entity].kind),
			==, strcmp (type, "Individual") == 0 ? "person" : "company");
		n_parties++;
	}
	g_assert_cmpuint (n_parties, ==, 375);
}

/* ---- names ---- */

/* The text of the part of this type in a DocumentedName, or NULL */
static const char *
part_of (TestAdvanced *both, xmlNode *name, xmlNode *groups, const char *type)
{
	TEST_FOR_EACH_CHILD (part, name, "DocumentedNamePart")
	{
		xmlNode *value = test_xml_child (part, "NamePartValue");

		TEST_FOR_EACH_CHILD (master, groups, "MasterNamePartGroup")
		{
			xmlNode *group = test_xml_child (master, "NamePartGroup");

			if (test_xml_attribute (group, "ID")
			            == test_xml_attribute (value, "NamePartGroupID")
			    && strcmp (test_advanced_type (both, group, "NamePartType"), type) == 0)
				return test_xml_text (value);
		}
	}
	return NULL;
}

static void
check_name (TestAdvanced *both, xmlNode *profile, xmlNode *alias, xmlNode *name, xmlNode *groups)
{
	const char *type = test_advanced_type (both, alias, "AliasType");
	const char *entity = part_of (both, name, groups, "Entity Name");
	const char *last = part_of (both, name, groups, "Last Name");
	const char *first = part_of (both, name, groups, "First Name");
	const FairleadNameRow *row = find_names (both, line_of (name), 0);
	g_autofree char *text = entity != NULL ? g_strdup (entity)
	                        : first == NULL || last == NULL
	                                ? g_strdup (first == NULL ? last : first)
	                                : g_strdup_printf ("%s, %s", last, first);

	g_assert_nonnull (row);
	assert_key (both, row->entity, test_xml_attribute (profile, "ID"));
	g_assert_cmpstr (text_of (both, row->text), ==, text);
	g_assert_cmpstr (fairlead_name_type_name (row->type), ==,
	                 strcmp (type, "Name") == 0     ? "primary"
	                 : strcmp (type, "F.K.A.") == 0 ? "former"
	                                                : "alias");
	g_assert_cmpuint (row->weak, ==,
	                  strcmp (test_xml_attribute (alias, "LowQuality"), "true") == 0);
}

static void
test_names (TestAdvanced *both)
{
	GHashTableIter iter;
	gpointer profile;
	guint n_names = 0;

	g_hash_table_iter_init (&iter, both->identities);
	while (g_hash_table_iter_next (&iter, NULL, &profile)) {
		xmlNode *identity = test_xml_child (profile, "Identity");

		TEST_FOR_EACH_CHILD (alias, identity, "Alias")
		TEST_FOR_EACH_CHILD (name, alias, "DocumentedName")
		{
			check_name (both, profile, alias, name,
			            test_xml_child (identity, "NamePartGroups"));
			n_names++;
		}
	}
	g_assert_cmpuint (n_names, ==, 1290);
}

/* ---- documents ---- */

static FairleadIdScheme
scheme_of (const char *type)
{
	static const char *const tax[] = { "V.A.T. Number", "Tax ID No.", NULL };
	static const char *const other[] = { "Government Gazette Number", "License", NULL };

	if (strcmp (type, "Passport") == 0)
		return FAIRLEAD_ID_PASSPORT;
	if (g_strv_contains (tax, type))
		return FAIRLEAD_ID_TAX;
	if (g_strv_contains (other, type))
		return FAIRLEAD_ID_OTHER;
	g_assert_true (strstr (type, "Regist") != NULL);
	return FAIRLEAD_ID_REGISTRATION;
}

static void
test_documents (TestAdvanced *both)
{
	guint n_documents = 0;

	TEST_FOR_EACH_CHILD (document, test_xml_child (both->root, "IDRegDocuments"),
	                     "IDRegDocument")
	{
		const char *type = test_advanced_type (both, document, "IDRegDocType");
		const char *country = test_xml_attribute (document, "IssuedBy-CountryID");
		xmlNode *profile = g_hash_table_lookup (
			both->identities, test_xml_attribute (document, "IdentityID"));
		const FairleadIdRow *row = find_identifiers (both, line_of (document), 0);

		g_assert_nonnull (row);
		assert_key (both, row->entity, test_xml_attribute (profile, "ID"));
		g_assert_cmpstr (text_of (both, row->number), ==,
		                 test_xml_text (test_xml_child (document, "IDRegistrationNo")));
		g_assert_cmpuint (row->scheme, ==, scheme_of (type));
		if (row->scheme != FAIRLEAD_ID_OTHER)
			g_assert_cmpint (row->issuer != 0, ==, country != NULL);
		n_documents++;
	}
	g_assert_cmpuint (n_documents, ==, 573);
}

/* ---- features ---- */

static const FairleadPeriod *
period_of (TestAdvanced *both, FairleadPeriodId period)
{
	return fairlead_records_get_period (both->records, period);
}

static void
check_birth (TestAdvanced *both, xmlNode *profile, xmlNode *period)
{
	const FairleadAttributeRow *row = find_attributes (both, line_of (period), 0);

	g_assert_nonnull (row);
	assert_key (both, row->entity, test_xml_attribute (profile, "ID"));
	g_assert_cmpuint (row->attribute, ==, FAIRLEAD_ATTRIBUTE_BIRTH_DATE);
	g_assert_cmpint (
		period_of (both, row->period)->start.first, ==,
		test_advanced_days (test_xml_child (test_xml_child (period, "Start"), "From")));
	g_assert_cmpint (
		period_of (both, row->period)->start.last, ==,
		test_advanced_days (test_xml_child (test_xml_child (period, "End"), "To")));
}

/* Each text stands whole in an attribute or an identifier at its line */
static void
check_detail (TestAdvanced *both, xmlNode *profile, xmlNode *detail)
{
	const char *looked_up = test_advanced_type (both, detail, "DetailReference");
	const char *text = looked_up != NULL ? looked_up : test_xml_text (detail);
	const FairleadAttributeRow *row = find_attributes (both, line_of (detail), 0);
	const FairleadIdRow *id = find_identifiers (both, line_of (detail), 0);
	const char *found;

	if (*text == '\0')
		return;
	g_assert_true (row != NULL || id != NULL);
	assert_key (both, row != NULL ? row->entity : id->entity,
	            test_xml_attribute (profile, "ID"));
	found = text_of (both, row != NULL ? row->text : id->number);
	g_assert_true (g_str_has_suffix (found, text));
}

/* The texts at a line: of its attributes, and of the name of the address that it links to */
static char *
texts_at (TestAdvanced *both, guint32 line)
{
	GString *texts = g_string_new (NULL);
	const FairleadAttributeRow *row;
	const FairleadLinkFact *link;
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (both->records, &n);

	for (guint i = 0; (row = find_attributes (both, line, i)) != NULL; i++)
		g_string_append_printf (texts, "%s\n", text_of (both, row->text));
	for (guint i = 0; (link = find_links (both, line, i)) != NULL; i++)
		for (guint j = 0; j < n; j++)
			if (names[j].entity == link->from)
				g_string_append_printf (texts, "%s\n",
				                        text_of (both, names[j].text));
	return g_string_free (texts, FALSE);
}

/* Each part of a place stands in a text at the line that points at it; a place of which only an
 * 'undetermined' area is known leads to nothing */
static void
check_place (TestAdvanced *both, xmlNode *profile, xmlNode *pointer)
{
	xmlNode *place =
		g_hash_table_lookup (both->places, test_xml_attribute (pointer, "LocationID"));
	const FairleadAttributeRow *row = find_attributes (both, line_of (pointer), 0);
	g_autofree char *texts = texts_at (both, line_of (pointer));
	xmlNode *country = test_xml_child (place, "LocationCountry");

	if (country == NULL && test_xml_child (place, "LocationPart") == NULL) {
		g_assert_cmpstr (test_advanced_type (both,
		                                     test_xml_child (place, "LocationAreaCode"),
		                                     "AreaCode"),
		                 ==, "");
		g_assert_cmpstr (texts, ==, "");
		return;
	}
	if (row != NULL)
		assert_key (both, row->entity, test_xml_attribute (profile, "ID"));
	TEST_FOR_EACH_CHILD (part, place, "LocationPart")
	{
		const char *text = test_xml_text (
			test_xml_child (test_xml_child (part, "LocationPartValue"), "Value"));
		g_autofree char *folded_part = fairlead_name_fold (text);
		g_autofree char *folded = fairlead_name_fold (texts);

		/* One place written in two ways is one address, by the first of them; who cares
		 * for it is split off, and another test's matter */
		if (!g_str_has_prefix (folded_part, "c o ") && strstr (folded, folded_part) == NULL)
			g_error ("line %u: \"%s\" is not in \"%s\"", line_of (pointer), text,
			         texts);
	}
	g_assert_cmpstr (texts, !=, "");
}

static void
test_features (TestAdvanced *both)
{
	guint n_births = 0, n_details = 0, n_places = 0;
	GHashTableIter iter;
	gpointer profile;

	g_hash_table_iter_init (&iter, both->identities);
	while (g_hash_table_iter_next (&iter, NULL, &profile)) {
		TEST_FOR_EACH_CHILD (feature, profile, "Feature")
		{
			xmlNode *version = test_xml_child (feature, "FeatureVersion");
			xmlNode *place = test_xml_child (version, "VersionLocation");

			TEST_FOR_EACH_CHILD (period, version, "DatePeriod")
			{
				check_birth (both, profile, period);
				n_births++;
			}
			TEST_FOR_EACH_CHILD (detail, version, "VersionDetail")
			{
				check_detail (both, profile, detail);
				n_details++;
			}
			if (place == NULL)
				continue;
			check_place (both, profile, place);
			n_places++;
		}
	}
	g_assert_cmpuint (n_births, ==, 77);
	g_assert_cmpuint (n_details, ==, 790);
	g_assert_cmpuint (n_places, ==, 474);
}

/* ---- relations ---- */

static void
test_relations (TestAdvanced *both)
{
	guint n_relations = 0;

	TEST_FOR_EACH_CHILD (relation, test_xml_child (both->root, "ProfileRelationships"),
	                     "ProfileRelationship")
	{
		const FairleadLinkFact *row = find_links (both, line_of (relation), 0);

		g_assert_nonnull (row);
		g_assert_cmpstr (test_advanced_type (both, relation, "RelationType"), ==,
		                 "Owned or Controlled By");
		g_assert_cmpstr (fairlead_link_info (row->kind)->name, ==, "owner-or-controller");
		/* From is owned by To: To is the owner */
		assert_key (both, row->from, test_xml_attribute (relation, "To-ProfileID"));
		assert_key (both, row->to, test_xml_attribute (relation, "From-ProfileID"));
		g_assert_cmpint (fairlead_period_is_over (period_of (both, row->period)), ==,
		                 strcmp (test_xml_attribute (relation, "Former"), "true") == 0);
		n_relations++;
	}
	g_assert_cmpuint (n_relations, ==, 276);
}

/* ---- entries ---- */

/* The list is that of the table; each programme stands at its measure, dated by the events */
static guint
check_entry (TestAdvanced *both, xmlNode *entry)
{
	const char *list = test_advanced_type (both, entry, "List");
	g_autofree char *expected_list = strcmp (list, "SDN List") == 0
	                                         ? g_strdup ("OFAC")
	                                         : g_strconcat ("OFAC ", list, NULL);
	guint n_programmes = 0;

	TEST_FOR_EACH_CHILD (measure, entry, "SanctionsMeasure")
	{
		const char *type = test_advanced_type (both, measure, "SanctionsType");
		const FairleadDesignationRow *row = find_designations (both, line_of (measure), 0);

		if (strcmp (type, "Program") != 0) {
			g_assert_null (row);
			continue;
		}
		n_programmes++;
		g_assert_nonnull (row);
		assert_key (both, row->entity, test_xml_attribute (entry, "ProfileID"));
		g_assert_cmpstr (text_of (both, row->list), ==, expected_list);
		g_assert_cmpstr (text_of (both, row->programme), ==,
		                 test_xml_text (test_xml_child (measure, "Comment")));
		TEST_FOR_EACH_CHILD (event, entry, "EntryEvent")
		{
			const char *basis = test_advanced_type (both, event, "LegalBasis");

			/* All events of one entry are of one day in this file */
			g_assert_cmpint (period_of (both, row->period)->start.first, ==,
			                 test_advanced_days (test_xml_child (event, "Date")));
			g_assert_cmpint (period_of (both, row->period)->start.last, ==,
			                 period_of (both, row->period)->start.first);
			g_assert_nonnull (strstr (text_of (both, row->basis), basis));
		}
	}
	return n_programmes;
}

static void
test_entries (TestAdvanced *both)
{
	guint n_entries = 0, n_programmes = 0, n_rows;

	TEST_FOR_EACH_CHILD (entry, test_xml_child (both->root, "SanctionsEntries"),
	                     "SanctionsEntry")
	{
		n_programmes += check_entry (both, entry);
		n_entries++;
	}
	g_assert_cmpuint (n_entries, ==, 759);
	g_assert_cmpuint (n_programmes, ==, 786);
	fairlead_records_get_designations (both->records, &n_rows);
	g_assert_cmpuint (n_rows, ==, n_programmes);
}

/* ---- nothing more than that ---- */

static void
test_nothing_more (TestAdvanced *both)
{
	guint n;
	const FairleadFileRow *file;

	/* 34 SWIFT/BIC and 3 BIK features beside the documents */
	fairlead_records_get_identifiers (both->records, &n);
	g_assert_cmpuint (n, ==, 573 + 34 + 3);
	fairlead_records_get_issues (both->records, &n);
	g_assert_cmpuint (n, ==, 0);
	file = fairlead_records_get_files (both->records, &n);
	g_assert_cmpstr (text_of (both, file->issued), ==, "2020-03-17");
}

static const struct {
	const char *path;
	void (*check) (TestAdvanced *both);
} checks[] = {
	{ "/format/ofac-advanced-published/parties-agree", test_parties },
	{ "/format/ofac-advanced-published/names-agree", test_names },
	{ "/format/ofac-advanced-published/documents-agree", test_documents },
	{ "/format/ofac-advanced-published/features-agree", test_features },
	{ "/format/ofac-advanced-published/relations-agree", test_relations },
	{ "/format/ofac-advanced-published/dates-and-programmes-agree", test_entries },
	{ "/format/ofac-advanced-published/nothing-is-added", test_nothing_more },
};

static void
run_check (gconstpointer data)
{
	g_auto (TestAdvanced) both = { 0 };

	if (test_advanced_read (&both))
		checks[GPOINTER_TO_UINT (data)].check (&both);
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
		g_test_add_data_func (checks[i].path, GUINT_TO_POINTER (i), run_check);
	return g_test_run ();
}
