/* ingest/record/id-table.c */
#include "ingest/record/id-table.h"

#include <string.h>

#include "ingest/record/pages.h"

#define FIRST_SIZE 1024u

static FairleadIdSlot *
new_slots (guint32 n)
{
	FairleadIdSlot *slots = fairlead_pages_new ((gsize) n * sizeof *slots);

	memset (slots, 0xff, (gsize) n * sizeof *slots);
	return slots;
}

void
fairlead_id_table_init (FairleadIdTable *self)
{
	self->slots = new_slots (FIRST_SIZE);
	self->n_slots = FIRST_SIZE;
	self->n_used = 0;
}

void
fairlead_id_table_clear (FairleadIdTable *self)
{
	fairlead_pages_free (g_steal_pointer (&self->slots), self->n_slots * sizeof *self->slots);
	self->n_slots = self->n_used = 0;
}

void
fairlead_id_table_restore (FairleadIdTable *self, guint32 n_slots, guint32 n_used)
{
	fairlead_id_table_clear (self);
	self->slots = fairlead_pages_new ((gsize) n_slots * sizeof *self->slots);
	self->n_slots = n_slots;
	self->n_used = n_used;
}

static inline guint64
mix (guint64 a, guint64 b)
{
	__extension__ unsigned __int128 product = (unsigned __int128) a * b;

	return (guint64) product ^ (guint64) (product >> 64);
}

/* Eight bytes a step through a wide multiplication, as wyhash does */
guint32
fairlead_id_table_hash (const char *key, gsize length)
{
	const guint64 k0 = G_GUINT64_CONSTANT (0xa0761d6478bd642f);
	const guint64 k1 = G_GUINT64_CONSTANT (0xe7037ed1a0b428db);
	guint64 hash = k0 ^ length;
	guint64 word;

	for (; length >= 8; key += 8, length -= 8) {
		memcpy (&word, key, 8);
		hash = mix (hash ^ word, k1);
	}
	word = 0;
	memcpy (&word, key, length);
	hash = mix (hash ^ word, k1);
	return (guint32) (hash ^ (hash >> 32));
}

guint32
fairlead_id_table_find (const FairleadIdTable *self, guint32 hash, const char *key, gsize length,
                        FairleadIdEqual equal, gconstpointer user_data)
{
	guint32 mask = self->n_slots - 1;

	for (guint32 i = hash & mask;; i = (i + 1) & mask) {
		const FairleadIdSlot *slot = &self->slots[i];

		if (slot->row == FAIRLEAD_ID_TABLE_NONE)
			return FAIRLEAD_ID_TABLE_NONE;
		if (slot->hash == hash && equal (slot->row, key, length, user_data))
			return slot->row;
	}
}

static void
put (FairleadIdSlot *slots, guint32 mask, FairleadIdSlot slot)
{
	guint32 i = slot.hash & mask;

	while (slots[i].row != FAIRLEAD_ID_TABLE_NONE)
		i = (i + 1) & mask;
	slots[i] = slot;
}

static void
grow (FairleadIdTable *self, guint32 n)
{
	FairleadIdSlot *slots = new_slots (n);

	for (guint32 i = 0; i < self->n_slots; i++)
		if (self->slots[i].row != FAIRLEAD_ID_TABLE_NONE)
			put (slots, n - 1, self->slots[i]);
	fairlead_pages_free (self->slots, self->n_slots * sizeof *slots);
	self->slots = slots;
	self->n_slots = n;
}

/* Linear probing stays short up to about two thirds */
static gboolean
is_crowded (guint64 n_used, guint32 n_slots)
{
	return n_used * 3 >= (guint64) n_slots * 2;
}

void
fairlead_id_table_reserve (FairleadIdTable *self, guint32 n)
{
	guint32 n_slots = self->n_slots;

	while (is_crowded ((guint64) self->n_used + n, n_slots))
		n_slots *= 2;
	if (n_slots > self->n_slots)
		grow (self, n_slots);
}

void
fairlead_id_table_insert (FairleadIdTable *self, guint32 hash, guint32 row)
{
	if (is_crowded (self->n_used, self->n_slots))
		grow (self, self->n_slots * 2);
	put (self->slots, self->n_slots - 1, (FairleadIdSlot){ hash, row });
	self->n_used++;
}
