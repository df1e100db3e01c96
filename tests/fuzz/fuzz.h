/* tests/fuzz/fuzz.h: what a fuzz target is, and what all of them share
 *
 * A target is one program: under libFuzzer with engine.c, else a TAP test with driver.c, which runs
 * the seeds and a fixed number of mutations of each. What must hold is asserted by the target: a
 * program that ends by itself has found something. */
#pragma once
#include "ingest/format/format.h"
G_BEGIN_DECLS

/* Between the files of one input: those of one load, or a mapping and what it reads */
#define FUZZ_SEPARATOR "\n\x1C\n"

/**
 * FuzzTarget:
 * @name: in the names of cases: `csv`
 * @dictionary: the file of words beside this one
 * @dup_subjects: (nullable): what the target can be pointed at, each run by itself (a format)
 * @add_seeds: adds what a subject, %NULL for a target without, starts from
 * @run: asserts what must hold; whether the input was read to its end without an error
 */
typedef struct {
	const char *name;
	const char *dictionary;
	GStrv (*dup_subjects) (void);
	void (*add_seeds) (const char *subject, GPtrArray *seeds);
	gboolean (*run) (const char *subject, const char *data, gsize size);
} FuzzTarget;

extern const FuzzTarget fuzz_target;

/* ---- seeds ---- */

typedef struct {
	char *name; /* folder and file, as a file's name */
	GBytes *bytes;
} FuzzSeed;

GPtrArray *fuzz_seeds_new (void); /* of FuzzSeed */

/* Every file of data below fixtures/ that is wanted, in order of path: @path is relative to the
 * source tree */
typedef gboolean (*FuzzWanted) (const FairleadSample *sample, gconstpointer user_data);
void fuzz_add_fixtures (GPtrArray *seeds, FuzzWanted is_wanted, gconstpointer user_data);
/* One more seed of several texts with separators between them */
void fuzz_add_joined (GPtrArray *seeds, const char *name, GPtrArray *parts);
/* A seed of each text, named by its number */
void fuzz_add_texts (GPtrArray *seeds, const char *name, const char *const *texts, guint n);
/* The text of one file, given from the top of the source tree */
GBytes *fuzz_read_source (const char *relative);
/* The files of a folder of the source tree whose names end so, in order; paths from its top */
GStrv fuzz_dup_files (const char *folder, const char *ending);
/* The seeds of the target for a subject */
GPtrArray *fuzz_seeds_of (const char *subject);
/* What stands between the separators: of GBytes */
GPtrArray *fuzz_split (const char *data, gsize size);
/* As the loader looks at a file before it is read */
gboolean fuzz_sample (GBytes *bytes, FairleadInput **input, FairleadSample *sample, GError **error);

/* ---- what must hold ---- */

/**
 * fuzz_check_format:
 * @parts: (element-type GBytes): the files of one load; those that the format does not sniff are
 *   passed over
 *
 * Reads them whole, whole again and in small pieces, and asserts that all three say the same; that
 * every row has a source within its file, entities of the table and text in UTF-8; and that a
 * network can be built of them.
 *
 * Returns: whether something was read, and nothing failed
 */
gboolean fuzz_check_format (const FairleadFormat *format, GPtrArray *parts);
/* Asserts the same of the records of a load: rows with sources, entities and text, and a network.
 * @n_lines: (nullable) (element-type guint64): lines of each file, where they are known */
void fuzz_check_records (FairleadRecords *records, GArray *n_lines);
/* Lines of a text as its reader would count them, after conversion to UTF-8 */
guint64 fuzz_count_lines (GBytes *bytes);
/* A size of small pieces, told by the bytes so that the same input is always read the same way */
gsize fuzz_portion_of (const char *data, gsize size);
/* An error says what and where, in UTF-8 */
void fuzz_check_error (const GError *error);
/* The error as an outcome to be held against that of another reading. Where bytes are converted
 * from
 * another encoding, and not to their end, the pieces say what fails first: then it only failed. */
char *fuzz_dup_failure (const GError *error, GBytes *bytes);

/* ---- mutations, where there is no engine ---- */

/* The words of a dictionary in libFuzzer's form: of GBytes */
GPtrArray *fuzz_dictionary_load (const char *name);
/* One input made of a seed by a few changes; @others are seeds to take pieces from */
GByteArray *fuzz_mutate (const FuzzSeed *seed, GPtrArray *others, GPtrArray *words, GRand *random);

G_END_DECLS
