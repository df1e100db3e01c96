/* cli/main.c: finds the command, and says what went wrong */
#include <locale.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/help/topics.h"
#include "cli/terminal/interrupt.h"
#include "cli/shell/standard-input.h"
#include "output/write/text.h"

/* ---- help ---- */

static void
append_commands (GString *text)
{
	guint n;
	const Command *commands = command_get_all (&n);

	for (guint i = 0; i < n; i++)
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
	guint n, least = 3;
	const Command *commands = command_get_all (&n);
	const Command *nearest = NULL;

	for (guint i = 0; strlen (name) < 32 && i < n; i++) {
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
	g_auto (StandardInput) input = { 0 };
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
