/* ingest/case/case-private.h: what a case is made of */
#pragma once
#include "ingest/case/case.h"
#include "ingest/case/sql/sql.h"
G_BEGIN_DECLS

/* The tables of words, by which the numbers of a case and those of this program are told apart */
typedef enum {
	FAIRLEAD_WORD_KIND,
	FAIRLEAD_WORD_LINK,
	FAIRLEAD_WORD_NAME,
	FAIRLEAD_WORD_SCHEME,
	FAIRLEAD_WORD_ATTRIBUTE,
	FAIRLEAD_WORD_ISSUE,
	FAIRLEAD_WORD_EVENT,
	FAIRLEAD_N_WORDS
} FairleadWord;

/* More than any table of words can have and be read */
#define FAIRLEAD_MAX_WORDS 255

/* Numbers of the case by those of this program, and back; -1 where there is none */
typedef struct {
	gint16 in_case[FAIRLEAD_N_WORDS][FAIRLEAD_MAX_WORDS];
	gint16 here[FAIRLEAD_N_WORDS][FAIRLEAD_MAX_WORDS];
} FairleadWords;

struct _FairleadCase {
	GObject parent;
	FairleadSql sql;
	gint64 version;  /* of its schema; 0 where there is none yet */
	gboolean is_new; /* the file was not there before */
	char *made_at;   /* where a new one is until its first import is done; NULL for others */
	int made_lock;   /* open file by which no other program makes the same; -1 for none */
	FairleadWords words;
};

/* The word of a number of this program; NULL beyond the last */
const char *fairlead_word_name (FairleadWord word, guint number);
/* Reads the words of the case, as far as its version has them */
void fairlead_words_load (FairleadWords *self, FairleadSql *sql);
/* Adds to the case what it lacks of this program's */
void fairlead_words_complete (FairleadWords *self, FairleadSql *sql);
/* The number here of a number in the case; 0 with a failure of @sql where it has none */
guint8 fairlead_words_read (const FairleadWords *self, FairleadSql *sql, FairleadWord word,
                            gint64 number);

/* The place beside @path where a new case is made, which no other program may have meanwhile; what
 * one that was killed has left there is taken over. FALSE with a failure of the case. */
gboolean fairlead_new_file_claim (FairleadCase *self, const char *path);
/* Puts what was made where it belongs, unless something is there already; the same */
gboolean fairlead_new_file_publish (FairleadCase *self);
/* Has the system begin to write out what it holds of the file, so that less is left for the end */
void fairlead_new_file_flush (const FairleadCase *self);
void fairlead_new_file_release (FairleadCase *self);

/* Begins a transaction that writes, in which the case is made or brought up to this version */
void fairlead_case_begin (FairleadCase *self, GCancellable *cancellable);
/* Commits, or, where anything since the beginning has failed, leaves the case as it was */
gboolean fairlead_case_end (FairleadCase *self, GError **error);

/* What the case says now, from its rows, in the transaction that is open; to be used where nothing
 * has failed */
FairleadRecords *fairlead_case_load_rows (FairleadCase *self);
/* The first version of the schema that has a cache */
#define FAIRLEAD_CASE_CACHE_VERSION 2
/* The first by whose indexes the facts of one entity are found */
#define FAIRLEAD_CASE_INDEXES_VERSION 4
/* The first that has events */
#define FAIRLEAD_CASE_EVENTS_VERSION 3

/* Brings the schema of a case, or of a file without any tables, up to this program's version, in
 * the transaction that is open */
void fairlead_case_migrate (FairleadSql *sql);

/* Name and version, as imports and migrations note it; and the time, UTC */
#define FAIRLEAD_CASE_PROGRAM "fairlead " FAIRLEAD_VERSION
char *fairlead_case_dup_now (void);

G_END_DECLS
