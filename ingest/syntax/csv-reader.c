/* ingest/syntax/csv-reader.c: see csv-reader.h
 *
 * A row is first split without touching it, for it may turn out to be cut by the end of the
 * buffer; only a whole row is unquoted and NUL-terminated in place. */
#include "ingest/syntax/csv-reader.h"
#include "ingest/record/error.h"
#include "ingest/syntax/csv-scan.h"

#include <string.h>

#define FIRST_CAPACITY (256u << 10)
#define SUBSTITUTE 0x1A /* what CP/M and DOS end a text with */

struct _FairleadCsvReader {
	FairleadInput *input;
	char delimiter;
	gboolean is_literal;
	char *buffer;   /* with one block of zeros behind its end */
	gsize capacity; /* without that block */
	gsize start;    /* of the row to be read next */
	gsize end;      /* of the bytes held */
	gboolean ended; /* the input has no more */
	guint64 line;   /* on which the next row starts */
	guint64 first_bad_line;
	GError *failure; /* what every later call says again */

	gsize block;        /* the 64 bytes being looked at */
	guint64 special;    /* their special bytes not visited yet */
	guint64 block_high; /* their bytes that are not ASCII */
	guint64 row_high;   /* not 0 when the row may hold such bytes */

	char **fields;
	guint32 *lengths;
	guint8 *quoted; /* FieldMarks while the row is split, then 0 or 1 */
	guint32 *starts;
	char *converted; /* fields that were not UTF-8 */
	gsize converted_capacity;
};

typedef enum {
	FIELD_QUOTED = 1 << 0,
	FIELD_UNTIDY = 1 << 1, /* doubled quotes, or text behind the closing one */
} FieldMarks;

typedef enum {
	ROW_GOES_ON,
	ROW_WHOLE,
	ROW_CUT, /* the buffer ended first */
	ROW_NONE,
	ROW_BAD, /* self->failure says why */
} RowState;

/* A row while it is being split */
typedef struct {
	gsize field;  /* where the current field starts */
	gsize closed; /* its closing quote */
	gsize next;   /* where the next row starts */
	guint64 line;
	guint64 opened; /* line of its opening quote */
	guint n_fields;
	guint marks; /* FieldMarks of the current field */
	gboolean in_quotes;
	gboolean is_loose;
} Split;

FairleadCsvReader *
fairlead_csv_reader_new (FairleadInput *input, char delimiter)
{
	FairleadCsvReader *self = g_new0 (FairleadCsvReader, 1);

	self->input = input;
	self->delimiter = delimiter;
	self->capacity = FIRST_CAPACITY;
	self->buffer = g_malloc0 (self->capacity + FAIRLEAD_CSV_BLOCK);
	self->line = 1;
	self->fields = g_new (char *, FAIRLEAD_CSV_MAX_FIELDS);
	self->lengths = g_new (guint32, FAIRLEAD_CSV_MAX_FIELDS);
	self->quoted = g_new (guint8, FAIRLEAD_CSV_MAX_FIELDS);
	self->starts = g_new (guint32, FAIRLEAD_CSV_MAX_FIELDS);
	return self;
}

void
fairlead_csv_reader_free (FairleadCsvReader *self)
{
	if (self == NULL)
		return;
	g_clear_error (&self->failure);
	g_free (self->buffer);
	g_free (self->fields);
	g_free (self->lengths);
	g_free (self->quoted);
	g_free (self->starts);
	g_free (self->converted);
	g_free (self);
}

void
fairlead_csv_reader_set_literal (FairleadCsvReader *self)
{
	self->is_literal = TRUE;
}

guint64
fairlead_csv_reader_get_first_bad_line (FairleadCsvReader *self)
{
	return self->first_bad_line;
}

static RowState
fail_at (FairleadCsvReader *self, guint64 line, FairleadError code, const char *words)
{
	fairlead_set_error_at (&self->failure, fairlead_input_get_path (self->input), line, code,
	                       "%s", words);
	return ROW_BAD;
}

static RowState
fail_too_long (FairleadCsvReader *self, const Split *split)
{
	if (split->in_quotes)
		return fail_at (self, split->opened, FAIRLEAD_ERROR_SYNTAX,
		                "the quote opened on this line is not closed within 8 MiB");
	return fail_at (self, self->line, FAIRLEAD_ERROR_LIMIT,
	                "the record that starts on this line is longer than 8 MiB");
}

