/* graph/maritime/rules/changes.c: what changed about a ship, and what had happened before */
#include "graph/maritime/signals-private.h"

#include <string.h>

#include "graph/maritime/history.h"

/* The links to a ship of those who own, insure, class or sell her */
static gboolean
is_role (const FairleadSignals *self, FairleadLink link, FairleadVertex ship, guint8 kind)
{
	return fairlead_network_get_to (self->network, link) == ship
	       && fairlead_signals_kind_of (self, link) == kind;
}

static gboolean
is_management (const FairleadSignals *self, FairleadLink link, FairleadVertex ship)
{
	return fairlead_network_get_to (self->network, link) == ship
	       && fairlead_link_info (fairlead_signals_kind_of (self, link))->link_class
	                  == FAIRLEAD_CLASS_MANAGEMENT;
}

static gboolean
is_known (FairleadDate date)
{
	return date.first != FAIRLEAD_DAY_OPEN_PAST && date.last != FAIRLEAD_DAY_OPEN_FUTURE;
}

static FairleadDate
start_of (const FairleadSignals *self, FairleadLink link)
{
	return fairlead_network_get_period (self->network, link)->start;
}

static char *
dup_day (FairleadDate date)
{
	char *text = fairlead_date_dup_text (date);

	return text != NULL ? text : g_strdup ("an unknown day");
}

/* ---- after a listing ---- */

typedef struct {
	FairleadDate day;
	FairleadVertex who;
	FairleadSource source;
} Listing;

static void
add_listings (const FairleadSignals *self, FairleadVertex who, const FairleadPeriod *when,
              GArray *listings)
{
	FairleadRows own = fairlead_network_get_designations (self->network, who);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->records, &n);

	for (guint i = 0; i < own.n; i++) {
		const FairleadDesignationRow *row = &rows[own.rows[i]];
		const Listing listing = {
			fairlead_records_get_period (self->records, row->period)->start, who,
			row->source
		};

		if (is_known (listing.day) && listing.day.first <= when->end.last
		    && listing.day.last >= when->start.first)
			g_array_append_val (listings, listing);
	}
}

/* Of the ship, and of who ran her then */
static GArray *
dup_listings (const FairleadSignals *self, FairleadVertex ship)
{
	GArray *listings = g_array_new (FALSE, FALSE, sizeof (Listing));
	const FairleadPeriod always = FAIRLEAD_PERIOD_UNKNOWN;

	add_listings (self, ship, &always, listings);
	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	{
		FairleadVertex from = fairlead_network_get_from (self->network, link);

		if (fairlead_signals_runs_ship (self, link, from)
		    && fairlead_network_get_to (self->network, link) == ship)
			add_listings (self, from, fairlead_network_get_period (self->network, link),
			              listings);
	}
	return listings;
}

/* Holds a change against the listings; the one that it followed soonest is told */
static void
hold_against (FairleadSignals *self, FairleadVertex ship, const GArray *listings, FairleadDate day,
              const char *what, const char *value, FairleadSource source)
{
	double least = fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_AFTER_LISTING);
	const Listing *soonest = NULL;
	g_autofree char *text = NULL;

	for (guint i = 0; i < listings->len; i++) {
		const Listing *listing = &g_array_index (listings, Listing, i);
		double days;

		if (!fairlead_days_are_within (listing->day, day, least, &days)
		    || (soonest != NULL && days >= least))
			continue;
		soonest = listing;
		least = days;
	}
	if (soonest == NULL)
		return;
	text = dup_day (soonest->day);
	fairlead_signals_note (self, ship, FAIRLEAD_SIGNAL_AFTER_LISTING, least);
	fairlead_signals_say (self, ship, "%s %s, %.0f days after %s was listed (%s)", what, value,
	                      least, fairlead_network_get_name (self->network, soonest->who), text);
	fairlead_signals_cite (self, ship, soonest->source);
	fairlead_signals_cite (self, ship, source);
}

static void
look_at_spans (FairleadSignals *self, FairleadVertex ship, const GArray *listings,
               FairleadHistory history, const char *what)
{
	g_autoptr (GArray) spans = fairlead_history_dup_spans (self->network, ship, history);

	/* the first that is known is not a change of another, unless an event says so */
	for (guint i = 0; i < spans->len; i++) {
		const FairleadSpan *span = &g_array_index (spans, FairleadSpan, i);

		if (is_known (span->period.start) && (i > 0 || span->is_event))
			hold_against (self, ship, listings, span->period.start, what, span->value,
			              span->source);
	}
}

/* A new owner where there was another before */
static void
look_at_owners (FairleadSignals *self, FairleadVertex ship, const GArray *listings)
{
	gint32 first = FAIRLEAD_DAY_OPEN_FUTURE;

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	if (is_role (self, link, ship, FAIRLEAD_LINK_REGISTERED_OWNER))
		first = MIN (first, start_of (self, link).first);
	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	if (is_role (self, link, ship, FAIRLEAD_LINK_REGISTERED_OWNER)
	    && start_of (self, link).first > first)
		hold_against (
			self, ship, listings, start_of (self, link), "owner",
			fairlead_network_get_name (self->network,
		                                   fairlead_network_get_from (self->network, link)),
			fairlead_network_get_link (self->network, link)->source);
}

