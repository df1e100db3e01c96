/* cli/command/check-id.c: fairlead check-id */
#include <gio/gunixinputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/options/common.h"
#include "ingest/record/error.h"
#include "output/identifier/identifier-output.h"

/* Beyond any number that somebody could mean */
#define MOST_BYTES 1024

static const char description[] =
	"ID is an IMO number of a ship or company, an MMSI, a LEI or a call sign, with or without\n"
	"its scheme in front: imo:, imo-company:, mmsi:, lei:, call-sign:. Without any ID, or for\n"
	"'-', they are read from standard input, one a line; empty lines and those that begin\n"
	"with # are passed over.\n"
	"\n"
	"A number that is not valid is shown with all valid ones that are one slip away. These\n"
	"are guesses; none of them is put in place of what was given.\n"
	"\n"
	"Examples:\n"
	"  fairlead check-id 9074729 445123000 lei:HWUPKR0MPOU8FGXBT394\n"
	"  fairlead check-id --format csv < numbers.txt\n"
	"  fairlead check-id --strict 'IMO 9074728'    # exits with 1";

typedef struct {
	CommonOptions common;
	OutputOptions output;
} Options;

static void
options_clear (Options *self)
{
	common_options_clear (&self->common);
	output_options_clear (&self->output);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
add_text (GPtrArray *texts, const char *path, guint line, const char *text, GError **error)
{
	g_autofree char *stripped = g_strstrip (g_strdup (text));

	if (strlen (stripped) > MOST_BYTES)
		return fairlead_set_error_at (error, path, line, FAIRLEAD_ERROR_INVALID_VALUE,
		                              "this is longer than any number (%d bytes)",
		                              MOST_BYTES);
	if (!g_utf8_validate (stripped, -1, NULL))
		return fairlead_set_error_at (error, path, line, FAIRLEAD_ERROR_INVALID_VALUE,
		                              "this is not UTF-8");
	g_ptr_array_add (texts, g_steal_pointer (&stripped));
	return TRUE;
}

static gboolean
read_lines (GPtrArray *texts, GCancellable *cancellable, GError **error)
{
	g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
	g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
	g_autoptr (GError) problem = NULL;

	for (guint number = 1;; number++) {
		g_autofree char *line =
			g_data_input_stream_read_line (lines, NULL, cancellable, &problem);

		if (problem != NULL) {
			g_propagate_prefixed_error (error, g_steal_pointer (&problem),
			                            "standard input: ");
			return FALSE;
		}
		if (line == NULL)
			return TRUE;
		g_strstrip (line);
		if (*line != '\0' && *line != '#'
		    && !add_text (texts, "standard input", number, line, error))
			return FALSE;
	}
}

static gboolean
gather (char *const *ids, GPtrArray *texts, GCancellable *cancellable, GError **error)
{
	if (ids == NULL)
		return read_lines (texts, cancellable, error);
	for (; *ids != NULL; ids++) {
		gboolean is_read = strcmp (*ids, "-") == 0 ? read_lines (texts, cancellable, error)
		                                           : add_text (texts, "ID", 0, *ids, error);

		if (!is_read)
			return FALSE;
	}
	return TRUE;
}

static ExitCode
judge (const Options *options, guint n_bad)
{
	gint most = options->common.is_strict ? 0 : options->common.max_issues;

	if (most == NO_BOUND || n_bad <= (guint) most)
		return EXIT_DONE;
	if (!options->common.is_quiet)
		fprintf (stderr, "fairlead: %u not valid\n", n_bad);
	return EXIT_ISSUES;
}

ExitCode
command_check_id (const Command *command, int argc, char **argv, GCancellable *cancellable,
                  GError **error)
{
	g_auto (Options) options = { .common = { .reads_no_files = TRUE } };
	g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GOutputStream) stream = NULL;
	FairleadIdentifierView view;
	const GOptionEntry own[] = { G_OPTION_ENTRY_NULL };
	Parsed parsed = parse_options (command, own, description, &options.common, NULL,
	                               &options.output, argc, argv, error);
	guint n_bad = 0;

	if (parsed != PARSED_RUN)
		return parsed == PARSED_HELP ? EXIT_DONE : EXIT_FAILED;
	if (!gather (options.common.inputs, texts, cancellable, error))
		return EXIT_FAILED;
	view = (FairleadIdentifierView){ options.output.format, options.output.layout };
	stream = open_page (&options.output);
	if (!fairlead_identifiers_write (texts, &view, stream, &n_bad, cancellable, error)
	    && !reader_has_gone (error))
		return EXIT_FAILED;
	return judge (&options, n_bad);
}
