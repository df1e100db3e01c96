/* cli/options/command-use.c */
#include "cli/options/command-use.h"

#include <string.h>

static G_DEFINE_QUARK (fairlead - command - checked, checked)

	void command_use_clear (CommandUse *self)
{
	g_clear_pointer (&self->options, g_ptr_array_unref);
	g_clear_object (&self->network);
	g_clear_pointer (&self->network_key, g_free);
}

/* ---- options ---- */

static void
option_free (gpointer data)
{
	OptionInfo *self = data;

	g_free (self->name);
	g_free (self->value_name);
	g_free (self->description);
	g_free (self);
}

static OptionType
type_of (GOptionArg arg)
{
	static const struct {
		GOptionArg arg;
		OptionType type;
	} types[] = {
		{ G_OPTION_ARG_NONE, OPTION_FLAG },
		{ G_OPTION_ARG_INT, OPTION_WHOLE_NUMBER },
		{ G_OPTION_ARG_INT64, OPTION_WHOLE_NUMBER },
		{ G_OPTION_ARG_DOUBLE, OPTION_NUMBER },
	};

	for (guint i = 0; i < G_N_ELEMENTS (types); i++)
		if (types[i].arg == arg)
			return types[i].type;
	return OPTION_TEXT;
}

static OptionInfo *
option_new (const GOptionEntry *entry)
{
	OptionInfo *self = g_new0 (OptionInfo, 1);

	self->name = g_strdup (entry->long_name);
	self->letter = entry->short_name;
	self->type = type_of (entry->arg);
	self->takes_value = entry->arg != G_OPTION_ARG_NONE;
	self->repeats = entry->arg == G_OPTION_ARG_FILENAME_ARRAY
	                || entry->arg == G_OPTION_ARG_STRING_ARRAY;
	self->value_name = g_strdup (entry->arg_description);
	self->description = g_strdup (entry->description);
	return self;
}

void
command_use_add_entries (CommandUse *self, GOptionContext *context, const GOptionEntry *entries)
{
	g_option_context_add_main_entries (context, entries, NULL);
	if (self == NULL || self->options == NULL)
		return;
	for (; entries->long_name != NULL; entries++)
		if (*entries->long_name != '\0')
			g_ptr_array_add (self->options, option_new (entries));
}

GPtrArray *
command_new_options (const Command *command)
{
	g_auto (CommandUse) use = { .options = g_ptr_array_new_with_free_func (option_free) };
	g_autoptr (GError) error = NULL;
	Command used = *command;
	char *words[] = { (char *) command->name, NULL };

	used.use = &use;
	command->run (&used, 1, words, NULL, &error);
	return g_steal_pointer (&use.options);
}

const OptionInfo *
option_find (GPtrArray *options, const char *name)
{
	for (guint i = 0; i < options->len; i++) {
		const OptionInfo *option = g_ptr_array_index (options, i);

		if (strcmp (option->name, name) == 0)
			return option;
	}
	return NULL;
}

/* ---- checking ---- */

gboolean
command_use_ends (CommandUse *self, GError **error)
{
	if (self == NULL || !self->checks_only)
		return FALSE;
	g_set_error_literal (error, checked_quark (), 0, "nothing was read");
	return TRUE;
}

gboolean
command_try (const Command *command, char **words, GCancellable *cancellable, GError **error)
{
	g_auto (CommandUse) use = { .checks_only = TRUE };
	g_autoptr (GError) local = NULL;
	Command used = *command;

	used.use = &use;
	if (command->run (&used, (int) g_strv_length (words), words, cancellable, &local)
	            != EXIT_FAILED
	    || g_error_matches (local, checked_quark (), 0))
		return TRUE;
	g_propagate_error (error, g_steal_pointer (&local));
	return FALSE;
}

/* ---- networks ---- */

FairleadNetwork *
command_use_dup_network (CommandUse *self, const char *key)
{
	return g_strcmp0 (self->network_key, key) == 0 ? g_object_ref (self->network) : NULL;
}

void
command_use_keep_network (CommandUse *self, const char *key, FairleadNetwork *network)
{
	g_set_object (&self->network, network);
	g_free (self->network_key);
	self->network_key = g_strdup (key);
	self->n_loads++;
}
