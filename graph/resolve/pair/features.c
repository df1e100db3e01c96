/* graph/resolve/pair/features.c */
#include "graph/resolve/pair/features-private.h"

#include <math.h>
#include <string.h>

#include "graph/resolve/name/parts.h"
#include "graph/resolve/pair/ship-dates.h"

#define MASS_ADDRESS 20 /* parties at an address that says little */
#define DAYS_NEAR 731   /* births no further apart may be one, given about */

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

double
fairlead_pair_count (FairleadPair *pair, FairleadWeight weight, double factor)
{
	pair->comparison->factors[weight] += factor;
	pair->comparison->log_odds += factor * fairlead_weights[weight];
	return factor * fairlead_weights[weight];
}

void
fairlead_pair_tell (FairleadPair *pair, const char *feature, double weight, const char *format, ...)
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

#define ALIKE_SAME 0.98 /* two names in all but a letter of a long one */

/* What names say, by weight; the rest stays as it is */
static void
fill_name_factors (const FairleadNameMatch *match, FairleadKind kind,
                   double factors[FAIRLEAD_N_WEIGHTS])
{
	gboolean is_person = kind == FAIRLEAD_KIND_PERSON;

	factors[is_person ? FAIRLEAD_WEIGHT_NAME_BASE : FAIRLEAD_WEIGHT_COMPANY_BASE] = 1.0;
	factors[is_person ? FAIRLEAD_WEIGHT_NAME_ALIKE : FAIRLEAD_WEIGHT_COMPANY_ALIKE] =
		alike_factor (match);
	factors[is_person ? FAIRLEAD_WEIGHT_NAME_RARE : FAIRLEAD_WEIGHT_COMPANY_RARE] =
		rare_factor (match);
	factors[FAIRLEAD_WEIGHT_COMPANY_SAME] = !is_person && match->similarity >= ALIKE_SAME;
}

double
fairlead_name_log_odds (const FairleadNameMatch *match, FairleadKind kind)
{
	double factors[FAIRLEAD_N_WEIGHTS] = { 0.0 }, log_odds = 0.0;

	fill_name_factors (match, kind, factors);
	for (guint i = 0; i < FAIRLEAD_WEIGHT_NAME_NONE; i++)
		log_odds += factors[i] * fairlead_weights[i];
	return log_odds;
}

#define FITS 0.9 /* another name that fits this well adds to the first */

/* The best of all pairs of names, and how many names of the left have one as good */
static guint
find_best_names (FairleadPair *pair)
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
			odds = fairlead_name_log_odds (&match, pair->left->kind);
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

/* Ships bear names one after another */
static void
compare_dates_of_names (FairleadPair *pair)
{
	const FairleadNameParts *left = pair->left->names->pdata[pair->comparison->left_name];
	const FairleadNameParts *right = pair->right->names->pdata[pair->comparison->right_name];
	g_autoptr (GArray) a = NULL;
	g_autoptr (GArray) b = NULL;

	if (pair->left->kind != FAIRLEAD_KIND_VESSEL || !pair->comparison->name.is_worth_a_look)
		return;
	a = fairlead_ship_dates_of_name (pair->profiler, pair->left, left->folded);
	b = fairlead_ship_dates_of_name (pair->profiler, pair->right, right->folded);
	if (fairlead_ship_dates_fit (a, b))
		return;
	pair->comparison->is_apart_in_time = TRUE;
	fairlead_pair_tell (pair, "name", 0.0, "they bore it at different times");
}

