/* graph/screen/doubts.c */
#include "graph/screen/doubts.h"

#include <string.h>

#include "ingest/grammar/country.h"

static void
add (GString *doubts, const char *text)
{
	if (doubts->len > 0)
		g_string_append (doubts, "; ");
	g_string_append (doubts, text);
}

/* ---- another number of a scheme that names one thing for life ---- */

static void
doubt_numbers (FairleadNetwork *network, const FairleadScreenQuery *query,
               const FairleadFound *found, FairleadIdScheme scheme, GString *doubts)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_identifiers (network, found->vertex);
	guint n;
	const FairleadIdRow *rows = fairlead_records_get_identifiers (records, &n);
	const char *other = NULL;
	g_autofree char *text = NULL;
	char number[64];

	if (query->numbers[scheme] == NULL
	    || !fairlead_identifier_normalise (scheme, query->numbers[scheme], number,
	                                       sizeof number)
	    || !fairlead_identifier_check (scheme, number))
		return;
	for (guint i = 0; i < own.n; i++) {
		const FairleadIdRow *row = &rows[own.rows[i]];

		if (row->scheme != scheme || !row->valid)
			continue;
		other = fairlead_records_get_text (records, row->number);
		if (strcmp (other, number) == 0)
			return;
	}
	if (other == NULL)
		return;
	text = g_strdup_printf ("another %s: %s", fairlead_id_scheme_info (scheme)->title, other);
	add (doubts, text);
}

/* ---- births and countries ---- */

static gboolean
may_be_date (const FairleadPeriod *period, FairleadDate wanted, gboolean is_circa)
{
	const gint32 slack =
		is_circa || (period->flags & FAIRLEAD_PERIOD_START_CIRCA) != 0 ? 366 : 0;

	return (gint64) period->start.first - slack <= wanted.last
	       && (gint64) wanted.first <= (gint64) period->start.last + slack;
}

typedef struct {
	const FairleadScreenQuery *query;
	FairleadDate birth;
	gboolean is_circa;
	const char *code;
} Wanted;

/* TRUE where the attribute speaks of the same; FALSE with @other where of something else */
static gboolean
fits (FairleadRecords *records, const FairleadAttributeRow *row, const Wanted *wanted,
      gboolean of_birth, const char **other)
{
	const char *text = fairlead_records_get_text (records, row->text);
	const guint countries =
		1u << FAIRLEAD_ATTRIBUTE_COUNTRY | 1u << FAIRLEAD_ATTRIBUTE_NATIONALITY
		| 1u << FAIRLEAD_ATTRIBUTE_JURISDICTION | 1u << FAIRLEAD_ATTRIBUTE_FLAG
		| 1u << FAIRLEAD_ATTRIBUTE_FORMER_FLAG;

	if (of_birth ? row->attribute != FAIRLEAD_ATTRIBUTE_BIRTH_DATE
	             : !(1u << row->attribute & countries))
		return FALSE;
	*other = text;
	if (of_birth)
		return may_be_date (fairlead_records_get_period (records, row->period),
		                    wanted->birth, wanted->is_circa);
	return strcmp (text, wanted->code) == 0;
}

static void
doubt_attributes (FairleadNetwork *network, const FairleadFound *found, const Wanted *wanted,
                  gboolean of_birth, GString *doubts)
{
	FairleadRecords *records = fairlead_network_get_records (network);
	FairleadRows own = fairlead_network_get_attributes (network, found->vertex);
	guint n;
	const FairleadAttributeRow *rows = fairlead_records_get_attributes (records, &n);
	const char *other = NULL;
	g_autofree char *text = NULL;

	for (guint i = 0; i < own.n; i++)
		if (fits (records, &rows[own.rows[i]], wanted, of_birth, &other))
			return;
	if (other == NULL)
		return;
	text = g_strdup_printf (of_birth ? "born otherwise: %s" : "another country: %s", other);
	add (doubts, text);
}

void
fairlead_screen_add_doubts (FairleadNetwork *network, const FairleadScreenQuery *query,
                            const FairleadFound *found, GString *doubts)
{
	gboolean by_name = found->by == FAIRLEAD_FOUND_BY_NAME;
	Wanted wanted = { query, FAIRLEAD_DATE_UNKNOWN, FALSE, NULL };

	doubt_numbers (network, query, found, FAIRLEAD_ID_IMO, doubts);
	doubt_numbers (network, query, found, FAIRLEAD_ID_IMO_COMPANY, doubts);
	doubt_numbers (network, query, found, FAIRLEAD_ID_LEI, doubts);
	if (!by_name)
		return;
	if (query->birth_date != NULL
	    && fairlead_date_parse (query->birth_date, FAIRLEAD_DATE_DAY_FIRST, &wanted.birth,
	                            &wanted.is_circa))
		doubt_attributes (network, found, &wanted, TRUE, doubts);
	wanted.code = query->country == NULL ? NULL : fairlead_country_code (query->country);
	if (wanted.code != NULL)
		doubt_attributes (network, found, &wanted, FALSE, doubts);
}
