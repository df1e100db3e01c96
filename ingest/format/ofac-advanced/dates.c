/* ingest/format/ofac-advanced/dates.c: dates and periods, as intervals of days
 *
 * A DatePeriod has a Start and an End, and each lies From one day To another. A birth in 1962 is
 * written as a Start of 1 January and an End of 31 December. The Fixed attributes repeat what the
 * days say (false for year-only and for exact dates alike in the published files), so only the days
 * are read. */
#include "ingest/format/ofac-advanced/advanced.h"

enum { SIDE_START, SIDE_END };
enum { POINT_YEAR, POINT_MONTH, POINT_DAY };

void
fairlead_advanced_clear_dates (Advanced *self)
{
	self->dates = (AdvancedDates){
		.boundary = { FAIRLEAD_DATE_UNKNOWN, FAIRLEAD_DATE_UNKNOWN },
		.day = FAIRLEAD_DATE_UNKNOWN,
	};
}

static gint32
last_day_of_month (gint year, gint month)
{
	gint32 number = 0;

	for (gint day = 31; day >= 28; day--)
		if (fairlead_day_from_ymd (year, month, day, &number))
			break;
	return number;
}

/* The days that a point allows; a month or day of 0 stands for one that is not known */
static gboolean
days_of_point (const gint point[3], FairleadDate *days)
{
	gint first_month = point[POINT_MONTH] == 0 ? 1 : point[POINT_MONTH];
	gint last_month = point[POINT_MONTH] == 0 ? 12 : point[POINT_MONTH];
	FairleadDate found;

	if (point[POINT_YEAR] == 0)
		return FALSE;
	if (point[POINT_DAY] != 0) {
		if (!fairlead_day_from_ymd (point[POINT_YEAR], point[POINT_MONTH], point[POINT_DAY],
		                            &found.first))
			return FALSE;
		found.last = found.first;
	} else {
		if (!fairlead_day_from_ymd (point[POINT_YEAR], first_month, 1, &found.first))
			return FALSE;
		found.last = last_day_of_month (point[POINT_YEAR], last_month);
	}
	*days = found;
	return TRUE;
}

/* An element without any number says nothing, rather than something wrong */
static gboolean
is_empty (const gint point[3])
{
	return point[POINT_YEAR] == 0 && point[POINT_MONTH] == 0 && point[POINT_DAY] == 0;
}

/* Once for a DatePeriod, which repeats its days */
static void
report_date (Advanced *self, guint64 line)
{
	const gint *point = self->dates.point;

	if (self->dates.is_bad)
		return;
	self->dates.is_bad = TRUE;
	fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_BAD_DATE,
	                            fairlead_advanced_source (self, line), "%d-%d-%d",
	                            point[POINT_YEAR], point[POINT_MONTH], point[POINT_DAY]);
}

/* ---- elements ---- */

/* Of whatever has a CalendarTypeID */
static void
start_dates (Advanced *self, const FairleadXmlElement *element)
{
	guint64 line = fairlead_xml_element_get_line (element);
	guint32 calendar = fairlead_advanced_id (element, "CalendarTypeID");
	const AdvancedValue *value =
		fairlead_advanced_value (self, ADVANCED_CALENDAR, calendar, line);

	fairlead_advanced_clear_dates (self);
	self->dates.line = line;
	if (value->text == NULL || value->word != NULL)
		return;
	self->dates.other_calendar = TRUE;
	fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_BAD_DATE,
	                            fairlead_advanced_source (self, line),
	                            "a date of the calendar \"%s\" was not read", value->text);
}

static void
start_side (Advanced *self, const FairleadXmlElement *element, guint side, guint circa)
{
	self->dates.side = side;
	self->dates.present[side] = !self->dates.other_calendar;
	if (fairlead_advanced_flag (element, "Approximate"))
		self->dates.flags |= circa;
}

static void
start_start (Advanced *self, const FairleadXmlElement *element)
{
	start_side (self, element, SIDE_START, FAIRLEAD_PERIOD_START_CIRCA);
}

static void
start_end (Advanced *self, const FairleadXmlElement *element)
{
	start_side (self, element, SIDE_END, FAIRLEAD_PERIOD_END_CIRCA);
}

static void
end_side (Advanced *self, const char *text, guint64 line)
{
	FairleadDate *boundary = &self->dates.boundary[self->dates.side];

	(void) text;
	if (boundary->first <= boundary->last)
		return;
	fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_BAD_DATE,
	                            fairlead_advanced_source (self, line), "To is before From");
	*boundary = FAIRLEAD_DATE_UNKNOWN;
}

static void
start_point (Advanced *self, const FairleadXmlElement *element)
{
	(void) element;
	for (guint i = 0; i < G_N_ELEMENTS (self->dates.point); i++)
		self->dates.point[i] = 0;
}

/* The days of the point that ended; an impossible one is an issue and leaves them open */
static FairleadDate
read_point (Advanced *self, guint64 line)
{
	FairleadDate days = FAIRLEAD_DATE_UNKNOWN;

	if (self->dates.other_calendar || is_empty (self->dates.point))
		return days;
	if (!days_of_point (self->dates.point, &days))
		report_date (self, line);
	return days;
}

static void
end_from (Advanced *self, const char *text, guint64 line)
{
	(void) text;
	self->dates.boundary[self->dates.side].first = read_point (self, line).first;
}

