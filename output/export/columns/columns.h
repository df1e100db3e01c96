/* output/export/columns/columns.h: what is written of vertices and links, whatever the form
 *
 * One table for all forms: each only says the columns in its own way. */
#pragma once
#include "output/export/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_COLUMN_TEXT,
	FAIRLEAD_COLUMN_NUMBER,
	FAIRLEAD_COLUMN_INTEGER,
	FAIRLEAD_COLUMN_BOOLEAN,
	FAIRLEAD_N_COLUMN_TYPES
} FairleadColumnType;

/**
 * FairleadExportView:
 * @export: what is asked for
 * @conductance: one for each link of the network
 * @degree: of each vertex of the network, within what is written
 */
typedef struct {
	const FairleadExport *export;
	FairleadNetwork *network;
	FairleadRanking *ranking; /* (nullable) */
	const gfloat *conductance;
	const guint32 *degree;
} FairleadExportView;

typedef struct _FairleadExportColumn FairleadExportColumn;

/**
 * FairleadExportColumn:
 * @name: letters, digits and underscores
 * @title: for people
 * @append: appends the value of a vertex or link, or returns FALSE where it has none
 * @detail: for @append: which scheme, attribute or component
 */
struct _FairleadExportColumn {
	char *name;
	char *title;
	FairleadColumnType type;
	gboolean (*append) (const FairleadExportView *view, guint32 item, guint detail,
	                    GString *text);
	guint detail;
};

/* (transfer full): of FairleadExportColumn: those that at least one vertex or link has a value
 * in */
GArray *fairlead_export_vertex_columns (const FairleadExportView *view);
GArray *fairlead_export_link_columns (const FairleadExportView *view);
/* Colour, shape, size and place, for forms that have no other way to say them */
GArray *fairlead_export_drawing_columns (const FairleadExportView *view);

static inline const FairleadExportColumn *
fairlead_export_column (const GArray *columns, guint i)
{
	return &g_array_index (columns, FairleadExportColumn, i);
}

/* The value of a vertex or link in place of what @text held; FALSE where it has none */
gboolean fairlead_export_value (const FairleadExportView *view, const FairleadExportColumn *column,
                                guint32 item, GString *text);
/* Whether a form that says this by other means may leave the column out */
gboolean fairlead_export_column_is (const FairleadExportColumn *column, const char *name);

/* Where a vertex is described, or first referred to, as all there is of what only links speak of */
gboolean fairlead_export_append_reference (const FairleadExportView *view, FairleadVertex vertex,
                                           GString *text);

/* For the makers of columns: an empty array, and one more column at its end, whose title is @title
 * or else made of its name */
GArray *fairlead_export_columns_new (void);
void fairlead_export_columns_add (GArray *columns, const FairleadExportColumn *column,
                                  const char *prefix);
/* Takes away the columns in which none of @items (of guint32) has a value */
void fairlead_export_columns_keep_filled (GArray *columns, const FairleadExportView *view,
                                          const GArray *items);
gboolean fairlead_export_append_boolean (GString *text, gboolean value);
gboolean fairlead_export_append_number (GString *text, double value);

G_END_DECLS
