/* tests/graph/network/test-join.c: what is joined, what never is, and what is said about it */
#include "graph/network/join.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

/* Valid ship numbers of a range that no register has given out */
#define SHIP_1 "3113004"
#define SHIP_2 "3113016"

static gboolean
are_joined (FairleadNetwork *network, const char *a, const char *b)
{
	return test_vertex (network, a) == test_vertex (network, b);
}

typedef struct {
	const char *text;
	gboolean a_joins_b;
} PairVector;

static const PairVector pairs[] = {
	{ "A imo " SHIP_1 "; other:B imo " SHIP_1, TRUE },
	{ "A imo " SHIP_1 "; other:B imo " SHIP_2, FALSE },
	{ "A imo 3113005; other:B imo 3113005", FALSE }, /* wrong check digit */
	{ "A imo 31130; other:B imo 31130", FALSE },     /* no ship number at all */
	{ "A imo-company 9701005; other:B imo-company 9701005", TRUE },
	{ "A imo-company 9991001; other:B imo-company 9991001", FALSE }, /* placeholder */
	{ "A imo-company 9701005; other:B imo 3113004", FALSE },
	{ "A lei 0000TESTLEI000000156; other:B lei 0000testlei000000156", TRUE },
	{ "A lei 0000TESTLEI000000157; other:B lei 0000TESTLEI000000157", FALSE },
	{ "A registration KY/123; other:B registration KY/123", TRUE },
	{ "A registration Panama/123; other:B registration PA/123", TRUE },
	{ "A registration KY/123; other:B registration PA/123", FALSE },
	{ "A registration KY/0; other:B registration KY/0", FALSE }, /* placeholder */
	{ "A registration KY/123; other:B registration 123", FALSE },
	{ "A registration 123; other:B registration 123", FALSE },
	{ "A registration --/123; other:B registration !!/123",
	  FALSE }, /* no jurisdiction is left */
	{ "A registration KY/123; other:B tax KY/123", FALSE },
	{ "A mmsi 210000000; other:B mmsi 210000000", FALSE }, /* goes on to the next ship */
	{ "A is vessel; A imo " SHIP_1 "; other:B is company; other:B imo " SHIP_1, FALSE },
	{ "A is company; other:B is public-body; A registration KY/1; other:B registration KY/1",
	  TRUE },
	{ "A imo " SHIP_1 "; A registration KY/1; other:B imo " SHIP_2
	  "; other:B registration KY/1",
	  FALSE },
};

static void
test_pairs (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (pairs[i].text);

		g_test_message ("%s", pairs[i].text);
		g_assert_cmpint (are_joined (network, "A", "other:B"), ==, pairs[i].a_joins_b);
	}
}

/* A list that numbers two parties apart takes them for two, whatever number both have; a hull is
 * one ship all the same */
static void
test_one_list_keeps_apart (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A registration KY/1; B registration KY/1; other:C registration KY/1; "
		"D imo-company 9701005; E imo-company 9701005; G imo " SHIP_1 "; H imo " SHIP_1);
	FairleadRecords *records = fairlead_network_get_records (network);

	g_assert_false (are_joined (network, "A", "B"));
	g_assert_true (are_joined (network, "A", "other:C")
	               || are_joined (network, "B", "other:C"));
	g_assert_false (are_joined (network, "D", "E"));
	g_assert_true (are_joined (network, "G", "H"));
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_SHARED_NUMBER), ==, 2);
}

/* An unknown jurisdiction and its number must not run into another such pair */
static void
test_issuer_is_apart (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is company; B is company");
	g_autoptr (FairleadNetwork) network = NULL;
	FairleadSource here = { 0, 5 };

	fairlead_records_add_identifier (records, 0, FAIRLEAD_ID_REGISTRATION, "bar 1", "Foo",
	                                 here);
	fairlead_records_add_identifier (records, 1, FAIRLEAD_ID_REGISTRATION, "1", "Foo bar",
	                                 here);
	network = fairlead_network_new (records);
	g_assert_false (are_joined (network, "A", "B"));
}

