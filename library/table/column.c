/* library/table/column.c */
#include <string.h>

#include "library/table/table-private.h"
#include "ingest/grammar/period.h"

struct _FleadColumn {
	GObject parent;
	FleadColumnMemory memory;
};

G_DEFINE_FINAL_TYPE (FleadColumn, flead_column, G_TYPE_OBJECT)

static void
flead_column_finalize (GObject *object)
{
	FleadColumnMemory *memory = &FLEAD_COLUMN (object)->memory;

	g_clear_pointer (&memory->values, g_bytes_unref);
	g_clear_pointer (&memory->offsets, g_bytes_unref);
	g_clear_pointer (&memory->words, g_strfreev);
	G_OBJECT_CLASS (flead_column_parent_class)->finalize (object);
}

static void
flead_column_class_init (FleadColumnClass *class)
{
	G_OBJECT_CLASS (class)->finalize = flead_column_finalize;
}

static void
flead_column_init (FleadColumn *self)
{
	(void) self;
}

FleadColumn *
flead_column_new_take (FleadColumnMemory *memory)
{
	FleadColumn *self = g_object_new (FLEAD_TYPE_COLUMN, NULL);

	self->memory = *memory;
	return self;
}

const char *
flead_column_get_name (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), NULL);
	return self->memory.name;
}

FleadColumnType
flead_column_get_column_type (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), FLEAD_COLUMN_TEXT);
	return self->memory.type;
}

guint64
flead_column_get_n_rows (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), 0);
	return self->memory.n_rows;
}

GBytes *
flead_column_get_values (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), NULL);
	return self->memory.values;
}

GBytes *
flead_column_get_offsets (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), NULL);
	return self->memory.offsets;
}

const char *const *
flead_column_get_words (FleadColumn *self)
{
	g_return_val_if_fail (FLEAD_IS_COLUMN (self), NULL);
	return (const char *const *) self->memory.words;
}

/* ---- one cell ---- */

static char *
dup_integer (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	gint64 value;

	(void) memory;
	memcpy (&value, values + row * sizeof value, sizeof value);
	return value < 0 ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

static char *
dup_number (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	double value;

	(void) memory;
	memcpy (&value, values + row * sizeof value, sizeof value);
	return g_strdup (value == value ? g_ascii_dtostr (text, sizeof text, value) : "");
}

static char *
dup_truth (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	(void) memory;
	return g_strdup (values[row] ? "true" : "false");
}

static char *
dup_day (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	gint32 day;

	(void) memory;
	memcpy (&day, values + row * sizeof day, sizeof day);
	if (day == FAIRLEAD_DAY_OPEN_PAST)
		return g_strdup ("");
	return fairlead_date_dup_text ((FairleadDate){ day, day });
}

static char *
dup_word (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	gint32 number;

	memcpy (&number, values + row * sizeof number, sizeof number);
	return g_strdup (number < 0 ? "" : memory->words[number]);
}

static char *
dup_text (const FleadColumnMemory *memory, const guint8 *values, guint64 row)
{
	const guint8 *offsets = g_bytes_get_data (memory->offsets, NULL);
	gint64 bounds[2];

	memcpy (bounds, offsets + row * sizeof *bounds, sizeof bounds);
	return g_strndup ((const char *) values + bounds[0], (gsize) (bounds[1] - bounds[0]));
}

char *
flead_column_dup_cell (FleadColumn *self, guint64 row)
{
	static char *(*const dups[]) (const FleadColumnMemory *, const guint8 *, guint64) = {
		[FLEAD_COLUMN_INTEGER] = dup_integer, [FLEAD_COLUMN_NUMBER] = dup_number,
		[FLEAD_COLUMN_TRUTH] = dup_truth,     [FLEAD_COLUMN_DAY] = dup_day,
		[FLEAD_COLUMN_WORD] = dup_word,       [FLEAD_COLUMN_TEXT] = dup_text,
	};

	g_return_val_if_fail (FLEAD_IS_COLUMN (self), NULL);
	g_return_val_if_fail (row < self->memory.n_rows, NULL);
	return dups[self->memory.type](&self->memory, g_bytes_get_data (self->memory.values, NULL),
	                               row);
}
