/* cluster/load.c */
#include "cluster/load.h"

#include <string.h>

/* What a rank reads and hands on at once: 24 MB */
#define ARCS_AT_ONCE (1u << 20)
#define WORDS_AT_ONCE (1u << 21)

/* ---- the file ---- */

static void
check_file (const ClusterFile *self, int code, const char *what)
{
	char text[MPI_MAX_ERROR_STRING] = "";
	int length;

	if (code == MPI_SUCCESS)
		return;
	MPI_Error_string (code, text, &length);
	cluster_fail ("%s: %s: %s", self->path, what, text);
}

/* All ranks at once, each its own part, which may be none */
static void
read_words (const ClusterFile *self, guint64 first, guint64 *words, gsize n)
{
	MPI_Offset offset =
		(MPI_Offset) ((FAIRLEAD_BINARY_HEAD / sizeof *words + first) * sizeof *words);
	MPI_Status status;
	int n_read;

	check_file (
		self,
		MPI_File_read_at_all (self->file, offset, words, (int) n, MPI_UINT64_T, &status),
		"cannot be read");
	MPI_Get_count (&status, MPI_UINT64_T, &n_read);
	if (n_read != (int) n)
		cluster_fail ("%s: is cut off", self->path);
}

/* The part of @n items that is a rank's to read */
static guint64
begin_of_part (guint64 n, int rank)
{
	guint64 size = (guint64) cluster_size ();

	return n / size * (guint64) rank + MIN ((guint64) rank, n % size);
}

static guint64
count_rounds (guint64 n, guint64 at_once)
{
	guint64 largest = n / (guint64) cluster_size () + 1;

	return (largest + at_once - 1) / at_once;
}

static void
check_sum (ClusterFile *self)
{
	guint64 n = self->head.n_words, sum = 0;
	guint64 next = begin_of_part (n, cluster_rank ());
	guint64 end = begin_of_part (n, cluster_rank () + 1);
	g_autofree guint64 *words = g_new (guint64, WORDS_AT_ONCE);

	for (guint64 i = count_rounds (n, WORDS_AT_ONCE); i > 0; i--) {
		gsize many = (gsize) MIN (end - next, WORDS_AT_ONCE);

		read_words (self, next, words, many);
		sum += fairlead_binary_sum (next, words, many);
		next += many;
	}
	sum = cluster_sum (sum);
	read_words (self, n, &self->sum, 1);
	if (sum != self->sum && cluster_rank () == 0)
		cluster_fail ("%s: its checksum is wrong: it was damaged", self->path);
}

static void
check_sizes (const ClusterFile *self)
{
	guint64 n = FAIRLEAD_N_LAYERS + fairlead_arcs_count_flag_words (self->head.n);

	for (guint i = 0; i < FAIRLEAD_N_LAYERS; i++)
		n += FAIRLEAD_ARC_WORDS * MIN (self->n_arcs[i], self->head.n_words);
	if (self->head.words[0] != FAIRLEAD_N_LAYERS || n != self->head.n_words)
		cluster_fail ("%s: its layers are not as long as it says", self->path);
}

void
cluster_file_open (ClusterFile *self, const char *path)
{
	MPI_Offset size = 0;
	MPI_Status status;
	const char *fault;

	memset (self, 0, sizeof *self);
	self->path = path;
	check_file (
		self,
		MPI_File_open (MPI_COMM_WORLD, path, MPI_MODE_RDONLY, MPI_INFO_NULL, &self->file),
		"cannot be opened");
	MPI_File_get_size (self->file, &size);
	check_file (self,
	            MPI_File_read_at_all (
			    self->file, 0, &self->head,
			    size < (MPI_Offset) sizeof self->head ? 0 : (int) sizeof self->head,
			    MPI_BYTE, &status),
	            "cannot be read");
	fault = fairlead_binary_find_fault (&self->head, FAIRLEAD_ARCS_MAGIC, (guint64) size);
	if (fault != NULL)
		cluster_fail ("%s: %s", path, fault);
	if (self->head.n_words < FAIRLEAD_N_LAYERS)
		cluster_fail ("%s: is cut off", path);
	read_words (self, 0, self->n_arcs, FAIRLEAD_N_LAYERS);
	check_sizes (self);
	check_sum (self);
}

void
cluster_file_close (ClusterFile *self)
{
	MPI_File_close (&self->file);
}

