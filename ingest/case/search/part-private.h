/* ingest/case/search/part-private.h: the rows of a case that are about some of its entities */
#pragma once
#include "ingest/case/sql/bulk.h"
#include "ingest/case/case-private.h"
#include "ingest/case/import/index.h"
G_BEGIN_DECLS

/* While a part is loaded, statements see its numbers in column v0 of these */
#define FAIRLEAD_PART_ENTITY "part_entity"
#define FAIRLEAD_PART_ATTRIBUTE "part_attribute"
#define FAIRLEAD_PART_LINK "part_link"
#define FAIRLEAD_PART_EVENT "part_event"

typedef struct {
	GArray *entities;   /* of gint64, each once */
	GArray *attributes; /* of gint64: rows; those of other attributes are left out */
	GArray *links;      /* the same */
	GArray *events;
	GHashTable *known; /* of the entities: which of them it is, from 1 on, by gint64 */
} FairleadPart;

/* What the case says now of a part; without issues, for which it would have to be read whole. All
 * ends of its links and events are to be in it. */
FairleadRecords *fairlead_case_load_part_rows (FairleadCase *self, FairleadPart *part);

void fairlead_part_init (FairleadPart *self);
void fairlead_part_clear (FairleadPart *self);
/* FALSE where it was there */
gboolean fairlead_part_add (FairleadPart *self, gint64 entity);

/* Rows of a search, the most alike first, by the rarest pieces of @text; at most @n */
GArray *fairlead_search_dup_rows (FairleadSql *sql, FairleadSearch search, const char *text,
                                  guint n);
/* A number as it is written, and in each form that a scheme gives it */
GPtrArray *fairlead_search_dup_forms (FairleadIdScheme scheme, const char *number);

G_END_DECLS
