/* graph/maritime/rules/companies.c: who owns ships, where its mail goes, and where they call */
#include "graph/maritime/signals-private.h"

/* Most vertices have nothing of the kind: a set is made for its first member. FALSE where it has
 * the vertex already. */
static gboolean
add_vertex (GHashTable **set, FairleadVertex vertex)
{
	if (*set == NULL)
		*set = g_hash_table_new (NULL, NULL);
	return g_hash_table_add (*set, GUINT_TO_POINTER (vertex));
}

static guint
set_size (GHashTable *set)
{
	return set == NULL ? 0 : g_hash_table_size (set);
}

/* ---- companies ---- */

typedef gboolean (*IsWanted) (const FairleadSignals *self, FairleadVertex vertex,
                              FairleadLink link);

/* Says the other ends of the links that are wanted, each once, and cites the links */
static void
tell_links (FairleadSignals *self, FairleadVertex vertex, IsWanted is_wanted)
{
	g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);

	if (self->notes == NULL)
		return;
	FAIRLEAD_FOR_EACH_LINK (self, vertex, link)
	{
		FairleadVertex other = fairlead_signals_other_end (self, link, vertex);

		if (!is_wanted (self, vertex, link))
			continue;
		if (g_hash_table_add (said, GUINT_TO_POINTER (other)))
			fairlead_signals_say (self, vertex, "%s",
			                      fairlead_network_get_name (self->network, other));
		fairlead_signals_cite_link (self, vertex, link);
	}
}

static gboolean
owns_ship (const FairleadSignals *self, FairleadVertex vertex, FairleadLink link)
{
	return fairlead_link_is_of_owner (fairlead_signals_kind_of (self, link))
	       && fairlead_signals_runs_ship (self, link, vertex);
}

/* The ships that it owns or bought, where it does nothing else that is known: those who own it,
 * hold an office in it, or serve it, say nothing of what it does */
static void
look_for_single_ships (FairleadSignals *self, FairleadVertex company)
{
	g_autoptr (GHashTable) ships = NULL;
	double most = fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_SINGLE_SHIP);

	FAIRLEAD_FOR_EACH_LINK (self, company, link)
	{
		FairleadVertex to = fairlead_network_get_to (self->network, link);
		FairleadLinkKind kind = fairlead_signals_kind_of (self, link);

		if (fairlead_network_get_from (self->network, link) != company
		    || !fairlead_network_is_party (self->network, to))
			continue;
		if ((!fairlead_link_is_of_owner (kind) && kind != FAIRLEAD_LINK_BUYER)
		    || !fairlead_signals_is_vessel (self, to))
			return;
		add_vertex (&ships, to);
	}
	if (set_size (ships) == 0 || set_size (ships) > most)
		return;
	fairlead_signals_note (self, company, FAIRLEAD_SIGNAL_SINGLE_SHIP, set_size (ships));
	tell_links (self, company, owns_ship);
}

static gboolean
owns_any (const FairleadSignals *self, FairleadVertex company)
{
	FAIRLEAD_FOR_EACH_LINK (self, company, link)
	{
		if (owns_ship (self, company, link))
			return TRUE;
	}
	return FALSE;
}

/* The first record that tells when it was formed; NULL where none does */
static const FairleadAttributeRow *
find_formation (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_attributes (self->network, vertex);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (self->records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].attribute == FAIRLEAD_ATTRIBUTE_FORMED)
			return &rows[own.rows[i]];
	return NULL;
}

/* Only where both days are known well enough to be sure. Of several ships the purchase that
 * followed soonest is told. */
