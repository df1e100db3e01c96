/* output/graph/graph-columns.h: what is written of vertices and links into files of graphs
 *
 * Every graph format writes the same columns; it only says them in its own way. */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_COLUMN_TEXT,
	FAIRLEAD_COLUMN_NUMBER,
	FAIRLEAD_COLUMN_INTEGER,
	FAIRLEAD_COLUMN_BOOLEAN,
	FAIRLEAD_N_COLUMN_TYPES
} FairleadColumnType;

/**
 * FairleadGraphView:
 * @ranking: (nullable): where rank, score and components come from
 * @conductance: one for each link
 */
typedef struct {
	FairleadNetwork *network;
	FairleadRanking *ranking;
	const gfloat *conductance;
} FairleadGraphView;

typedef struct _FairleadGraphColumn FairleadGraphColumn;

/**
 * FairleadGraphColumn:
 * @name: letters, digits and underscores
 * @append: appends the value of a vertex or link, or returns FALSE where it has none
 * @detail: for @append: which scheme, attribute or component
 */
struct _FairleadGraphColumn {
	char *name;
	FairleadColumnType type;
	gboolean (*append) (const FairleadGraphView *view, guint32 item, guint detail,
	                    GString *text);
	guint detail;
};

/* (transfer full): of FairleadGraphColumn: those that at least one vertex or link has a value in */
GArray *fairlead_graph_vertex_columns (const FairleadGraphView *view);
GArray *fairlead_graph_link_columns (const FairleadGraphView *view);

/* For the two above: an empty array of columns, and one more column at its end */
GArray *fairlead_graph_columns_new (void);
void fairlead_graph_columns_add (GArray *columns, const FairleadGraphColumn *column,
                                 const char *prefix);
/* Takes away the columns in which none of @n_items has a value */
void fairlead_graph_columns_keep_filled (GArray *columns, const FairleadGraphView *view,
                                         guint32 n_items);
gboolean fairlead_graph_append_boolean (GString *text, gboolean value);
gboolean fairlead_graph_append_number (GString *text, double value);

G_END_DECLS
