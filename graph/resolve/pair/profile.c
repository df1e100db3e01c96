/* graph/resolve/pair/profile.c */
#include "graph/resolve/pair/profile.h"

#include <string.h>

#include "graph/gaps/regimes.h"

/* ---- addresses ---- */

static gboolean
is_address_of (FairleadNetwork *network, FairleadLink link, FairleadVertex *party,
               FairleadVertex *place)
{
	if (fairlead_network_get_link (network, link)->kind != FAIRLEAD_LINK_ADDRESS)
		return FALSE;
	*place = fairlead_network_get_from (network, link);
	*party = fairlead_network_get_to (network, link);
	return fairlead_network_get_kind (network, *place) == FAIRLEAD_KIND_ADDRESS;
}

void
fairlead_profiler_init (FairleadProfiler *self, FairleadNetwork *network,
                        FairleadNameScorer *scorer)
{
	guint32 n = fairlead_network_get_n_vertices (network);
	guint32 n_links = fairlead_network_get_n_links (network);
	FairleadVertex party, place;
	guint32 *next;

	*self = (FairleadProfiler){ .network = network, .scorer = scorer };
	self->regimes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
	self->address_start = g_new0 (guint32, n + 1);
	self->n_at = g_new0 (guint32, n + 1);
	for (FairleadLink link = 0; link < n_links; link++)
		if (is_address_of (network, link, &party, &place))
			self->address_start[party + 1]++;
	for (guint32 i = 0; i < n; i++)
		self->address_start[i + 1] += self->address_start[i];
	self->addresses = g_new (guint32, MAX (self->address_start[n], 1));
	next = g_memdup2 (self->address_start, n * sizeof *next);
	for (FairleadLink link = 0; link < n_links; link++)
		if (is_address_of (network, link, &party, &place)) {
			self->addresses[next[party]++] = place;
			self->n_at[place]++;
		}
	g_free (next);
}

void
fairlead_profiler_clear (FairleadProfiler *self)
{
	g_clear_pointer (&self->address_start, g_free);
	g_clear_pointer (&self->addresses, g_free);
	g_clear_pointer (&self->n_at, g_free);
	g_clear_pointer (&self->regimes, g_hash_table_unref);
}

/* ---- one party ---- */

static FairleadRecords *
records_of (const FairleadProfiler *profiler)
{
	return fairlead_network_get_records (profiler->network);
}

static void
append_once (GArray *values, guint32 value)
{
	for (guint i = 0; i < values->len; i++)
		if (g_array_index (values, guint32, i) == value)
			return;
	g_array_append_val (values, value);
}

/* A weak alias is one by the word of the list itself: it is compared, after the others */
static void
add_names (FairleadProfile *self, FairleadProfiler *profiler, FairleadNameType type, gboolean weak)
{
	FairleadRows rows = fairlead_network_get_names (profiler->network, self->vertex);
	guint n;
	const FairleadNameRow *names = fairlead_records_get_names (records_of (profiler), &n);

	for (guint i = 0; i < rows.n && self->names->len < FAIRLEAD_PROFILE_NAMES; i++) {
		const FairleadNameRow *row = &names[rows.rows[i]];

		if (row->type == type && (row->weak != 0) == weak)
			g_ptr_array_add (self->names,
			                 fairlead_name_scorer_parse (
						 profiler->scorer,
						 fairlead_records_get_text (records_of (profiler),
			                                                    row->text),
						 self->kind));
	}
}

static void
add_country (FairleadProfile *self, const char *code)
{
	if (strlen (code) == 2)
		append_once (self->countries, (guint32) code[0] << 8 | (guint8) code[1]);
}

static void
add_birth (FairleadProfile *self, FairleadProfiler *profiler, FairleadPeriodId period)
{
	FairleadDate date = fairlead_records_get_period (records_of (profiler), period)->start;

	if (!fairlead_date_is_unknown (date))
		g_array_append_val (self->births, date);
}

static void
add_built (FairleadProfile *self, FairleadProfiler *profiler, FairleadPeriodId period)
{
	FairleadDate date = fairlead_records_get_period (records_of (profiler), period)->start;
	gint month, day;

	if (self->built == 0 && date.first != FAIRLEAD_DAY_OPEN_PAST
	    && date.last != FAIRLEAD_DAY_OPEN_FUTURE)
		fairlead_day_to_ymd (date.first, &self->built, &month, &day);
}

