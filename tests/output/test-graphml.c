/* tests/output/test-graphml.c: every vertex and link with all that is known, as typed attributes */
#include "output/export/export.h"

#include <libxml/parser.h>
#include <string.h>

#include "tests/common/helpers-output.h"
#include "tests/common/helpers.h"

/* All of a network, without places */
static void
write_network (FairleadNetwork *network, FairleadRanking *ranking,
               const FairleadParameters *parameters, GOutputStream *stream)
{
	g_autoptr (FairleadSelection) selection =
		fairlead_selection_new (network, NULL, &(FairleadSelector){ 0 });
	FairleadExport export = { .network = network,
		                  .ranking = ranking,
		                  .parameters = parameters,
		                  .selection = selection };
	g_autoptr (GError) error = NULL;

	fairlead_export_write (FAIRLEAD_EXPORT_GRAPHML, 0, &export, "a.graphml", stream, NULL,
	                       &error);
	g_assert_no_error (error);
}

static const char *
write_graphml (GOutputStream *stream, gboolean is_ranked)
{
	g_autoptr (FairleadRanking) ranking = test_rank_tiny_chain ();

	write_network (fairlead_ranking_get_network (ranking), is_ranked ? ranking : NULL,
	               fairlead_ranking_get_parameters (ranking), stream);
	return test_written (stream);
}

/* The hash changes with every parameter, the rest only with the format */
static char *
dup_without_hash (const char *text, FairleadRanking *ranking)
{
	g_autofree char *hash =
		fairlead_parameters_dup_hash (fairlead_ranking_get_parameters (ranking));
	g_auto (GStrv) parts = g_strsplit (text, hash, -1);

	return g_strjoinv ("HASH", parts);
}

static void
test_golden (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadRanking) ranking = test_rank_tiny_chain ();
	g_autofree char *path = test_fixture ("tiny-chain/expected.graphml");
	g_autofree char *written = dup_without_hash (write_graphml (stream, FALSE), ranking);
	g_autofree char *expected = NULL;

	if (g_getenv ("FAIRLEAD_UPDATE_GOLDEN") != NULL)
		g_assert_true (g_file_set_contents (path, written, -1, NULL));
	g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
	g_assert_cmpstr (written, ==, expected);
}

static void
test_well_formed (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_graphml (stream, TRUE);
	xmlDoc *document = xmlReadMemory (text, (int) strlen (text), NULL, NULL, XML_PARSE_NONET);

	g_assert_nonnull (document);
	xmlFreeDoc (document);
	g_assert_nonnull (strstr (text, " attr.name=\"score\" attr.type=\"double\"/>"));
	g_assert_nonnull (strstr (text, " attr.name=\"rank\" attr.type=\"int\"/>"));
	g_assert_nonnull (strstr (text, ">programme:DPRK</data>"));
}

static void
test_only_what_occurs (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	const char *text = write_graphml (stream, FALSE);

	g_assert_null (strstr (text, "\"score\""));
	g_assert_null (strstr (text, "\"x\""));
	g_assert_null (strstr (text, "\"is_target\""));
	g_assert_null (strstr (text, "\"id_lei\""));
	g_assert_null (strstr (text, "\"until\""));
	g_assert_nonnull (strstr (text, "\"id_imo\""));
}

/* A number that one vertex has two of, or that cannot be read, makes the column text: nothing is
 * lost by making it fit */
static void
test_doubtful_numbers (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadRecords) records = test_tiny_chain ();
	FairleadEntity ship = fairlead_records_find (records, "imo:9074729");
	g_autoptr (FairleadNetwork) network = NULL;
	FairleadParameters parameters;
	const char *text;

	fairlead_records_add_attribute (records, ship, FAIRLEAD_ATTRIBUTE_DEADWEIGHT, "4600", NULL,
	                                (FairleadSource){ 0, 2 });
	network = fairlead_network_new (records);
	fairlead_parameters_init (&parameters);
	write_network (network, NULL, &parameters, stream);
	text = test_written (stream);
	g_assert_nonnull (strstr (text, " attr.name=\"deadweight\" attr.type=\"string\"/>"));
	g_assert_nonnull (strstr (text, ">4500.5; 4600</data>"));
}

static void
test_empty (void)
{
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	g_autoptr (FairleadNetwork) network = fairlead_network_new (records);
	FairleadParameters parameters;

	fairlead_parameters_init (&parameters);
	write_network (network, NULL, &parameters, stream);
	g_assert_nonnull (strstr (test_written (stream), "<graph edgedefault=\"directed\">"));
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/output/graphml/golden-file", test_golden);
	g_test_add_func ("/output/graphml/well-formed-and-typed", test_well_formed);
	g_test_add_func ("/output/graphml/keys-only-where-they-occur", test_only_what_occurs);
	g_test_add_func ("/output/graphml/doubtful-numbers-stay-text", test_doubtful_numbers);
	g_test_add_func ("/output/graphml/an-empty-network-is-a-graph", test_empty);
	return g_test_run ();
}
