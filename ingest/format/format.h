/* ingest/format/format.h: what a file format is: a name, a sniffer and a reader */
#pragma once
#include "ingest/record/error.h"
#include "ingest/record/records.h"
#include "ingest/syntax/csv-reader.h"
#include "ingest/syntax/input.h"
#include "ingest/syntax/json-reader.h"
#include "ingest/syntax/xml-reader.h"
G_BEGIN_DECLS

/**
 * FairleadSample:
 *
 * What the content of a file shows before it is read: made once by the loader, asked by every
 * sniffer. For CSV the first rows, for XML the document element, for JSON the members of the first
 * object.
 */
typedef struct {
	const char *head; /* first bytes */
	gsize head_size;
	gboolean is_csv;
	FairleadCsvDialect dialect;
	GPtrArray *rows; /* of GStrv (owned): the first rows after the preamble, at most 20 */
	gboolean is_xml;
	char *root;
	char *root_namespace;
	gboolean is_json;
	GStrv members; /* names in the first object, as far as the head shows them */
} FairleadSample;

/* Fills a sample from a file's head; clear() frees what it holds */
void fairlead_sample_init (FairleadSample *self, const char *head, gsize size);
void fairlead_sample_clear (FairleadSample *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadSample, fairlead_sample_clear)
/* Whether the first row of a CSV sample has this header cell */
gboolean fairlead_sample_has_column (const FairleadSample *self, const char *name);
/* Whether the first object of a JSON sample has this member */
gboolean fairlead_sample_has_member (const FairleadSample *self, const char *name);

/* One file being read */
typedef struct {
	FairleadInput *input;
	const FairleadSample *sample;
	FairleadRecords *records;
	guint32 file;      /* its row of the file table */
	const char *path;  /* for errors */
	gpointer state;    /* what the format's begin() made; shared by all files of one load */
	guint64 n_records; /* to be counted up by the reader */
} FairleadReading;

/* Once a file: an issue at the first line whose bytes were not UTF-8, where there is one */
void fairlead_reading_note_encoding (const FairleadReading *self, FairleadCsvReader *reader);
/* Before the file is read: an issue where XML is not in the encoding that it declares */
void fairlead_reading_note_declaration (const FairleadReading *self);
/* Which table of its format the file is, where that has several that are published apart */
void fairlead_reading_note_table (const FairleadReading *self, const char *table);
/* The date that the file itself bears; a text that is no date is passed over */
void fairlead_reading_note_issued (const FairleadReading *self, const char *text,
                                   FairleadDateOrder order);

typedef struct _FairleadFormat FairleadFormat;

/**
 * FairleadFormat:
 * @name: stable, for outputs and options: `ofac-sdn-csv`
 * @title: for people
 * @sniff: how sure it is that the content is of this format: 0 no, 100 certain; names of files are
 *   never asked
 * @read: emits the records of one file
 * @begin: (nullable): state shared by the files of one load
 * @finish: (nullable): after the last file, emits what had to wait for others
 * @end: (nullable): frees the state
 * @data: what a format made at run time (a mapping) needs
 */
struct _FairleadFormat {
	const char *name;
	const char *title;
	guint (*sniff) (const FairleadFormat *self, const FairleadSample *sample);
	gboolean (*read) (const FairleadFormat *self, FairleadReading *reading, GError **error);
	gpointer (*begin) (const FairleadFormat *self);
	gboolean (*finish) (const FairleadFormat *self, gpointer state, FairleadRecords *records,
	                    GError **error);
	void (*end) (gpointer state);
	gconstpointer data;
};

/* The built-in formats, NULL-terminated, in the order of the table in format.c */
const FairleadFormat *const *fairlead_formats (void);

G_END_DECLS
