/* cli/investigation/file/step-options.c: options of the command, as keys of a step */
#include <string.h>

#include "cli/investigation/file/common-keys.h"
#include "cli/investigation/file/step-reading.h"
#include "ingest/mapping/language/suggest.h"

/* Keys of a step that are no options of its command, or say more than the option does */
static const char *const step_keys[] = { "command", "output", "inputs", "arguments", NULL };
/* Options beside --output that name a file to write */
static const char *const result_options[] = { "chart", "parties", NULL };
/* Options that write elsewhere, ask a person, or that run sees to itself */
static const char *const refused_options[] = {
	"apply", "ask",           "import",           "undo", "color", "no-pager", "quiet",
	"help",  "list-measures", "print-parameters", NULL,
};

/* ---- files ---- */

void
step_depend_on (StepReading *self, const char *key, const char *path)
{
	InvestigationFile *file = investigation_take_file (self->all, self->group, key, path,
	                                                   self->complaints, self->cancellable);

	if (!g_ptr_array_find (self->step->files, file, NULL))
		g_ptr_array_add (self->step->files, file);
}

/* A file that the value names: of an option that takes one, or of an expression @FILE */
static void
depend_on_value (StepReading *self, const OptionInfo *option, const char *value)
{
	if (*value == '@')
		step_depend_on (self, option->name, value + 1);
	else if (g_strcmp0 (option->value_name, "FILE") == 0
	         && strcmp (option->name, "drop-source") != 0)
		step_depend_on (self, option->name, value);
}

/* ---- options ---- */

static gboolean
is_number (const char *text, gboolean is_whole)
{
	char *end;

	if (*text == '\0')
		return FALSE;
	if (is_whole)
		return g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, NULL, NULL);
	g_ascii_strtod (text, &end);
	return *end == '\0';
}

static void
add_value (StepReading *self, const OptionInfo *option, const char *value)
{
	if (option->type == OPTION_WHOLE_NUMBER || option->type == OPTION_NUMBER) {
		if (!is_number (value, option->type == OPTION_WHOLE_NUMBER)) {
			step_complain (self, option->name, "%s=%s is no %snumber", option->name,
			               value, option->type == OPTION_WHOLE_NUMBER ? "whole " : "");
			return;
		}
	}
	if (g_strv_contains (result_options, option->name)) {
		if (!investigation_is_inner_path (value))
			step_complain (self, option->name,
			               "%s=%s is no path below the folder of outputs", option->name,
			               value);
		g_ptr_array_add (self->results, g_strdup_printf ("%s=%s", option->name, value));
		return;
	}
	depend_on_value (self, option, value);
	g_ptr_array_add (self->words, g_strdup_printf ("--%s=%s", option->name, value));
}

static void
add_flag (StepReading *self, const char *group, const OptionInfo *option)
{
	g_autoptr (GError) error = NULL;
	gboolean is_set = g_key_file_get_boolean (self->all->keys, group, option->name, &error);

	if (error != NULL)
		step_complain (self, option->name, "%s is neither true nor false", option->name);
	else if (is_set)
		g_ptr_array_add (self->words, g_strdup_printf ("--%s", option->name));
}

static void
add_option (StepReading *self, const char *group, const OptionInfo *option)
{
	g_autofree char *value = NULL;
	g_auto (GStrv) values = NULL;
	g_autoptr (GError) error = NULL;

	if (!option->takes_value) {
		add_flag (self, group, option);
		return;
	}
	value = g_key_file_get_string (self->all->keys, group, option->name, &error);
	if (error == NULL && option->repeats)
		values = g_key_file_get_string_list (self->all->keys, group, option->name, NULL,
		                                     &error);
	if (error != NULL) {
		step_complain (self, option->name, "%s: %s", option->name, error->message);
		return;
	}
	/* Nothing: not even what the others get */
	if (*value == '\0')
		return;
	if (values == NULL)
		add_value (self, option, value);
	for (guint i = 0; values != NULL && values[i] != NULL; i++)
		add_value (self, option, values[i]);
}

static void
refuse_key (StepReading *self, const char *key)
{
	g_auto (FairleadSuggestion) suggestion = FAIRLEAD_SUGGESTION (key);
	g_autofree char *words = NULL;

	for (guint i = 0; step_keys[i] != NULL; i++)
		fairlead_suggestion_offer (&suggestion, step_keys[i]);
	for (guint i = 0; i < self->options->len; i++)
		fairlead_suggestion_offer (
			&suggestion,
			((const OptionInfo *) g_ptr_array_index (self->options, i))->name);
	words = fairlead_suggestion_dup_text (&suggestion);
	step_complain (self, key, "%s is no option of %s%s", key, self->step->command->name, words);
}

void
step_read_own_options (StepReading *self)
{
	g_auto (GStrv) keys = g_key_file_get_keys (self->all->keys, self->group, NULL, NULL);

	for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
		const OptionInfo *option = option_find (self->options, keys[i]);

		if (g_strv_contains (step_keys, keys[i]))
			continue;
		if (g_strv_contains (refused_options, keys[i]))
			step_complain (self, keys[i], "%s has no place in an investigation",
			               keys[i]);
		else if (option == NULL)
			refuse_key (self, keys[i]);
		else
			add_option (self, self->group, option);
	}
}

/* What stands in [investigation], and not in the step */
void
step_read_common_options (StepReading *self)
{
	if ((self->step->command->flags & COMMAND_LOADS_SELF) != 0)
		return;
	for (guint i = 0; common_option_keys[i] != NULL; i++) {
		const char *key = common_option_keys[i];
		const OptionInfo *option = option_find (self->options, key);

		if (option != NULL
		    && g_key_file_has_key (self->all->keys, INVESTIGATION_GROUP, key, NULL)
		    && !g_key_file_has_key (self->all->keys, self->group, key, NULL)) {
			const char *group = self->group;

			self->group = INVESTIGATION_GROUP;
			add_option (self, INVESTIGATION_GROUP, option);
			self->group = group;
		}
	}
}
