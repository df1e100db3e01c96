/* ingest/record/records-facts.c: the facts of entities, and the few rules that every reader shares
 *
 * What a reader adds is work in two parts. The first copies it; the second, which normalises,
 * checks and keeps it, is most of the cost of a large load, and runs on a second thread beside the
 * reader. It sees the facts alone, in the order of adding, so that one thread or two make the same
 * tables. */
#include <string.h>

#include "ingest/grammar/country.h"
#include "ingest/grammar/name.h"
#include "ingest/record/records-private.h"

/* Texts that are short repeat themselves (a status, a legal form); longer ones seldom do */
#define SHORT_TEXT 32

gpointer
fairlead_records_add_work (FairleadRecords *self, FairleadWork work, gsize size)
{
	self->is_unsettled = TRUE;
	return fairlead_work_queue_add (self->work, work, size);
}

static FairleadText
intern (FairleadFacts *facts, const char *text)
{
	return fairlead_strings_intern (facts->strings, text, strlen (text));
}

/* ---- issues ---- */

static void
append_issue (FairleadFacts *facts, const FairleadIssueRow *row)
{
	g_array_append_vals (facts->issues, row, 1);
	g_atomic_int_inc (&facts->n_issues);
}

static void
keep_issue (gpointer worker, gconstpointer argument)
{
	append_issue (worker, argument);
}

guint
fairlead_records_count_issues (FairleadRecords *self)
{
	return (guint) g_atomic_int_get (&self->facts.n_issues);
}

void
fairlead_records_add_issue (FairleadRecords *self, FairleadIssueTag tag, FairleadSource source,
                            const char *format, ...)
{
	g_autofree char *text = NULL;
	FairleadIssueRow *row = fairlead_records_add_work (self, keep_issue, sizeof *row);
	va_list arguments;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	*row = (FairleadIssueRow){
		.tag = (guint8) tag,
		.source = source,
		.text = fairlead_strings_add (self->strings, text, strlen (text)),
	};
}

/* What only the second part of the work finds */
G_GNUC_PRINTF (4, 5)
static void
report (FairleadFacts *facts, FairleadIssueTag tag, FairleadSource source, const char *format, ...)
{
	g_autofree char *text = NULL;
	FairleadIssueRow row = { .tag = (guint8) tag, .source = source };
	va_list arguments;

	va_start (arguments, format);
	text = g_strdup_vprintf (format, arguments);
	va_end (arguments);
	row.text = fairlead_strings_add (facts->strings, text, strlen (text));
	append_issue (facts, &row);
}

/* ---- names ---- */

typedef struct {
	FairleadNameRow row;
	guint32 length;
	char text[];
} NameWork;

static void
keep_name (gpointer worker, gconstpointer argument)
{
	FairleadFacts *facts = worker;
	const NameWork *work = argument;
	FairleadNameRow row = work->row;

	if (fairlead_name_is_placeholder (work->text))
		return;
	row.text = fairlead_strings_add (facts->strings, work->text, work->length);
	g_array_append_val (facts->names, row);
}

void
fairlead_records_add_name (FairleadRecords *self, FairleadEntity entity, const char *text,
                           FairleadNameType type, gboolean weak, FairleadSource source)
{
	gsize length = text == NULL ? 0 : strlen (text);
	NameWork *work;

	if (length == 0)
		return;
	work = fairlead_records_add_work (self, keep_name, sizeof *work + length + 1);
	work->row = (FairleadNameRow){
		.entity = entity, .type = (guint8) type, .weak = weak != FALSE, .source = source
	};
	work->length = (guint32) length;
	memcpy (work->text, text, length + 1);
}

/* ---- identifiers ---- */

typedef struct {
	FairleadIdRow row;
	char number[];
} IdentifierWork;

static void
keep_identifier (gpointer worker, gconstpointer argument)
{
	FairleadFacts *facts = worker;
	const char *number = ((const IdentifierWork *) argument)->number;
	FairleadIdRow row = ((const IdentifierWork *) argument)->row;
	const char *title = fairlead_id_scheme_info (row.scheme)->title;
	char normal[128];

	if (fairlead_identifier_normalise (row.scheme, number, normal, sizeof normal)) {
		row.valid = fairlead_identifier_check (row.scheme, normal);
		if (!row.valid)
			report (facts, FAIRLEAD_ISSUE_BAD_CHECK_DIGIT, row.source, "%s %s", title,
			        normal);
		number = normal;
	} else if (fairlead_name_is_placeholder (number)
	           || fairlead_identifier_is_placeholder (row.scheme, number)) {
		report (facts, FAIRLEAD_ISSUE_PLACEHOLDER, row.source, "%s \"%s\"", title, number);
		return;
	} else {
		report (facts, FAIRLEAD_ISSUE_BAD_IDENTIFIER, row.source, "%s \"%s\"", title,
		        number);
	}
	row.number = fairlead_strings_add (facts->strings, number, strlen (number));
	g_array_append_val (facts->identifiers, row);
}

