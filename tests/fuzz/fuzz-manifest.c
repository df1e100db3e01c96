/* tests/fuzz/fuzz-manifest.c: manifests, which come from others, read and written again */
#include "tests/fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cli/investigation/manifest/manifest.h"

#define ROLES "[{\"file\": \"roles.csv\", \"sha256\": \"2b0b\", \"bytes\": 7}]"
#define RESULT "[{\"file\": \"results/ranking.csv\", \"sha256\": \"0b2b\", \"bytes\": 9}]"

static const char *const texts[] = {
	"{\"fairlead\": \"0.1.0\", \"libraries\": {\"glib\": \"2.74.6\"},\n"
	" \"investigation\": \"x.investigation\", \"sha256\": \"ab12\", \"set\": [\"a.b=c\"],\n"
	" \"outputs\": \"results\", \"parameters\": {\"file\": null, \"hash\": \"b9e6\"},\n"
	" \"seed\": 1, \"started\": \"2026-01-02T03:04:05Z\", \"ended\": null,\n"
	" \"complete\": true, \"inputs\": " ROLES ",\n"
	" \"steps\": [{\"step\": \"ranking\", \"command\": [\"rank\", \"--limit=0\"],\n"
	"  \"standard_output\": \"results/ranking.csv\", \"fairlead\": \"0.1.0\",\n"
	"  \"started\": \"2026-01-02T03:04:05Z\", \"ended\": \"2026-01-02T03:04:06Z\",\n"
	"  \"exit\": 0, \"inputs\": " ROLES ",\n"
	"  \"outputs\": " RESULT "}]}\n",
	"{\"fairlead\": \"0.1.0\", \"investigation\": \"\\u6d77.investigation\",\n"
	" \"sha256\": \"\", \"set\": [], \"outputs\": \".\",\n"
	" \"parameters\": {\"file\": \"p.ini\", \"hash\": \"\"},\n"
	" \"seed\": -9223372036854775808, \"started\": null, \"ended\": null,\n"
	" \"complete\": false, \"inputs\": [], \"steps\": []}",
};

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_texts (seeds, "manifest", texts, G_N_ELEMENTS (texts));
}

/* ---- what must hold ---- */

static void
dump_text (const char *text, GString *dump)
{
	g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
	g_string_append_printf (dump, "<%s>", text != NULL ? text : "-");
}

static void
dump_texts (char **texts_of, GString *dump)
{
	for (; *texts_of != NULL; texts_of++)
		dump_text (*texts_of, dump);
	g_string_append_c (dump, '\n');
}

static void
dump_files (GPtrArray *files, GString *dump)
{
	for (guint i = 0; i < files->len; i++) {
		const ManifestFile *file = files->pdata[i];

		dump_text (file->file, dump);
		dump_text (file->sha256, dump);
		g_string_append_printf (dump, "%" G_GUINT64_FORMAT "\n", file->n_bytes);
		g_assert_nonnull (manifest_find_file (files, file->file));
	}
}

static void
dump_step (const ManifestStep *step, GString *dump)
{
	const char *const said[] = { step->name, step->output, step->version, step->started,
		                     step->ended };

	for (guint i = 0; i < G_N_ELEMENTS (said); i++)
		dump_text (said[i], dump);
	g_string_append_printf (dump, " exit %d\n", step->exit_code);
	dump_texts (step->words, dump);
	dump_files (step->inputs, dump);
	dump_files (step->outputs, dump);
}

static void
dump_manifest (const Manifest *self, GString *dump)
{
	const char *const said[] = { self->version, self->investigation, self->sha256,
		                     self->outputs, self->parameters,    self->parameters_hash,
		                     self->started, self->ended };

	g_assert_null (strchr (self->investigation, '/'));
	for (guint i = 0; i < G_N_ELEMENTS (said); i++)
		dump_text (said[i], dump);
	g_string_append_printf (dump, " seed %" G_GINT64_FORMAT " %s\n", self->seed,
	                        self->is_complete ? "complete" : "begun");
	dump_texts (self->settings, dump);
	dump_files (self->inputs, dump);
	for (guint i = 0; i < self->steps->len; i++)
		dump_step (self->steps->pdata[i], dump);
}

/* What is read of the file, which is written again to it; NULL where it is refused */
static char *
dump_file (const char *path)
{
	g_autoptr (GError) error = NULL;
	g_autoptr (Manifest) self = manifest_read (path, &error);
	g_autoptr (GString) dump = g_string_new (NULL);

	if (self == NULL) {
		fuzz_check_error (error);
		return NULL;
	}
	g_assert_no_error (error);
	dump_manifest (self, dump);
	g_assert_true (manifest_write (self, path, &error));
	return g_string_free (g_steal_pointer (&dump), FALSE);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autofree char *folder = g_dir_make_tmp ("fairlead-fuzz-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, "x.manifest.json", NULL);
	g_autofree char *first = NULL, *second = NULL;

	(void) subject;
	g_assert_true (g_file_set_contents_full (path, data, (gssize) size,
	                                         G_FILE_SET_CONTENTS_NONE, 0644, NULL));
	first = dump_file (path);
	second = dump_file (path);
	g_assert_cmpstr (first, ==, second);
	g_assert_cmpint (g_unlink (path), ==, 0);
	g_assert_cmpint (g_rmdir (folder), ==, 0);
	return first != NULL;
}

const FuzzTarget fuzz_target = { "manifest", "manifest.dict", NULL, add_seeds, run };
