/* library/input/relay.h: long work in a thread of its own, told of in the caller's */
#pragma once
#include <fairlead/base.h>
G_BEGIN_DECLS

/**
 * Relay:
 *
 * What a task of the library carries: the arguments of its work, and whom to tell how far it is.
 * Belongs to the task.
 */
typedef struct _Relay Relay;

/* What is done in the thread: (transfer full): what was made, or NULL with the error */
typedef gpointer (*RelayWork) (gpointer source, gpointer asked, GCancellable *cancellable,
                               FleadProgress progress, gpointer progress_data, GError **error);

/**
 * RelayOwned:
 * @offset: of a field that points to something, or is NULL
 *
 * What a copy of a question owns.
 */
typedef struct {
	gsize offset;
	GBoxedCopyFunc copy;
	GBoxedFreeFunc free;
} RelayOwned;

#define OWNS(Asked, field, copy, free)                                                       \
	{                                                                                    \
		G_STRUCT_OFFSET (Asked, field), (GBoxedCopyFunc) copy, (GBoxedFreeFunc) free \
	}
#define OWNS_TEXT(Asked, field) OWNS (Asked, field, g_strdup, g_free)
#define OWNS_TEXTS(Asked, field) OWNS (Asked, field, g_strdupv, g_strfreev)
#define OWNS_OBJECT(Asked, field) OWNS (Asked, field, g_object_ref, g_object_unref)

/**
 * RelayDeed:
 * @size: of the struct that says what is asked; 0: an object says it, or nothing
 * @owned: (array length=n_owned): fields of that struct
 * @free_made: (nullable): of what is made; NULL: an object
 *
 * A kind of work. The place of it tells its tasks from others.
 */
typedef struct {
	RelayWork work;
	gsize size;
	const RelayOwned *owned;
	guint n_owned;
	GDestroyNotify free_made;
} RelayDeed;

/* Of a struct Asked, and the table of what it owns */
#define DEED(work, Asked, owned)                                        \
	{                                                               \
		work, sizeof (Asked), owned, G_N_ELEMENTS (owned), NULL \
	}

/* What stands at the end of all functions whose work is done in a thread */
#define LATER_PARAMETERS                                                           \
	GCancellable *cancellable, FleadProgress progress, gpointer progress_data, \
		GDestroyNotify progress_destroy, GAsyncReadyCallback callback, gpointer user_data
#define LATER cancellable, progress, progress_data, progress_destroy, callback, user_data

/**
 * relay_do:
 * @source: (nullable): the object that the call is one of
 * @asked: the struct, which is copied; or the object, which is taken; or NULL
 *
 * Takes @progress_data: @progress_destroy is called when nothing more will be told.
 */
void relay_do (gpointer source, const RelayDeed *deed, gpointer asked, LATER_PARAMETERS);
/* What the work made: (transfer full); NULL with the error */
gpointer relay_finish (gpointer source, GAsyncResult *result, const RelayDeed *deed,
                       GError **error);
/* The same, of work whose result is nothing but that it was done */
gboolean relay_finish_done (gpointer source, GAsyncResult *result, const RelayDeed *deed,
                            GError **error);

/* Defines name_finish(), of name_async() */
#define DEFINE_FINISH(Made, name, Source, deed)                                  \
	Made *name##_finish (Source *self, GAsyncResult *result, GError **error) \
	{                                                                        \
		return relay_finish (self, result, &deed, error);                \
	}

/**
 * DEFINE_LATER:
 * @Made: type of what is made
 * @name: of a function that takes a source, an object that says what is asked, a cancellable, a
 *   progress function with its data, and gives an error
 * @copy: what becomes of that object: name(self) gives a copy or a reference
 *
 * Defines name_async(), which does the same in a thread, and name_finish().
 */
#define DEFINE_LATER(Made, name, Source, IS_SOURCE, Asked, IS_ASKED, copy)                       \
	static gpointer name##_work (gpointer source, gpointer asked, GCancellable *cancellable, \
	                             FleadProgress progress, gpointer progress_data,             \
	                             GError **error)                                             \
	{                                                                                        \
		return name (source, asked, cancellable, progress, progress_data, error);        \
	}                                                                                        \
                                                                                                 \
	static const RelayDeed name##_deed = { .work = name##_work };                            \
                                                                                                 \
	void name##_async (Source *self, Asked *asked, LATER_PARAMETERS)                         \
	{                                                                                        \
		g_return_if_fail (IS_SOURCE (self) && IS_ASKED (asked));                         \
		relay_do (self, &name##_deed, copy (asked), LATER);                              \
	}                                                                                        \
                                                                                                 \
	DEFINE_FINISH (Made, name, Source, name##_deed)

G_END_DECLS
