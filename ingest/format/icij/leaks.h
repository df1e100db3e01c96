/* ingest/format/icij/leaks.h: the Offshore Leaks tables, and what their two shapes share */
#pragma once
#include "ingest/format/icij/nodes.h"
#include "ingest/format/icij/roles.h"
#include "ingest/format/csv-table.h"
G_BEGIN_DECLS

extern const FairleadFormat fairlead_format_icij_leaks;
extern const FairleadFormat fairlead_format_icij_drawing;

/* Shared by the files of one load */
typedef struct {
	FairleadIcijRoles *roles;
	FairleadIcijNodes *nodes;
	GHashTable *edges;    /* set of ids of edges that were read, owned */
	GArray *waiting;      /* of FairleadLinkRow: an end may yet turn out to be nobody */
	GHashTable *reported; /* set of words that were reported, static or interned texts */
} FairleadIcij;

/* @scheme: of the keys */
FairleadIcij *fairlead_icij_new (const char *scheme);
gboolean fairlead_icij_finish (const FairleadFormat *format, gpointer state,
                               FairleadRecords *records, GError **error);
void fairlead_icij_end (gpointer state);

/* What an edge's words mean */
typedef struct {
	const char *word;
	FairleadLinkKind kind;
	gboolean by_role;  /* the words for the office decide */
	gboolean reversed; /* the end of the edge is the FROM of the link */
	float confidence;
} FairleadIcijEdge;

/* One row of edges; each text may be empty */
typedef struct {
	const char *start; /* ids of nodes */
	const char *end;
	const FairleadIcijEdge *meaning;
	const char *type; /* the edge's own words */
	const char *role;
	const char *status;
	const char *first_day;
	const char *last_day;
} FairleadIcijLink;

void fairlead_icij_add_link (FairleadIcij *self, FairleadRecords *records,
                             const FairleadIcijLink *link, FairleadSource source);

/* Names the node @id; a placeholder makes it nobody, with an issue. The kind is told from the name
 * where it is unknown. */
void fairlead_icij_name_node (FairleadIcij *self, FairleadRecords *records, FairleadEntity node,
                              const char *id, const char *name, FairleadSource source);

G_END_DECLS
