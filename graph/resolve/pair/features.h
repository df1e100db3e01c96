/* graph/resolve/pair/features.h: two parties held against each other, feature by feature */
#pragma once
#include "graph/resolve/pair/profile.h"
#include "graph/resolve/pair/weights.h"
G_BEGIN_DECLS

/**
 * FairleadComparison:
 * @log_odds: that they are one, natural
 * @factors: by FairleadWeight: what each weight is multiplied with
 * @name: of the two names that fit best
 * @left_name, @right_name: which these are, of the profiles' names; -1 without any
 * @n_marks: facts beside names that agree and tell parties apart: numbers, births, build, tonnage
 * @is_apart_in_time: ships that had a name or a radio number in common, but not on one day
 * @is_impossible: two valid ship numbers or LEIs: they are two, whatever else agrees
 */
typedef struct {
	double log_odds;
	double factors[FAIRLEAD_N_WEIGHTS];
	FairleadNameMatch name;
	gint left_name;
	gint right_name;
	guint n_marks;
	gboolean is_apart_in_time;
	gboolean is_impossible;
} FairleadComparison;

/* One line of an explanation */
typedef struct {
	const char *feature; /* static: name, birth, country ... */
	double weight;       /* what it adds to the log odds */
	char *words;
} FairleadFeatureLine;

GPtrArray *fairlead_feature_lines_new (void); /* of FairleadFeatureLine, owned */

/* @lines: (nullable): gets a line for each feature that says something */
void fairlead_profiles_compare (FairleadProfiler *profiler, const FairleadProfile *left,
                                const FairleadProfile *right, FairleadComparison *comparison,
                                GPtrArray *lines);

/* What names alone say of two parties of @kind */
double fairlead_name_log_odds (const FairleadNameMatch *match, FairleadKind kind);
double fairlead_probability_of (double log_odds);

G_END_DECLS
