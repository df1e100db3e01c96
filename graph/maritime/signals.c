/* graph/maritime/signals.c: the table of signals, and what is found of whom
 *
 * Each signal is a number that is found for each party and held against a threshold of the
 * parameters: most say 'at least', those about closeness say 'at most'. */
#include "graph/maritime/signals-private.h"

#include <stdarg.h>

#include "graph/network/index.h"
#include "graph/network/links-private.h"

typedef enum {
	OF_PARTY,
	OF_SHIP, /* who owns or runs her shows it too */
} Whose;

#define IS_COUNTED TRUE
#define IS_TOLD FALSE

static const struct {
	const char *name;
	const char *words;
	const char *caution;
	gsize threshold;
	Whose whose;
	gboolean is_counted;
} infos[FAIRLEAD_N_SIGNALS] = {
#define X(tag, name, field, whose, weight, words, caution)                                    \
	{                                                                                     \
		name,       words,      caution, G_STRUCT_OFFSET (FairleadParameters, field), \
		OF_##whose, IS_##weight                                                       \
	},
	FAIRLEAD_SIGNAL_TABLE (X)
#undef X
};

G_STATIC_ASSERT (FAIRLEAD_N_SIGNALS <= 32);

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

const char *
fairlead_signal_caution (FairleadSignal signal)
{
	g_return_val_if_fail ((guint) signal < FAIRLEAD_N_SIGNALS, NULL);
	return infos[signal].caution;
}

gboolean
fairlead_signal_is_counted (FairleadSignal signal)
{
	g_return_val_if_fail ((guint) signal < FAIRLEAD_N_SIGNALS, FALSE);
	return infos[signal].is_counted;
}

gboolean
fairlead_signal_is_at_most (FairleadSignal signal)
{
	static const FairleadSignal close[] = {
		FAIRLEAD_SIGNAL_SINGLE_SHIP,    FAIRLEAD_SIGNAL_FORMED_BEFORE_PURCHASE,
		FAIRLEAD_SIGNAL_SHARED_ADDRESS, FAIRLEAD_SIGNAL_AFTER_LISTING,
		FAIRLEAD_SIGNAL_UNINSURED,
	};

	for (guint i = 0; i < G_N_ELEMENTS (close); i++)
		if (close[i] == signal)
			return TRUE;
	return FALSE;
}

double
fairlead_signal_threshold (const FairleadParameters *parameters, FairleadSignal signal)
{
	g_return_val_if_fail ((guint) signal < FAIRLEAD_N_SIGNALS, 0.0);
	return *(const double *) (gconstpointer) ((const char *) parameters
	                                          + infos[signal].threshold);
}

double
fairlead_signals_threshold (const FairleadSignals *self, FairleadSignal signal)
{
	return fairlead_signal_threshold (self->parameters, signal);
}

/* ---- notes ---- */

/* Its words grow, and what was cited is known */
typedef struct {
	FairleadSignalNote note;
	GString *text;
	GHashTable *cited; /* file and line */
} GrowingNote;

static void
free_note (gpointer data)
{
	GrowingNote *growing = data;

	g_string_free (growing->text, TRUE);
	g_hash_table_unref (growing->cited);
	g_array_unref (growing->note.sources);
	g_free (growing);
}

gboolean
fairlead_signals_is_told (const FairleadSignals *self, FairleadVertex vertex)
{
	return self->notes != NULL && vertex == self->wanted;
}

void
fairlead_signals_note (FairleadSignals *self, FairleadVertex vertex, FairleadSignal signal,
                       double value)
{
	GrowingNote *growing;

	self->found[vertex] |= 1u << signal;
	if (!fairlead_signals_is_told (self, vertex))
		return;
	growing = g_new (GrowingNote, 1);
	growing->text = g_string_new (NULL);
	growing->cited = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
	growing->note = (FairleadSignalNote){ signal, vertex, value, growing->text->str,
		                              g_array_new (FALSE, FALSE, sizeof (FairleadSource)) };
	g_ptr_array_add (self->notes, growing);
}

