/* graph/gaps/regimes.h: which programmes of different lists concern the same regime */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef struct {
	const char *name;  /* as it stands in outputs and after --programme: `dprk` */
	const char *title; /* for people */
} FairleadRegime;

/* A row: a programme of the list (NULL: of any) that fits the pattern is about the regime. In a
 * pattern * stands for any text; case does not count. The first row that fits decides. */
typedef struct {
	const char *regime;
	const char *list;
	const char *pattern;
} FairleadRegimeRule;

FAIRLEAD_API const FairleadRegime *fairlead_regimes_get_all (guint *n);
FAIRLEAD_API const FairleadRegimeRule *fairlead_regime_rules_get_all (guint *n);

/* The name of the regime, or NULL where no row of the table fits: then the programme stands for
 * itself. @list is the body's: `OFAC` for `OFAC FSE List`. */
FAIRLEAD_API const char *fairlead_regime_of (const char *list, const char *programme);

/**
 * fairlead_list_body:
 *
 * Whose list it is: the first word, for `OFAC FSE List` is OFAC's. `US`, `GB`, `CH` and `CA` stand
 * for OFAC, UK, SECO and SEMA, in any case.
 *
 * Returns: (transfer full)
 */
FAIRLEAD_API char *fairlead_list_dup_body (const char *list);

G_END_DECLS
