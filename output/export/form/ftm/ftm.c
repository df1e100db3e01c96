/* output/export/form/ftm/ftm.c: Follow the Money in lines of JSON, for Aleph */
#include "output/export/form/ftm/ftm.h"

#include <string.h>

FairleadFtmSchema
fairlead_ftm_schema_of (FairleadKind kind)
{
	static const FairleadFtmSchema schemas[FAIRLEAD_N_KINDS] = {
		[FAIRLEAD_KIND_UNKNOWN] = FAIRLEAD_FTM_LEGAL_ENTITY,
		[FAIRLEAD_KIND_PERSON] = FAIRLEAD_FTM_PERSON,
		[FAIRLEAD_KIND_COMPANY] = FAIRLEAD_FTM_COMPANY,
		[FAIRLEAD_KIND_PUBLIC_BODY] = FAIRLEAD_FTM_PUBLIC_BODY,
		[FAIRLEAD_KIND_VESSEL] = FAIRLEAD_FTM_VESSEL,
		[FAIRLEAD_KIND_AIRCRAFT] = FAIRLEAD_FTM_AIRPLANE,
		[FAIRLEAD_KIND_ADDRESS] = FAIRLEAD_FTM_ADDRESS,
		[FAIRLEAD_KIND_PORT] = FAIRLEAD_FTM_ADDRESS,
	};

	return schemas[kind];
}

const char *
fairlead_ftm_schema_name (FairleadFtmSchema schema)
{
	static const struct {
		FairleadFtmSchema schema;
		const char *name;
	} names[] = {
		{ FAIRLEAD_FTM_PERSON, "Person" },          { FAIRLEAD_FTM_COMPANY, "Company" },
		{ FAIRLEAD_FTM_PUBLIC_BODY, "PublicBody" }, { FAIRLEAD_FTM_VESSEL, "Vessel" },
		{ FAIRLEAD_FTM_AIRPLANE, "Airplane" },      { FAIRLEAD_FTM_ADDRESS, "Address" },
	};

	for (guint i = 0; i < G_N_ELEMENTS (names); i++)
		if (names[i].schema == schema)
			return names[i].name;
	return "LegalEntity";
}

static void
clear_value (gpointer value)
{
	g_free (((FairleadFtmValue *) value)->value);
}

void
fairlead_ftm_object_init (FairleadFtmObject *self, char *id, const char *schema,
                          const char *caption)
{
	self->id = id;
	self->schema = schema;
	self->caption = g_strdup (caption);
	self->values = g_array_new (FALSE, FALSE, sizeof (FairleadFtmValue));
	g_array_set_clear_func (self->values, clear_value);
}

void
fairlead_ftm_object_clear (FairleadFtmObject *self)
{
	g_clear_pointer (&self->id, g_free);
	g_clear_pointer (&self->caption, g_free);
	g_clear_pointer (&self->values, g_array_unref);
}

void
fairlead_ftm_object_add (FairleadFtmObject *self, const char *property, const char *value)
{
	FairleadFtmValue added = { property, g_strdup (value) };

	if (*value == '\0')
		clear_value (&added);
	else
		g_array_append_val (self->values, added);
}

void
fairlead_ftm_object_add_labelled (FairleadFtmObject *self, const char *property, const char *label,
                                  const char *value)
{
	g_autofree char *text = g_strdup_printf ("%s: %s", label, value);

	if (*value != '\0')
		fairlead_ftm_object_add (self, property, text);
}

void
fairlead_ftm_object_add_date (FairleadFtmObject *self, const char *property, FairleadDate date,
                              const char *notes)
{
	g_autofree char *text = fairlead_date_dup_text (date);

	if (text == NULL)
		return;
	if (strspn (text, "0123456789-") == strlen (text))
		fairlead_ftm_object_add (self, property, text);
	else
		fairlead_ftm_object_add_labelled (self, notes, property, text);
}

static gint
compare_values (gconstpointer a, gconstpointer b)
{
	const FairleadFtmValue *first = a, *second = b;
	gint order = strcmp (first->property, second->property);

	return order != 0 ? order : strcmp (first->value, second->value);
}

static void
write_properties (FairleadFtmObject *self, FairleadJson *json)
{
	const char *property = NULL, *value = NULL;

	g_array_sort (self->values, compare_values);
	for (guint i = 0; i < self->values->len; i++) {
		const FairleadFtmValue *next = &g_array_index (self->values, FairleadFtmValue, i);
		gboolean is_other = property == NULL || strcmp (property, next->property) != 0;

		if (is_other && property != NULL)
			fairlead_json_end_array (json);
		if (is_other)
			fairlead_json_begin_array (json, next->property);
		if (is_other || strcmp (value, next->value) != 0)
			fairlead_json_text (json, NULL, next->value);
		property = next->property;
		value = next->value;
	}
	if (property != NULL)
		fairlead_json_end_array (json);
}

void
fairlead_ftm_object_write (FairleadFtmObject *self, FairleadJson *json)
{
	static const char *const datasets[] = { "fairlead", NULL };

	fairlead_json_begin_object (json, NULL);
	fairlead_json_text (json, "id", self->id);
	fairlead_json_text (json, "caption", self->caption);
	fairlead_json_text (json, "schema", self->schema);
	fairlead_json_begin_object (json, "properties");
	write_properties (self, json);
	fairlead_json_end_object (json);
	fairlead_json_texts (json, "datasets", datasets);
	fairlead_json_end_object (json);
}

char *
fairlead_ftm_dup_id (const char *text)
{
	g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, text, -1);

	return g_strconcat ("fairlead-", hash, NULL);
}

gboolean
fairlead_export_ftm (const FairleadExportJob *job, GError **error)
{
	FairleadJson json = FAIRLEAD_JSON_INIT_LINES (job->sink);
	const FairleadSelection *selection = job->view.export->selection;

	(void) error;
	for (guint i = 0; i < selection->vertices->len && !fairlead_sink_has_failed (job->sink);
	     i++)
		fairlead_ftm_write_entity (&job->view, fairlead_export_vertex (&job->view, i),
		                           &json);
	for (guint i = 0; i < selection->links->len && !fairlead_sink_has_failed (job->sink); i++)
		fairlead_ftm_write_link (&job->view, fairlead_export_link (&job->view, i), &json);
	return TRUE;
}