void
fairlead_records_add_identifier (FairleadRecords *self, FairleadEntity entity,
                                 FairleadIdScheme scheme, const char *number, const char *issuer,
                                 FairleadSource source)
{
	gsize length = number == NULL ? 0 : strlen (number);
	IdentifierWork *work;

	if (length == 0)
		return;
	work = fairlead_records_add_work (self, keep_identifier, sizeof *work + length + 1);
	work->row = (FairleadIdRow){
		.entity = entity,
		.scheme = (guint8) scheme,
		.issuer = fairlead_records_intern (self, issuer),
		.source = source,
	};
	memcpy (work->number, number, length + 1);
}

/* ---- attributes ---- */

typedef struct {
	FairleadAttributeRow row;
	FairleadPeriod period;
	guint32 length;
	char text[];
} AttributeWork;

static void
read_country (FairleadFacts *facts, FairleadAttributeRow *row, const FairleadPeriod *period,
              const char *text, gsize length)
{
	FairleadText written = fairlead_strings_intern (facts->strings, text, length);
	FairleadKnownCountry *known = &facts->countries[written % G_N_ELEMENTS (facts->countries)];

	row->period = fairlead_period_table_add (&facts->periods, period);
	if (known->written != written) {
		const char *code = fairlead_country_code (text);

		known->written = written;
		known->code = code == NULL ? 0 : intern (facts, code);
	}
	row->text = known->code != 0 ? known->code : written;
	if (known->code == 0)
		report (facts, FAIRLEAD_ISSUE_UNKNOWN_COUNTRY, row->source, "\"%s\"", text);
}

/* FALSE, with an issue, where the text is no date */
static gboolean
parse_start (FairleadFacts *facts, const FairleadAttributeRow *row, FairleadPeriod *period,
             const char *text)
{
	gboolean circa = FALSE;

	if (!fairlead_date_parse (text, FAIRLEAD_DATE_DAY_FIRST, &period->start, &circa)) {
		report (facts, FAIRLEAD_ISSUE_BAD_DATE, row->source, "\"%s\"", text);
		return FALSE;
	}
	if (circa)
		period->flags |= FAIRLEAD_PERIOD_START_CIRCA;
	return TRUE;
}

/* A reader that knows the days gives them */
static void
read_date (FairleadFacts *facts, FairleadAttributeRow *row, const FairleadPeriod *given,
           const char *text, gsize length)
{
	FairleadText written = fairlead_strings_intern (facts->strings, text, length);
	FairleadKnownDay *known = &facts->days[written % G_N_ELEMENTS (facts->days)];
	gboolean is_bare = fairlead_period_equal (given, &FAIRLEAD_PERIOD_UNKNOWN);
	FairleadPeriod period = *given;
	gboolean is_known = FALSE;

	row->text = written;
	if (is_bare && known->written == written && written != 0) {
		row->period = known->period;
		return;
	}
	if (fairlead_date_is_unknown (period.start))
		is_known = parse_start (facts, row, &period, text) && is_bare;
	row->period = fairlead_period_table_add (&facts->periods, &period);
	if (is_known)
		*known = (FairleadKnownDay){ written, row->period };
}

/* `8310`, `8,310`, `27.5`; nothing behind it, for `8 tons` and `8 knots` are not 8 */
static gboolean
is_number (const char *text)
{
	g_auto (GStrv) groups = g_strsplit (text, ",", -1);
	g_autofree char *digits = NULL;
	char *end = NULL;

	for (guint i = 1; groups[0] != NULL && groups[i] != NULL; i++)
		if (strspn (groups[i], "0123456789") != 3 || strlen (groups[i - 1]) > 3)
			return FALSE;
	digits = g_strjoinv ("", groups);
	g_strstrip (digits);
	if (strspn (digits, "+-.0123456789") != strlen (digits))
		return FALSE;
	g_ascii_strtod (digits, &end);
	return end != digits && *end == '\0';
}

static void
read_number (FairleadFacts *facts, FairleadAttributeRow *row, const FairleadPeriod *period,
             const char *text, gsize length)
{
	row->period = fairlead_period_table_add (&facts->periods, period);
	row->text = fairlead_strings_intern (facts->strings, text, length);
	if (!is_number (text))
		report (facts, FAIRLEAD_ISSUE_BAD_NUMBER, row->source, "\"%s\"", text);
}

static void
read_text (FairleadFacts *facts, FairleadAttributeRow *row, const FairleadPeriod *period,
           const char *text, gsize length)
{
	row->period = fairlead_period_table_add (&facts->periods, period);
	row->text = length > SHORT_TEXT ? fairlead_strings_add (facts->strings, text, length)
	                                : fairlead_strings_intern (facts->strings, text, length);
}

static void
keep_attribute (gpointer worker, gconstpointer argument)
{
	static void (*const read_value[]) (FairleadFacts *, FairleadAttributeRow *,
	                                   const FairleadPeriod *, const char *, gsize) = {
		[FAIRLEAD_TYPE_TEXT] = read_text,
		[FAIRLEAD_TYPE_COUNTRY] = read_country,
		[FAIRLEAD_TYPE_DATE] = read_date,
		[FAIRLEAD_TYPE_NUMBER] = read_number,
	};
	FairleadFacts *facts = worker;
	const AttributeWork *work = argument;
	FairleadAttributeRow row = work->row;

	read_value[fairlead_attribute_info (row.attribute)->type](facts, &row, &work->period,
	                                                          work->text, work->length);
	g_array_append_val (facts->attributes, row);
}

