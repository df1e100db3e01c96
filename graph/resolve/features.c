/* graph/resolve/features.c */
#include "graph/resolve/features.h"

#include <math.h>
#include <string.h>

#include "graph/resolve/name/parts.h"
#include "ingest/grammar/country.h"

#define MASS_ADDRESS 20 /* parties at an address that says little */
#define DAYS_NEAR 731   /* births no further apart may be one, given about */

typedef struct {
	FairleadProfiler *profiler;
	const FairleadProfile *left;
	const FairleadProfile *right;
	FairleadComparison *comparison;
	GPtrArray *lines; /* NULL: not asked for */
} Pair;

static void
free_line (gpointer data)
{
	FairleadFeatureLine *line = data;

	g_free (line->words);
	g_free (line);
}

GPtrArray *
fairlead_feature_lines_new (void)
{
	return g_ptr_array_new_with_free_func (free_line);
}

/* What @weight adds */
static double
count (Pair *pair, FairleadWeight weight, double factor)
{
	pair->comparison->factors[weight] += factor;
	pair->comparison->log_odds += factor * fairlead_weights[weight];
	return factor * fairlead_weights[weight];
}

static void tell (Pair *pair, const char *feature, double weight, const char *format, ...)
	G_GNUC_PRINTF (4, 5);

/* A line of the explanation, where one is asked for */
static void
tell (Pair *pair, const char *feature, double weight, const char *format, ...)
{
	FairleadFeatureLine *line;
	va_list arguments;

	if (pair->lines == NULL)
		return;
	line = g_new0 (FairleadFeatureLine, 1);
	line->feature = feature;
	line->weight = weight;
	va_start (arguments, format);
	line->words = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	g_ptr_array_add (pair->lines, line);
}

static FairleadRecords *
records_of (const Pair *pair)
{
	return fairlead_network_get_records (pair->profiler->network);
}

double
fairlead_probability_of (double log_odds)
{
	return 1.0 / (1.0 + exp (-log_odds));
}

/* ---- names ---- */

static double
alike_factor (const FairleadNameMatch *match)
{
	double alike = CLAMP (match->similarity, 0.02, 0.98);

	return log (alike / (1.0 - alike));
}

static double
rare_factor (const FairleadNameMatch *match)
{
	return MIN (match->evidence, FAIRLEAD_NAME_BITS_MAX) / 10.0;
}

double
fairlead_name_log_odds (const FairleadNameMatch *match)
{
	return fairlead_weights[FAIRLEAD_WEIGHT_NAME_BASE]
	       + fairlead_weights[FAIRLEAD_WEIGHT_NAME_ALIKE] * alike_factor (match)
	       + fairlead_weights[FAIRLEAD_WEIGHT_NAME_RARE] * rare_factor (match);
}

#define FITS 0.9 /* another name that fits this well adds to the first */

/* The best of all pairs of names, and how many names of the left have one as good */
static guint
find_best_names (Pair *pair)
{
	FairleadComparison *best = pair->comparison;
	double best_odds = -G_MAXDOUBLE;
	guint n_fitting = 0;

	for (guint i = 0; i < pair->left->names->len; i++) {
		gboolean fits = FALSE;

		for (guint j = 0; j < pair->right->names->len; j++) {
			FairleadNameMatch match;
			double odds;

			if (best->left_name >= 0
			    && !fairlead_name_parts_touch (pair->left->names->pdata[i],
			                                   pair->right->names->pdata[j]))
				continue;
			fairlead_name_scorer_compare (pair->profiler->scorer,
			                              pair->left->names->pdata[i],
			                              pair->right->names->pdata[j], &match);
			odds = fairlead_name_log_odds (&match);
			fits |= match.similarity >= FITS;
			if (odds <= best_odds)
				continue;
			best_odds = odds;
			best->name = match;
			best->left_name = (gint) i;
			best->right_name = (gint) j;
		}
		n_fitting += fits;
	}
	return n_fitting;
}

