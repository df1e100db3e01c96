/* ingest/mapping/run/filter.h: what may stand behind a `|` in a template, in one table */
#pragma once
#include "ingest/mapping/run/evaluation.h"
#include "ingest/mapping/language/template.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_ARGUMENT_NONE,
	FAIRLEAD_ARGUMENT_TEXT,
	FAIRLEAD_ARGUMENT_MAP,
	FAIRLEAD_ARGUMENT_REGEX,
	FAIRLEAD_ARGUMENT_CONDITION,
} FairleadArgument;

/* Adds what it makes of one value to @out: nothing, one text or several */
typedef void (*FairleadFilterApply) (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                                     const char *text, guint32 line, FairleadValues *out);

struct _FairleadFilterInfo {
	const char *name;
	FairleadFilterApply apply;
	FairleadArgument argument;
	gboolean makes_many;
	gboolean needs_item; /* has a meaning inside of an `each` only */
	gboolean when_empty; /* is asked where there is no value, and only there */
};

/* Ends with a row whose name is NULL */
extern const FairleadFilterInfo fairlead_filters[];

void fairlead_filter_run (const FairleadFilter *filter, FairleadEvaluation *evaluation,
                          const FairleadValues *in, FairleadValues *out);

G_END_DECLS
