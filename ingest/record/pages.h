/* ingest/record/pages.h: large blocks of memory on large pages, where the system has them
 *
 * Tables of millions are read in no order: with pages of 4 kB most reads miss the translation of
 * the address as well. */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

/* To be freed by fairlead_pages_free(). The bytes are not set. */
gpointer fairlead_pages_new (gsize size);
void fairlead_pages_free (gpointer pages);

G_END_DECLS
