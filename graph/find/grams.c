/* graph/find/grams.c */
#include "graph/find/grams.h"

#include <string.h>

#define N_SIGNS 38u /* ends, letters, digits, and one for everything else */
#define N_GRAMS (N_SIGNS * N_SIGNS * N_SIGNS)
#define MAX_GRAMS 255u
#define POSTINGS_WANTED 60000u /* looked at in a search: above it no more pieces are taken */
#define PIECES_ALWAYS 3u       /* the rarest, however many texts have them */
#define HITS_WEIGHED 400u      /* those with the most pieces are held against the query whole */
#define WINDOW 32768u          /* texts whose pieces are counted at a time, in the nearest memory */
#define N_LEVELS 256u          /* of overlaps, to weigh those first that may have the greatest */

struct _FairleadGrams {
	GString *keys;     /* one behind the other, each ended by NUL */
	GArray *starts;    /* of guint64: where each begins */
	guint32 *start;    /* [N_GRAMS + 1] into postings; NULL until the first search */
	guint32 *postings; /* texts, ascending within a piece */
	guint8 *counts;    /* [WINDOW]: of texts: pieces found in this search; all 0 in between */
	guint8 *sizes;     /* of each text: its pieces, each once */
	guint32 *seen;     /* [N_GRAMS]: by which cut each piece was found last */
	guint8 *is_wanted; /* [N_GRAMS]: of the query; all 0 in between */
	guint32 n_cuts;
};

