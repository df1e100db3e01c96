/* graph/score/signals.c
 *
 * Each signal is a number that is found for each party and held against a threshold of the
 * parameters: most say 'at least', those about closeness say 'at most'. */
#include "graph/score/signals.h"

#include <string.h>

#include "graph/network/index.h"

struct _FairleadSignals {
	FairleadNetwork *network;
	const FairleadParameters *parameters;
	const guint8 *is_target;
	const guint8 *is_kept; /* (nullable) */
	guint32 n_vertices;
	guint16 *found; /* of each vertex: a bit for each signal */
	guint8 *kind;   /* of each link: the facts stand in another order, and memory is slow */
	guint32 *start; /* [n_vertices + 1] into links: those from the vertex, then those to it */
	guint32 *links;
};

static const struct {
	const char *name;
	const char *words;
	gsize threshold;
} infos[FAIRLEAD_N_SIGNALS] = {
#define X(tag, name, field, words) { name, words, G_STRUCT_OFFSET (FairleadParameters, field) },
	FAIRLEAD_SIGNAL_TABLE (X)
#undef X
};

const char *
fairlead_signal_name (FairleadSignal signal)
{
	g_return_val_if_fail ((guint) signal < FAIRLEAD_N_SIGNALS, NULL);
	return infos[signal].name;
}

const char *
fairlead_signal_words (FairleadSignal signal)
{
	g_return_val_if_fail ((guint) signal < FAIRLEAD_N_SIGNALS, NULL);
	return infos[signal].words;
}

/* 0 where the signal is off */
static double
threshold_of (const FairleadSignals *self, FairleadSignal signal)
{
	return *(const double *) (gconstpointer) ((const char *) self->parameters
	                                          + infos[signal].threshold);
}

static void
note (FairleadSignals *self, FairleadVertex vertex, FairleadSignal signal)
{
	self->found[vertex] |= (guint16) (1u << signal);
}

static void
note_if_at_least (FairleadSignals *self, FairleadVertex vertex, FairleadSignal signal, double value)
{
	if (threshold_of (self, signal) > 0.0 && value >= threshold_of (self, signal))
		note (self, vertex, signal);
}

/* ---- the links of a vertex ---- */

static guint8
kind_of (const FairleadSignals *self, FairleadLink link)
{
	return self->kind[link];
}

static FairleadVertex
other_end (const FairleadSignals *self, FairleadLink link, FairleadVertex vertex)
{
	FairleadVertex from = fairlead_network_get_from (self->network, link);

	return from == vertex ? fairlead_network_get_to (self->network, link) : from;
}

static void
group_links (FairleadSignals *self)
{
	guint32 n = fairlead_network_get_n_links (self->network);
	g_autofree guint32 *ends = g_new (guint32, MAX (2 * (gsize) n, 1));

	self->kind = g_new (guint8, MAX (n, 1));
	for (FairleadLink link = 0; link < n; link++) {
		gboolean is_out = self->is_kept != NULL && !self->is_kept[link];

		self->kind[link] = fairlead_network_get_link (self->network, link)->kind;
		ends[link] =
			is_out ? self->n_vertices : fairlead_network_get_from (self->network, link);
		ends[n + link] =
			is_out ? self->n_vertices : fairlead_network_get_to (self->network, link);
	}
	/* what does not count stands in a group of its own, behind all vertices */
	fairlead_group_rows (ends, 2 * n, self->n_vertices + 1, &self->start, &self->links);
	for (gsize i = 0; i < 2 * (gsize) n; i++)
		self->links[i] -= self->links[i] >= n ? n : 0;
}

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

#define FOR_EACH_LINK(self, vertex, link)                                                        \
	for (guint32 link##_at = (self)->start[vertex], link = 0;                                \
	     link##_at < (self)->start[(vertex) + 1] && (link = (self)->links[link##_at], TRUE); \
	     link##_at++)

static gboolean
is_vessel (const FairleadSignals *self, FairleadVertex vertex)
{
	return fairlead_network_get_kind (self->network, vertex) == FAIRLEAD_KIND_VESSEL;
}

/* Whether the link lets the vertex decide about a ship */
static gboolean
runs_ship (const FairleadSignals *self, FairleadLink link, FairleadVertex vertex)
{
	const guint running = 1u << FAIRLEAD_CLASS_OWNERSHIP | 1u << FAIRLEAD_CLASS_MANAGEMENT
	                      | 1u << FAIRLEAD_CLASS_CONTROL;

	return (1u << fairlead_link_info (kind_of (self, link))->link_class & running)
	       && fairlead_network_get_from (self->network, link) == vertex
	       && is_vessel (self, fairlead_network_get_to (self->network, link));
}

/* ---- ships ---- */

static guint
count_flags (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_attributes (self->network, vertex);
	guint n;
	const FairleadAttributeRow *rows =
		fairlead_records_get_attributes (fairlead_network_get_records (self->network), &n);
	g_autoptr (GHashTable) flags = g_hash_table_new (NULL, NULL);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].attribute == FAIRLEAD_ATTRIBUTE_FLAG
		    || rows[own.rows[i]].attribute == FAIRLEAD_ATTRIBUTE_FORMER_FLAG)
			g_hash_table_add (flags, GUINT_TO_POINTER (rows[own.rows[i]].text));
	return g_hash_table_size (flags);
}

