/* ingest/mapping/language/template.h: `{column|filter:argument}` and text around it, compiled */
#pragma once
#include "ingest/mapping/language/map.h"
#include "ingest/mapping/run/path.h"
G_BEGIN_DECLS

#define FAIRLEAD_TEMPLATE_MAX_REFERENCES 16u

/* A column or path that some template names */
typedef struct {
	char *name;
	guint occurrence;     /* 1 for the first column of this name */
	gboolean is_optional; /* every mention of it ends in `?` */
	guint line;           /* of the mapping: the first mention */
	FairleadPath *path;   /* XML */
} FairleadField;
#define FAIRLEAD_FIELD_ITEM G_MAXUINT /* `{.}`: the value of `each` itself */

void fairlead_field_free (FairleadField *self);

/* `{column}`, `!{column}`, `{column}=A;B`, `{column}!=A;B` */
typedef struct {
	struct _FairleadTemplate *template; /* exactly one reference */
	char **values;                      /* NULL: asks whether it is filled */
	gboolean is_negated;
} FairleadCondition;

typedef struct _FairleadFilterInfo FairleadFilterInfo;
typedef struct _FairleadLookup FairleadLookup;

typedef struct {
	const FairleadFilterInfo *info;
	char *argument;         /* (nullable) */
	gsize length;           /* of it */
	const FairleadMap *map; /* `map` */
	const FairleadLookup *lookup;
	GRegex *regex;            /* `match` */
	FairleadCondition *where; /* `if` */
	guint field;              /* `or`, `also` */
	guint number;             /* `pad` */
} FairleadFilter;

typedef struct {
	char *literal; /* NULL for a reference */
	guint field;
	gboolean is_optional;
	GPtrArray *filters; /* of FairleadFilter */
} FairleadPiece;

typedef struct _FairleadTemplate {
	GPtrArray *pieces; /* of FairleadPiece */
	guint n_references;
	gboolean has_many; /* filters make several values of one */
	guint line;        /* of the mapping */
} FairleadTemplate;

/* Where a template stands, and what it may name */
typedef struct {
	const char *path;
	guint line;
	gboolean is_xml;
	gboolean has_item; /* inside of an `each` */
	GPtrArray *fields; /* of FairleadField; grows */
	GHashTable *maps;  /* of FairleadMap by name */
	GHashTable
		*lookups; /* (nullable): of FairleadLookup by name; NULL where none may be asked */
	gboolean *looks_up; /* set where one is asked */
} FairleadTemplateScope;

FairleadTemplate *fairlead_template_parse (const char *text, const FairleadTemplateScope *scope,
                                           GError **error);
void fairlead_template_free (FairleadTemplate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadTemplate, fairlead_template_free)
/* The text of a template without references; NULL for others */
const char *fairlead_template_get_constant (const FairleadTemplate *self);
/* The map whose values are all that it can give; NULL where it is not one `{x|map:NAME}` */
const FairleadMap *fairlead_template_get_map (const FairleadTemplate *self);

FairleadCondition *fairlead_condition_parse (const char *text, const FairleadTemplateScope *scope,
                                             GError **error);
void fairlead_condition_free (FairleadCondition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadCondition, fairlead_condition_free)

G_END_DECLS
