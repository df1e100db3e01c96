/* library/fairlead/entity.h: entities, links and doubts, each an object */
#pragma once
#include <fairlead/result.h>
#include <fairlead/values.h>
G_BEGIN_DECLS

/**
 * FleadEntity:
 *
 * A party, ship, address or port of a network. Two objects may stand for one entity: see
 * [method@Fairlead.Entity.equal]. Keeps its network alive.
 */
#define FLEAD_TYPE_ENTITY (flead_entity_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadEntity, flead_entity, FLEAD, ENTITY, GObject)

/**
 * flead_entity_get_position:
 *
 * Its place in the network, from 0 on: what columns such as `from` and `to` hold.
 *
 * Returns: the position
 */
FLEAD_API guint flead_entity_get_position (FleadEntity *self);

/**
 * flead_entity_get_id:
 *
 * The smallest of its records' keys, numbers that name one thing for life first: `imo:7937317`,
 * `ofac:17068`. Stable for the same inputs.
 *
 * Returns: (transfer none): the id
 */
FLEAD_API const char *flead_entity_get_id (FleadEntity *self);

/**
 * flead_entity_get_name:
 *
 * Its primary name, else any name, else its id. As the source writes it: escape it before it is
 * shown.
 *
 * Returns: (transfer none): the name, UTF-8
 */
FLEAD_API const char *flead_entity_get_name (FleadEntity *self);

/**
 * flead_entity_get_kind:
 *
 * Returns: (transfer none): `person`, `company`, `public-body`, `vessel`, `aircraft`, `address`,
 *   `port`, or `unknown`
 */
FLEAD_API const char *flead_entity_get_kind (FleadEntity *self);

/**
 * flead_entity_get_is_stub:
 *
 * Returns: whether no record describes it: it is only referred to
 */
FLEAD_API gboolean flead_entity_get_is_stub (FleadEntity *self);

/**
 * flead_entity_get_is_listed:
 *
 * Returns: whether a designation stands: begun, as far as is known, and not ended, by the day of
 *   the network
 */
FLEAD_API gboolean flead_entity_get_is_listed (FleadEntity *self);

/**
 * flead_entity_equal:
 * @other: of any network
 *
 * Returns: whether both are the same entity of the same network
 */
FLEAD_API gboolean flead_entity_equal (FleadEntity *self, FleadEntity *other);

/**
 * flead_entity_dup_facts:
 *
 * Its names, identifiers, attributes and designations, each once, with everybody who says it; its
 * links are had from [method@Fairlead.Entity.dup_links].
 *
 * Cost: O(links of the network) for the first entity, then O(facts).
 *
 * Returns: (transfer full): a list of [class@Fairlead.Fact], by kind, value and period
 */
FLEAD_API GListModel *flead_entity_dup_facts (FleadEntity *self);

/**
 * flead_entity_dup_links:
 *
 * The links that go from it or to it. Cost: O(links of the network) for the first entity, then
 * O(its links).
 *
 * Returns: (transfer full): a list of [class@Fairlead.Link], in the order of the network's
 */
FLEAD_API GListModel *flead_entity_dup_links (FleadEntity *self);

/**
 * FleadFact:
 *
 * One thing that the records say of an entity. Immutable.
 */
#define FLEAD_TYPE_FACT (flead_fact_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadFact, flead_fact, FLEAD, FACT, GObject)

/**
 * flead_fact_get_label:
 *
 * Returns: (transfer none): what it says, in a word: `alias`, `imo`, `flag`, `designation`
 */
FLEAD_API const char *flead_fact_get_label (FleadFact *self);

/**
 * flead_fact_get_value:
 *
 * Returns: (transfer none): the name, number, text or list; dates in ISO 8601
 */
FLEAD_API const char *flead_fact_get_value (FleadFact *self);

/**
 * flead_fact_get_detail:
 *
 * Returns: (transfer none): script of a name, issuer of a number, programme of a listing; empty
 *   where there is none
 */
FLEAD_API const char *flead_fact_get_detail (FleadFact *self);

/**
 * flead_fact_get_is_doubtful:
 *
 * Returns: whether the source itself calls the name weak, or the check digit is wrong
 */
FLEAD_API gboolean flead_fact_get_is_doubtful (FleadFact *self);

/**
 * flead_fact_get_start:
 *
 * Returns: (transfer none) (nullable): from when on it held, as [method@Fairlead.Period.dup_start]
 *   has it
 */
FLEAD_API const char *flead_fact_get_start (FleadFact *self);

/**
 * flead_fact_get_end:
 *
 * Returns: (transfer none) (nullable): until when it held
 */
FLEAD_API const char *flead_fact_get_end (FleadFact *self);