static inline void
look_at_block (FairleadCsvReader *self, gsize block)
{
	FairleadCsvBlock found = fairlead_csv_scan (self->buffer + block, self->delimiter);
	gsize held = self->end - block;

	if (held < FAIRLEAD_CSV_BLOCK)
		found.special &= (G_GUINT64_CONSTANT (1) << held) - 1;
	self->block = block;
	self->special = found.special;
	self->block_high = found.high;
	self->row_high |= found.high;
}

/* The place of the next special byte, or the end of what is held */
static inline gsize
next_special (FairleadCsvReader *self)
{
	while (self->special == 0) {
		if (self->block + FAIRLEAD_CSV_BLOCK >= self->end)
			return self->end;
		look_at_block (self, self->block + FAIRLEAD_CSV_BLOCK);
	}

	gsize at = self->block + (gsize) __builtin_ctzll (self->special);

	self->special &= self->special - 1;
	return at;
}

/* What stands behind the closing quote of a field that ends here */
static void
on_loose_text (FairleadCsvReader *self, Split *split, gsize end)
{
	split->marks |= FIELD_UNTIDY;
	for (gsize i = split->closed + 1; i < end; i++)
		split->is_loose |= !g_ascii_isspace (self->buffer[i]);
}

static inline RowState
end_field (FairleadCsvReader *self, Split *split, gsize at)
{
	guint n = split->n_fields;

	if (G_UNLIKELY (n == FAIRLEAD_CSV_MAX_FIELDS))
		return fail_at (self, self->line, FAIRLEAD_ERROR_LIMIT,
		                "the record that starts on this line has more than 4096 fields");
	if (G_UNLIKELY (split->marks != 0 && split->closed + 1 != at))
		on_loose_text (self, split, at);
	self->starts[n] = (guint32) split->field;
	self->lengths[n] = (guint32) (at - split->field);
	self->quoted[n] = (guint8) split->marks;
	split->n_fields = n + 1;
	split->field = at + 1;
	split->marks = 0;
	return ROW_GOES_ON;
}

static inline RowState
on_quote (FairleadCsvReader *self, Split *split, gsize at)
{
	if (!split->in_quotes) {
		if (at != split->field || self->is_literal)
			return ROW_GOES_ON;
		split->in_quotes = TRUE;
		split->marks = FIELD_QUOTED;
		split->opened = split->line;
		return ROW_GOES_ON;
	}
	if (at + 1 == self->end && !self->ended)
		return ROW_CUT;
	if (self->buffer[at + 1] == '"') {
		split->marks |= FIELD_UNTIDY;
		(void) next_special (self);
		return ROW_GOES_ON;
	}
	split->in_quotes = FALSE;
	split->closed = at;
	return ROW_GOES_ON;
}

static inline RowState
on_newline (FairleadCsvReader *self, Split *split, gsize at)
{
	gsize next = at + 1;

	if (self->buffer[at] == '\r') {
		if (next == self->end && !self->ended)
			return ROW_CUT;
		if (self->buffer[next] == '\n')
			next = next_special (self) + 1;
	}
	split->line++;
	if (split->in_quotes)
		return ROW_GOES_ON;
	split->next = next;
	return end_field (self, split, at) == ROW_BAD ? ROW_BAD : ROW_WHOLE;
}

static RowState
on_end (FairleadCsvReader *self, Split *split)
{
	if (!self->ended)
		return ROW_CUT;
	if (split->in_quotes)
		return fail_at (self, split->opened, FAIRLEAD_ERROR_SYNTAX,
		                "the quote opened on this line is never closed");
	if (self->start == self->end)
		return ROW_NONE;
	split->next = self->end;
	return end_field (self, split, self->end) == ROW_BAD ? ROW_BAD : ROW_WHOLE;
}

