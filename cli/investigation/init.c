/* cli/investigation/init.c: fairlead init */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/common.h"
#include "cli/investigation/file/investigation.h"
#include "ingest/file-hash.h"
#include "output/chart/chart.h"
#include "output/write/output-file.h"

#define MOST_PROGRAMMES 12 /* that a comment names */

static const char description[] =
	"Reads the inputs, and writes a commented investigation file for them: formats told by\n"
	"content, hashes, the programme with most parties as the target, and the steps that the\n"
	"inputs are good for. It can be run as it is.\n"
	"\n"
	"Examples:\n"
	"  fairlead init --output strait.investigation sanctions.xml sdn.csv roles.csv\n"
	"  fairlead init --mapping ships.mapping -t list:UN *.xml ships.csv > un.investigation";

typedef struct {
	CommonOptions common;
	char *output;
	GStrv target;
	gboolean replaces;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	g_clear_pointer (&self->output, g_free);
	g_clear_pointer (&self->target, g_strfreev);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* ---- values ---- */

static char *
dup_escaped (const char *value, gboolean in_list)
{
	GString *text = g_string_new (NULL);

	for (const char *at = value; *at != '\0'; at++) {
		if (*at == '\\')
			g_string_append (text, "\\\\");
		else if (*at == '\n')
			g_string_append (text, "\\n");
		else if (*at == '\r')
			g_string_append (text, "\\r");
		else if (*at == '\t')
			g_string_append (text, "\\t");
		else if (*at == ' ' && at == value)
			g_string_append (text, "\\s");
		else if (*at == ';' && in_list)
			g_string_append (text, "\\;");
		else
			g_string_append_c (text, *at);
	}
	return g_string_free (text, FALSE);
}

static void
add_list (GString *text, const char *key, char *const *values)
{
	g_string_append_printf (text, "%s=", key);
	for (guint i = 0; values[i] != NULL; i++) {
		g_autofree char *escaped = dup_escaped (values[i], TRUE);

		g_string_append_printf (text, "%s%s", i > 0 ? ";" : "", escaped);
	}
	g_string_append_c (text, '\n');
}

/* What leads from one folder to a file; both are made absolute first */
static char *
dup_relative (const char *path, const char *folder)
{
	g_autofree char *whole = g_canonicalize_filename (path, NULL);
	g_autofree char *from = g_canonicalize_filename (folder, NULL);
	g_auto (GStrv) a = g_strsplit (from, "/", -1);
	g_auto (GStrv) b = g_strsplit (whole, "/", -1);
	GString *text = g_string_new (NULL);
	guint same = 0;

	if (g_path_is_absolute (path)) {
		g_string_assign (text, path);
		return g_string_free (text, FALSE);
	}
	while (a[same] != NULL && b[same] != NULL && strcmp (a[same], b[same]) == 0)
		same++;
	for (guint i = same; a[i] != NULL; i++)
		if (*a[i] != '\0')
			g_string_append (text, "../");
	for (guint i = same; b[i] != NULL; i++)
		g_string_append_printf (text, "%s%s", b[i], b[i + 1] != NULL ? "/" : "");
	return text->len > 0 ? g_string_free (text, FALSE)
	                     : (g_string_free (text, TRUE), g_strdup ("."));
}

/* ---- what the inputs hold ---- */

typedef struct {
	char *name;
	guint n;
} Programme;

static gint
compare_programmes (gconstpointer a, gconstpointer b)
{
	const Programme *one = a, *other = b;

	if (one->n != other->n)
		return one->n > other->n ? -1 : 1;
	return strcmp (one->name, other->name);
}

static void
clear_programme (gpointer data)
{
	g_free (((Programme *) data)->name);
}

/* With their designations, most first */
static GArray *
find_programmes (FairleadRecords *records)
{
	g_autoptr (GHashTable) counts =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
	GArray *programmes = g_array_new (FALSE, FALSE, sizeof (Programme));
	GHashTableIter iter;
	gpointer key, value;
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	g_array_set_clear_func (programmes, clear_programme);
	for (guint i = 0; i < n; i++) {
		const char *name = fairlead_records_get_text (records, rows[i].programme);

		if (name == NULL || *name == '\0')
			continue;
		value = g_hash_table_lookup (counts, name);
		g_hash_table_insert (counts, g_strdup (name),
		                     GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
	}
	g_hash_table_iter_init (&iter, counts);
	while (g_hash_table_iter_next (&iter, &key, &value)) {
		Programme programme = { g_strdup (key), GPOINTER_TO_UINT (value) };

		g_array_append_val (programmes, programme);
	}
	g_array_sort (programmes, compare_programmes);
	return programmes;
}

/* The formats of an input: of an archive's or folder's members */
static char *
dup_formats (FairleadRecords *records, const char *path)
{
	g_autoptr (GPtrArray) names = g_ptr_array_new ();
	gsize length = strlen (path);
	guint n;
	const FairleadFileRow *rows = fairlead_records_get_files (records, &n);

	for (guint i = 0; i < n; i++) {
		const char *file = fairlead_records_get_text (records, rows[i].path);
		const char *format = fairlead_records_get_text (records, rows[i].format);
		gboolean is_of_it =
			strncmp (file, path, length) == 0
			&& (file[length] == '\0' || file[length] == '!' || file[length] == '/');

		if (is_of_it && format != NULL && *format != '\0'
		    && !g_ptr_array_find_with_equal_func (names, format, g_str_equal, NULL))
			g_ptr_array_add (names, (gpointer) format);
	}
	if (names->len == 0)
		return g_strdup ("a case");
	g_ptr_array_add (names, NULL);
	return g_strjoinv (", ", (char **) names->pdata);
}

/* ---- groups ---- */

/* Of letters and digits that need no quotes; each once */
static char *
dup_input_name (const char *path, GHashTable *taken)
{
	g_autofree char *base = g_path_get_basename (path);
	g_autoptr (GString) name = g_string_new (NULL);
	char *whole;

	for (const char *at = base; *at != '\0' && *at != '.'; at++)
		if (g_ascii_isalnum (*at))
			g_string_append_c (name, g_ascii_tolower (*at));
		else if (name->len > 0 && name->str[name->len - 1] != '-')
			g_string_append_c (name, '-');
	if (name->len == 0)
		g_string_assign (name, "input");
	whole = g_strdup (name->str);
	for (guint i = 2; g_hash_table_contains (taken, whole); i++) {
		g_free (whole);
		whole = g_strdup_printf ("%s-%u", name->str, i);
	}
	g_hash_table_add (taken, g_strdup (whole));
	return whole;
}

static gboolean
add_inputs (GString *text, const Options *options, FairleadRecords *records, const char *folder,
            GCancellable *cancellable, GError **error)
{
	g_autoptr (GHashTable) taken =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; options->common.inputs[i] != NULL; i++) {
		const char *path = options->common.inputs[i];
		g_autofree char *sha256 = fairlead_file_dup_sha256 (path, NULL, cancellable, error);
		g_autofree char *formats = dup_formats (records, path);
		g_autofree char *name = dup_input_name (path, taken);
		g_autofree char *relative = dup_relative (path, folder);
		g_autofree char *escaped = dup_escaped (relative, FALSE);

		if (sha256 == NULL)
			return FALSE;
		g_string_append_printf (text, "[input %s]\n# %s\nfile=%s\nsha256=%s\n\n", name,
		                        formats, escaped, sha256);
	}
	return TRUE;
}

static void
add_files (GString *text, const char *key, char *const *paths, const char *folder)
{
	g_autoptr (GPtrArray) relative = g_ptr_array_new_with_free_func (g_free);

	for (; *paths != NULL; paths++)
		g_ptr_array_add (relative, dup_relative (*paths, folder));
	g_ptr_array_add (relative, NULL);
	add_list (text, key, (char *const *) relative->pdata);
}

static void
add_target (GString *text, const Options *options, GArray *programmes)
{
	if (options->target != NULL) {
		g_string_append (text, "# Whose facilitators are asked for; ; between several\n");
		add_list (text, "target", options->target);
		return;
	}
	if (programmes->len == 0) {
		g_string_append (text, "# Nobody is listed in these inputs: whose facilitators are"
		                       " asked for?\n#target=imo:NUMBER\n");
		return;
	}
	g_string_append (text, "# Whose facilitators are asked for: an entity expression, or"
	                       " several with ; between them.\n# Listed here under:");
	for (guint i = 0; i < MIN (programmes->len, MOST_PROGRAMMES); i++) {
		const Programme *programme = &g_array_index (programmes, Programme, i);
		g_autofree char *escaped = dup_escaped (programme->name, FALSE);

		g_string_append_printf (text, "%s %s (%u)", i > 0 ? "," : "", escaped,
		                        programme->n);
	}
	g_autofree char *target =
		g_strconcat ("programme:", g_array_index (programmes, Programme, 0).name, NULL);
	char *targets[] = { target, NULL };

	g_string_append (text, programmes->len > MOST_PROGRAMMES ? ", ...\n" : "\n");
	add_list (text, "target", targets);
}

static void
add_common (GString *text, const Options *options, GArray *programmes, const char *folder)
{
	g_string_append (text, "[investigation]\n");
	add_target (text, options, programmes);
	g_string_append (text, "# The network as it was, and was known, on a day\n"
	                       "#as-of=2024-12-31\n"
	                       "# Numbers in place of the shipped ones: fairlead rank"
	                       " --print-parameters\n"
	                       "#parameters=own.parameters\n");
	if (options->common.mappings != NULL)
		add_files (text, "mapping", options->common.mappings, folder);
	if (options->common.decisions != NULL) {
		char *paths[] = { options->common.decisions, NULL };

		add_files (text, "decisions", paths, folder);
	}
	g_string_append (text, "# Of what is drawn at random\nseed=1\n"
	                       "# The folder of the results\noutputs=results\n\n");
}

/* ---- steps ---- */

typedef enum { ALWAYS, WITH_TARGET, WITH_LISTED, WITH_CHARTS } Needs;

static const struct {
	const char *command;
	Needs needs;
	const char *text;
} steps[] = {
	{ "check", ALWAYS,
	  "# What was read, and what is missing or doubtful\n[step check]\ncommand=check\n"
	  "output=check.json\n" },
	{ "rank", WITH_TARGET,
	  "# All that are ranked; the ending of output says the form: .csv, .json, .jsonl, .txt\n"
	  "[step ranking]\ncommand=rank\nlimit=0\noutput=ranking.csv\n" },
	{ "rank", WITH_TARGET,
	  "# The first, with the links that lead from each to the target\n"
	  "[step evidence]\ncommand=rank\nlimit=20\nexplain=true\noutput=evidence.txt\n" },
	{ "chart", WITH_CHARTS, "[step chart]\ncommand=chart\ntop=5\noutput=evidence.svg\n" },
	{ "own", WITH_LISTED,
	  "# Who falls under a 50 per cent rule\n"
	  "[step owned]\ncommand=own\nall-listed=true\noutput=owned.csv\n" },
	{ "disrupt", WITH_TARGET,
	  "# Which designations would cost the target most\n"
	  "[step disruption]\ncommand=disrupt\nbudget=3\noutput=disruption.json\n" },
	{ "report", WITH_TARGET, "[step report]\ncommand=report\noutput=report.html\n" },
	{ "export", ALWAYS, "[step network]\ncommand=export\noutput=network.graphml\n" },
};

static gboolean
is_there (const Options *options, GArray *programmes, Needs needs)
{
	gboolean has_target = options->target != NULL || programmes->len > 0;

	switch (needs) {
	case WITH_TARGET:
		return has_target;
	case WITH_LISTED:
		return programmes->len > 0;
	case WITH_CHARTS:
		return has_target && fairlead_chart_is_built (NULL);
	default:
		return TRUE;
	}
}

static void
add_steps (GString *text, const Options *options, GArray *programmes)
{
	for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
		const Command *command = command_find (steps[i].command);

		if (command != NULL && (command->flags & COMMAND_IS_STEP) != 0
		    && is_there (options, programmes, steps[i].needs))
			g_string_append_printf (text, "%s\n", steps[i].text);
	}
	g_string_append (text,
	                 "# More: any option of a command is a key, `arguments` is what stands"
	                 " before its inputs,\n# `inputs` names some of the inputs.\n"
	                 "#[step owner]\n#command=own\n#arguments=imo:NUMBER\n"
	                 "#output=owner.json\n");
}

