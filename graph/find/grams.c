/* graph/find/grams.c */
#include "graph/find/grams.h"

#include <string.h>

#define N_SIGNS 38u /* ends, letters, digits, and one for everything else */
#define N_GRAMS (N_SIGNS * N_SIGNS * N_SIGNS)
#define MAX_GRAMS 255u
#define POSTINGS_WANTED 60000u /* looked at in a search: above it no more pieces are taken */
#define PIECES_ALWAYS 3u       /* the rarest, however many texts have them */
#define HITS_WEIGHED 400u      /* those with the most pieces are held against the query whole */

struct _FairleadGrams {
	GString *keys;     /* one behind the other, each ended by NUL */
	GArray *starts;    /* of guint64: where each begins */
	guint32 *start;    /* [N_GRAMS + 1] into postings; NULL until the first search */
	guint32 *postings; /* texts, ascending within a piece */
	guint8 *counts;    /* of each text: pieces found in this search; all 0 in between */
};

FairleadGrams *
fairlead_grams_new (void)
{
	FairleadGrams *self = g_new0 (FairleadGrams, 1);

	self->keys = g_string_new (NULL);
	self->starts = g_array_new (FALSE, FALSE, sizeof (guint64));
	return self;
}

void
fairlead_grams_free (FairleadGrams *self)
{
	g_string_free (self->keys, TRUE);
	g_array_unref (self->starts);
	g_free (self->start);
	g_free (self->postings);
	g_free (self->counts);
	g_free (self);
}

void
fairlead_grams_add (FairleadGrams *self, const char *key)
{
	guint64 start = self->keys->len;

	g_array_append_val (self->starts, start);
	g_string_append_len (self->keys, key, (gssize) strlen (key) + 1);
}

/* ---- pieces ---- */

static guint
sign_of (guchar byte)
{
	if (byte >= 'a' && byte <= 'z')
		return 1 + byte - 'a';
	if (byte >= '0' && byte <= '9')
		return 27 + byte - '0';
	return 37;
}

static gint
compare_numbers (gconstpointer a, gconstpointer b)
{
	guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;

	return first < second ? -1 : first > second;
}

/* The pieces of a text, ascending, each once: `abc` has `.ab`, `abc` and `bc.` */
static guint
cut (const char *key, guint32 grams[MAX_GRAMS])
{
	guint before = 0, middle = 0, n = 0, n_kept = 0;
	gboolean is_begun = FALSE;

	for (const char *at = key; n < MAX_GRAMS; at++) {
		guint sign = *at == '\0' ? 0 : sign_of ((guchar) *at);

		if (*at == ' ')
			continue;
		if (is_begun)
			grams[n++] = (before * N_SIGNS + middle) * N_SIGNS + sign;
		is_begun = TRUE;
		before = middle;
		middle = sign;
		if (*at == '\0')
			break;
	}
	qsort (grams, n, sizeof *grams, compare_numbers);
	for (guint i = 0; i < n; i++)
		if (i == 0 || grams[i] != grams[i - 1])
			grams[n_kept++] = grams[i];
	return n_kept;
}

static const char *
key_of (const FairleadGrams *self, guint32 text)
{
	return self->keys->str + g_array_index (self->starts, guint64, text);
}

/* ---- the index ---- */

static void
build (FairleadGrams *self)
{
	guint32 grams[MAX_GRAMS];
	g_autofree guint32 *next = NULL;

	self->start = g_new0 (guint32, N_GRAMS + 1);
	for (guint32 text = 0; text < self->starts->len; text++) {
		guint n = cut (key_of (self, text), grams);

		for (guint i = 0; i < n; i++)
			self->start[grams[i] + 1]++;
	}
	for (guint i = 0; i < N_GRAMS; i++)
		self->start[i + 1] += self->start[i];
	self->postings = g_new (guint32, MAX (self->start[N_GRAMS], 1));
	next = g_memdup2 (self->start, N_GRAMS * sizeof *next);
	for (guint32 text = 0; text < self->starts->len; text++) {
		guint n = cut (key_of (self, text), grams);

		for (guint i = 0; i < n; i++)
			self->postings[next[grams[i]]++] = text;
	}
	self->counts = g_new0 (guint8, MAX (self->starts->len, 1));
}