static RowState
split_row (FairleadCsvReader *self, Split *split)
{
	RowState state = ROW_GOES_ON;

	*split = (Split){ .field = self->start, .line = self->line };
	self->row_high = self->block_high;
	while (state == ROW_GOES_ON) {
		gsize at = next_special (self);

		if (G_UNLIKELY (at == self->end))
			return on_end (self, split);

		char byte = self->buffer[at];

		if (byte == self->delimiter)
			state = split->in_quotes ? ROW_GOES_ON : end_field (self, split, at);
		else if (byte == '"')
			state = on_quote (self, split, at);
		else if (byte == '\n' || byte == '\r')
			state = on_newline (self, split, at);
		else if (G_UNLIKELY (byte == '\0'))
			state = fail_at (self, split->line, FAIRLEAD_ERROR_SYNTAX,
			                 "a NUL byte stands in the text (expected delimited text)");
	}
	return state;
}

static gboolean
fill_buffer (FairleadCsvReader *self)
{
	while (self->end < self->capacity && !self->ended) {
		gssize n = fairlead_input_read (self->input, self->buffer + self->end,
		                                self->capacity - self->end, &self->failure);

		if (n < 0)
			return FALSE;
		self->end += (gsize) n;
		self->ended = n == 0;
	}
	while (self->ended && self->end > 0 && self->buffer[self->end - 1] == SUBSTITUTE)
		self->end--;
	memset (self->buffer + self->end, 0, FAIRLEAD_CSV_BLOCK);
	return TRUE;
}

/* Makes the cut row the first in the buffer, with more behind it, to be split anew. The buffer
 * doubles for long rows, so that splitting stays linear. */
static RowState
read_more (FairleadCsvReader *self, const Split *split)
{
	gsize held = self->end - self->start;

	if (held > FAIRLEAD_CSV_MAX_RECORD)
		return fail_too_long (self, split);
	memmove (self->buffer, self->buffer + self->start, held);
	self->start = 0;
	self->end = held;
	if (held > self->capacity / 2) {
		self->capacity *= 2;
		self->buffer = g_realloc (self->buffer, self->capacity + FAIRLEAD_CSV_BLOCK);
	}
	if (!fill_buffer (self))
		return ROW_BAD;
	look_at_block (self, 0);
	return ROW_CUT;
}

static gboolean
row_is_blank (FairleadCsvReader *self, const Split *split)
{
	if (split->n_fields != 1 || self->quoted[0] != 0)
		return FALSE;
	return self->lengths[0] == 0
	       || (self->lengths[0] == 1 && self->buffer[self->starts[0]] == SUBSTITUTE);
}

/* In place; what stands behind the closing quote is taken as it is */
static gsize
unquote (char *text, gsize length)
{
	gboolean inside = TRUE;
	gsize in = 1, out = 0;

	while (in < length) {
		const char *quote = inside ? memchr (text + in, '"', length - in) : NULL;
		gsize piece = quote != NULL ? (gsize) (quote - text) - in : length - in;

		memmove (text + out, text + in, piece);
		out += piece;
		in += piece + 1;
		if (quote == NULL)
			break;
		inside = in < length && text[in] == '"';
		if (inside)
			text[out++] = text[in++];
	}
	return out;
}

static inline void
finish_field (FairleadCsvReader *self, guint i)
{
	char *text = self->buffer + self->starts[i];
	gsize length = self->lengths[i];

	if ((self->quoted[i] & FIELD_UNTIDY) != 0) {
		length = unquote (text, length);
	} else if (self->quoted[i] != 0) {
		text++;
		length -= 2;
	}
	text[length] = '\0';
	self->fields[i] = text;
	self->lengths[i] = (guint32) length;
	self->quoted[i] = self->quoted[i] != 0;
}

/* Windows-1252 where it differs from Latin 1; the five bytes without a meaning are U+FFFD */
static const guint16 windows_1252[32] = {
	0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
	0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
};

/* Writes at most three bytes for each of @text, and a NUL */
static gsize
convert_windows_1252 (const char *text, gsize length, char *out)
{
	char *first = out;

	for (gsize i = 0; i < length; i++) {
		guint8 byte = (guint8) text[i];
		gunichar c = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;

		out += g_unichar_to_utf8 (c, out);
	}
	*out = '\0';
	return (gsize) (out - first);
}

static guint64
count_newlines (const char *text, gsize length)
{
	guint64 n = 0;

	for (gsize i = 0; i < length; i++)
		n += text[i] == '\n'
		     || (text[i] == '\r' && (i + 1 == length || text[i + 1] != '\n'));
	return n;
}