/**
 * flead_fact_get_sources:
 *
 * Returns: (transfer none) (array zero-terminated=1): everybody who says it, `file:line` each
 */
FLEAD_API const char *const *flead_fact_get_sources (FleadFact *self);

/**
 * FleadLink:
 *
 * What one source says of two entities: 'from is KIND of to'. Keeps its network alive.
 */
#define FLEAD_TYPE_LINK (flead_link_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadLink, flead_link, FLEAD, LINK, GObject)

/**
 * flead_link_get_position:
 *
 * Returns: its place among the links of the network
 */
FLEAD_API guint flead_link_get_position (FleadLink *self);

/**
 * flead_link_dup_from:
 *
 * Returns: (transfer full): who is KIND of the other
 */
FLEAD_API FleadEntity *flead_link_dup_from (FleadLink *self);

/**
 * flead_link_dup_to:
 *
 * Returns: (transfer full): the other
 */
FLEAD_API FleadEntity *flead_link_dup_to (FleadLink *self);

/**
 * flead_link_get_kind:
 *
 * Returns: (transfer none): a word: `shareholder`, `director`, `ism-manager`; all stand in
 *   docs/mapping.md
 */
FLEAD_API const char *flead_link_get_kind (FleadLink *self);

/**
 * flead_link_get_confidence:
 *
 * How sure it is that the link stands, from 0 to 1: that of the source, times 0.75 for each end
 * that was found by its name in other letters.
 *
 * Returns: the confidence
 */
FLEAD_API double flead_link_get_confidence (FleadLink *self);

/**
 * flead_link_dup_share:
 *
 * Returns: (transfer full): how much is held; from 0 to 1 where nothing is said of it
 */
FLEAD_API FleadShare *flead_link_dup_share (FleadLink *self);

/**
 * flead_link_dup_period:
 *
 * Returns: (transfer full): from when to when it held
 */
FLEAD_API FleadPeriod *flead_link_dup_period (FleadLink *self);

/**
 * flead_link_get_is_over:
 *
 * Returns: whether it had ended, by the day of the network
 */
FLEAD_API gboolean flead_link_get_is_over (FleadLink *self);

/**
 * flead_link_get_note:
 *
 * Returns: (transfer none): the source's own words; empty where the kind says it all
 */
FLEAD_API const char *flead_link_get_note (FleadLink *self);

/**
 * flead_link_dup_source:
 *
 * Returns: (transfer full): who says it
 */
FLEAD_API FleadSource *flead_link_dup_source (FleadLink *self);

/**
 * FleadSeverity:
 * @FLEAD_SEVERITY_INFO: worth knowing; nothing was lost
 * @FLEAD_SEVERITY_WARNING: something was left out, or read with a guess
 * @FLEAD_SEVERITY_SERIOUS: a record contradicts itself, or the law of its identifiers
 *
 * How bad an issue is.
 */
typedef enum {
	FLEAD_SEVERITY_INFO,
	FLEAD_SEVERITY_WARNING,
	FLEAD_SEVERITY_SERIOUS,
} FleadSeverity;

/**
 * FleadIssue:
 *
 * What is doubtful about one record. Immutable.
 */
#define FLEAD_TYPE_ISSUE (flead_issue_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadIssue, flead_issue, FLEAD, ISSUE, GObject)

/**
 * flead_issue_get_tag:
 *
 * Returns: (transfer none): its kind in a word, `bad-check-digit`; docs/issues.md has all
 */
FLEAD_API const char *flead_issue_get_tag (FleadIssue *self);

/**
 * flead_issue_get_severity:
 *
 * Returns: how bad it is
 */
FLEAD_API FleadSeverity flead_issue_get_severity (FleadIssue *self);

/**
 * flead_issue_get_meaning:
 *
 * Returns: (transfer none): what the tag means, and what was done
 */
FLEAD_API const char *flead_issue_get_meaning (FleadIssue *self);

/**
 * flead_issue_get_text:
 *
 * Returns: (transfer none): what it is in this record
 */
FLEAD_API const char *flead_issue_get_text (FleadIssue *self);

/**
 * flead_issue_dup_source:
 *
 * Returns: (transfer full): where the record stands
 */
FLEAD_API FleadSource *flead_issue_dup_source (FleadIssue *self);

/**
 * FleadList:
 *
 * Entities or issues: a [iface@Gio.ListModel] whose items are made when they are asked for, and a
 * result. It is written as `fairlead show` writes entities, and `fairlead check` issues. Immutable.
 */
#define FLEAD_TYPE_LIST (flead_list_get_type ())
FLEAD_API
G_DECLARE_FINAL_TYPE (FleadList, flead_list, FLEAD, LIST, GObject)

G_END_DECLS
