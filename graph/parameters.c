/* graph/parameters.c: the numbers as text, and their hash */
#include "graph/parameters.h"

#include <string.h>

typedef struct {
	GString *text;
	const char *group; /* the one that is open */
} Writing;

/* No digit of the number is lost: what is printed and read again has the same hash */
static void
append_number (Writing *writing, const char *group, const char *key, double value)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];

	if (writing->group == NULL || strcmp (writing->group, group) != 0)
		g_string_append_printf (writing->text, "%s[%s]\n",
		                        writing->group == NULL ? "" : "\n", group);
	writing->group = group;
	g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
	if (g_ascii_strtod (buffer, NULL) < value || g_ascii_strtod (buffer, NULL) > value)
		g_ascii_dtostr (buffer, sizeof buffer, value);
	g_string_append_printf (writing->text, "%s=%s\n", key, buffer);
}

char *
fairlead_parameters_dup_text (const FairleadParameters *self)
{
	Writing writing = { g_string_new (NULL), NULL };

#define X(field, group, key, least, greatest) append_number (&writing, group, key, self->field);
	FAIRLEAD_PARAMETER_TABLE (X)
#undef X
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		append_number (&writing, "conductance", fairlead_link_info (kind)->name,
		               self->conductance[kind]);
	for (guint kind = 0; kind < FAIRLEAD_N_LINK_KINDS; kind++)
		append_number (&writing, "control", fairlead_link_info (kind)->name,
		               self->control[kind]);
	return g_string_free (writing.text, FALSE);
}

char *
fairlead_parameters_dup_hash (const FairleadParameters *self)
{
	g_autofree char *text = fairlead_parameters_dup_text (self);
	g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

	return g_strndup (hash, 16);
}
