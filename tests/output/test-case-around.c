/* tests/output/test-case-around.c: what is read of a case around an entity shows it as all of it
 * does */
#include "ingest/case/case-search.h"
#include "ingest/case/inputs.h"
#include "output/show/show.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "tests/common/helpers.h"

#define MOST 100000u

typedef struct {
	char *folder;
	char *path;
	FairleadCase *opened;
	FairleadDecisions *decisions;
	FairleadNetwork *whole;
} Place;

static void
place_clear (Place *self)
{
	static const char *const endings[] = { "", "-wal", "-shm" };

	g_clear_object (&self->whole);
	g_clear_pointer (&self->decisions, fairlead_decisions_unref);
	g_clear_object (&self->opened);
	for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
		g_autofree char *path = g_strconcat (self->path, endings[i], NULL);

		(void) g_unlink (path);
	}
	g_assert_cmpint (g_rmdir (self->folder), ==, 0);
	g_free (self->folder);
	g_free (self->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static void
import_files (const Place *place, const char *const *names, const char *data_set)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();
	g_autoptr (FairleadCase) into = fairlead_case_open_to_write (place->path, &error);
	g_auto (GStrv) paths = g_new0 (char *, g_strv_length ((char **) names) + 1);

	g_assert_no_error (error);
	for (guint i = 0; names[i] != NULL; i++)
		paths[i] = test_fixture (names[i]);
	fairlead_inputs_import (loader, into, (const char *const *) paths, data_set, NULL, NULL,
	                        &error);
	g_assert_no_error (error);
}

/* Numbers, parties that others only name, events, addresses of their own */
static const char *const first_files[] = { "four-lists/sdn.csv",     "four-lists/alt.csv",
	                                   "four-lists/add.csv",     "four-lists/annexes.csv",
	                                   "four-lists/conlist.csv", "four-lists/un-earlier.xml",
	                                   "four-lists/roles.csv",   "uk-sl/uksl.xml",
	                                   "events/events.csv",      NULL };
static const char *const next_files[] = { "four-lists/un.xml", NULL };

static void
decide (Place *self)
{
	g_autoptr (GError) error = NULL;
	FairleadDecision decision = { .left = "un:XPe.020",
		                      .right = "ofac:99001",
		                      .verdict = FAIRLEAD_DECIDED_SAME,
		                      .who = "a test",
		                      .when = "2026-01-02T03:04:05Z",
		                      .why = "",
		                      .probability = FAIRLEAD_NO_PROBABILITY };
	g_autoptr (FairleadCase) into = fairlead_case_open_to_write (self->path, &error);
	g_autoptr (FairleadDecisions) decisions = fairlead_decisions_new (NULL);
	guint n;
	const FairleadEntityRow *rows;
	FairleadRecords *records = fairlead_network_get_records (self->whole);

	/* The last of the list that is OFAC's, whoever it is: they have nothing else in common */
	rows = fairlead_records_get_entities (records, &n);
	for (guint i = 0; i < n; i++)
		if (g_str_has_prefix (fairlead_records_get_text (records, rows[i].key), "ofac:")
		    && rows[i].kind == FAIRLEAD_KIND_COMPANY)
			decision.right = fairlead_records_get_text (records, rows[i].key);
	g_assert_true (fairlead_decisions_add (decisions, &decision, &error));
	fairlead_case_save_decisions (into, decisions, NULL, &error);
	g_assert_no_error (error);
}

static void
read_whole (Place *self)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (FairleadRecords) records = NULL;

	g_clear_object (&self->whole);
	g_clear_pointer (&self->decisions, fairlead_decisions_unref);
	g_clear_object (&self->opened);
	self->opened = fairlead_case_open (self->path, &error);
	g_assert_no_error (error);
	records = fairlead_case_load (self->opened, NULL, &error);
	g_assert_no_error (error);
	self->decisions = fairlead_case_load_decisions (self->opened, NULL, &error);
	g_assert_no_error (error);
	self->whole = fairlead_network_new_with (records, self->decisions, TRUE,
	                                         FAIRLEAD_DAY_OPEN_FUTURE);
}

static void
place_init (Place *self)
{
	*self = (Place){ .folder = g_dir_make_tmp ("case-XXXXXX", NULL) };
	self->path = g_build_filename (self->folder, "a.fairlead", NULL);
	import_files (self, first_files, NULL);
	read_whole (self);
}

static char *
show (FairleadNetwork *network, FairleadVertex vertex)
{
	const FairleadShowView view = { .format = FAIRLEAD_FORMAT_JSON };
	g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
	g_autoptr (GArray) vertices = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	g_autoptr (GError) error = NULL;
	GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

	g_array_append_val (vertices, vertex);
	fairlead_show_write (network, vertices, &view, stream, NULL, &error);
	g_assert_no_error (error);
	return g_strndup (g_memory_output_stream_get_data (memory),
	                  g_memory_output_stream_get_data_size (memory));
}