gboolean
fairlead_signals_note_if_at_least (FairleadSignals *self, FairleadVertex vertex,
                                   FairleadSignal signal, double value)
{
	double least = fairlead_signals_threshold (self, signal);

	if (least <= 0.0 || value < least)
		return FALSE;
	fairlead_signals_note (self, vertex, signal, value);
	return TRUE;
}

static GrowingNote *
last_note (FairleadSignals *self, FairleadVertex vertex)
{
	if (!fairlead_signals_is_told (self, vertex) || self->notes->len == 0)
		return NULL;
	return g_ptr_array_index (self->notes, self->notes->len - 1);
}

void
fairlead_signals_say (FairleadSignals *self, FairleadVertex vertex, const char *format, ...)
{
	GrowingNote *growing = last_note (self, vertex);
	va_list arguments;

	if (growing == NULL)
		return;
	if (growing->text->len > 0)
		g_string_append (growing->text, ", ");
	va_start (arguments, format);
	g_string_append_vprintf (growing->text, format, arguments);
	va_end (arguments);
	growing->note.words = growing->text->str;
}

void
fairlead_signals_cite (FairleadSignals *self, FairleadVertex vertex, FairleadSource source)
{
	GrowingNote *growing = last_note (self, vertex);
	const gint64 place = (gint64) ((guint64) source.file << 32 | source.line);

	if (growing != NULL && g_hash_table_add (growing->cited, g_memdup2 (&place, sizeof place)))
		g_array_append_val (growing->note.sources, source);
}

void
fairlead_signals_cite_link (FairleadSignals *self, FairleadVertex vertex, FairleadLink link)
{
	fairlead_signals_cite (self, vertex,
	                       fairlead_network_get_link (self->network, link)->source);
}

/* ---- the links of a vertex ---- */

guint8
fairlead_signals_kind_of (const FairleadSignals *self, FairleadLink link)
{
	return self->kind[link];
}

FairleadVertex
fairlead_signals_other_end (const FairleadSignals *self, FairleadLink link, FairleadVertex vertex)
{
	FairleadVertex from = fairlead_network_get_from (self->network, link);

	return from == vertex ? fairlead_network_get_to (self->network, link) : from;
}

gboolean
fairlead_signals_is_vessel (const FairleadSignals *self, FairleadVertex vertex)
{
	return fairlead_network_get_kind (self->network, vertex) == FAIRLEAD_KIND_VESSEL;
}

const FairleadDesignationRow *
fairlead_signals_find_listing (const FairleadSignals *self, FairleadVertex vertex)
{
	FairleadRows own = fairlead_network_get_designations (self->network, vertex);
	guint n;
	const FairleadDesignationRow *rows = fairlead_records_get_designations (self->records, &n);

	for (guint i = 0; i < own.n; i++)
		if (fairlead_network_is_listing (self->network, own.rows[i]))
			return &rows[own.rows[i]];
	return NULL;
}

gboolean
fairlead_signals_runs_ship (const FairleadSignals *self, FairleadLink link, FairleadVertex vertex)
{
	const guint running = 1u << FAIRLEAD_CLASS_OWNERSHIP | 1u << FAIRLEAD_CLASS_MANAGEMENT
	                      | 1u << FAIRLEAD_CLASS_CONTROL;
	guint8 kind = fairlead_signals_kind_of (self, link);

	return (1u << fairlead_link_info (kind)->link_class & running)
	       && fairlead_network_get_from (self->network, link) == vertex
	       && fairlead_signals_is_vessel (self, fairlead_network_get_to (self->network, link));
}

gboolean
fairlead_link_is_of_owner (guint8 kind)
{
	return kind == FAIRLEAD_LINK_REGISTERED_OWNER || kind == FAIRLEAD_LINK_BENEFICIAL_OWNER;
}

