/* ingest/format/lists/uk.c */
#include "ingest/format/lists/uk.h"

#include <string.h>

void
fairlead_uk_read_parts (FairleadUkParts *self, const FairleadCsvRow *header,
                        const FairleadCsvRow *row, const char *line)
{
	for (guint i = 0; i < FAIRLEAD_UK_N_PARTS; i++) {
		g_autofree char *name = g_strdup_printf ("Name %u", i + 1);
		g_autofree char *column = g_strdup_printf ("%s %u", line, i + 1);

		self->names[i] = fairlead_list_cell (header, row, name);
		self->lines[i] = fairlead_list_cell (header, row, column);
	}
}

char *
fairlead_uk_dup_name (const FairleadUkParts *self, gboolean is_person)
{
	g_autoptr (GString) given = g_string_new (NULL);

	for (guint i = 0; i < FAIRLEAD_UK_N_PARTS - 1; i++)
		fairlead_list_append (given, " ", self->names[i]);
	if (is_person)
		return fairlead_list_dup_person (self->names[FAIRLEAD_UK_N_PARTS - 1], given->str);
	fairlead_list_append (given, " ", self->names[FAIRLEAD_UK_N_PARTS - 1]);
	return g_string_free (g_steal_pointer (&given), FALSE);
}

void
fairlead_uk_add_address (FairleadList *list, const FairleadUkParts *self)
{
	g_autoptr (GString) street = g_string_new (NULL);
	g_autoptr (GString) locality = g_string_new (self->lines[FAIRLEAD_UK_N_PARTS - 1]);

	for (guint i = 0; i < FAIRLEAD_UK_N_PARTS - 1; i++)
		fairlead_list_append (street, ", ", self->lines[i]);
	fairlead_list_append (locality, ", ", self->postcode);
	fairlead_list_add_address (list, street->str, locality->str, self->country);
}

/* The value with this number; a single one holds for all, and a dash says nothing */
static const char *
nth (GStrv values, guint n_values, guint n)
{
	const char *value = n_values == 1 ? values[0] : n < n_values ? values[n] : "";

	return strcmp (value, "-") == 0 ? "" : value;
}

void
fairlead_uk_add_birth_places (FairleadList *list, const char *towns, const char *countries)
{
	g_auto (GStrv) town = fairlead_list_split_numbered (towns);
	g_auto (GStrv) country = fairlead_list_split_numbered (countries);
	guint n_towns = g_strv_length (town);
	guint n_countries = g_strv_length (country);

	for (guint i = 0; i < MAX (n_towns, n_countries); i++) {
		g_autoptr (GString) place = g_string_new (nth (town, n_towns, i));

		fairlead_list_append (place, ", ", nth (country, n_countries, i));
		fairlead_list_add_attribute (list, FAIRLEAD_ATTRIBUTE_BIRTH_PLACE, place->str);
	}
}

FairleadKind
fairlead_uk_read_kind (FairleadList *list, const char *word)
{
	static const FairleadListWord kinds[] = {
		{ "Individual", FAIRLEAD_KIND_PERSON },
		{ "Entity", FAIRLEAD_KIND_COMPANY },
		{ "Ship", FAIRLEAD_KIND_VESSEL },
	};

	return fairlead_list_read_kind (list, kinds, G_N_ELEMENTS (kinds), word);
}
