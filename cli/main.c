/* cli/main.c: finds the command, and says what went wrong */
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/interrupt.h"
#include "output/write/text.h"

static const Command commands[] = {
	{ "import", "CASE INPUT...", "Read files into a case, one file that keeps what they say.",
	  command_import },
	{ "rank", "INPUT...", "Rank the parties that connect a target to the market.",
	  command_rank },
	{ "backtest", "INPUT...", "Judge a ranking of an earlier day by who was listed later.",
	  command_backtest },
	{ "search", "TEXT INPUT...", "Find a party by name, number or address.", command_search },
	{ "show", "ENTITY... INPUT...", "Show all that is known of a party, with its sources.",
	  command_show },
	{ "vessel", "IMO|NAME INPUT...",
	  "Show the life of a ship as a timeline, and the signals of evasion that it shows.",
	  command_vessel },
	{ "explain", "ENTITY INPUT...",
	  "Say why a party ranks where it does, and what would change it.", command_explain },
	{ "path", "FROM TO INPUT...", "Find the best paths of links from one party to another.",
	  command_path },
	{ "common", "ENTITY... INPUT...", "Find what connects several parties.", command_common },
	{ "own", "ENTITY INPUT...",
	  "Find who owns a party, and who falls under the 50 per cent rules.", command_own },
	{ "disrupt", "INPUT...", "Find which few designations cost a target most of its access.",
	  command_disrupt },
	{ "supply", "INPUT...", "Add up deliveries, notified and estimated, against a cap.",
	  command_supply },
	{ "screen", "NAMES.csv INPUT...", "Tell of many who is listed, or owned by the listed.",
	  command_screen },
	{ "gaps", "INPUT...", "Find who is listed by one body and not by another.", command_gaps },
	{ "ais", "FILE...", "Find meetings at sea, silences and false identities in AIS data.",
	  command_ais },
	{ "diff", "OLD NEW", "Compare two editions of a list, field by field.", command_diff },
	{ "resolve", "INPUT...", "Propose which records are of one party; keep decisions.",
	  command_resolve },
	{ "export", "INPUT...",
	  "Write the network, or a part of it, for Gephi, Neo4j, Aleph, spreadsheets.",
	  command_export },
	{ "chart", "INPUT...", "Draw a chart of evidence, with its sources, for print.",
	  command_chart },
	{ "report", "INPUT...",
	  "Write all of a result as one HTML file, to read and hand on without a network.",
	  command_report },
	{ "check-id", "[ID...]",
	  "Tell whether numbers of ships and companies are right, and what they say.",
	  command_check_id },
	{ "check", "INPUT...", "Count what was read, and list what is missing or doubtful.",
	  command_check },
};

static const Command *
find_command (const char *name)
{
	for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
		if (strcmp (commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

/* ---- help ---- */

static void
append_commands (GString *text)
{
	for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
		g_string_append_printf (text, "  %-8s %s\n", commands[i].name, commands[i].summary);
}

static char *
dup_help (void)
{
	GString *text =
		g_string_new ("Usage:\n  fairlead COMMAND [OPTIONS] INPUT...\n\n"
	                      "Finds the parties through which a sanctioned buyer reaches the"
	                      " market.\n\nCommands:\n");

	append_commands (text);
	g_string_append (text, "\n  fairlead COMMAND --help    options and examples of a command\n"
	                       "  fairlead --version         the version\n");
	return g_string_free (text, FALSE);
}

/* ---- a word that is no command ---- */

/* How many letters to change, add or take away to make one word the other */
static guint
edit_distance (const char *a, const char *b)
{
	gsize length = strlen (b);
	g_autofree guint *row = g_new (guint, length + 1);

	for (gsize j = 0; j <= length; j++)
		row[j] = (guint) j;
	for (gsize i = 0; a[i] != '\0'; i++) {
		guint diagonal = row[0]++;

		for (gsize j = 0; j < length; j++) {
			guint change = diagonal + (a[i] != b[j]);

			diagonal = row[j + 1];
			row[j + 1] = MIN (change, MIN (row[j], row[j + 1]) + 1);
		}
	}
	return row[length];
}

static const Command *
nearest_command (const char *name)
{
	const Command *nearest = NULL;
	guint least = 3;

	for (guint i = 0; strlen (name) < 32 && i < G_N_ELEMENTS (commands); i++) {
		guint distance = edit_distance (name, commands[i].name);

		if (distance < least) {
			least = distance;
			nearest = &commands[i];
		}
	}
	return nearest;
}

/* ---- running ---- */

static void
say_error (const char *message)
{
	g_autofree char *visible = fairlead_text_dup_visible (message, !g_get_charset (NULL));

	fprintf (stderr, "fairlead: error: %s\n", visible);
}

static int
refuse_command (const char *name)
{
	const Command *nearest = nearest_command (name);
	g_autofree char *message =
		nearest == NULL
			? g_strdup_printf ("\"%s\" is no command (see fairlead --help)", name)
			: g_strdup_printf ("\"%s\" is no command (did you mean %s?)", name,
	                                   nearest->name);

	say_error (message);
	return EXIT_FAILED;
}

static int
run (const Command *command, int argc, char **argv)
{
	g_autoptr (GCancellable) cancellable = g_cancellable_new ();
	g_autoptr (GError) error = NULL;
	g_autofree char *program = g_strconcat ("fairlead ", command->name, NULL);
	ExitCode code;

	interrupt_watch (cancellable);
	g_set_prgname (program);
	code = command->run (command, argc, argv, cancellable, &error);
	if (code == EXIT_FAILED)
		say_error (g_cancellable_is_cancelled (cancellable) ? "interrupted"
		                                                    : error->message);
	return code;
}

static int
print (const char *text)
{
	if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
		return EXIT_DONE;
	say_error ("standard output cannot be written");
	return EXIT_FAILED;
}

/* `fairlead help COMMAND` is `fairlead COMMAND --help` */
static int
run_help (int argc, char **argv)
{
	g_autofree char *help = dup_help ();
	char *arguments[] = { argv[0], (char *) "--help", NULL };
	const Command *command;

	if (argc < 2)
		return print (help);
	command = find_command (argv[1]);
	return command == NULL ? refuse_command (argv[1]) : run (command, 2, arguments);
}

/* Arrays of millions go back to the system when they are freed, and come on fresh pages. Left to
 * itself the threshold grows to the first that is freed, and what is freed below it stays. */
static void
give_back_large_blocks (void)
{
#ifdef __GLIBC__
	mallopt (M_MMAP_THRESHOLD, 1 << 20);
#endif
}

int
main (int argc, char *argv[])
{
	g_autofree char *help = dup_help ();
	const Command *command;

	/* Only the character set of the terminal; numbers and messages are the same everywhere */
	setlocale (LC_CTYPE, "");
	give_back_large_blocks ();
	if (argc < 2) {
		fputs (help, stderr);
		return EXIT_FAILED;
	}
	if (strcmp (argv[1], "--version") == 0)
		return print ("fairlead " FAIRLEAD_VERSION "\n");
	if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
		return print (help);
	if (strcmp (argv[1], "help") == 0)
		return run_help (argc - 1, argv + 1);
	command = find_command (argv[1]);
	return command == NULL ? refuse_command (argv[1]) : run (command, argc - 1, argv + 1);
}
