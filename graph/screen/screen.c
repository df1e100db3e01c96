/* graph/screen/screen.c */
#include "graph/screen/screen.h"

#include <string.h>

#include "graph/chain.h"
#include "graph/evidence.h"
#include "graph/ownership/rules/verdicts.h"
#include "graph/screen/doubts.h"

#define NAMES_LOOKED_AT 12u

struct _FairleadScreener {
	FairleadNetwork *network;
	FairleadFinder *finder;
	FairleadVerdicts *verdicts;
	guint8 *is_listed; /* of each vertex: designated now */
	guint max_hops;
	FairleadParameters parameters;
	FairleadAdjacency *graph; /* NULL where links are not asked, or nobody is listed */
	FairleadEvidence *evidence;
};

const char *
fairlead_screen_verdict_name (FairleadScreenVerdict verdict)
{
	static const char *const names[FAIRLEAD_N_SCREEN_VERDICTS] = {
		"listed",       "owned 50 % or more by listed", "linked", "near match", "none",
		"not screened",
	};

	return names[verdict];
}

void
fairlead_screened_clear (FairleadScreened *self)
{
	g_clear_pointer (&self->why, g_free);
	g_clear_pointer (&self->why_not, g_free);
	g_clear_pointer (&self->path, fairlead_chain_free);
	g_clear_pointer (&self->proof, g_array_unref);
}

/* ---- the screener ---- */

static GArray *
find_listed (FairleadScreener *self)
{
	FairleadRecords *records = fairlead_network_get_records (self->network);
	GArray *listed = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (records, &n);

	self->is_listed = g_new0 (guint8, MAX (fairlead_network_get_n_vertices (self->network), 1));
	for (guint i = 0; i < n; i++)
		if (fairlead_network_is_listing (self->network, i))
			self->is_listed[fairlead_network_vertex_of (self->network,
			                                            rows[i].entity)] = TRUE;
	for (FairleadVertex vertex = 0; vertex < fairlead_network_get_n_vertices (self->network);
	     vertex++)
		if (self->is_listed[vertex])
			g_array_append_val (listed, vertex);
	return listed;
}

static void
look_for_links (FairleadScreener *self, const GArray *listed)
{
	fairlead_parameters_init (&self->parameters);
	if (self->max_hops == 0 || listed->len == 0)
		return;
	self->graph = fairlead_adjacency_new (self->network, &self->parameters);
	self->evidence = fairlead_evidence_new (self->network, self->graph,
	                                        (const FairleadVertex *) (gpointer) listed->data,
	                                        listed->len, self->parameters.hop_loss);
}

FairleadScreener *
fairlead_screener_new (FairleadNetwork *network, guint max_hops, GError **error)
{
	g_autoptr (FairleadScreener) self = g_new0 (FairleadScreener, 1);
	g_autoptr (GArray) listed = NULL;

	self->network = network;
	self->max_hops = max_hops;
	self->finder = fairlead_finder_new (network);
	listed = find_listed (self);
	self->verdicts = fairlead_verdicts_new (network, NULL, NULL, NULL, NULL, error);
	if (self->verdicts == NULL)
		return NULL;
	look_for_links (self, listed);
	return g_steal_pointer (&self);
}

void
fairlead_screener_free (FairleadScreener *self)
{
	g_clear_pointer (&self->evidence, fairlead_evidence_free);
	g_clear_pointer (&self->graph, fairlead_adjacency_free);
	g_clear_pointer (&self->verdicts, fairlead_verdicts_free);
	g_clear_pointer (&self->finder, fairlead_finder_free);
	g_free (self->is_listed);
	g_free (self);
}

GPtrArray *
fairlead_screener_dup_rules (const FairleadScreener *self)
{
	GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

	for (guint i = 0; i < self->verdicts->judgements->len; i++)
		g_ptr_array_add (ids, g_strdup (fairlead_judgement_get_rule (
							self->verdicts->judgements->pdata[i])
		                                        ->id));
	return ids;
}

/* ---- what somebody's place is ---- */

static FairleadPath *
find_path (const FairleadScreener *self, FairleadVertex vertex)
{
	g_autoptr (GPtrArray) paths = NULL;

	if (self->evidence == NULL)
		return NULL;
	paths = fairlead_evidence_dup_paths (self->evidence, vertex, 1);
	if (paths->len == 0 || ((const FairleadPath *) paths->pdata[0])->hops->len > self->max_hops)
		return NULL;
	return g_ptr_array_steal_index (paths, 0);
}

