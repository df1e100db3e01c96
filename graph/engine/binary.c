/* graph/engine/binary.c */
#include "graph/engine/binary.h"

#include <string.h>

#include "ingest/record/error.h"

guint64
fairlead_binary_sum (guint64 first, const guint64 *words, gsize n)
{
	guint64 sum = 0;

	for (gsize i = 0; i < n; i++)
		sum += fairlead_binary_mix (first + i, words[i]);
	return sum;
}

static gboolean
flush (FairleadBinaryWriter *self, GError **error)
{
	gsize n = self->n_kept;

	self->n_kept = 0;
	return self->stream == NULL
	       || g_output_stream_write_all (self->stream, self->kept, n * sizeof *self->kept, NULL,
	                                     self->cancellable, error);
}

gboolean
fairlead_binary_begin (FairleadBinaryWriter *self, const char magic[8], guint64 n, guint64 n_words,
                       const guint64 words[4], GError **error)
{
	FairleadBinaryHead head = { .version = FAIRLEAD_BINARY_VERSION,
		                    .order = FAIRLEAD_BINARY_ORDER,
		                    .n = n,
		                    .n_words = n_words };

	G_STATIC_ASSERT (sizeof head == FAIRLEAD_BINARY_HEAD);
	memcpy (head.magic, magic, sizeof head.magic);
	memcpy (head.words, words, sizeof head.words);
	memcpy (self->kept, &head, sizeof head);
	self->n_kept = FAIRLEAD_BINARY_HEAD_WORDS;
	self->place = self->sum = 0;
	return flush (self, error);
}

gboolean
fairlead_binary_add (FairleadBinaryWriter *self, const guint64 *words, gsize n, GError **error)
{
	for (gsize i = 0; i < n; i++) {
		if (self->n_kept == G_N_ELEMENTS (self->kept) && !flush (self, error))
			return FALSE;
		self->sum += fairlead_binary_mix (self->place++, words[i]);
		self->kept[self->n_kept++] = words[i];
	}
	return TRUE;
}

gboolean
fairlead_binary_end (FairleadBinaryWriter *self, GError **error)
{
	guint64 sum = self->sum;

	return flush (self, error)
	       && (self->stream == NULL
	           || g_output_stream_write_all (self->stream, &sum, sizeof sum, NULL,
	                                         self->cancellable, error));
}

const char *
fairlead_binary_find_fault (const FairleadBinaryHead *head, const char magic[8], guint64 n_bytes)
{
	const guint64 beside = FAIRLEAD_BINARY_HEAD + sizeof (guint64);

	if (n_bytes < beside || memcmp (head->magic, magic, sizeof head->magic) != 0)
		return "is no file of this kind";
	if (head->order != FAIRLEAD_BINARY_ORDER)
		return "is of a machine with another order of bytes";
	if (head->version != FAIRLEAD_BINARY_VERSION)
		return "is of another version";
	if ((n_bytes - beside) % sizeof (guint64) != 0
	    || (n_bytes - beside) / sizeof (guint64) != head->n_words)
		return "is not as long as it says: it was cut off, or is still being written";
	return NULL;
}

GMappedFile *
fairlead_binary_map_unchecked (const char *path, const char magic[8], FairleadBinaryHead *head,
                               const guint64 **body, GError **error)
{
	g_autoptr (GError) problem = NULL;
	g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &problem);
	FairleadBinaryHead found = { .n = 0 };
	const char *fault;

	if (file == NULL) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_IO, "%s", problem->message);
		return NULL;
	}
	if (g_mapped_file_get_length (file) >= sizeof found)
		memcpy (&found, g_mapped_file_get_contents (file), sizeof found);
	fault = fairlead_binary_find_fault (&found, magic, g_mapped_file_get_length (file));
	if (fault != NULL) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_UNKNOWN_FORMAT, "%s", fault);
		return NULL;
	}
	*head = found;
	*body = (const guint64 *) (gconstpointer) (g_mapped_file_get_contents (file)
	                                           + FAIRLEAD_BINARY_HEAD);
	return g_steal_pointer (&file);
}

GMappedFile *
fairlead_binary_map (const char *path, const char magic[8], FairleadBinaryHead *head,
                     const guint64 **body, GError **error)
{
	FairleadBinaryHead found;
	const guint64 *words;
	g_autoptr (GMappedFile) file =
		fairlead_binary_map_unchecked (path, magic, &found, &words, error);

	if (file == NULL)
		return NULL;
	if (fairlead_binary_sum (0, words, found.n_words) != words[found.n_words]) {
		fairlead_set_error_at (error, path, 0, FAIRLEAD_ERROR_SYNTAX,
		                       "its checksum is wrong: it was damaged");
		return NULL;
	}
	*head = found;
	*body = words;
	return g_steal_pointer (&file);
}
