/* ingest/case/search/tally.c */
#include "ingest/case/search/tally.h"

#include <math.h>

#include "ingest/case/search/postings.h"

/* What a search reads of the lists of pieces: 15 ms of them */
#define MOST_ROWS 400000u
/* Rows are weighed so many at a time, which the nearest memory of a processor holds */
#define WINDOW_BITS 15
#define WINDOW (1u << WINDOW_BITS)
/* Of a piece that all rows have: some, so that it is told that they have it */
#define LEAST_WEIGHT 1e-6

/* ---- the pieces of a query ---- */

typedef struct {
	FairleadPiece piece;
	gint64 n; /* rows with it; of letters beyond ASCII it is not known, and few */
} Want;

static gint
compare_wants (gconstpointer a, gconstpointer b)
{
	const Want *first = a, *second = b;

	if (first->n != second->n)
		return first->n < second->n ? -1 : 1;
	return first->piece < second->piece ? -1 : first->piece > second->piece;
}

static void
add_wants (GArray *wants, FairleadSql *sql, sqlite3_stmt *count, FairleadSearch search,
           const char *key)
{
	g_autoptr (GArray) pieces = fairlead_pieces_new (key);

	for (guint i = 0; i < pieces->len; i++) {
		Want want = { g_array_index (pieces, FairleadPiece, i), 1 };
		char text[16];

		if (i > 0 && want.piece == g_array_index (pieces, FairleadPiece, i - 1))
			continue;
		fairlead_piece_write (want.piece, text);
		if (g_str_is_ascii (text)) {
			want.n = 0;
			sqlite3_bind_int (count, 1, (int) search);
			fairlead_sql_bind_text (count, 2, text);
			while (fairlead_sql_next (sql, count))
				want.n = sqlite3_column_int64 (count, 0);
		}
		if (want.n > 0)
			g_array_append_val (wants, want);
	}
}

/* The rarest first, up to what can be read in time; never fewer than one */
static GArray *
find_wants (FairleadSql *sql, FairleadSearch search, const FairleadSearchKeys *keys)
{
	GArray *wants = g_array_new (FALSE, FALSE, sizeof (Want));
	g_autoptr (sqlite3_stmt) count =
		fairlead_sql_prepare (sql, "SELECT n FROM piece WHERE search = ?1 AND text = ?2");
	gint64 n_rows = 0;
	guint n;

	add_wants (wants, sql, count, search, keys->written);
	if (keys->latin != NULL)
		add_wants (wants, sql, count, search, keys->latin);
	g_array_sort (wants, compare_wants);
	for (n = 0; n < wants->len; n++) {
		n_rows += g_array_index (wants, Want, n).n;
		if (n > 0 && n_rows > MOST_ROWS)
			break;
	}
	g_array_set_size (wants, n);
	return wants;
}

/* ---- rows by rare pieces ---- */

typedef struct {
	guint32 *rows; /* in their order */
	guint n, size;
	float weight;
	guint next;
} List;

static gboolean
add_row (gint64 row, gpointer data)
{
	List *self = data;

	if (row < 0 || row >= G_MAXUINT32)
		return TRUE;
	if (self->n == self->size) {
		self->size *= 2;
		self->rows = g_renew (guint32, self->rows, self->size);
	}
	self->rows[self->n++] = (guint32) row;
	return TRUE;
}

static void
list_clear (gpointer list)
{
	g_free (((List *) list)->rows);
}

static GArray *
read_lists (FairleadSql *sql, FairleadSearch search, GArray *wants, gint64 n_all)
{
	GArray *lists = g_array_sized_new (FALSE, FALSE, sizeof (List), wants->len);

	g_array_set_clear_func (lists, list_clear);
	for (guint i = 0; i < wants->len; i++) {
		const Want *want = &g_array_index (wants, Want, i);
		double rarity = log (((double) n_all + 2.0) / ((double) want->n + 1.0));
		List list = { .size = (guint) CLAMP (want->n, 1, MOST_ROWS),
			      .weight = (float) MAX (rarity, LEAST_WEIGHT) };

		list.rows = g_new (guint32, list.size);
		fairlead_postings_read (sql, search, want->piece, add_row, &list);
		g_array_append_val (lists, list);
	}
	return lists;
}

/* ---- the heaviest ---- */

typedef struct {
	guint32 row;
	float weight;
} Weighed;

/* The weights of rows that follow one another */
typedef struct {
	guint32 first;
	guint n; /* of those that have weight */
	guint16 touched[WINDOW];
	float weights[WINDOW]; /* of the others 0 */
} Window;

