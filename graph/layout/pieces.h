/* graph/layout/pieces.h: the components of a drawing, and how they are put beside each other */
#pragma once
#include "graph/layout/layout.h"
G_BEGIN_DECLS

/**
 * FairleadLayoutPiece:
 * @vertices: of FairleadVertex, ascending
 * @ends: of guint32: the two ends of each link, as places in @vertices; without self links
 * @points: of FairleadPoint, one for each of @vertices
 */
typedef struct {
	GArray *vertices;
	GArray *ends;
	GArray *points;
} FairleadLayoutPiece;

/* (transfer full): of FairleadLayoutPiece, owned: the largest first, of one size that with the
 * smaller vertex first */
GPtrArray *fairlead_layout_pieces (FairleadNetwork *network, const FairleadSelection *selection);

/* Brings the points of a piece to a scale in which its links, and the room for each vertex, are of
 * one size in all pieces; its corner comes to 0, 0 */
void fairlead_layout_piece_scale (FairleadLayoutPiece *piece);
/* Puts the pieces in rows, and all of it around 0, 0 */
void fairlead_layout_pack (GPtrArray *pieces);

G_END_DECLS
