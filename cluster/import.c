/* cluster/import.c
 *
 * Each rank reads the rows that begin in its part of the file. Names are sorted over all ranks by
 * samples: each rank gets a range of them, sorts it, and numbers it; then every rank asks for the
 * numbers of its own names. */
#include "cluster/import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "graph/engine/arcs.h"

#define READ_AT_ONCE (1u << 24)
#define SAMPLES 64u /* of each rank */
#define MOST_FIELDS 3u

typedef struct {
	const char *path;
	GHashTable *names;  /* of char: to a place in order, plus 1 */
	GPtrArray *order;   /* of char: as they came */
	GArray *links;      /* of FairleadArc: by those places */
	guint64 *number;    /* of each place: the number of the vertex */
	guint64 n_vertices; /* in all */
} Import;

/* ---- rows ---- */

static guint
place_of (Import *self, const char *name)
{
	guint place = GPOINTER_TO_UINT (g_hash_table_lookup (self->names, name));
	char *own;

	if (place > 0)
		return place - 1;
	own = g_strdup (name);
	g_ptr_array_add (self->order, own);
	g_hash_table_insert (self->names, own, GUINT_TO_POINTER (self->order->len));
	return self->order->len - 1;
}

/* Cuts one field off; @line is moved behind it, or set to NULL at the end. Quotes are taken off in
 * place. FALSE where quotes are not closed. */
static gboolean
cut_field (char **line, char **field)
{
	char *to = *line, *from = *line;

	*field = *line;
	if (*from != '"') {
		from += strcspn (from, ",");
	} else {
		for (from++; *from != '"' || from[1] == '"'; from++) {
			if (*from == '\0')
				return FALSE;
			from += *from == '"';
			*to++ = *from;
		}
		from++;
		*to = '\0';
	}
	if (*from != ',' && *from != '\0')
		return FALSE;
	*line = *from == ',' ? from + 1 : NULL;
	*from = '\0';
	return TRUE;
}

static gboolean
read_strength (const char *text, double *strength)
{
	char *end;

	*strength = g_ascii_strtod (text, &end);
	return end != text && *end == '\0' && *strength >= 0.0 && *strength <= 1.0;
}

static void
take_row (Import *self, char *line, guint64 offset)
{
	char *fields[MOST_FIELDS] = { NULL };
	double strength = 1.0;
	guint n = 0;
	FairleadArc arc;

	for (char *rest = line; rest != NULL && n < MOST_FIELDS;)
		if (!cut_field (&rest, &fields[n++]))
			cluster_fail ("%s: the row at byte %" G_GUINT64_FORMAT
			              " has quotes that are not closed",
			              self->path, offset);
	if (n == MOST_FIELDS && !read_strength (fields[2], &strength)) {
		if (offset == 0)
			return; /* the names of the columns */
		cluster_fail ("%s: the row at byte %" G_GUINT64_FORMAT
		              " has a strength that is none from 0 to 1",
		              self->path, offset);
	}
	if (n < 2 || *fields[0] == '\0' || *fields[1] == '\0')
		cluster_fail ("%s: the row at byte %" G_GUINT64_FORMAT " names no two ends",
		              self->path, offset);
	arc.from = place_of (self, fields[0]);
	arc.to = place_of (self, fields[1]);
	arc.value.strength = strength;
	g_array_append_val (self->links, arc);
}

/* The rows that begin from @begin on and before @end; a row that began earlier is another's */
static void
read_rows (Import *self, FILE *file, guint64 begin, guint64 end)
{
	char *line = NULL;
	size_t room = 0;
	guint64 offset = begin;
	ssize_t n;

	if (begin > 0) {
		fseeko (file, (off_t) begin - 1, SEEK_SET);
		n = getline (&line, &room, file);
		offset = begin - 1 + (guint64) MAX (n, 0);
	}
	while (offset < end && (n = getline (&line, &room, file)) > 0) {
		guint64 at = offset;

		offset += (guint64) n;
		if (strlen (line) != (gsize) n)
			cluster_fail ("%s: the row at byte %" G_GUINT64_FORMAT " has a zero byte",
			              self->path, at);
		line[strcspn (line, "\r\n")] = '\0';
		if (*line != '\0')
			take_row (self, line, at);
	}
	free (line);
}