/* An entity keyed by a number has it, unless the number is wrong or a placeholder */
static void
test_own_keys (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A imo " SHIP_1 "; B imo-company 9991001; C imo 3113005");
	FairleadSource here = { 0, 9 };
	FairleadEntity ship = fairlead_records_refer (records, "imo", SHIP_1, here);
	FairleadEntity nobody = fairlead_records_refer (records, "imo-company", "9991001", here);
	FairleadEntity wrong = fairlead_records_refer (records, "imo", "3113005", here);
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);

	g_assert_cmpuint (fairlead_network_vertex_of (network, ship), ==,
	                  test_vertex (network, "A"));
	g_assert_cmpuint (fairlead_network_vertex_of (network, nobody), !=,
	                  test_vertex (network, "B"));
	g_assert_cmpuint (fairlead_network_vertex_of (network, wrong), !=,
	                  test_vertex (network, "C"));
	g_assert_cmpstr (fairlead_network_get_id (network, test_vertex (network, "A")), ==,
	                 "imo:" SHIP_1);
}

/* One conflict is reported and the rest joined, whoever of the three is the odd one */
static void
test_odd_one_out (void)
{
	static const char *const kinds[][3] = { { "vessel", "company", "vessel" },
		                                { "company", "vessel", "vessel" },
		                                { "vessel", "vessel", "company" } };
	static const char *const joined[][2] = { { "A", "C" }, { "B", "C" }, { "A", "B" } };
	static const char *const alone[] = { "B", "A", "C" };

	for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
		g_autofree char *text = g_strdup_printf ("A is %s; B is %s; C is %s; A imo " SHIP_1
		                                         "; B imo " SHIP_1 "; C imo " SHIP_1,
		                                         kinds[i][0], kinds[i][1], kinds[i][2]);
		g_autoptr (FairleadNetwork) network = test_network_from (text);
		FairleadRecords *records = fairlead_network_get_records (network);

		g_assert_true (are_joined (network, joined[i][0], joined[i][1]));
		g_assert_false (are_joined (network, joined[i][0], alone[i]));
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_KIND_CONFLICT), ==, 1);
	}
}

/* Two ships that share a register entry stay two; a third without a number goes with one of them,
 * and
 * with the one that it agrees with where it has a number */
static void
test_third_record (void)
{
	g_autoptr (FairleadNetwork) network =
		test_network_from ("A is vessel; B is vessel; C is vessel; A imo " SHIP_1
	                           "; B imo " SHIP_2 "; C imo " SHIP_1 "; C imo " SHIP_2);
	g_autoptr (FairleadNetwork) register_entry = test_network_from (
		"A imo " SHIP_1 "; B imo " SHIP_2 "; C imo " SHIP_1 "; A registration KY/1; "
		"B registration KY/1; C registration KY/1");
	g_autoptr (FairleadNetwork) unnumbered = test_network_from (
		"A registration KY/1; other:B imo " SHIP_1
		"; other:B registration KY/1; third:C imo " SHIP_2 "; third:C registration KY/1");

	g_assert_false (are_joined (network, "A", "B"));
	g_assert_cmpuint (test_count_issues (fairlead_network_get_records (network),
	                                     FAIRLEAD_ISSUE_IDENTIFIER_CONFLICT),
	                  ==, 1);
	g_assert_true (are_joined (register_entry, "A", "C"));
	g_assert_false (are_joined (register_entry, "A", "B"));
	g_assert_false (are_joined (unnumbered, "other:B", "third:C"));
	g_assert_cmpuint (test_count_issues (fairlead_network_get_records (unnumbered),
	                                     FAIRLEAD_ISSUE_IDENTIFIER_CONFLICT),
	                  ==, 1);
}

/* Thousands of ships under one number of another kind must not take a square of the time */
static void
test_many_conflicts (void)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { test_add_file (records, "test.csv", "test"), 1 };
	g_autoptr (FairleadNetwork) network = NULL;

	for (guint i = 0; i < 20000; i++) {
		static const guint weights[] = { 7, 6, 5, 4, 3, 2 };
		g_autofree char *number = g_strdup_printf ("%06u0", 311300 + i % 300000);
		g_autofree char *letters = g_strdup_printf ("S%05u", i);
		FairleadEntity entity = fairlead_records_describe (records, "test", letters,
		                                                   FAIRLEAD_KIND_VESSEL, source);
		guint sum = 0;

		for (guint j = 0; j < G_N_ELEMENTS (weights); j++)
			sum += weights[j] * (guint) (number[j] - '0');
		number[6] = (char) ('0' + sum % 10);
		fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_IMO, number, NULL,
		                                 source);
		fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_REGISTRATION, "1",
		                                 "KY", source);
	}
	network = fairlead_network_new (records);
	g_assert_cmpuint (fairlead_network_get_n_vertices (network), ==, 20000);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_SHARED_NUMBER), ==, 19999);
}