static void
compare_names (Pair *pair)
{
	FairleadComparison *best = pair->comparison;
	guint n_fitting = find_best_names (pair);
	g_autofree char *words = NULL;
	char alike[G_ASCII_DTOSTR_BUF_SIZE];
	double weight;

	if (best->left_name < 0) {
		tell (pair, "name", count (pair, FAIRLEAD_WEIGHT_NAME_NONE, 1.0),
		      "one of them has no name");
		return;
	}
	if (pair->lines != NULL)
		words = fairlead_name_scorer_dup_explanation (
			pair->profiler->scorer, pair->left->names->pdata[best->left_name],
			pair->right->names->pdata[best->right_name]);
	weight = count (pair, FAIRLEAD_WEIGHT_NAME_BASE, 1.0)
	         + count (pair, FAIRLEAD_WEIGHT_NAME_ALIKE, alike_factor (&best->name))
	         + count (pair, FAIRLEAD_WEIGHT_NAME_RARE, rare_factor (&best->name))
	         + count (pair, FAIRLEAD_WEIGHT_NAME_NOT_PERSON,
	                  pair->left->kind == FAIRLEAD_KIND_PERSON ? 0.0 : 1.0);
	tell (pair, "name", weight, "%s alike, %.0f bits of evidence: %s",
	      g_ascii_formatd (alike, sizeof alike, "%.2f", best->name.similarity),
	      best->name.evidence, words != NULL ? words : "");
	if (n_fitting > 1)
		tell (pair, "names",
		      count (pair, FAIRLEAD_WEIGHT_NAME_MORE, MIN (n_fitting - 1, 3)),
		      "%u more names fit", n_fitting - 1);
}

/* ---- numbers ---- */

static const FairleadIdRow *
get_id (const Pair *pair, FairleadRows rows, guint i)
{
	guint n;

	return &fairlead_records_get_identifiers (records_of (pair), &n)[rows.rows[i]];
}

/* Numbers of registers mean nothing in another country */
static gboolean
may_be_one_issuer (const Pair *pair, const FairleadIdRow *a, const FairleadIdRow *b)
{
	const char *x =
		fairlead_country_code (fairlead_records_get_text (records_of (pair), a->issuer));
	const char *y =
		fairlead_country_code (fairlead_records_get_text (records_of (pair), b->issuer));

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
is_counted (const Pair *pair, const FairleadIdRow *row)
{
	const char *number = fairlead_records_get_text (records_of (pair), row->number);

	return row->scheme != FAIRLEAD_ID_LIST && strlen (number) >= 4
	       && !fairlead_identifier_is_placeholder (row->scheme, number);
}

/* The same text may have two handles */
static gboolean
have_one_number (const Pair *pair, const FairleadIdRow *a, const FairleadIdRow *b)
{
	return strcmp (fairlead_records_get_text (records_of (pair), a->number),
	               fairlead_records_get_text (records_of (pair), b->number))
	       == 0;
}

typedef struct {
	gboolean has[2];
	const char *shared; /* a number, or NULL */
} SchemeState;

static void
gather_numbers (const Pair *pair, FairleadIdScheme scheme, SchemeState *state)
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
				state->shared =
					fairlead_records_get_text (records_of (pair), x->number);
		}
	}
	for (guint j = 0; j < b.n; j++) {
		const FairleadIdRow *y = get_id (pair, b, j);

		if (y->scheme == scheme && is_counted (pair, y))
			state->has[1] |= !is_of_hull (scheme) || y->valid;
	}
}

static void
compare_scheme (Pair *pair, FairleadIdScheme scheme)
{
	const FairleadIdSchemeInfo *info = fairlead_id_scheme_info (scheme);
	SchemeState state = { { FALSE, FALSE }, NULL };

	gather_numbers (pair, scheme, &state);
	if (state.shared != NULL) {
		tell (pair, "number",
		      count (pair,
		             is_radio (scheme) ? FAIRLEAD_WEIGHT_RADIO : FAIRLEAD_WEIGHT_NUMBER,
		             1.0),
		      "both have %s %s", info->title, state.shared);
		pair->comparison->n_marks++;
	} else if (state.has[0] && state.has[1]) {
		pair->comparison->is_impossible |= is_of_hull (scheme);
		if (!is_radio (scheme))
			tell (pair, "number", count (pair, FAIRLEAD_WEIGHT_NUMBER_OTHER, 1.0),
			      "%s: none in common", info->title);
	}
}

