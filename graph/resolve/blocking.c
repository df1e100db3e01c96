/* graph/resolve/blocking.c */
#include "graph/resolve/blocking.h"

#include <string.h>

#include "graph/resolve/name/parts.h"

/* Of a name's words the rarest so many make pairs */
#define RAREST 4
/* A word that fewer than one in 400 parties have is a key by itself */
#define BITS_ALONE 8.6
#define LEAST_KEY 4 /* letters of a sound that is a key by itself */

/* Keys are interned: what is sorted are their handles */
typedef struct {
	FairleadText key;
	FairleadVertex vertex;
} Member;

typedef struct {
	FairleadProfiler *profiler;
	FairleadStrings *keys;
	GArray *members; /* of Member */
	GString *text;
	FairleadVertex vertex;
} Keying;

static void
emit (Keying *self, const char *scheme, const char *first, const char *second)
{
	Member member = { 0, self->vertex };

	g_string_printf (self->text, "%s:%s%s%s", scheme, first, *second != '\0' ? " " : "",
	                 second);
	member.key = fairlead_strings_intern (self->keys, self->text->str, self->text->len);
	g_array_append_val (self->members, member);
}

/* ---- names ---- */

static gint
compare_texts (gconstpointer a, gconstpointer b)
{
	return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gint
compare_rarity (gconstpointer a, gconstpointer b)
{
	const FairleadNameWord *x = *(const FairleadNameWord *const *) a;
	const FairleadNameWord *y = *(const FairleadNameWord *const *) b;

	if (x->bits != y->bits)
		return x->bits > y->bits ? -1 : 1;
	return strcmp (x->text, y->text);
}

/* How a word sounds, whoever wrote it; the word itself where no system takes it */
static const char *
get_sound (const FairleadNameWord *word, gboolean is_syllabic)
{
	if (is_syllabic && word->keys[FAIRLEAD_KEY_KOREAN] != NULL)
		return word->keys[FAIRLEAD_KEY_KOREAN];
	if (word->keys[FAIRLEAD_KEY_SLAVIC] != NULL)
		return word->keys[FAIRLEAD_KEY_SLAVIC];
	return word->text;
}

/* The words without their order */
static void
emit_words (Keying *self, const FairleadNameParts *name)
{
	const char *texts[FAIRLEAD_NAME_WORDS_MAX];
	g_autoptr (GString) joined = g_string_new (NULL);
	guint n = 0;

	for (guint i = 0; i < name->n_words; i++)
		if (name->words[i].word_class == FAIRLEAD_WORD_PLAIN)
			texts[n++] = name->words[i].text;
	qsort (texts, n, sizeof *texts, compare_texts);
	for (guint i = 0; i < n; i++)
		g_string_append (joined, texts[i]);
	if (n > 0)
		emit (self, "words", joined->str, "");
}

/* The whole name as it sounds in each system, in its order: spaces are lost most easily */
static void
emit_sounds (Keying *self, const FairleadNameParts *name)
{
	static const struct {
		FairleadKeySystem system;
		const char *scheme;
	} systems[] = { { FAIRLEAD_KEY_KOREAN, "korean" },
		        { FAIRLEAD_KEY_CHINESE, "chinese" },
		        { FAIRLEAD_KEY_SLAVIC, "sound" },
		        { FAIRLEAD_KEY_ARABIC, "consonants" } };
	g_autoptr (GString) joined = g_string_new (NULL);
	char key[FAIRLEAD_KEY_SIZE];

	for (guint i = 0; i < name->n_words; i++)
		if (name->words[i].word_class == FAIRLEAD_WORD_PLAIN
		    && name->words[i].has_letters_only)
			g_string_append (joined, name->words[i].text);
	for (guint i = 0; joined->len > 0 && i < G_N_ELEMENTS (systems); i++)
		if (fairlead_key_make (systems[i].system, joined->str, key) >= LEAST_KEY)
			emit (self, systems[i].scheme, key, "");
}

/* The rarest words by two, and alone where that is rare enough */
static void
emit_rarest (Keying *self, const FairleadNameParts *name)
{
	const FairleadNameWord *rarest[FAIRLEAD_NAME_WORDS_MAX];
	guint n = 0;

	for (guint i = 0; i < name->n_words; i++)
		if (name->words[i].word_class == FAIRLEAD_WORD_PLAIN
		    && strlen (name->words[i].text) > 1)
			rarest[n++] = &name->words[i];
	qsort (rarest, n, sizeof *rarest, compare_rarity);
	for (guint i = 0; i < MIN (n, RAREST); i++) {
		const char *sound = get_sound (rarest[i], name->is_syllabic);

		if (rarest[i]->bits >= BITS_ALONE && strlen (sound) >= LEAST_KEY)
			emit (self, "word", sound, "");
		for (guint j = 0; j < i; j++) {
			const char *other = get_sound (rarest[j], name->is_syllabic);

			if (strcmp (sound, other) < 0)
				emit (self, "pair", sound, other);
			else
				emit (self, "pair", other, sound);
		}
	}
}

/* ---- numbers and addresses ---- */

static void
emit_numbers (Keying *self)
{
	FairleadNetwork *network = self->profiler->network;
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows rows = fairlead_network_get_identifiers (network, self->vertex);
	guint n;
	const FairleadIdRow *all = fairlead_records_get_identifiers (records, &n);

	for (guint i = 0; i < rows.n; i++) {
		const FairleadIdRow *row = &all[rows.rows[i]];
		const char *number = fairlead_records_get_text (records, row->number);

		if (strlen (number) >= LEAST_KEY
		    && !fairlead_identifier_is_placeholder (row->scheme, number))
			emit (self, "number", number, "");
	}
}

static void
emit_addresses (Keying *self, const FairleadProfile *profile)
{
	for (guint i = 0; i < profile->addresses->len; i++)
		emit (self, "address",
		      fairlead_network_get_id (self->profiler->network,
		                               g_array_index (profile->addresses, guint32, i)),
		      "");
}

static void
emit_all (Keying *self)
{
	g_autoptr (FairleadProfile) profile = fairlead_profile_new (self->profiler, self->vertex);

	for (guint i = 0; i < profile->names->len; i++) {
		const FairleadNameParts *name = profile->names->pdata[i];

		emit_words (self, name);
		emit_sounds (self, name);
		emit_rarest (self, name);
	}
	emit_numbers (self);
	emit_addresses (self, profile);
}

/* ---- blocks ---- */

static gint
compare_members (gconstpointer a, gconstpointer b)
{
	const Member *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return x->vertex < y->vertex ? -1 : x->vertex > y->vertex;
}

/* The members of one block, each once; how many there are */
static guint
take_block (const GArray *members, guint first, guint *next, FairleadVertex *block)
{
	const Member *all = (const Member *) (gpointer) members->data;
	guint n = 0, i = first;

	for (; i < members->len && all[i].key == all[first].key; i++) {
		if (i > first && all[i].vertex == all[i - 1].vertex)
			continue;
		if (n < FAIRLEAD_BLOCK_MAX)
			block[n] = all[i].vertex;
		n++;
	}
	*next = i;
	return n;
}

static void
pair_block (FairleadBlocking *self, FairleadNetwork *network, const FairleadVertex *block, guint n)
{
	for (guint i = 0; i < n; i++)
		for (guint j = i + 1; j < n; j++) {
			guint64 pair = (guint64) block[i] << 32 | block[j];

			if (fairlead_kinds_agree (fairlead_network_get_kind (network, block[i]),
			                          fairlead_network_get_kind (network, block[j])))
				g_array_append_val (self->pairs, pair);
		}
}

static gint
compare_pairs (gconstpointer a, gconstpointer b)
{
	guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

	return x < y ? -1 : x > y;
}

static void
drop_doubles (GArray *pairs)
{
	guint64 *all = (guint64 *) (gpointer) pairs->data;
	guint kept = 0;

	g_array_sort (pairs, compare_pairs);
	for (guint i = 0; i < pairs->len; i++)
		if (i == 0 || all[i] != all[i - 1])
			all[kept++] = all[i];
	g_array_set_size (pairs, kept);
}

static gint
compare_skipped (gconstpointer a, gconstpointer b)
{
	const FairleadSkippedBlock *x = a, *y = b;

	if (x->n_parties != y->n_parties)
		return x->n_parties > y->n_parties ? -1 : 1;
	return strcmp (x->key, y->key);
}

static void
make_pairs (FairleadBlocking *self, Keying *keying)
{
	FairleadVertex block[FAIRLEAD_BLOCK_MAX];
	guint next;

	g_array_sort (keying->members, compare_members);
	for (guint first = 0; first < keying->members->len; first = next) {
		guint n = take_block (keying->members, first, &next, block);
		FairleadText key = g_array_index (keying->members, Member, first).key;

		self->n_blocks += n > 1;
		if (n <= FAIRLEAD_BLOCK_MAX) {
			pair_block (self, keying->profiler->network, block, n);
		} else {
			FairleadSkippedBlock skipped = {
				g_strdup (fairlead_strings_get (keying->keys, key)), n
			};

			g_array_append_val (self->skipped, skipped);
		}
	}
	drop_doubles (self->pairs);
	g_array_sort (self->skipped, compare_skipped);
}

static void
clear_skipped (gpointer data)
{
	g_free (((FairleadSkippedBlock *) data)->key);
}

/* Whom nobody describes is known by what others call it: a name, and nothing to hold it against */
static gboolean
is_wanted (FairleadNetwork *network, FairleadVertex vertex, guint kinds)
{
	return (kinds & 1u << fairlead_network_get_kind (network, vertex))
	       && fairlead_network_is_party (network, vertex)
	       && !fairlead_network_is_ambiguous (network, vertex);
}

gboolean
fairlead_blocking_init (FairleadBlocking *self, FairleadProfiler *profiler, guint kinds,
                        GCancellable *cancellable, GError **error)
{
	g_autoptr (FairleadStrings) keys = fairlead_strings_new ();
	g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (Member));
	g_autoptr (GString) text = g_string_new (NULL);
	Keying keying = { profiler, keys, members, text, 0 };
	guint32 n = fairlead_network_get_n_vertices (profiler->network);

	*self = (FairleadBlocking){ .pairs = g_array_new (FALSE, FALSE, sizeof (guint64)),
		                    .skipped = g_array_new (FALSE, FALSE,
		                                            sizeof (FairleadSkippedBlock)) };
	g_array_set_clear_func (self->skipped, clear_skipped);
	for (keying.vertex = 0; keying.vertex < n; keying.vertex++) {
		if (g_cancellable_set_error_if_cancelled (cancellable, error))
			return FALSE;
		if (is_wanted (profiler->network, keying.vertex, kinds))
			emit_all (&keying);
	}
	make_pairs (self, &keying);
	return TRUE;
}

void
fairlead_blocking_clear (FairleadBlocking *self)
{
	g_clear_pointer (&self->pairs, g_array_unref);
	g_clear_pointer (&self->skipped, g_array_unref);
}
