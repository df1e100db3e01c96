/* graph/pair.h: two numbers as one key of a table */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

static inline gint64
fairlead_pair (guint32 a, guint32 b)
{
	return (gint64) ((guint64) a << 32 | b);
}

/* For tables of such keys, with g_int64_equal(). g_int64_hash() takes the lower half alone: all
 * pairs with one @b would be in one chain. */
guint fairlead_pair_hash (gconstpointer key);

G_END_DECLS