FairleadGrams *
fairlead_grams_new (void)
{
	FairleadGrams *self = g_new0 (FairleadGrams, 1);

	self->keys = g_string_new (NULL);
	self->starts = g_array_new (FALSE, FALSE, sizeof (guint64));
	self->seen = g_new0 (guint32, N_GRAMS);
	self->is_wanted = g_new0 (guint8, N_GRAMS);
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
	g_free (self->sizes);
	g_free (self->seen);
	g_free (self->is_wanted);
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

/* From now on no piece was found yet */
static void
begin_cut (FairleadGrams *self)
{
	if (++self->n_cuts != 0)
		return;
	memset (self->seen, 0, N_GRAMS * sizeof *self->seen);
	self->n_cuts = 1;
}

/* The pieces of a text, each once: `abc` has `.ab`, `abc` and `bc.`. Most of the time of a search
 * is spent here. */
static guint
cut (FairleadGrams *self, const char *key, guint32 grams[MAX_GRAMS])
{
	guint before = 0, middle = 0, n = 0, n_kept = 0;
	gboolean is_begun = FALSE;

	begin_cut (self);
	for (const char *at = key; n < MAX_GRAMS; at++) {
		guint sign = *at == '\0' ? 0 : sign_of ((guchar) *at);
		guint32 gram = (before * N_SIGNS + middle) * N_SIGNS + sign;

		if (*at == ' ')
			continue;
		n += is_begun;
		if (is_begun && self->seen[gram] != self->n_cuts) {
			self->seen[gram] = self->n_cuts;
			grams[n_kept++] = gram;
		}
		is_begun = TRUE;
		before = middle;
		middle = sign;
		if (*at == '\0')
			break;
	}
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
	self->sizes = g_new (guint8, MAX (self->starts->len, 1));
	for (guint32 text = 0; text < self->starts->len; text++) {
		guint n = cut (self, key_of (self, text), grams);

		self->sizes[text] = (guint8) n;
		for (guint i = 0; i < n; i++)
			self->start[grams[i] + 1]++;
	}
	for (guint i = 0; i < N_GRAMS; i++)
		self->start[i + 1] += self->start[i];
	self->postings = g_new (guint32, MAX (self->start[N_GRAMS], 1));
	next = g_memdup2 (self->start, N_GRAMS * sizeof *next);
	for (guint32 text = 0; text < self->starts->len; text++) {
		guint n = cut (self, key_of (self, text), grams);

		for (guint i = 0; i < n; i++)
			self->postings[next[grams[i]]++] = text;
	}
	self->counts = g_new0 (guint8, WINDOW);
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

/* A text with some of the rarest pieces of a query */
typedef struct {
	guint32 text;
	guint32 count;
} Touched;

/* What is left of the texts with a piece */
typedef struct {
	const guint32 *next;
	const guint32 *end;
} Postings;

/* The rarest pieces of the query, as many as are looked at */
static guint
take_rarest (FairleadGrams *self, const guint32 *query, guint n, Postings *taken)
{
	g_autoptr (GArray) rare = g_array_sized_new (FALSE, FALSE, sizeof (guint32), n);
	guint n_seen = 0, i;

	g_array_append_vals (rare, query, n);
	g_array_sort_with_data (rare, compare_rarity, self);
	for (i = 0; i < n && (i < PIECES_ALWAYS || n_seen < POSTINGS_WANTED); i++) {
		guint32 gram = g_array_index (rare, guint32, i);

		taken[i] = (Postings){ self->postings + self->start[gram],
			               self->postings + self->start[gram + 1] };
		n_seen += n_postings (self, gram);
	}
	return i;
}

/* The window that has the first text that is left; FALSE where none is */
static gboolean
find_window (const Postings *taken, guint n, guint32 *first)
{
	guint32 text = G_MAXUINT32;

	for (guint i = 0; i < n; i++)
		if (taken[i].next < taken[i].end)
			text = MIN (text, *taken[i].next);
	*first = text - text % WINDOW;
	return text < G_MAXUINT32;
}

static void
count_window (FairleadGrams *self, Postings *taken, guint n, guint32 first, GArray *touched)
{
	guint n_before = touched->len;

	for (guint i = 0; i < n; i++)
		for (; taken[i].next < taken[i].end && *taken[i].next - first < WINDOW;
		     taken[i].next++) {
			Touched one = { *taken[i].next, 0 };

			if (self->counts[one.text - first]++ == 0)
				g_array_append_val (touched, one);
		}
	for (guint i = n_before; i < touched->len; i++) {
		Touched *one = &g_array_index (touched, Touched, i);

		one->count = self->counts[one->text - first];
		self->counts[one->text - first] = 0;
	}
}

/* Texts that have the rarest pieces of the query, with how many; how many pieces of it that is, of
 * all, in @n_taken */
static GArray *
gather (FairleadGrams *self, const guint32 *query, guint n, guint *n_taken)
{
	GArray *touched = g_array_new (FALSE, FALSE, sizeof (Touched));
	Postings taken[MAX_GRAMS];
	guint32 first;

	*n_taken = take_rarest (self, query, n, taken);
	while (find_window (taken, *n_taken, &first))
		count_window (self, taken, *n_taken, first, touched);
	return touched;
}

/* The count that so many texts reach, at most */
static guint
find_floor (const GArray *touched, guint wanted)
{
	guint with[256] = { 0 };
	guint n = 0, floor = 255;

	for (guint i = 0; i < touched->len; i++)
		with[g_array_index (touched, Touched, i).count]++;
	for (; floor > 0 && n + with[floor] <= wanted; floor--)
		n += with[floor];
	/* Where the best are more than wanted, they are taken all the same */
	return n == 0 ? MAX (floor, 1) : floor + 1;
}

static float
weigh (FairleadGrams *self, guint32 text, guint n_query)
{
	guint32 grams[MAX_GRAMS];
	guint n = cut (self, key_of (self, text), grams), n_both = 0;

	for (guint i = 0; i < n; i++)
		n_both += self->is_wanted[grams[i]];
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

static void
want (FairleadGrams *self, const guint32 *query, guint n, gboolean is_wanted)
{
	for (guint i = 0; i < n; i++)
		self->is_wanted[query[i]] = (guint8) is_wanted;
}

/* No overlap of the text is greater, of which @n_left pieces of the query were not asked for */
static guint
bound_level (const FairleadGrams *self, const Touched *one, guint n_query, guint n_left)
{
	guint size = self->sizes[one->text];
	guint n_both = MIN (size, one->count + n_left);

	return (2 * n_both * (N_LEVELS - 1) + size + n_query - 1) / MAX (size + n_query, 1);
}

/* Those that reach the floor, by what their overlap is at most */
static void
sort_by_bound (const FairleadGrams *self, const GArray *touched, guint floor, guint n_query,
               guint n_left, GArray *levels[N_LEVELS])
{
	for (guint i = 0; i < touched->len; i++) {
		const Touched *one = &g_array_index (touched, Touched, i);
		guint level;

		if (one->count < floor)
			continue;
		level = bound_level (self, one, n_query, n_left);
		if (levels[level] == NULL)
			levels[level] = g_array_new (FALSE, FALSE, sizeof (guint32));
		g_array_append_val (levels[level], one->text);
	}
}

/* Once so many overlap more than all that are left can, these are not looked at */
static GArray *
weigh_levels (FairleadGrams *self, GArray *levels[N_LEVELS], guint n_query, guint limit)
{
	GArray *hits = g_array_new (FALSE, FALSE, sizeof (FairleadGramHit));
	guint n_at[N_LEVELS + 1] = { 0 };
	guint n_above = 0;

	for (guint level = N_LEVELS; level-- > 0;) {
		n_above += n_at[level + 1];
		for (guint i = 0;
		     n_above < limit && levels[level] != NULL && i < levels[level]->len; i++) {
			guint32 text = g_array_index (levels[level], guint32, i);
			FairleadGramHit hit = { text, weigh (self, text, n_query) };
			guint reached = (guint) (hit.overlap * (N_LEVELS - 1));

			n_at[reached]++;
			n_above += reached > level;
			g_array_append_val (hits, hit);
		}
		g_clear_pointer (&levels[level], g_array_unref);
	}
	return hits;
}

GArray *
fairlead_grams_search (FairleadGrams *self, const char *key, guint limit)
{
	g_autoptr (GArray) touched = NULL;
	GArray *levels[N_LEVELS] = { NULL };
	GArray *hits;
	guint32 query[MAX_GRAMS];
	guint n = cut (self, key, query), n_taken, floor;

	if (self->start == NULL)
		build (self);
	touched = gather (self, query, n, &n_taken);
	floor = find_floor (touched, MAX (HITS_WEIGHED, limit));
	sort_by_bound (self, touched, floor, n, n - n_taken, levels);
	want (self, query, n, TRUE);
	hits = weigh_levels (self, levels, n, limit);
	want (self, query, n, FALSE);
	g_array_sort (hits, compare_hits);
	if (hits->len > limit)
		g_array_set_size (hits, limit);
	return hits;
}