/* ---- births ---- */

static const struct {
	FairleadWeight weight;
	const char *words;
} birth_words[] = {
	{ FAIRLEAD_WEIGHT_BIRTH_OTHER, "born at different times" },
	{ FAIRLEAD_WEIGHT_BIRTH_NEAR, "born within two years" },
	{ FAIRLEAD_WEIGHT_BIRTH_YEAR, "births that fit" },
	{ FAIRLEAD_WEIGHT_BIRTH_DAY, "born on one day" },
};

static guint
judge_births (FairleadDate a, FairleadDate b)
{
	gint64 gap = MAX ((gint64) a.first - b.last, (gint64) b.first - a.last);

	if (gap <= 0)
		return a.first == a.last && b.first == b.last ? 3 : 2;
	return gap <= DAYS_NEAR ? 1 : 0;
}

static void
compare_births (Pair *pair)
{
	const GArray *a = pair->left->births, *b = pair->right->births;
	guint best = 0;

	if (a->len == 0 || b->len == 0)
		return;
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++)
			best = MAX (best, judge_births (g_array_index (a, FairleadDate, i),
			                                g_array_index (b, FairleadDate, j)));
	pair->comparison->n_marks += best >= 2;
	tell (pair, "birth", count (pair, birth_words[best].weight, 1.0), "%s",
	      birth_words[best].words);
}

/* ---- what else both have ---- */

static gboolean
find_shared (const GArray *a, const GArray *b, guint32 *shared)
{
	for (guint i = 0; i < a->len; i++)
		for (guint j = 0; j < b->len; j++)
			if (g_array_index (a, guint32, i) == g_array_index (b, guint32, j)) {
				*shared = g_array_index (a, guint32, i);
				return TRUE;
			}
	return FALSE;
}

/* A ship changes her flag to hide: for her it says less than where a company is */
static void
compare_countries (Pair *pair)
{
	const GArray *a = pair->left->countries, *b = pair->right->countries;
	double half = pair->left->kind == FAIRLEAD_KIND_VESSEL ? 0.5 : 1.0;
	guint32 code;

	if (a->len == 0 || b->len == 0)
		return;
	if (find_shared (a, b, &code))
		tell (pair, "country", count (pair, FAIRLEAD_WEIGHT_COUNTRY, half), "both %c%c",
		      (char) (code >> 8), (char) code);
	else
		tell (pair, "country", count (pair, FAIRLEAD_WEIGHT_COUNTRY_OTHER, half),
		      "none in common");
}

static void
compare_addresses (Pair *pair)
{
	guint32 place, n_parties;
	FairleadProfiler *profiler = pair->profiler;

	if (!find_shared (pair->left->addresses, pair->right->addresses, &place))
		return;
	n_parties = profiler->n_at[place];
	tell (pair, "address",
	      count (pair,
	             n_parties > MASS_ADDRESS ? FAIRLEAD_WEIGHT_ADDRESS_MASS
	                                      : FAIRLEAD_WEIGHT_ADDRESS,
	             1.0),
	      "both at %s, with %u parties", fairlead_network_get_name (profiler->network, place),
	      n_parties);
}

static const char *
get_programme (const Pair *pair, const FairleadProfile *profile, guint i)
{
	return fairlead_records_get_text (records_of (pair),
	                                  g_array_index (profile->programmes, FairleadText, i));
}