static FairleadScreenVerdict
place_of (const FairleadScreener *self, FairleadVertex vertex)
{
	if (self->is_listed[vertex])
		return FAIRLEAD_SCREEN_LISTED;
	if (fairlead_verdicts_find (self->verdicts, vertex) != NULL)
		return FAIRLEAD_SCREEN_OWNED;
	return FAIRLEAD_SCREEN_NONE;
}

/* Fills in the verdict on somebody who is taken to be in the network */
static void
judge_place (const FairleadScreener *self, FairleadScreened *screened)
{
	FairleadVertex vertex = screened->match.vertex;
	const FairleadJudgement *ownership = NULL;

	screened->verdict = place_of (self, vertex);
	if (screened->verdict == FAIRLEAD_SCREEN_OWNED) {
		ownership = fairlead_verdicts_find (self->verdicts, vertex);
		screened->rule = fairlead_judgement_get_rule (ownership);
		fairlead_judgement_get_standing (ownership, vertex, &screened->standing);
		screened->proof = fairlead_judgement_dup_sources (ownership, vertex);
	}
	if (screened->verdict != FAIRLEAD_SCREEN_NONE)
		return;
	screened->path = find_path (self, vertex);
	if (screened->path != NULL)
		screened->verdict = FAIRLEAD_SCREEN_LINKED;
}

/* ---- who it may be ---- */

/* One who may be meant, with what speaks against it */
typedef struct {
	FairleadFound found;
	GString *doubts;
	FairleadScreenVerdict place;
	gboolean is_sure;
} Candidate;

static void
free_candidate (gpointer data)
{
	Candidate *candidate = data;

	g_string_free (candidate->doubts, TRUE);
	g_free (candidate);
}

static void
add_doubt (GString *doubts, const char *text)
{
	if (doubts->len > 0)
		g_string_append (doubts, "; ");
	g_string_append (doubts, text);
}

/* A name says who somebody is where it fits, and where others seldom have it */
static void
doubt_name (Candidate *candidate)
{
	const FairleadFound *found = &candidate->found;
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_autofree char *text = NULL;

	if (found->is_vetoed)
		add_doubt (candidate->doubts, "numbers or places say it is another of a series");
	if (found->similarity < FAIRLEAD_SCREEN_SURE_FROM) {
		g_ascii_formatd (number, sizeof number, "%.2f", found->similarity);
		text = g_strdup_printf ("the names are alike by %s alone", number);
		add_doubt (candidate->doubts, text);
	} else if (found->evidence < FAIRLEAD_SCREEN_SURE_BITS) {
		g_ascii_formatd (number, sizeof number, "%.1f", found->evidence);
		text = g_strdup_printf ("the name is too common: %s bits", number);
		add_doubt (candidate->doubts, text);
	}
}

/* Numbers of ships' radios change hands, and those of documents are given by many; they say who it
 * is together with a name */
static void
doubt_number (FairleadScreener *self, const FairleadScreenQuery *query, Candidate *candidate)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (candidate->found.scheme);
	g_autoptr (GArray) names = NULL;
	gboolean has_name = FALSE;

	if (info->joins && !info->needs_issuer)
		return;
	names = query->name == NULL
	                ? NULL
	                : fairlead_finder_dup_by_name (self->finder, query->name, query->kind,
	                                               FAIRLEAD_SCREEN_NEAR_FROM, NAMES_LOOKED_AT);
	for (guint i = 0; names != NULL && i < names->len; i++)
		has_name = has_name
		           || g_array_index (names, FairleadFound, i).vertex
		                      == candidate->found.vertex;
	if (!has_name)
		add_doubt (candidate->doubts, query->name == NULL
		                                      ? "the number alone may be another party's"
		                                      : "the names differ");
}

