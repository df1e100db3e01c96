/* tests/graph/test-facts.c: each fact once with all its witnesses, and what they cannot all be
 * right about */
#include "graph/facts/disagreement.h"

#include "tests/common/helpers.h"
#include "tests/common/network-builder.h"

static FairleadEntity
entity_of (FairleadRecords *records, const char *key)
{
	FairleadEntity entity = fairlead_records_find (records, key);

	g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
	return entity;
}

static void
say (FairleadRecords *records, const char *key, FairleadAttribute attribute, const char *text,
     guint32 file, guint32 line)
{
	fairlead_records_add_attribute (records, entity_of (records, key), attribute, text, NULL,
	                                (FairleadSource){ file, line });
}

static void
say_flag (FairleadRecords *records, const char *key, const char *flag, const char *period,
          guint32 line)
{
	FairleadPeriod when = FAIRLEAD_PERIOD_UNKNOWN;

	g_assert_true (fairlead_period_parse (period, FAIRLEAD_DATE_DAY_FIRST, &when));
	fairlead_records_add_attribute (records, entity_of (records, key), FAIRLEAD_ATTRIBUTE_FLAG,
	                                flag, &when, (FairleadSource){ 0, line });
}

/* All facts of a vertex, `table label value detail sources` a line */
static char *
describe (FairleadNetwork *network, const char *letters)
{
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (network);
	g_autoptr (GPtrArray) found = fairlead_facts_dup_of (facts, test_vertex (network, letters));
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < found->len; i++) {
		const FairleadFact *fact = found->pdata[i];
		g_autoptr (GPtrArray) sources = fairlead_fact_dup_sources (network, fact);

		g_string_append_printf (text, "%s %s %s [%s]",
		                        fairlead_fact_table_name (fact->table), fact->label,
		                        fact->value, fact->detail);
		for (guint j = 0; j < sources->len; j++)
			g_string_append_printf (text, " %s", (const char *) sources->pdata[j]);
		g_string_append_c (text, '\n');
	}
	return g_string_free (text, FALSE);
}

/* `birth-date: 1962 <test.csv:3>, 1964 <test.csv:4>;` for each */
static char *
describe_disagreements (FairleadRecords *records, const char *letters)
{
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (network);
	g_autoptr (GPtrArray) own = fairlead_facts_dup_of (facts, test_vertex (network, letters));
	g_autoptr (GPtrArray) found = fairlead_facts_dup_disagreements (network, own);
	GString *text = g_string_new (NULL);

	for (guint i = 0; i < found->len; i++) {
		const FairleadDisagreement *disagreement = found->pdata[i];

		g_string_append_printf (text, "%s:", disagreement->label);
		for (guint j = 0; j < disagreement->claims->len; j++) {
			const FairleadClaim *claim = disagreement->claims->pdata[j];

			g_string_append_printf (text, " %s <%s>", claim->value,
			                        (const char *) claim->sources->pdata[0]);
		}
		g_string_append_c (text, ';');
	}
	return g_string_free (text, FALSE);
}

/* ---- facts ---- */

static void
test_each_once (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A is vessel; A named 灰鹭; A named Grey Heron; A alias Grey Heron; A imo 3113779; "
		"other:A imo 3113779; other:A named Grey Heron; A listed OFAC/DPRK4; "
		"B registered-owner A 60% since=2019; B registered-owner A 60% since=2019; "
		"A linked-party C; B named Owner");
	g_autofree char *text = describe (network, "A");

	g_assert_cmpstr (text, ==,
	                 "name primary Grey Heron [Latn] test.csv:3 test.csv:7\n"
	                 "name primary 灰鹭 [Hani] test.csv:2\n"
	                 "name alias Grey Heron [Latn] test.csv:4\n"
	                 "identifier imo 3113779 [] test.csv:5 test.csv:6\n"
	                 "designation designation OFAC [DPRK4] test.csv:8\n"
	                 "link owned-by Owner [] test.csv:9 test.csv:10\n"
	                 "link linked-party test:C [] test.csv:11\n");
}

/* A self link is told once, and what others call a party is no fact about it */
static void
test_borders (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"A linked-party A; ?SELLER_one linked-party A; B named Seller One");
	g_autofree char *a = describe (network, "A");
	g_autofree char *b = describe (network, "B");

	g_assert_cmpstr (a, ==,
	                 "link linked-party test:A [] test.csv:1\n"
	                 "link linked-to Seller One [] test.csv:2\n");
	g_assert_cmpstr (b, ==,
	                 "name primary Seller One [Latn] test.csv:3\n"
	                 "link linked-party test:A [] test.csv:2\n");
}

static void
test_dates_are_iso (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is person");
	g_autoptr (FairleadNetwork) network = NULL;
	g_autofree char *text = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_BIRTH_DATE, "07 Mar 1962", 0, 3);
	say (records, "test:A", FAIRLEAD_ATTRIBUTE_BIRTH_DATE, "1962-03-07", 0, 2);
	network = fairlead_network_new (records);
	text = describe (network, "A");
	g_assert_cmpstr (text, ==, "attribute birth-date 1962-03-07 [] test.csv:2 test.csv:3\n");
}

