/* library/input/properties.h: objects that ask, whose properties are the fields of a struct */
#pragma once
#include <glib-object.h>
G_BEGIN_DECLS

/* Of which type a field is */
typedef enum {
	PROPERTY_TEXTS,  /* GStrv */
	PROPERTY_TEXT,   /* char * */
	PROPERTY_NUMBER, /* guint */
	PROPERTY_TRUTH,  /* gboolean */
	PROPERTY_REAL,   /* double */
} PropertyKind;

/* Where each property stands, and what it may be */
typedef struct {
	const char *name;
	PropertyKind kind;
	gsize offset;
	double least;
	double most;
	double standard;
} Property;

void properties_install (GObjectClass *class, const Property *properties, guint n);
void properties_set (const Property *self, gpointer values, const GValue *value);
void properties_get (const Property *self, gconstpointer values, GValue *value);
/* The standard values, of a struct that is all 0 */
void properties_init (const Property *properties, guint n, gpointer values);
void properties_clear (const Property *properties, guint n, gpointer values);
/* @to holds nothing yet, or its standard values */
void properties_copy (const Property *properties, guint n, gconstpointer from, gpointer to);

/**
 * DEFINE_ASKING:
 * @Name: of the type
 * @name: of its functions
 * @Values: a struct of what is asked
 *
 * Defines a final class whose properties are those of the table `properties` of its file, of the
 * fields of Values; and name_get_values(), which borrows them, and name_copy(), which gives an
 * object that asks the same.
 */
#define DEFINE_ASKING(Name, name, Values)                                                      \
	struct _##Name {                                                                       \
		GObject parent;                                                                \
		Values values;                                                                 \
	};                                                                                     \
                                                                                               \
	G_DEFINE_FINAL_TYPE (Name, name, G_TYPE_OBJECT)                                        \
                                                                                               \
	static void name##_set_property (GObject *object, guint property, const GValue *value, \
	                                 GParamSpec *spec)                                     \
	{                                                                                      \
		(void) spec;                                                                   \
		properties_set (&properties[property - 1], &((Name *) object)->values, value); \
	}                                                                                      \
                                                                                               \
	static void name##_get_property (GObject *object, guint property, GValue *value,       \
	                                 GParamSpec *spec)                                     \
	{                                                                                      \
		(void) spec;                                                                   \
		properties_get (&properties[property - 1], &((Name *) object)->values, value); \
	}                                                                                      \
                                                                                               \
	static void name##_finalize (GObject *object)                                          \
	{                                                                                      \
		properties_clear (properties, G_N_ELEMENTS (properties),                       \
		                  &((Name *) object)->values);                                 \
		G_OBJECT_CLASS (name##_parent_class)->finalize (object);                       \
	}                                                                                      \
                                                                                               \
	static void name##_class_init (Name##Class *class)                                     \
	{                                                                                      \
		G_OBJECT_CLASS (class)->set_property = name##_set_property;                    \
		G_OBJECT_CLASS (class)->get_property = name##_get_property;                    \
		G_OBJECT_CLASS (class)->finalize = name##_finalize;                            \
		properties_install (G_OBJECT_CLASS (class), properties,                        \
		                    G_N_ELEMENTS (properties));                                \
	}                                                                                      \
                                                                                               \
	static void name##_init (Name *self)                                                   \
	{                                                                                      \
		properties_init (properties, G_N_ELEMENTS (properties), &self->values);        \
	}                                                                                      \
                                                                                               \
	const Values *name##_get_values (Name *self)                                           \
	{                                                                                      \
		return &self->values;                                                          \
	}                                                                                      \
                                                                                               \
	Name *name##_copy (Name *self)                                                         \
	{                                                                                      \
		Name *copy = g_object_new (name##_get_type (), NULL);                          \
                                                                                               \
		properties_copy (properties, G_N_ELEMENTS (properties), &self->values,         \
		                 &copy->values);                                               \
		return copy;                                                                   \
	}

G_END_DECLS
