/* graph/maritime/timeline.c */
#include "graph/maritime/timeline.h"

#include <string.h>

#include "graph/maritime/history.h"
#include "ingest/grammar/name.h"

/* ---- bars ---- */

typedef struct {
	FairleadNetwork *network;
	FairleadRecords *records;
	FairleadVertex ship;
	GPtrArray *bars;
	GHashTable *alike;   /* what a bar says -> GPtrArray of the bars that say it */
	GArray *event_lines; /* of FairleadSource: where events of the ship stand */
	GCancellable *cancellable;
} Building;

static void
free_bar (gpointer data)
{
	FairleadBar *bar = data;

	g_free (bar->value);
	g_free (bar->detail);
	g_array_unref (bar->sources);
	g_free (bar);
}

/* What is one for two bars that say the same: letters that differ only in case are one name;
 * numbers are what they are */
static char *
dup_meaning (FairleadLane lane, const char *value, const char *detail)
{
	gboolean is_name = lane == FAIRLEAD_LANE_NAME || lane == FAIRLEAD_LANE_REGISTERED_OWNER;
	g_autofree char *folded = is_name ? fairlead_name_fold (value) : NULL;
	gboolean is_folded = folded != NULL && *folded != '\0';

	return g_strdup_printf ("%d %d %" G_GSIZE_FORMAT " %s%s", lane, is_folded, strlen (detail),
	                        detail, is_folded ? folded : value);
}

/* A sale may tell of an owner by name alone */
static gboolean
may_be_same (FairleadVertex a, FairleadVertex b)
{
	return a == b || a == FAIRLEAD_NO_VERTEX || b == FAIRLEAD_NO_VERTEX;
}

static gboolean
common_days (FairleadDate a, FairleadDate b, FairleadDate *common)
{
	*common = (FairleadDate){ MAX (a.first, b.first), MIN (a.last, b.last) };
	return common->first <= common->last;
}

/* What both leave open, where they can both be right. One that is over and one that still holds can
 * not, unless a day of the end is told. */
static gboolean
common_period (const FairleadPeriod *a, const FairleadPeriod *b, FairleadPeriod *common)
{
	if (fairlead_period_is_over (a) != fairlead_period_is_over (b)
	    || !common_days (a->start, b->start, &common->start)
	    || !common_days (a->end, b->end, &common->end))
		return FALSE;
	common->flags = a->flags | b->flags;
	return TRUE;
}

/* The first of those that say the same of whom the statement can be true as well; NULL: none */
static FairleadBar *
find_bar (const GPtrArray *alike, FairleadVertex other, const FairleadPeriod *period)
{
	for (guint i = 0; i < alike->len; i++) {
		FairleadBar *bar = g_ptr_array_index (alike, i);
		FairleadPeriod common;

		if (!may_be_same (bar->other, other)
		    || !common_period (&bar->period, period, &common))
			continue;
		bar->period = common;
		if (bar->other == FAIRLEAD_NO_VERTEX)
			bar->other = other;
		return bar;
	}
	return NULL;
}

static FairleadBar *
add_bar (Building *self, FairleadLane lane, const char *value, const char *detail,
         FairleadVertex other, const FairleadPeriod *period)
{
	FairleadBar *bar = g_new (FairleadBar, 1);

	*bar = (FairleadBar){ lane,
		              g_strdup (value),
		              g_strdup (detail),
		              other,
		              *period,
		              FALSE,
		              g_array_new (FALSE, FALSE, sizeof (FairleadBarSource)) };
	g_ptr_array_add (self->bars, bar);
	return bar;
}

static GPtrArray *
get_alike (Building *self, FairleadLane lane, const char *value, const char *detail)
{
	g_autofree char *meaning = dup_meaning (lane, value, detail);
	GPtrArray *alike = g_hash_table_lookup (self->alike, meaning);

	if (alike == NULL) {
		alike = g_ptr_array_new ();
		g_hash_table_insert (self->alike, g_steal_pointer (&meaning), alike);
	}
	return alike;
}

/* The bar that the statement is of, made anew where it is of none; each event has its own */
static void
tell (Building *self, FairleadLane lane, const char *value, const char *detail,
      FairleadVertex other, const FairleadPeriod *period, FairleadSource source)
{
	const FairleadBarSource witness = { source, *period };
	GPtrArray *alike = get_alike (self, lane, value, detail);
	FairleadBar *bar = lane == FAIRLEAD_LANE_EVENT ? NULL : find_bar (alike, other, period);

	if (g_cancellable_is_cancelled (self->cancellable))
		return;
	if (bar == NULL) {
		bar = add_bar (self, lane, value, detail, other, period);
		g_ptr_array_add (alike, bar);
	}
	g_array_append_val (bar->sources, witness);
}

