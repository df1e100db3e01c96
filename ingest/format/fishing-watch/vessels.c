/* ingest/format/fishing-watch/vessels.c: who the vessels are, and what both readers share
 *
 * Not read: measures of activity, and what was inferred of a vessel beside what it says itself. */
#include "ingest/format/fishing-watch/fishing-watch.h"

/* ---- shared ---- */

gpointer
fairlead_fishing_watch_begin (const FairleadFormat *format)
{
	(void) format;
	return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
fairlead_fishing_watch_end (gpointer told)
{
	g_hash_table_unref (told);
}

gboolean
fairlead_fishing_watch_is_new (GHashTable *told, char *text)
{
	return g_hash_table_add (told, text);
}

/* A number that cannot be an MMSI is still what the source calls the vessel */
static FairleadEntity
describe (FairleadRecords *records, const FishingWatchVessel *vessel, FairleadSource source)
{
	char mmsi[64];
	gboolean has_mmsi =
		fairlead_identifier_normalise (FAIRLEAD_ID_MMSI, vessel->mmsi, mmsi, sizeof mmsi);
	const char *other = *vessel->id != '\0' ? vessel->id : vessel->mmsi;

	return fairlead_records_describe (records, has_mmsi ? "mmsi" : FISHING_WATCH_SCHEME,
	                                  has_mmsi ? mmsi : other, FAIRLEAD_KIND_VESSEL, source);
}

FairleadEntity
fairlead_fishing_watch_vessel (FairleadRecords *records, GHashTable *told,
                               const FishingWatchVessel *vessel, FairleadSource source)
{
	FairleadEntity entity;

	if (*vessel->mmsi == '\0' && *vessel->id == '\0')
		return FAIRLEAD_NO_ENTITY;
	entity = describe (records, vessel, source);
	if (!fairlead_fishing_watch_is_new (
		    told, g_strdup_printf ("%u\t%s\t%s\t%s\t%s\t%s", entity, vessel->mmsi,
	                                   vessel->id, vessel->name, vessel->flag, vessel->type)))
		return entity;
	fairlead_records_add_name (records, entity, vessel->name, FAIRLEAD_NAME_PRIMARY, FALSE,
	                           source);
	fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_MMSI, vessel->mmsi, NULL,
	                                 source);
	fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_LIST, vessel->id,
	                                 FISHING_WATCH_SCHEME, source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_FLAG, vessel->flag,
	                                NULL, source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_VESSEL_TYPE,
	                                vessel->type, NULL, source);
	return entity;
}

gboolean
fairlead_fishing_watch_has (const FairleadSample *sample, const FishingWatchColumn *columns,
                            guint n_columns, guint field)
{
	for (guint i = 0; i < n_columns; i++)
		if (columns[i].field == field
		    && fairlead_sample_has_column (sample, columns[i].column))
			return TRUE;
	return FALSE;
}

void
fairlead_fishing_watch_pick (const FairleadCsvTableRow *row, const FishingWatchColumn *columns,
                             guint n_columns, const char **fields, guint n_fields)
{
	for (guint i = 0; i < n_fields; i++)
		fields[i] = "";
	for (guint i = 0; i < n_columns; i++)
		if (*fields[columns[i].field] == '\0')
			fields[columns[i].field] = row->cells[i];
}

gboolean
fairlead_fishing_watch_read (FairleadReading *reading, const FishingWatchColumn *columns,
                             guint n_columns, FairleadCsvTableReader read, GError **error)
{
	g_autofree const char **names = g_new (const char *, n_columns);

	for (guint i = 0; i < n_columns; i++)
		names[i] = columns[i].column;
	return fairlead_csv_table_read (reading, names, n_columns, read, NULL, error);
}

/* ---- the vessels ---- */

enum { MMSI, ID, NAME, CALL_SIGN, FLAG, IMO, TYPE, TONNAGE, FROM, TO, N_FIELDS };

