/* graph/resolve/name/edit.c */
#include "graph/resolve/name/edit.h"

#include <string.h>

#define LONGEST 48

/* In hundredths of a letter */
#define WHOLE 100
#define CONFUSABLE 50
#define DIGIT 150
#define DOUBLED 25
#define BREATH 40
#define VOWEL 60
#define SWAPPED 70

/* Letters that one ear, or one eye, takes for each other share a bit: bp dt gkqc szxc vwf vb lr jgy
 * mn o0 l1i uw iy s5 kx jz, and the vowels */
static const guint32 sounds[128] = {
	['0'] = 0x00200, ['1'] = 0x00400, ['5'] = 0x02000, ['a'] = 0x10000, ['b'] = 0x00021,
	['c'] = 0x0000c, ['d'] = 0x00002, ['e'] = 0x10000, ['f'] = 0x00010, ['g'] = 0x00084,
	['i'] = 0x11400, ['j'] = 0x08080, ['k'] = 0x04004, ['l'] = 0x00440, ['m'] = 0x00100,
	['n'] = 0x00100, ['o'] = 0x10200, ['p'] = 0x00001, ['q'] = 0x00004, ['r'] = 0x00040,
	['s'] = 0x02008, ['t'] = 0x00002, ['u'] = 0x10800, ['v'] = 0x00030, ['w'] = 0x00810,
	['x'] = 0x04008, ['y'] = 0x11080, ['z'] = 0x08008,
};

#define VOWELS 0x10000u

static gboolean
is_vowel (char letter)
{
	return (guchar) letter < 128 && (sounds[(guchar) letter] & VOWELS) != 0;
}

static gboolean
are_confusable (char a, char b)
{
	return (guchar) a < 128 && (guchar) b < 128
	       && (sounds[(guchar) a] & sounds[(guchar) b]) != 0;
}

static guint
change_cost (char a, char b)
{
	if (a == b)
		return 0;
	if (are_confusable (a, b))
		return CONFUSABLE;
	return g_ascii_isdigit (a) || g_ascii_isdigit (b) ? DIGIT : WHOLE;
}

/* What it costs to leave out the letter at @i */
static guint
loss_cost (const char *word, gsize i)
{
	if (i > 0 && word[i] == word[i - 1])
		return DOUBLED;
	if (g_ascii_isdigit (word[i]))
		return DIGIT;
	if (word[i] == 'h')
		return BREATH;
	return is_vowel (word[i]) && i > 0 ? VOWEL : WHOLE;
}

static gboolean
are_swapped (const char *a, gsize i, const char *b, gsize j)
{
	return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

/* The least cost of all alignments, or more than @most */
static guint
edit_cost (const char *a, gsize n_a, const char *b, gsize n_b, guint most)
{
	guint rows[3][LONGEST + 1] = { { 0 } };

	for (gsize j = 1; j <= n_b; j++)
		rows[0][j] = rows[0][j - 1] + loss_cost (b, j - 1);
	for (gsize i = 1; i <= n_a; i++) {
		guint *row = rows[i % 3];
		const guint *before = rows[(i + 2) % 3], *two_before = rows[(i + 1) % 3];
		guint least;

		least = row[0] = before[0] + loss_cost (a, i - 1);
		for (gsize j = 1; j <= n_b; j++) {
			guint cost = before[j - 1] + change_cost (a[i - 1], b[j - 1]);

			cost = MIN (cost, before[j] + loss_cost (a, i - 1));
			cost = MIN (cost, row[j - 1] + loss_cost (b, j - 1));
			if (are_swapped (a, i, b, j))
				cost = MIN (cost, two_before[j - 2] + SWAPPED);
			row[j] = cost;
			least = MIN (least, cost);
		}
		if (least > most + SWAPPED)
			return most + 1;
	}
	return rows[n_a % 3][n_b];
}

double
fairlead_words_alike (const char *a, const char *b)
{
	gsize n_a = strlen (a), n_b = strlen (b);
	gsize longer = MAX (n_a, n_b);
	guint most = (guint) (longer * WHOLE / 3);
	guint cost;

	if (strcmp (a, b) == 0)
		return 1.0;
	/* What is left over costs a quarter at least */
	if (longer > LONGEST || (longer - MIN (n_a, n_b)) * DOUBLED > most)
		return 0.0;
	cost = edit_cost (a, n_a, b, n_b, most);
	return cost > most ? 0.0 : 1.0 - (double) cost / (double) (longer * WHOLE);
}

/* ---- pairs that were asked for before ---- */

#define MEMO_BITS 16

/* Direct-mapped: a pair drives out the one that had its place before. Words are told apart by 64
 * bits: that two pairs are taken for one is less likely than that the memory fails. */
typedef struct {
	guint64 pair; /* 0: empty */
	double alike;
} Slot;

struct _FairleadWordMemo {
	Slot slots[1 << MEMO_BITS];
};

FairleadWordMemo *
fairlead_word_memo_new (void)
{
	return g_new0 (FairleadWordMemo, 1);
}

void
fairlead_word_memo_free (FairleadWordMemo *self)
{
	g_free (self);
}

/* FNV-1a */
guint64
fairlead_word_hash (const char *word)
{
	guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

	for (; *word != '\0'; word++)
		hash = (hash ^ (guchar) *word) * G_GUINT64_CONSTANT (0x100000001b3);
	return hash;
}

/* The same whichever is first */
static guint64
hash_pair (guint64 a, guint64 b)
{
	guint64 low = MIN (a, b), high = MAX (a, b);

	low *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
	low ^= low >> 29;
	return (low ^ high) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9) | 1;
}

double
fairlead_word_memo_alike (FairleadWordMemo *self, const char *a, guint64 hash_a, const char *b,
                          guint64 hash_b)
{
	guint64 pair;
	Slot *slot;

	if (self == NULL)
		return fairlead_words_alike (a, b);
	pair = hash_pair (hash_a, hash_b);
	slot = &self->slots[pair >> (64 - MEMO_BITS)];
	if (slot->pair != pair) {
		slot->alike = fairlead_words_alike (a, b);
		slot->pair = pair;
	}
	return slot->alike;
}
