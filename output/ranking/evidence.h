/* output/ranking/evidence.h: the links of an evidence path as statements in reading order */
#pragma once
#include "graph/ranking.h"
G_BEGIN_DECLS

/**
 * FairleadStatement:
 * @kind: name of the link's kind as it reads along the path: its inverse name where the path runs
 *   against the link
 * @is_reversed: whether it does
 * @sources: of char, owned: `file:line` of every link that says the same
 * @share: of ownership; unknown for everything else
 * @confidence: of the surest link that says so
 *
 * What one or more links of a hop say: same kind, same direction, same period and share.
 */
typedef struct {
	const char *kind;
	gboolean is_reversed;
	FairleadPeriod period;
	FairleadShare share;
	double confidence;
	GPtrArray *sources;
} FairleadStatement;

/* (transfer full): of FairleadStatement, at least one, in the order of the hop's links */
GPtrArray *fairlead_hop_dup_statements (FairleadNetwork *network, const FairleadHop *hop);

/* `ISM manager`: the name of a kind, a scheme or an attribute as words, abbreviations as one writes
 * them */
char *fairlead_name_dup_words (const char *name);
/* `public body`, `kind not known` */
char *fairlead_kind_dup_words (FairleadKind kind);
/* `registered owner of`, `owned by`: the name of a kind, or its inverse name, between two names */
char *fairlead_relation_dup_words (const char *kind, gboolean is_reversed);
/* `60 %, since 2016-07`: what is known of share and period; empty when nothing is */
char *fairlead_statement_dup_details (const FairleadStatement *statement);
/* `2015 to about 2017-03`, `since 2016-07`, `until 2017`, `ended`; empty when nothing is known */
char *fairlead_period_dup_words (const FairleadPeriod *period);
/* What the links of a hop say, in one line: `held by X (60 %) [officers.csv:45] and ...` */
char *fairlead_hop_dup_line (FairleadNetwork *network, const FairleadHop *hop);
/* A whole path in one line: `registered owner of HAN TIDE (since 2016) [roles.csv:14], ...` */
char *fairlead_path_dup_line (FairleadNetwork *network, const FairleadPath *path);

G_END_DECLS
