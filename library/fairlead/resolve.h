/* library/fairlead/resolve.h: which parties may be one, and what was decided on them */
#pragma once
#include <fairlead/network.h>
G_BEGIN_DECLS

/**
 * FleadProposal:
 *
 * Two parties that may be one. Immutable.
 */
#define FLEAD_TYPE_PROPOSAL (flead_proposal_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadProposal, flead_proposal, FLEAD, PROPOSAL, GObject)

/**
 * flead_proposal_dup_left:
 *
 * Returns: (transfer full): the one with the smaller id
 */
FLEAD_API FleadEntity *flead_proposal_dup_left (FleadProposal *self);

/**
 * flead_proposal_dup_right:
 *
 * Returns: (transfer full): the other
 */
FLEAD_API FleadEntity *flead_proposal_dup_right (FleadProposal *self);

/**
 * flead_proposal_get_probability:
 *
 * Returns: that they are one, from 0 to 1. A question, not a finding.
 */
FLEAD_API double flead_proposal_get_probability (FleadProposal *self);

/**
 * flead_proposal_get_similarity:
 *
 * Returns: how alike their two names are that fit best, from 0 to 1
 */
FLEAD_API double flead_proposal_get_similarity (FleadProposal *self);

/**
 * flead_proposal_get_evidence:
 *
 * Returns: how much that says, in bits: rare names say more than common ones
 */
FLEAD_API double flead_proposal_get_evidence (FleadProposal *self);

/**
 * flead_proposal_get_action:
 *
 * Returns: (transfer none): `join`, without asking; `follows` from others that join; `ask`
 */
FLEAD_API const char *flead_proposal_get_action (FleadProposal *self);

/**
 * flead_proposal_get_asks:
 *
 * Returns: (transfer none): why it is not joined without asking; empty where it is
 */
FLEAD_API const char *flead_proposal_get_asks (FleadProposal *self);

/**
 * flead_proposal_dup_reasons:
 *
 * Costs a comparison of the two.
 *
 * Returns: (transfer full) (array zero-terminated=1): what each feature adds to the log odds,
 *   `+4.1 name: ...`, the sum last
 */
FLEAD_API char **flead_proposal_dup_reasons (FleadProposal *self);

/**
 * FleadProposals:
 *
 * Pairs that may be one party: a [iface@Gio.ListModel] of [class@Fairlead.Proposal] by falling
 * probability, and a result whose bytes are those of `fairlead resolve`. Immutable.
 */
#define FLEAD_TYPE_PROPOSALS (flead_proposals_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadProposals, flead_proposals, FLEAD, PROPOSALS, GObject)

/**
 * flead_proposals_get_n_compared:
 *
 * Returns: how many pairs were compared
 */
FLEAD_API guint flead_proposals_get_n_compared (FleadProposals *self);

/**
 * FLEAD_RESOLVE_THRESHOLD:
 *
 * From which probability pairs are joined without asking, unless told otherwise.
 */
#define FLEAD_RESOLVE_THRESHOLD 0.98

/**
 * FLEAD_RESOLVE_LEAST:
 *
 * Below which probability a pair is not worth a look, unless told otherwise.
 */
#define FLEAD_RESOLVE_LEAST 0.2

/**
 * flead_network_propose:
 * @kind: (nullable): only `person`, `company`, `public-body`, `vessel` or `aircraft`; %NULL: all
 * @threshold: from which probability pairs are joined without asking; see
 *   [const@Fairlead.RESOLVE_THRESHOLD]
 * @least: below which pairs are left out; see [const@Fairlead.RESOLVE_LEAST]
 * @limit: how many at most; 0: all
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope call) (closure user_data): told how many pairs were compared
 * @user_data: for @progress
 * @error: where to put what went wrong
 *
 * Holds pairs that share a number, a name, rare words or an address against each other, feature by
 * feature. Pairs that were decided are left out. docs/resolve.md has the features and weights.
 *
 * Fails with %FLEAD_ERROR_USAGE for a kind that there is not, or probabilities out of 0 to 1, and
 * with %G_IO_ERROR_CANCELLED.
 *
 * Cost: an index of keys, and some tens of microseconds a pair.
 *
 * Returns: (transfer full): the proposals; %NULL with the error
 */
FLEAD_API FleadProposals *flead_network_propose (FleadNetwork *self, const char *kind,
                                                 double threshold, double least, guint limit,
                                                 GCancellable *cancellable, FleadProgress progress,
                                                 gpointer user_data, GError **error);

