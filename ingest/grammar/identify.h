/* ingest/grammar/identify.h: what a number that somebody typed may be, and what it says */
#pragma once
#include "ingest/grammar/identifier.h"
G_BEGIN_DECLS

typedef enum {
	FAIRLEAD_ID_VERDICT_VALID,
	FAIRLEAD_ID_VERDICT_CHECK,       /* the form is right, the check digits are not */
	FAIRLEAD_ID_VERDICT_ALLOTMENT,   /* its digits or series are given to no country */
	FAIRLEAD_ID_VERDICT_FORM,        /* too long, too short, or other characters */
	FAIRLEAD_ID_VERDICT_PLACEHOLDER, /* stands for 'unknown' */
	FAIRLEAD_N_ID_VERDICTS
} FairleadIdVerdict;

/* `valid`, `check digits wrong` ... */
FAIRLEAD_API const char *fairlead_id_verdict_name (FairleadIdVerdict verdict);

/**
 * FairleadIdReading:
 * @number: normalised; what is not of the scheme's form in capitals, without blanks
 * @country: (nullable): of an MMSI or call sign: a two-letter code, static
 * @type: (nullable): of an MMSI, what it stands for; of a call sign, whether it has a form that
 *   ships have; static
 * @registrar: (nullable): who first gave out a LEI; static
 * @registrar_country: (nullable): its seat, which need not be the country of the LEI's holder
 * @repairs: of FairleadRepair; empty where it is valid
 */
typedef struct {
	FairleadIdScheme scheme;
	FairleadIdVerdict verdict;
	char *number;
	const char *country;
	const char *type;
	const char *registrar;
	const char *registrar_country;
	GArray *repairs;
} FairleadIdReading;

/**
 * fairlead_identifier_dup_readings:
 * @text: `imo:9074729`, `IMO 9074729`, `MMSI 445123000`, or the bare number
 *
 * Text with a scheme in front is read as that. `IMO` alone, or seven digits, may be of a ship or of
 * a company: both readings are given, or the one that is valid. Other bare text is read by its
 * length and characters.
 *
 * Returns: (transfer full): of FairleadIdReading, the likelier first; empty for what can be none
 */
FAIRLEAD_API GPtrArray *fairlead_identifier_dup_readings (const char *text);

G_END_DECLS
