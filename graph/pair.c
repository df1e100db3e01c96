/* graph/pair.c */
#include "graph/pair.h"

guint
fairlead_pair_hash (gconstpointer key)
{
	guint64 mixed = *(const guint64 *) key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

	return (guint) (mixed >> 32);
}