/**
 * flead_network_propose_async:
 * @kind: (nullable): only those of this kind
 * @threshold: from which probability pairs are joined without asking
 * @least: below which pairs are left out
 * @limit: how many at most; 0: all
 * @cancellable: (nullable): to give up
 * @progress: (nullable) (scope notified) (closure progress_data) (destroy progress_destroy): told
 *   how far it is, in the caller's main context
 * @progress_data: for @progress
 * @progress_destroy: (nullable): frees @progress_data when nothing more will be told
 * @callback: (nullable) (scope async) (closure user_data): called when it is done
 * @user_data: for @callback
 *
 * The same in a thread of its own; see [method@Fairlead.Network.propose_finish].
 */
FLEAD_API void flead_network_propose_async (FleadNetwork *self, const char *kind, double threshold,
                                            double least, guint limit, GCancellable *cancellable,
                                            FleadProgress progress, gpointer progress_data,
                                            GDestroyNotify progress_destroy,
                                            GAsyncReadyCallback callback, gpointer user_data);

/**
 * flead_network_propose_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full): the proposals; %NULL with the error
 */
FLEAD_API FleadProposals *flead_network_propose_finish (FleadNetwork *self, GAsyncResult *result,
                                                        GError **error);

/**
 * FleadSameness:
 * @FLEAD_SAMENESS_SAME: the two are one
 * @FLEAD_SAMENESS_DIFFERENT: they are not
 * @FLEAD_SAMENESS_UNDECIDED: left open; takes back what was decided before
 *
 * What may be decided on two parties.
 */
typedef enum {
	FLEAD_SAMENESS_SAME,
	FLEAD_SAMENESS_DIFFERENT,
	FLEAD_SAMENESS_UNDECIDED,
} FleadSameness;

/**
 * FleadDecision:
 *
 * What somebody decided on two parties, and whether it stands. Immutable.
 */
#define FLEAD_TYPE_DECISION (flead_decision_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDecision, flead_decision, FLEAD, DECISION, GObject)

/**
 * flead_decision_get_number:
 *
 * Returns: its number, from 1, by which it is undone
 */
FLEAD_API guint flead_decision_get_number (FleadDecision *self);

/**
 * flead_decision_get_state:
 *
 * Returns: (transfer none): `stands`, `undone`, or `replaced` by a later one on the same pair
 */
FLEAD_API const char *flead_decision_get_state (FleadDecision *self);

/**
 * flead_decision_get_verdict:
 *
 * Returns: what was decided
 */
FLEAD_API FleadSameness flead_decision_get_verdict (FleadDecision *self);

/**
 * flead_decision_get_left:
 *
 * Returns: (transfer none): the key of the one, `ofac:17068`
 */
FLEAD_API const char *flead_decision_get_left (FleadDecision *self);

/**
 * flead_decision_get_right:
 *
 * Returns: (transfer none): the key of the other
 */
FLEAD_API const char *flead_decision_get_right (FleadDecision *self);

/**
 * flead_decision_get_who:
 *
 * Returns: (transfer none) (nullable): who decided
 */
FLEAD_API const char *flead_decision_get_who (FleadDecision *self);

/**
 * flead_decision_get_when:
 *
 * Returns: (transfer none) (nullable): when, ISO 8601
 */
FLEAD_API const char *flead_decision_get_when (FleadDecision *self);

/**
 * flead_decision_get_why:
 *
 * Returns: (transfer none) (nullable): why, in words
 */
FLEAD_API const char *flead_decision_get_why (FleadDecision *self);

/**
 * flead_decision_get_probability:
 *
 * Returns: that they are the same, as it was proposed; NaN where nobody computed it
 */
FLEAD_API double flead_decision_get_probability (FleadDecision *self);

/**
 * flead_decision_get_undone_by:
 *
 * Returns: (transfer none) (nullable): who undid it
 */
FLEAD_API const char *flead_decision_get_undone_by (FleadDecision *self);

/**
 * flead_decision_get_undone_on:
 *
 * Returns: (transfer none) (nullable): when it was undone
 */
FLEAD_API const char *flead_decision_get_undone_on (FleadDecision *self);

/**
 * FleadDecisionLog:
 *
 * Decisions as they stood when the log was made: a [iface@Gio.ListModel] of
 * [class@Fairlead.Decision] first to last, and a result whose bytes are those of
 * `fairlead resolve --log`. Its CSV is a file of decisions. Immutable.
 */
#define FLEAD_TYPE_DECISION_LOG (flead_decision_log_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDecisionLog, flead_decision_log, FLEAD, DECISION_LOG, GObject)