/* ---- parties known by name ---- */

typedef struct {
	const char *text;
	const char *joins; /* letters of the record that the party joins; NULL: it stands alone */
	gint tag;          /* of the issue; -1: none */
} NameVector;

static const NameVector names[] = {
	{ "A named Seller One; B named Buyer; ?seller_ONE linked-party B", "A", -1 },
	{ "A alias Seller One; B named Buyer; ?Seller_One linked-party B", "A", -1 },
	{ "A named Seller One; B alias Seller One; ?Seller_One linked-party B", "A", -1 },
	{ "A named Seller One; B named Seller One; ?Seller_One linked-party B", NULL,
	  FAIRLEAD_ISSUE_NAME_AMBIGUOUS },
	{ "A alias Seller One; B alias Seller One; ?Seller_One linked-party B", NULL,
	  FAIRLEAD_ISSUE_NAME_AMBIGUOUS },
	{ "A named Seller Two; B named Buyer; ?Seller_One linked-party B", NULL,
	  FAIRLEAD_ISSUE_NAME_NOT_FOUND },
	/* two records of one entity are one */
	{ "A named Seller One; other:B named Seller One; A registration KY/1; "
	  "other:B registration KY/1; ?Seller_One linked-party A",
	  "A", -1 },
};

static FairleadVertex
named_vertex (FairleadNetwork *network, const char *key)
{
	FairleadEntity entity = fairlead_records_find (fairlead_network_get_records (network), key);

	g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
	return fairlead_network_vertex_of (network, entity);
}

static void
test_names (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
		g_autoptr (FairleadNetwork) network = test_network_from (names[i].text);
		FairleadRecords *records = fairlead_network_get_records (network);
		FairleadVertex party = named_vertex (network, "test-name:seller one");

		g_test_message ("%s", names[i].text);
		if (names[i].joins != NULL)
			g_assert_cmpuint (party, ==, test_vertex (network, names[i].joins));
		else
			g_assert_true (fairlead_network_is_stub (network, party));
		for (guint tag = FAIRLEAD_ISSUE_NAME_NOT_FOUND;
		     tag <= FAIRLEAD_ISSUE_NAME_AMBIGUOUS; tag++)
			g_assert_cmpuint (test_count_issues (records, tag), ==,
			                  (gint) tag == names[i].tag);
		g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_DANGLING_REFERENCE),
		                  ==, 0);
	}
}

/* The own list goes first, by the scheme of its keys or by the format of the file that names; then
 * any list that has one */
static void
test_lists (void)
{
	g_autoptr (FairleadRecords) records =
		test_records_from ("A named Seller One; ?Seller_One linked-party A");
	g_autoptr (FairleadNetwork) network = NULL;
	FairleadSource there = { test_add_file (records, "other.csv", "other"), 1 };
	FairleadEntity same = fairlead_records_describe (records, "other", "1", 0, there);
	FairleadEntity only = fairlead_records_describe (records, "other", "2", 0, there);

	fairlead_records_add_name (records, same, "Seller One", FAIRLEAD_NAME_PRIMARY, FALSE,
	                           there);
	fairlead_records_add_name (records, only, "Seller Two", FAIRLEAD_NAME_PRIMARY, FALSE,
	                           there);
	fairlead_records_refer_by_name (records, "test", "Seller Two", (FairleadSource){ 0, 3 });
	/* stands in a file of format `test`, so that both lists are its own */
	fairlead_records_refer_by_name (records, "other", "Seller One", (FairleadSource){ 0, 4 });
	network = fairlead_network_new (records);
	g_assert_cmpuint (named_vertex (network, "test-name:seller one"), ==,
	                  test_vertex (network, "A"));
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_NAME_AMBIGUOUS), ==, 1);
	g_assert_cmpuint (named_vertex (network, "test-name:seller two"), ==,
	                  fairlead_network_vertex_of (network, only));
}

typedef struct {
	const char *a, *b; /* names of two companies */
	const char *party; /* named by a record */
	gint joins;        /* 0: A, 1: B, -1: neither */
} ScriptVector;

