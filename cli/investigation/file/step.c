/* cli/investigation/file/step.c: one [step NAME]: which command, on what, into what */
#include <string.h>

#include "cli/investigation/file/step-reading.h"

/* What the ending of a result says, where it goes through standard output */
static const struct {
	const char *ending;
	const char *format;
} endings[] = {
	{ ".csv", "csv" },   { ".json", "json" }, { ".jsonl", "jsonl" },
	{ ".txt", "table" }, { ".svg", "svg" },
};

gboolean
investigation_is_inner_path (const char *path)
{
	g_auto (GStrv) parts = g_strsplit (path, "/", -1);

	for (guint i = 0; parts[i] != NULL; i++)
		if (*parts[i] == '\0' || *parts[i] == '.')
			return FALSE;
	return parts[0] != NULL;
}

/* ---- results ---- */

static void
choose_format (StepReading *self)
{
	const char *output = self->step->output;

	if (g_key_file_has_key (self->all->keys, self->group, "format", NULL)
	    || option_find (self->options, "format") == NULL)
		return;
	for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
		if (g_str_has_suffix (output, endings[i].ending)) {
			g_ptr_array_add (self->words,
			                 g_strdup_printf ("--format=%s", endings[i].format));
			return;
		}
	step_complain (
		self, "output",
		"output %s has no known ending (.csv, .json, .jsonl, .txt, .svg); format= says"
		" it as well",
		output);
}

static gboolean
is_result (const InvestigationStep *step, const char *path)
{
	if (g_strcmp0 (step->output, path) == 0)
		return TRUE;
	for (guint i = 0; step->results != NULL && step->results[i] != NULL; i++)
		if (strcmp (strchr (step->results[i], '=') + 1, path) == 0)
			return TRUE;
	return FALSE;
}

static void
check_is_new (StepReading *self, const char *key, const char *path)
{
	for (guint i = 0; i < self->all->steps->len; i++) {
		const InvestigationStep *other = g_ptr_array_index (self->all->steps, i);

		if (is_result (other, path))
			step_complain (self, key, "%s is what step %s writes already", path,
			               other->name);
	}
}

static void
read_output (StepReading *self)
{
	InvestigationStep *step = self->step;

	step->has_output_option = option_find (self->options, "output") != NULL;
	step->output = g_key_file_get_string (self->all->keys, self->group, "output", NULL);
	if (step->output == NULL || *step->output == '\0') {
		step_complain (self, "output", "[%s] has no output", self->group);
		return;
	}
	if (!investigation_is_inner_path (step->output))
		step_complain (self, "output", "output %s is no path below the folder of outputs",
		               step->output);
	check_is_new (self, "output", step->output);
	if (!step->has_output_option)
		choose_format (self);
}

/* ---- what it is about ---- */

static void
add_argument (StepReading *self, const char *argument)
{
	g_ptr_array_add (self->words, g_strdup (argument));
	if (*argument == '@')
		step_depend_on (self, "arguments", argument + 1);
	else if (g_file_test (argument, G_FILE_TEST_EXISTS))
		step_depend_on (self, "arguments", argument);
}

static void
read_arguments (StepReading *self)
{
	g_autoptr (GError) error = NULL;
	g_auto (GStrv) arguments = g_key_file_get_string_list (self->all->keys, self->group,
	                                                       "arguments", NULL, &error);

	if (error != NULL
	    && !g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_KEY_NOT_FOUND))
		step_complain (self, "arguments", "arguments: %s", error->message);
	for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
		add_argument (self, arguments[i]);
}

static InvestigationFile *
find_input (Investigation *all, const char *name)
{
	for (guint i = 0; i < all->n_inputs; i++) {
		InvestigationFile *file = g_ptr_array_index (all->files, i);

		if (strcmp (file->name, name) == 0)
			return file;
	}
	return NULL;
}

static void
add_input (StepReading *self, InvestigationFile *file)
{
	if (!g_ptr_array_find (self->step->files, file, NULL))
		g_ptr_array_add (self->step->files, file);
	g_ptr_array_add (self->words, g_strdup (file->file));
}

/* All of them, unless the step names some */
static void
read_inputs (StepReading *self)
{
	g_auto (GStrv) names =
		g_key_file_get_string_list (self->all->keys, self->group, "inputs", NULL, NULL);

	for (guint i = 0; names == NULL && i < self->all->n_inputs; i++)
		add_input (self, g_ptr_array_index (self->all->files, i));
	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		InvestigationFile *file = find_input (self->all, names[i]);

		if (file == NULL)
			step_complain (self, "inputs", "there is no [input %s]", names[i]);
		else
			add_input (self, file);
	}
}

/* ---- the command's own opinion ---- */

/* The key that a message is about: of the first option that it names, the longest, for --as-of is
 * no --as */
static const char *
find_key (StepReading *self, const char *message)
{
	const char *found = NULL, *first = NULL;

	for (guint i = 0; i < self->options->len; i++) {
		const OptionInfo *option = g_ptr_array_index (self->options, i);
		g_autofree char *words = g_strconcat ("--", option->name, NULL);
		const char *at = strstr (message, words);

		if (at == NULL || (first != NULL && at > first)
		    || (first == at && strlen (option->name) < strlen (found)))
			continue;
		first = at;
		found = option->name;
	}
	return found;
}

