/* graph/resolve/pair/features-private.h: what the features of a pair have in common */
#pragma once
#include "graph/resolve/pair/features.h"
G_BEGIN_DECLS

typedef struct {
	FairleadProfiler *profiler;
	const FairleadProfile *left;
	const FairleadProfile *right;
	FairleadComparison *comparison;
	GPtrArray *lines; /* NULL: not asked for */
} FairleadPair;

/* Counts @weight; returns what it adds */
double fairlead_pair_count (FairleadPair *pair, FairleadWeight weight, double factor);

/* A line of the explanation, where one is asked for */
void fairlead_pair_tell (FairleadPair *pair, const char *feature, double weight, const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

static inline FairleadRecords *
fairlead_pair_records (const FairleadPair *pair)
{
	return fairlead_network_get_records (pair->profiler->network);
}

/* graph/resolve/pair/numbers.c */
void fairlead_pair_compare_numbers (FairleadPair *pair);

G_END_DECLS