static const ScriptVector scripts[] = {
	{ "Alfa Sudokhodstvo", "Beta", "Альфа Судоходство", 0 },
	{ "Альфа Судоходство", "Beta", "ALFA SUDOKHODSTVO", 0 },
	{ "Łódź Øst", "Beta", "Lodz Ost", 0 },
	{ "Lodz Ost", "Łódź Øst", "LODZ OST", 0 },  /* the exact name goes first */
	{ "Łódź Øst", "Lódz Öst", "Łódz Öst", -1 }, /* two fit, and none exactly */
	{ "Qing Shi", "Beta", "青石", -1 },         /* Han */
	{ "Mhmd", "Beta", "محمد", -1 },             /* no vowels */
	{ "Alfa Sudokhodstvo Ltd", "Beta", "Альфа Судоходство", -1 },
};

static FairleadEntity
add_company (FairleadRecords *records, const char *id, const char *name)
{
	FairleadSource here = { 0, 1 };
	FairleadEntity company =
		fairlead_records_describe (records, "test", id, FAIRLEAD_KIND_COMPANY, here);

	fairlead_records_add_name (records, company, name, FAIRLEAD_NAME_PRIMARY, FALSE, here);
	return company;
}

static void
check_scripts (const ScriptVector *vector)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource here = { test_add_file (records, "test.csv", "test"), 2 };
	const FairleadEntity companies[] = { add_company (records, "A", vector->a),
		                             add_company (records, "B", vector->b) };
	FairleadEntity party =
		fairlead_records_refer_by_name (records, "test", vector->party, here);
	FairleadEntity ship =
		fairlead_records_describe (records, "test", "S", FAIRLEAD_KIND_VESSEL, here);
	FairleadLinkRow link =
		fairlead_link_row (party, FAIRLEAD_LINK_REGISTERED_OWNER, ship, here);
	g_autoptr (FairleadNetwork) network = NULL;
	gboolean is_romanised;

	link.confidence = FAIRLEAD_CONFIDENCE_BY_NAME;
	fairlead_records_add_link (records, &link);
	network = fairlead_network_new (records);
	is_romanised = test_count_issues (records, FAIRLEAD_ISSUE_NAME_ROMANISED) > 0;
	for (gint i = 0; i < 2; i++)
		g_assert_cmpint (fairlead_network_vertex_of (network, party)
		                         == fairlead_network_vertex_of (network, companies[i]),
		                 ==, vector->joins == i);
	g_assert_cmpint (is_romanised, ==,
	                 vector->joins >= 0 && g_ascii_strcasecmp (vector->party, vector->a) != 0);
	g_assert_cmpfloat_with_epsilon (fairlead_network_get_confidence (network, 0),
	                                is_romanised ? 0.6f : 0.8f, 1e-6f);
	g_assert_cmpuint (test_count_issues (records, FAIRLEAD_ISSUE_NAME_NOT_FOUND), ==,
	                  vector->joins < 0);
}

static void
test_scripts (void)
{
	for (guint i = 0; i < G_N_ELEMENTS (scripts); i++) {
		g_test_message ("%s", scripts[i].party);
		check_scripts (&scripts[i]);
	}
}

static void
test_kind_chooses (void)
{
	g_autoptr (FairleadRecords) records = test_records_from (
		"A is vessel; A named Seller One; B is company; B named Seller One");
	FairleadEntity party = fairlead_records_refer_by_name (records, "test", "Seller One",
	                                                       (FairleadSource){ 0, 9 });
	g_autoptr (FairleadNetwork) network = NULL;

	fairlead_records_set_kind (records, party, FAIRLEAD_KIND_COMPANY);
	network = fairlead_network_new (records);
	g_assert_cmpuint (fairlead_network_vertex_of (network, party), ==,
	                  test_vertex (network, "B"));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/join/keeps-apart-what-one-list-does", test_one_list_keeps_apart);
	g_test_add_func ("/graph/join/by-valid-number", test_pairs);
	g_test_add_func ("/graph/join/jurisdiction-is-apart", test_issuer_is_apart);
	g_test_add_func ("/graph/join/by-own-key", test_own_keys);
	g_test_add_func ("/graph/join/odd-kind-stays-out", test_odd_one_out);
	g_test_add_func ("/graph/join/ships-never-merge-through-a-third", test_third_record);
	g_test_add_func ("/graph/join/many-conflicts", test_many_conflicts);
	g_test_add_func ("/graph/join/by-name", test_names);
	g_test_add_func ("/graph/join/own-list-first", test_lists);
	g_test_add_func ("/graph/join/by-name-in-latin-letters", test_scripts);
	g_test_add_func ("/graph/join/kind-chooses-among-names", test_kind_chooses);
	return g_test_run ();
}
