/* graph/parameters.c */
#include "graph/parameters.h"

void
fairlead_parameters_init (FairleadParameters *self)
{
#define X(field, name, value, words) self->field = value;
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++) {
		self->conductance[kind] = fairlead_link_info (kind)->conductance;
		self->control[kind] = fairlead_link_info (kind)->control;
	}
}

static void
append_number (GString *text, const char *group, const char *name, double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];

	g_string_append_printf (text, "%s%s=%s\n", group, name,
	                        g_ascii_formatd (buffer, sizeof buffer, "%.12g", value));
}

char *
fairlead_parameters_dup_text (const FairleadParameters *self)
{
	GString *text = g_string_new (NULL);

#define X(field, name, value, words) append_number (text, "", name, self->field);
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++) {
		const char *name = fairlead_link_info (kind)->name;

		append_number (text, "conductance.", name, self->conductance[kind]);
		append_number (text, "control.", name, self->control[kind]);
	}
	return g_string_free (text, FALSE);
}

char *
fairlead_parameters_dup_hash (const FairleadParameters *self)
{
	g_autofree char *text = fairlead_parameters_dup_text (self);
	g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

	return g_strndup (hash, 16);
}