/* ---- statements ---- */

static void
tell_history (Building *self, FairleadHistory history, FairleadLane lane, gboolean is_of_events)
{
	static const char *const details[FAIRLEAD_N_NAME_TYPES] = {
		[FAIRLEAD_NAME_PRIMARY] = "",
		[FAIRLEAD_NAME_ALIAS] = "alias",
		[FAIRLEAD_NAME_FORMER] = "",
	};
	g_autoptr (GArray) spans = fairlead_history_dup_spans (self->network, self->ship, history);

	/* what events tell has days, with which facts without any then agree */
	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);

		if (span->is_event != is_of_events)
			continue;
		tell (self, lane, span->value, details[span->type], span->other, &span->period,
		      span->source);
		if (fairlead_records_compare_sources (self->records, span->source, span->end_source)
		    != 0)
			tell (self, lane, span->value, details[span->type], span->other,
			      &span->period, span->end_source);
	}
}

static const struct {
	FairleadLane lane;
	FairleadLinkKind kind;
} roles[] = {
	{ FAIRLEAD_LANE_REGISTERED_OWNER, FAIRLEAD_LINK_REGISTERED_OWNER },
	{ FAIRLEAD_LANE_BENEFICIAL_OWNER, FAIRLEAD_LINK_BENEFICIAL_OWNER },
	{ FAIRLEAD_LANE_ISM_MANAGER, FAIRLEAD_LINK_ISM_MANAGER },
	{ FAIRLEAD_LANE_COMMERCIAL_MANAGER, FAIRLEAD_LINK_COMMERCIAL_MANAGER },
	{ FAIRLEAD_LANE_TECHNICAL_MANAGER, FAIRLEAD_LINK_TECHNICAL_MANAGER },
	{ FAIRLEAD_LANE_OPERATOR, FAIRLEAD_LINK_OPERATOR },
	{ FAIRLEAD_LANE_CHARTERER, FAIRLEAD_LINK_CHARTERER },
	{ FAIRLEAD_LANE_CLASS, FAIRLEAD_LINK_CLASS_SOCIETY },
	{ FAIRLEAD_LANE_INSURER, FAIRLEAD_LINK_INSURER },
};

/* Meetings and calls that are links and no events: a mapping may make them */
static const struct {
	FairleadLinkKind kind;
	const char *word;
} deeds[] = {
	{ FAIRLEAD_LINK_TRANSFER, "transfer" },
	{ FAIRLEAD_LINK_PORT_CALL, "port-call" },
	{ FAIRLEAD_LINK_DELIVERY, "delivery" },
	{ FAIRLEAD_LINK_BROKER, "broker" },
};

static void
tell_deed (Building *self, const FairleadFact *fact)
{
	for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
		if (deeds[i].kind != (FairleadLinkKind) fact->kind)
			continue;
		for (guint k = 0; k < fact->witnesses->len; k++) {
			FairleadSource source =
				g_array_index (fact->witnesses, FairleadWitness, k).source;
			g_autofree char *words =
				g_strconcat (deeds[i].word, ": ", fact->value, NULL);

			if (!fairlead_lines_have (self->event_lines, source))
				tell (self, FAIRLEAD_LANE_EVENT, words, "", fact->other,
				      &fact->period, source);
		}
	}
}

static void
tell_fact (Building *self, FairleadLane lane, const FairleadFact *fact, const char *value,
           const char *detail)
{
	for (guint i = 0; i < fact->witnesses->len; i++)
		tell (self, lane, value, detail, fact->other, &fact->period,
		      g_array_index (fact->witnesses, FairleadWitness, i).source);
}

static void
tell_link (Building *self, const FairleadFact *fact)
{
	for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
		if (fact->is_reversed && roles[i].kind == (FairleadLinkKind) fact->kind)
			tell_fact (self, roles[i].lane, fact, fact->value, "");
	tell_deed (self, fact);
}

static void
tell_identifier (Building *self, const FairleadFact *fact)
{
	const char *detail = fact->is_doubtful ? "not valid" : "";

	if (fact->kind == FAIRLEAD_ID_MMSI)
		tell_fact (self, FAIRLEAD_LANE_MMSI, fact, fact->value, detail);
	else if (fact->kind == FAIRLEAD_ID_CALL_SIGN)
		tell_fact (self, FAIRLEAD_LANE_CALL_SIGN, fact, fact->value, detail);
}

static void
tell_designation (Building *self, const FairleadFact *fact)
{
	g_autofree char *value =
		g_strconcat (fact->value, *fact->detail != '\0' ? " " : "", fact->detail, NULL);

	tell_fact (self, FAIRLEAD_LANE_DESIGNATION, fact, value, "");
}