/* Aliases may be other spellings of one name; former names are not */
static guint
count_names (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_names (self->network, vertex);
	FairleadRecords *records = fairlead_network_get_records (self->network);
	guint n, n_current = 0;
	const FairleadNameRow *rows = fairlead_records_get_names (records, &n);
	g_autoptr (GHashTable) names =
		g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < own.n; i++) {
		const FairleadNameRow *row = &rows[own.rows[i]];

		n_current += row->type == FAIRLEAD_NAME_PRIMARY;
		if (row->type == FAIRLEAD_NAME_FORMER)
			g_hash_table_add (
				names, g_utf8_casefold (
					       fairlead_records_get_text (records, row->text), -1));
	}
	return g_hash_table_size (names) + (n_current > 0);
}

static void
look_at_ship (FairleadSignals *self, FairleadVertex ship)
{
	note_if_at_least (self, ship, FAIRLEAD_SIGNAL_FLAG_HOPPING, count_flags (self, ship));
	note_if_at_least (self, ship, FAIRLEAD_SIGNAL_RENAMING, count_names (self, ship));
}

/* ---- companies ---- */

static gboolean
is_owner_kind (guint8 kind)
{
	return kind == FAIRLEAD_LINK_REGISTERED_OWNER || kind == FAIRLEAD_LINK_BENEFICIAL_OWNER;
}

/* The ships that it owns, where it does nothing else that is known: those who own it, hold an
 * office in it, or serve it, say nothing of what it does */
static void
look_for_single_ships (FairleadSignals *self, FairleadVertex company)
{
	g_autoptr (GHashTable) ships = NULL;
	double most = threshold_of (self, FAIRLEAD_SIGNAL_SINGLE_SHIP);

	FOR_EACH_LINK (self, company, link)
	{
		FairleadVertex to = fairlead_network_get_to (self->network, link);

		if (fairlead_network_get_from (self->network, link) != company
		    || !fairlead_network_is_party (self->network, to))
			continue;
		if (!is_owner_kind (kind_of (self, link)) || !is_vessel (self, to))
			return;
		add_vertex (&ships, to);
	}
	if (ships != NULL && set_size (ships) <= most)
		note (self, company, FAIRLEAD_SIGNAL_SINGLE_SHIP);
}

/* The latest day on which it can have been formed, and the earliest: open where nothing is said */
static FairleadDate
day_formed (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_attributes (self->network, vertex);
	FairleadRecords *records = fairlead_network_get_records (self->network);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	for (guint i = 0; i < own.n; i++)
		if (rows[own.rows[i]].attribute == FAIRLEAD_ATTRIBUTE_FORMED)
			return fairlead_records_get_period (records, rows[own.rows[i]].period)
			        ->start;
	return FAIRLEAD_DATE_UNKNOWN;
}

static gboolean
buys_ship (const FairleadSignals *self, FairleadLink link, FairleadVertex company)
{
	return is_owner_kind (kind_of (self, link)) && runs_ship (self, link, company);
}

static gboolean
owns_ship (const FairleadSignals *self, FairleadVertex company)
{
	FOR_EACH_LINK (self, company, link)
	{
		if (buys_ship (self, link, company))
			return TRUE;
	}
	return FALSE;
}

/* Only where both days are known well enough to be sure */
static void
look_for_purchase (FairleadSignals *self, FairleadVertex company)
{
	FairleadDate formed, bought;
	double most = threshold_of (self, FAIRLEAD_SIGNAL_FORMED_BEFORE_PURCHASE);

	if (!owns_ship (self, company))
		return;
	formed = day_formed (self, company);
	if (formed.first == FAIRLEAD_DAY_OPEN_PAST)
		return;
	FOR_EACH_LINK (self, company, link)
	{
		if (!buys_ship (self, link, company))
			continue;
		bought = fairlead_network_get_period (self->network, link)->start;
		if (bought.first >= formed.last && bought.last != FAIRLEAD_DAY_OPEN_FUTURE
		    && (double) bought.last - (double) formed.first <= most)
			note (self, company, FAIRLEAD_SIGNAL_FORMED_BEFORE_PURCHASE);
	}
}

static void
look_for_care (FairleadSignals *self, FairleadVertex vertex)
{
	g_autoptr (GHashTable) parties = NULL;

	FOR_EACH_LINK (self, vertex, link)
	{
		FairleadVertex other = other_end (self, link, vertex);

		if (kind_of (self, link) == FAIRLEAD_LINK_CARE_OF && self->is_target[other]
		    && other != vertex)
			add_vertex (&parties, other);
	}
	note_if_at_least (self, vertex, FAIRLEAD_SIGNAL_CARE_OF_TARGET, set_size (parties));
}

/* ---- addresses and ports ---- */

static gboolean
has_target_beside (const FairleadSignals *self, FairleadVertex address)
{
	FOR_EACH_LINK (self, address, link)
	{
		if (self->is_target[other_end (self, link, address)])
			return TRUE;
	}
	return FALSE;
}

