/* graph/maritime/hulls.c */
#include "graph/maritime/hulls.h"

#include <math.h>
#include <stdlib.h>

static gint
year_of (FairleadDate date)
{
	gint first = 0, last = 0, month, day;

	if (date.first == FAIRLEAD_DAY_OPEN_PAST || date.last == FAIRLEAD_DAY_OPEN_FUTURE)
		return 0;
	fairlead_day_to_ymd (date.first, &first, &month, &day);
	fairlead_day_to_ymd (date.last, &last, &month, &day);
	return first == last ? first : 0;
}

/* `6,912`, `6912 t`; 0 for what is no number above 0 */
static double
number_of (const char *text)
{
	g_autofree char *plain = g_strdup (text);
	char *to = plain;
	double value;

	for (const char *from = text; *from != '\0'; from++)
		if (*from != ',')
			*to++ = *from;
	*to = '\0';
	value = g_ascii_strtod (plain, NULL);
	return isfinite (value) && value > 0.0 ? value : 0.0;
}

static void
take (FairleadHull *self, FairleadRecords *records, const FairleadAttributeRow *row)
{
	const char *text = fairlead_records_get_text (records, row->text);

	if (row->attribute == FAIRLEAD_ATTRIBUTE_YEAR_BUILT && self->year == 0)
		self->year = year_of (fairlead_records_get_period (records, row->period)->start);
	else if (row->attribute == FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE && self->gross <= 0.0)
		self->gross = number_of (text);
	else if (row->attribute == FAIRLEAD_ATTRIBUTE_DEADWEIGHT && self->deadweight <= 0.0)
		self->deadweight = number_of (text);
}

void
fairlead_hull_init (FairleadHull *self, FairleadNetwork *network, FairleadVertex ship)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_attributes (network, ship);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);

	*self = (FairleadHull){ ship, 0, 0.0, 0.0 };
	for (guint i = 0; i < own.n; i++)
		take (self, records, &rows[own.rows[i]]);
}

static gint
compare_hulls (gconstpointer a, gconstpointer b)
{
	const FairleadHull *first = a, *second = b;

	if (first->year != second->year)
		return first->year < second->year ? -1 : 1;
	if (first->gross < second->gross || first->gross > second->gross)
		return first->gross < second->gross ? -1 : 1;
	return first->ship < second->ship ? -1 : first->ship > second->ship;
}

GArray *
fairlead_hulls_new (FairleadNetwork *network)
{
	GArray *hulls = g_array_new (FALSE, FALSE, sizeof (FairleadHull));
	guint32 n = fairlead_network_get_n_vertices (network);

	for (FairleadVertex vertex = 0; vertex < n; vertex++) {
		FairleadHull hull;

		if (fairlead_network_get_kind (network, vertex) != FAIRLEAD_KIND_VESSEL)
			continue;
		fairlead_hull_init (&hull, network, vertex);
		if (hull.year != 0 && hull.gross > 0.0 && hull.deadweight > 0.0)
			g_array_append_val (hulls, hull);
	}
	g_array_sort (hulls, compare_hulls);
	return hulls;
}

static gboolean
are_near (double a, double b, double tolerance)
{
	return fabs (a - b) <= tolerance * MAX (a, b);
}

gboolean
fairlead_hulls_are_alike (const FairleadHull *a, const FairleadHull *b, double tolerance)
{
	return a->year == b->year && are_near (a->gross, b->gross, tolerance)
	       && are_near (a->deadweight, b->deadweight, tolerance);
}

/* ---- numbers ---- */

/* From about when such numbers were given out: a judgement, for nobody publishes the series. Until
 * 1991-92 the first two digits told the year of the order or the build (Lloyd's Register
 * Foundation, Infosheet 45); since then numbers follow each other as they are asked for. The years
 * are early to be safe: of some 290 container ships in a copy of Equasis of 2019, none was built
 * less than two years after them. The few below 2000000 were given to yachts long before they were
 * given to ships. */
static const struct {
	gint number;
	gint year;
} series[] = {
	{ 9900000, 2017 }, { 9800000, 2014 }, { 9700000, 2011 }, { 9600000, 2009 },
	{ 9500000, 2006 }, { 9400000, 2005 }, { 9300000, 2002 }, { 9200000, 1997 },
	{ 9100000, 1992 }, { 9000000, 1988 },
};

gint
fairlead_imo_ship_first_year (const char *number)
{
	gint value = atoi (number);

	for (guint i = 0; i < G_N_ELEMENTS (series); i++)
		if (value >= series[i].number)
			return series[i].year;
	return 0;
}
