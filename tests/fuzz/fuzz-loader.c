/* tests/fuzz/fuzz-loader.c: a whole load: mappings, files, a folder and archives, in one network
 *
 * The first letter of each part says what it becomes, see roles; without one it is a file. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "ingest/loader.h"
#include "tests/common/archive-builder.h"
#include "tests/common/helpers.h"

/* ---- seeds ---- */

#define LONGEST_LOAD 8

/* A letter and a path: what the part becomes, and what stands in it */
static const struct {
	const char *name;
	const char *parts[LONGEST_LOAD];
} loads[] = {
	{ "mapping-and-files",
	  { "m fixtures/tiny-chain/parties.mapping", "f fixtures/tiny-chain/roles.csv",
	    "f fixtures/tiny-chain/parties.csv" } },
	{ "two-mappings",
	  { "m docs/examples/owners.mapping", "m docs/examples/register.mapping",
	    "f fixtures/mapping/register.xml", "d fixtures/mapping/owners.csv" } },
	{ "files-that-wait-for-another",
	  { "f fixtures/ofac-sdn/sdn_comments.csv", "z fixtures/ofac-sdn/sdn.csv",
	    "t fixtures/ofac-sdn/alt.csv", "d fixtures/ofac-sdn/add.csv" } },
	{ "one-set-in-three-places",
	  { "z fixtures/icij-leaks/nodes-entities.csv", "z fixtures/icij-leaks/relationships.csv",
	    "d fixtures/icij-leaks/nodes-officers.csv", "f fixtures/icij-leaks/nodes-others.csv",
	    "t fixtures/icij-leaks/nodes-addresses.csv" } },
	{ "tables-of-one-list",
	  { "t fixtures/bods-csv/entity_statement.csv",
	    "t fixtures/bods-csv/relationship_statement.csv",
	    "t fixtures/bods-csv/relationship_recordDetails_interests.csv",
	    "f fixtures/bods/statements.json" } },
	{ "tables-that-ask-lookups",
	  { "m docs/examples/bods-csv.mapping",
	    "f fixtures/bods-csv/relationship_recordDetails_interests.csv",
	    "d fixtures/bods-csv/relationship_statement.csv",
	    "z fixtures/bods-csv/entity_statement.csv", "t fixtures/bods-csv/person_statement.csv",
	    "f fixtures/bods-csv/person_recordDetails_names.csv" } },
	{ "lists-that-share-ships",
	  { "f fixtures/eu-annex-csv/annexes.csv", "d fixtures/un-xml/consolidated.xml",
	    "z fixtures/uk-sl/uksl.csv", "d fixtures/hmt-conlist-csv/conlist.csv",
	    "f fixtures/fishing-watch/encounters.csv", "z fixtures/mapping/roles.csv" } },
	{ "known-beside-unknown",
	  { "d fixtures/README-of-no-format", "d fixtures/opensanctions/maritime.csv",
	    "z fixtures/mapping/owners.csv", "z fixtures/gleif/rr.csv",
	    "t fixtures/companies-house/psc.json" } },
};

/* What no reader knows has no fixture */
static GBytes *
content_of (const char *part)
{
	if (g_str_has_suffix (part, "README-of-no-format"))
		return g_bytes_new_static ("no format\n", 10);
	return fuzz_read_source (part + 2);
}

static GBytes *
dup_part (const char *part)
{
	g_autoptr (GBytes) content = content_of (part);
	GByteArray *bytes = g_byte_array_new ();
	gsize size;
	const guint8 *data = g_bytes_get_data (content, &size);

	g_byte_array_append (bytes, (const guint8 *) part, 1);
	g_byte_array_append (bytes, data, (guint) size);
	return g_byte_array_free_to_bytes (bytes);
}

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	for (guint i = 0; i < G_N_ELEMENTS (loads); i++) {
		g_autoptr (GPtrArray) parts =
			g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

		for (guint j = 0; j < LONGEST_LOAD && loads[i].parts[j] != NULL; j++)
			g_ptr_array_add (parts, dup_part (loads[i].parts[j]));
		fuzz_add_joined (seeds, loads[i].name, parts);
	}
}

/* ---- the parts on disk ---- */

typedef enum { ROLE_FILE, ROLE_MAPPING, ROLE_FOLDER, ROLE_ZIP, ROLE_TAR, N_ROLES } Role;

static const char letters[] = "fmdzt";
static const TestPacking packings[N_ROLES] = {
	[ROLE_ZIP] = { "parts.zip", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, NULL },
	[ROLE_TAR] = { "parts.tgz", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, NULL },
};

/* What one load is made of: paths, and where they are */
typedef struct {
	TestPlace place;
	TestPlace folder;
	GPtrArray *mappings;
	GPtrArray *inputs;
	guint n_names;
} Parts;

