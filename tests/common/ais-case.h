/* tests/common/ais-case.h: small streams of AIS rows, and what the rules find in them */
#pragma once
#include "graph/ais/watch.h"
G_BEGIN_DECLS

#define AIS_NOAA "MMSI,BaseDateTime,LAT,LON,SOG,COG,VesselName,IMO,CallSign,VesselType,Status\n"
#define AIS_MIDNIGHT G_GINT64_CONSTANT (1679097600) /* 2023-03-18 */

/* Files in a folder of their own, and what comes of a run over them */
typedef struct {
	char *folder;
	GPtrArray *paths;      /* of char, owned; NULL-terminated when asked */
	guint n_threads;       /* as the feed takes it */
	gboolean is_cancelled; /* once the first rows were taken */
	FairleadRecords *records;
	FairleadAisCounts counts;
	FairleadAisSummary summary;
	FairleadAisFinds finds;
	FairleadAisPorts *ports;
	GError *error;
} AisCase;

void ais_case_init (AisCase *self);
void ais_case_clear (AisCase *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AisCase, ais_case_clear)

void ais_case_add (AisCase *self, const char *name, const char *text);
/* FALSE: `error` says why */
gboolean ais_case_run (AisCase *self);
/* `encounter 371000001 371000002 01:40 05:00 near-port` a line; of one kind, if it is asked */
char *ais_case_dup_finds (const AisCase *self, const char *kind);

/* A row of NOAA's form, its minutes from midnight */
void ais_put (GString *text, guint mmsi, gint minute, double latitude, double longitude,
              double knots, const char *type);

G_END_DECLS