static void
add_candidate (FairleadScreener *self, const FairleadScreenQuery *query, const FairleadFound *found,
               GPtrArray *candidates)
{
	Candidate *candidate = g_new (Candidate, 1);

	*candidate =
		(Candidate){ *found, g_string_new (NULL), place_of (self, found->vertex), FALSE };
	if (found->by == FAIRLEAD_FOUND_BY_NAME)
		doubt_name (candidate);
	else
		doubt_number (self, query, candidate);
	fairlead_screen_add_doubts (self->network, query, found, candidate->doubts);
	candidate->is_sure = candidate->doubts->len == 0;
	g_ptr_array_add (candidates, candidate);
}

static void
find_by_numbers (FairleadScreener *self, const FairleadScreenQuery *query, GPtrArray *candidates)
{
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++) {
		g_autoptr (GArray) found = NULL;

		if (query->numbers[scheme] == NULL)
			continue;
		found = fairlead_finder_dup_by_number (self->finder, scheme,
		                                       query->numbers[scheme]);
		for (guint i = 0; i < found->len; i++)
			add_candidate (self, query, &g_array_index (found, FairleadFound, i),
			               candidates);
	}
}

static void
find_by_name (FairleadScreener *self, const FairleadScreenQuery *query, GPtrArray *candidates)
{
	g_autoptr (GArray) found = NULL;

	if (query->name == NULL)
		return;
	found = fairlead_finder_dup_by_name (self->finder, query->name, query->kind,
	                                     FAIRLEAD_SCREEN_NEAR_FROM, NAMES_LOOKED_AT);
	for (guint i = 0; i < found->len; i++)
		add_candidate (self, query, &g_array_index (found, FairleadFound, i), candidates);
}

/* Whoever is surely meant comes first, of those the listed; numbers come before names */
static gboolean
is_before (const Candidate *a, const Candidate *b)
{
	if (b == NULL)
		return TRUE;
	if (a->is_sure != b->is_sure)
		return a->is_sure;
	return a->place < b->place;
}

static const Candidate *
choose (const GPtrArray *candidates)
{
	const Candidate *best = NULL;

	for (guint i = 0; i < candidates->len; i++)
		if (is_before (candidates->pdata[i], best))
			best = candidates->pdata[i];
	return best;
}

/* ---- the verdict ---- */

static char *
dup_why (FairleadScreener *self, const FairleadScreenQuery *query, const FairleadFound *found)
{
	if (found->by == FAIRLEAD_FOUND_BY_NAME)
		return fairlead_finder_dup_why (self->finder, query->name, found);
	return g_strdup_printf ("%s %s", fairlead_id_scheme_info (found->scheme)->title,
	                        found->text);
}

FairleadScreenQuery
fairlead_screen_query_of (const FairleadNamesRow *row)
{
	FairleadScreenQuery query = {
		.name = row->cells[FAIRLEAD_NAMES_NAME],
		.country = row->cells[FAIRLEAD_NAMES_COUNTRY],
		.birth_date = row->cells[FAIRLEAD_NAMES_BIRTH_DATE],
		.kind = row->kind,
	};

	for (guint i = 0; i < FAIRLEAD_N_ID_SCHEMES; i++)
		query.numbers[i] = row->cells[FAIRLEAD_NAMES_FIRST_NUMBER + i];
	return query;
}

static gboolean
is_empty (const FairleadScreenQuery *query)
{
	for (guint i = 0; i < FAIRLEAD_N_ID_SCHEMES; i++)
		if (query->numbers[i] != NULL)
			return FALSE;
	return query->name == NULL;
}

void
fairlead_screener_screen (FairleadScreener *self, const FairleadScreenQuery *query,
                          FairleadScreened *screened)
{
	g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func (free_candidate);
	const Candidate *best;

	*screened = (FairleadScreened){ .verdict = is_empty (query) ? FAIRLEAD_SCREEN_NOT_SCREENED
		                                                    : FAIRLEAD_SCREEN_NONE,
		                        .match.vertex = FAIRLEAD_NO_VERTEX };
	find_by_numbers (self, query, candidates);
	find_by_name (self, query, candidates);
	best = choose (candidates);
	if (best == NULL || (!best->is_sure && best->place > FAIRLEAD_SCREEN_OWNED))
		return;
	screened->match = best->found;
	screened->is_sure = best->is_sure;
	screened->why = dup_why (self, query, &best->found);
	screened->why_not = g_strdup (best->doubts->str);
	if (best->is_sure)
		judge_place (self, screened);
	else
		screened->verdict = FAIRLEAD_SCREEN_NEAR;
}