static void
ask_command (StepReading *self)
{
	g_auto (GStrv) words = investigation_dup_words (self->step, self->all->outputs);
	g_autoptr (GError) error = NULL;
	const char *key;

	if (command_try (self->step->command, words, self->cancellable, &error))
		return;
	key = find_key (self, error->message);
	if (key != NULL && !g_key_file_has_key (self->all->keys, self->group, key, NULL)
	    && g_key_file_has_key (self->all->keys, INVESTIGATION_GROUP, key, NULL))
		self->group = INVESTIGATION_GROUP;
	step_complain (self, key, "step %s: %s", self->step->name, error->message);
}

/* ---- all of it ---- */

static void
add_names (GString *text, CommandFlags flag)
{
	guint n;
	const Command *commands = command_get_all (&n);

	for (guint i = 0; i < n; i++)
		if ((commands[i].flags & flag) != 0)
			g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
			                        commands[i].name);
}

static const Command *
read_command (StepReading *self)
{
	g_autofree char *name =
		g_key_file_get_string (self->all->keys, self->group, "command", NULL);
	const Command *command = name == NULL ? NULL : command_find (name);
	g_autoptr (GString) known = g_string_new (NULL);

	if (command != NULL && (command->flags & COMMAND_IS_STEP) != 0)
		return command;
	add_names (known, COMMAND_IS_STEP);
	if (name == NULL)
		step_complain (self, "command", "[%s] has no command (%s)", self->group,
		               known->str);
	else
		step_complain (self, "command", "command %s is no step (%s)", name, known->str);
	return NULL;
}

static void
read_words (StepReading *self)
{
	InvestigationStep *step = self->step;

	g_ptr_array_add (self->words, g_strdup (step->command->name));
	read_output (self);
	step_read_common_options (self);
	step_read_own_options (self);
	step->n_options = self->words->len;
	read_arguments (self);
	read_inputs (self);
	g_ptr_array_add (self->words, NULL);
	g_ptr_array_add (self->results, NULL);
	step->words = (char **) g_ptr_array_free (g_steal_pointer (&self->words), FALSE);
	step->results = (GStrv) g_ptr_array_free (g_steal_pointer (&self->results), FALSE);
	for (guint i = 0; step->results[i] != NULL; i++) {
		g_autofree char *key =
			g_strndup (step->results[i], strcspn (step->results[i], "="));

		check_is_new (self, key, step->results[i] + strlen (key) + 1);
	}
}

void
investigation_read_step (Investigation *all, const char *group, Complaints *complaints,
                         GCancellable *cancellable)
{
	guint n_before = complaints_count (complaints);
	InvestigationStep *step = g_new0 (InvestigationStep, 1);
	StepReading reading = {
		.all = all,
		.step = step,
		.group = group,
		.words = g_ptr_array_new (),
		.results = g_ptr_array_new (),
		.complaints = complaints,
		.cancellable = cancellable,
	};

	step->name = g_strdup (group + strlen (STEP_PREFIX));
	step->line = key_lines_find (all->lines, group, NULL);
	step->files = g_ptr_array_new ();
	step->command = read_command (&reading);
	if (step->command != NULL) {
		reading.options = command_new_options (step->command);
		read_words (&reading);
		if (complaints_count (complaints) == n_before)
			ask_command (&reading);
		g_ptr_array_unref (reading.options);
	}
	g_clear_pointer (&reading.words, g_ptr_array_unref);
	g_clear_pointer (&reading.results, g_ptr_array_unref);
	g_ptr_array_add (all->steps, step);
}

/* ---- the command line ---- */

static void
add_result (GPtrArray *words, const char *option, const char *folder, const char *path)
{
	g_autofree char *whole = g_build_filename (folder, path, NULL);
	/* As somebody would write it who stands in the folder */
	const char *plain = g_str_has_prefix (whole, "./") ? whole + 2 : whole;

	g_ptr_array_add (words, g_strdup_printf ("--%s=%s", option, plain));
}

GStrv
investigation_dup_words (const InvestigationStep *step, const char *folder)
{
	GPtrArray *words = g_ptr_array_new ();
	gboolean has_dash = FALSE;

	for (guint i = 0; i < step->n_options; i++)
		g_ptr_array_add (words, g_strdup (step->words[i]));
	if (step->has_output_option)
		add_result (words, "output", folder, step->output);
	for (guint i = 0; step->results[i] != NULL; i++) {
		g_auto (GStrv) pair = g_strsplit (step->results[i], "=", 2);

		add_result (words, pair[0], folder, pair[1]);
	}
	for (guint i = step->n_options; step->words[i] != NULL; i++)
		has_dash = has_dash || *step->words[i] == '-';
	if (has_dash)
		g_ptr_array_add (words, g_strdup ("--"));
	for (guint i = step->n_options; step->words[i] != NULL; i++)
		g_ptr_array_add (words, g_strdup (step->words[i]));
	g_ptr_array_add (words, NULL);
	return (GStrv) g_ptr_array_free (words, FALSE);
}