static void
end_to (Advanced *self, const char *text, guint64 line)
{
	(void) text;
	self->dates.boundary[self->dates.side].last = read_point (self, line).last;
}

static void
end_day (Advanced *self, const char *text, guint64 line)
{
	(void) text;
	self->dates.day = read_point (self, line);
}

static void
end_number (Advanced *self, const char *text, guint which)
{
	guint64 number;

	if (*text == '\0')
		return;
	/* What is no number can be no date, and shows as one that does not exist */
	self->dates.point[which] =
		g_ascii_string_to_unsigned (text, 10, 0, 9999, &number, NULL) ? (gint) number : -1;
}

static void
end_year (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	end_number (self, text, POINT_YEAR);
}

static void
end_month (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	end_number (self, text, POINT_MONTH);
}

static void
end_day_number (Advanced *self, const char *text, guint64 line)
{
	(void) line;
	end_number (self, text, POINT_DAY);
}

static void
end_issue_date (Advanced *self, const char *text, guint64 line)
{
	g_autofree char *issued = NULL;
	FairleadText handle;
	guint n_files;

	end_day (self, text, line);
	issued = fairlead_date_dup_text (self->dates.day);
	handle = fairlead_records_intern (self->reading->records, issued);
	fairlead_records_get_files (self->reading->records, &n_files)[self->reading->file].issued =
		handle;
}

static void
end_comment (Advanced *self, const char *text, guint64 line)
{
	if (*text != '\0')
		fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_BAD_DATE,
		                            fairlead_advanced_source (self, line),
		                            "a comment on a date was not read: \"%s\"", text);
}

/* ---- what was read ---- */

const FairleadPeriod *
fairlead_advanced_period (Advanced *self, FairleadPeriod *period)
{
	if (!self->dates.present[SIDE_START] && !self->dates.present[SIDE_END])
		return NULL;
	period->start = self->dates.boundary[SIDE_START];
	period->end = self->dates.boundary[SIDE_END];
	period->flags = self->dates.flags;
	return period;
}

FairleadPeriod
fairlead_advanced_date (Advanced *self)
{
	const FairleadDate *boundary = self->dates.boundary;
	FairleadPeriod date = FAIRLEAD_PERIOD_UNKNOWN;

	if (self->dates.present[SIDE_START])
		date.start = boundary[SIDE_START];
	if (self->dates.present[SIDE_END])
		date.start.last = boundary[SIDE_END].last;
	if (self->dates.flags != 0)
		date.flags = FAIRLEAD_PERIOD_START_CIRCA;
	if (date.start.first <= date.start.last)
		return date;
	fairlead_records_add_issue (self->reading->records, FAIRLEAD_ISSUE_BAD_DATE,
	                            fairlead_advanced_source (self, self->dates.line),
	                            "End is before Start");
	return FAIRLEAD_PERIOD_UNKNOWN;
}

char *
fairlead_advanced_date_text (const FairleadPeriod *date)
{
	g_autofree char *text = fairlead_date_dup_text (date->start);

	if (text != NULL && date->flags & FAIRLEAD_PERIOD_START_CIRCA)
		return g_strconcat ("circa ", text, NULL);
	return g_steal_pointer (&text);
}

static const AdvancedStep steps[] = {
	/* Its calendar is defined after it */
	{ ADVANCED_AT_ROOT, "DateOfIssue", ADVANCED_AT_POINT, start_point, end_issue_date },
	{ ADVANCED_AT_EVENT, "Date", ADVANCED_AT_POINT, start_dates, end_day },
	{ ADVANCED_AT_ALIAS, "DatePeriod", ADVANCED_AT_DATES, start_dates, NULL },
	{ ADVANCED_AT_DOCUMENT_DATE, "DatePeriod", ADVANCED_AT_DATES, start_dates, NULL },
	{ ADVANCED_AT_VERSION, "DatePeriod", ADVANCED_AT_DATES, start_dates, NULL },
	{ ADVANCED_AT_RELATION, "DatePeriod", ADVANCED_AT_DATES, start_dates, NULL },
	{ ADVANCED_AT_MEASURE, "DatePeriod", ADVANCED_AT_DATES, start_dates, NULL },
	{ ADVANCED_AT_DATES, "Start", ADVANCED_AT_BOUNDARY, start_start, end_side },
	{ ADVANCED_AT_DATES, "End", ADVANCED_AT_BOUNDARY, start_end, end_side },
	{ ADVANCED_AT_DATES, "Comment", ADVANCED_AT_TEXT, NULL, end_comment },
	{ ADVANCED_AT_DATES, "DurationMinimum", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_DATES, "DurationMaximum", ADVANCED_AT_PASSED, NULL, NULL },
	{ ADVANCED_AT_BOUNDARY, "From", ADVANCED_AT_POINT, start_point, end_from },
	{ ADVANCED_AT_BOUNDARY, "To", ADVANCED_AT_POINT, start_point, end_to },
	{ ADVANCED_AT_POINT, "Year", ADVANCED_AT_TEXT, NULL, end_year },
	{ ADVANCED_AT_POINT, "Month", ADVANCED_AT_TEXT, NULL, end_month },
	{ ADVANCED_AT_POINT, "Day", ADVANCED_AT_TEXT, NULL, end_day_number },
};

const AdvancedModule fairlead_advanced_dates = { steps, G_N_ELEMENTS (steps), NULL, NULL };
