/* cli/options/model.h: the numbers that a result depends on, and the day it is about */
#pragma once
#include "graph/parameters.h"
#include "ingest/grammar/period.h"
G_BEGIN_DECLS

typedef struct {
	char *path; /* of a key file; NULL: the shipped numbers */
	FairleadParameters parameters;
	char *day;    /* as written; NULL: none */
	gint32 as_of; /* FAIRLEAD_DAY_OPEN_FUTURE: none */
} ModelOptions;

void model_options_clear (ModelOptions *self);

#define MODEL_ENTRY_PARAMETERS(self)                                          \
	{                                                                     \
		"parameters", 0, 0, G_OPTION_ARG_FILENAME, &(self)->path,     \
			"Numbers to use in place of the shipped ones", "FILE" \
	}

#define MODEL_ENTRY_AS_OF(self, words)                                            \
	{                                                                         \
		"as-of", 0, 0, G_OPTION_ARG_FILENAME, &(self)->day, words, "DATE" \
	}

/* What the options say, as numbers and a day */
gboolean model_options_read (ModelOptions *self, GError **error);

G_END_DECLS
