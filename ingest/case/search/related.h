/* ingest/case/search/related.h: who in a case belongs to whom, asked of its indexes */
#pragma once
#include "ingest/case/search/part-private.h"
G_BEGIN_DECLS

/* A number that more have joins nobody sensibly; a file may hold anything */
#define FAIRLEAD_MOST_RELATED 100000u

/* A part that grows, and the questions by which it does */
typedef struct {
	FairleadCase *owner;
	FairleadSql *sql;
	FairleadPart part;
	FairleadTransliterator *transliterator;
	sqlite3_stmt *numbers;     /* of an entity */
	sqlite3_stmt *with_number; /* entities */
	sqlite3_stmt *key;
	sqlite3_stmt *with_key;
	sqlite3_stmt *names;       /* of an entity */
	sqlite3_stmt *with_name;   /* the entity of a name, and its text */
	sqlite3_stmt *with_pieces; /* names */
	sqlite3_stmt *decided; /* keys decided to be those of an entity, or not; NULL without any */
} FairleadRelated;

void fairlead_related_init (FairleadRelated *self, FairleadCase *owner);
void fairlead_related_clear (FairleadRelated *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FairleadRelated, fairlead_related_clear)

/* Adds an entity, while they are not too many */
void fairlead_related_add (FairleadRelated *self, gint64 entity);
void fairlead_related_add_key (FairleadRelated *self, const char *key);
/* Those that have the number, of whatever scheme */
void fairlead_related_add_number (FairleadRelated *self, const char *number);
/* Those that have the name, case, accents and punctuation aside, in its own letters or in Latin
 * ones */
void fairlead_related_add_name (FairleadRelated *self, const char *name);

/* Those that the entity may be joined with: by a number that joins */
void fairlead_related_add_same (FairleadRelated *self, gint64 entity);
/* By its names, where some parties are known by nothing else */
void fairlead_related_add_namesakes (FairleadRelated *self, gint64 entity);
/* By what was decided */
void fairlead_related_add_decided (FairleadRelated *self, gint64 entity);

G_END_DECLS