void
cluster_file_read_flags (const ClusterFile *self, ClusterSpread *spread)
{
	guint64 first = spread->even[cluster_rank ()], end = spread->even[cluster_rank () + 1];
	guint64 word = first / 8, end_word = fairlead_arcs_count_flag_words (end);
	g_autofree guint64 *words = g_new (guint64, WORDS_AT_ONCE);

	g_free (spread->flags);
	spread->flags = g_malloc0 (MAX (end - first, 1));
	for (guint64 i = count_rounds (self->head.n / 8 + 1, WORDS_AT_ONCE) + 1; i > 0; i--) {
		gsize many = first < end ? (gsize) MIN (end_word - word, WORDS_AT_ONCE) : 0;

		read_words (self, FAIRLEAD_N_LAYERS + MIN (word, end_word), words, many);
		for (guint64 j = 0; j < 8 * (guint64) many; j++)
			if (8 * word + j >= first && 8 * word + j < end)
				spread->flags[8 * word + j - first] = ((const guint8 *) words)[j];
		word += many;
	}
}

/* ---- arcs on their way to the ranks of their vertices ---- */

typedef struct {
	const ClusterSpread *spread;
	FairleadLayer layer;
	gboolean reverses;
	ClusterPost *post;
	GArray *in;   /* of ClusterParcel */
	GArray *arcs; /* of ClusterParcel: what has arrived */
} Mail;

static void
send_to_owner (Mail *mail, guint64 from, guint64 to, guint64 value)
{
	int rank = cluster_spread_owner (mail->spread, from);
	ClusterParcel parcel = { from - mail->spread->begin[rank], to, { .bits = value } };

	cluster_post_send (mail->post, rank, parcel);
}

static void
send_arc (Mail *mail, guint64 from, guint64 to, guint64 value)
{
	if (from == to && mail->layer != FAIRLEAD_LAYER_HOLDINGS)
		return;
	send_to_owner (mail, from, to, value);
	if (mail->layer == FAIRLEAD_LAYER_LINKS)
		send_to_owner (mail, to, from, value);
}

static void
send_even (Mail *mail, guint64 to, guint64 word, guint64 value)
{
	int rank = cluster_spread_even_owner (mail->spread, to);
	ClusterParcel parcel = { to - mail->spread->even[rank], word, { .bits = value } };

	cluster_post_send (mail->post, rank, parcel);
}

/* Where vertices have other numbers than in the file, arcs pass by those who know them: first the
 * one of the first end, then of the other */
static void
number_anew (Mail *mail)
{
	for (guint turn = 0; turn < 2; turn++) {
		cluster_post_exchange (mail->post, mail->in);
		for (guint i = 0; i < mail->in->len; i++) {
			const ClusterParcel *parcel = &g_array_index (mail->in, ClusterParcel, i);
			guint64 number = mail->spread->number[parcel->to];

			if (turn == 0)
				send_even (mail, parcel->word, number, parcel->value.bits);
			else
				send_arc (mail, parcel->word, number, parcel->value.bits);
		}
	}
}

static void
check_arc (const ClusterFile *file, FairleadLayer layer, const FairleadArc *arc, guint64 i)
{
	const char *fault = fairlead_arc_find_fault (arc, layer, file->head.n);

	if (fault != NULL)
		cluster_fail ("%s: arc %" G_GUINT64_FORMAT " of %s %s", file->path, i,
		              fairlead_layer_name (layer), fault);
}

static void
take_chunk (const ClusterFile *file, Mail *mail, const FairleadArc *arcs, gsize n, guint64 first)
{
	for (gsize i = 0; i < n; i++) {
		FairleadArc arc = arcs[i];

		check_arc (file, mail->layer, &arc, first + i);
		/* what lets nothing through is no link, as on one machine */
		if (mail->layer == FAIRLEAD_LAYER_LINKS && !((gfloat) arc.value.strength > 0.0f))
			continue;
		if (mail->reverses)
			arc = (FairleadArc){ arcs[i].to, arcs[i].from, arcs[i].value };
		if (mail->spread->number != NULL)
			send_even (mail, arc.from, arc.to, arc.value.share);
		else
			send_arc (mail, arc.from, arc.to, arc.value.share);
	}
	if (mail->spread->number != NULL)
		number_anew (mail);
	cluster_post_exchange (mail->post, mail->in);
	if ((guint64) mail->arcs->len + mail->in->len > G_MAXUINT32)
		cluster_fail ("%s: more than 2^32 arcs are too many for a rank: use more",
		              file->path);
	g_array_append_vals (mail->arcs, mail->in->data, mail->in->len);
}

static guint64
offset_of_layer (const ClusterFile *self, FairleadLayer layer)
{
	guint64 word = FAIRLEAD_N_LAYERS + fairlead_arcs_count_flag_words (self->head.n);

	for (guint i = 0; i < layer; i++)
		word += FAIRLEAD_ARC_WORDS * self->n_arcs[i];
	return word;
}