gboolean
fairlead_days_are_within (FairleadDate earlier, FairleadDate later, double most, double *days)
{
	if (earlier.first == FAIRLEAD_DAY_OPEN_PAST || later.last == FAIRLEAD_DAY_OPEN_FUTURE
	    || later.first < earlier.last || later.first == FAIRLEAD_DAY_OPEN_PAST)
		return FALSE;
	*days = (double) later.last - (double) earlier.first;
	return *days <= most;
}

void
fairlead_signals_group_links (FairleadSignals *self)
{
	guint32 n = fairlead_network_get_n_links (self->network);
	const FairleadLinks *links = fairlead_network_get_ends (self->network);
	g_autofree guint32 *ends = g_new (guint32, MAX (2 * (gsize) n, 1));

	self->kind = links->kind;
	for (FairleadLink link = 0; link < n; link++) {
		gboolean is_out = self->is_kept != NULL && !self->is_kept[link];

		ends[link] = is_out ? self->n_vertices : links->from[link];
		ends[n + link] = is_out ? self->n_vertices : links->to[link];
	}
	/* what does not count stands in a group of its own, behind all vertices */
	fairlead_group_rows (ends, 2 * n, self->n_vertices + 1, &self->start, &self->links);
	for (gsize i = 0; i < 2 * (gsize) n; i++)
		self->links[i] -= self->links[i] >= n ? n : 0;
}

/* ---- all of it ---- */

/* What a ship shows, those show who run her */
void
fairlead_signals_pass_on (FairleadSignals *self)
{
	guint32 of_ships = 0;

	for (guint signal = 0; signal < FAIRLEAD_N_SIGNALS; signal++)
		if (infos[signal].whose == OF_SHIP)
			of_ships |= 1u << signal;
	for (FairleadLink link = 0; link < fairlead_network_get_n_links (self->network); link++) {
		FairleadVertex from = fairlead_network_get_from (self->network, link);
		FairleadVertex to = fairlead_network_get_to (self->network, link);

		if (self->is_kept != NULL && !self->is_kept[link])
			continue;
		if (fairlead_signals_runs_ship (self, link, from))
			self->found[from] |= self->found[to] & of_ships;
		else if (fairlead_signals_kind_of (self, link) == FAIRLEAD_LINK_BROKER
		         && fairlead_signals_is_vessel (self, to))
			self->found[from] |= self->found[to] & 1u << FAIRLEAD_SIGNAL_SOLD_TO_TARGET;
	}
}

void
fairlead_signals_look_at_vertex (FairleadSignals *self, FairleadVertex vertex)
{
	switch (fairlead_network_get_kind (self->network, vertex)) {
	case FAIRLEAD_KIND_VESSEL:
		fairlead_signals_look_at_names (self, vertex);
		fairlead_signals_look_at_numbers (self, vertex);
		fairlead_signals_look_at_descriptions (self, vertex);
		fairlead_signals_look_at_changes (self, vertex);
		fairlead_signals_look_at_ports (self, vertex);
		break;
	case FAIRLEAD_KIND_ADDRESS:
		fairlead_signals_look_at_address (self, vertex);
		break;
	case FAIRLEAD_KIND_COMPANY:
	case FAIRLEAD_KIND_UNKNOWN:
		fairlead_signals_look_at_company (self, vertex);
		break;
	default:
		break;
	}
	fairlead_signals_look_at_party (self, vertex);
}

