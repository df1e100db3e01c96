/* graph/supply/factors.h: caps on supplies, and the factors by which they are estimated, as data
 *
 * The numbers, their sources, and what each key means stand in the commented key file
 * graph/supply/shipped/supply.factors, which is compiled in. */
#pragma once
#include <gio/gio.h>
#include "ingest/export.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_LOW,
	FAIRLEAD_MIDDLE,
	FAIRLEAD_HIGH,
	FAIRLEAD_N_SCENARIOS
} FairleadScenario;

FAIRLEAD_API const char *fairlead_scenario_name (FairleadScenario scenario);

/**
 * FairleadCap:
 * @leaves: what leaves the country counts, else what arrives there
 * @year_is_last: a year is that in which the twelve months end
 * @commodities: folded words between bars, and so @ship_types
 * @per_tonne: of the cap's unit in a tonne; NaN where no factor is stated
 *
 * One [cap NAME] of the file.
 */
typedef struct {
	char *name;
	char *title;
	char *country;
	gboolean leaves;
	char *regime;
	char *unit;
	double limit;
	guint month, day; /* on which each twelve months begin */
	gboolean year_is_last;
	gint32 since;
	char *commodities;
	char *ship_types;
	double per_tonne[FAIRLEAD_N_SCENARIOS];
	double laden[FAIRLEAD_N_SCENARIOS];
	guint round_trip; /* days */
	guint leg;        /* days */
	char *words;
	char *source;
	char *url;
	char *mark;
} FairleadCap;

/* One [unit NAME]: @times of the unit @of */
typedef struct {
	char *name;
	char *words; /* folded, between bars */
	char *of;
	double times;
} FairleadUnit;

typedef struct {
	GPtrArray *caps;  /* of FairleadCap */
	GPtrArray *units; /* of FairleadUnit */
} FairleadFactors;

FAIRLEAD_API FairleadFactors *fairlead_factors_new_shipped (GError **error);
/* (transfer full): the shipped file, with its comments */
FAIRLEAD_API GBytes *fairlead_factors_dup_shipped_text (GError **error);
/* From a regular file. An unknown or missing key, what is no number, and a number out of its range
 * are refused, with the line. */
FAIRLEAD_API FairleadFactors *fairlead_factors_load (const char *path, GError **error);
FAIRLEAD_API void fairlead_factors_free (FairleadFactors *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadFactors, fairlead_factors_free)

/* (transfer none): fails with UNKNOWN_REFERENCE, naming those that there are */
FAIRLEAD_API const FairleadCap *fairlead_factors_find_cap (const FairleadFactors *self,
                                                           const char *name, GError **error);
/* (nullable): by one of its words, as a source writes it */
FAIRLEAD_API const FairleadUnit *fairlead_factors_find_unit (const FairleadFactors *self,
                                                             const char *text);
/* The cap whose words have the commodity; NULL for none */
FAIRLEAD_API const FairleadCap *fairlead_factors_find_commodity (const FairleadFactors *self,
                                                                 const char *text);
/* The cap that has the longest words that the type of a ship holds; NULL for none */
FAIRLEAD_API const FairleadCap *fairlead_factors_find_ship_type (const FairleadFactors *self,
                                                                 const char *type);
/* The twelve months of the cap that are called @year, 1 to 9998 */
FAIRLEAD_API void fairlead_cap_get_window (const FairleadCap *self, guint year, gint32 *first,
                                           gint32 *last);

G_END_DECLS