static FairleadRecords *
load_around (const Place *place, const char *expression, guint most)
{
	const char *expressions[] = { expression, NULL };
	g_autoptr (GError) error = NULL;
	FairleadRecords *records =
		fairlead_case_load_around (place->opened, expressions, most, NULL, &error);

	g_assert_no_error (error);
	return records;
}

static void
assert_same (const Place *place, FairleadVertex vertex, const char *expression)
{
	const char *id = fairlead_network_get_id (place->whole, vertex);
	g_autoptr (FairleadRecords) records = load_around (place, expression, MOST);
	g_autoptr (FairleadNetwork) part = NULL;
	g_autofree char *expected = show (place->whole, vertex);
	g_autofree char *shown = NULL;
	FairleadEntity entity;

	g_assert_nonnull (records);
	part = fairlead_network_new_with (records, place->decisions, TRUE,
	                                  FAIRLEAD_DAY_OPEN_FUTURE);
	entity = fairlead_records_find (records, id);
	g_test_message ("%s, asked for as %s", id, expression);
	g_assert_cmpuint (entity, !=, FAIRLEAD_NO_ENTITY);
	shown = show (part, fairlead_network_vertex_of (part, entity));
	g_assert_cmpstr (shown, ==, expected);
}

/* Every so many of all vertices, by their ids and their names */
static void
assert_all_same (const Place *place, guint step)
{
	for (guint v = 0; v < fairlead_network_get_n_vertices (place->whole); v += step) {
		const char *id = fairlead_network_get_id (place->whole, v);
		FairleadRows names = fairlead_network_get_names (place->whole, v);
		g_autofree char *by_name =
			g_strconcat ("name:", fairlead_network_get_name (place->whole, v), NULL);

		assert_same (place, v, id);
		if (names.n > 0
		    && fairlead_network_get_kind (place->whole, v) != FAIRLEAD_KIND_ADDRESS)
			assert_same (place, v, by_name);
	}
}

static void
test_around (void)
{
	g_auto (Place) place = { 0 };

	place_init (&place);
	g_assert_cmpuint (fairlead_network_get_n_vertices (place.whole), >, 30);
	assert_all_same (&place, 1);
}

/* What was imported later is numbered otherwise, and what was decided joins */
static void
test_later (void)
{
	g_auto (Place) place = { 0 };
	FairleadVertex merged;

	place_init (&place);
	import_files (&place, next_files, "un-xml");
	decide (&place);
	read_whole (&place);
	g_assert_cmpuint (fairlead_decisions_get_n (place.decisions), ==, 1);
	g_assert_true (fairlead_network_has_merged (place.whole, 0, &merged));
	assert_all_same (&place, 1);
}

static void
test_whole_is_wanted (void)
{
	static const char *const whole[] = { "programme:DPRK", "list:UN", "supply", "@file" };
	g_auto (Place) place = { 0 };
	g_autoptr (FairleadRecords) few = NULL;

	place_init (&place);
	for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
		g_assert_null (load_around (&place, whole[i], MOST));
	g_assert_null (load_around (&place, "un:XPe.020", 0));
	few = load_around (&place, "un:nobody", MOST);
	g_assert_nonnull (few);
	g_assert_cmpuint (fairlead_records_find (few, "un:XPe.020"), ==, FAIRLEAD_NO_ENTITY);
}

static void
change (const Place *place, const char *statement)
{
	sqlite3 *db;

	g_assert_cmpint (sqlite3_open (place->path, &db), ==, SQLITE_OK);
	g_assert_cmpint (sqlite3_exec (db, statement, NULL, NULL, NULL), ==, SQLITE_OK);
	sqlite3_close (db);
}

/* What is damaged is not believed, and what another program changes drops what was derived */
static void
test_not_believed (void)
{
	static const char *const changes[] = {
		"UPDATE cache SET bytes = zeroblob (length (bytes)) WHERE layout LIKE 'rows by%'",
		"UPDATE cache SET bytes = x'00' WHERE layout LIKE 'rows by%'",
		"UPDATE name SET text = text || ' x' WHERE id = 1",
	};

	for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
		g_auto (Place) place = { 0 };
		g_autoptr (FairleadRecords) records = NULL;

		place_init (&place);
		records = load_around (&place, "un:XPe.020", MOST);
		g_assert_nonnull (records);
		change (&place, changes[i]);
		g_assert_null (load_around (&place, "un:XPe.020", MOST));
	}
}

int
main (int argc, char *argv[])
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/ingest/case/around/shows-what-all-of-it-shows", test_around);
	g_test_add_func ("/ingest/case/around/shows-later-editions-and-decisions", test_later);
	g_test_add_func ("/ingest/case/around/leaves-to-the-whole-what-needs-it",
	                 test_whole_is_wanted);
	g_test_add_func ("/ingest/case/around/believes-no-damage", test_not_believed);
	return g_test_run ();
}
