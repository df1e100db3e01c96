/* bench/id-table.c: four million string ids into a table and found again
 *
 * usage: id-table fairlead|presized|glib ordered|unordered insert|find
 * The keys are made before the clock starts. Ordered ones follow one another as those of a register
 * do, which GLib's hash walks through in order. A presized table has room for all, which a
 * GHashTable cannot be asked for. */
#include <string.h>

#include "bench/clock.h"
#include "ingest/record/id-table.h"
#include "ingest/record/strings.h"

#define N_IDS 4000000u

typedef struct {
	FairleadStrings *strings;
	FairleadText *texts; /* [N_IDS] */
	guint32 *order;      /* in which they are looked up */
} Ids;

static const char *
id_at (const Ids *ids, guint32 row)
{
	return fairlead_strings_get (ids->strings, ids->texts[row]);
}

static void
make_ids (Ids *ids, gboolean ordered)
{
	g_autoptr (GRand) random = g_rand_new_with_seed (1);
	char id[32];

	ids->strings = fairlead_strings_new ();
	ids->texts = g_new (FairleadText, N_IDS);
	ids->order = g_new (guint32, N_IDS);
	for (guint32 i = 0; i < N_IDS; i++) {
		guint32 other = (guint32) g_rand_int_range (random, 0, (gint32) i + 1);

		/* An odd factor makes another number of each */
		g_snprintf (id, sizeof id, "icij:%u", ordered ? 10000001 + i * 7 : i * 2654435761u);
		ids->texts[i] = fairlead_strings_add (ids->strings, id, strlen (id));
		ids->order[i] = ids->order[other];
		ids->order[other] = i;
	}
}

static gboolean
is_id (guint32 row, const char *key, gsize length, gconstpointer user_data)
{
	const char *text = id_at (user_data, row);

	return strncmp (text, key, length) == 0 && text[length] == '\0';
}

static guint64
find_all (const FairleadIdTable *table, const Ids *ids)
{
	guint64 found = 0;

	for (guint32 i = 0; i < N_IDS; i++) {
		const char *id = id_at (ids, ids->order[i]);
		gsize length = strlen (id);

		found += fairlead_id_table_find (table, fairlead_id_table_hash (id, length), id,
		                                 length, is_id, ids);
	}
	return found;
}

/* Each is looked for first, as GHashTable does, too */
static void
insert_all (FairleadIdTable *table, const Ids *ids)
{
	for (guint32 i = 0; i < N_IDS; i++) {
		const char *id = id_at (ids, i);
		gsize length = strlen (id);
		guint32 hash = fairlead_id_table_hash (id, length);

		if (fairlead_id_table_find (table, hash, id, length, is_id, ids)
		    == FAIRLEAD_ID_TABLE_NONE)
			fairlead_id_table_insert (table, hash, i);
	}
}

static void
grow_and_empty (FairleadIdTable *table, const Ids *ids)
{
	insert_all (table, ids);
	memset (table->slots, 0xff, table->n_slots * sizeof *table->slots);
	table->n_used = 0;
}

static void
run_fairlead (const Ids *ids, gboolean presized, gboolean finding)
{
	FairleadIdTable table;
	gint64 start;
	double processor;

	fairlead_id_table_init (&table);
	if (presized)
		grow_and_empty (&table, ids);
	start = g_get_monotonic_time ();
	processor = processor_seconds ();
	insert_all (&table, ids);
	if (!finding) {
		print_result (start, processor, N_IDS);
	} else {
		start = g_get_monotonic_time ();
		processor = processor_seconds ();
		print_result (start, processor, find_all (&table, ids));
	}
	fairlead_id_table_clear (&table);
}

static void
run_glib (const Ids *ids, gboolean finding)
{
	g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
	gint64 start = g_get_monotonic_time ();
	double processor = processor_seconds ();
	guint64 found = 0;

	for (guint32 i = 0; i < N_IDS; i++)
		g_hash_table_insert (table, (gpointer) id_at (ids, i), GUINT_TO_POINTER (i));
	if (!finding) {
		print_result (start, processor, N_IDS);
		return;
	}
	start = g_get_monotonic_time ();
	processor = processor_seconds ();
	for (guint32 i = 0; i < N_IDS; i++)
		found += GPOINTER_TO_UINT (g_hash_table_lookup (table, id_at (ids, ids->order[i])));
	print_result (start, processor, found);
}

int
main (int argc, char *argv[])
{
	Ids ids;

	if (argc != 4)
		return 2;
	make_ids (&ids, strcmp (argv[2], "ordered") == 0);
	if (strcmp (argv[1], "glib") == 0)
		run_glib (&ids, strcmp (argv[3], "find") == 0);
	else
		run_fairlead (&ids, strcmp (argv[1], "presized") == 0,
		              strcmp (argv[3], "find") == 0);
	fairlead_strings_free (ids.strings);
	g_free (ids.texts);
	g_free (ids.order);
	return 0;
}
