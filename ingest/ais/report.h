/* ingest/ais/report.h: what one row of AIS data says: where a ship was, and who it says it is */
#pragma once
#include "ingest/record/records.h"
G_BEGIN_DECLS

/* What ships do, as far as rules ask; the codes of ITU-R M.1371 in groups */
typedef enum {
	FAIRLEAD_AIS_TYPE_UNKNOWN,
	FAIRLEAD_AIS_TYPE_CARGO,
	FAIRLEAD_AIS_TYPE_TANKER,
	FAIRLEAD_AIS_TYPE_PASSENGER,
	FAIRLEAD_AIS_TYPE_FISHING,
	FAIRLEAD_AIS_TYPE_SERVICE, /* they lie beside ships for a living: tugs, pilots, rescue */
	FAIRLEAD_AIS_TYPE_PLEASURE,
	FAIRLEAD_AIS_TYPE_OTHER,
	FAIRLEAD_N_AIS_TYPES
} FairleadAisType;

FAIRLEAD_API const char *fairlead_ais_type_name (FairleadAisType type);
/* `80`, `Tanker`, `Towing long/wide`; unknown for what is empty or `Undefined` */
FairleadAisType fairlead_ais_type_parse (const char *text);

#define FAIRLEAD_AIS_NO_SPEED ((gint16) -1)
#define FAIRLEAD_AIS_NO_COURSE ((gint16) -1)

/**
 * FairleadAisReport:
 * @time: seconds since 1970-01-01T00:00:00Z
 * @latitude: millionths of a degree, north
 * @longitude: millionths of a degree, east, -180 to 180
 * @mmsi: nine digits at most
 * @ship: for who keeps ships to note which it is
 * @speed: tenths of a knot, or FAIRLEAD_AIS_NO_SPEED
 * @course: tenths of a degree, or FAIRLEAD_AIS_NO_COURSE
 * @identity: for who keeps ships: which of its identities
 * @is_moored: its status says that it is
 */
typedef struct {
	gint64 time;
	gint32 latitude;
	gint32 longitude;
	guint32 mmsi;
	guint32 ship;
	FairleadSource source;
	gint16 speed;
	gint16 course;
	guint16 identity;
	guint16 is_moored;
} FairleadAisReport;

/**
 * FairleadAisIdentity:
 * @hash: of all that follows
 *
 * What a row says of its ship, as it stands there; good until the next row. Empty where it says
 * nothing.
 */
typedef struct {
	guint64 hash;
	const char *name;
	const char *imo;
	const char *call_sign;
	const char *type;
} FairleadAisIdentity;

G_END_DECLS