/**
 * FleadDecisions:
 *
 * Where decisions are kept: a kept case, or a CSV file, as [property@Case:decisions] names it.
 * What is decided here is written by [method@Fairlead.Decisions.save]; a network that was loaded
 * before does not know of it.
 *
 * Nothing is ever erased: who undoes a decision is noted on it, and the one that stood for the pair
 * before stands again. May be used by one thread at a time.
 */
#define FLEAD_TYPE_DECISIONS (flead_decisions_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadDecisions, flead_decisions, FLEAD, DECISIONS, GObject)

/**
 * flead_decisions_open:
 * @path: of a kept case or a CSV file; one that is not there yet is a CSV file without decisions
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_IO, and the codes of reading the file, with file and line.
 *
 * Returns: (transfer full): the decisions; %NULL with the error
 */
FLEAD_API FleadDecisions *flead_decisions_open (const char *path, GCancellable *cancellable,
                                                GError **error);

/**
 * flead_decisions_get_n:
 *
 * Returns: how many there are, those undone too
 */
FLEAD_API guint flead_decisions_get_n (FleadDecisions *self);

/**
 * flead_decisions_decide:
 * @left: the key of a party, as outputs print it: `ofac:17068`
 * @right: the key of another
 * @verdict: what is decided
 * @who: (nullable): who decides; %NULL: the user's name
 * @why: (nullable): why, in words
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_INVALID_VALUE where an end is no key, or both are one.
 *
 * Returns: whether it was decided
 */
FLEAD_API gboolean flead_decisions_decide (FleadDecisions *self, const char *left,
                                           const char *right, FleadSameness verdict,
                                           const char *who, const char *why, GError **error);

/**
 * flead_decisions_answer:
 * @proposal: the proposal
 * @verdict: whether it is accepted, rejected or left open
 * @who: (nullable): who decides; %NULL: the user's name
 * @why: (nullable): why, in words; %NULL: the reasons of the proposal
 * @error: where to put what went wrong
 *
 * Decides on a proposal, and notes its probability.
 *
 * Returns: whether it was decided
 */
FLEAD_API gboolean flead_decisions_answer (FleadDecisions *self, FleadProposal *proposal,
                                           FleadSameness verdict, const char *who, const char *why,
                                           GError **error);

/**
 * flead_decisions_apply:
 * @proposals: the proposals
 * @who: (nullable): whose rule it is; %NULL: the user's name
 * @n_joined: (out) (optional): how many pairs they are
 * @error: where to put what went wrong
 *
 * Decides that all pairs that join without asking are the same, also those past the limit.
 *
 * Returns: whether all was decided
 */
FLEAD_API gboolean flead_decisions_apply (FleadDecisions *self, FleadProposals *proposals,
                                          const char *who, guint *n_joined, GError **error);

/**
 * flead_decisions_undo:
 * @number: of the decision, from 1; 0: the last that was not undone
 * @who: (nullable): who undoes it; %NULL: the user's name
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE where there is no such decision, with
 * %FLEAD_ERROR_INVALID_VALUE where it was undone before, and with %FLEAD_ERROR_USAGE where none
 * stands.
 *
 * Returns: whether it was undone
 */
FLEAD_API gboolean flead_decisions_undo (FleadDecisions *self, guint number, const char *who,
                                         GError **error);

/**
 * flead_decisions_take_in:
 * @other: others
 * @n_undone: (out) (optional): how many were undone, because they are in @other
 *
 * Adds those of @other that are not here. Taking in the same again changes nothing.
 *
 * Returns: how many were added
 */
FLEAD_API guint flead_decisions_take_in (FleadDecisions *self, FleadDecisions *other,
                                         guint *n_undone);

/**
 * flead_decisions_save:
 * @cancellable: (nullable): to give up
 * @error: where to put what went wrong
 *
 * Writes what is new, whole or not at all. What others added to a kept case meanwhile stays.
 *
 * Returns: whether all was written
 */
FLEAD_API gboolean flead_decisions_save (FleadDecisions *self, GCancellable *cancellable,
                                         GError **error);

/**
 * flead_decisions_dup_log:
 * @network: (nullable): for the names of the parties; %NULL: only keys are told
 * @of: (nullable): an entity expression: only decisions that made these parties what they are, or
 *   tried to; needs @network
 * @error: where to put what went wrong
 *
 * Fails with %FLEAD_ERROR_UNKNOWN_REFERENCE where @of stands for nothing, and with
 * %FLEAD_ERROR_USAGE where it is malformed or there is no @network.
 *
 * Returns: (transfer full): the log; %NULL with the error
 */
FLEAD_API FleadDecisionLog *flead_decisions_dup_log (FleadDecisions *self, FleadNetwork *network,
                                                     const char *of, GError **error);

G_END_DECLS
