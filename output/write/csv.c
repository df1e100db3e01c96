/* output/write/csv.c */
#include "output/write/csv.h"

#include <math.h>
#include <string.h>

#include "output/write/number.h"

#define FORMULA_STARTS "=+-@\t\r\n"

static void
begin_cell (FairleadCsv *self)
{
	if (self->in_row)
		fairlead_sink_put (self->sink, ",");
	self->in_row = TRUE;
}

static gboolean
needs_quotes (const char *text)
{
	gsize length = strlen (text);

	return strpbrk (text, "\",\r\n") != NULL || g_ascii_isspace (text[0])
	       || (length > 0 && g_ascii_isspace (text[length - 1]));
}

static void
put_character (FairleadCsv *self, gunichar character)
{
	gboolean is_space = character == '\t' || character == '\n' || character == '\r';

	if (character == '"')
		fairlead_sink_put (self->sink, "\"");
	if (g_unichar_iscntrl (character) && !is_space && !self->is_verbatim)
		character = 0xfffd;
	fairlead_sink_put_char (self->sink, character);
}

void
fairlead_csv_text (FairleadCsv *self, const char *text)
{
	g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
	const char *quote = needs_quotes (valid) ? "\"" : "";

	begin_cell (self);
	fairlead_sink_put (self->sink, quote);
	if (*valid != '\0' && strchr (FORMULA_STARTS, *valid) != NULL && !self->is_verbatim)
		fairlead_sink_put (self->sink, "'");
	for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
		put_character (self, g_utf8_get_char (at));
	fairlead_sink_put (self->sink, quote);
}

void
fairlead_csv_integer (FairleadCsv *self, guint64 value)
{
	begin_cell (self);
	fairlead_sink_put_integer (self->sink, value);
}

void
fairlead_csv_number (FairleadCsv *self, double value)
{
	char buffer[FAIRLEAD_NUMBER_SIZE];

	begin_cell (self);
	if (isfinite (value))
		fairlead_sink_put (self->sink, fairlead_number_exact (value, buffer));
}

void
fairlead_csv_boolean (FairleadCsv *self, gboolean value)
{
	begin_cell (self);
	fairlead_sink_put (self->sink, value ? "true" : "false");
}

void
fairlead_csv_end_row (FairleadCsv *self)
{
	fairlead_sink_put (self->sink, "\r\n");
	self->in_row = FALSE;
}

void
fairlead_csv_row (FairleadCsv *self, const char *const *cells)
{
	for (guint i = 0; cells[i] != NULL; i++)
		fairlead_csv_text (self, cells[i]);
	fairlead_csv_end_row (self);
}