/* ---- all of it ---- */

static gboolean
write_text (const Options *options, const GString *text, GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadOutputFile) file = NULL;
	g_autoptr (GOutputStream) stream = NULL;

	if (options->output == NULL) {
		stream = open_standard_output ();
		return g_output_stream_write_all (stream, text->str, text->len, NULL, cancellable,
		                                  error)
		       || reader_has_gone (error);
	}
	file = fairlead_output_file_open (options->output, error);
	return file != NULL
	       && g_output_stream_write_all (fairlead_output_file_get_stream (file), text->str,
	                                     text->len, NULL, cancellable, error)
	       && fairlead_output_file_commit (file, error);
}

static gboolean
check (const Options *options, GError **error)
{
	for (guint i = 0; options->common.inputs[i] != NULL; i++)
		if (strcmp (options->common.inputs[i], "-") == 0)
			return set_usage_error (error, "standard input cannot be read again, so it"
			                               " is no input of an investigation");
	for (guint i = 0; options->target != NULL && options->target[i] != NULL; i++)
		if (!g_utf8_validate (options->target[i], -1, NULL))
			return set_usage_error (error, "--target is not UTF-8");
	if (options->output != NULL && !options->replaces
	    && g_file_test (options->output, G_FILE_TEST_EXISTS))
		return set_usage_error (error, "--output %s is there already (--force replaces it)",
		                        options->output);
	return TRUE;
}

