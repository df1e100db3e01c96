/* library/ranking/ranking-private.h: what questions, rankings and their rows know of each other */
#pragma once
#include <fairlead/ranking.h>
#include "graph/score/draws.h"
#include "graph/score/measures.h"
G_BEGIN_DECLS

/**
 * QuestionValues:
 *
 * What a question asks, as it stands in the question: borrowed.
 */
typedef struct {
	GStrv target;
	GStrv market;
	gboolean include_targets;
	char *parameters;
	guint limit;
	guint paths;
	guint draws;
	guint seed;
	gboolean draws_merges;
	GStrv measures;
	gboolean by_jurisdiction;
	double sampling_error;
	char *drop_source;
	guint collect;
} QuestionValues;

const QuestionValues *flead_question_get_values (FleadQuestion *self);
/* (transfer full): one that asks the same */
FleadQuestion *flead_question_copy (FleadQuestion *self);
/* The measures that it names: (transfer full) (element-type FairleadMeasure); NULL with USAGE */
GArray *flead_question_dup_measures (FleadQuestion *self, GError **error);

/* @row: less than the number of rows of the inner ranking */
FleadRankedParty *flead_ranked_party_new (FleadRanking *ranking, guint row);

FairleadRanking *flead_ranking_get_inner (FleadRanking *self);
/* (transfer full): of FairleadPath; by one thread at a time */
GPtrArray *flead_ranking_dup_inner_evidence (FleadRanking *self, FairleadVertex vertex, guint n);
/* Of what it draws */
guint32 flead_ranking_get_seed (FleadRanking *self);
/* What others read of it without a lock: made where it is not yet */
void flead_ranking_make_evidence (FleadRanking *self);
/* (nullable): NULL without draws */
const FairleadDraws *flead_ranking_get_draws (FleadRanking *self);

G_END_DECLS
