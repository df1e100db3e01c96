/* ingest/mapping/run/seen.c: open addressing, at most half full */
#include "ingest/mapping/run/seen.h"

#define FIRST_SIZE 1024u

struct _FairleadSeen {
	guint64 *slots; /* 0 is free */
	gsize size;     /* a power of two */
	gsize n_used;
};

FairleadSeen *
fairlead_seen_new (void)
{
	FairleadSeen *self = g_new0 (FairleadSeen, 1);

	self->size = FIRST_SIZE;
	self->slots = g_new0 (guint64, self->size);
	return self;
}

void
fairlead_seen_free (FairleadSeen *self)
{
	g_free (self->slots);
	g_free (self);
}

/* The slot that holds the hash, or the free one where it belongs */
static guint64 *
find_slot (const FairleadSeen *self, guint64 hash)
{
	gsize slot = (gsize) (hash ^ (hash >> 32)) & (self->size - 1);

	while (self->slots[slot] != 0 && self->slots[slot] != hash)
		slot = (slot + 1) & (self->size - 1);
	return &self->slots[slot];
}

static void
grow (FairleadSeen *self)
{
	g_autofree guint64 *old = self->slots;
	gsize old_size = self->size;

	self->size *= 2;
	self->slots = g_new0 (guint64, self->size);
	for (gsize i = 0; i < old_size; i++)
		if (old[i] != 0)
			*find_slot (self, old[i]) = old[i];
}

gboolean
fairlead_seen_add (FairleadSeen *self, guint64 hash)
{
	guint64 *slot;

	hash = hash != 0 ? hash : 1;
	slot = find_slot (self, hash);
	if (*slot == hash)
		return FALSE;
	*slot = hash;
	if (++self->n_used * 2 > self->size)
		grow (self);
	return TRUE;
}
