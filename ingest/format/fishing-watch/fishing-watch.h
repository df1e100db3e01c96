/* ingest/format/fishing-watch/fishing-watch.h: Global Fishing Watch's vessels and their events, CSV
 *
 * Its downloads have named the same columns in several ways over the years; each is known by all
 * its names. Vessels go by their MMSI, as they do there. */
#pragma once
#include "ingest/format/csv-table.h"
G_BEGIN_DECLS

/* Scheme of vessels that have only an id of Global Fishing Watch's own */
#define FISHING_WATCH_SCHEME "gfw"

/* A vessel by what a row says of it; absent texts are empty */
typedef struct {
	const char *mmsi;
	const char *id;
	const char *name;
	const char *flag;
	const char *type;
} FishingWatchVessel;

/* A GHashTable of what was said already in the files of a load: events stand twice, once for each
 * vessel, and each repeats who they are */
gpointer fairlead_fishing_watch_begin (const FairleadFormat *format);
void fairlead_fishing_watch_end (gpointer told);
/* Whether it is told for the first time; takes the text */
gboolean fairlead_fishing_watch_is_new (GHashTable *told, char *text);

/* %FAIRLEAD_NO_ENTITY where the row has neither MMSI nor id */
FairleadEntity fairlead_fishing_watch_vessel (FairleadRecords *records, GHashTable *told,
                                              const FishingWatchVessel *vessel,
                                              FairleadSource source);

/* One of the names under which a field is known */
typedef struct {
	guint field;
	const char *column;
} FishingWatchColumn;

/* Whether the header of the sample has a column for the field */
gboolean fairlead_fishing_watch_has (const FairleadSample *sample,
                                     const FishingWatchColumn *columns, guint n_columns,
                                     guint field);
/* The texts of a row by field: of several columns of one the first that is filled */
void fairlead_fishing_watch_pick (const FairleadCsvTableRow *row, const FishingWatchColumn *columns,
                                  guint n_columns, const char **fields, guint n_fields);
/* Reads the file; the rows have a cell for each of the columns, in their order */
gboolean fairlead_fishing_watch_read (FairleadReading *reading, const FishingWatchColumn *columns,
                                      guint n_columns, FairleadCsvTableReader read, GError **error);

extern const FairleadFormat fairlead_format_fishing_watch_events;
extern const FairleadFormat fairlead_format_fishing_watch_vessels;

G_END_DECLS