static void
look_after_listing (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) listings = NULL;

	if (fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_AFTER_LISTING) <= 0.0)
		return;
	listings = dup_listings (self, ship);
	if (listings->len == 0)
		return;
	look_at_spans (self, ship, listings, FAIRLEAD_HISTORY_FLAG, "flag");
	look_at_spans (self, ship, listings, FAIRLEAD_HISTORY_NAME, "name");
	look_at_spans (self, ship, listings, FAIRLEAD_HISTORY_OWNER, "owner");
	look_at_owners (self, ship, listings);
}

/* ---- managers ---- */

/* Another who surely managed her in the same way before @link began */
static gboolean
has_predecessor (const FairleadSignals *self, FairleadVertex ship, FairleadLink link)
{
	FairleadVertex manager = fairlead_network_get_from (self->network, link);
	FairleadDate begun = start_of (self, link);

	if (!is_known (begun))
		return FALSE;
	FAIRLEAD_FOR_EACH_LINK (self, ship, other)
	{
		const FairleadPeriod *period = fairlead_network_get_period (self->network, other);

		if (is_management (self, other, ship)
		    && fairlead_network_get_from (self->network, other) != manager
		    && fairlead_signals_kind_of (self, other)
		               == fairlead_signals_kind_of (self, link)
		    && ((is_known (period->start) && period->start.last < begun.first)
		        || (is_known (period->end) && period->end.last <= begun.last)))
			return TRUE;
	}
	return FALSE;
}

/* The listing of a manager who took over from another; NULL where not */
static const FairleadDesignationRow *
find_new_and_listed (const FairleadSignals *self, FairleadVertex ship, FairleadLink link)
{
	const FairleadDesignationRow *listing =
		is_management (self, link, ship) ? fairlead_signals_find_listing (
			self, fairlead_network_get_from (self->network, link))
						 : NULL;

	return listing != NULL && has_predecessor (self, ship, link) ? listing : NULL;
}

static void
look_at_managers (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GHashTable) managers = g_hash_table_new (NULL, NULL);

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	if (find_new_and_listed (self, ship, link) != NULL)
		g_hash_table_add (managers, GUINT_TO_POINTER (fairlead_network_get_from (
						    self->network, link)));
	if (!fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_LISTED_MANAGER,
	                                        g_hash_table_size (managers)))
		return;
	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	{
		const FairleadDesignationRow *listing = find_new_and_listed (self, ship, link);
		g_autofree char *day = NULL;

		if (listing == NULL)
			continue;
		day = dup_day (start_of (self, link));
		fairlead_signals_say (
			self, ship, "%s is %s since %s",
			fairlead_network_get_name (self->network,
		                                   fairlead_network_get_from (self->network, link)),
			fairlead_link_info (fairlead_signals_kind_of (self, link))->name, day);
		fairlead_signals_cite_link (self, ship, link);
		fairlead_signals_cite (self, ship, listing->source);
	}
}

/* ---- insurance and class ---- */

/* The links of those who insure her, or class her: few, however much she did */
static GArray *
dup_covers (const FairleadSignals *self, FairleadVertex ship, guint8 kind)
{
	GArray *covers = g_array_new (FALSE, FALSE, sizeof (FairleadLink));

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	if (is_role (self, link, ship, kind))
		g_array_append_val (covers, link);
	return covers;
}

/* Whether one of them may have been in force */
static gboolean
may_be_covered (const FairleadSignals *self, const GArray *covers, FairleadDate day)
{
	for (guint i = 0; i < covers->len; i++) {
		const FairleadPeriod *period = fairlead_network_get_period (
			self->network, g_array_index (covers, FairleadLink, i));
		gboolean is_over = fairlead_period_is_over (period);

		if ((!is_known (period->start) || period->start.first <= day.last)
		    && (!is_over || !is_known (period->end) || period->end.last >= day.first))
			return TRUE;
	}
	return FALSE;
}

/* The last cover that had surely ended by then, at most so many days before; FALSE: none */
static gboolean
find_lapse (const FairleadSignals *self, const GArray *covers, FairleadDate day,
            FairleadLink *lapsed, double *days)
{
	double least = fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_UNINSURED);
	gboolean is_found = FALSE;

	for (guint i = 0; i < covers->len; i++) {
		FairleadLink link = g_array_index (covers, FairleadLink, i);
		const FairleadPeriod *period = fairlead_network_get_period (self->network, link);

		if (!fairlead_period_is_over (period)
		    || !fairlead_days_are_within (period->end, day, least, days))
			continue;
		is_found = TRUE;
		least = *days;
		*lapsed = link;
	}
	*days = least;
	return is_found;
}

