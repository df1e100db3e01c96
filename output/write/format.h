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
 * @ascii: whether bars, arrows and ellipses must be ASCII; names are always UTF-8
 * @bars: whether bars stand beside numbers, which a person sees and a script need not
 */
typedef struct {
	guint width;
	gboolean colour;
	gboolean ascii;
	gboolean bars;
} FairleadLayout;

/* What a line says to who skims it; the words of the line must say the same */
typedef enum {
	FAIRLEAD_MEANS_NOTHING,
	FAIRLEAD_MEANS_HEADING, /* bold */
	FAIRLEAD_MEANS_NOTABLE, /* yellow: of the target, listed, doubtful, possible */
	FAIRLEAD_MEANS_ALARM,   /* red: blocked, passed, serious, gone */
	FAIRLEAD_MEANS_GOOD,    /* green: clear, valid, new */
	FAIRLEAD_N_MEANINGS
} FairleadMeaning;

/* The sequence that begins a meaning, and the one that ends it; empty without colour */
const char *fairlead_meaning_begin (FairleadMeaning meaning, gboolean colour);
const char *fairlead_meaning_end (FairleadMeaning meaning, gboolean colour);

G_END_DECLS
