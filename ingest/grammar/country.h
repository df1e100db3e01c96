/* ingest/grammar/country.h: countries and flags in the spellings of the lists, as ISO 3166 codes */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * fairlead_country_code:
 * @text: a name or code: `Korea, North`, `DPRK`, `Democratic People's Republic of Korea`, `PRK`,
 *   `kp`
 *
 * Returns: (transfer none) (nullable): the two-letter code in upper case, static, or NULL when the
 *   text names no country that is known here
 */
FAIRLEAD_API const char *fairlead_country_code (const char *text);
/* The short English name of a two-letter code, or NULL */
FAIRLEAD_API const char *fairlead_country_name (const char *code);

G_END_DECLS