static gboolean
is_deed (const FairleadSignals *self, FairleadLink link)
{
	guint8 kind = fairlead_signals_kind_of (self, link);

	return kind == FAIRLEAD_LINK_TRANSFER || kind == FAIRLEAD_LINK_PORT_CALL
	       || kind == FAIRLEAD_LINK_DELIVERY;
}

static void
look_at_cover (FairleadSignals *self, FairleadVertex ship, guint8 kind, const char *word)
{
	g_autoptr (GArray) covers = dup_covers (self, ship, kind);

	if (covers->len == 0)
		return;
	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	{
		FairleadDate day = start_of (self, link);
		FairleadLink lapsed;
		double days;

		if (!is_deed (self, link) || !is_known (day) || may_be_covered (self, covers, day)
		    || !find_lapse (self, covers, day, &lapsed, &days))
			continue;
		fairlead_signals_note (self, ship, FAIRLEAD_SIGNAL_UNINSURED, days);
		fairlead_signals_say (
			self, ship, "%s by %s ended %.0f days before %s", word,
			fairlead_network_get_name (
				self->network, fairlead_network_get_from (self->network, lapsed)),
			days,
			fairlead_network_get_name (self->network,
		                                   fairlead_signals_other_end (self, link, ship)));
		fairlead_signals_cite_link (self, ship, lapsed);
		fairlead_signals_cite_link (self, ship, link);
	}
}

/* ---- sales to the target ---- */

/* An owner of the target's, where she was another's before */
static gboolean
find_sale (FairleadSignals *self, FairleadVertex ship, FairleadLink *sale)
{
	gboolean had_other = FALSE, is_sold = FALSE;

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	{
		FairleadVertex owner = fairlead_network_get_from (self->network, link);
		guint8 kind = fairlead_signals_kind_of (self, link);

		if (!fairlead_link_is_of_owner (kind) && kind != FAIRLEAD_LINK_BUYER)
			continue;
		if (!self->is_target[owner]) {
			had_other = TRUE;
			continue;
		}
		*sale = link;
		is_sold = TRUE;
	}
	return had_other && is_sold;
}

static const FairleadSpan *
find_flag_of_target (const FairleadSignals *self, const GArray *flags)
{
	const char *country = self->country == 0
	                              ? NULL
	                              : fairlead_records_get_text (self->records, self->country);
	const FairleadSpan *found = NULL;
	gboolean had_other = FALSE;

	for (guint i = 0; i < flags->len; i++) {
		const FairleadSpan *flag = &g_array_index (flags, FairleadSpan, i);

		if (g_strcmp0 (flag->value, country) != 0)
			had_other = TRUE;
		else if (!fairlead_period_is_over (&flag->period))
			found = flag;
	}
	return had_other ? found : NULL;
}

/* Who shows it too, by fairlead_signals_pass_on() */
static void
name_broker (FairleadSignals *self, FairleadVertex ship, FairleadLink link)
{
	FairleadVertex broker = fairlead_network_get_from (self->network, link);

	fairlead_signals_say (self, ship, "broker %s",
	                      fairlead_network_get_name (self->network, broker));
	fairlead_signals_cite_link (self, ship, link);
}

static guint
count_brokers (const FairleadSignals *self, FairleadVertex ship)
{
	guint n = 0;

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	n += is_role (self, link, ship, FAIRLEAD_LINK_BROKER);
	return n;
}

static void
look_at_sale (FairleadSignals *self, FairleadVertex ship)
{
	g_autoptr (GArray) flags = NULL;
	const FairleadSpan *flag;
	FairleadLink sale = 0;
	gboolean is_sold;

	if (count_brokers (self, ship) == 0)
		return;
	flags = fairlead_history_dup_spans (self->network, ship, FAIRLEAD_HISTORY_FLAG);
	flag = find_flag_of_target (self, flags);
	is_sold = find_sale (self, ship, &sale);
	if (!(is_sold || flag != NULL)
	    || !fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_SOLD_TO_TARGET, 1.0))
		return;
	if (is_sold) {
		fairlead_signals_say (
			self, ship, "owner %s",
			fairlead_network_get_name (
				self->network, fairlead_network_get_from (self->network, sale)));
		fairlead_signals_cite_link (self, ship, sale);
	}
	if (flag != NULL) {
		fairlead_signals_say (self, ship, "flag %s", flag->value);
		fairlead_signals_cite (self, ship, flag->source);
	}
	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	if (is_role (self, link, ship, FAIRLEAD_LINK_BROKER))
		name_broker (self, ship, link);
}

void
fairlead_signals_look_at_changes (FairleadSignals *self, FairleadVertex ship)
{
	look_after_listing (self, ship);
	look_at_managers (self, ship);
	look_at_cover (self, ship, FAIRLEAD_LINK_INSURER, "insurance");
	look_at_cover (self, ship, FAIRLEAD_LINK_CLASS_SOCIETY, "class");
	look_at_sale (self, ship);
}
