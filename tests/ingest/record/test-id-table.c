/* tests/ingest/record/test-id-table.c: rows by hash, against GLib's own table */
#include "ingest/record/id-table.h"

#include <string.h>

#include "tests/common/helpers.h"

static gboolean
is_key (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	const GPtrArray *keys = user_data;
	const char *text = g_ptr_array_index (keys, row);

	return strlen (text) == length && memcmp (text, key, length) == 0;
}

static guint32
find (const FairleadIdTable *table, const GPtrArray *keys, const char *key)
{
	return fairlead_id_table_find (table, fairlead_id_table_hash (key, strlen (key)), key,
	                               strlen (key), is_key, keys);
}

static void
test_against_hash_table (void)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (11);
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
	g_autoptr (GHashTable) reference = g_hash_table_new (g_str_hash, g_str_equal);
	FairleadIdTable table;

	fairlead_id_table_init (&table);
	for (guint i = 0; i < 20000; i++) {
		g_autofree char *key =
			g_strdup_printf ("test:%d", g_rand_int_range (random, 0, 15000));
		gpointer row;
		gboolean known = g_hash_table_lookup_extended (reference, key, NULL, &row);

		g_assert_cmpuint (find (&table, keys, key), ==,
		                  known ? GPOINTER_TO_UINT (row) : FAIRLEAD_ID_TABLE_NONE);
		if (known)
			continue;
		fairlead_id_table_insert (&table, fairlead_id_table_hash (key, strlen (key)),
		                          keys->len);
		g_ptr_array_add (keys, g_steal_pointer (&key));
		g_hash_table_insert (reference, g_ptr_array_index (keys, keys->len - 1),
		                     GUINT_TO_POINTER (keys->len - 1));
	}
	for (guint i = 0; i < keys->len; i++)
		g_assert_cmpuint (find (&table, keys, g_ptr_array_index (keys, i)), ==, i);
	fairlead_id_table_clear (&table);
}

/* One hash for all: the probe must go on over its neighbours and still end */
static void
test_collisions (void)
{
	g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
	FairleadIdTable table;

	fairlead_id_table_init (&table);
	for (guint i = 0; i < 2000; i++) {
		g_ptr_array_add (keys, g_strdup_printf ("%u", i));
		fairlead_id_table_insert (&table, G_MAXUINT32, i);
	}
	for (guint i = 0; i < 2000; i++) {
		const char *key = g_ptr_array_index (keys, i);

		g_assert_cmpuint (fairlead_id_table_find (&table, G_MAXUINT32, key, strlen (key),
		                                          is_key, keys),
		                  ==, i);
	}
	g_assert_cmpuint (fairlead_id_table_find (&table, G_MAXUINT32, "x", 1, is_key, keys), ==,
	                  FAIRLEAD_ID_TABLE_NONE);
	fairlead_id_table_clear (&table);
}

static void
test_hash_sees_every_byte (void)
{
	char key[20] = "abcdefghijklmnopqrs";

	for (gsize length = 1; length < sizeof key; length++)
		for (gsize i = 0; i < length; i++) {
			guint32 before = fairlead_id_table_hash (key, length);

			key[i] ^= 1;
			g_assert_cmpuint (fairlead_id_table_hash (key, length), !=, before);
			key[i] ^= 1;
		}
	g_assert_cmpuint (fairlead_id_table_hash ("a\0", 1), !=, fairlead_id_table_hash ("a\0", 2));
}

int
main (int argc, char **argv)
{
	g_test_init (&argc, &argv, NULL);
	g_test_add_func ("/record/id-table/finds-what-a-hash-table-finds", test_against_hash_table);
	g_test_add_func ("/record/id-table/keys-of-one-hash", test_collisions);
	g_test_add_func ("/record/id-table/hash-sees-every-byte", test_hash_sees_every_byte);
	return g_test_run ();
}