static void
look_for_purchase (FairleadSignals *self, FairleadVertex company)
{
	const FairleadAttributeRow *formation;
	double least = fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_FORMED_BEFORE_PURCHASE);
	FairleadLink soonest = 0;
	gboolean is_found = FALSE;

	if (!owns_any (self, company))
		return;
	formation = find_formation (self, company);
	if (formation == NULL)
		return;
	FAIRLEAD_FOR_EACH_LINK (self, company, link)
	{
		double days;

		if (!owns_ship (self, company, link)
		    || !fairlead_days_are_within (
			    fairlead_records_get_period (self->records, formation->period)->start,
			    fairlead_network_get_period (self->network, link)->start, least, &days))
			continue;
		is_found = TRUE;
		least = days;
		soonest = link;
	}
	if (!is_found)
		return;
	fairlead_signals_note (self, company, FAIRLEAD_SIGNAL_FORMED_BEFORE_PURCHASE, least);
	fairlead_signals_say (
		self, company, "%.0f days before %s", least,
		fairlead_network_get_name (self->network,
	                                   fairlead_network_get_to (self->network, soonest)));
	fairlead_signals_cite (self, company, formation->source);
	fairlead_signals_cite_link (self, company, soonest);
}

static gboolean
is_of_care (const FairleadSignals *self, FairleadVertex vertex, FairleadLink link)
{
	return fairlead_signals_kind_of (self, link) == FAIRLEAD_LINK_CARE_OF
	       && fairlead_signals_other_end (self, link, vertex) != vertex;
}

static gboolean
is_of_targets_care (const FairleadSignals *self, FairleadVertex vertex, FairleadLink link)
{
	return is_of_care (self, vertex, link)
	       && self->is_target[fairlead_signals_other_end (self, link, vertex)];
}

static gboolean
is_in_care (const FairleadSignals *self, FairleadVertex vertex, FairleadLink link)
{
	return is_of_care (self, vertex, link)
	       && fairlead_network_get_to (self->network, link) == vertex;
}

static guint
count_others (const FairleadSignals *self, FairleadVertex vertex, IsWanted is_wanted)
{
	g_autoptr (GHashTable) others = NULL;

	FAIRLEAD_FOR_EACH_LINK (self, vertex, link)
	{
		if (is_wanted (self, vertex, link))
			add_vertex (&others, fairlead_signals_other_end (self, link, vertex));
	}
	return set_size (others);
}

void
fairlead_signals_look_at_party (FairleadSignals *self, FairleadVertex vertex)
{
	if (fairlead_signals_note_if_at_least (self, vertex, FAIRLEAD_SIGNAL_CARE_OF_TARGET,
	                                       count_others (self, vertex, is_of_targets_care)))
		tell_links (self, vertex, is_of_targets_care);
}

static void
look_for_care (FairleadSignals *self, FairleadVertex company)
{
	if (owns_any (self, company)
	    && fairlead_signals_note_if_at_least (self, company, FAIRLEAD_SIGNAL_CARE_OF,
	                                          count_others (self, company, is_in_care)))
		tell_links (self, company, is_in_care);
}

void
fairlead_signals_look_at_company (FairleadSignals *self, FairleadVertex company)
{
	look_for_single_ships (self, company);
	look_for_purchase (self, company);
	look_for_care (self, company);
}

/* ---- addresses and ports ---- */

static gboolean
is_of_resident (const FairleadSignals *self, FairleadVertex address, FairleadLink link)
{
	(void) address;
	return fairlead_signals_kind_of (self, link) == FAIRLEAD_LINK_ADDRESS;
}

/* The address, and the lines that put it and the target there */
static void
tell_address (FairleadSignals *self, FairleadVertex resident, FairleadVertex address)
{
	if (self->notes == NULL || resident != self->wanted)
		return;
	fairlead_signals_say (self, resident, "%s",
	                      fairlead_network_get_name (self->network, address));
	FAIRLEAD_FOR_EACH_LINK (self, address, link)
	{
		FairleadVertex other = fairlead_signals_other_end (self, link, address);

		if (is_of_resident (self, address, link)
		    && (other == resident || self->is_target[other]))
			fairlead_signals_cite_link (self, resident, link);
	}
}

static gboolean
has_target_beside (const FairleadSignals *self, FairleadVertex address)
{
	FAIRLEAD_FOR_EACH_LINK (self, address, link)
	{
		if (self->is_target[fairlead_signals_other_end (self, link, address)])
			return TRUE;
	}
	return FALSE;
}

