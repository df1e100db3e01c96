/* graph/supply/candidates.c: which events are supplies of a cap's commodity */
#include <string.h>

#include "graph/gaps/regimes.h"
#include "graph/supply/supply.h"

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	const FairleadFactors *factors;
	const FairleadCap *cap;
	const FairleadEventRow *event;
	FairleadDropReason *reason;
} Judge;

static FairleadEventVerdict
drop (const Judge *self, FairleadDropReason reason)
{
	*self->reason = reason;
	return FAIRLEAD_VERDICT_DROPPED;
}

static FairleadVertex
vertex_of (const Judge *self, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY ? FAIRLEAD_NO_VERTEX
	                                    : fairlead_network_vertex_of (self->network, entity);
}

const char *
fairlead_supply_get_text (FairleadNetwork *network, FairleadVertex vertex,
                          FairleadAttribute attribute)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_attributes (network, vertex);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].attribute == attribute)
			return fairlead_records_get_text (records, rows[own.rows[i]].text);
	return "";
}

/* ---- whose it is ---- */

typedef enum {
	HOME_UNKNOWN,
	HOME_ELSEWHERE,
	HOME_HERE,
} Home;

/* Of several countries one is enough */
static Home
find_country (const Judge *self, FairleadVertex vertex)
{
	const guint countries =
		1u << FAIRLEAD_ATTRIBUTE_COUNTRY | 1u << FAIRLEAD_ATTRIBUTE_NATIONALITY
		| 1u << FAIRLEAD_ATTRIBUTE_JURISDICTION | 1u << FAIRLEAD_ATTRIBUTE_FLAG;
	FairleadRows own = fairlead_network_get_attributes (self->network, vertex);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);
	Home home = HOME_UNKNOWN;

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];

		if (!(1u << row->attribute & countries))
			continue;
		if (g_ascii_strcasecmp (fairlead_records_get_text (self->records, row->text),
		                        self->cap->country)
		    == 0)
			return HOME_HERE;
		home = HOME_ELSEWHERE;
	}
	return home;
}

/* Listed for the country's sake, whatever flag it flies */
static gboolean
is_listed (const Judge *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_designations (self->network, vertex);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->records, &n);

	for (guint i = 0; i < own.n && *self->cap->regime != '\0'; i++) {
		const FairleadDesignationRow *row = &rows[own.rows[i]];
		g_autofree char *body = fairlead_list_dup_body (
			fairlead_records_get_text (self->records, row->list));
		const char *regime = fairlead_regime_of (
			body, fairlead_records_get_text (self->records, row->programme));

		if (g_strcmp0 (regime, self->cap->regime) == 0)
			return TRUE;
	}
	return FALSE;
}

static Home
find_home (const Judge *self, FairleadEntity entity)
{
	FairleadVertex vertex = vertex_of (self, entity);

	if (vertex == FAIRLEAD_NO_VERTEX)
		return HOME_UNKNOWN;
	return is_listed (self, vertex) ? HOME_HERE : find_country (self, vertex);
}

/* ---- what it is ---- */

/* By its words, or, where it has none, by the type of the ship that brought it */
static FairleadEventVerdict
judge_commodity (const Judge *self)
{
	const char *commodity = fairlead_records_get_text (self->records, self->event->commodity);
	FairleadVertex vessel = vertex_of (self, self->event->vessel);
	const char *type;

	if (*commodity != '\0')
		return fairlead_factors_find_commodity (self->factors, commodity) == self->cap
		               ? FAIRLEAD_VERDICT_COUNTS
		               : FAIRLEAD_VERDICT_OTHER;
	if (strcmp (self->cap->ship_types, "|") == 0 || vessel == FAIRLEAD_NO_VERTEX)
		return FAIRLEAD_VERDICT_OTHER;
	type = fairlead_supply_get_text (self->network, vessel, FAIRLEAD_ATTRIBUTE_VESSEL_TYPE);
	if (*type == '\0')
		return drop (self, FAIRLEAD_DROP_TYPE);
	return fairlead_factors_find_ship_type (self->factors, type) == self->cap
	               ? FAIRLEAD_VERDICT_COUNTS
	               : FAIRLEAD_VERDICT_OTHER;
}

