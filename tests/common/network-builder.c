/* tests/common/network-builder.c */
#include "tests/common/network-builder.h"

#include <string.h>

/* One statement: its words, and where it stands */
typedef struct {
	FairleadRecords *records;
	char **words;
	FairleadSource source;
} Statement;

static FairleadEntity
describe_kind (Statement *statement, const char *letters, FairleadKind kind)
{
	const char *colon = strchr (letters, ':');
	g_autofree char *list =
		colon == NULL ? g_strdup ("test") : g_strndup (letters, (gsize) (colon - letters));

	return fairlead_records_describe (statement->records, list,
	                                  colon == NULL ? letters : colon + 1, kind,
	                                  statement->source);
}

static FairleadEntity
describe (Statement *statement, const char *letters)
{
	g_autofree char *name = NULL;

	if (*letters != '?')
		return describe_kind (statement, letters, FAIRLEAD_KIND_UNKNOWN);
	name = g_strdelimit (g_strdup (letters + 1), "_", ' ');
	return fairlead_records_refer_by_name (statement->records, "test", name, statement->source);
}

static void
state_kind (Statement *statement)
{
	FairleadKind kind;

	if (!fairlead_kind_from_name (statement->words[2], &kind))
		g_error ("no kind of entity: %s", statement->words[2]);
	describe_kind (statement, statement->words[0], kind);
}

static void
add_name (Statement *statement)
{
	g_autofree char *name = g_strjoinv (" ", statement->words + 2);
	gboolean is_alias = strcmp (statement->words[1], "alias") == 0;

	fairlead_records_add_name (statement->records, describe (statement, statement->words[0]),
	                           name, is_alias ? FAIRLEAD_NAME_ALIAS : FAIRLEAD_NAME_PRIMARY,
	                           FALSE, statement->source);
}

static void
add_designation (Statement *statement)
{
	g_auto (GStrv) parts = g_strsplit (statement->words[2], "/", 2);
	FairleadPeriod period = FAIRLEAD_PERIOD_UNKNOWN;

	if (strcmp (statement->words[1], "delisted") == 0)
		period.flags = FAIRLEAD_PERIOD_ENDED;
	fairlead_records_add_designation (statement->records,
	                                  describe (statement, statement->words[0]), parts[0],
	                                  parts[1], NULL, &period, statement->source);
}

static void
add_identifier (Statement *statement, FairleadIdScheme scheme)
{
	g_auto (GStrv) parts = g_strsplit (statement->words[2], "/", 2);
	gboolean has_issuer = parts[1] != NULL;

	fairlead_records_add_identifier (
		statement->records, describe (statement, statement->words[0]), scheme,
		has_issuer ? parts[1] : parts[0], has_issuer ? parts[0] : NULL, statement->source);
}

static void
read_detail (FairleadLinkRow *link, const char *word)
{
	if (g_str_has_suffix (word, "%"))
		g_assert_true (fairlead_share_parse (word, &link->share));
	else if (strcmp (word, "ended") == 0)
		link->period.flags = FAIRLEAD_PERIOD_ENDED;
	else if (g_str_has_prefix (word, "c="))
		link->confidence = (float) g_ascii_strtod (word + 2, NULL);
	else if (g_str_has_prefix (word, "since="))
		g_assert_true (fairlead_date_parse (word + 6, FAIRLEAD_DATE_DAY_FIRST,
		                                    &link->period.start, NULL));
	else if (g_str_has_prefix (word, "until="))
		g_assert_true (fairlead_date_parse (word + 6, FAIRLEAD_DATE_DAY_FIRST,
		                                    &link->period.end, NULL));
	else
		g_error ("no detail of a link: %s", word);
}

static void
add_link (Statement *statement)
{
	FairleadEntity from = describe (statement, statement->words[0]);
	FairleadEntity to = describe (statement, statement->words[2]);
	FairleadLinkRow link =
		fairlead_link_row (from, FAIRLEAD_LINK_LINKED, to, statement->source);
	FairleadLinkKind kind;
	gboolean reversed;

	if (!fairlead_link_kind_from_name (statement->words[1], &kind, &reversed) || reversed)
		g_error ("no kind of link: %s", statement->words[1]);
	link.kind = (guint8) kind;
	for (char **word = statement->words + 3; *word != NULL; word++)
		read_detail (&link, *word);
	fairlead_records_add_link (statement->records, &link);
}

static const struct {
	const char *verb;
	void (*add) (Statement *statement);
} verbs[] = {
	{ "is", state_kind },          { "named", add_name },           { "alias", add_name },
	{ "listed", add_designation }, { "delisted", add_designation },
};

