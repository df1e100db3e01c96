/* graph/resolve/pair/numbers.c: the numbers of two parties held against each other */
#include <string.h>

#include "graph/resolve/pair/features-private.h"
#include "graph/resolve/pair/ship-dates.h"
#include "ingest/grammar/country.h"

static const FairleadIdRow *
get_id (const FairleadPair *pair, FairleadRows rows, guint i)
{
	guint n;

	return &fairlead_records_get_identifiers (fairlead_pair_records (pair), &n)[rows.rows[i]];
}

/* Numbers of registers mean nothing in another country */
static gboolean
may_be_one_issuer (const FairleadPair *pair, const FairleadIdRow *a, const FairleadIdRow *b)
{
	const char *x = fairlead_country_code (
		fairlead_records_get_text (fairlead_pair_records (pair), a->issuer));
	const char *y = fairlead_country_code (
		fairlead_records_get_text (fairlead_pair_records (pair), b->issuer));

	return x == NULL || y == NULL || strcmp (x, y) == 0;
}

static gboolean
is_of_hull (FairleadIdScheme scheme)
{
	return scheme == FAIRLEAD_ID_IMO || scheme == FAIRLEAD_ID_LEI;
}

static gboolean
is_radio (FairleadIdScheme scheme)
{
	return scheme == FAIRLEAD_ID_MMSI || scheme == FAIRLEAD_ID_CALL_SIGN;
}

static gboolean
is_counted (const FairleadPair *pair, const FairleadIdRow *row)
{
	const char *number = fairlead_records_get_text (fairlead_pair_records (pair), row->number);

	return row->scheme != FAIRLEAD_ID_LIST && strlen (number) >= 4
	       && !fairlead_identifier_is_placeholder (row->scheme, number);
}

/* The same text may have two handles */
static gboolean
have_one_number (const FairleadPair *pair, const FairleadIdRow *a, const FairleadIdRow *b)
{
	return strcmp (fairlead_records_get_text (fairlead_pair_records (pair), a->number),
	               fairlead_records_get_text (fairlead_pair_records (pair), b->number))
	       == 0;
}

typedef struct {
	gboolean has[2];
	const char *shared; /* a number, or NULL */
} SchemeState;

static void
gather_numbers (const FairleadPair *pair, FairleadIdScheme scheme, SchemeState *state)
{
	FairleadNetwork *network = pair->profiler->network;
	FairleadRows a = fairlead_network_get_identifiers (network, pair->left->vertex);
	FairleadRows b = fairlead_network_get_identifiers (network, pair->right->vertex);

	for (guint i = 0; i < a.n; i++) {
		const FairleadIdRow *x = get_id (pair, a, i);

		if (x->scheme != scheme || !is_counted (pair, x))
			continue;
		state->has[0] |= !is_of_hull (scheme) || x->valid;
		for (guint j = 0; j < b.n; j++) {
			const FairleadIdRow *y = get_id (pair, b, j);

			if (y->scheme == scheme && have_one_number (pair, x, y)
			    && may_be_one_issuer (pair, x, y))
				state->shared = fairlead_records_get_text (
					fairlead_pair_records (pair), x->number);
		}
	}
	for (guint j = 0; j < b.n; j++) {
		const FairleadIdRow *y = get_id (pair, b, j);

		if (y->scheme == scheme && is_counted (pair, y))
			state->has[1] |= !is_of_hull (scheme) || y->valid;
	}
}

/* MMSIs and call signs go on to the next ship: one in common counts where both can have had it on
 * one day */
static void
tell_radio (FairleadPair *pair, FairleadIdScheme scheme, const char *number)
{
	const char *title = fairlead_id_scheme_info (scheme)->title;
	g_autoptr (GArray) a =
		fairlead_ship_dates_of_number (pair->profiler, pair->left, scheme, number);
	g_autoptr (GArray) b =
		fairlead_ship_dates_of_number (pair->profiler, pair->right, scheme, number);

	if (fairlead_ship_dates_fit (a, b)) {
		fairlead_pair_tell (pair, "number",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_RADIO, 1.0),
		                    "both have %s %s", title, number);
		pair->comparison->n_marks++;
	} else {
		fairlead_pair_tell (pair, "number", 0.0, "both had %s %s, at different times",
		                    title, number);
		pair->comparison->is_apart_in_time = TRUE;
	}
}

static void
compare_scheme (FairleadPair *pair, FairleadIdScheme scheme)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	SchemeState state = { { FALSE, FALSE }, NULL };

	gather_numbers (pair, scheme, &state);
	if (state.shared != NULL && is_radio (scheme)) {
		tell_radio (pair, scheme, state.shared);
	} else if (state.shared != NULL) {
		fairlead_pair_tell (pair, "number",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_NUMBER, 1.0),
		                    "both have %s %s", info->title, state.shared);
		pair->comparison->n_marks++;
	} else if (state.has[0] && state.has[1]) {
		pair->comparison->is_impossible |= is_of_hull (scheme);
		if (!is_radio (scheme))
			fairlead_pair_tell (
				pair, "number",
				fairlead_pair_count (pair, FAIRLEAD_WEIGHT_NUMBER_OTHER, 1.0),
				"%s: none in common", info->title);
	}
}

void
fairlead_pair_compare_numbers (FairleadPair *pair)
{
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++)
		compare_scheme (pair, scheme);
}
