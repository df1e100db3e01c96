/* ingest/record/pages.h: large blocks of memory on large pages, where the system has them
 *
 * Tables of millions are read in no order: with pages of 4 kB most reads miss the translation of
 * the address as well. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* Freed by fairlead_pages_free() with the same size, a multiple of 4 kB. The bytes are 0. */
gpointer fairlead_pages_new (gsize size);
/* NULL is passed over */
void fairlead_pages_free (gpointer pages, gsize size);

/* An array that g_free() frees, its insides on large pages; not set, and set to 0 */
gpointer fairlead_pages_alloc (gsize n, gsize size);
gpointer fairlead_pages_alloc0 (gsize n, gsize size);

/* For memory that another made, before it is first written: its insides on large pages. Returns
 * @memory. */
gpointer fairlead_pages_prefer_large (gpointer memory, gsize size);

/* Like g_new() and g_new0(), but never NULL */
#define FAIRLEAD_NEW_LARGE(Type, n) ((Type *) fairlead_pages_alloc ((n), sizeof (Type)))
#define FAIRLEAD_NEW_LARGE0(Type, n) ((Type *) fairlead_pages_alloc0 ((n), sizeof (Type)))

G_END_DECLS
