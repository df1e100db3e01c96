/* ingest/record/mentions.c: what each file says of each entity's being */
#include "ingest/record/records-private.h"

FairleadMentions *
fairlead_mentions_new (void)
{
	FairleadMentions *self = g_new0 (FairleadMentions, 1);

	self->rows = g_array_new (FALSE, FALSE, sizeof (FairleadMention));
	self->next = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->current = g_array_new (FALSE, FALSE, sizeof (guint32));
	return self;
}

void
fairlead_mentions_free (FairleadMentions *self)
{
	g_array_unref (self->rows);
	g_array_unref (self->next);
	g_array_unref (self->current);
	g_free (self);
}

static FairleadMention *
get_row (FairleadMentions *self, guint32 mention)
{
	return &g_array_index (self->rows, FairleadMention, mention);
}

static FairleadMention *
add_row (FairleadMentions *self, FairleadEntity entity, const FairleadEntityRow *row)
{
	FairleadMention mention = { entity, *row };
	guint32 number = self->rows->len;
	guint32 after = number;

	if (entity == self->current->len) {
		g_array_append_val (self->current, number);
	} else {
		guint32 *current = &g_array_index (self->current, guint32, entity);
		guint32 *link = &g_array_index (self->next, guint32, *current);

		after = *link;
		*link = number;
		*current = number;
	}
	g_array_append_val (self->next, after);
	g_array_append_val (self->rows, mention);
	return get_row (self, number);
}

FairleadMention *
fairlead_mentions_get (FairleadMentions *self, FairleadEntity entity, const FairleadEntityRow *row)
{
	guint32 first, mention;

	if (entity < self->current->len) {
		mention = first = g_array_index (self->current, guint32, entity);
		do {
			if (get_row (self, mention)->row.source.file == row->source.file) {
				g_array_index (self->current, guint32, entity) = mention;
				return get_row (self, mention);
			}
			mention = g_array_index (self->next, guint32, mention);
		} while (mention != first);
	}
	return add_row (self, entity, row);
}

FairleadMention *
fairlead_mentions_get_current (FairleadMentions *self, FairleadEntity entity)
{
	return get_row (self, g_array_index (self->current, guint32, entity));
}