static void
remember_bad_line (FairleadCsvReader *self, guint field, const char *at)
{
	if (self->first_bad_line != 0)
		return;
	self->first_bad_line = self->line;
	for (guint i = 0; i < field; i++)
		self->first_bad_line += count_newlines (self->fields[i], self->lengths[i]);
	self->first_bad_line +=
		count_newlines (self->fields[field], (gsize) (at - self->fields[field]));
}

/* Copied as it is where it is UTF-8; returns the length */
static gsize
convert_field (FairleadCsvReader *self, guint field, char *out)
{
	const char *text = self->fields[field];
	gsize length = self->lengths[field];
	const char *bad = NULL;

	if (!g_utf8_validate_len (text, length, &bad)) {
		remember_bad_line (self, field, bad);
		return convert_windows_1252 (text, length, out);
	}
	memcpy (out, text, length + 1);
	return length;
}

static gboolean
all_are_utf8 (FairleadCsvReader *self, guint n_fields)
{
	for (guint i = 0; i < n_fields; i++)
		if (!g_utf8_validate_len (self->fields[i], self->lengths[i], NULL))
			return FALSE;
	return TRUE;
}

static void
convert_fields (FairleadCsvReader *self, const Split *split)
{
	gsize room = 3 * (split->next - self->start) + split->n_fields + 1;
	char *out;

	if (room > self->converted_capacity) {
		self->converted_capacity = room;
		self->converted = g_realloc (self->converted, room);
	}
	out = self->converted;
	for (guint i = 0; i < split->n_fields; i++) {
		self->lengths[i] = (guint32) convert_field (self, i, out);
		self->fields[i] = out;
		out += self->lengths[i] + 1;
	}
}

static void
give_row (FairleadCsvReader *self, const Split *split, FairleadCsvRow *row)
{
	for (guint i = 0; i < split->n_fields; i++)
		finish_field (self, i);
	if (self->row_high != 0 && !all_are_utf8 (self, split->n_fields))
		convert_fields (self, split);
	row->fields = self->fields;
	row->lengths = self->lengths;
	row->quoted = self->quoted;
	row->n_fields = split->n_fields;
	row->line = self->line;
	row->is_loose = split->is_loose;
}

static RowState
take_row (FairleadCsvReader *self, Split *split, FairleadCsvRow *row)
{
	if (split->next - self->start > FAIRLEAD_CSV_MAX_RECORD)
		return fail_too_long (self, split);

	gboolean is_blank = row_is_blank (self, split);

	if (!is_blank)
		give_row (self, split, row);
	self->start = split->next;
	self->line = split->line;
	return is_blank ? ROW_GOES_ON : ROW_WHOLE;
}

gboolean
fairlead_csv_reader_next (FairleadCsvReader *self, FairleadCsvRow *row, GError **error)
{
	RowState state = self->failure != NULL ? ROW_BAD : ROW_GOES_ON;
	Split split;

	while (state == ROW_GOES_ON || state == ROW_CUT) {
		state = split_row (self, &split);
		if (state == ROW_CUT)
			state = read_more (self, &split);
		else if (state == ROW_WHOLE)
			state = take_row (self, &split, row);
	}
	if (state == ROW_BAD && error != NULL)
		*error = g_error_copy (self->failure);
	return state == ROW_WHOLE;
}

/* Past the marks that files put before their first header, and the blanks around any */
static const char *
bare_cell (const char *cell, gsize *length)
{
	if (g_str_has_prefix (cell, "\xEF\xBB\xBF"))
		cell += 3;
	while (g_ascii_isspace (*cell) || *cell == '#')
		cell++;
	*length = strlen (cell);
	while (*length > 0 && g_ascii_isspace (cell[*length - 1]))
		(*length)--;
	return cell;
}

gint
fairlead_csv_row_find (const FairleadCsvRow *header, const char *name)
{
	gsize wanted_length;
	const char *wanted = bare_cell (name, &wanted_length);

	for (guint i = 0; i < header->n_fields; i++) {
		gsize length;
		const char *cell = bare_cell (header->fields[i], &length);

		if (length == wanted_length && g_ascii_strncasecmp (cell, wanted, length) == 0)
			return (gint) i;
	}
	return -1;
}
