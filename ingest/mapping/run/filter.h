/* ingest/mapping/run/filter.h: what may stand behind a `|` in a template, in one table */
#pragma once
#include "ingest/mapping/run/evaluation.h"
#include "ingest/mapping/language/template.h"
G_BEGIN_DECLS

/* The longest text that `pad` makes */
#define FAIRLEAD_PAD_MAX 64u

typedef enum {
	FAIRLEAD_ARGUMENT_NONE,
	FAIRLEAD_ARGUMENT_TEXT,
	FAIRLEAD_ARGUMENT_MAP,
	FAIRLEAD_ARGUMENT_LOOKUP,
	FAIRLEAD_ARGUMENT_REGEX,
	FAIRLEAD_ARGUMENT_CONDITION,
	FAIRLEAD_ARGUMENT_FIELD,
	FAIRLEAD_ARGUMENT_NUMBER,
} FairleadArgument;

/* How many values a reference has behind the filter */
typedef enum {
	FAIRLEAD_YIELD_AS_MANY, /* as before it */
	FAIRLEAD_YIELD_SEVERAL,
	FAIRLEAD_YIELD_ONE,
} FairleadYield;

/* Adds what it makes of one value to @out: nothing, one text or several */
typedef void (*FairleadFilterApply) (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                                     const char *text, guint32 line, FairleadValues *out);
/* Adds what it makes of all values, and where there are none */
typedef void (*FairleadFilterGather) (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                                      const FairleadValues *in, FairleadValues *out);

/* Either applies to each value or gathers all */
struct _FairleadFilterInfo {
	const char *name;
	FairleadFilterApply apply;
	FairleadFilterGather gather;
	FairleadArgument argument;
	FairleadYield yield;
	gboolean needs_item; /* has a meaning inside of an `each` only */
};

/* Ends with a row whose name is NULL */
extern const FairleadFilterInfo fairlead_filters[];

void fairlead_filter_run (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                          const FairleadValues *in, FairleadValues *out);

G_END_DECLS