FairleadSignals *
fairlead_signals_new (FairleadNetwork *network, const FairleadParameters *parameters,
                      const guint8 *is_target, const guint8 *is_kept)
{
	FairleadSignals *self = g_new0 (FairleadSignals, 1);

	self->network = g_object_ref (network);
	self->records = fairlead_network_get_records (network);
	self->parameters = parameters;
	self->is_target = is_target;
	self->is_kept = is_kept;
	self->n_vertices = fairlead_network_get_n_vertices (network);
	self->found = g_new0 (guint32, MAX (self->n_vertices, 1));
	self->wanted = FAIRLEAD_NO_VERTEX;
	fairlead_signals_group_links (self);
	self->country = fairlead_signals_find_country (self);
	fairlead_signals_gather_numbers (self);
	fairlead_signals_gather_hulls (self);
	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++)
		fairlead_signals_look_at_vertex (self, vertex);
	self->own = g_memdup2 (self->found, MAX (self->n_vertices, 1) * sizeof *self->found);
	fairlead_signals_pass_on (self);
	return self;
}

void
fairlead_signals_free (FairleadSignals *self)
{
	g_object_unref (self->network);
	g_hash_table_unref (self->mmsis);
	g_array_unref (self->hulls);
	g_free (self->own);
	g_free (self->found);
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
	guint32 counted = 0;

	for (guint signal = 0; signal < FAIRLEAD_N_SIGNALS; signal++)
		if (infos[signal].is_counted)
			counted |= 1u << signal;
	for (FairleadVertex vertex = 0; vertex < self->n_vertices; vertex++)
		if (fairlead_network_is_party (self->network, vertex))
			sums[vertex] = __builtin_popcount (self->found[vertex] & counted);
	return sums;
}

static gint
compare_vertices (gconstpointer a, gconstpointer b)
{
	FairleadVertex first = *(const FairleadVertex *) a, second = *(const FairleadVertex *) b;

	return first < second ? -1 : first > second;
}

GArray *
fairlead_signals_dup_runners (const FairleadSignals *self, FairleadVertex ship)
{
	GArray *runners = g_array_new (FALSE, FALSE, sizeof (FairleadVertex));
	guint n_kept = 0;

	FAIRLEAD_FOR_EACH_LINK (self, ship, link)
	{
		FairleadVertex from = fairlead_network_get_from (self->network, link);

		if (from != ship && fairlead_signals_runs_ship (self, link, from))
			g_array_append_val (runners, from);
	}
	g_array_sort (runners, compare_vertices);
	for (guint i = 0; i < runners->len; i++) {
		FairleadVertex vertex = g_array_index (runners, FairleadVertex, i);

		if (n_kept == 0 || g_array_index (runners, FairleadVertex, n_kept - 1) != vertex)
			g_array_index (runners, FairleadVertex, n_kept++) = vertex;
	}
	g_array_set_size (runners, n_kept);
	return runners;
}

static gint
compare_notes (gconstpointer a, gconstpointer b)
{
	const FairleadSignalNote *first = *(const FairleadSignalNote *const *) a;
	const FairleadSignalNote *second = *(const FairleadSignalNote *const *) b;

	return first->signal < second->signal ? -1 : first->signal > second->signal;
}

GPtrArray *
fairlead_signals_dup_notes (FairleadSignals *self, FairleadVertex vertex)
{
	GPtrArray *notes = g_ptr_array_new_with_free_func (free_note);
	g_autoptr (GHashTable) addresses = g_hash_table_new (NULL, NULL);
	gboolean is_shared = fairlead_signals_has (self, vertex, FAIRLEAD_SIGNAL_SHARED_ADDRESS);

	self->notes = notes;
	self->wanted = vertex;
	fairlead_signals_look_at_vertex (self, vertex);
	FAIRLEAD_FOR_EACH_LINK (self, vertex, link)
	{
		FairleadVertex other = fairlead_signals_other_end (self, link, vertex);

		if (is_shared
		    && fairlead_network_get_kind (self->network, other) == FAIRLEAD_KIND_ADDRESS
		    && g_hash_table_add (addresses, GUINT_TO_POINTER (other)))
			fairlead_signals_look_at_address (self, other);
	}
	self->notes = NULL;
	self->wanted = FAIRLEAD_NO_VERTEX;
	g_ptr_array_sort (notes, compare_notes); /* stable */
	return notes;
}