static void
test_keys (void)
{
	g_autoptr (FairleadNetwork) network = test_network_from (
		"B imo 3113779; A imo 3113779; ?Some_Name linked-party A; A named Some Name");
	g_autoptr (FairleadFacts) facts = fairlead_facts_new (network);
	g_autoptr (GPtrArray) keys = fairlead_facts_dup_keys (facts, test_vertex (network, "A"));
	const FairleadRecordKey *first = keys->pdata[0], *second = keys->pdata[1];

	g_assert_cmpuint (keys->len, ==, 2);
	g_assert_cmpstr (first->key, ==, "test:A");
	g_assert_cmpstr (first->source, ==, "test.csv:2");
	g_assert_cmpstr (second->key, ==, "test:B");
	g_assert_false (second->is_stub);
}

/* ---- disagreements ---- */

/* Two lists that share a number: what each says of the ship */
static FairleadRecords *
two_lists (void)
{
	return test_records_from ("A is vessel; A imo 3113779; other:A imo 3113779");
}

static void
test_years_of_build (void)
{
	g_autoptr (FairleadRecords) records = two_lists ();
	g_autofree char *text = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1988", 0, 4);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1991", 0, 5);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "year-built: 1988 <test.csv:4> 1991 <test.csv:5>;");
}

/* A day lies within its year, and 'about' reaches into the next */
static void
test_dates_that_agree (void)
{
	g_autoptr (FairleadRecords) records = two_lists ();
	g_autofree char *text = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1988", 0, 4);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_YEAR_BUILT, "1988-05-01", 0, 5);
	say (records, "test:A", FAIRLEAD_ATTRIBUTE_FORMED, "circa 1990", 0, 6);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_FORMED, "1991", 0, 7);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "");
}

/* One record's alternatives are no disagreement; another's that is none of them is */
static void
test_alternatives (void)
{
	g_autoptr (FairleadRecords) records = two_lists ();
	g_autoptr (FairleadRecords) more = two_lists ();
	g_autofree char *text = NULL;
	g_autofree char *text_more = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_GENDER, "male", 0, 4);
	say (records, "test:A", FAIRLEAD_ATTRIBUTE_GENDER, "female", 0, 5);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_GENDER, "Male", 0, 6);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "");
	say (more, "test:A", FAIRLEAD_ATTRIBUTE_GENDER, "male", 0, 4);
	say (more, "test:A", FAIRLEAD_ATTRIBUTE_GENDER, "female", 0, 5);
	say (more, "other:A", FAIRLEAD_ATTRIBUTE_GENDER, "neither", 0, 6);
	text_more = describe_disagreements (more, "A");
	g_assert_cmpstr (text_more, ==,
	                 "gender: female <test.csv:5> male <test.csv:4> neither <test.csv:6>;");
}

static void
test_flags_in_turn (void)
{
	g_autoptr (FairleadRecords) records = two_lists ();
	g_autoptr (FairleadRecords) at_once = two_lists ();
	g_autofree char *text = NULL;
	g_autofree char *text_at_once = NULL;

	say_flag (records, "test:A", "Togo", "2014 to 2016", 4);
	say_flag (records, "other:A", "Palau", "since 2017", 5);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "");
	say_flag (at_once, "test:A", "Togo", "2014 to 2018", 4);
	say_flag (at_once, "other:A", "Palau", "since 2017", 5);
	text_at_once = describe_disagreements (at_once, "A");
	g_assert_cmpstr (text_at_once, ==,
	                 "flag: PW (2017/) <test.csv:5> TG (2014/2018) <test.csv:4>;");
}

static void
test_tonnages (void)
{
	g_autoptr (FairleadRecords) records = two_lists ();
	g_autofree char *text = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "3200", 0, 4);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "3,200", 0, 5);
	say (records, "test:A", FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, "1998", 0, 4);
	say (records, "other:A", FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE, "1999", 0, 5);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "gross-tonnage: 1998 <test.csv:4> 1999 <test.csv:5>;");
}

/* Two files under one key are two sides as well */
static void
test_two_files (void)
{
	g_autoptr (FairleadRecords) records = test_records_from ("A is person");
	guint32 file = test_add_file (records, "later.csv", "test");
	g_autofree char *text = NULL;

	say (records, "test:A", FAIRLEAD_ATTRIBUTE_BIRTH_DATE, "1962", 0, 1);
	say (records, "test:A", FAIRLEAD_ATTRIBUTE_BIRTH_DATE, "1964", file, 9);
	text = describe_disagreements (records, "A");
	g_assert_cmpstr (text, ==, "birth-date: 1962 <test.csv:1> 1964 <later.csv:9>;");
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/graph/facts/each-once", test_each_once);
	g_test_add_func ("/graph/facts/borders", test_borders);
	g_test_add_func ("/graph/facts/dates-are-iso", test_dates_are_iso);
	g_test_add_func ("/graph/facts/keys", test_keys);
	g_test_add_func ("/graph/facts/years-of-build", test_years_of_build);
	g_test_add_func ("/graph/facts/dates-that-agree", test_dates_that_agree);
	g_test_add_func ("/graph/facts/alternatives", test_alternatives);
	g_test_add_func ("/graph/facts/flags-in-turn", test_flags_in_turn);
	g_test_add_func ("/graph/facts/tonnages", test_tonnages);
	g_test_add_func ("/graph/facts/two-files", test_two_files);
	return g_test_run ();
}