static const FishingWatchColumn columns[] = {
	{ MMSI, "mmsi" },
	{ MMSI, "ssvid" },
	{ ID, "vessel_id" },
	{ ID, "id" },
	{ NAME, "shipname" },
	{ NAME, "ship_name" },
	{ CALL_SIGN, "callsign" },
	{ FLAG, "flag" },
	{ FLAG, "flag_gfw" },
	{ IMO, "imo" },
	{ TYPE, "vessel_class" },
	{ TYPE, "vessel_class_gfw" },
	{ TYPE, "vessel_type" },
	{ TYPE, "geartype" },
	{ TONNAGE, "tonnage_gt" },
	{ TONNAGE, "tonnage_gt_gfw" },
	{ FROM, "transmissionDateFrom" },
	{ TO, "transmissionDateTo" },
};

/* First and last day on which the identity was heard: its flag began by the one, and ended from the
 * other on. FALSE where neither is told. */
static gboolean
read_heard (FairleadRecords *records, const char **fields, FairleadSource source,
            FairleadPeriod *period)
{
	FairleadDate days[2] = { FAIRLEAD_DATE_UNKNOWN, FAIRLEAD_DATE_UNKNOWN };
	const guint own[2] = { FROM, TO };

	for (guint i = 0; i < 2; i++)
		if (*fields[own[i]] != '\0'
		    && !fairlead_date_parse (fields[own[i]], FAIRLEAD_DATE_DAY_FIRST, &days[i],
		                             NULL))
			fairlead_records_add_issue (records, FAIRLEAD_ISSUE_BAD_DATE, source,
			                            "\"%s\"", fields[own[i]]);
	*period = (FairleadPeriod){
		.start = { FAIRLEAD_DAY_OPEN_PAST, days[0].last },
		.end = { days[1].first, FAIRLEAD_DAY_OPEN_FUTURE },
	};
	return !fairlead_date_is_unknown (period->start) || !fairlead_date_is_unknown (period->end);
}

static void
read_vessel (FairleadReading *reading, const FairleadCsvTableRow *row, gpointer user_data)
{
	FairleadRecords *records = reading->records;
	const char *fields[N_FIELDS];
	FishingWatchVessel vessel;
	FairleadPeriod heard;
	FairleadEntity entity;
	gboolean is_dated;

	(void) user_data;
	fairlead_fishing_watch_pick (row, columns, G_N_ELEMENTS (columns), fields, N_FIELDS);
	is_dated = read_heard (records, fields, row->source, &heard);
	vessel = (FishingWatchVessel){ fields[MMSI], fields[ID], fields[NAME],
		                       is_dated ? "" : fields[FLAG], fields[TYPE] };
	entity = fairlead_fishing_watch_vessel (records, reading->state, &vessel, row->source);
	if (entity == FAIRLEAD_NO_ENTITY) {
		fairlead_records_add_issue (records, FAIRLEAD_ISSUE_MISSING_FIELD, row->source,
		                            "a vessel without MMSI and id");
		return;
	}
	fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_IMO, fields[IMO], NULL,
	                                 row->source);
	fairlead_records_add_identifier (records, entity, FAIRLEAD_ID_CALL_SIGN, fields[CALL_SIGN],
	                                 NULL, row->source);
	fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_GROSS_TONNAGE,
	                                fields[TONNAGE], NULL, row->source);
	if (is_dated)
		fairlead_records_add_attribute (records, entity, FAIRLEAD_ATTRIBUTE_FLAG,
		                                fields[FLAG], &heard, row->source);
}

static gboolean
read_vessels (const FairleadFormat *format, FairleadReading *reading, GError **error)
{
	(void) format;
	return fairlead_fishing_watch_read (reading, columns, G_N_ELEMENTS (columns), read_vessel,
	                                    error);
}

static gboolean
has (const FairleadSample *sample, guint field)
{
	return fairlead_fishing_watch_has (sample, columns, G_N_ELEMENTS (columns), field);
}

static guint
sniff_vessels (const FairleadFormat *format, const FairleadSample *sample)
{
	(void) format;
	if (!sample->is_csv || !has (sample, MMSI) || !has (sample, NAME) || !has (sample, FLAG)
	    || !(has (sample, IMO) || has (sample, CALL_SIGN)))
		return 0;
	return 80;
}

const FairleadFormat fairlead_format_fishing_watch_vessels = {
	.name = "fishing-watch-vessels",
	.title = "Global Fishing Watch, vessels (CSV)",
	.sniff = sniff_vessels,
	.read = read_vessels,
	.begin = fairlead_fishing_watch_begin,
	.end = fairlead_fishing_watch_end,
};