/* ---- searching ---- */

static guint32
n_postings (const FairleadGrams *self, guint32 gram)
{
	return self->start[gram + 1] - self->start[gram];
}

static gint
compare_rarity (gconstpointer a, gconstpointer b, gpointer grams)
{
	guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
	guint32 n_first = n_postings (grams, first), n_second = n_postings (grams, second);

	if (n_first != n_second)
		return n_first < n_second ? -1 : 1;
	return first < second ? -1 : first > second;
}

/* Texts that have the rarest pieces of the query, with how many in the counts */
static GArray *
gather (FairleadGrams *self, const guint32 *query, guint n)
{
	g_autoptr (GArray) rare = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
	GArray *touched = g_array_new (FALSE, FALSE, sizeof (guint32));
	guint n_seen = 0;

	g_array_append_vals (rare, query, n);
	g_array_sort_with_data (rare, compare_rarity, self);
	for (guint i = 0; i < n && (i < PIECES_ALWAYS || n_seen < POSTINGS_WANTED); i++) {
		guint32 gram = g_array_index (rare, guint32, i);

		for (guint32 at = self->start[gram]; at < self->start[gram + 1]; at++) {
			guint32 text = self->postings[at];

			if (self->counts[text]++ == 0)
				g_array_append_val (touched, text);
		}
		n_seen += n_postings (self, gram);
	}
	return touched;
}

/* The count that so many texts reach, at most */
static guint
find_floor (const FairleadGrams *self, const GArray *touched, guint wanted)
{
	guint with[256] = { 0 };
	guint n = 0, floor = 255;

	for (guint i = 0; i < touched->len; i++)
		with[self->counts[g_array_index (touched, guint32, i)]]++;
	for (; floor > 0 && n + with[floor] <= wanted; floor--)
		n += with[floor];
	/* Where the best are more than wanted, they are taken all the same */
	return n == 0 ? MAX (floor, 1) : floor + 1;
}

static float
weigh (const FairleadGrams *self, guint32 text, const guint32 *query, guint n_query)
{
	guint32 grams[MAX_GRAMS];
	guint n = cut (key_of (self, text), grams), n_both = 0;

	for (guint i = 0, j = 0; i < n && j < n_query;) {
		n_both += grams[i] == query[j];
		if (grams[i] <= query[j])
			i++;
		else
			j++;
	}
	return n + n_query == 0 ? 0 : 2.0f * (float) n_both / (float) (n + n_query);
}

static gint
compare_hits (gconstpointer a, gconstpointer b)
{
	const FairleadGramHit *first = a, *second = b;

	if (first->overlap < second->overlap || first->overlap > second->overlap)
		return first->overlap > second->overlap ? -1 : 1;
	return first->text < second->text ? -1 : first->text > second->text;
}

GArray *
fairlead_grams_search (FairleadGrams *self, const char *key, guint limit)
{
	GArray *hits = g_array_new (FALSE, FALSE, sizeof (FairleadGramHit));
	g_autoptr (GArray) touched = NULL;
	guint32 query[MAX_GRAMS];
	guint n = cut (key, query), floor;

	if (self->start == NULL)
		build (self);
	touched = gather (self, query, n);
	floor = find_floor (self, touched, MAX (HITS_WEIGHED, limit));
	for (guint i = 0; i < touched->len; i++) {
		guint32 text = g_array_index (touched, guint32, i);
		FairleadGramHit hit = { text, 0 };

		if (self->counts[text] >= floor) {
			hit.overlap = weigh (self, text, query, n);
			g_array_append_val (hits, hit);
		}
		self->counts[text] = 0;
	}
	g_array_sort (hits, compare_hits);
	if (hits->len > limit)
		g_array_set_size (hits, limit);
	return hits;
}