static gboolean
init (const Options *options, FairleadNetwork *network, GCancellable *cancellable, GError **error)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	g_autoptr (GArray) programmes = find_programmes (records);
	g_autofree char *folder =
		options->output != NULL ? g_path_get_dirname (options->output) : g_strdup (".");
	g_autoptr (GString) text = g_string_new (
		"# An investigation: what is read, asked and written. `fairlead run`"
		" does it,\n# `fairlead verify` proves it. Paths are relative to this file.\n\n");

	add_common (text, options, programmes, folder);
	g_string_append (text, "# What is read. Without sha256 any content will do.\n\n");
	if (!add_inputs (text, options, records, folder, cancellable, error))
		return FALSE;
	add_steps (text, options, programmes);
	return write_text (options, text, cancellable, error);
}

ExitCode
command_init (const Command *command, int argc, char **argv, GCancellable *cancellable,
              GError **error)
{
	g_auto (Options) options = { 0 };
	g_auto (Progress) progress = { 0 };
	g_autoptr (FairleadNetwork) network = NULL;
	const GOptionEntry entries[] = {
		{ "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
		  "Where to write (default: standard output)", "FILE" },
		{ "target", 't', 0, G_OPTION_ARG_STRING_ARRAY, &options.target,
		  "Whose facilitators will be asked for (may repeat)", "EXPRESSION" },
		{ "force", 0, 0, G_OPTION_ARG_NONE, &options.replaces,
		  "Replace a file that is there", NULL },
		G_OPTION_ENTRY_NULL,
	};
	Parsed parsed = parse_options (command, entries, description, &options.common, NULL, NULL,
	                               argc, argv, error);

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!check (&options, error))
		return EXIT_FAILED;
	progress_init (&progress, options.common.is_quiet);
	network = load_network (&options.common, FALSE, &progress, cancellable, error);
	progress_clear (&progress);
	if (network == NULL || !init (&options, network, cancellable, error))
		return EXIT_FAILED;
	return judge_issues (&options.common, network);
}