static void
compare_programmes (Pair *pair)
{
	for (guint i = 0; i < pair->left->programmes->len; i++)
		for (guint j = 0; j < pair->right->programmes->len; j++) {
			const char *programme = get_programme (pair, pair->left, i);

			if (strcmp (programme, get_programme (pair, pair->right, j)) != 0)
				continue;
			tell (pair, "programme", count (pair, FAIRLEAD_WEIGHT_PROGRAMME, 1.0),
			      "both under %s", programme);
			return;
		}
}

static void
compare_built (Pair *pair)
{
	gint a = pair->left->built, b = pair->right->built;

	if (a == 0 || b == 0)
		return;
	if (a == b) {
		tell (pair, "built", count (pair, FAIRLEAD_WEIGHT_BUILT, 1.0), "both built in %d",
		      a);
		pair->comparison->n_marks++;
	} else if (ABS (a - b) > 1) {
		tell (pair, "built", count (pair, FAIRLEAD_WEIGHT_BUILT_OTHER, 1.0),
		      "built in %d and %d", a, b);
	}
}

static void
compare_size (Pair *pair, const char *title, double a, double b)
{
	double apart = a > 0.0 && b > 0.0 ? fabs (a - b) / MAX (a, b) : -1.0;

	if (apart < 0.0)
		return;
	if (apart <= 0.02) {
		tell (pair, title, count (pair, FAIRLEAD_WEIGHT_TONNAGE, 1.0), "%.0f and %.0f", a,
		      b);
		pair->comparison->n_marks++;
	} else if (apart > 0.15) {
		tell (pair, title, count (pair, FAIRLEAD_WEIGHT_TONNAGE_OTHER, 1.0),
		      "%.0f and %.0f", a, b);
	}
}

/* ---- lists ---- */

static gboolean
is_own_key (const char *key)
{
	FairleadIdScheme scheme;
	g_autofree char *name = g_strndup (key, strcspn (key, ":"));

	return !fairlead_id_scheme_from_name (name, &scheme)
	       && !g_str_has_suffix (name, FAIRLEAD_NAME_SCHEME_SUFFIX);
}

/* The scheme of a list that has a number of its own for each of the two, or NULL */
static const char *
find_common_list (const Pair *pair)
{
	FairleadNetwork *network = pair->profiler->network;
	FairleadRows a = fairlead_network_get_entities (network, pair->left->vertex);
	FairleadRows b = fairlead_network_get_entities (network, pair->right->vertex);
	guint n;
	const FairleadEntityRow *rows = fairlead_records_get_entities (records_of (pair), &n);

	for (guint i = 0; i < a.n; i++)
		for (guint j = 0; j < b.n; j++) {
			const char *x =
				fairlead_records_get_text (records_of (pair), rows[a.rows[i]].key);
			const char *y =
				fairlead_records_get_text (records_of (pair), rows[b.rows[j]].key);
			gsize length = strcspn (x, ":");

			if (strncmp (x, y, length + 1) == 0 && is_own_key (x))
				return x;
		}
	return NULL;
}

static void
compare_lists (Pair *pair)
{
	const char *key = find_common_list (pair);

	if (key != NULL)
		tell (pair, "list", count (pair, FAIRLEAD_WEIGHT_ONE_LIST, 1.0),
		      "%.*s numbers them apart", (int) strcspn (key, ":"), key);
}

void
fairlead_profiles_compare (FairleadProfiler *profiler, const FairleadProfile *left,
                           const FairleadProfile *right, FairleadComparison *comparison,
                           GPtrArray *lines)
{
	Pair pair = { profiler, left, right, comparison, lines };

	*comparison = (FairleadComparison){ .left_name = -1, .right_name = -1 };
	compare_names (&pair);
	for (guint scheme = 0; scheme < FAIRLEAD_N_ID_SCHEMES; scheme++)
		compare_scheme (&pair, scheme);
	compare_births (&pair);
	compare_countries (&pair);
	compare_addresses (&pair);
	compare_programmes (&pair);
	compare_built (&pair);
	compare_size (&pair, "gross tonnage", left->gross_tonnage, right->gross_tonnage);
	compare_size (&pair, "deadweight", left->deadweight, right->deadweight);
	compare_lists (&pair);
}