void
fairlead_records_add_attribute (FairleadRecords *self, FairleadEntity entity,
                                FairleadAttribute attribute, const char *text,
                                const FairleadPeriod *period, FairleadSource source)
{
	gsize length = text == NULL ? 0 : strlen (text);
	AttributeWork *work;

	if (length == 0)
		return;
	work = fairlead_records_add_work (self, keep_attribute, sizeof *work + length + 1);
	work->row = (FairleadAttributeRow){ .entity = entity,
		                            .attribute = (guint8) attribute,
		                            .source = source };
	work->period = period != NULL ? *period : FAIRLEAD_PERIOD_UNKNOWN;
	work->length = (guint32) length;
	memcpy (work->text, text, length + 1);
}

/* ---- links ---- */

FairleadLinkRow
fairlead_link_row (FairleadEntity from, FairleadLinkKind kind, FairleadEntity to,
                   FairleadSource source)
{
	return (FairleadLinkRow){
		.from = from,
		.to = to,
		.kind = (guint8) kind,
		.share = FAIRLEAD_SHARE_UNKNOWN,
		.period = FAIRLEAD_PERIOD_UNKNOWN,
		.confidence = 1.0f,
		.source = source,
	};
}

static void
keep_link (gpointer worker, gconstpointer argument)
{
	FairleadFacts *facts = worker;
	const FairleadLinkRow *link = argument;
	FairleadLinkFact fact = {
		.from = link->from,
		.to = link->to,
		.share = link->share,
		.confidence = link->confidence,
		.period = fairlead_period_table_add (&facts->periods, &link->period),
		.note = link->note,
		.source = link->source,
		.kind = link->kind,
	};

	g_array_append_val (facts->links, fact);
}

static const char *
get_key (FairleadRecords *self, FairleadEntity entity)
{
	return fairlead_strings_get (self->strings,
	                             g_array_index (self->entities, FairleadEntityRow, entity).key);
}

void
fairlead_records_add_link (FairleadRecords *self, const FairleadLinkRow *link)
{
	FairleadLinkRow *work;

	if (link->from == FAIRLEAD_NO_ENTITY || link->to == FAIRLEAD_NO_ENTITY)
		return;
	if (link->from == link->to)
		fairlead_records_add_issue (self, FAIRLEAD_ISSUE_SELF_LINK, link->source, "%s",
		                            get_key (self, link->from));
	work = fairlead_records_add_work (self, keep_link, sizeof *work);
	*work = *link;
}

/* ---- designations ---- */

typedef struct {
	FairleadDesignationRow row;
	gboolean has_period;
	FairleadPeriod period;
} DesignationWork;

static void
keep_designation (gpointer worker, gconstpointer argument)
{
	FairleadFacts *facts = worker;
	const DesignationWork *work = argument;
	FairleadDesignationRow row = work->row;

	if (work->has_period)
		row.period = fairlead_period_table_add (&facts->periods, &work->period);
	g_array_append_val (facts->designations, row);
}

void
fairlead_records_add_designation (FairleadRecords *self, FairleadEntity entity, const char *list,
                                  const char *programme, const char *basis,
                                  const FairleadPeriod *period, FairleadSource source)
{
	DesignationWork *work = fairlead_records_add_work (self, keep_designation, sizeof *work);

	*work = (DesignationWork){
		.row = {
			.entity = entity,
			.list = fairlead_records_intern (self, list),
			.programme = fairlead_records_intern (self, programme),
			.basis = fairlead_records_intern (self, basis),
			.source = source,
		},
		.has_period = period != NULL,
	};
	if (period != NULL)
		work->period = *period;
}

/* ---- the tables ---- */

void
fairlead_facts_init (FairleadFacts *self, FairleadStrings *strings)
{
	self->strings = strings;
	fairlead_period_table_init (&self->periods);
	self->names = g_array_new (FALSE, FALSE, sizeof (FairleadNameRow));
	self->identifiers = g_array_new (FALSE, FALSE, sizeof (FairleadIdRow));
	self->attributes = g_array_new (FALSE, FALSE, sizeof (FairleadAttributeRow));
	self->links = g_array_new (FALSE, FALSE, sizeof (FairleadLinkFact));
	self->designations = g_array_new (FALSE, FALSE, sizeof (FairleadDesignationRow));
	self->events = g_array_new (FALSE, FALSE, sizeof (FairleadEventRow));
	self->issues = g_array_new (FALSE, FALSE, sizeof (FairleadIssueRow));
}

void
fairlead_facts_clear (FairleadFacts *self)
{
	GArray *tables[] = { self->names,        self->identifiers, self->attributes, self->links,
		             self->designations, self->events,      self->issues };

	for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
		g_array_unref (tables[i]);
	fairlead_period_table_clear (&self->periods);
	fairlead_strings_free (self->strings);
}