static void
compare_names (FairleadPair *pair)
{
	FairleadComparison *best = pair->comparison;
	guint n_fitting = find_best_names (pair);
	g_autofree char *words = NULL;
	char alike[G_ASCII_DTOSTR_BUF_SIZE];
	double weight;

	if (best->left_name < 0) {
		fairlead_pair_tell (pair, "name",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_NAME_NONE, 1.0),
		                    "one of them has no name");
		return;
	}
	if (pair->lines != NULL)
		words = fairlead_name_scorer_dup_explanation (
			pair->profiler->scorer, pair->left->names->pdata[best->left_name],
			pair->right->names->pdata[best->right_name]);
	fill_name_factors (&best->name, pair->left->kind, best->factors);
	weight = fairlead_name_log_odds (&best->name, pair->left->kind);
	best->log_odds += weight;
	fairlead_pair_tell (pair, "name", weight, "%s alike, %.0f bits of evidence: %s",
	                    g_ascii_formatd (alike, sizeof alike, "%.2f", best->name.similarity),
	                    best->name.evidence, words != NULL ? words : "");
	compare_dates_of_names (pair);
	if (n_fitting > 1)
		fairlead_pair_tell (pair, "names",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_NAME_MORE,
		                                         MIN (n_fitting - 1, 3)),
		                    "%u more names fit", n_fitting - 1);
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
compare_births (FairleadPair *pair)
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
	fairlead_pair_tell (pair, "birth",
	                    fairlead_pair_count (pair, birth_words[best].weight, 1.0), "%s",
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

/* What a country in common says, and half of it of a ship, who changes her flag to hide */
static double
count_country (FairleadPair *pair, gboolean is_shared)
{
	switch (pair->left->kind) {
	case FAIRLEAD_KIND_PERSON:
		return fairlead_pair_count (
			pair, is_shared ? FAIRLEAD_WEIGHT_COUNTRY : FAIRLEAD_WEIGHT_COUNTRY_OTHER,
			1.0);
	case FAIRLEAD_KIND_VESSEL:
		return fairlead_pair_count (
			pair, is_shared ? FAIRLEAD_WEIGHT_COUNTRY : FAIRLEAD_WEIGHT_COUNTRY_OTHER,
			0.5);
	default:
		return fairlead_pair_count (pair,
		                            is_shared ? FAIRLEAD_WEIGHT_COMPANY_COUNTRY
		                                      : FAIRLEAD_WEIGHT_COMPANY_COUNTRY_OTHER,
		                            1.0);
	}
}

static void
compare_countries (FairleadPair *pair)
{
	const GArray *a = pair->left->countries, *b = pair->right->countries;
	guint32 code;

	if (a->len == 0 || b->len == 0)
		return;
	if (find_shared (a, b, &code))
		fairlead_pair_tell (pair, "country", count_country (pair, TRUE), "both %c%c",
		                    (char) (code >> 8), (char) code);
	else
		fairlead_pair_tell (pair, "country", count_country (pair, FALSE), "none in common");
}

static void
compare_addresses (FairleadPair *pair)
{
	guint32 place, n_parties;
	FairleadProfiler *profiler = pair->profiler;

	if (!find_shared (pair->left->addresses, pair->right->addresses, &place))
		return;
	n_parties = profiler->n_at[place];
	fairlead_pair_tell (pair, "address",
	                    fairlead_pair_count (pair,
	                                         n_parties > MASS_ADDRESS
	                                                 ? FAIRLEAD_WEIGHT_ADDRESS_MASS
	                                                 : FAIRLEAD_WEIGHT_ADDRESS,
	                                         1.0),
	                    "both at %s, with %u parties",
	                    fairlead_network_get_name (profiler->network, place), n_parties);
}

static const char *
find_common_regime (const FairleadPair *pair)
{
	for (guint i = 0; i < pair->left->regimes->len; i++)
		for (guint j = 0; j < pair->right->regimes->len; j++)
			if (strcmp (pair->left->regimes->pdata[i], pair->right->regimes->pdata[j])
			    == 0)
				return pair->left->regimes->pdata[i];
	return NULL;
}

/* Lists that name a party mostly do so for one reason */
static void
compare_regimes (FairleadPair *pair)
{
	const char *regime = find_common_regime (pair);

	if (pair->left->regimes->len == 0 || pair->right->regimes->len == 0)
		return;
	if (regime != NULL)
		fairlead_pair_tell (pair, "regime",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_REGIME, 1.0),
		                    "both listed for %s", regime);
	else
		fairlead_pair_tell (pair, "regime",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_REGIME_OTHER, 1.0),
		                    "listed for other reasons");
}

static void
compare_built (FairleadPair *pair)
{
	gint a = pair->left->built, b = pair->right->built;

	if (a == 0 || b == 0)
		return;
	if (a == b) {
		fairlead_pair_tell (pair, "built",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_BUILT, 1.0),
		                    "both built in %d", a);
		pair->comparison->n_marks++;
	} else if (ABS (a - b) > 1) {
		fairlead_pair_tell (pair, "built",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_BUILT_OTHER, 1.0),
		                    "built in %d and %d", a, b);
	}
}

static void
compare_size (FairleadPair *pair, const char *title, double a, double b)
{
	double apart = a > 0.0 && b > 0.0 ? fabs (a - b) / MAX (a, b) : -1.0;

	if (apart < 0.0)
		return;
	if (apart <= 0.02) {
		fairlead_pair_tell (pair, title,
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_TONNAGE, 1.0),
		                    "%.0f and %.0f", a, b);
		pair->comparison->n_marks++;
	} else if (apart > 0.15) {
		fairlead_pair_tell (pair, title,
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_TONNAGE_OTHER, 1.0),
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
find_common_list (const FairleadPair *pair)
{
	FairleadNetwork *network = pair->profiler->network;
	FairleadRows a = fairlead_network_get_entities (network, pair->left->vertex);
	FairleadRows b = fairlead_network_get_entities (network, pair->right->vertex);
	guint n;
	const FairleadEntityRow *rows =
		fairlead_records_get_entities (fairlead_pair_records (pair), &n);

	for (guint i = 0; i < a.n; i++)
		for (guint j = 0; j < b.n; j++) {
			const char *x = fairlead_records_get_text (fairlead_pair_records (pair),
			                                           rows[a.rows[i]].key);
			const char *y = fairlead_records_get_text (fairlead_pair_records (pair),
			                                           rows[b.rows[j]].key);
			gsize length = strcspn (x, ":");

			if (strncmp (x, y, length + 1) == 0 && is_own_key (x))
				return x;
		}
	return NULL;
}

static void
compare_lists (FairleadPair *pair)
{
	const char *key = find_common_list (pair);

	if (key != NULL)
		fairlead_pair_tell (pair, "list",
		                    fairlead_pair_count (pair, FAIRLEAD_WEIGHT_ONE_LIST, 1.0),
		                    "%.*s numbers them apart", (int) strcspn (key, ":"), key);
}

void
fairlead_profiles_compare (FairleadProfiler *profiler, const FairleadProfile *left,
                           const FairleadProfile *right, FairleadComparison *comparison,
                           GPtrArray *lines)
{
	FairleadPair pair = { profiler, left, right, comparison, lines };

	*comparison = (FairleadComparison){ .left_name = -1, .right_name = -1 };
	compare_names (&pair);
	fairlead_pair_compare_numbers (&pair);
	compare_births (&pair);
	compare_countries (&pair);
	compare_addresses (&pair);
	compare_regimes (&pair);
	compare_built (&pair);
	compare_size (&pair, "gross tonnage", left->gross_tonnage, right->gross_tonnage);
	compare_size (&pair, "deadweight", left->deadweight, right->deadweight);
	compare_lists (&pair);
}