static void
read_part (Import *self)
{
	FILE *file = fopen (self->path, "r");
	guint64 size = (guint64) cluster_size (), rank = (guint64) cluster_rank (), length;

	if (file == NULL || fseeko (file, 0, SEEK_END) != 0)
		cluster_fail ("%s: cannot be read: %s", self->path, g_strerror (errno));
	length = (guint64) ftello (file);
	rewind (file);
	read_rows (self, file, length / size * rank,
	           rank + 1 == size ? length : length / size * (rank + 1));
	if (ferror (file))
		cluster_fail ("%s: cannot be read: %s", self->path, g_strerror (errno));
	fclose (file);
}

/* ---- names over all ranks ---- */

static gint
compare_names (gconstpointer a, gconstpointer b)
{
	return strcmp (*(char *const *) a, *(char *const *) b);
}

/* All texts of all ranks, one after the other, each ended by a zero byte. @n_bytes: of each rank to
 * each. */
static char *
exchange_texts (GString *const *out, guint64 *n_got)
{
	int size = cluster_size ();
	g_autofree int *n_out = g_new (int, (gsize) size);
	g_autofree int *n_in = g_new (int, (gsize) size);
	g_autofree int *at_out = g_new0 (int, (gsize) size);
	g_autofree int *at_in = g_new0 (int, (gsize) size);
	g_autoptr (GString) all = g_string_new (NULL);
	char *in;

	for (int i = 0; i < size; i++) {
		if (all->len + out[i]->len > G_MAXINT)
			cluster_fail ("more than 2 GB of names are too many for a rank: use more");
		n_out[i] = (int) out[i]->len;
		at_out[i] = (int) all->len;
		g_string_append_len (all, out[i]->str, (gssize) out[i]->len);
	}
	MPI_Alltoall (n_out, 1, MPI_INT, n_in, 1, MPI_INT, MPI_COMM_WORLD);
	*n_got = 0;
	for (int i = 0; i < size; i++) {
		at_in[i] = (int) *n_got;
		*n_got += (guint64) n_in[i];
		if (*n_got > G_MAXINT)
			cluster_fail ("more than 2 GB of names are too many for a rank: use more");
	}
	in = g_malloc (*n_got + 1);
	MPI_Alltoallv (all->str, n_out, at_out, MPI_CHAR, in, n_in, at_in, MPI_CHAR,
	               MPI_COMM_WORLD);
	return in;
}

static GString **
new_texts (void)
{
	GString **texts = g_new (GString *, (gsize) cluster_size ());

	for (int i = 0; i < cluster_size (); i++)
		texts[i] = g_string_new (NULL);
	return texts;
}

static void
free_texts (GString **texts)
{
	for (int i = 0; i < cluster_size (); i++)
		g_string_free (texts[i], TRUE);
	g_free (texts);
}

/* Names that part all names into as many ranges as there are ranks: the same on every rank */
static GPtrArray *
find_borders (GPtrArray *sorted)
{
	guint size = (guint) cluster_size ();
	GString **out = new_texts ();
	g_autoptr (GPtrArray) samples = g_ptr_array_new ();
	GPtrArray *borders = g_ptr_array_new_with_free_func (g_free);
	guint64 n;
	char *in;

	for (guint i = 0; i < MIN (SAMPLES, sorted->len); i++) {
		const char *name = g_ptr_array_index (sorted, (guint64) i * sorted->len
		                                                      / MIN (SAMPLES, sorted->len));

		for (guint j = 0; j < size; j++)
			g_string_append_len (out[j], name, (gssize) strlen (name) + 1);
	}
	in = exchange_texts (out, &n);
	free_texts (out);
	for (guint64 at = 0; at < n; at += strlen (in + at) + 1)
		g_ptr_array_add (samples, in + at);
	g_ptr_array_sort (samples, compare_names);
	for (guint i = 1; i < size && samples->len > 0; i++)
		g_ptr_array_add (borders, g_strdup (g_ptr_array_index (
						  samples, (guint64) i * samples->len / size)));
	g_free (in);
	return borders;
}

/* Whose range a name is in; names are asked for in their order */
static guint
range_of (const GPtrArray *borders, const char *name, guint from)
{
	while (from < borders->len && strcmp (name, g_ptr_array_index (borders, from)) >= 0)
		from++;
	return from;
}

/* The names of this rank's range: distinct, in order; pointers into @text */
static GPtrArray *
sort_range (char *text, guint64 n)
{
	g_autoptr (GPtrArray) all = g_ptr_array_new ();
	GPtrArray *names = g_ptr_array_new ();

	for (guint64 at = 0; at < n; at += strlen (text + at) + 1)
		g_ptr_array_add (all, text + at);
	g_ptr_array_sort (all, compare_names);
	for (guint i = 0; i < all->len; i++)
		if (i == 0 || strcmp (all->pdata[i - 1], all->pdata[i]) != 0)
			g_ptr_array_add (names, all->pdata[i]);
	return names;
}

