/* library/table/row-class.h: the classes of the rows of results, which are all made alike */
#pragma once
#include <glib-object.h>
G_BEGIN_DECLS

/* What each instance has: whose row it is, NULL of one that the library did not make */
#define DEFINE_ROW_STRUCT(Name, Owner) \
	struct _##Name {               \
		GObject parent;        \
		Owner *owner;          \
		guint row;             \
	};

/* The functions of a class that G_DEFINE_FINAL_TYPE() or its like defined */
#define DEFINE_ROW_FUNCTIONS(Name, name, Owner)                                             \
	static void name##_finalize (GObject *object)                                       \
	{                                                                                   \
		Name *self = G_TYPE_CHECK_INSTANCE_CAST (object, name##_get_type (), Name); \
                                                                                            \
		g_clear_object (&self->owner);                                              \
		G_OBJECT_CLASS (name##_parent_class)->finalize (object);                    \
	}                                                                                   \
                                                                                            \
	static void name##_class_init (Name##Class *class)                                  \
	{                                                                                   \
		G_OBJECT_CLASS (class)->finalize = name##_finalize;                         \
	}                                                                                   \
                                                                                            \
	static void name##_init (Name *self)                                                \
	{                                                                                   \
		(void) self;                                                                \
	}                                                                                   \
                                                                                            \
	Name *name##_new (Owner *owner, guint row)                                          \
	{                                                                                   \
		Name *self = g_object_new (name##_get_type (), NULL);                       \
                                                                                            \
		self->owner = g_object_ref (owner);                                         \
		self->row = row;                                                            \
		return self;                                                                \
	}                                                                                   \
                                                                                            \
	static gboolean name##_is_made (Name *self)                                         \
	{                                                                                   \
		return G_TYPE_CHECK_INSTANCE_TYPE (self, name##_get_type ())                \
		       && self->owner != NULL;                                              \
	}

/**
 * DEFINE_ROW:
 * @Name: of the type
 * @name: of its functions
 * @Owner: type of the result
 *
 * Defines a final class that is the nth row of a result, which it keeps alive: name_new() makes
 * one, and name_is_made() tells whether the library made it.
 */
#define DEFINE_ROW(Name, name, Owner)                   \
	DEFINE_ROW_STRUCT (Name, Owner)                 \
	G_DEFINE_FINAL_TYPE (Name, name, G_TYPE_OBJECT) \
	DEFINE_ROW_FUNCTIONS (Name, name, Owner)

G_END_DECLS