void
fairlead_signals_look_at_address (FairleadSignals *self, FairleadVertex address)
{
	g_autoptr (GHashTable) residents = NULL;
	guint n_targets = 0;
	GHashTableIter iter;
	gpointer key;

	if (!has_target_beside (self, address))
		return;
	FAIRLEAD_FOR_EACH_LINK (self, address, link)
	{
		FairleadVertex resident = fairlead_signals_other_end (self, link, address);

		if (fairlead_signals_kind_of (self, link) == FAIRLEAD_LINK_ADDRESS
		    && add_vertex (&residents, resident))
			n_targets += self->is_target[resident];
	}
	if (n_targets == 0
	    || set_size (residents)
	               > fairlead_signals_threshold (self, FAIRLEAD_SIGNAL_SHARED_ADDRESS))
		return;
	g_hash_table_iter_init (&iter, residents);
	while (g_hash_table_iter_next (&iter, &key, NULL)) {
		FairleadVertex resident = GPOINTER_TO_UINT (key);

		if (n_targets <= self->is_target[resident])
			continue;
		fairlead_signals_note (self, resident, FAIRLEAD_SIGNAL_SHARED_ADDRESS,
		                       set_size (residents));
		tell_address (self, resident, address);
	}
}

/* The countries that the facts name of a vertex: handles, 1 for each vertex that names them */
static void
add_countries (const FairleadSignals *self, FairleadVertex vertex, GHashTable *counts)
{
	FairleadRows own = fairlead_network_get_attributes (self->network, vertex);
	guint n;
	const FairleadAttributeRow *rows =
		fairlead_records_get_attributes (fairlead_network_get_records (self->network), &n);
	g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

	for (guint i = 0; i < own.n; i++) {
		const FairleadAttributeRow *row = &rows[own.rows[i]];
		gpointer text = GUINT_TO_POINTER (row->text);

		if (fairlead_attribute_info (row->attribute)->type == FAIRLEAD_TYPE_COUNTRY
		    && row->attribute != FAIRLEAD_ATTRIBUTE_FORMER_FLAG
		    && g_hash_table_add (seen, text))
			g_hash_table_insert (
				counts, text,
				GUINT_TO_POINTER (
					GPOINTER_TO_UINT (g_hash_table_lookup (counts, text)) + 1));
	}
}

/* The country that more than half of those of the target name that name any; 0: there is none */
FairleadText
fairlead_signals_find_country (const FairleadSignals *self)
{
	g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
	guint n_with_country = 0;
	GHashTableIter iter;
	gpointer text, count;

	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++) {
		g_autoptr (GHashTable) own = NULL;

		if (!self->is_target[vertex])
			continue;
		own = g_hash_table_new (NULL, NULL);
		add_countries (self, vertex, own);
		n_with_country += g_hash_table_size (own) > 0;
		add_countries (self, vertex, counts);
	}
	g_hash_table_iter_init (&iter, counts);
	while (g_hash_table_iter_next (&iter, &text, &count))
		if (2 * GPOINTER_TO_UINT (count) > n_with_country)
			return GPOINTER_TO_UINT (text);
	return 0;
}

static gboolean
is_call_at_target (const FairleadSignals *self, FairleadVertex ship, FairleadLink link)
{
	FairleadVertex port = fairlead_signals_other_end (self, link, ship);
	g_autoptr (GHashTable) own = NULL;

	if (fairlead_signals_kind_of (self, link) != FAIRLEAD_LINK_PORT_CALL)
		return FALSE;
	if (self->is_target[port])
		return TRUE;
	own = g_hash_table_new (NULL, NULL);
	add_countries (self, port, own);
	return self->country != 0 && g_hash_table_contains (own, GUINT_TO_POINTER (self->country));
}

void
fairlead_signals_look_at_ports (FairleadSignals *self, FairleadVertex ship)
{
	guint n_calls = 0;

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	n_calls += is_call_at_target (self, ship, link);
	if (fairlead_signals_note_if_at_least (self, ship, FAIRLEAD_SIGNAL_TARGET_PORTS, n_calls))
		tell_links (self, ship, is_call_at_target);
}
