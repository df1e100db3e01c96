/* ingest/ais/reader.h: the reports of one stream of AIS data in CSV
 *
 * The forms of NOAA (MarineCadastre, before 2025 and since) and of the Danish Maritime Authority,
 * told by their columns, which may stand in any order. */
#pragma once
#include "ingest/ais/report.h"
#include "ingest/syntax/input.h"
G_BEGIN_DECLS

/* Bad rows of one stream that are listed; the others are counted, and said in one issue */
#define FAIRLEAD_AIS_LISTED_ISSUES 50u

/**
 * FairleadAisCounts:
 * @n_rows: read in all, the header not counted
 * @n_bad: left out with an issue
 * @n_nowhere: left out, for they say that the place is not known (91 north, 181 east)
 * @n_others: left out, for they are of base stations, buoys, aircraft and distress beacons
 */
typedef struct {
	guint64 n_rows;
	guint64 n_bad;
	guint64 n_nowhere;
	guint64 n_others;
} FairleadAisCounts;

typedef struct _FairleadAisReader FairleadAisReader;

/* Whether a stream that begins like this is AIS data */
gboolean fairlead_ais_is_known (const char *head, gsize size);

/**
 * fairlead_ais_reader_new:
 * @input: borrowed, must outlive it
 * @records: gets the file and its issues
 * @counts: added to
 *
 * Reads the header; fails with %FAIRLEAD_ERROR_UNKNOWN_FORMAT where that is not one of AIS data.
 */
FairleadAisReader *fairlead_ais_reader_new (FairleadInput *input, FairleadRecords *records,
                                            FairleadAisCounts *counts, GError **error);
void fairlead_ais_reader_free (FairleadAisReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FairleadAisReader, fairlead_ais_reader_free)

/* The next row that says where a ship was. What cannot be read is an issue, and passed over. FALSE
 * at the end without, or on failure with, @error set. */
gboolean fairlead_ais_reader_next (FairleadAisReader *self, FairleadAisReport *report,
                                   FairleadAisIdentity *identity, GError **error);

G_END_DECLS