static void
add_attribute (FairleadProfile *self, FairleadProfiler *profiler, const FairleadAttributeRow *row)
{
	const char *text = fairlead_records_get_text (records_of (profiler), row->text);

	switch (row->attribute) {
	case FAIRLEAD_ATTRIBUTE_COUNTRY:
	case FAIRLEAD_ATTRIBUTE_NATIONALITY:
	case FAIRLEAD_ATTRIBUTE_JURISDICTION:
	case FAIRLEAD_ATTRIBUTE_FLAG:
	case FAIRLEAD_ATTRIBUTE_FORMER_FLAG:
		add_country (self, text);
		return;
	case FAIRLEAD_ATTRIBUTE_BIRTH_DATE:
		add_birth (self, profiler, row->period);
		return;
	case FAIRLEAD_ATTRIBUTE_YEAR_BUILT:
		add_built (self, profiler, row->period);
		return;
	case FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE:
		self->gross_tonnage = MAX (self->gross_tonnage, g_ascii_strtod (text, NULL));
		return;
	case FAIRLEAD_ATTRIBUTE_DEADWEIGHT:
		self->deadweight = MAX (self->deadweight, g_ascii_strtod (text, NULL));
		return;
	default:
		return;
	}
}

static void
add_attributes (FairleadProfile *self, FairleadProfiler *profiler)
{
	FairleadRows rows = fairlead_network_get_attributes (profiler->network, self->vertex);
	guint n;
	const FairleadAttributeRow *all =
		fairlead_records_get_attributes (records_of (profiler), &n);

	for (guint i = 0; i < rows.n; i++)
		add_attribute (self, profiler, &all[rows.rows[i]]);
}

/* Themes: whom one list names for one of these another names for a country, or Al-Qaida */
static gboolean
is_theme (const char *regime)
{
	static const char *const themes[] = { "terrorism", "cyber", "human-rights", NULL };

	return g_strv_contains (themes, regime);
}

/* Lists have words of their own for one regime; NULL for a theme, and for a programme that is about
 * no regime, such as weapons of mass destruction */
static const char *
find_regime (FairleadProfiler *profiler, const FairleadDesignationRow *row)
{
	guint64 key = (guint64) row->list << 32 | row->programme;
	g_autofree char *body = NULL;
	gpointer regime;

	if (g_hash_table_lookup_extended (profiler->regimes, &key, NULL, &regime))
		return regime;
	body = fairlead_list_dup_body (
		fairlead_records_get_text (records_of (profiler), row->list));
	regime = (gpointer) fairlead_regime_of (
		body, fairlead_records_get_text (records_of (profiler), row->programme));
	if (regime != NULL && is_theme (regime))
		regime = NULL;
	g_hash_table_insert (profiler->regimes, g_memdup2 (&key, sizeof key), regime);
	return regime;
}

static void
add_regime (FairleadProfile *self, const char *regime)
{
	for (guint i = 0; regime != NULL && i < self->regimes->len; i++)
		if (strcmp (self->regimes->pdata[i], regime) == 0)
			return;
	if (regime != NULL)
		g_ptr_array_add (self->regimes, (gpointer) regime);
}

static void
add_regimes (FairleadProfile *self, FairleadProfiler *profiler)
{
	FairleadRows rows = fairlead_network_get_designations (profiler->network, self->vertex);
	guint n;
	const FairleadDesignationRow *all =
		fairlead_records_get_designations (records_of (profiler), &n);

	for (guint i = 0; i < rows.n; i++)
		if (all[rows.rows[i]].programme != 0)
			add_regime (self, find_regime (profiler, &all[rows.rows[i]]));
}

FairleadProfile *
fairlead_profile_new (FairleadProfiler *profiler, FairleadVertex vertex)
{
	FairleadProfile *self = g_new0 (FairleadProfile, 1);

	self->vertex = vertex;
	self->kind = fairlead_network_get_kind (profiler->network, vertex);
	self->names = g_ptr_array_new_with_free_func ((GDestroyNotify) fairlead_name_parts_free);
	self->births = g_array_new (FALSE, FALSE, sizeof (FairleadDate));
	self->countries = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->addresses = g_array_new (FALSE, FALSE, sizeof (guint32));
	self->regimes = g_ptr_array_new ();
	for (guint weak = 0; weak < 2; weak++)
		for (guint type = 0; type < FAIRLEAD_N_NAME_TYPES; type++)
			add_names (self, profiler, type, weak != 0);
	add_attributes (self, profiler);
	add_regimes (self, profiler);
	for (guint32 i = profiler->address_start[vertex]; i < profiler->address_start[vertex + 1];
	     i++)
		append_once (self->addresses, profiler->addresses[i]);
	return self;
}

void
fairlead_profile_free (FairleadProfile *self)
{
	g_ptr_array_unref (self->names);
	g_array_unref (self->births);
	g_array_unref (self->countries);
	g_array_unref (self->addresses);
	g_ptr_array_unref (self->regimes);
	g_free (self);
}
