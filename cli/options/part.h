/* cli/options/part.h: which part of the network a drawing or an export shows */
#pragma once
#include "graph/selection/part.h"
G_BEGIN_DECLS

#define PART_NO_NUMBER (-1)

typedef struct {
	GStrv around;
	gint hops;      /* or PART_NO_NUMBER */
	gint component; /* the same */
	char *kind_names;
	guint32 kinds; /* a bit each; 0: all */
} PartOptions;

#define PART_OPTIONS_INIT ((PartOptions){ .hops = PART_NO_NUMBER, .component = PART_NO_NUMBER })

void part_options_clear (PartOptions *self);

#define PART_ENTRIES(self)                                                    \
	{ "around",                                                           \
	  0,                                                                  \
	  0,                                                                  \
	  G_OPTION_ARG_FILENAME_ARRAY,                                        \
	  &(self)->around,                                                    \
	  "Only what is near these (may repeat)",                             \
	  "EXPRESSION" },                                                     \
		{ "hops",                                                     \
		  0,                                                          \
		  0,                                                          \
		  G_OPTION_ARG_INT,                                           \
		  &(self)->hops,                                              \
		  "How many links away from them (2)",                        \
		  "N" },                                                      \
		{ "kinds",                                                    \
		  0,                                                          \
		  0,                                                          \
		  G_OPTION_ARG_FILENAME,                                      \
		  &(self)->kind_names,                                        \
		  "Only entities of these kinds: person,company,vessel...",   \
		  "KINDS" },                                                  \
	{                                                                     \
		"component", 0, 0, G_OPTION_ARG_INT, &(self)->component,      \
			"Only the N-th largest part that hangs together", "N" \
	}

/* What the options must be */
gboolean part_options_check (PartOptions *self, GError **error);
/* What they say; borrows their texts */
FairleadPart part_options_get (const PartOptions *self);

G_END_DECLS
