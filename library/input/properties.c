/* library/input/properties.c */
#include "library/input/properties.h"

static gpointer
find_field (const Property *self, gconstpointer values)
{
	return (char *) values + self->offset;
}

void
properties_set (const Property *self, gpointer values, const GValue *value)
{
	gpointer field = find_field (self, values);

	switch (self->kind) {
	case PROPERTY_TEXTS:
		g_strfreev (*(GStrv *) field);
		*(GStrv *) field = g_value_dup_boxed (value);
		break;
	case PROPERTY_TEXT:
		g_free (*(char **) field);
		*(char **) field = g_value_dup_string (value);
		break;
	case PROPERTY_NUMBER:
		*(guint *) field = g_value_get_uint (value);
		break;
	case PROPERTY_TRUTH:
		*(gboolean *) field = g_value_get_boolean (value);
		break;
	case PROPERTY_REAL:
		*(double *) field = g_value_get_double (value);
		break;
	}
}

void
properties_get (const Property *self, gconstpointer values, GValue *value)
{
	gpointer field = find_field (self, values);

	switch (self->kind) {
	case PROPERTY_TEXTS:
		g_value_set_boxed (value, *(GStrv *) field);
		break;
	case PROPERTY_TEXT:
		g_value_set_string (value, *(char **) field);
		break;
	case PROPERTY_NUMBER:
		g_value_set_uint (value, *(guint *) field);
		break;
	case PROPERTY_TRUTH:
		g_value_set_boolean (value, *(gboolean *) field);
		break;
	case PROPERTY_REAL:
		g_value_set_double (value, *(double *) field);
		break;
	}
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS)

static GParamSpec *
new_spec (const Property *self)
{
	switch (self->kind) {
	case PROPERTY_TEXTS:
		return g_param_spec_boxed (self->name, NULL, NULL, G_TYPE_STRV, FLAGS);
	case PROPERTY_TEXT:
		return g_param_spec_string (self->name, NULL, NULL, NULL, FLAGS);
	case PROPERTY_NUMBER:
		return g_param_spec_uint (self->name, NULL, NULL, (guint) self->least,
		                          (guint) self->most, (guint) self->standard, FLAGS);
	case PROPERTY_TRUTH:
		return g_param_spec_boolean (self->name, NULL, NULL, self->standard != 0.0, FLAGS);
	case PROPERTY_REAL:
		break;
	}
	return g_param_spec_double (self->name, NULL, NULL, self->least, self->most, self->standard,
	                            FLAGS);
}

void
properties_install (GObjectClass *class, const Property *properties, guint n)
{
	for (guint i = 0; i < n; i++)
		g_object_class_install_property (class, i + 1, new_spec (&properties[i]));
}

void
properties_init (const Property *properties, guint n, gpointer values)
{
	for (guint i = 0; i < n; i++) {
		gpointer field = find_field (&properties[i], values);

		if (properties[i].kind == PROPERTY_NUMBER)
			*(guint *) field = (guint) properties[i].standard;
		else if (properties[i].kind == PROPERTY_TRUTH)
			*(gboolean *) field = properties[i].standard != 0.0;
		else if (properties[i].kind == PROPERTY_REAL)
			*(double *) field = properties[i].standard;
	}
}

void
properties_clear (const Property *properties, guint n, gpointer values)
{
	for (guint i = 0; i < n; i++) {
		gpointer field = find_field (&properties[i], values);

		if (properties[i].kind == PROPERTY_TEXTS)
			g_clear_pointer ((GStrv *) field, g_strfreev);
		else if (properties[i].kind == PROPERTY_TEXT)
			g_clear_pointer ((char **) field, g_free);
	}
}

static GType
type_text (void)
{
	return G_TYPE_STRING;
}

static GType
type_number (void)
{
	return G_TYPE_UINT;
}

static GType
type_truth (void)
{
	return G_TYPE_BOOLEAN;
}

static GType
type_real (void)
{
	return G_TYPE_DOUBLE;
}

void
properties_copy (const Property *properties, guint n, gconstpointer from, gpointer to)
{
	static GType (*const types[]) (void) = {
		[PROPERTY_TEXTS] = g_strv_get_type, [PROPERTY_TEXT] = type_text,
		[PROPERTY_NUMBER] = type_number,    [PROPERTY_TRUTH] = type_truth,
		[PROPERTY_REAL] = type_real,
	};

	for (guint i = 0; i < n; i++) {
		g_auto (GValue) value = G_VALUE_INIT;

		g_value_init (&value, types[properties[i].kind]());
		properties_get (&properties[i], from, &value);
		properties_set (&properties[i], to, &value);
	}
}
