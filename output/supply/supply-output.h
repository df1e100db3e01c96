/* output/supply/supply-output.h: deliveries against a cap as a table, CSV, JSON and a chart */
#pragma once
#include "graph/supply/supply.h"
#include "output/write/format.h"
#include "output/write/picture.h"
G_BEGIN_DECLS

/* @layout: asked by tables alone */
typedef struct {
	FairleadOutputFormat format;
	FairleadLayout layout;
	const FairleadSupply *supply;
} FairleadSupplyView;

/* Writes it to @stream and flushes that */
FAIRLEAD_API gboolean fairlead_supply_write (const FairleadSupplyView *view, GOutputStream *stream,
                                             GCancellable *cancellable, GError **error);
/* The sums day by day in three scenarios, and the limit, as SVG. The supply is of a year. */
FAIRLEAD_API gboolean fairlead_supply_write_svg (const FairleadSupplyView *view,
                                                 GOutputStream *stream, GCancellable *cancellable,
                                                 GError **error);
/* The same as SVG, PNG or PDF */
FAIRLEAD_API gboolean fairlead_supply_write_chart (const FairleadSupplyView *view,
                                                   FairleadPicture picture, GOutputStream *stream,
                                                   GCancellable *cancellable, GError **error);

G_END_DECLS
