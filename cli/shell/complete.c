/* cli/shell/complete.c: fairlead complete, which the completion of each shell asks
 *
 * What it knows of options comes from the commands themselves, so that it cannot go stale. Each
 * line of its output is a word, a tab and what it means; `:files` stands for the names of files. */
#include <stdio.h>
#include <string.h>

#include "cli/options/common.h"
#include "cli/help/topics.h"
#include "cli/shell/values.h"
#include "ingest/case/case-search.h"
#include "output/write/text.h"

/* Names that are looked at for those that begin as the word does */
#define MOST_NAMES 200
#define FILES ":files"

typedef struct {
	GString *out;
	char **words; /* the last is the one to complete */
	guint n;
} Completion;

static void
offer (Completion *self, const char *before, const char *word, const char *meaning)
{
	const char *current = self->words[self->n - 1];
	g_autofree char *whole = g_strconcat (before, word, NULL);
	g_autofree char *visible = NULL;

	if (!g_str_has_prefix (whole, current))
		return;
	visible = fairlead_text_dup_visible (meaning, FALSE);
	g_string_append_printf (self->out, "%s\t%s\n", whole, visible);
}

static void
offer_files (Completion *self)
{
	g_string_append (self->out, FILES "\n");
}

/* ---- entities ---- */

/* The only case in the folder */
static char *
dup_only_case (void)
{
	g_autoptr (GDir) folder = g_dir_open (".", 0, NULL);
	g_autofree char *only = NULL;
	const char *name;

	while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
		if (!g_str_has_suffix (name, ".fairlead"))
			continue;
		if (only != NULL)
			return NULL;
		only = g_strdup (name);
	}
	return g_steal_pointer (&only);
}

/* On the command line; else FAIRLEAD_CASE; else the only one here */
static char *
dup_case (const Completion *self)
{
	for (guint i = 1; i + 1 < self->n; i++)
		if (fairlead_case_is_case (self->words[i]))
			return g_strdup (self->words[i]);
	if (g_getenv ("FAIRLEAD_CASE") != NULL)
		return g_strdup (g_getenv ("FAIRLEAD_CASE"));
	return dup_only_case ();
}

static gboolean
begins_with (const char *text, const char *beginning)
{
	g_autofree char *folded = g_utf8_casefold (text, -1);
	g_autofree char *wanted = g_utf8_casefold (beginning, -1);

	return g_str_has_prefix (folded, wanted);
}

/* A word with a line end in it would be two */
static gboolean
is_plain (const char *name)
{
	return strpbrk (name, "\t\r\n") == NULL;
}

static gint
compare_names (gconstpointer a, gconstpointer b)
{
	const FairleadCandidate *one = *(const FairleadCandidate *const *) a;
	const FairleadCandidate *other = *(const FairleadCandidate *const *) b;
	int names = strcmp (one->text, other->text);

	return names != 0 ? names : strcmp (one->key, other->key);
}

/* The names in the case that begin so; @scheme stands before each */
static void
offer_names (Completion *self, const char *scheme, const char *beginning)
{
	g_autofree char *path = dup_case (self);
	g_autoptr (FairleadCase) opened = path != NULL && fairlead_case_is_case (path)
	                                          ? fairlead_case_open (path, NULL)
	                                          : NULL;
	g_autoptr (GPtrArray) found = NULL;
	const char *last = NULL;

	if (opened == NULL || !g_utf8_validate (beginning, -1, NULL))
		return;
	found = fairlead_case_search_names (opened, beginning, MOST_NAMES, NULL);
	if (found == NULL)
		return;
	g_ptr_array_sort (found, compare_names);
	for (guint i = 0; i < found->len; i++) {
		const FairleadCandidate *one = g_ptr_array_index (found, i);

		if (!begins_with (one->text, beginning) || !is_plain (one->text)
		    || g_strcmp0 (last, one->text) == 0)
			continue;
		g_string_append_printf (self->out, "%s%s\t%s\n", scheme, one->text, one->key);
		last = one->text;
	}
}

static void
offer_expressions (Completion *self)
{
	static const struct {
		const char *scheme;
		const char *meaning;
	} schemes[] = {
		{ "imo:", "a ship by its IMO number" },
		{ "imo-company:", "a company by its IMO number" },
		{ "lei:", "a legal entity by its LEI" },
		{ "name:", "by name" },
		{ "id:", "by the id of a source" },
		{ "programme:", "all listed under a programme" },
		{ "list:", "all on a list" },
	};
	const char *current = self->words[self->n - 1];

	if (g_str_has_prefix (current, "name:")) {
		offer_names (self, "name:", current + strlen ("name:"));
		return;
	}
	for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
		offer (self, "", schemes[i].scheme, schemes[i].meaning);
}