static void
look_at_address (FairleadSignals *self, FairleadVertex address)
{
	g_autoptr (GHashTable) residents = NULL;
	guint n_targets = 0;
	GHashTableIter iter;
	gpointer key;

	if (!has_target_beside (self, address))
		return;
	FOR_EACH_LINK (self, address, link)
	{
		FairleadVertex resident = other_end (self, link, address);

		if (kind_of (self, link) == FAIRLEAD_LINK_ADDRESS
		    && add_vertex (&residents, resident))
			n_targets += self->is_target[resident];
	}
	if (n_targets == 0
	    || set_size (residents) > threshold_of (self, FAIRLEAD_SIGNAL_SHARED_ADDRESS))
		return;
	g_hash_table_iter_init (&iter, residents);
	while (g_hash_table_iter_next (&iter, &key, NULL)) {
		FairleadVertex resident = GPOINTER_TO_UINT (key);

		if (n_targets > self->is_target[resident])
			note (self, resident, FAIRLEAD_SIGNAL_SHARED_ADDRESS);
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

/* The country that at least half of those of the target name that name any; 0: there is none */
static FairleadText
target_country (const FairleadSignals *self)
{
	g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
	guint n_with_country = 0;
	GHashTableIter iter;
	gpointer text, count;

	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++) {
		g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL);

		if (!self->is_target[vertex])
			continue;
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

static guint
count_calls (const FairleadSignals *self, FairleadVertex ship, FairleadText country)
{
	guint n_calls = 0;

	FOR_EACH_LINK (self, ship, link)
	{
		FairleadVertex port = other_end (self, link, ship);
		g_autoptr (GHashTable) own = NULL;

		if (kind_of (self, link) != FAIRLEAD_LINK_PORT_CALL)
			continue;
		own = g_hash_table_new (NULL, NULL);
		add_countries (self, port, own);
		n_calls += self->is_target[port]
		           || (country != 0
		               && g_hash_table_contains (own, GUINT_TO_POINTER (country)));
	}
	return n_calls;
}

/* ---- all of it ---- */

/* What a ship shows, those show who run her */
static void
pass_on (FairleadSignals *self)
{
	const guint of_ships = 1u << FAIRLEAD_SIGNAL_FLAG_HOPPING | 1u << FAIRLEAD_SIGNAL_RENAMING
	                       | 1u << FAIRLEAD_SIGNAL_TARGET_PORTS;

	for (FairleadLink link = 0; link < fairlead_network_get_n_links (self->network); link++) {
		FairleadVertex from = fairlead_network_get_from (self->network, link);
		FairleadVertex to = fairlead_network_get_to (self->network, link);

		if ((self->is_kept == NULL || self->is_kept[link]) && runs_ship (self, link, from))
			self->found[from] |= self->found[to] & of_ships;
	}
}

static void
look_at_vertex (FairleadSignals *self, FairleadVertex vertex, FairleadText country)
{
	switch (fairlead_network_get_kind (self->network, vertex)) {
	case FAIRLEAD_KIND_VESSEL:
		look_at_ship (self, vertex);
		note_if_at_least (self, vertex, FAIRLEAD_SIGNAL_TARGET_PORTS,
		                  count_calls (self, vertex, country));
		break;
	case FAIRLEAD_KIND_ADDRESS:
		look_at_address (self, vertex);
		break;
	case FAIRLEAD_KIND_COMPANY:
	case FAIRLEAD_KIND_UNKNOWN:
		look_for_single_ships (self, vertex);
		look_for_purchase (self, vertex);
		break;
	default:
		break;
	}
	look_for_care (self, vertex);
}

FairleadSignals *
fairlead_signals_new (FairleadNetwork *network, const FairleadParameters *parameters,
                      const guint8 *is_target, const guint8 *is_kept)
{
	FairleadSignals *self = g_new0 (FairleadSignals, 1);
	FairleadText country;

	self->network = g_object_ref (network);
	self->parameters = parameters;
	self->is_target = is_target;
	self->is_kept = is_kept;
	self->n_vertices = fairlead_network_get_n_vertices (network);
	self->found = g_new0 (guint16, MAX (self->n_vertices, 1));
	group_links (self);
	country = target_country (self);
	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++)
		look_at_vertex (self, vertex, country);
	pass_on (self);
	return self;
}

void
fairlead_signals_free (FairleadSignals *self)
{
	g_object_unref (self->network);
	g_free (self->found);
	g_free (self->kind);
	g_free (self->start);
	g_free (self->links);
	g_free (self);
}

gboolean
fairlead_signals_has (const FairleadSignals *self, FairleadVertex vertex, FairleadSignal signal)
{
	return (self->found[vertex] >> signal & 1u) != 0;
}

double *
fairlead_signals_dup_sums (const FairleadSignals *self)
{
	double *sums = g_new0 (double, MAX (self->n_vertices, 1));

	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++)
		if (fairlead_network_is_party (self->network, vertex))
			sums[vertex] = __builtin_popcount (self->found[vertex]);
	return sums;
}
