/* graph/engine/binary.h: what the files between fairlead and fairlead-cluster have in common
 *
 * All are made of words of eight bytes in the order of the machine, which each file states: a head
 * of eight words, a body, and one word that sums over the body. The sum takes each word with its
 * place, and is a sum, so that ranks that each read a part can add up theirs. */
#pragma once
#include <gio/gio.h>
G_BEGIN_DECLS

#define FAIRLEAD_BINARY_VERSION 1u
#define FAIRLEAD_BINARY_ORDER 0x01020304u
#define FAIRLEAD_BINARY_HEAD_WORDS 8u
#define FAIRLEAD_BINARY_HEAD (8 * sizeof (guint64))

/**
 * FairleadBinaryHead:
 * @magic: what kind of file it is
 * @n: items: vertices of arcs and values, members of a set
 * @n_words: in the body
 * @words: what else the kind has to say
 */
typedef struct {
	char magic[8];
	guint32 version;
	guint32 order;
	guint64 n;
	guint64 n_words;
	guint64 words[4];
} FairleadBinaryHead;

/* What a word adds to the sum (the mixing of splitmix64, Steele et al. 2014) */
static inline guint64
fairlead_binary_mix (guint64 place, guint64 word)
{
	word += (place + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
	word = (word ^ word >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
	word = (word ^ word >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
	return word ^ word >> 31;
}

guint64 fairlead_binary_sum (guint64 first, const guint64 *words, gsize n);

/* Writes words one after the other and keeps their sum */
typedef struct {
	GOutputStream *stream; /* (nullable): only the sum is wanted */
	GCancellable *cancellable;
	guint64 place;
	guint64 sum;
	gsize n_kept;
	guint64 kept[4096];
} FairleadBinaryWriter;

gboolean fairlead_binary_begin (FairleadBinaryWriter *self, const char magic[8], guint64 n,
                                guint64 n_words, const guint64 words[4], GError **error);
gboolean fairlead_binary_add (FairleadBinaryWriter *self, const guint64 *words, gsize n,
                              GError **error);
/* The rest, and the sum */
gboolean fairlead_binary_end (FairleadBinaryWriter *self, GError **error);

/**
 * fairlead_binary_map:
 * @body: (out): good while the file is mapped
 *
 * A whole file of the kind, whose size and sum are right. Fails with UNKNOWN_FORMAT, SYNTAX or IO,
 * naming the file.
 */
GMappedFile *fairlead_binary_map (const char *path, const char magic[8], FairleadBinaryHead *head,
                                  const guint64 **body, GError **error);
/* The same without reading all of it: the sum, which is the word after the body, may be wrong */
GMappedFile *fairlead_binary_map_unchecked (const char *path, const char magic[8],
                                            FairleadBinaryHead *head, const guint64 **body,
                                            GError **error);
/* What is wrong with a head of a file of so many bytes; NULL: nothing */
const char *fairlead_binary_find_fault (const FairleadBinaryHead *head, const char magic[8],
                                        guint64 n_bytes);

G_END_DECLS
