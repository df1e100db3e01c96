/* cli/options/part.c */
#include "cli/options/part.h"

#include "cli/options/common.h"

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

	for (guint i = 0; names != NULL && names[i] != NULL; i++)
		g_strstrip (names[i]);
	if (!fairlead_kinds_from_names ((const char *const *) names, &self->kinds, error)) {
		g_prefix_error (error, "--kinds: ");
		return FALSE;
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

FairleadPart
part_options_get (const PartOptions *self)
{
	return (FairleadPart){
		.around = (const char *const *) self->around,
		.hops = self->hops == PART_NO_NUMBER ? FAIRLEAD_PART_HOPS : (guint) self->hops,
		.kinds = self->kinds,
		.component = (guint) MAX (self->component, 0),
	};
}
