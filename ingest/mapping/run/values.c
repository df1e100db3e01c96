/* ingest/mapping/run/values.c */
#include "ingest/mapping/run/values.h"

#include <string.h>

void
fairlead_values_init (FairleadValues *self)
{
	self->text = g_string_new (NULL);
	self->items = g_array_new (FALSE, FALSE, sizeof (FairleadValue));
	self->next_place = 0;
}

void
fairlead_values_free (FairleadValues *self)
{
	g_string_free (self->text, TRUE);
	g_array_unref (self->items);
}

void
fairlead_values_reset (FairleadValues *self)
{
	g_string_truncate (self->text, 0);
	g_array_set_size (self->items, 0);
	self->next_place = 0;
}

void
fairlead_values_add (FairleadValues *self, const char *text, gsize length, guint32 line)
{
	FairleadValue item = { (guint32) self->text->len, line, self->next_place++ };

	while (length > 0 && g_ascii_isspace (*text)) {
		text++;
		length--;
	}
	while (length > 0 && g_ascii_isspace (text[length - 1]))
		length--;
	if (length == 0)
		return;
	g_string_append_len (self->text, text, (gssize) length);
	g_string_append_c (self->text, '\0');
	g_array_append_val (self->items, item);
}