static void
parts_clear (Parts *self)
{
	test_place_tear_down (&self->folder, NULL);
	test_place_tear_down (&self->place, NULL);
	g_ptr_array_unref (self->mappings);
	g_ptr_array_unref (self->inputs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

/* The content, without the letter of its role */
static const char *
read_part (GBytes *part, Role *role, gsize *size)
{
	const char *data = g_bytes_get_data (part, size);
	const char *letter = *size > 0 ? memchr (letters, data[0], N_ROLES) : NULL;

	*role = letter != NULL ? (Role) (letter - letters) : ROLE_FILE;
	*size -= letter != NULL;
	return data + (letter != NULL);
}

static char *
dup_next_name (Parts *self)
{
	return g_strdup_printf ("part-%02u", self->n_names++);
}

/* A file of the part in the place; its path */
static char *
write_part (Parts *self, TestPlace *place, const char *data, gsize size)
{
	g_autofree char *name = dup_next_name (self);

	return test_write_file (place, name, size > 0 ? data : "", (gssize) size);
}

static void
pack_part (Parts *self, struct archive *writer, const char *data, gsize size)
{
	g_autofree char *name = dup_next_name (self);
	const TestMember member = { .name = name, .content = data };

	test_write_member (writer, &member, size);
}

/* The parts of that role as members of an archive, where there are any */
static void
pack_parts (Parts *self, GPtrArray *parts, Role wanted)
{
	g_autofree char *path = test_in_place (&self->place, packings[wanted].file);
	struct archive *writer = NULL;

	for (guint i = 0; i < parts->len; i++) {
		Role role;
		gsize size;
		const char *data = read_part (parts->pdata[i], &role, &size);

		if (role != wanted)
			continue;
		if (writer == NULL)
			writer = test_new_writer (path, &packings[wanted], NULL);
		pack_part (self, writer, data, size);
	}
	if (writer == NULL)
		return;
	g_assert_cmpint (archive_write_free (writer), ==, ARCHIVE_OK);
	g_ptr_array_add (self->inputs, g_steal_pointer (&path));
}

static void
write_parts (Parts *self, GPtrArray *parts)
{
	gboolean has_folder = FALSE;

	for (guint i = 0; i < parts->len; i++) {
		Role role;
		gsize size;
		const char *data = read_part (parts->pdata[i], &role, &size);

		if (role == ROLE_FILE)
			g_ptr_array_add (self->inputs, write_part (self, &self->place, data, size));
		if (role == ROLE_MAPPING)
			g_ptr_array_add (self->mappings,
			                 write_part (self, &self->place, data, size));
		if (role == ROLE_FOLDER)
			g_free (write_part (self, &self->folder, data, size));
		has_folder |= role == ROLE_FOLDER;
	}
	if (has_folder)
		g_ptr_array_add (self->inputs, g_strdup (self->folder.folder));
}

static void
parts_init (Parts *self, GPtrArray *parts)
{
	test_place_set_up (&self->place, NULL);
	test_place_set_up (&self->folder, NULL);
	self->mappings = g_ptr_array_new_with_free_func (g_free);
	self->inputs = g_ptr_array_new_with_free_func (g_free);
	write_parts (self, parts);
	pack_parts (self, parts, ROLE_ZIP);
	pack_parts (self, parts, ROLE_TAR);
}

/* ---- what must hold ---- */

static FairleadRecords *
load_paths (const Parts *parts, const char *const *paths, GError **error)
{
	g_autoptr (FairleadLoader) loader = fairlead_loader_new ();

	fairlead_loader_set_hashing (loader, TRUE);
	for (guint i = 0; i < parts->mappings->len; i++)
		if (!fairlead_loader_add_mapping (loader, parts->mappings->pdata[i], error))
			return NULL;
	return fairlead_loader_load (loader, paths, NULL, error);
}

/* What was read, or why nothing was; the first or last named first */
static char *
dup_outcome (const Parts *parts, gboolean backwards, FairleadRecords **records)
{
	guint n = parts->inputs->len;
	g_autofree const char **paths = g_new0 (const char *, n + 1);
	g_autoptr (GError) error = NULL;

	for (guint i = 0; i < n; i++)
		paths[i] = parts->inputs->pdata[backwards ? n - 1 - i : i];
	*records = load_paths (parts, paths, &error);
	if (*records != NULL)
		return test_dump_records (*records);
	fuzz_check_error (error);
	return g_strdup (error->message);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autoptr (GPtrArray) split = fuzz_split (data, size);
	g_auto (Parts) parts = { 0 };
	g_autoptr (FairleadRecords) records = NULL;
	g_autoptr (FairleadRecords) again = NULL;
	g_autofree char *forwards = NULL;
	g_autofree char *backwards = NULL;

	(void) subject;
	parts_init (&parts, split);
	forwards = dup_outcome (&parts, FALSE, &records);
	backwards = dup_outcome (&parts, TRUE, &again);
	g_assert_cmpstr (backwards, ==, forwards);
	if (records == NULL)
		return FALSE;
	fuzz_check_records (records, NULL);
	return TRUE;
}

const FuzzTarget fuzz_target = { "loader", "loader.dict", NULL, add_seeds, run };
