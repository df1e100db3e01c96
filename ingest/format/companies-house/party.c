/* ingest/format/companies-house/party.c */
#include "ingest/format/companies-house/companies-house.h"
#include "ingest/grammar/country.h"

static gboolean
is_said (const char *text)
{
	return text != NULL && *text != '\0';
}

void
fairlead_registered_add_attribute (const FairleadRegistered *self, FairleadAttribute attribute,
                                   const char *text)
{
	if (is_said (text))
		fairlead_records_add_attribute (self->records, self->entity, attribute, text, NULL,
		                                self->source);
}

void
fairlead_registered_add_note (const FairleadRegistered *self, const char *label, const char *text)
{
	g_autofree char *note = is_said (text) ? g_strdup_printf ("%s: %s", label, text) : NULL;

	fairlead_registered_add_attribute (self, FAIRLEAD_ATTRIBUTE_NOTE, note);
}

void
fairlead_registered_add_country (const FairleadRegistered *self, FairleadAttribute attribute,
                                 const char *label, const char *text)
{
	if (is_said (text) && fairlead_country_code (text) != NULL)
		fairlead_registered_add_attribute (self, attribute, text);
	else
		fairlead_registered_add_note (self, label, text);
}

void
fairlead_registered_add_person_name (const FairleadRegistered *self, const char *surname,
                                     const char *forenames, FairleadNameType type)
{
	gboolean has_both = is_said (surname) && is_said (forenames);
	g_autofree char *name = g_strconcat (is_said (surname) ? surname : "", has_both ? ", " : "",
	                                     is_said (forenames) ? forenames : "", NULL);

	fairlead_records_add_name (self->records, self->entity, name, type, FALSE, self->source);
}

/* ---- addresses ---- */

static char *
join (const char *separator, const char *const *texts, guint n_texts)
{
	GString *joined = g_string_new (NULL);

	for (guint i = 0; i < n_texts; i++)
		if (is_said (texts[i]))
			g_string_append_printf (joined, "%s%s", joined->len > 0 ? separator : "",
			                        texts[i]);
	return g_string_free (joined, FALSE);
}

/* `17`, or `PO Box 17` as some write it */
static char *
dup_box (const char *text)
{
	if (!is_said (text))
		return NULL;
	return g_ascii_isdigit (*text) ? g_strdup_printf ("PO Box %s", text) : g_strdup (text);
}

void
fairlead_registered_add_address (const FairleadRegistered *self,
                                 const FairleadRegisteredAddress *address)
{
	gboolean is_known =
		is_said (address->country) && fairlead_country_code (address->country) != NULL;
	const char *first[] = { address->premises, address->line_1 };
	g_autofree char *line = join (" ", first, G_N_ELEMENTS (first));
	g_autofree char *carer = is_said (address->care_of)
	                                 ? g_strdup_printf ("Care of %s", address->care_of)
	                                 : NULL;
	g_autofree char *box = dup_box (address->box);
	const char *streets[] = { carer, box, line, address->line_2 };
	const char *places[] = { address->town, address->county, address->postcode,
		                 is_known ? NULL : address->country };
	g_autofree char *street = join (", ", streets, G_N_ELEMENTS (streets));
	g_autofree char *locality = join (", ", places, G_N_ELEMENTS (places));

	fairlead_records_add_address (self->records, self->entity, COMPANIES_HOUSE_SCHEME, street,
	                              locality, is_known ? address->country : NULL, self->source);
}
