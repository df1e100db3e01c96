/* tests/fuzz/mutate.c: changes of seeds, for builds without a fuzzing engine */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#define MAX_CHANGES 4
#define MAX_RANGE 64
#define MAX_SIZE (256u << 10)

/* What a change may take from */
typedef struct {
	GPtrArray *others; /* of FuzzSeed */
	GPtrArray *words;  /* of GBytes */
	GRand *random;
} Source;

/* Below @n; 0 where @n is */
static guint
pick (const Source *self, guint n)
{
	return n == 0 ? 0 : (guint) g_rand_int_range (self->random, 0, (gint32) n);
}

static void
insert_bytes (GByteArray *data, guint at, gconstpointer bytes, guint size)
{
	g_autofree guint8 *copy = g_memdup2 (bytes, size);
	guint behind = data->len - at;

	if (size == 0 || data->len + size > MAX_SIZE)
		return;
	g_byte_array_set_size (data, data->len + size);
	memmove (data->data + at + size, data->data + at, behind);
	memcpy (data->data + at, copy, size);
}

/* Of the text itself, at most MAX_RANGE bytes; the place too */
static guint
pick_range (const Source *self, const GByteArray *data, guint *at)
{
	guint size = 1 + pick (self, MAX_RANGE);

	*at = pick (self, data->len);
	return MIN (size, data->len - *at);
}

static void
flip_bit (const Source *self, GByteArray *data)
{
	if (data->len > 0)
		data->data[pick (self, data->len)] ^= (guint8) (1u << pick (self, 8));
}

static void
set_byte (const Source *self, GByteArray *data)
{
	static const char bytes[] =
		"\0\n\r\t \"',;|<>&{}[]:=/\\#-+.%09\x1A\x1C\x7F\x80\xC3\xE2\xF0\xFF";

	if (data->len > 0)
		data->data[pick (self, data->len)] = (guint8) bytes[pick (self, sizeof bytes - 1)];
}

static void
remove_range (const Source *self, GByteArray *data)
{
	guint at;
	guint size = pick_range (self, data, &at);

	if (size > 0)
		g_byte_array_remove_range (data, at, size);
}

static void
repeat_range (const Source *self, GByteArray *data)
{
	guint at;
	guint size = pick_range (self, data, &at);

	for (guint i = pick (self, 8); i < 8 && size > 0; i++)
		insert_bytes (data, at, data->data + at, size);
}

static void
copy_range (const Source *self, GByteArray *data)
{
	guint at;
	guint size = pick_range (self, data, &at);

	insert_bytes (data, pick (self, data->len), data->data + at, size);
}

static void
cut_end (const Source *self, GByteArray *data)
{
	g_byte_array_set_size (data, pick (self, data->len));
}

static void
insert_word (const Source *self, GByteArray *data)
{
	gsize size;
	const void *word =
		g_bytes_get_data (self->words->pdata[pick (self, self->words->len)], &size);

	insert_bytes (data, pick (self, data->len + 1), word, (guint) size);
}

/* The lines of another seed stand where its own would */
static void
take_from_other (const Source *self, GByteArray *data)
{
	const FuzzSeed *other = self->others->pdata[pick (self, self->others->len)];
	gsize size;
	const guint8 *bytes = g_bytes_get_data (other->bytes, &size);
	guint at = pick (self, (guint) size);
	guint wanted = 1 + pick (self, 4 * MAX_RANGE);

	insert_bytes (data, pick (self, data->len + 1), bytes + at,
	              MIN (wanted, (guint) size - at));
}

GByteArray *
fuzz_mutate (const FuzzSeed *seed, GPtrArray *others, GPtrArray *words, GRand *random)
{
	static void (*const changes[]) (const Source *, GByteArray *) = {
		flip_bit,   set_byte, set_byte,    remove_range,    repeat_range,
		copy_range, cut_end,  insert_word, take_from_other,
	};
	Source source = { others, words, random };
	GByteArray *data = g_byte_array_new ();
	gsize size;
	const guint8 *bytes = g_bytes_get_data (seed->bytes, &size);

	g_byte_array_append (data, bytes, (guint) size);
	for (guint i = pick (&source, MAX_CHANGES); i < MAX_CHANGES; i++)
		changes[pick (&source, G_N_ELEMENTS (changes))](&source, data);
	return data;
}

/* ---- dictionaries ---- */

/* A word between quotes, in which \xNN, \" and \\ stand for bytes */
static GBytes *
read_word (const char *text, const char *end)
{
	GByteArray *word = g_byte_array_new ();

	while (text < end) {
		guint8 byte = (guint8) *text++;

		if (byte == '\\' && *text == 'x') {
			byte = (guint8) (g_ascii_xdigit_value (text[1]) * 16
			                 + g_ascii_xdigit_value (text[2]));
			text += 3;
		} else if (byte == '\\') {
			byte = (guint8) *text++;
		}
		g_byte_array_append (word, &byte, 1);
	}
	return g_byte_array_free_to_bytes (word);
}

GPtrArray *
fuzz_dictionary_load (const char *name)
{
	g_autofree char *path = g_build_filename ("tests", "fuzz", name, NULL);
	g_autoptr (GBytes) bytes = fuzz_read_source (path);
	g_autofree char *text =
		g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
	g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
	GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

	for (char **line = lines; *line != NULL; line++) {
		const char *opened = strchr (*line, '"');
		const char *closed = strrchr (*line, '"');

		if (**line != '#' && opened != closed)
			g_ptr_array_add (words, read_word (opened + 1, closed));
	}
	return words;
}
