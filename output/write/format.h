/* output/write/format.h: the forms that a result can take on standard output */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_FORMAT_TABLE,
	FAIRLEAD_FORMAT_CSV,
	FAIRLEAD_FORMAT_JSON,
	FAIRLEAD_N_FORMATS
} FairleadOutputFormat;

FAIRLEAD_API gboolean fairlead_output_format_from_name (const char *name,
                                                        FairleadOutputFormat *format);

/**
 * FairleadLayout:
 * @width: columns that a table may fill
 * @colour: whether escape sequences for bold and colour may be written
 * @ascii: whether ruling, arrows and ellipses must be ASCII; names are always UTF-8
 */
typedef struct {
	guint width;
	gboolean colour;
	gboolean ascii;
} FairleadLayout;

G_END_DECLS
