/* ingest/ais/batch.c */
#include "ingest/ais/batch.h"

#include <string.h>

#define SEEN 4096u /* a power of two */
#define TEXTS (64u << 10)

/* The last identity of a ship, where no other ship has taken the place */
typedef struct _FairleadAisSeen {
	guint32 mmsi;
	guint32 identity;
} Seen;

FairleadAisBatch *
fairlead_ais_batch_new (void)
{
	FairleadAisBatch *self = g_new0 (FairleadAisBatch, 1);

	self->rows = g_new (FairleadAisRow, FAIRLEAD_AIS_BATCH_ROWS);
	self->identities = g_array_new (FALSE, FALSE, sizeof (FairleadAisIdentity));
	self->seen = g_new0 (Seen, SEEN);
	self->texts = g_string_chunk_new (TEXTS);
	return self;
}

void
fairlead_ais_batch_free (FairleadAisBatch *self)
{
	if (self == NULL)
		return;
	g_free (self->rows);
	g_array_unref (self->identities);
	g_free (self->seen);
	g_string_chunk_free (self->texts);
	g_free (self->path);
	g_clear_error (&self->error);
	g_free (self);
}

void
fairlead_ais_batch_empty (FairleadAisBatch *self)
{
	self->n_rows = 0;
	g_array_set_size (self->identities, 0);
	memset (self->seen, 0, SEEN * sizeof *self->seen);
	g_string_chunk_clear (self->texts);
	self->progress = (FairleadLoadProgress){ 0 };
	g_clear_pointer (&self->path, g_free);
	self->is_last = FALSE;
	g_clear_error (&self->error);
}

/* Empty texts, of which there are many, need no copy */
static const char *
keep (FairleadAisBatch *self, const char *text)
{
	return *text == '\0' ? "" : g_string_chunk_insert (self->texts, text);
}

static guint32
add_identity (FairleadAisBatch *self, const FairleadAisIdentity *identity)
{
	const FairleadAisIdentity kept = { .hash = identity->hash,
		                           .name = keep (self, identity->name),
		                           .imo = keep (self, identity->imo),
		                           .call_sign = keep (self, identity->call_sign),
		                           .type = keep (self, identity->type) };

	g_array_append_val (self->identities, kept);
	return self->identities->len - 1;
}

void
fairlead_ais_batch_add (FairleadAisBatch *self, const FairleadAisReport *report,
                        const FairleadAisIdentity *identity)
{
	Seen *seen = &self->seen[report->mmsi * 0x9E3779B1u / (G_MAXUINT32 / SEEN + 1)];

	g_return_if_fail (self->n_rows < FAIRLEAD_AIS_BATCH_ROWS);
	if (seen->mmsi != report->mmsi
	    || g_array_index (self->identities, FairleadAisIdentity, seen->identity).hash
	               != identity->hash)
		*seen = (Seen){ report->mmsi, add_identity (self, identity) };
	self->rows[self->n_rows++] = (FairleadAisRow){ *report, seen->identity };
}