static void
add_statement (Statement *statement)
{
	const char *verb = statement->words[1];
	FairleadIdScheme scheme;

	g_assert_cmpuint (g_strv_length (statement->words), >=, 3);
	for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
		if (strcmp (verbs[i].verb, verb) == 0) {
			verbs[i].add (statement);
			return;
		}
	if (fairlead_id_scheme_from_name (verb, &scheme))
		add_identifier (statement, scheme);
	else
		add_link (statement);
}

void
test_records_add_at (FairleadRecords *records, FairleadSource source, const char *text)
{
	g_autofree char *stripped = g_strstrip (g_strdup (text));
	g_auto (GStrv) words = g_strsplit (stripped, " ", -1);
	Statement statement = { records, words, source };

	if (*stripped != '\0')
		add_statement (&statement);
}

void
test_records_add (FairleadRecords *records, guint32 file, const char *text)
{
	g_auto (GStrv) lines = g_strsplit (text, ";", -1);

	for (guint i = 0; lines[i] != NULL; i++)
		test_records_add_at (records, (FairleadSource){ file, i + 1 }, lines[i]);
}

guint32
test_add_file (FairleadRecords *records, const char *path, const char *format)
{
	guint32 file = fairlead_records_add_file (records, path);
	FairleadText name = fairlead_records_intern (records, format);
	guint n;

	fairlead_records_get_files (records, &n)[file].format = name;
	return file;
}

FairleadRecords *
test_records_from (const char *text)
{
	FairleadRecords *records = fairlead_records_new ();

	test_records_add (records, test_add_file (records, "test.csv", "test"), text);
	return records;
}

FairleadNetwork *
test_network_from (const char *text)
{
	g_autoptr (FairleadRecords) records = test_records_from (text);

	return fairlead_network_new (records);
}

FairleadVertex
test_vertex (FairleadNetwork *network, const char *letters)
{
	g_autofree char *key =
		g_strconcat (strchr (letters, ':') == NULL ? "test:" : "", letters, NULL);
	FairleadEntity entity = fairlead_records_find (fairlead_network_get_records (network), key);

	g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
	return fairlead_network_vertex_of (network, entity);
}

void
test_plain_parameters (FairleadParameters *parameters)
{
	fairlead_parameters_init (parameters);
	parameters->conductance[FAIRLEAD_LINK_LINKED] = 1.0;
	parameters->hub_free_degree = 1e6;
}

FairleadAdjacency *
test_plain_adjacency (FairleadNetwork *network)
{
	FairleadParameters parameters;

	test_plain_parameters (&parameters);
	return fairlead_adjacency_new (network, &parameters);
}

FairleadNetwork *
test_random_network (GRand *random, guint n, guint n_links, gboolean coarse)
{
	g_autoptr (FairleadRecords) records = fairlead_records_new ();
	FairleadSource source = { test_add_file (records, "random.csv", "test"), 1 };

	for (guint i = 0; i < n; i++) {
		g_autofree char *letters = g_strdup_printf ("V%03u", i);

		fairlead_records_describe (records, "test", letters, FAIRLEAD_KIND_COMPANY, source);
	}
	for (guint i = 0; n > 1 && i < n_links; i++) {
		guint from = (guint) g_rand_int_range (random, 0, (gint) n);
		guint to = (guint) g_rand_int_range (random, 0, (gint) n - 1);
		FairleadLinkRow link =
			fairlead_link_row (from, FAIRLEAD_LINK_LINKED, to + (to >= from), source);

		link.confidence = coarse ? (float) g_rand_int_range (random, 1, 9) / 8.0f
		                         : (float) g_rand_double_range (random, 0.1, 1.0);
		fairlead_records_add_link (records, &link);
	}
	return fairlead_network_new (records);
}

GArray *
test_random_vertices (GRand *random, guint n, guint n_wanted)
{
	GArray *chosen = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));

	for (FairleadVertex vertex = 0; vertex < n && chosen->len < n_wanted; vertex++)
		if ((guint) g_rand_int_range (random, 0, (gint) (n - vertex))
		    < n_wanted - chosen->len)
			g_array_append_val (chosen, vertex);
	return chosen;
}

double *
test_dense_conductance (const FairleadAdjacency *graph)
{
	guint n = graph->n_vertices;
	double *dense = g_new0 (double, MAX (n * n, 1));

	for (guint32 edge = 0; edge < graph->n_edges; edge++) {
		FairleadVertex a = graph->ends[2 * edge], b = graph->ends[2 * edge + 1];

		dense[a * n + b] = dense[b * n + a] = (double) graph->conductance[edge];
	}
	return dense;
}