/* ---- where it went ---- */

/* In a port of the country; what leaves it arrives elsewhere */
static FairleadEventVerdict
judge_call (const Judge *self)
{
	Home home = find_home (self, self->event->place);

	if (self->event->place == FAIRLEAD_NO_ENTITY)
		return FAIRLEAD_VERDICT_OTHER;
	return (home == HOME_HERE) != self->cap->leaves ? FAIRLEAD_VERDICT_COUNTS
	                                                : FAIRLEAD_VERDICT_OTHER;
}

/* The place says more than the recipient; a supplier who notifies the UN need say neither */
static FairleadEventVerdict
judge_delivery (const Judge *self)
{
	Home home = find_home (self, self->event->place);

	if (home == HOME_UNKNOWN)
		home = find_home (self, self->event->other);
	if (home == HOME_UNKNOWN && !self->event->is_notified)
		return drop (self, FAIRLEAD_DROP_RECIPIENT);
	if (home == HOME_UNKNOWN)
		return FAIRLEAD_VERDICT_COUNTS;
	return (home == HOME_HERE) != self->cap->leaves ? FAIRLEAD_VERDICT_COUNTS
	                                                : FAIRLEAD_VERDICT_OTHER;
}

/* From a foreign ship to one of the country, or the other way */
static FairleadEventVerdict
judge_transfer (const Judge *self)
{
	gboolean gives = find_home (self, self->event->vessel) == HOME_HERE;
	gboolean takes = find_home (self, self->event->other) == HOME_HERE;

	if (gives == takes)
		return FAIRLEAD_VERDICT_OTHER;
	return gives == self->cap->leaves ? FAIRLEAD_VERDICT_COUNTS : FAIRLEAD_VERDICT_OTHER;
}

static FairleadEventVerdict
judge_encounter (const Judge *self)
{
	gboolean one = find_home (self, self->event->vessel) == HOME_HERE;
	gboolean other = find_home (self, self->event->other) == HOME_HERE;

	return one == other ? FAIRLEAD_VERDICT_OTHER : drop (self, FAIRLEAD_DROP_UNSEEN);
}

FairleadEventVerdict
fairlead_supply_judge (FairleadNetwork *network, const FairleadFactors *factors,
                       const FairleadCap *cap, const FairleadEventRow *event,
                       FairleadDropReason *reason)
{
	static FairleadEventVerdict (*const judges[FAIRLEAD_N_EVENT_KINDS]) (const Judge *) = {
		[FAIRLEAD_EVENT_PORT_CALL] = judge_call,
		[FAIRLEAD_EVENT_SIGHTING] = judge_call,
		[FAIRLEAD_EVENT_DELIVERY] = judge_delivery,
		[FAIRLEAD_EVENT_TRANSFER] = judge_transfer,
		[FAIRLEAD_EVENT_ENCOUNTER] = judge_encounter,
	};
	const Judge judge = { network, fairlead_network_get_records (network), factors, cap, event,
		              reason };
	FairleadDropReason where = FAIRLEAD_DROP_DAY;
	FairleadEventVerdict went, carried;

	if (judges[event->kind] == NULL)
		return FAIRLEAD_VERDICT_OTHER;
	went = judges[event->kind](&judge);
	if (went == FAIRLEAD_VERDICT_OTHER)
		return went;
	where = *reason;
	/* What carried another cargo is not listed, whatever else is wrong with it */
	carried = judge_commodity (&judge);
	if (carried == FAIRLEAD_VERDICT_OTHER)
		return carried;
	if (went == FAIRLEAD_VERDICT_DROPPED) {
		*reason = where;
		return went;
	}
	if (carried == FAIRLEAD_VERDICT_DROPPED)
		return carried;
	return event->laden == FAIRLEAD_LADEN_NO ? drop (&judge, FAIRLEAD_DROP_BALLAST) : carried;
}
