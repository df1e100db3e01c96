/* ingest/grammar/port.h: ports and transfer areas by UN/LOCODE or name, from a small table */
#pragma once
#include <glib.h>
#include "ingest/export.h"
G_BEGIN_DECLS

/**
 * FairleadPort:
 * @code: UN/LOCODE without its blank, `KPNAM`
 * @spellings: other names, folded, between bars
 */
typedef struct {
	const char *code;
	const char *name;
	const char *spellings;
} FairleadPort;

/* Two letters of a country known here and three of a place, as `KP NAM`, `kpnam` or `KP-NAM`;
 * writes it as `KPNAM` */
FAIRLEAD_API gboolean fairlead_locode_normalise (const char *text, char code[6]);

/**
 * fairlead_port_find:
 * @text: a code in that form, or a name
 * @country: (nullable): two letters; a name is then looked for in that country alone
 *
 * Returns: (transfer none) (nullable): NULL where the table has none
 */
FAIRLEAD_API const FairleadPort *fairlead_port_find (const char *text, const char *country);

/* Whether it is the name of an area at sea, which is no port */
FAIRLEAD_API gboolean fairlead_is_sea_area (const char *text);

G_END_DECLS