ClusterGraph *
cluster_file_load (const ClusterFile *self, FairleadLayer layer, gboolean reverses,
                   const ClusterSpread *spread)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	g_autofree FairleadArc *arcs = g_new (FairleadArc, ARCS_AT_ONCE);
	guint64 n = self->n_arcs[layer], word = offset_of_layer (self, layer);
	guint64 next = begin_of_part (n, cluster_rank ());
	guint64 end = begin_of_part (n, cluster_rank () + 1);
	Mail mail = { spread, layer, reverses != (layer == FAIRLEAD_LAYER_CONTROL),
		      post,   in,    g_array_new (FALSE, FALSE, sizeof (ClusterParcel)) };

	for (guint64 i = count_rounds (n, ARCS_AT_ONCE); i > 0; i--) {
		gsize many = (gsize) MIN (end - next, ARCS_AT_ONCE);

		read_words (self, word + FAIRLEAD_ARC_WORDS * next, (guint64 *) (gpointer) arcs,
		            FAIRLEAD_ARC_WORDS * many);
		take_chunk (self, &mail, arcs, many, next);
		next += many;
	}
	return cluster_graph_new (spread, layer, mail.arcs);
}

/* ---- sets ---- */

static guint64
find_first (const FairleadSet *set, guint64 vertex)
{
	guint64 low = 0, high = set->n;

	while (low < high) {
		guint64 middle = low + (high - low) / 2;

		if (set->seeds[middle].vertex < vertex)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Sends a seed to the rank that has it; @even: its place in the even spread */
static void
place_seed (ClusterPost *post, const ClusterSpread *spread, guint64 even, guint64 position,
            double weight)
{
	guint64 number = spread->number != NULL ? spread->number[even]
	                                        : spread->even[cluster_rank ()] + even;
	int rank = cluster_spread_owner (spread, number);

	cluster_post_send (post, rank,
	                   (ClusterParcel){ number - spread->begin[rank], position, { weight } });
}

static void
place_named (ClusterPost *post, const ClusterSpread *spread, const FairleadSet *set)
{
	guint64 begin = spread->even[cluster_rank ()], end = spread->even[cluster_rank () + 1];

	if (set->n > 0 && set->seeds[set->n - 1].vertex >= spread->n)
		cluster_fail ("the set \"%s\" names vertex %" G_GUINT64_FORMAT
		              ", and there are %" G_GUINT64_FORMAT,
		              set->name, set->seeds[set->n - 1].vertex, spread->n);
	for (guint64 i = find_first (set, begin); i < set->n && set->seeds[i].vertex < end; i++)
		place_seed (post, spread, set->seeds[i].vertex - begin, i, set->seeds[i].weight);
}

/* All, or all parties */
static void
place_flagged (ClusterPost *post, const ClusterSpread *spread, guint8 flag)
{
	guint64 n = spread->even[cluster_rank () + 1] - spread->even[cluster_rank ()];
	guint64 position = 0, n_here = 0;

	for (guint64 i = 0; i < n; i++)
		n_here += flag == 0 || (spread->flags[i] & flag) != 0;
	MPI_Exscan (&n_here, &position, 1, MPI_UINT64_T, MPI_SUM, MPI_COMM_WORLD);
	if (cluster_rank () == 0)
		position = 0;
	for (guint64 i = 0; i < n; i++)
		if (flag == 0 || (spread->flags[i] & flag) != 0)
			place_seed (post, spread, i, position++, 1.0);
}

void
cluster_seeds_init (ClusterSeeds *self, const FairleadJob *job, const char *name,
                    const ClusterSpread *spread)
{
	g_autoptr (ClusterPost) post = cluster_post_new ();
	g_autoptr (GArray) in = g_array_new (FALSE, FALSE, sizeof (ClusterParcel));
	const FairleadSet *set = fairlead_job_find_set (job, name);

	if (set != NULL)
		place_named (post, spread, set);
	else
		place_flagged (post, spread,
		               strcmp (name, FAIRLEAD_JOB_PARTIES) == 0 ? FAIRLEAD_VERTEX_PARTY
		                                                        : 0);
	cluster_post_exchange (post, in);
	self->own = g_array_sized_new (FALSE, FALSE, sizeof (ClusterSeed), in->len);
	for (guint i = 0; i < in->len; i++) {
		const ClusterParcel *parcel = &g_array_index (in, ClusterParcel, i);
		ClusterSeed seed = { (guint32) parcel->to, parcel->word, parcel->value.real };

		g_array_append_val (self->own, seed);
	}
	self->n = cluster_sum (self->own->len);
}

void
cluster_seeds_clear (ClusterSeeds *self)
{
	g_clear_pointer (&self->own, g_array_unref);
}
