/* ingest/case/load/entities.c: mentions as entities */
#include "ingest/case/load/load-private.h"

/* Cells of a part stand in the order of its entities, so that few take little room */
static gint64
get_place (const FairleadLoad *load, gint64 number)
{
	return load->part == NULL
	               ? number
	               : GPOINTER_TO_INT (g_hash_table_lookup (load->part->known, &number));
}

void
fairlead_load_keys (FairleadLoad *load)
{
	g_autoptr (sqlite3_stmt) rows = fairlead_sql_prepare (
		load->sql, load->part == NULL ? "SELECT id, key FROM entity"
					      : "SELECT id, key FROM " FAIRLEAD_PART_ENTITY
						" CROSS JOIN entity WHERE id = v0");

	while (fairlead_sql_next (load->sql, rows))
		*fairlead_load_cell_at (load, load->keys,
		                        get_place (load, sqlite3_column_int64 (rows, 0)),
		                        "entity") = fairlead_load_read_text (load, rows, 1, FALSE);
}

typedef struct {
	gint64 number;
	FairleadEntityRow row;
} Mention;

static Mention
read_mention (FairleadLoad *load, sqlite3_stmt *rows, const GArray *table)
{
	Mention mention = { sqlite3_column_int64 (rows, 4),
		            { .kind = fairlead_load_read_word (load, rows, 5, FAIRLEAD_WORD_KIND),
		              .source = fairlead_load_read_source (load, rows, table) } };
	static const guint8 flags[] = { FAIRLEAD_ENTITY_NAMED, FAIRLEAD_ENTITY_KIND_STATED,
		                        FAIRLEAD_ENTITY_DISPUTED };

	if (!sqlite3_column_int (rows, 6))
		mention.row.flags |= FAIRLEAD_ENTITY_STUB;
	for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
		if (sqlite3_column_int (rows, 7 + (int) i))
			mention.row.flags |= flags[i];
	return mention;
}

static FairleadEntity
merge_mention (FairleadLoad *load, const Mention *mention)
{
	gint64 place = get_place (load, mention->number);
	FairleadText key = fairlead_load_get_cell (load->keys, place);
	FairleadEntity entity;

	if (key == 0) {
		fairlead_load_fail (load, "there is no entity", mention->number);
		return 0;
	}
	entity = fairlead_records_merge_entity (
		load->records, fairlead_strings_get (load->records->strings, key), &mention->row);
	*fairlead_load_cell_at (load, load->entities, place, "entity") = entity + 1;
	return entity;
}

void
fairlead_load_mentions (FairleadLoad *load)
{
	g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));
	g_autoptr (sqlite3_stmt) rows = fairlead_load_prepare (
		load, "mention", "entity, kind, described, by_name, kind_stated, disputed");

	while (fairlead_sql_next (load->sql, rows)) {
		Mention mention = read_mention (load, rows, mentions);

		g_array_append_val (mentions, mention);
	}
	fairlead_load_put_in_order (load, mentions);
	for (guint i = 0; i < mentions->len && load->sql->failure == NULL; i++)
		merge_mention (load, &g_array_index (mentions, Mention, i));
}

/* An entity that no file mentions any more, where another's fact is about it, is a stub */
FairleadEntity
fairlead_load_read_entity (FairleadLoad *load, sqlite3_stmt *rows, int column,
                           FairleadSource source)
{
	gint64 number = sqlite3_column_int64 (rows, column);
	guint32 known = fairlead_load_get_cell (load->entities, get_place (load, number));
	Mention stub = { number, { .flags = FAIRLEAD_ENTITY_STUB, .source = source } };

	return known != 0 ? known - 1 : merge_mention (load, &stub);
}
