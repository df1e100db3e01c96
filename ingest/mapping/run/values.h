/* ingest/mapping/run/values.h: a list of short texts with their lines, in one buffer used again */
#pragma once
#include <glib.h>
G_BEGIN_DECLS

typedef struct {
	GString *text;      /* the texts one after the other, each with its NUL */
	GArray *items;      /* of FairleadValue */
	guint32 next_place; /* of what is added next */
} FairleadValues;

typedef struct {
	guint32 start; /* in the buffer */
	guint32 line;  /* of the file */
	guint32 place; /* among the parts that it was told from, the blank ones counted */
} FairleadValue;

void fairlead_values_init (FairleadValues *self);
void fairlead_values_free (FairleadValues *self);
void fairlead_values_reset (FairleadValues *self);

/* Adds a copy without outer blanks; a text of which nothing is left takes a place, and is passed
 * over */
void fairlead_values_add (FairleadValues *self, const char *text, gsize length, guint32 line);

static inline guint
fairlead_values_count (const FairleadValues *self)
{
	return self->items->len;
}

/* Good until the next add() or reset() */
static inline const char *
fairlead_values_get (const FairleadValues *self, guint nth)
{
	return self->text->str + g_array_index (self->items, FairleadValue, nth).start;
}

static inline guint32
fairlead_values_line (const FairleadValues *self, guint nth)
{
	return g_array_index (self->items, FairleadValue, nth).line;
}

static inline guint32
fairlead_values_place (const FairleadValues *self, guint nth)
{
	return g_array_index (self->items, FairleadValue, nth).place;
}

G_END_DECLS