static gboolean
has_day (const FairleadFact *fact)
{
	return !fairlead_date_is_unknown (fact->period.start)
	       || !fairlead_date_is_unknown (fact->period.end);
}

/* Those with days first, so that those without join them */
static void
tell_facts (Building *self, const GPtrArray *facts, gboolean with_days)
{
	for (guint i = 0; i < facts->len; i++) {
		const FairleadFact *fact = g_ptr_array_index (facts, i);

		if (has_day (fact) != with_days)
			continue;
		if (fact->table == FAIRLEAD_FACT_LINK)
			tell_link (self, fact);
		else if (fact->table == FAIRLEAD_FACT_IDENTIFIER)
			tell_identifier (self, fact);
		else if (fact->table == FAIRLEAD_FACT_DESIGNATION)
			tell_designation (self, fact);
	}
}

/* ---- events ---- */

static FairleadVertex
vertex_of (const Building *self, FairleadEntity entity)
{
	return entity == FAIRLEAD_NO_ENTITY ? FAIRLEAD_NO_VERTEX
	                                    : fairlead_network_vertex_of (self->network, entity);
}

/* Who or what is in it beside the ship: the other party, else the place */
static FairleadVertex
partner_of (const Building *self, const FairleadEventRow *row)
{
	const FairleadEntity parties[] = { row->other, row->vessel, row->place };

	for (guint i = 0; i < G_N_ELEMENTS (parties); i++) {
		FairleadVertex vertex = vertex_of (self, parties[i]);

		if (vertex != FAIRLEAD_NO_VERTEX && vertex != self->ship)
			return vertex;
	}
	return FAIRLEAD_NO_VERTEX;
}

static void
append_words (GString *text, const char *separator, const char *words)
{
	if (words != NULL && *words != '\0')
		g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", words);
}

static char *
dup_details (const Building *self, const FairleadEventRow *row)
{
	GString *text = g_string_new (NULL);
	g_autofree char *position = fairlead_position_dup_text (row->position);
	FairleadVertex place = vertex_of (self, row->place);

	append_words (text, ", ", fairlead_records_get_text (self->records, row->commodity));
	if (row->laden != FAIRLEAD_LADEN_UNKNOWN)
		append_words (text, ", ", fairlead_laden_name (row->laden));
	if (place != FAIRLEAD_NO_VERTEX && place != partner_of (self, row))
		append_words (text, ", ", fairlead_network_get_name (self->network, place));
	append_words (text, ", ", position);
	append_words (text, ", ", fairlead_records_get_text (self->records, row->note));
	return g_string_free (text, FALSE);
}

static void
tell_event (Building *self, const FairleadEventRow *row)
{
	const FairleadPeriod *period = fairlead_records_get_period (self->records, row->period);
	const char *before = fairlead_records_get_text (self->records, row->before);
	const char *after = fairlead_records_get_text (self->records, row->after);
	FairleadVertex partner = partner_of (self, row);
	g_autoptr (GString) value = g_string_new (fairlead_event_info (row->kind)->name);
	g_autofree char *detail = dup_details (self, row);

	if (partner != FAIRLEAD_NO_VERTEX)
		append_words (value, ": ", fairlead_network_get_name (self->network, partner));
	else if (*before != '\0' || *after != '\0')
		g_string_append_printf (value, ": %s to %s", *before != '\0' ? before : "?",
		                        *after != '\0' ? after : "?");
	tell (self, FAIRLEAD_LANE_EVENT, value->str, detail, partner, period, row->source);
}

static void
tell_events (Building *self)
{
	FairleadRows own = fairlead_network_get_events (self->network, self->ship);
	guint n;
	const FairleadEventRow *rows = fairlead_records_get_events (self->records, &n);

	for (guint i = 0; i < own.n; i++)
		tell_event (self, &rows[own.rows[i]]);
}

/* ---- disputes ---- */

/* What a bar of a lane says, in little memory: a ship may have thousands */
typedef struct {
	FairleadBar *bar;
	guint value; /* a number for each */
	gboolean is_over;
	gint32 start; /* by which it surely holds */
	gint32 end;   /* one that has not ended holds on */
} Claim;

static gboolean
hold_on_one_day (const Claim *a, const Claim *b)
{
	if (!a->is_over && !b->is_over)
		return TRUE;
	if (a->start == FAIRLEAD_DAY_OPEN_FUTURE || b->start == FAIRLEAD_DAY_OPEN_FUTURE)
		return FALSE;
	return MAX (a->start, b->start) < MIN (a->end, b->end);
}

