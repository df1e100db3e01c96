/* library/path/question-private.h: what is asked about paths, and which links they may go over */
#pragma once
#include <fairlead/path.h>
#include "graph/path/paths.h"
#include "library/input/properties.h"
G_BEGIN_DECLS

/* Which links count, and what they cost */
typedef struct {
	GStrv kinds;
	GStrv classes;
	char *as_of;
	gboolean by_hops;
	gboolean through_hubs;
	guint max_degree;
	char *parameters;
} LinkValues;

/* The properties of the links of a question: of its field `links` */
#define LINK_PROPERTY(Values, name, kind, field, most)                        \
	{                                                                     \
		name, kind, G_STRUCT_OFFSET (Values, links.field), 0, most, 0 \
	}
#define LINK_PROPERTIES(Values)                                                               \
	LINK_PROPERTY (Values, "kinds", PROPERTY_TEXTS, kinds, 0),                            \
		LINK_PROPERTY (Values, "classes", PROPERTY_TEXTS, classes, 0),                \
		LINK_PROPERTY (Values, "as-of", PROPERTY_TEXT, as_of, 0),                     \
		LINK_PROPERTY (Values, "by-hops", PROPERTY_TRUTH, by_hops, 1),                \
		LINK_PROPERTY (Values, "through-hubs", PROPERTY_TRUTH, through_hubs, 1),      \
		LINK_PROPERTY (Values, "max-degree", PROPERTY_NUMBER, max_degree, G_MAXUINT), \
		LINK_PROPERTY (Values, "parameters", PROPERTY_TEXT, parameters, 0)

/* As they stand in the questions: borrowed */
typedef struct {
	char *from;
	char *to;
	guint n;
	guint max_hops;
	gboolean overlapping;
	gboolean in_order;
	gboolean count;
	LinkValues links;
} PathValues;

typedef struct {
	GStrv parties;
	LinkValues links;
} CommonValues;

const PathValues *flead_path_question_get_values (FleadPathQuestion *self);
FleadPathQuestion *flead_path_question_copy (FleadPathQuestion *self);
const CommonValues *flead_common_question_get_values (FleadCommonQuestion *self);
FleadCommonQuestion *flead_common_question_copy (FleadCommonQuestion *self);

/* What is said of links, as a choice, and the numbers that paths depend on; USAGE for a word that
 * is none */
gboolean link_values_read (const LinkValues *self, FairleadLinkChoice *choice,
                           FairleadParameters *parameters, GError **error);
/* Of what cannot be asked together; USAGE */
gboolean path_values_check (const PathValues *self, GError **error);

G_END_DECLS
