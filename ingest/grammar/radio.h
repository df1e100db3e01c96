/* ingest/grammar/radio.h: what numbers and signs of radio say, and who gave out a LEI
 *
 * The tables are radio-prefixes.txt and lei-registrars.txt, with their sources. */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* What an MMSI stands for, by its first digits (ITU-R M.585-9) */
typedef enum {
	FAIRLEAD_STATION_SHIP,     /* MIDxxxxxx */
	FAIRLEAD_STATION_GROUP,    /* 0MIDxxxxx: several ships */
	FAIRLEAD_STATION_COAST,    /* 00MIDxxxx */
	FAIRLEAD_STATION_AIRCRAFT, /* 111MIDxxx: of search and rescue */
	FAIRLEAD_STATION_HANDHELD, /* 8MIDxxxxx */
	FAIRLEAD_STATION_AID,      /* 99MIDxxxx: to navigation */
	FAIRLEAD_STATION_CRAFT,    /* 98MIDxxxx: of a parent ship */
	FAIRLEAD_STATION_SART,     /* 970: a transponder of search and rescue */
	FAIRLEAD_STATION_MOB,      /* 972: man overboard */
	FAIRLEAD_STATION_EPIRB,    /* 974: a beacon of position in distress */
	FAIRLEAD_STATION_AMRD,     /* 979: an autonomous device */
	FAIRLEAD_N_STATIONS
} FairleadStation;

FAIRLEAD_API const char *fairlead_station_name (FairleadStation station);

/**
 * fairlead_mmsi_read:
 * @mmsi: nine digits
 * @station: (out): what it stands for; written on success only
 * @country: (out) (nullable): two-letter code, static; NULL where such stations have none
 *
 * Returns: FALSE where the digits of the country are given to none, or the form to nothing
 */
FAIRLEAD_API gboolean fairlead_mmsi_read (const char *mmsi, FairleadStation *station,
                                          const char **country);

/* To whom the series of a call sign is given, a two-letter code (XX: an international
 * organisation), static; NULL where to nobody. Letters in capitals. */
FAIRLEAD_API const char *fairlead_call_sign_country (const char *call_sign);
/* Whether it has a form that ships have (Radio Regulations, 19.55 and 19.56): two characters and
 * two letters, these and a digit, or two characters, or two and a letter, and four digits. Some
 * countries give out others. */
FAIRLEAD_API gboolean fairlead_call_sign_is_usual (const char *call_sign);

/* Who first gave out a LEI, static, and the two-letter code of its seat; NULL where not known */
FAIRLEAD_API const char *fairlead_lei_registrar (const char *lei, const char **country);

G_END_DECLS
