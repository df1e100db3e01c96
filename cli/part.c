/* cli/part.c */
#include "cli/part.h"

#include "cli/common.h"
#include "graph/expression.h"

#define DEFAULT_HOPS 2

void
part_options_clear (PartOptions *self)
{
	g_clear_pointer (&self->around, g_strfreev);
	g_clear_pointer (&self->kind_names, g_free);
}

static gboolean
read_kinds (PartOptions *self, GError **error)
{
	g_auto (GStrv) names =
		self->kind_names == NULL ? NULL : g_strsplit (self->kind_names, ",", -1);

	for (guint i = 0; names != NULL && names[i] != NULL; i++) {
		FairleadKind kind;

		if (!fairlead_kind_from_name (g_strstrip (names[i]), &kind))
			return set_usage_error (error, "--kinds: \"%s\" is no kind of entity",
			                        names[i]);
		self->kinds |= 1u << kind;
	}
	return names == NULL || self->kinds != 0 || set_usage_error (error, "--kinds names none");
}

static gboolean
check_number (const char *option, gint number, gint least, GError **error)
{
	return number == PART_NO_NUMBER || number >= least
	       || set_usage_error (error, "%s must be at least %d", option, least);
}

gboolean
part_options_check (PartOptions *self, GError **error)
{
	if (!read_kinds (self, error) || !check_number ("--hops", self->hops, 0, error)
	    || !check_number ("--component", self->component, 1, error))
		return FALSE;
	if (self->hops != PART_NO_NUMBER && self->around == NULL)
		return set_usage_error (error, "--hops means nothing without --around");
	for (guint i = 0; self->around != NULL && self->around[i] != NULL; i++)
		if (!g_utf8_validate (self->around[i], -1, NULL))
			return set_usage_error (error, "--around \"%s\" is not UTF-8",
			                        self->around[i]);
	return TRUE;
}

gboolean
part_options_select (const PartOptions *self, FairleadNetwork *network, FairleadSelector *selector,
                     GArray **around, GError **error)
{
	*selector = (FairleadSelector){
		.kinds = self->kinds,
		.component = (guint) MAX (self->component, 0),
		.hops = (guint) (self->hops == PART_NO_NUMBER ? DEFAULT_HOPS : self->hops),
	};
	if (self->around == NULL)
		return TRUE;
	*around = fairlead_expressions_select (network, (const char *const *) self->around, error);
	selector->around = *around;
	return *around != NULL;
}