/* ---- options ---- */

static const OptionInfo *
find_option (GPtrArray *options, const char *word)
{
	if (g_str_has_prefix (word, "--"))
		return option_find (options, word + 2);
	for (guint i = 0; word[0] == '-' && word[1] != '\0' && word[2] == '\0' && i < options->len;
	     i++) {
		const OptionInfo *option = g_ptr_array_index (options, i);

		if (option->letter == word[1])
			return option;
	}
	return NULL;
}

/* @before: what stands before the value in its word, as `--format=` */
static void
complete_value (Completion *self, const Command *command, const OptionInfo *option,
                const char *before)
{
	g_auto (GStrv) values = values_dup (command, option);

	for (guint i = 0; values != NULL && values[i] != NULL; i++)
		offer (self, before, values[i], "");
	if (values != NULL)
		return;
	if (g_strcmp0 (option->value_name, "EXPRESSION") == 0 && *before == '\0')
		offer_expressions (self);
	else if (g_strcmp0 (option->value_name, "FILE") == 0)
		offer_files (self);
}

static void
complete_option (Completion *self, const Command *command, GPtrArray *options)
{
	const char *current = self->words[self->n - 1];
	const char *equals = strchr (current, '=');
	g_autofree char *name =
		equals == NULL ? NULL : g_strndup (current, (gsize) (equals - current));
	g_autofree char *before = name == NULL ? NULL : g_strconcat (name, "=", NULL);
	const OptionInfo *option = name == NULL ? NULL : find_option (options, name);

	if (option != NULL && option->takes_value)
		complete_value (self, command, option, before);
	for (guint i = 0; equals == NULL && i < options->len; i++) {
		const OptionInfo *each = g_ptr_array_index (options, i);

		offer (self, "--", each->name, each->description);
	}
}

/* ---- arguments ---- */

static gboolean
takes_entities (const Command *command)
{
	static const char *const beginnings[] = { "ENTITY", "FROM", "IMO" };

	for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
		if (g_str_has_prefix (command->arguments, beginnings[i]))
			return TRUE;
	return FALSE;
}

static void
complete_argument (Completion *self, const Command *command)
{
	if (takes_entities (command))
		offer_expressions (self);
	if (g_str_has_prefix (self->words[self->n - 1], "name:"))
		return;
	if (g_str_has_prefix (command->arguments, "TEXT") && self->n == 2)
		offer_names (self, "", self->words[1]);
	if (strcmp (command->name, "check-id") != 0)
		offer_files (self);
}

static void
complete_of_command (Completion *self, const Command *command)
{
	g_autoptr (GPtrArray) options = command_new_options (command);
	const char *previous = self->n > 2 ? self->words[self->n - 2] : "";
	const OptionInfo *option = find_option (options, previous);

	if (option != NULL && option->takes_value)
		complete_value (self, command, option, "");
	else if (*self->words[self->n - 1] == '-')
		complete_option (self, command, options);
	else
		complete_argument (self, command);
}

/* ---- commands ---- */

static void
offer_commands (Completion *self)
{
	guint n;
	const Command *commands = command_get_all (&n);

	for (guint i = 0; i < n; i++)
		if ((commands[i].flags & COMMAND_IS_HIDDEN) == 0)
			offer (self, "", commands[i].name, commands[i].summary);
}

static void
complete_first (Completion *self)
{
	offer_commands (self);
	offer (self, "", "help", "Help on a command or a concept.");
	offer (self, "", "--help", "All commands.");
	offer (self, "", "--version", "The version.");
}

static void
complete_help (Completion *self)
{
	guint n = topics_count ();

	offer_commands (self);
	for (guint i = 0; i < n; i++)
		offer (self, "", topic_get_name (i), topic_get_summary (i));
}

static void
complete (Completion *self)
{
	const Command *command = command_find (self->words[0]);

	if (self->n == 1)
		complete_first (self);
	else if (strcmp (self->words[0], "help") == 0 && self->n == 2)
		complete_help (self);
	else if (command != NULL)
		complete_of_command (self, command);
}

ExitCode
command_complete (const Command *command, int argc, char **argv, GCancellable *cancellable,
                  GError **error)
{
	g_autoptr (GOutputStream) stream = open_standard_output ();
	g_autoptr (GString) out = g_string_new (NULL);
	Completion completion = { out, argv + 1, (guint) argc - 1 };

	(void) command;
	if (argc > 1)
		complete (&completion);
	return g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error)
	                       || reader_has_gone (error)
	               ? EXIT_DONE
	               : EXIT_FAILED;
}
