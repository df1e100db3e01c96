/* tests/fuzz/fuzz-investigation.c: investigation files, looked at whole as before a run */
#include "tests/fuzz/fuzz.h"

#include <glib/gstdio.h>
#include <string.h>

#include "cli/investigation/file/investigation.h"

#define NAME "x.investigation"

/* What stands beside the file, and what a mutation may name */
static const char *const beside[][2] = {
	{ "roles.csv",
	  "imo,ship,role,company imo,company\n3112048,A,Registered owner,9704795,B\n" },
	{ "x.mapping",
	  "[mapping]\nname=x\nformat=csv\n[entity e]\nkind=company\nkey=x:{id}\nname={name}\n" },
	{ "who.txt", "programme:DPRK\n" },
};

static const char *const texts[] = {
	"# a comment\n[investigation]\ntarget=programme:DPRK\noutputs=results\n\n"
	"[input roles]\nfile=roles.csv\n\n[step ranking]\ncommand=rank\nlimit=0\ndraws=0\n"
	"output=ranking.csv\n\n[step links]\ncommand=path\narguments=imo:3112048;list:OFAC\n"
	"output=deep/links.jsonl\n",
	"[investigation]\ntitle=All\ntarget=@who.txt\nas-of=2023-06-30\nseed=7\n"
	"include-targets=true\nmapping=x.mapping\n[input r]\nfile=roles.csv\n"
	"[step own]\ncommand=own\nall-listed=true\noutput=own.json\n"
	"[step cap]\ncommand=supply\ncap=refined\nyear=2023\nchart=cap.svg\noutput=cap.csv\n"
	"[step cut]\ncommand=disrupt\nbudget=2\noutput=cut.txt\n",
	"[input r]\nfile=roles.csv\n[step drawing]\ncommand=chart\ntarget=list:OFAC\n"
	"around=imo:3112048\noutput=chart.svg\n[step page]\ncommand=report\ninputs=r\n"
	"target=programme:DPRK\noutput=case.html\n[step net]\ncommand=export\n"
	"target=programme:DPRK\noutput=network.gexf\n[step check]\ncommand=check\n"
	"format=json\noutput=issues\n",
};

static void
add_seeds (const char *subject, GPtrArray *seeds)
{
	(void) subject;
	fuzz_add_texts (seeds, "investigation", texts, G_N_ELEMENTS (texts));
}

/* ---- what must hold ---- */

static void
dump_words (char **words, GString *dump)
{
	for (; words != NULL && *words != NULL; words++) {
		g_assert_true (g_utf8_validate (*words, -1, NULL));
		g_string_append_printf (dump, " <%s>", *words);
	}
	g_string_append_c (dump, '\n');
}

/* Results stay below the folder, and what runs is what the table has as a step */
static void
dump_step (const Investigation *all, const InvestigationStep *step, GString *dump)
{
	g_auto (GStrv) words = investigation_dup_words (step, all->outputs);

	g_assert_true (step->command->flags & COMMAND_IS_STEP);
	g_assert_true (investigation_is_inner_path (step->output));
	g_assert_cmpstr (words[0], ==, step->command->name);
	for (guint i = 0; step->results[i] != NULL; i++)
		g_assert_true (investigation_is_inner_path (strchr (step->results[i], '=') + 1));
	g_string_append_printf (dump, "%s %s", step->name, step->output);
	dump_words (words, dump);
	dump_words (step->results, dump);
}

static void
dump_investigation (const Investigation *self, GString *dump)
{
	g_assert_cmpuint (self->n_inputs, >, 0);
	g_assert_cmpuint (self->steps->len, >, 0);
	g_assert_null (strchr (self->manifest, '/'));
	for (guint i = 0; i < self->files->len; i++) {
		const InvestigationFile *file = self->files->pdata[i];

		g_assert_cmpuint (strlen (file->sha256), ==, 64);
		g_string_append_printf (dump, "%s %s\n", file->file, file->sha256);
	}
	for (guint i = 0; i < self->steps->len; i++)
		dump_step (self, self->steps->pdata[i], dump);
}

static char *
dump_file (const char *path, gboolean *is_read)
{
	g_autoptr (Complaints) complaints = complaints_new (NAME);
	g_autoptr (GError) error = NULL;
	g_autoptr (Investigation) self = investigation_open (path, NULL, complaints, NULL, &error);
	GString *dump = g_string_new (NULL);

	*is_read = self != NULL;
	g_assert_true (*is_read == (error == NULL));
	g_assert_true (!*is_read || complaints_count (complaints) == 0);
	for (guint i = 0; i < complaints_count (complaints); i++) {
		const char *text = complaints_get (complaints, i);

		g_assert_true (g_utf8_validate (text, -1, NULL));
		g_assert_true (g_str_has_prefix (text, NAME ":"));
		g_string_append_printf (dump, "%s\n", text);
	}
	if (error != NULL)
		fuzz_check_error (error);
	else
		dump_investigation (self, dump);
	return g_string_free (dump, FALSE);
}

static void
write_beside (const char *folder)
{
	for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
		g_autofree char *path = g_build_filename (folder, beside[i][0], NULL);

		g_assert_true (g_file_set_contents (path, beside[i][1], -1, NULL));
	}
}

/* Nothing was run, so nothing else is there */
static void
remove_folder (const char *folder)
{
	g_autofree char *path = g_build_filename (folder, NAME, NULL);

	g_assert_cmpint (g_unlink (path), ==, 0);
	for (guint i = 0; i < G_N_ELEMENTS (beside); i++) {
		g_autofree char *one = g_build_filename (folder, beside[i][0], NULL);

		g_assert_cmpint (g_unlink (one), ==, 0);
	}
	g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
run (const char *subject, const char *data, gsize size)
{
	g_autofree char *before = g_get_current_dir ();
	g_autofree char *folder = g_dir_make_tmp ("fairlead-fuzz-XXXXXX", NULL);
	g_autofree char *path = g_build_filename (folder, NAME, NULL);
	gboolean is_read, is_read_again;
	g_autofree char *first = NULL, *second = NULL;

	(void) subject;
	write_beside (folder);
	g_assert_true (g_file_set_contents_full (path, data, (gssize) size,
	                                         G_FILE_SET_CONTENTS_NONE, 0644, NULL));
	first = dump_file (path, &is_read);
	second = dump_file (path, &is_read_again);
	g_assert_cmpstr (first, ==, second);
	g_assert_true (is_read == is_read_again);
	g_assert_cmpint (g_chdir (before), ==, 0);
	remove_folder (folder);
	return is_read;
}

const FuzzTarget fuzz_target = { "investigation", "investigation.dict", NULL, add_seeds, run };
