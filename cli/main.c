/* cli/main.c: finds the command, and says what went wrong */
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/help/topics.h"
#include "cli/interrupt.h"
#include "cli/shell/standard-input.h"
#include "output/write/text.h"

static const Command commands[] = {
	{ "import", "CASE INPUT...", "Read files into a case, one file that keeps what they say.",
	  command_import, NULL, COMMAND_LOADS_SELF | COMMAND_WRITES_CASE, NULL },
	{ "rank", "INPUT...", "Rank the parties that connect a target to the market.", command_rank,
	  "results", COMMAND_IS_STEP, NULL },
	{ "backtest", "INPUT...", "Judge a ranking of an earlier day by who was listed later.",
	  command_backtest, "measures", COMMAND_IS_STEP, NULL },
	{ "search", "TEXT INPUT...", "Find a party by name, number or address.", command_search,
	  "results", COMMAND_IS_STEP, NULL },
	{ "show", "ENTITY... INPUT...", "Show all that is known of a party, with its sources.",
	  command_show, "entities", COMMAND_IS_STEP, NULL },
	{ "vessel", "IMO|NAME INPUT...",
	  "Show the life of a ship as a timeline, and the signals of evasion that it shows.",
	  command_vessel, "ships;results", COMMAND_IS_STEP, NULL },
	{ "explain", "ENTITY INPUT...",
	  "Say why a party ranks where it does, and what would change it.", command_explain, NULL,
	  COMMAND_IS_STEP, NULL },
	{ "path", "FROM TO INPUT...", "Find the best paths of links from one party to another.",
	  command_path, "paths", COMMAND_IS_STEP, NULL },
	{ "common", "ENTITY... INPUT...", "Find what connects several parties.", command_common,
	  "trees", COMMAND_IS_STEP, NULL },
	{ "own", "ENTITY INPUT...",
	  "Find who owns a party, and who falls under the 50 per cent rules.", command_own,
	  "verdicts;owners;holdings;ships", COMMAND_IS_STEP, NULL },
	{ "disrupt", "INPUT...", "Find which few designations cost a target most of its access.",
	  command_disrupt, "parties;links;answers;outreach", COMMAND_IS_STEP, NULL },
	{ "supply", "INPUT...", "Add up deliveries, notified and estimated, against a cap.",
	  command_supply, "deliveries;dropped", COMMAND_IS_STEP, NULL },
	{ "screen", "NAMES.csv INPUT...", "Tell of many who is listed, or owned by the listed.",
	  command_screen, "results", COMMAND_IS_STEP, NULL },
	{ "gaps", "INPUT...", "Find who is listed by one body and not by another.", command_gaps,
	  "gaps;owned_or_run", COMMAND_IS_STEP, NULL },
	{ "ais", "FILE...", "Find meetings at sea, silences and false identities in AIS data.",
	  command_ais, "events;issues", COMMAND_IS_STEP | COMMAND_LOADS_SELF | COMMAND_TAKES_LINES,
	  NULL },
	{ "diff", "OLD NEW", "Compare two editions of a list, field by field.", command_diff,
	  "differences", COMMAND_IS_STEP, NULL },
	{ "resolve", "INPUT...", "Propose which records are of one party; keep decisions.",
	  command_resolve, "proposals;decisions", COMMAND_IS_STEP | COMMAND_WRITES_CASE, NULL },
	{ "export", "INPUT...",
	  "Write the network, or a part of it, for Gephi, Neo4j, Aleph, spreadsheets.",
	  command_export, NULL, COMMAND_IS_STEP, NULL },
	{ "chart", "INPUT...", "Draw a chart of evidence, with its sources, for print.",
	  command_chart, NULL, COMMAND_IS_STEP, NULL },
	{ "report", "INPUT...",
	  "Write all of a result as one HTML file, to read and hand on without a network.",
	  command_report, NULL, COMMAND_IS_STEP, NULL },
	{ "check-id", "[ID...]",
	  "Tell whether numbers of ships and companies are right, and what they say.",
	  command_check_id, "results", COMMAND_LOADS_SELF | COMMAND_TAKES_LINES, NULL },
	{ "check", "INPUT...", "Count what was read, and list what is missing or doubtful.",
	  command_check, "inputs;issues", COMMAND_IS_STEP, NULL },
	{ "init", "INPUT...", "Write an investigation file for these inputs, to run.", command_init,
	  NULL, COMMAND_LOADS_SELF, NULL },
	{ "run", "FILE.investigation", "Do what an investigation file asks for, and prove it.",
	  command_run, NULL, COMMAND_LOADS_SELF, NULL },
	{ "verify", "MANIFEST", "Prove that the files of a run are what they were.", command_verify,
	  "files", COMMAND_LOADS_SELF, NULL },
	{ "complete", "WORD...", "Complete a command line, for shells.", command_complete, NULL,
	  COMMAND_LOADS_SELF | COMMAND_IS_HIDDEN | COMMAND_TAKES_LINES, NULL },
};

const Command *
command_get_all (guint *n)
{
	*n = G_N_ELEMENTS (commands);
	return commands;
}

const Command *
command_find (const char *name)
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
		if ((commands[i].flags & COMMAND_IS_HIDDEN) == 0)
			g_string_append_printf (text, "  %-8s %s\n", commands[i].name,
			                        commands[i].summary);
}

static void
append_topics (GString *text)
{
	for (guint i = 0; i < topics_count (); i++)
		g_string_append_printf (text, "  %-15s %s\n", topic_get_name (i),
		                        topic_get_summary (i));
}

static char *
dup_help (void)
{
	GString *text =
		g_string_new ("Usage:\n  fairlead COMMAND [OPTIONS] INPUT...\n\n"
	                      "Finds the parties through which a sanctioned buyer reaches the"
	                      " market.\n\nCommands:\n");

	append_commands (text);
	g_string_append (text, "\nConcepts (fairlead help TOPIC):\n");
	append_topics (text);
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
	g_auto (StandardInput) input = { NULL };
	ExitCode code = EXIT_FAILED;

	interrupt_watch (cancellable);
	g_set_prgname (program);
	if (standard_input_take (&input, command, argc, argv, &error))
		code = command->run (command, argc, input.words, cancellable, &error);
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

/* `fairlead help COMMAND` is `fairlead COMMAND --help`; what is no command may be a topic */
static int
run_help (int argc, char **argv)
{
	g_autofree char *help = dup_help ();
	char *arguments[] = { argv[0], (char *) "--help", NULL };
	const Command *command;
	g_autofree char *topic = NULL;

	if (argc < 2 || strcmp (argv[1], "--help") == 0)
		return print (help);
	command = command_find (argv[1]);
	if (command != NULL)
		return run (command, 2, arguments);
	topic = topic_dup_text (argv[1]);
	return topic != NULL ? print (topic) : refuse_command (argv[1]);
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
	command = command_find (argv[1]);
	return command == NULL ? refuse_command (argv[1]) : run (command, argc - 1, argv + 1);
}
