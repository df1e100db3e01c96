/* ingest/grammar/identifier.h: numbers that name a ship, a company or a person, and their checks */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/* The rows of fairlead_id_schemes, in its order */
typedef enum {
	FAIRLEAD_ID_IMO,         /* ship, for the life of the hull */
	FAIRLEAD_ID_IMO_COMPANY, /* registered owner or ISM manager */
	FAIRLEAD_ID_LEI,
	FAIRLEAD_ID_MMSI,
	FAIRLEAD_ID_CALL_SIGN,
	FAIRLEAD_ID_REGISTRATION, /* company register, within its jurisdiction */
	FAIRLEAD_ID_TAX,
	FAIRLEAD_ID_PASSPORT,
	FAIRLEAD_ID_NATIONAL, /* identity card, cedula, social security number */
	FAIRLEAD_ID_BIC,
	FAIRLEAD_ID_LIST, /* the entity's id in a list that has no key of its own here */
	FAIRLEAD_ID_OTHER,
	FAIRLEAD_N_ID_SCHEMES
} FairleadIdScheme;

/**
 * FairleadIdSchemeInfo:
 * @name: as it stands in outputs and entity expressions
 * @title: for people
 * @joins: whether two records with the same number are the same entity
 * @needs_issuer: whether the number means nothing without its jurisdiction
 */
typedef struct {
	const char *name;
	const char *title;
	gboolean joins;
	gboolean needs_issuer;
} FairleadIdSchemeInfo;

FAIRLEAD_API const FairleadIdSchemeInfo *fairlead_id_scheme_info (FairleadIdScheme scheme);
FAIRLEAD_API gboolean fairlead_id_scheme_from_name (const char *name, FairleadIdScheme *scheme);

/**
 * fairlead_identifier_normalise:
 * @scheme: what @text is said to be
 * @text: the number as the source writes it: `IMO 7937317`, `IMO9562233`, `344771`, `lei:...`
 * @buffer: (out): the canonical form; written on success only
 * @size: bytes in @buffer; 64 is enough for every scheme with a check
 *
 * IMO numbers lose their prefix and (company) regain leading zeros; LEIs are upper-cased;
 * registration numbers lose spaces at both ends.
 *
 * Returns: FALSE when the text cannot be a number of that scheme at all (wrong length or
 *   characters, all zeros, a placeholder). A wrong check digit is not asked here.
 */
FAIRLEAD_API gboolean fairlead_identifier_normalise (FairleadIdScheme scheme, const char *text,
                                                     char *buffer, gsize size);

/* Whether the check digits of a normalised number are right; TRUE for schemes without any */
FAIRLEAD_API gboolean fairlead_identifier_check (FairleadIdScheme scheme, const char *number);

/* Each takes exactly seven digits */
FAIRLEAD_API gboolean fairlead_imo_ship_check (const char *digits);
FAIRLEAD_API gboolean fairlead_imo_company_check (const char *digits);
FAIRLEAD_API gboolean fairlead_lei_check (const char *lei);

/* Numbers that stand for 'unknown': company 9991001, zeros, nines */
FAIRLEAD_API gboolean fairlead_identifier_is_placeholder (FairleadIdScheme scheme,
                                                          const char *number);

G_END_DECLS