static guint64
find_name (const GPtrArray *names, const char *name)
{
	guint64 low = 0, high = names->len;

	while (high - low > 1) {
		guint64 middle = low + (high - low) / 2;

		if (strcmp (names->pdata[middle], name) <= 0)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* A line for each vertex: each rank writes its own, one after the other */
static void
write_names (const char *output, const GPtrArray *names)
{
	g_autofree char *path = g_strconcat (output, ".ids", NULL);

	for (int i = 0; i < cluster_size (); i++) {
		if (i == cluster_rank ()) {
			FILE *file = fopen (path, i == 0 ? "w" : "a");

			if (file == NULL)
				cluster_fail ("%s: cannot be written: %s", path,
				              g_strerror (errno));
			for (guint j = 0; j < names->len; j++)
				fprintf (file, "%s\n", (const char *) names->pdata[j]);
			if (fclose (file) != 0)
				cluster_fail ("%s: cannot be written: %s", path,
				              g_strerror (errno));
		}
		MPI_Barrier (MPI_COMM_WORLD);
	}
}

/* Answers come in the order of the questions, which was that of the sorted names */
static void
take_numbers (Import *self, const GPtrArray *sorted, const guint64 *answers)
{
	self->number = g_new (guint64, MAX (self->order->len, 1));
	for (guint i = 0; i < sorted->len; i++)
		self->number[place_of (self, sorted->pdata[i])] = answers[i];
}

static guint64 *
ask_numbers (const GPtrArray *names, const char *asked, guint64 n_asked, const int *n_from,
             const int *n_mine)
{
	int size = cluster_size ();
	g_autofree int *at_out = g_new0 (int, (gsize) size);
	g_autofree int *at_in = g_new0 (int, (gsize) size);
	g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (guint64));
	guint64 first = 0, n = names->len;
	guint64 *got;
	int total = 0;

	MPI_Exscan (&n, &first, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
	if (cluster_rank () == 0)
		first = 0;
	for (guint64 at = 0; at < n_asked; at += strlen (asked + at) + 1) {
		guint64 number = first + find_name (names, asked + at);

		g_array_append_val (answers, number);
	}
	for (int i = 0; i < size; i++) {
		at_out[i] = i > 0 ? at_out[i - 1] + n_from[i - 1] : 0;
		at_in[i] = total;
		total += n_mine[i];
	}
	got = g_new (guint64, (gsize) MAX (total, 1));
	MPI_Alltoallv (answers->data, n_from, at_out, MPI_UINT64_T, got, n_mine, at_in,
	               MPI_UINT64_T, MPI_COMM_WORLD);
	return got;
}

static void
number_names (Import *self, const char *output)
{
	g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->order, NULL, NULL);
	g_autoptr (GPtrArray) borders = NULL;
	g_autoptr (GPtrArray) names = NULL;
	g_autofree int *n_mine = g_new0 (int, (gsize) cluster_size ());
	g_autofree int *n_from = g_new0 (int, (gsize) cluster_size ());
	g_autofree char *asked = NULL;
	G_GNUC_UNUSED g_autofree char *kept = NULL;
	g_autofree guint64 *answers = NULL;
	GString **out = new_texts ();
	guint64 n;
	guint range = 0;

	g_ptr_array_set_free_func (sorted, NULL);
	g_ptr_array_sort (sorted, compare_names);
	borders = find_borders (sorted);
	for (guint i = 0; i < sorted->len; i++) {
		const char *name = sorted->pdata[i];

		range = range_of (borders, name, range);
		n_mine[range]++;
		g_string_append_len (out[range], name, (gssize) strlen (name) + 1);
	}
	asked = exchange_texts (out, &n);
	free_texts (out);
	MPI_Alltoall (n_mine, 1, MPI_INT, n_from, 1, MPI_INT, MPI_COMM_WORLD);
	names = sort_range (asked, n);
	self->n_vertices = cluster_sum (names->len);
	write_names (output, names);
	answers = ask_numbers (names, asked, n, n_from, n_mine);
	take_numbers (self, sorted, answers);
}

/* ---- the arc file ---- */

/* Writes words into their place, and gives back what they add to the sum */
static guint64
write_words (MPI_File file, const char *path, guint64 place, const guint64 *words, guint64 n)
{
	for (guint64 done = 0; done < n; done += READ_AT_ONCE) {
		MPI_Offset offset =
			(MPI_Offset) (FAIRLEAD_BINARY_HEAD + (place + done) * sizeof *words);

		if (MPI_File_write_at (file, offset, words + done,
		                       (int) MIN (n - done, READ_AT_ONCE), MPI_UINT64_T,
		                       MPI_STATUS_IGNORE)
		    != MPI_SUCCESS)
			cluster_fail ("%s: cannot be written", path);
	}
	return fairlead_binary_sum (place, words, n);
}

/* All are parties; what is left of the last word is 0 */
static guint64
write_flags (const Import *self, MPI_File file, const char *path)
{
	guint64 n = fairlead_arcs_count_flag_words (self->n_vertices);
	g_autofree guint64 *words = g_new0 (guint64, MAX (n, 1));

	memset (words, FAIRLEAD_VERTEX_PARTY, self->n_vertices);
	return write_words (file, path, FAIRLEAD_N_LAYERS, words, n);
}

static guint64
write_links (Import *self, MPI_File file, const char *path, guint64 n_words)
{
	guint64 n = self->links->len, first = 0;

	for (guint i = 0; i < n; i++) {
		FairleadArc *arc = &g_array_index (self->links, FairleadArc, i);

		arc->from = self->number[arc->from];
		arc->to = self->number[arc->to];
	}
	MPI_Exscan (&n, &first, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
	if (cluster_rank () == 0)
		first = 0;
	return write_words (file, path, n_words + FAIRLEAD_ARC_WORDS * first,
	                    (const guint64 *) (gconstpointer) self->links->data,
	                    FAIRLEAD_ARC_WORDS * n);
}

static void
write_arcs (Import *self, const char *output)
{
	g_autofree char *part = g_strconcat (output, ".part", NULL);
	guint64 n_arcs[FAIRLEAD_N_LAYERS] = { cluster_sum (self->links->len) };
	guint64 before = FAIRLEAD_N_LAYERS + fairlead_arcs_count_flag_words (self->n_vertices);
	FairleadBinaryHead head = { .version = FAIRLEAD_BINARY_VERSION,
		                    .order = FAIRLEAD_BINARY_ORDER,
		                    .n = self->n_vertices,
		                    .n_words = before + FAIRLEAD_ARC_WORDS * n_arcs[0],
		                    .words = { FAIRLEAD_N_LAYERS } };
	guint64 sum;
	MPI_File file;

	memcpy (head.magic, FAIRLEAD_ARCS_MAGIC, sizeof head.magic);
	if (MPI_File_open (MPI_COMM_WORLD, part, MPI_MODE_CREATE | MPI_MODE_WRONLY, MPI_INFO_NULL,
	                   &file)
	    != MPI_SUCCESS)
		cluster_fail ("%s: cannot be written", part);
	MPI_File_set_size (file, 0);
	sum = write_links (self, file, part, before);
	if (cluster_rank () == 0) {
		sum += write_words (file, part, 0, n_arcs, FAIRLEAD_N_LAYERS);
		sum += write_flags (self, file, part);
		MPI_File_write_at (file, 0, &head, sizeof head, MPI_BYTE, MPI_STATUS_IGNORE);
	}
	sum = cluster_sum (sum);
	if (cluster_rank () == 0)
		write_words (file, part, head.n_words, &sum, 1);
	MPI_File_sync (file);
	MPI_File_close (&file);
	if (cluster_rank () == 0 && g_rename (part, output) != 0)
		cluster_fail ("%s: cannot be put in its place: %s", output, g_strerror (errno));
	cluster_say ("wrote %" G_GUINT64_FORMAT " vertices and %" G_GUINT64_FORMAT " links to %s\n",
	             self->n_vertices, n_arcs[0], output);
}

void
cluster_import (const char *input, const char *output)
{
	Import self = { .path = input,
		        .names = g_hash_table_new (g_str_hash, g_str_equal),
		        .order = g_ptr_array_new_with_free_func (g_free),
		        .links = g_array_new (FALSE, FALSE, sizeof (FairleadArc)) };

	read_part (&self);
	number_names (&self, output);
	write_arcs (&self, output);
	g_hash_table_unref (self.names);
	g_ptr_array_unref (self.order);
	g_array_unref (self.links);
	g_free (self.number);
}