/* What the lists have from row @first on, as far as the window goes */
static void
weigh_window (Window *self, GArray *lists)
{
	self->n = 0;
	for (guint i = 0; i < lists->len; i++) {
		List *list = &g_array_index (lists, List, i);

		for (; list->next < list->n; list->next++) {
			guint32 place = list->rows[list->next] - self->first;

			if (place >= WINDOW)
				break;
			if (self->weights[place] <= 0)
				self->touched[self->n++] = (guint16) place;
			self->weights[place] += list->weight;
		}
	}
}

/* To the window with the first row that is left; FALSE where none is */
static gboolean
move_window (Window *self, GArray *lists)
{
	guint32 row = G_MAXUINT32;

	for (guint i = 0; i < lists->len; i++) {
		const List *list = &g_array_index (lists, List, i);

		if (list->next < list->n)
			row = MIN (row, list->rows[list->next]);
	}
	self->first = row & ~(WINDOW - 1);
	return row < G_MAXUINT32;
}

/* Empties the window of those that weigh more than @bar */
static void
take_window (Window *self, float bar, GArray *weighed)
{
	for (guint i = 0; i < self->n; i++) {
		guint place = self->touched[i];
		Weighed row = { self->first + place, self->weights[place] };

		self->weights[place] = 0;
		if (row.weight > bar)
			g_array_append_val (weighed, row);
	}
}

static gint
compare_weighed (gconstpointer a, gconstpointer b)
{
	const Weighed *first = a, *second = b;

	if (first->weight < second->weight || first->weight > second->weight)
		return first->weight > second->weight ? -1 : 1;
	return first->row < second->row ? -1 : first->row > second->row;
}

#define N_STEPS 1024u

/* The least weight that leaves about @n_wanted rows at or above it */
static float
find_bar (GArray *weighed, float most, guint n_wanted)
{
	guint n_at[N_STEPS + 1] = { 0 };
	guint n_above = 0;
	guint step = N_STEPS + 1;

	for (guint i = 0; i < weighed->len; i++)
		n_at[(guint) (g_array_index (weighed, Weighed, i).weight / most * N_STEPS)]++;
	while (step > 0 && n_above < n_wanted)
		n_above += n_at[--step];
	return (float) step / N_STEPS * most;
}

/* Leaves the @n_wanted heaviest, heaviest first */
static void
pick_heaviest (GArray *weighed, guint n_wanted)
{
	float most = 0, bar;
	guint n = 0;

	for (guint i = 0; i < weighed->len; i++)
		most = MAX (most, g_array_index (weighed, Weighed, i).weight);
	bar = most > 0 ? find_bar (weighed, most, n_wanted) : 0;
	for (guint i = 0; i < weighed->len; i++) {
		Weighed row = g_array_index (weighed, Weighed, i);

		if (row.weight >= bar)
			g_array_index (weighed, Weighed, n++) = row;
	}
	g_array_set_size (weighed, n);
	g_array_sort (weighed, compare_weighed);
	g_array_set_size (weighed, MIN (n, n_wanted));
}

/* Once as many as are wanted are known, who weighs as much as the least of them comes behind it,
 * for rows come in their order */
static GArray *
find_heaviest (GArray *lists, guint n_wanted)
{
	GArray *weighed = g_array_new (FALSE, FALSE, sizeof (Weighed));
	g_autofree Window *window = g_new0 (Window, 1);
	float bar = 0;

	while (move_window (window, lists)) {
		weigh_window (window, lists);
		take_window (window, bar, weighed);
		if (weighed->len / 4 < n_wanted)
			continue;
		pick_heaviest (weighed, n_wanted);
		if (weighed->len == n_wanted && n_wanted > 0)
			bar = g_array_index (weighed, Weighed, n_wanted - 1).weight;
	}
	pick_heaviest (weighed, n_wanted);
	return weighed;
}

GArray *
fairlead_search_dup_finalists (FairleadSql *sql, FairleadSearch search,
                               const FairleadSearchKeys *keys, gint64 n_all, guint n)
{
	g_autoptr (GArray) wants = find_wants (sql, search, keys);
	g_autoptr (GArray) lists = read_lists (sql, search, wants, n_all);
	g_autoptr (GArray) weighed = find_heaviest (lists, n);
	GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (gint64), weighed->len);

	for (guint i = 0; i < weighed->len; i++) {
		gint64 row = g_array_index (weighed, Weighed, i).row;

		g_array_append_val (rows, row);
	}
	return rows;
}