static guint
number_value (GHashTable *numbers, const char *value)
{
	gpointer number;

	if (g_hash_table_lookup_extended (numbers, value, NULL, &number))
		return GPOINTER_TO_UINT (number);
	g_hash_table_insert (numbers, (gpointer) value,
	                     GUINT_TO_POINTER (g_hash_table_size (numbers)));
	return g_hash_table_size (numbers) - 1;
}

static GArray *
dup_claims (const Building *self, FairleadLane lane)
{
	g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
	GArray *claims = g_array_new (FALSE, FALSE, sizeof (Claim));

	for (guint i = 0; i < self->bars->len; i++) {
		FairleadBar *bar = g_ptr_array_index (self->bars, i);
		gboolean is_over = fairlead_period_is_over (&bar->period);
		Claim claim = { bar, 0, is_over, bar->period.start.last,
			        is_over ? bar->period.end.first : FAIRLEAD_DAY_OPEN_FUTURE };

		if (bar->lane != lane)
			continue;
		claim.value = number_value (numbers, bar->value);
		g_array_append_val (claims, claim);
	}
	return claims;
}

static void
find_disputes (Building *self, FairleadLane lane)
{
	g_autoptr (GArray) claims = dup_claims (self, lane);
	const Claim *all = (const Claim *) (gpointer) claims->data;

	for (guint i = 0; i < claims->len && !g_cancellable_is_cancelled (self->cancellable); i++)
		for (guint k = i + 1; k < claims->len; k++)
			if (all[i].value != all[k].value && hold_on_one_day (&all[i], &all[k]))
				all[i].bar->is_disputed = all[k].bar->is_disputed = TRUE;
}

/* ---- the whole ---- */

static gint
compare_days (const FairleadDate *a, const FairleadDate *b)
{
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return a->last < b->last ? -1 : a->last > b->last;
}

static gint
compare_bars (gconstpointer a, gconstpointer b)
{
	const FairleadBar *first = *(const FairleadBar *const *) a;
	const FairleadBar *second = *(const FairleadBar *const *) b;
	gboolean is_over[2] = { fairlead_period_is_over (&first->period),
		                fairlead_period_is_over (&second->period) };
	gint order = compare_days (&first->period.start, &second->period.start);

	if (first->lane != second->lane)
		return first->lane < second->lane ? -1 : 1;
	if (order == 0 && is_over[0] != is_over[1])
		return is_over[0] ? -1 : 1;
	if (order == 0)
		order = compare_days (&first->period.end, &second->period.end);
	if (order == 0)
		order = strcmp (first->value, second->value);
	return order != 0 ? order : strcmp (first->detail, second->detail);
}

static gint
compare_sources (gconstpointer a, gconstpointer b, gpointer records)
{
	return fairlead_records_compare_sources (records, ((const FairleadBarSource *) a)->source,
	                                         ((const FairleadBarSource *) b)->source);
}

GPtrArray *
fairlead_timeline_dup_bars (FairleadFacts *facts, FairleadNetwork *network, FairleadVertex ship,
                            GCancellable *cancellable)
{
	g_autoptr (GPtrArray) own = fairlead_facts_dup_of (facts, ship);
	g_autoptr (GHashTable) alike = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
	                                                      (GDestroyNotify) g_ptr_array_unref);
	g_autoptr (GArray) event_lines =
		fairlead_history_dup_event_lines (network, ship, FAIRLEAD_N_EVENT_KINDS);
	Building building = { network,    fairlead_network_get_records (network),
		              ship,       g_ptr_array_new_with_free_func (free_bar),
		              alike,      event_lines,
		              cancellable };

	for (guint with = 0; with < 2; with++) {
		tell_history (&building, FAIRLEAD_HISTORY_NAME, FAIRLEAD_LANE_NAME, with == 0);
		tell_history (&building, FAIRLEAD_HISTORY_FLAG, FAIRLEAD_LANE_FLAG, with == 0);
		tell_history (&building, FAIRLEAD_HISTORY_OWNER, FAIRLEAD_LANE_REGISTERED_OWNER,
		              with == 0);
		tell_facts (&building, own, with == 0);
	}
	tell_events (&building);
	for (guint lane = 0; lane < FAIRLEAD_N_LANES; lane++)
		if (fairlead_lane_is_single (lane))
			find_disputes (&building, lane);
	for (guint i = 0; i < building.bars->len; i++)
		g_array_sort_with_data (((FairleadBar *) building.bars->pdata[i])->sources,
		                        compare_sources, building.records);
	g_ptr_array_sort (building.bars, compare_bars);
	return building.bars;
}
