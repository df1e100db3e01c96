/* cli/options/links.c */
#include "cli/options/links.h"

#include <string.h>

void
link_options_clear (LinkOptions *self)
{
	g_clear_pointer (&self->kinds, g_strfreev);
	g_clear_pointer (&self->classes, g_strfreev);
	g_clear_pointer (&self->by, g_free);
	model_options_clear (&self->model);
}

GArray *
link_options_new_entries (LinkOptions *self, const GOptionEntry *own)
{
	const GOptionEntry entries[] = {
		{ "kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->kinds,
		  "Only links of this kind, such as shareholder (may repeat)", "KIND" },
		{ "class", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->classes,
		  "Only links of this class, such as ownership (may repeat)", "CLASS" },
		MODEL_ENTRY_AS_OF (&self->model, "Only links that may have held on that day"),
		{ "by", 0, 0, G_OPTION_ARG_FILENAME, &self->by,
		  "What comes first: evidence (default) or hops", "COST" },
		{ "through-hubs", 0, 0, G_OPTION_ARG_NONE, &self->through_hubs,
		  "Links of hubs, such as formation agents, are as good as others", NULL },
		{ "max-degree", 0, 0, G_OPTION_ARG_INT, &self->max_degree,
		  "Not through anybody with more than N neighbours", "N" },
		MODEL_ENTRY_PARAMETERS (&self->model),
		G_OPTION_ENTRY_NULL,
	};
	GArray *all = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

	for (; own->long_name != NULL; own++)
		g_array_append_val (all, *own);
	for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
		g_array_append_val (all, *entry);
	return all;
}

static gboolean
choose_kind (LinkOptions *self, const char *name, GError **error)
{
	FairleadLinkKind kind;
	gboolean is_reversed;

	if (!fairlead_link_kind_from_name (name, &kind, &is_reversed))
		return set_usage_error (
			error, "--kind %s is not known (docs/mapping.md lists them)", name);
	self->choice.kinds[kind] = TRUE;
	return TRUE;
}

static gboolean
choose_class (LinkOptions *self, const char *name, GError **error)
{
	g_autoptr (GString) known = g_string_new (NULL);
	gboolean is_found = FALSE;

	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		if (strcmp (fairlead_link_class_name (fairlead_link_info (kind)->link_class), name)
		    == 0)
			self->choice.kinds[kind] = is_found = TRUE;
	for (guint i = 0; !is_found && i < FAIRLEAD_N_CLASSES; i++)
		g_string_append_printf (known, "%s%s", i > 0 ? ", " : "",
		                        fairlead_link_class_name (i));
	return is_found
	       || set_usage_error (error, "--class %s is not known (%s)", name, known->str);
}

static gboolean
choose_kinds (LinkOptions *self, GError **error)
{
	if (self->kinds == NULL && self->classes == NULL)
		return TRUE;
	memset (self->choice.kinds, 0, sizeof self->choice.kinds);
	for (guint i = 0; self->kinds != NULL && self->kinds[i] != NULL; i++)
		if (!choose_kind (self, self->kinds[i], error))
			return FALSE;
	for (guint i = 0; self->classes != NULL && self->classes[i] != NULL; i++)
		if (!choose_class (self, self->classes[i], error))
			return FALSE;
	return TRUE;
}

static gboolean
choose_cost (LinkOptions *self, GError **error)
{
	if (self->by == NULL || strcmp (self->by, "evidence") == 0)
		return TRUE;
	if (strcmp (self->by, "hops") != 0)
		return set_usage_error (error, "--by %s is not known (evidence or hops)", self->by);
	self->choice.cost = FAIRLEAD_PATH_BY_HOPS;
	return TRUE;
}

gboolean
link_options_read (LinkOptions *self, GError **error)
{
	fairlead_link_choice_init (&self->choice);
	if (self->max_degree < 0)
		return set_usage_error (error, "--max-degree %d is negative (0 is no bound)",
		                        self->max_degree);
	self->choice.through_hubs = self->through_hubs;
	self->choice.max_degree = (guint) self->max_degree;
	if (!model_options_read (&self->model, error))
		return FALSE;
	self->choice.as_of = self->model.as_of;
	return choose_kinds (self, error) && choose_cost (self, error);
}

/* ---- expressions ---- */

static gboolean
is_expression (const char *text)
{
	gsize length = strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-");

	return *text == '@' || (length > 0 && text[length] == ':');
}

GStrv
take_expressions (CommonOptions *common, guint least, guint most, GError **error)
{
	g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; common->inputs[i] != NULL; i++) {
		gboolean is_taken = left->len == 0 && (most == 0 || taken->len < most)
		                    && is_expression (common->inputs[i]);

		if (is_taken && !g_utf8_validate (common->inputs[i], -1, NULL)) {
			set_usage_error (error, "\"%s\" is not UTF-8", common->inputs[i]);
			return NULL;
		}
		g_ptr_array_add (is_taken ? taken : left, g_strdup (common->inputs[i]));
	}
	if (taken->len < least) {
		set_usage_error (error,
		                 "%u entity expressions are wanted before the inputs, and there are"
		                 " %u (for example imo:3112048)",
		                 least, taken->len);
		return NULL;
	}
	if (left->len == 0) {
		set_usage_error (error, "no input file is given");
		return NULL;
	}
	g_ptr_array_add (taken, NULL);
	g_ptr_array_add (left, NULL);
	g_strfreev (common->inputs);
	common->inputs = (GStrv) g_ptr_array_free (g_steal_pointer (&left), FALSE);
	return (GStrv) g_ptr_array_free (g_steal_pointer (&taken), FALSE);
}
